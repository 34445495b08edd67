"""How fast passages are found as a text grows, beside bm25s and tantivy's fuzzy query.

usage: python -m benchmarks.retrieval_speed [--data FOLDER] [--sizes 1000,10000,100000]

Each engine builds its index over the same paragraphs and answers the same questions, half of them
misspelt, in a process of its own. Without --data the paragraphs are made of invented words; with
it they are recombined from the question sets in the folder. Writes a table and a plot.
"""

import argparse
import gc
import os
import platform
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

from benchmarks.question_sets import misspell, rows
from bot.retrieval.terms import FUNCTION_WORDS, carries_meaning, words
from bot.texts.sentences import split_sentences

OUTPUT = Path(__file__).resolve().parents[1] / "docs" / "benchmarks"
QUESTIONS = 300
LIMIT_MEDIAN = 10.0  # ms at 100,000 paragraphs
LIMIT_P95 = 25.0  # ms
LIMIT_BUILD = 60.0  # s
LIMIT_MEMORY = 400.0  # MB
LONGEST = 90.0  # s of questions; a slow engine is asked fewer of them
BEST = 10

Ask = Callable[[str], object]


@dataclass(frozen=True)
class Measured:
    """What one engine took at one size; times in milliseconds unless said."""

    engine: str
    paragraphs: int
    questions: int
    median: float
    p95: float
    build_seconds: float
    megabytes: float


def build_attune(paragraphs: Sequence[str]) -> Ask:
    """Our engine: the best paragraphs with the sentence that answers in each."""
    from bot.retrieval import PassageIndex

    index = PassageIndex.from_paragraphs(paragraphs)
    return lambda question: index.search(question, BEST)


def build_bm25s(paragraphs: Sequence[str]) -> Ask:
    """bm25s, with its stop words and PyStemmer, as its documentation shows it."""
    import bm25s
    import Stemmer

    stemmer = Stemmer.Stemmer("english")

    def tokens(text: str | list[str]) -> object:
        return bm25s.tokenize(text, stopwords="en", stemmer=stemmer, show_progress=False)

    index = bm25s.BM25()
    index.index(tokens(list(paragraphs)), show_progress=False)
    best = min(BEST, len(paragraphs))
    return lambda question: index.retrieve(tokens(question), k=best, show_progress=False)


