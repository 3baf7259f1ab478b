"""Words for numbers and scales, by language. Written by us; scales follow each language's own usage."""

_SCALE_WORDS = """
1e2 hundred 百
1e3 thousand k mille mil mila tausend ribu nghìn ngàn
1e3 тысяч тысячи тысяча тысячам тыс тыс. тис тис. тисяч
1e3 ألف آلاف ألفا الف هزار พัน 千 천 हज़ार हजार হাজার
1e4 หมื่น 万 萬 만
1e5 lakh lakhs lac แสน लाख লাখ লক্ষ
1e6 million millions mn m millón millones milhão milhões milione milioni millionen triệu juta ล้าน
1e6 млн миллион миллиона миллионов миллионам мільйон мільйонів مليون ملايين مليونا میلیون
1e7 crore crores करोड़ কোটি
1e8 亿 億 억
1e9 billion bn milliard milliards milliarde milliarden miliardo miliardi miliar bilhão bilhões tỷ tỉ
1e9 млрд миллиард миллиарда миллиардов мільярд мільярдів مليار مليارات بليون میلیارد
1e12 trillion trillions tn triliun trilhão trilhões billón billones billionen 兆
1e12 трлн триллион триллиона триллионов تريليون تريليونات
"""
SCALES = {word: float(value) for value, *words in map(str.split, _SCALE_WORDS.strip().splitlines()) for word in words}
"""What a word multiplies the number before it by."""

LONG_SCALE = frozenset({"de", "fr", "es", "it", "nl", "pl", "cs", "sv", "da", "no"})
LONG_SCALES = {"billion": 1e12, "billions": 1e12, "billione": 1e12}
"""A billion is a million millions in the languages of LONG_SCALE (Petit Robert, Duden, DLE)."""

TIGHT = frozenset({"k", "m"})
"""A scale only where they touch the number; "m" only after a sign of money, else it is a metre."""

_HALVES = ("half a", "half", "demi", "medio", "meio", "mezzo", "halbe", "eine halbe", "nửa", "пол", "نصف", "半")
_QUARTERS = ("quarter of a", "un quart de", "четверть", "ربع")
FRACTIONS = dict.fromkeys(_HALVES, 0.5) | dict.fromkeys(_QUARTERS, 0.25)
"""Part of the scale that follows: "half a million", "ربع مليون"."""

_ONE_WORDS = "a an one un une una uno um uma một eine einer один одна одно واحد"
ONE = frozenset(_ONE_WORDS.split())
"""An article as often as a number: counted only with a scale, a hundred or another number word."""

CONNECTORS = {"en": {"and"}, "fr": {"et"}, "es": {"y"}, "pt": {"e"}, "vi": {"linh", "lẻ"}}

_VALUES = (*range(2, 20), *range(20, 100, 10))
_UNITS = {
    "en": """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
        nineteen twenty thirty forty fifty sixty seventy eighty ninety""",
    "fr": """deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize - - -
        vingt trente quarante cinquante soixante - - -""",
    "es": """dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
        diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa""",
    "pt": """dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito
        dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa""",
    "it": """due tre quattro cinque - sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette
        diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta""",
    "de": """zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
        neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig""",
    "vi": "hai ba bốn năm sáu bảy tám chín mười - - - - - - - - - - - - - - - - -",
    "ru": """два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать
        шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят
        восемьдесят девяносто""",
    "uk": """два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять
        шістнадцять сімнадцять вісімнадцять дев'ятнадцять двадцять тридцять сорок п'ятдесят шістдесят сімдесят
        вісімдесят дев'яносто""",
    "ar": """اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة - - - - - - - - -
        عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون""",
}
"""Two to nineteen, then twenty to ninety by tens; "-" where a language writes it in several words, or the word means more."""

