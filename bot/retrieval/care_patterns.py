"""How people say that they, or somebody near them, are in danger: patterns with slots, by language.

A pattern is matched against words in lower case, without accents, apostrophes and punctuation. A
slot such as `{self}` stands for any of the words in `SLOTS`; `_` is up to three further words,
`__` up to seven. Sources are public lists of warning signs: 988 Lifeline, Samaritans, WHO, NHS.
"""

SLOTS = {
    "self": "myself|my self|himself|herself|themself|themselves|yourself",
    "i": "i|im|ive|id|ill|i am|i have",
    "want": "want to|wants to|wanted to|wanna|going to|gonna|about to|ready to|trying to|tried to"
    "|need to|plan to|planning to|decided to|thinking of|thinking about|might|tempted to|have to"
    "|keep|keeps|feel like|felt like|have been|been|started|will|ill|could|should",
    "wants": "want to|wants to|wanted to|wanna|going to|gonna|about to|ready to|trying to|tried to"
    "|need to|plan to|planning to|decided to|thinking of|have to|feel like|deserve to|rather|let me",
    "friend": "friend|friends|bestie|mate|brother|sister|cousin|roommate|flatmate|housemate|gf|bf"
    "|girlfriend|boyfriend|partner|wife|husband|mum|mom|mother|dad|father|son|daughter|kid|child"
    "|uncle|aunt|nephew|niece|classmate|coworker|colleague|neighbour|neighbor|student|teammate"
    "|guy|girl|boy|somebody|someone|person|member|stranger|ex|he|she|they|him|her|hes|shes|theyre",
    "close": "dad|father|stepdad|stepfather|mum|mom|mother|stepmum|stepmom|stepmother|parents"
    "|husband|wife|partner|bf|boyfriend|gf|girlfriend|ex|uncle|aunt|brother|sister|grandpa|carer"
    "|cousin|roommate|foster dad|foster mum",
    "hits": "hit|hits|hitting|beat|beats|beating|choke|chokes|choked|choking|punch|punched|punches"
    "|punching|slap|slapped|slaps|slapping|kicked|kicks|kicking|shoved|shoves|strangled|strangles"
    "|strangling|raped|rapes|molested|molests|abuses|abused|abusing|hurts|hurting|burned|burnt"
    "|threw something at|threatened|threatens|threatening|pushed|pushes",
    "no_more": "anymore|any more|any longer|no more|another day|one more day|one more night|much longer",
    "alive": "live|be alive|being alive|living|be here|being here|exist|existing|be around|wake up"
    "|waking up|go on|going on|carry on|keep going|keep living|be on this earth|be in this world",
    "not": "dont|do not|didnt|no longer|not|wouldnt|stopped|never|cant|rather not",
    "people": "everyone|everybody|they|theyd|theyll|my family|my kids|my parents|my friends|the world"
    "|people|my wife|my husband|my mum|my mom|you all|yall|you guys|world",
    "pills": "pills|pill bottle|meds|medication|medicine|tablets|sleeping pills|painkillers|paracetamol"
    "|ibuprofen|tylenol|xanax|antidepressants|insulin|sleeping tablets|aspirin|benzos",
    "loads": "all|the whole|a whole|whole|entire|every|too many|a bunch|a handful|handful|loads|lots"
    "|bottle|packet|pack|box|dozens|twenty|thirty|forty|fifty|20|30|40|50|60|100",
    "body": "wrists|wrist|arms|arm|legs|leg|thighs|thigh|skin|stomach|body",
    "bits": "my|his|her|their|myself|himself|herself",
    "kin": "family|mum|mom|parents|kids|children|wife|husband|everyone|friends|dad|sister|brother"
    "|loved ones|people i love",
}

