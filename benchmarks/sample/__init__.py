"""How much of the hand-made gold a chronicle of the sample holds."""
