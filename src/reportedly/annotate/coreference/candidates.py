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
    links = _syntax_links(parse)
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


def _syntax_links(parse: Parse) -> list[tuple[int, int, str]]:
    """Pairs of head tokens (above, below) of which the lower describes the upper."""
    found: list[tuple[int, int, str]] = []
    for token in parse.tokens:
        if token.dep == "appos" and (post := _find_second_post(parse, token)) is not None:
            found += [(token.head, token.i, "apposition"), (token.head, post, "apposition")]
        elif token.dep == "appos" and _is_apposition(parse, token):
            found.append((_described_by(parse, token), token.i, "apposition"))
        elif token.dep == "conj" and _goes_on_with_apposition(parse, token):
            above = parse.tokens[parse.tokens[token.head].head]
            found.append((above.i, token.i, "apposition"))
        elif token.dep in _CALLED and parse.tokens[token.head].lower in ("named", "called"):
            called = parse.tokens[token.head]
            if called.dep == "acl" and token.pos == "PROPN":
                found.append((called.head, token.i, "apposition"))
        elif (paper := _find_paper(parse, token)) is not None:
            found.append((paper, token.i, "apposition"))
        elif token.dep == "attr" and (subject := _subject_of(parse, token)) is not None:
            found.append((subject, token.i, "predicate"))
    return found


def _find_paper(parse: Parse, noun: Token) -> int | None:
    """Satin in "Satin magazine told", which is no other magazine."""
    if noun.lemma.lower() not in _PAPERS or noun.tag != "NN" or noun.i == 0:
        return None
    name = parse.tokens[noun.i - 1]
    bare = name.dep == "compound" and name.head == noun.i and name.pos == "PROPN"
    return name.i if bare and name.entity != "PERSON" and not _has_own(parse, noun) else None


#: What stands right behind the name of a paper; "Channel network" and "Fern station" are parts.
_PAPERS = frozenset(("magazine", "newspaper"))


def _find_second_post(parse: Parse, name: Token) -> int | None:
    """Publisher in "her husband and publisher, Bo Doe,": one owner for both, and one name."""
    noun = parse.tokens[name.head]
    if name.entity != "PERSON" or noun.tag != "NN" or noun_kind(noun.lemma) != "person":
        return None
    for i in parse.children[noun.i]:
        other = parse.tokens[i]
        second = other.dep == "conj" and other.tag == "NN" and other.i < name.i
        if second and noun_kind(other.lemma) == "person" and not _has_own(parse, other):
            return i if parse.tokens[i + 1].text == "," else None
    return None


def _has_own(parse: Parse, noun: Token) -> bool:
    return any(parse.tokens[c].dep in ("det", "poss", "nummod") for c in parse.children[noun.i])


def _goes_on_with_apposition(parse: Parse, token: Token) -> bool:
    """Mother in "Ann Doe, the judge and mother of Eve Doe": one article for both nouns.

    Also "Ann Doe, the judge and the mother of Eve Doe," and "Ann Doe, the inn's cook and Eve's
    mother,": definite both, and closed by a comma.
    """
    noun = parse.tokens[token.head]
    own = _has_own(parse, token) and not _closes_definite(parse, noun, token)
    nouns = token.tag == noun.tag == "NN" and token.lower != noun.lower
    persons = nouns and noun_kind(token.lemma) == noun_kind(noun.lemma) == "person"
    named = parse.tokens[noun.head].pos == "PROPN"
    return noun.dep == "appos" and persons and named and not own


def _closes_definite(parse: Parse, noun: Token, second: Token) -> bool:
    before = [parse.tokens[c] for n in (noun, second) for c in parse.children[n.i] if c < n.i]
    lead = {token.lower for token in before}
    owned = sum(token.dep == "poss" and token.pos != "PRON" for token in before) > 1
    last = parse.subtree(second.i)[-1]
    after = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else second
    listed = parse.tokens[parse.subtree(second.i)[0] - 2].text == ","
    definite = ("the" in lead or owned) and not lead & {"a", "an", "another"}
    return definite and after.text == "," and not listed


#: Doe in "a driver named Doe".
_CALLED = frozenset(("oprd", "dobj", "attr"))


def _described_by(parse: Parse, token: Token) -> int:
    """What an apposition describes: in "a lawyer for Doe, Ann Poe," the lawyer, not Doe."""
    above = parse.tokens[token.head]
    # "His successor as mayor, Ann Poe,": a bare noun has no apposition of its own.
    office = above.tag == "NN" or (above.text.isupper() and not above.entity)
    bare = office and not _has_own(parse, above)
    if token.entity != "PERSON" or not (above.entity in ("PERSON", "ORG", "GPE") or bare):
        return above.i
    link = parse.tokens[above.head]
    if above.dep == "pobj" and link.dep == "prep":
        noun = parse.tokens[link.head]
        if noun_kind(noun.lemma) == "person":
            return noun.i
    return above.i


def _is_apposition(parse: Parse, token: Token) -> bool:
    """Lists of names and lines such as "Photo: Ann Doe" are parsed as appositions too."""
    between = {t.text for t in parse.tokens[token.head + 1 : token.i]}
    above = parse.tokens[token.head]
    if above.i == parse.sentences[above.sentence].first and above.text.isupper():
        return not between & {"-", "–", "—"}  # "MARL - A contentious plan": a dateline
    return token.pos in ("NOUN", "PROPN") and not between & {":", "|", "/", ";", "and", "or"}


def _subject_of(parse: Parse, token: Token) -> int | None:
    verb = parse.tokens[token.head]
    if verb.lemma not in ("be", "become", "remain") or token.pos not in ("NOUN", "PROPN"):
        return None
    below = [parse.tokens[child] for child in parse.children[verb.i]]
    if any(t.dep in ("neg", "expl") or t.tag == "MD" for t in below):
        return None
    if any(
        parse.tokens[c].dep == "det" and parse.tokens[c].lower == "no"
        for c in parse.children[token.i]
    ):
        return None
    subjects = [t.i for t in below if t.dep == "nsubj"]
    return subjects[0] if len(subjects) == 1 and verb.lemma == "be" else None
