"""When Discord fails, or the bot does: a sentence for the member, the story in the log."""

import json
import logging
import re
from typing import Any

import pytest

from bot.logs import JsonLines
from tests.e2e.world import NewWorld, Words, World

QUESTION = "What is the definition of attunement?"
CALLBACK = "/interactions/*/*/callback"


async def ask(world: World) -> Any:
    return await world.alice.slash(world.channel, "ask", question=QUESTION)


async def test_an_unexpected_fault_gives_a_reference_that_stands_in_the_log(
    new_world: NewWorld,
    words: Words,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with new_world(check_errors=False) as world:

        def broken(*_: Any, **__: Any) -> None:
            raise RuntimeError("the engine broke")

        monkeypatch.setattr(world.bot.texts.library, "ask", broken)
        told = words((await ask(world)).response)
    (reference,) = re.findall(r"reference \*\*(\w+)\*\*", told)
    assert f"reference {reference}" in caplog.text
    assert "the engine broke" in caplog.text
    assert QUESTION not in caplog.text
    assert str(world.alice.id) not in caplog.text


async def test_a_fault_that_quotes_the_question_is_logged_without_it_under_its_reference(
    new_world: NewWorld,
    words: Words,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.handler.setFormatter(JsonLines([]))
    async with new_world(check_errors=False) as world:

        def broken(question: str, **_: Any) -> None:
            raise RuntimeError(f"{world.alice.id} asked {question}")

        monkeypatch.setattr(world.bot.texts.library, "ask", broken)
        told = words((await ask(world)).response)
    (reference,) = re.findall(r"reference \*\*(\w+)\*\*", told)
    (line,) = (json.loads(line) for line in caplog.text.splitlines() if "RuntimeError" in line)
    assert line["reference"] == reference
    assert QUESTION not in caplog.text
    assert str(world.alice.id) not in caplog.text


async def test_a_fault_behind_a_button_is_told_too(
    new_world: NewWorld,
    words: Words,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with new_world(check_errors=False) as world:
        answer = (await ask(world)).response

        def broken(*_: Any, **__: Any) -> None:
            raise RuntimeError("the texts broke")

        monkeypatch.setattr(world.bot.texts, "essay", broken)
        assert "reference" in words(await world.click(answer, "In context"))
    assert "the texts broke" in caplog.text


async def test_a_fault_behind_a_mention_is_told_too(
    new_world: NewWorld,
    words: Words,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with new_world(check_errors=False) as world:

        def broken(*_: Any, **__: Any) -> None:
            raise RuntimeError("the engine broke")

        monkeypatch.setattr(world.bot.texts.library, "ask", broken)
        await world.alice.send(world.channel, f"{world.me} {QUESTION}")
        assert "reference" in words(world.channel.last_message)


async def test_a_fault_while_suggesting_leaves_the_member_typing(
    new_world: NewWorld, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with new_world(check_errors=False) as world:

        def broken(*_: Any, **__: Any) -> None:
            raise RuntimeError("the engine broke")

        monkeypatch.setattr(world.bot.texts.library, "suggest", broken)
        choices = await world.alice.autocomplete(world.channel, "ask", "question", "secret words")
    assert choices == [{"name": "secret words", "value": "secret words"}]
    assert "the engine broke" in caplog.text
    assert str(world.alice.id) not in caplog.text


@pytest.mark.parametrize("status", [500, 503, 429])
async def test_when_discord_refuses_a_reply_once_the_member_is_told(
    new_world: NewWorld, words: Words, status: int
) -> None:
    async with new_world(check_errors=False) as world:
        world.env.inject_error("POST", CALLBACK, status=status)
        assert "reference" in words((await ask(world)).response)


@pytest.mark.parametrize("status", [500, 429])
async def test_when_discord_refuses_everything_the_bot_goes_on(
    new_world: NewWorld, words: Words, status: int
) -> None:
    async with new_world(check_errors=False) as world:
        world.env.inject_error("POST", CALLBACK, status=status, times=3)
        assert (await ask(world)).response is None
        world.env.backend.faults.clear()
        assert "The essay answers" in words((await ask(world)).response)


@pytest.mark.parametrize("code", [10062, 10015, 40060])
async def test_a_reply_that_nobody_waits_for_any_more_is_no_error(
    world: World, caplog: pytest.LogCaptureFixture, code: int
) -> None:
    caplog.set_level(logging.INFO)
    world.env.inject_error("POST", CALLBACK, status=404, code=code)
    assert (await ask(world)).response is None
    assert "was dropped" in caplog.text


async def test_a_card_asked_for_too_late_is_no_error(world: World) -> None:
    answer = (await ask(world)).response
    world.env.inject_error("POST", CALLBACK, status=404, code=10062, times=2)
    result = await world.alice.click(answer, label="Card")
    assert result.response is None


async def test_a_channel_deleted_while_a_card_is_drawn_is_no_error(world: World) -> None:
    answer = (await ask(world)).response
    world.env.inject_error("POST", "/webhooks/*", status=404, code=10003)
    result = await world.alice.click(answer, label="Card")
    assert result.followups == []


async def test_a_forbidden_reply_names_the_missing_permission(
    new_world: NewWorld, words: Words
) -> None:
    from discord import PermissionOverwrite

    async with new_world(check_errors=False) as world:
        closed = {world.guild.default_role: PermissionOverwrite(attach_files=False)}
        channel = world.guild.create_text_channel("closed", overwrites=closed)
        answer = (await world.alice.slash(channel, "ask", question=QUESTION)).response
        world.env.inject_error("PATCH", "/webhooks/*", status=403, code=50013)
        result = await world.alice.click(answer, label="Card")
        assert "**Attach Files**" in words(result.response)


async def test_a_channel_without_embeds_or_attachments_still_gets_answers(
    world: World, words: Words
) -> None:
    from discord import PermissionOverwrite

    bare = {
        world.guild.default_role: PermissionOverwrite(
            embed_links=False, attach_files=False, read_message_history=True
        )
    }
    channel = world.guild.create_text_channel("bare", overwrites=bare)
    result = await world.alice.slash(channel, "ask", question=QUESTION)
    assert "The essay answers" in words(result.response)
    await world.alice.send(channel, f"{world.me} {QUESTION}")
    assert "The essay answers" in words(channel.last_message)


async def test_a_late_reply_is_not_doubled_when_discord_fails_over_it(
    world: World, words: Words
) -> None:
    answer = (await world.alice.slash(world.channel, "ask", question=QUESTION)).response
    world.env.inject_error("PATCH", "/webhooks/*", status=500)
    result = await world.alice.click(answer, label="Card")
    assert result.followups == []
    assert [
        request.method for request in world.env.http_requests if "/webhooks/" in request.path
    ] == ["PATCH", "PATCH"]


async def test_a_reply_in_a_locked_or_archived_thread_says_what_is_wrong(
    new_world: NewWorld, words: Words
) -> None:
    for code, told in ((160005, "The thread is locked"), (50083, "The thread is archived")):
        async with new_world(check_errors=False) as world:
            answer = (await world.alice.slash(world.channel, "ask", question=QUESTION)).response
            world.env.inject_error("PATCH", "/webhooks/*", status=403, code=code)
            result = await world.alice.click(answer, label="Card")
            assert told in words(result.response)
