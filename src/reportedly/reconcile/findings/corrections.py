"""Notices in which an outlet corrects itself, with the words that they correct where found."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reportedly.content_words import content_stems, numbers, similarity
from reportedly.model import Article, Evidence, Finding
from reportedly.offsets import Span, overlaps, trim
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.wording import quoted, report, sentence

_NOTICE = re.compile(
    r"""
    \b(?:an|a\ previous|the)\s+(?:earlier|previous|original|initial|first)?\s*
        (?:version|edition|headline|caption)\s+of\s+this\s+
        (?:article|story|report|post|piece|page|column|headline)\b
    | \bthis\s+(?:article|story|report|post|page|piece)\s+(?:has\s+been|was)\s+
        (?:corrected|amended|clarified)\b
    | ^[^\w\n]*(?:corrections?(?:\s+and\s+clarifications?)?|clarifications?|editor[’']?s?\s+note)
        (?:\s*\([^)\n]{1,40}\))?\s*[:—–-]
    | ^[^\w\n]*we\s+(?:regret|apologi[sz]e\s+for)\s+(?:the|this|an)\s+error\b
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
_WRONG = re.compile(
    r"misstat|mistak|incorrect|erroneous|wrong|error|misidentif|misspell|correct|clarif|amend"
    r"|said\s+that|stated|gave|described",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?]+(?![\s\u00a0]+[^\W\d_a-z\W])[^\n.!?]*)*[.!?]*[”\"’']?")
#: Share of a notice's weight that a passage must have to be taken for what it corrects.
ALIKE = 0.2
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
            passage = found or _opening(article, notice)
            if passage:
                yield article_id, _finding(article, notice, passage, found is not None, pile)


def notices(text: str) -> list[Span]:
    """The lines of `text` in which an outlet says what it got wrong."""
    found: list[Span] = []
    for match in _NOTICE.finditer(text):
        start = text.rfind("\n", 0, match.start() + 1) + 1
        line = _LINE.match(text, start)
        span = trim(text, line.span()) if line else (start, start)
        if span not in found and _WRONG.search(text, *span) and span[1] - span[0] > 20:
            found.append(span)
    return found


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
        explanation += f" It speaks of these words, in {version} of the article: "
        explanation += quoted(other.text[slice(*passage.span)])
    return make_finding(
        "correction",
        sentence(explanation),
        (Evidence(article.article_id, notice), passage),
        PRIOR_FOUND if found else PRIOR_NOTICE_ONLY,
        about=pile.mentions.within(article.article_id, [notice]),
        naming=(article.outlet, None),
    )
