"""What a heading says of the passage below it: a question that it answers, or its topic."""

import re
from collections.abc import Mapping

from bot.texts.model import Paragraph

_ASKS = re.compile(r"[?？؟]\W*$")
_ONLY_A_NUMBER = re.compile(
    r"(?i)[\W\d_]*(?:(?:chapter|book|part|section|article|amendment|act|scene|stave|canto|verse|volume"
    r"|kapitel|buch|teil|artikel|cap[ií]tulo|libro|parte|art[ií]culo|chapitre|livre|partie|artigo|livro)\b"
    r"[\W_]*)?(?:[ivxlcdm]+|\d+|[a-z])?[\W\d_]*"
)
_LONGEST_TOPIC = 60  # characters


def with_heading_listed(paragraph: Paragraph) -> Paragraph:
    """A paragraph that stands first below its heading, with what that says.

    A heading that is a question is listed as one that the first sentence answers which does not
    ask itself; any other is a topic, unless it only numbers the place or is long.
    """
    heading = paragraph.heading[-1].strip() if paragraph.heading else ""
    if _ASKS.search(heading):
        sentences = paragraph.sentences
        answers = next((s.number for s in sentences if not _ASKS.search(s.text)), 1)
        asked: Mapping[int, tuple[str, ...]] = {
            **paragraph.asked,
            answers: (*paragraph.asked.get(answers, ()), heading),
        }
        return paragraph._replace(asked=asked)
    known = {topic.casefold() for topic in ("", *paragraph.topics)}
    if (
        heading.casefold() in known
        or len(heading) > _LONGEST_TOPIC
        or _ONLY_A_NUMBER.fullmatch(heading)
    ):
        return paragraph
    return paragraph._replace(topics=(*paragraph.topics, heading))
