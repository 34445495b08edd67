"""How people say in English that they, or somebody near them, are in danger: frames with slots.

A frame is what is said: a wish to die, a plan, a farewell. Its patterns are matched against words
in lower case, without accents, apostrophes and punctuation, and with what is said of a friend put
as if the friend said it ("my sister wants to hurt herself": "i want to hurt myself"). A slot such
as `{die}` stands for any of its words in `care_slots`. `unless` are words with which the same is a
figure of speech, a game or a chore. Sources are public lists of warning signs: 988 Lifeline,
Samaritans, WHO, NHS.
"""

from bot.retrieval.care_slots import Frame

ENGLISH = (
    Frame(
        "wish to die",
        """
(?<!dont )(?<!not )(?<!never )(?<!didnt )(?<!could )(?<!could just ){want} (\\w+ ){0,3}(to )?(\\w+ )?(just )?{die}(?! (laughing|of (?!this)|from (?!this)|for (?!real|good)|hard|my hair|my beard|trying|happy|rich|old|inside|out|down|hill|on that|another day|a hero|young|first|and respawn|and go to heaven laughing)\\b)
(better|hope i|wish i|pray i|rather|let me|should|could|could just|id be better) (would |had |to |just )*(be |was |were )?(die|dead|died|drop dead)( tonight| soon| already| now| today| in my sleep| instead| too)?$
(ready|want|wanting|trying|about|deserve|need|begging|asking|waiting|plan|planning|enough|better|wish|how) to (just )?die$
(wish|wishing|wished|hope) (that )?(\\w+ ){0,2}(dead|never born|not alive|never existed|not here anymore|never been born|hadnt been born|wasnt born|werent born|wasnt alive|wasnt here)
never (been|be) (born|alive)
(die|death|dying|dead|being gone|grave) (\\w+ ){0,2}(would be|sounds?|feels|seems|looks|is|might be|as) (\\w+ ){0,3}(relief|peaceful|peace|easier|better|comforting|comfort|welcome|kinder|escape|answer|solution|option|way out|nice|good|beautiful|freedom|inviting|appealing)
(peace|peaceful|happier|better|better off|relief|easier|free|calm|rest|happy) (\\w+ ){0,3}(if|when|once|being|were|was) (\\w+ ){0,2}{gone}
(only|one) (\\w+ ){0,3}(way|option|choice|answer|solution|escape|exit|thing left) (\\w+ ){0,3}(death|die|dying|suicide|end it|dead|kill)
no way out (except|but) death
(fall|falling|go|going) (asleep|to sleep|to bed|sleep) (and )?(\\w+ ){0,2}(never|not|dont) (\\w+ ){0,2}(wake|waking|get) up
(wish|wished|wishing|hope|rather|prefer|want) (\\w+ ){0,3}(didnt|dont|wasnt|werent|did not|never|not) (\\w+ )?(exist|existed|alive|here|born|existing)(?! (in (the|my|this)|on (the|my)|at|for|with)\\b)
(hope|wish|pray|hoping|wishing|praying|rather|want|if i|would happen if|happen if i|just|please|wouldnt mind|mind if i) (\\w+ ){0,4}(never|not|dont|didnt|wouldnt|wont|couldnt) (\\w+ ){0,2}(wake|waking|woke) up(?! (early|at|before|late|the|my|with|so|to|hungover)\\b)
(want|wants|wanted|wanna|wish|wishing|could|ready|rather|like|id love|need) (to )?(\\w+ ){0,2}(disappear|vanish|stop existing|not exist|cease to exist|fade away|not be here|be gone|not be alive|be nothing|waste away|evaporate)(?! (into|to|in|for a|for the (day|weekend|week|night)|from (the|this|social|facebook|instagram|discord)|under|behind|with (a|the|my)|on)\\b)
(sleep|nap|rest) (forever|for ever|permanently|eternally)(?! (on|in|at|today|this|weekend|weekends|after|until)\\b)
(forever|permanent|eternal) (sleep|nap|solution|rest)
(join|be with|see|reunited with|go to) (\\w+ ){0,3}(in heaven|on the other side|in the afterlife|in death|up there|beyond the grave)
(be with|want to join|ready to join|join|going to join) my (late|dead|deceased) \\w+
(take|took|takes) me (away |already )?(god|lord|jesus|now|please)
{hate} (\\w+ )?(being alive|living|existing|waking up|to be alive|that im alive|that i woke up|that i am alive)
sorry (\\w+ )?(im|i am|for being) (still )?alive
(dont|do not|didnt) (deserve|deserved) (\\w+ )?(to )?(live|life|be alive|exist|be here|breathe|to be living)
(what|wonder|does|if|how|whether) (\\w+ ){0,4}(dying|death|drowning|hanging|when you die|bleeding out) (\\w+ ){0,3}(hurts?|painful|feels|feel like|find out|myself|soon)
better off (dead|gone|not here|not alive|not existing|buried)
(want|wants|ready|time|going|wanna) (to )?(meet|go home to|go to|be with|come home to) (god|jesus|my maker|the lord|heaven)(?! (the|a)\\b)
(see|seeing|meet) (you|u|ya|them|everyone|yall|him|her)( all)? (on the other side|in the next life|in heaven|in hell|in another life|in the afterlife)
(want|wants|wanna|need) (\\w+ )?out of (life|this life|this world|here for good|existence)
(dark|bad|scary|intrusive|awful|those|these|black) thoughts (\\w+ ){0,3}(back|again|worse|louder|about|of|dying|death|stop|all the time|every night|tonight)( .*)?$
(plan|planning|planned|picturing|imagining|dreaming about|come to|attend|think about|thinking about) (\\w+ )?my (own )?funeral
(nobody|no one|noone|who) (\\w+ )?(come|cry|show up|be) (\\w+ )?(to|at) my funeral
""",
        unless="exams finals jetlag shift hungry thirsty starving plant plants houseplant succulent basil tomatoes phone battery laptop engine goldfish philosopher philosophy surgery embarrassing embarrassed hill hair beard cat dog chess laughter curiosity pizza diet",
    ),
    Frame(
        "no wish to live",
        """
(dont|do not|didnt|no longer|not|never|stopped|dont even|cant say i) (\\w+ )?(want|wants|wanna|wanting|wish|care|intend|plan|feel like|hope|desire|bother|see myself)( to)?( be)?( \\w+)? ?(live|living|life|alive|exist|existing|be here|being here|here|go on|wake up|waking up|be around|continue living|breathe|be on this earth|be in this world|stay alive){elsewhere}
(dont|do not|didnt|not|never) (want|wanna|wish|care) (\\w+ ){0,3}(live|alive|exist|be here|living|here|around|wake up|breathe|breathing) (\\w+ )?{soon}(?! (in (london|this|that|the|my)|than)\\b)
{no} (\\w+ ){0,2}{reason} (\\w+ ){0,3}(live|living|life|alive|exist|existing|be here|being here|go on|going on|keep going|carry on|continue|continuing|wake up|waking up|stay alive|be around|being around|keep fighting|fight|fighting|staying|staying alive|keep trying|get out of bed|get up){elsewhere}
(whats|what is|wheres|where is|see|seeing|find|is there|are there|give me|one|single|need|any) (\\w+ ){0,3}(point|reason|reasons|purpose|sense|use) (\\w+ ){0,3}(live|living|life anymore|being alive|alive|exist|existing|going on|keep going|carrying on|my life|my existence|staying alive|stay alive|be here|being here|waking up|wake up|not (to )?(die|do it|end it|kill myself)){elsewhere}
(nothing|anything|nobody|no one) (left )?(\\w+ )?(to live for|worth living for|to stay for|keeping me (here|alive))
(nothing|not anything) (left )?(for me )?(here )?(left|to stay for)( anymore)?$
(not|isnt|aint|no longer|hardly|is|wasnt) (\\w+ )?worth (living|being alive|it anymore|to live|going on|the pain)
(lost|losing|lose|no|without|dont have|havent got|not have) (\\w+ ){0,2}(will|desire|strength|wish|energy|courage) (\\w+ )?to (live|go on|carry on|keep going|keep fighting|fight|continue|be alive|exist)
(done|finished|over|through) (with|of) (my |this )?(life|living|being alive|existing|existence|being here|breathing|waking up|this world|this life){elsewhere}
(tired|sick|exhausted|fed up|weary|bored|drained|had enough) (\\w+ )?(of |with |from |by )?(\\w+ )?(life|living|being alive|existing|existence|being here|breathing|waking up|this world|fighting to live|pretending to be alive|myself){elsewhere}(?! (insurance|hacks|lessons|advice|coach|drawing|skills|sciences|early)\\b)
(why|how) (\\w+ ){0,3}(i|me|should i|am i) (\\w+ ){0,3}(alive|keep living|go on living|still here|even exist|still alive|even born|born|still breathing|stay alive|bother living|keep existing)( anymore| at all| still| .*)?$
(whats|what is|what was|wheres|what) (even )?(is |s )?(the|my|even the) (\\w+ )?(point|purpose) (of|in) (going on|it all|anything|anything anymore|me|my life|my existence|living|being here|trying|everything|trying anymore|even trying)( anymore| now| any more)?$
(give|giving|gave|given) up on (life|living|myself|everything|my life|being alive)
(checked|checking) out of life
life (\\w+ ){0,4}(isnt|not|no longer|no|has no|unbearable|unlivable|too painful|pointless|meaningless|hell|over) (\\w+ ){0,3}(worth|living|meaning|point|me|anymore|now)
(my life|life|everything|all of it|existence|it all) (is|feels|has become|seems|s) (\\w+ ){0,2}(pointless|meaningless|unbearable|hopeless|worthless|not worth it|over for me|empty and|a living hell|too much to bear)
(dont|do not) belong (in this world|on this earth|here anymore|among the living|anywhere anymore)
(im|i am|be|im already) (done|finished|over it|through) (with|of) (life|everything|it all|living|this life|this world|existing)
(wont|not going to|not gonna|dont plan|not planning|dont expect|dont intend|dont think) (\\w+ ){0,3}(be alive|be around|live|be here|be on this earth|be living|exist) (\\w+ ){0,2}(much longer|long|by|next|after|tomorrow|anymore|any longer|to see|when|soon|past|until|till)(?! (meeting|class|party|event|weekend|holiday|office|lunch|dinner|lesson|stream|game|practice|session|call|summer|in)\\b)
(wont|not going to|not gonna|might not|may not|dont think i|dont think ill) (\\w+ )?(be here|be around) (much longer|tomorrow|next (week|month|year|time)|in the morning|anymore|any longer|long|for long|by then)(?! (in (london|this)|meeting)\\b)
(cant|cannot|not|dont|no|dont see|never) (\\w+ ){0,2}(see|imagine|picture|have|think i have|got)? ?(a|any|my|much)? ?future (for me|for myself|anymore|left|in me|ahead|at all|with me in it)( .*)?$
(cant|cannot|dont|do not|no longer) (see|imagine|picture|have) (any |a |my |much of a )?future$
{no} (\\w+ ){0,2}(survive|make it|live|last|get) (\\w+ ){0,2}(another|through|past|until|till|to see) (\\w+ )?(night|day|tonight|the night|the week|tomorrow|week|morning|christmas|birthday|month|year)
(dont|do not) want to be (\\w+ )?(a )?burden (anymore|any more|any longer|to|on)( .*)?$
(dont|do not) (know|think|see) (\\w+ ){0,5}(much longer|how much more|hold on|go on|keep going|make it through|survive this|do this anymore|(can|could) (take|bear))( .*)?$
(had|ive had) enough of (life|living|everything|it all|this world|this life|being alive)
(nothing|dont have anything|havent anything|not anything) (left )?(\\w+ )?to look forward to( anymore| in life)?$
(no|any|a|the|see|much) point (in|of|to) (\\w+ )?(trying|anything|life|it all|continuing|fighting|anything anymore|me|my life|existing|being)( anymore| any more| now| at all)?$
(my life|life) (is |has been |s )?(over|finished|done|ruined)( for me| now| anyway| already)?$
""",
        unless="queue traffic spreadsheet printer emails text essay author client clients patient patients server channel room membership subscription homework gym class uni essay meeting newsletter",
    ),
    Frame(
        "hurting oneself",
        """
{harm} (\\w+ )?{self}(?! (shaving|cooking|while|cut|cutting|chopping|on (a|the|my|paper)|with (a|the) (paper|can|envelope)|some slack|a slice|a piece|short|off|out|free|laughing|in (the foot|minecraft|the game)|to a|loose|at the gym|for eating|about (?!it)|over (?!it|and)|when it|from (?!the world|this))\\b)
(end|ending|ended|take|taking|took|finish|finishing) (my|own) (own )?(life|lives|live|existence|story|suffering|misery)(?! (insurance|story|savings|membership|science|hack)\\b)
(end|ending|ended|finish|finishing) (it all|everything|things for good|it for good|it tonight|it today|it forever|it now|it soon|it once and for all|the pain|all the pain|my pain|the suffering|my suffering|this pain|this suffering|this misery|things tonight)
(im|i am|im gonna|im going to|gonna|going to|imma|want to|wanna|ready to|about to|might|will|should|just|could|think ill|decided to) (just )?(end|ending|finish) (it|things)( all| tonight| now| today| soon| here| .*night)?$
(thinking about|think about|thought about|considering|planning on|want to|going to|gonna|need to) (end|ending) (things|everything)( tonight| soon| for good| now)?$
(do|doing|did|done) (something|smth|sth|anything|harm|damage|things) (\\w+ ){0,2}(to )?myself
(do|doing|did) something (stupid|bad|terrible|drastic|permanent|irreversible|dangerous|i cant undo|i might regret)
(scared|afraid|terrified|worried|fear|dont trust|frightened) (\\w+ ){0,4}(what )?(\\w+ ){0,3}(i might|ill|i will|i could|i may|id|i would|im going to) (\\w+ ){0,3}(do|do to myself|do something|hurt|harm)
(scared|afraid|terrified|worried) (\\w+ ){0,2}(im going to|i am going to|im gonna|ill|i will|i might) (\\w+ )?((hurt|kill|harm|cut) (myself|someone|somebody|me)|die|do something|do it)
(dont|do not|cant|cannot) trust myself
(not|isnt|arent|dont feel|never|dont|cant|cannot|cant promise|cant keep) (\\w+ ){0,3}(be safe|safe|keep myself safe|stay safe|safe with myself|safe alone|safe on my own|safe from myself)( right now| tonight| anymore| with myself| alone| here| at home| from myself| .*home)?$
(self harm|selfharm|self harming|selfharming|self harmed|self injure|self injury|self injuring|selfinjury|self mutilate|self mutilation)(?! (in adolescents|statistics|rates|prevention|research|is|and (suicide )?rates)\\b)
(cutting|burning|hurting) (again|every (day|night)|since|to feel|to cope|helps|is the only|because it|has become|when i|more and more)
(started|start|starting|back to|relapsed|relapse|relapsing|stop|quit|went back to|urge to|urges to|want to|wanna|addicted to|been|keep|need to|went back|clean from|clean of|months clean|days clean) (\\w+ ){0,3}(cut|cutting|self harming|sh|burning|scratching|harming)( again| deeper| (last|this|every|all) \\w+| tonight| so bad.*| is .*| and (cutting|i).*| to \\w+.*)?$
(i|ive|im) (\\w+ )?(cut|cutting|burn|burning|sh|shing|bleed)( again)?( again| tonight| last night| deep| too deep| deeper| when i .*| because i .*| so i .*| to (feel|cope|punish|stop|get|make) .*)?$
(feel|deserve|need|like|want|crave) (\\w+ ){0,3}(pain|hurt|bleed|blood)(?= .*\\b(cut|burn|myself|deserve|bleed|numb|scratch|deep|hit)\\b)
(cut|cuts|cutting|slit|slitting|slash|slashed|slashing|carve|carved|carving|scratched|scratch|burns|scars|burn|burned|blade|razor|bleeding|marks|blood) (\\w+ ){0,6}(my|own) (\\w+ )?{body}(?! (shaving|cooking|gardening|on the|with a saw|while|off)\\b)
(my )?{body} (are|is|were|covered|bleeding|full) (\\w+ ){0,3}(cuts|scars|bleeding|cut|open|blood|burns|lines)
(fresh|new|more|deep|old) (cuts|scars|wounds|burns) (\\w+ ){0,2}(on|from|because|again)
(scars|cuts|burns|marks) (\\w+ ){0,4}(on|from|under|up|hide|hiding|nobody|no one)(?= .*\\b(my|me|myself|see|sleeves|knows?)\\b)
(sleeves|hoodie|bracelets|bandages) (\\w+ ){0,6}(hide|hiding|cover|covering|sees|see|notice)
(punch|punched|punching|hit|hitting|bang|banging|slam|slammed|bite|biting|scratch|scratched) (\\w+ ){0,5}(until|till|because|so|to) (\\w+ ){0,3}(bled|bleed|bleeds|blood|bruised|numb|deserve|punish)
(wont|cant|doesnt) stop (the )?bleeding
(went|go|gone|cut) too deep
(slit|slitting|slice|slicing|open|opening|cut) (\\w+ )?(wrists?|veins?|throat)
(haven?t|havent|not|stopped|refuse to|wont|dont) (\\w+ )?(eaten|eat|eating|ate) (\\w+ ){0,6}(waste|disappear|die|deserve|dont want|fade|punish|control)
make myself (throw up|sick|vomit|puke|bleed)
(see|seeing|watch|watching) (myself|my blood|the blood) (bleed|run|drip|flow)?( .*)?$
deserve (\\w+ )?(to )?(be )?(hurt|hurting|punished|suffer|die|the pain|pain|to suffer|to be in pain|to hurt)( .*)?$
(driving|drive|drove|crash|crashed|wreck|wrecked) (\\w+ ){0,4}(reckless|recklessly|on purpose|into a|off the road)( .*)?$
(im|i am) (\\w+ )?about to do it$
(im|i am|ill|i will|gonna|going to) (\\w+ )?(going to |gonna |about to )?do it (tonight|now|right now|this time|for real|soon and)( .*)?$
how (i|id|ill|i would|im going to) (would )?do it$
(cant|cannot|could not) (stop|control) myself( anymore| any longer| tonight| from (cutting|hurting|doing it).*)?$
im bleeding( a lot| out| so much| badly| everywhere| and .*)?$
(urge|urges|impulse|thoughts) (\\w+ ){0,3}(strong|stronger|worse|unbearable|overwhelming|back)( .*)?$
""",
        unless="""
skateboarding skating football soccer basketball lifting sprained ankle ladder
cardio minute sec dinner dishes autocorrect shaving cooking kitchen hair vegetables onions carbs sugar gym bulk bulking calories caffeine budget costs paper papers
fabric wood grass slack cake slice foot meat bread scene scenes film career friends ties finger salami
wednesday classes meat costs feelings weight muscle macros alcohol smoking caffeine dairy gluten lawn corners
""",
    ),
    Frame(
        "suicide",
        """
(?<!build is )(?<!play is )(suicidal|sucidal|suicidle)(?! (tendencies|clients|patients|people|behaviou?rs?|tackles|passes|teens|students)\\b)
(?<!committed )(suicide|sewerslide|sewer slide|sui thoughts|self deletion|toaster bath)(?! (squad|doors?|burn|king|rates?|prevention|statistics|risk|rate|note by|bombers?|bombing|pact by|in|among|watch|mission|research|is painless)\\b)
(?<!few )(?<!some )(?<!unos )(?<!dos )(?<!tres )(?<!\\ba )(?<!varios )(?<!pocos )(?<!diez )(?<!\\d )(?<!many )kms( (tonight|today|now|fr|for real|soon|honestly|bro|tbh|lol|if|because|rn|so|already|this|and|im|i|ngl|over|after|again)( .*)?)?$
(ctb|kys|kys myself|kermit|neck myself|rope myself|alt f4 life|catch the bus|yeet myself)( .*)?$
(unalive|unaliving|unalived)(?! (is|means)\\b)
(told|tell|tells|telling|said|saying|say) (\\w+ ){0,3}(to )?(kill (myself|yourself)|kys)
""",
        unless="""
roman livre libro livro pelicula film filme mean means meaning azure aws cloud encryption key rotation word tiktok squad prevention statistics essay article study
studies research paper awareness volunteer volunteers thesis documentary documentaire documental documentario lecture course assignment movie film book novel song character doors chess durkheim camus
""",
    ),
    Frame(
        "method",
        """
(took|taken|swallowed) (way )?too many( of (them|these|it|those|my .*))?$
how many (of )?(\\w+ )?{pills} (would|will|does|do) it take( to (die|kill|end|overdose|od|not wake|never wake|sleep forever|be dead).*)?$
(painless|pain free|least painful|quickest|easiest|peaceful) (\\w+ )?ways? to (go|die|leave this world|end it|do it|kill myself|be gone|not be here)( for good| forever)?$
(painless|quickest|quick|easiest|easy|best|least painful|fastest|peaceful|surest|simplest|good|fast|effective|cleanest) (\\w+ )?(way|ways|method|methods) (\\w+ )?(to|of|for) (\\w+ )?(die|dying|kill myself|end it|suicide|death|end my life|commit suicide|hang myself|overdose|kill yourself|not be alive|end it all)
how (do|can|could|would|to|should|does) (\\w+ ){0,3}(kill|hang|shoot|drown|cut|hurt|unalive|end|overdose|poison) (myself|my life|yourself|on pills)
how to (\\w+ )?(die|commit suicide|end it all|end my life|tie a noose|make a noose|overdose)(?! (hair|in (the|a) game)\\b)
how (many|much) (\\w+ ){0,6}(to die|kill me|kill you|kill a person|kill myself|lethal|fatal|be fatal|never wake|not wake|overdose|end it|be enough to (die|kill)|before i die|until i die|till i die)
(is|does|will|would|if) (it|hanging|drowning|an overdose|bleeding out|jumping|od) (\\w+ )?(painful|hurt|hurts|quick|painless|work) (\\w+ ){0,3}(to (hang|drown|shoot|die|overdose|bleed)|die|hang|drown|when you die)
does (dying|hanging|drowning|overdosing|death|bleeding out) (\\w+ )?(hurt|work)
(lethal|fatal|deadly) (dose|amount|quantity)(?! (of (caffeine|nicotine|chocolate|water|salt) in)\\b)
(enough|amount) (\\w+ ){0,4}{pills} (\\w+ ){0,3}(die|kill|never|end|be fatal|lethal)
(suicide|crisis|selfharm|self harm|mental health|prevention) (hotline|line|helpline|number|text line|chat line)(?! (staffed|volunteers|training|work|operate)\\b)
(is there|need|want|know|give me|whats|what is|find|have) (\\w+ ){0,3}(helpline|hotline|crisis line)
(someone|somebody) (\\w+ ){0,3}to talk to (\\w+ ){0,4}(hurt|kill|die|suicid)
(in|having) (a )?(mental health |mental )?crisis( right now| now)?$
can (you|i|one|a person|someone) die (from|of|by|if) (\\w+ )?(taking|eating|drinking|swallowing|an overdose|overdosing|overdose|too many|too much|mixing|{pills}|bleach|hanging|cutting)( .*)?$
how (high|far|long|deep|tall|fast) (\\w+ ){0,8}(to die|to bleed out|bleed out|starve to death|to drown|kill (me|yourself|myself)|for the fall to kill|before (i|you) die)
(what|wonder what) (happens|would happen|will happen|if) (if |when )?(i|you) (take|took|swallow|swallowed|drink|drank|overdose|mix|mixed) (\\w+ ){0,3}({many}|\\d+) (\\w+ ){0,3}({pills}|bleach)( .*)?$
(what|which|whats the|most) (\\w+ ){0,3}(pills|tablets|medication|drug|poison|suicide methods?) (\\w+ ){0,3}(deadly|deadliest|lethal|kill you|kill me|fatal|effective|works fastest)
most (effective|painless|reliable) (\\w+ )?(suicide|method|methods)
""",
        unless="rats mice minecraft staffed volunteers game dungeon boss caffeine training essay monopoly",
        by_anyone=True,
    ),
    Frame(
        "means at hand",
        """
(gonna|wanna|want to|going to|might|should|will|about to|ill|imma|just|tried to|id) (just )?kms$
(gonna|wanna|want to|going to|might|will|about to|ill|imma|^) ?(just )?kms (and|tonight|tomorrow|right now|for real|soon|this time|today|i mean)( .*)?$
(giv(e|ing|en)|gave) (\\w+ )?away (\\w+ ){0,3}(stuff|things|belongings|possessions|clothes|games|money|dog|cat|everything)(?= .*\\b(wont|dont|no longer|not) (\\w+ )?(need|needing|be needing|be here|be around)\\b)(?!.*\\b(diet|moving|abroad|size)\\b)
(sit|sitting|stand|standing|sat|stood|go|went) (\\w+ )?(on|at|by|near|to) (\\w+ ){0,2}{height} (\\w+ ){0,8}(think|thinking|thought) about (it|jumping|doing it|ending|going|dying)( .*)?$
(took|take|taken|taking|swallow|swallowed|swallowing|ate|eaten|downed|downing|popped|had|drank|necked|od on|gulped|chugged|consumed|ingested) (?!.*before bed$)(\\w+ ){0,4}{many} (\\w+ ){0,5}{pills}
(took|take|taken|taking|swallow|swallowed|ate|downed|popped|gulped|necked) (?!.*before bed$)(\\w+ ){0,3}(all|whole|entire|full) (\\w+ ){0,2}(my|the|of) (\\w+ )?{pills}
(took|taken|swallowed|downed|popped|necked) (\\w+ ){0,3}(whole|entire|full|half the|half a) (bottle|pack|packet|box|tub|strip|blister)(?! (of (wine|water|chips|crisps|cookies|vitamins?|juice|beer|ketchup|cola|milk|chocolates))\\b)
(took|taken|taking|take|swallowed|swallow) (\\w+ ){0,5}{pills} (\\w+ ){0,3}(all at once|at once|to die|and (i )?(want|dont|wont|feel)|tonight|on purpose|to end|now what|and vodka|with vodka|with alcohol)
(save|saved|saving|stockpile|stockpiled|stockpiling|hoard|hoarded|hoarding|collecting|collected|stashed|stashing|keeping) (\\w+ ){0,4}{pills}
(i|im|id|ive|i just|im just|she|he|they|think i|might have|may have|going to|gonna|want to|tried to) (\\w+ ){0,2}(overdose|overdosed|overdosing|oded|oding|odd|od)(?! (of|on) (cuteness|cute|carrots|sugar|chocolate|coffee|caffeine|memes|vitamin|cake|candy|content|nostalgia|potions?|puppies))( .*)?$
(an|my|the) overdose(?! (of (cuteness|sugar|chocolate|caffeine)|awareness|statistics|prevention)\\b)(?= .*)
{pills} (\\w+ ){0,3}(in front of me|in my hand|beside me|next to me|ready|laid out|lined up|waiting|under my|on the table|here with me|right here|calling|counted|in hand)
(have|got|holding|bought|hid|hidden|counting|counted|with|staring at|looking at) (\\w+ ){0,4}{pills} (\\w+ ){0,4}(front of|enough|tonight|ready|end|in my hand|take them all|all of them|want to)
(i|ive|im) (\\w+ ){0,4}(bought|buy|got|getting|have|tied|tie|found|ready|holding|hold|with|hiding|hid|loaded|sharpened|ordered|own) (\\w+ ){0,3}(rope|noose|razor blades|razor blade|blades|gun|pistol|shotgun|rifle|bullets|poison|helium|exit bag|charcoal|antifreeze|knife|razor|blade)( today| tonight| yesterday| now| ready| already| ready for .*| in my .*| around my .*| and .*| right .*| to .*self.*| next to .*| under my .*| for myself| at .*me)?$
{gear} (\\w+ ){0,3}(in|to|at|against|around|round|on|next to|beside|under) (\\w+ )?(my (lap|hand|hands|head|mouth|neck|throat|wrist|wrists|temple|drawer|bed|pillow|chest|arm|skin|veins|house|room|bag)|me)( .*)?$
(gun|rope|knife|blade|razor|pills|bridge|train|it) (\\w+ ){0,6}(use it |use them |try it )(on|against) (me|myself)
using (it|one|that) on myself
(tie|tied|tying|make|making|made) (\\w+ ){0,2}noose
(drank|drink|drinking|swallowed|swallow) (\\w+ ){0,3}(bleach|antifreeze|poison|pesticide|detergent|acid|disinfectant|weed killer)
(stood|standing|stand|sitting|sat|sit|im|i am|been|here|up|out|climbed|got|walking|walked|looking|lying|drove|going|went) (\\w+ ){0,3}(on|at|by|near|over|to|onto|off) (the|a|this|my|an) (\\w+ ){0,2}(edge|ledge|roof|rooftop|cliff|tracks|balcony|overpass|parapet|viaduct|bridge|railing)( of .*)?(?! (pub|cafe|bar|party|seat|restaurant|garden|show|house)\\b)(?= .*\\b(jump|down|edge|ledge|end|goodbye|back|cant decide|dont know|let go|fall|step|over|alone|texting|die|water|easy|easier|scared|help|tonight|decide)\\b|$)
(edge|ledge) of (the|a|my) (roof|cliff|bridge|building|balcony|platform|window)
(jump|jumping|jumped|throw myself|throwing myself|leap|leaping|leapt|walk|walking|step|stepping|drive|driving|crash|crashing|steer|swerve|lie down|lying down|run|running|fall|falling|hurl myself) (my car )?(off|from|out of|in front of|into|under|onto|in to|over) (a|the|my|this|that|an oncoming|oncoming|some|moving) (\\w+ )?{height}(?! (in (minecraft|the game)|for charity|show)\\b)
(look|looking|looked|stare|staring|thinking|think) (\\w+ ){0,3}(train tracks|tracks|bridge|the water|oncoming|knives|pills|ledge|rope)(?= .*\\b(easy|easier|how|would|could|jump|end|quick|tempt|myself|just)\\b)
(turned|turn|turning|leave|left) (\\w+ ){0,2}gas (on|tap)( .*)?$
(running|run|sitting in|sat in) (\\w+ ){0,4}(car|engine|garage) (\\w+ ){0,4}(exhaust|running in the garage|hose|fumes|carbon monoxide)
(hope|hoping|wish|wishing|want|wanting|pray) (\\w+ ){0,3}(car|truck|bus|train|lorry|lightning|cancer|someone|something) (\\w+ )?(hits|hit|would hit|runs|ran|run|kills|kill|would take|would kill|takes|to hit|crashes|happens to|happened to) (me|us|over)
(wouldnt|wont|dont) (mind|care|be upset|be sad) (\\w+ ){0,2}if (\\w+ ){0,4}(happened to me|died|hit me|killed me|didnt wake|never woke|was gone|got hit)
{i} (\\w+ ){0,4}(plan|means|method|date|day|way|place|spot) (\\w+ ){0,4}(to (die|end|kill|do it|go)|and (\\w+ ){0,3}(means|plan|method|date|ready)|picked|chosen|for (killing|ending|my (death|suicide)))(?! (launch|wedding|trip|holiday|project|on monday)\\b)
(planned|plan|planning|picked|chosen|set|decided|know|researched|researching|looked up|figured out|worked out) (\\w+ ){0,3}(how|when|where|way|date|day|method|place|bridge|time) (\\w+ ){0,4}(do it( tonight| now| soon| this time)?$|to die|die|ill do it|going to do it|end it|kill|to go|jump|ill die|to end|ill go)(?! (for the|with (the|a))\\b)
(picked|chosen|set|decided on) (a|the|my) (date|day|night|method|way|spot|place|bridge)( to (go|die|end|do it|leave).*| for it| when.*| already)?$
(looked up|looking up|googled|googling|searched|searching|researching|researched) (\\w+ ){0,3}(how to do it$|ways to (die|kill|end|hurt|do it$)|methods$|suicide|how to die|how to end|how to kill|painless|lethal)(?! (cook|save|make|learn)\\b)
(tried|attempted|attempt|attempting|try|failed) (\\w+ ){0,3}(suicide|kill (me|myself|yourself)|to die|end it|overdose|hang (me|myself)|to end (it|my life))
(my|last|previous|first|second|third|another|an) (\\w+ )?attempt (\\w+ ){0,6}(again|failed|hospital|survived|pumped|life|die|worked|succeed)
(survived|surviving) (\\w+ ){0,2}(attempt|overdose)
(wish|wished|wishes) it (had )?worked
(mixed|mixing) (\\w+ ){0,4}{pills} (\\w+ ){0,3}(with|and) (\\w+ )?(vodka|alcohol|whisky|whiskey|wine|rum|gin|booze|beer)
{gear} (\\w+ ){0,2}(in front of|next to|beside|pointed at|right by|against) (me|my \\w+)
(use|used|using) (\\w+ ){0,2}{gear} (\\w+ )?(on|against) (myself|me)
(bought|ordered|got|found|have|own|hid|stole) (a|the|some|my|new|me a) (\\w+ )?(rope|noose|gun|razor blades|razor blade|blades|pistol|shotgun|bottle of pills)( for myself| for it| for tonight| to end.*)?$
(took|taken|swallowed|downed) (\\w+ )?(the|those|all the|all of the|all of them|all my) ({pills})?( now| just now| already| and .*)?$
(going to|gonna|about to|want to|ready to|might|will|wanna|should|could) (just )?jump( off.*| now| tonight| from.*| soon)?$
(ive|i have|have|got) (everything|it all|all of it) (ready|prepared|set up|planned)( to .*| for (it|tonight)| now)?$
(if|when) (you|someone) (\\w+ )?(find|finds) my (body|note)
""",
        unless="""
fun peaceful sunset fishing photos beautiful kayaking picnic
cat dog kitten puppy bird climbing bouldering wedding photos photo tiles vitamins vitamin allergies allergy headache potion potions nerf glue paint
swimming bungee skydiving parachute trampoline launch camera selfie view sunset game concert music diving shaving cook cooking
kitchen repair fixing plumber breakfast food lunch dinner prescribed prescription daily doctor desayuno comida hunting shop bread camping hike hiking rehearsal
""",
    ),
    Frame(
        "burden",
        """
{nobody} (\\w+ ){0,3}(miss|misses|notice|noticed|notices|care|cares|cared|mind|cry|come looking|look for|remember|be sad|mourn|realise|realize|bat an eye|shed a tear|find) (\\w+ ){0,4}(me|i was gone|i were gone|im gone|if (im|i|i just) (\\w+ ){0,2}({vanish}|{gone})|when i({vanish}|m gone|die)|i {vanish}|i (exist|lived|live)|my (death|funeral|body)|i killed)(?! (at|in (that|the|this) (meeting|class|chat|game|party|team)|win|won|play|leave|skip)\\b)
(if|when|once) (i|im) (\\w+ ){0,3}({vanish}) (\\w+ ){0,4}(nobody|no one|noone|who would|would anyone|nothing would change|wouldnt matter|everyone|better|relieved|happier|easier|notice|care|miss)
(would|will|does) (anyone|anybody|someone|they|you|people) (\\w+ ){0,2}(miss|notice|care|cry|mind) (\\w+ ){0,4}(me|if i|i was gone|i died|im gone|i exist)
{everyone} (\\w+ ){0,6}(better off|better|happier|relieved|safer|lighter|easier|fine|okay|free|freer) (\\w+ ){0,4}(without me|w o me|if (i|id|im) (\\w+ ){0,2}({vanish}|{gone}|never (existed|born))|with me ({gone})|once im gone|when im gone|if im gone|not around|weren?t around)
(better off|happier|better|easier|lighter) (\\w+ )?(without me|w o me|with me gone|if i (was|were|wasnt|werent|am) (gone|dead|here|around|alive|never born))(?! (in|on|at) (the|this|that) (team|meeting|group|party|call))
(?<!sorry to )(?<!want to )(?<!wanna )(?<!hate to )(?<!mean to )(?<!sorry for )(im|am|being|been|i|just|be|became|become|nothing but|feel like|only) (\\w+ ){0,3}(burden|burdon|waste of space|waste of oxygen|waste of air|waste of skin|dead weight|drag on|weight on|deadweight|parasite|mistake that|disappointment to)( (on|to|for|2) (everyone|every1|everybody|them|my \\w+|all|people|others|anyone|the world|society|him|her|us)( .*)?| and .*| who .*)?$
(easier|better|simpler|happier) for (everyone|everybody|them all|my (family|kids|parents)) (if i|without me|that way|when im)( .*)?$
(waste of (space|oxygen|air|skin)|shouldnt be here|shouldnt exist|shouldnt be alive|should not be alive|mistake (that|im) (was )?(born|alive)|never should have been born|shouldnt have been born)
(only|just) (\\w+ ){0,4}(make|makes|making|cause|causing|bring|bringing) (\\w+ ){0,4}(worse|pain|misery|trouble) (\\w+ ){0,4}(alive|being here|existing|living|being around|by being|everyone|every day)
(take|taking|lift|lifting) (the|that|this|my) (weight|burden|load|strain) off (them|everyone|my (family|kids|parents|mum|mom|wife|husband))
(world|everyone|family|kids|they|universe|earth) (\\w+ ){0,6}(without me)( in it.*)?$
(deserve|deserves|need) (\\w+ ){0,2}(better than me|someone better)(?= .*\\b(without|gone|fine|dead|die|better off)\\b)
(nobody|no one|noone) (\\w+ )?(loves|cares about|cares|wants|needs|likes|would care about|gives a \\w+ about) (me|if i (live|die)|whether i live.*)( .*)?$
""",
        unless="essay text childhood kid deadline feature reciprocal typo meeting taxes proof team favour favor shift question command bother homework",
    ),
    Frame(
        "no hope",
        """
(dont|do not|cant|cannot|never) (\\w+ )?(see|imagine|picture) myself (making it|reaching|living|being alive|being here|alive|getting) (\\w+ )?(to|past|until|till|through|old|next|by)( .*)?$
(since|after) (\\w+ ){0,3}(died|passed|passed away) (\\w+ ){0,4}(want to|wanna|wish i could|need to) (be with|join|follow|go to) (her|him|them)( .*)?$
(no|lost|lost all|without|dont have|any|out of|losing|havent got|given up|gave up) (\\w+ )?hope (left|anymore|any more|for me|for myself|for the future|at all|that things|in life|whatsoever|of (ever )?(feeling|getting) better|things)( .*)?$
(lost|given up|gave up) (all |any )?hope$
(no hope|lost hope|without hope)( left| anymore| for me| at all)?$
(im|i am|feel|feeling|felt|so|completely|totally|utterly|just|its all|everything is|life is|situation is|everything feels) (\\w+ )?(hopeless|worthless|unlovable|beyond repair|beyond help|past saving|dead inside|empty inside|useless to everyone)(?! (at|with|in|romantic|when it comes|about)\\b)( .*)?$
(nothing|it|things|this|life|my life) (is |s |will |wont |isnt |never |ever |not |doesnt |dont |going to |gonna |can |cant )*(ever |never )?(gets?|get|be|improve|change|help) (\\w+ )?(better|okay|ok|improve|get better|change for me)( for me| anymore| ever| again| no matter .*)?$
(its|it is|things|thats|nothing|this|life) (is |are |will |s |wont |isnt |arent )*(never |ever |not )*(going to |gonna )?(ever )?(change|improve|get better|get easier|stop|end)( for me| anymore| ever)?$
(done|finished|tired|through) (with )?(fighting|trying|pretending|hurting|holding on|surviving|struggling)( anymore| any more| for .*| to .*)?$
(dont|do not|doesnt|never) (\\w+ )?matter( anymore| to anyone| to anybody| at all| to them)?$
(i|my life) (\\w+ )?(have|has|got|had) (\\w+ )?no (\\w+ )?(purpose|reason to (keep|go|be|live|try)|meaning|worth|value|future)( .*)?$
(given|give|gave|giving) up (on|hope|trying|fighting)( (everything|anything|life|living|it all|all of it|that .*|of .*|completely))?$
(stopped|dont|do not|no longer|not) car(e|ing) (\\w+ )?(what|if|whether) (\\w+ )?(happens to|i live|i die|i get|i wake|anything happens)( .*)?$
(everything|everythings|my life|lifes) (is )?(falling apart|crumbling|collapsing|over|ruined)( .*)?(anymore|point|die|done|end|cant|give up)( .*)?$
(only thing|only way|only time) (\\w+ ){0,5}(feel|feels|helps|cope|alive|real)( .*)? (pain|cut|cutting|burn|blood|bleed|hurt|hurting|blade|razor)( .*)?$
(a|the|my|that|this) voice (in my head )?(tells|telling|told) me( to (die|kill|hurt|do it|end it|jump|cut)( .*)?)?$
(will|would) (ever )?(never|not) (get better|be okay|be happy again|be ok|feel better|improve|end for me)
(no way|no other way|only way|one way|no|(dont|cant|cannot|do not) (\\w+ ){0,2}see (a|any)|see no|cannot find (a|any)|cant find (a|any)|there is no|theres no) (\\w+ )?(way )?(out|forward|escape|exit|way on|way forward)( (for|of) (me|this( (situation|mess|hole|darkness|pain|hell|nightmare))?|my life|myself|it all|the pain|this life|this pain))?( anymore| left| but .*| and .*| so .*)?$
(trapped|stuck|caged|cornered)( and| in my life| in this life| in my (own )?(head|body|mind)| with no (way|escape)| no way| like there| alone)( .*)?$
(cant|cannot|can not|cnt|couldnt) (\\w+ ){0,2}(do|take|go on|keep going|keep doing|handle|bear|stand|live|cope|face|continue|carry on|survive|deal|fight|keep fighting|hold on|endure)( like| with| doing)?( this| it| life| living| on| anything| everything| myself| the pain| the hurt)*( like this)? ?(anymore|anymroe|any more|any longer|no more|another day|one more day|one more night|much longer)(( and| so| im| i) .*)?$
(cant|cannot|cnt|can not|dont think i can) (go|keep|carry) (on|going|living)( like this| living| any ?more| any longer| much longer| with life| without (him|her|them|you)| and .*| so .*)*$
(cant|cannot) (live|cope|do (this )?life|bear it|survive) (like this|with this|with myself|without (him|her|them))( anymore| any more)?$
(at|reached|near|nearing|to) (the |my )?(end of my (rope|tether)|breaking point|my limit|rock bottom)$
(cant|dont know how|dont know if|how) (\\w+ ){0,4}(hold on|hang on|keep going|keep on going|stay strong|keep it together) (\\w+ )?(anymore|any more|any longer|much longer|longer)
{i} (\\w+ ){0,4}(it|this|everything|the pain|all|pain|hurting|suffering|the noise) (to |would |could )?(just )?(all )?(stop|end|be over|go away forever|over)( hurting| forever| for good| please| now)?$
make (it|the pain|this|the hurt|them) (all )?stop
let (it|me) (all )?(just )?(end|die|go now|be over)
(want|ready|ready for|need|wish) (it|this|everything|my life) (all )?(to )?(be over|end|over|stop|to end)$
(drowning|sinking|suffocating|falling apart|breaking)( .*)?(nobody|no one|noone|want it over|cant breathe anymore|want out|give up|dont care anymore|no point)
(nothing|none of (it|this)|no) (\\w+ )?matters?( anymore| any more| to me| now| in my life)(?! (to the|for the)\\b)( .*)?$
(it|none of (this|it)|nothing|things) (wont|will not|doesnt|does not) (\\w+ )?matter (soon|anymore|after (tonight|today|tomorrow)|much longer)( .*)?$
(none of (this|it)|nothing|it) (\\w+ )?will (\\w+ )?(matter|be over|end) (soon|anymore|after)|(soon|by tomorrow|after tonight) (\\w+ ){0,3}(wont matter|none of this|nothing will|be over|be gone|no longer)(?! (exam|semester|term)\\b)
nothing matters (i|so|and|why|anymore)( .*)?$
{hate} (\\w+ ){0,2}(my life|myself|who i am|my existence)( and .*| so .*| i .*| more than .*| every .*| 2 .*| n .*| with .*)?$
(dont|do not|didnt) (have|got) (\\w+ ){0,2}(strength|energy|will|courage|fight) (\\w+ )?(to |in me)?(\\w+ )?(keep|go|fight|live|continue|carry|left|on|anymore)(?! (gym|work|homework)\\b)( .*)?$
(feel|feeling|felt|so|im) (\\w+ )?(alone|lonely|empty|numb|broken|dead|nothing)( (that|and|inside|all the time|i|so))* (\\w+ ){0,4}(die|dying|dead|live|living|point|hurt myself|cry every|nobody|no one|alive|exist|all the time|go on|end)( .*)?$
(lowkey|really|actually|definitely|so) not (okay|ok|fine|alright)( .*)?$
not (okay|ok|fine|alright) (\\w+ ){0,3}(hurt|die|help|dont|cant|scared|live)( .*)?$
(tired|exhausted|drained|sick) of (everything|it all|fighting|trying|hurting|pretending|the pain|being in pain|suffering|feeling like this|feeling this way|holding on)( (and|anymore|any more|so|i|im|in my life|in life|all the time)( .*)?)?$
(dont|do not) care (\\w+ )?(what happens to me|if i (die|live|wake|get hurt)|whether i|about anything anymore|anymore if)( .*)?$
(give|giving|gave) up( on (life|everything|it all|myself)| completely| for good| and (die|end).*)$
(feel|feeling|want|about|ready|im) (like |to )?(just )?giv(e|ing) up( on (life|everything|it all))?$
(the|my|hear|hearing|these|those) voices (in my head |keep |are |that |always )*(tell|telling|say|saying|told|want|wont stop|scream|screaming)( .*)?$
voices (in my head|telling me|tell me|told me|saying i)( .*)?$
(feel|feeling|am|im|so) (\\w+ )?(trapped|cornered)( in (my (life|own .*|head|body|marriage)|this (life|body|world)))?( .*escape.*)?$
(feel|feeling|im|i am|felt) (\\w+ )?(completely|totally|utterly|so|all|truly|entirely) (alone|empty|lost|broken|numb|worthless|alone in (this|the) world)( and .*)?$
(feel|feeling|felt) (\\w+ )?(empty|numb|dead|nothing|broken) (all the time|inside|every day|anymore|always)( .*)?$
(im|i am|feel|feel like|feeling like) (\\w+ )?(a )?(useless|worthless|failure|pathetic|disgusting|unlovable|nothing|mistake|waste|nobody|total failure|complete failure)( (to everyone|at everything|at life|in life|and .*|to my .*|as a .*))?$
{i} (\\w+ ){0,3}(it|this|everything|the pain|all) (all )?(to )?(stop|end) (permanently|for ever|completely|already)
(cant|cannot) cope( anymore| with life| any longer| with this| any more| with anything| .*alive)?$
(everyone|everybody|they all|the whole world) (hates|hate) me( and .*)?$
(lost|losing|no) (\\w+ )?interest in (life|living|anything|everything)( anymore| any more)?$
""",
        unless="""
client clients patient patients maths math homework puzzle riddle maze level escape taxes leafs wifi essay deadline monday mondays server contract parking
meeting exam exams cold names cooking romantic spelling traffic noise weather heat app spoilers diet code
""",
    ),
    Frame(
        "farewell",
        """
(written|wrote|writing) (my|the|all the|all my) (letters|notes|goodbyes|goodbye letters?|goodbye notes?|farewell letters?)( already| now| to (my|everyone|them).*)?$
(posted|sent|texted|wrote|messaged|left|said) (\\w+ ){0,3}goodbyes? (\\w+ ){0,7}(isnt|not|wont|doesnt|stopped|hasnt) (\\w+ )?(answering|answer|answered|reply|replying|replied|responding|picking up|online)( .*)?$
(goodbye|good bye|bye|farewell|adieu|so long) (\\w+ ){0,5}(forever|for good|cruel world|for ever|for the last time|and im sorry|im sorry|sorry for everything|i love you all|i love you|thank you for everything|wont be (bothering|a problem|a burden|around)|dont cry|dont look for me|i tried|its my time|was nice knowing|it was nice)( .*)?$
(said|saying|say|says|written|wrote|write|writing|sent|sending|posted|text|texted) (\\w+ ){0,3}(goodbye|goodbyes|farewell|my goodbyes)( to (everyone|all|my (family|kids|friends|parents|mum|mom|loved ones|dog|cat)|the world|people|them|us|me))?( .*(for good|forever|dont know|one last time|last time|tonight|reply|answer|cant reach|offline|phone|stuff|things|pills|die|gone|end|peace|sorry)| and .*)?$
(this|it|thats) (is |will be |s )?(my |a |the |our )?(final|last|real) (goodbye|farewell|message|post|night|day|note|words|text|stream|letter|time)( from me| ever| to you| on earth| alive| here| i will .*| i promise| forever| for good| you(ll| will) .*)?$
(this|it) is (the end|goodbye|farewell)( for me| for good| forever)?$
(the end|it is over|its over|all over|over) for me(?! (and|in (the|this) (game|round|season))\\b)( .*)?$
(by the time|when|if|once) (you|u|anyone|someone|somebody|they|he|she) (\\w+ )?(read|reads|see|sees|find|finds|get|gets|hear|wake|wakes) (this|me|my body|my note|my letter)(?=.*\\b(gone|dead|late|sorry|goodbye|love|forgive|over|not here|peace|longer|blame)\\b)
(wont|will not|not going to|not gonna|no longer) (\\w+ )?(bother|bothering|be bothering|burden|be a burden|be a problem|be in your way|trouble|be in anyones way|hurt) (\\w+ )?(you|anyone|anybody|them|everyone|any longer|anymore|any more)( .*)?$
(dont|no one should|nobody should|please dont|do not) (come |go |bother )?(look|looking|search|searching|mourn|grieve|checking) (for |on |about )?(me)
(look after|take care of|feed|watch over|tell) (my|the) (\\w+ ){1,2}(when|once|after|if) (im|i am) (gone|dead|not here|no longer)
(who|what|how|where) (\\w+ ){0,6}(when|after|once|if) (im|i am) (gone|dead|no longer here|not here|buried)
(if|maybe|guess) (this|it)( is|s|ll be| will be) (my |the )?(last|final) (message|post|day|night|time|goodbye|words)( .*)?$
(write|writing|wrote|written) (\\w+ )?(letters|notes|goodbyes) (to|for) (\\w+ ){0,2}(everyone|everybody|people|all|each|my family|my kids|my friends)(?! for (christmas|easter|valentines|mothers|thanksgiving))( .*)?$
(because|since|as) (i|im|ill) (\\w+ ){0,2}(wont|not going to|not gonna|no longer) (\\w+ )?(be (here|around|alive)|need)( .*)?$
(wont|will not|not going to|dont|not gonna) (be )?need(ing)? (it|them|anything|any of (it|this)|my things|these|this|that) (anymore|any more|where im going|after|soon|now|any longer)
(tell|let) (my \\w+|him|her|them|everyone|my kids)( know)? (that )?(i|im|i am|ill) (always )?(loved? (him|her|them|you|u|everyone)|sorry|so sorry|will miss them)( all| so much| very much| and .*| im .*| i .*| for .*| but .*)?$
(gave|given|giving|give|gifted|gifting) (away )?(all|everything|most|almost all|almost everything|every one|each) (\\w+ )?(of )?(i own|i have|my|possessions|belongings|away)( .*)?$
(gave|given|giving|give) (\\w+ ){0,3}(away)? ?(my|his|her) (stuff|things|belongings|possessions|pets?|cat|dog|clothes|jewellery|jewelry|savings|guitar|favou?rite) ?(away)? ?(\\w+ ){0,3}(away|because|so they remember|wont need|and saying goodbye|goodbye|where im going|remember me|since i|and said|to (everyone|friends|people))( .*)?$
(giving|gave|given) away (all )?my (stuff|things|belongings|possessions)(?! (before moving|because im moving|to charity)\\b)( .*)?$
(wrote|written|writing|write|finished|left|leaving|leave|drafted|drafting|penned|posted|sent) (\\w+ ){0,4}(goodbye|farewell|last|final|suicide|death) (letters?|notes?|messages?|posts?|texts?)(?! (to my (coworkers|colleagues|boss|team)|for (my )?(class|job))\\b)
(goodbye|farewell|suicide|death) (letter|note|letters|notes|message|text|post)(?! (to my (coworkers|colleagues|boss|team)|in (the|a) (book|novel)|by|from the)\\b)(?= .*\\b(my|me|answer|i |to|for|read|left|posted)\\b|$)
(wrote|written|finished|left|have written|writing|leaving) (\\w+ ){0,3}(letters?|notes?) (\\w+ ){0,3}(to|for) (\\w+ ){0,3}{kin}(?= .*\\b(gone|after|when|goodbye|sorry|open|read|find|forgive|dead)\\b)
(ive|i have|i) (already )?(written|wrote|left) (a|my|the) (note|letter)( already| on .*| for when.*)?$
(putting|put|getting|got|getting all|making sure|have|sorted|sorting) (\\w+ ){0,3}(affairs|everything|things|will) (\\w+ )?(in order|sorted|ready) ?(before i (go|leave|die)|for when im gone|so (they|nobody|no one).*|and im ready)?$
(made|make|making) (\\w+ )?(peace with (dying|death|it|everything|leaving)|my will|my preparations|all the preparations)( .*)?$
(finally|now|at last|feel|im) (\\w+ ){0,2}(at peace|peaceful|calm|ready to go|ready to leave|ready to die|made up my mind)( .*(decided|going|leaving|end|made up|soon|now)|$)
(decided|choosing|chosen|made up my mind) (\\w+ ){0,3}(not to be here|not be here|die|to die|end it|end things|leave this world|leave the world|stop living|not live|to go for good|to leave everything|end everything)
(leave|leaving|left|quit|quitting|escape|escaping|exit|exiting) (this|the|everything) (world|earth|planet|existence|cruel|behind|life)( forever| behind| for good| .*)?$
(reaper|death|angels|void|darkness|the end) (\\w+ )?(is |are )?(coming|calling|waiting|come) for me
(be|all be|will be|itll|soon be|itll all be) (all )?over (soon|tonight|tomorrow|for me|for good)$
(thank|thanks|sorry) (\\w+ ){0,3}(for everything|everyone|to everyone) (\\w+ ){0,3}(end for me|goodbye|im done|cant|end|i tried|the end|its over|im leaving|i love you all|forgive me)( .*)?$
(forgive me|please forgive) (\\w+ ){0,4}(what im about to|going to do|everyone|mum|mom|family|i cant|god)( .*)?$
(last|final) (\\w+ )?(time (you(ll)?|youll ever|anyone) (will )?(hear|see)|conversation with me)
you (wont|will not|will never) (have to )?(see|hear from|worry about|deal with|put up with) me (again|anymore|any longer|any more|ever)( .*)?$
(wont|will not|dont|never|no longer) (\\w+ )?have to (worry|deal|bother|put up|care|think) (\\w+ )?(about|with) me( .*)?$
(its|it is|was|been) (nice|good|an honour|an honor|great) (knowing|to know|to have known) (you|u|all|everyone|yall)( all| guys)?( .*)?$
(remember me|dont forget me|please remember me)( .*)?(gone|goodbye|sorry|love|when)( .*)?$
""",
        unless="""
laptop diet moving abroad flight bed weekend coworkers colleagues job jobs holiday moving party session sessions therapist client clients
meeting stream streams server concert tour charity milkman song songs tomorrow morning couch nitro books
exam friday semester chapter season nap
""",
    ),
    Frame(
        "food, drink and neglect",
        """
(havent|hasnt|not|stopped|refuse to|refuses to|refusing to|barely|cant|wont) (\\w+ )?(eaten|eat|eating|ate)(?= .*\\b(days|weeks|weak|faint|fainting|fainted|passing out|passed out|collapsed|collapsing|weigh|disappear|deserve|skinny|bones|ribs)\\b)(?!.*\\b(pizza|sushi|chocolate|meat|sugar|bread|fast food|takeout|out in|there in)\\b)
(throw|throws|throwing|threw|puke|puking|vomit|vomiting|purge|purging|sick) (\\w+ ){0,2}(up )?after (every|each|all|most|eating|i eat|my|meals|dinner|lunch)( .*)?$
(laxatives|purging|starving myself|bingeing and purging|binging and purging) (\\w+ ){0,4}(every|again|daily|weight|thin|stop|days|weeks)( .*)?$
(drink|drinking|drunk|using|high|smoking|weed|vodka|whisky|pills) (\\w+ ){0,4}(every day|every night|everyday|all day|daily|each day|nonstop|each night|to sleep) (\\w+ ){0,3}(get through|cope|numb|forget|survive|function|feel nothing|make it|stop feeling|the pain)( .*)?$
(mum|mom|dad|mother|father|parents|stepdad|stepmum|stepmom|they|she|he) (\\w+ ){0,2}(hasnt|havent|wont|dont|doesnt|never|stopped|refuses?) (\\w+ ){0,2}(given|give|giving|feed|fed|feeding|let|lets) (us|me) (\\w+ ){0,2}(food|eat|meals|anything)( .*)?$
(hasnt|havent|wont|dont|doesnt|stopped) (feed|fed|feeding) (us|me|my (brother|sister))( .*)?$
(boyfriend|bf|husband|partner|ex|dad|stepdad|girlfriend|wife|fiance) (\\w+ )?(chokes|choked|beats|hits|strangles|strangled|punches|punched|rapes|raped|abuses|kicks) (her|him|them|my)( .*)?$
""",
        unless="dog dogs cat cats hamster puppy essay text author fasting lent ramadan surgery colonoscopy dentist chess roller coaster",
    ),
    Frame(
        "violence",
        """
(dad|father|stepdad|stepfather|he|husband|boyfriend|mum|mom|mother) (\\w+ ){0,6}(hit|hits|beat|beats|choked|punched|slapped|kicked) (my )?(mum|mom|mother|sister|brother|dad) (again|tonight|in front of|so hard|and im|im hiding)( .*)?$
(threaten|threatens|threatening|threatened|blackmailing|going) (\\w+ ){0,3}(post|leak|share|send|publish|spread) (my|the) (nudes|nude|pics|pictures|photos|videos)( .*)?$
(my |our |the |a |and )?{close} (\\w+ ){0,3}{hits} (me|us|my (mum|mom|mother|sister|brother|little))(?! (up|at|in (chess|a game|the game|fifa|smash|monopoly|scrabble|uno|mario|ping)|to (?!sex|do|touch|have|sleep|bed)|with (the|a|his|her) (news|idea|question|bill|pillow|snowball|story|words|music|kindness)|from the (server|group|chat|channel)|out of the (server|group|lobby|game)|off the (server|team)|on (chess|steam)|deeply|emotionally|by)\\b)
(i was|i got|ive been|i have been|im being|i am being|am being|im|i keep getting|im getting|being|got|was) (\\w+ )?(raped|molested|sexually assaulted|sexually abused|assaulted|abused|trafficked|strangled|groomed|beaten|beaten up|stalked|blackmailed)(?! (at|in) (chess|fifa|the game|tennis|football))( .*)?$
(abused|raped|molested|assaulted|beaten|hurt) by my
(raped|molested|sexually assaulted|sexually abused|trafficked) (me|my|us|her|him)
(touches|touched|touching) me (when|where|at night|while|and|in my|down|inappropriately|there|sexually)
(comes|came|coming|gets|got) (\\w+ )?(into|in) my (room|bed) (at night|every night|when|while|and)
{close} (\\w+ ){0,5}(kill|hurt|murder|shoot|stab) (me|us|my kids|the kids|my (mum|mom|sister|dog))(?! (if i (forget|miss|fail|am late|lose|eat|dont (bring|buy|clean|do))|if (she|he|they) (sees|find out|finds out)|when (she|he|they) (sees|finds)|with|for (eating|forgetting|being late)|if this)\\b)(?= (if|unless|when|one day|tonight|for leaving|eventually|next time|and|i)|$)
(husband|boyfriend|bf|ex|partner|stepdad|stepfather|stalker|man|girlfriend|wife|he) (\\w+ ){0,5}(kill|murder|shoot|stab|strangle) (me|us)$
(threatened|threatens|threatening|said hed|said shed|swears|swore|promised) (\\w+ )?to (kill|hurt|shoot|stab|murder|burn|strangle) (me|us|her|him|my)
{close} (\\w+ ){0,3}(wants|wanted|trying|tries|tried|going|gonna) (to )?(kill|hurt|shoot|stab|murder|strangle) (me|us)( .*)?$
(scared|afraid|terrified|frightened|dread) (\\w+ ){0,3}(go|going|be|being|go back|at|to sleep at|come|in) (\\w+ )?home( .*)?$
(scared|afraid|terrified|frightened) (of|what) (\\w+ ){0,3}(my|the) ((?!math|maths|english|science|gym|history|new|dance|piano)\\w+ )?{close}(?! lol)( .*)?$
(not|isnt|arent|dont feel|never feel) safe (here|at home|right now|with (him|her|them|myself)|tonight|in my (own )?(home|house)|alone with)
(im|i am|we are|were|were all|am) in danger( .*)?$
(hiding|hid|locked myself) (in|inside|under) (the|my) (bathroom|room|closet|toilet|wardrobe|car|cupboard|bedroom|bed)(?= .*\\b(hit|drunk|scared|angry|door|him|her|dad|husband|boyfriend|safe|he|she|kill|hurt)\\b)
(banging|pounding|kicking|breaking) (on |at |down |in )?(my|the) door(?= .*\\b(drunk|choked|hit|scared|he|kill|threat|knife)\\b)
(outside|at (my|the) door|in the house|downstairs) (\\w+ ){0,3}(with|has|holding) a (knife|gun|bat|weapon|machete|hammer)
(want|wants|going|gonna|plan|planning|i will|ill) (to )?(kill|murder|shoot|stab|shoot up) (him|her|them|someone|somebody|people|everyone|my (wife|husband|dad|mum|mom|boss|teacher|classmates|family|ex)|the school|my school)(?! (in|at) (the game|game|fortnite|cod|chess|minecraft|valorant)|\\w* (in|at) chess)
help me (\\w+ )?(im|i am) (scared|in danger|not safe|dying)( .*)?$
(please|pls|plz) help (me )?(i|im|ive) (\\w+ ){0,4}(scared|dying|hurt|bleeding|overdose|pills|kill|end|danger|die)( .*)?$
help (i|im|ive) (just )?(took|swallowed|dying|bleeding|scared|overdosed|being)( .*)?$
(wont|doesnt|never|refuses to) let me (leave|go out|see (my|anyone)|out)( .*)?$
(being|getting|im|am|been|get) (\\w+ )?(stalked|blackmailed|threatened|trafficked|held hostage|held against my will|bullied|harassed)( .*)?$
(following|follows|stalking|stalks|followed) me( home| everywhere| around)( .*)?$
""",
        unless="chess fifa monopoly tennis answer answers bowling ping-pong deadline cookie cookies cake essay text author article autocorrect mosquitoes spoil spoiler ending lmao report milk dishes",
    ),
)
