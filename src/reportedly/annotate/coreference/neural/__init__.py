"""The trained part of coreference: which earlier phrase each phrase takes up, if any.

It reads the encoder's token vectors and what the rules found, and gives links of its own.
"""