ENGLISH = """
(kill|killing|killed|hang|hanging|hanged|shoot|shooting|drown|drowning|unalive|unaliving|offing|stab|stabbing|poison|poisoning) {self}
(hurt|hurting|hurts|harm|harming|harms|harmed|cut|cutting|cuts|burn|burning|burns|starve|starving|starves|punish|punishing) {self}
(do|doing|did) (something )?(harm|damage|violence) to {self}
(end|ending|ended|take|taking|took) (my|his|her|their) (own )?(life|lives|live)
(i|we) (self harm|selfharm|self injure|cut)( (when|because|to|every|again|a lot|sometimes|at)( .*)?)?$
help me (\\w+ )?(im|i am) scared( .*)?$
(someone|somebody|he|she|they|ex|man|guy|husband|boyfriend|stepdad|people) (\\w+ )?(is |are )?(going to|gonna|wants to|want to|trying to|threatened to|threatening to|will) (kill|murder) me(?! (when|if|for|over|lol))
(end|ending|finish|finishing) it (all|for good|tonight|today|forever|now|soon)
{friend} __ (ending|end) it
(im|am|been|feel|feeling|feels|felt|hes|shes|is|getting|so|really|be|theyre|were) (\\w+ )?suicidal
suicidal(?! (passes|pass|tackles|driving|clients|patients|people|behaviou?rs?|ideation in))( \\w+){0,6}$
(sewerslide|sui thoughts|suicidal thoughts|suicidal ideation|thoughts of suicide)
(my|our) (own )?suicide
(thinking|thought|think|dreaming|fantasising|fantasizing|planning|considering|contemplating|talking|talks|attempting|attempted|committing|commit|joking) (\\w+ )?(about |of )?suicide
(try|tried|tries|trying) __ suicide
suicide (note|letter) _ (my|to|for|mum|mom)
(write|writing|start|wrote|written|left|leave) _ suicide (note|letter)
(suicide|crisis) (hotline|line|helpline|number)
(need|want|know|give|is there|whats|find|have) _ (helpline|hotline|crisis line)
(kms|kmsing)( \\w+){0,2}$
(going to|gonna|want to|wanna|will|might|about to|should|just) _ kms
(told|telling|tell|tells|said|saying) _ (to kys|kys|kill yourself)
{wants} (just |really |so badly |badly )?die
(i |just |rather |better |hope i |wish i |pray i |praying i |hoping i )(would |had |to )?(just )?(die|be dead|died|dropped dead|drop dead)( tonight| soon| already| now| today| in my sleep)?$
(wish|wishing|wished|rather|better off) (i |he |she |they )?(was |were |be |wasnt |werent |am )?(dead|alive|never born|gone forever|not here|not alive)
(wish|wishing|wished) (\\w+ )?(id|i had|i was|i were|they had|theyd) never (been )?(born|existed)
never (been|be) born
{not} (\\w+ )?(want|wanting|wanna|wish|care|intend|plan|deserve|feel like)( to| wanting to)? {alive}(?! (early|at|before|in|with|near|on|for|by|till|until|tomorrow|to|alone|there|like|up))
{not} (\\w+ )?(want|wanna|wanting) (to )?(wake up|be here|live|be alive|exist|be around)( \\w+)? (tomorrow|ever|again|anymore|any more|any longer|no more)
lost the will to (live|go on)
(fall|falling|go|going) (asleep|to sleep) (and )?(just )?(\\w+ )?(never|not) (have to )?(wake|waking)
(never|not) (have to |ever )?(wake|waking) up (again|tomorrow|ever|anymore|at all|in the morning)
(wouldnt|didnt|wont|dont) (just )?(wake|waking) up (again|tomorrow|ever|one day)
(hope|wish|wishing|hoping|pray|praying) _ (dont|didnt|not|wouldnt|never) _ wake up
(no|any|single|one|a|good) (reason|point|purpose|sense) (\\w+ ){0,3}(live|living|alive|be here|being here|go on|going on|carry on|existing|staying|stay alive|keep going)(?! (in|with|near))
(whats|what is|see|seeing|wheres|there is no|no) (the |any )?point (of|in|to) (living|life|being alive|going on|being here|existing|carrying on|it all anymore)(?! (abroad|in|with|here|together|near|alone|at|on|there))
(nothing|anything) (left )?to live for
(not|isnt|aint) (even )?worth (living|it anymore|being alive)
(nothing|not anything) (left )?(for me )?(here )?(anymore|any more|left|to stay for)$
(tired|sick|exhausted|done|finished|fed up|over) (of |with |from |by )?(\\w+ )?(living|life|being alive|existing|being here|breathing)(?! (in|with|at|near|on|room|rooms|alone))
(give|giving|gave|given) up on (life|living|myself|everything)
(feel|feeling|want|ready|about) (like |to )?(just )?giv(e|ing) up( on (life|everything|it all))?$
{people} (\\w+ ){0,5}(better off|better|happier|relieved|safer|lighter|easier|fine) (\\w+ ){0,3}(without me|if i (was|were|wasnt|werent|died|left|disappeared)|with me gone|once im gone|when im gone|if im gone)
(better off|happier|better) (without me|if i (was|were|wasnt|werent|am) (gone|dead|here|around|alive|never born)|dead)
(everyone|everybody|they|family|kids|world|people) _ (without me in it|with me gone|if i was gone|if i were gone|when im gone|once im gone)
(im|am|being|i|just) (\\w+ ){0,2}(a )?(burden|waste of space|waste of oxygen|waste of air|dead weight|drag on|weight on)( (on|to|for) (everyone|everybody|them|my|the|you|all|people|others|anyone))?$
(im|am|being|just) (\\w+ ){0,2}(burden) (on|to|for)
(nobody|no one|noone|no1|none of them|not one of them|not a soul|who) (\\w+ ){0,2}(miss|notice|noticed|care|cares|mind|cry|come|look for|remember) (\\w+ ){0,3}(me|i was gone|i were gone|im gone|if i|when i|that i)(?! (win|won|win|play|leave early|skip|skipped))
if i (just |ever |suddenly )?(disappeared|died|vanished|was gone|were gone|was dead|were dead|wasnt here|werent here|stopped existing|never came back|didnt exist|ended it|killed|didnt wake up)
(want|wants|wanted|wanna|wish|wishing|could) (to |i could |to just |to simply )?(just )?(disappear|vanish|stop existing|not exist|cease to exist|fade away|not be here|be gone|not be alive|not wake up)
(cant|cannot|can not|cnt|couldnt) (keep )?(\\w+ )?(do|take|go on|keep going|keep doing|handle|bear|stand|live|cope|face|continue|carry on|survive|deal|fight|keep fighting)( like| with| doing)?( this| it| life| living| on| anything| everything| myself| the pain)*( like this)? {no_more}$
(cant|cannot) (go|keep|carry) (on|going|living)( like this| living| any ?more| any longer| much longer)?$
(cant|cannot) (live|cope|do this life) (like this|with this|with myself|without (him|her|them))( anymore| any more)?$
(dont|do not) know (how|if) _ (much longer|go on|keep going|can (do|take) this|make it through|hold on)
(i|please|just|want|need|wish) (\\w+ ){0,4}(it|this|everything|the pain|all|pain|hurting) (to |would |could )?(just )?(all )?(stop|end|be over|go away forever)( hurting| forever| for good| please| now)?$
make (it|the pain|this|the hurt|them) (all )?stop
let (it|me) (all )?(just )?(end|die|go now|be over)
(want|ready|ready for|need) (it|this|everything) (all )?(to )?(be over|end|over)
(this|it) is (my |a |the |our )?(final |last )?(goodbye|farewell|last message|last post|last night|the end for me)(?! (party|dinner|cake|lunch|to the|from the|tour|speech|concert|of))
(goodbye|bye|farewell) (everyone |all |guys |you all |to you all |my friends )?(forever|for good|cruel world|for ever|and im sorry|im sorry|and sorry|i love you all|thank you for everything|thanks for everything)
(by the time|when|if) (you|u|anyone|someone|somebody) (\\w+ )?(read|reads|see|sees|find|finds|get|gets) this
(wont|will not|not going to|not gonna|may not|might not) be (here|around|alive|with you)(?! (for|until|on|at|to|from|in)( the| a| my)? (meeting|class|party|event|weekend|holiday|office|lunch|dinner|lesson|raid|stream|game|practice|monday|tuesday|wednesday|thursday|friday|saturday|sunday|session|call|summer)) _(after|tomorrow|tonight|much longer|next|anymore|any more|by then|to see|when|soon|long|in the morning|for it|for long)
(dont|no one should|nobody should) (come |go )?(look|looking|search|searching) for me
(look after|take care of|feed) (my|the) (\\w+ ){1,2}(when|once|after|if) im (gone|dead|not here)
(wont|will not|not going to|dont) (be )?need(ing)? (it|them|anything|any of (it|this)|my things|these|this|that) (anymore|any more|where im going|after|soon|now)
(gave|given|giving|give) (away )?(\\w+ ){0,4}(where im going|so they remember me|wont need|wont be needing)
(gave|given|giving|give|gifted) (away )?(all|everything|most of|almost all|almost everything|every one|each) (of )?(i own|i have|my) (stuff|things|belongings|possessions|clothes|savings|favourite|favorite)?
(gave|given|giving|give) away (my|his|her|their) (stuff|things|belongings|possessions|pets|pet|cat|dog|favourite|favorite|most)
(gave|given|giving) (me|us) (his|her|their) (\\w+ ){0,6}(remember|goodbye|to keep|wont need|look after)
(wrote|written|writing|write|finished|left|leaving|leave) (\\w+ ){0,3}(goodbye|farewell|last|final) (letters?|notes?|messages?)
(wrote|written|finished|finished writing|left|have written) (\\w+ ){0,2}(letters?|notes?) (\\w+ ){0,2}(to|for) (\\w+ ){0,2}{kin}
(will|updated my will|made my will|sorted my will|affairs in order|put my affairs)(?= .*(gone|ready|peace|calm|done|nothing left))
(getting|got|put|putting) my affairs in order
(ready|time|going|soon|want|coming) (to )?(join|be with|see|meet) (him|her|them|my \\w+)( again)? (in heaven|on the other side|up there|soon|in death|now|wherever)
(is|are) dead (and )?(\\w+ ){0,4}(join|be with) (them|him|her)
(took|take|taken|taking|swallow|swallowed|swallowing|ate|eaten|downed|downing|popped|had|drank|necked) (\\w+ ){0,4}{loads} (\\w+ ){0,6}{pills}
(took|taken|swallowed|ate|downed|popped|necked) (\\w+ ){0,3}(whole|entire|full|half the|half a) (bottle|pack|packet|box|tub|strip|blister)(?! (of (wine|water|chips|crisps|cookies|vitamin|juice|beer|ketchup|cola|milk)))
(took|taken|taking|take|swallowed) (\\w+ ){0,3}(my|her|his|the) {pills} (\\w+ ){0,3}(all at once|at once|to die|and want|and dont|tonight and)
(save|saved|saving|stockpile|stockpiled|stockpiling|hoard|hoarded|hoarding|collected|collecting) (up )?(\\w+ ){0,3}(my |her |his |the )?{pills}
(i|ive|im|she|he|they|friend|sister|brother|mum|mom|dad|think i|roommate|might have|may have|just|tried to|want to|going to|gonna) (just |have |has |might |think )?(\\w+ )?(overdose|overdosed|overdosing|od|oded|oding|took an overdose|taken an overdose)(?! (of|on) (cuteness|cute|carrots|sugar|chocolate|coffee|caffeine|memes|vitamin|cake|candy|content|nostalgia))
how (many|much) (\\w+ ){0,6}(to die|kill me|kill you|kill a person|kill myself|lethal|fatal|be fatal|never wake|not wake|overdose|end it|be enough to)
(how|what) (many|much|is the) (\\w+ ){0,5}(would|does|will|do) it take(?= .*(asking for me|for me|pills|myself|enough))
(painless|quickest|quick|easiest|easy|best|least painful|fastest|peaceful) (way|ways|method|methods) (to|of) (die|dying|go|end|kill|ending|suicide|death)
(lethal|fatal|deadly) dose
(started|start|starting|back to|been|keep|relapsed|relapse|relapsing|stop|cant stop|i|went back to|tempted to|urge to|want to|wanna) (\\w+ ){0,2}(cutting|self harming|selfharming|self harm|selfharm|burning|hurting myself)( myself)?( again)?( \\w+ (night|week|morning|month|today))?( and .*)?$
(started|been|keep|back to) (cutting|self harming|selfharming) again
(relapsed|relapse|relapsing|clean) (\\w+ ){0,4}(sh|self harm|selfharm|cutting|hurting myself)
(cut|cuts|cutting|slit|slitting|slash|slashed|slashing|carve|carved|scratched|burns|scars|burn|burned|blade to|razor to|bleeding) (\\w+ ){0,6}(my|his|her|their|friends|sisters|brothers|daughters|sons) {body}(?! (shaving|cooking|gardening|on the|with a saw))
(on|up|to|down|across|over) (my|his|her|their|my \\w+ \\w+|my \\w+) {body} (\\w+ ){0,4}(cuts|blade|razor|blood|burns|cutting|scars|to myself|nobody|no one|sees)
(fresh|new|more|deep) (cuts|scars|burns|marks) on
(long sleeves|hoodie|bracelets|sleeves) (\\w+ ){0,6}(hide|hiding|so nobody|so no one|cover|covering|sees|see)
(what i|things i) (do|did) to (my|myself) {body}
(went|go|cut|cutting) too deep
(blood|bleeding) (everywhere|wont stop|all over)(?= .*(i|my|me|cut|deep|stop))
(gun|pistol|rifle|knife|razor|blade|noose|rope|belt) (\\w+ ){0,2}(in|to|at|against|around|round|on|next to|beside) (\\w+ )?(my|his|her|their|me) (lap|hand|hands|head|mouth|neck|throat|wrist|wrists|temple|lap and|drawer|bed|pillow|desk|chest|arm)
(loaded|got|have|found|holding|hold|bought|buy|buying|sitting|with) (\\w+ ){0,4}(gun|pistol|noose|shotgun)(?= .*(in my|my head|my lap|ready|tonight|end|do it|use it|hand))
(bought|buy|got|tied|tie|tying|found|ready|have) (a|the|some|my)? ?(rope|noose|razor blades|blades)( today| tonight| yesterday| now| ready| already| and .*)?$
(tie|tied|tying|make|making) (\\w+ )?noose
(stood|standing|stand|sitting|sat|sit|im|i am|been|here|up|out) (\\w+ ){0,3}(on|at|by|near|over) (the|a|this|my) (\\w+ ){0,2}(bridge|roof|ledge|edge|rooftop|cliff|tracks|balcony|platform edge|railway line|overpass|windowsill|chair with)(?! (pub|cafe|bar|party|of my seat|of the seat|restaurant|garden|show))(?= .*(jump|water|down|edge|look|quick|end|easy|easier|wondering|goodbye|back|cant|dont|let go|hold|belt|rope|drop|fall|step|over|tired|thinking|high|simple|alone|courage))
(jump|jumping|jumped|throw myself|throwing myself|leap|walk|walking|step|stepping|drive|driving|crash|crashing|steer|swerve|lie down) (off|from|out of|in front of|into|under|onto|in to) (a|the|my|this|that|an oncoming|oncoming|some) (\\w+ )?(bridge|roof|building|cliff|window|train|trains|traffic|truck|lorry|bus|car|tree|tracks|river|balcony|wall|overpass|subway|tube|metro|sea|ocean)(?= .*(i|me|my|want|tonight|thinking|could|would|should|wish))(?<!bungee jumping off that bridge)
(hope|hoping|wish|wishing|want|wanting|pray) (\\w+ ){0,3}(car|truck|bus|train|lorry|something|someone|anything|lightning|it) (\\w+ )?(hits|hit|would hit|runs|ran|run|kills|kill|takes|would take|would kill|takes me|to hit) (me|over)
(working out|work out|wondering|choosing|know|picked|decided|planned) (\\w+ ){0,3}(which|what|when|how) (\\w+ ){0,4}(to step in front|to jump|to do it|to die|ill do it|id do it|to kill|to end)
(belt|rope|noose|sheet|cord) (\\w+ ){0,4}(neck|ceiling|beam|door handle|rafter|chair)
(picked|chosen|set|have|got|decided on|choosing) (a|the|my) (date|day|way|place|method|bridge|spot)(?= .*(catch the bus|go|end|die|leave|do it|jump|out|off|over|goodbye|peace|finally|calm))
(catch|catching|caught) the bus(?= .*(for good|forever|date|soon|finally|out of|life|goodbye))
(picked|chosen|set) (a|the|my) (date|day) (\\w+ ){0,3}(catch the bus|to go|to die|to end)
(toaster bath|log off from life|log out of life|logging off for good|log off for good|game end myself|gameend|permanent nap|sleep forever|forever sleep|eternal sleep|commit toaster|self delete|selfdelete|delete myself|commit die|ctb|final exit|check out early)
(do it|get it|succeed|finish it|finish the job|try) (right |again |properly )?(this|next) time(?= .*)
(last|previous|first|third|second|my) (suicide )?attempt (\\w+ ){0,6}(again|promise|failed|hospital|survived|same|back|pumped|not|cant|dont)
(tried|try) (\\w+ ){0,4}(before|ago|last year|last month|last week|once|already|twice) (\\w+ ){0,8}(pumped|survived|failed|feeling is back|feelings are back|again|hospital|worse|stronger)
(psych ward|psychiatric ward|mental hospital|inpatient)(?= .*(again|back|do it|thinking|want|right this time|already|cant))
(trapped|no way out|only way out|one way out|no other way|no way forward|no escape|only option left|only way left|no hope left|beyond help|past saving)(?! (of (the|this) (maze|level|room|dungeon|parking|building|contract|lobby)))
(no|any|a|see|have) (\\w+ )?future(?= (for me|anymore|left|in me|just nothing|i look)|.*(for me|just nothing|nothing there|cant see|dont see))
(dont|cant|do not|cannot|no longer) (see|imagine|picture|have) (any |a |my |myself having a |having a )?future( for (me|myself))?( i look.*| anymore| at all| just.*)?$
(nothing|it|things|this|life) (is |s |will |wont |isnt |never |ever |not )*(ever |never )?(going to |gonna )?(ever |never )?(gets?|get) better( for me| anymore| ever)?$
(hopeless|worthless|useless|pointless|empty inside|dead inside|numb)( \\w+){0,3} (and|that|i|so|to everyone|i dont|i cant)
(im|i am|feel|feeling|so|completely|called|am|being|just|totally) (\\w+ )?(hopeless|worthless|useless|unlovable|broken beyond repair|beyond repair|a failure at life|dead inside|empty inside)( .*)?$
(no one|nobody|noone) (\\w+ )?(loves|cares about|cares|wants|needs|likes|would care about) me( .*)?$
(hate|hating|despise|loathe|disgusted by) (\\w+ )?(myself|my life|being alive|living|existing|who i am)
(wont|will not|not going to|never|not gonna|dont think ill|dont expect to) (\\w+ )?(make it|live|survive|see) (\\w+ )?(to|past|through|until|till|next|another|tonight|the night|tomorrow|christmas|my|long enough)(?! (the (meeting|party|game|train|deadline|bus|class)|work|class|school|dinner|lunch|practice|playoffs|finals|final|office))(?= .*(ive decided|birthday|night|tomorrow|start it|see it|my 1|my 2|christmas|graduat|year|week|anyway|care|know))
(decided|choosing|chosen|made up my mind|ive decided) (\\w+ ){0,3}(not to be here|not be here|die|to die|end it|end things|go|leave this world|leave the world|stop living|not live)
(leave|leaving|quit|quitting|escape|escaping|exit|exiting) (this|the) (world|life|earth|planet|existence)( .*)?$
(death|dying|being dead|die) (\\w+ ){0,3}(peaceful|easier|relief|would be|welcome|comforting|sounds|quiet|better|escape|kinder)(?! (dessert|metal|star|by|scene|than the book))(?= .*(i|me|my|sounds|tonight|need|relief|peaceful))
(hoping|hope|wish|waiting for|want) (\\w+ ){0,3}(my )?(heart|body|lungs|brain) (\\w+ ){0,3}(gives out|give out|stops|stop|to stop|would stop|quits|shuts down|fails)
(drink|drinking|drank) (\\w+ ){0,4}(black out|blackout|dont wake|wont wake|wont come back|not come back|to death|pass out)
(eaten|eat|eating) (\\w+ ){0,3}(anything |nothing )?(in|for) (\\w+ )?(days|weeks)(?= .*(heart|gives|stop|dont care|want|hope|die|disappear|deserve))
(stopped|stop|not|havent|cant) (eating|eat|eaten|sleeping)(?= .*(anymore|empty|dont|person|pointless|whats the point|die|alive))
voices (\\w+ ){0,3}(tell|telling|say|saying|told|want|wont stop|scream|screaming)
{friend} (\\w+ ){0,8}(wants to die|want to die|wanted to die|wants to end|wants to kill|kill (him|her|them)self|kill(s|ed|ing)? (him|her|them)self|suicide|suicidal|doesnt want to live|dont want to live|doesnt want to be here|took (some |all |too many |a lot of |a bunch of )?pills|took something and|overdosed|wont wake up|not waking up|isnt waking up|not breathing|isnt breathing|unresponsive|ending (his|her|their) life|end (his|her|their) life|slit (his|her|their)|jump off|hang (him|her|them)self|posted a goodbye|said goodbye forever|saying goodbye to everyone|giving away (his|her|their|all|everything))
{friend} (\\w+ ){0,8}(said goodbye|goodbye (text|message|note|letter|post)|last message|cut(s|ting)? (him|her|them)self)(?= .*(answer|reply|replying|responding|respond|phone|pick up|worried|scared|offline|cant reach|reach|what do i|help|find|gone|weird|strange|read|blood|stop))
(stopped|isnt|not|wont|hasnt|doesnt) (answering|replying|responding|picking up|answer|reply|respond|replied|answered|been online)(?= .*(goodbye|die|hurt|pills|bridge|note|alone|suicid))
(tell|told|telling|asked) me to (remember|look after|take care of)(?= .*(her|him|them|rings|freaked|weird|gone|goodbye|scared))
(my |our |the |and )?{close} (\\w+ ){0,3}{hits} (me|us|my (mum|mom|mother|sister|brother|little))(?! (up|at|in (chess|a game|the game|fifa|smash|monopoly|scrabble|uno|mario|ping)|to|with (the|a) (news|idea|question|bill|pillow|snowball)|from the (server|group|chat|channel)|out of the (server|group|lobby|game)|off the (server|team)|on (chess|steam)))
(he|she|they) (just |always |sometimes |still |keeps |keep |often )?(hit|hits|hitting|beat|beats|beating|choked|chokes|choking|raped|molested|strangled|punched|punches|slapped|slaps|threatened to (kill|hurt)|threatens to|kicked|kicks|burned|burnt|locked) me(?! (up|at|in (chess|a game|the game|fifa|smash|monopoly|scrabble|uno|mario)|to|from|out|off|on (chess|steam)))(?= (again|when|if|and|every|last|today|yesterday|tonight|with|so|until|because|in|a lot|all|for)|$)
(i was|i got|ive been|i have been|im being|i am being|am being|im|i keep getting|im getting|who is being|is being|getting) (\\w+ )?(raped|molested|sexually assaulted|assaulted|abused|trafficked|strangled|groomed)( .*)?$
(abused|raped|molested|assaulted|beaten) by my
(being|getting|got|keep getting|am) beaten( up)?( .*)?$
(raped|molested|sexually assaulted|sexually abused|trafficked) (me|my|us|her|him)
(touches|touched|touching) me (when|where|at night|while|and|in my|down|inappropriately|there)
(comes|came|coming|gets|got) (\\w+ )?(into|in) my (room|bed) (at night|every night|when|while|and)
(he|she|they|husband|hed|shed|theyd|boyfriend|dad|ex|partner|hell|shell|theyll|stepdad|father|wife) (\\w+ ){0,5}(kill|hurt|find and kill|murder) (me|us|my kids|the kids) (if|when i|unless|one day|tonight|for leaving|eventually|next time)(?! (she sees|he sees|they see|i forget|i dont (bring|buy|clean|do the)|i miss|sees))(?= (i (leave|tell|go|left|run|call|say|talk|try|ever)|one day|tonight|eventually|next time|for leaving|unless|.*leave))
(scared|afraid|terrified|frightened|dread|not safe|unsafe|dont feel safe) (\\w+ ){0,3}(go|going|be|being|go back|at|to sleep at|come|in) (\\w+ )?home( .*)?$
(scared|afraid|terrified|frightened) (of|what) (\\w+ ){0,3}{close}( .*)?$
(not|isnt|arent|dont feel|never feel) safe (here|at home|right now|with (him|her|them|myself)|tonight|in my (own )?(home|house)|alone with)
(im|i am|we are|were|were all|shes|hes) in danger( .*)?$
(locked|hiding|hid|lock) (myself |ourselves )?(in|inside|under) (the|my) (bathroom|room|closet|toilet|wardrobe|car|cupboard|bedroom)(?= .*(hit|drunk|scared|angry|door|him|her|dad|husband|boyfriend|safe|he|she|kill|hurt))
(banging|pounding|kicking|breaking) (on |at |down |in )?(my|the) door(?= .*(drunk|choked|hit|scared|he|kill|threat|knife))
(typing|texting|writing|messaging) (this )?(from|on) (the|a|my) (\\w+ )?(laptop|bathroom|closet|phone)(?= .*(took my phone|hit|pushed|scared|hurt))
(wants|want|going|gonna|plan|planning) (to )?(kill|murder|hurt|shoot|stab|shoot up) (him|her|them|someone|somebody|people|everyone at|my (wife|husband|dad|mum|mom|boss|teacher|classmates)|the school|my school)(?! (in|at) (the game|game|fortnite|cod|chess|minecraft|valorant))
(feel|feeling|felt|so) (\\w+ )?(alone|lonely|empty)( that| and| i)(?= .*(anymore|die|live|point|hurt|cry|nobody|no one|cant|alive|exist))
(i|ive|she|he|they|friend) (just |have )?(odd|od d|oded)( and| on| last| today| tonight| this| again| please|$)
(survived|survive|survivor of) (an|my|a|one|two) (\\w+ )?attempts?
(back on|standing on|live on|living on|on) (that|the|a) (same |very )?(ledge|edge)(?= (in my|every|again|right|of (my|the) (mind|life|end)|and))
(cut|burn|punch|blood|bleed|bleeding|cutting|burning|punching|knuckles|blade|scratching) .* only (way|thing|time) (i|that|it)
(coach|teacher|priest|pastor|boss|tutor|doctor|neighbour|neighbor|cousin|uncle|stepdad|babysitter|landlord|grandfather|grandpa|he|she|they) (\\w+ )?(touches|touched|touching|gropes|groped|rapes|forces|forced|films|filmed) (me|himself on me)(?! (by|with his (story|words|music|kindness)|deeply|emotionally))( .*)?$
(deadly|lethal|fatal|enough|safe to say enough) (amount|dose|quantity|number|mix)
(no|not be|be no|not going to be|never be|isnt going to be|there wont be) (a |an )?(next (month|week|year|time|birthday|christmas|summer)|tomorrow for me|eleventh|another (year|birthday|christmas|week|month))( for me| anymore)?$
(talks|talking|talk|acts|acting) (\\w+ ){0,3}(no|wont be|there is no|theres no) (next|tomorrow|future)
rope or cope
(stash|pile|collection|bottle|handful|jar|stack|box) of (\\w+ )?(tablets|pills|meds|medication|painkillers)(?= .*(nerve|tonight|ready|when|mattress|drawer|hidden|in front|next to me|need|end|enough|way out))
(pills|tablets|knife|razor|blade|rope|gun|bottle|noose) (\\w+ ){0,3}(on the table|in front of me|beside me|next to me|ready|is ready|are ready|laid out|are lined up|lined up|waiting|under my (mattress|bed|pillow))
(i|ive|have|got|holding|with) (\\w+ ){0,3}the (knife|blade|razor|rope|gun|pills)( and .*| in .*| now.*| right.*| ready.*)?$
mixed (\\w+ ){0,4}(antidepressants|pills|meds|tablets|sleeping pills|painkillers|benzos|xanax) (\\w+ ){0,3}(with|and) (\\w+ )?(vodka|alcohol|whisky|whiskey|wine|rum|gin|booze|beer)
^(farewell|goodbye|so long|adieu|bye) (\\w+ ){0,2}(friends|world|everyone|everybody|all|guys|internet|life)( i .*| its .*| thank.*| it was.*)?$
(final|last) (\\w+ )?(stream|post|message|words|note|letter|text|dm|song)( from me| to you| of mine| ever| i will| ill| youll)( .*)?$
(saying|says|said) this is (his|her|their) (final|last) (stream|post|message|night|day)
(thighs|thigh|arms|arm|wrists|wrist|legs) (are|is|were) (\\w+ ){0,3}(covered|full|bleeding|cut|open|wrecked|lines|torn|scarred)
(done|finished|tired|through|had enough)( with| of) (breathing|living|existing|waking up|this world)(?! (in|with|at|near|on|room|rooms|alone|together|early))
(take|taking|lift) (the|that|this|my) (weight|burden|load) off (them|everyone|my (family|kids|parents|mum|mom|wife|husband))
(keep|go on|carry on|continue|stay|staying|bother|stop) (living|alive|breathing|existing)(?= (when|if|though|even|anyway|for|another))(?! (in|with|for (free|the weekend)))
(reason|reasons|cause) (\\w+ ){0,2}(to|for) (stay|staying|keep|go on|be) (alive|living|here|around|breathing)
(picture|picturing|imagine|imagining|see|seeing|thinking of|dream of|dreaming of) (\\w+ ){0,4}(two of us|us both|me|myself|baby|kids|my own) (\\w+ )?(gone|dead|drowning|falling|funeral|drown)
asked me (\\w+ ){0,3}if (dying|death) hurts
(one|last|a|the) bullet( .*)?$(?<!bite the bullet)(?<!bite the bullet and call them)
(spinning|spin|spun) the cylinder
(shot|shooting|shoot) up (twice|double|extra|too much|more than|all)
hung up( and .*| on me.*)?$(?<=won and hung up)
(ex|husband|boyfriend|he|man|someone|somebody|stalker|dad|stepdad|wife) (\\w+ ){0,3}(outside|at (my|the) door|in the house|here|downstairs) (\\w+ ){0,2}with a (knife|gun|bat|weapon|machete|hammer)
suicide (is|has been|was|feels|seems|keeps) (\\w+ ){0,4}(on my mind|my (only|plan|way|option)|all i|the only|the answer|in my (head|mind|thoughts)|calling me|constant)
(think|thinking|thought) (about|of) (dying|death|my own death|my funeral|being dead|ending things|ending everything|ending it|not being here|how to die|killing)( .*)?$
(nobody|no one|who|not a soul) (\\w+ )?(cry|cries|mourn|care|come|bat an eye|shed a tear)( \\w+){0,3} (if i|when i|my funeral|im gone|for me)
(people|someone|person|anyone|they|others) (\\w+ )?leave an? (explanation|note|letter)(?= .*(behind|go|before))
(bus|reaper|end|death|angels|void|darkness|water|sea|train) (\\w+ )?(is |are )?(coming|calling|waiting|come) for me
(might|may) as well (\\w+ )?(make it official|end it|be dead|die|get it over with|not exist|disappear)
made my will(?= .*(\\d|passwords|rent|longer|drawer|ready|gone|need))
(longer|more) than ill need
(sister|brother|friend|daughter|son|cousin|roommate|flatmate|mate|she|he|girlfriend|boyfriend|kid) (\\w+ ){0,4}(burning|burns|cutting|cuts|scratching|hurting|harming|starving|hitting) (\\w+ )?(her|his|their|the) (arms?|legs?|wrists?|thighs?|skin|body|self)
(planning|plans|planned|wants|going|threatening|threatened) to end (it|things|everything|her life|his life)(?! (early|at|before|the (meeting|call|session|stream)))
(regret|scared|dizzy|shaking|sleepy|spinning)(?= .*(od|overdose|pills|cut|took|wrists))
(cut|burn|punch|blood|bleed|bleeding|cutting|burning|punching|knuckles|blade|scratching) .* only (way|thing|time) (i|that|it)
only (way|thing|time) .*(cut|cutting|burn|burning|punch|punching|bleed|blade|blood)( .*)?$
(sent|texted|posted|wrote|left|messaged) (\\w+ ){0,4}(sorry for everything|forgive me|be happy|goodbye|love you all)(?= .*(location|cliffs?|bridge|answer|phone|offline|gone|reach|roof|station|reply|replying))
(drag|dragging|bring|bringing|pull|pulling) (people|everyone|everybody|them|my family|others) down(?= .*(weight|time to|gone|better|free|without|leave))
(does|do|if|whether) (dying|death|drowning|hanging|bleeding out) (\\w+ )?(hurt|hurts|painful)( .*)?$
(wont|doesnt|refuses to|never) let me leave (\\w+ ){0,6}(hits|hit|beats|passport|locked|threatens)
(sister|brother|friend|daughter|son|cousin|flatmate|mate|she|he) .*(begs|begged|made|makes) me (not to tell|swear not|promise not)(?= ?)
""".strip().split("\n")

