"""Parts of htmldate 1.11.0; see `tools.vendor`."""
