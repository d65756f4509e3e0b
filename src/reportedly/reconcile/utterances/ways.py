"""By which way a statement reached its article: a chain in, its outlets and programmes out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportedly.model import Article, ChainHop
from reportedly.outlets import outlet_key
from reportedly.reconcile.days import days_between
from reportedly.reconcile.independence import relays_of
from reportedly.reconcile.utterances.setting import addressee_of, speaker_of
from reportedly.reconcile.utterances.wording import Said

#: What is relayed is news: later, something similar may have been said anew.
RELAYED_DAYS = 31
_ALOUD = frozenset(("broadcast", "interview"))
#: A word of a name, capitals throughout or not.
_NAME = re.compile(r"\b[^\W\d_a-z]\w+")


def with_ways(said: Said, article: Article, hops: Iterable[ChainHop]) -> Said:
    """The words of a statement with its outlet, those that it relays, and its programmes.

    Args:
        said: the words.
        article: where they stand.
        hops: the statement's chain.
    """
    listed = list(hops)
    works = {outlet_key(h.name) for h in listed if h.hop > 0 and h.kind == "work" and h.name}
    relays = relays_of(listed).get(said.statement.statement_id, ())
    outlet = outlet_key(article.outlet) if article.outlet else None
    found = replace(
        said,
        outlet=outlet,
        relays=relays,
        programmes=tuple(sorted({*works, *relays})),
        dated=article.published is not None,
    )
    if not of_somebody_recalled(found):
        return found
    words = frozenset(word.casefold() for word in _NAME.findall(article.text))
    return replace(found, names=words)


def is_aloud(said: Said) -> bool:
    """Was it broadcast, or said in an interview or a programme?"""
    return said.statement.channel in _ALOUD or bool(said.programmes)


def of_somebody_recalled(said: Said) -> bool:
    """Is it something spoken aloud long before by a person whom the article names nowhere near?"""
    own = said.statement
    unnamed = own.source_kind == "person" and not speaker_of(own)
    return unnamed and said.recalled and is_aloud(said)


def names_speaker_of(later: Said, earlier: Said) -> bool:
    """Has the article of the one all words of the other's speaker's name?"""
    # "Corrigan-Voss" stands in the article as two words.
    name = [word.casefold() for word in _NAME.findall(earlier.statement.speaker or "")]
    return bool(name) and later.names.issuperset(name)


def is_relayed(one: Said, other: Said, days: Mapping[str, str | None]) -> bool:
    """Does one of two statements pass on what somebody without a name told the other's outlet?"""
    a, b = one.statement.article_id, other.statement.article_id
    if a == b:
        return False
    return _passes_on(one, other, days) or _passes_on(other, one, days)


def speaks_for_nobody_named(said: Said) -> bool:
    """Is the speaker without a name, or only the outlet that had the words?"""
    return not speaker_of(said.statement) or said.statement.source_kind == "outlet"


def _passes_on(relay: Said, first: Said, days: Mapping[str, str | None]) -> bool:
    if first.outlet is None or first.outlet not in relay.relays or relay.outlet == first.outlet:
        return False
    if not speaks_for_nobody_named(relay) or speaker_of(first.statement):
        return False
    if first.statement.source_kind == "unknown":
        return False  # the outlet's own words
    if not (relay.dated and first.dated):
        return True
    day, since = (days.get(s.statement.article_id) for s in (relay, first))
    apart = days_between(day, since)
    return apart is None or (apart <= RELAYED_DAYS and (since or "") <= (day or ""))


def are_in_one_programme(one: Said, other: Said) -> bool:
    """Do both say that the words were spoken in the same programme, or to the same person?"""
    told = addressee_of(one.statement), addressee_of(other.statement)
    shared = set(one.programmes) & set(other.programmes)
    own = {one.outlet, other.outlet}
    return bool(shared - own) or (told[0] is not None and told[0] == told[1])