SPANISH = """
(quiero|quisiera|queria|deseo|ganas de|mejor|voy a|prefiero|prefería|preferiria|ojala) (\\w+ )?(morir|morirme|matarme|suicidarme|desaparecer|quitarme la vida|no existir|no despertar|estar muert[oa]|colgarme|tirarme|acabar con (todo|mi vida))
(me quiero|me voy a|me quisiera|me queria|me intente|intente|pienso en|pensando en|penso en|he pensado en|estoy pensando en) (\\w+ )?(morir|matar|suicidar|matarme|suicidarme|el suicidio|tirarme|colgar|colgarme|quitarme la vida)
se (quiere|quería|queria|va a|intento|ha intentado) (\\w+ )?(matar|suicidar|morir|quitar la vida|colgar|tirar)
(no|ya no|nunca) (\\w+ )?(quiero|quiere|tengo ganas de|deseo|merezco) (\\w+ )?(vivir|seguir( vivo| viva| viviendo| aqui| asi| adelante)?|despertar|estar aqui|existir|estar viv[oa])
(ganas|sentido|razon|razones|motivos?) (\\w+ ){0,3}(de|a|para|en) (\\w+ )?(vivir|la vida|seguir viviendo|seguir vivo|seguir viva|seguir aqui|morir)
(me|se) (\\w+ ){0,3}(tome|tomado|tomo|trague|tragado|tomar|tragar) (\\w+ ){0,3}(todas|todo|todos|muchas|demasiadas|el frasco|la caja|un monton) (\\w+ ){0,4}(pastillas|medicamentos|medicinas|frasco|caja|tabletas|ansioliticos|somniferos)?
(volvi a|vuelto a|empece a|estoy|he empezado a|sigo|me estoy) (cortarme|cortandome|autolesionarme|hacerme dano|cortando|lastimarme|lastimandome)
(me corto|me corte|me autolesiono|me hago dano|me lastimo)(?! (el pelo|el dedo|las unas))( .*)?$
(mejor|mejores|felices|tranquilos|bien|aliviados) (\\w+ )?(sin mi|si (yo )?no (estuviera|existiera)|si me muero|si desaparezco)( .*)?$
(soy|siendo|solo soy) (\\w+ )?(una carga|un estorbo|una molestia|un peso)( .*)?$
(nadie|a nadie) (me |le |\\w+ )*(extranaria|echaria de menos|echara de menos|importo|importaria|notaria|quiere|va a extranar|extranara)( .*)?$
(ojala|espero|quisiera|deseo) (\\w+ ){0,3}(no|nunca) (me )?(despierte|despertar|despertara|hubiera nacido|haber nacido)
(es|esto es|sea) (una|mi|la) (despedida|ultimo mensaje|adios)( .*)?$
(no me busquen|no me busqueis|adios para siempre|cuando lean esto|cuando leas esto|manana ya no (voy a )?(estar|estare)|ya no estare)
(no puedo|no aguanto|no soporto|ya no puedo|ya no aguanto) (mas|seguir)( asi| de verdad| con (todo|esto|la vida|esta vida|mi vida)| viviendo| no aguanto.*| un dia mas.*| quiero.*)*$
(me|nos) (\\w+ ){0,3}(pega|pego|pegar|pegado|golpear|golpea|golpeo|golpeado|viola|violo|abusa|maltrata|amenaza|estrangulo|ahorco|pegando|golpeando)( .*)?$
(miedo|panico|terror) (\\w+ ){0,3}(volver|ir|llegar|estar) (a|en) (mi )?casa
(carta|nota) de (despedida|suicidio)
(pistola|arma|soga|cuerda|cuchillo) (\\w+ ){0,4}(mano|cuello|cabeza)
(estoy|parado|parada|sentado|sentada) (\\w+ ){0,4}(puente|azotea|cornisa|borde|vias)(?= .*(saltar|tirarme|salto|agua|abajo|facil))
(amig[oa]|herman[oa]|novi[oa]|hij[oa]|prim[oa]|companer[oa]|madre|padre|el|ella) (\\w+ ){0,8}(quiere morir|suicidar|suicidarse|matarse|quitarse la vida|no contesta (\\w+ ){0,3}despid|se despidio)( .*)?$
(la vida|vivir|nada) (\\w+ ){0,3}(no |ya no )?(vale la pena|tiene sentido|merece la pena)( .*)?$
(odio|detesto) (mi vida|vivir|estar viv[oa]|a mi mismo|a mi misma)
(pensamientos|ideas) suicidas
(terminar|acabar) con (todo|mi vida)
no hay (salida|esperanza)( .*)?$
(nadie) (\\w+ ){0,2}(lloraria|lloraría|vendria|notaria|sufriria) (\\w+ ){0,3}(muero|muera|muriera|falto|desaparezco|fuera)
(estoy|sigo|parad[oa]|ahora) (\\w+ ){0,2}(en|sobre|al borde) (el|del|un|la) (puente|azotea|tejado|viaducto|balcon|vias)(?! (de la ciudad|romano|viejo))( .*)?$
(mar|rio|tren|muerte) (\\w+ ){0,2}me (llevara|lleve|llame|llama)
(mezcle|he mezclado) (\\w+ ){0,4}(pastillas|alcohol)
(hace|haciendo|se hace|se hizo) cortes (\\w+ ){0,4}(piernas|brazos|munecas|muslos)
(tio|padre|padrastro|profesor|entrenador|primo|hermano|abuelo|jefe) (\\w+ ){0,2}me (toca|toco|viola|obliga)( .*)?$
(he|ya) (elegido|decidido|elegi|decidi) (\\w+ ){0,2}(fecha|dia|morir|como|cuando)( .*)?$
razon(es)? para (seguir|vivir|quedarme|no hacerlo)
""".strip().split("\n")

