"""Mails that were saved: newsletters, press releases, and what is made to hurt."""

import base64
import quopri
from email.message import EmailMessage

import pytest

from reportedly.errors import DocumentRejected
from reportedly.reading.article import read_record
from reportedly.reading.inputs import records_of_bytes
from reportedly.reading.records import Limits, Record

_SAID = (
    "The mill stays open, said Bo Tarn.\n\n“I have counted the ducks,” he told the meeting, “and "
    "there are nine of them, which is one more than we had in the spring, when the water was high "
    "and nobody came to look for them.”\n\nNobody asked him how he had counted them.\n"
)
_PAGE = "<html><body>" + "".join(f"<p>{p}</p>" for p in _SAID.split("\n\n")) + "</body></html>"


def _mail(sender: str = "Sedge Letter <post@sedge.example>", text: str = _SAID) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = "readers@sedge.example"
    mail["Subject"] = "Ducks – nine of them"
    mail["Date"] = "Sun, 18 Feb 2018 18:05:00 +0100"
    mail.set_content(text, charset="utf-8")
    return mail


def _records(content: bytes, name: str = "letter.eml"):
    return list(records_of_bytes(content, name, Limits()))


def _read(content: bytes):
    (record,) = _records(content)
    return read_record(record)


def test_a_newsletter_is_an_article():
    """Subject, day and sender are its headline, date and outlet; the words are its text."""
    article = _read(_mail().as_bytes()).article
    assert article.text == _SAID
    assert (article.title, article.outlet) == ("Ducks – nine of them", "Sedge Letter")
    assert (article.published, article.published_from) == ("2018-02-18T18:05:00+01:00", "metadata")


def test_the_text_goes_before_the_page():
    """Unless it only leads to the page."""
    mail = _mail()
    mail.add_alternative(_PAGE, subtype="html")
    assert _read(mail.as_bytes()).article.text == _SAID
    mail = _mail(text="See this in a browser: https://sedge.example/1\n")
    mail.add_alternative(_PAGE, subtype="html")
    result = _read(mail.as_bytes())
    assert result.article.text.startswith("The mill stays open, said Bo Tarn.\n\n“I have counted")
    assert (result.article.title, result.article.outlet) == ("Ducks – nine of them", "Sedge Letter")
    assert result.capture is not None


@pytest.mark.parametrize(
    ("sender", "outlet", "byline"),
    [
        ("Ada Quill from Sedge Letter <aq@sedge.example>", "Sedge Letter", "Ada Quill"),
        ("Ada Quill (Fern Council) <aq@fern.example>", "Fern Council", "Ada Quill"),
        ('"Fern Council Press Office" <aq@fern.example>', "Fern Council Press Office", None),
        ("Ada Quill <ada@fern.example>", "fern.example", "Ada Quill"),
        ("Ada Quill <ada@gmail.com>", None, "Ada Quill"),
        ("noreply@fern.example", "fern.example", None),
        ("=?utf-8?Q?La_Gu=C3=AApe?= <news@fern.example>", "La Guêpe", None),
    ],
)
def test_whose_mail_it_is(sender, outlet, byline):
    """A body is the outlet, a person the author."""
    content = _mail("x@sedge.example").as_bytes()
    content = content.replace(b"From: x@sedge.example", b"From: " + sender.encode())
    article = _read(content).article
    assert (article.outlet, article.byline) == (outlet, byline)


def test_a_letter_to_many_is_its_senders():
    """Who sends to a list under a person's name calls the letter by it."""
    mail = _mail("Ada Quill <ada@fern.example>")
    mail["List-Unsubscribe"] = "<mailto:bye@fern.example>"
    assert _read(mail.as_bytes()).article.outlet == "Ada Quill"


def test_lines_that_go_on_are_one_paragraph():
    """What a mailer broke is joined; what the writer broke is not."""
    content = (
        b"From: Sedge Letter <a@sedge.example>\r\nSubject: Ducks\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
        b"There are nine \r\nof them, said Bo Tarn.\r\n\r\n From here they go south.\r\n"
    )
    text = "There are nine of them, said Bo Tarn.\n\nFrom here they go south.\n"
    assert _read(content).article.text == text


def test_a_wrong_charset_loses_no_letter():
    """Bytes are asked before the header is."""
    for declared, used in (("us-ascii", "utf-8"), ("utf-8", "cp1252"), ("no-such", "utf-8")):
        body = quopri.encodestring(_SAID.encode(used))
        content = (
            b"From: Sedge Letter <a@sedge.example>\nSubject: Ducks\nMIME-Version: 1.0\n"
            b"Content-Type: text/plain; charset=" + declared.encode() + b"\n"
            b"Content-Transfer-Encoding: quoted-printable\n\n" + body
        )
        assert _read(content).article.text == _SAID


