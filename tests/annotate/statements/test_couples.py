"""Two who speak as one and are not joined by "and"."""

import pytest

from reportedly.api import attribute
from reportedly.model import Statement


def _told(text: str, words: str) -> Statement:
    return next(s for s in attribute(text) if words in s.content_text)


@pytest.mark.parametrize(
    "text",
    [
        "Tycoon Aldo Reeve walked out on Ada Quill on Monday.\n\nThe pair said they were “done”.",
        "Cook Aldo Reeve was seen with an egg, a week after he and dancer Ada Quill parted.\n\n“We "
        "are done,” the pair said in their statement.",
        "Bo Tarn lost. Aldo Reeve has left his wife, Ada Quill, they were “done”, the couple said.",
        "The cook and model Aldo Reeve and his wife, the investor Ada Quill, have parted.\n\n“We "
        "are done. Be kind to Ludo and Pearl,” the couple wrote.",
    ],
)
def test_the_pair_are_the_two_told_of_last(text: str) -> None:
    """In whatever way the text tells of both."""
    row = _told(text, "done")
    assert (row.speaker, row.source_kind) == ("Aldo Reeve & Ada Quill", "person")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill and Aldo Reeve parted in May. She has moved on with Tom Roe.\n\n“We are done,” "
        "the exes said.",
        "Retired butcher Sid Poole found a purse. Its owners, a couple from Leeds, wrote. The "
        "couple said they were done.",
        "Ada Quill is to divorce Aldo Reeve.\n\n“They are done,” the couple's lawyers said.",
        "Ada Quill and her husband hate the singer Bo Tarn.\n\n“We are done,” the couple said.",
        "Ada Quill married Bo Tarn. Two boys found the ring. “We are done,” the pair said.",
        "Ada Quill told the lawyer Bo Tarn of her husband. “We are done,” the couple said.",
        "Ada Quill told Bo Tarn that she was married to a sailor. “We are done,” the couple said.",
        "Ada Quill, whose husband bakes, met Bo Tarn. The couple who run it said it was done.",
        "Ada Quill has married Bo Tarn. Ida Orr divorced Cy Dorn. “We are done,” the couple said.",
        "Ada's mother met Cy Dorn, and married Cy Dorn. “We are done,” the newlyweds said.",
        "Ada Quill met the mayor, Bo Tarn. “We are done,” the couple said.",
        "Ada Quill, Bo Tarn and Aldo Reeve met on Monday.\n\n“We are done,” the pair said.",
    ],
)
def test_of_more_or_fewer_than_two_none_is_taken(text: str) -> None:
    """Null rather than a guess."""
    assert _told(text, "done").speaker is None
