"""What was vowed, foretold or denied, and what became of it, in other words."""

from typing import Any

import pytest

from reportedly.model import EntityKind, Timex

#: Words for a day, and its first and last day.
Told = tuple[str, str, str]


def _overtaken(world: Any) -> list[Any]:
    return [f for f in world.findings() if f.kind == "overtaken"]


PEOPLE = ("Ada Moll", "Tom Brink", "Ivo Quell")
THINGS: dict[str, EntityKind] = {
    "Moll Mill": "organisation",
    "Lea Baths": "place",
    "Orr Hotels": "organisation",
    "Skelby Rovers": "organisation",
    "Harbour Cup": "work",
    "Tide Pier": "place",
    "Skelby Echo": "organisation",
}


def _told(world: Any, said: str, speaker: str, later: str, day: str = "2016-04-05") -> list[Any]:
    for name in PEOPLE:
        world.entity(name)
    for name, kind in THINGS.items():
        world.entity(name, kind)
    early = world.article("Herald", "2014-06-11", f"“{said},” said {speaker}.")
    world.says(early, speaker, said)
    world.article("Courier", day, later)
    return _overtaken(world)


@pytest.mark.parametrize(
    ("said", "speaker", "later", "matter"),
    [
        ("I will not resign", "Ada Moll", "Ada Moll handed in her notice on Monday.", "post"),
        (
            "I will never coach again",
            "Tom Brink",
            "Tom Brink is now the coach of Gale.",
            "another club",
        ),
        ("I will be playing when I am forty", "Tom Brink", "Tom Brink retired in May.", "career"),
        (
            "I will finish my career at Skelby Rovers",
            "Tom Brink",
            "Tom Brink left Skelby Rovers on Monday.",
            "post",
        ),
        (
            "Moll Mill is not for sale, and never will be while I am breathing",
            "Ada Moll",
            "Ada Moll has agreed the sale of Moll Mill.",
            "ownership",
        ),
        (
            "Lea Baths will stay open as long as I have a voice and a chain",
            "Ada Moll",
            "Lea Baths shut for good in May.",
            "opening",
        ),
        ("I am here to stay", "Tom Brink", "Tom Brink was sacked on Monday.", "post"),
        ("I'm staying at Skelby Rovers", "Tom Brink", "Tom Brink joined Gale United.", "post"),
        ("I have no plans to retire", "Ivo Quell", "Ivo Quell gave his farewell tour.", "career"),
        ("I will never sing again", "Ivo Quell", "Ivo Quell made a comeback in May.", "comeback"),
        ("I won't run for mayor", "Ada Moll", "Ada Moll was chosen as candidate.", "standing"),
        ("I will not stand for a third term", "Ada Moll", "Ada Moll ran again.", "standing"),
        (
            "My boat, Tide Pier, will be opened",
            "Tom Brink",
            "Tide Pier was never opened.",
            "launch",
        ),
        (
            "Moll Mill will never be sold",
            "Ada Moll",
            "Moll Mill changed hands in May.",
            "ownership",
        ),
        ("We will not close Lea Baths", "Ada Moll", "Lea Baths was demolished.", "opening"),
        ("We will keep Lea Baths open", "Ada Moll", "They shut Lea Baths in May.", "opening"),
        ("I will sue", "Tom Brink", "Tom Brink has dropped his claim.", "lawsuit"),
        ("I will sue", "Tom Brink", "Tom Brink and the town have settled out of court.", "lawsuit"),
        ("Tide Pier will open in May 2015", "Ada Moll", "Tide Pier is behind schedule.", "launch"),
        (
            "Tide Pier will be open by May 2015",
            "Ada Moll",
            "Tide Pier opened on Friday, more than a year late.",
            "launch",
        ),
        ("Tide Pier will be opened", "Ada Moll", "Tide Pier was never opened.", "launch"),
        ("I will never marry", "Ada Moll", "Ada Moll married a diver.", "marriage"),
        ("I will never marry", "Ada Moll", "Ada Moll and Tom Brink tied the knot.", "marriage"),
        (
            "I am never getting married again",
            "Ada Moll",
            "Ada Moll met Tom Brink.  The pair got engaged in May, her mother said.",
            "marriage",
        ),
        ("I will never marry", "Ada Moll", "Ada Moll and her fiancé, Tom Brink, came.", "marriage"),
        (
            "I'm not going anywhere. I will finish my career at this club",
            "Tom Brink",
            "Tom Brink left Skelby Rovers on Monday.",
            "post",
        ),
        (
            "I will never sell Moll Mill",
            "Ada Moll",
            "Moll Mill, which Ada Moll bought in 2009, was sold last month.",
            "ownership",
        ),
        ("I will not resign", "Ada Moll", "The board sacked Ada Moll.", "post"),
        ("I am here to stay", "Tom Brink", "Gale United unveiled Tom Brink.", "post"),
        ("I am here to stay", "Ivo Quell", "Ivo Quell sang.  The singer resigned in May.", "post"),
        ("I will retire", "Ivo Quell", "Ivo Quell has changed his mind.", "career"),
        (
            "I will never stand for office",
            "Ada Moll",
            "Tom Brink left after losing to Ada Moll by 40 votes.",
            "standing",
        ),
        (
            "I will never stand for office",
            "Ada Moll",
            "Tom Brink was beaten by Ada Moll, who becomes mayor on Monday.",
            "standing",
        ),
        ("Moll Mill is safe. The mill will not close", "Tom Brink", "Moll Mill shut.", "opening"),
        (
            "I will never vote for Ivo Quell",
            "Tom Brink",
            "Tom Brink endorsed Ivo Quell.",
            "support",
        ),
        (
            "There will be no second tower at Tide Pier",
            "Ada Moll",
            "The second tower at Tide Pier was built last year, said Ada Moll.",
            "building",
        ),
        (
            "No hotel will be built beside Tide Pier",
            "Ada Moll",
            "A hotel was put up beside Tide Pier, to the regret of Ada Moll.",
            "building",
        ),
    ],
)
def test_other_words_overtake(world: Any, said: str, speaker: str, later: str, matter: str) -> None:
    """Both sides of a matter are known by many words."""
    found = _told(world, said, speaker, later)
    assert [f.attribute for f in found] == [matter]
    assert "2014" in found[0].explanation.split("Later")[0]


