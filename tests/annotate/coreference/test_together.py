"""Several named together, and people whom headline and lead describe before they are named."""

from reportedly.annotate.attribution import annotate as attribute
from reportedly.annotate.coreference import annotate
from reportedly.annotate.coreference.quotations import find_quotations
from reportedly.annotate.document import Document
from reportedly.model import Article, Attribution, Cluster, Mention
from reportedly.rows import Rows

PAIR = (
    "Senators Ada Quill and Bo Tarn wrote to the harbour board on Monday. "
    "They want the pier closed. The senators also asked for a survey.\n\n"
    "Ms. Quill and Mr. Tarn said the work had to begin soon."
)


def _clusters(text: str) -> dict[str, int]:
    """The cluster of each mention by its words; of equal words the last."""
    article = Article(article_id="a1", path="x", text=text, sha256="")
    document = Document(article)
    rows = annotate(document, attribute(document, Rows()))
    return {m.text: m.cluster for m in rows.of(Mention)}


def test_the_same_people_named_together_again_are_one_group() -> None:
    """ "They", "the senators" and their names once more lead to the pair, not to either of them."""
    found = _clusters(PAIR)
    pair = found["Senators Ada Quill and Bo Tarn"]
    assert found["Ms. Quill and Mr. Tarn"] == pair
    assert found["The senators"] == pair
    assert found["Ms. Quill"] != pair


def test_other_people_named_together_are_another_group() -> None:
    """One name of two in common is not enough."""
    found = _clusters("Ada Quill and Bo Tarn sang. Then Ada Quill and Peter Moss danced.")
    assert found["Ada Quill and Bo Tarn"] != found["Ada Quill and Peter Moss"]


def test_a_body_in_the_lead_is_the_one_named_next() -> None:
    """ "A Senate panel" is the only Senate committee that the next sentences name."""
    found = _clusters(
        "A Senate panel voted on Monday to close the pier. The Senate Harbour Committee was "
        "divided nine to eight."
    )
    assert found["A Senate panel"] == found["The Senate Harbour Committee"]


def test_a_body_of_another_house_is_not_taken() -> None:
    """What is capitalised before the noun has to recur in the name."""
    found = _clusters(
        "A Senate panel voted on Monday to close the pier. The House Harbour Committee was "
        "divided nine to eight."
    )
    assert found.get("A Senate panel") != found["The House Harbour Committee"]


def test_a_relation_leads_to_the_only_one_named_in_it() -> None:
    """ "His lawyer" is whom the text names as a lawyer for the same man."""
    found = _clusters(
        "Bo Tarn did not answer his lawyer. A lawyer for Tarn, Ada Quill, came to the court. "
        "Quill said Tarn was ill."
    )
    assert found["his lawyer"] == found["Quill"]


def test_of_two_in_the_same_relation_neither_is_taken() -> None:
    """With two named lawyers nothing tells which one is meant."""
    found = _clusters(
        "A lawyer for Tarn, Ada Quill, spoke first. Another lawyer for Tarn, Peter Moss, stayed "
        "away. Tarn's attorney would not comment."
    )
    assert found["Tarn's attorney"] not in (found["Ada Quill"], found["Peter Moss"])


def test_a_body_named_after_what_it_is_for_keeps_its_whole_name() -> None:
    """A court of appeals has its circuit in its name."""
    text = "The U.S. Court of Appeals for the Ninth Circuit ruled on Monday that the pier may stay."
    assert "The U.S. Court of Appeals for the Ninth Circuit" in _clusters(text)


def test_words_given_to_somebody_and_to_nobody_are_somebodys() -> None:
    """Two attributions of the same words, one without a source: the other says who speaks."""
    text = "“The pier is shut,” Ada Quill said."
    content, source = (0, 19), (20, 29)
    rows = [
        Attribution(
            article_id="a1",
            content=(content,),
            cue=(),
            source=spans,
            mode="direct",
            confidence=0.9,
            reason="given",
        )
        for spans in ((), (source,))
    ]
    assert find_quotations(text, rows)[0].source == source
    assert find_quotations(text, rows[::-1])[0].source == source


