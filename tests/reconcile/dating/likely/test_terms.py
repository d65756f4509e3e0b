"""Terms are names, figures and pairs of words that are not stop words."""

from reportedly.reconcile.dating.likely.terms import PLAIN, as_written, terms_of


def test_names_figures_and_pairs_are_terms() -> None:
    """Capitals and figures stand alone and in pairs; plain words in pairs only."""
    found = terms_of("The Harl Inquiry heard 46 witnesses of heavy flooding")
    assert {"harl", "inquiry", "46", "harl inquiry", "46 witnesses"} <= found
    assert f"{PLAIN}heavy flooding" in found
    assert "heavy" not in found and "the harl" not in found


def test_a_term_is_shown_as_the_text_has_it() -> None:
    """Capitals and typographic apostrophes come back, line breaks do not."""
    text = "It was Orla\nO’Venn who spoke."
    assert as_written(["orla o'venn", f"{PLAIN}who spoke", "orla"], text) == [
        "Orla O’Venn",
        "who spoke",
        "Orla",
    ]
