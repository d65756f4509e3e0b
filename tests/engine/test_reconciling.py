"""The run of the reconciling stages."""

import gc

import pytest

from reportedly.engine.reconciling import rarely_collecting


def test_collecting_goes_on_as_before() -> None:
    """How often Python looks for circles is set back, also when a stage fails."""
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="a stage"), rarely_collecting():
        assert gc.get_threshold() != before
        raise ValueError("a stage")
    assert gc.get_threshold() == before
