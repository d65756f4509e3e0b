"""Tokens, sentences, parts of speech, dependencies and names of a text.  A library does the work."""
