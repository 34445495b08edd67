"""How people ask for facts about a text, by language.

For each fact, the words that ask for it together; `|` stands between ways, and words after + may stand beside them. TEXT is any word for
the text, AUTHOR any word for its author. Words are in lower case, without accents and apostrophes.
"""

from enum import StrEnum
from typing import NamedTuple


class Fact(StrEnum):
    """What a question about the text can ask for; earlier ones are the more particular."""

    QUOTED = "quoted"
    CITATION = "citation"
    OTHER_WORKS = "other works"
    PERSON = "person"
    NOT_GIVEN = "not given"
    LANGUAGE = "language"
    UPDATED = "updated"
    LICENCE = "licence"
    SOURCE = "source"
    PUBLISHED = "published"
    AUTHOR = "author"
    TITLE = "title"
    LENGTH = "length"
    SUBJECT = "subject"
    IDENTITY = "identity"


class Lexicon(NamedTuple):
    """The words of one language: for the text, for its author, what may stand beside them."""

    text: str
    author: str
    beside: str
    asked: dict[Fact, str]


ENGLISH = Lexicon(
    text="""
    this it its that essay text article piece page post document reading story paper material
    blog book poem chapter work writing entry composition excerpt passage thing
    """,
    author="author authors writer writers blogger essayist poet columnist creator",
    beside="""
    a an the this that these those it its and or of in on at for to from by as if so then than
    thing i me my we us our your their them they he she him his her
    is are was were be been being am do does did done have has had having isnt arent wasnt
    can could would will should may might shall must there here now just only even also very too
    any some all each every much many more most exactly actually really please thanks thank hi
    hello hey sorry pls ok okay so well um bot quick question tell show give let find get got know
 see what whats which who whos whom whose when whens where wheres how hows wondering wonder
    ask asking need want like curious interested mind able possible allowed name called real full
    exact current first last latest original ever again still yet since already recently lately
    whole entire total take takes took come came go went put up out live online long short time
    times roughly approximately about around reader begin before after by us you assignment class school homework friend teacher section list
    holds hold cover covers appear appears appeared second third fourth fifth paragraph besides
    quickly moment kindly originally remind whens person somewhere hmm btw tho though fr lol rn
    """,
    asked={
        Fact.QUOTED: "mention books|mentions books|references TEXT|references end|year source|year cited source|name cited right|name cite right|spell name cite|spell name quoted|does TEXT quote|when definition published|quoted published|definition from when|who said quote|quote by|quotation by|by quote|"
        "mention other|mentions other|mention anyone|mention anybody|mentions anyone|mention names|mention any|mention AUTHOR other|refer to other|refers to other|"
        "where quotation from|where quote from|where definition from|year definition|definition year|source quotation|source quote|source definition quoted|who define|whom quote|whom cite|people mentioned|names mentioned|anyone mentioned|who mentioned|who referenced|references anyone|anyone referenced|refer anyone|refers anyone|quote whom|literature|"
        "cite sources|cites sources|any sources|sources TEXT|sources|references|bibliography have"
        "|who quoted|who quote|who cited|who cite|quotes anyone|quote anyone|cites anyone|cite anyone"
        "|quotes who|cites who|who cites|who quotes|quote somebody|quote anybody|cite anybody|anyone quoted"
        "|anybody quoted|someone quoted|anyone cited|anyone else quoted|quoted people|quote who|mention who"
        "|year quote|year quotation|year definition quoted|year quoted|year citation|year cited|year reference"
        "|date quote|date quotation|old quote|old quotation|when quote from|when quotation from|quotes from whom"
        "|whose quote|whose quotation|whose words quoted|secondary sources|other writers quoted|other authors quoted"
        "|authors cited|authors quoted|sources rely|sources used|sources draw|sources based|quote others|quotes others"
        "|quotations TEXT|quotes TEXT contain|any quotes|any quotations|any citations|citations TEXT|footnotes|who else quoted"
        "|who else cited|cites others|works cited|works mentioned + other anyone anybody someone else people writers authors names text researcher scholar scholars paragraph second third fourth first two three one is paragraph 1998 real published source book books end spell spelt spelled right wrong correctly typo",
        Fact.CITATION: "date bibliography|year bibliography|bibliography how|bibliography put|bibliography|reference list|works cited entry|cite someone|"
        "cite TEXT|cite AUTHOR|cite|citation|citing|reference how TEXT|reference properly|referencing"
        "|reference entry TEXT|reference TEXT format|quote how TEXT|credit how TEXT|credit TEXT properly|credit how AUTHOR|give credit TEXT how"
        "|attribute how TEXT|attribute AUTHOR|apa|mla|chicago|harvard|bibtex|style format|citation style"
        "|bibliography entry|in text citation|intext citation|in text reference|reference supply TEXT|footnote how|site how TEXT + style format 7 7th 9 edition 16 17 18 correct correctly right way proper properly cite reference entry supply text citation someone anyone list paper",
        Fact.OTHER_WORKS: "AUTHOR besides|AUTHOR write besides|AUTHOR wrote besides|more like TEXT|similar AUTHOR|same AUTHOR more|same AUTHOR other|same AUTHOR else|AUTHOR bibliography|AUTHOR write other|AUTHOR written more|AUTHOR works list|previous AUTHOR|next AUTHOR|new AUTHOR book|AUTHOR still write|AUTHOR still writing|"
        "else AUTHOR written|else AUTHOR write|else AUTHOR wrote|else AUTHOR published|else AUTHOR publish"
        "|other essays AUTHOR|other essays|other books AUTHOR|other texts AUTHOR|other works AUTHOR|other work AUTHOR|other articles AUTHOR|other stuff AUTHOR"
        "|other posts AUTHOR|other writing AUTHOR|other things AUTHOR write|other things AUTHOR written|more by AUTHOR|more from AUTHOR|more essays"
        "|more texts|more books AUTHOR|more articles|anything else AUTHOR|something else AUTHOR|another essay AUTHOR|another book AUTHOR"
        "|famous works AUTHOR|best known AUTHOR work|other she write|other he write|other they write|else he written|else she written|else he write|else she write|else they write"
        "|other essays written|other works|other writings|only essay AUTHOR|only thing AUTHOR wrote + else other others more another write writes written wrote publish published books book essays works work texts articles stuff things similar by posts same besides apart than like anything something previous next new can read",
        Fact.NOT_GIVEN: "inspired AUTHOR|AUTHOR inspired|what inspired|inspiration|motivated AUTHOR|made AUTHOR write|AUTHOR motivation|"
        "study guide|reading guide|discussion guide|lesson plan|quiz|worksheet|"
        "audible|spotify|amazon|youtube|shop|bookshop|hardback|second edition|first edition|new edition|aloud read|version audio|audio version|download|merch|trailer|soundtrack|how many people|many times read|upvotes|retweets|popular|famous TEXT|won TEXT|who paid|who financed|editorial|proofread|fact checked|translate|who drew|soundtrack|screenplay|adapted|adaptation|banned|controversial|critics TEXT|reviews|reception|adverts|ads|newsletter|subscribe|why AUTHOR it|"
        "sequel|prequel|part two|second part|part 2|part ii|second part TEXT|next part TEXT|follow up TEXT|followup TEXT|continuation TEXT"
        "|audiobook|audio|narrated|podcast|recording TEXT|video TEXT|film version TEXT|movie TEXT|ebook|kindle|pdf|epub|paperback|hardcover|print edition"
        "|read aloud|listen TEXT|buy TEXT|buy copy|price TEXT|cost TEXT|costs TEXT|free TEXT|sold copies|copies sold|bestseller"
        "|isbn|doi|issn|publisher|publishing house|edition TEXT|which edition|edition|translator|translated who|translated by|translation who|who translated"
        "|peer reviewed|peer review|refereed|impact factor|reviewed TEXT|reviews TEXT|review TEXT|rating TEXT|ratings|stars"
        "|comments|comment TEXT|comment leave|comment section|feedback leave|leave feedback AUTHOR|readers many|people read many|people have read|views many"
        "|views TEXT|likes TEXT many|likes many|shares TEXT|popular TEXT|shared TEXT often|downloads"
        "|paid TEXT|paid who|pay TEXT|funded|funding|sponsored|sponsor|commissioned|conflict interest"
        "|pictures TEXT|pictures|images TEXT|illustrations|illustrated|photos TEXT|cover art|illustrator"
        "|editor TEXT|edited who|who edited|who proofread|dedicated who|dedicated TEXT|dedication|acknowledgements|preface"
        "|award TEXT|awards TEXT|prize TEXT|won prize|won award|written where|wrote where AUTHOR|inspired AUTHOR write|inspired TEXT|inspiration TEXT"
        "|why AUTHOR write|why AUTHOR wrote|why written TEXT|why AUTHOR written|why write TEXT|who for written|audience TEXT|intended audience|target audience|genre|type of text TEXT + under below there version audio spoken copies format leave sold many first ever won where why like critics said received many people users members by anyone anybody somebody someone public guide companion what why",
        Fact.LANGUAGE: "translated which|original language|available in|read in spanish|read in german|read in french|read in portuguese|version in|"
        "language TEXT|language|translation TEXT|translation|translations|translated TEXT|translated|languages"
        "|english TEXT|spanish TEXT|german TEXT|french TEXT|portuguese TEXT|polish TEXT|italian TEXT|chinese TEXT|japanese TEXT|hindi TEXT|russian TEXT|arabic TEXT"
        "|english version|spanish version|german version|french version|translated into + other originally written available into polish italian chinese japanese hindi russian arabic spanish german french portuguese english version original can also any another",
        Fact.UPDATED: "last change|last changes|latest change|last modification|last edit|edit from|edit date|changed TEXT|TEXT changed|"
        "up to date|newer TEXT|latest TEXT|changes made|AUTHOR changed|AUTHOR edit|AUTHOR revise|AUTHOR update|first version|second version|how often changed|any edits|added later|old version|older version|different version|several versions|versions|touched since|"
        "updated|update|updates|edited|revised|revision|revisions|modified|amended|been changed|been altered|text changed"
        "|essay changed|text change|essay change|article changed|changed TEXT|TEXT changed since|any changes|changes TEXT|latest version|newest version|newer version|last version"
        "|version date|current version|recent version|rewritten|corrected|corrections|edits|edit TEXT|changed afterwards|changed later|changed since|altered TEXT"
        " + posted published publication written date afterwards later went changed version text first they did they anything later version up whens from",
        Fact.LICENCE: "restrictions|restriction|pay use|fee use|use paragraph|use paragraphs|use sentence|use quote|use part|allowed use|"
        "copyright situation|copy paste|read out|read aloud|record TEXT|rules TEXT|status copyright|who holds copyright|"
        "put TEXT|put on TEXT|hand out|ask AUTHOR|ask before|ask permission|get permission|allowed|can i put|can i post|can i use|use TEXT for|can i print|legally|illegal|steal TEXT|plagiarism|belong to|belongs to|who TEXT belong|who holds|property|reuse|republishing|reposting|copying|sharing|printing|quoting allowed|may i|royalties|distribute|"
        "licence|license|copyright|licensed|copyrighted|copyleft|who owns|owns TEXT|rights TEXT|rights|creative commons|public domain"
        "|cc by|allowed share TEXT|allowed copy TEXT|allowed repost TEXT|allowed quote TEXT|allowed use TEXT|allowed print TEXT|allowed post TEXT"
        "|can print|can copy|can share|can reproduce|can repost|can reuse|can republish|can translate|can use TEXT|can quote TEXT|can post TEXT|can distribute"
        "|may print|may copy|may share|may reproduce|may repost|may reuse|may use TEXT|may quote TEXT|may post|may republish"
        "|permitted print|permitted copy|permitted share|permitted use TEXT|permitted quote TEXT|okay to share TEXT|ok to share TEXT|ok copy TEXT|okay copy TEXT|fine to copy TEXT|legal copy TEXT|legal share TEXT"
        "|ok repost TEXT|okay repost TEXT|permission quote|permission reuse|permission share|permission copy|permission use TEXT|permission|free use TEXT|free to use|fair use|royalty free"
        ""
        "|reproduce TEXT|republish TEXT|reprint TEXT|copy TEXT|repost TEXT|share TEXT|terms use + with website blog server newsletter channel book club circle group students commercially commercial paragraphs paragraph parts part own print copy share use reading anywhere permission somewhere else elsewhere credit wall poster my our your online social media twitter instagram tumblr youtube tiktok video podcast presentation slides slide talk thesis paper newspaper quoting asking anyone under parts bits sentence sentences freely free legal legally allowed permission copies handout t shirt situation status paste and out read aloud record any there need to",
        Fact.SOURCE: "find original|one find|where located|originally come|originally from|come from originally|published online where|"
        "read TEXT whole|whole TEXT where|full TEXT|entire TEXT|read it myself|see TEXT whole|see original|find online|online TEXT|first appear where|appeared where|published by which|on which|on what site|who published where|wheres TEXT from|where did you get|where you get|reference source|"
        "source|journal|magazine|newspaper|which website|where from|where TEXT from|link|got link TEXT|url|original TEXT|original|website|web address|where find|where read"
        "|where published|where posted|where get|where got|where come|where post|where originally|where appear|where first|where download|where full TEXT|homepage"
        "|where wheres original|where taken|where located|posted where first|site TEXT|which site|which blog|which magazine|which journal|which newspaper|stored where + official version read full copy posted published originally text find website online link you anyone myself complete link it on post one",
        Fact.PUBLISHED: "posted month|published month|written month|posted january|posted february|posted march|posted april|posted may|posted june|posted july|posted august|posted september|posted october|posted november|posted december|published september|published november|written september|written november|written recently|recently written|recently published|before covid|after covid|during covid|before pandemic|during pandemic|after pandemic|before 20 20|first appeared|first appear|how long around|how long existed|how long online|time of writing|appear first|come online|go online|exact date|exact day|written in|from when|since when|how new|brand new|old TEXT|write TEXT when|wrote TEXT when|what date|which date|which month|what time written|2019|2020|2021|2022|2023|2024|2018|2010s|nineties|"
        "published|publish|publication|publication date|posted|posted date|post date|released|release|release date|when written|when wrote|when write"
        "|when AUTHOR written|old TEXT|how old|date TEXT|date|dated|when out|when come out|when came out|year written|written year|what year|which year|year published|year publication|publication year|what month|which month|what day|how recent"
        "|recent TEXT|new TEXT|when go up|when went up|when uploaded|long ago written|how long ago|age TEXT|when TEXT from|day written|when created|when made|when composed"
        "|covid|pandemic|lockdown|century|decade"
        "|outdated|still current|when appear|when appeared|composed + year month day week earlier later during created published written posted originally first write wrote date anyone era in back exact author january february march april may june july august september october november december spring summer autumn winter",
        Fact.PERSON: "AUTHOR teach|AUTHOR teaches|AUTHOR practise|AUTHOR practice|wrote counsellor|wrote counselor|wrote therapist|wrote qualified|wrote woman|wrote man|wrote psychologist|wrote clinician|written woman|written man|written therapist|written counsellor|written psychologist|written clinician|written professional|written expert|written doctor|AUTHOR rights activist|AUTHOR hobby|AUTHOR politics|AUTHOR views politics|who person wrote exactly|"
        "AUTHOR grow|AUTHOR grew|AUTHOR raised|AUTHOR hobbies|AUTHOR rich|AUTHOR single|AUTHOR gay|AUTHOR white|AUTHOR black|AUTHOR student|AUTHOR teacher|AUTHOR good|AUTHOR reliable|AUTHOR life|AUTHOR who exactly|AUTHOR professional|AUTHOR nurse|AUTHOR coach|AUTHOR field|AUTHOR title|AUTHOR position|AUTHOR affiliation|AUTHOR affiliated|AUTHOR institution|who on earth AUTHOR|AUTHOR real|AUTHOR fictional|AUTHOR person|AUTHOR ai|AUTHOR online|AUTHOR interview|AUTHOR reply|AUTHOR available|AUTHOR wikipedia|AUTHOR google|"
        "who he|who she|who AUTHOR exactly|more AUTHOR about|about AUTHOR|tell AUTHOR|tell writer|something AUTHOR|anything AUTHOR known|bio|biography|biographical|background AUTHOR"
        "|gender|AUTHOR man|AUTHOR woman|AUTHOR male|AUTHOR female|AUTHOR guy|AUTHOR girl|AUTHOR dude|AUTHOR lady|AUTHOR gentleman|AUTHOR he|AUTHOR she|he or she|man or woman|man woman|male female|he she|pronouns|AUTHOR sex"
        "|AUTHOR old|AUTHOR age|old he|old she|AUTHOR born|born he|born she|AUTHOR birthday|AUTHOR alive|AUTHOR dead|AUTHOR die|AUTHOR died|alive he|alive she|AUTHOR living"
        "|AUTHOR live|AUTHOR lives|where live he|where live she|AUTHOR from|AUTHOR country|AUTHOR nationality|AUTHOR american|AUTHOR british|AUTHOR religion|AUTHOR married|AUTHOR children|AUTHOR kids|AUTHOR family"
        "|AUTHOR job|AUTHOR profession|AUTHOR occupation|AUTHOR work|AUTHOR works|AUTHOR do living|he do living|she do living|AUTHOR employer|AUTHOR career"
        "|AUTHOR qualified|AUTHOR qualifications|AUTHOR qualification|AUTHOR credentials|credentials|qualifications|AUTHOR degree|AUTHOR degrees|AUTHOR phd|AUTHOR doctor|AUTHOR dr|AUTHOR professor|AUTHOR psychologist|AUTHOR psychiatrist"
        "|AUTHOR therapist|AUTHOR counsellor|AUTHOR counselor|AUTHOR clinician|AUTHOR expert|AUTHOR licensed|AUTHOR trained|AUTHOR training|AUTHOR academic|AUTHOR scientist|AUTHOR authority"
        "|he therapist|she therapist|he psychologist|she psychologist|he doctor|she doctor|he qualified|she qualified|he expert|she expert|he licensed|she licensed|licensed therapist"
        "|AUTHOR education|AUTHOR educated|AUTHOR study|AUTHOR studied|AUTHOR school|AUTHOR university|AUTHOR college|AUTHOR contact|contact AUTHOR touch|AUTHOR email|AUTHOR reach|AUTHOR message|AUTHOR touch with|AUTHOR touch|contact with AUTHOR|AUTHOR speak with|AUTHOR talk with|write to AUTHOR|AUTHOR address"
        "|AUTHOR twitter|AUTHOR instagram|AUTHOR facebook|AUTHOR linkedin|AUTHOR social|AUTHOR follow|AUTHOR discord|AUTHOR here|AUTHOR server|AUTHOR website|AUTHOR blog|AUTHOR famous|AUTHOR known|AUTHOR picture|AUTHOR photo|AUTHOR look|AUTHOR popular"
        "|stand for|AUTHOR stand for|AUTHOR initial|initial stand|letter stand|AUTHOR pseudonym|pen name|AUTHOR real name|AUTHOR credible|AUTHOR trust|AUTHOR legit|AUTHOR identity"
        " + actually just some really even practising practicing certified registered therapy psychology write media account online profile kind person human guy what which j grow grew up person any formal proper real field of mental health living in teaches somewhere anywhere wrote written by type sort",
        Fact.AUTHOR: "name who wrote|name guy wrote|name person wrote|name woman wrote|name man wrote|who authored|who AUTHOR it|authors|coauthor|co author|single author|several authors|more than one author|how many authors|anonymous|signed|signature|thank for|whom thank|who thank|"
        "who wrote|who written|who AUTHOR|AUTHOR|who penned|who made|who behind|AUTHOR name|AUTHOR first name|AUTHOR last name|first name|last name|surname|who by|whose TEXT|wrote|written by|by whom|whom by"
        "|who created|byline|who composed|authored|authorship|person composed|person wrote|person wrote name|who gets credit|who credit|credited|who responsible TEXT|who TEXT from|who made TEXT|creator TEXT|ghostwritten"
        " |who publish|who published|who posted|who write|did AUTHOR write|wrote AUTHOR|who came up TEXT + lines words name person composed wrote gentleman lady man woman under first last written anyone know someone somebody guy person dude genius fellow chap what earth heck hell responsible for under say whose",
        Fact.TITLE: "TEXT named|named TEXT|remind title|remind name|"
        "titel|what call|whats it called|under what title|which title|called again|subtitle|title again|"
        "title|titled|TEXT called|essay called|name TEXT|what name|headline|heading|entitled|TEXT name|TEXT titled|call TEXT + anyone remember forgot me again",
        Fact.LENGTH: "TEXT structured|TEXT structure|how organised|how organized|TEXT laid out|TEXT divided|through in|get through TEXT|quick one|how wordy|"
        "how many paras|paras many|take more than minutes|take longer|more than minutes|less than minutes|under minutes|"
        "longer than|shorter than|longer|shorter|read in minutes|read minutes|read in one|in one sitting|minutes to read|how much text|how much there|how much to read|how much time|lots read|lot read|tl|big TEXT|pages|a4|novel|screens|scroll|how many lines|many lines|line count|time does reading|read aloud long|take to read|spend reading|hours|"
        "how long|long TEXT|length|long read|quick read|short read|many words|many paragraphs|much paragraphs|much words|many sentences|many pages|many minutes|many characters|many letters|many chapters|many sections"
        "|number words|number paragraphs|number sentences|number pages|time read|much time read|much time need|reading time|word count|wordcount|paragraph count|page count|character count|how short|how big|size TEXT|minutes read|minute read|is short TEXT"
        "|lengthy|quickly read|fast read|hours read|longish|take read|count words|wordy"
        "|long words minutes pages|short TEXT|how lengthy|time finish|finish minutes|long enough TEXT + words paragraphs sentences pages minutes hours long reading bed bedtime enough before tonight break lunch finish read need count sit sitting many much number average person word than a in one go page pages novel book one two three five ten twenty 5 10 15 20 30 half hour minute anyone i busy person will me you us under less get through would could manage lunch coffee break bus ride commute ride",
        Fact.SUBJECT: "in sentence|in one sentence about|one sentence about|in short about|about in one sentence|"
        "explain TEXT|explain essay|moral|message TEXT|lesson|conclusion|conclude|purpose|point TEXT|argument|claim|what can you tell|what could you tell|what you tell|anything ask|like five|eli5|plain english|simple words|simple terms|layman|laymans|quick version|short version|what discusses|discussed|what learn|what can i learn|what can learn|learn from|cliff notes|cliffnotes|sparknotes|too long|didnt read|rundown|lowdown|jist|what should ask|what shall i ask|what do i ask|help me what|example questions|sample questions|questions there|what else know|what else tell|what covered|covers|read for me|shorten|abridged|main takeaway|big picture|high level|"
        "what TEXT about|TEXT about|about TEXT|whats TEXT about|what about TEXT general|topic|topics|subject|subjects|theme|themes|summary|summaries|summarise|summarize|summarised|summarized|tldr|tl dr|gist|main idea|main ideas|main point|main points|main message|main argument|main topics|key points|key point|key ideas|key message|key takeaways"
        "|takeaways|takeaway|overview|outline|in nutshell|nutshell|synopsis|abstract|bullet points|recap|sum up|sum TEXT|condense|shorten TEXT|short version|essence|bottom line|thesis|central idea|central theme|contents|table contents|what TEXT says|what TEXT discuss|what TEXT cover|what TEXT deal with|deals with TEXT"
        "|can i ask|can ask|what ask|ask you|ask about|could ask|might ask|may ask what|what questions|which questions|questions answer|what bot answer|bot answer|you answer|things ask|sort things ask|what you know|you know about|know about what"
        " + main key central important make made brief briefly write simple words sentences three lines two points one paragraph sentence sort sorts kinds kind types type you bot server general generally basically even explain can like im five 1 2 3 4 5 10 100 year old bullet points in terms plain english couple few ten twenty line words shortly you with lesson author anyone tell know cover essay points",
        Fact.IDENTITY: "what document|which document|who talking|what quoting|what are you quoting|what you quoting from|what text used|what material|whats the text|what am i reading|what read|reading what|what source text|which work|name text you|"
        "what TEXT|what TEXT this|which TEXT|which TEXT this|what this|whats this|what exactly TEXT|what exactly|what reading|which reading|what text you|what text answering|which text answering|what text from|which text loaded|text loaded|what knowledge|answering from|answers from what"
        "|what answers from|answer from what|you quote|you quoting|quoting from|text use|text you using|what based on|based on what|your source|your sources|which TEXT talking about|what TEXT talking|talking about text|text discuss|where answers from|where get answers|get information|information from|knowledge base"
        " + you your we server loaded answering answer answers quoting talking speaking discussing read reading using use used served bot exactly precisely in document material again even supposed",
    },
)

