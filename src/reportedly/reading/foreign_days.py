"""Days with the name of a month in another language than English: "15 de abril de 2020".

In: a line of a page.  Out: the day, where the line names one.  Pages in other languages are not
read for what they say, but a wrong day of theirs would stand in the chronicle's lists.
"""

import datetime
import re
import unicodedata

_NAMES = """
    enero janeiro janvier januar jänner gennaio januari stycznia ledna января січня ocak ianuarie
    január tammikuuta ιανουαρίου يناير
    | febrero fevereiro février februar febbraio februari lutego února февраля лютого şubat
    februarie február helmikuuta φεβρουαρίου فبراير شباط
    | marzo março mars märz maart marca března марта березня mart martie március maaliskuuta
    μαρτίου marts maret مارس آذار
    | abril avril april aprile kwietnia dubna апреля квітня nisan aprilie április huhtikuuta
    απριλίου أبريل نيسان
    | mayo maio mai maggio mei maj maja května мая травня mayıs május toukokuuta μαΐου مايو أيار
    | junio junho juin juni giugno czerwca června июня червня haziran iunie június kesäkuuta
    ιουνίου يونيو حزيران
    | julio julho juillet juli luglio lipca července июля липня temmuz iulie július heinäkuuta
    ιουλίου يوليو تموز
    | agosto août august augustus augusti sierpnia srpna августа серпня ağustos augusztus elokuuta
    αυγούστου agustus أغسطس آب
    | septiembre setiembre setembro septembre september settembre września září сентября вересня
    eylül septembrie szeptember syyskuuta σεπτεμβρίου سبتمبر أيلول
    | octubre outubro octobre oktober ottobre października října октября жовтня ekim octombrie
    október lokakuuta οκτωβρίου أكتوبر
    | noviembre novembro novembre november listopada listopadu ноября листопада kasım noiembrie
    marraskuuta νοεμβρίου نوفمبر
    | diciembre dezembro décembre dezember dicembre december grudnia prosince декабря грудня aralık
    decembrie joulukuuta δεκεμβρίου desember ديسمبر
"""
#: Month, 1 to 12 → its names in some twenty languages, as dates have them.
MONTHS = {month: names.split() for month, names in enumerate(_NAMES.split("|"), start=1)}


def _folded(word: str) -> str:
    """A word in small letters without accents, as names of months are compared."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


_MONTH_OF = {_folded(name): month for month, names in MONTHS.items() for name in names}
_WORD = re.compile(r"[^\W\d_]+")
_DAY_BEFORE = re.compile(r"(?<!\d)(\d{1,2})(?:[.ºª°]|\s+de|\s+di)?\s*\Z", re.I)
_DAY_AFTER = re.compile(r"\s+(\d{1,2})(?![\d:.])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find_foreign_day(line: str) -> datetime.datetime | None:
    """The day that `line` names, at midnight, if it names a month, a day beside it and one year."""
    years = _YEAR.findall(line)
    if len(years) != 1:
        return None
    for word in _WORD.finditer(line):
        month = _MONTH_OF.get(_folded(word.group()))
        # "21. juni/lipanj, 2020" gives the month in two languages: a list of days has such lines.
        if month is None or "/" in (line[: word.start()][-1:], line[word.end() :][:1]):
            continue
        day = _DAY_BEFORE.search(line, 0, word.start()) or _DAY_AFTER.match(line, word.end())
        if day is not None:
            try:
                return datetime.datetime(int(years[0]), month, int(day[1]))
            except ValueError:
                return None
    return None
