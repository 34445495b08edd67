"""Texts and questions of every kind, for hypothesis."""

from hypothesis import strategies as st

FRAGMENTS = (
    *(
        "attunement",
        "the river",
        "what",
        "why",
        "b4",
        "wat",
        "U.S.",
        "Dr.",
        "e.g.",
        "(Smith 1998).",
    ),
    *("felt", "world view", "don't", "don’t", "“quoted.”", "naïve", "1,000", "3.14", "1990s"),
    *("**bold**", "`code`", "```py\nx = 1\n```", "# Heading\n", "\n- item", "[link](http://a.b/c)"),
    *("<@123456>", "<#42>", "<@&7>", "<:wave:123>", "<a:dance:9>", "<t:1700000000:R>"),
    *("@everyone", "@here", "https://example.org/?q=1", "||spoiler||", "> quote\n"),
    *(
        "🙂",
        "👩🏽‍🚀",
        "🇫🇷",
        "日本語。",
        "これは文です。",
        "Привет.",
        "مرحبا؟",
        "हिन्दी।",
        "ß",
        "İ",
        "ŉ",
    ),
    *("\x00", "\x1b[31m", "\u200b", "\u202e", "\ufeff", "\r\n", "\n\n", "\t", "\u0301", "½", "²"),
    *("?", "!", ".", "...", "…", ":", "'", '"', "(", "]", "%", "\\", "{}", "$"),
)

written = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map(" ".join)
"""What people and machines type, in any order."""

any_text = st.one_of(
    written,
    st.text(max_size=200),
    st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join),
    st.sampled_from(FRAGMENTS).map(lambda fragment: (fragment * 4000)[:4000]),
    st.text(min_size=1, max_size=8).map(lambda piece: (piece * 4000)[:4000]),
)
"""Any text at all, up to the length of the longest message."""

_WORDS = (
    "river bank ferryman water hill winter stone bridge lantern baker bread oven village morning "
    "worldview attuned therapist felt children listening trust 1998 Elbe Martha"
).split()

sentences = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(
    lambda said: " ".join(said).capitalize() + "."
)
paragraphs = st.one_of(st.lists(sentences, min_size=1, max_size=4).map(" ".join), any_text)
questions = st.one_of(
    any_text,
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(
        lambda said: f"what {' '.join(said)}?"
    ),
)
"""Questions of which about half share words with `paragraphs`."""
