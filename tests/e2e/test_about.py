"""Help and privacy."""

from tests.e2e.world import Words, World


async def test_help_is_short_and_its_commands_can_be_clicked(world: World, words: Words) -> None:
    result = await world.alice.slash(world.channel, "help")
    said = words(result.response)
    assert result.response.ephemeral
    assert len(said.strip().splitlines()) <= 6
    for command in ("ask", "quote", "essay read", "essay about", "essay topics", "privacy"):
        assert f"</{command}:" in said


async def test_privacy_says_what_is_stored(world: World, words: Words) -> None:
    said = words((await world.alice.slash(world.channel, "privacy")).response)
    assert "**About you: nothing.**" in said


async def test_all_commands_are_for_servers_direct_messages_and_user_installs(world: World) -> None:
    (registered,) = [one.json for one in world.env.http_requests if one.method == "PUT"]
    assert isinstance(registered, list)
    for command in registered:
        if command["name"] != "reflection":
            assert command["contexts"] == [0, 1, 2]
            assert command["integration_types"] == [0, 1]


async def test_no_privileged_intent_is_asked_for(world: World) -> None:
    intents = world.bot.intents
    assert not any((intents.message_content, intents.members, intents.presences))
