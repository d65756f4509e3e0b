"""Posts told as present and as past."""

from typing import Any


def _roles(world: Any, *told: tuple[str, str]) -> list[Any]:
    world.entity("Orla Venn")
    for number, (day, role) in enumerate(told):
        article = world.article(f"Outlet {number}", day, f"Orla Venn, {role}, sang.")
        world.fact(article, "Orla Venn", "role", role, role)
    return world.findings()


def test_a_post_told_as_past_later_is_overtaken(world: Any) -> None:
    """Chief executive in one year, the former chief executive in another."""
    post = "chief executive of Tallow Brewing"
    (found,) = _roles(world, ("2015-03-01", post), ("2018-03-01", f"former {post}"))
    assert (found.kind, found.attribute, found.subject) == ("overtaken", "role", "Orla Venn")


def test_a_post_told_as_present_after_it_was_past_is_a_conflict(world: Any) -> None:
    """Two papers of one week."""
    post = "chief executive of Tallow Brewing"
    (found,) = _roles(world, ("2018-03-03", post), ("2018-03-01", f"former {post}"))
    assert found.kind == "conflict"
    assert "taken up again" in found.explanation


def test_another_post_is_no_finding(world: Any) -> None:
    """Unrelated posts never retire each other, and one word is no post."""
    assert (
        _roles(
            world,
            ("2015-03-01", "chief executive of Tallow Brewing"),
            ("2018-03-01", "former mayor of Ludden"),
        )
        == []
    )


def test_a_marriage_told_as_past_later_is_overtaken(world: Any) -> None:
    """His wife in one year, formerly married in another; other partners say nothing."""
    world.entity("Orla Venn")
    for number, (day, attribute, value) in enumerate(
        (
            ("2015-03-01", "spouse", "Piet Castan"),
            ("2016-03-01", "relationship", "formerly married to Aldo Reyes"),
            ("2018-03-01", "relationship", "divorced from Piet Castan"),
        )
    ):
        article = world.article(f"Outlet {number}", day, f"Orla Venn, {value}, sang.")
        world.fact(article, "Orla Venn", attribute, value, value)
    (found,) = world.findings()
    assert (found.kind, found.attribute) == ("overtaken", "relationship")
    assert [e.article_id for e in found.evidence] == ["a0", "a2"]
