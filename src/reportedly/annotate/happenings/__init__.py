"""Happenings: what an article says happened, or will happen, in a day, month or year it names.

In: the parse, expressions of time with their days, mentions and statements.  Out: `Happening`
rows, one a verb, with the clause as span, those who took part, and the statement that says so
where the article only reports it.  A verb without a date gives a row only in the first sentences,
which tell the news; in an article without a day, a date without its year stays open until the pile
gives the article one.
"""

from reportedly.annotate.document import Document
from reportedly.annotate.facts.taken_back import taken_back
from reportedly.annotate.happenings.clauses import find_clause
from reportedly.annotate.happenings.dating import Dates
from reportedly.annotate.happenings.leads import Lead
from reportedly.annotate.happenings.lexicon import ANNOUNCING
from reportedly.annotate.happenings.participants import Participants
from reportedly.annotate.happenings.speech import Speech
from reportedly.annotate.happenings.verbs import Tense, find_events, speaks_on_occasion
from reportedly.annotate.parse.model import Token
from reportedly.calendar import ANY_DAY, Interval
from reportedly.model import Cluster, Happening, Mention, Statement, Timex
from reportedly.offsets import within_any
from reportedly.rows import Rows

#: Headlines speak in the present; by- and datelines and posts are no telling of a day.
_REGIONS = frozenset(("body", "caption", "list"))


def annotate(document: Document, rows: Rows) -> Rows:
    """The happenings of one article, in the order of their verbs."""
    dates = Dates(document.parse, rows.of(Timex), document.article)
    lead = Lead(document)
    speech = Speech(rows.of(Statement))
    participants = Participants(rows.of(Mention), rows.of(Cluster))
    withdrawn = list(taken_back(document.text))
    found: dict[tuple[object, ...], Happening] = {}
    for verb, tense in find_events(document.parse):
        given = ANY_DAY if dates.is_open(verb, tense) else None
        day = dates.find_day(verb, tense) or given
        day = day or _find_day_of_news(dates, lead, speech, verb, tense)
        if day is None or not _is_told(document, verb.span) or within_any(verb.span, withdrawn):
            continue
        occasion = verb.lemma.lower() in ANNOUNCING or speaks_on_occasion(document.parse, verb)
        if speech.reports(verb.span) and not occasion:
            continue
        span = find_clause(document.parse, verb)
        if span is None:
            continue
        earliest, latest = day.iso()
        happening = Happening(
            article_id=document.article.article_id,
            span=span,
            trigger=verb.span,
            lemma=verb.lemma.lower(),
            earliest=earliest,
            latest=latest,
            clusters=participants.of(span),
            statement_id=speech.find_statement(verb.span),
        )
        found.setdefault((happening.span, happening.trigger), happening)
    return Rows({Happening: tuple(found.values())})


def _find_day_of_news(
    dates: Dates, lead: Lead, speech: Speech, verb: Token, tense: Tense
) -> Interval | None:
    """The days up to publication, for news that names no day of its own."""
    if speech.retells(verb.span):
        news = lead.find_reported_day(verb, tense)
        return news if news and not dates.looks_back(verb, news) else None
    if speech.find_statement(verb.span):
        return None
    news = lead.find_day(verb, tense)
    return news if news and not dates.is_given(verb, news) else None


def _is_told(document: Document, span: tuple[int, int]) -> bool:
    return document.kind_at(span) in _REGIONS
