"""Facts of one person that cannot all be true, were overtaken, or agree; one module a family."""

from collections.abc import Callable, Iterator, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes
from reportedly.model import Article, DayEvidence, Fact, Finding, Statement
from reportedly.reconcile.findings.facts.afterlife import find_words_after_death
from reportedly.reconcile.findings.facts.agreeing_dates import find_agreeing_dates
from reportedly.reconcile.findings.facts.birth_places import find_birth_place_conflicts
from reportedly.reconcile.findings.facts.children import find_children_conflicts
from reportedly.reconcile.findings.facts.couples import each_couple_once
from reportedly.reconcile.findings.facts.generations import families, find_generation_conflicts
from reportedly.reconcile.findings.facts.holders import (
    find_successors,
    find_two_holders,
    posts_of,
    rivals,
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
from reportedly.reconcile.findings.facts.subjects import Subject, Subjects, subject_of
from reportedly.reconcile.findings.parts import Found, by_part
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.whole import Whole, spread
from reportedly.reconcile.hashing import mixed, row_states
from reportedly.reconcile.indexing import Index
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
    subjects = Subjects(whole)
    yield from each_couple_once(_of_each(whole, subjects, joins))
    kin = families(subjects)
    yield from find_generation_conflicts(kin, whole.pile(_articles(kin)))
    holding = rivals(subjects)
    posts = posts_of(holding)
    held = whole.pile(_articles(posts))
    yield from find_two_holders(posts, held)
    yield from find_successors(holding, held)
    ages = undated_ages(subjects)
    beside = {
        f.article_id for told in ages.values() for each in told for f in (each.fact, *each.by)
    }
    yield from find_ages_of_no_day(ages, whole.pile(beside))
    days = pc.unique(worth_reading(whole.table(DayEvidence), whole.table(Article))).to_pylist()
    named = (DayEvidence, whole.having(DayEvidence, "article_id", days))
    yield from find_impossible_publication(whole.pile(days, named))


def _articles(subjects: Mapping[Subject, list[Fact]]) -> set[str]:
    return {fact.article_id for facts in subjects.values() for fact in facts}


def _of_each(whole: Whole, subjects: Subjects, joins: Joins) -> Iterator[Finding]:
    """What the facts of each subject give by themselves."""
    dead = _dead(subjects)
    counts = np.bincount(subjects.of_fact[subjects.of_fact >= 0], minlength=len(subjects.names))
    worth = np.flatnonzero((counts > 1) | pc.is_valid(dead).to_numpy(zero_copy_only=False))
    number_of = {subjects.names[number]: number for number in worth.tolist()}

    def find(some: list[str]) -> Found:
        numbers = [number_of[name] for name in some]
        told = subjects.told(numbers)
        gone = pc.drop_null(dead.take(pa.array(numbers, pa.int64())))
        said = whole.having(Statement, "speaker_id", gone.to_pylist())
        named = _articles(told)
        own = (Fact, whole.having(Fact, "article_id", named)), (Statement, said)
        pile = whole.pile(named | set(said["article_id"].to_pylist()), *own)
        for name in some:
            facts = told[subject_of(name)]
            subject = pile.name(subject_of(name)[1]) or facts[0].subject
            for finder in _FINDERS:
                for finding in finder(subject, facts, pile):
                    yield name, finding

    states = _states(whole, subjects, dead)[worth]
    yield from by_part(list(number_of), states, find, joins)


def _dead(subjects: Subjects) -> pa.Array:
    """For each subject the entity that it is, if it is known and somebody tells of its death."""
    facts, of_fact = subjects.facts, subjects.of_fact
    known = pc.is_valid(facts["subject_id"]).to_numpy(zero_copy_only=False) & (of_fact >= 0)
    # The last that is written stays: the first fact of each.
    places = np.flatnonzero(known)[::-1]
    first = np.full(len(subjects.names), -1, dtype=np.int64)
    first[of_fact[places]] = places
    told = pc.equal(facts["attribute"], "death_date").to_numpy(zero_copy_only=False)
    is_dead = np.zeros(len(first), dtype=np.bool_)
    is_dead[of_fact[told & (of_fact >= 0)]] = True
    places = pa.array(first, mask=~(is_dead & (first >= 0)))
    found: pa.Array = facts["subject_id"].combine_chunks().take(places)
    return found


def _states(whole: Whole, subjects: Subjects, dead: pa.Array) -> Hashes:
    """Of each subject a hash of its facts, their articles, and what it is said to have said."""
    facts = subjects.facts
    # The same words may tell a fact of others, too.
    articles = Index(facts["article_id"])
    rows = row_states(facts, facts.schema.names)
    names = pc.index_in(facts["article_id"], articles.values).to_numpy()
    states = mixed(articles.summed(rows)[names], whole.states_of_texts(facts["article_id"]))
    known = subjects.of_fact >= 0
    found: Hashes = np.zeros(len(subjects.names), dtype=np.uint64)
    np.add.at(found, subjects.of_fact[known], mixed(states, rows)[known])
    speakers = whole.index(Statement, "speaker_id")
    said = spread(speakers, whole.statement_states, dead)
    return np.where(pc.is_valid(dead).to_numpy(zero_copy_only=False), mixed(found, said), found)
