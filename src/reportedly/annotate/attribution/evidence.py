"""What speaks for or against a candidate: named properties of verb, source and content."""

import bisect
from collections.abc import Sequence

from reportedly.annotate.attribution import clauses
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Parse, Token
from reportedly.offsets import Span, Spans, hull

#: Content lengths in words at which a bucket ends.
_LENGTHS = (1, 2, 3, 5, 8, 12, 20, 35, 60)
#: First words of a content that tell clauses from things.
_FIRST_WORDS = frozenset(
    "that to if whether how why what who when where which it he she they we i you there this the a "
    "an his her their its no not of for about on in as by with being".split()
)


def of_verb(parse: Parse, verb: Token, frame: str) -> list[str]:
    """Properties of the word that reports: which word, in which frame, how inflected."""
    lemma = verb.lemma.lower()
    found = [f"frame={frame}", f"lemma={lemma}", f"lemma+frame={lemma}+{frame}"]
    found += [f"tag={verb.tag}", f"place={verb.dep}", f"tag+frame={verb.tag}+{frame}"]
    if verb.dep == "xcomp":
        found.append(f"under={parse.tokens[verb.head].lemma}")
    for at in parse.children[verb.i]:
        token = parse.tokens[at]
        if token.dep == "aux" and token.lemma == "do":
            found.append("under=do")
        if token.dep == "neg":
            found += ["negated", f"negated+lemma={lemma}"]
        elif token.dep == "aux" and token.tag == "MD":
            found += [f"modal={token.lower}"]
        elif token.dep == "auxpass":
            found += ["passive", f"passive+lemma={lemma}"]
        elif token.dep == "advmod" and token.i == verb.i - 1:
            found.append(f"adverb={token.lower}")
    return found


def of_source(parse: Parse, source: Token | None) -> list[str]:
    """Properties of the head word of the source."""
    if source is None:
        return ["source=none"]
    if source.pos == "PRON" or source.tag in ("WP", "WDT", "DT"):
        return [f"source={source.lower}"]
    kind = source.entity or source.pos
    word = [f"sourceword={source.lemma.lower()}"] if source.pos == "NOUN" else []
    return [f"source={kind}", *word]


def of_content(scene: Scene, content: Spans) -> list[str]:
    """Properties of the content: length, first word, quotation marks, headline."""
    parse = scene.parse
    places = [parse.places_in(span) for span in content]
    before = parse.words_before
    count = 0
    for place in places:
        count += before[place.stop] - before[place.start]
    if count <= 0:
        return ["content=empty"]
    found = [f"words={bisect.bisect_left(_LENGTHS, count)}"]
    first = _first_word(parse.tokens, before, places)
    found.append(f"first={first.lower if first.lower in _FIRST_WORDS else first.tag}")
    last = _last_word(parse.tokens, before, places)
    if last.pos in _LEADING_ON and last.dep != "prt":
        found.append("ends in mid-phrase")
    start, end = hull(content)
    if scene.has_quotation_in(((start, end),)):
        found.append("quotes inside")
    if end <= scene.headline_end:
        found.append("headline")
    return found


#: After one of these parts of speech a phrase goes on.
_LEADING_ON = frozenset(("CCONJ", "ADP", "DET", "AUX"))


def _first_word(tokens: Sequence[Token], before: list[int], places: list[slice]) -> Token:
    """The first token that is no punctuation; `before` counts those before each place."""
    place = next(p for p in places if before[p.stop] > before[p.start])
    return tokens[bisect.bisect_right(before, before[place.start], place.start) - 1]


def _last_word(tokens: Sequence[Token], before: list[int], places: list[slice]) -> Token:
    """The last token that is no punctuation."""
    place = next(p for p in reversed(places) if before[p.stop] > before[p.start])
    return tokens[bisect.bisect_left(before, before[place.stop], place.start) - 1]


def of_distance(scene: Scene, verb: Token, content: Spans) -> list[str]:
    """How far the content is from the word that reports, and on which side."""
    start, end = hull(content)
    if start >= verb.end:
        between = len(scene.tokens_between(verb.end, start))
        return [f"gap=right{min(between, 6)}"]
    if end <= verb.start:
        between = len(scene.tokens_between(end, verb.start))
        return [f"gap=left{min(between, 6)}"]
    return ["gap=around"]


def source_spans(parse: Parse, source: Token | None, limits: Span) -> Spans:
    """The spans of a source: its noun phrase, and the "who" that stands for it where one does."""
    if source is None or not limits[0] <= source.start < limits[1]:
        return ()
    noun = clauses.antecedent(parse, source)
    if noun.i == source.i or not limits[0] <= noun.start < source.start:
        return (clauses.noun_phrase(parse, source, limits),)
    phrase = clauses.noun_phrase(parse, noun, (limits[0], source.start))
    return phrase, source.span
