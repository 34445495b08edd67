"""The daily reflections of this process, as far as Discord is concerned: their way there."""

from bot.posting.messenger import Composed, Messenger
from bot.posting.permissions import lacking
from bot.posting.service import Posting

__all__ = ["Composed", "Messenger", "Posting", "lacking"]
