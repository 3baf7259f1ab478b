"""Names of months, weekdays and eras, by number. Written by us."""

_MONTH_WORDS = (
    "january jan janvier enero gennaio januar janeiro января январь січня يناير جانفي",
    "february feb février fevrier febrero febbraio februar fevereiro февраля февраль лютого فبراير شباط فيفري",
    "march mar mars marzo märz março марта март березня مارس آذار",
    "april apr avril abril aprile апреля апрель квітня أبريل إبريل نيسان أفريل",
    "may mai mayo maggio maio мая май травня مايو أيار ماي",
    "june jun juin junio giugno juni junho июня июнь червня يونيو حزيران جوان",
    "july jul juillet julio luglio juli julho июля июль липня يوليو تموز جويلية",
    "august aug août aout agosto августа август серпня أغسطس غشت أوت",
    "september sep sept septembre septiembre settembre setembro сентября сентябрь вересня سبتمبر أيلول شتنبر",
    "october oct octobre octubre ottobre oktober outubro октября октябрь жовтня أكتوبر",
    "november nov novembre noviembre novembro ноября ноябрь листопада نوفمبر",
    "december dec décembre diciembre dicembre dezember dezembro декабря декабрь грудня ديسمبر",
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
