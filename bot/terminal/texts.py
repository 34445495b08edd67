"""Which texts a command works on, and the library of them."""

import gc

from bot.errors import UserError
from bot.retrieval import Library
from bot.retrieval.meaning import meaning_called
from bot.terminal.environment import knowledge_setting, meaning_setting
from bot.texts.loading import KnowledgeError, load_essays


def open_library(knowledge: str | None) -> Library:
    """A library of the texts in `knowledge`; None: those KNOWLEDGE names, or the shipped ones.

    Raises UserError.
    """
    if knowledge == "":
        raise UserError("--knowledge is empty; name a knowledge file or folder")
    named = None if knowledge is not None else knowledge_setting()
    path = knowledge or named
    # Loading makes much and leaves no cycles: looking for some would cost a tenth of its time.
    gc.disable()
    try:
        return Library(load_essays(path or None), *meaning_called(meaning_setting()))
    except KnowledgeError as error:
        raise UserError(f"KNOWLEDGE: {error}" if named else str(error)) from None
    finally:
        gc.enable()
