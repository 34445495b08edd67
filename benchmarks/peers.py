"""How often Attune and ready-made engines find the right paragraph and sentence: README's table.

    python -m benchmarks.peers --sets FOLDER [--most 300]

FOLDER holds public question sets (`convert_sets.py` makes them), of which the first `--most`
questions by a hash are asked, as they are and misspelt (NoiseQA's are as people typed or a speech
recogniser heard them). A cell is the share of right paragraphs, and of right sentences, first.

The other engines find paragraphs, not sentences. Each gets a second index, over all sentences, and
its sentence is the one of its best paragraph that it scores highest there. Attune's weights were
fitted on these very sets; `benchmarks.fit` prints its cross-validated figures.
"""

import argparse
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.question_sets import Asked, QuestionSet, holds_an_answer, load, misspell
from bot.retrieval import PassageIndex
from bot.retrieval.terms import carries_meaning, stem, words
from bot.texts.sentences import split_sentences

Place = tuple[int, int]
"""A paragraph and a sentence of it, from 0."""

Find = Callable[[str], Place | None]
Scores = NDArray[np.float64]
Score = Callable[[str], Scores]
"""From a question to the score of each text, in their order; 0 for one that is not found."""

TITLES = {
    "squad2": "encyclopedia (SQuAD 2)",
    "onestopqa": "newspaper (OneStopQA)",
    "nq_qed": "real search queries (NQ)",
    "fairytaleqa": "tales (FairytaleQA)",
    "noiseqa_clean": "as the questions were meant (NoiseQA)",
    "noiseqa_keyboard": "as people typed them (NoiseQA)",
    "noiseqa_asr": "as a speech recogniser heard them (NoiseQA)",
}


def attune(paragraphs: Sequence[str]) -> Find:
    """This project's engine, on text alone."""
    index = PassageIndex.from_paragraphs(paragraphs)

    def find(question: str) -> Place | None:
        ranked = index.rank(index.read(question))
        return (ranked[0].paragraph, ranked[0].sentence) if ranked else None

    return find


def peer(score: Callable[[Sequence[str]], Score]) -> Callable[[Sequence[str]], Find]:
    """An engine that scores texts, made to find a paragraph and a sentence of it."""

    def build(paragraphs: Sequence[str]) -> Find:
        sentences = [split_sentences(text) for text in paragraphs]
        first = np.cumsum([0, *(len(some) for some in sentences)])
        of_paragraphs = score(paragraphs)
        of_sentences = score([sentence for some in sentences for sentence in some])

        def find(question: str) -> Place | None:
            scores = of_paragraphs(question)
            at = int(np.argmax(scores))
            if scores[at] <= 0:
                return None
            own = of_sentences(question)[first[at] : first[at + 1]]
            return at, int(np.argmax(own))

        return find

    return build


def score_bm25s(texts: Sequence[str]) -> Score:
    """bm25s with Attune's stems and stop words.

    With the shorter list that it brings, it finds fewer right paragraphs in most sets, but more right
    sentences for search queries.
    """
    import bm25s

    def tokens(text: str) -> list[str]:
        return [stem(word) for word in words(text) if carries_meaning(word)]

    index = bm25s.BM25()
    index.index([tokens(text) or ["-"] for text in texts], show_progress=False)

    def score(question: str) -> Scores:
        known = [token for token in tokens(question) if token in index.vocab_dict]
        return np.asarray(index.get_scores(known)) if known else np.zeros(len(texts))

    return score


