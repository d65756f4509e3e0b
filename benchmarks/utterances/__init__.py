"""Measures of utterances."""
