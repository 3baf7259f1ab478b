"""Words for numbers, scales and months, by value. Written by us; scales follow each language's own usage."""

_SCALES_BY_VALUE = {
    1e2: "hundred hundreds cent cents cientos trăm сто 百",
    1e3: "thousand thousands k mille mil miles nghìn ngàn тысяч тысячи тысяча тыс тыс. ألف آلاف الف tausend ribu พัน 千 천",
    1e4: "หมื่น 万 萬 만",
    1e5: "lakh lakhs แสน",
    1e6: "million millions mn m millón millones milhão milhões milione milioni Million Millionen triệu млн миллион миллиона миллионов "
    "مليون ملايين juta ล้าน",
    1e7: "crore crores",
    1e8: "亿 億 억",
    1e9: "billion bn milliard milliards Milliarde Milliarden miliardo miliardi tỷ tỉ млрд миллиард миллиарда миллиардов مليار مليارات "
    "mil\u00a0millones miliar bilhão bilhões",
    1e12: "trillion trillions tn 兆 трлн триллион триллионов تريليون triliun",
}
SCALES = {word.casefold(): value for value, words in _SCALES_BY_VALUE.items() for word in words.split(" ") if word}

_NUMBERS = (
    # English, French, Spanish, Vietnamese, Russian, Arabic: two to twenty where a word is one token ("one" is an article too often).
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize - - - vingt",
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
    "hai ba bốn năm sáu bảy tám chín mười - - - - - - - - - -",
    "два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать "
    "семнадцать восемнадцать девятнадцать двадцать",
    "две трёх четырёх пяти шести семи восьми девяти десяти - - - - - - - - - -",
    "اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة - - - - - - - - - -",
)
_UNSAFE = frozenset({"năm", "ba", "six", "once", "neuf"})
"""Words that are a number in one language and something else in ours or another: year, father, eleven/once, new."""
WORDS = {
    word: float(value) for line in _NUMBERS for value, word in enumerate(line.split(), 2) if word != "-" and word not in _UNSAFE
} | {
    "six": 6.0,
    "dozen": 12.0,
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "seventy": 70.0,
    "eighty": 80.0,
    "ninety": 90.0,
}

_MONTH_WORDS = (
    "january jan janvier enero gennaio januar janeiro января январь يناير",
    "february feb février fevrier febrero febbraio februar fevereiro февраля февраль فبراير",
    "march mar mars marzo märz março марта март مارس",
    "april apr avril abril aprile апреля апрель أبريل إبريل",
    "may mai mayo maggio maio мая май مايو",
    "june jun juin junio giugno juni junho июня июнь يونيو",
    "july jul juillet julio luglio juli julho июля июль يوليو",
    "august aug août aout agosto августа август أغسطس",
    "september sep sept septembre septiembre settembre setembro сентября сентябрь سبتمبر",
    "october oct octobre octubre ottobre oktober outubro октября октябрь أكتوبر",
    "november nov novembre noviembre novembro ноября ноябрь نوفمبر",
    "december dec décembre diciembre dicembre dezember dezembro декабря декабрь ديسمبر",
)
MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS, 1) for word in words.split()}