SPANISH = Lexicon(
    text="esto este esta ese eso texto ensayo articulo escrito obra libro pagina documento relato lectura",
    author="autor autora escritor escritora",
    beside="""
    el la los las un una unos de del al en a por para con y o que es son fue era ser sido esta este
    esto lo le se me te nos hay ha han yo tu su sus mi cual cuales quien quienes cuando donde como
    cuanto cuanta cuantos cuantas porque favor gracias hola oye dime decir puedo puede podria podrias
    saber quiero quisiera tiene tengo original originalmente exactamente aqui ya muy mas
    """,
    asked={
        Fact.QUOTED: "quien citado|quien citada|cita quien|quienes citados|a quien cita|fuentes|referencias|bibliografia|cita alguien|quien cita|citan",
        Fact.CITATION: "citar|cito como|cito|como cita apa|apa|mla|chicago|harvard|bibtex|referencia como formato estilo",
        Fact.OTHER_WORKS: "otros AUTHOR|otras AUTHOR|otros textos|otras obras|otros libros|otros ensayos|mas AUTHOR escrito|escrito algo mas AUTHOR otra cosa",
        Fact.NOT_GIVEN: "audiolibro|precio|cuesta|isbn|editorial|comentarios|secuela|segunda parte|comprar|traductor|tradujo|edicion|fotos|imagenes",
        Fact.LANGUAGE: "idioma|lengua|traduccion|traducido|traducciones|escrito ingles espanol",
        Fact.UPDATED: "actualizado|actualizo|actualizacion|modificado|revisado|editado|cambiado|ultima version|ultima vez",
        Fact.LICENCE: "licencia|copyright|derechos|copiar|puedo copiar|compartir|reproducir|imprimir|permitido|permiso|publicar en|usar TEXT|dominio publico mi blog web sitio servidor",
        Fact.SOURCE: "fuente|origen|enlace|url|donde publico|donde publicado|donde encuentro|donde encontrar|donde leer|de donde|donde original|sale revista",
        Fact.PUBLISHED: "cuando publicado|cuando publico|cuando escrito|cuando escribio|cuando escribieron|fecha|ano|publicacion|publicado|que ano|cuando salio|antiguo",
        Fact.PERSON: "AUTHOR hombre|AUTHOR mujer|AUTHOR anos|AUTHOR vive|AUTHOR nacio|AUTHOR profesion|AUTHOR trabaja|AUTHOR psicologo|AUTHOR psicologa|AUTHOR terapeuta|AUTHOR estudio|AUTHOR edad|sobre AUTHOR|contactar AUTHOR|AUTHOR vivo|AUTHOR doctor o",
        Fact.AUTHOR: "de quien|quien es de|"
        "quien escribio|quien escrito|quien AUTHOR|AUTHOR|AUTHOR nombre|quien hizo|de quien TEXT|escrito por|nombre AUTHOR llama",
        Fact.TITLE: "titulo|llama TEXT|nombre TEXT|titula",
        Fact.LENGTH: "cuanto leer|cuanto tarda|tiempo leer|minutos leer|palabras|parrafos|"
        "cuantas palabras|cuantos parrafos|cuantas paginas|cuantas frases|cuantos minutos|cuanto tiempo|longitud|largo|larga|cuanto tarda|cuanto dura|tardo leer leerlo se lleva toma lectura minutos",
        Fact.SUBJECT: "de que trata|que trata|trata|tema|temas|resumen|resumir|resume|resumeme|resumelo|idea principal|ideas principales|puntos clave|que preguntar|preguntar|preguntarte|sobre que TEXT principal|habla TEXT|va TEXT de que",
        Fact.IDENTITY: "que TEXT|que es esto|cual texto|que texto|que leyendo estoy|que texto usas|de que texto respondes",
    },
)

