"""Entities across articles, on invented clusters: who is one, who stays two, and in any order."""

import random
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import (
    Article,
    ChainHop,
    Cluster,
    Constraint,
    Entity,
    Fact,
    Happening,
    Mention,
    Region,
    Statement,
)
from reportedly.reconcile.entities import reconcile
from reportedly.schema import rows_of, table_of

Pile = list[tuple[str, list[dict[str, Any]]]]


def tables_of(pile: Pile, outlet: str = "The Mardle Gazette") -> dict[str, pa.Table]:
    """Tables of articles given as (identifier, clusters); kinds are persons unless said."""
    articles, clusters, mentions = [], [], []
    for article_id, entries in pile:
        articles.append(
            Article(article_id=article_id, path=article_id, text="", sha256="", outlet=outlet)
        )
        for number, entry in enumerate(entries):
            names = entry.get("names", (entry["name"],) if entry["name"] else ())
            kept = {k: v for k, v in entry.items() if k not in ("name", "names", "kind")}
            clusters.append(
                Cluster(
                    article_id=article_id,
                    cluster=number,
                    name=entry["name"],
                    names=names,
                    kind=entry.get("kind", "person"),
                    n_mentions=1,
                    **kept,
                )
            )
            mentions.append(
                Mention(
                    article_id=article_id,
                    span=(10 * number, 10 * number + 4),
                    text="",
                    form="name",
                    confidence=0.9,
                    cluster=number,
                )
            )
    empty = {
        kind.table: table_of(kind, ())
        for kind in (Region, Statement, ChainHop, Fact, Happening, Constraint)
    }
    return {
        **empty,
        "articles": table_of(Article, articles),
        "clusters": table_of(Cluster, clusters),
        "mentions": table_of(Mention, mentions),
    }


def entities_of(pile: Pile) -> list[Entity]:
    return rows_of(Entity, reconcile(tables_of(pile), LaptopJoins())["entities"])


def persons(*names: str) -> list[dict[str, Any]]:
    return [{"name": name} for name in names]


def names_together(pile: Pile) -> set[frozenset[str]]:
    """The sets of names of all entities."""
    return {frozenset((e.name, *e.aliases)) for e in entities_of(pile)}


COMPANY = ("Jonas Quill", "Iris Maddern", "Tobin Sallow")


def test_one_full_name_is_one_entity() -> None:
    """The same full name in two articles, with its last name alone in one of them."""
    pile: Pile = [
        ("a1", [{"name": "Orla Fenwick", "names": ("Orla Fenwick", "Fenwick")}]),
        ("a2", persons("Orla Fenwick")),
    ]
    (entity,) = entities_of(pile)
    assert (entity.name, entity.aliases, entity.n_articles) == ("Orla Fenwick", ("Fenwick",), 2)
    assert entity.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("William Oakes", "Bill Oakes"),
        ("Orla Fenwick", "Orla Brandt Fenwick"),
        ("W. Oakes", "Wendell Oakes"),
        ("Iris Vell", "Iris Vell-Crane"),
    ],
)
def test_variants_in_the_same_company_are_one(one: str, other: str) -> None:
    """A nickname, an initial or a double name, with the same other people around."""
    pile: Pile = [("a1", persons(one, *COMPANY)), ("a2", persons(other, *COMPANY))]
    assert frozenset((one, other)) in names_together(pile)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("William Oakes", "Bill Oakes"),
        ("W. Oakes", "Wendell Oakes"),
        ("Iris Vell", "Iris Vell-Crane"),
    ],
)
def test_variants_without_evidence_stay_two(one: str, other: str) -> None:
    """In doubt there are two."""
    pile: Pile = [("a1", persons(one, "Jonas Quill")), ("a2", persons(other, "Tobin Sallow"))]
    assert frozenset((one, other)) not in names_together(pile)


