"""How well pages are read: text against hand-made text, day of publication against the true day."""
