"""Identifiers depend on content and nothing else."""

import subprocess
import sys

from reportedly.identifiers import article_identifier, identifier


def test_parts_are_told_apart() -> None:
    """Moving a letter from one part to the next is another identifier."""
    assert identifier("s", "ab", "c") != identifier("s", "a", "bc")


def test_the_same_in_every_process() -> None:
    """No hash seed has a say."""
    code = "from reportedly.identifiers import identifier; print(identifier('s', 'a', ((1, 2),)))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert seen == {identifier("s", "a", ((1, 2),)) + "\n"}


def test_an_article_is_named_after_its_bytes() -> None:
    """One byte more is another article."""
    assert article_identifier(b"text") == article_identifier(b"text")
    assert article_identifier(b"text") != article_identifier(b"text ")


def test_broken_surrogates_have_identifiers() -> None:
    """Hostile text is text."""
    assert identifier("s", "\ud800").startswith("s")
