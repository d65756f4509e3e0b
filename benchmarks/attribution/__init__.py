"""The attribution benchmark: how well spans of source, cue and content are found."""
