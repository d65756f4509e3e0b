"""Names and sources that the parser cuts or misreads, and who goes on speaking."""

import pytest

from reportedly.annotate.attribution import annotate as attribute
from reportedly.annotate.coreference import annotate
from reportedly.annotate.document import Document
from reportedly.model import Article, Cluster, Mention
from reportedly.rows import Rows


def _rows(text: str) -> Rows:
    document = Document(Article(article_id="a1", path="x", text=text, sha256=""))
    return annotate(document, attribute(document, Rows()))


def _names(text: str) -> dict[str, str]:
    return {c.name: c.kind for c in _rows(text).of(Cluster) if c.name is not None}


def _cluster_of(rows: Rows, words: str) -> int | None:
    return next((m.cluster for m in rows.of(Mention) if m.text == words), None)


def test_a_body_ends_before_somebodys_post_in_it() -> None:
    """ "Press" belongs to the secretary."""
    names = _names("Grey House Press Secretary Ada Quill spoke. The Grey House said it would wait.")
    assert "Grey House Press" not in names


def test_initials_with_full_stops_lead_to_the_body() -> None:
    rows = _rows(
        "The Harbour and Pier Commission opened a case on Monday. Bo Tarn said that the H.P.C. had "
        "been slow."
    )
    names = {c.name for c in rows.of(Cluster)}
    assert "H.P.C." not in names and "Harbour and Pier Commission" in names


def test_a_name_may_begin_with_a_written_number() -> None:
    names = _names(
        "The figures were first printed on Zero Tide, a website. Zero Tide said that they were old."
    )
    assert names.get("Zero Tide") == "organisation"


def test_a_work_taken_up_by_it_stays_a_work() -> None:
    """The pronoun fits anything and says nothing of the kind."""
    rows = _rows("A study of piers came out on Monday. It says that piers rot. It names nobody.")
    kinds = {c.cluster: c.kind for c in rows.of(Cluster)}
    it = _cluster_of(rows, "It")
    assert it is not None and kinds[it] == "work"


@pytest.mark.parametrize("noun", ["they", "it"])
def test_a_body_that_spoke_goes_on_speaking(noun: str) -> None:
    verb = "They say" if noun == "they" else "It says"
    rows = _rows(
        f"The Marl Harbour Trust said on Monday that the storms had done harm. {verb} that the "
        "pier will close."
    )
    assert _cluster_of(rows, noun.title()) == _cluster_of(rows, "The Marl Harbour Trust")


def test_who_is_named_in_a_quotation_did_not_say_it() -> None:
    """An epithet for the speaker is not the one whom the speaker talks about."""
    rows = _rows("“What if Ada Quill learned to sing?” the 43-year-old asked on Monday.")
    assert _cluster_of(rows, "the 43-year-old") != _cluster_of(rows, "Ada Quill")


def test_parents_named_together_share_a_name() -> None:
    """And "my father" is the one of the two who is called by a man's name."""
    rows = _rows(
        "My parents, John and Mary Quill, ran a ferry. My father often said that the sea was "
        "patient. My mother said that it was not."
    )
    names = {c.cluster: c.name for c in rows.of(Cluster)}
    assert names[_cluster_of(rows, "My father") or 0] == "John Quill"
    assert names[_cluster_of(rows, "My mother") or 0] == "Mary Quill"


def test_two_who_are_no_family_share_no_name() -> None:
    names = _names("The captains, Mary and John Quill, met. Mary Tarn said that it was cold.")
    assert "Mary Quill" not in names


def test_who_is_called_by_name_after_a_noun_is_one_with_it() -> None:
    rows = _rows("A driver named Bo Tarn was late. The driver said that the road had been closed.")
    assert _cluster_of(rows, "The driver") == _cluster_of(rows, "A driver named Bo Tarn")


def test_somebody_left_without_a_name_is_nobody_named_nearby() -> None:
    """ "A judge" brings somebody in; "the judge" is that one, not whom the sentence names too."""
    rows = _rows(
        "A judge kept Bo Tarn in jail. As the judge read the decision, Tarn smiled. The judge "
        "said that the case was clear."
    )
    assert _cluster_of(rows, "The judge") == _cluster_of(rows, "A judge")
    assert _cluster_of(rows, "The judge") != _cluster_of(rows, "Tarn")


def test_the_company_is_no_department() -> None:
    rows = _rows(
        "Marl Telecom Inc. cut jobs on Monday. The Labor Department was told. The company said "
        "that it had no choice."
    )
    assert _cluster_of(rows, "The company") == _cluster_of(rows, "Marl Telecom Inc.")


def test_who_answers_an_interview_is_named_above_it() -> None:
    """However often the answers name somebody else."""
    asked = "\n\n".join(f"Q: What of Bo Tarn and pier {n}?\n\nA: I like Bo Tarn." for n in range(6))
    rows = _rows(f"Questions for Ada Quill.\n\nAda Quill met us in Marl on Monday.\n\n{asked}")
    names = {c.cluster: c.name for c in rows.of(Cluster)}
    assert names[_cluster_of(rows, "I") or 0] == "Ada Quill"


def test_who_adds_something_has_spoken_before() -> None:
    """ "He added" is the last speaker, whoever was named after them."""
    rows = _rows(
        "Bo Tarn said on Monday that the driver had fled from John Moss.\n\n"
        "He added that the car was found."
    )
    assert _cluster_of(rows, "He") == _cluster_of(rows, "Bo Tarn")


