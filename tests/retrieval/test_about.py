"""Questions about the text itself, and their near misses."""

from datetime import date

import pytest
from hypothesis import given, settings

from bot.retrieval import Kind, Library
from bot.retrieval.about import fact_stated, state
from bot.retrieval.about_questions import fact_asked
from bot.retrieval.about_words import Fact
from bot.texts.model import Essay, Paragraph
from tests.retrieval.strategies import any_text

ASKED = {
    Fact.CITATION: [
        "how do i cite this",
        "how do I cite this essay in APA?",
        "mla citation please",
        "cite this",
    ],
    Fact.AUTHOR: [
        "who wrote this",
        "Who wrote this essay, please?",
        "who is the author",
        "whos the author",
        "wat is the authors name",
        "by whom was it written",
        "who is this by",
        "who wrote dis",
        "who penned this piece",
        "who is the arthor of this",
        "author?",
        "hey, who wrote this?",
        "whose essay is this",
    ],
    Fact.TITLE: [
        "what is the title",
        "title?",
        "what is the essay called",
        "what is the name of this essay",
        "whats the titel of the essay",
        "what's it called",
    ],
    Fact.PUBLISHED: [
        "when was it written",
        "when was this published",
        "when was the essay publised",
        "when did it come out",
        "how old is this essay",
        "what year was this written",
        "publication date",
        "when did the author write this",
    ],
    Fact.UPDATED: [
        "when was it last updated",
        "was it ever revised",
        "has the essay been edited",
        "last update",
        "when was it last modifed",
    ],
    Fact.LENGTH: [
        "how long is it",
        "how long is the essay",
        "how long does it take to read",
        "how many words",
        "how many paragraphs does it have",
        "how many sentences are there",
        "is it a long read",
        "word count",
    ],
    Fact.SOURCE: [
        "where can I read the original",
        "where does this text come from",
        "source?",
        "what's the source",
        "link to the essay",
        "where can i find the full essay",
    ],
    Fact.QUOTED: [
        "who is quoted",
        "who is cited in the essay",
        "what are the references",
        "does it quote anyone",
        "who does the author quote",
        "who does she cite",
    ],
    Fact.LICENCE: [
        "what is the licence",
        "what's the license",
        "is it copyrighted",
        "can i share this",
        "who owns the copyright",
        "am i allowed to copy this",
    ],
    Fact.SUBJECT: [
        "what is this about",
        "what is the essay about",
        "what's it about",
        "summarise the essay",
        "tldr",
        "what are the main themes",
        "what is the main idea of the text",
        "give me an overview",
        "can u sum it up for me",
        "what can I ask you",
    ],
    Fact.OTHER_WORKS: ["has the author written anything else", "what other stuff did she write"],
    Fact.NOT_GIVEN: [
        "is there an audiobook",
        "is there a sequel",
        "how much does it cost",
        "what is the ISBN",
        "did anybody leave comments under it",
    ],
    Fact.LANGUAGE: ["in which language is it", "is there a translation in Polish"],
    Fact.PERSON: [
        "is the author a man or a woman",
        "what is the author's job",
        "how old is the author",
        "is he a real therapist",
        "how can I get in touch with the author",
        "what are her credentials",
    ],
    Fact.IDENTITY: ["what text are you answering from", "what is this", "which essay is this?"],
}

IN_OTHER_LANGUAGES = {
    Fact.AUTHOR: [
        "¿quién escribió esto?",
        "wer hat das geschrieben?",
        "qui a écrit ça ?",
        "quem escreveu isto?",
    ],
    Fact.PUBLISHED: [
        "¿cuándo se publicó?",
        "wann wurde der Text veröffentlicht?",
        "quand est-ce que ça a été publié ?",
        "quando foi publicado?",
    ],
    Fact.TITLE: ["¿cómo se llama el ensayo?", "wie heißt der Text?", "quel est le titre ?"],
    Fact.LENGTH: [
        "¿cuántas palabras tiene?",
        "wie lang ist der Text?",
        "combien de mots y a-t-il dans ce texte ?",
        "quantos parágrafos tem?",
    ],
    Fact.SUBJECT: ["¿de qué trata este texto?", "worum geht es?", "de quoi parle ce texte ?"],
    Fact.LICENCE: ["darf ich den Text kopieren?", "posso copiar o texto?"],
}


