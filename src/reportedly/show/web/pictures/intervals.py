"""Facts as intervals: for which time each value is given, and which values conflict."""

from collections.abc import Iterable, Sequence

from reportedly.model import Fact
from reportedly.show.web import urls, wording
from reportedly.show.web.pictures.drawing import Axis, Mark, Strip, Strips, find_axis, place
from reportedly.store.pages_people import FactLine

#: Attribute, its value, who gives it, whether it conflicts with another.
Value = tuple[str, str, Sequence[FactLine], bool]

#: Values that are drawn; the table below has all.
_MOST = 30


def facts(values: Iterable[Value]) -> Strips | None:
    """A strip for each value; None when fewer than two can be drawn or no day is known."""
    listed = [value for value in values if any(_interval(line) for line in value[2])][:_MOST]
    days = [day for value in listed for line in value[2] for day in _interval(line)]
    axis = find_axis(days)
    if axis is None or len(listed) < 2:
        return None
    return Strips(axis, tuple(_strip(axis, value) for value in listed), "Values over time")


def _interval(line: FactLine) -> tuple[str, ...]:
    """First and last day for which a value is given; without them, the article's day."""
    fact: Fact = line.fact
    days = (fact.as_of_earliest or fact.as_of_latest, fact.as_of_latest or fact.as_of_earliest)
    first, last = days if days[0] else (line.article.day, line.article.day)
    return (first, last) if first and last else ()


def _strip(axis: Axis, value: Value) -> Strip:
    attribute, given, lines, clashes = value
    marks = []
    for line in lines:
        if not (interval := _interval(line)):
            continue
        x, width = place(axis, *interval)
        label = f"{wording.outlet_of(line.article)}, {wording.period(*interval)}"
        href = urls.words(line.fact.article_id, line.fact.span)
        marks.append(Mark(x, width, 4, 12, "clash" if clashes else "fact", label, href))
    name = f"{wording.spoken(attribute)}: {wording.value(attribute, given)}"
    return Strip(name, tuple(marks), len(lines))
