"""Reports of one utterance come together across outlets, and what differs stays apart."""

from dataclasses import replace

import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.identifiers import identifier
from reportedly.model import Article, ChainHop, Statement, Utterance, Variant
from reportedly.reconcile.utterances import reconcile
from reportedly.schema import rows_of, table_of

FULL = "I will not sell the salt store to anybody, and I have told the council so in writing."


class Pile:
    """Articles with one statement each, and what the stage makes of them."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.statements: list[Statement] = []
        self.chain: list[ChainHop] = []

    def add(self, words: str, speaker: str | None = "Ada Quill", **given: str) -> str:
        """Adds an article whose text holds the quotation; returns the statement's identifier."""
        number = len(self.articles)
        mode = given.get("mode", "direct")
        text = f"Report {number}. “{words}” it said." if mode == "direct" else f"It said {words}."
        start = text.index(words)
        article = Article(
            article_id=f"a{number:02}", path="x", text=text, sha256="",
            outlet=given.get("outlet", f"Outlet {number}"), published=given.get("day"),
        )  # fmt: skip
        content = ((start, start + len(words)),)
        statement = Statement(
            statement_id=identifier("s", article.article_id, content),
            article_id=article.article_id, content=content, content_text=words,
            mode=mode, confidence=0.9, reason="test",  # type: ignore[arg-type]
            speaker=speaker, speaker_id=speaker and identifier("e", speaker),
            addressee=given.get("addressee"),
            said_earliest=given.get("said"), said_latest=given.get("said"),
        )  # fmt: skip
        self.articles.append(article)
        self.statements.append(statement)
        if relay := given.get("relay"):
            hop = ChainHop(statement_id=statement.statement_id, hop=1, kind="outlet", name=relay)
            self.chain.append(hop)
        return statement.statement_id

    def build(self) -> tuple[dict[str, str | None], list[Utterance], dict[str, Variant]]:
        """Statement → utterance, the utterances, statement → variant."""
        done = reconcile(
            {
                "articles": table_of(Article, self.articles),
                "statements": table_of(Statement, self.statements),
                "chain": table_of(ChainHop, self.chain),
            },
            LaptopJoins(),
        )
        groups = {s.statement_id: s.utterance_id for s in rows_of(Statement, done["statements"])}
        variants = {v.statement_id: v for v in rows_of(Variant, done["variants"])}
        return groups, rows_of(Utterance, done["utterances"]), variants


def together(first: str, second: str, speaker: str | None, other: str | None) -> bool:
    """Are two statements of these speakers one utterance?"""
    pile = Pile()
    a, b = pile.add(first, speaker), pile.add(second, other)
    groups, _, _ = pile.build()
    return groups[a] == groups[b]


@pytest.mark.parametrize(
    ("version", "change"),
    [
        (FULL, "identical"),
        (FULL.replace(" ", "\u00a0").replace(",", "").upper(), "identical"),
        ("I will not sell the salt store to anybody", "trimmed"),
        ("I will not sell the salt store to anybody … so in writing.", "trimmed"),
        (FULL.replace("will not", "will"), "altered"),
        (FULL.replace("I will", "[Quill] will"), "altered"),
    ],
)  # fmt: skip
def test_versions_of_one_quotation_are_one_utterance(version: str, change: str) -> None:
    """Each version joins the full one, with the kind of change that it is."""
    pile = Pile()
    first = pile.add(FULL, day="2018-03-01")
    later = pile.add(version, day="2018-03-02")
    groups, (utterance,), variants = pile.build()
    assert groups[first] == groups[later] == utterance.utterance_id
    assert utterance.text == FULL
    assert (utterance.first_article_id, utterance.first_seen) == ("a00", "2018-03-01")
    assert variants[first].from_statement_id is None
    assert variants[later].from_statement_id == first
    assert variants[later].change == change


def test_speaker_is_a_gate() -> None:
    """The same words are together whoever speaks; like words only for one speaker."""
    like = (
        "I will not sell our salt store to strangers; the council knows, I told them so in writing."
    )
    assert together(FULL, FULL, "Ada Quill", "Bo Marl")
    assert together(FULL, like, "Ada Quill", "Ada Quill")
    assert not together(FULL, like, "Ada Quill", "Bo Marl")
    assert together(FULL, "I will not sell the salt store to anybody", "Ada Quill", None)


def test_set_phrases_are_nobodys() -> None:
    """Short and empty phrases do not make an utterance of two speakers."""
    assert not together("It is what it is now", "It is what it is now", "Ada Quill", "Bo Marl")
    assert not together("a sad day", "a sad day", "Ada Quill", "Ada Quill")


def test_two_sentences_on_one_subject_stay_apart() -> None:
    """The same speaker, the same subject, other words."""
    other = (
        "The salt store has a roof that leaks, and the council knows what it would cost to mend."
    )
    assert not together(FULL, other, "Ada Quill", "Ada Quill")


