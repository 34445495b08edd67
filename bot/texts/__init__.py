"""Texts: what they are made of, and how they are loaded and checked."""