GERMAN = Lexicon(
    text="das dies dieser diesem diesen dieses es text texts textes texten essay essays aufsatz artikel artikels buch werk beitrag geschichte seite stuck",
    author="autor autorin autors verfasser verfasserin schriftsteller schriftstellerin schreiber",
    beside="""
    der die das den dem des ein eine einen einem einer von vom in im auf aus zu zum zur fur mit und
    oder ist sind war waren wird wurde worden sein hat haben habe er sie es ich du wir ihr sein seine
    ihre mir mich uns dir man wer wen wem wessen was wann wo woher wie welche welcher welches welchem
    wieviel wieviele viel viele denn eigentlich bitte danke hallo mal hier dieser dieses diesen
    diesem da kann konnen konnte darf durfen mochte will weiss sag sagen gibt es noch ganz genau
    ursprunglich zuletzt lange lang
    """,
    asked={
        Fact.QUOTED: "wer zitiert|wen zitiert|zitiert jemanden|wird zitiert|quellen|literaturverzeichnis|zitate|quellenangaben welche",
        Fact.CITATION: "zitiere|zitieren|zitierweise|apa|mla|chicago|harvard|bibtex|quellenangabe wie stil format richtig korrekt",
        Fact.OTHER_WORKS: "andere texte|andere bucher|andere werke|weitere texte|weitere werke|weitere bucher|noch AUTHOR geschrieben|sonst AUTHOR geschrieben|anderes geschrieben AUTHOR etwas mehr",
        Fact.NOT_GIVEN: "horbuch|preis|kostet|isbn|verlag|kommentare|fortsetzung|zweiter teil|kaufen|ubersetzer|ubersetzt wer|auflage|bilder|fotos",
        Fact.LANGUAGE: "sprache|ubersetzung|ubersetzt|ubersetzungen|deutsch TEXT|englisch TEXT auf",
        Fact.UPDATED: "aktualisiert|uberarbeitet|geandert|bearbeitet|letzte version|aktualisierung|neueste version|letzte anderung",
        Fact.LICENCE: "lizenz|copyright|urheberrecht|rechte|kopieren|teilen|abdrucken|drucken|weitergeben|verwenden|darf nutzen|benutzen|erlaubt|gemeinfrei|veroffentlichen darf meinem blog webseite server",
        Fact.SOURCE: "quelle|woher|stammt|link|url|wo veroffentlicht|wo erschienen|wo finde|wo lesen|original|wo steht|kommt zeitschrift",
        Fact.PUBLISHED: "wann geschrieben|wann veroffentlicht|wann erschienen|wann entstanden|wann publiziert|datum|jahr|erscheinungsjahr|veroffentlicht|wie alt TEXT|erschien",
        Fact.PERSON: "AUTHOR mann|AUTHOR frau|AUTHOR alt|AUTHOR lebt|AUTHOR geboren|AUTHOR beruf|AUTHOR arbeitet|AUTHOR psychologe|AUTHOR psychologin|AUTHOR therapeut|AUTHOR therapeutin|AUTHOR studiert|uber AUTHOR|AUTHOR kontaktieren|AUTHOR qualifiziert|AUTHOR arzt wohnt",
        Fact.AUTHOR: "wer geschrieben|wer schrieb|wer AUTHOR|AUTHOR|von wem|wer verfasst|name AUTHOR|wie heisst AUTHOR|wer hat TEXT verfasst|geschrieben von stammt",
        Fact.TITLE: "titel|heisst TEXT|heißt TEXT|name TEXT|uberschrift|wie heisst",
        Fact.LENGTH: "wie viele|zeit lesen|minuten|worter|absatze|kurz|lesedauer|"
        "wie lang|lang TEXT|lange lesen|wie lange|wie viele worter|wie viel worter|wie viele absatze|viele seiten|viele satze|viele minuten|lange dauert|lange brauche|lesezeit|lange liest|anzahl worter|umfang wortzahl lesen zum",
        Fact.SUBJECT: "worum geht|worum|wovon handelt|handelt|thema|themen|zusammenfassung|zusammenfassen|fass|fasse|kurzfassung|hauptaussage|kernaussage|inhalt|uberblick|was kann fragen|fragen|geht zusammen",
        Fact.IDENTITY: "was TEXT|was ist das|welcher text|welchen text|was fur TEXT|aus welchem text|welchem text antwortest|was lese|grundlage zitierst",
    },
)