def test_a_family_name_that_many_bear_asks_for_more_company() -> None:
    """Where the pile has it with other given names elsewhere; relatives beside them are none."""
    two: Pile = [
        ("a1", persons("William Oakes", *COMPANY)),
        ("a2", persons("Bill Oakes", *COMPANY)),
    ]
    wanted = frozenset(("William Oakes", "Bill Oakes"))
    others: Pile = [("b1", persons("Orla Oakes", "Ada Tarn")), ("b2", persons("Gus Oakes"))]
    assert wanted not in names_together([*two, *others])
    relatives: Pile = [(name, people + persons("Orla Oakes", "Gus Oakes")) for name, people in two]
    assert wanted in names_together([*relatives, *others])
    more = persons("Ada Tarn", "Lew Pell", "Mab Strand", "Noor Vane")
    known: Pile = [(name, people + more) for name, people in two]
    assert wanted in names_together([*known, ("b1", persons("Orla Oakes")), others[1]])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orla Fenwick", "Tobin Fenwick"),
        ("Orla A. Fenwick", "Orla B. Fenwick"),
        ("Wendell Oakes Jr.", "Wendell Oakes Sr."),
    ],
)
def test_families_and_namesakes_stay_two(one: str, other: str) -> None:
    """However much company they share."""
    pile: Pile = [("a1", persons(one, *COMPANY)), ("a2", persons(other, *COMPANY))]
    assert frozenset((one, other)) not in names_together(pile)


def test_no_chain_joins_two_given_names() -> None:
    """An initial that fits two people joins neither, and never both."""
    pile: Pile = [
        ("a1", persons("Wendell Oakes", *COMPANY)),
        ("a2", persons("Winifred Oakes", *COMPANY)),
        ("a3", persons("W. Oakes", *COMPANY)),
    ]
    assert not any({"Wendell Oakes", "Winifred Oakes"} <= names for names in names_together(pile))


def test_people_named_side_by_side_are_two() -> None:
    """An article that names both tells them apart."""
    both = persons("William Oakes", "Bill Oakes", *COMPANY)
    pile: Pile = [("a1", both), ("a2", persons("Bill Oakes", *COMPANY))]
    assert frozenset(("William Oakes", "Bill Oakes")) not in names_together(pile)


def test_last_name_alone_needs_company() -> None:
    """ "Fenwick" is Orla where the same people stand around, and nobody in particular elsewhere."""
    pile: Pile = [
        ("a1", persons("Orla Fenwick", *COMPANY)),
        ("a2", persons("Fenwick", *COMPANY)),
        ("a3", persons("Fenwick", "Lew Strand")),
    ]
    assert sorted(e.n_articles for e in entities_of(pile) if "Fenwick" in (e.name, *e.aliases)) == [
        1,
        2,
    ]


def test_last_name_of_two_relatives_is_left_alone() -> None:
    """With both in the same company there is no telling."""
    pile: Pile = [
        ("a1", persons("Orla Fenwick", *COMPANY)),
        ("a2", persons("Tobin Fenwick", *COMPANY)),
        ("a3", persons("Fenwick", *COMPANY)),
    ]
    assert frozenset(("Fenwick",)) in names_together(pile)


def test_clipped_given_name() -> None:
    """ "Thess" is Thessaly where the company is the same."""
    pile: Pile = [
        ("a1", persons("Thessaly Fenwick", *COMPANY)),
        ("a2", persons("Thess", *COMPANY)),
    ]
    assert frozenset(("Thessaly Fenwick", "Thess")) in names_together(pile)


def test_given_name_cut_to_one_syllable() -> None:
    """ "Sev" is Severin where the company is the same; in other company Sev is somebody else,
    and "Wen" is not Wenbo."""
    pile: Pile = [
        ("a1", persons("Severin Fenwick", "Wenbo Lorne", *COMPANY)),
        ("a2", persons("Sev", "Wen", *COMPANY)),
        ("a3", persons("Sev", "Hale Tarrant")),
    ]
    found = names_together(pile)
    assert frozenset(("Severin Fenwick", "Sev")) in found
    assert frozenset(("Sev",)) in found
    assert frozenset(("Wen",)) in found


