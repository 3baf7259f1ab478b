"""A key by which one name is known in many scripts: its consonants, in classes that survive transcription.

Kristersson, Кристерссон, كريسترسون and 克里斯特松 share their first classes. After the idea of Soundex (Russell 1918), with the
classes of sounds that transcription into Arabic, Chinese, Korean and Thai does not keep apart laid together. Written by us.
"""

import re
from functools import lru_cache
from typing import Final

from chancery.common.text import fold

LENGTH: Final = 5  # classes kept: transcriptions differ at the end, where each language puts its own endings
SHORTEST: Final = 3  # classes below which too many names share a key

_CYRILLIC = dict(zip("бвгґджзйклмнпрстфхцчшщђѓќћљњџ", "pfkktss.krmnprstfkssssskksrns", strict=True))
_GREEK = dict(zip("βγδζθκλμνξπρστφχψς", "fktstkrmnsprstfkss", strict=True))
_ARABIC = dict(zip("بپتثجچحخدذرزژسشصضطظغفقكگلمنڤ", "ppttss.kttrsssssttskfkkkrmnf", strict=True))
_HEBREW = dict(zip("בגדזטכלמנסעפצקרשתךםןףץ", "pktstkrmns.pskrstkmnps", strict=True))
_GEORGIAN = dict(zip("ბგდვზთკლმნპჟრსტფქღყშჩცძწჭხჯ", "pktfstkrmnpsrstpkkkssssssks", strict=True))
_INDIC = dict(zip("कखगघचछजझटठडढतथदधनणपफबभमरलळवशषस", "kkkkssssttttttttnnppppmrrrfsss", strict=True))
_THAI = dict(
    zip(
        "กขคฆจฉชซฌฎฏฐฑฒดตถทธนณบปผฝพฟภมรลศษสฬ",
        "kkkksssssttttttttttnnpppfpfpmrrsssr",
        strict=True,
    )
)
_HANGUL_FIRST: Final = "kknttrmppss.sssktp."
_HANGUL_LAST: Final = ".kkknnntrkmprrrrmppssnssktp."
_HAN: Final = {
    sign: classes
    for classes, signs in {
        "p": "巴贝貝比彼别布佩皮普帕波伯博保鲍拜白柏",
        "pn": "本班邦",
        "pr": "宾賓",
        "f": "夫弗费費菲佛福法维維瓦沃威韦韋华華",
        "fn": "文万萬温",
        "t": "特德达達迪蒂第塔泰杜多托图圖铁丁大代戴",
        "tn": "丹坦顿頓登敦廷东",
        "k": "克科可卡基柯格戈加古库庫凯凱奇哈赫霍胡",
        "kn": "肯坎根冈岡汉漢亨洪",
        "r": "尔爾勒拉里利列莱萊鲁魯罗羅洛路雷瑞隆",
        "rn": "伦倫兰蘭林仑龙",
        "m": "马馬玛瑪米莫默穆姆梅麦麥",
        "mn": "曼蒙门門",
        "n": "纳納尼诺諾内內努恩",
        "s": "斯思丝絲萨薩塞西希茨兹茲扎佐祖索苏蘇什施舒沙谢謝夏切查乔喬朱杰傑季吉",
        "sn": "森松申顺珍坚詹辛桑",
        ".": "阿埃艾安奥奧欧歐伊乌烏亚亞耶尤厄",
    }.items()
    for sign in signs
}
_OTHER: Final = _CYRILLIC | _GREEK | _ARABIC | _HEBREW | _GEORGIAN | _INDIC | _THAI
_LATIN: Final = (
    (re.compile("tsch|tch|sch|sh|ch|zh|cz|sz|dz|dj|ts|tz|[szjxç]|c(?=[eiy])"), "s"),
    (re.compile("ph|[fvw]"), "f"),
    (re.compile("th|dh|[td]"), "t"),
    (re.compile("kh|gh|ck|[kgqc]"), "k"),
    (re.compile("[bp]"), "p"),
    (re.compile("[lr]"), "r"),
)
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f]+[^\W\d_]*)*")
_HAN_NAME = re.compile("[" + "".join(_HAN) + "]{3,}")


def sound_keys(text: str, unnamed: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the keys of what may be names in `text`: capitalised words, words without capitals at all, Chinese transcriptions.

    `unnamed` are folded words that are no names.

    >>> sorted(sound_keys("Ulf Kristersson") & sound_keys("Ульф Кристерссон"))
    ['krstr']
    """
    return frozenset(named_sounds(text, unnamed))


def named_sounds(text: str, unnamed: frozenset[str] = frozenset()) -> dict[str, str]:
    """Return the names of `sound_keys` by their key, each as it is first written.

    >>> named_sounds("Ulf Kristersson")
    {'krstr': 'Kristersson'}
    """
    words = [word for word in _WORD.findall(text) if not word[0].islower() and fold(word) not in unnamed]
    found: dict[str, str] = {}
    for name in (*words, *_HAN_NAME.findall(text)):
        if key := sound_key(name):
            found.setdefault(key, name)
    return found


@lru_cache(maxsize=50_000)
def sound_key(word: str) -> str:
    """Return the classes of the first consonants of a word, "" where it has too few.

    >>> sound_key("Кристерссон"), sound_key("Truss"), sound_key("Oslo")
    ('krstr', 'trs', '')
    """
    sounds = _latin(fold(word)) if word[0] < "\u0250" else "".join(_class(sign) for sign in fold(word))
    plain = [sound for sound in sounds if sound in "pftkrmns"]
    levelled = "".join(sound for place, sound in enumerate(plain) if place == 0 or sound != plain[place - 1])
    return levelled[:LENGTH] if len(levelled) >= SHORTEST else ""


def _latin(word: str) -> str:
    """Return a folded Latin word with its consonants as classes; capitals protect what is already decided."""
    for pattern, sound in _LATIN:
        word = pattern.sub(sound.upper(), word)
    return word.lower()


def _class(sign: str) -> str:
    if "가" <= sign <= "힣":
        first, rest = divmod(ord(sign) - 0xAC00, 588)
        return _HANGUL_FIRST[first] + _HANGUL_LAST[rest % 28]
    return _OTHER.get(sign) or _HAN.get(sign, ".")
