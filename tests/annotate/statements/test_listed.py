"""Lists of sayings, those who keep their names back, and who is asked: spans are given."""

from collections.abc import Callable

from tests.annotate.statements.conftest import World

_LIST = (
    'Martha Stone on The Long Table, 2015: "Looms can sing." She has none now.\n\n'
    'A former weaver, to Velvet: "We burnt three of them."\n\n'
    'Anna Quill to the Courier: "Nobody burnt a thing."\n\n'
    '"Tell them," Anna Quill told us on the stairs.\n\n'
    'Ines Vane to Peter Moss, in a postcard pinned up in the yard: "You were right."\n'
)


def _line(world: World, source: str, content: str) -> World:
    """A line of the list, whose only cue is the colon before its quotation."""
    told = world.said(source, ":", f'"{content}"', "direct")
    row = told.attributions[-1]
    colon = row.content[0][0] - 2
    told.attributions[-1] = type(row)(
        article_id="a1",
        content=row.content,
        cue=((colon, colon + 1),),
        source=row.source,
        mode="direct",
        confidence=0.9,
        reason="given",
    )
    return told


def test_each_saying_of_a_list_has_an_occasion_of_its_own(world: Callable[..., World]) -> None:
    """Hearer, letter and relay are those of its own line."""
    list_ = world(_LIST, outlet="Echo")
    list_.who("Anna Quill", "person", "Anna Quill").who("Courier", "organisation", "Courier")
    list_.who("Ines Vane", "person", "Ines Vane").who("Peter Moss", "person", "Peter Moss")
    _line(list_, "A former weaver", "We burnt three of them.")
    _line(list_, "Anna Quill", "Nobody burnt a thing.")
    list_.said("Anna Quill", "told", '"Tell them,"', "direct")
    _line(list_, "Ines Vane", "You were right.")
    (_, weaver), (_, told), (_, again), (card, _) = list_.statements()
    assert [hop.name for hop in weaver][-1] == "A former weaver"
    assert [hop.name for hop in told] == ["Echo", "Courier", "Anna Quill"]
    assert [hop.name for hop in again] == ["Echo", "Anna Quill"]
    assert (card.channel, card.addressee) == ("message", "Peter Moss")


def test_who_keeps_the_name_back_is_anonymous(world: Callable[..., World]) -> None:
    """Whoever is described so, and nobody who has a name in the article."""
    text = (
        "“Three of them caught fire,” the former researcher, who asked not to be named because "
        "she still works there, tells Velvet."
    )
    told = world(text).said("the former researcher", "tells", "“Three of them caught fire,”")
    ((statement, _),) = told.statements()
    assert (statement.speaker, statement.source_kind) == (None, "anonymous")


def test_wanting_to_know_is_asking(world: Callable[..., World]) -> None:
    """ "Knew whether" asserts; nobody asks without wanting an answer."""
    for words, polarity in (("had wanted to know", "asks"), ("knew", "asserts")):
        text = f"Peter Moss {words} whether she was afraid."
        told = world(text).said("Peter Moss", words, "whether she was afraid")
        ((statement, _),) = told.statements()
        assert statement.polarity == polarity
