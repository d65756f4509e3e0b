"""Nouns that report: "her claim that …", "the mayor's call for …", "a promise to …".

In: a scene.  Out: candidates for every noun with a complement; which nouns report is for
`confidence` to weigh.
"""

from collections.abc import Iterator

from reportedly.annotate.attribution import clauses, evidence
from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Token
from reportedly.model import Mode
from reportedly.offsets import Spans

_COMPLEMENTS = frozenset(("acl", "ccomp", "prep", "relcl"))


def find_nouns(scene: Scene) -> Iterator[Candidate]:
    """Candidates of all nouns with an owner or a clause, in order."""
    for noun in scene.parse.tokens:
        if noun.pos == "NOUN":
            yield from _of_noun(scene, noun)


def _of_noun(scene: Scene, noun: Token) -> Iterator[Candidate]:
    parse = scene.parse
    owner = clauses.child(parse, noun.i, {"poss"})
    for at in parse.children[noun.i]:
        token = parse.tokens[at]
        if token.i < noun.i or token.dep not in _COMPLEMENTS:
            continue
        if token.dep == "prep":
            after = [i for i in parse.subtree(at) if i > at]
            frame, end = f"prep:{token.lower}", token.end
        elif token.tag in ("VBN", "VBG") and token.dep == "acl":
            continue
        else:
            mark = clauses.child(parse, at, {"mark", "aux"})
            after = list(parse.subtree(at))
            frame, end = f"{token.dep}:{mark.lower if mark else ''}", noun.end
            if token.dep == "relcl" and (mark is None or mark.lower != "that"):
                continue
        if after:
            yield _candidate(scene, noun, owner, frame, after, end)


def _candidate(
    scene: Scene, noun: Token, owner: Token | None, frame: str, indices: list[int], cue_end: int
) -> Candidate:
    parse = scene.parse
    limits = scene.limits_of(noun)
    span = clauses.clipped(parse, indices[0], indices[-1], limits)
    content: Spans = (scene.whole_quotations(span, noun),)
    source = (clauses.noun_phrase(parse, owner, (limits[0], noun.start)),) if owner else ()
    lemma = noun.lemma.lower()
    mode: Mode = "mixed" if scene.has_quotation_in(content) else "indirect"
    return Candidate(
        content=content,
        cue=((noun.start, cue_end),),
        source=source,
        mode=mode,
        pattern="noun",
        evidence=(
            f"noun={lemma}",
            f"noun+frame={lemma}+{frame}",
            f"nounframe={frame}",
            f"nounplace={noun.dep}",
            f"owned={owner is not None}",
            f"noun+owned={lemma}+{owner is not None}",
            *(f"noun {item}" for item in evidence.of_source(parse, owner)),
            *(f"noun {item}" for item in evidence.of_content(scene, content)),
            *(("noun in quotation marks",) if scene.is_quoted(noun) else ()),
        ),
        words=f"the noun “{noun.text}”"
        + (f", which is that of “{owner.text}”" if owner is not None else ""),
    )
