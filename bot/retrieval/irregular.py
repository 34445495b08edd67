"""English forms that no stemmer brings together: "felt" and "feel", "children" and "child"."""

_FAMILIES = """
arise arose arisen|awake awoke awoken|beat beaten|become became|begin began begun|bend bent
bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought
build built|buy bought|catch caught|choose chose chosen|come came|cling clung|creep crept
deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten
fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown
forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden|hold held
keep kept|kneel knelt|know knew known|lay laid|lead led|learn learnt|leave left|lend lent|lose lost
make made|meet met|overcome overcame|pay paid|ride rode ridden|ring rang rung|rise rose risen
run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone
shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept
speak spoke spoken|spend spent|spin spun|stand stood|steal stole stolen|stick stuck|sting stung
strike struck|strive strove|swear swore sworn|sweep swept|swim swam swum|swing swung
take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown
understand understood|wake woke woken|wear wore worn|weave wove woven|weep wept|win won
withdraw withdrew withdrawn|write wrote written
child children|man men|woman women|foot feet|tooth teeth|mouse mice|goose geese
wife wives|knife knives|half halves|leaf leaves|wolf wolves|texts shelves|thief thieves
crisis crises|analysis analyses|thesis theses|phenomenon phenomena|criterion criteria
"""

BASE_FORMS = {
    form: family.split()[0]
    for family in _FAMILIES.replace("\n", "|").split("|")
    for form in family.split()[1:]
}
"""An irregular form -> the form that stands for its family."""
