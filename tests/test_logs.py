"""Log lines: what an operator reads, and what must never stand in one, whatever fails."""

import asyncio
import gc
import io
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
import discord
import pytest
import simcord
from discord import app_commands, ui
from discord.ext import commands
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.logs import JsonLines, Lines, set_up_logging
from bot.logs.redaction import safe_message, safe_traceback
from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SAID = "was my xylophone wrong to leave me"
MEMBER = 123456789012345678
TOKEN = "MTIzNDU2.secret-token.of-this-test"  # noqa: S105

E = TypeVar("E", bound=BaseException)
Told = Callable[[], str]
Logged = Callable[..., Told]


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Iterator[Logged]:
    """Sets logging up as the bot does; what it returns gives all lines so far."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook

    def set_up(**settings: Any) -> Told:
        set_up_logging(Settings(_env_file=None, **settings))  # type: ignore[call-arg]
        return lambda: capsys.readouterr().err

    yield set_up
    root.handlers[:], root.level = handlers, level
    logging.getLogger("bot").setLevel(logging.NOTSET)
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks


def raised(error: E) -> E:
    """The exception with a traceback, as if something had failed."""
    try:
        raise error
    except BaseException:
        return error


class Response:
    """As much of a response as discord.py's exceptions look at."""

    status, reason = 503, "Service Unavailable"


def test_a_line_has_a_time_a_level_and_a_message(logged: Logged) -> None:
    told = logged()
    logging.getLogger("bot.run").info("%d texts loaded", 2)
    assert told().partition(" ")[2] == "INFO 2 texts loaded\n"


def test_a_fault_of_a_member_has_its_reference_in_a_field_of_its_own(logged: Logged) -> None:
    told = logged(log_format="json")
    log = logging.getLogger("bot.discord_ui.errors")
    log.error("%s failed (reference %s)", "ask", "c0ffee", extra={"reference": "c0ffee"})
    log.info("Connected")
    first, second = map(json.loads, told().splitlines())
    assert (first["message"], first["reference"]) == ("ask failed (reference c0ffee)", "c0ffee")
    assert "reference" not in second


@pytest.mark.parametrize("form", ["text", "json"])
def test_secrets_are_left_out_wherever_they_stand(logged: Logged, form: str) -> None:
    told = logged(
        log_format=form,
        discord_token=SecretStr(f" {TOKEN} "),
        database_url=SecretStr("postgresql://u:h%22ush%2Fhush@db/attune"),
    )
    log = logging.getLogger("bot")
    for secret in (TOKEN, "h%22ush%2Fhush", 'h"ush/hush'):
        log.error("It is %s, is it not", secret)
    lines = told()
    assert lines.count("It is •••, is it not") == 3
    assert "ush/hush" not in lines


@pytest.mark.parametrize("password", ["error", "message", '"', "\\", ":", "e"])
def test_a_secret_that_is_a_common_word_leaves_json_whole(logged: Logged, password: str) -> None:
    told = logged(log_format="json", database_url=SecretStr(f"postgresql://u:{password}@db/a"))
    logging.getLogger("bot").error("An error", exc_info=raised(ValueError()))
    fields = json.loads(told())
    assert set(fields) == {"time", "level", "logger", "message", "error"}


def test_a_password_after_the_question_mark_is_one_too(logged: Logged) -> None:
    told = logged(database_url=SecretStr("postgresql://db/attune?user=u&password=hush%21&ssl=1"))
    logging.getLogger("bot").error("It is hush%21 or hush!")
    assert told().endswith("ERROR It is ••• or •••\n")


def test_without_a_password_nothing_is_left_out(logged: Logged) -> None:
    told = logged(database_url=SecretStr("sqlite:///state.db"))
    logging.getLogger("bot").error("Daily reflections are kept in state.db")
    assert told().endswith("ERROR Daily reflections are kept in state.db\n")


def test_a_traceback_shows_code_and_types_and_no_values(logged: Logged) -> None:
    told = logged()

    answers: dict[str, str] = {}

    def fail(question: str) -> None:
        try:
            answers[question]
        except KeyError as error:
            raise ValueError(f"no answer to {question}") from error

    try:
        fail(SAID)
    except ValueError:
        logging.getLogger("bot").exception("ask failed")
    lines = told()
    assert SAID not in lines
    assert "answers[question]" in lines
    assert lines.index("KeyError") < lines.index("direct cause") < lines.rindex("ValueError")


def test_faults_of_several_tasks_are_all_told(logged: Logged) -> None:
    told = logged()
    group = ExceptionGroup(SAID, [raised(KeyError(SAID)), raised(OSError(28, SAID))])
    logging.getLogger("bot").error("It failed", exc_info=raised(group))
    lines = told()
    assert SAID not in lines
    assert "  | KeyError" in lines
    assert "  | OSError (errno 28)" in lines


