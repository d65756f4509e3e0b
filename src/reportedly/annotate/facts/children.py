"""Children: how many there are ("mother of two", "their three children"), and who they are."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping

from reportedly.annotate.facts.births import is_told_as_parent
from reportedly.annotate.facts.child_names import POSSESSIVES, SOME, find_named_children
from reportedly.annotate.facts.couples import Pair, find_meant, find_pair, told_of
from reportedly.annotate.facts.lexicon import (
    APPOSITION,
    CHILDREN,
    COUNT,
    HE,
    HUSBAND,
    MARRIED_AND,
    PARENT,
    SHE,
    SMALL,
    SPOUSE,
    count_of,
    count_or_one,
)
from reportedly.annotate.facts.parenthood import find_parenthood, first_of
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.offsets import Span, within_any

#: More children than this is a misreading.
MOST_CHILDREN = 20
_SONS = rf"(?:(?:{COUNT}|an?)\s+(?:\w+\s+)?(?:sons?|daughters?|boys?|girls?))"
_BOTH = rf"{_SONS}(?:,)?\s+and\s+{_SONS}"
#: "Two daughters" are all where the sentence has no sons.
_ONE_KIND = (
    rf"(?P<kind>{COUNT})\s+(?:(?:young|adult|grown(?:-up)?|small|little|teenage|twin)\s+)?(?:sons|daughters|boys|girls)\b"
    r"(?!,?\s+(?:and|by|with)\b|\s+(?:from|under|in|at|who)\b)"
    r"(?![^.;\n]*\b(?:\w+sons?|sons?|\w*daughters?|boys?|girls?|child|children|adopted|late|died)\b)"
)
_PARENT_OF = re.compile(
    rf"\b(?P<kin>{PARENT}s?)(?:-|\s+)of(?:-|\s+)(?:(?P<both>{_BOTH})|(?P<count>{COUNT}))"
    rf"(?!\s*(?:-|\s)(?:year|month|week|of\b|million|the\b))(?:\s+(?:\w+\s+)?{CHILDREN})?\b",
    re.IGNORECASE,
)
#: With whom children are all of them: a husband or wife of now, or whoever was just named.
_WITH_WHOM = (
    rf"\s+(?:(?:his|her)\s+)?{HUSBAND}\b|\s+(?:him|her)(?=\s*(?:[,.;:\n(-]|\Z))"
    r"(?![^.;\n]*\b(?:another|previous|also|ex)\b)"
)
_PARTIAL = re.compile(
    rf"\s+(?:from(?!\s+(?:{COUNT}|both|different|several)\s+(?:\w+\s+)?(?:marriage|relationship|wife|wives"
    rf"|women|men|partner)s?\b)|with(?!{_WITH_WHOM})|by\s+(?:an?|his|her|their|[A-Z])|of\s+(?:his|her|their)"
    r"|under|in|at|who\s+(?:were|are)\s+under)\b"
)
_POSSESSED = re.compile(
    rf"(?:'s?)?\s+(?P<count>{COUNT})\s+(?!{SOME}){SMALL}"
    rf"{CHILDREN}\b",
    re.IGNORECASE,
)
#: The ways to say "has".
_WITH = (
    r"(?:have|has|shares?|(?:is|are)\s+(?:raising|bringing\s+up)|raises?|is\s+married(?:\s+to\s+[^,.;\n]{1,40}?)?,?\s+"
    r"(?:and\s+(?:they\s+)?ha(?:s|ve)|with)|lives?\s+(?:\w+\s+){0,6}?with\s+"
    r"(?:(?:his|her)\s+(?:husband|wife|partner)(?:,[^,.;\n]{1,40},)?\s+and(?:\s+(?:his|her|their))?"
    r"|his|her|their))"
)
#: "Has only one child"; what follows must end the words: "one child policy" is none.
_SINGLE = (
    r"(?P<single>(?:(?:just|only)\s+)?(?:one|a\s+single|an\s+only)\s+child)"
    r"(?=\s*(?:[,.;:!?\"]|\Z|\n)|\s+(?:and|together|called|named)\b)"
)
_HAVE = re.compile(
    rf"{SPOUSE}(?:\s*\(\d{{1,3}}\))?{MARRIED_AND}(?:(?:,\s+\d{{1,3}})?,?\s+who|{APPOSITION},)?\s+{_WITH}\s+(?:(?P<count>{COUNT})\s+(?!{SOME}){SMALL}"
    rf"{CHILDREN}\b|(?P<both>{_BOTH})\b|{_ONE_KIND}|{_SINGLE})",
    re.IGNORECASE,
)
_HAVE_TWO = re.compile(
    r"[^.;\n]*?\b(?:have|share|are\s+(?:raising|bringing\s+up))\b", re.IGNORECASE
)
_COUPLE = re.compile(r"\b(?:the\s+couple|the\s+pair|they|their)\b", re.IGNORECASE)
_THE_COUPLE = re.compile(r"(?:the\s+couple|the\s+pair)\b", re.IGNORECASE)
#: "She is survived by her three sons and eleven grandchildren", "he leaves a wife and a son".
_SURVIVED = re.compile(
    r"(?:,[^.;\n]{1,60},)?\s+(?:is\s+survived\s+by|leaves(?:\s+behind)?)\s+"
    r"(?P<who>(?:an?|her|his|[a-z]+)\s[^.;\n]{3,160})"
)
_CHILD_LEFT = re.compile(
    rf"\b(?P<n>{COUNT}|an?)\s+{SMALL}(?:sons?|daughters?|children|kids)\b",
    re.IGNORECASE,
)
#: "The marriage of Ann Doe and Tom Roe, which produced three children".
_PRODUCED = re.compile(
    rf"\bmarriage\b[^.;\n]{{0,140}}?\bproduced\s+(?P<count>{COUNT})\s+(?:\w+\s+)?{CHILDREN}\b",
    re.IGNORECASE,
)
#: How far back the two must have been named for "the couple" to mean them.
_COUPLE_REACH_CHARS = 2_000
#: How far back "the mother of two" may reach for the only woman named, and for one who is "she".
_REACH_CHARS, _FAR_CHARS = 600, 900
_AND_THE = re.compile(r"(?:[A-Z][\w'-]+\s)*[A-Z][\w'-]+(?:,\s+\d{1,3},)?\s+and\s+the\s+\Z")
_JOINED_CHARS = 50
_FIRST = frozenset({"i", "we", "my", "our"})
_GENDER = {"mother": SHE, "mum": SHE, "mom": SHE, "father": HE, "dad": HE}
#: "We have two children": of a couple where the paragraph speaks of a marriage; a school has many.
_WE = re.compile(r"\b[Ww]e(?=\s+have\s)")
_WED = re.compile(r"\b(?:married|marry|marriage|husband|wife|partner|divorc\w+|couple)\b", re.I)
_MOST_OURS = 8
#: A sentence about somebody whom it only describes.
_DESCRIBED = re.compile(r"\s*The\s+[a-z][^.;:\n]{2,60}?,\s+\d\d,")
_AGED = re.compile(r",\s+(?:aged\s+)?(\d{1,3})(?=,)")


def find_children(setting: Setting, couples: Iterable[tuple[Person, Person]]) -> Iterator[Found]:
    """Counts and names of children; `couples` are the pairs that the article says are married."""
    pairs = sorted(couples)
    yield from _parents_of(setting)
    before = first_of(setting)
    yield from _counted(setting, pairs, before)
    yield from _ours(setting)
    yield from _produced(setting)
    # Two whom the article only names together need not be the parents.
    two = find_pair(setting, pairs)
    yield from find_named_children(setting, two if pairs else None)
    yield from find_parenthood(setting, two, before, married=bool(pairs))


def _total(matched: re.Match[str]) -> str | None:
    """The number of children: as given, or sons and daughters together."""
    parts = matched.groupdict()
    if parts.get("single"):
        return "1"
    if parts.get("both"):
        numbers = re.findall(
            rf"\b({COUNT}|an?)\s+(?:\w+\s+)?(?:son|daughter|boy|girl)", parts["both"], re.I
        )
        counts = [count_or_one(n) for n in numbers]
        total = sum(c for c in counts if c) if len(counts) == 2 and all(counts) else None
    else:
        total = count_of(parts.get("kind") or parts["count"])
    return str(total) if total and total <= MOST_CHILDREN else None


def find_total(words: str) -> str | None:
    """The number of children in "the mother of two"; None where it tells none."""
    matched = _PARENT_OF.search(words)
    return _total(matched) if matched else None


def _parents_of(setting: Setting) -> Iterator[Found]:
    for matched in _PARENT_OF.finditer(setting.view):
        value = None if _is_title(setting, matched.end()) else _total(matched)
        person = _find_parent(setting, matched.span()) if value else None
        person = person or (_find_speaking_parent(setting, matched) if value else None)
        aged = _AGED.match(setting.view, matched.end())
        person = person or _find_last_parent(setting, matched, surely=aged is not None)
        if person and value:
            inside = person.span[0] <= matched.start() and matched.start() - person.span[0] < 80
            start = person.span[0] if inside else matched.start()
            span = (start, matched.end())
            yield Found(person, "children", value, span, 0.94 * person.confidence)
            if aged and (years := count_of(aged[1])):
                yield Found(person, "age", str(years), (start, aged.end(1)), 0.93)


def _find_speaking_parent(setting: Setting, matched: re.Match[str]) -> Person | None:
    """Whom "said the mother of two" means, where it is known who speaks."""
    for statement in setting.statements:
        cluster = statement.speaker_cluster
        if cluster is None or not setting.people.knows(cluster):
            continue
        for start, end in statement.source:
            words = setting.view[start : matched.start()] if start <= matched.start() < end else "-"
            if re.fullmatch(r"(?i:the)\s+(?:[\w-]+\s+){0,2}", words):
                return Person((start, end), cluster, "nominal", 0.9)
    return None


def _is_title(setting: Setting, end: int) -> bool:
    """True for "Mother of Two Rivers": a capital follows that begins nobody's name."""
    following = re.match(r"[ -](?=[A-Z])", setting.view[end : end + 2])
    return following is not None and setting.people.find_starting(end + 1, "name") is None


