"""Whose facts belong together."""

from dataclasses import replace
from typing import Any

from reportedly.model import Fact


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
