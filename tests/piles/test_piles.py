"""Twenty piles with golds that were written before they were read.  Floors only rise.

Each article has something that newspapers do: a programme's name remembered wrongly, a lost "not",
mother and daughter with one surname, a child whose age cannot be right, pages without a day. What
`quay_kitchen` showed was mended; for `carrow_bridge` nothing was changed, so that the two together
tell how far what was mended for one holds for another. Likewise `lantern_prize`, with questions and
answers and lists of sayings, and `port_tansy`, which later gave rise to one change (couples who
"will never split") and shared another (names of outlets in a window's title). One statement of
`lantern_prize` hangs on how a processor rounds, so that its floors are one below the best seen.
`tarn_head` is about
sayings that travel, change and are denied; read once before anything was mended for it, it had 7 of
20 pairs of utterances and 2 of 13 findings, none false. `counting_bees` has a mailed press release,
a newsletter, a saved page and outlets that only a title or a first line names; read once before
anything was mended for it, it had 35 of 44 speakers, 6 wrong names and 12 of 23 chains.
`mire_station` asks for facts, days and what became of them: read once before anything was mended
for it, it had 7 of 16 findings and 2 false ones, of two children who had married. `late_lamp` has a
television interview that is recalled with other words and on another programme, two lost "not"s and
a line of a song as somebody else's message: read once before anything was mended for it, it had 6
of 21 findings, none false, and 26 of 54 pairs of utterances. `toast_rack`, about a novelist and a
politician, asks for who said what to whom and through whom, with a mailbox, an interview printed
with names and lists: read once before anything was mended for it, it had 100 of 114 statements, 72
speakers, 14 wrong names, 12 of 21 chains and 8 of 16 findings. `withy_court`, about a footballer, a
presenter and their house, is heavy on ages, children, days and posts: read once before anything was
mended for it, it had 12 of 21 findings, none false, 52 of 77 facts, and 4 of 5 undated pages, most
of them known within a year or two. `osterwick_years` is about vows, forecasts and denials and what
became of them in other words, of which half were kept: read once before anything was mended for it,
it had none of 20 findings and none false. `slow_oven`, about a chef, a tennis player and their
families, was written when what the others showed had been mended, and nothing was mended for it.
Read once, it had 6 of 20 findings (7 when slips of its gold were put right), 55 of 68 speakers, 27
of 60 facts (28) and one agreement of ages under a namesake's name. `aune_swing`, about a mayor and
a cable car, is about what is promised, recalled, relayed and answered: read once before anything
was mended for it, it had 4 of 21 findings, none false, and 31 of 42 speakers, since "the mayor"
was mostly taken for whoever asked her. `gasworks_lane`, about a football club, its manager and its
ground, asks for vows, for programmes whose names tell nothing, and for agencies, magazines and
sources that pass things on: read once before anything was mended for it, it had 13 of 20 chains and
6 of 21 findings, and took a corrected price for a conflict.
`gravel_trap`, about a racing driver, an actress, their four children, a house and a team, asks for
facts: read once before anything was mended for it, it had 5 of 22 findings, 3 false ones and 43 of
84 facts. `borrowed_balcony`, about an actor and the
director who married him, and `rye_ballot`, about a baker who goes to parliament, were written by
somebody who had not seen the program: read once before anything was mended for them, they had 6 of
20 and 6 of 21 findings, one of them false, 46 of 57 and 48 of 59 speakers, 37 of 59 and 18 of 34
facts.
`harbour_choir`, about a conductor and a concert hall, and `copper_mast`, about a shipyard, a
football club and a singer, were written by strangers too, when all others had been mended for: read
once before anything was mended for them, they had 6 and 5 of 22 findings, none false, 70 of 78 and
70 of 83 speakers, 2 and 8 wrong names, 36 of 48 and 47 of 58 facts.
`silver_key`, about a singer, an investor and their divorce, was written by somebody who had not
seen the program: read once, it had 14 of 21 findings and a false one, 35 of 41 speakers, 4 wrong
names and 41 of 53 facts.

`chalk_hill`, about a minister and a hospital, was written by somebody who had not seen the program
either: read once, it had 10 of 22 findings and a false one, all 50 statements, 46 of 50 speakers
and 49 of 55 facts.

`spiced_pear`, about the divorce of an actress and a footballer in the words of tabloids, is by
somebody who had read no code but the scorer's: read once, it had 12 of 24 findings and two false
ones, 63 of 65 statements, 49 of 63 speakers and 35 of 65 facts.  Slips of its gold were mended
after that with the answers in view; one false finding was mended in the program.

`brass_lantern`, about a television chef who becomes a model, an investor and their restaurant, is
by somebody who had read no code but the scorer's and the form of `spiced_pear`: read once, it had
13 of 24 findings, none false, all 79 statements, 64 of 79 speakers, 7 wrong names, 2 of 8 chains
and 61 of 81 facts; three slips of its gold were then mended with the answers in view (66 speakers,
4 wrong names), and nothing was mended in the program.

`velvet_anchor`, about a singer, an investor, their divorce and her old bandmate, is by somebody who
had read no code but the scorer's and the form of the two before: read once, it had 15 of 32
findings, none false, 88 of 91 statements, 71 of 84 speakers, 5 wrong names, 6 of 8 chains and 62 of
93 facts.  Slips of its gold were then mended with the answers in view (14 of 33 findings).  A page
of it showed that a lost apostrophe ("Lula Farradays") made a person of its own; what was done about
that was tried on other texts.

`kestrel_yard`, about a shipyard, its engineer, a crane and a football club, is by somebody who had
read no code but the scorer's and the form of `port_tansy`: read once, it had 6 of 36 findings and
a false one, 116 of 119 statements, 109 of 116 speakers, a wrong name, 15 of 27 chains and 42 of 69
facts.  Slips of its gold were then mended with the answers in view (5 of 37 findings, two false
ones, 48 of 68 facts); what was mended since was mended with the pile in view.  The false ones are a
price of shares without their debt beside one with it, and "she was never sacked and never resigned"
as what became of "she would stay".
"""

