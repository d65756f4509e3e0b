"""Notices of correction."""

from typing import Any

import pytest

from reportedly.model import Timex
from reportedly.reconcile.findings.corrections import notices

NOTICE = "An earlier version of this article misstated the year in which the foundry opened."


@pytest.mark.parametrize(
    "text",
    [
        f"The foundry opened in 1911.\n\n{NOTICE}",
        "It rained.\n\nCorrection: the mayor's name was misspelled in the first edition.",
        "It rained.\nClarification (3 June): the article stated that the mill had burned.",
        "It rained.\n\nThis article has been amended to correct the date of the fire.",
        "On 3 May we wrongly reported that Ada Moll had been sacked. We apologise to her.",
        "In our report of 3 May we said that the mill was sold for £2 million. This was wrong.",
        "Our article on the mill stated that it had burned. That was not the case.",
        "A previous article of 3 May said that two had died. It should have said three.",
        "An earlier report stated that she was sacked. In fact she resigned. We regret this.",
        "Owing to a typing error, our report on the kiln gave 340 as its age. It is 34.",
        "In last week's issue we mixed up two sisters. It was Ada Moll who swam.",
        "A slip of the pen crept into Monday's piece on the pier. It cost £48m.",
        "Please note that the yard's profit was misstated in Monday's edition. It was £6m.",
        "Last week we named Ada Moll among the swimmers. We apologise to her.",
        "Corrections and clarifications\n\nOur obituary of Ada Moll stated that she had two boats.",
    ],
)
def test_notices_are_found(text: str) -> None:
    """In the forms in which outlets print them."""
    assert len(notices(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The correction of the harbour wall: a long story.",
        "We mixed up two sisters at the fair. Nobody minded.",
        "“In last week's issue we mixed up two sisters,” he said.",
        "Corrections\n\nAs printed in the first edition of the Herald.",
        "He wants a correction, he said.",
        "An earlier report by auditors said that the mill was sound. That was wrong, she said.",
        "“In 2015 we said that the mill would last. That was wrong,” Ada Moll said.",
        "An earlier report said that two had died. The police put the number at three.",
        "In March we wrote to the minister. We regret that he did not answer.",
    ],
)
def test_other_uses_of_the_words_are_none(text: str) -> None:
    """A correction that is no notice."""
    assert notices(text) == []


def test_the_corrected_words_are_found_in_the_other_version(world: Any) -> None:
    """Another version of the same page comes first, the article itself next."""
    page = "https://courier.example/foundry"
    world.article("Courier", "2018-06-21", "It rained. The foundry opened in 1910.", url=page)
    text = f"It rained. The foundry opened in 1911.\n\n{NOTICE}"
    world.article("Courier", "2018-06-21", text, url=page)
    (found,) = world.findings()
    assert found.kind == "correction"
    notice, corrected = found.evidence
    assert text[slice(*notice.span)] == NOTICE
    assert (corrected.article_id, "1910" in found.explanation) == ("a0", True)


def test_a_day_of_the_notice_is_not_what_it_corrects(world: Any) -> None:
    """The line that says when a page was published shares the day, and nothing that was wrong."""
    notice = (
        "Correction, 22 August 2015: an earlier version of this article said that the foundry "
        "opened in 1910. It opened in 1911."
    )
    lines = ("Published 20 August 2015", "The old foundry, which opened in 1911, is sold.", notice)
    world.article("Courier", "2015-08-20", "\n\n".join(lines))
    (found,) = world.findings()
    assert "which opened in 1911" in found.explanation


def test_what_the_outlet_printed_on_the_day_that_is_named(world: Any) -> None:
    """ "An article of 18 June": the words stand in the outlet’s own article of that day."""
    notice = "Correction: an article of 18 June said that Ada Moll sold the mill. She let it."
    told = "Ada Moll sold the mill, which stands in Skelby."
    world.article("Herald", "2018-06-18", told)
    meant = world.article("Courier", "2018-06-18", told)
    late = world.article("Courier", "2018-06-21", notice)
    day = notice.index("18 June")
    world.rows.append(
        Timex(
            article_id=late.article_id,
            span=(day, day + 7),
            text="18 June",
            type="DATE",
            value="2018-06-18",
            earliest="2018-06-18",
            latest="2018-06-18",
        )
    )
    (found,) = world.findings()
    assert found.evidence[1].article_id == meant.article_id
