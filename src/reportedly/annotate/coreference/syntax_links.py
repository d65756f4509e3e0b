"""Which phrase of a sentence describes another by its syntax: appositions and predicates.

In: a parsed text.  Out: pairs of head tokens.
"""

from reportedly.annotate.coreference.nominals import noun_kind
from reportedly.annotate.parse.model import Parse, Token


def syntax_links(parse: Parse) -> list[tuple[int, int, str]]:
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