def _find_last_parent(setting: Setting, matched: re.Match[str], *, surely: bool) -> Person | None:
    """ "The mother of two" without a name: the only woman named shortly before.

    Where her age is told other articles can say who she is; then she must be the only one so far.
    """
    start = matched.start()
    if not re.search(r"\bthe\s+\Z", setting.before(start, 5), re.IGNORECASE):
        return None
    pronouns = _GENDER.get(matched["kin"].lower())
    if pronouns is None:
        return None
    others = HE if pronouns is SHE else SHE
    # "Tom Roe, 47, and the mother of two": she is not he.
    if joined_to := _AND_THE.search(setting.before(start, _JOINED_CHARS)):
        start = max(0, start - _JOINED_CHARS) + joined_to.start()
    if surely:
        told = setting.people.find_only((0, start), pronouns, others)
        named = {
            p.cluster
            for p in setting.people.names_in((0, start))
            if setting.people.may_be(p, pronouns)
            and not setting.people.is_spoken_of(p.cluster, others)
        }
        return told if told and named == {told.cluster} else None
    near, far = ((max(0, start - reach), start) for reach in (_REACH_CHARS, _FAR_CHARS))
    found = setting.people.find_only(far, pronouns, others, surely=True)
    return found or setting.people.find_only(near, pronouns, others)


