"""Scripts that make the weights shipped in the package; none of them is needed to use it."""
