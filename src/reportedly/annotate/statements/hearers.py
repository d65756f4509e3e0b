"""Who can be spoken to: persons and bodies, no things and no days.

In: a telling and the head word of what stands where an addressee stands.  Out: yes or no.
"""

import re

from reportedly.annotate.attribution.clauses import child
from reportedly.annotate.coreference.nominals import noun_kind
from reportedly.annotate.parse.model import Parse, Token
from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.kinds import kind_of_word
from reportedly.annotate.statements.telling import Telling

#: Endings of nouns for persons, and common nouns that have them without being one.
_PEOPLE = re.compile(
    r"(?<!numb)(?<!matt)(?<!off)(?<!ord)(?<!lett)(?<!pap)(?<!bord)(?<!pow)(?<!answ)"
    r"(?:er|or|ist|ian|ee|man|woman|person|mate|folk)$"
)


def can_hear(telling: Telling, head: Token, cast: Cast) -> bool:
    """False for what is no person or body: "respond to queries", "said to be a threat"."""
    lemma = head.lemma.lower()
    if lemma in lexicon.OUTLET_NOUNS:
        return True
    if head.entity in ("DATE", "TIME") and not _is_in_title(telling.parse, head):
        return False
    if head.pos != "NOUN" or any(char.isupper() for char in head.text[1:]):
        return True  # "InsideView" is a name to nobody but its readers
    if lemma in lexicon.TOLD_THINGS:
        return False
    cluster = cast.find_cluster(head)
    named = cluster is not None and cluster.name is not None
    if head.tag == "NNS" and not named and not _are_people(telling.parse, head):
        return False
    return kind_of_word(telling.parse, head, cluster) not in ("unknown", "document", "work")


def _are_people(parse: Parse, head: Token) -> bool:
    """False for "his concerns", "the borders"; of "hundreds of fans" the fans count."""
    below = (parse.tokens[i] for i in parse.children[head.i])
    of = next((t for t in below if t.lower == "of"), None)
    counted = child(parse, of.i, {"pobj"}) if of is not None else None
    lemma = (counted or head).lemma.lower()
    return noun_kind(lemma) != "thing" or _PEOPLE.search(lemma) is not None


def _is_in_title(parse: Parse, head: Token) -> bool:
    """ "Told Sunday Supper", but "told on Monday"."""
    near = parse.tokens[max(0, head.i - 1) : head.i + 2]
    return lexicon.is_title([t for t in near if t.pos == "PROPN"])
