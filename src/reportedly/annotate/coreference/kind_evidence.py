"""What the words around a name say it names: "Doe, who …" a person, "a partner at Doe" a firm."""

from collections.abc import Iterator, Sequence

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.coreference.lexicon import BODY_WORDS, OUTLET_NOUNS
from reportedly.annotate.coreference.name import Name
from reportedly.annotate.coreference.nominals import noun_kind
from reportedly.annotate.parse.model import Parse, Token
from reportedly.models.names import find_likely_gender
from reportedly.number_words import ONES

#: Those who hold such a post hold it in a body: "chief executive of Doe".
_POSTS = frozenset(
    """executive chairman chairwoman chair chairperson director manager founder co-founder partner
    employee staffer intern shareholder investor treasurer trustee analyst economist editor
    publisher spokesman spokeswoman spokesperson boss""".split()
)
#: What can only be held in, or owned of, a body.
_HOLDINGS = frozenset("share stock stake subsidiary division headquarters shareholder".split())
#: What only people do.
_BODILY = frozenset(
    """climb walk sit smile laugh nod shrug cry weep sing dance bow kneel wear marry wed kiss hug
    sleep dream drink eat blush sigh grin frown whisper shout chuckle quip text""".split()
)
#: "Zero Tide noted": what speaks and has a number for its first name is no person.
_SPOKEN = frozenset("add ask claim note report say state tell write".split())
#: Nouns before a name that mean its kind less often than not.
_VAGUE = frozenset("party house administration campaign state capital".split())
_AGE_DIGITS = 2
#: Ages that newspapers write out.
_AGES_OF_CHILDREN = frozenset(ONES[2:13])
#: Signs that words beside a name count for when they say what it is.
_OUTRIGHT = 3
#: How much such a sign counts beside the parser's own opinion of one occurrence (3).
SIGN = 4


def find_kind_evidence(parse: Parse, names: Sequence[Name]) -> Iterator[tuple[str, Kind]]:
    """(name, kind) for each sign that the text gives; a name may get several, and contradictory."""
    people = {n.head(parse).i for n in names if n.kind == "person" and len(n.words) > 1}
    for name in names:
        head = name.head(parse)
        if kind := _find_title_sign(parse, name) or _find_outlet_sign(parse, name, head):
            # Said outright; it outweighs the parser's opinion of some more occurrences.
            yield from [(name.text, kind)] * _OUTRIGHT
        if kind := _find_sign(parse, name, head):
            yield name.text, kind
        elif _joined_to_person(parse, name, head, people):
            yield name.text, "person"


def _find_title_sign(parse: Parse, name: Name) -> Kind | None:
    """ "The magazine Doe", "told The Long Doe": only titles keep their capital article."""
    before = parse.tokens[name.first - 1] if name.first and not name.title else None
    if before is None or before.sentence != parse.tokens[name.first].sentence:
        return None
    if before.lower in _CALLED and (kind := _kind_called(parse, before)):
        return kind
    if before.lemma.lower() in OUTLET_NOUNS and (
        before.tag == "NN" or _is_the(parse, before.i - 1)
    ):
        return "organisation"  # parsers take "the weekly Doe & Roe" for a weekly person
    inside = before.text == "The" and before.i > parse.sentences[before.sentence].first
    if not inside or not parse.tokens[before.i - 1].text.islower():
        return None
    return "work" if name.kind in ("person", "unknown") else name.kind


def _find_outlet_sign(parse: Parse, name: Name, head: Token) -> Kind | None:
    """ "Doe, the bakers' weekly, said"; "the Doe reported", where no noun follows: a paper."""
    if name.title or len(name.words) > 1 or name.kind != "person":
        return None
    told = (parse.tokens[i] for i in parse.children[head.i] if i > name.last)
    if any(t.dep == "appos" and t.tag == "NN" and t.lemma.lower() in OUTLET_NOUNS for t in told):
        return "organisation"
    speaks = head.dep == "nsubj" and parse.tokens[head.head].lemma in _SPOKEN
    return "organisation" if speaks and name.first and _is_the(parse, name.first - 1) else None


def _kind_called(parse: Parse, called: Token) -> Kind | None:
    """A work or a body for "a programme that I think was called Plain Speaking"."""
    line = parse.tokens[max(0, called.i - _CALLED_TOKENS) : called.i]
    nouns = [t.lemma.lower() for t in line if t.pos == "NOUN" and t.sentence == called.sentence]
    if not nouns:
        return None
    kind = noun_kind(nouns[-1])
    return kind if kind in ("work", "organisation") else None


_CALLED = frozenset(("called", "entitled", "named", "titled"))
#: Between the noun and "called" stands at most a clause of so many words.
_CALLED_TOKENS = 8


def _is_the(parse: Parse, at: int) -> bool:
    return at >= 0 and parse.tokens[at].lower == "the"


def _joined_to_person(parse: Parse, name: Name, head: Token, people: set[int]) -> bool:
    """ "Doe Roe and Ann Poe": two words beside a person's full name, and no word for a body."""
    if name.kind == "person" or len(name.words) != 2 or name.text.isupper():
        return False
    if name.words[-1].lower() in BODY_WORDS or not name.words[-1][0].isalpha():
        return False
    joined = [i for i in parse.children[head.i] if parse.tokens[i].dep == "conj"]
    if head.dep == "conj":
        joined.append(head.head)
    return any(i in people for i in joined)