def _find_parent(setting: Setting, span: Span) -> Person | None:
    """Whom "mother of two" is said of: the name before the comma, else the phrase itself."""
    head = re.search(
        r",\s+(?:\d{1,3},\s+)?(?!and\b)(?:a|the|is\s+a)?\s*(?:(?!and\b)[\w-]+\s+){0,3}\Z",
        setting.before(span[0], 60),
    )
    if head:
        start = max(0, span[0] - 60) + head.start()
        if person := setting.people.find_ending(start, "name"):
            return person
    # "The mother-of-three Ann Doe", "father of two Tom Roe".
    blank = span[1] + 1 if setting.view[span[1] : span[1] + 1] == " " else span[1]
    if named := setting.people.find_starting(blank, "name"):
        return named
    if is_ := re.search(
        r"(?:\s+(?:is|was)|'s)\s+(?:now\s+)?(?:a|the)\s+(?:[\w-]+\s+){0,2}\Z",
        setting.before(span[0], 40),
    ):
        end = max(0, span[0] - 40) + is_.start()
        apart = (person for person in setting.people.subjects if person.span[1] == end)
        holder = setting.people.find_ending(end) or next(apart, None)
        return None if holder and _is_of_described(setting, holder) else holder
    person = setting.people.find_around(span)
    if person and person.form == "nominal" and span[0] - person.span[0] < 40:
        return person
    return None


def _is_of_described(setting: Setting, pronoun: Person) -> bool:
    """True for "She" behind "The chef, 37, and the investor got engaged.": whoever the sentence
    before is about is more likely meant than somebody whom it does not speak of."""
    begun = setting.sentence(pronoun.span[0])[0]
    if pronoun.form != "pronoun" or setting.view[begun : pronoun.span[0]].strip():
        return False
    last = (setting.sentence(max(0, begun - 2))[0], begun)
    told = setting.people.places_in(last)
    about = _DESCRIBED.match(setting.view, *last)
    return about is not None and all(place.cluster != pronoun.cluster for place in told)


