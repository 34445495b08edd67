"""One question of the shipped essay in, one answer out: the kinds and the places."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings

from bot.retrieval import Kind, Library
from bot.retrieval.care import MESSAGE, in_distress
from bot.texts.model import Essay
from tests.retrieval.promises import ask
from tests.retrieval.strategies import any_text

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Right:
    """Where the answer to a question stands."""

    question: str
    paragraph: int
    sentence: int


@pytest.mark.parametrize(
    "right",
    [
        Right("What is the definition of attunement?", 2, 1),
        Right("wats teh defnition of atunement", 2, 1),
        Right("what word does the author like", 1, 1),
        Right("is the alliance more important than the intervention", 3, 7),
        Right("why is managed care a problem for attunement", 2, 3),
        Right("after how many weeks do signs show", 4, 4),
        Right("what are college students going through at that age", 4, 2),
        Right("Which emotions can they explore in the safe space?", 4, 6),
        Right("the part about sad and anxious feelings", 4, 6),
        Right("what word does she enjoy b4 anything else", 1, 1),
    ],
)
def test_a_question_that_the_essay_answers_gets_its_sentence(
    shipped: Library, right: Right
) -> None:
    answer = ask(shipped, right.question)
    assert answer.kind is Kind.ANSWER
    assert (answer.paragraph, answer.sentence) == (right.paragraph, right.sentence)


def test_every_sentence_quoted_back_is_its_own_answer(shipped: Library, essay: Essay) -> None:
    for paragraph in essay.paragraphs:
        for sentence in paragraph.sentences:
            answer = ask(shipped, sentence.text)
            place = (answer.paragraph, answer.sentence)
            assert place == (sentence.paragraph, sentence.number), sentence.text


def test_nearly_all_curated_questions_are_answered_by_their_sentence(
    shipped: Library, essay: Essay
) -> None:
    asked = [(s, q) for p in essay.paragraphs for s in p.sentences for q in s.questions]
    right = 0
    for sentence, question in asked:
        answer = ask(shipped, question)
        right += (answer.paragraph, answer.sentence) == (sentence.paragraph, sentence.number)
        assert answer.kind not in (Kind.ABOUT, Kind.CARE), question
    assert right >= 0.93 * len(asked)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who wrote this?", "J. Farley"),
        ("what is the essay called", "Attunement"),
        ("when was it published", "13 September 2020"),
        ("when was it last updated", "14 November 2020"),
        ("how long does it take to read", "3 minutes"),
        ("what's the source", "J. Farley, 13 September 2020"),
        ("who is quoted", "Erksine 1998"),
        ("is it copyrighted", "belongs to its author"),
        ("what is this essay about", "the word attunement"),
    ],
)
def test_a_question_about_the_text_is_answered_from_its_metadata(
    shipped: Library, question: str, said: str
) -> None:
    answer = ask(shipped, question)
    assert answer.kind is Kind.ABOUT
    assert said in (answer.text or "")
    assert answer.score == 1.0


@pytest.mark.parametrize(
    "question",
    [
        "i want to kill myself",
        "what is attunement? i want to die",
        "my dad hits me, who wrote this",
    ],
)
def test_a_person_in_distress_is_answered_before_anything_else(
    shipped: Library, question: str
) -> None:
    answer = ask(shipped, question)
    assert answer.kind is Kind.CARE
    assert answer.text == MESSAGE


@pytest.mark.parametrize(
    "question",
    [
        "how do I repair a bicycle",
        "what is the capital of France",
        "best pizza topping?",
        "who won the world cup in 2018",
        "wat tiem does the train leave",
        "コンピューターを修理する方法",
        "asdfghjkl",
        "42",
    ],
)
def test_what_the_essay_does_not_say_is_said_plainly_with_what_it_does(
    shipped: Library, question: str
) -> None:
    answer = ask(shipped, question)
    assert answer.kind is Kind.NONE
    assert 2 <= len(answer.suggestions) <= 3


def test_the_essay_touches_some_matters_that_it_does_not_answer(shipped: Library) -> None:
    asked = [
        "how do you measure attunement in research",
        "what are the limits of the therapeutic alliance",
        "which college has the best students",
        "do parents need to be attuned to their babies",
        "what homework works best for depression",
        "is empathy genetic",
        "can clients sue a clinician for neglect",
        "which exercises train listening",
        "do friends matter more than family",
        "does everyone have a story",
    ]
    answers = [ask(shipped, question) for question in asked]
    nearest = [answer for answer in answers if answer.kind is Kind.NEAREST]
    assert nearest
    assert all(2 <= len(answer.suggestions) <= 3 for answer in nearest)


def test_a_suggestion_is_a_question_that_the_essay_answers(shipped: Library) -> None:
    asked = [
        "how do I repair a bicycle",
        "best pizza topping",
        "trust in banks",
        "is empathy genetic",
    ]
    suggested = {s for question in asked for s in ask(shipped, question).suggestions}
    kinds = [ask(shipped, suggestion).kind for suggestion in suggested]
    assert kinds.count(Kind.ANSWER) >= 0.8 * len(kinds)
    assert len(kinds) >= 3


def test_an_answer_names_what_else_is_close(shipped: Library) -> None:
    answer = ask(shipped, "what does attunement do for the client")
    assert answer.alternatives


@pytest.mark.parametrize(
    "junk",
    [
        "",
        " \n\t ",
        "?",
        "...",
        "<@123456789>",
        "<@!1><@&2><#3>",
        "<:wave:123> <a:dance:456>",
        "```py\nprint('what is attunement')\n```",
        "https://example.org/what-is-attunement",
        "@everyone @here",
        "🙂🙂🙂",
        "\x00\x01\x02",
        "\u200b\u200b",
        "<t:1700000000:R>",
        "|| ||",
        "\ud83d",
        "> ",
    ],
)
def test_a_message_without_a_question_gets_no_quotation(shipped: Library, junk: str) -> None:
    answer = ask(shipped, junk)
    assert answer.kind is Kind.NONE
    assert answer.suggestions


@pytest.mark.parametrize(
    "decorated",
    [
        "<@42> what is the definition of attunement? <:hm:7>",
        "**what** is the __definition__ of `attunement`",
        "@everyone what is the definition of attunement??? 🙂",
        "> what is the definition of attunement",
        "# what is the definition of attunement",
        "||what is the definition of attunement||",
        "what is the definition of attunement https://example.org/essay",
        "what is the definition of attunement\n```py\nimport this\n```",
        "WHAT IS THE DEFINITION OF ATTUNEMENT",
        "what\nis\nthe\ndefinition\nof\nattunement",
    ],
)
def test_what_discord_adds_to_a_question_changes_nothing(shipped: Library, decorated: str) -> None:
    answer = ask(shipped, decorated)
    assert (answer.kind, answer.paragraph, answer.sentence) == (Kind.ANSWER, 2, 1)


@pytest.mark.parametrize("said", ["hi", "thanks!", "good bot", "how are you", "tell me a joke"])
def test_small_talk_gets_no_quotation(shipped: Library, said: str) -> None:
    assert ask(shipped, said).kind is Kind.NONE


def test_a_question_of_four_thousand_characters_is_answered(shipped: Library) -> None:
    question = "what is the definition of attunement " + "and so on and on " * 230
    assert len(question) > 3900
    assert ask(shipped, question).paragraph == 2


@given(question=any_text)
@settings(max_examples=100, deadline=None)
def test_any_text_gets_an_answer_of_one_of_the_five_kinds(shipped: Library, question: str) -> None:
    answer = ask(shipped, question)
    assert answer.kind in Kind
    assert (answer.kind is Kind.CARE) == in_distress(question)
    assert shipped.ask(question) == answer


def test_every_process_gives_the_same_answers() -> None:
    program = (
        "import sys; from bot.texts.loading import load_essays; from bot.retrieval import Library; "
        "library = Library(load_essays(None)); "
        "answers = [library.ask(line) for line in sys.stdin]; "
        "print([(a.kind, a.paragraph, a.sentence, a.score, a.alternatives, a.suggestions) "
        "for a in answers]); print(library.suggest('frends'), library.topics('frends'))"
    )
    asked = "what is atunement\nwho wrote it\npizza\nthe safe spce 4 students\nis empathy genetic"
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=asked,
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "4242")
    }
    assert len(said) == 1
    assert "Kind." in said.pop()