_FURTHER = {
    "fr": "vingts:20 septante:70 huitante:80 nonante:90",
    "es": """veintiuno:21 veintiún:21 veintidós:22 veintitrés:23 veinticuatro:24 veinticinco:25 veintiséis:26 veintisiete:27
        veintiocho:28 veintinueve:29 ciento:100 doscientos:200 doscientas:200 trescientos:300 trescientas:300 cuatrocientos:400
        quinientos:500 seiscientos:600 setecientos:700 ochocientos:800 novecientos:900""",
    "pt": "duas:2 catorze:14 dezasseis:16 dezassete:17 dezanove:19 duzentos:200 trezentos:300",
    "vi": "mốt:1 lăm:5 tư:4",
    "ru": """две:2 двух:2 двум:2 двумя:2 двое:2 трёх:3 трех:3 трём:3 трем:3 тремя:3 трое:3 четырёх:4 четырех:4 четырём:4
        четверо:4 пятеро:5 восьми:8 сорока:40 пятидесяти:50 сто:100 ста:100 двести:200 двухсот:200 триста:300 трёхсот:300
        четыреста:400 пятьсот:500 шестьсот:600 семьсот:700 восемьсот:800 девятьсот:900""",
    "uk": "дві:2 двох:2 трьох:3 сто:100 двісті:200",
    "ar": """اثنين:2 اثنتان:2 اثنتين:2 ثلاث:3 أربع:4 خمس:5 ست:6 سبع:7 ثماني:8 ثمان:8 تسع:9 عشر:10 عشرين:20 ثلاثين:30 أربعين:40
        خمسين:50 ستين:60 سبعين:70 ثمانين:80 تسعين:90 مئتان:200 مئتين:200 مئتا:200 ثلاثمئة:300 أربعمئة:400 خمسمئة:500""",
}
_TIMES = {
    "en": "hundred:100 dozen:12",
    "fr": "cent:100 cents:100 douzaine:12",
    "es": "cien:100 docena:12",
    "pt": "cem:100 dúzia:12",
    "it": "cento:100",
    "de": "hundert:100 dutzend:12",
    "vi": "mươi:10 trăm:100 tá:12",
    "ru": "сотни:100 десятка:10 дюжина:12",
    "ar": "مئة:100 مائة:100",
}
ALONE_IS_NO_NUMBER = {"vi": {"năm", "mốt", "lăm", "tư", "tá"}, "fr": {"neuf"}, "ru": {"сотни", "десятка"}}
"""Words that stand for something else when they stand alone: year, the day after tomorrow, private, new, hundreds of."""


def _pairs(written: str) -> dict[str, int]:
    return {word: int(value) for word, value in (pair.split(":") for pair in written.split())}


def _added(language: str) -> dict[str, int]:
    words = {word: value for word, value in zip(_UNITS[language].split(), _VALUES, strict=True) if word != "-"}
    return {**words, **_cases(words, language), **_pairs(_FURTHER.get(language, ""))}


def _cases(words: dict[str, int], language: str) -> dict[str, int]:
    """Return the forms that a rule makes: пяти, пятью of пять; einundzwanzig of zwanzig."""
    if language == "ru":
        return {word[:-1] + end: value for word, value in words.items() if word.endswith("ь") for end in ("и", "ью")}
    if language == "de":
        units, tens = {"ein": 1} | {w: n for w, n in words.items() if n < 10}, {w: n for w, n in words.items() if n >= 20}
        return {f"{unit}und{ten}": n + t for unit, n in units.items() for ten, t in tens.items()}
    return {}


ADDED = {language: _added(language) for language in _UNITS}
"""What a word adds, by language."""
TIMES = {language: _pairs(written) for language, written in _TIMES.items()}
"""What a word multiplies the number before it by, by language."""

_MEANS_MORE = frozenset({"once", "tres", "elf", "acht"})
ADDED[""] = {
    **{
        word: n for language in ("en", "es", "ru", "ar", "de") for word, n in ADDED[language].items() if word not in _MEANS_MORE
    },
    **_pairs("deux:2 trois:3 douze:12 hai:2 bốn:4 sáu:6 bảy:7 tám:8 chín:9 mười:10"),
}
TIMES[""] = TIMES["en"] | _pairs("mươi:10 trăm:100")
"""Where the language is not known: words that mean nothing else in the languages we know."""

HAN = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
HAN_TIMES = {"十": 10, "百": 100, "千": 1000}

_ORDINAL_WORDS = """
second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième
segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo
второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый
الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر
"""
ORDINALS = {
    **{word: value for line in _ORDINAL_WORDS.strip().splitlines() for value, word in enumerate(line.split(), 2)},
    **dict.fromkeys(("first", "première", "premier", "primero", "primer", "первый", "الأول"), 1),
}
"""Ordinals that a statement may write in digits ("3rd"): read in sources only."""
