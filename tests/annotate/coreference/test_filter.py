"""`reportedly mentions`: the contract's form, in the order given."""

from reportedly.annotate.coreference.filter import mentions_filter


def test_clusters_of_mentions_in_the_contracts_form() -> None:
    """Spans point into the given text; singletons are left out; documents keep their order."""
    text = "Orla Fenwick sang. She bowed, and the crowd cheered her."
    found = list(mentions_filter([{"doc": "b", "text": text}, {"doc": "a", "text": ""}]))
    assert [row["doc"] for row in found] == ["b", "a"]
    assert found[1]["clusters"] == []
    spans = [[text[m["start"] : m["end"]] for m in c] for c in found[0]["clusters"]]
    assert ["Orla Fenwick", "She", "her"] in spans
    forms = {m["form"] for c in found[0]["clusters"] for m in c}
    assert forms == {"name", "pronoun"}
