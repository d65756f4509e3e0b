"""Facts of one person that cannot all be true, were overtaken, or agree; one module a family."""

from collections.abc import Callable, Iterator, Mapping

import numpy as np
import pyarrow.compute as pc

from reportedly.model import Article, DayEvidence, Fact, Finding, Row, Statement
from reportedly.reconcile.findings.facts.afterlife import find_words_after_death
from reportedly.reconcile.findings.facts.agreeing_dates import find_agreeing_dates
from reportedly.reconcile.findings.facts.birth_places import find_birth_place_conflicts
from reportedly.reconcile.findings.facts.children import find_children_conflicts
from reportedly.reconcile.findings.facts.couples import each_couple_once
from reportedly.reconcile.findings.facts.generations import find_generation_conflicts, of_families
from reportedly.reconcile.findings.facts.holders import (
    find_successors,
    find_two_holders,
    posts_of,
)
from reportedly.reconcile.findings.facts.lengths import find_length_conflicts
from reportedly.reconcile.findings.facts.life_dates import find_life_date_conflicts
from reportedly.reconcile.findings.facts.no_day import find_ages_of_no_day, undated_ages
from reportedly.reconcile.findings.facts.order import find_order_conflicts
from reportedly.reconcile.findings.facts.promotions import find_promotions, find_steps
from reportedly.reconcile.findings.facts.published import (
    find_impossible_publication,
    worth_reading,
)
from reportedly.reconcile.findings.facts.rival_posts import find_rival_posts
from reportedly.reconcile.findings.facts.roles import find_role_changes
from reportedly.reconcile.findings.facts.second_unions import find_second_unions
from reportedly.reconcile.findings.facts.subjects import Subject, by_subject
from reportedly.reconcile.findings.parts import Found, by_part
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.whole import Whole
from reportedly.reconcile.hashing import Hashes, mixed, row_states
from reportedly.schema import rows_of
from reportedly.stage import Joins

_FINDERS: tuple[Callable[[str, list[Fact], Pile], Iterator[Finding]], ...] = (
    find_life_date_conflicts,
    find_children_conflicts,
    find_role_changes,
    find_promotions,
    find_steps,
    find_rival_posts,
    find_second_unions,
    find_birth_place_conflicts,
    find_agreeing_dates,
    find_words_after_death,
    find_order_conflicts,
    find_length_conflicts,
)


def find_fact_conflicts(whole: Whole, joins: Joins) -> Iterator[Finding]:
    """Conflicts among the facts of each subject that is known across articles."""
    facts = rows_of(Fact, whole.table(Fact))
    articles = whole.light_articles(fact.article_id for fact in facts)
    rows: dict[type[Row], list[Row]] = {
        Fact: list(facts),
        Article: list(rows_of(Article, articles)),
    }
    subjects = by_subject(facts, Pile(rows, whole.mentions, whole.entities))
    yield from each_couple_once(_of_each(whole, subjects, joins))
    families = of_families(subjects)
    named = (fact.article_id for listed in families.values() for fact in listed)
    yield from find_generation_conflicts(families, whole.pile(named))
    posts = posts_of(subjects)
    holding = {fact.article_id for told in posts.values() for fact in told}
    held = whole.pile(holding)
    yield from find_two_holders(posts, held)
    yield from find_successors(subjects, held)
    ages = undated_ages(subjects)
    beside = {
        f.article_id for told in ages.values() for each in told for f in (each.fact, *each.by)
    }
    yield from find_ages_of_no_day(ages, whole.pile(beside))
    days = pc.unique(worth_reading(whole.table(DayEvidence), whole.table(Article)))
    yield from find_impossible_publication(whole.pile_of_articles(days.to_pylist()))


def _of_each(
    whole: Whole, subjects: Mapping[Subject, list[Fact]], joins: Joins
) -> Iterator[Finding]:
    """What the facts of each subject give by themselves."""
    worth = {
        "\n".join(subject): facts
        for subject, facts in subjects.items()
        if len(facts) > 1 or _entity_dead(facts)
    }

    def find(some: list[str]) -> Found:
        dead = {entity for name in some for entity in _entity_dead(worth[name])}
        said = whole.having(Statement, "speaker_id", dead)
        named = {fact.article_id for name in some for fact in worth[name]}
        own = (Fact, whole.having(Fact, "article_id", named)), (Statement, said)
        pile = whole.pile(named | set(said["article_id"].to_pylist()), *own)
        for name in some:
            subject = pile.name(name.partition("\n")[2]) or worth[name][0].subject
            for finder in _FINDERS:
                for finding in finder(subject, worth[name], pile):
                    yield name, finding

    yield from by_part(list(worth), _states(whole, worth), find, joins)


def _entity_dead(facts: list[Fact]) -> set[str]:
    """The subject, if it is known and somebody tells of its death."""
    entity = next((fact.subject_id for fact in facts if fact.subject_id), None)
    dead = any(fact.attribute == "death_date" for fact in facts)
    return {entity} if entity and dead else set()


def _states(whole: Whole, subjects: Mapping[str, list[Fact]]) -> Hashes:
    """Of each subject a hash of its facts, their articles, and what it is said to have said."""
    facts = whole.table(Fact)
    # The same words may tell a fact of others, too.
    articles = whole.index(Fact, "article_id")
    own = articles.summed(row_states(facts, facts.schema.names))
    names = pc.index_in(facts["article_id"], articles.values).to_numpy()
    states = mixed(own[names], whole.states_of_texts(facts["article_id"]))
    states = mixed(states, row_states(facts, ["fact_id"]))
    of_fact = dict(zip(facts["fact_id"].to_pylist(), states.tolist(), strict=True))
    speakers = whole.index(Statement, "speaker_id")
    said = dict(
        zip(
            speakers.values.to_pylist(),
            speakers.summed(whole.statement_states).tolist(),
            strict=True,
        )
    )
    found = [
        sum(of_fact[fact.fact_id] for fact in listed)
        + 3 * sum(said.get(entity, 0) for entity in _entity_dead(listed))
        for listed in subjects.values()
    ]
    return np.array([each % (1 << 64) for each in found], dtype=np.uint64)
