"""What was told to an outlet by people without a name is known again where others pass it on."""

import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, ChainHop, SourceKind, Statement
from reportedly.reconcile.utterances import reconcile
from reportedly.schema import rows_of, table_of

TOLD = "She locked the choir out of the tower to save coal, and two tenors wept"


class Reports:
    """Articles with one statement each."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.statements: list[Statement] = []
        self.chain: list[ChainHop] = []

    def add(
        self,
        outlet: str,
        words: str,
        day: str | None,
        hops: tuple[str, ...] = (),
        kind: SourceKind = "anonymous",
        speaker: str | None = None,
        story: str | None = None,
    ) -> None:
        """A page of `outlet` with some words; `hops` are outlets and programmes on their way."""
        number = len(self.articles)
        direct = words[0].isupper()
        text = f"“{words},” it said." if direct else f"It said {words}."
        at = text.index(words)
        self.articles.append(
            Article(
                article_id=f"a{number}", path="x", text=text, sha256="", outlet=outlet,
                published=day, story_id=story,
            )
        )  # fmt: skip
        mode = "direct" if direct else "mixed" if "“" in words else "indirect"
        self.statements.append(
            Statement(
                statement_id=f"s{number}", article_id=f"a{number}",
                content=((at, at + len(words)),), content_text=words,
                mode=mode,  # type: ignore[arg-type]
                source_kind=kind, speaker=speaker, speaker_id=speaker, confidence=0.9, reason="",
            )
        )  # fmt: skip
        self.chain += [
            ChainHop(statement_id=f"s{number}", hop=at, kind="outlet", name=name)
            for at, name in enumerate(hops, start=1)
        ]

    def utterances(self) -> int:
        """How many utterances these are."""
        done = reconcile(
            {
                "articles": table_of(Article, self.articles),
                "statements": table_of(Statement, self.statements),
                "chain": table_of(ChainHop, self.chain),
            },
            LaptopJoins(),
        )
        return len({s.utterance_id for s in rows_of(Statement, done["statements"])})


@pytest.mark.parametrize(
    ("words", "day", "hops", "kind", "together"),
    [
        ("that two tenors wept when Ada Moll “locked the choir out”", "2013-01-18", ("Gull",),
         "anonymous", True),
        ("that two tenors wept when Ada Moll “locked the choir out”", "2013-01-18", ("Bell",),
         "anonymous", False),
        ("that two tenors wept when Ada Moll “locked the choir out”", "2014-01-18", ("Gull",),
         "anonymous", False),
        ("that a canon had painted the clock “with borrowed paint”", "2013-01-18", ("Gull",),
         "anonymous", False),
    ],
    ids=["passed on", "another outlet's", "a year later", "of another matter"],
)  # fmt: skip
def test_what_an_outlet_had_is_passed_on(
    words: str, day: str, hops: tuple[str, ...], kind: SourceKind, together: bool
) -> None:
    """Who cites the outlet passes on its nameless source; anybody else's source is another."""
    reports = Reports()
    reports.add("The Gull", TOLD, "2013-01-16")
    reports.add("Radio Skua", words, day, hops, kind)
    assert (reports.utterances() == 1) is together


def test_an_outlet_is_told_of_as_the_one_who_says_it() -> None:
    """What its source told it, in its name and in other words."""
    reports = Reports()
    reports.add("The Gull", "that Otto Brill moved out on the night of the regatta", None)
    words = "that Otto Brill has moved out of the family home"
    reports.add("Radio Skua", words, "2013-01-18", ("Gull",), "outlet", "Gull")
    assert reports.utterances() == 1


@pytest.mark.parametrize(("programme", "together"), [("Night Ferry", True), ("Bells", False)])
def test_words_in_anothers_mouth_in_the_same_programme(programme: str, together: bool) -> None:
    """Five words of hers, given to him in the very programme, are hers; elsewhere a phrase."""
    reports = Reports()
    first = "I would rather row backwards through fog than read out his verses"
    reports.add("The Gull", first, "2013-01-16", ("Night Ferry",), "person", "Ada Moll")
    words = "he would “rather row backwards through fog” than hear them"
    reports.add("Radio Skua", words, "2016-01-18", (programme,), "person", "Otto Brill")
    assert (reports.utterances() == 1) is together


@pytest.mark.parametrize(
    ("speaker", "story", "together"),
    [("Ada Moll", "y1", True), ("Otto Brill", "y1", False), ("Ada Moll", "y2", False)],
)
def test_a_short_sentence_of_one_speaker_in_one_story(
    speaker: str, story: str, together: bool
) -> None:
    """Five words with one of content: enough for one speaker within one story, and no more."""
    reports = Reports()
    sentence = "It is only a spinet"
    reports.add("The Gull", sentence, "2013-01-16", kind="person", speaker="Ada Moll", story="y1")
    reports.add("Radio Skua", sentence, "2015-01-18", kind="person", speaker=speaker, story=story)
    assert (reports.utterances() == 1) is together
