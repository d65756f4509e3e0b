"""Posts that the words behind them end: "the captain until last summer", "mayor from 2003 to 2011".

In: an article's plain view and times.  Out: whether the post before an offset is over.
"""

import re

from reportedly.annotate.facts.setting import Setting
from reportedly.calendar import find_interval

#: Between a post and the day of its end.
_TO = re.compile(r"\s+(?:from\s+(?:19|20)\d\d\s+)?(?:until|till|to)\s+")
_GONE = re.compile(
    r"(?:(?:early|late|the\s+\w+\s+of)\s+)?(?:last\s+(?!week\s+of|day\s+of)[a-z]+|recently"
    r"|(?:his|her|their)\s+(?:retirement|resignation|death|departure|dismissal|defeat))\b",
    re.IGNORECASE,
)
_TIME_CHARS = 30


def has_ended(setting: Setting, end: int) -> bool:
    """True for "the captain until last summer": whoever is it until a day that is past."""
    told = _TO.match(setting.view, end)
    if told is None:
        return False
    if _GONE.match(setting.view, told.end()):
        return True
    time = setting.find_time((told.end(), told.end() + _TIME_CHARS))
    near = time is not None and time.span[0] <= told.end() + len("the ")
    published = find_interval(setting.document.article.published)
    first = published.iso()[0] if published else None
    return bool(near and time and time.latest and first and time.latest < first)