def _of_the_mill(world: Any, early_text: str, said: str) -> list[Any]:
    world.entity("Ada Moll")
    world.entity("Moll Mill", "organisation")
    early = world.article("Herald", "2014-06-11", early_text)
    world.says(early, "Ada Moll", said)
    world.article("Courier", "2016-04-05", "Moll Mill was sold in March.")
    return _overtaken(world)


def test_who_has_just_bought_it_may_vow_to_keep_it(world: Any) -> None:
    """How somebody came by a thing is not what becomes of it."""
    said = "Moll Mill will never be sold"
    (found,) = _of_the_mill(world, f"Ada Moll bought Moll Mill. “{said},” said Ada Moll.", said)
    assert found.attribute == "ownership"


def test_who_looks_back_on_a_vow_does_not_make_it(world: Any) -> None:
    """The article that tells of the sale itself says so, and so does "had"."""
    said = "Moll Mill will never be sold"
    assert _of_the_mill(world, f"Ada Moll sold Moll Mill. “{said},” she said.", said) == []
    text = f"Orr bought Moll Mill. “{said},” Ada Moll had said."
    assert _of_the_mill(world, text, said) == []


def test_this_house_is_what_was_bought(world: Any) -> None:
    """Who vows it need not name it."""
    said = "We are not going to sell this house"
    (found,) = _of_the_mill(world, f"Ada Moll bought Moll Mill. “{said},” said Ada Moll.", said)
    assert found.subject == "Moll Mill"


def test_this_house_may_be_either_of_two(world: Any) -> None:
    """Of two that were bought nobody says which one."""
    world.entity("Lea Baths", "organisation")
    said = "We are not going to sell this house"
    text = f"Ada Moll bought Moll Mill and bought Lea Baths. “{said},” said Ada Moll."
    assert _of_the_mill(world, text, said) == []


def _vow_and_news(world: Any, cue: str, speaker: str, kind: str) -> list[Any]:
    """A vow, and what a later article says that somebody `cue` of the future."""
    world.entity("Ada Moll")
    world.entity("Orr Works", "organisation")
    early = world.article("Herald", "2014-06-11", "“I will never resign,” said Ada Moll.")
    world.says(early, "Ada Moll", "I will never resign")
    news = "Ada Moll will resign at the end of the year"
    text = f"{news}, {speaker} {cue}."
    late = world.article("Courier", "2016-04-05", text)
    at = text.index(cue)
    world.says(late, speaker, news, cue=((at, at + len(cue)),), source_kind=kind)
    return _overtaken(world)


@pytest.mark.parametrize(
    ("cue", "speaker", "kind", "expected"),
    [
        ("announced", "Ada Moll", "person", 1),
        ("said", "Orr Works", "organisation", 1),
        ("hoped", "Ada Moll", "person", 0),
        ("said", "Tom Brink", "person", 0),
    ],
)
def test_a_settled_future_overtakes_a_vow(
    world: Any, cue: str, speaker: str, kind: str, expected: int
) -> None:
    """What is announced, or told by the body, is settled; what others say is not."""
    world.entity("Tom Brink")
    assert len(_vow_and_news(world, cue, speaker, kind)) == expected


