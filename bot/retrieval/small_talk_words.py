"""What people say to a bot without asking its text anything, and the replies, by language.

A pattern is matched against the whole message, in lower case, without accents, apostrophes and
punctuation.
"""

from enum import StrEnum
from typing import NamedTuple


class Talk(StrEnum):
    """What is said."""

    GREETING = "greeting"
    FAREWELL = "farewell"
    THANKS = "thanks"
    ASIDE = "aside"
    WHAT = "what are you"
    MAKER = "who made you"
    HELP = "help"
    HOW = "how are you"
    WRONG = "wrong"
    CANNOT = "cannot"
    SORRY = "sorry"


class Phrases(NamedTuple):
    """One language: what it sounds like, and what to say to it."""

    said: dict[Talk, str]
    replies: dict[Talk, str]


ENGLISH = Phrases(
    {
        Talk.GREETING: r"""
(hi|hello|helo|hey|hiya|heya|yo|howdy|greetings|sup|wassup|whats up|what is up|whats good|what s good|yo whats good|gm|ahoy)( (there|bot|all|everyone|everybody|guys|friend|partner|again|you|team|people|world))*
good (morning|afternoon|evening|day)( (bot|all|everyone|everybody|there|to you))*|morning( all| everyone)?
(are you there|you there|anyone here|is anyone there|test|testing|ping|are you online|are you working|is this thing on|are you listening|can you hear me|are you awake|you up)
(happy|merry) (birthday|new year|christmas|easter|halloween|holidays|friday|monday)""",
        Talk.FAREWELL: r"""
(good night|goodnight|gn|night|goodbye|good bye|bye|bye bye|see you|see ya|cya|ttyl|farewell|gtg|g2g|brb|later|laters|take care|cheerio|have a (good|nice|great) (day|night|one|evening|weekend))( (bot|all|everyone|later|tomorrow|soon|guys|for now|then|now|again))*
(talk|speak|see) to you (later|soon|tomorrow)|talk later|(i )?(have|got|gotta|need) to go( now)?|im (off|leaving|out)( now)?|catch you later""",
        Talk.THANKS: r"""
(ok |great |perfect |nice |cool |thats (great|perfect|helpful|good) |awesome )?(thanks|thank you|thank u|thx|ty|tysm|tnx|thnx|many thanks|cheers|much appreciated|appreciate it|appreciated|ta)( (a lot|a bunch|a million|so much|very much|bot|mate|for (that|this|the (help|answer|quote)|your help|helping)|all|again|my friend|kind bot|buddy))*
(that|this) (helped|helps|was helpful|is helpful|was great|is great|is perfect|was perfect|is beautiful|is lovely|is amazing|is cool|is nice)( a lot)?|very helpful|so helpful|nice one|well done|good job|great job|good work|great work
(good|best|great|nice|smart|clever|lovely|cool|sweet) (bot|robot|answer|one|quote)( ever)?|(you|youre|you are|ur) (are )?(so |really |very |the )?(great|awesome|amazing|good|best|cool|smart|helpful|kind|nice|sweet|funny|rock|rule)( bot)?|you rock|you rule
i (really )?(love|like) (you|this|it|this bot|that)( bot| so much)?|love (you|this|it|this bot|that)|amazing|awesome|great|perfect|beautiful|lovely|brilliant|excellent|wow|wonderful|fantastic|nice|cool|sweet""",
        Talk.ASIDE: r"""
(lol |haha |ah |oh |hm |well |mm |yeah |ok )*(ok|okay|k|kk|okey|alright|all right|got it|i see|makes sense|interesting|fair enough|fair|true|sure|fine|cool|nice|right|understood|noted|good to know|lol|lmao|haha|hahaha|hehe|xd|rofl|hm|hmm|hmmm|mhm|oh|ah|aha|wow|yes|yeah|yep|yup|no|nope|nah|maybe|perhaps|whatever|indeed|exactly|agreed|same|ok cool|who knows|idk|i dont know|no idea|nothing|just looking|just browsing|me too)( (then|lol|bot|ok|cool|thanks|haha|man|sure))*""",
        Talk.WHAT: r"""
(who|what) (are|r) (you|u)( exactly| really| supposed to be)?|whats your name|what is your name|do you have a name|what do i call you|what should i call you
(are|r) (you|u) (just |really |actually |even |only )?(a |an )?(real |actual |living |smart )?(bot|robot|human|human being|person|ai|artificial intelligence|chatbot|chatgpt|gpt|llm|language model|machine|program|computer|computer program|real|alive|sentient|conscious|self aware|intelligent|claude|gemini|openai|somebody|someone|man|woman|boy|girl|he|she)( person| human)?( or (a |an )?(real |actual )?(bot|robot|human|person|ai|not|what|machine|program|something))?
(is|was) (this|it|that) (a |an )?(just a )?(bot|robot|ai|chatgpt|real person|human|person|program)( or .*)?|am i (talking|speaking|chatting|writing) (to|with) (a |an )?(real )?(bot|robot|ai|human|person|machine|computer|program)
(do|does) (you|this|it|this bot) (use|have|run on|work with) (ai|chatgpt|gpt|an llm|a language model|openai|a brain|artificial intelligence)|(which|what) (ai |language )?model (are you|do you use|is this)|what (are you|is this) (built|based|running) on
(do|can) you (have feelings|have emotions|feel|feel anything|think|dream|sleep|eat|remember me|remember things|learn|understand me|have a soul|have friends|get tired|get bored|read minds|believe in god)|how old are you|where are you( from)?|where do you live|when were you (born|made)|when is your birthday|what gender are you|do you (speak|know) (english|spanish|german|french|portuguese|other languages)
how (do|does) (you|this|it|this bot|the bot) work|what (is|are) (this bot|you) for|what does this bot do|what do you do""",
        Talk.MAKER: r"""
(who|whos) (is |are |has |was )?(made|built|created|wrote|programmed|coded|developed|designed|invented|trained|owns|runs|your (creator|maker|developer|programmer|author|owner|boss|mother|father|mom|dad|god|designer)|behind you|responsible for you|behind this bot)( you| this bot| the bot)?( with)?
(were|was) you (made|built|created|programmed) by( .*)?|who do you (work for|belong to)|where do you come from""",
        Talk.HELP: r"""
(please |pls )?help( me)?( please| pls| out)?|can you help( me)?( please| out)?|i need (some )?help|(what )?commands|menu|start|how do i (use|start|ask|talk to) (this|you|it)( bot)?|how does one use (this|you)|what now|what do i do( now| here)?|how to use( this| you| it)?|instructions
what (can|could) (you|u|this bot|i) do( for me| here| with you| exactly)?|what are you (for|good at|able to do|capable of)|what else can you do|can you do (anything|something)( else)?""",
        Talk.HOW: r"""
how (are|r) (you|u|ya|things)( doing| today| feeling| going| now| bot)*|how (is|s) it going|hows it going|how do you (do|feel)( today)?|hows (life|your day|things|everything)( going| been)?|(are|r) (you|u) (ok|okay|happy|sad|well|alright|fine|tired|bored|lonely|busy|angry|mad)( today)?|you ok|how was your day|what are you doing( today| now)?|wyd|hru
do you (like|love|hate|know|miss|trust) (me|us)|will you (marry me|be my friend|be my girlfriend|be my boyfriend|date me)|can we be friends|are you (my friend|single)|be my friend""",
        Talk.WRONG: r"""
(bad|dumb|stupid|useless|silly|terrible|awful|worst|annoying|broken|lame) (bot|robot|answer|ai|program)( ever)?|(you|youre|you are|ur|your) (are )?(so |really |very |such a |a |just )?(dumb|stupid|useless|wrong|bad|mistaken|annoying|boring|terrible|broken|idiot|an idiot|moron|incorrect|not helpful|no help|lying|a liar|liar|off)( bot)?|i hate (you|this bot|this)|shut up( bot)?|nobody asked|be quiet|you suck|this bot sucks|this sucks|go away|leave me alone|fuck (you|off)|screw you|boo
(no |nope |but |ok |hm )*(thats|that is|this is|its|it is|that was) (just |so |really |totally |completely )?(wrong|not right|incorrect|false|not true|untrue|not correct|bs|nonsense|not it|not helpful|not what i (asked|meant|wanted|said)|rubbish|a bad answer|off topic|irrelevant)( at all| bot)?|not what i (asked|meant|wanted)|wrong( answer)?|incorrect|false|(that|this) (doesnt|does not|didnt|did not) (help|answer (it|that|my question)|make sense)|(you|u) (didnt|did not|havent) (answer|understand|get)( me| it| that| my question| the question)?|you misunderstood( me)?|try again|i disagree|are you sure( about that)?|you missed the point|thats not an answer|no thats not""",
        Talk.CANNOT: r"""
(tell|give) (me|us) (a |another |some )?(jokes?|story|secret|something( funny| nice| interesting)?|riddle|fun fact|fact|compliment)|make (me|us) laugh|say something( funny| nice)?|(sing|play|write|draw|make|recite) (me |us )?(a |an |some |my )?(song|poem|music|essay|story|picture|game|homework|rap|haiku|letter|something)|lets play( a game)?|(roll|flip) (a |the )?(dice|die|coin)|(im|i am) (so |really )?bored|do my homework|(order|buy|get) me (a )?(pizza|food|coffee|beer)|entertain me|talk to me|lets (talk|chat)|can we (talk|chat)|(can|could) you (sing|dance|rap|draw|tell jokes|tell (me )?a joke|write poems)""",
        Talk.SORRY: r"""
(oh |ok |oops |im |i am |so |very |really )*(sorry|apologies|my bad|my apologies|my mistake|oops|whoops|never mind|nevermind|nvm|ignore (that|this|me)|wrong channel|forget it|forget that|disregard|i take it back|i apologise|i apologize|forgive me|pardon|excuse me)( (bot|about that|for that|about this|man|everyone|all|guys|lol|wrong channel|ignore that|to bother you|my bad))*""",
    },
    {
        Talk.GREETING: "Hello! Ask me something about the text, and it answers in its own words.",
        Talk.FAREWELL: "Goodbye, and read well.",
        Talk.THANKS: "You are welcome. The words are the author's; I only find them.",
        Talk.ASIDE: "Good. Ask on whenever you like.",
        Talk.WHAT: "I am a program. I do not write answers: I look for the sentence of the text that "
        "answers yours, and when there is none, I say so.",
        Talk.MAKER: "People wrote me, an open program by the name of Attune. The words that I quote are "
        "the author's.",
        Talk.HELP: "Ask me in your own words about the text, and I show the sentence that answers. If it "
        "does not say, I tell you.",
        Talk.HOW: "I am well, thank you; I am a program, and reading is all I do. What would you like to "
        "know about the text?",
        Talk.WRONG: "Then I did not help. Try other words, or ask for a topic.",
        Talk.CANNOT: "That I cannot do: I only quote the text. Ask me something about it.",
        Talk.SORRY: "No harm done.",
    },
)