FRENCH = Lexicon(
    text="ce cet cette ca cela ceci texte essai article livre oeuvre ouvrage page document ecrit recit",
    author="auteur auteure autrice ecrivain ecrivaine",
    beside="""
    le la les l un une des de du d au aux a en dans pour par sur avec et ou est es sont etait ete etre
    a ont avait il elle ils je j tu on nous vous me m te se s son sa ses mon ma mes leur y que qu qui
    quoi quel quelle quels quelles quand ou comment combien c ce n ne pas est ce t svp stp plait
    merci bonjour salut dis dire peux peut puis pourrait pouvez veux savoir connaitre exactement
    ici tout deja plus premier premiere fois derniere dernier vraiment origine
    """,
    asked={
        Fact.QUOTED: "qui cite|cite qui|quelqu un cite|sources|references|bibliographie|citations|qui citee auteurs cites",
        Fact.CITATION: "citer|cite comment|citation|apa|mla|chicago|harvard|bibtex|reference comment style format",
        Fact.OTHER_WORKS: "autres textes|autres livres|autres oeuvres|autres essais|autre chose AUTHOR|autres AUTHOR ecrit",
        Fact.NOT_GIVEN: "livre audio|prix|coute|isbn|editeur|maison edition|commentaires|suite|deuxieme partie|acheter|traducteur|traduit qui|edition|images|photos",
        Fact.LANGUAGE: "langue|traduction|traduit|traductions|francais TEXT|anglais TEXT",
        Fact.UPDATED: "jour mis|mise jour|modifie|revise|actualise|derniere version|corrige|mis a jour",
        Fact.LICENCE: "licence|copyright|droits|droit|copier|partager|reproduire|imprimer|autorise|permission|utiliser TEXT|republier|domaine public mon blog site serveur auteur",
        Fact.SOURCE: "source|origine|lien|url|ou publie|ou trouver|ou lire|d ou vient|vient|original|ou paru revue tire",
        Fact.PUBLISHED: "quand ecrit|quand publie|quand paru|quand sorti|date|annee|publication|publie|paru|quel age TEXT",
        Fact.PERSON: "AUTHOR homme|AUTHOR femme|AUTHOR age|AUTHOR vit|AUTHOR ne|AUTHOR nee|AUTHOR metier|AUTHOR profession|AUTHOR psychologue|AUTHOR therapeute|AUTHOR etudes|sur AUTHOR|contacter AUTHOR|AUTHOR vivant|AUTHOR qualifie|AUTHOR medecin",
        Fact.AUTHOR: "qui ecrit|qui AUTHOR|AUTHOR|qui a redige|de qui|nom AUTHOR|ecrit par|appelle AUTHOR|qui redige s",
        Fact.TITLE: "titre|appelle TEXT|nom TEXT|intitule|s appelle",
        Fact.LENGTH: "combien temps|combien lire|temps lire|mots|paragraphes|court|minutes|"
        "combien mots|combien paragraphes|combien pages|combien phrases|combien temps|combien minutes|longueur|long TEXT|duree|temps lecture|nombre mots|nombre pages|faut lire prend met pour + il y a t",
        Fact.SUBJECT: "parle TEXT|de quoi parle|quoi s agit|agit|sujet|sujets|theme|themes|resume|resumer|idee principale|idees principales|points cles|poser questions|questions poser|demander|fais moi quoi traite",
        Fact.IDENTITY: "quoi TEXT|c est quoi|quel texte|quel TEXT|qu est TEXT|quel texte reponds|quel texte utilises|que lis lire suis train",
    },
)

