"""The texts that are being served: loaded, and loaded again, each by itself."""

import os
from collections.abc import Sequence

from bot.texts.fault import KnowledgeError
from bot.texts.loading import StrPath, knowledge_files, load_essay
from bot.texts.model import Essay


def load_texts(
    path: StrPath | None, before: Sequence[Essay] = ()
) -> tuple[list[Essay], list[KnowledgeError]]:
    """The texts of the file or folder `path`, by file name, and what is wrong with others.

    A file with a fault is left out, or stays as it was `before`; the rest is served. None names
    the shipped texts. Raises KnowledgeError if that leaves no text.
    """
    served = {essay.id: essay for essay in before}
    essays, faults = [], []
    for file in knowledge_files(path):
        try:
            essays.append(load_essay(file))
        except KnowledgeError as error:
            faults.append(error)
            name = os.path.splitext(os.path.basename(file))[0]
            if name in served:
                essays.append(served[name])
    if faults and not essays:
        raise faults[0]
    return essays, faults
