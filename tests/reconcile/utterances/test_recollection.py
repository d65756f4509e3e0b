"""Words that an article recalls from long before are known again by what they say."""

import re

import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, ChainHop, Statement, Variant
from reportedly.reconcile.utterances import reconcile
from reportedly.reconcile.utterances.recalling import recalls
from reportedly.schema import rows_of, table_of

OATH = "I would sooner drink the whole canal than shake hands with a tollkeeper"
#: Article, words, day, speaker
Telling = tuple[str, str, str | None, str]
FIRST: Telling = (f"“{OATH},” Wanda Pirk told the crowd.", OATH, "2011-04-02", "Wanda Pirk")


def _statement(number: int, telling: Telling) -> tuple[Article, Statement]:
    text, words, day, speaker = telling
    at = text.index(words)
    article = Article(
        article_id=f"a{number}", path="x", text=text, sha256="", outlet=f"O{number}", published=day
    )
    statement = Statement(
        statement_id=f"s{number}", article_id=article.article_id,
        content=((at, at + len(words)),), content_text=words, speaker=speaker,
        mode="direct", speaker_id=speaker, source_kind="person", confidence=0.9, reason="",
    )  # fmt: skip
    return article, statement


def _groups(*tellings: Telling) -> list[str | None]:
    made = [_statement(number, telling) for number, telling in enumerate(tellings)]
    done = reconcile(
        {
            "articles": table_of(Article, [article for article, _ in made]),
            "statements": table_of(Statement, [statement for _, statement in made]),
            "chain": table_of(ChainHop, []),
        },
        LaptopJoins(),
    )
    assert all(v.from_statement_id != v.statement_id for v in rows_of(Variant, done["variants"]))
    return [s.utterance_id for s in rows_of(Statement, done["statements"])]


@pytest.mark.parametrize(
    ("before", "words", "day", "speaker", "together"),
    [
        (
            "Three years ago she had them in tears. ",
            "I’d rather drink this canal dry than shake a tollkeeper by the hand",
            "2014-05-01",
            "Wanda Pirk",
            True,
        ),
        (
            "The crowd was in tears. ",
            "I’d rather drink this canal dry than shake a tollkeeper by the hand",
            "2014-05-01",
            "Wanda Pirk",
            False,
        ),
        (
            "Three years ago she had them in tears. ",
            "I’d rather drink this canal dry than shake a tollkeeper by the hand",
            "2014-05-01",
            "Sal Bruck",
            False,
        ),
        (
            "Three years ago she had them in tears. ",
            "No tollkeeper has ever offered me a drink on this canal",
            "2014-05-01",
            "Wanda Pirk",
            False,
        ),
        (
            "Three years ago she had them in tears. ",
            "I’d rather drink this canal dry than shake a tollkeeper by the hand",
            "2009-05-01",
            "Wanda Pirk",
            False,
        ),
    ],
    ids=["recalled", "told as new", "somebody else", "another saying", "told before"],
)
def test_other_words_from_memory(
    before: str, words: str, day: str, speaker: str, together: bool
) -> None:
    """The same speaker's words in other words are one utterance only where they are recalled."""
    one, other = _groups(FIRST, (f"{before}“{words},” the star told Ed Ruff.", words, day, speaker))
    assert (one == other) is together


def test_whom_the_words_are_given_to_by_mistake_stands_in_nobodys_way() -> None:
    """A recollection joins the group of the words though another speaker's name is in it."""
    wrong = (f"“{OATH},” Sal Bruck swore.", OATH, "2012-02-02", "Sal Bruck")
    words = "I’d rather drink this canal dry than shake a tollkeeper by the hand"
    recalled = (f"Two years ago she spoke. “{words},” she said.", words, "2014-01-01", "Wanda Pirk")
    assert len(set(_groups(FIRST, wrong, recalled))) == 1


def test_a_short_sentence_of_a_longer_speech_is_known_again() -> None:
    """Four words that are a sentence of what was said are enough where they are recalled."""
    long = "Well, there it stands. The bell snores, mind you. I will have it melted by Easter."
    first = (f"“{long}” said Wanda Pirk.", long, "2011-04-02", "Wanda Pirk")
    words = "The bell snores, mind you"
    again = (f"In 2011 she told the town: “{words}.”", words, "2016-02-01", "Wanda Pirk")
    assert len(set(_groups(first, again))) == 1


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Rain fell. It is two years since she said: “Go home now.”", True),
        ("She once swore “Go home now.”", True),
        ("She told them in May 2011: “Go home now.” Rain fell.", True),
        ("She told them: “Go home now.” It had rained. A year later it rained again.", False),
        ("Ten years ago it rained. It rained again. She said: “Go home now.”", False),
        ("Ten years ago it rained.\nShe said: “Go home now.”", False),
        ("Ada Moll, who left the choir in 2011, said: “Go home now.”", False),
        ("It was Ada Moll who swore: “Go home now.”", True),
        ("Ada Moll, who in 2011 told them “Go home now”, has left.", True),
        ("She said: “Go home now.”", False),
    ],
)
def test_only_what_stands_beside_the_words_recalls_them(text: str, yes: bool) -> None:
    """The sentence of the words and the one before count, within the paragraph."""
    at = text.index("Go home now")
    cue = re.search("said|swore|told", text)
    assert cue
    statement = Statement(
        statement_id="s", article_id="a", content=((at, at + 11),), content_text="Go home now",
        cue=((cue.start(), cue.end()),),
        mode="direct", confidence=0.9, reason="",
    )  # fmt: skip
    assert recalls(statement, text) is yes


def test_words_within_the_quotation_recall_nothing() -> None:
    """A speaker who speaks of years ago says it now."""
    text = "She said: “Ten years ago I was young.”"
    at = text.index("Ten")
    statement = Statement(
        statement_id="s", article_id="a", content=((at, len(text) - 1),),
        content_text=text[at:-1], mode="direct", confidence=0.9, reason="",
    )  # fmt: skip
    assert not recalls(statement, text)