def test_what_discord_says_of_an_error_is_cut_down_to_its_numbers() -> None:
    text = {
        "code": 50035,
        "message": "Invalid Form Body",
        "errors": {"content": {"_errors": [{"message": SAID}]}},
    }
    error = raised(discord.HTTPException(Response(), text))
    assert SAID in str(error)
    assert safe_traceback(error).endswith("discord.errors.HTTPException (status 503, code 50035)")


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (ConnectionRefusedError(111, "no"), "connection refused"),
        (ConnectionResetError(104, "no"), "connection reset by peer"),
        (TimeoutError(), "no answer in time"),
        (aiohttp.ServerDisconnectedError(), "the connection was lost"),
        (OSError("[Errno 99] of many addresses"), "the connection was lost"),
        (discord.GatewayNotFound(), "Discord named no gateway"),  # type: ignore[no-untyped-call]
        (discord.HTTPException(Response(), None), "Discord answered with 503"),
    ],
)
@pytest.mark.parametrize(
    ("name", "message", "values", "begins"),
    [
        (
            "discord.shard",
            "Attempting a reconnect for shard ID %s in %.2fs",
            (3, 1.714),
            "Attempting a reconnect for shard ID 3 in 1.71s: ",
        ),
        (
            "discord.client",
            "Attempting a reconnect in %.2fs",
            (0.5,),
            "Attempting a reconnect in 0.50s: ",
        ),
    ],
)
def test_a_connection_that_fails_is_one_line_with_the_reason(
    logged: Logged,
    error: Exception,
    why: str,
    name: str,
    message: str,
    values: tuple[object, ...],
    begins: str,
) -> None:
    told = logged()
    logging.getLogger(name).error(message, *values, exc_info=raised(error))
    assert told().partition(" ")[2] == f"ERROR {begins}{why}\n"


async def test_a_name_that_cannot_be_looked_up_is_said(logged: Logged) -> None:
    told = logged()
    async with aiohttp.ClientSession() as session:
        try:
            await session.get("http://nowhere.invalid")
        except aiohttp.ClientError as error:
            logging.getLogger("discord.client").exception("Attempting a reconnect", exc_info=error)
    assert told().endswith(": the name of the server cannot be looked up\n")


def test_a_fault_of_the_program_while_connecting_keeps_its_traceback(logged: Logged) -> None:
    told = logged()
    error = raised(AttributeError(SAID))
    logging.getLogger("discord.shard").error(
        "Failed to connect for shard_id: %s", 1, exc_info=error
    )
    lines = told()
    assert "Failed to connect for shard_id: 1\nTraceback" in lines
    assert lines.endswith("AttributeError\n")


def test_that_voice_is_missing_is_not_said_and_other_warnings_are(logged: Logged) -> None:
    told = logged()
    log = logging.getLogger("discord.client")
    log.warning("PyNaCl is not installed, voice will NOT be supported")
    log.warning("Application has an interaction endpoint URL set, this means that ...")
    assert "interaction endpoint" in told()


class Careless(commands.Bot):
    """A bot whose faults fall through to discord.py's own words for them."""

    def __init__(self) -> None:
        super().__init__("!", intents=discord.Intents.default())
        self.tree.add_command(_ask)

    async def on_app_command_completion(self, interaction: discord.Interaction, _: Any) -> None:
        raise RuntimeError(f"{interaction.user.id} said {interaction.data}")


class Pressed(ui.View):
    """A button that fails when it is pressed."""

    @ui.button(label=SAID)
    async def press(self, interaction: discord.Interaction, button: ui.Button["Pressed"]) -> None:
        raise RuntimeError(f"{interaction.user.id} pressed {button.label}")


@app_commands.command(name="ask", description="Fails.")
async def _ask(interaction: discord.Interaction, question: str, fail: bool) -> None:
    if fail:
        raise RuntimeError(f"{interaction.user.id} asked {question}")
    await interaction.response.send_message(question, view=Pressed())


@_ask.autocomplete("question")
async def _suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    raise RuntimeError(f"{interaction.user.id} typed {typed}")


async def test_what_discord_py_logs_by_itself_says_neither_what_nor_who(logged: Logged) -> None:
    told = logged()
    env = simcord.Env(Careless(), strict_sync=False)
    await env.start()
    try:
        guild = env.create_guild()
        channel = guild.create_text_channel("essay")
        alice = guild.add_member(env.create_user("alice"))
        await alice.autocomplete(channel, "ask", "question", SAID, fail=False)
        await alice.slash(channel, "ask", question=SAID, fail=True)
        answer: Any = (await alice.slash(channel, "ask", question=SAID, fail=False)).response
        await alice.click(answer, label=SAID)
    finally:
        await env.shutdown()
    lines = told()
    for part in ("in autocomplete for", "in command", "in view", "Ignoring exception in •••"):
        assert part in lines
    assert SAID not in lines
    assert "xylophone" not in lines
    assert str(alice.id) not in lines


