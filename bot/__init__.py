"""Attune: a companion that lets a community read an essay closely."""
