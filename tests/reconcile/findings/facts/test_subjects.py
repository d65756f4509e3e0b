"""Whose facts belong together."""

from dataclasses import replace
from typing import Any

from reportedly.model import Fact
from reportedly.reconcile.findings.facts.subjects import by_subject
from reportedly.reconcile.findings.pile import Pile


def test_a_bare_name_in_one_story_is_one_child(world: Any) -> None:
    """Facts without an entity are compared within a story, and not across stories."""
    world.entity("Ivo")
    for story, day, age in (("y1", "2015-05-02", "9"), ("y1", "2019-04-20", "11")):
        article = world.article("Courier", day, f"Ivo, {age}, sang.", story_id=story)
        world.fact(article, "Ivo", "age", age, f"Ivo, {age}")
    world.rows = [replace(r, subject_id=None) if isinstance(r, Fact) else r for r in world.rows]
    (found,) = world.findings()
    assert (found.subject, found.about) == ("Ivo", ())


def test_a_bare_name_in_two_stories_is_nobody(world: Any) -> None:
    """Another story may have another Ivo."""
    world.entity("Ivo")
    for story, day, age in (("y1", "2015-05-02", "9"), ("y2", "2019-04-20", "11")):
        article = world.article("Courier", day, f"Ivo, {age}, sang.", story_id=story)
        world.fact(article, "Ivo", "age", age, f"Ivo, {age}")
    world.rows = [replace(r, subject_id=None) if isinstance(r, Fact) else r for r in world.rows]
    assert world.findings() == []


def test_a_given_name_beside_the_same_people_is_one_person(world: Any) -> None:
    """Two stories with the same parents mean the same child; a surname proves nothing."""
    for name in ("Una Vale", "Tom Moor"):
        world.entity(name)
    for story, name in (("y1", "Pip"), ("y2", "Pip"), ("y1", "Vale"), ("y2", "Vale")):
        text = f"{name}, 9, came with Una Vale and Tom Moor."
        article = world.article("Courier", "2018-01-01", text, story_id=story)
        world.people[name] = ""
        fact = world.fact(article, name, "age", "9", f"{name}, 9")
        del world.people[name]
        world.rows.remove(fact)
        world.rows.append(replace(fact, subject_id=None))
    pile = Pile.of_rows(world.rows)
    found = by_subject(pile.rows(Fact), pile)
    assert sorted(len(facts) for facts in found.values()) == [1, 1, 2]
