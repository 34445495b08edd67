"""What is written as a knowledge file is what is read from it."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.texts.importers.blocks import Facts
from bot.texts.importers.characters import plain_spaces
from bot.texts.importers.knowledge_file import knowledge_yaml
from bot.texts.importers.passages import Passage
from bot.texts.loading import load_essay
from bot.texts.model import KINDS

WORDS = st.text(max_size=60).map(lambda text: " ".join(plain_spaces(text).split()))
SOME_WORDS = WORDS.filter(bool)
TEXT = st.text(max_size=200).map(plain_spaces).filter(bool)
PASSAGE = st.builds(
    Passage,
    text=TEXT,
    heading=st.lists(SOME_WORDS, max_size=3).map(tuple),
    kind=st.sampled_from(KINDS),
    label=st.none() | SOME_WORDS,
    speaker=st.none() | SOME_WORDS,
)
NOTES = st.fixed_dictionaries(
    {},
    optional={
        "topics": st.lists(SOME_WORDS, min_size=1, max_size=3),
        "asked": st.lists(SOME_WORDS, min_size=1, max_size=3).map(
            lambda questions: [{"sentence": "1", "questions": questions}]
        ),
    },
)


@given(
    SOME_WORDS,
    st.none() | SOME_WORDS,
    st.lists(st.tuples(PASSAGE, NOTES), min_size=1, max_size=4),
    st.dictionaries(SOME_WORDS, st.lists(SOME_WORDS, max_size=2), max_size=2),
)
def test_any_text_is_read_back_as_it_was_written(
    title: str,
    author: str | None,
    entries: list[tuple[Passage, dict[str, Any]]],
    words: dict[str, list[str]],
) -> None:
    passages = [passage for passage, _ in entries]
    notes = {index: beside for index, (_, beside) in enumerate(entries)}
    content = knowledge_yaml(Facts(title, author, "en"), passages, {"words": words}, notes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_text(content, encoding="utf-8")
        essay = load_essay(path)
    assert (essay.title, essay.author, essay.language) == (title, author, "en")
    assert essay.words == {word: tuple(targets) for word, targets in words.items()}
    for paragraph, (passage, beside) in zip(essay.paragraphs, entries, strict=True):
        assert (paragraph.text, paragraph.heading) == (passage.text, passage.heading)
        assert (paragraph.kind, paragraph.label) == (passage.kind, passage.label)
        assert paragraph.speaker == passage.speaker
        # What a heading says is a topic, or a question, too.
        assert paragraph.topics[: len(beside.get("topics", ()))] == tuple(beside.get("topics", ()))
        for entry in beside.get("asked", ()):
            assert set(entry["questions"]) <= set(paragraph.asked[1])
