"""How fast the pages of a large chronicle are while something writes to it."""