def test_subjects_lose_what_mailers_put_before_them():
    """A forwarded letter has the headline of the letter."""
    mail = _mail()
    mail.replace_header("Subject", "Fwd: RE: Ducks are back")
    assert _read(mail.as_bytes()).article.title == "Ducks are back"


def test_attachments_are_not_looked_at():
    """Whatever they are called; a mail that has nothing else is rejected."""
    mail = _mail()
    mail.add_attachment(b"<p>not this</p>" * 99, maintype="text", subtype="html",
                        filename="../../etc/passwd.html")  # fmt: skip
    mail.add_attachment(b"nor this", maintype="text", subtype="plain", filename="..\\x.txt")
    assert _read(mail.as_bytes()).article.text == _SAID
    only = EmailMessage()
    only["From"], only["Subject"] = "Sedge <a@sedge.example>", "Ducks"
    only.add_attachment(b"\x00" * 999, maintype="image", subtype="png", filename="d.png")
    with pytest.raises(DocumentRejected, match="no_text"):
        _read(only.as_bytes())


def test_huge_headers():
    """A subject of a megabyte is cut; so is a list of a hundred thousand receivers."""
    mail = _mail().as_bytes()
    huge = b"X-Trail: " + b" x\n" * 100_000 + b"To: " + b"a@b.example,\n " * 100_000 + b"c@d.e\n"
    assert _read(b"Subject: " + b"=?utf-8?Q?=41?= " * 60_000 + b"\n" + huge + mail).article.text


def test_parts_within_parts():
    """Hundreds of them are read; thousands, or each beside millions of lines, are rejected."""

    def nested(depth: int, inner: bytes) -> bytes:
        head, tail = b"From: Sedge <a@sedge.example>\nSubject: Ducks\nMIME-Version: 1.0\n", b""
        for number in range(depth):
            mark = str(number).encode()
            head += b'Content-Type: multipart/mixed; boundary="b' + mark + b'"\n\n--b' + mark
            head += b"\n"
            tail = b"\n--b" + mark + b"--\n" + tail
        return head + b"Content-Type: text/plain\n\n" + inner + tail

    assert _read(nested(50, b"Nine ducks, said Bo Tarn.")).article.text.startswith("Nine ducks")
    for content in (nested(5000, b"Nine ducks."), nested(200, b"\n" * 1_000_000)):
        with pytest.raises(DocumentRejected, match=r"nested_too_deep|too_large|no_text"):
            _read(content)


def test_a_text_beyond_the_limit_is_rejected():
    """However it is encoded."""
    body = base64.encodebytes(b"nine ducks\n" * 3_000)
    content = (
        b"From: Sedge <a@sedge.example>\nSubject: Ducks\nContent-Type: text/plain\n"
        b"Content-Transfer-Encoding: base64\n\n" + body
    )
    with pytest.raises(DocumentRejected, match="too_large"):
        read_record(Record("x.eml", None, "mail", content), Limits(page_bytes=10_000))


def test_what_is_a_mail():
    """A name alone makes none, nor do a few fields that somebody typed; a saved page is none."""

    def kind(content: bytes, name: str) -> str:
        (record,) = _records(content, name)
        return record.kind

    typed = b"From: Bo Tarn\nSubject: the ducks\n\nThere are nine of them, he said.\n"
    assert kind(typed, "note.txt") == "text"
    assert kind(typed, "note.eml") == "mail"
    assert kind(b"There are nine of them, said Bo Tarn.\n", "note.eml") == "text"
    assert kind(_mail().as_bytes(), "downloaded") == "mail"
    saved = (
        b"From: <Saved by a browser>\nSubject: Ducks\nDate: Sun, 18 Feb 2018 18:05:00 -0000\n"
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
        b"Content-Type: text/html\nContent-Location: https://a.example/1\n\n"
    )
    assert kind(saved + _PAGE.encode() + b"\n--b--\n", "page.mhtml") == "mhtml"


def test_a_letter_that_says_its_name_and_whose_it_is():
    """The first line is the sender's name in capitals, the second what it is and who writes it."""
    head = "SEDGE LETTER\nA letter about ducks, by Ivo Marl\n\n"
    article = _read(_mail(text=head + _SAID).as_bytes())
    assert (article.article.outlet, article.article.byline) == ("Sedge Letter", "Ivo Marl")
    kinds = {article.article.text[slice(*r.span)]: r.kind for r in article.regions}
    assert kinds["SEDGE LETTER"] == "boilerplate"
    assert kinds["A letter about ducks, by Ivo Marl"] == "byline"
