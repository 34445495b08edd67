"""Who sounds as if they were in danger or distress, and who does not."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from bot.retrieval.care import MESSAGE, care_message, in_distress
from bot.texts.model import Essay
from tests.retrieval.strategies import any_text


@pytest.mark.parametrize(
    "said",
    [
        # Wanting to die
        "I want to kill myself",
        "i want to die",
        "i wanna die so bad",
        "I WANT TO DIE!!!",
        "i want 2 die",
        "i wnat to die",
        "i don't want to live anymore",
        "I don’t want to live anymore",
        "i dont want to live",
        "i dnt wanna live",
        "i don't wanna exist",
        "I don't want to be here anymore",
        "im suicidal",
        "i feel sucidal",
        "I feel suicidal tonight",
        "I've been having suicidal thoughts",
        "im thinking of suicide",
        "i keep thinking about suicide",
        "i want to end it all",
        "i want to end my life",
        "im going to end my live",
        "thinking of taking my own life",
        "i wish i was dead",
        "i'd rather be dead",
        "i hate myself and want to die",
        "kms",
        "i'm gonna kms tonight",
        "i want to unalive myself",
        "thinking about killing my self",
        "how do i kill myself",
        "i just want to go to sleep and never wake up",
        # Seeing no way on
        "there's no reason to live",
        "i have nothing to live for",
        "life isn't worth living",
        "I don't see the point in living anymore",
        "everyone would be better off without me",
        "no one would miss me if i was gone",
        "i cant go on anymore",
        # Hurting oneself
        "I keep cutting myself",
        "ive been cuting myself again",
        "i hurt myself last night",
        "i can't stop hurting myself",
        "I self harm when I am anxious",
        "i took too many pills",
        "i just overdosed",
        # Hurt by somebody
        "my dad hits me",
        "my boyfriend beats me",
        "my step dad hurts me when mum is out",
        "my husband hit me yesterday",
        "my partner chokes me",
        "i was raped last year",
        "i was sexually assaulted",
        "i am being abused at home",
        "I am not safe at home",
        "i'm afraid to go home",
        "someone is going to kill me",
        "help me im scared",
        # Fearing for somebody else
        "my friend wants to kill herself",
        "my brother is hurting himself",
        # Asking for help, and among other words
        "is there a suicide hotline",
        "can you give me a crisis line number",
        "what is attunement? also i want to kill myself",
        "nice essay. i want to die. lol.",
        "<@123> i want to die <:sad:99>",
        "**i want to kill myself**",
    ],
)
def test_someone_in_danger_or_distress_is_noticed(said: str) -> None:
    assert in_distress(said)


@pytest.mark.parametrize(
    "said",
    [
        # What the essay speaks of
        "the part about sad and anxious feelings",
        "what does the essay say about abuse",
        "what does the essay say about neglect and abuse",
        "which clients have experienced profound neglect",
        "what does the author say about clients who were abused",
        "how does abuse affect the alliance",
        "what makes people fearful, anxious, sad and angry",
        "what is the safe space for",
        "why do we explore scary places",
        "what does it mean to feel safe",
        "does the clinician feel angry",
        "can a therapist harm a client",
        "does attunement hurt",
        # Of suicide, in the third person
        "does the essay mention suicide",
        "what does the text say about suicide",
        "why do college students commit suicide",
        "suicide rates among college students",
        "how do counsellors talk about suicide with clients",
        "can attunement help prevent suicide",
        "how do therapists respond to suicidal clients",
        "does the essay mention clients with suicidal thoughts",
        "what does research say about thoughts of suicide among students",
        "what if a client is thinking about suicide",
        "what did Durkheim write about suicide",
        "how should a clinician respond to self harm",
        # Figures of speech
        "this homework is killing me",
        "my feet are killing me",
        "the suspense is killing me",
        "that joke killed me",
        "I'm dying to know who wrote this",
        "i'm dying of boredom",
        "i nearly died laughing",
        "i want to die laughing",
        "i'm dead lol",
        "i'm so hungry i could die",
        "i'd die for a nap",
        "I'd kill for a coffee",
        "kill two birds with one stone",
        "how to kill time",
        "i want to kill time",
        "he killed it on stage",
        "it hit me that attunement matters",
        "what hits me about this essay is its warmth",
        "the essay hit me hard",
        "it hurts me to see that",
        "cut myself some slack",
        # Games, kitchens, computers
        "how do I kill the boss in this game",
        "how to kill a process in linux",
        "he beat me at chess",
        "who wants to kill the sea monster",
        "how many wolves could he hunt by himself",
        "my brother beat me to it",
        "he beats me to the answer every time",
        "should i cut myself a slice of cake",
        # Ends, lives and homes
        "how do i end my essay",
        "I want to end my essay with a quote",
        "how do i end it on a good note",
        "what is there to live for according to the author",
        "I don't want to live in London",
        "i am tired of living with roommates",
        "what is the point of living abroad",
        "i can't wait any longer",
        "i can't go on holiday",
        # Low, but not in danger
        "i am sad today",
        "I feel anxious about my exam",
        "i'm scared of spiders",
        "help me with this homework",
        "help me understand paragraph 3",
        "",
        "?!",
    ],
)
def test_someone_who_asks_about_the_essay_or_jokes_is_not(said: str) -> None:
    assert not in_distress(said)


def messages(name: str) -> list[str]:
    lines = (Path(__file__).parent / "care" / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_of_messages_in_danger_hardly_one_is_missed() -> None:
    said = messages("distress")
    missed = [message for message in said if not in_distress(message)]
    assert len(missed) <= 0.03 * len(said), missed


def test_of_messages_that_only_sound_like_it_none_is_taken_for_distress() -> None:
    assert [message for message in messages("look_alikes") if in_distress(message)] == []


@pytest.mark.parametrize(
    "said",
    [
        "my friend wants to end it all",
        "my sister has been giving away all her things and saying goodbye",
        "my roommate took a load of pills",
        "she says she can't go on and she has pills",
        "a girl in my class is self harming",
    ],
)
def test_what_is_said_of_a_friend_counts_as_if_the_friend_said_it(said: str) -> None:
    assert in_distress(said)


@pytest.mark.parametrize(
    "said",
    [
        "in my story the hero wants to die",
        "how do therapists assess suicide risk",
        "I don't want to die, I'm scared of the surgery",
        "my client says her life is meaningless, how could my response tell her otherwise",
    ],
)
def test_fiction_the_profession_and_a_denial_are_no_distress(said: str) -> None:
    assert not in_distress(said)


def test_the_words_of_a_saying_count_only_within_one_sentence() -> None:
    assert not in_distress("Does it kill? Myself, I doubt it.")


def test_every_question_that_the_curator_listed_is_one_about_the_essay(essay: Essay) -> None:
    asked = [q for p in essay.paragraphs for s in p.sentences for q in s.questions]
    assert len(asked) > 100
    assert [question for question in asked if in_distress(question)] == []


def test_every_sentence_of_the_essay_can_be_quoted_back(essay: Essay) -> None:
    assert [s.text for p in essay.paragraphs for s in p.sentences if in_distress(s.text)] == []


@given(said=any_text)
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_looked_at(said: str) -> None:
    assert in_distress(said) in (True, False)


def test_the_message_says_whom_to_call_unless_the_text_has_its_own(essay: Essay) -> None:
    assert care_message(essay._replace(care=None)) == MESSAGE
    assert care_message(essay._replace(care="Please call us.")) == "Please call us."
    assert "988" in MESSAGE
    assert "116 123" in MESSAGE
