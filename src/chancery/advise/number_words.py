"""Words for numbers and scales, by language. Written by us; scales follow each language's own usage."""

_SCALES_BY_VALUE = {
    1e2: "hundred 百",
    1e3: "thousand k mille mil mila nghìn ngàn тысяч тысячи тысяча тысячам тыс тыс. тис тис. тисяч ألف آلاف ألفا الف "
    "tausend ribu พัน 千 천 हज़ार हजार হাজার هزار",
    1e4: "หมื่น 万 萬 만",
    1e5: "lakh lakhs lac แสน लाख লাখ লক্ষ",
    1e6: "million millions mn m millón millones milhão milhões milione milioni millionen triệu млн миллион миллиона миллионов "
    "миллионам мільйон мільйонів مليون ملايين مليونا میلیون juta ล้าน",
    1e7: "crore crores करोड़ কোটি",
    1e8: "亿 億 억",
    1e9: "billion bn milliard milliards milliarde milliarden miliardo miliardi tỷ tỉ млрд миллиард миллиарда миллиардов мільярд "
    "мільярдів مليار مليارات بليون میلیارد miliar bilhão bilhões",
    1e12: "trillion trillions tn 兆 трлн триллион триллиона триллионов تريليون تريليونات triliun trilhão trilhões billones billón "
    "billionen",
}
SCALES = {word: value for value, words in _SCALES_BY_VALUE.items() for word in words.split()}

LONG_SCALE = frozenset({"de", "fr", "es", "it", "nl", "pl", "cs", "sv", "da", "no"})
LONG_SCALES = {"billion": 1e12, "billions": 1e12, "billione": 1e12}
"""A billion is a million millions in the languages of LONG_SCALE (Petit Robert, Duden, DLE)."""

TIGHT = frozenset({"k", "m"})
"""A scale only where they touch the number; "m" only after a sign of money, else it is a metre."""

FRACTIONS = {
    "half a": 0.5, "half": 0.5, "quarter of a": 0.25, "demi": 0.5, "un quart de": 0.25, "medio": 0.5, "nửa": 0.5, "пол": 0.5,
    "четверть": 0.25, "نصف": 0.5, "ربع": 0.25, "半": 0.5, "halbe": 0.5, "eine halbe": 0.5, "meio": 0.5, "mezzo": 0.5,
}  # fmt: skip
"""Part of the scale that follows: "half a million", "ربع مليون"."""

ONE = frozenset("a an one un une una uno um uma một eine einer один одна одно واحد".split())
"""An article as often as a number: counted only with a scale, a hundred or another number word."""

CONNECTORS = {"en": {"and"}, "fr": {"et"}, "es": {"y"}, "pt": {"e"}, "vi": {"linh", "lẻ"}}