GERMAN = """
(will|wollte|mochte|werde|wunschte|konnte|wurde) (\\w+ ){0,4}(sterben|tot sein|nicht mehr leben|nicht mehr da sein|nicht mehr aufwachen|verschwinden|mich umbringen|mich toten|nicht mehr hier sein|nicht mehr existieren|mir das leben nehmen|mich erhangen|schluss machen mit (dem|meinem) leben)( .*)?$
(bringe?|bring) mich (heute |jetzt |noch )?um( .*)?$
(mich|sich|dich) (\\w+ ){0,3}(umbringen|umzubringen|umgebracht|toten|erhangen|ritzen|erschiessen|selbst verletzen|vor den zug)
(das leben|mir das leben|sich das leben|ihr leben|mein leben) (\\w+ ){0,2}(nehmen|genommen|beenden|zu nehmen)
(schluss|ende|aus) (\\w+ ){0,4}(mit (dem|meinem) leben|machen mit dem leben)
(selbstmord|suizid|suizidal|selbstmordgedanken|suizidgedanken)(?= .*(ich|mein|denke|gedanken|plane|will|freund|meine))
(ich|habe|hab|denke|bin|plane) (\\w+ ){0,5}(selbstmord|suizid|suizidal|selbstmordgedanken|suizidgedanken)(?! (statistik|referat|pravention))( .*)?$
(nicht mehr|nie wieder|nie mehr) (\\w+ )?(leben|aufwachen|aufwache|weiterleben|da sein)( .*)?$
(keinen|kein|der|den|welchen|alles) (\\w+ ){0,3}sinn (mehr )?(\\w+ ){0,4}(leben|weiterleben|mehr|am leben|weiter)( .*)?$
(hat|macht) (\\w+ )?(alles |doch )?(keinen|kein) sinn mehr( .*)?$
ohne mich (\\w+ ){0,4}(besser|glucklicher|leichter|besser dran)( .*)?$
(besser|glucklicher|leichter) (\\w+ ){0,3}(ohne mich|wenn ich (weg|tot|nicht mehr))( .*)?$
(niemand|keiner|kein mensch) (\\w+ ){0,3}(mich )?(vermissen|vermisst|merken|liebt mich|braucht mich|wurde mich)( .*)?$
(bin|falle|nur) (\\w+ ){0,3}(eine last|zur last|eine belastung|im weg)( .*)?$
(tabletten|pillen|medikamente|schlaftabletten) (\\w+ ){0,5}(genommen|geschluckt|auf einmal|gesammelt|nehmen)(?= .*|$)(?<!vor dem fruhstuck genommen)(?<!nach dem fruhstuck nehmen)(?<!dem fruhstuck nehmen)
(alle|ganze|viele|packung|schachtel|uberdosis) (\\w+ ){0,3}(tabletten|pillen|medikamente|schlaftabletten|schachtel|packung)(?= .*(genommen|geschluckt|auf einmal|intus|nehmen))
(ritze|ritz|schneide|verletze|geritzt|geschnitten) (mich|mir)?( \\w+){0,3} ?(wieder|selbst|arme|arm|beine|angefangen)( .*)?$
(ich ritze|ritze mich|verletze mich|selbstverletz)( .*)?$
(das ist|dies ist) (mein|ein|der) (abschied|lebewohl|letzter|letzte nachricht)( .*)?$
(sucht mich nicht|lebt wohl|leb wohl|abschiedsbrief|wenn ihr das lest|bin ich (schon )?(weg|tot|nicht mehr da)|morgen bin ich nicht mehr)
(ich )?(kann|halte|schaffe|ertrage) (\\w+ ){0,4}(nicht mehr|nicht langer)( aus| so weiter| leben)?$
(nicht mehr|keine) (kraft|lust|hoffnung) (\\w+ ){0,3}(zu leben|am leben|weiterzuleben|mehr)( .*)?$
(schlagt|schlug|geschlagen|wurgt|gewurgt|vergewaltigt|missbraucht|bedroht|verprugelt|misshandelt) (\\w+ )?(mich|mir|uns)( .*)?$
(mich|uns) (\\w+ ){0,3}(geschlagen|gewurgt|vergewaltigt|missbraucht|verprugelt|schlagt|bedroht)( .*)?$
(angst|trau mich|traue mich) (\\w+ ){0,4}(nach hause|heim|vor meinem (vater|mann|freund|stiefvater))( .*)?$
(auf|an) (der|einer|dem|den) (brucke|dach|gleise|gleisen|kante|bahnsteigkante|klippe)(?= .*(springen|einfach|runter|ende|schluss|leicht|wasser|zug|hinunter|springe))
(waffe|pistole|strick|seil|messer) (\\w+ ){0,4}(hand|hals|kopf|gekauft)(?= .*|$)
(freund|freundin|bruder|schwester|mutter|vater|kollege|kollegin|sohn|tochter|er|sie|jemand|mitbewohner) (\\w+ ){0,8}(umbringen|sterben will|sterben mochte|selbstmord|suizid|nicht mehr leben will|ritzt sich|verabschiedet)( .*)?$
(hasse) (mich|mein leben|mich selbst)( .*)?$
einschlafen (\\w+ ){0,3}(nie|nicht) (\\w+ )?(mehr |wieder )?aufwachen
(keinen|kein) (ausweg|anderen weg)( .*)?$
(klinge|messer|rasierklinge|tabletten|pillen|strick) (\\w+ ){0,4}(neben mir|vor mir|bereit|in der hand|liegen|liegt)( .*)?$
(mir|mich|sich) (\\w+ )?(wieder |selbst )?(wehtun|weh tun|verletzen|schneiden|ritzen)( .*)?$
(keinen|kein) (\\w+ ){0,2}(ausweg|grund|weg) (\\w+ ){0,3}(mehr|tod|leben|weiter)( .*)?$
(wenn|falls) ich (weg|tot|nicht mehr da|nicht mehr hier) (ware|bin|wurde)(?= .*(keiner|niemand|besser|merken|egal|einfacher|erleichtert))
abschiedsbriefe?
(morgen|dann|bald) (finden|findet) (sie|ihr|mich|man) (mich|ihn|es)?( .*)?$
(tag|datum|termin) (steht fest|ausgesucht|gewahlt)( .*)?$
(onkel|vater|trainer|lehrer|stiefvater|opa|chef) (\\w+ ){0,3}(fasst|fast|beruhrt|missbraucht|zwingt) mich( .*)?$
grund (\\w+ ){0,3}(weiterzuleben|zu leben|am leben zu bleiben|nicht zu gehen)
""".strip().split("\n")