def test_letters_of_a_body() -> None:
    """An acronym is the one body whose initials it has, in the same company."""
    body = {"name": "Harbour Heritage Trust", "kind": "organisation"}
    letters = {"name": "HHT", "kind": "organisation"}
    pile: Pile = [("a1", [body, *persons(*COMPANY)]), ("a2", [letters, *persons(*COMPANY)])]
    assert frozenset(("Harbour Heritage Trust", "HHT")) in names_together(pile)
    rival = {"name": "Hallin Housing Tribunal", "kind": "organisation"}
    pile.append(("a3", [rival, *persons(*COMPANY)]))
    assert frozenset(("HHT",)) in names_together(pile)


def test_unnamed_people_are_no_entities() -> None:
    """An anonymous source gets no row, and its mentions no identifier."""
    pile: Pile = [
        ("a1", [{"name": None, "nominals": ("an insider",)}]),
        ("a2", [{"name": None, "nominals": ("an insider",)}]),
    ]
    found = reconcile(tables_of(pile), LaptopJoins())
    assert found["entities"].num_rows == 0
    assert found["mentions"]["entity_id"].to_pylist() == [None, None]


def test_most_articles_decide_what_a_name_names() -> None:
    """One article's mistake does not make a second entity; an outlet is an organisation."""
    wrong = {"name": "Orla Fenwick", "kind": "organisation"}
    pile: Pile = [
        ("a1", persons("Orla Fenwick")),
        ("a2", persons("Orla Fenwick")),
        ("a3", [wrong, {"name": "Mardle Gazette", "kind": "person"}]),
    ]
    kinds = {e.name: (e.kind, e.n_articles) for e in entities_of(pile)}
    assert kinds == {"Orla Fenwick": ("person", 3), "The Mardle Gazette": ("organisation", 1)}


def shuffled(table: pa.Table, chance: random.Random) -> pa.Table:
    order: Sequence[int] = chance.sample(range(table.num_rows), table.num_rows)
    return table.take(pa.array(order, type=pa.int64()))


@pytest.mark.parametrize("seed", range(5))
def test_order_of_rows_does_not_matter(seed: int) -> None:
    """Every table comes out the same whatever the order of its input."""
    pile: Pile = [
        ("a1", persons("Orla Fenwick", "W. Oakes", *COMPANY)),
        ("a2", persons("Fenwick", "Wendell Oakes", *COMPANY)),
        ("a3", persons("Vell", "Jonas Quill")),
        ("a4", persons("Vell", "Jonas Quill")),
        ("a5", persons("Iris Vell", "Tobin Vell", "Quill")),
    ]
    tables = tables_of(pile)
    chance = random.Random(seed)
    mixed = {name: shuffled(table, chance) for name, table in tables.items()}
    expected, found = reconcile(tables, LaptopJoins()), reconcile(mixed, LaptopJoins())
    for name in expected:
        assert found[name].equals(expected[name]), name


def test_statements_chain_facts_and_happenings_get_the_entity() -> None:
    """The canonical name replaces the article's own; anonymous speakers stay without one."""
    tables = tables_of(
        [("a1", persons("Orla Fenwick")), ("a2", [{"name": "Orla Fenwick", "names": ("Fenwick",)}])]
    )
    common: dict[str, Any] = {
        "article_id": "a2",
        "content": ((0, 3),),
        "content_text": "",
        "mode": "direct",
        "confidence": 0.9,
        "reason": "",
        "speaker_cluster": 0,
    }
    tables["statements"] = table_of(
        Statement,
        [
            Statement(statement_id="s1", speaker="Fenwick", source_kind="person", **common),
            Statement(statement_id="s2", source_kind="anonymous", **common),
        ],
    )
    tables["chain"] = table_of(
        ChainHop, [ChainHop(statement_id="s1", hop=1, kind="person", name="Fenwick", cluster=0)]
    )
    tables["happenings"] = table_of(
        Happening,
        [Happening(article_id="a2", span=(0, 9), trigger=(0, 3), lemma="open", clusters=(0,))],
    )
    found = reconcile(tables, LaptopJoins())
    (entity,) = rows_of(Entity, found["entities"])
    first, second = rows_of(Statement, found["statements"])
    assert (first.speaker_id, first.speaker) == (entity.entity_id, "Orla Fenwick")
    assert (second.speaker_id, second.speaker) == (None, None)
    assert rows_of(ChainHop, found["chain"])[0].entity_id == entity.entity_id
    assert rows_of(Happening, found["happenings"])[0].entity_ids == (entity.entity_id,)