@pytest.mark.parametrize(("said", "expected"), [(None, 0), ("2013-12-31", 1)])
def test_an_undated_vow_is_as_old_as_another_report_says(
    world: Any, said: str | None, expected: int
) -> None:
    """ "In 2013 he said": told on the day of the news, of words that an undated article has."""
    world.entity("Ivo Quell")
    for day, last in ((None, None), ("2016-04-05", said)):
        article = world.article("Herald", day, "“I will never sing again,” said Ivo Quell.")
        world.says(
            article, "Ivo Quell", "I will never sing again", utterance_id="u", said_latest=last
        )
    world.article("Courier", "2016-04-05", "Ivo Quell made a comeback in May.")
    assert len(_overtaken(world)) == expected


def test_what_a_notice_corrects_is_not_told(world: Any) -> None:
    """An earlier version's words about a sale neither overtake nor look back."""
    said = "Moll Mill is not for sale"
    notice = "Correction: an earlier version of this article said that Ada Moll sold Moll Mill."
    (found,) = _of_the_mill(world, f"“{said},” said Ada Moll.\n\n{notice}", said)
    assert found.attribute == "ownership"


@pytest.mark.parametrize(
    ("said", "speaker", "later"),
    [
        ("I will not resign", "Ada Moll", "Tom Brink resigned on Monday."),
        ("I will never stand for office", "Ada Moll", "Ada Moll lost 40 pounds to Tom Brink."),
        (
            "I, of Gale United, will never coach another club",
            "Tom Brink",
            "Tom Brink is now the coach of Gale United.",
        ),
        ("I will not resign", "Ada Moll", "Ada Moll did not resign on Monday."),
        ("I will not resign", "Ada Moll", "Ada Moll would have resigned for less."),
        ("I will not resign", "Ada Moll", "Will Ada Moll resign?"),
        ("If they build it I will not resign", "Ada Moll", "Ada Moll resigned on Monday."),
        ("I will not resign until they build it", "Ada Moll", "Ada Moll resigned on Monday."),
        ("I would sooner sell my mother", "Ada Moll", "Ada Moll sold Moll Mill in May."),
        ("Moll Mill will never be sold", "Ada Moll", "Lea Baths was sold in May."),
        ("Moll Mill will never be sold", "Ada Moll", "Ada Moll sold her boat in May."),
        ("Tide Pier will open in May 2015", "Ada Moll", "Tide Pier opened in May, as promised."),
        ("We will not close Lea Baths", "Ada Moll", "Tide Pier has been closed."),
        ("I will sue", "Tom Brink", "Ada Moll has dropped her claim."),
        ("I'm staying at Skelby Rovers", "Tom Brink", "Tom Brink joined Skelby Rovers as a boy."),
        ("I will never vote for Ivo Quell", "Tom Brink", "Tom Brink endorsed Ada Moll."),
        ("I will not resign", "Ada Moll", "Ada Moll took the resignation of her deputy."),
        ("I will not resign", "Ada Moll", "Ada Moll fired her secretary on Monday."),
        ("The bridge at Lea will not be sold", "Tom Brink", "Tom Brink sold the bridge at Orr."),
        ("I am going nowhere", "Tom Brink", "Tom Brink left Skelby on a donkey."),
        ("I will not resign", "Ada Moll", "Ada Moll met Tom Brink, who had resigned."),
        ("Moll Mill is not for sale", "Ada Moll", "Moll Mill sold its chimney, Ada Moll said."),
        ("The post office will not close", "Ada Moll", "Ada Moll closed 40 post offices."),
        ("There will be no bypass unless Lea pays", "Ada Moll", "Ada Moll saw the bypass built."),
        ("There will be no bypass round Lea", "Ada Moll", "Ivo Quell said a bypass was built."),
        ("There will be no more trams", "Ada Moll", "Ada Moll built more trams."),
    ],
)
def test_what_is_kept_or_of_others_is_not_overtaken(
    world: Any, said: str, speaker: str, later: str
) -> None:
    """Other subjects, kept promises, conditions, questions and jokes give nothing."""
    assert _told(world, said, speaker, later) == []


def test_a_cup_that_was_to_be_won(world: Any) -> None:
    """Who says "we" is of the team that lost, where the later report speaks of him, too."""
    (found,) = _told(
        world,
        "We will win the Harbour Cup",
        "Tom Brink",
        "Skelby Rovers were knocked out of the Harbour Cup.\nTom Brink said nothing.",
        day="2014-11-02",
    )
    assert found.attribute == "contest"


