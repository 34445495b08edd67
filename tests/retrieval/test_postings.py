"""The two ways to rank paragraphs agree with each other and with BM25 as it is written."""

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.retrieval import PassageIndex, postings
from bot.retrieval.postings import K1, B, Postings
from bot.retrieval.vocabulary import Near

Groups = Sequence[tuple[float, Sequence[Near]]]
Texts = list[list[int]]

TERMS = 12
NUMPY, PLAIN = -1, 1 << 60
"""Runs longer than this are left to numpy: all of them, none."""


def postings_of(texts: Texts) -> Postings:
    built = Postings()
    for text in texts:
        built.add(Counter(text).items(), len(text))
    return built


def best(texts: Texts, groups: Groups, limit: int, longest: int) -> list[tuple[int, float]]:
    with pytest.MonkeyPatch.context() as patch:
        for threshold in ("_LONG_RUN", "_LONG_WITH_NUMPY"):
            patch.setattr(postings, threshold, longest)
        return postings_of(texts).scores(groups).best(limit)


def by_definition(texts: Texts, groups: Groups) -> dict[int, float]:
    """BM25 as Robertson and Zaragoza write it, a group's frequency that of its strongest term."""
    average = max(1.0, sum(map(len, texts)) / max(1, len(texts)))
    scores = {}
    for paragraph, text in enumerate(texts):
        norm = K1 * (1 - B + B * len(text) / average)
        score = 0.0
        for idf, group in groups:
            frequency = max(near.weight * text.count(near.term) for near in group)
            score += idf * frequency * (K1 + 1) / (frequency + norm)
        if score > 0.0:
            scores[paragraph] = score
    return scores


texts_of_terms = st.lists(st.lists(st.integers(0, TERMS - 1), max_size=12), max_size=15)
nears = st.builds(Near, st.integers(0, TERMS + 2), st.floats(0.1, 1.0), st.just("like it"))
groups_of_terms = st.lists(
    st.tuples(st.floats(0.1, 8.0), st.lists(nears, min_size=1, max_size=4)), max_size=5
)


@pytest.mark.parametrize("longest", [NUMPY, PLAIN], ids=["numpy", "plain"])
@given(texts=texts_of_terms, groups=groups_of_terms, limit=st.integers(1, 12))
@settings(max_examples=150, deadline=None)
def test_the_best_paragraphs_are_those_of_bm25(
    longest: int, texts: Texts, groups: Groups, limit: int
) -> None:
    right = by_definition(texts, groups)
    found = best(texts, groups, limit, longest)
    assert len(found) == min(limit, len(right))
    assert len({paragraph for paragraph, _ in found}) == len(found)
    highest = sorted(right.values(), reverse=True)[:limit]
    assert [score for _, score in found] == pytest.approx(highest, rel=1e-4)
    assert [right[paragraph] for paragraph, _ in found] == pytest.approx(highest, rel=1e-4)


def test_both_ways_give_the_same_ranking_of_a_large_text() -> None:
    chance = random.Random(7)
    texts = [
        [int(chance.paretovariate(0.7)) % 400 for _ in range(chance.randint(5, 60))]
        for _ in range(3000)
    ]
    for _ in range(20):
        groups = [
            (chance.uniform(1, 8), [Near(chance.randrange(400), w, "") for w in (1.0, 0.6, 0.4)])
            for _ in range(4)
        ]
        plain = best(texts, groups, 10, PLAIN)
        by_numpy = best(texts, groups, 10, NUMPY)
        assert [p for p, _ in by_numpy] == [p for p, _ in plain]
        assert [s for _, s in by_numpy] == pytest.approx([s for _, s in plain], rel=1e-4)


@pytest.mark.parametrize("longest", [NUMPY, PLAIN], ids=["numpy", "plain"])
def test_among_equal_paragraphs_the_first_come_first(longest: int) -> None:
    texts = [[0, 1] for _ in range(5000)]
    found = best(texts, [(1.0, [Near(0, 1.0, "same word")])], 10, longest)
    assert [paragraph for paragraph, _ in found] == list(range(10))


@pytest.mark.parametrize("longest", [NUMPY, PLAIN], ids=["numpy", "plain"])
def test_a_term_that_stands_nowhere_finds_nothing(longest: int) -> None:
    assert best([[0, 1], [1]], [(1.0, [Near(9, 1.0, "curated word")])], 10, longest) == []


@pytest.mark.parametrize("longest", [NUMPY, PLAIN], ids=["numpy", "plain"])
def test_a_group_of_near_words_counts_once_by_its_strongest(longest: int) -> None:
    texts = [[1, 2, 3], [0, 4, 5]]
    near = [Near(0, 1.0, "same word"), *(Near(term, 0.9, "like it") for term in (1, 2, 3))]
    found = best(texts, [(2.0, near)], 10, longest)
    assert [paragraph for paragraph, _ in found] == [1, 0]


@pytest.mark.parametrize("longest", [NUMPY, PLAIN], ids=["numpy", "plain"])
def test_a_word_that_a_paragraph_says_a_thousand_times_still_ranks_it_first(longest: int) -> None:
    texts = [[0] * 3 + [1] * 997, [0] * 1000]
    found = best(texts, [(2.0, [Near(0, 1.0, "same word")])], 10, longest)
    assert found[0][0] == 1


def test_a_text_of_many_equal_paragraphs_is_found_from_its_first() -> None:
    index = PassageIndex.from_paragraphs(["The same words stand here."] * 4000)
    assert [hit.paragraph for hit in index.search("same words")] == list(range(10))
