"""All candidates of a text, names, descriptions and pronouns, with quotations and appositions."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.coordinations import find_coordinations
from reportedly.annotate.coreference.lexicon import OUTLET_NOUNS, TITLES
from reportedly.annotate.coreference.name import Name
from reportedly.annotate.coreference.names import find_names
from reportedly.annotate.coreference.nominals import find_nominals, noun_gender, noun_kind
from reportedly.annotate.coreference.noun_phrases import phrase_tokens
from reportedly.annotate.coreference.press import NO_PRESS, Press
from reportedly.annotate.coreference.pronouns import find_pronouns
from reportedly.annotate.coreference.quotations import (
    Quotation,
    find_quotations,
    quotation_of_tokens,
)
from reportedly.annotate.coreference.shops import shops_among
from reportedly.annotate.coreference.sources import (
    as_speaker,
    source_heads,
    speaking_candidates,
    told_sentences,
)
from reportedly.annotate.coreference.syntax_links import syntax_links
from reportedly.annotate.parse.model import Parse, Token
from reportedly.model import Attribution
from reportedly.offsets import Spans


@dataclass(frozen=True, slots=True)
class Candidates:
    """What clustering starts from.  `same` holds pairs of candidates joined by syntax, with why."""

    parse: Parse
    text: str
    press: Press
    found: tuple[Candidate, ...]
    quotations: tuple[Quotation, ...]
    same: tuple[tuple[int, int, str], ...]
    speaking: frozenset[int]
    """candidates that the source of an attribution consists of"""
    told: Mapping[int, Spans]
    """where a source begins → what it said"""
    told_sentences: frozenset[int] = frozenset()
    """sentences that somebody in the text says from beginning to end"""

    def last_untold(self, sentence: int) -> int:
        """The last sentence before `sentence` that the text tells itself; -1 if there is none."""
        at = sentence - 1
        while at >= 0 and at in self.told_sentences:
            at -= 1
        return at


def find_candidates(
    parse: Parse, text: str, attributions: Sequence[Attribution] = (), press: Press = NO_PRESS
) -> Candidates:
    """The candidates of a parsed text, in the order of their spans (outer before inner)."""
    quotations = find_quotations(text, attributions)
    quotation_of = quotation_of_tokens(parse, quotations)
    names = find_names(parse, press)
    links = syntax_links(parse)
    inner = frozenset(below for _, below, _ in links)
    named = frozenset(i for name in names for i in range(name.first, name.last + 1))
    shops = shops_among(parse, names)
    found = [
        _as_shop(each) if n in shops else each
        for n, each in enumerate(_named(parse, name, quotation_of, inner) for name in names)
    ]
    found += find_nominals(parse, named, quotation_of, inner, source_heads(parse, attributions))
    found += find_pronouns(parse, quotation_of)
    found = _one_for_each_span(found)
    spans = {candidate.span for candidate in found}
    found += [c for c in find_coordinations(parse, found) if c.span not in spans]
    found.sort(key=lambda c: (c.span[0], -c.span[1]))
    by_head = {c.head: n for n, c in enumerate(found) if c.text}
    same = tuple(
        (by_head[above], by_head[below], why)
        for above, below, why in links
        if above in by_head and below in by_head
    )
    speaking = speaking_candidates(parse, found, attributions)
    found = [as_speaker(c) if n in speaking else c for n, c in enumerate(found)]
    told = {span[0]: row.content for row in attributions for span in row.source[:1]}
    whole = told_sentences(parse, attributions)
    return Candidates(
        parse, text, press, tuple(found), tuple(quotations), same, speaking, told, whole
    )


def _one_for_each_span(candidates: list[Candidate]) -> list[Candidate]:
    """Sorted by span; of two with one span or one head the name is kept."""
    rank = {"name": 0, "pronoun": 1, "nominal": 2}
    kept: list[Candidate] = []
    spans: set[tuple[int, int]] = set()
    heads: set[int] = set()
    for candidate in sorted(candidates, key=lambda c: (rank[c.form], c.span)):
        if candidate.span not in spans and candidate.head not in heads:
            kept.append(candidate)
            spans.add(candidate.span)
            heads.add(candidate.head)
    return sorted(kept, key=lambda c: (c.span[0], -c.span[1]))


def _named(parse: Parse, name: Name, quotation_of: list[int], inner: frozenset[int]) -> Candidate:
    head = name.head(parse)
    core = name.core(parse)
    span, roles = core, _roles(parse, name)
    modifies = head.dep in ("compound", "amod", "nmod", "npadvmod") or name.cut
    if not modifies:
        first, last = phrase_tokens(parse, head.i)
        last = name.last if _is_age_after(parse, name.last, last) else last
        if first <= name.first and name.last <= last and not _premodifies(parse, name, last):
            span = (parse.tokens[first].start, max(core[1], parse.tokens[last].end))
    elif name.title:
        span = (parse.tokens[_first_title(parse, name)].start, core[1])
    title = name.title.split()[-1].lower().rstrip(".") if name.title else ""
    role_genders = {noun_gender(role.split()[-1]) for role in roles} - {""}
    gender = TITLES.get(title, "") or (role_genders.pop() if len(role_genders) == 1 else "")
    return Candidate(
        span=span,
        core=core,
        head=head.i,
        sentence=head.sentence,
        form="name",
        kind=name.kind,
        text=name.text,
        title=name.title,
        roles=roles,
        wrote=name.kind == "person" and _owns_book(parse, head),
        gender=gender if name.kind == "person" else "",
        number=_number(name, head),
        definite=True,
        quotation=quotation_of[head.i],
        inner=head.i in inner,
    )


def _as_shop(name: Candidate) -> Candidate:
    """ "Quill's", where that is a bakery: not Quill."""
    text = f"{name.text}’s"
    return dataclasses.replace(name, text=text, kind="organisation", gender="", roles=(), title="")


def _is_age_after(parse: Parse, last: int, end: int) -> bool:
    """ "Ann Doe, 52": the age alone is no apposition."""
    after = parse.tokens[last + 1 : end + 1]
    return len(after) == 2 and after[0].text == "," and after[1].tag == "CD"


def _number(name: Name, head: Token) -> str:
    """Plural for groups; a person's last name may look like a plural ("Cheeks")."""
    if name.kind == "person":
        return "sg"
    return "pl" if name.kind == "group" or head.tag == "NNPS" else "sg"


