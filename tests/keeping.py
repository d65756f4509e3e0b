"""Results of pieces of work kept in memory, for tests of what is not worked out again."""


class Kept(dict[str, bytes]):
    """Results kept in memory."""

    def find(self, key: str) -> bytes | None:
        """What is kept under a key."""
        return self.get(key)

    def keep(self, key: str, payload: bytes) -> None:
        """Keeps a result."""
        self[key] = payload

    def drop(self, key: str) -> None:
        """Drops a result."""
        self.pop(key, None)
