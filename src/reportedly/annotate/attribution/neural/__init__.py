"""Attributions found by a trained model: a small encoder, a label decoder and a link scorer.

In: texts. Out: `TaggedAttribution`s with character offsets. Nothing but inference lives here;
`training/attribution` in the repository makes the weights.
"""
