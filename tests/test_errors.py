"""How errors of the system are told."""

import errno

from reportedly.errors import told


def test_the_system_is_told_in_words() -> None:
    """With the file where there is one, without the number; other errors as they are."""
    assert told(OSError(errno.ENOSPC, "No space left on device")) == "no space left on device"
    missing = FileNotFoundError(errno.ENOENT, "No such file or directory", "a/b.txt")
    assert told(missing) == "no such file or directory (a/b.txt)"
    assert told(ValueError("line 3: no number")) == "line 3: no number"
    assert told(OSError("odd")) == "odd"