@pytest.mark.parametrize(
    ("text", "who", "name"),
    [
        (
            "Ohio Gov. Bo Tarn met Iowa Gov. Ada Quill. The Iowa governor said that it was late.",
            "The Iowa governor",
            "Ada Quill",
        ),
        (
            "President Bo Tarn spoke on Monday.\n\n" + "The pier was cold.\n\n" * 9 + "It rained. "
            "The president said that he was glad.",
            "The president",
            "Bo Tarn",
        ),
    ],
)
def test_who_bears_a_title(text: str, who: str, name: str) -> None:
    """The one of that place; for an office with one holder also one named long ago."""
    rows = _rows(text)
    names = {c.cluster: c.name for c in rows.of(Cluster)}
    assert names.get(_cluster_of(rows, who)) == name


def test_a_couple_shares_the_name_that_one_has_elsewhere() -> None:
    names = _names("Khesh and Mira Lund came to Marl. Khesh Lund said that the pier was old.")
    assert {"Khesh Lund", "Mira Lund"} <= set(names)


def test_who_serves_is_who_goes_on_speaking() -> None:
    """In "Tarn campaign manager Ada Quill" Quill speaks, and not Tarn."""
    rows = _rows(
        "“Bo is ready,” Tarn campaign manager John Quill said on Monday in a talk with John "
        "Moss.\n\n“But ready is not enough,” he continued."
    )
    names = {c.cluster: c.name for c in rows.of(Cluster)}
    assert names[_cluster_of(rows, "he") or 0] == "John Quill"


def test_what_is_quoted_at_length_does_not_hide_who_quotes_it() -> None:
    """ "It" is the paper that the text spoke of before the quotation."""
    rows = _rows(
        "The Marl Courier printed a long appeal:\n\n“The pier is old. The pier is cold. The pier "
        "is ours. We want it back,” the Marl Courier wrote. “The sea is grey. The sea is wide. "
        "The sea is deep.”\n\nIt said that the pier was for all."
    )
    assert _cluster_of(rows, "It") == _cluster_of(rows, "The Marl Courier")


def test_a_trade_before_a_name_and_an_age_behind_it_are_no_parts_of_it() -> None:
    """At the start of a sentence the trade has a capital; a comma or a space got lost."""
    names = _names("Potter Clara Quill, 44, sang with the model Tess Arbour,22, and with Tom9.")
    assert {"Clara Quill", "Tess Arbour", "Tom"} <= set(names)
    assert "Paul Marten" in _names("Harpist Paul Marten, 44, sang.")
    assert "Mason Lee Tarn" in _names("Mason Lee Tarn sang with Ada Quill.")


def test_a_place_before_a_name_is_no_part_of_it() -> None:
    """No comma need stand behind "In Marl"; who has a first name before the given one keeps it."""
    assert "Tomas Quill" in _names("In Ketterby Tomas Quill, 71, has lost patience.")
    assert "George Tarn" in _names("At Lower Marl George Tarn has seen the plans.")
    assert "Anna Holt" in _names("In Sund Anna Holt and her sister sell herring.")
    assert "Mary Ann Doe" in _names("In Mary Ann Doe the council found a new clerk.")


def test_part_of_a_word_before_a_dash_is_no_name() -> None:
    """ "Re" is nobody, though the parser may take it for a body; "UN-led" has one in it."""
    names = _names(
        "They met in the Co-op on Quay Street. Ada Quill was there. Re-entry into the UN-led talks "
        "was not on her mind."
    )
    assert not {"Co", "Re"} & set(names) and "Ada Quill" in names


def test_the_magazine_is_the_weekly_that_was_named() -> None:
    """Whatever else the article calls by a name before."""
    rows = _rows(
        "You may have seen the cover in the Co-op. Friends told the weekly Brackwater Gazette that "
        "Ada Quill has left town.\n\nAccording to the magazine, one insider said: "
        '"She packed on Monday."'
    )
    magazine = _cluster_of(rows, "the magazine")
    names = {c.cluster: (c.name, c.kind) for c in rows.of(Cluster)}
    assert magazine is not None
    assert names[magazine] == ("Brackwater Gazette", "organisation")


@pytest.mark.parametrize("name", ["Inga Tarrable", "Elke Marn", "Ingrid Vossel"])
def test_an_opening_in_capitals_is_no_part_of_a_name(name: str) -> None:
    """Popular papers begin so; common nouns after it stand before the name."""
    names = _names(f"GRUMPY boffin {name} is staying put in her mountain hideaway, chums insist.")
    assert names.get(name) == "person"
    assert not any(name in other and name != other for other in names)


def test_a_name_before_an_age_that_opens_a_sentence_with_hours_later_is_a_name() -> None:
    """Parsers take "Marnie, 40" for a day."""
    for text in (
        "Marnie Quill announced it. Hours later Marnie, 40, posted: “You packed your bags.”",
        "Bo Tarn spoke of Marnie Quill. On Friday Marnie, 40, posted a picture.",
    ):
        rows = _rows(text)
        assert _cluster_of(rows, "Marnie") == _cluster_of(rows, "Marnie Quill") is not None


def test_a_double_name_that_a_headline_cuts_is_one() -> None:
    """Only where the text has it whole."""
    rows = _rows(
        "Carmichael-Rees: I'm up for the fight\n\nOwena Carmichael-Rees has told her local party "
        "that she will stand again. “I've plenty of petrol in the tank,” she said."
    )
    whole = _cluster_of(rows, "Owena Carmichael-Rees")
    assert _cluster_of(rows, "Carmichael-Rees") == whole is not None