def test_retelling_joins_the_quotation_within_days() -> None:
    """A retelling in the same days with the same content is the same utterance, a denial is not."""
    for words, joined in (
        ("that she would not sell the salt store and had told the council in writing", True),
        ("that she would sell the salt store and had told the council in writing", False),
    ):
        pile = Pile()
        first = pile.add(FULL, day="2018-03-01")
        retold = pile.add(words, day="2018-03-02", mode="indirect")
        groups, _, variants = pile.build()
        assert (groups[first] == groups[retold]) is joined
        if joined:
            assert variants[retold].change == "paraphrased"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "I would rather sink the ferry than sail in it without her,",
            "I'd sooner sink my ferry than sail without Ilse,",
            True,
        ),
        ("Nobody has sold out of anywhere,", "Nobody has sold out.", True),
        ("Rain is rain. And I will never sail again. I mean it.", "I will never sail again.", True),
        ("I would rather sink the ferry than sail,", "I'd never sink my ferry nor sail it,", False),
        ("The ferry will sail to Ostvik,", "The ferry is a wreck.", False),
    ],
)
def test_told_to_the_same_host_less_proves_it(first: str, second: str, expected: bool) -> None:
    """Years later and in other words, to one addressee; not to another, nor the contrary."""

    def joined(addressee: str) -> bool:
        pile = Pile()
        one = pile.add(first, addressee="Rafe Osei", day="2014-03-02")
        two = pile.add(second, addressee=addressee, day="2016-09-12")
        groups, _, _ = pile.build()
        return groups[one] == groups[two]

    assert joined("Rafe Osei") is expected
    assert not joined("Bo Tarn")


@pytest.mark.parametrize(
    ("retold", "addressee", "said", "expected"),
    [
        ("that the pit would not close", "her miners", "2016-05", True),
        ("that the pit would not close", "her miners", "2016-09", False),
        ("that the pit would not close", "the council", "2016-05", False),
        ("that the pit would close", "her miners", "2016-05", False),
        ("that nobody would lose a shift", "her miners", "2016-05", False),
    ],
)
def test_retold_years_later_with_day_and_addressee(
    retold: str, addressee: str, said: str, expected: bool
) -> None:
    """To whom and when it was said stand for the words that a late retelling leaves out."""
    pile = Pile()
    quoted = "We shall not close the salt pit, whoever asks for it"
    told = {"addressee": "her miners", "said": "2016-05-11", "day": "2016-05-12"}
    a = pile.add(quoted, **told)
    b = pile.add(retold, mode="indirect", addressee=addressee, said=said, day="2019-01-30")
    groups, _, _ = pile.build()
    assert (groups[a] == groups[b]) is expected


HALVES = (
    "The ferry will sail on the first day of spring,",
    "and whoever waits on the quay will be taken across for nothing.",
)


def test_halves_told_by_different_articles_are_one_where_one_has_both() -> None:
    """Neither half has a word of the other; the article that has both holds them together."""
    pile = Pile()
    names = [pile.add(words) for words in (*HALVES, " ".join(HALVES))]
    groups, _, _ = pile.build()
    assert len({groups[name] for name in names}) == 1


def test_halves_that_overlap_are_one() -> None:
    """One article has the beginning, one the end, and both the middle."""
    pile = Pile()
    words = " ".join(HALVES).split()
    names = [pile.add(" ".join(part)) for part in (words[:16], words[6:])]
    groups, _, _ = pile.build()
    assert len({groups[name] for name in names}) == 1


def test_two_long_quotations_do_not_meet_in_a_phrase() -> None:
    """A phrase that both contain does not tie two different quotations."""
    phrase = "this harbour belongs to all who row in it"
    pile = Pile()
    a = pile.add("When my father built the quay he swore that " + phrase + ", rich or poor.")
    c = pile.add(phrase[0].upper() + phrase[1:])
    b = pile.add(
        "Ask the ministry about dredging, about lamps, about mooring fees: I say " + phrase
    )
    groups, _, _ = pile.build()
    assert groups[c] in {groups[a], groups[b]}


def test_counts_fold_relays() -> None:
    """A report that names another outlet as its source is not independent of it."""
    pile = Pile()
    pile.add(FULL, outlet="Bell", day="2018-03-01")
    pile.add(FULL, outlet="Gull", day="2018-03-01")
    relayed = pile.add(FULL, outlet="Ferry Times", relay="the Gull", day="2018-03-02")
    _, (utterance,), variants = pile.build()
    assert (utterance.n_statements, utterance.n_outlets, utterance.n_independent) == (3, 3, 2)
    assert variants[relayed].from_statement_id == pile.statements[1].statement_id


