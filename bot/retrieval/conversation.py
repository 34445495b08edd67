"""Questions that go on from an answer: "why is that?", "and friends?", "tell me more", "says who?"."""

import re
import unicodedata
from enum import Enum, auto
from typing import NamedTuple

from bot.retrieval.terms import carries_meaning, spelled_out, words

_LONGEST = 8
"""Words of a question that can go on from an answer; a longer one stands by itself."""


class Continuation(Enum):
    """How a question goes on."""

    MORE = auto()
    """The text should go on where the answer ended."""
    ABOUT_IT = auto()
    """The question is about what was answered, and needs its words."""
    WHO_SAYS = auto()
    """Who says what was answered: the author does."""
    ELSE = auto()
    """The same is asked about something else."""


class FollowUp(NamedTuple):
    """A question that goes on: how, and the words of its own that carry meaning."""

    continuation: Continuation
    own: str


_IT = r"(?:that|this|it|those|these|there)"
_ONE = r"(?:he|she|they|i|you|we|one|it|the author|the writer|people|someone|a person|somebody)"

_WAYS = {
    Continuation.MORE: rf"""
(tell|show|give) me (some )?more|say more|more|go on|continue|keep going|carry on|proceed|(and )?then( what)?|what then|and|so|next|read on|elaborate( on {_IT})?|expand( on {_IT})?
(what|is there|anything|something|whats) (else|more|comes next|next|follows|happens next|comes after( {_IT})?)|what happens (next|then|after( {_IT})?)|more (of|about|on) {_IT}|tell me more (about|of) {_IT}|i want (to (hear|know|read) )?more|can (i|you) (hear|read|tell me|say|have|get) more|is that (all|it)
(can |could )?(you |i |we )?(give me |have |get |show me |got |give |see |hear )?(an |any |another |some |more |one )*examples?( of {_IT})?|for (example|instance)|such as|like what|e g|eg|like( how| when)?
(can you |could you |will you )?(explain|clarify)( {_IT}| more| that more| further| it to me| please)*|i (dont|do not|didnt|did not) (get|understand|follow|see)( {_IT}| why| how| what {_IT} means)?|(huh|what|come again|i am lost|im lost|not clear|unclear|thats not clear)
(dime|cuentame|di|quiero saber) mas|mas|sigue|continua|adelante|y (luego|despues|entonces)|que mas|(dame |puedes dar |tienes )?(un |otro |algun )?ejemplo|por ejemplo|explicame?( eso| esto| mas)?|no (lo )?entiendo
(erzahl|erzahle|sag|sage)( mir| uns)? mehr( daruber| davon)?|weiter|mach weiter|und (dann|weiter)|was noch|mehr( davon| bitte)?|(gib mir |hast du |gibt es )?(ein |noch ein |mal ein )?beispiel|zum beispiel|erklare?( mir)?( das| bitte)?|(das )?verstehe ich nicht|ich verstehe( das)? nicht
(dis|dites|raconte) (m en|moi|nous en) (plus|davantage)|plus|continue|la suite|et (ensuite|apres|alors)|quoi d autre|(donne moi |tu as |as tu )?(un |un autre )?exemple|par exemple|explique( moi)?( ca| cela)?|developpe|je ne comprends pas
(conta|conte|diz|diga|fala|fale)( me)? mais|mais|continua|continue|segue|e (depois|entao)|(o )?que mais|(me )?(da me |da |tem )?(um |outro )?exemplo|por exemplo|explica( me)?( isso| isto)?|nao entendi|nao entendo""",
    Continuation.WHO_SAYS: rf"""
(says|said) who|who (says|said|claims|thinks|wrote)( {_IT}| so| this| that)?|according to (who|whom)|whose (words|opinion|idea|view) (is|are) {_IT}|whos (saying|talking|speaking)|who is (saying|talking|speaking|the speaker)|is {_IT} (your|the authors) (opinion|words|view)|did the author say {_IT}
quien (lo |la )?(dice|dijo|escribio|afirma)( eso| esto)?|segun quien|wer (sagt|sagte|hat) (das|so was|das gesagt)|sagt wer|laut wem|qui (le |l )?(dit|a dit|pense)( ca| cela)?|selon qui|d apres qui|quem (diz|disse|falou)( isso| isto)?|segundo quem""",
    Continuation.ABOUT_IT: rf"""
why( is {_IT}( so)?| so| not| though| does {_IT} (matter|happen|help|work)| would {_IT} (matter|help|work|be)| do(es)? {_ONE} (say|think|do|believe|feel|write|want|like|need) ?({_IT}|so)?| is it (important|like that|so))?|how come|why s {_IT}|whys {_IT}
how( so| is {_IT}( so| possible)?| long( does {_IT} take)?| often| much| many| soon| exactly| does {_IT} (work|happen|help|feel|look|start|begin|end)| do(es)? {_ONE} (do|get|know|build|achieve|say|feel|show|notice|learn|tell|manage|see) ?{_IT}?| can {_ONE} (do|get|know|build|achieve|learn|tell|help) ?{_IT}?)?
(when|where)( is {_IT}| exactly| does {_IT} (happen|start|begin|occur|apply|come|show|end|take place)| do(es)? {_ONE} (do|say|feel|see|notice|get) {_IT}| was {_IT}| did {_IT} happen)?|who( exactly| else| is {_IT}| does {_IT}| feels {_IT}| needs {_IT})?
(what for|really|is {_IT} (so|true|right|always( so| true)?|really( so| true)?|possible|good|bad|normal|important|hard|easy)|(are|r) you sure|always|does {_IT} always (happen|work|help)|does {_IT} (work|help|matter|happen)|since when|in (what|which) (way|sense)|so what|what about it|what if (not|{_ONE} (dont|doesnt|do not|does not|isnt|arent|cant|wont|didnt)( .*)?)|and if not|if not)
what (does|do|did|is|are|makes|was) ({_IT}|they|you|he|she|the author)( mean| stand for| so| meant| about| like| mean by {_IT}| good for| for| say about {_IT})*|whats {_IT}( mean)?|meaning( of {_IT})?|what do you mean( by {_IT})?|because|because what|whats the (point|reason|meaning|use)( of {_IT})?
(por que|porque|como|cuando|donde|quien|para que|de verdad|en serio|cuanto)( es (eso|esto|asi)| eso| esto| asi| pasa eso)?|(que|y que) (significa|quiere decir|quieres decir)( eso| esto| con eso)?|como asi
(warum|wieso|weshalb|wann|wo|wie|wer|wirklich|echt|wozu|woran|wodurch)( ist (das|es)( so)?| das| so| denn| genau| kommt das| geht das)*|was (heisst|bedeutet|meinst du mit) ?(das|damit)?|was meinst du( damit)?|wie meinst du das|stimmt das
(pourquoi|comment|quand|ou|vraiment|ah bon|c est a dire|combien)( ca| cela| donc| ca marche| est ce)*|(qu est ce que )?(ca|cela) veut dire( quoi)?|que veux tu dire|comment ca|c est vrai
(por que|porque|como|quando|onde|quem|serio|verdade|a serio)( e isso| isso| isto| assim| funciona)?|(o )?que (isso |isto )?(quer dizer|significa)( isso| isto)?|como assim|o que voce quer dizer""",
    Continuation.ELSE: r"""
(?:and|what about|how about|and what about|but|also|or|same for|and for|and with|is (?:it|that) the same (?:for|with|in)|is it the same for|the same (?:for|with)|does (?:it|that) (?:also )?(?:apply|work|hold) (?:to|for|with)|what of) (?P<own>.+)
(?P<own>(?:for|with|between|in|among) .+) (?:too|as well|also)
(?:y|pero|tambien|y (?:con|para|de)|que (?:hay|pasa) (?:de|con)) (?P<own>.+)
(?:und|aber|auch|was ist mit|und (?:bei|mit|fur)|wie ist es (?:bei|mit)) (?P<own>.+)
(?:et|mais|aussi|et (?:avec|pour|chez)|qu en est il (?:de|des|du)) (?P<own>.+)
(?:e|mas|tambem|e (?:com|para)|e quanto (?:a|aos|as|ao)) (?P<own>.+)""",
}

