"""One article to its statements, mentions, dates and facts.  One folder a question."""
