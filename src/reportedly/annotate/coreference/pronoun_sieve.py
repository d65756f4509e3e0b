"""Pronouns: the most salient earlier mention that gender, number and syntax allow.

"I" and "we" inside a quotation mean its speaker and its speaker's side; "he" and "she" inside one
do not mean its speaker.  "You", and "they" for people in general, are left alone.
"""

import math
from collections.abc import Iterator

from reportedly.annotate.coreference.askers import has_just_asked
from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.pronoun_syntax import (
    ASKING,
    SUBJECT,
    follows_head,
    governs,
    is_likened,
    syntax_allows,
)
from reportedly.annotate.coreference.pronouns import (
    FIRST_PLURAL,
    FIRST_SINGULAR,
    SECOND,
    THIRD_PERSON,
)
from reportedly.annotate.coreference.salience import salience
from reportedly.annotate.coreference.speakers import Speakers
from reportedly.annotate.parse.model import Token
from reportedly.offsets import contains

#: Sentences back that an antecedent may stand, by pronoun.  "It" means something near.
_REACH = {"it": 1, "its": 2, "itself": 0, "they": 3, "them": 2, "their": 2, "theirs": 2}
_FAR = 4
#: Sentences of a longer quotation are a text of its own.
_LONGEST_TOLD = 8
#: Candidates looked at, in a "sentence" that is a list of hundreds; real ones have fewer in reach.
_MOST_OPTIONS = 200
#: The certainty of no pronoun is rounded to 1.
_SUREST = 0.99
#: A little below the salience of "none" (0): best CoNLL on GUM's training documents, and as many
#: right speakers.
_LEAST_SALIENCE = -0.7


def pronouns(chains: Chains, found: Candidates) -> None:
    """Resolve all pronouns in the order of the text, but who speaks before what "he" says there."""
    _take_reflexives(chains, found)
    speakers = Speakers(chains, found)
    done: set[int] = set()
    for n, candidate in enumerate(chains.candidates):
        if candidate.form != "pronoun" or n in done:
            continue
        if candidate.text in SECOND:
            speakers.resolve_second_person(n)
        elif candidate.text in FIRST_SINGULAR | FIRST_PLURAL:
            speakers.resolve_first_person(n)
        else:
            speaker = speakers.of(candidate.quotation)
            if (
                speaker is not None
                and speaker > n
                and speaker not in done
                and _is_third_person(chains, speaker)
            ):
                _resolve_third_person(chains, found, speaker, speakers)
                done.add(speaker)
            _resolve_third_person(chains, found, n, speakers)
        done.add(n)


def _take_reflexives(chains: Chains, found: Candidates) -> None:
    """ "Poe carried it himself" tells more than how an unknown name ends."""
    names = {c.head: n for n, c in enumerate(chains.candidates) if c.form == "name"}
    ends = {chains.candidates[n].core[1] + 1: n for n in names.values()}
    for at, candidate in enumerate(chains.candidates):
        if candidate.text not in _ONESELF:
            continue
        # "They met Poe himself": the name before, and not who met him.
        beside = ends.get(candidate.core[0])
        n = beside if beside is not None else names.get(_subject_above(found, candidate.head), -1)
        chain = chains.chain(n) if n >= 0 else None
        if chain is not None and chain.kind == "person" and not chain.genders:
            chain.genders.add(candidate.gender)
        if beside is not None and chains.merge(at, beside, "pronoun"):
            chains.certainty[at] = _SUREST


def _subject_above(found: Candidates, i: int) -> int:
    """The token of the subject of the clause that a token stands in; -1 where there is none."""
    tokens = found.parse.tokens
    verb = _verb_above(found, tokens[i])
    return next((k for k in found.parse.children[verb.i] if tokens[k].dep in SUBJECT), -1)


def _verb_above(found: Candidates, token: Token) -> Token:
    """The token if it is a verb, else the verb that it hangs on; the root if there is none."""
    while token.pos not in ("VERB", "AUX") and token.head != token.i:
        token = found.parse.tokens[token.head]
    return token


_ONESELF = frozenset(("himself", "herself"))


def _is_third_person(chains: Chains, n: int) -> bool:
    candidate = chains.candidates[n]
    return candidate.form == "pronoun" and candidate.text in THIRD_PERSON


