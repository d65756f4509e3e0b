"""Attribution of whole texts: who, by which words, said what — on sentences written for this."""

from collections.abc import Callable

import pytest

from reportedly.model import Attribution, Region

Attributed = Callable[[str], list[tuple[str, str, str]]]
Attribute = Callable[..., tuple[Attribution, ...]]

DIRECT = [
    ("“We will not sell,” said Ada Quill.", "Ada Quill", "“We will not sell,”"),
    ("“We will not sell,” Ada Quill said.", "Ada Quill", "“We will not sell,”"),
    ("Ada Quill said: “We will not sell.”", "Ada Quill", "“We will not sell.”"),
    ('Ada Quill said, "We will not sell."', "Ada Quill", '"We will not sell."'),
    ("''We will not sell,'' said Ada Quill, a baker.", "Ada Quill", "''We will not sell,''"),
    ("They admitted: “We have sold it.”", "They", "“We have sold it.”"),
    ("“Is it sold?” asked Bo Varga.", "Bo Varga", "“Is it sold?”"),
    (
        "“We will not sell,” Quill told reporters on Monday. “The mill is ours.”",
        "Quill",
        "“We will not sell,” … “The mill is ours.”",
    ),
    (
        "“The mill,” said Quill, “is not for sale.”",
        "Quill",
        "“The mill,” … “is not for sale.”",
    ),
    (
        "According to the Harbour Courier, “the mill has been sold twice.”",
        "the Harbour Courier",
        "“the mill has been sold twice.”",
    ),
    ("Quill: “We will not sell.”", "Quill", "“We will not sell.”"),
]


@pytest.mark.parametrize(("text", "source", "content"), DIRECT)
def test_direct(attributed: Attributed, text: str, source: str, content: str) -> None:
    found = [(s, c) for s, _, c in attributed(text)]
    assert any(s.startswith(source) and c == content for s, c in found), found


INDIRECT = [
    ("Ada Quill said that the mill would stay open.", "Ada Quill", "would stay open"),
    ("The mayor denied that he had taken money.", "The mayor", "he had taken money"),
    ("The mill would close in May, officials said.", "officials", "The mill would close"),
    ("According to the report, the mill lost two million.", "the report", "lost two million"),
    ("The mill lost two million, according to a former manager.", "a former manager", "lost"),
    ("Quill promised to keep the mill open until spring.", "Quill", "to keep the mill open"),
    ("Varga called for a new vote on the mill.", "Varga", "a new vote on the mill"),
    ("She told the Courier that the mill had been sold.", "She", "the mill had been sold"),
]


@pytest.mark.parametrize(("text", "source", "content"), INDIRECT)
def test_indirect(attributed: Attributed, text: str, source: str, content: str) -> None:
    found = [(s, c) for s, _, c in attributed(text)]
    assert any(s == source and content in c for s, c in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The mill closed in May.",
        "She wore a dress from 1990 and left early.",
        "The film “Northern Rain” opened on Friday.",
        "Bo “The Hammer” Varga won in the third round.",
        "",
        "12 34 56",
        "🙂🙂🙂",
    ],
)
def test_nothing_is_found_where_nobody_speaks(attributed: Attributed, text: str) -> None:
    assert attributed(text) == []


def test_another_language_gives_nothing(attribute: Attribute) -> None:
    """The rules are English: for a German article they abstain."""
    assert attribute("„Wir gehen“, said Ada Quill.", lang="de") == ()


def test_another_language_is_noticed_without_being_told(attributed: Attributed) -> None:
    text = (
        "Die Bürgermeisterin sagte am Mittwoch, dass die Mühle verkauft worden sei und der Rat am "
        "Freitag darüber beraten werde. „Wir wussten das nicht“, sagte Bo Varga, was in der Stadt "
        "für Unruhe sorgte."
    )
    assert attributed(text) == []


def test_answers_of_an_interview(attributed: Attributed) -> None:
    """Questions on lines of their own, answers below, the name above."""
    text = (
        "Ada Quill on the mill. Quill sat down with us.\n\nWhy did you keep the mill?\n\nIt is "
        "mine.\n\nWho wanted to buy it?\n\nNobody I know.\n\nWill you ever sell it?\n\nNo."
    )
    found = [(s, c) for s, _, c in attributed(text)]
    assert ("Ada Quill", "It is mine.") in found
    assert ("Ada Quill", "No.") in found


def test_a_caption_that_reads_is_the_source_with_all_that_tells_which(
    attributed: Attributed,
) -> None:
    """What was taken for a second content and for the source is the source, whole."""
    text = "“Home at last”, reads a caption under the photo of the twins."
    assert "“Home at last”" in [content for _, _, content in attributed(text)]


