"""What speaks for a statement inside another: a verb of saying, whose subject said it, plainly.

In: the evidence of a candidate.  Out: the evidence for its being a row inside another's content.
The annotated articles hold outermost attributions only, so nothing here is learned from them.  A
reader of a quotation lists what somebody in it is said to have said; what somebody there thinks,
wants, refuses or might say one day is part of what the speaker tells, and no row of its own.
"""

from collections.abc import Sequence

#: Properties of a candidate whose own words stand inside quotation marks: nobody annotated those.
QUOTED = frozenset(("in quotation marks", "noun in quotation marks"))
SAYING, PROMISING, TELLING = (
    "plain saying inside another",
    "plain promise inside another",
    "plain telling of a thing inside another",
)
QUOTING = "quotation inside another"
#: Contents of one word, and cut ones: "as he says he is".
_FRAGMENT = frozenset(("words=0", "ends in mid-phrase"))
#: Two words are enough for "to wait" and "he lied", and too few for a thing: "they criticise him".
_TWO_WORDS = "words=1"
#: Verbs that say that something was said and nothing else, with the clauses that they take.
_SAYING = frozenset(
    "acknowledge add admit advise agree allege announce answer argue assert assure boast brag "
    "caution claim complain concede confess confide confirm contend declare deny disclose estimate "
    "explain hint indicate inform insist joke maintain mention note observe predict promise "
    "proclaim recall recount remark remind repeat reply report respond reveal say shout state "
    "stress suggest swear tell testify tweet vow warn whisper write".split()
)
#: Verbs with an infinitive or "-ing" for what was said; refusing is done more often than said.
_PROMISING = frozenset(
    "admit agree advise ask beg call deny encourage forbid instruct offer order pledge promise "
    "report swear tell threaten urge vow warn".split()
)
#: Verbs with a noun for what was said.
_TELLING = frozenset(
    "accuse allege announce blame brand call claim condemn confess confirm criticise criticize "
    "denounce deny describe disclose dub label predict promise report reveal".split()
)
#: Verbs with a preposition for what was said, as in "complained of the noise".
_SPEAKING = frozenset("apologise apologize boast brag complain object warn".split())
#: Verbs whose object is who was told: it is no part of what was said to them.
_ADDRESSING = frozenset(
    "advise ask assure beg encourage forbid inform instruct order remind tell urge warn".split()
)
_ASKING = frozenset(("ask", "wonder", "inquire", "enquire"))
#: Verbs beside a quotation inside another that say that these words were said.
_QUOTING = (_SAYING | _ASKING) - frozenset("agree deny estimate indicate suggest".split()) | (
    frozenset("beg blog chant cry email exclaim joke plead scream taunt text yell".split())
)
#: Tokens between such a verb and its quotation: "told me", "said to the whole room".
_NEAR = frozenset(f"quoted gap={side}{n}" for side in ("left", "right") for n in range(5))
#: "She liked to say that …" says that she did; "she wanted to say that …" does not.
USUAL = frozenset("continue do go keep like love use".split())
_USUAL = frozenset(f"under={verb}" for verb in USUAL)
#: In the present tense these only say what is being said now: "I tell you", "we say".
_SPEAKERS = frozenset(("source=i", "source=we", "source=you", "source=one"))
_PAST = frozenset(("tag=VBD", "tag=VBN"))
#: "A rule that asks the rich to pay", "That was him saying …": a thing, or a wrong antecedent.
_THINGS = frozenset(("it", "that", "this", "what", "which"))
#: "She would tell us that …" says that she often did; with other verbs it says what might be.
_HABITUAL = frozenset(("lemma=say", "lemma=tell"))
#: Verbs that leave open whether it was said; "would" may tell of what often was.
MODALS = frozenset("can could may might must shall should will 'll ’ll ca wo".split())
_POSSIBLE = frozenset(f"modal={word}" for word in MODALS)


def find_evidence(names: Sequence[str]) -> list[str] | None:
    """The evidence of a candidate for being a statement inside another; None where it is none."""
    found = frozenset(names)
    if any(name.startswith("quoted=") for name in names):
        said = QUOTING if _is_quoting(names, found) else None
    elif any(name.startswith(("frame=", "noun=")) for name in names):
        said = _find_plain(names, found)
    else:  # a set phrase, a signature: what is said there is said
        said = SAYING if "phrase=according to" in found else ""
    return None if said is None else [*(n for n in names if n not in QUOTED), *filter(None, [said])]


def _is_quoting(names: Sequence[str], found: frozenset[str]) -> bool:
    """True for a quotation right beside a verb that says that it was said."""
    verb = _value(names, "quoted+lemma=")
    nobody = _value(names, "quoted source=") in _THINGS | {"none"}
    floating = "quoted=floating" in found
    return verb in _QUOTING and bool(found & _NEAR) and not nobody and not floating


def _value(names: Sequence[str], prefix: str) -> str:
    return next((name.removeprefix(prefix) for name in names if name.startswith(prefix)), "")


def _find_plain(names: Sequence[str], found: frozenset[str]) -> str | None:
    """Which kind of plain statement this is."""
    verb, frame = _value(names, "lemma="), _value(names, "frame=")
    if _is_unsaid(found) or (verb in _ADDRESSING and frame in ("dobjccomp", "dobjxcomp")):
        return None
    if verb in _SAYING and frame.startswith(("ccomp", "dobjccomp", "relative")):
        return None if frame == "ccomp<" else SAYING
    if verb in _PROMISING and frame.startswith(("xcomp", "dobjxcomp")):
        return None if _value(names, "source=") in _THINGS else PROMISING
    if (verb in _SPEAKING and frame.startswith("prep:")) or (verb, frame) == ("call", "prep:for"):
        return PROMISING
    if verb in _ASKING and frame.startswith(("ccomp", "advcl")):
        return SAYING
    by_telephone = verb == "call" and frame == "dobj" and "quotes inside" not in found
    named = verb in _TELLING and frame in ("dobj", "dobjoprd", "oprd")
    return TELLING if named and not by_telephone and _TWO_WORDS not in found else None


def _is_unsaid(found: frozenset[str]) -> bool:
    """True where nobody is named, and where nothing is said, or only perhaps."""
    often = bool(found & _USUAL) or ("modal=would" in found and bool(found & _HABITUAL))
    if ("tag=VB" in found and not often) or found & (_FRAGMENT | _POSSIBLE):
        return True
    if found & frozenset(("source=none", "negated", "passive")):
        return True
    return bool(found & _SPEAKERS) and not found & _PAST