def _resolve_third_person(chains: Chains, found: Candidates, n: int, speakers: Speakers) -> None:
    """Join the pronoun to its most salient antecedent, unless none is salient enough."""
    options = list(antecedents(chains, found, n, speakers))
    scores = salience(chains, found, n, options)
    for expected, bonus in _expected(chains, found, n, options):
        scores = [
            score + bonus * chains.same(m, expected)
            for score, m in zip(scores, options, strict=True)
        ]
    best = max(zip(scores, options, strict=True), default=(-math.inf, n))
    if best[0] <= _LEAST_SALIENCE:
        return
    weights = [math.exp(score) for score in scores]
    same = [w for w, m in zip(weights, options, strict=True) if chains.same(m, best[1])]
    certainty = sum(same) / (1 + sum(weights))
    if chains.merge(n, best[1], "pronoun"):
        chains.certainty[n] = min(certainty, _SUREST)


def _expected(
    chains: Chains, found: Candidates, n: int, options: list[int]
) -> Iterator[tuple[int, float]]:
    """(antecedent, how much more, or less, it is to be expected) for what the text tells."""
    if (speaking := _find_last_speaker(chains, found, n, options)) is not None:
        yield speaking, _bonus(chains, found, n, options, speaking)
    if (singer := _find_singer(chains, found, n, options)) is not None:
        yield singer, _SURELY_GOES_ON
    if (topic := _find_topic(chains, found, n, options)) is not None:
        yield topic, _TOPIC
    if (main := _find_main_subject(chains, found, n, options)) is not None:
        yield main, _MAIN
    if (asker := _find_asker(chains, found, n, options)) is not None:
        yield asker, -_ASKED


def _bonus(chains: Chains, found: Candidates, n: int, options: list[int], speaking: int) -> float:
    """How much more the last speaker is to be expected than others, unless the text goes on to
    somebody else: "Doe said so.  Poe disagreed.  “It is wrong,” he said."
    """
    if _continues(found, chains.candidates[n]):
        return _SURELY_GOES_ON
    nearer = [m for m in options if m > speaking and not chains.same(m, speaking)]
    between = any(
        _is_topic(found, chains.candidates[m])
        and chains.candidates[m].quotation < 0
        and not _is_told_by(chains, found, speaking, m)
        for m in nearer
    )
    return 0.0 if between else _GOES_ON


def _is_told_by(chains: Chains, found: Candidates, speaker: int, m: int) -> bool:
    """Poe in "Doe said that Poe had lied": the text is still with Doe.

    Not so in "Doe put it to Poe that he had lied", who is about to answer.
    """
    of = chains.candidates
    teller = of[speaker]
    told = [
        span for start in {teller.span[0], teller.core[0]} for span in found.told.get(start, ())
    ]
    if not any(contains(span, of[m].core) for span in told):
        return False
    spoken_to = (of[k] for k in chains.chain(m).members if of[k].sentence == teller.sentence)
    return all(
        contains(teller.span, o.core) or any(contains(span, o.core) for span in told)
        for o in spoken_to
    )


def _is_topic(found: Candidates, candidate: Candidate) -> bool:
    """True for the subject of a clause, and for a name that opens a sentence whatever the parser
    makes of it: "Ann Doe at the mill.", "Her son Bo, 9, waved."
    """
    tokens = found.parse.tokens
    if tokens[candidate.head].dep in SUBJECT:
        return True
    opening = found.parse.sentences[candidate.sentence].start, candidate.core[0]
    before = found.parse.tokens_in(opening) if opening[0] < opening[1] else ()
    plain = len(before) <= _MOST_BEFORE and all(t.tag in _BEFORE_NAME for t in before)
    return candidate.form == "name" and plain


#: What stands before a name at the head of a sentence: "Her eldest son Bo".
_MOST_BEFORE = 3
_BEFORE_NAME = frozenset(("PRP$", "DT", "JJ", "NN", "NNP"))


#: How much likelier than others the last speaker is to go on; the largest fitted weights are so.
_GOES_ON = 4.0
#: More than everything that distance and syntax can say against it.
_SURELY_GOES_ON = 6.0


