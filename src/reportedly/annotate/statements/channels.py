"""How something was uttered, where the words around it say so.

In: a telling and its kind of source.  Out: a `Channel` or None.
"""

import re
from collections.abc import Iterator, Sequence
from typing import cast

from reportedly.annotate.parse.model import Token
from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.addressees import Addressee
from reportedly.annotate.statements.hops import Hop
from reportedly.annotate.statements.telling import Telling
from reportedly.model import Channel, SourceKind


def find_channel(
    telling: Telling,
    kind: SourceKind,
    addressee: Addressee | None = None,
    relays: Sequence[Hop] = (),
) -> Channel | None:
    """The channel that the sentence of cue and source names, or that its addressee implies."""
    stated = _stated(telling, kind)
    if stated == "interview" and any(r.on_air or _is_on(telling, r) for r in relays):
        return "broadcast"
    if stated is not None or kind in ("document", "work"):
        return stated
    if any(r.on_air or _is_on(telling, r) or _is_station(r) for r in relays):
        return "broadcast"
    return "conversation" if addressee is not None and _is_private(telling, addressee) else None


def _is_on(telling: Telling, relay: Hop) -> bool:
    """True when the relay stands after "on", or has an audience: a programme."""
    if relay.span is None:
        return False
    if telling.text[: relay.span[0]].endswith((" on ", " on the ")):
        return True
    tokens = telling.parse.tokens_in(relay.span)
    return bool(tokens) and any(
        above.lower == "on" or above.lemma in _AUDIENCE for above in _above(telling, tokens[-1])
    )


#: Those of whom only what is on the air has any.
_AUDIENCE = ("listener", "viewer")
#: "On Sunday's edition of Late Light": between a title and its "on" stand two words at most.
_MOST_ABOVE = 3


def _above(telling: Telling, token: Token) -> Iterator[Token]:
    """The words that a word hangs on, as far as they belong to one phrase."""
    for _ in range(_MOST_ABOVE):
        token = telling.parse.tokens[token.head]
        if token.pos not in ("ADP", "NOUN"):
            return
        yield token


#: Names of those who only broadcast.
_STATION = re.compile(r"\b(?:Radio|TV|Television|FM)\b|\bChannel [A-Z\d]")


def _is_station(relay: Hop) -> bool:
    return relay.name is not None and _STATION.search(relay.name) is not None


def _is_private(telling: Telling, addressee: Addressee) -> bool:
    """ "Told me", and inside another statement "told her": nobody else was there."""
    if telling.verb is None or telling.verb.lemma != "tell":
        return False
    head = addressee.head.lower
    return head == "me" or (telling.attribution.parent is not None and head in ("him", "her"))


def _stated(telling: Telling, kind: SourceKind) -> Channel | None:
    if telling.attribution.reason.startswith("signed with a name"):
        return "post"
    if telling.is_answer or telling.is_question:
        return "interview"
    if kind == "document":
        return _of_document(telling)
    if kind == "work":
        return "song" if _head_lemma(telling) in lexicon.WORKS or _is_sung(telling) else None
    if telling.verb is not None and telling.verb.lemma.lower() in lexicon.BY_VERB:
        return cast(Channel | None, lexicon.BY_VERB[telling.verb.lemma.lower()])
    if not telling.is_uttered:
        return None
    if _is_letter(telling):
        return "message"
    if kind == "person" and _head_lemma(telling) in ("caption", "hashtag"):
        return "post"
    around = telling.around_text
    for channel, pattern in lexicon.CHANNELS:
        if pattern.search(around) and not (kind == "outlet" and channel in _OF_SPEAKERS):
            return cast(Channel, channel)
    return None


def _is_sung(telling: Telling) -> bool:
    """ "The stand has a new song.  It goes …"."""
    head = telling.head
    if head is None or head.lower != "it" or head.sentence == 0:
        return False
    before = telling.parse.sentence_tokens(telling.parse.sentences[head.sentence - 1])
    return any(token.lemma.lower() in _SONGS for token in before)


_SONGS = frozenset("anthem ballad chorus ditty song".split())


def _is_letter(telling: Telling) -> bool:
    """ "A reader in Marl, Ada Quill, writes: …": what those write for whom a paper is made."""
    verb, source = telling.verb, telling.source
    if verb is None or verb.lemma != "write" or source is None:
        return False
    words = telling.parse.tokens_in(source)
    return any(token.lemma.lower() in _FOR_WHOM and token.tag == "NN" for token in words)


_FOR_WHOM = frozenset(("listener", "reader", "subscriber", "viewer"))
#: An outlet that reports on an interview or a speech prints: it is not the one who speaks there.
_OF_SPEAKERS = ("interview", "speech")


def _of_document(telling: Telling) -> Channel:
    """A document as source is its own channel; a tweet or letter tells which."""
    by_word: dict[str, Channel] = {
        "tweet": "post",
        "post": "post",
        "letter": "message",
        "email": "message",
        "message": "message",
        "statement": "press_release",
        "release": "press_release",
        "song": "song",
        "transcript": "document",
    }
    return by_word.get(_head_lemma(telling), "document")


def _head_lemma(telling: Telling) -> str:
    return telling.head.lemma.lower() if telling.head is not None else ""
