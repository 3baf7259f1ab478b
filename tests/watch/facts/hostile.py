"""Articles that nobody should send, and somebody will."""

from typing import Any

SAYS = "Kenya expels the ambassador of France, and the minister said: “We shall never again be insulted.” He gave 12 days."
HOSTILE: dict[str, dict[str, Any]] = {
    "no known language": {"title": "Xqzw vbrk jjt wqxz pfff", "text": "Zxqv wkrt bbbq jxzz. " * 30},
    "mixed scripts": {
        "title": "Kenya 日本 Россия مصر भारत ไทย 한국",
        "text": "Кenya says 日本は ภาษา العربية “да” 12 人. " * 20,
    },
    "one word": {"title": "War"},
    "no title": {"title": ""},
    "nothing but space": {"title": " \u00a0\u2003", "text": "\n\n\t"},
    "far future": {"title": "Kenya pledged to pay Peru by 1 March 9999", "published": "9990-12-31"},
    "far past": {"title": "Kenya", "text": "NAIROBI, 29 February (Agency) - Kenya said.", "published": "0009-01-01"},
    "marks of direction": {"title": "\u200f\u202eKenya\u202c \u2067expels\u2069 France\u200f", "text": "\u200e\u200f" * 500},
    "lone surrogates": {"title": "Kenya \ud800 expels \udfff France", "text": "\udc00" * 50 + SAYS},
    "one sign": {"title": "Kenya", "text": "a" * 2_000_000},
    "one Han sign": {"title": "日", "text": "日" * 700_000},
    "one accent": {"title": "\u0301", "text": "\u0301" * 1_000_000},
    "only quotes": {"title": "““““””””", "text": "“\"”«»'’‘" * 3000},
    "quotes never closed": {"title": "Kenya", "text": "“" * 20_000},
    "ten thousand digits": {"title": "1" * 400, "text": "1" * 10_000},
    "NUL and controls": {"title": "Ken\x00ya \x1b[31m expels \x7f", "text": "\x00" * 1000 + SAYS},
    "only names": {"title": "Kenya", "text": "Kenya, Peru, France, " * 1000},
    "a wrong language": {"title": SAYS, "text": SAYS, "lang": "ja"},
    "no such language": {"title": "Kenya", "lang": "zz-ZZ"},
    "a path for a language": {"title": "Kenya", "lang": "../../etc"},
    "a long language": {"title": "Kenya", "lang": "x" * 10_000},
}
