"""What the words around a name say it names: "Doe, who …" a person, "a partner at Doe" a firm."""

from collections.abc import Iterator, Sequence

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.coreference.name import Name
from reportedly.annotate.coreference.nominals import noun_kind
from reportedly.annotate.parse.model import Parse, Token

#: Those who hold such a post hold it in a body: "chief executive of Doe".
_POSTS = frozenset(
    """executive chairman chairwoman chair chairperson director manager founder co-founder partner
    employee staffer intern shareholder investor treasurer trustee analyst economist editor
    publisher spokesman spokeswoman spokesperson boss""".split()
)
#: What can only be held in, or owned of, a body.
_HOLDINGS = frozenset("share stock stake subsidiary division headquarters shareholder".split())
#: How much such a sign counts beside the parser's own opinion of one occurrence (3).
SIGN = 4


def find_kind_evidence(parse: Parse, names: Sequence[Name]) -> Iterator[tuple[str, Kind]]:
    """(name, kind) for each sign that the text gives; a name may get several, and contradictory."""
    for name in names:
        head = name.head(parse)
        if kind := _find_sign(parse, name, head):
            yield name.text, kind


def _find_sign(parse: Parse, name: Name, head: Token) -> Kind | None:
    for child in parse.children[head.i]:
        token = parse.tokens[child]
        if token.dep == "relcl" and _relative(parse, child) == "who":
            return "person"
        if token.dep == "appos" and token.pos == "NOUN" and child > name.last:
            return _kind_of(token)
    above = parse.tokens[head.head]
    if head.dep == "appos" and above.pos == "NOUN":
        return _kind_of(above)
    if head.dep == "pobj" and above.lower in ("of", "at", "for", "in"):
        return _held_in(parse, above)
    return "organisation" if head.dep == "poss" and above.lemma in _HOLDINGS else None


def _kind_of(noun: Token) -> Kind | None:
    kind = noun_kind(noun.lemma)
    return kind if kind in ("person", "organisation") and noun.tag == "NN" else None


def _relative(parse: Parse, verb: int) -> str:
    words = [parse.tokens[i].lower for i in parse.children[verb]]
    return "who" if "who" in words else ""


def _held_in(parse: Parse, preposition: Token) -> Kind | None:
    noun = parse.tokens[preposition.head]
    if noun.lemma in _HOLDINGS and preposition.lower == "in":
        return "organisation"
    post = noun.lemma in _POSTS and preposition.lower in ("of", "at")
    return "organisation" if post else None
