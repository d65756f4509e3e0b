"""Tokens, sentences, parts of speech, dependencies and names of a text; a library makes them."""
