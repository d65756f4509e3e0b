"""A small chronicle of invented people for the pages: a quarrel over a ferry, and hostile words."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly import schema
from reportedly.model import (
    CHRONICLE,
    Article,
    ChainHop,
    Claim,
    Edit,
    Entity,
    Event,
    Evidence,
    Fact,
    Finding,
    Input,
    Mention,
    Region,
    Reject,
    Row,
    Span,
    Statement,
    Story,
    Timex,
    Utterance,
    Variant,
)
from reportedly.reading.article import read_record
from reportedly.reading.captures import Capture, opened, pack
from reportedly.reading.page_flow import Run
from reportedly.reading.records import Record
from reportedly.show.web.app import make_app
from reportedly.store import captures, keeping, runs
from reportedly.store import connection as store
from reportedly.store.replacing import replace_tables

BASE_URL = "http://127.0.0.1:8710"

BEACON = (
    "Ferry will sail, says Odell\n\n"
    "Maud Odell, 41, said on Monday that the mayor had told her “the ferry will not be sold”. "
    "“I believe him,” she said.\n\n"
    "Sign up for our newsletter"
)
TRUMPET = (
    "“THE FERRY WILL BE SOLD”\n\n"
    "“The ferry will be sold,” the mayor told a friend of Maud Odell, 43."
)
HOSTILE = (
    '<script>alert("x")</script> <img src=x onerror=alert(1)>\n\n'
    '\u202egnp.exe\u202c said <svg onload="alert(2)">{{ 7 * 7 }}</svg> javascript:alert(3) '
    + "w" * 700
    + " \x00\x07 end"
)


def span_of(text: str, words: str) -> Span:
    """The span of the first place of `words`."""
    start = text.index(words)
    return start, start + len(words)


def _articles() -> list[Row]:
    common = {"sha256": "0" * 64, "lang": "en"}
    return [
        Article(
            article_id="a1",
            path="pile/beacon.html",
            url="https://beacon.example/ferry",
            outlet="Hallow Beacon",
            byline="Tess Quill",
            title="Ferry will sail, says Odell",
            text=BEACON,
            published="2016-03-07",
            published_from="metadata",
            published_earliest="2016-03-07",
            published_latest="2016-03-07",
            story_id="y1",
            **common,
        ),
        Article(
            article_id="a2",
            path="pile/trumpet.txt",
            url="javascript:alert(1)",
            outlet="Morning Trumpet",
            title="“THE FERRY WILL BE SOLD”",
            text=TRUMPET,
            published_from="inferred",
            published_earliest="2016-03-08",
            published_latest="2016-04-30",
            published_reason="after what it quotes",
            story_id="y1",
            **common,
        ),
        Article(
            article_id="a3",
            path='pile/<b>"hostile"</b>.html',
            outlet="<i>Evil</i> & Sons",
            title='</title><script>alert("t")</script>',
            text=HOSTILE,
            **common,
        ),
    ]


def _statements() -> list[Row]:
    outer = span_of(BEACON, "that the mayor had told her “the ferry will not be sold”")
    inner = span_of(BEACON, "“the ferry will not be sold”")
    rest = {"article_id": "a1", "confidence": 0.93, "reason": "'said' and its subject"}
    return [
        Statement(
            statement_id="s1",
            content=(outer,),
            cue=(span_of(BEACON, "said"),),
            source=(span_of(BEACON, "Maud Odell, 41"),),
            content_text=BEACON[slice(*outer)],
            source_text="Maud Odell, 41",
            mode="mixed",
            speaker_id="e1",
            speaker="Maud Odell",
            source_kind="person",
            said_earliest="2016-03-07",
            said_latest="2016-03-07",
            **rest,
        ),
        Statement(
            statement_id="s2",
            content=(inner,),
            cue=(span_of(BEACON, "had told"),),
            source=(span_of(BEACON, "the mayor"),),
            content_text=BEACON[slice(*inner)],
            source_text="the mayor",
            mode="direct",
            speaker_id="e2",
            speaker="Rufus Bane",
            source_kind="person",
            addressee_id="e1",
            addressee="Maud Odell",
            parent_id="s1",
            utterance_id="u1",
            claim_id="c1",
            **rest,
        ),
        Statement(
            statement_id="s3",
            article_id="a2",
            content=(span_of(TRUMPET, "“The ferry will be sold,”"),),
            cue=(span_of(TRUMPET, "told"),),
            source=(span_of(TRUMPET, "the mayor"),),
            content_text="“The ferry will be sold,”",
            source_text="the mayor",
            mode="direct",
            speaker_id="e2",
            speaker="Rufus Bane",
            source_kind="person",
            channel="conversation",
            addressee="a friend of Maud Odell",
            utterance_id="u1",
            confidence=0.6,
            reason="quotation marks beside “told”",
        ),
        Statement(
            statement_id="s4",
            article_id="a3",
            content=(span_of(HOSTILE, '<svg onload="alert(2)">{{ 7 * 7 }}</svg>'),),
            cue=(span_of(HOSTILE, "said"),),
            source=(span_of(HOSTILE, "\u202egnp.exe\u202c"),),
            content_text='<svg onload="alert(2)">{{ 7 * 7 }}</svg>',
            source_text="\u202egnp.exe\u202c",
            mode="indirect",
            source_kind="anonymous",
            confidence=0.4,
            reason="a <b>reason</b>",
        ),
    ]


def _chain() -> list[Row]:
    return [
        ChainHop(statement_id="s1", hop=0, kind="outlet", name="Hallow Beacon"),
        ChainHop(statement_id="s1", hop=1, kind="person", name="Maud Odell", entity_id="e1"),
        ChainHop(statement_id="s2", hop=0, kind="outlet", name="Hallow Beacon"),
        ChainHop(statement_id="s2", hop=1, kind="person", name="Maud Odell", entity_id="e1"),
        ChainHop(statement_id="s2", hop=2, kind="person", name="Rufus Bane", entity_id="e2"),
        ChainHop(statement_id="s3", hop=0, kind="outlet", name="Morning Trumpet"),
        ChainHop(
            statement_id="s3",
            hop=1,
            kind="anonymous",
            name="a friend of Maud Odell",
            span=span_of(TRUMPET, "a friend of Maud Odell"),
        ),
        ChainHop(statement_id="s3", hop=2, kind="person", name="Rufus Bane", entity_id="e2"),
        ChainHop(statement_id="s4", hop=0, kind="outlet", name="<i>Evil</i> & Sons"),
    ]


def _people() -> list[Row]:
    places = (("a1", BEACON, "Maud Odell"), ("a2", TRUMPET, "Maud Odell"))
    mentions = [
        Mention(
            article_id=article_id,
            span=span_of(text, words),
            text=words,
            form="name",
            entity_id="e1",
            confidence=0.9,
            cluster=0,
        )
        for article_id, text, words in places
    ]
    her = span_of(BEACON, "her ")
    pronoun = Mention(
        article_id="a1",
        span=(her[0], her[1] - 1),
        text="her",
        form="pronoun",
        entity_id="e1",
        confidence=0.8,
        cluster=0,
    )
    return [
        *mentions,
        pronoun,
        Entity(entity_id="e1", name="Maud Odell", kind="person", aliases=("Odell",), n_articles=2),
        Entity(entity_id="e2", name="Rufus Bane", kind="person", n_articles=2),
    ]


def _facts() -> list[Row]:
    return [
        Fact(
            fact_id=f"f{article_id}",
            subject_id="e1",
            subject="Maud Odell",
            attribute="age",
            value=value,
            as_of_earliest=day,
            as_of_latest=day,
            article_id=article_id,
            span=span_of(text, words),
            confidence=0.9,
        )
        for article_id, text, words, value, day in (
            ("a1", BEACON, "Maud Odell, 41", "41", "2016-03-07"),
            ("a2", TRUMPET, "Maud Odell, 43", "43", None),
        )
    ]


def _findings() -> list[Row]:
    return [
        Finding(
            finding_id="g1",
            kind="conflict",
            about=("e1",),
            subject="Maud Odell",
            attribute="age",
            explanation="41 in March 2016 and 43 by April 2016 cannot both be right",
            evidence=(
                Evidence("a1", span_of(BEACON, "Maud Odell, 41")),
                Evidence("a2", span_of(TRUMPET, "Maud Odell, 43")),
            ),
            confidence=0.8,
        ),
        Finding(
            finding_id="g2",
            kind="changed_quote",
            about=("e2",),
            subject="Rufus Bane",
            explanation="the negation “not” is missing",
            evidence=(
                Evidence("a1", span_of(BEACON, "“the ferry will not be sold”"), "s2"),
                Evidence("a2", span_of(TRUMPET, "“The ferry will be sold,”"), "s3"),
            ),
            confidence=0.7,
        ),
    ]


def _groups() -> list[Row]:
    return [
        Utterance(
            utterance_id="u1",
            speaker_id="e2",
            speaker="Rufus Bane",
            text="the ferry will not be sold",
            first_article_id="a1",
            first_seen="2016-03-07",
            n_statements=2,
            n_outlets=2,
            n_independent=2,
        ),
        Variant(utterance_id="u1", statement_id="s2", change="identical"),
        Variant(
            utterance_id="u1",
            statement_id="s3",
            from_statement_id="s2",
            change="altered",
            edits=(Edit("drop", "not", ""),),
        ),
        Claim(
            claim_id="c1",
            text="the ferry will not be sold",
            n_statements=2,
            n_outlets=2,
            n_independent=2,
        ),
        Story(
            story_id="y1",
            label="The ferry",
            first="2016-03-07",
            last="2016-03-08",
            n_articles=2,
            n_outlets=2,
        ),
        Event(
            event_id="v1",
            earliest="2016-03-07",
            latest="2016-03-07",
            what="Maud Odell spoke",
            who=("e1",),
            story_id="y1",
            n_articles=1,
            n_independent=1,
            evidence=(Evidence("a1", span_of(BEACON, "said on Monday")),),
        ),
        Region(
            article_id="a1", span=span_of(BEACON, "Sign up for our newsletter"), kind="boilerplate"
        ),
        Timex(
            article_id="a1",
            span=span_of(BEACON, "Monday"),
            text="Monday",
            type="DATE",
            value="2016-03-07",
            earliest="2016-03-07",
            latest="2016-03-07",
        ),
    ]


#: The page that the first article was read from, with all that a page can try.
BEACON_PAGE = (
    "<html><head><base href='https://evil.example/'><meta http-equiv='refresh' content='0;url="
    "https://evil.example'><style>body{background:url(https://evil.example/s)}</style><script>alert(1)"
    "</script></head><body onload='alert(2)' style='display:none'><nav><a "
    "href='javascript:alert(3)'>Home</a></nav><h1 id='s1' class='asked'>"
    "Ferry will sail, says Odell</h1><img src='https://evil.example/i.png' onerror='alert(4)' "
    "alt='The \"old\" ferry'>"
    "<iframe src='https://evil.example'>"
    "</iframe><form action='https://evil.example'><input name='q' autofocus onfocus='alert(5)'>"
    "<p>Maud <b onclick='alert(6)'>Odell</b>, 41, said on <a href='https://evil.example/x'>Monday</a>"
    " that the mayor had told her “the ferry\n   will not be sold”. “I believe him,” she said.</p>"
    "</form><svg><script>alert(7)</script><a xlink:href='javascript:alert(8)'><text>svg</text></a>"
    "</svg><math><mtext><style><img src=x onerror=alert(9)></style></mtext></math><template><p>no"
    "</p></template><x-note onmouseover='alert(10)'>noted</x-note><p>&lt;script&gt;"
    "alert(11)&lt;/script&gt;</p><object data='data:text/html,x'></object>"
    "<link rel=stylesheet href='//evil.example/c'>"
    "<p>Sign up for our newsletter</p></body></html>"
).encode()


def _capture() -> bytes:
    """The page of the first article, mapped as reading maps it."""
    article = read_record(Record("x", None, "html", BEACON_PAGE))
    assert article.capture is not None
    flow = opened(article.capture)[1].text
    runs = []
    for words in re.findall(r"\S+", BEACON):
        place = flow.find(words, runs[-1].flow + 1 if runs else 0)
        if place >= 0:
            runs.append(
                Run(BEACON.index(words, runs[-1].start + 1 if runs else 0), place, len(words))
            )
    return pack(Capture(BEACON_PAGE, "utf-8", tuple(runs)))


@pytest.fixture(scope="session")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The chronicle file."""
    path = tmp_path_factory.mktemp("pages") / "ferry.chronicle"
    parts = (_articles(), _statements(), _chain(), _people(), _facts(), _findings(), _groups())
    rows = list(itertools.chain.from_iterable(parts))
    tables = {
        kind.table: schema.table_of(
            kind, schema.sorted_rows([row for row in rows if type(row) is kind])
        )
        for kind in CHRONICLE
        if kind not in (Input, Reject)
    }
    connection = store.create(path)
    with store.transaction(connection):
        keeping.keep_input(connection, Input(path="pile/beacon.html", article_id="a1"))
        captures.keep(connection, "a1", _capture())
        keeping.keep_reject(
            connection, Reject(path="pile/empty.html", reason="empty", detail="no bytes in it")
        )
        replace_tables(connection, tables)
    runs.end(
        connection, runs.begin(connection, "2016-05-01T10:00:00Z"), "2016-05-01T10:01:00Z", "{}"
    )
    connection.close()
    return path


@pytest.fixture
def pages(ferry: Path) -> Iterator[TestClient]:
    """A client of the pages."""
    with TestClient(make_app(ferry), base_url=BASE_URL) as client:
        yield client