def _premodifies(parse: Parse, name: Name, last: int) -> bool:
    """ "Tulsa police chief": what comes right after the name is the real head."""
    after = parse.tokens[name.last + 1] if name.last < last else None
    return after is not None and after.pos in ("NOUN", "PROPN")


def _first_title(parse: Parse, name: Name) -> int:
    first = name.first
    while first > 0 and parse.tokens[first - 1].lower.rstrip(".") in TITLES:
        first -= 1
    return first


def _owns_book(parse: Parse, head: Token) -> bool:
    """ "Ann Doe's memoir", "Ann Doe's first novel"."""
    return head.dep == "poss" and parse.tokens[head.head].lemma.lower() in _BOOKS


_BOOKS = frozenset("autobiography bestseller biography book diary memoir novel thriller".split())


def _roles(parse: Parse, name: Name) -> tuple[str, ...]:
    """Nouns right before a name: "chief executive" Ann Doe, the "magazine" Doe."""
    if name.kind in ("organisation", "work"):
        before = parse.tokens[name.first - 1] if name.first else None
        called = before is not None and before.tag == "NN" and before.lower in OUTLET_NOUNS
        return (before.lower,) if before is not None and called else ()
    if name.kind != "person":
        return ()
    words: list[str] = []
    for i in range(name.first - 1, max(-1, name.first - 4), -1):
        token = parse.tokens[i]
        if token.sentence != parse.tokens[name.first].sentence or token.pos not in ("NOUN", "ADJ"):
            break
        words.insert(0, token.lower)
    if not words or noun_kind(words[-1]) != "person":
        return ()
    return (" ".join(words),)
