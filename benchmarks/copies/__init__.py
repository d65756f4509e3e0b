"""Measures of near copies."""
