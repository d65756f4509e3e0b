"""How something was uttered, where the words around it say so.

In: a telling and its kind of source.  Out: a `Channel` or None.
"""

from collections.abc import Sequence
from typing import cast

from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.addressees import Addressee
from reportedly.annotate.statements.chains import Hop
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
    if stated is not None or kind in ("document", "work"):
        return stated
    if any(_is_on(telling, relay) for relay in relays):
        return "broadcast"
    return "conversation" if addressee is not None and _is_private(telling, addressee) else None


def _is_on(telling: Telling, relay: Hop) -> bool:
    """True when the relay stands after "on": a programme."""
    tokens, children = telling.parse.tokens, telling.parse.children
    after = (tokens[i].span for t in telling.around if t.lower == "on" for i in children[t.i])
    return relay.span is not None and any(span == relay.span for span in after)


def _is_private(telling: Telling, addressee: Addressee) -> bool:
    """ "Told me", and inside another statement "told her": nobody else was there."""
    if telling.verb is None or telling.verb.lemma != "tell":
        return False
    head = addressee.head.lower
    return head == "me" or (telling.attribution.parent is not None and head in ("him", "her"))


def _stated(telling: Telling, kind: SourceKind) -> Channel | None:
    if telling.attribution.reason.startswith("signed with a name"):
        return "post"
    if telling.is_answer:
        return "interview"
    if kind == "document":
        return _of_document(telling)
    if kind == "work":
        return "song" if _head_lemma(telling) in lexicon.WORKS else None
    if telling.verb is not None and telling.verb.lemma.lower() in lexicon.BY_VERB:
        return cast(Channel | None, lexicon.BY_VERB[telling.verb.lemma.lower()])
    if not telling.is_uttered:
        return None
    around = telling.around_text
    for channel, pattern in lexicon.CHANNELS:
        if pattern.search(around) and not (kind == "outlet" and channel in _OF_SPEAKERS):
            return cast(Channel, channel)
    return None


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