def build_tantivy(paragraphs: Sequence[str]) -> Ask:
    """tantivy in memory, stemmed; each word of a question may differ by one letter."""
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("number", stored=True)
    schema.add_text_field("body", stored=False, tokenizer_name="en_stem")
    index = tantivy.Index(schema.build())
    writer = index.writer(15_000_000, 1)
    for number, text in enumerate(paragraphs):
        writer.add_document(tantivy.Document(number=number, body=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def ask(question: str) -> object:
        asked = " ".join(word for word in words(question) if carries_meaning(word))
        query = index.parse_query(
            asked.replace("'", " "), ["body"], fuzzy_fields={"body": (False, 1, True)}
        )
        hits = searcher.search(query, BEST).hits
        return [(searcher.doc(address)["number"], score) for score, address in hits]

    return ask


ENGINES: dict[str, tuple[Callable[[Sequence[str]], Ask], tuple[str, ...]]] = {
    "Attune": (build_attune, ("bot.retrieval", "numpy")),
    "bm25s": (build_bm25s, ("bm25s", "Stemmer")),
    "tantivy fuzzy": (build_tantivy, ("tantivy",)),
}
"""How each is built, and what it imports (before memory is read)."""


def made_paragraphs(many: int) -> list[str]:
    """Paragraphs of invented words: frequencies after Zipf, a vocabulary that grows after Heaps."""
    chance = random.Random(many)
    said = 1000
    paragraphs = []
    for _ in range(many):
        sentences = []
        for _ in range(chance.randint(3, 6)):
            length = chance.randint(8, 24)
            vocabulary = 30.0 * said**0.5
            spoken = [_word(int(vocabulary ** chance.random())) for _ in range(length)]
            sentences.append(" ".join(spoken).capitalize() + ".")
            said += length
        paragraphs.append(" ".join(sentences))
    return paragraphs


@lru_cache(maxsize=1 << 18)
def _word(rank: int) -> str:
    """The word of a rank, common ones first: those that hold sentences together."""
    if rank <= len(_COMMON):
        return _COMMON[rank - 1]
    return _invented(random.Random(rank), 2, 4)


_COMMON = sorted(FUNCTION_WORDS)[:100]


def _invented(chance: random.Random, fewest: int, most: int) -> str:
    syllables = range(chance.randint(fewest, most))
    return "".join(chance.choice("bcdfghjklmnprstvw") + chance.choice("aeiou") for _ in syllables)


def recombined_paragraphs(many: int, folder: Path) -> list[str]:
    """Paragraphs put together from the sets' sentences, with two invented names in each."""
    sentences = [
        sentence
        for file in sorted(folder.glob("*.jsonl"))
        for row in rows(file)
        if row.get("kind") == "doc"
        for paragraph in row["paragraphs"]
        for sentence in split_sentences(paragraph)
    ]
    if not sentences:
        raise SystemExit(f"{folder} holds no question sets with texts")
    chance = random.Random(many)
    paragraphs = []
    for _ in range(many):
        spoken = " ".join(chance.choice(sentences) for _ in range(chance.randint(3, 6)))
        names = [_invented(chance, 2, 4).capitalize() for _ in range(2)]
        paragraphs.append(f"{spoken} {names[0]} met {names[1]}.")
    return paragraphs


def asked_of(paragraphs: Sequence[str]) -> list[str]:
    """Questions in the words of some sentences, every other one misspelt."""
    chance = random.Random(len(paragraphs))
    questions = []
    for number in range(QUESTIONS):
        sentence = chance.choice(split_sentences(chance.choice(paragraphs)))
        longer = [word.strip('.,;:!?()"“”') for word in sentence.split() if len(word) > 3]
        question = f"what {' '.join(longer[:8])}?"
        questions.append(misspell(question, str(number)) if number % 2 else question)
    return questions


def measure(engine: str, many: int, folder: Path | None) -> Measured:
    """Build an engine over so many paragraphs and ask; to be run in a process of its own."""
    build, imported = ENGINES[engine]
    for module in imported:
        __import__(module)
    paragraphs = recombined_paragraphs(many, folder) if folder else made_paragraphs(many)
    first, *questions = ["what is it about?", *asked_of(paragraphs)]
    _word.cache_clear()
    before = _resident()
    started = time.perf_counter()
    ask = build(paragraphs)
    ask(first)
    built = time.perf_counter() - started
    added = _resident() - before
    taken: list[float] = []
    for question in questions:
        started = time.perf_counter()
        ask(question)
        taken.append((time.perf_counter() - started) * 1000.0)
        if sum(taken) > LONGEST * 1000.0:
            break
    p95 = statistics.quantiles(taken, n=20)[-1]
    return Measured(engine, many, len(taken), statistics.median(taken), p95, built, added)


def _resident() -> float:
    """Megabytes of this process that are in memory (elsewhere than on Linux, its peak)."""
    gc.collect()
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def measure_all(sizes: Sequence[int], folder: Path | None) -> list[Measured]:
    """Each engine at each size, one process after the other."""
    found = []
    for many in sizes:
        for engine in ENGINES:
            with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as process:
                one = process.submit(measure, engine, many, folder).result()
            print(f"{engine:>14} {many:>9,} {one.median:8.2f} ms median {one.p95:8.2f} ms p95")
            found.append(one)
    return found


def report(found: Sequence[Measured], folder: Path | None) -> str:
    """The table, with how it was measured."""
    made = (
        "recombined from the sentences of public question sets, with invented names"
        if folder
        else "made of invented words (frequencies after Zipf, vocabulary after Heaps)"
    )
    command = " --data FOLDER" if folder else ""
    engines = ", ".join(f"{name} {version(name)}" for name in ("bm25s", "tantivy", "rapidfuzz"))
    table = "\n".join(
        f"| {one.paragraphs:,} | {one.engine} | {one.median:.2f} | {one.p95:.2f} "
        f"| {one.build_seconds:.1f} | {one.megabytes:.0f} | {one.questions} |"
        for one in found
    )
    return f"""# Speed and growth of the search

`python -m benchmarks.retrieval_speed{command}` writes this page and the plot.

- Paragraphs are {made}.
- {QUESTIONS} questions in the words of some sentences, every other one with misspelt words.
- Each engine runs in a process of its own; one question is asked after the other.
- *Build* ends with the first answer; *memory* is what the process grew by until then.
- bm25s and tantivy find paragraphs; Attune also picks the sentence that answers in each.
- bm25s does not look for misspelt words; tantivy does, one letter a word.
- An engine is asked for {LONGEST:.0f} s at most: a slow one gets fewer questions.

{os.cpu_count()} cores, Python {platform.python_version()}, {engines}.

| paragraphs | engine | median, ms | p95, ms | build, s | memory added, MB | questions |
|---:|:---|---:|---:|---:|---:|---:|
{table}

Attune's limits at 100,000 paragraphs: {LIMIT_MEDIAN:.0f} ms median, {LIMIT_P95:.0f} ms p95,
{LIMIT_MEMORY:.0f} MB, built in {LIMIT_BUILD:.0f} s. {_growth(found)}

![Milliseconds a question and memory by the number of paragraphs](retrieval_speed.svg)
"""


def _growth(found: Sequence[Measured]) -> str:
    ours = [one for one in found if one.engine == "Attune"]
    if len(ours) < 2:
        return ""
    times = ours[-1].paragraphs / ours[0].paragraphs
    slower = ours[-1].median / ours[0].median
    return f"Its median grows {slower:.1f}-fold for {times:,.0f} times the paragraphs."


def plot(found: Sequence[Measured], file: Path) -> None:
    """Time and memory by the number of paragraphs, both axes logarithmic."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "attune"
    from matplotlib import pyplot

    figure, (speed, memory) = pyplot.subplots(1, 2, figsize=(11, 4.6), layout="constrained")
    for colour, engine in zip(("#2f5d62", "#c1693c", "#7a6fa8"), ENGINES, strict=True):
        own = [one for one in found if one.engine == engine]
        sizes = [one.paragraphs for one in own]
        speed.plot(sizes, [one.median for one in own], "o-", color=colour, label=engine)
        speed.plot(sizes, [one.p95 for one in own], "v:", color=colour, label=f"{engine}, p95")
        memory.plot(sizes, [max(0.1, one.megabytes) for one in own], "o-", color=colour)
    for axes, limit, named in (
        (speed, LIMIT_MEDIAN, f"limit of the median: {LIMIT_MEDIAN:.0f} ms"),
        (speed, LIMIT_P95, f"limit of p95: {LIMIT_P95:.0f} ms"),
        (memory, LIMIT_MEMORY, f"limit: {LIMIT_MEMORY:.0f} MB"),
    ):
        axes.axhline(limit, color="#999999", linewidth=0.8, linestyle="--")
        at = (0.01, limit)
        where = ("axes fraction", "data")
        axes.annotate(named, at, xycoords=where, va="bottom", fontsize=8, color="#666666")
    for axes, title in ((speed, "milliseconds a question"), (memory, "memory added, MB")):
        axes.set(xscale="log", yscale="log", xlabel="paragraphs", title=title)
        axes.xaxis.set_major_formatter("{x:,.0f}")
        axes.yaxis.set_major_formatter("{x:g}")
        axes.grid(alpha=0.25)
    figure.legend(fontsize=9, loc="outside lower center", ncols=6, frameon=False)
    figure.savefig(file, metadata={"Date": None})
    pyplot.close(figure)


def main() -> None:
    """Measure, print, write the table and the plot."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, help="a folder of question sets (.jsonl)")
    parser.add_argument("--sizes", default="1000,10000,100000", help="paragraphs, with commas")
    arguments = parser.parse_args()
    sizes = sorted(int(size) for size in arguments.sizes.split(","))
    found = measure_all(sizes, arguments.data)
    OUTPUT.mkdir(parents=True, exist_ok=True)
    page = report(found, arguments.data)
    (OUTPUT / "retrieval_speed.md").write_text(page, encoding="utf-8")
    plot(found, OUTPUT / "retrieval_speed.svg")
    print(page)


if __name__ == "__main__":
    main()
