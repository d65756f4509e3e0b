"""Whose facts belong together."""

from dataclasses import replace
from typing import Any

from reportedly.model import Fact
from reportedly.reconcile.findings.facts.subjects import Subjects


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
    subjects = Subjects(world.whole())
    found = subjects.told(range(len(subjects.names)))
    assert sorted(len(facts) for facts in found.values()) == [1, 1, 2]
    assert all(subjects.names[at] == "\n".join(subject) for at, subject in enumerate(found))
    (pair,) = (subject for subject, facts in found.items() if len(facts) == 2)
    assert list(subjects.told(subjects.numbers_of([pair]))) == [pair]


def test_one_name_of_two_people_in_a_story_is_nobody(world: Any) -> None:
    """A fact that names no entity is of the one whom the story calls so, unless there are two."""
    for story, others in (("y1", 1), ("y2", 2)):
        for number in range(others):
            world.people["Pip"] = f"{story}{number}"
            article = world.article("Courier", "2018-01-01", "Pip, 9, sang.", story_id=story)
            world.fact(article, "Pip", "age", "9", "Pip, 9")
        article = world.article("Courier", "2018-01-02", "Pip, 10, sang.", story_id=story)
        fact = world.fact(article, "Pip", "age", "10", "Pip, 10")
        world.rows[world.rows.index(fact)] = replace(fact, subject_id=None)
    subjects = Subjects(world.whole())
    counts = [len(facts) for facts in subjects.told(range(len(subjects.names))).values()]
    assert (subjects.names, counts) == (["entity\ny10", "entity\ny20", "entity\ny21"], [2, 1, 1])
