"""What is told of somebody, and that they, or who speaks for them, say was not so.

In: the tables of all articles.  Out: findings `conflict`: "a source says that Tom Roe threw a
boot", and "“I didn't throw a boot at anyone,” said Roe".  Both are shown; which is so, nothing
says.
"""

import re
from collections.abc import Iterator, Mapping, Set

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes
from reportedly.content_words import MODALS, content_stems, words
from reportedly.model import Article, Finding, Mention, Statement
from reportedly.offsets import hull
from reportedly.reconcile.claims.candidates import OF_OTHERS, what_is_said
from reportedly.reconcile.claims.propositions import MentionIndex
from reportedly.reconcile.findings.frames.verbs import BASES
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.negated_clauses import NegatedClause, base_of, find_negated
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.whole import Whole
from reportedly.reconcile.findings.wording import quoted, sentence, share_a_name, who
from reportedly.reconcile.hashing import hash_of, hashes, mixed
from reportedly.reconcile.pairs.judging import closeness
from reportedly.schema import rows_of
from reportedly.stage import Joins

#: Of one person more statements with one word are the talk of the day.
LARGEST_GROUP = 40
#: A report is answered within so many days.
ANSWERED_DAYS = 30
#: Share of the words of what is denied that the report must have, and nearness in meaning of the
#: two; where it is one word alone, so few days.
SHARE, ALIKE, ONE_WORD_DAYS = 0.5, 0.3, 7
#: … or so many more words of the report in the article of the denial.
BESIDE = 2
PRIOR = 0.6
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|rep|reps|representatives?|lawyers?|solicitors?|agents?|publicists?|managers?|palace"
    r"|office|campaign|family|label|club|wife|husband|mother|father)\b",
    re.IGNORECASE,
)
#: Characters between a verb and whom it is about.
NEAR_CHARS = 80
#: Characters before a verb in which its auxiliaries stand.
VERB_CHARS = 12
_PAST = re.compile(rf"\b(?:[a-z]+ed|{'|'.join(sorted(BASES))})\b")
_TO_COME = re.compile(r"\b(?:to|will|would|if|for)\s+(?:have\s+|be\s+)?$", re.IGNORECASE)
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
#: Characters before a statement in which stands who "she said" is.
BEFORE_CHARS = 200
_NO_REPORT = re.compile(r"\b(?:if|whether|could|may|might|would)\b", re.IGNORECASE)

_DENIED = pa.schema(
    [
        pa.field("article_id", pa.string()),
        pa.field("statement_id", pa.string()),
        pa.field("subject", pa.string()),
        pa.field("keys", pa.list_(pa.uint64())),
    ]
)


def find_denied_deeds(
    whole: Whole, joins: Joins, opposed: Set[frozenset[str]] = frozenset()
) -> Iterator[Finding]:
    """One finding for each statement that somebody did not do what others report of them.

    Args:
        whole: the tables.
        joins: the engine's joins.
        opposed: pairs of statements that are told already.
    """
    tables = {kind.table: whole.table(kind) for kind in (Article, Statement, Mention)}
    own = {name: table.drop_columns(OF_OTHERS.get(name, ())) for name, table in tables.items()}
    denied = joins.by_article(own, denied_in)
    if not denied.num_rows:
        return
    told = what_is_said(tables, joins)
    pairs = _pairs(denied, told, whole, joins)

    def answered(some: pa.Table) -> list[float]:
        names = [some[side].to_pylist() for side in ("left", "right")]
        pile = whole.pile_of_statements(
            whole.having(Statement, "statement_id", names[0] + names[1])
        )
        return [_likeness(a, b, pile) for a, b in zip(*names, strict=True)]

    found = joins.verdicts(pairs, answered)
    columns = (found[name].to_pylist() for name in ("verdict", "left", "right"))
    answers = [row for row in zip(*columns, strict=True) if frozenset(row[1:]) not in opposed]
    yield from _told(sorted(answers, reverse=True), whole)


def denied_in(tables: Mapping[str, pa.Table]) -> pa.Table:
    """What the statements of some articles negate, and of whom."""
    texts = {row.article_id: row.text for row in rows_of(Article, tables[Article.table])}
    mentions = MentionIndex.of_table(tables[Mention.table])
    rows = []
    for statement in rows_of(Statement, tables[Statement.table]):
        clause = _clause(statement, texts[statement.article_id], mentions)
        if clause is not None:
            rows.append(
                {
                    "article_id": statement.article_id,
                    "statement_id": statement.statement_id,
                    "subject": clause.subject,
                    "keys": hashes(clause.stems),
                }
            )
    return pa.Table.from_pylist(rows, schema=_DENIED)