def _find_last_speaker(chains: Chains, found: Candidates, n: int, options: list[int]) -> int | None:
    """Doe in "Doe called it a win.  “We are glad,” he said": who spoke last, outside quotations."""
    pronoun = chains.candidates[n]
    if n not in found.speaking or pronoun.quotation >= 0:
        return None
    if not _stands_by_quotation(found, pronoun) and not _continues(found, pronoun):
        return None
    spoken = (m for m in options if m in found.speaking and chains.candidates[m].quotation < 0)
    last = next(spoken, None)
    # After a question it is the other one who speaks.
    if last is None or _asks(found, chains.candidates[last]):
        return None
    return _find_asked(chains, found, range(last + 1, n), options) or last


#: How much more whoever was just named is to be expected to speak than others.
_TOPIC = 4.0


def _find_topic(chains: Chains, found: Candidates, n: int, options: list[int]) -> int | None:
    """Bo in "Her son Bo, 9, waved.  “Hello,” he said": the only one of whom the sentence before
    the quotation tells by name, in the same paragraph."""
    pronoun = chains.candidates[n]
    if n not in found.speaking or pronoun.quotation >= 0:
        return None
    quoted = _stands_by_quotation(found, pronoun)
    if not quoted and found.parse.sentences[pronoun.sentence].start != pronoun.span[0]:
        return None
    at = found.last_untold(pronoun.sentence)
    sentences = found.parse.sentences
    if at < 0 or sentences[at].paragraph != sentences[pronoun.sentence].paragraph:
        return None
    there = [m for m in options if chains.candidates[m].sentence == at]
    named = [m for m in there if chains.candidates[m].form == "name"]
    if not quoted:
        # "The paper rang Ann Doe.  She said …": nobody else whom it can mean.
        only = named[0] if named else None
        return only if only is not None and all(chains.same(m, only) for m in there) else None
    topics = {chains.chain(m).first: m for m in there if _is_topic(found, chains.candidates[m])}
    if len(topics) != 1:
        return None
    (topic,) = topics.values()
    return topic if any(chains.same(m, topic) for m in named) else None


def _find_asker(chains: Chains, found: Candidates, n: int, options: list[int]) -> int | None:
    """Doe in "Poe smiled.  Doe asked what it would cost.  “Nothing,” she said": whoever has just
    asked does not answer, where somebody else can."""
    if n not in found.speaking or chains.candidates[n].quotation >= 0:
        return None
    asker = next((m for m in options if has_just_asked(found, n, m)), None)
    others = (m for m in options if chains.candidates[m].form == "name")
    can = asker is not None and any(not chains.same(m, asker) for m in others)
    return asker if can else None


#: As much as the last speaker is expected.
_ASKED = 6.0


def _find_main_subject(chains: Chains, found: Candidates, n: int, options: list[int]) -> int | None:
    """Doe in "Doe left the choir in May, when she was ten": beside whom the clause is told."""
    tokens, children = found.parse.tokens, found.parse.children
    pronoun = tokens[chains.candidates[n].head]
    verb = tokens[pronoun.head]
    when = any(tokens[i].lower == "when" for i in children[verb.i])
    if pronoun.dep not in SUBJECT or not (verb.dep == "advcl" or (verb.dep == "relcl" and when)):
        return None
    above = _verb_above(found, tokens[verb.head])
    subjects = {i for i in children[above.i] if tokens[i].dep in SUBJECT}
    return next((m for m in options if chains.candidates[m].head in subjects), None)


#: Enough to outweigh who is named more often, not who is speaking.
_MAIN = 2.0


def _find_singer(chains: Chains, found: Candidates, n: int, options: list[int]) -> int | None:
    """ "The folk singer Doe knows Poe.  “…,” she sings": the only one who is called a singer."""
    tokens = found.parse.tokens
    if tokens[tokens[chains.candidates[n].head].head].lemma not in _SINGING:
        return None
    singers = [m for m in options if _is_singer(chains, m)]
    return singers[0] if len({chains.chain(m).first for m in singers}) == 1 else None


def _is_singer(chains: Chains, n: int) -> bool:
    members = (chains.candidates[m] for m in chains.chain(n).members)
    nouns = {word for c in members for word in (c.text, *(r.split()[-1] for r in c.roles))}
    return bool(nouns & _SINGERS)


