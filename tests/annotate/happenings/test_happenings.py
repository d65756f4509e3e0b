"""Happenings of hand-written articles: which clauses get a day, and which must not."""

import re

import pytest

from reportedly.annotate.document import Document
from reportedly.annotate.happenings import annotate
from reportedly.model import Article, Cluster, Happening, Mention, Statement, Timex
from reportedly.rows import Rows

DAY = "2018-06-21"


def happenings(
    text: str, *timexes: tuple[str, str, str], statements: tuple[Statement, ...] = ()
) -> tuple[Happening, ...]:
    """The happenings of a text in which each (words, earliest, latest) is an expression of time."""
    article = Article(
        article_id="a1",
        path="x",
        text=text,
        sha256="",
        published=DAY,
        published_earliest=DAY,
        published_latest=DAY,
    )
    found = [
        Timex(
            article_id="a1",
            span=(text.index(words), text.index(words) + len(words)),
            text=words,
            type="DATE",
            value=earliest,
            earliest=earliest,
            latest=latest,
        )
        for words, earliest, latest in timexes
    ]
    names = [m.span() for m in re.finditer(r"Orla Venn|Piet Castan", text)]
    clusters = {text[s:e]: n for n, (s, e) in enumerate(names)}
    mentions = [
        Mention(
            article_id="a1",
            span=(s, e),
            text=text[s:e],
            form="name",
            confidence=1.0,
            cluster=clusters[text[s:e]],
        )
        for s, e in names
    ]
    entities = [
        Cluster(article_id="a1", cluster=n, name=name, kind="person", n_mentions=1)
        for name, n in clusters.items()
    ]
    rows = Rows({Timex: found, Mention: mentions, Cluster: entities, Statement: statements})
    return annotate(Document(article), rows).of(Happening)


def test_a_dated_event_has_its_clause_its_day_and_its_people() -> None:
    """A past verb with a date on it is a happening, told by its whole clause."""
    text = "Orla Venn sold the brass foundry to Piet Castan on 3 June 2018, but nobody noticed."
    (found,) = happenings(text, ("3 June 2018", "2018-06-03", "2018-06-03"))
    clause = "Orla Venn sold the brass foundry to Piet Castan on 3 June 2018"
    assert text[slice(*found.span)] == clause
    assert text[slice(*found.trigger)] == "sold"
    assert (found.lemma, found.earliest, found.latest) == ("sell", "2018-06-03", "2018-06-03")
    assert len(found.clusters) == 2
    assert found.statement_id is None


def test_what_somebody_says_happened_keeps_the_statement() -> None:
    """Inside the content of a statement the article only reports that somebody says so."""
    text = "Piet Castan said the foundry burned down on 3 June 2018."
    content = (text.index("the foundry"), len(text) - 1)
    statement = Statement(
        statement_id="s1",
        article_id="a1",
        content=(content,),
        cue=((12, 16),),
        content_text=text[slice(*content)],
        mode="indirect",
        confidence=0.9,
        reason="",
    )
    (found,) = happenings(
        text, ("3 June 2018", "2018-06-03", "2018-06-03"), statements=(statement,)
    )
    assert found.statement_id == "s1"


@pytest.mark.parametrize(
    "text",
    [
        "Orla Venn did not sell the foundry on 3 June 2018.",
        "Orla Venn may have sold the foundry on 3 June 2018.",
        "Orla Venn owned the foundry on 3 June 2018.",
        "If Orla Venn sold the foundry on 3 June 2018, the bank lost money.",
        "Did Orla Venn sell the foundry on 3 June 2018?",
        "Orla Venn sold the foundry before 3 June 2018.",
        "Nobody sold the foundry on 3 June 2018.",
    ],
)
def test_what_did_not_surely_happen_that_day_is_left_out(text: str) -> None:
    """Negated, possible, conditional and asked-for events, states, and other relations to the day
    give no row."""
    assert happenings(text, ("3 June 2018", "2018-06-03", "2018-06-03")) == ()


def test_a_scheduled_event_lies_ahead() -> None:
    """'will open' and 'is expected to open' on a later day are happenings; a day already gone is
    a misreading."""
    text = "Orla Venn will open the bakery on 1 July 2018."
    assert len(happenings(text, ("1 July 2018", "2018-07-01", "2018-07-01"))) == 1
    text = "Orla Venn is expected to open the bakery on 1 July 2018."
    assert len(happenings(text, ("1 July 2018", "2018-07-01", "2018-07-01"))) == 1
    assert happenings(text, ("1 July 2018", "2017-07-01", "2017-07-01")) == ()


def test_the_past_ends_with_the_article() -> None:
    """'this month' with a past verb ends on the day of publication."""
    text = "Orla Venn sold the foundry this month."
    (found,) = happenings(text, ("this month", "2018-06-01", "2018-06-30"))
    assert (found.earliest, found.latest) == ("2018-06-01", DAY)


