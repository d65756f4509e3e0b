"""Coreference in an article, on invented texts: who is put together, and who is kept apart."""

from reportedly.annotate.attribution import annotate as attribute
from reportedly.annotate.coreference import annotate
from reportedly.annotate.document import Document
from reportedly.model import Article, Cluster, Mention
from reportedly.rows import Rows


def rows_for(text: str, byline: str | None = None) -> Rows:
    article = Article(article_id="a1", path="x", text=text, sha256="", byline=byline)
    document = Document(article)
    return annotate(document, attribute(document, Rows()))


def cluster_with(text: str, words: str, nth: int = 0) -> Cluster:
    """The cluster of the mention that begins at the nth occurrence of `words`."""
    found = rows_for(text)
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    numbers = [m.cluster for m in found.of(Mention) if m.span[0] == at]
    assert numbers, f"no mention begins with {words!r}"
    return found.of(Cluster)[numbers[0]]


WEDDING = (
    "Orla Fenwick, a 52-year-old investor, opened the hall on Monday. “I am proud of it,” she said."
)


def test_names_descriptions_and_pronouns_are_one_person() -> None:
    """Apposition, "she" and the "I" of her quotation lead to the name."""
    cluster = cluster_with(WEDDING, "Orla")
    assert cluster.name == "Orla Fenwick"
    assert "a 52-year-old investor" in cluster.nominals
    assert set(cluster.pronouns) == {"i", "she"}


def test_spans_are_exact_and_clusters_numbered_by_first_mention() -> None:
    """Every mention's text is the article's, and cluster numbers follow the text."""
    found = rows_for(WEDDING)
    firsts: dict[int, int] = {}
    for mention in found.of(Mention):
        assert WEDDING[mention.span[0] : mention.span[1]] == mention.text
        assert 0 < mention.confidence < 1
        firsts[mention.cluster] = min(firsts.get(mention.cluster, 10**9), mention.span[0])
    assert list(firsts) == sorted(firsts)
    assert [c.cluster for c in found.of(Cluster)] == list(range(len(found.of(Cluster))))


def test_relatives_with_one_surname_stay_apart() -> None:
    """Titles and given names tell husband and wife, brother and sister apart."""
    text = (
        "Mr. Brandt and Mrs. Brandt disagreed. Mrs. Brandt left, and she took the car. "
        "Mr. Brandt stayed; he slept."
    )
    assert cluster_with(text, "Mr. Brandt").cluster != cluster_with(text, "Mrs. Brandt").cluster
    assert cluster_with(text, "she").cluster == cluster_with(text, "Mrs. Brandt").cluster
    assert cluster_with(text, "he slept").cluster == cluster_with(text, "Mr. Brandt").cluster
    siblings = "Iris Vell met Jonas Vell. Iris said that Jonas was late."
    assert cluster_with(siblings, "Iris said").name == "Iris Vell"
    assert cluster_with(siblings, "Jonas was").name == "Jonas Vell"


def test_surname_alone_is_the_one_introduced_before() -> None:
    """A brother named later does not take the surname from his sister."""
    text = "Orla Fenwick spoke first. Fenwick thanked her brother, Tobin Fenwick, for coming."
    assert cluster_with(text, "Fenwick thanked").name == "Orla Fenwick"


def test_kin_before_a_given_name_is_no_part_of_it() -> None:
    """ "Sis Petra" is the Petra whom the text names."""
    text = "Petra Brandt sang in Mardle. Her brother wept. Sis Petra, though, told us to go home."
    assert cluster_with(text, "Sis").name == "Petra Brandt"


def test_a_pet_name_is_who_has_the_full_one() -> None:
    """ "Otty" beside Ottoline Brandt, and not where two names begin so."""
    text = "Ottoline Brandt sang in Mardle on Friday. “I was hoarse,” Otty told reporters later."
    assert cluster_with(text, "Otty").name == "Ottoline Brandt"
    two = "Ottoline Brandt sang with Ottilie Vell in Mardle. “I was hoarse,” Otty told reporters."
    assert cluster_with(two, "Otty").name == "Otty"


def test_lost_apostrophes() -> None:
    """ "Oakess plan" is the plan of Oakes, and the mention leaves the s out."""
    text = "Senator Wendell Oakes met reporters in Mardle. Oakess plan was clear, Oakes said."
    found = rows_for(text)
    assert "Oakes" in [text[m.span[0] : m.span[1]] for m in found.of(Mention)]
    assert cluster_with(text, "Oakess").name == "Wendell Oakes"


def test_titles_lead_to_their_bearer() -> None:
    """ "The senator" is the only senator named."""
    text = "Sen. Wendell Oakes met Orla Fenwick. The senator denied the claim."
    assert cluster_with(text, "The senator").name == "Wendell Oakes"


def test_acronyms_and_common_nouns_of_bodies() -> None:
    """Letters, "it" and "the trust" lead to the full name."""
    text = (
        "The Harbour Heritage Trust said on Tuesday that it would sell the tower. "
        "The HHT bought it in 1990. The trust has no debts."
    )
    for words in ("it would", "The HHT", "The trust has"):
        assert cluster_with(text, words).name == "Harbour Heritage Trust"


def test_anonymous_sources_have_no_name() -> None:
    """An insider is somebody, and nobody by name, even when spoken of twice."""
    text = (
        "An insider told the Mardle Gazette that the couple will part. "
        "The insider said that they had argued with Orla Fenwick."
    )
    cluster = cluster_with(text, "An insider")
    assert cluster.name is None
    assert cluster_with(text, "The insider").cluster == cluster.cluster