def test_a_thing_without_a_name_is_known_by_its_people(world: Any) -> None:
    """The report of one mayor is not that of another."""
    said, speaker = "The report on the trams will be published", "Ada Moll"
    found = _told(
        world,
        said,
        speaker,
        "Ada Moll smiled at the report on the trams, which was never published.",
    )
    assert [f.attribute for f in found] == ["launch"]


def test_the_same_noun_of_other_people_is_another_thing(world: Any) -> None:
    """Without anybody in common two reports are two."""
    said, speaker = "The report on the trams will be published", "Ada Moll"
    later = "Tom Brink smiled at the report on the trams, which was never published."
    assert _told(world, said, speaker, later) == []


def test_who_looks_back_on_a_vow_makes_none(world: Any) -> None:
    """A vow that is quoted beside what became of it is history."""
    world.entity("Ada Moll")
    text = "“I will not resign,” Ada Moll said in 2010. Ada Moll resigned in 2012."
    early = world.article("Herald", "2014-06-11", text)
    world.says(early, "Ada Moll", "I will not resign")
    world.article("Courier", "2016-04-05", "Ada Moll, who resigned in 2012, has a boat.")
    assert _overtaken(world) == []


def _opening(world: Any, said: str, foretold: Told, told: str, came: Told) -> list[Any]:
    """What is overtaken of words with the expression of a day, by others with one."""
    world.entity("Tide Pier", "place")
    early = world.article("Herald", "2014-06-11", f"“{said},” he said.")
    world.says(early, None, said)
    late = world.article("Courier", "2016-04-05", f"Tide Pier {told}.")
    for article, (words, first, last) in ((early, foretold), (late, came)):
        start = article.text.index(words)
        world.rows.append(
            Timex(
                article_id=article.article_id,
                span=(start, start + len(words)),
                text=words,
                type="DATE",
                value=first,
                earliest=first,
                latest=last,
            )
        )
    found = _overtaken(world)
    assert all([e.article_id for e in f.evidence] == ["a0", "a1"] for f in found)
    return found


_IN_2015 = "May 2015", "2015-05-01", "2015-05-31"
_IN_2016 = "2 April 2016", "2016-04-02", "2016-04-02"


def test_an_opening_months_after_its_day(world: Any) -> None:
    """The days that both give are compared where no word says that it was late."""
    said = "Tide Pier will open in May 2015"
    (found,) = _opening(world, said, _IN_2015, "opened on 2 April 2016", _IN_2016)
    assert found.attribute == "launch"


@pytest.mark.parametrize(
    ("said", "day", "n_found"),
    [
        ("Tide Pier won’t open before 2018", ("2018", "2018-01-01", "2018-12-31"), 1),
        ("Tide Pier will not open until May 2018", ("May 2018", "2018-05-01", "2018-05-31"), 1),
        ("Tide Pier won’t open before May 2015", _IN_2015, 0),
        ("Tide Pier won’t open before the roof is on", ("roof", "2018-01-01", "2018-12-31"), 0),
    ],
)
def test_an_opening_before_its_day(world: Any, said: str, day: Told, n_found: int) -> None:
    """Who says that it will not open before a day is overtaken by an earlier opening."""
    assert len(_opening(world, said, day, "opened on 2 April 2016", _IN_2016)) == n_found


def test_what_was_told_before_hides_nothing(world: Any) -> None:
    """However often a change was told before a vow, the one after it is found."""
    world.entity("Ada Moll")
    for year in range(1990, 2010):
        world.article("Gazette", f"{year}-02-03", "Ada Moll resigned from a committee.")
    early = world.article("Herald", "2014-06-11", "“I will not resign,” said Ada Moll.")
    world.says(early, "Ada Moll", "I will not resign")
    late = world.article("Courier", "2016-04-05", "Ada Moll resigned on Monday.")
    (found,) = _overtaken(world)
    assert [e.article_id for e in found.evidence] == [early.article_id, late.article_id]