def test_a_decade_or_a_day_of_the_story_dates_nothing() -> None:
    """Periods longer than a year and expressions that point back into the story give no row."""
    text = "Orla Venn sold the foundry in the 1990s."
    assert happenings(text, ("the 1990s", "1990-01-01", "1999-12-31")) == ()
    text = "Orla Venn sold the foundry the same day."
    assert happenings(text, ("the same day", "2018-06-20", "2018-06-20")) == ()


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Orla Venn told the paper in an interview on Wednesday that it leaks.", "Wednesday", True),
        ("Orla Venn told the paper on Wednesday that it leaks.", "Wednesday", False),
        ("Orla Venn sang at Friday's fair in Hallin.", "Friday", True),
        ("The divorce was made final on 3 June.", "3 June", True),
        ("The bell was taken on 3 June.", "3 June", True),
    ],
)
def test_occasions_and_light_verbs(text, words, told):
    """Speech on an occasion is an event, and so is what empty verbs name with another word."""
    found = happenings(text, (words, "2018-06-03", "2018-06-03"))
    assert [h.earliest for h in found] == (["2018-06-03"] if told else [])


def test_a_day_without_its_year_stays_open_in_an_undated_article():
    """The pile closes it once it knows the article's day; "since" dates no verb."""
    text = "Orla Venn sang in Hallin on 3 June. Piet Castan has slept there since 4 June."
    article = Article(article_id="a1", path="x", text=text, sha256="")
    timexes = [
        Timex(
            article_id="a1", span=(text.index(words), text.index(words) + 6), text=words,
            type="DATE", value=value,
        )
        for words, value in (("3 June", "XXXX-06-03"), ("4 June", "XXXX-06-04"))
    ]  # fmt: skip
    (found,) = annotate(Document(article), Rows({Timex: timexes})).of(Happening)
    assert (found.lemma, found.earliest, found.latest) == ("sing", None, None)


def test_what_tells_of_a_life_is_no_news() -> None:
    """The first sentences tell news of the days before; where somebody was born is none of it."""
    text = "Orla Venn closed the brass foundry. Piet Castan, 44, was born four streets off."
    found = happenings(text)
    assert [(h.lemma, h.earliest, h.latest) for h in found] == [("close", "2018-06-15", DAY)]


@pytest.mark.parametrize(
    "text",
    [
        "Orla Venn told Piet Castan on Sunday's edition of The Kiln, a talk show.",
        "Orla Venn promised on live television on Sunday to keep the foundry open.",
        "Orla Venn told the podcast on Sunday that the foundry was safe.",
    ],
)
def test_what_is_said_on_a_programme_is_an_occasion(text: str) -> None:
    """To speak on the air on a named day is a happening of that day, whoever is told."""
    (found,) = happenings(text, ("Sunday", "2018-06-17", "2018-06-17"))
    assert (found.earliest, found.latest) == ("2018-06-17", "2018-06-17")


def test_saying_something_about_a_programme_is_no_occasion() -> None:
    """What is told to a person, or named as a programme, is a statement and nothing more."""
    for text in (
        "Orla Venn told Piet Castan on Sunday that she liked the programme.",
        "Orla Venn described The Kiln on Sunday as a poor show.",
    ):
        assert happenings(text, ("Sunday", "2018-06-17", "2018-06-17")) == ()


def test_a_day_between_was_and_its_verb_dates_it() -> None:
    """Where a day stands between "was" and its verb, they are one verb with a subject and a day."""
    for text in (
        "Orla Venn was on Friday night awarded the Tallow Prize for her first play.",
        "Orla Venn was on Friday night named head of the harbour.",
    ):
        (found,) = happenings(text, ("Friday night", "2018-06-15", "2018-06-15"))
        assert text[slice(*found.span)] == text[:-1]
        assert found.earliest == found.latest == "2018-06-15"


def reported(text: str, words: str) -> tuple[Happening, ...]:
    """The happenings of a text of which `words` are somebody's, retold; "Friday" has its day."""
    content = (text.index(words), text.index(words) + len(words))
    statement = Statement(
        statement_id="s1",
        article_id="a1",
        content=(content,),
        content_text=words,
        mode="indirect",
        confidence=0.9,
        reason="",
    )
    friday = [("Friday", "2018-06-15", "2018-06-15")] if "Friday" in text else []
    return happenings(text, *friday, statements=(statement,))


def test_news_before_the_one_who_says_it_is_news() -> None:
    """A first sentence that tells what happened and then who says so has its day from the
    article's, and keeps the statement."""
    words = "Orla Venn has resigned as head of the foundry"
    (found,) = reported(f"{words}, her lawyers said on Friday.", words)
    assert (found.lemma, found.statement_id) == ("resign", "s1")
    assert (found.earliest, found.latest) == ("2018-06-15", "2018-06-21")


def test_what_is_said_by_somebody_is_no_news_of_the_articles_own() -> None:
    """Neither what stands after the one who says it nor a later sentence dates itself."""
    words = "Orla Venn has resigned as head of the foundry"
    assert reported(f"Her lawyers said on Friday that {words}.", words) == ()
    assert reported(f"It was a quiet week for the bakers. {words}, her lawyers said.", words) == ()


def test_what_has_lasted_since_a_day_began_on_it() -> None:
    """Since says when something that lasts began; of what merely happened it says no day."""
    text = "Piet Castan has run the ferry since May 2010."
    (found,) = happenings(text, ("May 2010", "2010-05-01", "2010-05-31"))
    assert (found.lemma, found.earliest, found.latest) == ("run", "2010-05-01", "2010-05-31")
    text = "Piet Castan has sold nine ferries since May 2010, but nobody in Ludden noticed."
    assert happenings(text, ("May 2010", "2010-05-01", "2010-05-31")) == ()
    assert happenings("Piet Castan has run the ferry since the flood in Ludden.") == ()
