"""What a dossier holds, typed: statements by section, versions, facts, findings, sources."""

from dataclasses import dataclass

from reportedly.model import Article, ChainHop, Event, Fact, Finding, Statement, Utterance, Variant
from reportedly.show.dossier.marking import Piece
from reportedly.show.export.material import Subject
from reportedly.show.web.differences import Piece as Difference
from reportedly.store.pages_findings import Excerpt


@dataclass(frozen=True, slots=True)
class Source:
    """An article with its number in the list of sources."""

    number: int
    article: Article
    url: str | None
    page: str | None
    """the file with its whole text, where the dossier has it"""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, its words in their sentence, its way to the reader and its source."""

    statement: Statement
    pieces: list[Piece]
    chain: tuple[ChainHop, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under one heading."""

    anchor: str
    title: str
    said: list[Said]


@dataclass(frozen=True, slots=True)
class Version:
    """One report of an utterance against the one that it comes from."""

    statement: Statement
    variant: Variant | None
    chain: tuple[ChainHop, ...]
    words: list[Difference]
    source: Source


@dataclass(frozen=True, slots=True)
class Travelled:
    """One thing said, and all its reports."""

    utterance: Utterance
    versions: list[Version]


@dataclass(frozen=True, slots=True)
class GivenFact:
    """One article's word for a value, and who says so if not the article itself."""

    fact: Fact
    source: Source
    says: str | None


@dataclass(frozen=True, slots=True)
class FactValue:
    """A value of an attribute, and the articles that give it."""

    attribute: str
    value: str
    conflicts: bool
    given: list[GivenFact]


@dataclass(frozen=True, slots=True)
class Side:
    """One piece of evidence of a finding, and who says so if not the article itself."""

    excerpt: Excerpt
    source: Source
    says: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and its evidence."""

    finding: Finding
    sides: list[Side]


@dataclass(frozen=True, slots=True)
class Happened:
    """An event and who reports it, each with who says so if not the article itself."""

    event: Event
    reports: list[tuple[Source, str]]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it, in the order in which it is shown."""

    subject: Subject
    aliases: tuple[str, ...]
    reason: str | None
    program: str
    built: str | None
    chronicle: str
    first: str | None
    last: str | None
    findings: list[Found]
    facts: list[FactValue]
    events: list[Happened]
    travelled: list[Travelled]
    sections: list[Section]
    sources: list[Source]
    full_text: bool
