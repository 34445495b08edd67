"""Throws malformed, forged and generated interactions at the program, and looks at every answer.

usage: python -m tests.wire.fuzz [--interactions N] [--questions N] [--seed N]

Each interaction must be answered, no answer may hold a traceback or ping anybody, nothing may fail
in an unexpected way, and the program must still be connected at the end.
"""

import argparse
import asyncio
import itertools
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from signal import SIGTERM
from typing import Any

from bot.texts.loading import load_essays
from tests.discord_server.interactions import options
from tests.discord_server.members import Asked, Member
from tests.discord_server.program import Program
from tests.discord_server.server import DiscordServer
from tests.discord_server.world import Json
from tests.e2e.wire import faults

AT_ONCE = 200
MEMBERS = 5_000
PATIENCE = 5.0  # seconds for all of them
_COMMANDS = ["ask", "quote", "essay", "reflection", "help", "privacy", "Ask the essay", "nosuch"]
_SUBS = ["read", "about", "topics", "setup", "status", "skip", "stop", "preview", "nosuch", ""]
_NAMES = ["question", "about", "text", "channel", "time", "timezone", "role", "private", "x", ""]
_ACTIONS = (
    "context turn passage card share another topic ask read about menu reflection "
    "moderate save stored outdated nosuch"
).split()
_SCRAPS = [
    *("attunement", "@everyone", "<@1001>", "<@&5>", "<#7>", "`x`", "**", "||", "\u202e", "\x00"),
    *("what is", "who wrote", "why", "🙂", "ﷺ", "א", "%s", "{x}", "\\", "'", '"', "\n> ", "# "),
    *("https://evil.example", "-# ", "0", "-1", "9" * 30, "e\u0301" * 20, "a" * 500, " ", ""),
]


@dataclass
class Findings:
    """What was thrown, and what is wrong with how it was met."""

    thrown: int = 0
    wrong: list[str] = field(default_factory=list)