def test_outlets_are_called_as_they_sign() -> None:
    """Short forms of an outlet are one entity under the name in the articles' metadata."""
    pile: Pile = [
        ("a1", [{"name": "Mardle Gazette", "kind": "organisation"}]),
        ("a2", [{"name": "Gazette", "kind": "place"}]),
    ]
    (entity,) = entities_of(pile)
    assert (entity.name, entity.kind, entity.n_articles) == (
        "The Mardle Gazette",
        "organisation",
        2,
    )


def test_short_form_of_two_bodies_is_not_the_outlet() -> None:
    """Where the pile knows another Gazette, "Gazette" alone is neither."""
    pile: Pile = [
        ("a1", [{"name": "Mardle Gazette", "kind": "organisation"}]),
        ("a2", [{"name": "Hallin Gazette", "kind": "organisation"}]),
        ("a3", [{"name": "Gazette", "kind": "organisation"}]),
    ]
    assert len(entities_of(pile)) == 3


def test_own_outlet_keeps_its_name_in_the_chain() -> None:
    """Hop 0 is written as the article's metadata have it, and has the entity."""
    tables = tables_of([("a1", [{"name": "Gazette", "kind": "organisation"}])])
    statement = Statement(
        statement_id="s1",
        article_id="a1",
        content=((0, 3),),
        content_text="",
        mode="direct",
        confidence=0.9,
        reason="",
        source_kind="unknown",
    )
    tables["statements"] = table_of(Statement, [statement])
    hop = ChainHop(statement_id="s1", hop=0, kind="outlet", name="The Mardle Gazette")
    tables["chain"] = table_of(ChainHop, [hop])
    (found,) = rows_of(ChainHop, reconcile(tables, LaptopJoins())["chain"])
    assert found.name == "The Mardle Gazette"
    assert found.entity_id is not None


def test_given_name_beside_a_relative() -> None:
    """ "Delia" in an article about a Fenwick is Delia Fenwick, elsewhere not."""
    pile: Pile = [
        ("a1", persons("Delia Fenwick")),
        ("a2", persons("Delia", "Orla Fenwick")),
        ("a3", persons("Delia", "Lew Strand")),
    ]
    counts = {e.name: e.n_articles for e in entities_of(pile)}
    assert counts["Delia Fenwick"] == 2


def test_given_name_beside_others_called_by_one_word() -> None:
    """ "Delia" beside Strand, who is Lew Strand; not where two have the given name."""
    pile: Pile = [
        ("a1", persons("Delia Fenwick", "Lew Strand")),
        ("a2", persons("Iris Maddern", "Lew Strand")),
        ("a3", persons("Delia", "Strand", "Iris Maddern")),
    ]
    counts = {e.name: e.n_articles for e in entities_of(pile)}
    assert counts["Lew Strand"] == 3
    assert counts["Delia Fenwick"] == 2
    pile.append(("a4", persons("Delia Marsh", "Lew Strand")))
    counts = {e.name: e.n_articles for e in entities_of(pile)}
    assert counts["Delia"] == counts["Delia Fenwick"] == counts["Delia Marsh"] == 1


def test_a_child_is_not_the_forebear_of_another_article() -> None:
    """One article tells Ada from Ada Fenwick; so elsewhere, in the same company, Ada is the child.

    Where no article tells them apart the same company is enough.
    """
    apart: Pile = [
        ("a1", persons("Ada", "Ada Fenwick", *COMPANY)),
        ("a2", persons("Ada", *COMPANY)),
        ("a3", persons("Ada", *COMPANY)),
    ]
    together: Pile = [("a1", persons("Ada Fenwick", *COMPANY)), *apart[1:]]
    assert {frozenset({"Ada"}), frozenset({"Ada Fenwick"})} <= names_together(apart)
    assert sum(entity.name == "Ada" for entity in entities_of(apart)) == 1
    assert frozenset({"Ada", "Ada Fenwick"}) in names_together(together)


