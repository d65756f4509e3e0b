"""Whom a pronoun is to mean by what the text has just told, beyond how salient everybody is.

In: a pronoun of the third person with the earlier mentions that it may mean.  Out: some of these,
with how much more, or less, each is to be expected: who spoke last goes on, who asked does not
answer, who is called a singer sings.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.annotate.coreference.askers import has_just_asked
from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.pronoun_syntax import ASKING, SUBJECT, verb_above
from reportedly.annotate.parse.model import Token
from reportedly.offsets import contains

#: How much likelier than others the last speaker is to go on; the largest fitted weights are so.
_GOES_ON = 4.0
#: More than everything that distance and syntax can say against it.
_SURELY_GOES_ON = 6.0
#: How much more whoever was just named is to be expected to speak than others.
_TOPIC = 4.0
#: Enough to outweigh who is named more often, not who is speaking.
_MAIN = 2.0
#: As much as the last speaker is expected.
_ASKED = 6.0
#: What stands before a name at the head of a sentence: "Her eldest son Bo".
_MOST_BEFORE = 3
_BEFORE_NAME = frozenset(("PRP$", "DT", "JJ", "NN", "NNP"))
_SINGING = frozenset(("sing", "croon", "rap"))
_SINGERS = frozenset(
    """crooner musician rapper singer singer-songwriter songwriter soprano star tenor
    vocalist""".split()
)
_OPENING = frozenset("\"“'‘«„")
_CLOSING = frozenset("\"”'’»")
#: Characters before a pronoun in which the closing mark stands.
_SPACE = 4


@dataclass(frozen=True, slots=True)
class Question:
    """Whom a pronoun means."""

    chains: Chains
    found: Candidates
    n: int
    """the number of the pronoun"""
    options: list[int]
    """candidates that it may mean, nearest first"""

    @property
    def pronoun(self) -> Candidate:
        """The pronoun itself."""
        return self.of(self.n)

    @property
    def verb(self) -> Token:
        """What the pronoun hangs on."""
        return self.verb_of(self.n)

    @property
    def is_of_speaker(self) -> bool:
        """True for "he" in "“No,” he said", where the article tells it."""
        return self.n in self.found.speaking and self.pronoun.quotation < 0

    def of(self, m: int) -> Candidate:
        """A candidate by its number."""
        return self.chains.candidates[m]

    def verb_of(self, m: int) -> Token:
        """What a candidate hangs on."""
        tokens = self.found.parse.tokens
        return tokens[tokens[self.of(m).head].head]

    def asks(self, m: int) -> bool:
        """True for who asks."""
        return self.verb_of(m).lemma in ASKING and not self.is_questioned(m)

    def is_questioned(self, m: int) -> bool:
        """True for Doe in "Doe was asked whether it would rain"."""
        subject = self.found.parse.tokens[self.of(m).head]
        return self.verb_of(m).lemma in ASKING and subject.dep == "nsubjpass"

    def is_said_again(self) -> bool:
        """True for "she added": nobody does who has not spoken before."""
        return self.verb.lemma in ("add", "continue")

    def is_topic(self, m: int) -> bool:
        """True for the subject of a clause, and for a name that opens a sentence whatever the
        parser makes of it: "Ann Doe at the mill.", "Her son Bo, 9, waved."
        """
        parse, candidate = self.found.parse, self.of(m)
        if parse.tokens[candidate.head].dep in SUBJECT:
            return True
        opening = parse.sentences[candidate.sentence].start, candidate.core[0]
        before = parse.tokens_in(opening) if opening[0] < opening[1] else ()
        plain = len(before) <= _MOST_BEFORE and all(t.tag in _BEFORE_NAME for t in before)
        return candidate.form == "name" and plain

    def stands_by_quotation(self) -> bool:
        """True where a quotation opens the sentence, or closes right before the pronoun."""
        opens = self.found.parse.sentences[self.pronoun.sentence].start
        start = self.pronoun.span[0]
        before = self.found.text[max(0, start - _SPACE) : start].rstrip()
        return self.found.text[opens : opens + 1] in _OPENING or before[-1:] in _CLOSING


def expected(asked: Question) -> Iterator[tuple[int, float]]:
    """(antecedent, how much more, or less, it is to be expected) for what the text tells."""
    if (speaking := _find_last_speaker(asked)) is not None:
        yield speaking, _bonus(asked, speaking)
    if (questioned := _find_questioned(asked)) is not None:
        yield questioned, _GOES_ON
    if (singer := _find_singer(asked)) is not None:
        yield singer, _SURELY_GOES_ON
    if (topic := _find_topic(asked)) is not None:
        yield topic, _TOPIC
    if (main := _find_main_subject(asked)) is not None:
        yield main, _MAIN
    if (asker := _find_asker(asked)) is not None:
        yield asker, -_ASKED


def _find_last_speaker(asked: Question) -> int | None:
    """Doe in "Doe called it a win.  “We are glad,” he said": who spoke last, outside quotations."""
    if not asked.is_of_speaker:
        return None
    if not asked.stands_by_quotation() and not asked.is_said_again():
        return None
    speaking = asked.found.speaking
    spoken = (m for m in asked.options if m in speaking and asked.of(m).quotation < 0)
    last = next(spoken, None)
    # After a question it is the other one who speaks.
    if last is None or asked.asks(last):
        return None
    return _find_asked(asked, range(last + 1, asked.n)) or last


def _find_questioned(asked: Question) -> int | None:
    """Doe in "Doe was asked whether he might.  He said that he would rather not": who was asked
    answers."""
    if not asked.is_of_speaker:
        return None
    at = asked.found.last_untold(asked.pronoun.sentence)
    there = (m for m in asked.options if asked.of(m).sentence == at)
    return next((m for m in there if asked.is_questioned(m)), None)


def _find_asked(asked: Question, between: range) -> int | None:
    """Her in "Poe asked whether fame had changed her.  “No,” she said": whoever spoke before."""
    for m in reversed(between):
        asker = asked.of(m)
        if m in asked.found.speaking and asker.quotation < 0 and asked.asks(m):
            there = (o for o in asked.options if asked.of(o).sentence == asker.sentence)
            return next((o for o in there if o > m), None)
    return None


def _bonus(asked: Question, speaking: int) -> float:
    """How much more the last speaker is to be expected than others, unless the text goes on to
    somebody else: "Doe said so.  Poe disagreed.  “It is wrong,” he said."
    """
    if asked.is_said_again():
        return _SURELY_GOES_ON
    nearer = [m for m in asked.options if m > speaking and not asked.chains.same(m, speaking)]
    between = any(
        asked.is_topic(m) and asked.of(m).quotation < 0 and not _is_told_by(asked, speaking, m)
        for m in nearer
    )
    return 0.0 if between else _GOES_ON


def _is_told_by(asked: Question, speaker: int, m: int) -> bool:
    """Poe in "Doe said that Poe had lied": the text is still with Doe.

    Not so in "Doe put it to Poe that he had lied", who is about to answer.
    """
    teller = asked.of(speaker)
    starts = {teller.span[0], teller.core[0]}
    told = [span for start in starts for span in asked.found.told.get(start, ())]
    if not any(contains(span, asked.of(m).core) for span in told):
        return False
    members = (asked.of(k) for k in asked.chains.chain(m).members)
    return all(
        contains(teller.span, o.core) or any(contains(span, o.core) for span in told)
        for o in members
        if o.sentence == teller.sentence
    )


def _find_singer(asked: Question) -> int | None:
    """ "The folk singer Doe knows Poe.  “…,” she sings": the only one who is called a singer."""
    if asked.verb.lemma not in _SINGING:
        return None
    singers = [m for m in asked.options if _is_singer(asked, m)]
    return singers[0] if len({asked.chains.chain(m).first for m in singers}) == 1 else None


def _is_singer(asked: Question, m: int) -> bool:
    members = (asked.of(k) for k in asked.chains.chain(m).members)
    nouns = {word for c in members for word in (c.text, *(r.split()[-1] for r in c.roles))}
    return bool(nouns & _SINGERS)


def _find_topic(asked: Question) -> int | None:
    """Bo in "Her son Bo, 9, waved.  “Hello,” he said": the only one of whom the sentence before
    the quotation tells by name, in the same paragraph."""
    pronoun, sentences = asked.pronoun, asked.found.parse.sentences
    if not asked.is_of_speaker:
        return None
    quoted = asked.stands_by_quotation()
    if not quoted and sentences[pronoun.sentence].start != pronoun.span[0]:
        return None
    at = asked.found.last_untold(pronoun.sentence)
    if at < 0 or sentences[at].paragraph != sentences[pronoun.sentence].paragraph:
        return None
    same = asked.chains.same
    there = [m for m in asked.options if asked.of(m).sentence == at]
    named = [m for m in there if asked.of(m).form == "name"]
    if not quoted:
        # "The paper rang Ann Doe.  She said …": nobody else whom it can mean.
        only = named[0] if named else None
        return only if only is not None and all(same(m, only) for m in there) else None
    topics = {asked.chains.chain(m).first: m for m in there if asked.is_topic(m)}
    if len(topics) != 1:
        return None
    (topic,) = topics.values()
    return topic if any(same(m, topic) for m in named) else None


def _find_main_subject(asked: Question) -> int | None:
    """Doe in "Doe left the choir in May, when she was ten": beside whom the clause is told."""
    tokens, children = asked.found.parse.tokens, asked.found.parse.children
    verb = asked.verb
    when = any(tokens[i].lower == "when" for i in children[verb.i])
    clause = verb.dep == "advcl" or (verb.dep == "relcl" and when)
    if tokens[asked.pronoun.head].dep not in SUBJECT or not clause:
        return None
    above = verb_above(asked.found, tokens[verb.head])
    subjects = {i for i in children[above.i] if tokens[i].dep in SUBJECT}
    return next((m for m in asked.options if asked.of(m).head in subjects), None)


def _find_asker(asked: Question) -> int | None:
    """Doe in "Poe smiled.  Doe asked what it would cost.  “Nothing,” she said": whoever has just
    asked does not answer, where somebody else can."""
    if not asked.is_of_speaker:
        return None
    asker = next((m for m in asked.options if has_just_asked(asked.found, asked.n, m)), None)
    others = (m for m in asked.options if asked.of(m).form == "name")
    can = asker is not None and any(not asked.chains.same(m, asker) for m in others)
    return asker if can else None