_SINGING = frozenset(("sing", "croon", "rap"))
_SINGERS = frozenset(
    """crooner musician rapper singer singer-songwriter songwriter soprano star tenor
    vocalist""".split()
)


def _find_asked(
    chains: Chains, found: Candidates, between: range, options: list[int]
) -> int | None:
    """Her in "Poe asked whether fame had changed her.  “No,” she said": whoever spoke before."""
    for m in reversed(between):
        asker = chains.candidates[m]
        if m in found.speaking and asker.quotation < 0 and _asks(found, asker):
            named = (
                o for o in options if o > m and chains.candidates[o].sentence == asker.sentence
            )
            return next(named, None)
    return None


def _stands_by_quotation(found: Candidates, pronoun: Candidate) -> bool:
    """True where a quotation opens the sentence, or closes right before the pronoun."""
    opens = found.parse.sentences[pronoun.sentence].start
    start = pronoun.span[0]
    before = found.text[max(0, start - _SPACE) : start].rstrip()
    return found.text[opens : opens + 1] in _OPENING or before[-1:] in _CLOSING


def _continues(found: Candidates, pronoun: Candidate) -> bool:
    """ "She added": nobody does who has not spoken before."""
    tokens = found.parse.tokens
    return tokens[tokens[pronoun.head].head].lemma in ("add", "continue")


def _asks(found: Candidates, candidate: Candidate) -> bool:
    tokens = found.parse.tokens
    return tokens[tokens[candidate.head].head].lemma in ASKING


_OPENING = frozenset("\"“'‘«„")
_CLOSING = frozenset("\"”'’»")
#: Characters before a pronoun in which the closing mark stands.
_SPACE = 4


def antecedents(chains: Chains, found: Candidates, n: int, speakers: Speakers) -> Iterator[int]:
    """Earlier candidates that the pronoun `n` may mean, nearest first."""
    pronoun = chains.candidates[n]
    reach = _REACH.get(pronoun.text, _FAR)
    if pronoun.text not in THIRD_PERSON:
        reach += _told_just_before(found, pronoun)
    speaker = speakers.of(pronoun.quotation)
    spoken_of = speakers.named_by(pronoun.span)
    for m in range(n - 1, max(-1, n - 1 - _MOST_OPTIONS), -1):
        if pronoun.sentence - chains.candidates[m].sentence > reach:
            break
        if speaker is not None and chains.same(m, speaker):
            continue
        if (
            any(chains.same(m, named) for named in spoken_of)
            or speakers.of(chains.candidates[m].quotation) == n
        ):
            continue
        if found.press.wrote(chains.chain(m).names) or is_likened(found, chains.candidates[m]):
            continue
        if _allowed(chains, found, n, m):
            yield m


def _told_just_before(found: Candidates, pronoun: Candidate) -> int:
    """How many sentences of what others said stand right before: the text goes on where it was."""
    at = pronoun.sentence - 1
    while at >= 0 and at in found.told_sentences and pronoun.sentence - at <= _LONGEST_TOLD:
        at -= 1
    return pronoun.sentence - 1 - at


def _allowed(chains: Chains, found: Candidates, n: int, m: int) -> bool:
    pronoun, other = chains.candidates[n], chains.candidates[m]
    if other.form == "pronoun" and other.text in FIRST_SINGULAR | FIRST_PLURAL | SECOND:
        return False
    if other.form == "nominal" and (other.inner or pronoun.quotation < 0 <= other.quotation):
        return False
    if contains(other.span, pronoun.span) and not follows_head(found, pronoun, other):
        return False
    if not _kind_allows(chains, pronoun, m):
        return False
    if not syntax_allows(found, pronoun, other):
        return False
    members = (chains.candidates[k] for k in chains.chain(m).members)
    if any(governs(found, pronoun, member) for member in members):
        return False
    return chains.may_merge(n, m)


def _kind_allows(chains: Chains, pronoun: Candidate, m: int) -> bool:
    kind = chains.chain(m).kind
    numbers = chains.chain(m).numbers
    if pronoun.text in THIRD_PERSON:
        return kind == "person"
    if pronoun.number == "sg":
        return kind in ("thing", "organisation", "place", "work") and "pl" not in numbers
    return kind in ("group", "organisation", "unknown") or (
        kind in ("thing", "place") and "pl" in numbers
    )