class Generator:
    """Makes interactions up, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        essay = load_essays(None)[0]
        self._words = sorted(
            {word for paragraph in essay.paragraphs for word in paragraph.text.split()}
        )

    def question(self) -> str:
        """Something that may be asked: words of the text, misspelt, among scraps of anything."""
        chance = self._chance
        parts = [
            self._misspelt(chance.choice(self._words))
            if chance.random() < 0.7
            else chance.choice(_SCRAPS)
            for _ in range(chance.randint(1, 12))
        ]
        return " ".join(parts)[:4000] or "?"

    def _misspelt(self, word: str) -> str:
        at = self._chance.randrange(len(word))
        return word if self._chance.random() < 0.6 else word[:at] + word[at + 1 :]

    def interaction(self) -> tuple[int, Json, Json]:
        """A kind, the data that goes with it, and what else is said."""
        make: Callable[[], tuple[int, Json, Json]] = self._chance.choice(
            [self._command, self._command, self._component, self._component, self._odd]
        )
        return make()

    def _value(self) -> Any:
        chance = self._chance
        return chance.choice(
            [self.question(), chance.randint(-5, 2**63), True, 1.5, "", None, [], {}, str(2**64)]
        )

    def _command(self) -> tuple[int, Json, Json]:
        chance = self._chance
        name = chance.choice(_COMMANDS)
        given = [
            {
                "name": chance.choice(_NAMES),
                "type": chance.randint(0, 12),
                "value": self._value(),
                **({"focused": True} if chance.random() < 0.3 else {}),
            }
            for _ in range(chance.randint(0, 3))
        ]
        sub = chance.choice(_SUBS)
        if sub and chance.random() < 0.6:
            given = [{"name": sub, "type": chance.choice([1, 2]), "options": given}]
        data: Json = {"id": "5", "name": name, "type": chance.choice([1, 1, 1, 2, 3, 9])}
        if data["type"] in (2, 3) or name == "Ask the essay":
            data["target_id"] = str(chance.randint(1, 2**60))
            if chance.random() < 0.5:
                data["resolved"] = {}
        if given or chance.random() < 0.5:
            data["options"] = given
        return chance.choice([2, 2, 2, 4]), data, {}

    def _component(self) -> tuple[int, Json, Json]:
        chance = self._chance
        fields = [
            chance.choice(
                ["attunement", "1.1", "9.9", "7,8", "-1", "", "99999999999999999999", "é"]
            )
            for _ in range(chance.randint(0, 5))
        ]
        version = chance.choice(["1", "1", "1", "0", "2", "x", ""])
        custom_id = ":".join(["attune", version, chance.choice(_ACTIONS), *fields])
        if chance.random() < 0.15:
            custom_id = chance.choice(["", "other:1", "attune", "attune:", self.question()])
        data: Json = {
            "custom_id": custom_id[:100],
            "component_type": chance.choice([2, 2, 3, 5, 77]),
        }
        if data["component_type"] != 2:
            data["values"] = chance.choice([[], [custom_id[:100]], ["x"], [custom_id[:100], "y"]])
        return 3, data, {}

    def _odd(self) -> tuple[int, Json, Json]:
        chance = self._chance
        kind = chance.choice([5, 5, 6, 99])
        data: Json = {"custom_id": chance.choice(["attune:1:ask:x", "x"]), "components": []}
        return kind, data, {}


class Thrower:
    """Lets members throw, a few hundred at once, and looks at what they get back."""

    def __init__(self, server: DiscordServer, findings: Findings) -> None:
        channels = list(server.world.channels.values())
        makers = [server.member(f"member-{n}", channels[n % len(channels)]) for n in range(MEMBERS)]
        self._server = server
        self._members: Iterator[Member] = itertools.cycle(makers)
        self._findings = findings
        self._turn = itertools.count()

    async def throw(self, made: list[tuple[int, Json, Json]]) -> None:
        """Throws some at once, and waits for all answers."""
        asked = []
        for kind, data, more in made:
            member = next(self._members)
            if kind == 3:
                more = {"message": self._message(member, data), **more}
            asked.append((kind, data, await member.interact(kind, data, **more)))
        waiting = [one.interaction.answered for _, _, one in asked]
        await asyncio.wait(waiting, timeout=PATIENCE)
        for kind, data, one in asked:
            self._look(kind, data, one)

    async def break_envelopes(self) -> None:
        """Sends events that lack what they must have; nobody can answer them."""
        for event in ("INTERACTION_CREATE", "MESSAGE_CREATE", "GUILD_CREATE", "CHANNEL_UPDATE"):
            for broken in ({}, {"id": "x"}, {"id": "5", "type": 2, "token": "t"}):
                await self._server.gateway.dispatch(event, dict(broken), None)

    def _message(self, member: Member, data: Json) -> Json:
        """The message with the control that is pressed, and sometimes without it."""
        control: Json = {"type": data["component_type"], "custom_id": data["custom_id"]}
        control["style" if control["type"] == 2 else "options"] = 2 if control["type"] == 2 else []
        parts = [{"type": 1, "components": [control]}] if next(self._turn) % 10 else []
        world = self._server.world
        body = {"flags": 1 << 15, "components": parts}
        return world.message(int(member.channel["id"]), world.me, body, [])

    def _look(self, kind: int, data: Json, asked: Asked) -> None:
        self._findings.thrown += 1
        thrown = f"{kind} {json.dumps(data)[:300]}"
        if not asked.interaction.answered.done():
            self._findings.wrong.append(f"unanswered: {thrown}")
            return
        said = json.dumps(asked.interaction.answered.result())
        if "Traceback" in said or "Error(" in said:
            self._findings.wrong.append(f"a traceback: {thrown}")


async def run(interactions: int, questions: int, seed: int, folder: Path) -> Findings:
    """Throws so many of each, and returns what was found."""
    findings = Findings()
    server = DiscordServer()
    for number in range(20):
        server.world.add_guild(f"Guild {number}", [f"channel-{n}" for n in range(25)])
    generator = Generator(seed)
    async with server.running():
        program = await Program.start(server.port, folder, LOG_LEVEL="warning")
        await server.gateway.until(lambda: server.gateway.connected)
        thrower = Thrower(server, findings)
        for start in range(0, interactions, AT_ONCE):
            made = [generator.interaction() for _ in range(min(AT_ONCE, interactions - start))]
            await thrower.throw(made)
            _check_wire(server, findings)
        await thrower.break_envelopes()
        for start in range(0, questions, AT_ONCE):
            asked = [generator.question() for _ in range(min(AT_ONCE, questions - start))]
            data = {"id": "5", "name": "ask", "type": 1}
            await thrower.throw(
                [(2, {**data, "options": options({"question": one})}, {}) for one in asked]
            )
            _check_wire(server, findings)
        if len(server.gateway.identifies) != 1:
            findings.wrong.append(f"it lost its connection: {program.said[-3000:]}")
        program.tell(SIGTERM)
        if code := await program.ends():
            findings.wrong.append(f"it ended with {code}")
        unforeseen = [line for line in program.said.splitlines() if "reference" in line]
        findings.wrong += [f"it said: {line}" for line in unforeseen]
    return findings


def _check_wire(server: DiscordServer, findings: Findings) -> None:
    """Holds what was sent against Discord's description, its limits, and the ban on pings."""
    findings.wrong += faults(server.rest.exchanges or [])
    server.rest.exchanges = []
    for messages in server.world.messages.values():
        messages.clear()


def main() -> int:
    """Prints what was found; 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--interactions", type=int, default=20_000)
    parser.add_argument("--questions", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        findings = asyncio.run(
            run(chosen.interactions, chosen.questions, chosen.seed, Path(folder))
        )
    for one in sorted(set(findings.wrong))[:50]:
        print(one)
    print(f"{findings.thrown} interactions, {len(findings.wrong)} of them met wrongly")
    return 1 if findings.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
