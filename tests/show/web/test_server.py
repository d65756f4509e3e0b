"""Binding a port, and saying what to do when it cannot be had."""

from pathlib import Path

import pytest

from reportedly.errors import ChronicleError, RunAborted
from reportedly.show.web.server import listen, serve


def test_port_in_use_names_the_next_step() -> None:
    """The message names the port and the option that helps."""
    with listen(0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(RunAborted, match=rf"port {port} cannot be used .*--port 0"):
            listen(port)


def test_only_loopback_is_bound() -> None:
    """No other machine can reach the pages."""
    with listen(0) as bound:
        assert bound.getsockname()[0] == "127.0.0.1"


def test_missing_chronicle_is_said_before_serving(tmp_path: Path) -> None:
    """A wrong path fails at once and not at the first request."""
    with pytest.raises(ChronicleError, match="no chronicle at"):
        serve(tmp_path / "none.chronicle", port=0)
