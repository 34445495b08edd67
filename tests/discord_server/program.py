"""`attune run` as a process of its own, against a Discord on this computer."""

import asyncio
import os
import signal
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tests.discord_server.hurry import Hurry
from tests.discord_server.world import TOKEN

ROOT = Path(__file__).parents[2]
_TIMEOUT = 60.0  # seconds for a program to say something, or to end


class Program:
    """A running program, and what it has said on standard error."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.said = ""
        self._heard = asyncio.Condition()
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def start(
        cls,
        port: int,
        folder: Path,
        *,
        command: tuple[str, ...] = ("run",),
        hurry: Hurry | None = None,
        **settings: str,
    ) -> "Program":
        """Starts it in `folder`, with `settings` as its environment."""
        clock = (hurry or Hurry(1, datetime(2026, 1, 1, tzinfo=UTC))).written()
        environment = {"DISCORD_TOKEN": TOKEN, "STATE_DIR": str(folder / "state"), **settings}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.discord_server.attune", str(port), *clock, *command),
            cwd=folder,
            env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], **environment},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            limit=2**24,
        )
        return cls(process)

    async def says(self, words: str, times: int = 1) -> None:
        """Waits until it has said `words` so many times. Raises AssertionError if it ends first."""
        async with asyncio.timeout(_TIMEOUT), self._heard:
            await self._heard.wait_for(
                lambda: self.said.count(words) >= times or self._listening.done()
            )
        assert self.said.count(words) >= times, f"it did not say {words!r}:\n{self.said}"

    def tell(self, number: signal.Signals) -> None:
        """Sends it a signal."""
        self.process.send_signal(number)

    async def leaves(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Tells it to leave, waits for its end, and returns the exit code."""
        self.tell(number)
        return await self.ends()

    async def ends(self) -> int:
        """Waits for its end, and returns the exit code."""
        async with asyncio.timeout(_TIMEOUT):
            code = await self.process.wait()
            await self._listening
        assert TOKEN not in self.said
        return code

    async def killed(self) -> None:
        """Ends it at once, wherever it is."""
        with suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()
        await self._listening

    async def _listen(self) -> None:
        assert self.process.stderr is not None
        async for line in self.process.stderr:
            self.said += line.decode()
            async with self._heard:
                self._heard.notify_all()
        async with self._heard:
            self._heard.notify_all()
