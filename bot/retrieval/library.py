"""All the texts together: one question in, one answer out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from bot.retrieval.about import MAY_STAND_IN_THE_TEXT, fact_stated
from bot.retrieval.answer import NEAR, SURE, Alternative, Answer, Kind
from bot.retrieval.care import care_message, in_distress
from bot.retrieval.catalogue import Catalogue
from bot.retrieval.clauses import asking_clauses
from bot.retrieval.conversation import Continuation, FollowUp, follow_up
from bot.retrieval.essay_index import ECHOED, EssayIndex
from bot.retrieval.found import Found
from bot.retrieval.in_place import InPlace, in_place
from bot.retrieval.matter import Matter
from bot.retrieval.meaning import MeaningSource, no_meaning
from bot.retrieval.mentions import mentions
from bot.retrieval.question import Question, plain
from bot.retrieval.small_talk import small_talk_reply
from bot.retrieval.wording import as_meant, without_chatter
from bot.texts.model import Essay, Paragraph, Sentence

if TYPE_CHECKING:
    from bot.retrieval.explain import Explanation

DOUBTFUL = 0.66
"""The confidence up to which a word far from the text's matter is a reason to be silent."""

CERTAIN = 0.9
"""The confidence from which on no stronger vectors are asked."""

END_OF_TEXT = "That was the end of the text."

ALTERNATIVES = 5
SUGGESTIONS = 3

MOST_CHARACTERS = 4000
"""Characters of a question that are read; Discord takes no more in a message."""


class Asked(NamedTuple):
    """A question with its answer and the way to it.

    `rule` names what decided where no ranking did; `found` are the ranked sentences otherwise.
    """

    answer: Answer
    by: EssayIndex
    read: Question
    found: list[Found]
    rule: str | None = None


