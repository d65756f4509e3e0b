"""The codes of rejects: known, and described where people look."""

from pathlib import Path

import pytest

from reportedly.errors import DocumentRejected
from reportedly.reading.codes import REJECT_CODES, rejected

PAGE = Path(__file__).resolve().parents[2] / "docs" / "troubleshooting.md"


@pytest.mark.parametrize("code", sorted(REJECT_CODES))
def test_each_code_is_described(code: str) -> None:
    """In the table of the page on what does not work."""
    assert f"| `{code}` |" in PAGE.read_text()


def test_a_code_that_is_none() -> None:
    """Is a mistake of the program, found when it is made."""
    assert isinstance(rejected("empty", "nothing"), DocumentRejected)
    with pytest.raises(KeyError):
        rejected("boring", "nothing")
