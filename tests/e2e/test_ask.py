"""Asking: the command, its suggestions, the message menu, and the five kinds of answer."""

import pytest

from tests.e2e.world import Labels, Message, Words, World

DEFINITION = "I came across this definition of attunement"
CARE = "I want to kill myself"


async def test_an_answer_is_in_bold_in_its_quoted_passage_with_its_source(
    world: World, words: Words
) -> None:
    said = words(await world.ask("What is the definition of attunement?"))
    assert f"> **{DEFINITION}" in said
    assert "(Erksine 1998).** That idea that" in said
    assert "Paragraph 2 of 4 · *Attunement* by J. Farley (2020)" in said


async def test_an_answer_is_public_and_offers_context_next_passage_and_card(
    world: World, labels: Labels
) -> None:
    answer = await world.ask("What is the definition of attunement?")
    assert not answer.ephemeral
    assert labels(answer) == ["In context", "Next passage", "Card"]


async def test_a_private_answer_is_for_the_asker_and_can_be_shared(
    world: World, labels: Labels
) -> None:
    answer = await world.ask("What is the definition of attunement?", private=True)
    assert answer.ephemeral
    assert answer.id not in {message.id for message in world.channel.history(viewer=world.bob)}
    assert labels(answer)[-1] == "Share"


async def test_the_question_is_suggested_while_it_is_typed_badly(world: World) -> None:
    choices = await world.alice.autocomplete(
        world.channel, "ask", "question", "is it like frendship"
    )
    assert 1 <= len(choices) <= 25
    assert any("friend" in choice["name"].lower() for choice in choices)
    assert all(len(choice["value"]) <= 100 for choice in choices)


async def test_a_suggested_question_has_an_answer(world: World, words: Words) -> None:
    choices = await world.alice.autocomplete(world.channel, "ask", "question", "")
    said = words(await world.ask(choices[0]["value"]))
    assert "The essay answers" in said


async def test_a_question_about_the_text_is_answered_from_its_facts(
    world: World, words: Words, labels: Labels
) -> None:
    answer = await world.ask("who wrote this essay?")
    assert "About the text" in words(answer)
    assert "J. Farley" in words(answer)
    assert ">" not in words(answer).replace("</", "")
    assert labels(answer) == ["About the text", "Read it"]


async def test_what_the_text_does_not_say_is_said_plainly_with_questions_it_answers(
    world: World, words: Words, labels: Labels
) -> None:
    answer = await world.ask("how do I install a dishwasher?")
    assert "does not say" in words(answer)
    assert "> " not in words(answer)
    assert 2 <= len(labels(answer)) <= 3


async def test_a_suggestion_is_answered_to_the_one_who_clicked(
    world: World, words: Words, labels: Labels
) -> None:
    nothing = await world.ask("how do I install a dishwasher?")
    answer = await world.click(nothing, labels(nothing)[0], world.bob)
    assert answer.ephemeral
    assert "The essay answers" in words(answer)
    assert labels(nothing)[0] in words(answer)


@pytest.mark.parametrize("private", [False, True])
async def test_someone_in_distress_gets_kind_words_that_nobody_else_sees(
    world: World, words: Words, labels: Labels, private: bool
) -> None:
    answer = await world.ask(CARE, private=private)
    assert answer.ephemeral
    assert "> " not in words(answer)
    assert CARE not in words(answer)
    assert labels(answer) == []
    assert world.channel.history(viewer=world.bob) == []


async def test_distress_is_answered_even_to_someone_who_asked_too_much(
    world: World, words: Words
) -> None:
    for _ in range(6):
        await world.alice.slash(world.channel, "ask", question="What is attunement?")
    answer = (await world.alice.slash(world.channel, "ask", question=CARE)).response
    assert "You can ask again" not in words(answer)


async def test_the_message_menu_asks_with_the_messages_words_for_the_asker_only(
    world: World, words: Words
) -> None:
    message = await world.bob.send(world.channel, "What is the definition of attunement?")
    result = await world.alice.context_menu(world.channel, "Ask the essay", message)
    assert result.response.ephemeral
    assert DEFINITION in words(result.response)


async def test_the_message_menu_on_a_message_without_words_says_so(
    world: World, words: Words
) -> None:
    message = await world.bob.send(world.channel, "", attachments=[("cat.png", b"meow")])
    result = await world.alice.context_menu(world.channel, "Ask the essay", message)
    assert "no words" in words(result.response)


async def test_questions_work_in_direct_messages_too(world: World, words: Words) -> None:
    result = await world.alice.user.slash("ask", question="What is the definition of attunement?")
    assert DEFINITION in words(result.response)
    assert not result.response.ephemeral


async def test_after_five_questions_in_ten_seconds_a_member_is_told_how_long_to_wait(
    world: World, words: Words
) -> None:
    async def ask() -> Message:
        result = await world.alice.slash(world.channel, "ask", question="What is attunement?")
        return result.response

    for _ in range(5):
        assert "wait" not in words(await ask())
    world.clock.advance(4)
    refused = await ask()
    assert refused.ephemeral
    assert "You can ask again in 6 seconds." in words(refused)
    world.clock.advance(6)
    assert "You can ask again" not in words(await ask())


async def test_a_busy_channel_is_asked_to_wait(world: World, words: Words) -> None:
    members = [world.guild.add_member(world.env.create_user(f"m{n}")) for n in range(9)]
    for member in members[:8]:
        for _ in range(5):
            await member.slash(world.channel, "ask", question="What is attunement?")
    last = await members[8].slash(world.channel, "ask", question="What is attunement?")
    assert "Many questions are asked here" in words(last.response)
    elsewhere = world.guild.create_text_channel("elsewhere")
    calm = await members[8].slash(elsewhere, "ask", question="What is attunement?")
    assert "You can ask again" not in words(calm.response)


async def test_enter_asks_what_was_typed_since_that_is_the_first_choice(world: World) -> None:
    for typed in ("what helps a client trust the therapist", "zebra", "what is atunement"):
        choices = await world.alice.autocomplete(world.channel, "ask", "question", typed)
        assert choices[0]["value"] == typed


async def test_what_is_too_long_for_a_choice_gets_none_and_is_asked_as_it_is(world: World) -> None:
    typed = "what does the essay say about trust " * 4
    assert await world.alice.autocomplete(world.channel, "ask", "question", typed) == []