def _find_sign(parse: Parse, name: Name, head: Token) -> Kind | None:
    if kind := _find_sign_before(parse, name, head) or _find_sign_of_age(parse, name):
        return kind
    above = parse.tokens[head.head]
    if head.dep == "nsubj" and above.i > head.i and not _plural(head):
        after = parse.tokens[min(above.i + 1, len(parse.tokens) - 1)]
        if above.lemma in _BODILY or (above.lemma == "turn" and after.tag == "CD"):
            return "person"
    if head.dep == "nsubj" and above.lemma in ("say", "tell") and _may_speak(parse, name):
        return "person"
    if head.dep == "nsubj" and above.lemma in _SPOKEN and parse.tokens[name.first].pos == "NUM":
        return "organisation"
    for child in parse.children[head.i]:
        token = parse.tokens[child]
        if token.dep == "relcl" and _relative(parse, child) == "who":
            return None if _of_somebody(parse, head) else "person"
        if token.dep == "relcl" and _is_no_person(parse, name, head, child):
            return "organisation"
        if token.dep == "prep" and token.lower == "from" and head.dep == "nsubj":
            return "person" if _is_place(parse, child) else None
        if token.dep == "appos" and token.pos == "NOUN" and child > name.last:
            return _kind_of(token)
    if head.dep == "appos" and above.pos == "NOUN":
        return _kind_of(above)
    if head.dep == "pobj" and _is_where(parse, above) and name.kind in ("person", "unknown"):
        return "place"
    if head.dep == "pobj" and above.lower in ("of", "at", "for", "in"):
        return _held_in(parse, above)
    return "organisation" if head.dep == "poss" and above.lemma in _HOLDINGS else None


def _find_sign_before(parse: Parse, name: Name, head: Token) -> Kind | None:
    """ "The weekly Doe", "singer Doe"; "the Doe", a single word and nothing after it, is nobody."""
    if name.first == 0 or name.title:
        return None
    before = parse.tokens[name.first - 1]
    if before.sentence != head.sentence:
        return None
    if before.lower == "the" and before.i:
        alone = name.first == name.last and head.dep != "compound" and not _plural(head)
        after = parse.tokens[name.last + 1] if name.last + 1 < len(parse.tokens) else head
        if name.kind == "person" and alone and after.pos not in ("NOUN", "PROPN", "ADJ"):
            return "organisation"
        if before.i == 0 or parse.tokens[before.i - 1].sentence != head.sentence:
            return None
        before = parse.tokens[before.i - 1]
        return "organisation" if before.lemma.lower() in OUTLET_NOUNS else None
    if before.pos == "NOUN" and before.tag == "NN" and before.lemma not in _VAGUE:
        return _kind_of(before)
    return None


def _find_sign_of_age(parse: Parse, name: Name) -> Kind | None:
    """ "Doe, 48," is a person."""
    after = parse.tokens[name.last + 1 : name.last + 4]
    if len(after) < 3 or after[0].text != "," or after[2].text not in (",", "."):
        return None
    age = after[1].lower
    digits = age.isdigit() and len(age) == _AGE_DIGITS
    return "person" if digits or (age in _AGES_OF_CHILDREN and name.first == name.last) else None


def _may_speak(parse: Parse, name: Name) -> bool:
    """A work or thing of one word that tells is a person misread: "Poe told listeners".

    So is a given name that the parser knows nothing of.
    """
    if name.kind == "unknown":
        return find_likely_gender(name.words[0]) is not None
    article = name.first > 0 and parse.tokens[name.first - 1].lower == "the"
    misread = name.kind in ("work", "thing") and name.first == name.last
    return misread and not article and not name.text.isupper()


def _plural(head: Token) -> bool:
    return head.tag in ("NNS", "NNPS")


def _is_no_person(parse: Parse, name: Name, head: Token, clause: int) -> bool:
    """ "Brightdoe, which bought it, said": a single word that no given name is, and no "who"."""
    after = parse.tokens[name.last + 1 : name.last + 3]
    which = [token.lower for token in after] == [",", "which"] and parse.tokens[
        clause
    ].pos != "NOUN"
    alone = len(name.words) == 1 and not name.title and name.kind in ("person", "unknown")
    subject = head.dep in ("nsubj", "nsubjpass")
    return which and alone and subject and find_likely_gender(name.words[0]) is None


def _of_somebody(parse: Parse, head: Token) -> bool:
    """In "the chief executive of Doe, who left", he left, not Doe."""
    link = parse.tokens[head.head]
    noun = parse.tokens[link.head]
    return head.dep == "pobj" and noun.pos == "NOUN" and noun_kind(noun.lemma) == "person"


def _is_place(parse: Parse, preposition: int) -> bool:
    """ "Doe from Mardle": what comes after the preposition is a place to the parser."""
    return any(parse.tokens[i].entity == "GPE" for i in parse.children[preposition])


def _kind_of(noun: Token) -> Kind | None:
    kind = noun_kind(noun.lemma)
    return kind if kind in ("person", "organisation", "work") and noun.tag == "NN" else None


def _relative(parse: Parse, verb: int) -> str:
    words = [parse.tokens[i].lower for i in parse.children[verb]]
    return "who" if "who" in words else ""


def _is_where(parse: Parse, preposition: Token) -> bool:
    """ "Moves to Marl", "lives in Marl": where one can live."""
    verb = parse.tokens[preposition.head]
    return preposition.lower in ("in", "near", "outside", "to") and (
        verb.lemma in _DWELLING and verb.pos == "VERB"
    )


_DWELLING = frozenset("dwell live move reside settle".split())


def _held_in(parse: Parse, preposition: Token) -> Kind | None:
    noun = parse.tokens[preposition.head]
    if noun.lemma in _HOLDINGS and preposition.lower == "in":
        return "organisation"
    post = noun.lemma in _POSTS and preposition.lower in ("of", "at")
    return "organisation" if post else None
