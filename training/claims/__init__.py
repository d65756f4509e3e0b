"""Makes the weights that compare two statements: the code, not the data."""