from pathlib import Path

import pytest

from tests.piles.measuring import Measured, measured

#: Pile → question of `benchmarks.sample` → the least number of right answers.
FLOORS = {
    "quay_kitchen": {
        "statements": 57,
        "speaker": 56,
        "source_kind": 57,
        "mode": 10,
        "channel": 18,
        "addressee": 10,
        "polarity": 2,
        "chain": 21,
        "no wrong name": 56,
        "findings": 19,
        "facts": 24,
        "people found once": 12,
        "utterances": 12,
        "copies": 1,
        "undated articles": 6,
        "events": 6,
        "boilerplate": 5,
    },
    "carrow_bridge": {
        "statements": 65,
        "speaker": 62,
        "source_kind": 61,
        "mode": 9,
        "channel": 18,
        "addressee": 6,
        "polarity": 3,
        "chain": 15,
        "no wrong name": 64,
        "findings": 14,
        "facts": 24,
        "people found once": 16,
        "utterances": 9,
        "copies": 1,
        "undated articles": 6,
        "events": 5,
        "boilerplate": 7,
    },
    "lantern_prize": {
        "statements": 87,
        "speaker": 81,
        "source_kind": 85,
        "mode": 38,
        "channel": 30,
        "addressee": 24,
        "polarity": 5,
        "chain": 46,
        "no wrong name": 85,
        "findings": 16,
        "facts": 34,
        "people found once": 14,
        "utterances": 24,
        "copies": 1,
        "undated articles": 7,
        "events": 8,
        "boilerplate": 9,
    },
    "port_tansy": {
        "statements": 29,
        "speaker": 27,
        "source_kind": 28,
        "mode": 11,
        "channel": 6,
        "addressee": 9,
        "polarity": 2,
        "chain": 10,
        "no wrong name": 29,
        "findings": 6,
        "facts": 12,
        "people found once": 8,
        "utterances": 4,
        "undated articles": 3,
        "events": 3,
        "boilerplate": 3,
    },
    "tarn_head": {
        "statements": 36,
        "speaker": 32,
        "source_kind": 34,
        "mode": 33,
        "channel": 11,
        "addressee": 6,
        "polarity": 2,
        "chain": 3,
        "no wrong name": 36,
        "findings": 11,
        "facts": 7,
        "people found once": 5,
        "utterances": 19,
        "undated articles": 4,
        "events": 3,
        "boilerplate": 4,
    },
    "counting_bees": {
        "outlets": 9,
        "statements": 49,
        "speaker": 48,
        "source_kind": 48,
        "mode": 48,
        "channel": 9,
        "addressee": 15,
        "polarity": 7,
        "chain": 26,
        "no wrong name": 49,
        "findings": 8,
        "facts": 19,
        "people found once": 13,
        "utterances": 8,
        "undated articles": 3,
        "events": 5,
        "boilerplate": 10,
    },
    "mire_station": {
        "statements": 14,
        "speaker": 12,
        "source_kind": 14,
        "mode": 12,
        "channel": 2,
        "addressee": 3,
        "chain": 1,
        "no wrong name": 14,
        "findings": 14,
        "facts": 30,
        "people found once": 14,
        "utterances": 1,
        "undated articles": 4,
        "events": 6,
        "boilerplate": 4,
    },
    "late_lamp": {
        "statements": 57,
        "speaker": 52,
        "source_kind": 54,
        "mode": 55,
        "channel": 15,
        "addressee": 5,
        "chain": 3,
        "no wrong name": 56,
        "polarity": 1,
        "findings": 13,
        "facts": 28,
        "people found once": 11,
        "utterances": 37,
        "copies": 1,
        "undated articles": 5,
        "events": 4,
        "boilerplate": 9,
    },
    "toast_rack": {
        "statements": 111,
        "speaker": 97,
        "source_kind": 107,
        "mode": 104,
        "no wrong name": 110,
        "channel": 29,
        "addressee": 27,
        "chain": 18,
        "polarity": 5,
        "findings": 14,
        "facts": 14,
        "people found once": 16,
        "utterances": 11,
        "copies": 1,
        "undated articles": 3,
        "events": 4,
        "boilerplate": 5,
    },
    "withy_court": {
        "outlets": 12,
        "statements": 44,
        "speaker": 38,
        "source_kind": 39,
        "mode": 44,
        "channel": 8,
        "addressee": 9,
        "polarity": 3,
        "chain": 4,
        "no wrong name": 44,
        "findings": 16,
        "facts": 69,
        "people found once": 21,
        "utterances": 7,
        "copies": 1,
        "undated articles": 5,
        "events": 7,
        "boilerplate": 10,
    },
    "osterwick_years": {
        "statements": 36,
        "speaker": 33,
        "source_kind": 35,
        "mode": 36,
        "no wrong name": 34,
        "addressee": 3,
        "findings": 16,
        "facts": 6,
        "people found once": 15,
        "events": 4,
        "boilerplate": 4,
    },
    "slow_oven": {
        "statements": 68,
        "speaker": 66,
        "source_kind": 63,
        "mode": 66,
        "channel": 12,
        "addressee": 16,
        "polarity": 4,
        "chain": 7,
        "no wrong name": 68,
        "findings": 18,
        "facts": 55,
        "people found once": 17,
        "utterances": 17,
        "copies": 1,
        "undated articles": 6,
        "events": 7,
        "boilerplate": 8,
    },
    "aune_swing": {
        "statements": 43,
        "speaker": 36,
        "source_kind": 43,
        "mode": 38,
        "channel": 5,
        "addressee": 6,
        "chain": 3,
        "no wrong name": 42,
        "findings": 14,
        "facts": 16,
        "people found once": 10,
        "utterances": 9,
        "copies": 1,
        "undated articles": 2,
        "events": 5,
        "boilerplate": 6,
    },
    "gasworks_lane": {
        "outlets": 12,
        "statements": 73,
        "speaker": 69,
        "source_kind": 72,
        "mode": 73,
        "channel": 18,
        "addressee": 16,
        "chain": 21,
        "no wrong name": 72,
        "polarity": 2,
        "findings": 15,
        "facts": 19,
        "people found once": 17,
        "utterances": 14,
        "copies": 1,
        "undated articles": 5,
        "events": 4,
        "boilerplate": 7,
    },
    "gravel_trap": {
        "statements": 53,
        "speaker": 43,
        "source_kind": 52,
        "mode": 53,
        "channel": 11,
        "addressee": 12,
        "polarity": 1,
        "chain": 4,
        "no wrong name": 46,
        "findings": 15,
        "facts": 67,
        "people found once": 19,
        "utterances": 7,
        "copies": 1,
        "undated articles": 5,
        "events": 5,
        "boilerplate": 12,
    },
    "borrowed_balcony": {
        "statements": 58,
        "speaker": 54,
        "source_kind": 55,
        "mode": 58,
        "channel": 12,
        "addressee": 15,
        "chain": 7,
        "no wrong name": 58,
        "polarity": 3,
        "findings": 14,
        "facts": 51,
        "people found once": 14,
        "utterances": 15,
        "copies": 1,
        "undated articles": 5,
        "events": 6,
        "boilerplate": 9,
    },
    "rye_ballot": {
        "statements": 59,
        "speaker": 53,
        "source_kind": 57,
        "mode": 58,
        "addressee": 10,
        "no wrong name": 59,
        "channel": 11,
        "polarity": 1,
        "chain": 5,
        "findings": 15,
        "facts": 29,
        "people found once": 16,
        "utterances": 12,
        "copies": 1,
        "undated articles": 5,
        "events": 6,
        "boilerplate": 11,
    },
    "harbour_choir": {
        "statements": 78,
        "speaker": 70,
        "source_kind": 69,
        "mode": 76,
        "addressee": 12,
        "no wrong name": 76,
        "channel": 5,
        "chain": 3,
        "polarity": 2,
        "findings": 8,
        "facts": 40,
        "people found once": 13,
        "utterances": 17,
        "copies": 1,
        "undated articles": 3,
        "events": 5,
        "boilerplate": 16,
    },
    "copper_mast": {
        "statements": 88,
        "speaker": 74,
        "source_kind": 79,
        "mode": 87,
        "addressee": 14,
        "no wrong name": 77,
        "polarity": 4,
        "channel": 10,
        "chain": 4,
        "findings": 13,
        "facts": 50,
        "people found once": 15,
        "utterances": 27,
        "copies": 2,
        "undated articles": 6,
        "events": 5,
        "boilerplate": 15,
    },
    "silver_key": {
        "statements": 41,
        "speaker": 38,
        "source_kind": 41,
        "mode": 41,
        "channel": 10,
        "addressee": 13,
        "chain": 5,
        "no wrong name": 39,
        "polarity": 2,
        "findings": 17,
        "facts": 44,
        "people found once": 8,
        "utterances": 9,
        "undated articles": 3,
        "events": 4,
        "boilerplate": 10,
        "outlets": 13,
    },
    "chalk_hill": {
        "statements": 50,
        "speaker": 49,
        "source_kind": 47,
        "mode": 50,
        "channel": 13,
        "addressee": 16,
        "chain": 14,
        "no wrong name": 50,
        "polarity": 2,
        "findings": 17,
        "facts": 51,
        "people found once": 15,
        "utterances": 13,
        "copies": 1,
        "undated articles": 5,
        "events": 5,
        "boilerplate": 12,
        "outlets": 16,
    },
    "spiced_pear": {
        "statements": 65,
        "speaker": 53,
        "source_kind": 63,
        "mode": 65,
        "channel": 10,
        "addressee": 18,
        "chain": 8,
        "no wrong name": 61,
        "polarity": 2,
        "findings": 18,
        "facts": 45,
        "people found once": 15,
        "utterances": 12,
        "copies": 1,
        "undated articles": 8,
        "events": 4,
        "boilerplate": 16,
        "outlets": 16,
    },
    "brass_lantern": {
        "statements": 79,
        "speaker": 70,
        "source_kind": 77,
        "mode": 79,
        "channel": 18,
        "addressee": 19,
        "chain": 6,
        "no wrong name": 78,
        "polarity": 1,
        "findings": 15,
        "facts": 63,
        "people found once": 18,
        "utterances": 11,
        "copies": 1,
        "undated articles": 6,
        "events": 5,
        "boilerplate": 17,
        "outlets": 15,
    },
    "velvet_anchor": {
        "statements": 88,
        "speaker": 74,
        "source_kind": 80,
        "mode": 82,
        "addressee": 19,
        "no wrong name": 80,
        "channel": 15,
        "chain": 6,
        "findings": 21,
        "facts": 70,
        "people found once": 17,
        "utterances": 11,
        "copies": 1,
        "undated articles": 9,
        "events": 6,
        "boilerplate": 23,
        "outlets": 20,
    },
    "kestrel_yard": {
        "statements": 119,
        "speaker": 111,
        "source_kind": 109,
        "mode": 118,
        "addressee": 27,
        "chain": 15,
        "no wrong name": 118,
        "channel": 19,
        "polarity": 4,
        "findings": 11,
        "facts": 50,
        "people found once": 24,
        "utterances": 8,
        "copies": 1,
        "undated articles": 6,
        "events": 5,
        "boilerplate": 29,
        "outlets": 19,
    },
}
#: Pile → the most findings that no careful reader would make.
MOST_FALSE = {
    "quay_kitchen": 1,
    "carrow_bridge": 0,
    "lantern_prize": 0,
    "port_tansy": 0,
    "tarn_head": 0,
    "counting_bees": 0,
    "mire_station": 0,
    "toast_rack": 0,
    "late_lamp": 0,
    "withy_court": 0,
    "osterwick_years": 0,
    "slow_oven": 0,
    "aune_swing": 0,
    "gasworks_lane": 0,
    "gravel_trap": 0,
    "borrowed_balcony": 0,
    "rye_ballot": 0,
    "harbour_choir": 0,
    "copper_mast": 0,
    "silver_key": 0,
    "chalk_hill": 0,
    "spiced_pear": 0,
    "brass_lantern": 0,
    "velvet_anchor": 0,
    "kestrel_yard": 2,
}


@pytest.fixture(scope="module")
def reached(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Measured]:
    """What the chronicle of each pile answers, built and scored once."""
    here = Path(__file__).parent
    return {
        pile: measured(here / pile, tmp_path_factory.mktemp(pile) / "pile.chronicle")
        for pile in FLOORS
    }


@pytest.mark.parametrize(
    ("pile", "question"), [(pile, asked) for pile in FLOORS for asked in sorted(FLOORS[pile])]
)
def test_a_pile_answers_no_worse(pile: str, question: str, reached: dict[str, Measured]) -> None:
    """Each question has at least as many right answers as its floor says."""
    right, asked = reached[pile].scores[question]
    assert right >= FLOORS[pile][question], f"{question}: {right} of {asked}"


@pytest.mark.parametrize("pile", FLOORS)
def test_hardly_any_finding_is_false(pile: str, reached: dict[str, Measured]) -> None:
    """What is pointed out is in the gold, or is right all the same."""
    assert len(reached[pile].false) <= MOST_FALSE[pile], "\n".join(reached[pile].false)
