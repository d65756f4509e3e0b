"""Fusion: what rules and tagger both propose is one candidate, surer than either alone."""

from reportedly.annotate.attribution import fusion
from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.fusion import Ruled, opinions
from reportedly.annotate.attribution.tagging import Tagged
from reportedly.offsets import Spans


def candidate(content: Spans, source: Spans, pattern: str = "indirect") -> Candidate:
    return Candidate(
        content=content,
        cue=((5, 9),),
        source=source,
        mode="indirect",
        pattern=pattern,
        evidence=(),
        words=f"{pattern} words",
    )


def test_one_candidate_where_both_agree_and_its_reason_has_both_words() -> None:
    rule = Ruled(candidate(((10, 30),), ((0, 4),)), 1.0)
    tagged = Tagged(candidate(((10, 32),), ((0, 4),), "tagger"), 2.0)
    (found,) = opinions([rule], [tagged])
    assert found.candidate.content == ((10, 32),)
    assert found.candidate.words == "tagger words; indirect words"


def test_agreement_makes_surer() -> None:
    rule = Ruled(candidate(((10, 30),), ((0, 4),)), 1.0)
    tagged = Tagged(candidate(((10, 30),), ((0, 4),), "tagger"), 1.0)
    table = fusion.weights()
    (both,) = opinions([rule], [tagged])
    (one,) = opinions([], [tagged])
    assert fusion.strength(both, table) > fusion.strength(one, table)


def test_another_source_leaves_two_candidates() -> None:
    rule = Ruled(candidate(((10, 30),), ((40, 44),)), 1.0)
    tagged = Tagged(candidate(((10, 30),), ((0, 4),), "tagger"), 1.0)
    assert [o.candidate.pattern for o in opinions([rule], [tagged])] == ["tagger", "indirect"]


def test_whom_sure_rules_name_speaks_where_the_tagger_names_nobody() -> None:
    """One candidate with the rules' source; unsure rules stay a candidate of their own."""
    tagged = Tagged(candidate(((10, 30),), (), "tagger"), 1.0)
    (found,) = opinions([Ruled(candidate(((10, 30),), ((0, 4),)), 1.0)], [tagged])
    assert found.candidate.source == ((0, 4),)
    unsure = opinions([Ruled(candidate(((10, 30),), ((0, 4),)), -1.0)], [tagged])
    assert [o.candidate.source for o in unsure] == [(), ((0, 4),)]


def test_pieces_of_a_quotation_are_the_rules() -> None:
    """The tagger may run over the break between two paragraphs of one quotation."""
    rule = Ruled(candidate(((10, 30), (32, 60)), ((0, 4),), "direct"), 1.0)
    tagged = Tagged(candidate(((10, 60),), ((0, 4),), "tagger"), 1.0)
    (found,) = opinions([rule], [tagged])
    assert found.candidate.content == ((10, 30), (32, 60))


def test_very_weak_candidates_of_the_rules_say_nothing() -> None:
    rule = Ruled(candidate(((10, 30),), ((0, 4),)), fusion.LEAST_STRENGTH - 1)
    assert opinions([rule], []) == []