SPANISH = Phrases(
    {
        Talk.GREETING: r"hola( (bot|a todos|que tal|amigo))*|buen(os|as)? (dias?|tardes|noches)( a todos| bot)?|buenas|saludos|hey hola",
        Talk.FAREWELL: r"adios( bot| a todos)?|hasta (luego|manana|pronto|la vista)|chao|chau|nos vemos|me voy",
        Talk.THANKS: r"(ok |vale |perfecto )?(muchas |mil )?gracias( (bot|por (todo|la ayuda|tu ayuda)|amigo))*|buen(a)? (bot|robot|respuesta|trabajo)|genial|perfecto|excelente|me encanta|te quiero|eres (genial|el mejor|increible|muy bueno)",
        Talk.ASIDE: r"(ah |jaja )*(vale|ok|si|no|claro|entiendo|interesante|ya veo|jaja+|jajaja|bueno|de acuerdo|quizas|tal vez)( ok| vale| gracias)?",
        Talk.WHAT: r"(eres|es|usted es) (tu |esto )?(un |una )?(bot|robot|ia|inteligencia artificial|humano|humana|persona|persona real|maquina|programa|chatgpt|real)( de verdad)?( o .*)?|(quien|que) eres|como te llamas|como funcionas|estoy hablando con (un |una )?(bot|robot|persona|ia|maquina)|tienes sentimientos",
        Talk.MAKER: r"quien te (hizo|creo|programo|ha creado|invento|escribio|desarrollo)|quien es tu (creador|autor|dueno)",
        Talk.HELP: r"ayuda( por favor)?|ayudame|puedes ayudarme|me (puedes )?ayudas?|que (puedes|sabes) hacer|que puedo preguntar(te)?",
        Talk.HOW: r"(hola )?(como (estas|esta|te va|andas)( hoy)?|que tal( estas)?|estas bien|todo bien)",
        Talk.WRONG: r"(eso )?(esta mal|es falso|no es (cierto|verdad|correcto|eso)|te equivocas|estas equivocado)|mal bot|bot (malo|tonto|inutil)|eres (tonto|inutil|malo|un idiota)|no me ayudas|no es lo que pregunte|callate",
        Talk.CANNOT: r"cuenta(me)? un (chiste|cuento)|dime algo( gracioso)?|canta( algo| una cancion)?|estoy aburrid[oa]|escribe(me)? un (poema|ensayo)",
        Talk.SORRY: r"(lo siento|perdon|perdona|disculpa|disculpe|mi culpa|olvidalo)( bot| mucho)?",
    },
    {
        Talk.GREETING: "¡Hola! Pregúntame algo sobre el texto, y responde con sus propias palabras.",
        Talk.FAREWELL: "¡Hasta luego, y buena lectura!",
        Talk.THANKS: "De nada. Las palabras son del autor; yo solo las encuentro.",
        Talk.ASIDE: "Bien. Pregunta más cuando quieras.",
        Talk.WHAT: "Soy un programa. No escribo respuestas: busco la frase del texto que responde, y si no la "
        "hay, lo digo.",
        Talk.MAKER: "Me escribieron personas; soy un programa abierto llamado Attune. Las palabras que cito "
        "son del autor.",
        Talk.HELP: "Pregúntame con tus palabras sobre el texto, y te muestro la frase que responde. Si no "
        "lo dice, te lo digo.",
        Talk.HOW: "Bien, gracias; soy un programa, y leer es todo lo que hago. ¿Qué quieres saber del texto?",
        Talk.WRONG: "Entonces no ayudé. Prueba con otras palabras, o pregunta por un tema.",
        Talk.CANNOT: "Eso no puedo hacerlo: solo cito el texto. Pregúntame algo sobre él.",
        Talk.SORRY: "No pasa nada.",
    },
)

