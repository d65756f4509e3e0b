"""Inputs made to break readers and stages: seeds, mutations, and a run with limits."""