class Library:
    """The essays that are open to questions, each with its index."""

    def __init__(
        self,
        essays: Sequence[Essay],
        meaning: MeaningSource = no_meaning,
        stronger: MeaningSource = no_meaning,
    ) -> None:
        """`meaning` finds what is said in other words; without it, letters alone decide.

        `stronger` is asked, too, where the answer is in doubt.
        """
        self.essays = tuple(essays)
        self._meaning = meaning
        self._stronger = stronger
        self._matters: dict[str, Matter | None] = {}
        self._indexes = [EssayIndex(essay, meaning, stronger) for essay in self.essays]
        self._catalogue = Catalogue(self.essays, meaning)

    def warm_up(self) -> None:
        """Makes all vectors, so that no question waits for them."""
        for index in self._indexes:
            index.warm_up()
            self._matter(index)
        self._catalogue.warm_up()

    def essay(self, id: str) -> Essay | None:
        """The essay with this id, None if the library has none."""
        return next((essay for essay in self.essays if essay.id == id), None)

    def ask(
        self,
        question: str,
        essay_id: str | None = None,
        *,
        before: Sentence | None = None,
        deep: bool = True,
    ) -> Answer:
        """The answer to a question, of the essay with this id or of the one that answers best.

        `before` is the sentence that was answered last, for a question that goes on from it;
        `deep` lets the stronger vectors decide where there are any and there is doubt. Never
        raises: any text is a question, if only one that no essay answers. Raises LookupError only
        if the library is empty.
        """
        return self._ask(question, essay_id, before, deep=deep).answer

    def doubts(self, answer: Answer) -> bool:
        """Whether the stronger vectors should be asked about this answer, too."""
        replied = answer.kind is Kind.NONE and answer.text is not None
        decided = answer.kind in (Kind.CARE, Kind.ABOUT) or replied
        sure = answer.kind is Kind.ANSWER and answer.score >= CERTAIN
        return self._stronger is not no_meaning and not decided and not sure

    def explain(self, question: str, essay_id: str | None = None) -> "Explanation":
        """The answer with the whole way to it."""
        from bot.retrieval.explain import explain  # a question alone should not wait for it

        return explain(self._ask(question, essay_id, None, deep=True))

    def likeliest(self, question: str, essay_id: str, limit: int) -> list[Sentence]:
        """The sentences of an essay that a question comes nearest to, best first."""
        index = next((i for i in self._indexes if i.essay.id == essay_id), None)
        found = [] if index is None else index.find(index.read(question))
        return [one.sentence for one in found[:limit]]

    def suggest(self, typed: str, limit: int = 25) -> list[str]:
        """Questions that the essays are known to answer, likest to what was typed first."""
        return self._catalogue.questions(typed, limit)

    def topics(self, typed: str = "", limit: int = 25) -> list[str]:
        """Topics of the essays, likest to what was typed first; in reading order if nothing was."""
        return self._catalogue.topics(typed, limit)

    def written_out(self, short: str) -> str:
        """The listed question or topic whose digest a custom id carries, else the text as it is."""
        return self._catalogue.written_out(short)

    def about_topic(self, topic: str) -> list[tuple[Essay, Paragraph]]:
        """The paragraphs that have this topic, whatever its case; empty for an unknown one."""
        return self._catalogue.about(topic)

    def mentions(self, words: str) -> list[tuple[Essay, Sentence]]:
        """The sentences that speak of these words, whether or not they are a topic."""
        return [(i.essay, one) for i in self._indexes for one in mentions(i, words)]

    def _ask(
        self, question: str, essay_id: str | None, before: Sentence | None, *, deep: bool
    ) -> Asked:
        asked = question[:MOST_CHARACTERS]
        indexes = [i for i in self._indexes if i.essay.id == essay_id] or self._indexes
        if not indexes:
            raise LookupError("the library has no essay")
        if in_distress(asked):
            return self._decided(question, indexes[0], Kind.CARE, care_message(indexes[0].essay))
        going_on = follow_up(asked) if before is not None else None
        if going_on is not None and before is not None:
            return self._gone_on(question, indexes[0], before, going_on)
        if (reply := small_talk_reply(plain(asked))) is not None:
            return self._decided(question, indexes[0], Kind.NONE, reply)
        return self._found(question, asked, indexes, deep=deep)

    def _found(
        self, question: str, asked: str, indexes: Sequence[EssayIndex], *, deep: bool
    ) -> Asked:
        if (named := in_place(question, plain(asked), indexes)) is not None:
            return self._at_place(question, named)
        index, read, found = _surest(
            [(index, _read(index, each)) for index in indexes for each in _readings(asked, index)]
        )
        in_the_text = any(one.quoted or _is_listed(one, read) for one in found[:1])
        stated = None if in_the_text else fact_stated(asked, index.essay)
        answer = self._answer(question, index, read, found)
        in_the_text = answer.kind is Kind.ANSWER and answer.score >= CERTAIN
        if stated and not (stated.fact in MAY_STAND_IN_THE_TEXT and in_the_text):
            return self._decided(question, index, Kind.ABOUT, stated.text)
        if deep and self.doubts(answer):
            found = index.deepen(read, found)
            answer = self._answer(question, index, read, found)
        return Asked(answer, index, read, found)

    def _at_place(self, question: str, named: InPlace) -> Asked:
        """The answer to a question that names a place, from that place alone."""
        index, read, found, score, missing = named
        if missing is not None:
            asked = self._decided(question, index, Kind.NONE, missing)
            return asked._replace(rule="a place that the text does not have")
        rule = "the place that it names"
        answer = self._answered(question, index, found, [score] * len(found))
        return Asked(answer, index, read, found, rule)

    def _decided(self, question: str, index: EssayIndex, kind: Kind, text: str) -> Asked:
        """An answer that no ranking was needed for."""
        rules = {Kind.CARE: "distress", Kind.ABOUT: "a fact about the text"}
        score = 1.0 if kind is Kind.ABOUT else 0.0
        suggestions = (
            self._catalogue.suggestions(index.essay, (), SUGGESTIONS) if kind is Kind.NONE else ()
        )
        answer = Answer(
            question, kind, index.essay, text=text, score=score, suggestions=suggestions
        )
        return Asked(answer, index, index.read(question), [], rules.get(kind, "small talk"))

    def _gone_on(
        self, question: str, index: EssayIndex, before: Sentence, going_on: FollowUp
    ) -> Asked:
        """The answer to a question that goes on from the sentence `before`."""
        if going_on.continuation is Continuation.MORE:
            return self._following(question, index, before)
        if going_on.continuation is Continuation.WHO_SAYS:
            said = fact_stated("who wrote this?", index.essay)
            return self._decided(question, index, Kind.ABOUT, said.text if said else "")
        context = before.questions[0] if before.questions else before.text
        read, found = _read(index, f"{going_on.own} {context}")
        if going_on.continuation is Continuation.ELSE:
            own_read, own_found = _read(index, going_on.own)
            if own_found and index.confidence(own_read, own_found[0]) >= NEAR:
                read, found = own_read, own_found
        found = [one for one in found if one.sentence != before]
        if not found or index.confidence(read, found[0]) < NEAR:
            return self._following(question, index, before, Kind.NEAREST)
        return Asked(self._answer(question, index, read, found), index, read, found)

    def _following(
        self, question: str, index: EssayIndex, before: Sentence, kind: Kind = Kind.ANSWER
    ) -> Asked:
        """The sentence after `before`, across the end of a paragraph; none after the last."""
        essay = index.essay
        sentences = [s for paragraph in essay.paragraphs for s in paragraph.sentences]
        place = (before.paragraph, before.number)
        after = next((s for s in sentences if (s.paragraph, s.number) > place), None)
        if after is None:
            return self._decided(question, index, Kind.NONE, END_OF_TEXT)
        passage = essay.paragraphs[after.paragraph - 1].text
        answer = Answer(
            question, kind, essay, after.paragraph, after.number, after.text, passage, SURE
        )
        return Asked(answer, index, index.read(question), [], "what follows in the text")

    def _answer(
        self, question: str, index: EssayIndex, read: Question, found: Sequence[Found]
    ) -> Answer:
        scores = index.scores(read, found[: 1 + ALTERNATIVES]) if plain(question) else []
        if scores and NEAR <= scores[0] < DOUBTFUL:
            matter = self._matter(index)
            if matter is not None and matter.is_off_topic(read):
                scores[0] = NEAR / 2
        return self._answered(question, index, found, scores)

    def _answered(
        self, question: str, index: EssayIndex, found: Sequence[Found], scores: Sequence[float]
    ) -> Answer:
        """The answer that what was found amounts to; as many as have a score are looked at."""
        score = scores[0] if scores else 0.0
        if score < NEAR:
            suggestions = self._catalogue.suggestions(index.essay, found, SUGGESTIONS)
            return Answer(question, Kind.NONE, index.essay, score=score, suggestions=suggestions)
        best = found[0].sentence
        kind = Kind.ANSWER if score >= SURE else Kind.NEAREST
        return Answer(
            question,
            kind,
            index.essay,
            best.paragraph,
            best.number,
            best.text,
            index.essay.paragraphs[best.paragraph - 1].text,
            score,
            tuple(
                Alternative(one.sentence.paragraph, one.sentence.number, one.sentence.text, each)
                for one, each in list(zip(found, scores, strict=False))[1:]
            ),
            self._catalogue.suggestions(index.essay, found, SUGGESTIONS)
            if kind is Kind.NEAREST
            else (),
        )

    def _matter(self, index: EssayIndex) -> Matter | None:
        """What a curated text speaks of; None for another, whose readers' words are not known."""
        key = index.essay.id
        if key not in self._matters:
            meaning = self._meaning() if is_curated(index.essay) else None
            self._matters[key] = Matter(index.essay, meaning) if meaning else None
        return self._matters[key]