def _counted(
    setting: Setting, couples: list[Pair], before: Mapping[Span, list[Person]]
) -> Iterator[Found]:
    for person in setting.people.subjects:
        end = person.span[1]
        words = setting.view[slice(*person.span)].lower()
        has = None if is_told_as_parent(setting, person) else _HAVE.match(setting.view, end)
        owns = _POSSESSED.match(setting.view, end)
        if owns and not (words in POSSESSIVES or owns[0].startswith("'") or words.endswith("'s")):
            owns = None
        for matched in (has, owns):
            if matched and (value := _total(matched)) and not _is_partial(setting, matched.end()):
                span = (person.span[0], matched.end())
                holder = _find_who_speaks(setting, person) if words in _FIRST else person
                wed = bool(matched.groupdict().get("wed"))
                two = wed or _HAVE_TWO.match(matched[0]) is not None
                joined_to = before.get(person.span, []) if holder and two else []
                for each in [holder, *joined_to]:
                    if each:
                        yield Found(each, "children", value, span, 0.93 * person.confidence)
        survivors = _SURVIVED.match(setting.view, end)
        if survivors and (value := _survivors(survivors["who"])):
            span = (person.span[0], survivors.end())
            yield Found(person, "children", value, span, 0.85 * person.confidence)
    yield from _of_couple(setting, find_pair(setting, couples), couples)


def _ours(setting: Setting) -> Iterator[Found]:
    """ "We have two children", of whoever says so where a marriage is spoken of."""
    for _, we, person in setting.spoken(_WE):
        matched = _HAVE.match(setting.view, we.end())
        value = _total(matched) if matched else None
        if not matched or not value or int(value) > _MOST_OURS:
            continue
        start = setting.view.rfind("\n", 0, we.start()) + 1
        end = setting.view.find("\n", we.end())
        paragraph = setting.view[start : end if end >= 0 else None]
        if _WED.search(paragraph) and not _is_partial(setting, matched.end()):
            span = (we.start(), matched.end())
            yield Found(person, "children", value, span, 0.93 * person.confidence)


def _produced(setting: Setting) -> Iterator[Found]:
    """Children of a marriage whose two the sentence names before them."""
    for matched in _PRODUCED.finditer(setting.view):
        named = setting.people.names_in((setting.sentence(matched.start())[0], matched.end()))
        two = {person.cluster: person for person in named}
        if (value := _total(matched)) and len(two) == 2:
            for person in two.values():
                yield Found(person, "children", value, matched.span(), 0.85)


def _survivors(words: str) -> str | None:
    """The sons and daughters among those whom somebody leaves."""
    counts = [count_or_one(told["n"]) for told in _CHILD_LEFT.finditer(words)]
    total = sum(n for n in counts if n)
    return str(total) if counts and all(counts) and total <= MOST_CHILDREN else None


def _find_who_speaks(setting: Setting, pronoun: Person) -> Person | None:
    """Whose "I" it is: the speaker of the statement around it, where one is known."""
    around = [s for s in setting.statements if within_any(pronoun.span, s.content)]
    known = sorted({s.speaker_cluster for s in around if s.speaker_cluster is not None})
    if len(known) != 1:
        return None if known else pronoun
    if not setting.people.knows(known[0]):
        return None
    return dataclasses.replace(pronoun, cluster=known[0])


def _is_partial(setting: Setting, end: int) -> bool:
    return _PARTIAL.match(setting.view, end) is not None


def _of_couple(setting: Setting, pair: Pair | None, married: list[Pair]) -> Iterator[Found]:
    """Counts told of "they" or "the couple", when the article knows one couple only; where it does
    not say that the two are married, "the couple" must say so."""
    for start in _COUPLE.finditer(setting.view):
        if not married and not start[0].lower().startswith("the "):
            continue
        matched = _HAVE.match(setting.view, start.end())
        if matched is None and start[0].lower() == "their":
            matched = _POSSESSED.match(setting.view, start.end())
        value = _total(matched) if matched else None
        if matched is None or value is None or _is_partial(setting, matched.end()):
            continue
        span = (start.start(), matched.end())
        if married and pair:
            if _is_near(setting, pair, start):
                yield from told_of(pair, "children", value, span, 0.85)
        elif not married:
            meant = find_meant(setting, pair, married, start.start())
            yield from told_of(meant, "children", value, span, 0.85)


def _is_near(setting: Setting, pair: Pair, start: re.Match[str]) -> bool:
    """True where the two are the persons named last, else "they" are others; "the couple" are
    not."""
    near = setting.people.names_in((max(0, start.start() - _COUPLE_REACH_CHARS), start.start()))
    named = near if _tells_of_couple(setting, start) else near[-4:]
    return {p.cluster for p in pair} <= {p.cluster for p in named}


def _tells_of_couple(setting: Setting, pronoun: re.Match[str]) -> bool:
    """True where the sentence up to here has the couple as its subject: "the couple live with
    their two children"."""
    begun = setting.sentence(pronoun.start())[0]
    return _THE_COUPLE.match(setting.view[begun : pronoun.end()].lstrip()) is not None
