"""Compiles a dossier out of a chronicle: every piece with the number of the article it is from."""

from collections.abc import Iterable, Sequence

import reportedly
from reportedly.chronicle import Chronicle
from reportedly.model import Article, Entity, Event, Finding, Statement
from reportedly.show.dossier.contents import (
    Dossier,
    FactValue,
    Found,
    GivenFact,
    Happened,
    Said,
    Section,
    Side,
    Source,
    Travelled,
    Version,
)
from reportedly.show.dossier.marking import SNIPPET_CHARS, marked
from reportedly.show.export.material import Material, Subject, day, gather, reports
from reportedly.show.web import urls, wording
from reportedly.show.web.differences import Piece, differences
from reportedly.store import looking_up, runs
from reportedly.store.decided import Decided
from reportedly.store.decision_log import read_log
from reportedly.store.pages_findings import excerpt


class Compiler:
    """Gathers the parts of one dossier and numbers the articles that they rest on."""

    def __init__(self, chronicle: Chronicle, subject: Subject, *, full_text: bool) -> None:
        self.chronicle = chronicle
        self.subject = subject
        self.full_text = full_text
        self.material: Material = gather(chronicle, subject)
        self.articles = looking_up.articles(chronicle.connection)
        self.findings = self._findings()
        self.versions = self._versions()
        self.sources = self._numbered()

    def dossier(self) -> Dossier:
        """The whole of it."""
        entity = self.chronicle.row(Entity, self.subject.identifier)
        built = runs.latest(self.chronicle.connection)
        days = sorted(d[:10] for s in self.sources.values() if (d := day(s.article)))
        return Dossier(
            subject=self.subject,
            aliases=tuple(wording.other_names(entity.name, entity.aliases)) if entity else (),
            reason=entity.reason if entity else None,
            program=f"reportedly {reportedly.__version__}",
            built=built[1] or built[0] if built else None,
            chronicle=self.chronicle.path.name,
            first=days[0] if days else None,
            last=days[-1] if days else None,
            findings=[self._found(finding) for finding in self.findings],
            facts=self._facts(),
            events=[self._happened(event) for event in self.material.events],
            travelled=self._travelled(),
            sections=self._sections(),
            sources=sorted(self.sources.values(), key=lambda source: source.number),
            full_text=self.full_text,
        )

    def _findings(self) -> list[Finding]:
        connection = self.chronicle.connection
        gone = set(Decided(connection, read_log(self.chronicle.path)).dismissed())
        found = [f for f in looking_up.findings(connection) if f.finding_id not in gone]
        if self.subject.kind != "story":
            return [f for f in found if self.subject.identifier in f.about]
        inside = {
            name for name, a in self.articles.items() if a.story_id == self.subject.identifier
        }
        return [f for f in found if any(e.article_id in inside for e in f.evidence)]

    def _versions(self) -> dict[str, list[looking_up.Version]]:
        """Utterance → its reports, for those by the person, or in the story, that travelled."""
        found: dict[str, list[looking_up.Version]] = {}
        for statement in self.material.statements:
            name = statement.utterance_id or ""
            utterance = self.material.utterances.get(name)
            own = self.subject.kind == "story" or statement.speaker_id == self.subject.identifier
            if own and utterance and utterance.n_statements > 1 and name not in found:
                connection = self.chronicle.connection
                found[name] = looking_up.versions(connection, statement.statement_id)
        return found

    def _numbered(self) -> dict[str, Source]:
        used = {s.article_id for s in self.material.statements} | set(self.material.articles)
        used |= {e.article_id for f in self.findings for e in f.evidence}
        used |= {v.article.article_id for found in self.versions.values() for v in found}
        if self.subject.kind == "story":
            story = self.subject.identifier
            used |= {name for name, a in self.articles.items() if a.story_id == story}
        else:
            used |= {fact.article_id for fact in self._person().facts}
        ordered = sorted((self.articles[name] for name in used), key=_by_day)
        return {
            article.article_id: Source(
                number,
                article,
                urls.outside(article.url),
                f"articles/{number}.html" if self.full_text else None,
            )
            for number, article in enumerate(ordered, 1)
        }

    def _person(self) -> looking_up.Person:
        return looking_up.person(self.chronicle.connection, self.subject.identifier)

    def _said(self, statements: Iterable[Statement]) -> list[Said]:
        ordered = sorted(
            statements,
            key=lambda s: (self.sources[s.article_id].number, s.content[0], s.statement_id),
        )
        return [
            Said(
                s,
                marked(
                    self.articles[s.article_id].text,
                    s,
                    limit=None if self.full_text else SNIPPET_CHARS,
                ),
                self.material.chain[s.statement_id],
                self.sources[s.article_id],
            )
            for s in ordered
        ]

    def _sections(self) -> list[Section]:
        if self.subject.kind == "story":
            found = [("said", "What was said", self.material.statements)]
        else:
            person = self._person()
            unnamed = [s for s in person.about if s.source_kind == "anonymous"]
            named = [s for s in person.about if s.source_kind != "anonymous"]
            found = [
                ("by", "What they said", person.statements),
                ("to", "What they were told", person.heard),
                ("about", "What others say about them", named),
                ("unnamed", "What unnamed sources say about them", unnamed),
            ]
        return [Section(a, title, self._said(said)) for a, title, said in found if said]

    def _facts(self) -> list[FactValue]:
        """Values by attribute, each with all articles that give it."""
        if self.subject.kind == "story":
            return []
        conflicting = {
            (e.article_id, e.span)
            for f in self.findings
            if f.kind == "conflict"
            for e in f.evidence
        }
        facts = self._person().facts
        given = [
            GivenFact(f, self.sources[f.article_id], self._says(f.statement_id)) for f in facts
        ]
        given.sort(key=lambda g: (g.fact.attribute, g.source.number, g.fact.fact_id))
        grouped: dict[tuple[str, str], list[GivenFact]] = {}
        for each in given:
            key = (each.fact.attribute, each.fact.value.casefold())
            grouped.setdefault(key, []).append(each)
        return [
            FactValue(
                attribute,
                listed[0].fact.value,
                any((g.fact.article_id, g.fact.span) in conflicting for g in listed),
                listed,
            )
            for (attribute, _), listed in grouped.items()
        ]

    def _says(self, statement_id: str | None) -> str | None:
        """Whose words an article passes on, and by way of whom; None for the article's own."""
        if statement_id is None:
            return None
        return wording.says(looking_up.chain(self.chronicle.connection, statement_id))

    def _found(self, finding: Finding) -> Found:
        return Found(
            finding,
            [
                Side(
                    excerpt(self.articles[e.article_id].text, e.span),
                    self.sources[e.article_id],
                    self._says(e.statement_id),
                )
                for e in finding.evidence
            ],
        )

    def _happened(self, event: Event) -> Happened:
        told = reports(self.material, event)
        return Happened(event, [(self.sources[a.article_id], says) for a, says in told])

    def _travelled(self) -> list[Travelled]:
        found = [
            Travelled(self.material.utterances[name], self._compared(versions))
            for name, versions in self.versions.items()
        ]
        return sorted(found, key=lambda t: (-t.utterance.n_outlets, t.utterance.utterance_id))

    def _compared(self, versions: Sequence[looking_up.Version]) -> list[Version]:
        words = {v.statement.statement_id: v.statement.content_text for v in versions}
        found = []
        for v in versions:
            earlier = words.get(v.variant.from_statement_id or "") if v.variant else None
            later = v.statement.content_text
            pieces = differences(earlier, later) if earlier else [Piece("same", later)]
            source = self.sources[v.article.article_id]
            found.append(Version(v.statement, v.variant, tuple(v.chain), pieces, source))
        return found


def _by_day(article: Article) -> tuple[str, str]:
    last = day(article) or article.published_latest or "9999"
    return last, article.article_id
