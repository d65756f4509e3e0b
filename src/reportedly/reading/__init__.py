"""Read: from files and archives of any format to articles and what the parts of their text are."""