def test_children_of_a_couple_who_are_in_every_article() -> None:
    """In a folder about one couple their names are evidence, however often they stand."""
    couple = persons("Iris Maddern", "Jonas Quill")
    pile: Pile = [(f"a{n}", [*couple, {"name": "Sukey"}]) for n in range(15)]
    counts = {e.name: e.n_articles for e in entities_of(pile)}
    assert counts["Sukey"] == 15


def test_best_known_bearer_of_a_last_name() -> None:
    """A last name alone is the one whom nearly all articles mean, unless a pronoun objects."""
    pile: Pile = [(f"a{n}", persons("Jonas Brandt")) for n in range(12)]
    pile += [("b1", persons("Iris Brandt")), ("b2", persons("Brandt"))]
    pile.append(("b3", [{"name": "Brandt", "pronouns": ("she",)}]))
    counts = sorted(e.n_articles for e in entities_of(pile))
    assert counts == [1, 1, 13]


def test_accents_and_spellings_are_one() -> None:
    """What one paper prints with an accent or a u another prints without."""
    harbour = {"name": "Hallin Harbour Estates", "kind": "organisation"}
    harbor = {"name": "Hallin Harbor Estates", "kind": "organisation"}
    pile: Pile = [
        ("a1", [harbour, *persons("José Marín")]),
        ("a2", [harbor, *persons("Jose Marin")]),
    ]
    assert [e.n_articles for e in entities_of(pile)] == [2, 2]


def test_last_name_of_a_person_is_no_place() -> None:
    """One article's "Oakes" (a place, says the parser) follows all others."""
    pile: Pile = [(f"a{n}", persons("Wendell Oakes", *COMPANY)) for n in range(4)]
    pile.append(("b1", [{"name": "Oakes", "kind": "place"}, *persons(*COMPANY)]))
    counts = {e.name: e.n_articles for e in entities_of(pile)}
    assert counts["Wendell Oakes"] == 5


def test_letters_that_mean_something_else() -> None:
    """One article's full name does not rename what hundreds know by its letters."""
    body = {"name": "Harbour Heritage Trust", "names": ("HHT", "Harbour Heritage Trust")}
    pile: Pile = [("a0", [{**body, "kind": "organisation"}])]
    pile += [(f"a{n}", [{"name": "HHT", "kind": "organisation"}]) for n in range(1, 30)]
    assert {e.name: e.n_articles for e in entities_of(pile)}["HHT"] == 29


def test_a_given_name_beside_the_full_name_of_another_is_not_hers() -> None:
    """ "Her nephew Theo" in an article that names Theodora Doe in full; in one that does not, he
    may be she."""
    others: Pile = [(f"a{n}", persons("Theodora Fenwick", *COMPANY)) for n in range(3)]
    beside: Pile = [*others, ("a9", persons("Theodora Fenwick", "Theo", *COMPANY))]
    assert not any({"Theo", "Theodora Fenwick"} <= names for names in names_together(beside))


def test_another_name_that_an_article_tells_is_known_everywhere() -> None:
    """Articles that have only the one or the other join; a name made of parts of both does not."""
    told = [{"name": "Lena Marsh", "names": ("Lena Marsh", "Helen Pike")}]
    pile: Pile = [
        ("a1", told),
        ("a2", persons("Helen Pike", "Ada Tarn")),
        ("a3", persons("Lena Marsh", "Bo Tarn")),
        ("a4", persons("Helen Marsh")),
    ]
    together = names_together(pile)
    assert frozenset(("Lena Marsh", "Helen Pike")) in together
    assert frozenset(("Helen Marsh",)) in together
    (row,) = [e for e in entities_of(pile) if "Helen Pike" in e.aliases]
    assert row.name == "Lena Marsh" and row.n_articles == 3
    assert "both “Helen Pike” and “Lena Marsh”" in (row.reason or "")
