"""Measurements against shared and hand-written data; one folder a question."""
