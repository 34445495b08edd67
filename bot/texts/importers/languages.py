"""In which language a text is written."""

import re
from collections import Counter

_WORDS = {
    "en": "the and of to in that was his with for not but which had this from they were have is it he she you be as on are or we",
    "es": "el que los las una por con para como pero más del al su lo se está muy sobre la de en y un es no le sus ni ha son",
    "fr": "le les des une est que dans pour qui sur pas avec ce il elle nous vous mais aux la de du et en un ils à au se je où très son",
    "de": "der die und das nicht ein eine ist zu den mit sich auf dem von wir auch wie aber es er sie ich im für war sind was des",
    "it": "il che della di non una per gli sono con nel alla anche come più ma questo è dei la un le in si lo del da al ha",
    "pt": "que não uma os do da em para com por mais mas como dos ao ele seu foi também o a e de um no na se as à é das",
    "nl": "het een van en dat niet zijn op met voor die ik aan maar ook hij te wordt naar de is in er als je was om bij",
    "sv": "och att det som en på är av för med den till inte om ett han jag var hade",
    "da": "og at det er en til på som af den med for ikke der var jeg han et blev",
    "no": "og det som er en på til av for med at ikke den jeg var han et ble seg",
    "fi": "ja on ei se että hän oli mutta kun niin mitä kuin myös ovat tai sen minä",
    "pl": "i w nie się na że z do to jest jak ale po co tak od za przez był",
    "cs": "a se v na je že to s z do jako ale by jsem který za jeho není byl",
    "hu": "a az és hogy nem is egy ez de volt csak meg mint azt ha már van el",
    "ro": "și de în la nu pe un o cu care din mai ca este sau dar pentru fost",
    "tr": "ve bir bu da de için ile çok ne daha gibi ama kadar değil var olan ben",
    "ca": "el la els les que i no una per amb com més del és però aquest seva molt",
    "la": "et in est non ad ut cum quod sed qui ex si quae enim ab hoc nec esse",
    "id": "yang dan di dengan untuk tidak ini dari itu pada adalah ke dalam akan kami saya",
    "vi": "và của là không có được một những cho trong người này với các đã khi",
    "ru": "и в не на что с он как я это но его по к все так она из у было",
    "uk": "і в не на що з він як я це але його та до все так вона із було є",
    "bg": "и на да се в не за от че по това си е с но като му са ще",
}  # fmt: skip
_SCRIPTS = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7af]"),
    ("zh", "[\u4e00-\u9fff]"),
    ("el", "[\u0370-\u03ff\u1f00-\u1fff]"),
    ("he", "[\u0590-\u05ff]"),
    ("fa", "[پچژگ]"),
    ("ar", "[\u0600-\u06ff]"),
    ("hi", "[\u0900-\u097f]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("hy", "[\u0530-\u058f]"),
    ("ka", "[\u10a0-\u10ff]"),
)
_NAMES = {
    "english": "en",
    "spanish": "es",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "swedish": "sv",
    "danish": "da",
    "norwegian": "no",
    "finnish": "fi",
    "polish": "pl",
    "czech": "cs",
    "hungarian": "hu",
    "romanian": "ro",
    "turkish": "tr",
    "catalan": "ca",
    "latin": "la",
    "indonesian": "id",
    "vietnamese": "vi",
    "russian": "ru",
    "ukrainian": "uk",
    "bulgarian": "bg",
    "japanese": "ja",
    "korean": "ko",
    "chinese": "zh",
    "greek": "el",
    "hebrew": "he",
    "persian": "fa",
    "arabic": "ar",
    "hindi": "hi",
    "thai": "th",
}
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_LEAST_HITS = 3
_MOST = 200_000  # characters that are looked at


def language_of(text: str) -> str | None:
    """The code of the language that `text` is written in; None where nothing speaks for one."""
    text = text[:_MOST].casefold()
    letters = sum(map(str.isalpha, text))
    for code, signs in _SCRIPTS:
        share = 0.01 if code == "fa" else 0.1 if code == "ja" else 0.3
        if letters and len(re.findall(signs, text)) > share * letters:
            return code
    counts = Counter(re.findall(r"[^\W\d_]+", text))
    scores = {code: sum(counts[word] for word in words.split()) for code, words in _WORDS.items()}
    best = max(scores, key=scores.__getitem__)
    enough = max(_LEAST_HITS, 0.05 * sum(counts.values()))
    return best if scores[best] >= enough else None


def language_called(name: str | None) -> str | None:
    """The code of the language that a file calls `name` ("English", "en-GB"); None if unknown."""
    name = (name or "").strip()
    if named := _NAMES.get(name.casefold()):
        return named
    code = _CODE.fullmatch(name)
    return code[1].lower() if code and code[1].lower() not in ("und", "zxx", "mul") else None


def language_name(code: str | None) -> str:
    """How a language is called in English, or its code."""
    names = {known: name.capitalize() for name, known in _NAMES.items()}
    return names.get(code or "", code or "unknown")
