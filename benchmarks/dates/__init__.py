"""Measures of dates."""