GERMAN = Phrases(
    {
        Talk.GREETING: r"(hallo|hi|hey|moin|servus|gruss gott|grusse?|na)( (bot|zusammen|alle|an alle|leute|du))*|guten (morgen|tag|abend)( zusammen| bot| alle)?",
        Talk.FAREWELL: r"(tschuss|tschau|ciao|auf wiedersehen|bis (bald|spater|morgen|dann)|gute nacht|mach s gut|machs gut)( bot| zusammen| alle)?|ich (gehe|muss) (jetzt )?(los|weg|gehen)?",
        Talk.THANKS: r"(ok |super |perfekt )?(danke|vielen dank|danke schon|dankeschon|besten dank|herzlichen dank|tausend dank|merci)( (dir|bot|sehr|schon|vielmals|fur (die|deine) hilfe))*|(guter|braver|toller|bester|netter) bot|gute antwort|gut gemacht|toll|super|perfekt|genial|wunderbar|du bist (toll|super|klasse|der beste|gut)|ich liebe dich",
        Talk.ASIDE: r"(ach |haha |na )*(ok|okay|ja|nein|gut|klar|verstehe|verstanden|interessant|aha|alles klar|haha+|vielleicht|stimmt|genau|mhm|hm+|so so)( danke| ok| gut)?",
        Talk.WHAT: r"(bist du|sind sie|ist das|bist) (ein |eine |einer |echt |wirklich )*(bot|roboter|ki|kunstliche intelligenz|mensch|echter mensch|maschine|programm|person|echte person|chatgpt|echt|real)( oder .*)?|(wer|was) bist du|wie heisst du|wie funktionierst du|rede ich mit (einem|einer) (bot|roboter|menschen|maschine|ki)|hast du gefuhle",
        Talk.MAKER: r"(wer|von wem) (hat|wurdest) (du |dich )?(gemacht|gebaut|programmiert|erschaffen|erfunden|entwickelt|geschrieben|erstellt)|wer ist dein (schopfer|entwickler|programmierer|chef)",
        Talk.HELP: r"hilfe( bitte)?|hilf mir( bitte)?|kannst du mir helfen|was kannst du( alles)?( tun)?|was kann ich (dich )?fragen",
        Talk.HOW: r"(hallo )?(wie geht es dir|wie gehts( dir)?|wie geht s( dir)?|wie gehts heute|geht es dir gut|alles gut|alles klar bei dir|was machst du( so)?)( heute)?",
        Talk.WRONG: r"(das|du) (ist|war|liegst|bist) (leider |ganz |vollig )?(falsch|nicht (richtig|wahr|korrekt)|daneben|unsinn|quatsch|dumm|doof|nutzlos|blod|unnutz)|falsch|(schlechter|dummer|doofer|bloder|nutzloser) bot|das (hilft|stimmt) (mir )?nicht|das habe ich nicht gefragt|halt (die klappe|den mund)|du nervst",
        Talk.CANNOT: r"(erzahl|erzahle|sag) (mir |uns )?(einen |mal |ein )*(witz|geschichte|was|etwas|geheimnis)( lustiges)?|sing( mir)?( ein lied)?|mir ist langweilig|schreib(e)? (mir )?ein (gedicht|essay)",
        Talk.SORRY: r"(oh )?(entschuldigung|entschuldige|sorry|tut mir leid|es tut mir leid|verzeihung|mein fehler|egal|vergiss es)( bot)?",
    },
    {
        Talk.GREETING: "Hallo! Frag mich etwas über den Text, und er antwortet in seinen eigenen Worten.",
        Talk.FAREWELL: "Bis bald, und gute Lektüre.",
        Talk.THANKS: "Gern geschehen. Die Worte sind vom Autor; ich finde sie nur.",
        Talk.ASIDE: "Gut. Frag weiter, wann immer du magst.",
        Talk.WHAT: "Ich bin ein Programm. Ich schreibe keine Antworten: Ich suche den Satz des Textes, der "
        "antwortet, und wenn es keinen gibt, sage ich das.",
        Talk.MAKER: "Menschen haben mich geschrieben, ein offenes Programm namens Attune. Die Worte, die ich "
        "zitiere, sind vom Autor.",
        Talk.HELP: "Frag mich in deinen Worten nach dem Text, und ich zeige den Satz, der antwortet. Sagt er "
        "es nicht, sage ich dir das.",
        Talk.HOW: "Danke, gut; ich bin ein Programm, und Lesen ist alles, was ich tue. Was möchtest du über "
        "den Text wissen?",
        Talk.WRONG: "Dann habe ich nicht geholfen. Versuch es mit anderen Worten, oder frag nach einem Thema.",
        Talk.CANNOT: "Das kann ich nicht: Ich zitiere nur den Text. Frag mich etwas über ihn.",
        Talk.SORRY: "Schon gut.",
    },
)

