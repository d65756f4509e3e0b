"""What kind of source speaks: a person, a body, an outlet, somebody unnamed, a crowd, a paper.

In: a telling and the cluster of its source.  Out: a `SourceKind`.
"""

import re

from reportedly.annotate.parse.model import Parse, Token
from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.outlets import is_outlet
from reportedly.annotate.statements.telling import Telling
from reportedly.model import Cluster, SourceKind

#: Endings of nouns for persons, and the commonest nouns that have them without being one.
_PERSON_NOUN = re.compile(
    r"(?<!numb)(?<!pap)(?<!cent)(?<!pow)(?<!matt)(?<!comput)(?<!tow)(?:ers?|ors?|ists?|ians?|"
    r"ees?|man|woman|person)$"
)
_QUANTITIES = frozenset(
    """number majority minority handful group couple lot dozen half third quarter quarters fifth
    percent % share score hundred thousand million most""".split()
)
#: Last words of the names of documents: "the Marl Weekly/Tarn Poll", "the Marl Rich List".
_NAMED_DOCUMENTS = frozenset("list poll study memo".split())
#: "Town after town".
_ONE_BY_ONE = re.compile(r"(\w+) (?:after|by|upon) \1\b", re.IGNORECASE)
_PLURAL = frozenset(("NNS", "NNPS"))
_BY_ENTITY: dict[str, SourceKind] = {
    "PERSON": "person",
    "GPE": "organisation",
    "NORP": "collective",
    "FAC": "organisation",
    "LAW": "document",
    "WORK_OF_ART": "work",
    **dict.fromkeys(("CARDINAL", "ORDINAL", "PERCENT", "QUANTITY"), "collective"),
    **dict.fromkeys(("DATE", "TIME", "MONEY"), "unknown"),
}


def kind_of(telling: Telling, cluster: Cluster | None) -> SourceKind:
    """The kind of the source of one telling; `unknown` where nobody is named."""
    head = telling.head
    if head is None:
        return "unknown"
    if telling.source is not None and _ONE_BY_ONE.match(telling.text, *telling.source):
        return "collective"
    return kind_of_word(telling.parse, head, cluster)


def kind_of_word(parse: Parse, head: Token, cluster: Cluster | None) -> SourceKind:
    """The kind of what the noun phrase with this head word means."""
    lemma = head.lemma.lower()
    if lemma in lexicon.UNNAMED and is_somebody_elses(parse, head):
        return "anonymous"
    if head.pos == "NOUN" and cluster is not None and cluster.name is not None:
        return kind_of_cluster(cluster)
    if head.pos in ("NOUN", "ADJ") and lemma in lexicon.DOCUMENTS:
        return "document"
    if head.pos == "PROPN" and lemma in lexicon.LAWS and _is_law(parse, head):
        return "document"
    if _is_name_word(head) and lemma in _NAMED_DOCUMENTS and head.entity != "PERSON":
        # "Ada's List" is a club.
        club = lemma == "list" and parse.tokens[head.i - 1].tag == "POS"
        return "organisation" if club else "document"
    if head.pos == "NOUN" and lemma in lexicon.WORKS:
        return "work"
    if head.text.startswith("@"):
        return "person"
    if cluster is not None and cluster.name is not None:
        return kind_of_cluster(cluster)
    return _kind_of_unnamed(parse, head, lemma, cluster)


def _is_name_word(head: Token) -> bool:
    """A proper noun, or a noun with a capital inside its sentence."""
    return head.pos == "PROPN" or (head.pos == "NOUN" and head.text[0].isupper())


def is_somebody_elses(parse: Parse, head: Token) -> bool:
    """ "The couple's rep", "a spokeswoman for Quill": told by whom they serve, not by name."""
    if any(parse.tokens[i].pos == "PROPN" for i in (head.i - 1, head.i + 1) if _at(parse, i)):
        return False
    below = [parse.tokens[i] for i in parse.children[head.i]]
    named = any(token.dep == "appos" for token in below)
    owner = any(token.dep == "poss" and token.pos in ("NOUN", "PROPN") for token in below)
    serves = any(token.lower == "for" and token.dep == "prep" for token in below)
    article = any(token.lower in ("a", "an", "one", "another") for token in below)
    return not named and (owner or (serves and article))


def _is_law(parse: Parse, head: Token) -> bool:
    """ "The 1951 Harbour Convention", "the Fisheries Act": a party's convention is none."""
    if head.entity == "LAW" or head.lower != "convention":
        return True
    return any(parse.tokens[i].text.isdigit() for i in parse.children[head.i])


def _at(parse: Parse, i: int) -> bool:
    return 0 <= i < len(parse.tokens)


def kind_of_cluster(cluster: Cluster) -> SourceKind:
    """The kind of whom a cluster with a name stands for."""
    if cluster.kind == "person":
        return "person"
    if cluster.kind == "group":
        return "collective"
    if is_outlet(cluster.name) or _is_described_as_outlet(cluster):
        return "outlet"
    return "work" if cluster.kind == "work" else "organisation"


def _is_described_as_outlet(cluster: Cluster) -> bool:
    """True when the article calls it a paper, a website, a station …, and its name allows it."""
    if {word.lower() for word in (cluster.name or "").split()} & lexicon.BODIES:
        return False
    described = (words.lower().split() for words in cluster.nominals)
    told = (words for words in described if words and words[0] not in ("this", "our"))
    return any(
        words[-1] in lexicon.OUTLET_NOUNS
        and (words[-1] not in lexicon.PLANS or lexicon.AIR_WORDS & set(words))
        for words in told
    )


