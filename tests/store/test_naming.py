"""Who is meant by a name that several have is asked with what tells them apart."""

import pytest

from reportedly.errors import ReportedlyError
from reportedly.model import Entity
from reportedly.store.naming import the_only_one


def test_bearers_of_one_name_are_told_apart() -> None:
    """By kind, number of articles and identifier, which is what the next call takes."""
    town = Entity(entity_id="e1", name="Hallin", kind="place", n_articles=1)
    person = Entity(entity_id="e2", name="Hallin", kind="person", n_articles=3)
    with pytest.raises(ReportedlyError) as raised:
        the_only_one("Hallin", [person, town], "nobody")
    assert str(raised.value) == (
        "several are called Hallin: Hallin (person in 3 articles, e2), "
        "Hallin (place in 1 article, e1); name one by its identifier"
    )
    assert the_only_one("Hallin", [town], "nobody") is town
    with pytest.raises(ReportedlyError, match="nobody"):
        the_only_one("Hallin", [], "nobody")
