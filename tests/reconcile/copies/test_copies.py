"""Copies of every kind are found; to quote the same speech is no copying."""

import random

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, Region
from reportedly.reconcile.copies import reconcile
from reportedly.schema import rows_of, table_of

FERRY = """The night ferry to Skell Island ran aground on a sandbank on Monday with 214 passengers
aboard, the harbour office in Marrow said. Nobody was hurt, but lifeboats needed five hours to bring
everybody back to the quay, where blankets and soup were waiting in the old customs shed.

Captain Ilse Brandvold had steered the vessel through thick fog when its radar failed shortly
after midnight. A mechanic had reported trouble with the same antenna in March, according to a
logbook that the shipping company handed to inspectors on Tuesday morning.

The company, Skell Lines, cancelled all crossings until the end of the week and offered refunds.
Islanders complained that fresh milk and newspapers would not arrive before Saturday. The mayor
asked the coastguard for a cutter that might carry medicine and mail in the meantime.
"""
CLOCK = """A clockmaker from Tarn has mended the tower clock of Lower Wick, which stood at ten past
four for eleven years. Oda Fenwright spent three winters in the belfry and replaced forty wheels,
most of which she cut herself at a lathe from the time of her grandfather.

The parish paid for brass and oil only; her own hours she gave as a present. When the hands moved
for the first time at noon on Friday, children who had never heard the bells covered their ears,
and the baker, whose shop opens onto the square, brought out a tray of almond cakes.

Next spring the clockmaker wants to turn to the carillon of the monastery at Hallin, where nine of
the twenty-three bells are cracked and the keyboard has been eaten by worms.
"""
SPEECH = (
    "“We shall not leave this harbour to the sand, we shall dredge it with spoons if the ministry "
    "keeps its machines for itself, and every spoon will have a name on it, and the names will be "
    "read aloud on the quay each year for as long as there is a quay and somebody to read.”"
)


def article(name: str, text: str, day: str | None = None, url: str | None = None) -> Article:
    return Article(article_id=name, path=name, text=text, sha256="", published=day, url=url)


def groups(*articles: Article, regions: tuple[Region, ...] = ()) -> dict[str, str | None]:
    tables = {"articles": table_of(Article, articles), "regions": table_of(Region, regions)}
    done = rows_of(Article, reconcile(tables, LaptopJoins())["articles"])
    return {a.article_id: a.copy_group for a in done}


def parts(text: str) -> list[str]:
    return text.split("\n\n")


def test_each_kind_of_copy_joins_its_original() -> None:
    """Exact, shortened, with a local lead, edited: one group; another matter stays alone."""
    lead = "What does it mean for us in Upper Wick, whose grammar school was aboard? " * 3
    words = FERRY.split(" ")
    for at in range(3, len(words), 6):
        words[at] = "otherwise"
    found = groups(
        article("a1", FERRY, "2019-03-04"),
        article("a2", FERRY, "2019-03-05"),
        article("a3", "\n\n".join(parts(FERRY)[:2]), "2019-03-05"),
        article("a4", lead + "\n\n" + FERRY, "2019-03-06"),
        article("a5", " ".join(words)),
        article("a6", CLOCK, "2019-03-06"),
    )
    assert found["a1"]
    assert {found[f"a{n}"] for n in range(1, 6)} == {found["a1"]}
    assert found["a6"] is None


def test_merged_article_does_not_tie_its_two_originals() -> None:
    """An article made of two others is a copy of one of them at most, dated or not."""
    merged = "\n\n".join([*parts(FERRY)[:2], *parts(CLOCK)[:2]])
    for day in ("2019-03-09", None):
        found = groups(article("a1", FERRY), article("a2", CLOCK), article("a3", merged, day))
        assert found["a1"] != found["a2"]
        assert found["a3"] in {found["a1"], found["a2"]} - {None}


def test_same_quotation_is_no_copy() -> None:
    """Two articles that share nothing but a long quotation have not copied each other."""
    found = groups(
        article("a1", parts(FERRY)[0] + "\n\n" + SPEECH),
        article("a2", parts(CLOCK)[1] + "\n\n" + SPEECH),
    )
    assert found == {"a1": None, "a2": None}


def test_shared_menu_is_no_copy() -> None:
    """What is marked as boilerplate is not compared."""
    menu = "Home Harbour Weather Tides Council Letters " * 12 + "\n\n"
    short = [menu + parts(FERRY)[2], menu + parts(CLOCK)[2]]
    regions = tuple(
        Region(article_id=name, span=(0, len(menu)), kind="boilerplate") for name in ("a1", "a2")
    )
    found = groups(article("a1", short[0]), article("a2", short[1]), regions=regions)
    assert found == {"a1": None, "a2": None}


def test_updated_page_is_the_same_article_again() -> None:
    """Versions of one address go together when a part stayed, front pages do not."""
    update = parts(FERRY)[0] + "\n\n" + "\n\n".join(parts(CLOCK)[1:])
    page = "https://www.marrow-gull.example/harbour/ferry?ref=home"
    found = groups(
        article("a1", FERRY, url=page), article("a2", update, url=page.partition("?")[0])
    )
    assert found["a1"] == found["a2"] is not None
    front = "https://marrow-gull.example/"
    found = groups(article("a1", FERRY, url=front), article("a2", CLOCK, url=front))
    assert found == {"a1": None, "a2": None}


def test_many_copies_of_one_wire_story_are_one_group() -> None:
    """A key that very many articles share still brings them together."""
    random_ = random.Random(5)
    listed = []
    for at in range(60):
        words = FERRY.split(" ")
        words[random_.randrange(len(words))] = f"word{at}"
        listed.append(article(f"a{at:02}", " ".join(words)))
    assert len(set(groups(*listed).values())) == 1


def test_order_does_not_matter() -> None:
    """The same articles in another order have the same groups, names included."""
    listed = [article("a1", FERRY), article("a2", FERRY + CLOCK), article("a3", CLOCK, "2019")]
    assert groups(*listed) == groups(*reversed(listed))


def test_empty_pile() -> None:
    """No article, no group; an empty article is nobody's copy."""
    assert groups() == {}
    assert groups(article("a1", ""), article("a2", "")) == {"a1": None, "a2": None}
