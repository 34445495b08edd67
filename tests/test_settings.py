"""What the environment and .env say, and how what they cannot say is refused."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.settings import Settings, SettingsError, load_settings

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_nothing_needs_to_be_set() -> None:
    settings = load_settings()
    assert settings.discord_token is None
    assert settings.knowledge is None
    assert settings.state_dir == Path("state")
    assert (settings.log_format, settings.log_level) == ("text", "info")
    assert (settings.health_port, settings.health_host) == (None, "127.0.0.1")


def test_settings_can_be_given_in_python() -> None:
    settings = Settings(discord_token=SecretStr("t"), state_dir=Path("here"), shard_count=1)
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == "t"
    assert settings.state_dir == Path("here")


def test_the_environment_comes_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=debug\nSYNC_GUILD=8080\nOTHER=1\n")
    monkeypatch.setenv("LOG_LEVEL", "ERROR")
    settings = load_settings()
    assert (settings.log_level, settings.sync_guild) == ("error", 8080)


def test_an_empty_variable_is_none_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "")
    monkeypatch.setenv("SYNC_GUILD", "")
    settings = load_settings()
    assert (settings.discord_token, settings.sync_guild) == (None, None)


@pytest.mark.parametrize("ids", ["0,2", "0 2", " 0, 2 "])
def test_shards_are_a_list(monkeypatch: pytest.MonkeyPatch, ids: str) -> None:
    monkeypatch.setenv("SHARD_COUNT", "3")
    monkeypatch.setenv("SHARD_IDS", ids)
    assert load_settings().shard_ids == (0, 2)


@pytest.mark.parametrize(
    ("ordinal", "shards"), [("0", (0, 3, 6)), ("attune-1", (1, 4)), (" my-bot-2 ", (2, 5))]
)
def test_processes_that_know_their_place_share_the_shards(
    monkeypatch: pytest.MonkeyPatch, ordinal: str, shards: tuple[int, ...]
) -> None:
    monkeypatch.setenv("SHARD_COUNT", "7")
    monkeypatch.setenv("SHARD_PROCESSES", "3")
    monkeypatch.setenv("SHARD_ORDINAL", ordinal)
    assert load_settings().shard_ids == shards
    assert not load_settings().all_shards


@given(count=st.integers(1, 200), processes=st.integers(1, 200))
def test_every_shard_is_one_process_s_alone(count: int, processes: int) -> None:
    assume(processes <= count)
    held = [
        Settings(shard_count=count, shard_processes=processes, shard_ordinal=n).shard_ids or ()
        for n in range(processes)
    ]
    assert sorted(shard for shards in held for shard in shards) == list(range(count))
    assert max(map(len, held)) - min(map(len, held)) <= 1


def test_a_process_alone_holds_all_shards() -> None:
    assert Settings().all_shards
    assert Settings(shard_count=2).all_shards
    assert Settings(shard_count=2, shard_ids=(1, 0)).all_shards
    assert Settings(shard_count=2, shard_processes=1, shard_ordinal=0).all_shards
    assert not Settings(shard_count=2, shard_ids=(1,)).all_shards


THREE = {"SHARD_COUNT": "9", "SHARD_PROCESSES": "3"}


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        (
            {"SHARD_PROCESSES": "2", "SHARD_ORDINAL": "0"},
            "SHARD_ORDINAL needs SHARD_COUNT; set how many shards there are",
        ),
        (THREE, "SHARD_PROCESSES and SHARD_ORDINAL go together; set both or neither"),
        (
            {"SHARD_COUNT": "9", "SHARD_ORDINAL": "1"},
            "SHARD_PROCESSES and SHARD_ORDINAL go together; set both or neither",
        ),
        (
            {**THREE, "SHARD_ORDINAL": "attune-3"},
            "SHARD_ORDINAL is 3, outside 0 to 2; change it or SHARD_PROCESSES",
        ),
        ({**THREE, "SHARD_ORDINAL": "-1"}, "SHARD_ORDINAL cannot be used (it is below 0); fix it"),
        (
            {**THREE, "SHARD_ORDINAL": "attune2"},
            "SHARD_ORDINAL cannot be used (it is no whole number); fix it",
        ),
        (
            {**THREE, "SHARD_ORDINAL": "1", "SHARD_IDS": "1,4,7"},
            "SHARD_IDS and SHARD_ORDINAL both name shards; leave out one of them",
        ),
        (
            {"SHARD_COUNT": "2", "SHARD_PROCESSES": "3", "SHARD_ORDINAL": "0"},
            "SHARD_PROCESSES is 3, more than there are shards (2); run fewer processes or raise",
        ),
        ({"SHARD_COUNT": "2", "SHARD_IDS": ","}, "SHARD_IDS names no shard; name some or leave"),
        ({"SYNC_GUILD": "abc"}, "SYNC_GUILD cannot be used (it is no whole number); fix"),
        ({"MEANING": "maybe"}, "MEANING cannot be used (it is not on, off or neural); fix"),
        ({"UPLOADS": "maybe"}, "UPLOADS cannot be used (it is not on or off); fix"),
        ({"LOG_FORMAT": "xml"}, "LOG_FORMAT cannot be used (it is not text or json); fix"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL cannot be used (it is not debug, info, warning or err"),
        ({"SYNC_GUILD": "my server"}, "SYNC_GUILD cannot be used"),
        ({"HEALTH_PORT": "65536"}, "HEALTH_PORT cannot be used (it is above 65535); fix"),
        ({"HEALTH_PORT": "-1"}, "HEALTH_PORT cannot be used (it is below 0); fix"),
        ({"SYNC_GUILD": "-1"}, "SYNC_GUILD cannot be used (it is not above 0); fix"),
        ({"SYNC_GUILD": "9" * 5_000}, "SYNC_GUILD cannot be used (the number is too large); fix"),
        ({"SHARD_IDS": "0"}, "SHARD_IDS needs SHARD_COUNT; set both or neither"),
        ({"SHARD_IDS": "2", "SHARD_COUNT": "2"}, "SHARD_IDS names a shard outside 0 to 1; change"),
        (
            {"SHARD_IDS": "x", "SHARD_COUNT": "2"},
            "SHARD_IDS cannot be used (it is no whole number); fix",
        ),
    ],
)
def test_a_wrong_value_is_named_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], said: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [("STATE_DIR", '"state"'), ("DISCORD_TOKEN", "'abc'"), ("KNOWLEDGE", '"'), ("LEARN", '"on"')],
)
def test_a_value_in_quotation_marks_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"^{name} begins with a quotation mark") as caught:
        load_settings()
    assert "abc" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_quotation_marks_in_the_file_are_none_of_the_value(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("STATE_DIR=\"my state\"\nKNOWLEDGE='a text.yaml'\n")
    settings = load_settings()
    assert (settings.state_dir, settings.knowledge) == (Path("my state"), Path("a text.yaml"))


def test_features_are_switched_on_and_off(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings()
    assert (settings.meaning, settings.uploads, settings.learn) == ("on", False, False)
    for name, value in {"MEANING": "Neural", "UPLOADS": "on", "LEARN": "ON"}.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert (settings.meaning, settings.uploads, settings.learn) == ("neural", True, True)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("LOG_LEVEL=débug\n".encode("latin-1"))
    with pytest.raises(SettingsError, match="not UTF-8"):
        load_settings()


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "hush")
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:hush@db/attune")
    assert "hush" not in repr(load_settings())


def test_the_documents_say_what_the_settings_are() -> None:
    checked = subprocess.run(
        [sys.executable, "scripts/document_settings.py", "--check"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.stdout, checked.returncode) == ("", 0), checked.stderr
