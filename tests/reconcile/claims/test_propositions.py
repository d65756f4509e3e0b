"""Which entities a passage names."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Mention
from reportedly.offsets import contains
from reportedly.reconcile.claims.propositions import MentionIndex

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda at: (at[0], at[0] + at[1]))


@given(st.lists(SPANS, max_size=20), st.lists(SPANS, min_size=1, max_size=3))
def test_mentions_are_those_that_lie_in_a_passage(
    spans: list[tuple[int, int]], passages: list[tuple[int, int]]
) -> None:
    """What is found by place is what looking at every mention finds, in any order of the rows."""
    mentions = [
        Mention(
            article_id="a1",
            span=span,
            text="x",
            form="name",
            entity_id=f"e{n}",
            confidence=1.0,
            cluster=n,
        )
        for n, span in enumerate(spans)
    ]
    expected = {f"e{n}" for n, span in enumerate(spans) if any(contains(p, span) for p in passages)}
    assert MentionIndex(mentions).within("a1", passages) == tuple(sorted(expected))