FRENCH = """
(veux|voudrais|vais|envie de|aimerais|prefere|prefererais|pense a|songe a|essaye de|essaie de|tente de|tente) (\\w+ ){0,2}(mourir|me tuer|me suicider|disparaitre|crever|en finir|me pendre|me foutre en l air|ne plus (exister|vivre|me reveiller|etre la)|me jeter|sauter du pont|au suicide)( .*)?$
(jvais|je vais|jveux|j vais|il va|elle va|va|veut) (\\w+ )?(me|se|m) ?(tuer|suicider|pendre|foutre en l ?air|jeter|flinguer|buter)(?! (si|de rire))( .*)?$
(foutre|foutre|mettre) (\\w+ )?en l ?air( .*)?$
(en finir|finir avec (la|ma) vie|mettre fin a (ma|mes|sa|ses) (vie|jours)|m oter la vie|ma propre vie)( .*)?$
(n ai |na |n a |nai |jai |j ai |ai |a |plus |pas )*(plus|pas) (\\w+ )?(envie|la force|le courage|le gout|raison) (de |d )(\\w+ )?(vivre|etre en vie|continuer|etre la|me reveiller|exister)( .*)?$
(ne |n |veux |je )*(veux|peux|supporte|voudrais) (plus|pas) (\\w+ )?(vivre|etre la|exister|me reveiller|continuer comme ca|etre en vie)( .*)?$
(j en peux|jen peux|n en peux|je n en peux|jpeux|peux) plus( de vivre| de cette vie| de tout| je veux.*| du tout| la)?$
(plus rien|rien|la vie|vivre) (\\w+ ){0,2}(n a|na|a|vaut|n en vaut) (plus |pas )?(de |aucun |la |le )?(sens|peine|coup)( .*)?$
(mieux|heureux|soulages|tranquilles|bien) (\\w+ )?(sans moi|si je (n etais|netais|mourais|disparaissais|n existais))( .*)?$
(suis|etre|juste) (\\w+ )?(un poids|un fardeau|une charge|de trop|un boulet)( .*)?$
(personne|nul) (\\w+ ){0,3}(ne )?(me )?(regretterait|manquerais|manquerai|remarquerait|m aime|maime|s en rendrait)( .*)?$
(avale|pris|avaler|prendre|gobe|aval[ea]s?) (\\w+ ){0,4}(toute|tous|toutes|la boite|une boite|plein|trop) (\\w+ ){0,4}(medicaments|cachets|comprimes|somniferes|boite|pilules|antidepresseurs|medocs)( .*)?$
(me|m) (\\w+ ){0,3}(scarifie|scarifiee|scarifier|coupe|mutile|mutilee|taillade|coupee|automutile)(?! (les cheveux|le doigt|la parole|les ongles))( .*)?$
(scarification|automutilation|automutile)(?= .*(je|me|mon|ma|encore))
(adieu|adieux) (\\w+ ){0,4}(tout le monde|ce soir|a tous|c est fini|pour toujours|je vous aime|mes amis)( .*)?$
(message|lettre|mot) d ?adieu( .*)?$
(ecrit|ecrire|laisse|redige) (\\w+ ){0,2}(lettre|mot) (\\w+ ){0,3}(parents|famille|mere|pere|enfants|adieu)(?= .*(plus la|partie?|comprendront|pardon|fini|adieu|mort))
(quand|lorsque) (\\w+ ){0,4}(serai|lirez|liras) (\\w+ ){0,2}(plus la|ca je|ceci|partie?|morte?|ce message)( .*)?$
(c est fini|tout est fini|fini) pour moi( .*)?$
(me|nous|m) (\\w+ ){0,3}(frappe|frappee|bat|battue?|tape|tapee|viole|violee?|etrangle|etranglee?|menace|maltraite|cogne|agresse)(?! (des mains|du pied))( .*)?$
(peur) (\\w+ ){0,3}(rentrer|retourner|aller) (a la maison|chez moi|chez nous)( .*)?$
(sur le|au bord du|sur un) (pont|toit|quai|balcon|rebord|falaise)(?= .*(sauter|saute|vide|en bas|facile|courage|regarde))
(pistolet|arme|fusil|corde|couteau|flingue) (\\w+ ){0,4}(main|cou|tempe|tete|poignets?)( .*)?$
(ami|amie|copain|copine|frere|soeur|mere|pere|pote|cousin|cousine|fille|fils|il|elle|mec|meuf|coloc) (\\w+ ){0,8}(se suicider|suicider|veut mourir|se tuer|en finir|ne veut plus vivre|adieu|suicide)( .*)?$
(idees|pensees|envies) (suicidaires|noires|de suicide|de mort)( .*)?$
(deteste|hais) (ma vie|moi meme|vivre)( .*)?$
(endormir|dormir) (\\w+ ){0,3}(plus jamais|ne plus|pas|jamais) (\\w+ ){0,2}(reveiller)
(plus d|aucun|pas d|plus aucun)( )?(issue|espoir|avenir|echappatoire)( .*)?$
(choisi|fixe|decide|trouve) (\\w+ )?(la|une|ma) date( .*)?$
(melange|pris) (\\w+ ){0,3}(alcool|vodka|cachets|medicaments|medocs) (\\w+ ){0,2}(et|avec) (\\w+ )?(alcool|vodka|cachets|medicaments|medocs)( .*)?$
raison(s)? de (rester|continuer|vivre|rester en vie)( .*)?$
(rester|suis|encore) en vie(?= .*(raison|pourquoi|soir|cherche))
(fera|faire) plus mal( .*)?$
(oncle|pere|beau pere|prof|entraineur|cousin|frere|grand pere|patron) (\\w+ ){0,2}me (touche|viole|force|tripote)( .*)?$
(lame|rasoir|couteau|corde|cachets|comprimes) (\\w+ ){0,4}(devant moi|a cote de moi|sous mon|dans ma main|prets?)( .*)?$
""".strip().split("\n")

