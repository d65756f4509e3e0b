"""`Telling`: one attribution with the words of its sentences that are not content."""

import bisect
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.annotate.attribution.clauses import antecedent
from reportedly.annotate.coreference.lexicon import TITLES
from reportedly.annotate.coreference.nominals import noun_kind
from reportedly.annotate.labels import Part
from reportedly.annotate.parse.model import Parse, Token
from reportedly.annotate.statements import lexicon
from reportedly.model import Attribution
from reportedly.offsets import Span, contains, overlaps

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"))


@dataclass(frozen=True)
class Telling:
    """An attribution as the questions of this folder see it.

    `around` holds the tokens of the sentences of cue and source outside the content; `head` is
    the head word of the source and `verb` that of the cue.
    """

    attribution: Attribution
    text: str
    parse: Parse
    around: tuple[Token, ...]
    head: Token | None
    verb: Token | None
    quoted: bool
    """True when cue and source stand inside quotation marks"""
    part: Part | None = None
    """whether it is a question or an answer of an interview printed with names"""

    @property
    def source(self) -> Span | None:
        """The first span of the source: the noun phrase itself, without a following "who"."""
        return self.attribution.source[0] if self.attribution.source else None

    @property
    def cue_text(self) -> str:
        """The words that report, pieces joined by a space; '' when there are none."""
        return " ".join(self.text[start:end] for start, end in self.attribution.cue)

    @property
    def around_text(self) -> str:
        """The words of `around`, gaps closed by a bar that no pattern matches over."""
        parts: list[str] = []
        for before, token in zip((None, *self.around), self.around, strict=False):
            if before is not None:
                parts.append(" " if token.i == before.i + 1 else " | ")
            parts.append(token.text)
        return "".join(parts)

    @property
    def is_answer(self) -> bool:
        """True for an answer in an interview printed as questions and answers."""
        return self.part == "answer" or "below a question" in self.attribution.reason

    @property
    def is_question(self) -> bool:
        """True for a question in such an interview: "Q: Do you regret it?"."""
        source = self.source
        if self.part is not None:
            return self.part == "question"
        return self.cue_text == ":" and source is not None and self.text[slice(*source)] == "Q"

    @property
    def is_uttered(self) -> bool:
        """False where somebody is only told to think, want or do something: nobody heard it."""
        if self.attribution.mode != "indirect" or self.verb is None:
            return True
        return self.verb.lemma.lower() not in lexicon.UNUTTERED

    def in_content(self, token: Token) -> bool:
        """True when `token` is part of what was said."""
        return any(overlaps(token.span, span) for span in self.attribution.content)


def telling_of(
    attribution: Attribution,
    text: str,
    parse: Parse,
    quotations: Sequence[Span] = (),
    parent: Attribution | None = None,
    others: Sequence[Attribution] = (),
    part: Part | None = None,
) -> Telling:
    """The telling of one attribution; of one inside another only the other's content is seen.

    Args:
        others: attributions near it; what they say, and how, is not told of this one.
        part: question or answer, in an interview printed with names.
    """
    anchors = attribution.cue or attribution.source or attribution.content[:1]
    sentences = {s.index: s for span in anchors for s in parse.sentences_in(span)}
    tokens = [t for index in sorted(sentences) for t in parse.sentence_tokens(sentences[index])]
    outside = [t for t in tokens if not any(overlaps(t.span, span) for span in attribution.content)]
    outside = _without_others(parse, attribution, outside, others)
    return Telling(
        attribution=attribution,
        text=text,
        parse=parse,
        around=tuple(outside),
        head=_head(parse, attribution.source[:1]),
        verb=_verb(parse, attribution.cue),
        quoted=parent is not None or any(lies_in(span, quotations) for span in anchors),
        part=part,
    )


def _without_others(
    parse: Parse, mine: Attribution, tokens: list[Token], others: Sequence[Attribution]
) -> list[Token]:
    """The tokens that do not belong to somebody else's saying in the same sentences."""
    anchors = (*mine.cue, *mine.source)
    verb = _verb(parse, mine.cue)
    kept = tokens
    for other in others:
        if other is mine or _any_overlap(anchors, other.content):
            continue
        left = [t for t in kept if not _any_overlap((t.span,), other.content)]
        said = None if _same_source(mine, other) else _verb(parse, other.cue)
        if said is not None and verb is not None and said.sentence == verb.sentence:
            foreign = _foreign_clause(parse, verb, said, left)
            left = [t for t in left if t.i not in foreign or _any_overlap((t.span,), anchors)]
        kept = left
    return kept


def _foreign_clause(parse: Parse, mine: Token, other: Token, tokens: Sequence[Token]) -> set[int]:
    """Indices of what hangs on the verb `other` and not on `mine`."""
    own, below = set(parse.subtree(mine.i)), set(parse.subtree(other.i))
    if other == mine:
        return set()
    if mine.i in below:
        return {token.i for token in tokens} - own
    return below


