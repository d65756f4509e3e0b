"""Lines for a terminal: days in words, whole words around evidence, facts in order."""

from reportedly.model import (
    Article,
    ChainHop,
    Edit,
    Entity,
    Event,
    Evidence,
    Fact,
    Finding,
    Statement,
)
from reportedly.show.cli.texts import (
    edit_text,
    event_lines,
    finding_lines,
    person_lines,
    statement_lines,
    words_around,
)
from reportedly.store.looking_up import Person

#: An insider told a magazine something, which an outlet relays.
_CHAINS = {
    "s1": [
        ChainHop(statement_id="s1", hop=0, kind="outlet", name="The Post"),
        ChainHop(statement_id="s1", hop=1, kind="outlet", name="Packet"),
        ChainHop(statement_id="s1", hop=2, kind="anonymous", name="an insider"),
    ]
}


def _article(name: str, **columns: str) -> Article:
    text = columns.pop("text", "")
    return Article(article_id=name, path=f"{name}.txt", text=text, sha256="", **columns)


def test_words_around_evidence_stay_in_their_paragraph() -> None:
    """Neither the headline nor the byline above runs into the words."""
    text = "Mill shut\nBy Ada Quill\n\n## The mill has been sold.\n\nNobody was asked."
    start = text.index("been")
    shown = words_around(_article("a1", text=text), (start, start + len("been sold")))
    assert shown == "The mill has [been sold]."


def test_words_around_evidence_are_whole() -> None:
    """What the limits of the context cut is left out, and said to be."""
    text = "Everybody in the harbour knew that the old pier had been sold to nobody in particular."
    start = text.index("had been sold")
    shown = words_around(_article("a1", text=text), (start, start + len("had been sold")))
    assert (
        shown == "… in the harbour knew that the old pier [had been sold] to nobody in particular."
    )


def test_facts_come_in_order_and_equal_ones_once() -> None:
    """By attribute and day; of equal values the first, who says so there if not the article
    itself, and how many more say so."""
    articles = {
        "a1": _article("a1", published="2014-05-01"),
        "a2": _article("a2", published="2012-05-01"),
        "a3": _article("a3", published="2015-05-01"),
    }
    told = [("role", "Novelist", "a1"), ("age", "44", "a1"), ("role", "novelist", "a2")]
    told += [("age", "42", "a2"), ("role", "novelist", "a3")]
    facts = [
        Fact(
            fact_id=f"f{n}",
            subject="Ada Quill",
            attribute=attribute,
            value=value,
            article_id=article,
            span=(0, 1),
            statement_id="s1" if article == "a2" else None,
            confidence=0.9,
        )
        for n, (attribute, value, article) in enumerate(told)
    ]
    person = Person(facts=facts, statements=[], heard=[], about=[], findings=[])
    entity = Entity(entity_id="e1", name="Ada Quill", kind="person", n_articles=3)
    lines = person_lines(entity, person, articles, _CHAINS)
    assert [line.strip().split(" — ")[0] for line in lines[1:5]] == [
        "Facts, as articles give them",
        "age: 42",
        "age: 44",
        "post or role: novelist",
    ]
    says = "says an insider, by way of Packet"
    assert lines[4].endswith(f"not known (a2.txt), 1 May 2012, {says}, and 2 more articles")


def test_a_finding_names_what_it_is_about_and_how_to_dismiss_it() -> None:
    """Heading, explanation, each piece with its words in brackets and its way, how sure it is and
    the identifier."""
    articles = {"a1": _article("a1", text="She is 44.", outlet="The Post", published="2014-05-01")}
    finding = Finding(
        finding_id="g1",
        kind="conflict",
        subject="Ada Quill",
        attribute="birth_date",
        explanation="The two cannot both be right.",
        evidence=(Evidence("a1", (7, 9), "s1"), Evidence("a1", (0, 3))),
        confidence=0.8,
    )
    assert finding_lines(2, finding, articles, _CHAINS) == [
        "2. Cannot all be true — Ada Quill: date of birth",
        "   The two cannot both be right.",
        "   · The Post, 1 May 2014",
        "     She is [44].",
        "     The Post › Packet › an insider",
        "   · The Post, 1 May 2014",
        "     [She] is 44.",
        "   likely 0.80 · g1",
        "",
    ]


def test_what_a_near_copy_repeats_is_told_once() -> None:
    """The copy is named below what it copies, without the words."""
    articles = {
        name: _article(name, text="She is 44.", outlet=outlet, copy_group="k1")
        for name, outlet in (("a1", "The Post"), ("a2", "The Echo"))
    }
    finding = Finding(
        finding_id="g1",
        kind="agreement",
        explanation="",
        evidence=(Evidence("a1", (7, 9)), Evidence("a2", (7, 9))),
        confidence=0.8,
    )
    assert finding_lines(1, finding, articles, {})[2:5] == [
        "   · The Post, undated",
        "     She is [44].",
        "   · The Echo, undated (near copy)",
    ]


def test_edits_in_words() -> None:
    """What became of the words, in the order of a sentence."""
    assert edit_text(Edit("replace", "may", "will")) == "“may” became “will”"
    assert edit_text(Edit("drop", "not", "")) == "“not” left out"
    assert edit_text(Edit("add", "", "never")) == "“never” added"


def test_a_finding_names_the_numbers_of_those_that_belong_with_it() -> None:
    """Before its confidence and identifier; nothing where nothing belongs with it."""
    finding = Finding(
        finding_id="g1", kind="conflict", explanation="x", evidence=(), confidence=0.8
    )
    assert finding_lines(1, finding, {}, {}, [3, 5])[-3] == "   belongs with 3 and 5"
    assert finding_lines(1, finding, {}, {}, [2, 3, 5])[-3] == "   belongs with 2, 3 and 5"
    assert not any("belongs" in line for line in finding_lines(1, finding, {}, {}))


def test_an_event_names_who_tells_of_it() -> None:
    """Where the article only passes it on; not where it tells of it in its own voice."""
    articles = {
        "a1": _article("a1", outlet="The Post", published="2014-05-01"),
        "a2": _article("a2", outlet="The Echo", published="2014-05-02"),
    }
    event = Event(
        event_id="v1", earliest="2014-04-30", latest="2014-04-30", what="the couple split",
        n_articles=2, n_independent=2,
        evidence=(Evidence("a1", (0, 1), "s1"), Evidence("a2", (0, 1))),
    )  # fmt: skip
    assert event_lines(event, articles, _CHAINS) == [
        "30 April 2014 — the couple split (2 articles, 2 independent)",
        "    The Echo, 2 May 2014",
        "    The Post, 1 May 2014, says an insider, by way of Packet",
    ]


def test_doubtful_statements_say_so() -> None:
    """A row less likely right than wrong carries its figure; others stay short."""
    shown = [
        statement_lines(
            Statement(
                statement_id="s9",
                article_id="a1",
                content=((0, 4),),
                content_text="Bane",
                mode="indirect",
                source_kind="person",
                polarity="asserts",
                confidence=confidence,
                reason="",
            ),
            {"a1": _article("a1", outlet="Post", published="2014-05-01")},
            (),
            with_speaker=False,
        )[1]
        for confidence in (0.45, 0.5)
    ]
    assert [line.rpartition("(")[2] for line in shown] == ["s9, doubtful 0.45)", "s9)"]
