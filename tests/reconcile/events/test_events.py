"""Events: which reports are put together, and what is said of them."""

import random

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, ChainHop, Event, Fact, Happening
from reportedly.reconcile.events import reconcile
from reportedly.schema import rows_of, table_of


class _Reports:
    """Collects happenings, one article each, and reconciles them."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.happenings: list[Happening] = []

    def tell(self, words: str, verb: str, days: tuple[str, str], *who: str) -> None:
        """One article of an outlet of its own that tells `words`."""
        number = len(self.articles)
        self.articles.append(
            Article(
                article_id=f"a{number}",
                path="x",
                text=words,
                sha256="",
                outlet=f"Outlet {number}",
                published=f"2018-06-{10 + number}",
            )
        )
        start = words.index(verb)
        self.happenings.append(
            Happening(
                article_id=f"a{number}",
                span=(0, len(words)),
                trigger=(start, start + len(verb)),
                lemma=verb,
                earliest=days[0],
                latest=days[1],
                entity_ids=who,
            )
        )

    def events(self) -> list[Event]:
        """The events, with articles and happenings in a random order."""
        random.shuffle(self.articles)
        random.shuffle(self.happenings)
        tables = {
            "articles": table_of(Article, self.articles),
            "happenings": table_of(Happening, self.happenings),
            "chain": table_of(ChainHop, []),
            "facts": table_of(Fact, []),
        }
        return rows_of(Event, reconcile(tables, LaptopJoins())["events"])


def test_two_reports_of_one_event_are_one_and_sharpen_its_day() -> None:
    """The days of an event are those that all its reports allow."""
    world = _Reports()
    world.tell("Orla Venn sold the brass foundry", "sold", ("2018-06-01", "2018-06-07"), "e1")
    world.tell("Orla Venn sold her brass foundry", "sold", ("2018-06-03", "2018-06-03"), "e1")
    (event,) = world.events()
    assert (event.earliest, event.latest) == ("2018-06-03", "2018-06-03")
    assert (event.n_articles, event.n_independent, event.who) == (2, 2, ("e1",))
    assert {e.article_id for e in event.evidence} == {"a0", "a1"}


def test_another_day_is_another_event() -> None:
    """Reports without a day in common are never put together."""
    world = _Reports()
    world.tell("Orla Venn sold the brass foundry", "sold", ("2018-06-01", "2018-06-01"), "e1")
    world.tell("Orla Venn sold the brass foundry", "sold", ("2018-06-03", "2018-06-03"), "e1")
    assert len(world.events()) == 2


def test_other_people_or_another_thing_is_another_event() -> None:
    """The same verb on the same day is not enough."""
    world = _Reports()
    day = ("2018-06-01", "2018-06-01")
    world.tell("Orla Venn sold the brass foundry", "sold", day, "e1")
    world.tell("Piet Castan sold the brass foundry", "sold", day, "e2")
    world.tell("Orla Venn sold a racing pigeon", "sold", day, "e1")
    assert len(world.events()) == 3


def test_what_happens_once_needs_no_more_words() -> None:
    """A bare clause about who and what joins a fuller one of the same time."""
    world = _Reports()
    world.tell("The Foundry opened in May", "opened", ("2015-05-01", "2015-05-31"), "e1")
    words = "The couple opened the Foundry on the north quay in May"
    world.tell(words, "opened", ("2015-05-01", "2015-05-31"), "e1", "e2")
    assert len(world.events()) == 1


def test_tellings_of_what_happens_once_are_one_by_the_barest() -> None:
    """Two tellings with other words are two; a third that says no more than both makes them one."""
    world = _Reports()
    world.tell("The weavers opened the mill on the east quay", "opened", _MAY, "mill")
    world.tell("the brick hall that Orla and her sister opened, the mill", "opened", _MAY, "mill")
    assert len(world.events()) == 2
    world.tell("The mill opened", "opened", _MAY, "mill")
    assert len(world.events()) == 1
    world.tell("The fair opened with a band", "opened", _MAY, "fair")
    assert len(world.events()) == 2


_MAY = ("2018-05-01", "2018-05-31")


def test_the_order_of_input_makes_no_difference() -> None:
    """Events are the same rows for every order of articles and happenings."""
    world = _Reports()
    for words in ("Orla Venn sold the brass foundry", "the brass foundry was sold by Orla Venn"):
        world.tell(words, "sold", ("2018-06-01", "2018-06-30"), "e1")
    world.tell("Orla Venn sold the old brass foundry", "sold", ("2018-06-02", "2018-06-02"), "e1")
    first = world.events()
    assert all(world.events() == first for _ in range(5))
