"""The same words under another speaker, or on another occasion or in another programme."""

import re
from collections.abc import Iterator
from itertools import combinations, product

from rapidfuzz import fuzz

from reportedly.calendar import find_intersection, interval_from_iso
from reportedly.content_words import content_stems, words
from reportedly.model import Finding, Statement
from reportedly.offsets import hull
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.wording import (
    called_by_pronoun,
    listed,
    quoted,
    report,
    sentence,
    share_a_name,
    who,
)

#: Shorter quotations are slogans, titles and answers that many give.
FEWEST_WORDS = 6
FEWEST_STEMS = 3
#: Likeness (0–100) of the shorter wording to the part of the longer that fits it best: the same
#: words but for a slip.
ALIKE = 88
#: More speakers than this say it together: a chant or a saying.
MOST_SPEAKERS = 3
PRIOR_SPEAKER = 0.7
PRIOR_OCCASION = 0.6
#: Where both names stand near the words, one may only repeat them; how near, and how much rarer
#: another attribution then was when read.
NEAR_CHARS, NAMED_NEARBY = 300, 0.6
#: Words that name a day.
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|last\s+night"
    r"|(?:jan|febr?u?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?!\d)"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)|\d{4}-\d\d-\d\d)\b",
    re.IGNORECASE,
)
#: Channels between which a retelling may waver without meaning another occasion.
_VAGUE_CHANNELS = frozenset(("conversation", "message", "document"))


def find_misattributions(pile: Pile) -> Iterator[Finding]:
    """Within each utterance: pairs of reports that name another speaker or another occasion."""
    for _, members in sorted(_reports(pile).items()):
        speakers = sorted({s.speaker_id for s in members if s.speaker_id})
        if 2 <= len(speakers) <= MOST_SPEAKERS:
            yield from _by_speaker(members, speakers, pile)
        else:
            yield from _by_occasion(members, pile)


def _reports(pile: Pile) -> dict[str, list[Statement]]:
    """Quotations long enough to be told from others, by utterance, earliest first."""
    found: dict[str, list[Statement]] = {}
    for statement in pile.rows(Statement):
        if statement.utterance_id and statement.mode != "indirect" and _is_telling(statement):
            found.setdefault(statement.utterance_id, []).append(statement)
    return {
        utterance: sorted(members, key=lambda s: (_day(s, pile), s.statement_id))
        for utterance, members in found.items()
        if len(members) > 1
    }


def _is_telling(statement: Statement) -> bool:
    text = statement.content_text
    return len(words(text)) >= FEWEST_WORDS and len(content_stems(text)) >= FEWEST_STEMS


def _day(statement: Statement, pile: Pile) -> str:
    return pile.day(statement.article_id)


def _alike(a: Statement, b: Statement) -> bool:
    one, other = (" ".join(words(s.content_text)) for s in (a, b))
    return fuzz.partial_ratio(one, other) >= ALIKE


def _by_speaker(members: list[Statement], speakers: list[str], pile: Pile) -> Iterator[Finding]:
    """Pairs of reports in which two different people are named; "he said" names nobody here, since
    whom it means was only inferred."""
    told: set[frozenset[str]] = set()
    for pair in combinations(speakers, 2):
        one = [s for s in members if s.speaker_id == pair[0]]
        other = [s for s in members if s.speaker_id == pair[1]]
        named = [[s for s in side if not called_by_pronoun(s)] for side in (one, other)]
        matching = [(a, b) for a, b in product(*named) if _alike(a, b) and not _relayed(a, b, pile)]
        if not matching:
            continue
        names = frozenset(letters(s.speaker or "") for s in matching[0])
        if names in told:
            continue
        told.add(names)
        a, b = min(matching, key=lambda p: (_day(p[0], pile), _day(p[1], pile)))
        first, then = sorted((a, b), key=lambda s: (_day(s, pile), s.statement_id))
        yield _finding(
            first,
            then,
            f"{quoted(first.content_text)} is attributed to {who(first)} ({_place(first, pile)}) "
            f"and to {who(then)} ({_place(then, pile)})",
            [s for s in members if s.speaker_id in (*pair, None)],
            PRIOR_SPEAKER * (NAMED_NEARBY if _names_both(a, b, pile) else 1.0),
        )


def letters(name: str) -> str:
    """A name's letters alone: "A.J." and "A J" are one way of writing."""
    return "".join(char for char in name.casefold() if char.isalpha())


def _relayed(a: Statement, b: Statement, pile: Pile) -> bool:
    """True when the two may be one, or one passes on what the other said."""
    if a.article_id == b.article_id or share_a_name(a, b):
        return True
    kinds = {a.source_kind, b.source_kind}
    if kinds != {"person"}:
        return True
    for one, other in ((a, b), (b, a)):
        hops = pile.hops.get(one.statement_id, [])
        if any(hop.entity_id == other.speaker_id for hop in hops):
            return True
        if other.addressee_id and other.addressee_id == one.speaker_id:
            return True
    return False


