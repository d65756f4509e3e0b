"""Whoever "they" are who married, the fact read in the words says; copies tell one event."""

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, Event, Fact, Happening
from reportedly.reconcile.events import reconcile
from reportedly.schema import rows_of, table_of

DAYS = {"2011": ("2011-01-01", "2011-12-31"), "9 July": ("2011-07-09", "2011-07-09")}


def _events(
    *told: tuple[str, str, str], facts: tuple[Fact, ...] = (), copies: bool = False
) -> list[Event]:
    """The events of articles, each of words, a verb in them and the days that they name."""
    articles, happenings = [], []
    for at, (words, verb, days) in enumerate(told):
        name, start = f"a{at}", words.index(verb)
        group = "k1" if copies else None
        articles.append(
            Article(article_id=name, path=name, text=words, sha256=name, copy_group=group)
        )
        happenings.append(
            Happening(
                article_id=name, span=(0, len(words)), trigger=(start, start + len(verb)),
                lemma=verb.replace("ied", "y"), earliest=DAYS[days][0], latest=DAYS[days][1],
            )
        )  # fmt: skip
    tables = {
        "articles": table_of(Article, articles),
        "happenings": table_of(Happening, happenings),
        "facts": table_of(Fact, facts),
    }
    return rows_of(Event, reconcile(tables, LaptopJoins())["events"])


def _wedding(article: str, *who: str) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            fact_id=f"f{article}{one}", subject_id=one, subject=one, attribute="marriage_date",
            value="2011", article_id=article, span=(0, 12), confidence=0.9,
        )
        for one in who
    )  # fmt: skip


VAGUE, EXACT = (
    ("They married in 2011", "married", "2011"),
    ("They married then", "married", "9 July"),
)


def test_they_who_married_are_those_of_the_fact() -> None:
    facts = (*_wedding("a0", "e1", "e2"), *_wedding("a1", "e1", "e2"))
    (event,) = _events(VAGUE, EXACT, facts=facts)
    assert (event.earliest, event.latest, event.who) == ("2011-07-09", "2011-07-09", ("e1", "e2"))


def test_others_who_married_are_others() -> None:
    """And without a fact nobody knows."""
    facts = (*_wedding("a0", "e1", "e2"), *_wedding("a1", "e3", "e4"))
    assert len(_events(VAGUE, EXACT, facts=facts)) == 2
    assert len(_events(VAGUE, EXACT)) == 2


def test_a_fact_of_something_else_names_nobody() -> None:
    """A wedding told in the words of a sale."""
    sold = ("They sold it in 2011", "sold", "2011")
    events = _events(sold, facts=_wedding("a0", "e1", "e2"))
    assert [event.who for event in events] == [()]


def test_one_clause_in_two_copies_is_one_event() -> None:
    """However few words it has; elsewhere as few words may tell of others."""
    told = ("They announced it on Tuesday", "announced", "9 July")
    assert len(_events(told, told, copies=True)) == 1
    assert len(_events(told, told)) == 2
