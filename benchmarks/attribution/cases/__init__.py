"""Hand-written cases of what annotated articles do not teach, and how well they are read."""
