"""One article's report of a happening, with what is needed to compare it with another's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from reportedly.calendar import Interval, interval_from_iso
from reportedly.content_words import content_stems, names, numbers, stem
from reportedly.identifiers import identifier
from reportedly.model import Article, Evidence, Happening
from reportedly.offsets import Spans, words_of
from reportedly.reconcile.days import day_of
from reportedly.reconcile.events.families import family
from reportedly.reconcile.groups import UNDATED

#: An interval open at one end, or wider than this, dates nothing well enough for a timeline.
WIDEST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Report:
    """A happening and its words."""

    report_id: str
    happening: Happening
    interval: Interval
    family: str
    words: str
    stems: frozenset[str]
    """of the clause without its verb"""
    plain: frozenset[str]
    """those that are not names"""
    numbers: frozenset[str]
    published: str
    """day of publication, last when unknown: the order of members in a group"""

    @property
    def order(self) -> tuple[str, str]:
        """The place among the members of a group: earliest publication first."""
        return self.published, self.report_id

    @property
    def evidence(self) -> Evidence:
        """Where it stands."""
        h = self.happening
        return Evidence(h.article_id, h.span, h.statement_id)

    def months(self) -> Iterator[str]:
        """The months that its interval touches."""
        day, last = self.interval.earliest, self.interval.latest
        while day and last and day <= last:
            yield day.isoformat()[:7]
            day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def reports_of(
    happenings: Iterable[Happening], articles: Mapping[str, Article]
) -> dict[str, Report]:
    """Reports of all dated happenings, by identifier, in the order of the rows."""
    found = {}
    for happening in happenings:
        interval = interval_from_iso(happening.earliest, happening.latest)
        width = interval.width_days
        article = articles.get(happening.article_id)
        if article is None or width is None or width > WIDEST_DAYS:
            continue
        words = words_of(article.text, [happening.span])
        report_id = identifier("v", happening.article_id, happening.span, happening.trigger)
        around = words_of(article.text, _around(happening))
        stems = content_stems(around)
        found[report_id] = Report(
            report_id=report_id,
            happening=happening,
            interval=interval,
            family=family(happening.lemma),
            words=words,
            stems=stems,
            plain=stems - {stem(name) for name in names(around)},
            numbers=numbers(words),
            published=day_of(article) or UNDATED,
        )
    return found


def _around(happening: Happening) -> Spans:
    (start, end), (verb_start, verb_end) = happening.span, happening.trigger
    return (start, max(start, verb_start)), (min(end, verb_end), end)
