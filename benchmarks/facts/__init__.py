"""Facts of real articles, read by a person."""
