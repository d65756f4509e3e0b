"""Fingerprints: what makes a kept result good still, and what does not."""

import dataclasses

from reportedly.model import Article, Attribution, Mention, Statement
from reportedly.pipeline import ARTICLE_STAGES, TABLE_STAGES
from reportedly.stage import ArticleStage, fingerprints

FIRST = ArticleStage(
    name="first", version="1", reads=(Article,), writes=(Attribution,), function="a:b"
)
BESIDE = ArticleStage(
    name="beside", version="1", reads=(Article,), writes=(Mention,), function="a:c"
)
LAST = ArticleStage(
    name="last", version="1", reads=(Attribution,), writes=(Statement,), function="a:d"
)


def test_an_improved_stage_recomputes_itself_and_its_readers() -> None:
    """A new version changes the stage and what reads from it, and nothing beside it."""
    before = fingerprints([FIRST, BESIDE, LAST])
    after = fingerprints([dataclasses.replace(FIRST, version="2"), BESIDE, LAST])
    assert before["first"] != after["first"]
    assert before["last"] != after["last"]
    assert before["beside"] == after["beside"]


def test_what_comes_before_all_changes_all() -> None:
    """A new way of reading recomputes everything."""
    before, after = fingerprints([FIRST, LAST], ["read 1"]), fingerprints([FIRST, LAST], ["read 2"])
    assert all(before[name] != after[name] for name in before)


def test_models_are_part_of_the_fingerprint() -> None:
    """Another model is another result."""
    other = dataclasses.replace(FIRST, models=("tagger 2",))
    assert fingerprints([FIRST]) != fingerprints([other])


def test_every_stage_of_the_pipeline_can_be_loaded() -> None:
    """Each declared function exists and is callable."""
    for stage in (*ARTICLE_STAGES, *TABLE_STAGES):
        assert callable(stage.load()), stage.name


def test_each_stage_reads_only_what_was_written_before() -> None:
    """No stage waits for a table that a later one writes first."""
    # What people decided and their gazetteer are given to the pipeline, like the articles.
    written = {"articles", "regions", "constraints", "known"}
    for stage in (*ARTICLE_STAGES, *TABLE_STAGES):
        missing = {kind.table for kind in stage.reads} - written
        assert not missing, f"{stage.name} reads {missing} too early"
        written |= {kind.table for kind in stage.writes}