def test_a_clause_about_somebody_speaks_of_them() -> None:
    """ "Who has kept bees since she was nine" is about herself; "who parted from her" is not."""
    found = _clusters("I rang Anna Quill, who has kept looms since she was nine. Nobody answered.")
    assert found["she"] == next(n for words, n in found.items() if words.startswith("Anna Quill"))


def test_a_description_beside_a_name_belongs_to_another_than_it() -> None:
    """In "Peter Moss, once her rival," "her" is the woman named before."""
    found = _clusters(
        "Anna Quill wept. Peter Moss, once her fiercest critic, was kinder than most of them."
    )
    name = next(n for words, n in found.items() if words.startswith("Peter Moss"))
    assert found["her"] == found["Anna Quill"] != name


def test_a_relative_and_the_name_after_are_one() -> None:
    """However the parser reads the two."""
    found = _clusters(
        "Walter Moss died. His grandson Tobi, 11, keeps two hives of his own. Tobi likes them."
    )
    assert found["His grandson Tobi, 11"] == found["Tobi"] != found["Walter Moss"]


def test_a_couple_is_no_pair_of_children() -> None:
    """Nor two whom only somebody who is quoted names together."""
    found = _clusters(
        "The judge Bo Tarn and the singer Ada Quill are to part, they said on Tuesday.\n\n“Pia and "
        "Max will have two homes,” they said. They have two children, Pia and Max, nine.\n\nThe "
        "couple say that they have lived apart since May."
    )
    pair = found["Bo Tarn and the singer Ada Quill"]
    assert found["The couple"] == pair
    assert found["Pia and Max"] != pair


def test_an_office_just_told_of_is_whoever_speaks_next() -> None:
    """Far below the lead, too, where the next words are those of a person not yet explained."""
    lead = "Bo Tarn has sold his boat. It was old.\n\nThe sale was quick. Nobody saw it coming.\n\n"
    found = _clusters(
        lead + "His solicitor confirmed that papers were signed.\n\n“It is a quiet matter,” Jonas "
        "Vell told reporters outside."
    )
    assert found["His solicitor"] == found["Jonas Vell"]
    found = _clusters(
        lead + "His solicitor confirmed that papers were signed.\n\nThe harbour was empty on "
        "Monday.\n\n“It is a quiet place,” Jonas Vell told reporters outside."
    )
    assert found["His solicitor"] != found["Jonas Vell"]
    found = _clusters(
        lead + "His solicitor confirmed that papers were signed.\n\nJonas Vell, who owns the pier, "
        "said that it was a quiet matter."
    )
    assert found["His solicitor"] != found["Jonas Vell, who owns the pier"]


def test_who_follows_somebody_in_an_office_is_named_behind_it() -> None:
    """The bare noun of the office takes no name of its own."""
    found = _clusters(
        "Bo Tarn kept away on Friday.\n\nHis successor as mayor, Ada Quill, cut the ribbon. She "
        "said that the bridge was safe."
    )
    successor = found["His successor as mayor, Ada Quill"]
    assert successor == found["Ada Quill"] == found["She"]


def test_a_publisher_can_be_a_house() -> None:
    """By an "and" of two names it is no person."""
    article = Article(
        article_id="a1",
        path="x",
        text="The book has sold 9,000 copies, according to its publisher, Marl & Fern.",
        sha256="",
    )
    document = Document(article)
    rows = annotate(document, attribute(document, Rows()))
    kinds = {cluster.name: cluster.kind for cluster in rows.of(Cluster)}
    assert kinds["Marl & Fern"] == "organisation"


def test_he_and_somebody_named_are_a_pair() -> None:
    """ "He and the diver Honora Vale" are two; "they" and somebody are nobody knows how many."""
    found = _clusters(
        "The chef Sev Tarn left, a week after he and the diver Honora Vale announced their "
        "split. “We will live in two houses,” the pair said."
    )
    assert found["the pair"] == found["he and the diver Honora Vale"]
    found = _clusters(
        "The chefs left on Friday, a week after they and the diver Honora Vale closed the bar. “We "
        "will live in two houses,” the pair said."
    )
    assert "they and the diver Honora Vale" not in found