def find_document_noun(cluster: Cluster) -> str | None:
    """What the article calls the document that a cluster without a name stands for."""
    for words in cluster.nominals:
        noun = _PHRASE_END.split(words.lower(), maxsplit=1)[0].split()[-1:]
        if noun and noun[0] in lexicon.DOCUMENTS:
            return noun[0]
    return None


#: Where a description goes on after its noun.
_PHRASE_END = re.compile(r",| (?:of|by|from|on|about|in|for|to|released|which|that)\b")


def _kind_of_unnamed(parse: Parse, head: Token, lemma: str, cluster: Cluster | None) -> SourceKind:
    if head.lower == "it" and cluster is not None and find_document_noun(cluster) is not None:
        return "document"
    if head.lower in lexicon.SINGULAR:
        nominals = cluster.nominals if cluster is not None else ()
        unnamed = any(_says_unnamed(words) for words in nominals)
        return "anonymous" if unnamed or _is_brought_in(nominals) else "person"
    if head.lower in lexicon.MANY:
        unnamed = cluster is not None and any(_says_unnamed(n) for n in cluster.nominals)
        return "anonymous" if unnamed else "collective"
    if lemma in lexicon.UNNAMED or head.lower in lexicon.UNNAMED_WORDS:
        return "anonymous"
    if lemma in ("people", "person") and _are_described_as_unnamed(parse, head):
        return "anonymous"
    if lemma in lexicon.OUTLET_NOUNS and head.pos != "PROPN" and _is_on_air(parse, head, lemma):
        return "outlet"
    several = head.pos == "PROPN" or head.tag in _PLURAL
    if cluster is not None and cluster.kind == "group" and several:
        return "collective"
    if head.lower == "old" and cluster is not None and cluster.kind == "person":
        return _kind_of_nameless_cluster(parse, head, cluster)  # "the 52-year-old" is no date
    if head.pos == "PROPN" and head.lower in lexicon.POSTS_IN_LETTERS:
        return _kind_of_person(parse, head)
    if head.pos == "PROPN" or head.entity:
        if is_outlet(head.text):
            return "outlet"
        if lemma in _QUANTITIES:
            return "collective"  # "a quarter said": no part of a year speaks
        return _BY_ENTITY.get(head.entity, "organisation" if head.entity else "person")
    if (lemma in _QUANTITIES or head.pos == "NUM") and any(
        parse.tokens[i].lower == "of" for i in parse.children[head.i]
    ):
        return "collective"
    if head.tag in _PLURAL or _has_conjunct(parse, head):
        return "collective"
    if lemma in lexicon.BODIES:
        return "organisation"
    if cluster is not None:
        return _kind_of_nameless_cluster(parse, head, cluster)
    if head.pos == "NOUN" and _PERSON_NOUN.search(lemma) is not None:
        return _kind_of_person(parse, head)
    return "person" if _is_somebodys(parse, head) else "unknown"


def _is_on_air(parse: Parse, head: Token, lemma: str) -> bool:
    """False for "the visa program": what is no broadcast by its words is a plan of somebody's."""
    if lemma not in lexicon.PLANS:
        return True
    words = {parse.tokens[i].lower for i in parse.subtree(head.i)}
    return bool(words & lexicon.AIR_WORDS)


def _kind_of_person(parse: Parse, head: Token) -> SourceKind:
    articles = {parse.tokens[i].lower for i in parse.children[head.i]}
    return "anonymous" if articles & {"a", "an", "one", "another"} else "person"


def _is_somebodys(parse: Parse, head: Token) -> bool:
    """ "My sister", "Quill's neighbour": what else speaks and belongs to somebody is a person."""
    owners = (parse.tokens[i] for i in parse.children[head.i] if parse.tokens[i].dep == "poss")
    return any(t.entity == "PERSON" or t.lower in lexicon.SINGULAR for t in owners)


def _kind_of_nameless_cluster(parse: Parse, head: Token, cluster: Cluster) -> SourceKind:
    """A person is anonymous when brought in as "a …" and never named, else just a person."""
    if cluster.kind == "person":
        brought_in = head.pos == "NOUN" and _is_brought_in(cluster.nominals)
        return "anonymous" if brought_in else _kind_of_person(parse, head)
    if cluster.kind == "group":
        return "collective"
    return "organisation" if cluster.kind in ("organisation", "place") else "work"


def _are_described_as_unnamed(parse: Parse, head: Token) -> bool:
    """ "people close to the family", "a person with knowledge of the talks"."""
    words = (parse.tokens[i].lower for i in parse.subtree(head.i) if i > head.i)
    return any(word in lexicon.UNNAMED_PEOPLE for word in words)


def _says_unnamed(words: str) -> bool:
    return any(w.strip(",").rstrip("s").lower() in lexicon.UNNAMED for w in words.split()[:4])


def _is_brought_in(nominals: tuple[str, ...]) -> bool:
    """True for somebody first spoken of as "a man", "one woman" and never named."""
    opening = [words.partition(" ")[0].lower() for words in nominals[:1]]
    return any(word in ("a", "an", "one", "another") for word in opening)


def _has_conjunct(parse: Parse, head: Token) -> bool:
    return any(parse.tokens[i].dep == "conj" for i in parse.children[head.i])
