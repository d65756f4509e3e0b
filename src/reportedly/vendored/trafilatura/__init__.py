"""Parts of trafilatura 2.3.1; see `tools.vendor`."""