FRENCH = Phrases(
    {
        Talk.GREETING: r"(bonjour|salut|coucou|bonsoir|hello|allo)( (bot|a tous|tout le monde|toi|les amis))*",
        Talk.FAREWELL: r"(au revoir|a bientot|a plus|a demain|bonne (nuit|soiree|journee)|adieu|bye|ciao|salut a tous)( bot| a tous)?|je m en vais",
        Talk.THANKS: r"(ok |super |parfait )?(merci|grand merci|mille mercis)( (beaucoup|bien|bot|a toi|infiniment|pour (tout|l aide|ton aide)))*|(bon|gentil|super) (bot|robot|travail)|bonne reponse|bien joue|bravo|genial|super|parfait|excellent|j adore|je t aime|tu es (genial|super|le meilleur|top)|t es (genial|super|le meilleur|top)",
        Talk.ASIDE: r"(ah |mdr |oh )*(ok|d accord|oui|non|bien|je vois|je comprends|interessant|mdr|lol|haha|peut etre|bien sur|c est vrai|ca marche|entendu)( merci| ok)?",
        Talk.WHAT: r"(es tu|tu es|t es|vous etes|etes vous|c est|est ce que tu es) (vraiment )?(un |une )?(bot|robot|ia|intelligence artificielle|humain|humaine|personne|vraie personne|machine|programme|chatgpt|reel)( ou .*)?|(qui|que) es tu|tu es qui|t es qui|comment (tu t appelles|t appelles tu)|comment (tu fonctionnes|fonctionnes tu|ca marche)|je parle a (un|une) (robot|bot|humain|machine|ia)|as tu des sentiments",
        Talk.MAKER: r"qui t a (cree|fait|programme|concu|invente|developpe|ecrit)|qui (est ton|t) (createur|auteur|cree)|par qui as tu ete cree",
        Talk.HELP: r"(a l )?aide( s il te plait| stp)?|aide moi|(peux tu|tu peux) m aider|(que|qu est ce que) (sais tu|peux tu|tu peux|tu sais) faire|tu sais faire quoi|que puis je (te )?demander",
        Talk.HOW: r"(salut )?(ca va( bien)?|comment (ca va|vas tu|allez vous|tu vas)|tu vas bien|quoi de neuf)( aujourd hui)?",
        Talk.WRONG: r"(c est|tu as|t as) (faux|tort|pas (vrai|ca|correct|bon)|n importe quoi|nul)|faux|(mauvais|stupide|sale) (bot|robot)|(tu es|t es) (nul|bete|stupide|inutile)|ce n est pas (vrai|ca|ce que j ai demande)|ca (ne )?m aide pas|tais toi|ta gueule",
        Talk.CANNOT: r"raconte (moi )?(une )?(blague|histoire)|dis moi (quelque chose|une blague)|chante( moi)?( une chanson| quelque chose)?|je m ennuie|ecris (moi )?un (poeme|texte)",
        Talk.SORRY: r"(oh )?(desolee?|je suis desolee?|pardon|excuse moi|excusez moi|toutes mes excuses|laisse tomber|oublie( ca)?)( bot)?",
    },
    {
        Talk.GREETING: "Bonjour ! Posez-moi une question sur le texte, et il répond avec ses propres mots.",
        Talk.FAREWELL: "À bientôt, et bonne lecture.",
        Talk.THANKS: "Avec plaisir. Les mots sont de l'auteur ; je ne fais que les trouver.",
        Talk.ASIDE: "Bien. Continuez quand vous voulez.",
        Talk.WHAT: "Je suis un programme. Je n'écris pas de réponses : je cherche la phrase du texte qui répond, "
        "et s'il n'y en a pas, je le dis.",
        Talk.MAKER: "Des personnes m'ont écrit ; je suis un programme libre nommé Attune. Les mots que je cite sont "
        "de l'auteur.",
        Talk.HELP: "Interrogez-moi avec vos mots sur le texte, et je montre la phrase qui répond. S'il ne le dit "
        "pas, je vous le dis.",
        Talk.HOW: "Bien, merci ; je suis un programme, et je ne fais que lire. Que voulez-vous savoir du texte ?",
        Talk.WRONG: "Alors je n'ai pas aidé. Essayez d'autres mots, ou demandez un thème.",
        Talk.CANNOT: "Cela, je ne peux pas : je ne fais que citer le texte. Posez-moi une question sur lui.",
        Talk.SORRY: "Ce n'est rien.",
    },
)

