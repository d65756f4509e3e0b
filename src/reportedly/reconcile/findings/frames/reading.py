"""How the words before a verb or noun bear on it: told as done, foretold, ruled out or unreal.

In: the words of the clause up to it, and its form.  Out: a `Reading`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.reconcile.findings.frames.table import Sort
from reportedly.reconcile.findings.frames.verbs import VerbForm

Voice = Literal["told", "present", "arranged", "foretold", "unreal"]
"""told as done; as going on; as settled for a day to come; foretold or vowed; neither"""


@dataclass(frozen=True, slots=True)
class Reading:
    """How words are meant where they stand."""

    voice: Voice
    negated: bool


#: Between an auxiliary and its verb.
_ADVERBS = frozenset(
    "not never ever also now soon still then just already even both all once again later since "
    "yet first always simply too however maybe perhaps himself herself themselves".split()
)
_DENYING = frozenset(
    "no not never none nobody nothing neither nor without denies denied deny denying refuse "
    "refused refuses refusing declined ruled rules rule false untrue nonsense fail failed fails "
    "unable yet".split()
)
#: "Not only", "no doubt", "no longer only": they leave what follows as it is; and so do "yet
#: another" and "rule", where they deny nothing.
_NOT_DENYING = frozenset(
    (
        "not only",
        "not just",
        "no doubt",
        "not least",
        "no sooner",
        "not surprisingly",
        "yet another",
    )
)
#: How many words before may negate or make a thought of it: "no plans at all to sell".
REACH = 6
#: Before a participle these make a passive; "got" makes one as often as not ("got married").
BE = frozenset("be been was were is are being".split())
GET = frozenset("get gets got".split())
_BE = BE | GET | {"am", "getting"}
_IS_NOW = frozenset("is are am".split())
_FUTURE = frozenset("will shall gonna".split())
_UNREAL = frozenset("could may might should can must ought".split())
#: Before "to": what follows was done, is settled, is foreseen.
_DONE = frozenset("forced had compelled obliged managed made chose went".split())
_SETTLED = frozenset("agreed agrees decided decides opted".split())
_FORESEEN = frozenset(
    "going plan plans planned planning expected expects due set about scheduled promised promises "
    "promise vowed vows vow pledged pledges pledge intends intend intended hopes hope hoped aims "
    "aim refuse refuses refused declined intention intentions need sworn swore ready likely "
    "undertaken undertook ordered guaranteed".split()
)
#: What never came about although it was to.
_FAILED = frozenset("failed fails yet unable".split())
_CONDITIONS = frozenset(
    "if unless whether lest would-be speculation rumour rumours rumor rumors suggestion "
    "suggestions considering considers consider considered threatened threatens threatening "
    "wanted wants want urged urging asked asking call calls called calling demanded demanding "
    "demand demands alleged allegedly reportedly tempted supposed wish wishes wished "
    "told".split()
)
#: Before the name of a change these make it a thought.
_UNREAL_NOUN = frozenset(
    "if any possible potential planned proposed call calls calling demand demands demanded "
    "demanding seek seeks sought avoid threatened rumours rumour rumors speculation prospect "
    "consider considering future would could may might should offered wanted wants over for "
    "about".split()
)
#: "Has spoken about her divorce": who speaks of what is theirs tells of it.
_OPENING_UP = frozenset(
    "speaks spoke spoken speaking opens opened opening wrote written writes writing sings sang "
    "sung candid frank joked jokes".split()
)
_REJECTING = frozenset("denied denies deny denying ruled rules dismissed rejected".split())
_TELLING_NOUN = frozenset(
    "after following since despite during announced weeks months days years in held hold holding "
    "upon until before amid".split()
)
#: "A paid leave", "of closed shops": no verb.
_ADJECTIVAL = frozenset(
    "a an the of in with for from on at by this his her its their our my your some any".split()
)
#: "Will keep the baths shut".
_KEEPING = frozenset("keep keeps kept keeping".split())
#: Behind these a verb may be denied anew.
_JOINING = frozenset(("and", "but", "or", "nor"))
#: Before a verb of the present, which might be the plural of a noun.
_WHO = frozenset("he she it who which that".split())
_WHOSE = frozenset("his her their its my our your whose".split())
_LOST = {
    **{
        f"{aux}nt": aux
        for aux in "do did does is are was were has have had would could should".split()
    },
    "wont": "will",
    "cant": "can",
    "cannot": "can",
    "aint": "is",
}
#: "Hell never sell": words by themselves, unless an adverb follows.
_LOST_WILL = {"hell": "he", "shell": "she", "well": "we", "itll": "it"}
_JOINED = {"im": "am", "ill": "will", "theyll": "will", "youll": "will", "itll": "will"} | {
    "hes": "is",
    "shes": "is",
    "theyre": "are",
    "youre": "are",
    "ive": "have",
    "weve": "have",
    "theyve": "have",
}
_ENDINGS = {"ll": "will", "ve": "have", "re": "are", "m": "am", "d": "would"}

#: With their apostrophes, as contractions need them.
_WORDS = re.compile(r"[^\W_]+(?:['’‘][^\W_]+)*")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a clause, as `read` takes them."""
    return tuple(_WORDS.findall(text))


