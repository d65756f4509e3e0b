"""Runs stages: batches, processes, retries, quarantine, order of results.  No stage imports it."""
