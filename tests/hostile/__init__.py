"""Articles that try to run, load or leak something, and tests that none of them does."""
