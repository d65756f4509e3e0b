"""Charsets: plain text strictly and without a change, pages with forgiveness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import DocumentRejected
from reportedly.reading.charset import decode_page, decode_text, mended, whole_characters

_WORDS = "“Größe,” said Zoë – a naïve façade"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_in_each_charset(charset):
    """The four ways in which people save text give the same text, the mark dropped."""
    assert decode_text(_WORDS.encode(charset)) == _WORDS


def test_bytes_that_are_no_text_are_rejected():
    """A byte that Windows-1252 leaves open is no reason to guess."""
    with pytest.raises(DocumentRejected, match="wrong_charset"):
        decode_text(b"abc \x81 said")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_utf8_text_is_never_changed(text):
    """Any text that is saved as UTF-8 comes back as it was, a leading mark apart."""
    assert decode_text(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=200))
def test_any_bytes_make_a_page(content):
    """Pages are decoded whatever their bytes."""
    assert isinstance(decode_page(content), str)


def test_a_page_is_read_by_its_bytes_before_its_claims():
    """Good UTF-8 is UTF-8 although the header says otherwise; bad UTF-8 is Windows-1252."""
    assert decode_page(_WORDS.encode(), "iso-8859-1") == _WORDS
    assert decode_page(_WORDS.encode("cp1252"), "utf-8") == _WORDS
    cyrillic = "Паром и гуси остаются, сказала Берит."
    assert decode_page(cyrillic.encode("cp1251"), "windows-1251") == cyrillic


def test_one_damaged_byte_does_not_change_the_charset():
    """A page of UTF-8 with one broken character loses that character only."""
    damaged = (_WORDS * 5).encode() + b"\xff"
    assert decode_page(damaged) == _WORDS * 5 + "\ufffd"


def test_mending_changes_mojibake_only():
    """Wrongly decoded characters are put right; everything else is left."""
    assert mended("ZoÃ« said â€œnoâ€\u009d") == "Zoë said “no”"
    kept = "“Curly” ‘marks’ … ﬁne, ｗｉｄｅ, &amp;, São Tomé, NÃO"
    assert mended(kept) == kept


def test_half_characters_are_replaced_at_the_same_offset():
    """A lone surrogate, which no file can hold, becomes one replacement character."""
    assert whole_characters("a\ud800b") == "a\ufffdb"


@pytest.mark.parametrize("name", ["quopri", "zlib", "idna", "undefined", "unicode_escape", "utf-7"])
def test_codecs_that_are_no_charsets(name: str) -> None:
    """A page that names one of Python's other codecs is read as if it had named none."""
    page = f'<meta charset="{name}"><p>A caf\xe9, said Ada Quill.</p>'.encode("cp1252")
    assert "A café, said" in decode_page(page)
