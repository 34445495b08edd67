"""Databases for the tests of what is stored."""

from tests.databases import database, postgresql, url

__all__ = ["database", "postgresql", "url"]
