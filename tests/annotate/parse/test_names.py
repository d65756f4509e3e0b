"""Names made consistent: pieces join what is whole elsewhere, one type for one name."""

from reportedly.annotate.parse.names import Name, consistent


def made(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    """The names after, out of (words, type) in their order, in one sentence."""
    words = text.split()
    found, at = [], 0
    for own, type_ in names:
        parts = own.split()
        at = next(i for i in range(at, len(words)) if words[i : i + len(parts)] == parts)
        found.append(Name(at, at + len(parts), type_))
        at += len(parts)
    after = consistent(words, found, [0] * len(words))
    return [(" ".join(words[n.first : n.last]), n.type) for n in after]


def test_a_piece_gives_way_to_the_whole_name_found_elsewhere() -> None:
    text = "Ada Quill met Bo . Later Ada Quill left ."
    found = made(text, ("Ada Quill", "PERSON"), ("Bo", "PERSON"), ("Quill", "PERSON"))
    assert found[-1] == ("Ada Quill", "PERSON")


def test_most_places_decide_the_type() -> None:
    text = "Orrin won . Orrin lost . Orrin sold it ."
    found = made(text, ("Orrin", "ORG"), ("Orrin", "GPE"), ("Orrin", "ORG"))
    assert {type_ for _, type_ in found} == {"ORG"}


def test_a_draw_changes_nothing() -> None:
    found = made("Orrin won . Orrin lost .", ("Orrin", "ORG"), ("Orrin", "GPE"))
    assert [type_ for _, type_ in found] == ["ORG", "GPE"]


def test_titles_and_ages_tell_a_person() -> None:
    """However a headline is read."""
    found = made("Ada Quill Sings . Ada Quill , 46 , sang .", *[("Ada Quill", "ORG")] * 2)
    assert found == [("Ada Quill", "PERSON")] * 2
    found = made("Ms Quill sang . Ada Quill left .", ("Quill", "ORG"), ("Ada Quill", "ORG"))
    assert {type_ for _, type_ in found} == {"PERSON"}


def test_a_title_of_a_programme_is_no_time() -> None:
    assert made("She sang on Late Light last night .", ("Late Light", "TIME"))[0][1] != "TIME"
    assert made("She sang on Monday Night .", ("Monday Night", "TIME"))[0][1] == "TIME"


def test_sums_and_days_keep_their_type() -> None:
    found = made("May came . May left .", ("May", "DATE"), ("May", "PERSON"))
    assert found == [("May", "DATE"), ("May", "PERSON")]


def test_who_opens_a_line_with_a_colon_is_whom_the_text_names() -> None:
    """The last name of somebody before a colon; a word that is nobody's is left alone."""
    words = "Ada Quill wove . Quill : Every day . Mill : closed .".split()
    sentences = [0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2]
    after = consistent(words, [Name(0, 2, "PERSON")], sentences)
    assert after == [Name(0, 2, "PERSON"), Name(4, 5, "PERSON")]
