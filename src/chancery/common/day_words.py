"""Names of months, weekdays and eras, by number. Written by us."""

_MONTH_WORDS = (
    "january jan janvier enero gennaio januar janeiro января январе январь січня يناير جانفي",
    "february feb février fevrier febrero febbraio februar fevereiro февраля феврале февраль лютого فبراير شباط فيفري",
    "march mar mars marzo märz março марта марте март березня مارس آذار",
    "april apr avril abril aprile апреля апреле апрель квітня أبريل إبريل نيسان أفريل",
    "may mai mayo maggio maio мая мае май травня مايو أيار ماي",
    "june jun juin junio giugno juni junho июня июне июнь червня يونيو حزيران جوان",
    "july jul juillet julio luglio juli julho июля июле июль липня يوليو تموز جويلية",
    "august aug août aout agosto августа августе август серпня أغسطس غشت أوت",
    "september sep sept septembre septiembre settembre setembro сентября сентябре сентябрь вересня سبتمبر أيلول شتنبر",
    "october oct octobre octubre ottobre oktober outubro октября октябре октябрь жовтня أكتوبر",
    "november nov novembre noviembre novembro ноября ноябре ноябрь листопада نوفمبر",
    "december dec décembre diciembre dicembre dezember dezembro декабря декабре декабрь грудня ديسمبر",
)
MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS, 1) for word in words.split()}
NEED_CAPITAL = frozenset({"may", "march", "mar"})
"""Months that are another word without their capital."""

_THAI = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
THAI_MONTHS = {word: number for number, word in enumerate(_THAI.split(), 1)}

ERAS = {"令和": 2018, "平成": 1988, "民国": 1911, "民國": 1911}
"""The year before the first of an era."""

_WEEKDAY_WORDS = (
    "Monday|lundi|lunes|Montag|lunedì|segunda-feira|thứ Hai|thứ hai|понедельник|الاثنين|الإثنين|星期一|周一",
    "Tuesday|mardi|martes|Dienstag|martedì|terça-feira|thứ Ba|thứ ba|вторник|الثلاثاء|星期二|周二",
    "Wednesday|mercredi|miércoles|Mittwoch|mercoledì|quarta-feira|thứ Tư|thứ tư|сред|الأربعاء|星期三|周三",
    "Thursday|jeudi|jueves|Donnerstag|giovedì|quinta-feira|thứ Năm|thứ năm|четверг|الخميس|星期四|周四",
    "Friday|vendredi|viernes|Freitag|venerdì|sexta-feira|thứ Sáu|thứ sáu|пятниц|الجمعة|星期五|周五",
    "Saturday|samedi|sábado|Samstag|sabato|thứ Bảy|thứ bảy|суббот|السبت|星期六|周六",
    "Sunday|dimanche|domingo|Sonntag|domenica|Chủ nhật|chủ nhật|Chủ Nhật|воскресень|الأحد|星期日|星期天|周日",
)
WEEKDAYS = {
    form: number
    for number, words in enumerate(_WEEKDAY_WORDS)
    for word in words.split("|")
    for form in {word, word[0].upper() + word[1:]}
}
"""Weekdays from Monday 0; Russian ones by their stem. Vietnamese ordinals ("thứ hai") are here too, and do no harm."""

_QUARTER_WORDS = (
    "first premier primer primero primo primeiro erstes ersten первый первого первом một nhất الأول 一",
    "second deuxième segundo secondo zweites zweiten второй второго втором hai nhì الثاني 二",
    "third troisième tercer tercero terzo terceiro drittes dritten третий третьего третьем ba الثالث 三",
    """fourth quatrième cuarto quarto viertes vierten четвёртый четвертый четвёртого четвертого четвёртом четвертом bốn tư
    الرابع 四""",
)
QUARTERS = {word: number for number, words in enumerate(_QUARTER_WORDS, 1) for word in words.split()}
FIRST_QUARTER = (
    r"(?:the )?first three months|(?:les )?trois premiers mois|(?:los )?(?:tres primeros|primeros tres) meses"
    r"|(?:ba|3) tháng đầu năm|перв\w+ три месяца|первых трёх месяцев"
)
"""The first quarter told in months, as a pattern."""

VI_MONTHS = {"mười một": 11, "mười hai": 12, "chạp": 12, "giêng": 1} | {
    word: number for number, word in enumerate(("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)
}
"""Months of Vietnamese in words, those of two words first."""

ALSO_WORDS = {
    "sep": "en es",
    "sept": "en",
    "mai": "fr de",
    "mars": "fr",
    "dec": "en",
    "jan": "en",
    "mar": "",
    "august": "en de",
}
"""Names of months that are another word in some languages, and the languages in which they are the month."""

SPANS = {
    "hour": "hours? heures? horas? giờ час(?:а|ов)? ساعات ساعة",
    "day": "days? jours? d[ií]as? ngày день дня дней أيام يوم[اً]{0,2}",
    "week": "weeks? semaines? semanas? tuần недел[яиь] أسابيع أسبوع[اً]{0,2}",
    "month": "months? mois mes(?:es)? tháng месяц(?:а|ев)? أشهر شهر[اً]{0,2}",
    "year": "years? ans années? años? năm года? лет سنوات سنة أعوام عام[اً]{0,2}",
}
"""Units of time, as patterns."""
AGO_BEFORE = ("il y a", "voici", "hace", "cách đây", "قبل", "منذ", "بعد", "спустя", "через")
AGO_AFTER = (
    *("ago", "later", "after", "before", "earlier", "plus tard", "plus tôt", "après", "avant", "auparavant"),
    *("después", "antes", "atrás", "más tarde", "sau", "trước", "спустя", "назад"),
)
"""Words that make a span of time one since or until something, before it and after it."""
