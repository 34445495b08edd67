"""Databases for the tests of daily reflections."""

from tests.databases import database, postgresql, url

__all__ = ["database", "postgresql", "url"]
