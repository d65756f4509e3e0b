"""`verify` passes on what was built, and fails on one wrong character or a lost row."""

import sqlite3
from pathlib import Path

import pytest

from reportedly.verify import verify


def test_the_built_sample_holds(sample_chronicle: Path) -> None:
    """Every span, copy of words and reference."""
    assert [str(fault) for fault in verify(sample_chronicle)] == []


#: What somebody or something may do to a chronicle, and a word of what `verify` must say.
DAMAGE = {
    "a character of a text": (
        "update articles set text = 'x' || substr(text, 2) where rowid = 1",
        "not the text that was read",
    ),
    "a statement's words": (
        "update statements set content_text = content_text || '.' where rowid = 1",
        "not the words of its spans",
    ),
    "a span beyond the end": (
        "update statements set content = '[[0,99999999]]' where rowid = 1",
        "does not lie in a text",
    ),
    "an empty span": ("update mentions set span = '[3,3]' where rowid = 1", "does not lie in"),
    "a mention's words": ("update mentions set text = 'nobody' where rowid = 1", "words under"),
    "a chain": ("delete from chain where rowid = 1", "hops are not"),
    "an article": ("delete from articles where rowid = 1", "not here"),
    "an entity": (
        "delete from entities where entity_id = (select speaker_id from statements "
        "where speaker_id is not null limit 1)",
        "leads nowhere",
    ),
    "evidence": (
        "update findings set evidence = json_array(json_extract(evidence, '$[0]')) where rowid = 1",
        "fewer than two pieces",
    ),
    "an anonymous source": (
        "update statements set speaker = 'Ada Quill' where source_kind = 'anonymous'",
        "gives an anonymous source a name",
    ),
    "a captured page": (
        "update captures set payload = x'00' where rowid = 1",
        "cannot be unpacked",
    ),
    "another page in its place": (
        "update captures set payload = (select payload from captures order by rowid desc "
        "limit 1) where rowid = 1",
        "the page",
    ),
    "the search index": ("delete from statement_words where rowid = 1", "search index"),
}


@pytest.mark.parametrize("done", DAMAGE, ids=DAMAGE)
def test_damage_is_found(done: str, own_chronicle: Path) -> None:
    """Each kind of damage is named."""
    statement, problem = DAMAGE[done]
    with sqlite3.connect(own_chronicle) as connection:
        assert connection.execute(statement).rowcount > 0
    connection.close()
    assert any(problem in str(fault) for fault in verify(own_chronicle))
