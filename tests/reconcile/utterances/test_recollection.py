"""Words that an article recalls from long before are known again by what they say."""

import re
from dataclasses import replace

import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, ChainHop, Channel, Statement, Variant
from reportedly.reconcile.utterances import reconcile
from reportedly.reconcile.utterances.recalling import recalls
from reportedly.schema import rows_of, table_of

OATH = "I would sooner drink the whole canal than shake hands with a tollkeeper"
#: Article, words, day, speaker
Telling = tuple[str, str, str | None, str | None]
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
    return _grouped([_statement(number, telling) for number, telling in enumerate(tellings)])


def _grouped(made: list[tuple[Article, Statement]]) -> list[str | None]:
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
    ("words", "together"),
    [
        ("I buried the bell, not the ringer, and I’d dig the same hole again at night", True),
        ("buried the gong but not the man, and she’d dig another hole any day", True),
        ("painted the gong for the man, and she’d sell any bell", False),
    ],
    ids=["nearly the same", "the same frame", "other words"],
)
def test_the_frame_of_a_sentence_is_remembered(words: str, together: bool) -> None:
    """What stands between the words that were exchanged tells the sentence from another."""
    long = "I buried the bell, not the ringer, and I would dig the same hole again by night"
    first = (f"“{long},” said Wanda Pirk.", long, "2011-04-02", "Wanda Pirk")
    again = (f"Last year she “{words}”, she told them.", words, "2012-09-01", "Wanda Pirk")
    assert (len(set(_groups(first, again))) == 1) is together


@pytest.mark.parametrize(
    ("words", "told", "cue", "together"),
    [
        (
            "I shall not be ringing at the next one",
            "I would not ring at the next one",
            "said",
            True,
        ),
        ("I shall not be ringing at the next one", "I would ring at the next one", "said", False),
        (
            "I shall not be ringing at the next one",
            "I would not ring at the next one",
            "hear",
            False,
        ),
        (
            "I will never raise a goat on a barge. I was raised on one, and I know the smell.",
            "I would never bring up a goat on a barge",
            "swore",
            True,
        ),
    ],
    ids=["own words", "another sign", "heard", "one of two sentences"],
)
def test_who_tells_of_own_words_recalls_them(
    words: str, told: str, cue: str, together: bool
) -> None:
    """ "I said that I would not" is put beside "I shall not", whatever ties the articles."""
    first = (f"“{words}” said Wanda Pirk.", words, "2011-04-02", "Wanda Pirk")
    again = (f"“I {cue} that {told},” she told them.", told, "2016-02-01", "Wanda Pirk")
    made = [_statement(0, first), _statement(1, again)]
    text, own = made[1][0].text, made[1][1]
    at = text.index(cue)
    nested = replace(
        own, mode="indirect", parent_id="s9", source_text="I", cue=((at, at + len(cue)),)
    )
    assert (len(set(_grouped([made[0], (made[1][0], nested)]))) == 1) is together


@pytest.mark.parametrize(
    ("words", "together"),
    [
        ("never paid a tollkeeper for a song in my life", True),
        ("never paid a tollkeeper for a song", True),
        ("never paid for a song", False),
    ],
)
def test_many_words_recalled_of_another_are_the_first_ones(words: str, together: bool) -> None:
    """In whatever articles; a few words are anybody's."""
    long = "I never paid a tollkeeper for a song in my life, and I was never asked to"
    first = (f"“{long},” said Wanda Pirk.", long, "2011-04-02", "Wanda Pirk")
    again = (f"Sal Bruck once sighed that she’d “{words}”.", words, "2016-02-01", "Sal Bruck")
    assert (len(set(_groups(first, again))) == 1) is together


