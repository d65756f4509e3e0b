"""Tabloids and magazines: what is said in their words, and what is only done."""

import pytest

from benchmarks.attribution.cases.__main__ import found_in
from benchmarks.attribution.cases.marked import read_cases
from benchmarks.attribution.cases.scoring import Counts, count


def _counts(half: str, *, told: bool) -> Counts:
    cases = (case for case in read_cases("tabloid", half) if bool(case.rows) == told)
    return sum((count(case, found_in(case)) for case in cases), Counts())


@pytest.mark.parametrize(("half", "right", "spare"), [("development", 30, 1), ("held_back", 29, 0)])
def test_what_is_told_is_found(half, right, spare):
    """Captions, denials of rumours and confidences are found, with hardly a row too many."""
    told = _counts(half, told=True)
    assert (told.n_cases, told.right >= right, told.found - told.right <= spare) == (30, True, True)


@pytest.mark.parametrize(("half", "false"), [("development", 2), ("held_back", 1)])
def test_what_is_done_is_not_said(half, false):
    """Pictures shown, children expected and named, and knots tied give no statement."""
    done = _counts(half, told=False)
    assert (done.n_cases, done.found <= false) == (30, True)


@pytest.mark.parametrize(
    "text",
    [
        "Greta Alder called time on her marriage in June.",
        "Greta Alder shared a string of pictures of the twins.",
        "Greta Alder and Bo Sund are expecting their third.",
        "Greta Alder opened up about the split.",
        "Greta Alder lashed out at the judges.",
        "They named him Finn.",
        "Greta Alder captioned the snap with a red heart.",
        "He poured cold water on the flames.",
    ],
)
def test_deeds(attributed, text):
    """Verbs that report elsewhere do not report here."""
    assert attributed(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Greta Alder called her ex a liar.", "her ex a liar"),
        ("Greta Alder expects her son to win.", "her son to win"),
        ("Greta Alder shared that she was pregnant.", "that she was pregnant"),
        ("Greta Alder posted a photo of the pair with the words “My person”.", "“My person”"),
        ("“You are vile,” Greta Alder hit out at trolls on her page.", "“You are vile,”"),
        ("Greta Alder hit back at the trolls who mocked it: “Get a job.”", "“Get a job.”"),
    ],
)
def test_what_the_same_verbs_report(attributed, text, content):
    """Beside them stand what they do report, and words in marks."""
    assert [words for *_, words in attributed(text)] == [content]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Greta Alder sparked rumours that she was pregnant by wearing a loose dress.", ""),
        ("Greta Alder addressed rumours that she had left the show.", ""),
        ("The manager fended off rumours that he was for sale.", ""),
        ("Greta Alder responded to reports that the tour was off.", ""),
        ("Greta Alder confirmed rumours that she was pregnant.", "Greta Alder"),
        ("Greta Alder shut down rumours that she was pregnant.", "Greta Alder"),
        ("The band threw cold water on reports that they had split.", "The band"),
    ],
)
def test_whose_rumours_they_are(attributed, text, source):
    """Whoever sparks or faces a rumour does not say so; whoever confirms or denies it does."""
    assert [who for who, *_ in attributed(text)] == [source]


def test_each_fan_says_their_own(attributed):
    """Another's words are no second piece of the first one's."""
    found = attributed(
        "One fan wrote: “I am so happy for you both.” Another commented: “She is glowing.” A third "
        "added: “I cannot cope.”"
    )
    assert [(who, said) for who, _, said in found] == [
        ("One fan", "“I am so happy for you both.”"),
        ("Another", "“She is glowing.”"),
        ("A third", "“I cannot cope.”"),
    ]
