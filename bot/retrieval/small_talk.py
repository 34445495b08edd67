"""What people say to a bot without asking its text anything, and what it says to that."""

import re

from rapidfuzz import fuzz, process

from bot.retrieval.terms import spelled_out, words

_REPLIES = {
    "Hello! Ask me something about the text, and it answers in its own words.": """
hi|hello|helo|hey|hiya|yo|hey there|hi there|hello there|hi everyone|hi all|hello everyone|hello bot|hi bot
hey bot|good morning|good morning everyone|good afternoon|good evening|gm|gm everyone|greetings|howdy
what's up|sup|wassup|are you there|you there|anyone here|is anyone there|test|testing|ping|are you online
are you working|is this thing on""",
    "Good night, and read well.": """
good night|good night everyone|good night all|gn|gn everyone|gn everyone|goodbye|bye|bye bye|see you|see you later|see you tomorrow|cya|ttyl""",
    "You are welcome. The words are the author's; I only find them.": """
thanks|thank you|thanks a lot|thank you so much|thanks so much|many thanks|cheers|thx|ty|tysm|thanks bot
thank you bot|that helped|that helps|that was helpful|very helpful|perfect thanks|great thanks|nice one
good bot|best bot|you are great|you are awesome|you're great|well done|good job|nice|cool|great|awesome
i love you|love you|love this|love this bot|amazing|wow|ok|okay|got it|i see|makes sense|interesting""",
    "I am a program. I do not write answers: I look for the sentence of the text that answers "
    "yours, and when there is none, I say so.": """
who are you|what are you|are you a bot|are you human|are you a human|are you real|are you an ai
are you ai|are you chatgpt|is this chatgpt|are you a robot|are you a real person|are you a person
are you sentient|are you alive|do you have feelings|who made you|who built you|who created you
what can you do|what do you do|how do you work|what's your name|what is your name|do you use ai
is this ai|are you a language model|which model are you|do you remember me|are you conscious""",
    "I am well, thank you; I am a program, and reading is all I do. What would you like to know "
    "about the text?": """
how are you|how are you today|how are you doing|how is it going|how's it going|how do you do
are you ok|are you okay|you ok|are you happy|do you love me|will you marry me""",
    "Then I did not help. Try other words, or ask for a topic.": """
bad bot|you are dumb|you are so dumb|you are stupid|you're stupid|you are useless|your useless|useless bot|stupid bot
dumb bot|i hate you|shut up|shut up bot|nobody asked|be quiet|you suck|this bot sucks|go away
that's wrong|that is wrong|wrong|wrong answer|that's not what i asked|not what i asked|that doesn't help""",
    "That I cannot do: I only quote the text. Ask me something about it.": """
tell me a joke|tell us a joke|make me laugh|say something funny|tell me a story|sing a song|sing me a song
write me a poem|write a poem|write me an essay|write an essay|play some music|play a song|let's play a game
roll a dice|flip a coin|tell me a secret|tell me something|say something|i am bored|i'm bored|do my homework
write my homework""",
    "No harm done.": "sorry|sorry bot|my bad|oops|never mind|nevermind|nvm|ignore that|wrong channel",
}
"""Replies, and the messages that they are for."""

_LEAST_LIKENESS = 90.0
_LONGEST = 7
_UNSTRETCHED = re.compile(r"(.)\1{2,}")
_BESIDE = frozenset(
    "please dear everyone all honest be lol haha lmao xd bot attune dude man bro mate and so very much".split()
)


def _plain(text: str) -> str:
    said = [_UNSTRETCHED.sub(r"\1", spelled_out(word)) for word in words(text)]
    return " ".join([word for word in said if word not in _BESIDE] or said)


_REPLY_TO = {
    _plain(said.strip()): reply
    for reply, all_said in _REPLIES.items()
    for said in all_said.replace("\n", "|").split("|")
    if said.strip()
}


def small_talk_reply(text: str) -> str | None:
    """What to say to a message that as a whole, small misspellings aside, is small talk.

    None for any other message.
    """
    said = _plain(text)
    if not 0 < len(said.split()) <= _LONGEST:
        return None
    if said in _REPLY_TO:
        return _REPLY_TO[said]
    found = process.extractOne(
        said, _REPLY_TO.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS
    )
    return _REPLY_TO[found[0]] if found is not None and len(said) > 3 else None
