"""Whose an account is: Ada Quill's, in an article that has "Ada Quill (@adaquill)".

In: a handle, an article's words and cast.  Out: the cluster of the person who is told to post
under it, or None.  That a handle looks like somebody's name says nothing: fans have such, too.
"""

import re

from reportedly.annotate.attribution.clauses import antecedent, child
from reportedly.annotate.parse.model import Parse, Token
from reportedly.annotate.statements.cast import Cast
from reportedly.model import Cluster

#: "Ada Quill, who tweets as", "Quill, known on X as".
_POSTS = frozenset("go know post tweet write".split())


def find_owner(handle: str, text: str, parse: Parse, cast: Cast) -> Cluster | None:
    """The person of whom the text says that `handle` is hers; None where it says it of several."""
    owners: dict[int, Cluster] = {}
    for match in re.finditer(rf"{re.escape(handle)}(?!\w)", text):
        owner = _in_brackets(match.start(), text, parse, cast)
        owner = owner or _posting_as(match.start(), text, parse, cast)
        if owner is not None:
            owners[owner.cluster] = owner
    return next(iter(owners.values())) if len(owners) == 1 else None


def _named(token: Token | None, cast: Cast) -> Cluster | None:
    cluster = cast.find_cluster(token)
    person = cluster is not None and cluster.kind == "person" and cluster.name is not None
    return cluster if person else None


def _in_brackets(at: int, text: str, parse: Parse, cast: Cast) -> Cluster | None:
    """ "Ada Quill (@adaquill)": a name right before the bracket."""
    before = _BRACKET.search(text, max(0, at - _NEAR), at)
    tokens = parse.tokens_in((before.start() - 1, before.start())) if before else ()
    return _named(tokens[-1], cast) if tokens and tokens[-1].pos == "PROPN" else None


_BRACKET = re.compile(r" ?\((?:on )?(?:(?:X|Twitter|Instagram|TikTok|Threads):? )?\Z")
#: Characters before the handle in which bracket and platform stand.
_NEAR = 20


def _posting_as(at: int, text: str, parse: Parse, cast: Cast) -> Cluster | None:
    """ "Quill, who tweets as @adaquill": the verb's subject."""
    sentences = parse.sentences_in((at, at + 1))
    if not sentences or not text[sentences[0].start : at].endswith(" as "):
        return None
    tokens = parse.sentence_tokens(sentences[0])
    verbs = [t for t in tokens if t.end < at and t.lemma.lower() in _POSTS]
    if not verbs or at - verbs[-1].end > _NEAR:
        return None
    subject = child(parse, verbs[-1].i, {"nsubj", "nsubjpass"})
    if subject is None:
        above = parse.tokens[verbs[-1].head]
        return _named(above, cast) if verbs[-1].dep == "acl" else None
    return _named(antecedent(parse, subject), cast)
