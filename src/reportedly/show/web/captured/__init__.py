"""A page as it was captured, made inert, with the words of its article marked where they stand."""
