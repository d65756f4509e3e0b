"""Training of coreference's network; see README.md."""