def _clause(statement: Statement, text: str, mentions: MentionIndex) -> NegatedClause | None:
    """What a statement negates of its speaker, or of whom the speaker serves."""
    if statement.polarity in ("asks", "hedges"):
        return None
    clause = find_negated(statement, text, mentions)
    if clause is None:
        return None
    own = clause.subject == statement.speaker_id
    return clause if own or _speaks_for_others(statement, text) else None


def _speaks_for_others(statement: Statement, text: str) -> bool:
    if _SPEAKS_FOR.search(statement.source_text or ""):
        return True
    start = hull(statement.content)[0]
    return _SPEAKS_FOR.search(text, max(0, start - BEFORE_CHARS), start) is not None


def _pairs(denied: pa.Table, told: pa.Table, whole: Whole, joins: Joins) -> pa.Table:
    """Denials and reports of the same person with a word in common, denials on the left."""
    positive = told.filter(pc.invert(told["negative"]))
    reported, report_keys = _keys_of_reports(positive, denied)
    denials, denial_keys = _keys(
        denied["statement_id"].combine_chunks(),
        _hashes_of(denied["subject"]),
        denied["keys"].combine_chunks(),
    )
    table = pa.table(
        {
            "item": pa.chunked_array([denials, reported]),
            "key": np.concatenate([denial_keys, report_keys]).view(np.int64),
        }
    )
    pairs = joins.candidate_pairs(table, largest_group=LARGEST_GROUP)
    negative = denied["statement_id"].combine_chunks()
    is_denial = [pc.is_in(pairs[side], negative) for side in ("left", "right")]
    first = pairs.filter(pc.and_not(is_denial[0], is_denial[1]))
    second = pairs.filter(pc.and_not(is_denial[1], is_denial[0]))
    left = pa.chunked_array([*first["left"].chunks, *second["right"].chunks], pa.string())
    right = pa.chunked_array([*first["right"].chunks, *second["left"].chunks], pa.string())
    states = [whole.states_of_statements(names) for names in (left, right)]
    return pa.table({"left": left, "right": right, "state": mixed(*states)})


def _hashes_of(names: pa.ChunkedArray) -> Hashes:
    values = pc.unique(names)
    each = np.array([hash_of(name) for name in values.to_pylist()], dtype=np.uint64)
    found: Hashes = each[pc.index_in(names, values).to_numpy()]
    return found


def _keys(names: pa.Array, subjects: Hashes, stems: pa.ListArray) -> tuple[pa.Array, Hashes]:
    """A row for each stem of each statement: its name, and a hash of whom it is about and stem."""
    rows = pc.list_parent_indices(stems)
    keys = mixed(subjects[rows.to_numpy()], stems.flatten().to_numpy())
    return names.take(rows), keys


def _keys_of_reports(told: pa.Table, denied: pa.Table) -> tuple[pa.Array, Hashes]:
    """The same of what is told of those who deny something."""
    about = told["about"].combine_chunks()
    subjects = about.flatten()
    wanted = pc.is_in(subjects, pc.unique(denied["subject"]))
    rows = pc.list_parent_indices(about).filter(wanted)
    names = told["statement_id"].combine_chunks().take(rows)
    stems = told["stems"].combine_chunks().take(rows)
    return _keys(names, _hashes_of(pa.chunked_array([subjects.filter(wanted)])), stems)


def _likeness(denial_id: str, report_id: str, pile: Pile) -> float:
    """How near a report is to what is denied; not-a-number where it is not answered."""
    denial, told = pile.statements[denial_id], pile.statements[report_id]
    clause = find_negated(denial, pile.articles[denial.article_id].text, pile.mentions)
    if clause is None or not _is_report(told, denial, clause, pile):
        return np.nan
    days = _days_before(told, denial, pile)
    named = content_stems(pile.name(clause.subject) or "")
    stems, own = clause.stems - named, content_stems(told.content_text) - named
    shared = stems & own
    if days is None or days > (ONE_WORD_DAYS if len(stems) == 1 else ANSWERED_DAYS):
        return np.nan
    objects = {word for word in stems if base_of(word) != clause.verb}
    same = len(shared) >= SHARE * len(stems) and (not objects or objects & shared)
    if not same or not _is_told_of(clause, told, pile):
        return np.nan
    text = pile.articles[denial.article_id].text
    alike = closeness(text[slice(*clause.span)], _sentence_of(told, pile))
    # A denial in a few words stands in an article that tells what it is of.
    beside = own & (content_stems(text) - named) - stems
    return alike if alike >= ALIKE or len(beside) >= BESIDE else np.nan