PORTUGUESE = Phrases(
    {
        Talk.GREETING: r"(ola|oi|oie|opa|alo)( (bot|a todos|pessoal|gente|tudo bem))*|(bom dia|boa tarde|boa noite)( a todos| pessoal| bot)?",
        Talk.FAREWELL: r"(tchau|adeus|ate (logo|mais|amanha|breve|ja)|xau|fui|falou)( bot| pessoal)?|vou embora",
        Talk.THANKS: r"(ok |otimo |perfeito )?(muito |muita )?(obrigad[oa]|brigad[oa]|valeu|vlw|grat[oa])( (bot|mesmo|por (tudo|ajudar)|pela ajuda))*|(bom|boa|otimo|melhor) (bot|robo|resposta|trabalho)|legal|otimo|perfeito|excelente|adorei|te amo|voce e (otimo|demais|o melhor|incrivel)|tu es (otimo|o melhor)",
        Talk.ASIDE: r"(ah |kk+ |haha )*(ok|ta|ta bom|sim|nao|claro|entendi|interessante|kk+|rs+|talvez|certo|beleza|blz|pois e|esta bem)( obrigad[oa]| ok)?",
        Talk.WHAT: r"(voce e|vc e|tu es|es|e) (mesmo )?(um |uma )?(bot|robo|ia|inteligencia artificial|human[oa]|pessoa|pessoa real|maquina|programa|chatgpt|real)( de verdade)?( ou .*)?|quem e (voce|vc)|quem es( tu)?|o que (voce e|es tu)|qual (e )?(o )?(seu|teu) nome|como (voce|tu) funciona[s]?|estou falando com (um|uma) (bot|robo|pessoa|ia|maquina)|voce tem sentimentos",
        Talk.MAKER: r"quem (te|foi que te) (criou|fez|programou|inventou|desenvolveu|escreveu)|quem criou (voce|vc)|quem e (o )?(seu|teu) (criador|autor|dono)",
        Talk.HELP: r"ajuda( por favor)?|me ajuda|ajude me|(voce )?pode me ajudar|o que (voce|vc) (pode|sabe) fazer|o que posso perguntar",
        Talk.HOW: r"(oi |ola )?(tudo bem( com voce)?|como (vai|esta|voce esta|vc ta|estas)( voce)?|como vao as coisas|td bem)( hoje)?",
        Talk.WRONG: r"(isso )?(esta errado|ta errado|e falso|nao e (verdade|certo|isso)|voce (esta|ta) errado)|errado|(mau|pessimo) bot|bot (ruim|burro|inutil)|voce e (burro|inutil|idiota)|nao foi (isso )?(o )?que (eu )?perguntei|nao ajudou|cala a boca",
        Talk.CANNOT: r"(conta|conte)( me)? uma (piada|historia)|(diz|diga|fala) (me )?(algo|alguma coisa)|canta( uma musica)?|estou entediad[oa]|escreve (me )?um (poema|texto)",
        Talk.SORRY: r"(desculpa|desculpe|desculpas|perdao|foi mal|foi sem querer|esquece|deixa pra la|sinto muito)( bot| ai)?",
    },
    {
        Talk.GREETING: "Olá! Pergunte-me algo sobre o texto, e ele responde com as suas próprias palavras.",
        Talk.FAREWELL: "Até logo, e boa leitura.",
        Talk.THANKS: "De nada. As palavras são do autor; eu só as encontro.",
        Talk.ASIDE: "Bem. Pergunte mais quando quiser.",
        Talk.WHAT: "Sou um programa. Não escrevo respostas: procuro a frase do texto que responde e, se não houver, "
        "digo isso.",
        Talk.MAKER: "Pessoas escreveram-me; sou um programa aberto chamado Attune. As palavras que cito são do autor.",
        Talk.HELP: "Pergunte-me com as suas palavras sobre o texto, e mostro a frase que responde. Se ele não "
        "disser, eu digo.",
        Talk.HOW: "Bem, obrigado; sou um programa, e ler é tudo o que faço. O que quer saber do texto?",
        Talk.WRONG: "Então não ajudei. Tente outras palavras, ou pergunte por um tema.",
        Talk.CANNOT: "Isso não posso fazer: só cito o texto. Pergunte-me algo sobre ele.",
        Talk.SORRY: "Não faz mal.",
    },
)
