"""Large piles out of small ones, and what reconciling them takes."""