@pytest.mark.parametrize(
    ("question", "fact"),
    [(question, fact) for fact, asked in IN_OTHER_LANGUAGES.items() for question in asked],
)
def test_a_question_about_the_text_may_come_in_another_language(question: str, fact: Fact) -> None:
    assert fact_asked(question) is fact


@pytest.mark.parametrize(
    "question",
    [
        "¿qué dice el autor de la confianza?",
        "wer hat das Zimmer aufgeräumt?",
        "qui a inventé le téléphone ?",
        "quanto tempo leva a viagem?",
    ],
)
def test_another_language_is_no_reason_to_take_a_question_for_one_about_the_text(
    question: str,
) -> None:
    assert fact_asked(question) is None


@pytest.mark.parametrize(
    ("question", "fact"), [(question, fact) for fact in ASKED for question in ASKED[fact]]
)
def test_a_question_about_the_text_asks_for_its_fact(question: str, fact: Fact) -> None:
    assert fact_asked(question) is fact


def test_every_fact_has_ways_to_ask_for_it() -> None:
    assert set(ASKED) == set(Fact)


@pytest.mark.parametrize(
    "question",
    [
        # Another text, another author
        "who wrote A Modest Proposal",
        "who wrote Hamlet",
        "who wrote the bible",
        "when was Hamlet published",
        "what is the summary of Hamlet",
        "how many words does Hamlet have",
        "who quoted Shakespeare",
        # What the text says, in the same words
        "who wrote the definition of attunement",
        "when was the quoted definition written",
        "how did the author come across the definition",
        "who is Erskine",
        "who created attunement",
        "what is the name for knowing another",
        "what is it called when you know another person",
        "what is the main point of the therapeutic alliance",
        "what is attunement about",
        "what is trust about",
        "what is the source of trust",
        "what changes when you are heard",
        "what has changed for the clients",
        "where does trust come from",
        "how long does attunement take",
        "how many weeks until signs of attunement",
        "who owns a house",
        "what do friends share",
        "can I share stories",
        "how old are college students",
        # Of the author, beyond the name
        "what word does the author like",
        "who does the author work with",
        "what does the author think about empathy",
        "what is the author's worldview",
        "does the author give homework",
        "how many times has the author experienced it",
        "how long has the author worked with students",
        # Something else altogether, some of it in clauses
        "what is the name of the third, permanent church in New Rochelle?",
        "For many years, what was the brotherhood described as?",
        "How long has the U.S. government been engaged in it?",
        "when was Freud born",
        "how long is the Nile",
        "",
        "?",
        "🙂",
    ],
)
def test_a_question_that_only_sounds_like_one_asks_for_no_fact(question: str) -> None:
    assert fact_asked(question) is None


@given(question=any_text)
@settings(max_examples=100, deadline=None)
def test_any_text_asks_for_a_fact_or_none(question: str) -> None:
    assert fact_asked(question) in (None, *Fact)


BARE = Essay("bare", "On Rivers", (Paragraph(1, "A river. It runs."),))
FULL = BARE._replace(
    author="A. Walker",
    published=date(2021, 3, 4),
    updated=date(2022, 5, 6),
    minutes=7,
    source="A walk along the Elbe",
    licence="Free to share.",
    quoted=("Heraclitus", "Basho", "Thoreau"),
    paragraphs=(Paragraph(1, "A river. It runs.", topics=("change", "water")),),
)