_BEFORE = r"(?:and |so |ok |okay |please |pls |now |but |hm |hmm |wait |oh |ah |yes |yeah |well |cool |nice |right |aha |y |und |et |e )*"
_BEHIND = r"(?: please| pls| then| though| tho| bot| bitte| por favor| stp| svp| exactly| again)*"
_PATTERNS = [
    (continuation, re.compile(rf"{_BEFORE if own is None else ''}(?:{line}){_BEHIND}"))
    for continuation, lines in _WAYS.items()
    for line in lines.strip().split("\n")
    for own in [None if continuation is not Continuation.ELSE else line]
]
_GO_ON_IN_ENGLISH = frozenset(
    "is r are do does did can could should would u you i it has have was were will he she they".split()
)
"""Words behind "y" with which it is no Spanish "and", but short for "why"."""

_APOSTROPHES = re.compile("['’`´]")


def follow_up(question: str) -> FollowUp | None:
    """How the question goes on from an answer; None if it stands by itself."""
    said = words(question)
    if not 0 < len(said) <= _LONGEST:
        return None
    english = " ".join(map(spelled_out, said))
    for told in dict.fromkeys((_plain(english, ""), _plain(" ".join(said), " "))):
        for continuation, pattern in _PATTERNS:
            found = pattern.fullmatch(told)
            if found is None:
                continue
            if continuation is Continuation.ELSE:
                own = found["own"]
                told_of = own.split()
                if told_of[0] not in _GO_ON_IN_ENGLISH and any(map(carries_meaning, told_of)):
                    return FollowUp(continuation, own)
            elif continuation is Continuation.ABOUT_IT:
                return FollowUp(continuation, english)
            else:
                return FollowUp(continuation, "")
    return None


def _plain(said: str, apostrophe: str) -> str:
    letters = unicodedata.normalize("NFKD", _APOSTROPHES.sub(apostrophe, said).replace("ß", "ss"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
