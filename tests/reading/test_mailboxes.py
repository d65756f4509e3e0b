"""Unix mailboxes: mails one after another, and what is made to hurt."""

import gzip
import io
import tracemalloc

from reportedly.model import Reject
from reportedly.reading.article import read_record
from reportedly.reading.inputs import records_of_bytes
from reportedly.reading.records import Limits

_BETWEEN = "From press@sluice.example Tue Mar 02 09:30:11 2021\n"


def _mail(subject: str, words: str, sender: str = "Sluice Letter <post@sluice.example>") -> str:
    return f"From: {sender}\nSubject: {subject}\nDate: Tue, 02 Mar 2021 09:30:00 +0000\n\n{words}\n"


_EELS = _mail("Eels", "The eels are back, said Ivo Marl.")
_GATE = _mail("The gate", "Nobody opened the gate, Una Brill told us.", "Una Brill <u@web.de>")


def _found(box: str | bytes, name: str = "letters.mbox", limits: Limits | None = None):
    content = box.encode() if isinstance(box, str) else box
    return list(records_of_bytes(content, name, limits or Limits()))


def _titles(box: str | bytes, name: str = "letters.mbox") -> list[str | None]:
    return [read_record(record).article.title for record in _found(box, name)]


def test_each_mail_is_an_article():
    """With its own subject, day, sender and number, whatever the file is called."""
    records = _found(f"{_BETWEEN}{_EELS}\n{_BETWEEN}{_GATE}", "letters")
    assert [(r.kind, r.record) for r in records] == [("mail", 0), ("mail", 1)]
    eels, gate = (read_record(record).article for record in records)
    assert (eels.title, eels.outlet, eels.published) == (
        "Eels",
        "Sluice Letter",
        "2021-03-02T09:30:00+00:00",
    )
    assert eels.text.strip() == "The eels are back, said Ivo Marl."
    assert (gate.title, gate.byline) == ("The gate", "Una Brill")


def test_a_mail_is_the_same_in_a_mailbox_and_by_itself():
    """So that both are one article."""
    (alone,) = _found(_EELS, "eels.eml")
    (first,) = _found(f"{_BETWEEN}{_EELS}")
    assert read_record(first).article.article_id == read_record(alone).article.article_id


def test_mailers_write_the_line_between_in_their_own_ways():
    """With a zone, without an address, with carriage returns."""
    lines = (
        "From - Tue Mar 02 09:30:11 2021\n",
        "From 16600@xxx Tue Mar 02 09:30:11 +0000 2021\n",
        "From MAILER-DAEMON Tue Mar  2 09:30 2021\n",
        "From ivo at sluice.example Tue Mar  2 09:30:11 2021\n",
    )
    box = "\n".join(line + _EELS for line in lines)
    assert _titles(box) == ["Eels"] * 4
    assert _titles(box.replace("\n", "\r\n")) == ["Eels"] * 4


def test_a_sentence_that_begins_with_from_parts_nothing():
    """Nor does a line that the mailbox marked, which loses the mark and nothing else."""
    words = (
        "He left.\n\nFrom Tuesday on nobody fished.\n\n>From now on I will, said Ivo Marl.\n>Why?"
    )
    (record,) = _found(_BETWEEN + _mail("Eels", words))
    text = read_record(record).article.text
    assert text.strip() == words.replace(">From", "From")


def test_a_text_that_begins_with_from_is_no_mailbox():
    """Without a day, or without the header of a mail behind it."""
    for text in ("From us to you\n\nThe eels are back.", f"{_BETWEEN}\nThe eels are back."):
        (record,) = _found(text, "note.txt")
        assert record.kind == "text"


def test_a_mail_beyond_the_limit_is_told_and_the_others_are_read():
    """Its number stays its own."""
    box = f"{_BETWEEN}{_EELS}\n{_BETWEEN}{_mail('Long', 'eel ' * 500)}\n{_BETWEEN}{_GATE}"
    first, long, last = _found(box, limits=Limits(record_bytes=1000))
    assert isinstance(long, Reject)
    assert (long.reason, long.record) == ("too_large", 1)
    assert (first.record, last.record) == (0, 2)


def test_no_more_than_one_mail_is_held():
    """A mailbox without end costs the memory of one mail."""
    box = f"{_BETWEEN}{_mail('Eels', 'eel ' * 2000)}\n".encode() * 2000
    packed = gzip.compress(box, 1)
    tracemalloc.start()
    count = sum(1 for _ in records_of_bytes(packed, "letters.mbox.gz", Limits()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 2000
    assert peak < len(box) / 4


def test_a_line_without_end_is_read_in_pieces():
    """It is one mail, cut at the limit."""
    (found,) = _found(_BETWEEN + "Subject: x\n" + "y" * 300_000, limits=Limits(record_bytes=1000))
    assert (found.reason, found.record) == ("too_large", 0)


def test_of_a_packed_mailbox_that_breaks_off_the_whole_mails_are_read():
    """The last one is lost, and that is told."""
    file = io.BytesIO()
    with gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as packed:
        packed.write(f"{_BETWEEN}{_EELS}\n{_BETWEEN}{_GATE}\n".encode())
        packed.flush()
        packed.write(f"{_BETWEEN}{_EELS}".encode() * 20)
    *whole, fault = _found(file.getvalue()[:-12], "letters.mbox.gz")
    assert [read_record(record).article.title for record in whole[:2]] == ["Eels", "The gate"]
    assert isinstance(fault, Reject)
    assert fault.reason == "truncated"


def test_no_more_mails_are_read_than_an_input_may_have():
    """The limit holds as for other archives."""
    assert len(_found(f"{_BETWEEN}{_EELS}\n" * 9, limits=Limits(members=4))) == 4


def test_lines_between_that_say_no_day_or_say_it_otherwise():
    """What stands behind them is the header of a mail, which a sentence "From …" does not have."""
    lines = (
        "From press@sluice.example\n",
        "From - \n",
        "From press@sluice.example 2021-03-02T09:30:11\n",
        "From press@sluice.example Tue, 02 Mar 2021 09:30:11 +0000\n",
        "From Ivo Marl of the Sluice Tue Mar  2 09:30:11 2021\n",
        "From press@sluice.example Tue Mar  2 09:30:11 2021 remote from sluice\n",
    )
    words = "He left.\n\nFrom Tuesday on nobody fished.\nWhy: the eels."
    for line in lines:
        box = f"{line}{_mail('Eels', words)}\n{line}Message-ID: <1@sluice.example>\n{_GATE}"
        for mark in ("", "\n", "\ufeff"):
            first, second = _found(mark + box)
            assert first.kind == second.kind == "mail", line
            assert read_record(first).article.text.strip() == words
            assert read_record(second).article.title == "The gate"


def test_a_mail_that_was_pasted_is_no_mailbox():
    """A text by its name, of which nothing tells that it was sent."""
    (record,) = _found(f"From the editor\n{_EELS}", "note.txt")
    assert record.kind == "text"
