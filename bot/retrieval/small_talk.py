"""What people say to a bot without asking its text anything: greetings, thanks, teasing."""

from rapidfuzz import fuzz, process

from bot.retrieval.terms import spelled_out, words

_SAID = """
hi|hello|hey there|hi everyone|hello bot|good morning|good morning everyone|good evening|good night
gm|gm everyone|gn|gn everyone|goodbye|see you later|how are you|how are you today|how is it going
what's up|sup|are you there|you there|anyone here|is anyone there|test|testing|ping
thanks|thank you|thanks a lot|thank you so much|cheers|nice|cool|great|wow|lol|haha|ok|okay
good bot|bad bot|you are great|i love you|i hate you|you are so dumb|you are stupid|shut up
shut up bot|nobody asked|be quiet|who are you|what are you|who made you|are you a bot|are you human
are you real|are you an ai|what can you do|what's your name|do you love me|will you marry me
tell me a joke|tell us a joke|make me laugh|say something funny|tell me a story|sing a song
sing me a song|write me a poem|write a poem|play some music|play a song|let's play a game
roll a dice|flip a coin|tell me a secret|tell me something|say something|i am bored|i'm bored
""".replace("\n", "|")

_KNOWN = tuple(" ".join(words(said)) for said in _SAID.split("|") if said)
_LEAST_LIKENESS = 90.0
_LONGEST = 6


def is_small_talk(text: str) -> bool:
    """Whether a message as a whole, small misspellings aside, is small talk and no question."""
    said = [word for word in map(spelled_out, words(text)) if word != "please"]
    if not 0 < len(said) <= _LONGEST:
        return False
    found = process.extractOne(
        " ".join(said), _KNOWN, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS
    )
    return found is not None
