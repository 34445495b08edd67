"""A database that answers for a while, and then no more."""

import asyncio
from contextlib import suppress


class HangingDatabase:
    """What lies between the program and a database: from `words` on, nothing comes through."""

    def __init__(self, socket: str, words: bytes) -> None:
        self._socket, self._words = socket, words
        self.hangs = asyncio.Event()

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Passes on what either side says, until it holds the words."""
        with suppress(asyncio.CancelledError, OSError):
            answers, asks = await asyncio.open_unix_connection(self._socket)
            await asyncio.gather(self._pass(reader, asks), self._pass(answers, writer))

    async def _pass(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while data := await source.read(65_536):
            if self.hangs.is_set() or self._words in data:
                self.hangs.set()
                await asyncio.Event().wait()
            target.write(data)
