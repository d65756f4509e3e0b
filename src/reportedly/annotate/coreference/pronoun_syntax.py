"""What the syntax of a sentence says of whom a pronoun in it can mean.

In: a pronoun and an earlier candidate.  Out: whether grammar lets the one take up the other.
"""

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.pronouns import REFLEXIVE, THIRD_PERSON
from reportedly.annotate.parse.model import Token

ASKING = frozenset(["ask", "inquire", "enquire"])
SUBJECT = frozenset(["nsubj", "nsubjpass", "csubj"])
_OBJECT = frozenset(["dobj", "dative", "pobj", "obj", "iobj"])


def follows_head(found: Candidates, pronoun: Candidate, other: Candidate) -> bool:
    """ "A man with his dog": a possessive after the head may mean the phrase it stands in, and so
    may what a verb below its relative clause has: "Ann Doe, who left when she was nine".

    Not so "Ann Doe, once his rival", nor "who parted from her": who is beside the clause's own
    verb is somebody else.
    """
    if other.head >= pronoun.head:
        return False
    tokens = found.parse.tokens
    at, below, within = tokens[pronoun.head], tokens[pronoun.head].dep == "poss", False
    while at.head not in (at.i, other.head):
        at = tokens[at.head]
        below = below or at.dep in ("ccomp", "advcl")
        within = within or at.dep in ("relcl", "acl")
    return below and at.head == other.head and (within or at.dep != "appos")


def syntax_allows(found: Candidates, pronoun: Candidate, other: Candidate) -> bool:
    """A reflexive means its clause's subject; another object pronoun does not mean it."""
    tokens = found.parse.tokens
    own, its = tokens[pronoun.head], tokens[other.head]
    if pronoun.sentence != other.sentence:
        return pronoun.text not in REFLEXIVE
    clause = own.head if own.dep != "pobj" else tokens[own.head].head
    if _asked(found, own.i, its.i) or _is_put_in(found, pronoun, other):
        return False
    if pronoun.text in THIRD_PERSON and _interviews(found, pronoun, its):
        return False
    shares_clause = its.dep in SUBJECT | _OBJECT and its.head in (clause, own.head)
    if pronoun.text in REFLEXIVE:
        return its.dep in SUBJECT
    return own.dep == "poss" or own.dep in SUBJECT or not shares_clause


def governs(found: Candidates, pronoun: Candidate, other: Candidate) -> bool:
    """ "She told Poe", "he said that Doe had lied": whoever does it is not called by name in the
    clause itself (Chomsky's principle C)."""
    tokens = found.parse.tokens
    own = tokens[pronoun.head]
    if own.dep not in SUBJECT or other.form != "name" or other.sentence != pronoun.sentence:
        return False
    if other.head < pronoun.head or other.quotation != pronoun.quotation:
        return False
    at = tokens[other.head]
    for _ in range(_DEEPEST):
        if at.head == own.head:
            return at.dep not in ("conj", "advcl", "parataxis")
        if at.head == at.i:
            return False
        at = tokens[at.head]
    return False


#: Words from a name up to the verb that governs it.
_DEEPEST = 6


def is_likened(found: Candidates, other: Candidate) -> bool:
    """ "It was like being married to Poe", "he is no Poe": of whom nothing is told here."""
    if other.form != "name" or other.kind != "person":
        return False
    tokens, children = found.parse.tokens, found.parse.children
    if any(tokens[i].lower == "no" and tokens[i].dep == "det" for i in children[other.head]):
        return True
    at = tokens[other.head]
    for _ in range(_MOST_ABOVE):
        at = tokens[at.head]
        if at.lower == "like" and at.pos in ("ADP", "SCONJ"):
            return at.i < other.head and tokens[at.head].lemma in _LIKENING
        if at.pos == "VERB" and at.tag != "VBG":
            return False
    return False


#: Between "like" and the name stand at most "being married to".
_MOST_ABOVE = 4
#: What is like somebody: "people like Poe" are those of whom Poe is one.
_LIKENING = frozenset("act be become behave dress feel look play seem sing sound talk walk".split())


def _is_put_in(found: Candidates, pronoun: Candidate, other: Candidate) -> bool:
    """ "Poe, he said, had lied": whoever speaks calls somebody else by name."""
    verb = found.parse.tokens[found.parse.tokens[pronoun.head].head]
    between = found.text[other.span[1] : pronoun.span[0]]
    after = found.text[verb.end : verb.end + 1]
    speaks = verb.i == pronoun.head + 1 and verb.pos == "VERB"
    return other.form == "name" and between.strip() == "," and speaks and after == ","


def _interviews(found: Candidates, pronoun: Candidate, other: Token) -> bool:
    """ "In an interview with Doe, she said": whoever was interviewed speaks, not who asked."""
    tokens = found.parse.tokens
    link = tokens[other.head]
    talk = tokens[link.head]
    opens = other.dep == "pobj" and link.lower == "with" and tokens[talk.head].lower == "in"
    return opens and talk.lemma == "interview" and other.i < pronoun.head


def _asked(found: Candidates, pronoun: int, other: int) -> bool:
    """ "Doe asked whether she would": those who ask seldom ask about themselves."""
    tokens = found.parse.tokens
    verb = tokens[tokens[pronoun].head]
    above = tokens[verb.head]
    asker = tokens[other]
    return (
        tokens[pronoun].dep in SUBJECT
        and verb.dep == "ccomp"
        and above.lemma in ASKING
        and asker.dep == "nsubj"  # who was asked is mostly whom it is about
        and asker.head == above.i
        and asker.pos != "PRON"
    )


def verb_above(found: Candidates, token: Token) -> Token:
    """The token if it is a verb, else the verb that it hangs on; the root if there is none."""
    while token.pos not in ("VERB", "AUX") and token.head != token.i:
        token = found.parse.tokens[token.head]
    return token
