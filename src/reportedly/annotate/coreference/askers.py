"""Who asks in one sentence does not answer in the next: "Doe asked what it would cost.  “Nothing,”
the mayor said"."""

from reportedly.annotate.coreference.candidates import Candidates

_WHO_ASKS = frozenset(("ask", "wonder", "enquire", "inquire"))
_MARKS = frozenset("“”\"‘’'")


def has_just_asked(found: Candidates, n: int, m: int) -> bool:
    """True where `m` asks something in the last sentence before `n` begins to speak.

    Who asks in quotation marks is quoted, and may go on.
    """
    asker, speaker = found.found[m], found.found[n]
    if asker.sentence != found.last_untold(speaker.sentence):
        return False
    tokens = found.parse.tokens
    subject = tokens[asker.head]
    verb = tokens[subject.head]
    if subject.dep != "nsubj" or verb.lemma not in _WHO_ASKS or verb.head != verb.i:
        return False
    asked = found.told.get(asker.span[0], ())
    return not any(found.text[span[0]] in _MARKS for span in asked)