def auxiliary_in(before: Sequence[str]) -> str:
    """The last word that is no adverb, in lower case: "was" of "was never publicly"; else ""."""
    lowered = (word.lower() for word in reversed(before))
    return next((w for w in lowered if w not in _PASSED_OVER and not w.endswith("ly")), "")


#: Between "was" and its participle, beside adverbs in "-ly".
_PASSED_OVER = frozenset(("never", "not", "also"))


def read(before: Sequence[str], sort: Sort, form: frozenset[VerbForm]) -> Reading:
    """How a word is meant.

    Args:
        before: the words of the clause before it, in order.
        sort: of its line in the table.
        form: what form of a verb it can be; empty unless it is a verb.
    """
    lowered = [word.lower() for word in before]
    plain = _plain(lowered)
    if sort == "n":
        return _of_noun(lowered, plain)
    if sort == "t":
        return _of_words(plain)
    voice = _voice(plain, form, passive_only=sort == "p")
    if form == {"s"} and not (before and (before[-1][:1].isupper() or lowered[-1] in _WHO)):
        voice = "unreal"
    near = plain[-REACH:]
    if voice != "unreal" and any(word in _CONDITIONS for word in near):
        voice = "unreal"
    return Reading(voice, _is_negated(near))


def _plain(before: Sequence[str]) -> list[str]:
    """The words with their contractions taken apart: "won't" as "will" "not"."""
    found: list[str] = []
    for word, following in zip(before, [*before[1:], ""], strict=False):
        word = word.replace("’", "'").replace("‘", "'")
        stem, _, end = word.partition("'")
        if end == "t" and stem.endswith("n"):
            found += [{"won": "will", "can": "can", "shan": "shall"}.get(stem, stem[:-1]), "not"]
        elif word in _LOST:
            found += [_LOST[word], "not"]
        elif word in _LOST_WILL and following in _ADVERBS:
            found += [_LOST_WILL[word], "will"]
        elif end in _ENDINGS:
            found += [stem, _ENDINGS[end]]
        elif end == "s":
            found += [stem, "'s"]
        else:
            found.append(_JOINED.get(word, word))
    return found


def _is_negated(words: Sequence[str]) -> bool:
    """An odd number of words that deny; of "was never sacked and never resigned" the last verb has
    its own."""
    pairs = list(zip(words, [*words[1:], ""], strict=False))
    denying = [n for n, (a, b) in enumerate(pairs) if _denies(a, b)]
    joined = max((n for n, word in enumerate(words) if word in _JOINING), default=-1)
    own = [n for n in denying if n >= joined]
    return len(own or denying) % 2 == 1


def _denies(word: str, following: str) -> bool:
    return word in _DENYING and f"{word} {following}" not in _NOT_DENYING