def _any_overlap(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(overlaps(one, other) for one in spans for other in others)


def _same_source(mine: Attribution, other: Attribution) -> bool:
    return mine.source == other.source or not mine.source or not other.source


def _head(parse: Parse, spans: tuple[Span, ...]) -> Token | None:
    """The word of the phrase that depends on no other word of it."""
    for span in spans:
        tokens = parse.tokens_in(span)
        tokens = tokens[:-1] if len(tokens) > 1 and tokens[-1].text == "," else tokens
        if _is_name_with_title(tokens) or _ends_with_name(tokens) or _acts_as(tokens):
            return tokens[-1]
        inside = {token.i for token in tokens}
        tops = [t for t in tokens if t.head not in inside or t.head == t.i]
        nominal = [t for t in tops if t.pos in _NOMINAL]
        persons = [t for t in nominal if t.entity == "PERSON"]
        for token in persons or nominal or _bearers(parse, tops, inside) or tops or list(tokens):
            return _who(parse, token, antecedent(parse, token))
    return None


def _who(parse: Parse, pronoun: Token, meant: Token) -> Token:
    """The person in "Ada Quill, an anchor at Marl Radio who said": no body is "who"."""
    if pronoun.lower != "who" or meant.entity not in _BODIES:
        return meant
    above = meant
    for _ in range(_MOST_ABOVE):
        above = parse.tokens[above.head]
        named = above.entity == "PERSON"
        if named or (above.pos == "NOUN" and noun_kind(above.lemma) == "person"):
            return above
    return meant


_BODIES = frozenset(("ORG", "GPE", "LOC", "FAC", "PRODUCT"))
#: Between a body and the person who works there stand a preposition and perhaps another noun.
_MOST_ABOVE = 4


def _is_name_with_title(tokens: Sequence[Token]) -> bool:
    """ "Marl police chief Bo Tarn": one person at the end, whatever the parser made of the rest.

    Also "governor and party chairman Bo Tarn", where both sides of the "and" are posts.
    """
    if len(tokens) < 2 or tokens[-1].entity != "PERSON" or tokens[-1].pos != "PROPN":
        return False
    first = next(n for n, t in enumerate(tokens) if t.entity == "PERSON")
    joint = next((n for n, t in enumerate(tokens) if t.lower == "and" and 0 < n < first - 1), None)
    style = tokens[first - 1].lower.rstrip(".")
    if joint is not None and style in _STYLES:
        return False  # "the mayor and Mr Tarn" are two
    if joint is not None and _are_posts(tokens[joint - 1], tokens[first - 1]):
        return all(t.text not in ",;" for t in tokens)
    return all(t.pos in _TITLE_PARTS and t.tag != "POS" for t in tokens)


#: What stands before a name only and is no post that one could hold beside another.
_STYLES = frozenset("mr mrs ms miss mx dr prof sir dame lord lady rev fr cllr coun pc".split())


def _ends_with_name(tokens: Sequence[Token]) -> bool:
    """ "The leader of the Marl farmers, Bo Tarn": described in the singular, named at the end."""
    commas = [n for n, t in enumerate(tokens) if t.text == ","]
    if len(commas) != 1 or not 0 < len(tokens) - commas[0] - 1 <= _NAME_TOKENS:
        return False
    described, name = tokens[: commas[0]], tokens[commas[0] + 1 :]
    person = next((t for t in described if t.pos in ("NOUN", "PROPN")), None)
    return (
        person is not None
        and described[0].lower in ("the", "a", "an", "his", "her", "its", "their", "our", "my")
        and person.tag == "NN"
        and all(t.entity == "PERSON" and t.pos == "PROPN" for t in name)
        and any(noun_kind(t.lemma) == "person" and t.tag == "NN" for t in described)
    )


def _acts_as(tokens: Sequence[Token]) -> bool:
    """ "Prosecuting, Bo Tarn": what somebody does there, and the name."""
    opens = len(tokens) > _NAME_FROM and tokens[0].text.endswith("ing") and tokens[1].text == ","
    return opens and all(t.entity == "PERSON" and t.pos == "PROPN" for t in tokens[_NAME_FROM:])


#: Tokens before the name in such a phrase: the participle and the comma.
_NAME_FROM = 2
#: A person's name has at most so many words.
_NAME_TOKENS = 4


def _are_posts(*tokens: Token) -> bool:
    words = [token.lower.rstrip(".") for token in tokens]
    return all(word in TITLES or noun_kind(word) == "person" for word in words)


_TITLE_PARTS = frozenset(("NOUN", "PROPN", "ADJ", "DET"))


def _bearers(parse: Parse, tops: Sequence[Token], inside: set[int]) -> list[Token]:
    """The subjects, inside the phrase, of verbs that the parser took for its head."""
    below = (parse.tokens[at] for top in tops for at in parse.children[top.i] if at in inside)
    return [token for token in below if token.dep == "nsubj" and token.pos in _NOMINAL]


def _verb(parse: Parse, spans: tuple[Span, ...]) -> Token | None:
    tokens = [t for span in spans for t in parse.tokens_in(span)]
    verb = next(iter([t for t in tokens if t.pos == "VERB"] or tokens), None)
    if verb is not None and verb.text[0].isupper() and verb.dep == "conj":
        # A name with a verb in it: in "told the weekly Look & Tell that" the cue is "told".
        head = parse.tokens[verb.head]
        return head if head.pos == "VERB" and head.i < verb.i else verb
    return verb


def lies_in(span: Span, spans: Sequence[Span]) -> bool:
    """True when one of `spans`, in order and apart, holds `span`."""
    at = bisect.bisect_right(spans, (span[0], sys.maxsize)) - 1
    return at >= 0 and contains(spans[at], span)