@pytest.mark.parametrize(
    ("fact", "parts"),
    [
        (Fact.AUTHOR, ["A. Walker"]),
        (Fact.TITLE, ["On Rivers"]),
        (Fact.PUBLISHED, ["4 March 2021"]),
        (Fact.UPDATED, ["6 May 2022"]),
        (Fact.LENGTH, ["7 minutes", "1 paragraph,", "2 sentences", "4 words"]),
        (Fact.SOURCE, ["A walk along the Elbe"]),
        (Fact.QUOTED, ["Heraclitus, Basho and Thoreau"]),
        (Fact.LICENCE, ["Free to share."]),
        (Fact.SUBJECT, ["change and water"]),
    ],
)
def test_a_fact_is_stated_in_a_sentence(fact: Fact, parts: list[str]) -> None:
    stated = state(FULL, fact) or ""
    assert all(part in stated for part in parts)
    assert stated.endswith(".")


ALWAYS_KNOWN = {Fact.TITLE, Fact.LENGTH, Fact.LANGUAGE, Fact.IDENTITY}
NEVER_GIVEN = {Fact.OTHER_WORKS, Fact.NOT_GIVEN}


@pytest.mark.parametrize("fact", sorted(set(Fact) - ALWAYS_KNOWN))
def test_a_fact_that_the_file_does_not_say_is_not_made_up(fact: Fact) -> None:
    assert not state(BARE, fact)


def test_the_length_is_counted_where_the_file_does_not_say_it() -> None:
    assert "about 1 minute" in (state(BARE, Fact.LENGTH) or "")


def test_a_text_that_was_never_updated_says_when_it_was_published() -> None:
    stated = state(FULL._replace(updated=None), Fact.UPDATED) or ""
    assert "4 March 2021" in stated
    assert "updated" not in stated


@pytest.mark.parametrize("fact", sorted(set(Fact) - NEVER_GIVEN - {Fact.CITATION}))
def test_the_shipped_essay_states_every_fact(essay: Essay, fact: Fact) -> None:
    assert state(essay, fact)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who wrote this?", "does not say who wrote it"),
        ("how old is the author?", "does not say anything about its author"),
        ("when was it published?", "does not say when it was published"),
        ("is there an audiobook?", "does not say that"),
        ("tldr", "I write no summaries"),
        ("what can I ask?", "I write no summaries"),
    ],
)
def test_what_the_file_does_not_say_is_said_to_be_missing(question: str, said: str) -> None:
    stated = fact_stated(question, BARE)
    assert stated is not None
    assert said in stated.text


@pytest.mark.parametrize(
    "question",
    [
        "how long does attunement take to develop?",
        "when do signs of attunement appear?",
        "what does attunement mean",
    ],
)
def test_a_title_that_is_a_word_of_the_text_may_mean_the_word(essay: Essay, question: str) -> None:
    assert fact_stated(question, essay) is None


def test_a_text_by_another_author_is_asked_about_alike() -> None:
    text = BARE._replace(title="Meditations", author="Marcus Aurelius")
    for question in ("who wrote this?", "¿quién escribió esto?", "wer hat das geschrieben?"):
        stated = fact_stated(question, text)
        assert stated is not None
        assert stated.text == "“Meditations” is by Marcus Aurelius."
    about_him = fact_stated("who was Marcus Aurelius?", text)
    assert about_him is not None
    assert about_him.fact is Fact.PERSON


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("when did Farley write this", "published on 13 September 2020"),
        ("who wrote Attunement", "is by J. Farley"),
        ("cite this in MLA", "In MLA style: Farley, J. “Attunement.” 13 Sep 2020."),
        ("how do i cite this essay", "In APA style: Farley, J. (2020, September 13). Attunement."),
        ("chicago citation", "In Chicago style: Farley, J. “Attunement.” September 13, 2020."),
        ("tldr", "no summary"),
    ],
)
def test_the_author_may_be_called_by_name_and_the_text_cited_in_a_style(
    shipped: Library, question: str, said: str
) -> None:
    answer = shipped.ask(question)
    assert answer.kind is Kind.ABOUT
    assert said in (answer.text or "")
