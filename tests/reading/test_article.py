"""One record to one article: fields, identity, verbatim text, and the codes of rejects."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import DocumentRejected
from reportedly.identifiers import article_identifier
from reportedly.reading.article import read_record
from reportedly.reading.records import Record


def _object(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def test_all_fields_of_an_object(read):
    """Every field of the contract is taken over as it is given."""
    article = read(
        _object(
            id=7, title="Geese stay", author=["Lys Varn", "Per Ode"],
            source={"name": "Skell Courier"},
            link="https://skell.example/g", date="2018-06-04T21:40:00+02:00", updated="2018-06-05",
            lang="en", body="The geese may stay, said Odile Farrow.",
        ),
        "article",
    ).article  # fmt: skip
    assert article.text == "The geese may stay, said Odile Farrow."
    assert (article.title, article.byline, article.outlet) == (
        "Geese stay", "Lys Varn and Per Ode", "Skell Courier",
    )  # fmt: skip
    assert (article.published, article.published_from) == ("2018-06-04T21:40:00+02:00", "metadata")
    assert (article.updated, article.given_id) == ("2018-06-05", "7")
    assert article.url == "https://skell.example/g"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120))
def test_text_of_objects_is_verbatim(text):
    """No character of a given text is changed, whatever it is."""
    record = Record("x", 0, "article", _object(text=text))
    try:
        result = read_record(record)
    except DocumentRejected as error:
        assert error.reason in ("no_text", "missing_text")
        assert not any(map(str.isalnum, text))
    else:
        assert result.article.text == text


def test_identity_comes_from_the_bytes_alone(read):
    """Path, address and day of capture do not name an article; its bytes do."""
    content = b"The geese may stay, said Odile Farrow."
    one = read_record(Record("a/one.txt", None, "text", content)).article
    two = read_record(
        Record("b.zip", 3, "text", content, "https://x.example", "2021-01-01")
    ).article
    assert one.article_id == two.article_id == article_identifier(content)
    assert one.sha256 == two.sha256


def test_html_in_an_object_is_read_as_a_page(page, read):
    """An object may give the page instead of the text; its own fields go first."""
    article = read(_object(html=page().decode(), title="Given title"), "article").article
    assert "nine geese" in article.text and "Sport" not in article.text
    assert article.title == "Given title"


def test_an_ambiguous_date_stays_open(read):
    """03/04/2018 is not guessed."""
    assert (
        read(_object(text="The geese may stay.", date="03/04/2018"), "article").article.published
        is None
    )


@pytest.mark.parametrize(
    ("content", "kind", "reason"),
    [
        (b"   ", "text", "empty"),
        (b"...!", "text", "no_text"),
        (b"abc \x81", "text", "wrong_charset"),
        (b"not json", "article", "not_json"),
        (b"[1]", "article", "not_json"),
        (b'{"text":' + b"[" * 99_999 + b"]" * 99_999 + b"}", "article", "nested_too_deep"),
        (b'{"title": "No words"}', "article", "missing_text"),
        (b'{"text": 5}', "article", "missing_text"),
        (b"word " * 300_000, "text", "too_large"),
        (b"<p>" + b"word " * 5_000_000, "html", "too_large"),
        (b"MIME-Version: 1.0\n\nno page", "mhtml", "no_text"),
    ],
)
def test_codes(read, content, kind, reason):
    """Each way in which a record can be useless has its code."""
    with pytest.raises(DocumentRejected) as error:
        read(content, kind)
    assert error.value.reason == reason


def test_the_language_is_that_of_the_article(read):
    """The words decide; what the input says of itself only where they are few."""
    german = (
        "Die Gänse dürfen bleiben, sagte die Bürgermeisterin am Montagabend im Rathaus der Stadt."
    )
    assert read(german, "text").article.lang == "de"
    assert read(_object(text="Nein.", lang="de-DE"), "article").article.lang == "de"