def test_whoever_cites_an_undated_page_comes_after_it() -> None:
    """A dated relay of a page without a day is no origin of that page, however it is called."""
    pile = Pile()
    cited = pile.add(FULL, outlet="Gull")
    relay = pile.add(FULL[:45], outlet="Ferry Times", relay="Gull magazine", day="2018-03-02")
    _, (utterance,), variants = pile.build()
    assert utterance.first_article_id == "a00"
    assert variants[cited].from_statement_id is None
    assert variants[relay].from_statement_id == cited


def test_undated_report_is_never_the_first() -> None:
    """An article without a day comes after dated ones, and has no day in the table when alone."""
    pile = Pile()
    pile.add(FULL)
    pile.add(FULL, day="2020-05-05")
    _, (utterance,), _ = pile.build()
    assert (utterance.first_article_id, utterance.first_seen) == ("a01", "2020-05-05")
    alone = Pile()
    alone.add(FULL)
    _, (utterance,), variants = alone.build()
    assert utterance.first_seen is None
    assert not variants


def test_order_does_not_matter() -> None:
    """The same statements in another order give the same rows."""
    pile = Pile()
    for words in (FULL, FULL[:45], "Something else was said about the bell tower today."):
        pile.add(words)
    before = pile.build()
    pile.articles.reverse()
    pile.statements.reverse()
    assert pile.build() == before


def test_no_statements() -> None:
    """An empty pile has no utterances."""
    assert Pile().build() == ({}, [], {})


def test_a_denial_with_did_not_that_is_lost() -> None:
    """ "I did not change my mind" and "I changed my mind" are told apart by the denial alone."""
    denied = "I did not change my mind about the ferry. The river changed."
    asserted = "I changed my mind about the ferry. The river changed."
    assert together(denied, asserted, "Ada Quill", None)
    assert not together(denied, asserted, "Ada Quill", "Bo Marsh")


def test_what_one_article_quotes_twice_may_be_of_two_occasions() -> None:
    """Passages that are alike in part are parts of one speech where two articles quote them."""
    words = (
        "Nobody knows why more than half of the ferries were painted green by the harbour office."
        " A good question deserves an honest answer before Christmas",
        "Staff found that more than half of our ferries were never painted by the harbour office."
        " Somebody sold us rather less varnish than he had promised",
    )
    pile = Pile()
    a, b = (pile.add(text, day="2018-03-01") for text in words)
    groups, _, _ = pile.build()
    assert groups[a] == groups[b]
    one, other = pile.statements
    start = len(pile.articles[0].text) + 1
    text = f"{pile.articles[0].text}\n“{words[1]}” it said."
    pile.articles = [replace(pile.articles[0], text=text)]
    at = ((text.index(words[1], start), text.index(words[1], start) + len(words[1])),)
    pile.statements = [one, replace(other, article_id=one.article_id, content=at)]
    groups, _, _ = pile.build()
    assert groups[a] != groups[b]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "As such, the trust has no word to say on the deeds of that skipper.",
            "has no word to say on the deeds of that skipper who sank it all",
            True,
        ),
        (
            "I am certain to be the next Harbour Master of the Lower Isles, my friend.",
            "She wants to be the next Harbour Master of the Lower Isles some day",
            False,
        ),
    ],
)
def test_a_long_run_of_words_without_a_speaker(first: str, second: str, expected: bool) -> None:
    """Nine words in one piece, three of content that are of no name or title, within days."""
    assert together(first, second, "Ada Quill", None) == expected


def test_a_short_post_in_the_same_words() -> None:
    """Four words posted are one post within one story, whoever is said to have written them."""
    pile = Pile()
    words = "Small plate, huge portion"
    a, b = pile.add(words, "Ada Quill"), pile.add(words, "Bo Marsh")
    groups, _, _ = pile.build()
    assert groups[a] != groups[b]
    pile.articles = [replace(article, story_id="y1") for article in pile.articles]
    pile.statements = [replace(statement, channel="post") for statement in pile.statements]
    groups, _, _ = pile.build()
    assert groups[a] == groups[b]


def test_an_insider_by_another_name_of_whom_they_tell() -> None:
    """Of two unnamed sources in one story, the same sentence but for names, persons and tenses."""
    pile = Pile()
    a = pile.add("Bo has been sleeping at his brother's since Christmas", None, day="2018-03-01")
    b = pile.add(
        "that Mr Marsh had been sleeping at his brother's since Christmas", None,
        day="2018-03-02", mode="indirect",
    )  # fmt: skip
    pile.statements = [replace(s, source_kind="anonymous") for s in pile.statements]
    groups, _, _ = pile.build()
    assert groups[a] != groups[b]
    pile.articles = [replace(article, story_id="y1") for article in pile.articles]
    groups, _, _ = pile.build()
    assert groups[a] == groups[b]
