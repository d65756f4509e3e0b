"""What somebody does and does not say, in verbs that also report: "named their son Finn".

In: a scene and a candidate.  Out: whether its words tell a deed; of a picture that is shown with
words in quotation marks, these.  Pictures are shown, children are expected, welcomed and named,
marriages are called quits; "opened up about the split" names a topic and none of the words, which
stand beside it where they are told.
"""

import dataclasses
import re
from collections.abc import Sequence

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Token
from reportedly.offsets import trim

#: What one shows others; whoever wrote under it is told with words of their own.
PICTURES = frozenset(
    "album animation carousel clip cover emoji footage gallery gif glimpse image link meme montage "
    "peek photo photograph photoshoot pic picture portrait poster reel screenshot selfie shot "
    "slideshow snap snapshot teaser throwback trailer vid video".split()
)
#: Of what there may be several: "a string of pictures".
_OF_MANY = frozenset(
    "batch bunch carousel collection compilation couple dozen handful host lot number pair range "
    "selection sequence series set slew string trio".split()
)
_SHOWING = frozenset("caption dislike like post repost retweet reshare share tweet upload".split())
_WRITTEN = frozenset("comment post tweet".split())
_CHILDREN = frozenset(
    "babe baby boy bub bundle child daughter firstborn girl infant kid newborn "
    "offspring son sprog tot triplet twin".split()
)
#: "Their third", of a child.
_ORDINAL = re.compile(
    r"(?:her|his|their) (?:first|second|third|fourth|fifth|sixth|seventh)\b", re.I
)
_EXPECTING = frozenset(("await", "expect", "welcome"))
_NAMING = frozenset("baptise baptize call christen name rename".split())
#: What is given a name, beside children.
_NAMED = _CHILDREN | frozenset(
    "band boat bar book cafe café cat collie company dog duo film firm goat group hen horse house "
    "kitten label lamb parrot pet pony pooch pub pug pup puppy record restaurant ship shop single "
    "song terrier tortoise yacht".split()
)
_PRONOUNS = frozenset(("her", "him", "it", "them"))
#: "Called it quits", "called time on the marriage", "called the band to order".
_CALLED = re.compile(
    r"\bcall(?:s|ed|ing)? (?:it (?:quits|a (?:day|night|career|draw|wrap))|time(?: on)?|in sick"
    r"|shotgun|last orders|a (?:cab|taxi|doctor|plumber|vet))\b",
    re.I,
)
#: Cues that end in a preposition, behind which stands what or whom the words are about.
_TOPIC = re.compile(
    r"\b(?:open(?:s|ed|ing)? up (?:about|on|over|regarding)"
    r"|(?:got|gets?|getting|was|is|been|being) (?:\w+ ){0,2}(?:candid|frank|honest|real|emotional"
    r"|personal|vulnerable) (?:about|on|over)"
    r"|(?:br(?:eaks?|oke|oken|eaking)) (?:\w+ )?silence (?:about|on|over|regarding|after|following)"
    r"|(?:clap(?:s|ped|ping)?|hit(?:s|ting)?|fir(?:es?|ed|ing)|bit(?:es?|ing)?) back"
    r" (?:at|about|over)"
    r"|hit(?:s|ting)? out (?:at|over)|lash(?:es|ed|ing)? out (?:at|over)"
    r"|t(?:akes?|ook|aken|aking) (?:\w+ )?(?:aim|(?:\w+ )?(?:swipe|dig|pop|jab)) at"
    r"|weigh(?:s|ed|ing)? in (?:\w+ )?(?:on|about|over)"
    r"|gush(?:es|ed|ing)? (?:about|over)|dish(?:es|ed|ing)? (?:\w+ )?(?:on|about)"
    r"|spill(?:s|ed|ing)? (?:the beans|the tea|all)? ?(?:on|about)"
    r"|posted? (?:an?|her|his|their) (?:\w+ )?tribute to)$",
    re.I,
)
#: Things that are said or told, of which one may say more: "hit back at claims that …".
_SAYINGS = frozenset(
    "accusation allegation chatter claim criticism gossip idea notion report rumor rumour "
    "speculation story suggestion talk theory whisper".split()
)


def is_deed(scene: Scene, candidate: Candidate) -> bool:
    """True where nothing is said: a picture is shown, a child named, a topic mentioned."""
    if candidate.pattern in ("formula", "phrase") or not candidate.cue:
        return False
    start = candidate.content[0][0]
    if scene.has_quotation_in(candidate.content) or candidate.mode == "direct":
        return False
    words = [t for span in candidate.content for t in scene.parse.tokens_in(span)]
    verbs = [t for t in scene.parse.tokens_in(candidate.cue[0]) if t.pos == "VERB"]
    top = _top(words)
    if not verbs or top is None or start < candidate.cue[0][0]:
        return False
    if _CALLED.match(scene.text, verbs[0].start):
        return True
    lemma = verbs[0].lemma.lower()
    if _is_topic(scene, candidate, top):
        return True
    if lemma in _EXPECTING:
        return _is_child(scene, words, top)
    if lemma in _NAMING:
        return _is_naming(words, top, lemma)
    if lemma in _SHOWING:
        liked = lemma.endswith("like") and top.lemma.lower() in _WRITTEN
        return liked or _shows(words, top) or (lemma == "caption" and top.pos in _NOMINAL)
    return lemma == "unfollow"