def test_he_in_a_quotation_is_not_its_speaker() -> None:
    """Somebody who speaks of "him" speaks of another."""
    text = "Robert Vell apologised to James Crane on Friday. “He never called me,” Crane said."
    cluster = cluster_with(text, "He never")
    assert cluster.name != "James Crane"
    assert cluster_with(text, "me,").name == "James Crane"


def test_byline_speaks_in_an_essay() -> None:
    """The "I" of an essay is its author when the text itself names the author."""
    text = "I grew up in Mardle. I left at twelve.\n\nOrla Fenwick is a writer in Quillon."
    found = rows_for(text, byline="Orla Fenwick")
    first = min(found.of(Mention), key=lambda m: m.span)
    assert first.text == "I"
    assert found.of(Cluster)[first.cluster].name == "Orla Fenwick"


def test_texts_without_names_or_letters() -> None:
    """Nothing is found in nothing, and nothing is raised."""
    for text in ("", "   \n\n", "12 34 — !?", "\u00a0", "..."):
        assert rows_for(text).of(Cluster) == ()


def test_surnames_that_look_like_plurals_are_one_person() -> None:
    """ "Orla Sparks" is a person with a name, not a group without."""
    text = "Orla Sparks coached the team. Sparks said she was glad."
    cluster = cluster_with(text, "Sparks said")
    assert (cluster.name, cluster.kind) == ("Orla Sparks", "person")


def test_who_asks_is_not_asked_about() -> None:
    """ "Brill asked whether she would leave": she is the guest."""
    text = (
        "Zephyra Vell sat down with Osgood Brill. Brill asked whether she would leave. "
        "“Never,” she said."
    )
    assert cluster_with(text, "she would").name != "Osgood Brill"
    assert cluster_with(text, "she said").name == "Zephyra Vell"


def test_interviews() -> None:
    """In questions "you", in answers "I" is the one whom the text names most."""
    asked = ["Why did you leave?", "Do you miss it?", "Who told you?", "And now?", "Will you stay?"]
    lines = ["Orla Fenwick Looks Back", "We met Orla Fenwick in Mardle."]
    lines += [line for question in asked for line in (question, "I never said so.")]
    text = "\n\n".join(lines)
    assert cluster_with(text, "I never").name == "Orla Fenwick"
    assert cluster_with(text, "you leave").name == "Orla Fenwick"


def test_the_age_tells_who_is_meant() -> None:
    """ "The 52-year-old" is the one of two people who is 52."""
    text = (
        "Jonas Vell, 52, met Wendell Oakes, 61, in Mardle on Monday.\n\n"
        "The 52-year-old said that he was glad."
    )
    assert cluster_with(text, "The 52-year-old").name == "Jonas Vell"


def test_a_description_of_somebody_else_is_not_the_person_named_before() -> None:
    """Whom a clause or a genitive introduces is new."""
    text = "Orla Fenwick opened the hall.\n\nThe woman who sells tea said that it was cold."
    assert cluster_with(text, "The woman").name is None
    text = "Orla Fenwick opened the hall.\n\nThe couple's lawyer said that it was cold."
    assert cluster_with(text, "The couple's lawyer").name is None


def test_who_speaks_goes_on_speaking() -> None:
    """ "He denied" after "Croft told": the speaker, not the client named more often."""
    text = (
        "Jonas Vell has sold his house. Jonas Vell bought it in 2001.\n\n"
        "Osgood Croft, Mr Vell’s solicitor, told reporters that his client was content. "
        "He denied that there had been a quarrel."
    )
    assert cluster_with(text, "He denied").name == "Osgood Croft"


def test_outlet_and_author_are_known_names() -> None:
    """An article's own outlet is an organisation in any short form; its author a person."""
    text = "By ISLA BRANDT\n\nThe talks failed, a friend told the Lantern. The Lantern was first."
    article = Article(
        article_id="a1",
        path="x",
        text=text,
        sha256="",
        outlet="Daily Lantern",
        byline="Isla Brandt",
    )
    document = Document(article)
    kinds = {
        c.name: c.kind
        for c in annotate(document, attribute(document, Rows())).of(Cluster)
        if c.name
    }
    assert kinds["Lantern"] == "organisation"
    assert kinds["Isla Brandt"] == "person"


def test_father_and_son_of_one_name() -> None:
    """ "Jr." beside the same name without it is somebody else."""
    text = "Wendell Oakes spoke first. Wendell Oakes Jr. spoke next, and Wendell Oakes smiled."
    assert cluster_with(text, "Wendell Oakes Jr.").cluster != cluster_with(text, "Wendell").cluster


def test_what_is_made_of_a_name_is_not_the_person() -> None:
    """A law nicknamed after a politician does not become the politician."""
    text = "Brandt opposed the law. Critics mocked Brandtcare, and Brandt laughed."
    names = [set(c.names) for c in rows_for(text).of(Cluster)]
    assert not any({"Brandt", "Brandtcare"} <= found for found in names)


def test_an_age_after_a_name_is_no_part_of_the_mention() -> None:
    """ "Orla Fenwick, 52" names her with the first two words."""
    text = "Orla Fenwick, 52, opened the hall."
    first = min(rows_for(text).of(Mention), key=lambda m: m.span)
    assert first.text == "Orla Fenwick"
