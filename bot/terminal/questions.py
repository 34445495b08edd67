"""`attune questions`: what members asked and the texts did not answer, in all servers together."""

import asyncio
import json
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from bot.retrieval.library import Library
from bot.retrieval.unanswered_groups import QuestionGroup, grouped
from bot.settings import load_settings
from bot.storage.address import locate
from bot.storage.database import Database
from bot.storage.questions import Decision, Kept, KeptQuestions
from bot.terminal.texts import open_library
from bot.texts.model import Essay, digest
from bot.wording import counted


def questions(arguments: Namespace) -> None:
    """Prints the groups of questions by text; as JSON, or as lines for knowledge files, if asked.

    Raises UserError, and DatabaseError.
    """
    settings = load_settings()
    address = settings.database_url
    url = locate(address.get_secret_value() if address else None, settings.state_dir)

    async def read() -> tuple[list[Kept], list[Decision]]:
        database = await Database.open(url, create=False)
        try:
            stored = KeptQuestions(lambda: database, lambda: datetime.now(UTC))
            return await stored.kept(), await stored.decisions()
        finally:
            await database.close()

    kept, made = asyncio.run(read())
    library = open_library(arguments.knowledge)
    groups = grouped(
        [(one.essay, one.words, one.times) for one in kept],
        [(one.essay, one.words) for one in made],
    )
    if arguments.json:
        for group in groups:
            print(json.dumps(_as_json(group, library), ensure_ascii=False))
        return
    lines = list(_yaml(library, groups, made) if arguments.yaml else _for_people(library, groups))
    print("\n".join(lines or ["No question waits for an answer."]))


def _as_json(group: QuestionGroup, library: Library) -> dict[str, object]:
    near = library.likeliest(group.words, group.essay, 1)
    return {
        "essay": group.essay,
        "question": group.words,
        "others": list(group.others),
        "times": group.times,
        "paragraph": near[0].paragraph if near else None,
        "sentence": near[0].number if near else None,
    }


def _for_people(library: Library, groups: Sequence[QuestionGroup]) -> Iterator[str]:
    titles = {essay.id: essay.title for essay in library.essays}
    for text in dict.fromkeys(group.essay for group in groups):
        yield titles.get(text, f"{text} (no longer served)")
        for group in groups:
            if group.essay != text:
                continue
            near = library.likeliest(group.words, text, 1)
            place = (
                f" (near paragraph {near[0].paragraph}, sentence {near[0].number})" if near else ""
            )
            yield f"  {counted(group.times, 'time')}: {group.words}{place}"
            yield from (f"      also: {other}" for other in group.others)


def _yaml(
    library: Library, groups: Sequence[QuestionGroup], made: Sequence[Decision]
) -> Iterator[str]:
    """What moderators decided as lines of each knowledge file, and what is open as comments."""
    for essay in library.essays:
        own = [one for one in made if one.essay == essay.id]
        undecided = [group for group in groups if group.essay == essay.id]
        if not own and not undecided:
            continue
        yield f"# {essay.id}"
        yield from _asked(essay, own)
        silent = [one.words for one in own if one.sentence is None]
        if silent:
            yield "unanswered:"
            yield from (f"  - {json.dumps(words, ensure_ascii=False)}" for words in silent)
        yield from (f"# open, {counted(one.times, 'time')}: {one.words}" for one in undecided)


def _asked(essay: Essay, made: Sequence[Decision]) -> Iterator[str]:
    by_place: dict[int, dict[int, list[str]]] = {}
    places = _places(essay)
    for one in made:
        name = one.sentence.rpartition(".")[2] if one.sentence else ""
        if name in places:
            paragraph, number = places[name]
            by_place.setdefault(paragraph, {}).setdefault(number, []).append(one.words)
    for paragraph, sentences in sorted(by_place.items()):
        yield f"# below paragraph {paragraph}"
        yield "    asked:"
        for number, asked in sorted(sentences.items()):
            yield f"      - sentence: {number}"
            yield f"        questions: [{', '.join(json.dumps(q, ensure_ascii=False) for q in asked)}]"


def _places(essay: Essay) -> Mapping[str, tuple[int, int]]:
    """Where each sentence stands, by the digest that a decision names it with."""
    sentences = [one for part in essay.paragraphs for one in part.sentences]
    return {digest(one.text, 3): (one.paragraph, one.number) for one in reversed(sentences)}