def test_caption_with_a_quotation(attributed: Attributed) -> None:
    text = "Ada Quill at the mill on Saturday: “It is mine and it stays mine.”"
    assert [(s, c) for s, _, c in attributed(text)] == [
        ("Ada Quill", "“It is mine and it stays mine.”")
    ]


def test_a_second_sentence_with_its_own_cue_is_a_second_statement(attributed: Attributed) -> None:
    text = "“No,” said Ada Quill on 3 June 2018. “It will not happen,” she told reporters."
    assert attributed(text) == [
        ("Ada Quill", "said", "“No,”"),
        ("she", "told", "“It will not happen,”"),
    ]


def test_a_plain_verb_of_saying_inside_another_statement(attribute: Attribute) -> None:
    text = "Ada Quill said that Bo Varga had promised in May that the mill would never be sold."
    outer, inner = attribute(text)
    assert text[slice(*inner.content[0])] == "that the mill would never be sold"
    assert (outer.parent, inner.parent) == (None, 0)


def test_paragraphs_of_one_quotation_are_one_row(attributed: Attributed) -> None:
    """An opening mark on every paragraph and a closing one on the last."""
    text = "Quill said: “We will not sell.\n\n“We will never sell.”\n\nThe mill is old."
    assert [c for _, _, c in attributed(text)] == ["“We will not sell. … “We will never sell.”"]


def test_statement_inside_a_statement_has_its_parent(attribute: Attribute) -> None:
    text = "“My sister told me that the mill was sold in secret,” said Ada Quill."
    rows = attribute(text)
    inner = [r for r in rows if r.parent is not None]
    assert len(rows) == 2
    assert len(inner) == 1
    parent = rows[inner[0].parent or 0]
    assert parent.content[0][0] <= inner[0].content[0][0] < parent.content[0][1]
    assert text[slice(*inner[0].source[0])] == "My sister"


def test_boilerplate_is_left_alone(attribute: Attribute) -> None:
    text = "Quill said that it rains.\nVarga said that cookies are good."
    region = Region(article_id="a1", span=(26, len(text)), kind="boilerplate")
    assert [text[slice(*r.source[0])] for r in attribute(text, region)] == ["Quill"]


def test_signed_post(attributed: Attributed) -> None:
    text = "The post went round the town:\n\nNever selling. Never. — Ada Quill (@adaquill) May 3"
    found = [(s, c) for s, _, c in attributed(text)]
    assert ("Ada Quill … @adaquill", "Never selling. Never.") in found


def test_rows_are_in_order_and_say_why(attribute: Attribute) -> None:
    """In words that a reader knows: which word tells that somebody speaks, and who it names."""
    text = "Ada Quill said that it rains. Bo Varga said that it snows."
    rows = attribute(text)
    assert [r.content for r in rows] == sorted(r.content for r in rows)
    assert all("“said”" in r.reason and 0 < r.confidence < 1 for r in rows)


@pytest.mark.parametrize("mark", ["“", '"', "''"])
def test_a_lost_closing_mark_costs_one_line_only(attributed: Attributed, mark: str) -> None:
    text = f"{mark}We go now, said Ada Quill.\n\nBo Varga said that it rains."
    assert any(s == "Bo Varga" for s, _, _ in attributed(text))


@pytest.mark.parametrize(
    "text",
    ['"' * 5_000, "“" * 3_000, "'the " * 300, "x" * 100_000, "\x00\x01 " * 500, "“the\n" * 500],
)
def test_odd_texts_give_rows_within_the_text(attribute: Attribute, text: str) -> None:
    """And hide none of what stands behind them."""
    text += "\n\nBo Varga said that it rains."
    rows = attribute(text)
    assert "Bo Varga" in {text[slice(*span)] for row in rows for span in row.source}
    for row in rows:
        for start, end in (*row.content, *row.cue, *row.source):
            assert 0 <= start < end <= len(text)


def test_reasons_are_words_that_a_reader_knows(attribute: Attribute) -> None:
    """Words of the article stand in quotation marks that close, and nothing else is marked."""
    text = (
        "“It rains,” Ada Quill said. Bo Varga denied that it snows. According to Cy Marl, it "
        "hails. It is said that Di Poe fell."
    )
    reasons = [row.reason for row in attribute(text)]
    assert len(reasons) >= 4
    for reason in reasons:
        assert reason.count("“") == reason.count("”") > 0 and "'" not in reason
    assert any("“Varga” is the subject of “denied”" in reason for reason in reasons)
    assert any("“said” gives these words to “Ada Quill”" in reason for reason in reasons)