PORTUGUESE = Lexicon(
    text="isto isso este esta esse essa texto ensaio artigo livro obra pagina documento escrito leitura",
    author="autor autora escritor escritora",
    beside="""
    o a os as um uma de do da dos das no na nos nas em ao por para pra pelo com e ou que e sao foi
    era ser sido este esta isto isso se me te nos ha tem tenho eu tu voce ele ela seu sua meu minha
    qual quais quem quando onde como quanto quanta quantos quantas favor obrigado obrigada ola oi
    diga dizer posso pode poderia quero queria saber originalmente exatamente aqui ja muito mais
    ultima ultimo vez mesmo
    """,
    asked={
        Fact.QUOTED: "quem citado|quem citada|cita quem|quem sao citados|cita alguem|fontes|referencias|bibliografia|quem cita|citados",
        Fact.CITATION: "citar|cito como|cito|apa|mla|chicago|harvard|bibtex|abnt|referencia como formato estilo citacao",
        Fact.OTHER_WORKS: "outros textos|outras obras|outros livros|outros ensaios|mais AUTHOR escreveu|outra coisa AUTHOR escreveu algo",
        Fact.NOT_GIVEN: "audiolivro|preco|custa|isbn|editora|comentarios|continuacao|segunda parte|comprar|tradutor|traduziu|edicao|fotos|imagens",
        Fact.LANGUAGE: "idioma|lingua|traducao|traduzido|traducoes",
        Fact.UPDATED: "atualizado|atualizacao|modificado|revisado|revisto|editado|alterado|ultima versao",
        Fact.LICENCE: "licenca|copyright|direitos|copiar|partilhar|compartilhar|reproduzir|imprimir|permitido|permissao|usar TEXT|republicar|dominio publico meu blog site servidor",
        Fact.SOURCE: "fonte|origem|link|url|onde publicado|onde encontro|onde encontrar|onde ler|de onde|vem|original revista",
        Fact.PUBLISHED: "quando publicado|quando escrito|quando escreveu|quando saiu|data|ano|publicacao|publicado|que ano|antigo",
        Fact.PERSON: "AUTHOR homem|AUTHOR mulher|AUTHOR idade|AUTHOR anos|AUTHOR vive|AUTHOR mora|AUTHOR nasceu|AUTHOR profissao|AUTHOR trabalha|AUTHOR psicologo|AUTHOR psicologa|AUTHOR terapeuta|AUTHOR estudou|sobre AUTHOR|contatar AUTHOR|AUTHOR vivo|AUTHOR medico",
        Fact.AUTHOR: "quem escreveu|quem escrito|quem AUTHOR|AUTHOR|nome AUTHOR|quem fez|de quem|escrito por",
        Fact.TITLE: "titulo|chama TEXT|nome TEXT|intitulado",
        Fact.LENGTH: "quanto tempo|tempo ler|minutos|palavras|paragrafos|curto|quanto leva|"
        "quantas palavras|quantos paragrafos|quantas paginas|quantas frases|quantos minutos|quanto tempo|comprimento|longo|longa|extenso|tamanho|demora ler leva leitura",
        Fact.SUBJECT: "sobre que|que trata|trata|tema|temas|assunto|resumo|resumir|resume|resuma|ideia principal|ideias principais|pontos principais|perguntar|fala TEXT|o que posso",
        Fact.IDENTITY: "que TEXT|que e isto|que e isso|qual texto|que texto|texto responde|texto usa lendo estou",
    },
)
