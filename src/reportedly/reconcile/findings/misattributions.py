"""The same words under another speaker, or on another occasion or in another programme."""

import re
from collections.abc import Iterator
from itertools import combinations, product

from rapidfuzz import fuzz

from reportedly.content_words import content_stems, words
from reportedly.model import Evidence, Finding, Statement
from reportedly.models.names import find_likely_gender
from reportedly.models.names.person import contradict, person_name
from reportedly.offsets import Span, hull, overlaps
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.occasions import find_other_occasion, find_other_programme
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.wording import (
    called_by_pronoun,
    quoted,
    sentence,
    share_a_name,
    who,
)

#: Shorter quotations are slogans, titles and answers that many give.
FEWEST_WORDS = 6
FEWEST_STEMS = 3
#: … but posts, which are put together from all their words alone.
FEWEST_OF_POST = 4
#: Likeness (0–100) of the shorter wording to the part of the longer that fits it best: the same
#: words but for a slip.
ALIKE = 88
#: More speakers than this say it together: a chant or a saying.
MOST_SPEAKERS = 3
PRIOR_SPEAKER = 0.7
PRIOR_OCCASION = 0.6
#: A word that may be of a name; titles and initials are too short.
_NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_]{2,}")
#: A paragraph that opens with somebody whom the one before it named.
_PRONOUN = re.compile(r"[“\"‘']?(?:He|She)\b")
#: Which given names a pronoun usually goes with.
_USUAL = {"he": "m", "she": "f"}
_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss)\b\.?\s+(?:[^\W\d_a-z][\w’'-]+\s+)?([^\W\d_a-z][\w-]+)")
#: Who repeats another says so: "as he puts it".
_AS_PUT = re.compile(
    r"\b(?:[Aa]s|[Ll]ike)\s+(?:(?:s?he|they)|[^\W\d_a-z]\w+(?:\s+[^\W\d_a-z]\w+)?)\s+"
    r"(?:puts?|says?|said|would\s+say|used\s+to\s+say|likes?\s+to\s+say|always\s+sa(?:ys|id))\b"
    r"|\bin\s+(?:his|her|their)\s+(?:own\s+)?words\b"
)
#: Where both names stand near the words, one may only repeat them; how near, and how much rarer
#: another attribution then was when read.
NEAR_CHARS, NAMED_NEARBY = 300, 0.6


def find_misattributions(pile: Pile) -> Iterator[Finding]:
    """Within each utterance: pairs of reports that name another speaker or another occasion."""
    for _, members in sorted(_reports(pile).items()):
        speakers = sorted({s.speaker_id for s in members if s.speaker_id})
        if 2 <= len(speakers) <= MOST_SPEAKERS:
            yield from _by_speaker(members, speakers, pile)
            for speaker in speakers:
                # Who is left unnamed is taken for the one who said it first.
                own = (speaker, None) if speaker == _first_speaker(members) else (speaker,)
                yield from _by_occasion([s for s in members if s.speaker_id in own], pile)
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


def _first_speaker(members: list[Statement]) -> str | None:
    return next((s.speaker_id for s in members if s.speaker_id), None)


def _is_telling(statement: Statement) -> bool:
    text = statement.content_text
    least = FEWEST_OF_POST if statement.channel == "post" else FEWEST_WORDS
    return len(words(text)) >= least and len(content_stems(text)) >= FEWEST_STEMS


def _day(statement: Statement, pile: Pile) -> str:
    return pile.day(statement.article_id)


def _alike(a: Statement, b: Statement, pile: Pile) -> bool:
    """Are the words nearly the same?  Of a report in part its own, those that it quotes."""
    one, other = (" ".join(pile.said(s).keys) for s in (a, b))
    return fuzz.partial_ratio(one, other) >= ALIKE


def _by_speaker(members: list[Statement], speakers: list[str], pile: Pile) -> Iterator[Finding]:
    """Pairs of reports in which two different people are named; "he said" names somebody only
    where nobody else can be meant."""
    told: set[frozenset[str]] = set()
    for pair in combinations(speakers, 2):
        one = [s for s in members if s.speaker_id == pair[0]]
        other = [s for s in members if s.speaker_id == pair[1]]
        named = [[s for s in side if _is_named(s, pile)] for side in (one, other)]
        matching = [
            (a, b) for a, b in product(*named) if _alike(a, b, pile) and not _relayed(a, b, pile)
        ]
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
            f"{quoted(first.content_text)} is attributed to {who(first)} "
            f"({pile.place(first.article_id)}) "
            f"and to {who(then)} ({pile.place(then.article_id)})",
            [evidence_of(s) for s in members if s.speaker_id in (*pair, None)],
            PRIOR_SPEAKER * (NAMED_NEARBY if _names_both(a, b, pile) else 1.0),
        )


def _is_named(statement: Statement, pile: Pile) -> bool:
    """ "It was Orla Venn who swore": whom "who" means stands right before it; and where a headline
    names who said the words, so does "he said" below it.  Of a few words posted, who is only
    described may be somebody else."""
    if len(words(statement.content_text)) < FEWEST_WORDS and not called_by_pronoun(statement):
        called = set(_NAME.findall(statement.source_text or ""))
        return not called.isdisjoint(_NAME.findall(statement.speaker or ""))
    if not called_by_pronoun(statement) or (statement.source_text or "").lower() == "who":
        return True
    own = (statement.article_id, statement.speaker_id)
    if any(
        (s.article_id, s.speaker_id) == own and not called_by_pronoun(s)
        for s in pile.reports_of(statement.utterance_id)
    ):
        return True
    return bool(statement.source) and _is_alone(statement, pile)


def _is_alone(statement: Statement, pile: Pile) -> bool:
    """Is the speaker the only person whom the paragraph names, else describes, up to "he said"?"""
    text, end = pile.articles[statement.article_id].text, hull(statement.source)[1]
    start = text.rfind("\n", 0, end) + 1
    # Of whom the words themselves speak does not say them.
    end = min([end, *(at for at, _ in statement.content if at > start)])
    met = _named_in(statement.article_id, (start, end), pile)
    said = (statement.source_text or "").casefold()
    passage = text[start:end]
    named = [entity for entity in met if _may_be(said, pile.name(entity) or "", passage)]
    if not met and _described_in(statement.article_id, (start, end), pile) == {
        statement.speaker_id
    }:
        return True
    if not met and _PRONOUN.match(text, start, end):
        # "He was brief in defeat": of whom the sentence before is.
        before = len(text[:start].rstrip())
        last = sentence_at(text, max(0, before - 1))
        named = _named_in(statement.article_id, last, pile)[:1]
    return named == [statement.speaker_id]


def _may_be(pronoun: str, name: str, passage: str) -> bool:
    """False for "he" and Ms Moll, or whose given name goes with "she": enough to look past her."""
    parts = person_name(name)
    titled = {m[1] for m in _TITLED.finditer(passage) if m[2].casefold() == parts.family}
    usual = find_likely_gender(parts.given) if parts.given else None
    for title in titled:
        usual = "m" if title == "Mr" else "f"
    return usual is None or pronoun not in _USUAL or _USUAL[pronoun] == usual


def _described_in(article_id: str, span: Span, pile: Pile) -> set[str]:
    """The people of a passage, where words and not pronouns alone speak of somebody."""
    text = pile.articles[article_id].text
    met = [
        (text[slice(*place)], entity)
        for place, entity in pile.mentions.listed(article_id)
        if span[0] <= place[0] < span[1] and pile.is_of(entity, ("person",))
    ]
    return {entity for _, entity in met} if any(" " in called for called, _ in met) else set()


def _named_in(article_id: str, span: Span, pile: Pile) -> list[str]:
    """The people whom a passage calls by a name, in the order of their names."""
    passage = pile.articles[article_id].text[slice(*span)]
    places = {match[0]: match.start() for match in reversed(list(_NAME.finditer(passage)))}
    met = (pile.entities.get(e) for e in pile.mentions.within(article_id, [span]))
    found = {
        entity.entity_id: min(places[name] for name in called)
        for entity in met
        if entity is not None
        and entity.kind == "person"
        and (called := [name for name in _NAME.findall(entity.name) if name in places])
    }
    return sorted(found, key=lambda name: (found[name], name))


def letters(name: str) -> str:
    """A name's letters alone: "A.J." and "A J" are one way of writing."""
    return "".join(char for char in name.casefold() if char.isalpha())


def _relayed(a: Statement, b: Statement, pile: Pile) -> bool:
    """True when the two may be one, or one passes on what the other said."""
    if a.article_id == b.article_id or (share_a_name(a, b) and not _are_relatives(a, b)):
        return True
    # A letter has its writer's words.
    kinds = {a.source_kind, b.source_kind}
    if not kinds <= {"person", "document"} or any(_AS_PUT.search(s.content_text) for s in (a, b)):
        return True
    for one, other in ((a, b), (b, a)):
        if _is_repeated_there(one, other, pile):
            return True
        hops = pile.hops.get(one.statement_id, [])
        if any(hop.entity_id == other.speaker_id for hop in hops):
            return True
        if other.addressee_id and other.addressee_id == one.speaker_id:
            return True
    return False


def _are_relatives(a: Statement, b: Statement) -> bool:
    """True for two of one last name, each called by a given name where the words stand."""
    if not contradict(a.speaker or "", b.speaker or ""):
        return False
    return all(
        person_name(s.speaker or "").given in (s.source_text or "").casefold() for s in (a, b)
    )


def _is_repeated_there(whole: Statement, other: Statement, pile: Pile) -> bool:
    """ "Once for love, as he puts it": does who says it all name the other for these words?"""
    return any(
        s.speaker_id == other.speaker_id
        and s.article_id == whole.article_id
        and any(overlaps(x, y) for x in s.content for y in whole.content)
        for s in pile.reports_of(whole.utterance_id)
    )


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
        difference = find_other_programme(a, b, pile)
        if difference is None:
            difference = find_other_occasion(a, b, pile)
            if difference and not _alike(a, b, pile):
                continue
        if difference:
            yield _finding(
                a,
                b,
                f"{who(a)}’s words {quoted(a.content_text)} are placed {difference.one} "
                f"({pile.place(a.article_id)}) and {difference.other} ({pile.place(b.article_id)})",
                [*difference.evidence, *_likewise(a, members, pile)],
                PRIOR_OCCASION,
            )
            return


def _likewise(first: Statement, members: list[Statement], pile: Pile) -> list[Evidence]:
    """Other reports that place the words elsewhere than the first."""
    return [
        evidence_of(s)
        for s in members
        if s.article_id != first.article_id and find_other_programme(first, s, pile)
    ]


def _finding(
    first: Statement, then: Statement, explanation: str, rest: list[Evidence], prior: float
) -> Finding:
    return make_finding(
        "misattribution",
        sentence(explanation),
        (evidence_of(first), evidence_of(then), *rest),
        prior * certainty(first, then),
        about=(first.speaker_id, then.speaker_id),
        naming=(first.speaker, None),
    )
