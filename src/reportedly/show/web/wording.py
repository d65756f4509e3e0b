"""Numbers and codes in the words of the pages; days are those of `show.days`."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportedly.model import ChainHop
from reportedly.show.days import as_of as as_of
from reportedly.show.days import day as day
from reportedly.show.days import in_words as in_words
from reportedly.show.days import is_dated as is_dated
from reportedly.show.days import period as period
from reportedly.show.days import published as published
from reportedly.show.days import stretch as stretch
from reportedly.show.outlets import UNKNOWN as UNKNOWN
from reportedly.show.outlets import outlet_of as outlet_of

if TYPE_CHECKING:
    from reportedly.show.web.differences import Piece

#: What a probability means to a reader; the number always stands beside it.
_CONFIDENCE = ((0.9, "very likely"), (0.75, "likely"), (0.5, "more likely than not"))

MODES = {"direct": "quoted", "indirect": "retold", "mixed": "partly quoted"}

KINDS = {
    "person": "named person",
    "organisation": "organisation",
    "outlet": "outlet",
    "anonymous": "unnamed source",
    "collective": "a group",
    "document": "document",
    "work": "work",
    "unknown": "not said who",
}

CHANNELS = {
    "interview": "in an interview",
    "broadcast": "on air",
    "post": "in a post",
    "speech": "in a speech",
    "press_release": "in a press release",
    "document": "in a document",
    "song": "in a song",
    "message": "in a message",
    "conversation": "in conversation",
}

FINDINGS = {
    "conflict": "Cannot all be true",
    "changed_quote": "Changed on its way",
    "misattribution": "Given to someone else",
    "overtaken": "Overtaken by later news",
    "correction": "Corrected",
    "agreement": "Sources agree",
}

#: The same in a sentence, of one and of several.
FOUND = {
    "conflict": ("conflict between facts or claims", "conflicts between facts or claims"),
    "changed_quote": ("quotation that changed on its way", "quotations that changed on their way"),
    "misattribution": ("quotation given to two people", "quotations given to two people"),
    "overtaken": ("statement overtaken by later news", "statements overtaken by later news"),
    "correction": ("correction", "corrections"),
    "agreement": ("agreement of independent sources", "agreements of independent sources"),
}

CHANGES = {
    "identical": "word for word",
    "trimmed": "shortened",
    "altered": "words changed",
    "paraphrased": "retold",
}

#: How pages name an attribute; one that stands not here is called as it is.
ATTRIBUTES = {
    "birth_date": "date of birth",
    "birth_place": "place of birth",
    "child": "child",
    "children": "number of children",
    "date": "day of an event",
    "death_date": "day of death",
    "divorce_date": "date of divorce",
    "founded": "year of founding",
    "marriage_date": "wedding date",
    "outlook": "what is ahead",
    "ownership": "who owns it",
    "published": "day of publication",
    "role": "post or role",
    "separation_date": "date of separation",
    "union": "together or apart",
}

#: Why an input could not be used, in few words; its detail says more.
REJECTED = {
    "binary": "not text",
    "duplicate_id": "with an identifier given twice",
    "empty": "empty",
    "forgotten": "forgotten at somebody’s wish",
    "missing_file": "not found",
    "missing_text": "without words",
    "nested_too_deep": "nested too deep",
    "no_text": "without an article in it",
    "not_json": "not JSON",
    "reader_failed": "on which the program failed",
    "too_large": "too large",
    "truncated": "cut short",
    "unreadable": "damaged or locked",
    "worker_killed": "too much for this machine",
    "wrong_charset": "in an unknown encoding",
}

#: What an error means to whoever meets it; its detail says more.
ERRORS = {
    403: "You may not do this here",
    404: "There is nothing at this address",
    405: "This page cannot be used that way",
    422: "This address cannot be understood",
    500: "This page failed",
    503: "The chronicle cannot be read now",
}

PUBLISHED_FROM = {
    "metadata": "the page says so",
    "text": "the text says so",
    "inferred": "worked out from other evidence",
    "likely": "likely, by its words",
}


def confidence(value: float) -> str:
    """A probability in words."""
    return next((words for floor, words in _CONFIDENCE if value >= floor), "doubtful")


def doubt(value: float) -> str:
    """What a line of a list says of a row that is less likely right than wrong, else nothing."""
    return confidence(value) if value < _CONFIDENCE[-1][0] else ""


def hop(way: ChainHop) -> str:
    """One that the words went through, by name or by what it is."""
    return way.name or (UNKNOWN if way.kind == "outlet" else KINDS[way.kind])


def way(hops: Iterable[ChainHop]) -> str:
    """The way to the reader in words: `Hallow Beacon › Maud Odell › Rufus Bane`."""
    return " › ".join(hop(each) for each in hops)


def origin(hops: Sequence[ChainHop]) -> str:
    """Whose words an article passes on."""
    return hop(hops[-1]) if len(hops) > 1 else "somebody"


def says(hops: Sequence[ChainHop]) -> str:
    """Who says what an article only passes on: `Rufus Bane, by way of Maud Odell`."""
    between = hops[1:-1]
    return origin(hops) + (f", by way of {way(between)}" if between else "")


def changed(change: str, words: Sequence["Piece"]) -> str:
    """What became of a quotation; only the quoted words of one that is identical need be so."""
    is_retold = change == "identical" and any(piece.op != "same" for piece in words)
    return "quoted words unchanged" if is_retold else CHANGES[change]


def value(attribute: str, given: str) -> str:
    """A fact's value: dates in words, everything else as it is."""
    return day(given) if attribute.endswith("_date") else given


def number(value: int) -> str:
    """A number with thin spaces between thousands."""
    return f"{value:,}".replace(",", "\u202f")


def percent(share: float) -> str:
    """A share between 0 and 1 as `62 %`, with a thin space; of a few among very many `< 1 %`."""
    if 0 < share < 0.005:
        return "<\u202f1\u202f%"
    return f"{share * 100:.0f}\u202f%"


def counted(value: int, one: str, many: str = "") -> str:
    """`1 article`, `2 articles`."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def spoken(code: str) -> str:
    """An attribute or other code as words: `birth_date` → `date of birth`."""
    return ATTRIBUTES.get(code) or code.replace("_", " ")


def not_used(reason: str, number_of: int) -> str:
    """`2 without an article in it`: how many inputs were left out for a reason."""
    return f"{number(number_of)} {REJECTED.get(reason) or spoken(reason)}"


def sentence(text: str) -> str:
    """A message as a sentence: a capital at its start, a full stop at its end."""
    shown = text[:1].upper() + text[1:]
    return shown if shown.endswith((".", "?", "!")) else shown + "."


def short(text: str, most: int) -> str:
    """`text`, or as many of its whole words as fit with an ellipsis into `most` characters."""
    if len(text) <= most:
        return text
    kept = text[:most].rpartition(" ")[0] or text[: most - 1]
    return kept.rstrip(" …") + "…"


def other_names(name: str, aliases: Iterable[str]) -> list[str]:
    """Aliases in their order, one of those that differ in capitals only, without `name` itself."""
    shown = {name.casefold()}
    found = []
    # A headline's capitals say no more than the name as it is otherwise written.
    for alias in sorted(aliases, key=str.isupper):
        if alias.casefold() not in shown:
            shown.add(alias.casefold())
            found.append(alias)
    return found