def is_curated(essay: Essay) -> bool:
    """Whether a text has listed questions, which show how its readers speak."""
    return any(sentence.questions for part in essay.paragraphs for sentence in part.sentences)


def _is_listed(found: Found, asked: Question) -> bool:
    """Whether the question is one that the curator listed; one word alone does not tell it."""
    listed = found.evidence.likeness >= ECHOED
    said = [plain(one).casefold().rstrip("?") for one in (found.evidence.nearest, asked.text)]
    return listed and (len(asked.groups) > 1 or said[0] == said[1])


def _readings(asked: str, index: EssayIndex) -> list[str]:
    """The message as it was meant, as a whole, and the clauses of a long one that ask."""
    vocabulary = index.passages.vocabulary
    told = as_meant(asked, vocabulary)
    return [told, *(without_chatter(clause) for clause in asking_clauses(told))]


def _read(index: EssayIndex, asked: str) -> tuple[Question, list[Found]]:
    read = index.read(asked)
    return read, index.find(read)


def _surest(
    looked: Sequence[tuple[EssayIndex, tuple[Question, list[Found]]]],
) -> tuple[EssayIndex, Question, list[Found]]:
    """The reading with the surest answer, the first of equals."""
    index, (read, found) = max(
        looked,
        key=lambda one: one[0].confidence(one[1][0], one[1][1][0]) if one[1][1] else 0.0,
    )
    return index, read, found