def score_tantivy(texts: Sequence[str]) -> Score:
    """tantivy, stemmed; a word counts as it is, and again with one letter changed."""
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("number", stored=True)
    schema.add_text_field("body", stored=False, tokenizer_name="en_stem")
    index = tantivy.Index(schema.build())
    writer = index.writer(15_000_000, 1)
    for number, text in enumerate(texts):
        writer.add_document(tantivy.Document(number=number, body=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def score(question: str) -> Scores:
        scores = np.zeros(len(texts))
        asked = " ".join(word for word in words(question) if carries_meaning(word))
        asked = asked.replace("'", " ")
        if asked.strip():
            exact = index.parse_query(asked, ["body"])
            fuzzy = index.parse_query(asked, ["body"], fuzzy_fields={"body": (False, 1, True)})
            either = tantivy.Query.boolean_query(
                [(tantivy.Occur.Should, exact), (tantivy.Occur.Should, fuzzy)]
            )
            for value, address in searcher.search(either, len(texts)).hits:
                scores[searcher.doc(address)["number"][0]] = value
        return scores

    return score


def score_rapidfuzz(texts: Sequence[str]) -> Score:
    """rapidfuzz's token_set_ratio, in small letters and without punctuation."""
    from rapidfuzz import fuzz, process, utils

    plain = [utils.default_process(text) for text in texts]

    def score(question: str) -> Scores:
        asked = utils.default_process(question)
        return np.asarray(process.cdist([asked], plain, scorer=fuzz.token_set_ratio)[0], float)

    return score


ENGINES: dict[str, Callable[[Sequence[str]], Find]] = {
    "Attune": attune,
    "bm25s, stemmed": peer(score_bm25s),
    "tantivy, stemmed and fuzzy": peer(score_tantivy),
    "rapidfuzz `token_set_ratio`": peer(score_rapidfuzz),
}


def chosen(questions: QuestionSet, most: int) -> list[Asked]:
    """At most so many of the answerable questions, the same each time."""
    answerable = [asked for asked in questions.questions if asked.answerable]
    answerable.sort(key=lambda asked: hashlib.sha256(asked.text.encode()).hexdigest())
    return answerable[:most]


def share_right(
    build: Callable[[Sequence[str]], Find],
    questions: QuestionSet,
    asked: Sequence[Asked],
    as_typed: Callable[[str], str],
) -> tuple[float, float]:
    """How many in 100 have a right paragraph first, and of those with a span, a right sentence."""
    finds: dict[str, Find] = {}
    paragraphs = sentences = spanned = 0
    for one in asked:
        text = questions.texts[one.doc]
        if one.doc not in finds:
            finds[one.doc] = build(text)
        place = finds[one.doc](as_typed(one.text))
        spanned += bool(one.spans)
        if place is not None:
            paragraphs += place[0] in one.paragraphs
            sentences += bool(one.spans) and holds_an_answer(one, *place, text[place[0]])
    return 100 * paragraphs / len(asked), 100 * sentences / max(1, spanned)


def table(sets: Sequence[QuestionSet], most: int) -> str:
    """The figures in Markdown, the best of each row in bold."""
    lines = [
        f"| right paragraph / right sentence first, % | questions | {' | '.join(ENGINES)} |",
        f"| --- | ---: |{' --- |' * len(ENGINES)}",
    ]
    for questions in sets:
        asked = chosen(questions, most)
        title = TITLES.get(questions.name, questions.name)
        ways: dict[str, Callable[[str], str]] = {title: str}
        if not questions.name.startswith("noiseqa"):
            ways["the same, misspelt"] = lambda text: misspell(text, text)
        for way, as_typed in ways.items():
            found = [share_right(build, questions, asked, as_typed) for build in ENGINES.values()]
            cells = " | ".join(_cell(one, found) for one in found)
            lines.append(f"| {way} | {len(asked)} | {cells} |")
    return "\n".join(lines)


def _cell(one: tuple[float, float], of: Sequence[tuple[float, float]]) -> str:
    best = [max(round(value) for value in values) for values in zip(*of, strict=True)]
    return " / ".join(
        f"**{value:.0f}**" if round(value) == most else f"{value:.0f}"
        for value, most in zip(one, best, strict=True)
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, required=True, help="a folder of question sets")
    parser.add_argument("--most", type=int, default=300, help="questions asked of each set")
    given = parser.parse_args()
    known = [given.sets / f"{name}.jsonl" for name in TITLES]
    sets = [load(file) for file in known if file.exists()]
    if not sets:
        raise SystemExit(
            f"{given.sets}: there are no question sets; see benchmarks/convert_sets.py"
        )
    print(table(sets, given.most))


if __name__ == "__main__":
    main()
