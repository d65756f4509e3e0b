"""Contents that say nothing: "which", "her", "it twice", a name alone, and "requests for comment".

In: a scene and a candidate.  Out: whether whoever reads the row alone learns nothing of what was
said, written or thought; or no more than of whom.  Words in quotation marks and answers ("no")
always count.
"""

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Token

#: Parts of speech of words that mean something by themselves, and of those that make a clause.
_MEANING = frozenset(("ADJ", "AUX", "INTJ", "NOUN", "NUM", "PROPN", "SYM", "VERB", "X"))
#: Whole answers, however they are parsed.
_ANSWERS = frozenset("never no nobody none nope nothing not okay ok yeah yes".split())
_NAMES = frozenset(("CCONJ", "DET", "PRON", "PROPN"))
#: Verbs behind which a name can be all that was said: "asked who won, she said Quill".
_NAMING = frozenset(
    "add announce answer call confirm declare identify name nominate reply respond reveal say "
    "shout suggest tell whisper write yell".split()
)
#: A thing is short when it has no more words than this.
_SHORT = 4
#: "To comment", "repeated requests for comment", "a message seeking comment on Friday".
_COMMENT = frozenset(("comment", "comments"))
_ASKING = frozenset(
    "a an any call calls email emails enquiries enquiry for from further immediate immediately "
    "inquiries inquiry invitation message messages multiple offer on publicly query question "
    "questions repeated request requests seeking several the this time to two".split()
)


def says_nothing(scene: Scene, candidate: Candidate) -> bool:
    """True for a content that only points elsewhere ("which", "it twice") or asks for a comment."""
    words = _words_retold(scene, candidate)
    if not words:
        return False
    if not any(token.pos in _MEANING for token in words):
        return True
    lowered = {token.lower for token in words}
    return bool(lowered & _COMMENT) and lowered <= _COMMENT | _ASKING


def says_little(scene: Scene, candidate: Candidate) -> bool:
    """True for a content that tells no more than whom or what it is about."""
    return _is_somebody_alone(scene, candidate) or _is_thing_of_nobody(scene, candidate)


def _is_thing_of_nobody(scene: Scene, candidate: Candidate) -> bool:
    """True for "The papers were signed" and "concerns about costs" where no source is named: that
    something happened or is talked of, of which the corpus counts some, and readers few."""
    words = _words_retold(scene, candidate)
    if not words or candidate.source or any(token.pos in ("AUX", "VERB") for token in words):
        return False
    end, start = candidate.content[-1][1], candidate.cue[0][0]
    acted_upon = end <= start and not scene.text[end:start].strip()
    return acted_upon or len(words) <= _SHORT


def _is_somebody_alone(scene: Scene, candidate: Candidate) -> bool:
    """True for "endorsed Quill" and "unloaded on Bo Linden": whom, and nothing of what was said."""
    words = _words_retold(scene, candidate)
    if not words or len(words) > _SHORT or not all(token.pos in _NAMES for token in words):
        return False
    cue = (token for span in candidate.cue for token in scene.parse.tokens_in(span))
    return not any(token.lemma.lower() in _NAMING for token in cue)


def _words_retold(scene: Scene, candidate: Candidate) -> list[Token]:
    """The words of a content that is no quotation, no answer, and reported by some word."""
    cue = "".join(scene.text[slice(*span)] for span in candidate.cue)
    told = any(map(str.isalpha, cue)) and candidate.pattern != "formula"
    if candidate.mode != "indirect" or not told or scene.has_quotation_in(candidate.content):
        return []
    words = [
        token
        for span in candidate.content
        for token in scene.parse.tokens_in(span)
        if any(map(str.isalnum, token.text))
    ]
    return [] if any(token.lower in _ANSWERS for token in words) else words