def _is_told_of(clause: NegatedClause, told: Statement, pile: Pile) -> bool:
    """Is the very thing told as done: the same verb, with whom the denial is about before it, or
    behind it in what was done to them?"""
    text = pile.articles[told.article_id].text
    start, end = hull(told.content)
    done = (m for m in _PAST.finditer(text, start, end) if base_of(m[0].lower()) == clause.verb)
    verb = next(done, None)
    if verb is None or _TO_COME.search(text, max(start, verb.start() - VERB_CHARS), verb.start()):
        return False
    acting = [(s, e) for s, e in pile.mentions.listed(told.article_id) if pile.can_act(e)]
    at = verb.start()
    before = [e for span, e in acting if max(start, at - NEAR_CHARS) <= span[0] < at]
    behind = [e for span, e in acting if at <= span[0] <= at + NEAR_CHARS]
    if clause.passive and not _BE.search(text, max(start, at - VERB_CHARS), at):
        return clause.subject in behind[:2]
    return before[-1:] == [clause.subject]


def _is_report(told: Statement, denial: Statement, clause: NegatedClause, pile: Pile) -> bool:
    """Is this told by another, of whom the denial is about, as a thing that is so?"""
    if told.polarity != "asserts" or told.speaker_id == clause.subject:
        return False
    if (told.speaker_id and told.speaker_id == denial.speaker_id) or share_a_name(told, denial):
        return False
    said = set(words(told.content_text))
    if _NO_REPORT.search(told.content_text) or (said & MODALS):
        return False
    if told.article_id == denial.article_id:
        return hull(told.content)[1] <= hull(denial.content)[0] and not told.parent_id
    return True


def _days_before(told: Statement, denial: Statement, pile: Pile) -> int | None:
    """Days from a report to its denial; None where it is not known to be earlier, or is not."""
    if told.article_id == denial.article_id:
        return 0
    first, then = pile.published(told.article_id), pile.published(denial.article_id)
    if first.latest is None or then.earliest is None or first.earliest is None:
        return None
    if then.latest is not None and then.latest < first.earliest:
        return None
    return max(0, (then.earliest - first.latest).days)


def _sentence_of(told: Statement, pile: Pile) -> str:
    text = pile.articles[told.article_id].text
    start, end = hull(told.content)
    return text[start:end] if told.mode == "direct" else text[slice(*sentence_at(text, start))]


def _told(pairs: list[tuple[float, str, str]], whole: Whole) -> Iterator[Finding]:
    """Each denial once, with the reports that it answers, the nearest first."""
    names = [name for _, *both in pairs for name in both]
    pile = whole.pile_of_statements(whole.having(Statement, "statement_id", names))
    reports: dict[str, list[Statement]] = {}
    for _, denial, report in pairs:
        reports.setdefault(denial, []).append(pile.statements[report])
    told: set[tuple[str | None, str]] = set()
    for name, against in sorted(reports.items()):
        denying = pile.statements[name]
        key = denying.speaker_id, against[0].utterance_id or against[0].statement_id
        if key not in told:
            told.add(key)
            yield _finding(denying, against, pile)


def _finding(denial: Statement, against: list[Statement], pile: Pile) -> Finding:
    told = against[0]
    clause = find_negated(denial, pile.articles[denial.article_id].text, pile.mentions)
    about = [clause.subject] if clause else []
    return make_finding(
        "conflict",
        sentence(
            f"{who(told)} is reported to say {quoted(told.content_text)} "
            f"({pile.place(told.article_id)}); {who(denial)} says otherwise: "
            f"{quoted(denial.content_text)} ({pile.place(denial.article_id)})"
        ),
        (evidence_of(s) for s in (told, denial, *against[1:])),
        PRIOR * certainty(told, denial),
        about=about,
        naming=(pile.name(about[0]) if about else None, None),
    )
