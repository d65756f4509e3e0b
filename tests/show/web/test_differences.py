"""Word differences between two versions of a quotation."""

from reportedly.show.web.differences import Piece, changes, differences


def test_a_lost_word_is_dropped() -> None:
    """A missing "not" stands alone as the only difference."""
    assert differences("We are not leaving", "We are leaving") == [
        Piece("same", "We are"),
        Piece("drop", "not"),
        Piece("same", "leaving"),
    ]


def test_case_and_marks_around_words_do_not_count() -> None:
    """Typesetting is no difference; the later version's own characters are shown."""
    assert differences("‘It isn’t over,’", "“it isn't over.”") == [
        Piece("same", "“it isn't over.”")
    ]


def test_very_long_versions_are_not_compared() -> None:
    """Thousands of words would take seconds and help nobody."""
    words = "a " * 3000
    assert [piece.op for piece in differences(words, words)] == ["same"]


def test_articles_show_only_what_changed() -> None:
    """Long stretches that both have are cut to the words around a change; equal texts give none."""
    before = " ".join(f"word{n}" for n in range(100))
    after = before.replace("word50", "another")
    found = changes(before, after)
    assert [piece.op for piece in found] == ["same", "drop", "add", "same"]
    assert found[0].words.startswith("… word36 ")
    assert found[-1].words.endswith(" word64 …")
    assert changes(before, before.upper()) == []


def test_transcripts_are_not_compared() -> None:
    """Whoever opens an article does not wait seconds for a comparison."""
    assert changes("a " * 7000, "b " * 7000) == []
