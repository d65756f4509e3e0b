"""Notices in which an outlet corrects itself, with the words that they correct where found."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from reportedly.calendar import interval_from_iso
from reportedly.content_words import content_stems, numbers, similarity
from reportedly.model import Article, Evidence, Finding
from reportedly.offsets import Span, overlaps, trim
from reportedly.outlets import is_same_outlet, outlet_key
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.wording import quoted, report, sentence

_NOTICE = re.compile(
    r"""
    \b(?:an|a\ previous|the)\s+(?:earlier|previous|original|initial|first)?\s*
        (?:version|edition|headline|caption)\s+of\s+(?:this|our)\s+
        (?:article|story|report|post|piece|page|column|headline)\b
    | \bthis\s+(?:article|story|report|post|page|piece)\s+(?:has\s+been|was)\s+
        (?:corrected|amended|clarified)\b
    | ^[^\w\n]*(?:corrections?(?:\s+and\s+clarifications?)?|clarifications?|editor[’']?s?\s+note)
        (?:\s*\([^)\n]{1,40}\))?\s*[:—–-]
    | ^[^\w\n]*(?:an\s+)?apology\s*[:—–]
    | ^[^\w\n]*we\s+(?:regret|apologi[sz]e\s+for)\s+(?:the|this|an)\s+error\b
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
#: An outlet speaks of what it said before: a notice where the same line sets it right in words that
#: are an outlet's, or, where "our" and "we" are said, calls it wrong.
_REPORT = (
    r"(?:article|story|report|item|piece)(?:\s+(?:on|of|in|published|dated)\s[^.\n]{1,40}?)?,?\s+"
)
_SAID = (
    r"(?:\w+ly\s+)?"
    r"(?:said|stated|reported|claimed|suggested|wrote|gave|named|described|identified)\b"
)
_SAID_BEFORE = re.compile(
    rf"\ban?\s+(?:earlier|previous)\s+{_REPORT}{_SAID}"
    rf"|(?P<own>\bour\s+(?:earlier\s+|previous\s+)?{_REPORT}(?:we\s+)?{_SAID}"
    rf"|\b(?:in|on|last)\s[^.\n]{{1,80}}?\bwe\s+(?:{_SAID}\s+that\b|(?:named|described|identified)\b)"
    rf"|\bwe\s+{_SAID}\s+(?:on|in)\s[^.\n]{{1,30}}?\bthat\b)",
    re.IGNORECASE,
)
_APOLOGY = (
    r"\bwe\s+(?:now\s+)?(?:apologi[sz]e|regret)\b|\bshould\s+have\s+(?:said|read|been)\b"
    r"|\bwe\s+are\s+happy\s+to\s+(?:make\s+(?:this\s+|it\s+)?clear|clarify|correct|set)\b"
)
_SET_RIGHT = re.compile(_APOLOGY, re.IGNORECASE)
_CALLED_WRONG = re.compile(
    rf"{_APOLOGY}|\b(?:this|that|which)\s+(?:was|is)\s+(?:not\s+(?:the\s+case|correct|true|so)"
    r"|incorrect|wrong|untrue|a\s+mistake|an\s+error)\b",
    re.IGNORECASE,
)
#: "In last week's issue we mixed up two brothers", "a slip crept into Monday's piece".
_OWN_SLIP = re.compile(
    r"\bwe\s+(?:mixed\s+up|confused|misnamed|misquoted|misreported|misspel(?:t|led)|misattributed"
    r"|misidentified|got\s+(?:it|this|that|(?:his|her|their|the)\s+\w+)\s+wrong"
    r"|(?:wrongly|mistakenly|incorrectly|erroneously)\s+\w+)\b"
    r"|\b(?:was|were|has\s+been|had\s+been)\s+(?:misstated|misreported|misspel(?:t|led)|misquoted"
    r"|misnamed|misidentified|misattributed)\b"
    r"|\b(?:error|slip|mistake|typo|gremlin)s?\b[^.\n]{0,40}?\bcrept\s+in(?:to)?\b"
    r"|\b(?:owing|due|thanks)\s+to\s+an?\s+(?:\w+\s+){0,2}?(?:error|mistake|slip|mix-up)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^[^\w\n]*(?:corrections?(?:\s+(?:and|&)\s+clarifications?)?|clarifications?)[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
#: What the slip was in.
_IN_PRINT = re.compile(
    r"\b(?:our|this|the|an?|[\w]+[’']s)\s+(?:earlier\s+|previous\s+|last\s+|recent\s+)?(?:report|article"
    r"|story|piece|item|issue|edition|column|caption|obituary|review|interview|bulletin|newsletter)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[“\"]")
#: Days between a day that a notice names and that of the article which it means: it may have been
#: on the page the evening before it was in print.
NEAR_DAYS = 1
#: Of a day and time.
DAY_CHARS = 10
#: Share of the weight of both that a passage of an article of that day must have.
ALIKE_ELSEWHERE = 0.35
_WRONG = re.compile(
    r"misstat|mistak|incorrect|erroneous|wrong|error|misidentif|misspell|correct|clarif|amend"
    r"|said\s+that|stated|gave|described",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?]+(?![\s\u00a0]+[^\W\d_a-z\W])[^\n.!?]*)*[.!?]*[”\"’']?")
#: Share of a notice's weight that a passage must have to be taken for what it corrects.
ALIKE = 0.2
#: Shorter lines say that something was corrected, and not what.
FEWEST_CHARS = 20
#: Words of content that must follow a notice's formula for the formula to be left out.
FEWEST_WORDS = 3
PRIOR_FOUND, PRIOR_NOTICE_ONLY = 0.85, 0.75


def find_corrections(articles: Iterable[str], pile: Pile) -> Iterator[tuple[str, Finding]]:
    """One finding for each notice, with the article in which it stands.

    Args:
        articles: those with notices.
        pile: they, and the other versions of their pages.
    """
    versions = _versions(pile)
    for article_id in articles:
        article = pile.articles[article_id]
        for notice in notices(article.text):
            found = _find_corrected(article, notice, versions.get(_page(article), []))
            found = _find_elsewhere(article, notice, pile) or found
            passage = found or _opening(article, notice)
            if passage:
                yield article_id, _finding(article, notice, passage, found is not None, pile)


def days_spoken_of(pile: Pile) -> dict[str, tuple[str, frozenset[str]]]:
    """For articles whose notices name days of before ("an article of 3 May") their outlet's
    key and these days, with those next to them."""
    found = {}
    for article in pile.articles.values():
        days = frozenset(
            d for notice in notices(article.text) for d in _days(article, notice, pile)
        )
        if article.outlet and days:
            found[article.article_id] = outlet_key(article.outlet), days
    return found


def _days(article: Article, notice: Span, pile: Pile) -> frozenset[str]:
    first = pile.published(article.article_id).earliest
    found: set[str] = set()
    for timex in pile.timexes.get(article.article_id, ()):
        if notice[0] <= timex.span[0] < notice[1]:
            day = interval_from_iso(timex.earliest, timex.latest).exact_day
            if day and (first is None or day < first):
                near = range(-NEAR_DAYS, NEAR_DAYS + 1)
                found.update((day + timedelta(apart)).isoformat() for apart in near)
    return frozenset(found)


def _find_elsewhere(article: Article, notice: Span, pile: Pile) -> Evidence | None:
    """The passage most like the notice in the outlet's articles of a day that it names."""
    days = _days(article, notice, pile)
    told = _told(article.text, notice)
    stems, counted = content_stems(told), numbers(told)
    best: list[tuple[float, str, Span]] = []
    for other in pile.articles.values() if days else ():
        of_day = (other.published or "")[:DAY_CHARS] in days
        if other == article or not is_same_outlet(other.outlet, article.outlet) or not of_day:
            continue
        for span in sentences(other.text):
            passage = other.text[slice(*span)]
            score = similarity(stems, content_stems(passage), {})[0]
            if score >= ALIKE_ELSEWHERE:
                score += 0.1 * bool(counted & numbers(passage))
                best.append((-score, other.article_id, span))
    return Evidence(*min(best)[1:]) if best else None


def notices(text: str) -> list[Span]:
    """The lines of `text` in which an outlet says what it got wrong."""
    formulas = [m for m in _NOTICE.finditer(text) if _WRONG.search(text, *_line(text, m.start()))]
    found = [_line(text, match.start()) for match in (*formulas, *_set_right(text))]
    found += _headed(text)
    return [span for span in dict.fromkeys(found) if span[1] - span[0] > FEWEST_CHARS]


def _headed(text: str) -> Iterator[Span]:
    """What stands below "Corrections and clarifications", by itself in its line."""
    for match in _HEADING.finditer(text):
        line = _LINE.search(text, match.end())
        if line is not None and _WRONG.search(line[0]) and _IN_PRINT.search(line[0]):
            yield trim(text, line.span())


def _line(text: str, at: int) -> Span:
    """The line around an offset, or the next one where that is empty."""
    start = text.rfind("\n", 0, at + 1) + 1
    line = _LINE.match(text, start)
    return trim(text, line.span()) if line else (start, start)


def _set_right(text: str) -> Iterator[re.Match[str]]:
    """ "In our report we said that …  This was wrong": both in one line, in this order, and no
    words of somebody's."""
    for match in _SAID_BEFORE.finditer(text):
        start, end = _line(text, match.start())
        wrong = _CALLED_WRONG if match["own"] else _SET_RIGHT
        if not _QUOTE.search(text, start, match.end()) and wrong.search(text, match.end(), end):
            yield match
    for match in _OWN_SLIP.finditer(text):
        line = _line(text, match.start())
        if not _QUOTE.search(text, line[0], match.end()) and _IN_PRINT.search(text, *line):
            yield match


def _page(article: Article) -> str:
    return article.url or article.copy_group or article.article_id


def _versions(pile: Pile) -> dict[str, list[Article]]:
    """Articles that are versions of the same page, by its address or copy group."""
    found: dict[str, list[Article]] = {}
    for article_id in sorted(pile.articles):
        found.setdefault(_page(pile.articles[article_id]), []).append(pile.articles[article_id])
    return found


def sentences(text: str) -> Iterator[Span]:
    """Rough sentences of `text`, for finding the one that a notice speaks of."""
    for match in _SENTENCE.finditer(text):
        span = trim(text, match.span())
        if span[0] < span[1]:
            yield span


def _find_corrected(article: Article, notice: Span, versions: Sequence[Article]) -> Evidence | None:
    """The passage most like the notice, in another version of the page or in the article itself;
    of two equally like, one that shares a number with the notice."""
    words = _told(article.text, notice)
    stems, counted = content_stems(words), numbers(words)
    best: tuple[float, Evidence] | None = None
    for version in [a for a in versions if a != article] + [article]:
        for span in sentences(version.text):
            if version == article and overlaps(span, notice):
                continue
            passage = version.text[span[0] : span[1]]
            both = similarity(stems, content_stems(passage), {})[0]
            score = both + 0.1 * bool(counted & numbers(passage))
            if both and (best is None or score > best[0]):
                best = score, Evidence(version.article_id, span)
    return best[1] if best and best[0] >= ALIKE else None


def _told(text: str, notice: Span) -> str:
    """What a notice says beyond that it corrects this article: its day is not what was wrong."""
    formulas = list(_NOTICE.finditer(text, *notice))
    rest = text[formulas[-1].end() : notice[1]] if formulas else ""
    return rest if len(content_stems(rest)) >= FEWEST_WORDS else text[slice(*notice)]


def _opening(article: Article, notice: Span) -> Evidence | None:
    """The article's first words: what the notice stands under."""
    spans = (span for span in sentences(article.text) if not overlaps(span, notice))
    first = next(spans, None)
    return Evidence(article.article_id, first) if first else None


def _finding(article: Article, notice: Span, passage: Evidence, found: bool, pile: Pile) -> Finding:
    where = report(article, pile.published(article.article_id))
    explanation = f"{where}, corrects itself: {quoted(article.text[slice(*notice)], 240)}"
    if found:
        other = pile.articles[passage.article_id]
        version = "this version" if other == article else "another version"
        elsewhere = _page(other) != _page(article)
        where = pile.place(other.article_id) if elsewhere else f"in {version} of the article"
        explanation += f" It speaks of these words, {where}: "
        explanation += quoted(other.text[slice(*passage.span)])
    return make_finding(
        "correction",
        sentence(explanation),
        (Evidence(article.article_id, notice), passage),
        PRIOR_FOUND if found else PRIOR_NOTICE_ONLY,
        about=pile.mentions.within(article.article_id, [notice]),
        naming=(article.outlet, None),
    )
