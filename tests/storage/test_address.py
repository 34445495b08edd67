"""DATABASE_URL, as hosts and poolers write it."""

import ssl
from pathlib import Path
from typing import Any

import pytest

from bot.storage import DatabaseError, locate
from bot.storage.address import connect_options

STATE = Path("state")


@pytest.mark.parametrize(
    "kind", ["postgres", "postgresql", "postgresql+asyncpg", "postgresql+psycopg2"]
)
def test_addresses_of_postgresql_are_taken_in_their_common_forms(kind: str) -> None:
    url = locate(f" {kind}://u:p%40ss@h:5/n ", STATE)
    assert (url.drivername, url.username, url.password) == ("postgresql+asyncpg", "u", "p@ss")
    assert (url.host, url.port, url.database) == ("h", 5, "n")


def test_hosts_may_be_numbers_of_either_kind() -> None:
    url = locate("postgresql://u:p@[2001:db8::1]:6543/n?sslmode=require", STATE)
    assert (url.host, url.port, url.database) == ("2001:db8::1", 6543, "n")


def options(words: str) -> dict[str, Any]:
    """What the words of an address ask of a connection."""
    return connect_options(locate(f"postgresql://u:p@h/n?{words}", STATE))[1]


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("connect_timeout=30", "timeout", 30.0),
        ("connect_timeout=0", "timeout", 10.0),
        ("sslmode=require", "ssl", "require"),
        ("ssl=true", "ssl", "require"),
        ("sslmode=disable", "ssl", "disable"),
        ("application_name=reader", "server_settings", {"application_name": "reader"}),
        (
            "options=-c%20search_path%3Dattune%20-c%20lock_timeout%3D5s",
            "server_settings",
            {"application_name": "attune", "search_path": "attune", "lock_timeout": "5s"},
        ),
        (
            "schema=attune",
            "server_settings",
            {"application_name": "attune", "search_path": "attune"},
        ),
        ("schema=public", "server_settings", {"application_name": "attune"}),
        ("target_session_attrs=read-write", "target_session_attrs", "read-write"),
        ("user=reader", "user", "reader"),
        ("password=p%40ss", "password", "p@ss"),
        ("dbname=attune", "database", "attune"),
    ],
)
def test_words_of_an_address_are_honoured(words: str, name: str, value: object) -> None:
    assert options(words)[name] == value


def test_a_limit_of_connections_is_kept() -> None:
    url = locate("postgresql://u:p@h/n?connection_limit=3&pool_timeout=7", STATE)
    assert connect_options(url)[2] == {"pool_size": 3, "max_overflow": 0, "pool_timeout": 7}


@pytest.mark.parametrize(
    "words",
    [
        "pgbouncer=true",
        "channel_binding=prefer&gssencmode=disable&sslmode=require",
        "keepalives=1&keepalives_idle=30&keepalives_interval=10&keepalives_count=5",
        "statement_cache_size=0&prepared_statement_cache_size=0",
    ],
)
def test_words_that_change_nothing_here_are_taken_and_not_passed_on(words: str) -> None:
    url, connect, _ = connect_options(locate(f"postgresql://u:p@h/n?{words}", STATE))
    assert not url.query
    assert connect.keys() <= {*options("sslmode=require")}


def test_a_socket_s_folder_stays_in_the_address() -> None:
    url, *_ = connect_options(locate("postgresql://u@/n?host=/var/run/postgresql", STATE))
    assert url.query == {"host": "/var/run/postgresql"}


def test_certificates_that_the_system_trusts_are_asked_for(tmp_path: Path) -> None:
    context = options("sslmode=verify-full&sslrootcert=system")["ssl"]
    assert isinstance(context, ssl.SSLContext)
    assert context.check_hostname


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("mysql://u:p@h/n", "names mysql, which is not supported"),
        ("what is this", "cannot be read"),
        ("postgres://u:p@h:port/n", "cannot be read"),
        ("sqlite://", "names no file"),
        ("postgres://u:secret@h/n?colour=red", "has the unknown word “colour”"),
        ("postgres://u:secret@h/n?service=mine", "has the unknown word “service”"),
        ("postgres://u:secret@h/n?connect_timeout=soon", "connect_timeout is no whole number"),
        ("postgres://u:secret@h/n?sslmode=always", "sslmode is none of allow"),
        (
            "postgres://u:secret@h/n?channel_binding=require",
            "channel_binding=require cannot be kept",
        ),
        ("postgres://u:secret@h/n?gssencmode=require", "gssencmode=require cannot be kept"),
        ("postgres://u:secret@h/n?options=fast", "options cannot be read"),
        ("postgres://u:secret@h/n?sslrootcert=/no/such.pem", "/no/such.pem: no such file"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_in_one_sentence(typed: str, says: str) -> None:
    with pytest.raises(DatabaseError, match=says) as caught:
        locate(typed, STATE)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("typed", [None, "", "sqlite:///state/attune.db"])
def test_without_an_address_it_is_a_file_in_the_state_folder(typed: str | None) -> None:
    url = locate(typed, STATE)
    assert (url.drivername, url.database) == ("sqlite+aiosqlite", str(STATE / "attune.db"))
