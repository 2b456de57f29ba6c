"""The commonest date shapes of other languages: time lines and page clocks only need these."""

import re
import unicodedata

from regesta.read.dates.clock import AFTER_DATE, clock_of
from regesta.read.dates.relative import ago
from regesta.read.dates.rule import NEEDS_YEAR, Anchor, Rule, iso_day
from regesta.text import hinted

# Month names in order, one language a line; stems that several languages share stand once.
_LANGUAGES = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
)
_MONTHS = {
    name.casefold(): number
    for language in _LANGUAGES
    for number, name in enumerate(language.split(), start=1)
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_UNITS = {
    "minute": "минут[уы]?|мин|minutos?|minuten|minutes?|minuti|मिनट|دقيقة|دقائق|分鐘|分钟|分",
    "hour": "час(?:а|ов)?|horas?|stunden?|heures?|ore|घंटे|ساعات|ساعة|時間|小時|小时",
    "day": "дн(?:я|ей)|день|d[ií]as?|tagen?|tag|jours?|giorni|दिन|أيام|يوم|日|天",
}
_NEEDS_AGO = hinted(
    r"\b(?:hace|vor|il y a|há|fa|atrás)\b|назад|тому|पहले|前|منذ|قبل",
    *("hace", "vor", "il y a", "há", "fa", "atrás", "назад", "тому", "पहले", "前", "منذ", "قبل"),
)
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())


def _day(match: re.Match[str], anchor: Anchor) -> str | None:
    month = _MONTHS[unicodedata.normalize("NFC", match["month"]).casefold()]
    return clock_of(match, day=iso_day(int(match["year"]), month, int(match["day"])))


def _characters(match: re.Match[str], anchor: Anchor) -> str | None:
    return clock_of(match, day=iso_day(*(int(match[part]) for part in ("year", "month", "day"))))


def _ago(match: re.Match[str], anchor: Anchor) -> str | None:
    unit = next(name for name in _UNITS if match[name])
    return ago(unit, count=int(match["count"]), anchor=anchor)


RULES = (
    Rule(
        name="foreign.day-month-year",
        pattern=re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})\.?º?(?:er)?\s(?:de\s)?(?P<month>{_MONTH})\s(?:de\s)?"
            rf"(?P<year>(?:1[5-9]|20)\d\d)(?:\sг(?:\.|ода))?{AFTER_DATE}",
            re.IGNORECASE,
        ),
        read=_day,
        needs=NEEDS_YEAR,
    ),
    Rule(
        name="foreign.characters",
        pattern=re.compile(
            r"(?P<year>(?:1[5-9]|20)\d\d)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"
            r"(?:\s?(?P<hour>\d{1,2})[時时点:](?P<minute>\d{1,2})分?)?"
        ),
        read=_characters,
        needs=NEEDS_YEAR,
    ),
    Rule(
        name="foreign.ago",
        pattern=re.compile(
            rf"(?:\bhace|\bvor|\bil y a|\bhá|منذ|قبل)\s(?P<count>\d{{1,3}})\s?(?:{_UNIT})",
            re.IGNORECASE,
        ),
        read=_ago,
        needs=_NEEDS_AGO,
        relative=True,
    ),
    Rule(
        name="foreign.ago-behind",
        pattern=re.compile(
            rf"(?<!\d)(?P<count>\d{{1,3}})\s?(?:{_UNIT})\s?(?:назад|тому|fa\b|atrás|पहले|前)",
            re.IGNORECASE,
        ),
        read=_ago,
        needs=_NEEDS_AGO,
        relative=True,
    ),
)
