"""Planted conflicts of ages and numbers of children, and how many are found."""