def _names_both(a: Statement, b: Statement, pile: Pile) -> bool:
    """True when one article names the other's speaker right before the words."""
    for one, other in ((a, b), (b, a)):
        start = one.content[0][0]
        before = pile.mentions.within(one.article_id, [(max(0, start - NEAR_CHARS), start)])
        if other.speaker_id in before:
            return True
    return False


def _by_occasion(members: list[Statement], pile: Pile) -> Iterator[Finding]:
    for a, b in combinations(members, 2):
        if a.article_id == b.article_id:
            continue
        # Words that have changed on the way may have changed their programme, too.
        difference = _other_programme(a, b, pile)
        if difference is None and _alike(a, b):
            difference = _other_occasion(a, b, pile)
        if difference:
            one, other = difference
            yield _finding(
                a,
                b,
                f"{who(a)}’s words {quoted(a.content_text)} are placed {one} ({_place(a, pile)}) "
                f"and {other} ({_place(b, pile)})",
                [],
                PRIOR_OCCASION,
            )
            return


def _other_programme(a: Statement, b: Statement, pile: Pile) -> tuple[str, str] | None:
    one, other = _programmes(a, pile), _programmes(b, pile)
    if one and other and not _same_names(one, other):
        return f"on {listed(one)}", f"on {listed(other)}"
    return None


def _other_occasion(a: Statement, b: Statement, pile: Pile) -> tuple[str, str] | None:
    """In words, where each report places the words, if the two cannot be the same occasion."""
    if a.channel and b.channel and a.channel != b.channel:
        if {a.channel, b.channel} & _VAGUE_CHANNELS or {a.channel, b.channel} == _SAID_ALOUD:
            return None
        if not _well_apart(a, b, pile):
            return None
        return f"in {_article(a.channel)}", f"in {_article(b.channel)}"
    said_a = interval_from_iso(a.said_earliest, a.said_latest)
    said_b = interval_from_iso(b.said_earliest, b.said_latest)
    if find_intersection(said_a, said_b) is not None or not all(
        _names_a_day(s, pile) for s in (a, b)
    ):
        return None
    if said_a.exact_day and said_b.exact_day:
        return f"on {said_a.exact_day}", f"on {said_b.exact_day}"
    return None


def _names_a_day(statement: Statement, pile: Pile) -> bool:
    """Does the statement's paragraph name a day?  Days that only follow from what is told before
    ("the same day as the rally") are too unsure to hold one report against another."""
    text = pile.articles[statement.article_id].text
    start, end = hull([*statement.content, *statement.cue, *statement.source])
    after = text.find("\n", end)
    paragraph = text[text.rfind("\n", 0, start) + 1 : after if after >= 0 else len(text)]
    return _DAY.search(paragraph) is not None


#: Reports of the same days describe one occasion in many ways ("said in a statement", "told
#: reporters"); only what is retold later and placed elsewhere is worth a look.
LATER_DAYS = 30


def _well_apart(a: Statement, b: Statement, pile: Pile) -> bool:
    """True when the articles are known to lie well apart."""
    one, other = pile.published(a.article_id), pile.published(b.article_id)
    if one.earliest is None or other.earliest is None or not (one.latest and other.latest):
        return False
    gap = max(other.earliest - one.latest, one.earliest - other.latest)
    return gap.days >= LATER_DAYS


#: An interview is often broadcast.
_SAID_ALOUD = frozenset(("interview", "broadcast"))


def _article(channel: str) -> str:
    name = channel.replace("_", " ")
    return ("an " if name[0] in "aeiou" else "a ") + name


def _programmes(statement: Statement, pile: Pile) -> list[str]:
    """Names of the works in the chain, and of its outlets where they asked or broadcast.

    Another outlet in the chain mostly relays: that is no occasion.
    """
    kinds = {"work", "outlet"} if statement.channel in _SAID_ALOUD else {"work"}
    hops = pile.hops.get(statement.statement_id, [])
    return [h.name for h in hops if h.hop > 0 and h.kind in kinds and h.name]


def _same_names(one: list[str], other: list[str]) -> bool:
    return any(content_stems(a) & content_stems(b) for a in one for b in other)


def _place(statement: Statement, pile: Pile) -> str:
    return report(pile.articles[statement.article_id], pile.published(statement.article_id))


def _finding(
    first: Statement, then: Statement, explanation: str, rest: list[Statement], prior: float
) -> Finding:
    return make_finding(
        "misattribution",
        sentence(explanation),
        (evidence_of(s) for s in (first, then, *rest)),
        prior * (first.confidence * then.confidence) ** 0.5,
        about=(first.speaker_id, then.speaker_id),
        naming=(first.speaker, None),
    )