async def test_a_task_whose_result_was_never_read_is_told_without_its_name(logged: Logged) -> None:
    told = logged()

    async def fail() -> None:
        raise RuntimeError(SAID)

    task = asyncio.create_task(fail(), name=f"discord-ui-dynamic-item-Control-{SAID}")
    await asyncio.wait({task})
    del task
    gc.collect()
    lines = told()
    assert "ERROR Task exception was never retrieved\nTraceback" in lines
    assert "xylophone" not in lines


async def test_a_callback_that_fails_is_told_without_what_it_was_given(logged: Logged) -> None:
    told = logged()

    def fail(question: str) -> None:
        raise RuntimeError(question)

    asyncio.get_running_loop().call_soon(fail, "xylophone")
    await asyncio.sleep(0)
    lines = told()
    assert "Exception in callback" in lines
    assert "xylophone" not in lines


def test_a_rate_limit_is_told_without_the_address_which_holds_a_token(logged: Logged) -> None:
    told = logged()
    logging.getLogger("discord.http").warning(
        "We are being rate limited. %s %s responded with 429. Retrying in %.2f seconds.",
        "POST",
        f"https://discord.com/api/v10/interactions/{MEMBER}/aW50ZXJhY3Rpb24/callback",
        0.25,
    )
    assert told().endswith("••• ••• responded with 429. Retrying in 0.25 seconds.\n")


texts = st.text(min_size=3).map(lambda text: f"‹{text}›")


@given(st.lists(st.one_of(texts, st.integers(MEMBER), st.binary()), max_size=4), texts)
def test_what_a_library_puts_into_its_words_is_never_told(values: list[Any], text: str) -> None:
    message = "Ignoring" + " %s %r %d %s"[: 3 * len(values)]
    record = logging.LogRecord("discord", 40, "", 0, message, tuple(values), None)
    assert text not in safe_message(record)
    for value in values:
        assert str(value) not in safe_message(record)


@given(texts)
def test_whatever_an_exception_says_is_never_told(text: str) -> None:
    error = ValueError(text)
    error.add_note(text)
    error.__cause__ = KeyError(text)
    error.__cause__.__context__ = error
    for form in (Lines([]), JsonLines([])):
        record = logging.LogRecord("bot", 40, "", 0, "It failed", (), (type(error), error, None))
        assert text not in form.format(record)


@pytest.mark.parametrize(
    ("message", "values"),
    [("%d", ("x",)), ("%s", ("x", "y")), ("%(a)s", ({"b": 1},)), ("100%", ("x",))],
)
@pytest.mark.parametrize("name", ["bot", "discord"])
def test_a_record_that_is_wrong_itself_is_told_as_far_as_it_goes(
    name: str, message: str, values: tuple[Any, ...]
) -> None:
    record = logging.LogRecord(name, 40, "", 0, message, values, None)
    assert Lines([]).format(record).endswith(f"ERROR {message}")


def test_a_record_that_is_no_text_is_told_by_its_type() -> None:
    record = logging.LogRecord("discord", 40, "", 0, ValueError(SAID), (), None)
    assert safe_message(record) == "ValueError"


class Full(io.StringIO):
    """A stream to a disk that is full."""

    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")


def test_a_line_that_cannot_be_written_is_let_go(logged: Logged) -> None:
    told = logged()
    (handler,) = logging.getLogger().handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.stream = Full()
    logging.getLogger("bot").error("%s failed", SAID)
    assert told() == ""


def ended(code: str) -> list[dict[str, str]]:
    """What a program says that sets up logging and then does `code`."""
    program = (
        "import threading\nfrom bot.logs import set_up_logging\nfrom bot.settings import Settings\n"
        f"set_up_logging(Settings(log_format='json'))\nsaid = {SAID!r}\n{code}"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "xylophone" not in ran.stderr
    return [json.loads(line) for line in ran.stderr.splitlines()]


def test_a_fault_that_ends_the_program_is_one_more_line() -> None:
    (line,) = ended("raise RuntimeError(said)")
    assert line["message"] == "The program ended with an unexpected error"
    assert line["error"].endswith("RuntimeError")


def test_a_fault_in_a_thread_is_one_more_line() -> None:
    code = "thread = threading.Thread(target=lambda: {}[said])\nthread.start()\nthread.join()"
    (line,) = ended(code)
    assert line["error"].endswith("KeyError")
