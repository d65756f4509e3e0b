"""One pass of a small trained encoder over a text, which parse and attribution are read from.

In: a text.  Out: an `Encoding`: label scores and vectors of words for attribution; tags, heads,
names and sentence starts of tokens for the parse.  `training` in the repository makes the weights.
"""
