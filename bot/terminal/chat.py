"""`attune chat`: questions and answers in a loop."""

import sys
from argparse import Namespace
from contextlib import suppress
from random import Random

from bot.retrieval import Library
from bot.terminal.answers import answer_lines, source_lines
from bot.terminal.pages import Line, show
from bot.terminal.texts import open_library
from bot.texts.model import Essay, Sentence
from bot.wording import did_you_mean, one_line, quoted

_BLANK: Line = ()
_HELP = {
    "/quote [TOPIC]": "a passage, by chance or on a topic",
    "/topics [WORD]": "what the text speaks of",
    "/read [NUMBER]": "the whole text, or one paragraph",
    "/help": "this list",
    "/quit": "leave; Ctrl-D does the same",
}


def chat(arguments: Namespace) -> None:
    """Answers what is typed until the input ends. Raises UserError if the texts cannot be read."""
    conversation = Conversation(open_library(arguments.knowledge), Random())
    at_terminal = sys.stdin.isatty()
    if at_terminal:
        _remember_lines()
        show(conversation.greeting())
    try:
        while True:
            lines = conversation.reply(input("\n› " if at_terminal else ""))
            if lines is None:
                return
            show([*([_BLANK] if at_terminal else []), *lines])
    except (EOFError, KeyboardInterrupt):
        if at_terminal:
            print()


class Conversation:
    """The reply to each line that a person types. `chance` picks the passages of /quote."""

    def __init__(self, library: Library, chance: Random) -> None:
        self._library = library
        self._chance = chance
        self._essay = library.essays[0]
        self._before: Sentence | None = None
        self._commands = {
            "quote": self._quote,
            "topics": self._topics,
            "read": self._read,
            "help": self._help,
        }

    def greeting(self) -> list[Line]:
        """The first words."""
        titles = [
            f"“{essay.title}”" + (f" by {essay.author}" if essay.author else "")
            for essay in self._library.essays
        ]
        asked = self._library.suggest("", limit=1)
        example = f", for example: {asked[0]}" if asked else ""
        return [
            (("lead", ", ".join(titles)),),
            (("quiet", f"Ask what you like{example}"),),
            (("quiet", "/help says what else there is; Ctrl-D leaves"),),
        ]

    def reply(self, line: str) -> list[Line] | None:
        """The answer to `line`: a question, or a command after a slash. None: goodbye."""
        line = line.encode("utf-8", "replace").decode().strip()
        if not line:
            return [(("quiet", "Ask a question, or type /help."),)]
        if not line.startswith("/"):
            answer = self._library.ask(line, before=self._before)
            self._essay = answer.essay
            if answer.paragraph is not None and answer.sentence is not None:
                self._before = answer.essay.sentence(answer.paragraph, answer.sentence)
            return answer_lines(answer)
        name, _, rest = line[1:].partition(" ")
        if name.lower() in ("quit", "exit"):
            return None
        command = self._commands.get(name.lower())
        return command(rest.strip()) if command else self._unknown(name)

    def _quote(self, topic: str) -> list[Line]:
        found = self._quotations(topic)
        if not found:
            return [
                (("quiet", f"The text has no topic like {quoted(topic)}; /topics lists them."),)
            ]
        self._essay, number, text = self._chance.choice(found)
        return [(("passage", text),), _BLANK, *source_lines(self._essay, number)]

    def _quotations(self, topic: str) -> list[tuple[Essay, int, str]]:
        """The quotations about a topic or a word, or all for none, with their paragraph."""
        library = self._library
        if not topic:
            return [one for essay in library.essays for one in _all_of(essay)]
        about = library.about_topic(topic)
        if not about and (found := library.mentions(topic)):
            return [(essay, one.paragraph, one.text) for essay, one in found]
        nearest = library.topics(topic, limit=1)
        about = about or (library.about_topic(nearest[0]) if nearest else [])
        return [(essay, one.number, one.text) for essay, one in about]

    def _topics(self, word: str) -> list[Line]:
        topics = self._library.topics(word)
        if topics:
            return [(("passage", f"  {topic}"),) for topic in topics]
        return [(("quiet", "There is no such topic."),)]

    def _read(self, number: str) -> list[Line]:
        essay = self._essay
        if number:
            return self._read_paragraph(essay, number)
        lines: list[Line] = [(("lead", essay.title),), _BLANK]
        for paragraph in essay.paragraphs:
            lines += [(("place", f"{paragraph.number}  "), ("passage", paragraph.text)), _BLANK]
        return [*lines, *source_lines(essay, None)]

    def _read_paragraph(self, essay: Essay, number: str) -> list[Line]:
        for paragraph in essay.paragraphs:
            if str(paragraph.number) == number:
                text = paragraph.text
                return [(("passage", text),), _BLANK, *source_lines(essay, paragraph.number)]
        count = len(essay.paragraphs)
        return [
            (("quiet", f"There is no paragraph {quoted(number)}; name one from 1 to {count}."),)
        ]

    def _help(self, _: str) -> list[Line]:
        return [(("place", f"  {name:<16}"), ("passage", what)) for name, what in _HELP.items()]

    def _unknown(self, name: str) -> list[Line]:
        known = [f"/{command}" for command in (*self._commands, "quit")]
        advice = did_you_mean(f"/{name}", known, "/help lists them all.")
        return [(("quiet", f"There is no command /{one_line(name)}; {advice}"),)]


def _remember_lines() -> None:
    """Gives the prompt a history and editing keys, where the system has them."""
    with suppress(ImportError):
        import readline  # noqa: F401


def _all_of(essay: Essay) -> list[tuple[Essay, int, str]]:
    if essay.standing_alone is None:
        return [(essay, one.number, one.text) for one in essay.paragraphs]
    return [(essay, run.paragraph.number, run.text) for run in essay.standing_alone]
