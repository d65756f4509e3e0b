"""The doctor finds this installation sound, and says what is wrong with a broken one."""

import pytest

from reportedly.engine import doctor


def test_this_installation_is_sound() -> None:
    """Or no other test would run."""
    assert [check.name for check in doctor.checks() if not check.sound] == []


def test_a_check_that_fails_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are made all the same."""

    def broken() -> str:
        raise ImportError("no module named nothing")

    monkeypatch.setattr(doctor, "_CHECKS", {"first": broken, "second": lambda: "fine"})
    first, second = doctor.checks()
    assert (first.sound, first.detail) == (False, "ImportError: no module named nothing")
    assert second.sound