PORTUGUESE = """
(quero|queria|vou|vontade de|preferia|prefiro|penso em|pensando em|pensei em|tentei|desejo|melhor) (\\w+ ){0,2}(morrer|me matar|sumir|desaparecer|tirar minha vida|suicidio|me suicidar|acabar com tudo|nao acordar|nao existir|estar mort[oa]|me enforcar|me jogar)( .*)?$
(vai|quer|queria|tentou|falou que vai|disse que vai|ameacou) (se )(matar|suicidar|jogar|enforcar|machucar)( .*)?$
(nao|nem) (\\w+ )?(quero|quer|queria|aguento|consigo|tenho vontade de|mereco) (\\w+ )?(mais |mais de |mais )?(viver|existir|acordar|continuar|estar aqui|estar viv[oa]|ficar aqui|seguir)( mais| assim)?( .*)?$
(perdi|perdeu|sem|nenhuma) (\\w+ )?(vontade|razao|motivo|sentido) (\\w+ ){0,2}(de |para |pra |em )?viver( .*)?$
(nao ha|nao tem|nao vejo|nao existe|sem) (\\w+ ){0,3}(sentido|saida|razao|motivo|esperanca|futuro) (\\w+ ){0,4}(viver|vida|pra mim|para mim|mais|em nada|continuar)( .*)?$
(tomei|engoli|tomar|tomou|tomando) (\\w+ ){0,3}(todos|todo|toda|todas|muitos|a cartela|cartela|um monte|varios|demais|a caixa) (\\w+ ){0,4}(remedios|comprimidos|cartela|pilulas|caixa|calmantes|antidepressivos)( .*)?$
(voltei a|comecei a|to|estou|continuo|tenho) (me )?(cortar|cortando|me cortar|me cortando|me machucar|me machucando|cortado|automutilar)(?! (o cabelo|gastos|as unhas))( .*)?$
(me corto|me cortei|me machuco|me mutilo)(?! (o cabelo|cozinhando|com papel))( .*)?$
(melhor|melhores|felizes|aliviados|bem) (\\w+ )?(sem mim|se eu (sumisse|morresse|nao existisse|nao estivesse))( .*)?$
(sou|so|apenas) (\\w+ )?(um peso|um fardo|uma carga|um estorvo)( .*)?$
(ninguem) (\\w+ ){0,3}(sentir|sente|sentiria|notaria|me ama|liga|se importa|importa|perceberia) (\\w+ ){0,4}(falta|comigo|mim|se eu|sumisse|morresse)?( .*)?$
(dormir) (\\w+ ){0,3}(nao|nunca) (\\w+ ){0,2}(acordar)( .*)?$
(me despedir|minha despedida|uma despedida|carta de despedida|carta escrita|nao me procurem|adeus pra sempre|quando lerem isso|quando voces lerem)( .*)?$
(amanha|depois de hoje|logo|em breve) (\\w+ ){0,3}nao (vou|estarei) (\\w+ ){0,2}(estar |ta )?(mais )?aqui( .*)?$
(carta|bilhete) (\\w+ ){0,3}(despedida|suicidio|escrita|pronta)(?= .*|$)
(nao aguento|nao suporto|nao consigo|n aguento|cansei|cansad[oa]) (mais|de viver|de tudo|da vida)( viver| assim| nao tem.*| isso| essa vida| tudo isso| quero.*| a vida)*$
(me|nos) (\\w+ ){0,3}(bate|bateu|batendo|bater|espanca|espancou|estupra|estuprou|abusa|abusou|ameaca|ameacou|enforcou|agride|agrediu|violentou)( .*)?$
(medo) (\\w+ ){0,3}(voltar|ir|chegar) (pra|para|em|a) (minha )?casa( .*)?$
(arma|revolver|faca|corda|gilete) (\\w+ ){0,4}(na mao|mao|pescoco|pulso|cabeca)( .*)?$
(na|em cima da|no|numa) (ponte|beirada|janela|telhado|laje|parapeito|trilho)(?= .*(pular|pulo|jogar|agua|acabar|facil|coragem))
(amig[oa]|irma|irmao|namorad[oa]|filh[oa]|prim[oa]|mae|pai|colega|ele|ela) (\\w+ ){0,8}(se matar|suicidar|quer morrer|tirar a vida|tirar a propria|se despediu|nao quer mais viver)( .*)?$
(odeio) (minha vida|viver|a mim mesm[oa]|estar viv[oa])( .*)?$
(pensamentos|ideias) suicidas
(a vida|viver|nada) (\\w+ ){0,3}(nao vale|faz mais|nao faz|perdeu) (\\w+ ){0,2}(a pena|sentido|o sentido)( .*)?$
(dar|por|colocar) (um )?fim (em|na|a|nisso) (tudo|minha vida|vida|mim)?( .*)?$
(peco|rezo|pedindo|oro) (\\w+ ){0,4}(nao|pra nao|para nao) (acordar|acorde)
(minha morte|se eu morrer|se eu morresse) (\\w+ ){0,4}(alivio|melhor|falta|ninguem)( .*)?$
(doi|dor) (\\w+ )?(morrer|de morrer)( .*)?$
(misturei|tomei) (\\w+ ){0,6}(comprimidos?|remedios?) (\\w+ ){0,2}(com|e) (cachaca|alcool|vodka|bebida|pinga)( .*)?$
(to|estou|aqui) (\\w+ ){0,2}(em cima do|em cima da|na beira do|na beirada do|no|na) (viaduto|ponte|parapeito|terraco|telhado|trilho)( .*)?$
(irma|irmao|amiga|amigo|filha|filho|prima|ela|ele) (\\w+ ){0,4}se (cortando|corta|machucando|mutilando)( .*)?$
(tio|padrasto|pai|professor|treinador|primo|avo|chefe) (\\w+ ){0,2}me (toca|tocou|estupra|obriga|apalpa)( .*)?$
cansad[oa] d(e)? (tudo|viver|existir|mim)( .*)?$
""".strip().split("\n")