_UNITS = {  # two to nineteen, then twenty to ninety by tens; "-" where the language writes it in several words or we leave it out
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize - - - "
    "vingt trente quarante cinquante soixante - - -",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve "
    "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove "
    "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "it": "due tre quattro cinque - sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto "
    "diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn "
    "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "vi": "hai ba bốn năm sáu bảy tám chín mười - - - - - - - - - - - - - - - - -",
    "ru": "два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать "
    "семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "uk": "два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять "
    "шістнадцять сімнадцять вісімнадцять дев'ятнадцять двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
    "ar": "اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة - - - - - - - - - عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون",
}
_VALUES = (*range(2, 20), *range(20, 100, 10))
_FURTHER = {
    "en": {"thirties": 0},
    "fr": {"vingts": 20, "cents": 0, "septante": 70, "huitante": 80, "nonante": 90},
    "es": {f"veinti{word}": 20 + n for n, word in enumerate("uno dós trés cuatro cinco séis siete ocho nueve".split(), 1)}
    | {"veintiún": 21, "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300}
    | {"cuatrocientos": 400, "quinientos": 500, "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900},
    "pt": {"duas": 2, "catorze": 14, "dezasseis": 16, "dezassete": 17, "dezanove": 19, "duzentos": 200, "trezentos": 300},
    "de": {
        f"{unit}und{ten}": n + t
        for n, unit in enumerate("ein zwei drei vier fünf sechs sieben acht neun".split(), 1)
        for t, ten in zip(range(20, 100, 10), "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), strict=True)
    },
    "vi": {"mốt": 1, "lăm": 5, "tư": 4},
    "ru": {
        "две": 2, "двух": 2, "двум": 2, "двумя": 2, "двое": 2, "трёх": 3, "трех": 3, "трём": 3, "трем": 3, "тремя": 3, "трое": 3,
        "четырёх": 4, "четырех": 4, "четырём": 4, "четверо": 4, "пятеро": 5, "восьми": 8, "сорока": 40, "пятидесяти": 50,
        "сто": 100, "ста": 100, "двести": 200, "двухсот": 200, "триста": 300, "трёхсот": 300, "четыреста": 400, "пятьсот": 500,
        "шестьсот": 600, "семьсот": 700, "восемьсот": 800, "девятьсот": 900,
    },
    "uk": {"дві": 2, "двох": 2, "трьох": 3, "сто": 100, "двісті": 200},
    "ar": {
        "اثنين": 2, "اثنتان": 2, "اثنتين": 2, "ثلاث": 3, "أربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثماني": 8, "ثمان": 8, "تسع": 9,
        "عشر": 10, "عشرين": 20, "ثلاثين": 30, "أربعين": 40, "خمسين": 50, "ستين": 60, "سبعين": 70, "ثمانين": 80, "تسعين": 90,
        "مئتان": 200, "مئتين": 200, "مئتا": 200, "ثلاثمئة": 300, "أربعمئة": 400, "خمسمئة": 500,
    },
}  # fmt: skip
_TIMES = {
    "en": {"hundred": 100, "dozen": 12},
    "fr": {"cent": 100, "cents": 100, "douzaine": 12},
    "es": {"cien": 100, "docena": 12},
    "pt": {"cem": 100, "dúzia": 12},
    "it": {"cento": 100},
    "de": {"hundert": 100, "dutzend": 12},
    "vi": {"mươi": 10, "trăm": 100, "tá": 12},
    "ru": {"сотни": 100, "десятка": 10, "дюжина": 12},
    "ar": {"مئة": 100, "مائة": 100},
}
ALONE_IS_NO_NUMBER = {"vi": {"năm", "mốt", "lăm", "tư", "tá"}, "fr": {"neuf"}, "ru": {"сотни", "десятка"}, "en": {"thirties"}}
"""Words that stand for something else when they stand alone: year, after tomorrow, private, new, dozens of."""


def _with_oblique(words: dict[str, int]) -> dict[str, int]:
    """Add the cases of Russian numerals on -ь: пяти, пятью, двенадцати, двенадцатью."""
    return words | {word[:-1] + end: value for word, value in words.items() if word.endswith("ь") for end in ("и", "ью")}


def _added(language: str) -> dict[str, int]:
    words = {word: value for word, value in zip(_UNITS[language].split(), _VALUES, strict=True) if word != "-"}
    words |= {word: value for word, value in _FURTHER.get(language, {}).items() if value}
    return _with_oblique(words) if language == "ru" else words


ADDED = {language: _added(language) for language in _UNITS}
"""What a word adds, by language."""
TIMES = {language: dict(words) for language, words in _TIMES.items()}
"""What a word multiplies the number before it by, by language."""

_SAFE = ("en", "es", "ru", "ar", "de")
ADDED[""] = {
    word: value for language in _SAFE for word, value in ADDED[language].items() if word not in ("once", "tres", "elf", "acht")
} | {"deux": 2, "trois": 3, "douze": 12, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "hai": 2}
TIMES[""] = TIMES["en"] | {"mươi": 10, "trăm": 100}
"""Where the language is not known: words that mean nothing else in the languages we know."""

HAN = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
HAN_TIMES = {"十": 10, "百": 100, "千": 1000}

ORDINALS = {
    word: value
    for words in (
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième",
        "segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo",
        "второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый",
        "الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر - -",
    )
    for value, word in enumerate(words.split(), 2)
    if word != "-"
} | {"first": 1, "première": 1, "premier": 1, "primero": 1, "primer": 1, "первый": 1, "الأول": 1}
"""Ordinals a statement may write in digits ("3rd"): read in sources only."""
