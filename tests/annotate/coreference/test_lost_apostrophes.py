"""Lost apostrophes: "Ada Quills husband" is Ada Quill's, and Nell Brooks keeps her s."""

import pytest

from reportedly.annotate.attribution import annotate as attribute
from reportedly.annotate.coreference import annotate
from reportedly.annotate.document import Document
from reportedly.model import Article, Cluster, Mention
from reportedly.rows import Rows


def _people(text: str) -> dict[str, set[str]]:
    """Name of each person of the text → the words of its mentions by name."""
    document = Document(Article(article_id="a1", path="x", text=text, sha256=""))
    rows = annotate(document, attribute(document, Rows()))
    people = {c.cluster: c.name for c in rows.of(Cluster) if c.kind == "person" and c.name}
    found: dict[str, set[str]] = {name: set() for name in people.values()}
    for mention in rows.of(Mention):
        assert text[slice(*mention.span)] == mention.text
        if mention.form == "name" and mention.cluster in people:
            found[people[mention.cluster]].add(mention.text)
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("WARBLER Dora Farradays millionaire husband has left. Dora, 34, stayed.", "Dora Farraday"),
        ("Lena Marchetts ex Dan Poole was happy. Lena, 38, was not.", "Lena Marchett"),
        ("Crooner Vic Tandoors first wife Elsie has died. “I loved her,” Vic said.", "Vic Tandoor"),
        ("Tom Garsides son Otto was born on Tuesday. “He is loud,” Garside said.", "Tom Garside"),
        ("Rob Tolley, 40, was sorry. Tolleys apology came late. He stayed.", "Rob Tolley"),
        ("Ada Quill?s sister is fine. Quill?s brother is not.", "Ada Quill"),
        ("Ada Quill\ufffds sister is fine. Quill\ufffds brother is not.", "Ada Quill"),
    ],
)
def test_the_owner_loses_the_s(text: str, name: str) -> None:
    """Whoever owns what follows is called by the name without the s, and by nothing with it."""
    people = _people(text)
    assert name in people
    assert not any(word.endswith("s") for word in people[name])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nell Brooks third film opens on Friday. It is long.", "Nell Brooks"),
        ("Sam Roberts mother Joan was born in 1950. Sam was proud.", "Sam Roberts"),
        ("Al Watkins mum is 60. Al is 31.", "Al Watkins"),
        ("Nell Harkers third album sold well. Harkers, 34, wrote it in a barn.", "Nell Harkers"),
        ("A new Tom Sellars film opens on Friday. The Tom Sellars film is long.", "Tom Sellars"),
        ("Nell Crofts fan Jo Wade was late. “It was late,” said Wade.", "Nell Crofts"),
    ],
)
def test_names_in_s_stay_whole(text: str, name: str) -> None:
    """Common family names in -s, those that the text has elsewhere, and where nothing is owned."""
    assert name in _people(text)


def test_the_divorce_of_a_family_is_nobodys_alone() -> None:
    """ "The Tolleys divorce" is of both, and no mention of one of them."""
    people = _people("The Tolleys divorce is near. Mia Tolley, 29, and Rob Tolley wed in 2012.")
    assert people == {"Mia Tolley": {"Mia Tolley"}, "Rob Tolley": {"Rob Tolley"}}
