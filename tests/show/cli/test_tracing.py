"""The way of a statement in lines of text."""

import re
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner

from reportedly.model import Article, Edit, Statement, Variant
from reportedly.show.cli import main
from reportedly.show.cli.tracing import trace_lines
from reportedly.store.looking_up import Version


def _version(number: int, origin: int | None) -> Version:
    """Report `number`, which comes from report `origin`."""
    day = f"2018-05-0{number + 1}"
    article = Article(
        article_id=f"a{number}",
        path="x",
        text="The ferry stays.",
        sha256="",
        outlet=f"Outlet {number}",
        published=day,
        published_from="metadata",
    )
    statement = Statement(
        statement_id=f"s{number}",
        article_id=article.article_id,
        content=((0, 16),),
        content_text="The ferry stays.",
        mode="direct",
        confidence=0.9,
        reason="",
    )
    variant = Variant(
        utterance_id="u",
        statement_id=statement.statement_id,
        from_statement_id=None if origin is None else f"s{origin}",
        change="identical",
    )
    return Version(statement, variant, article, [])


# The first was copied by the second and the fifth, the second by the third and the fourth.
REPORTS = [_version(0, None), _version(1, 0), _version(2, 1), _version(3, 1), _version(4, 0)]


def _places(lines: list[str]) -> list[str]:
    """Without the lines that tell from which report another comes."""
    return [line for line in lines if not line.strip().startswith("word for word, from ")]


def test_both_directions_are_told_apart() -> None:
    """Origins stand before, successors after, those of neither at the end."""
    lines = _places(trace_lines(REPORTS, asked="s1"))
    places = [line.strip("→ ") for line in lines if line.startswith("Where") or "Outlet" in line]
    assert [place[-3:-1] if place[0] == "O" else place for place in places] == [
        "Where it came from, earliest first",
        "s0",
        "s1",
        "Where it went",
        "s2",
        "s3",
        "s4",
    ]
    assert lines.index("Other reports of the same") < len(lines) - 1


def test_the_first_report_has_no_origin() -> None:
    """Steps are told by indentation: s2 lies two steps from s0."""
    lines = _places(trace_lines(REPORTS, asked="s0"))
    assert lines[0] == "This statement"
    (grandchild,) = (line for line in lines if "(s2)" in line)
    (child,) = (line for line in lines if "(s1)" in line)
    assert len(grandchild) - len(grandchild.lstrip()) > len(child) - len(child.lstrip())


def test_a_circle_of_origins_ends() -> None:
    """Two reports that each come from the other are told once each."""
    circle = [_version(0, 1), _version(1, 0)]
    lines = _places(trace_lines(circle, asked="s0"))
    assert sum("(s0)" in line for line in lines) == 1


def test_a_fuller_version_is_not_called_shortened() -> None:
    """What only has more words than the one before says so."""
    variant = REPORTS[1].variant
    assert variant is not None
    fuller = replace(variant, change="trimmed", edits=(Edit("add", "", "and sails"),))
    lines = trace_lines([REPORTS[0], replace(REPORTS[1], variant=fuller)], asked="s0")
    assert any(line.strip().startswith("with more of it, from ") for line in lines)


def test_near_copies_tell_the_passage_that_they_share() -> None:
    """A statement within words that an earlier copy has too is said to stand there."""
    text = (
        "The ferry stays. " + "Its hull was tarred in April, and the crew has tickets to sell. " * 3
    )
    article = replace(REPORTS[0].article, text=text, copy_group="k")
    first = replace(REPORTS[0], article=article)
    copy = replace(
        REPORTS[1], article=replace(article, article_id="a1", text="By our own staff. " + text)
    )
    statement = replace(copy.statement, content=((18, 34),))
    copy = replace(copy, statement=statement)
    told = [line for line in trace_lines([first, copy], asked="s0") if "near copies" in line]
    assert [line.split() for line in told] == ["near copies: s0 has the whole passage too".split()]
    apart = replace(copy, article=replace(copy.article, copy_group=None))
    assert not any("near copies" in line for line in trace_lines([first, apart], asked="s0"))


def test_a_statement_is_named_by_its_words(sample_chronicle: Path) -> None:
    """Words of one thing said lead to its way; of several, to their identifiers; of none, on."""
    trace = ["trace", str(sample_chronicle)]
    one = CliRunner().invoke(main, [*trace, "You kept the keys and I kept the tide"])
    assert one.exit_code == 0 and "This statement" in one.output
    assert CliRunner().invoke(main, [*trace, "no such words here"]).exit_code == 1
    several = CliRunner().invoke(main, [*trace, "hall"])
    assert several.exit_code == 1 and "different statements" in several.output
    listed = re.findall(r"\((s[0-9a-f]{16})\)", several.output)
    assert 1 < len(listed) <= 10
    assert CliRunner().invoke(main, [*trace, listed[0]]).exit_code == 0
