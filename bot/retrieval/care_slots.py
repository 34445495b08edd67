"""What the patterns for distress are made of: frames, slots, and words of play."""

from typing import NamedTuple


class Frame(NamedTuple):
    """One thing that is said: its patterns, and the words with which it is not meant."""

    name: str
    patterns: str
    unless: str = ""
    by_anyone: bool = False
    """Whether it counts without a word for who speaks, and as a question about no one."""


SLOTS = {
    "i": "i|im|ive|id|ill|i am|i have|i had|i was|i will",
    "am": "am|im|was|be|been|being|feel|feels|feeling|felt|get|getting|so|just|i|really|totally|completely|utterly",
    "want": "want|wants|wanted|wanting|wanna|gonna|going to|imma|ima|about to|ready to|trying to|try to|tried to"
    "|need to|plan to|planning to|planning on|plan on|decided to|thinking of|thinking about|think of|think about"
    "|thought of|thought about|thoughts of|thoughts about|tempted to|have to|might|may|could|should|will|keep"
    "|feel like|considering|considered|contemplating|rather|prefer|hoping|hope|hoped|wish|wishing|wished|wishes"
    "|long to|longing|urge to|urges to|dream of|dreaming of|dreaming about|begging|let me|better|ready for|deserve|deserves"
    "|pray|praying|ideas of|intend|scared ill|afraid ill|wondering about|imagine|imagining|fantasise about|fantasize about"
    "|obsessed with|close to|on the verge of|gotta|should just|rather be|how to|way to|ways to",
    "die": "die|dying|be dead|being dead|was dead|were dead|am dead|drop dead|death|ded|not exist|not be alive|not be here anymore"
    "|stop existing|cease to exist|stop being alive|stop living|be gone for good|be gone forever|never wake up|not wake up"
    "|disappear forever|disappear for good|vanish forever|not be around anymore|no longer exist|no longer be here|perish|pass away|be in heaven|be with the angels|be six feet under|bleed out|not exist anymore|end up dead|kick the bucket|meet my maker|be in the ground|die alone",
    "harm": "kill|killing|kills|killed|hang|hanging|hanged|hung|shoot|shooting|drown|drowning|unalive|unaliving|offing|off|stab"
    "|stabbing|poison|poisoning|hurt|hurting|hurts|harm|harming|harms|harmed|cut|cutting|cuts|burn|burning|burns|burned"
    "|starve|starving|punish|punishing|end|ending|destroy|suffocate|strangle|strangling|choke|choking|gas|scratch|scratching"
    "|punch|punching|punched|slap|slapping|bite|biting|bit|bruise|whip|scratched|injure|injuring|overdose|delete|deleting|jump and kill|bleed|hit|hitting|do harm to|do damage to",
    "self": "myself|my self|ourselves|meself|mysefl",
    "life": "live|living|life|alive|exist|existing|existence|be here|being here|here|go on|going on|keep going"
    "|carry on|carrying on|continue|continuing|wake up|waking up|breathe|breathing|be around|stay|staying|keep trying|keep fighting|fight on|fight anymore|fighting|try|trying",
    "elsewhere": "(?! (in|at|near|on|with|without|together|alone|abroad|there|for|by|up|until|till|here|to|out|off|"
    "through|under|like (a|the)|where|next|among|off|back|this|a|the|my|our|your|that|before|early|as|it|room|rooms|forever young)\\b"
    "(?! (this|such a|that|a|my) (world|life|body|pain|hell|misery|nightmare|shame|earth|planet|family|way|skin|agony|guilt|mess|darkness)"
    "| (pain|agony|misery|me|him|her|them|fear|hell|shame|guilt|this( |$)|like this|so much|all this)))",
    "no": "no|not|never|dont|do not|doesnt|didnt|cant|cannot|can not|couldnt|wont|isnt|aint|without|hardly|any|zero|lost|losing|nothing|stopped|havent|hasnt|wouldnt|no longer|lack|run out of|out of",
    "reason": "reason|reasons|point|purpose|sense|will|strength|energy|desire|wish|motivation|worth|hope|courage|meaning|use",
    "nobody": "nobody|no one|noone|no1|none of them|not a soul|not one person|no body|who|not even my \\w+|nobody in the world",
    "everyone": "everyone|everybody|every1|they|theyd|theyll|my family|my kids|my children|my parents|my friends|the world|world|people"
    "|my wife|my husband|my mum|my mom|my dad|my partner|you all|yall|you guys|he|she|hed|shed|you|youd|all of you|my son|my daughter|my boyfriend|my girlfriend|anyone",
    "gone": "gone|dead|not here|not around|never born|not alive|no longer here|out of the picture|out of the way|6 feet under|in the ground|buried",
    "vanish": "died|die|dies|disappeared|disappear|vanished|vanish|left this world|was gone|were gone|am gone|im gone|was dead|were dead"
    "|wasnt here|werent here|wasnt around|werent around|wasnt alive|werent alive|stopped existing|didnt exist|ended it|killed myself"
    "|didnt wake up|never came back|had never been born|was never born|were never born|jumped|took my life|not be here|dropped dead",
    "pills": "pill|pills|meds|medication|medications|medicine|medicines|tablet|tablets|painkillers|paracetamol|ibuprofen|tylenol|xanax|antidepressants"
    "|insulin|aspirin|benzos|sleepers|advil|valium|acetaminophen|codeine|oxy|prozac|sertraline|capsules|opioids|morphine|barbiturates|drugs",
    "many": "all|whole|entire|every|too many|too much|2 many|a bunch|a handful|handful|loads|load|lots|a lot|bottle|packet|pack|box|boxes|jar|dozens"
    "|dozen|twenty|thirty|forty|fifty|hundred|full|so many|enough|heap|pile|stash|rest|as many|hundreds|overdose|fistful|massive|ton|tons|several|\\d\\d+",
    "body": "wrists|wrist|arms|arm|legs|leg|thighs|thigh|skin|stomach|veins|vein|forearm|forearms",
    "kin": "family|mum|mom|parents|kids|children|wife|husband|everyone|friends|dad|sister|brother|son|daughter|loved ones|people i love|mother|father|them|partner|girlfriend|boyfriend|baby|you all|you guys",
    "close": "dad|father|stepdad|stepfather|step dad|mum|mom|mother|stepmum|stepmom|stepmother|parents|husband|wife|partner|bf|boyfriend|gf"
    "|girlfriend|ex|uncle|aunt|brother|stepbrother|sister|grandpa|grandfather|carer|cousin|roommate|foster dad|foster mum|teacher|coach|boss|priest|pastor|babysitter|landlord|doctor|tutor|stalker|neighbour|neighbor|he|she|they|hes|shes|theyre|someone|somebody",
    "hits": "hit|hits|hitting|beat|beats|beating|choke|chokes|choked|choking|punch|punched|punches|punching|slap|slapped|slaps|slapping"
    "|kicked|kicks|kicking|shoved|shoves|strangled|strangles|strangling|raped|rapes|raping|molested|molests|abuses|abused|abusing|hurts|hurting|burned"
    "|burnt|assaulted|assaults|groped|gropes|beaten|bruised|attacked|attacks|whips|whipped|locks|locked|touches|touched|touching|forces|forced|starves",
    "gear": "rope|noose|razor|razors|blade|blades|knife|gun|pistol|rifle|shotgun|revolver|belt|cord|poison|bleach|antifreeze|charcoal|bullet|bullets|scissors|box cutter|lighter|helium|exit bag",
    "height": "bridge|roof|rooftop|ledge|cliff|balcony|overpass|tracks|railway|rails|platform|window|windowsill|viaduct|train|trains|traffic|truck|lorry|bus|car|subway|tube|metro|building|parapet|tower|railing|barrier|highway|motorway|pier|water|river",
    "soon": "tonight|today|tomorrow|now|soon|already|this time|this weekend|for good|forever|anymore|any more|any longer|no more|much longer",
    "hate": "hate|hates|hating|despise|loathe|disgusted by|cant stand|sick of",
}

PLAY = """
laughing laughter embarrassment boredom cringe lmao rofl hilarious funny joke joking pun pizza coffee snack cake
sandwich chess tennis football fifa poker goalkeeper striker minecraft fortnite valorant roblox skyrim zelda elden
dragon zombie mob quest spawn respawn lobby raid dungeon boss level raids npc npcs speedrun hardcore souls
sims sim campaign dnd rpg character characters protagonist villain hamlet romeo juliet ophelia werther karenina cobain
hero heroine movie movies film novel lyrics lyric song songs band album anime manga netflix squad tendencies playlist karaoke episode
play plot novels poem soliloquy linux kernel process daemon thread docker kubernetes aws azure
"""
"""Words with which most such sayings are a game, a work of art, a joke or a machine."""