_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))


def _top(words: Sequence[Token]) -> Token | None:
    """The word that the others hang on."""
    inside = {token.i for token in words}
    return next((t for t in words if t.head not in inside or t.head == t.i), None)


def _shows(words: Sequence[Token], top: Token) -> bool:
    """Is it a picture, a clip, or one of several: "a string of snaps of the twins"?"""
    if top.lemma.lower() in PICTURES:
        return True
    if top.lemma.lower() not in _OF_MANY:
        return False
    below = {t.i for t in words if t.head == top.i and t.lower == "of"}
    return any(t.head in below and t.lemma.lower() in PICTURES for t in words)


def _is_child(scene: Scene, words: Sequence[Token], top: Token) -> bool:
    """ "Her first child with the drummer", "twins", "their third"; not "his son to win"."""
    if any(token.tag in ("TO", "MD") for token in words):
        return False
    return top.lemma.lower() in _CHILDREN or bool(_ORDINAL.match(scene.text, words[0].start))


def _is_naming(words: Sequence[Token], top: Token, verb: str) -> bool:
    """ "Their daughter after his grandmother", "the boy Finn", "him Finn" of who gets a name."""
    named = top if top.pos in _NOMINAL else None
    for token in words:  # parsers hang "their son" on the name, or the name on him
        if token.lemma.lower() in _NAMED or token.lower in _PRONOUNS:
            named = token
            break
    if named is None or named.i > words[0].i + _MOST_BEFORE:
        return False
    rest = [t for t in words if t.i > named.i]
    given = verb != "call" or named.lemma.lower() in _NAMED
    if given and verb != "call" and any(t.lower in ("after", "for") for t in rest[:2]):
        return True
    pet = all(t.pos in ("PROPN", "PUNCT", "CCONJ", "ADP") or t.lower in _OTHERS for t in rest)
    name = bool(rest) and rest[0].pos == "PROPN"
    return given and name and (pet or any(t.lower == "after" for t in rest))


#: "Their little baby boy": words between the verb and who is named.
_MOST_BEFORE = 4
#: "…, and their dog Keith".
_OTHERS = frozenset(("her", "his", "their", "the")) | _NAMED


def _is_topic(scene: Scene, candidate: Candidate, top: Token) -> bool:
    """What somebody opened up about, at whom they hit back: none of their words."""
    cue = scene.text[candidate.cue[0][0] : candidate.content[0][0]].rstrip()
    if _TOPIC.search(cue) is None or top.lemma.lower() in _SAYINGS:
        return False
    return top.pos in _NOMINAL or top.tag in ("VBG", "WP")


def with_words_alone(scene: Scene, candidate: Candidate) -> Candidate:
    """`captioned a selfie “New hair”`, `hit back at trolls: “Get a job”`: what is in the marks."""
    if candidate.mode == "direct" or not candidate.cue:
        return candidate
    if len(candidate.content) > 1:
        return _without_topic_after(scene, candidate)
    start, end = candidate.content[0]
    quotation = scene.next_quotation(start)
    if quotation is None or not start < quotation.start < end <= quotation.end:
        return candidate
    before = scene.parse.tokens_in(trim(scene.text, (start, quotation.start)))
    verbs = [t for t in scene.parse.tokens_in(candidate.cue[0]) if t.pos == "VERB"]
    top = _top(before)
    if not verbs or top is None or start < candidate.cue[0][1]:
        return candidate
    topic = before[-1].text == ":" and _is_topic(scene, candidate, top)
    shown = verbs[0].lemma.lower() in _SHOWING and top.pos in _NOMINAL
    caption = shown and (verbs[0].lemma.lower() == "caption" or _is_written_on(before, top))
    if not topic and not caption:
        return candidate
    return dataclasses.replace(candidate, content=(quotation.span,), mode="direct")


def _without_topic_after(scene: Scene, candidate: Candidate) -> Candidate:
    """`“You are vile,” she hit out at trolls.`: what stands before the cue, in marks."""
    *said, (start, end) = candidate.content
    cue = candidate.cue[0]
    marked = all(b <= cue[0] and scene.quotation_at(a) is not None for a, b in said)
    top = _top(scene.parse.tokens_in((start, end)))
    if not marked or start < cue[1] or top is None or scene.has_quotation_in(((start, end),)):
        return candidate
    lead = scene.text[cue[0] : start].rstrip()
    if _TOPIC.search(lead) is None or top.pos not in _NOMINAL:
        return candidate
    return dataclasses.replace(candidate, content=tuple(said), mode="direct")


def _is_written_on(before: Sequence[Token], top: Token) -> bool:
    """ "A photo of the pair with the words", "a clip of the cake:"."""
    last = before[-1]
    return _shows(before, top) and (last.text == ":" or last.lemma.lower() in _WORDS)


_WORDS = frozenset("caption comment hashtag line message note title word words".split())