def test_a_passage_with_its_frame_is_known_again_beside_another() -> None:
    """What is retold of a sentence and a quotation of another sentence of the same speech; the day
    of the article that recalls them is not that of the speech."""
    long = "I could not ring a bell in an empty tower. I want the owls about me, and the draught"
    first = (f"“{long},” said Wanda Pirk.", long, "2011-04-02", "Wanda Pirk")
    told = "she couldn’t ring a note in a quiet tower: “I want the owls around.”"
    text = f"You may remember Wanda Pirk saying that {told}"
    again = (text, told, "2016-02-01", "Wanda Pirk")
    made = [_statement(0, first), _statement(1, again)]
    mixed = replace(made[1][1], mode="mixed", said_earliest="2016-02-01", said_latest="2016-02-01")
    assert len(set(_grouped([made[0], (made[1][0], mixed)]))) == 1


def _recalled_of(described: str, channel: Channel | None, words: str = "") -> bool:
    """Is what a described person once said put beside what Wanda Pirk said on the air?"""
    words = words or "I’d rather drink this canal dry than shake a tollkeeper by the hand"
    text = f"Ferry news. {described} Five years ago, the mother of two told viewers: “{words}.”"
    first = _statement(0, FIRST)
    again = _statement(1, (text, words, None, None))
    both = [first[1], again[1]]
    aloud = [replace(both[0], channel="broadcast"), replace(both[1], channel=channel)]
    return len(set(_grouped([(first[0], aloud[0]), (again[0], aloud[1])]))) == 1


@pytest.mark.parametrize(
    ("described", "channel", "words", "together"),
    [
        ("Wanda Pirk wept.", "broadcast", "", True),
        ("WANDA PIRK wept.", "interview", "", True),
        ("Ottilie Pirk wept.", "broadcast", "", False),
        ("Wanda Pirk wept.", None, "", False),
        ("Wanda Pirk wept.", "broadcast", "No canal was ever worth a tollkeeper’s tears", False),
    ],
    ids=["named elsewhere", "in capitals", "somebody else", "not on the air", "another saying"],
)
def test_somebody_described_is_the_one_whom_the_article_names(
    described: str, channel: Channel | None, words: str, together: bool
) -> None:
    """ "The mother of two once told viewers …" is put beside a broadcast of one it names."""
    assert _recalled_of(described, channel, words) is together


@pytest.mark.parametrize(
    ("told", "together"),
    [
        ("she would “pledge my goat” on the eels and the weir", True),
        ("she would “sell my goat” with the eels and the weir", False),
        ("she would “pledge my goat” again", False),
    ],
)
def test_of_a_few_quoted_words_one_may_be_wrong(told: str, together: bool) -> None:
    """Two of three quoted words, with what they were about told beside them, are enough."""
    long = "The eels will be over the weir by May, and I would pledge my mule on it"
    first = (f"“{long},” said Wanda Pirk.", long, "2011-04-02", "Wanda Pirk")
    again = (f"Three years ago {told}, Wanda Pirk swore.", told, "2014-02-01", "Wanda Pirk")
    made = [_statement(0, first), _statement(1, again)]
    mixed = replace(made[1][1], mode="mixed")
    assert (len(set(_grouped([made[0], (made[1][0], mixed)]))) == 1) is together


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Rain fell. It is two years since she said: “Go home now.”", True),
        ("She once swore “Go home now.”", True),
        ("She told them in May 2011: “Go home now.” Rain fell.", True),
        ("She told them: “Go home now.” It had rained. A year later it rained again.", False),
        ("Ten years ago it rained. It rained again. She said: “Go home now.”", False),
        ("Ten years ago it rained.\nShe said: “Go home now.”", False),
        ("You may remember that she told them: “Go home now.”", True),
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


@pytest.mark.parametrize(
    ("words", "together"),
    [
        ("She always hums along to my Figaro. That’s why I married her.", True),
        ("She hums in the bath and I married a Figaro.", False),
    ],
    ids=["turned round", "another saying"],
)
def test_a_saying_turned_round_by_memory_is_known_again(words: str, together: bool) -> None:
    """Who recalls the same words without their "never" recalls them, and has lost it."""
    long = "She has never once hummed along to my Figaro, and that is why I married her"
    first = (f"“{long},” said Wanda Pirk.", long, "2011-04-02", "Wanda Pirk")
    again = (f"Two years ago she cooed: “{words}”", words, "2013-05-01", "Wanda Pirk")
    one, other = _groups(first, again)
    assert (one == other) is together