@pytest.mark.parametrize(
    ("said", "later", "matter"),
    [
        (
            "I will never write a memoir",
            "Ada Moll published her memoir on Friday.",
            "memoir",
        ),
        (
            "I shan’t be writing it down",
            "Ada Moll launched her autobiography in May.",
            "memoir",
        ),
        (
            "You will not see my name on a ballot paper",
            "Ada Moll was elected to parliament.",
            "standing",
        ),
        (
            "I will never stand for parliament",
            "The Reed Party chose Ada Moll as its candidate.",
            "standing",
        ),
        (
            "You will never see me in a boardroom",
            "Ada Moll joined the board of Orr Hotels.",
            "board",
        ),
        ("I will leave when they wheel me out", "Ada Moll resigned on Friday.", "post"),
        (
            "I was elected to do a job and I will finish it",
            "Ada Moll resigned on Friday.",
            "post",
        ),
        ("I will never play in public again", "Ada Moll gave her first concert in six years.", ""),
        ("I will not stand again", "Ada Moll is contesting the June election.", "standing"),
        ("I will not run again", "Ada Moll threw her hat in the ring.", "standing"),
        ("I will lead this party into the election", "Ada Moll stepped down on Friday.", "post"),
        ("I will never close Lea Baths", "Lea Baths closed on 30 June.", "opening"),
        (
            "I will never close Lea Baths",
            "“I will never close Lea Baths,” she told us. It closed in May 2016.",
            "opening",
        ),
    ],
)
def test_vows_of_a_person_in_other_words(world: Any, said: str, later: str, matter: str) -> None:
    """The matter is the same whatever words tell of it."""
    found = _told(world, said, "Ada Moll", later)
    assert [f.attribute for f in found] == [matter or "comeback"]


@pytest.mark.parametrize(
    ("said", "later"),
    [
        ("I will never join the board of Orr Hotels", "Ada Moll joined the board of Lea Baths."),
        ("I will never join the board of Orr Rail", "Ada Moll joined the board of Orr Hotels."),
        ("I will never write a memoir", "Tom Brink’s memoir, Salt, was published on Friday."),
        ("I will never write a memoir", "Ada Moll praised a memoir that was published on Friday."),
        ("I will never leave Skelby", "Ada Moll left Skelby hospital on Friday."),
        ("I will not resign", "Ada Moll dismissed a report that she was ill."),
        ("Lea Baths is not for sale", "A painting of Lea Baths was sold on Friday."),
        ("Not one job will go at Orr Hotels", "Lea Mills, a rival of Orr Hotels, cut 30 jobs."),
        ("I will not stand again", "Ada Moll was standing in March mud."),
        ("I will never close Lea Baths", "Ada Moll closed in on the lead at Lea Baths."),
        ("I will never close Lea Baths", "Lea Baths closed at six on Friday."),
    ],
)
def test_another_thing_or_person_overtakes_nothing(world: Any, said: str, later: str) -> None:
    """Another board, another author, a hospital, a picture, a rival."""
    world.entity("Lea Mills", "organisation")
    assert _told(world, said, "Ada Moll", later) == []


def test_a_rival_that_is_known_by_its_description_is_another(world: Any) -> None:
    """Whatever the name before the description was taken for."""
    world.entity("a rival of Orr Hotels")
    said, later = "Not one job will go at Orr Hotels", "Crag, a rival of Orr Hotels, cut 30 jobs."
    assert _told(world, said, "Ada Moll", later) == []


@pytest.mark.parametrize(("day", "n_found"), [("2016-04-05", 1), ("2014-09-05", 0)])
def test_still_closed_when_its_day_has_passed(world: Any, day: str, n_found: int) -> None:
    """A forecast by a month is overtaken by what is still closed after it, not before."""
    world.entity("Lea Baths", "place")
    early = world.article("Herald", "2014-06-11", "“Lea Baths will reopen by May 2015,” he said.")
    world.says(early, None, "Lea Baths will reopen by May 2015")
    start = early.text.index("May 2015")
    world.rows.append(
        Timex(
            article_id=early.article_id,
            span=(start, start + len("May 2015")),
            text="May 2015",
            type="DATE",
            value="2015-05",
            earliest="2015-05-01",
            latest="2015-05-31",
        )
    )
    world.article("Courier", day, "Lea Baths are still closed. Weeds grow there.")
    assert len(_overtaken(world)) == n_found


def test_who_signed_a_contract_in_the_same_article_does_not_leave_in_it(world: Any) -> None:
    """Nor does who came from another club years before."""
    world.entity("Tom Brink")
    world.entity("Skelby Rovers", "organisation")
    vow = "I'm not going anywhere"
    early = world.article(
        "Herald",
        "2014-06-11",
        f"Tom Brink has signed a new contract.\n\n“{vow},” said Tom Brink.\n\nSkelby Rovers signed "
        "Tom Brink from Gale in 2010.",
    )
    world.says(early, "Tom Brink", vow)
    world.article("Courier", "2016-04-05", "Tom Brink left Skelby Rovers on Monday.")
    assert [f.attribute for f in _overtaken(world)] == ["post"]
