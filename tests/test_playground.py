"""When the playground cannot open, it says so in one sentence."""

import socket
import sys

import pytest

from bot.playground import PlaygroundError, run
from bot.settings import Settings


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(
            PlaygroundError, match=f"^port {port} is taken by another program; .*--port"
        ):
            run(Settings(), port, False)


def test_without_the_simulation_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "simcord", None)
    with pytest.raises(PlaygroundError, match=r"pip install 'simcord\[preview\]'"):
        run(Settings(), None, False)