def _of_noun(before: Sequence[str], plain: list[str]) -> Reading:
    near = plain[-REACH:]
    owned = bool(before) and (before[-1] in _WHOSE or plain[-1:] == ["'s"])
    thoughts = [word for word in near[-4:] if word in _UNREAL_NOUN]
    spoken_of = owned and thoughts == ["about"] and any(word in _OPENING_UP for word in plain)
    if thoughts and not spoken_of:
        return Reading("unreal", False)
    ruled_out = any(word in ("no", "without") for word in near[-2:]) or near[-2:] == ["not", "in"]
    if ruled_out or any(word in _REJECTING for word in near):
        return Reading("present", True)
    told = owned or any(word in _TELLING_NOUN for word in near[-4:])
    return Reading("told" if told or near[-1:] == ["the"] else "unreal", False)


def _of_words(plain: list[str]) -> Reading:
    near = plain[-REACH:]
    if any(word in _CONDITIONS or word in _UNREAL for word in near):
        return Reading("unreal", False)
    negated = _is_negated(near)
    if any(word in _FUTURE or word in ("would", "to", "be") for word in near):
        return Reading("foretold", negated)
    return Reading("present" if negated else "told", negated)


def _voice(plain: list[str], form: frozenset[VerbForm], *, passive_only: bool) -> Voice:
    words = _without_adverbs(plain)
    aux = words[-1] if words else ""
    if passive_only and form & {"participle", "past"} and (aux in _BE or aux == "'s"):
        return _passive(words)
    if "ing" in form:
        return _progressive(words)
    if aux in _BE or (aux == "'s" and "participle" in form):
        return _passive(words) if "participle" in form else "unreal"
    if aux == "to":
        return _infinitive(words[:-1])
    if aux in _FUTURE:
        return "foretold"
    if aux == "would":
        return "foretold" if "base" in form else "told"
    if aux in _UNREAL:
        return "unreal"
    if aux in ("do", "does", "did"):
        return "told" if aux == "did" else "unreal"
    if aux in ("have", "has", "had"):
        return _perfect(words)
    if (
        not words
        or aux in _ADJECTIVAL
        or aux.isdigit()
        or any(w in _KEEPING for w in words[-REACH:])
    ):
        return "unreal"
    return "told" if "past" in form or "s" in form else "unreal"


def _without_adverbs(words: Sequence[str]) -> list[str]:
    """The words up to the last one that is no adverb."""
    rest = list(words)
    while rest and (rest[-1] in _ADVERBS or (rest[-1].endswith("ly") and len(rest[-1]) > 4)):
        rest.pop()
    return rest


def _perfect(words: list[str]) -> Voice:
    before = words[-2] if len(words) > 1 else ""
    if before in _UNREAL or before in ("would", "to"):
        return "unreal"
    return "foretold" if before in _FUTURE else "told"


def _passive(words: list[str]) -> Voice:
    """ "Was sold", "will be sold", "is to be sold", "has been sold"."""
    aux = words[-1]
    rest = _without_adverbs(words[:-1])
    before = rest[-1] if rest else ""
    if aux == "getting":
        return _progressive(rest)
    if aux in ("be", "get"):
        if before == "to":
            return _infinitive(rest[:-1])
        return "foretold" if before in _FUTURE or before == "would" else "unreal"
    if aux == "been":
        return _perfect(rest) if rest else "unreal"
    if aux == "being":
        return "present"
    return "told"


def _progressive(words: list[str]) -> Voice:
    aux = words[-1] if words else ""
    before = (_without_adverbs(words[:-1]) or [""])[-1]
    if aux in _IS_NOW or aux == "'s":
        return "present"
    if aux in ("was", "were"):
        return "present"
    if aux == "be":
        return "foretold" if before in _FUTURE or before == "would" else "unreal"
    if aux in ("after", "since", "upon", "following"):
        return "told"
    if aux in ("denied", "denies", "out") or before in ("intention", "thought"):
        return "foretold"
    return "unreal"


def _infinitive(words: list[str]) -> Voice:
    """What governs "to": "is to", "agreed to", "has no plans to"."""
    governor = words[-1] if words[-1:] == ["yet"] else (_without_adverbs(words) or [""])[-1]
    if governor in _FAILED or governor in _DONE:
        return "told"
    if governor in _SETTLED or governor in _IS_NOW:
        return "arranged"
    return "foretold" if governor in _FORESEEN else "unreal"
