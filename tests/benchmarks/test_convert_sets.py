"""That the originals of public question sets become rows that the fit reads."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks import convert_sets
from benchmarks.question_sets import QuestionSet, holds_an_answer, load


@pytest.fixture
def convert(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Converts as the command does, and loads what it wrote."""

    def run(*arguments: str | Path) -> QuestionSet:
        written = tmp_path / "sets" / "set.jsonl"
        given = ["convert_sets", *map(str, arguments), "--to", str(written)]
        monkeypatch.setattr(sys, "argv", given)
        convert_sets.main()
        return load(written)

    return run


RIVERS = "Rivers are old. The Rhine runs north."
HILLS = "Hills are older. They stay."


def squad(file: Path, contexts: dict[str, list[dict[str, object]]]) -> Path:
    paragraphs = [{"context": context, "qas": asked} for context, asked in contexts.items()]
    data = {"version": "v2.0", "data": [{"title": "Land", "paragraphs": paragraphs}]}
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def asked(question: str, answer: str, start: int) -> dict[str, object]:
    return {"id": "1", "question": question, "answers": [{"text": answer, "answer_start": start}]}


def test_an_article_of_squad_becomes_a_text_with_its_questions(convert, tmp_path):  # type: ignore[no-untyped-def]
    impossible = {
        "id": "2",
        "question": "Who dug the Rhine?",
        "answers": [],
        "plausible_answers": [{"text": "Rivers", "answer_start": 0}],
        "is_impossible": True,
    }
    where = asked("Where does it run?", "north", 31)
    file = squad(tmp_path / "dev.json", {HILLS: [], RIVERS: [where, impossible]})

    found = convert("squad", file)

    assert found.texts == {"Land": [HILLS, RIVERS]}
    answerable, unanswerable = found.questions
    assert answerable.paragraphs == {1}
    assert holds_an_answer(answerable, 1, 1, RIVERS)
    assert not holds_an_answer(answerable, 1, 0, RIVERS)
    assert not unanswerable.answerable
    assert unanswerable.spans == ()


def test_questions_of_noiseqa_are_asked_of_the_whole_article(convert, tmp_path):  # type: ignore[no-untyped-def]
    whole = squad(tmp_path / "dev.json", {HILLS: [], RIVERS: []})
    noisy = squad(
        tmp_path / "asr.json",
        {RIVERS: [asked("wear does it run", "north", 31)], "Elsewhere.": [asked("?", "E", 0)]},
    )

    found = convert("squad", noisy, "--articles", whole)

    assert found.texts == {"Land": [HILLS, RIVERS]}
    assert [(one.text, one.paragraphs) for one in found.questions] == [("wear does it run", {1})]


def test_marked_passages_of_onestopqa_become_spans_without_their_tags(convert, tmp_path):  # type: ignore[no-untyped-def]
    article = """# Title
On Suits

# Paragraph

Adv: It was dear. <A1><A3>They cost <D2>30 pounds.</A3></D2></A1> <A2>They pinch.</A2>

Int: <A1>Other words.</A1>

Q: What is wrong?
a: the price
b: the cut

Q: What do they do?
a: pinch

Q1: What do they cost?
a: 30 pounds
"""
    (tmp_path / "On-Suits.txt").write_text(article, encoding="utf-8")

    found = convert("onestopqa", tmp_path)

    text = "It was dear. They cost 30 pounds. They pinch."
    assert found.texts == {"On-Suits": [text]}
    marked = [(one.text, [text[a:b] for _, a, b in one.spans]) for one in found.questions]
    assert marked == [
        ("What is wrong?", ["They cost 30 pounds."]),
        ("What do they do?", ["They pinch."]),
        ("What do they cost?", ["They cost 30 pounds."]),
    ]


def test_queries_of_qed_share_one_text_and_wrong_answers_are_left_out(convert, tmp_path):  # type: ignore[no-untyped-def]
    def row(question: str, text: str, kind: str) -> str:
        answers = [[{"start": 0, "end": len(text.split()[0]), "string": text.split()[0]}]] * 2
        return json.dumps(
            {
                "question_text": question,
                "paragraph_text": text,
                "original_nq_answers": answers,
                "annotation": {"explanation_type": kind},
            }
        )

    lines = [
        row("what runs north", RIVERS, "single_sentence"),
        row("what stays", HILLS, "multi_sentence"),
        row("what is old", RIVERS, "single_sentence"),
        row("who won", "Nobody did.", "none"),
    ]
    (tmp_path / "qed.jsonlines").write_text("\n".join(lines) + "\n", encoding="utf-8")

    found = convert("qed", tmp_path / "qed.jsonlines")

    assert list(found.texts.values()) == [[RIVERS, HILLS]]
    places = [(one.text, one.paragraphs, one.spans) for one in found.questions]
    assert places == [
        ("what runs north", {0}, ((0, 0, 6),)),
        ("what stays", {1}, ((1, 0, 5),)),
        ("what is old", {0}, ((0, 0, 6),)),
    ]


def test_an_answer_of_fairytaleqa_has_a_span_where_it_is_told_once(convert, tmp_path):  # type: ignore[no-untyped-def]
    stories, questions = (tmp_path / name / "andersen" for name in ("section-stories", "questions"))
    stories.mkdir(parents=True)
    questions.mkdir(parents=True)
    (stories / "snow-story.csv").write_text(
        'section,text\n1,"The sun set, and the sun rose."\n2,He was Stove sick.\n', encoding="utf-8"
    )
    (questions / "snow-questions.csv").write_text(
        "question_id,local-or-sum,cor_section,question,ex-or-im1,answer1,answer2\n"
        "1,local,1,Who set?,explicit,the sun,\n"
        '2,summary,"1,2",What was he?,explicit,stove sick,\n',
        encoding="utf-8",
    )

    found = convert("fairytaleqa", tmp_path)

    assert found.texts == {"snow": ["The sun set, and the sun rose.", "He was Stove sick."]}
    places = [(one.text, one.paragraphs, one.spans) for one in found.questions]
    assert places == [("Who set?", {0}, ()), ("What was he?", {0, 1}, ((1, 7, 17),))]
