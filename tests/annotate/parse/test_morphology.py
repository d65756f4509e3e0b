"""Parts of speech: what the tag leaves open, the place in the sentence decides."""

import pytest

from reportedly.annotate.parse.morphology import morphology


@pytest.mark.parametrize(
    ("word", "tag", "dep", "pos", "lemma"),
    [
        ("has", "VBZ", "aux", "AUX", "have"),
        ("has", "VBZ", "ROOT", "VERB", "have"),
        ("'s", "VBZ", "ROOT", "AUX", "be"),
        ("That", "DT", "nsubj", "PRON", "that"),
        ("that", "DT", "det", "DET", "that"),
        ("that", "IN", "mark", "SCONJ", "that"),
        ("after", "IN", "mark", "SCONJ", "after"),
        ("after", "IN", "prep", "ADP", "after"),
        ("n't", "RB", "neg", "PART", "not"),
        ("him", "PRP", "dobj", "PRON", "he"),
        ("Quill", "NNP", "nsubj", "PROPN", "Quill"),
        ("to", "TO", "aux", "PART", "to"),
        ("someone", "NN", "nsubj", "PRON", "someone"),
        ("wo", "MD", "aux", "AUX", "will"),
        ("Said", "VBD", "ROOT", "VERB", "say"),
    ],
)
def test_morphology(word: str, tag: str, dep: str, pos: str, lemma: str) -> None:
    assert morphology(word, tag, dep) == (pos, lemma)
