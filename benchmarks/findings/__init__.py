"""Findings read by hand, and planted changes that must be found."""
