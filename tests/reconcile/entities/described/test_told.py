"""What one article says of those whom it names: posts by their nouns, and who is whose."""

from reportedly.model import Cluster, Fact, Form, Mention
from reportedly.reconcile.entities.described.told import posts_of, told_in
from reportedly.schema import table_of

TEXT = "Mayor Ada Quill, the harbour master, met her ex-husband. Bo Tarn waited."


def mention(text: str, cluster: int, form: Form, confidence: float = 0.9) -> Mention:
    """Where the text has these words."""
    start = TEXT.index(text)
    return Mention(
        article_id="a1", cluster=cluster, span=(start, start + len(text)), text=text,
        form=form, confidence=confidence,
    )  # fmt: skip


def told(*mentions: Mention, role: str | None = None) -> list[dict[str, object]]:
    """The rows of the article with some mentions, and a fact on the first who is named."""
    facts = [
        Fact(
            fact_id="f1", article_id="a1", subject="Ada Quill", subject_cluster=1,
            attribute="role", value=role or "", span=(0, 5), confidence=0.9,
        )
    ]  # fmt: skip
    clusters = [
        Cluster(
            article_id="a1", cluster=1, name="Ada Quill", names=("Ada Quill",), kind="person",
            n_mentions=2, nominals=("the harbour master",), titles=("Mayor",),
            pronouns=("her",),
        ),
        Cluster(
            article_id="a1", cluster=2, kind="person", n_mentions=1, nominals=("her ex-husband",)
        ),
    ]  # fmt: skip
    tables = {
        Cluster.table: table_of(Cluster, clusters),
        Mention.table: table_of(Mention, list(mentions)),
        Fact.table: table_of(Fact, facts if role else []),
    }
    return list(told_in(tables).to_pylist())


def test_posts_of_the_named_by_noun() -> None:
    """Descriptions and titles of who has a name, as they are read and as they stand; nobody
    else's."""
    posts = [(row["cluster"], row["noun"], row["phrase"]) for row in told() if row["noun"]]
    assert posts == [(1, "master", "the harbour master"), (1, "mayor", "Mayor")]


def test_posts_that_are_facts_or_stand_before_names() -> None:
    """They are given whoever else gives posts; of words before a name each noun that they may
    end with, since another article may give the name in another length."""
    rows = told(mention("Mayor Ada Quill", 1, "name"), role="the former senator")
    assert [(row["noun"], row["words"]) for row in rows if row["given"]] == [
        ("senator", "the former senator")
    ]
    introduced = Mention(
        article_id="a1", cluster=1, span=(0, 9), form="name", confidence=0.9,
        text="award-winning actress Ada Quill",
    )  # fmt: skip
    found = [row for row in told(introduced) if row["given"]]
    said = [(row["noun"], row["words"], row["phrase"]) for row in found]
    assert ("actress", None, "award-winning actress Ada Quill") in said
    assert not [row for row in told(role="the man") if row["given"]]


def test_what_speaks_for_a_sex() -> None:
    """Titles and pronouns of who has a name; where neither says anything there is no row."""
    said = [(row["cluster"], row["titled"], row["pronoun"]) for row in told()]
    assert [each for each in said if each[1] or each[2]] == [(1, None, "f")]


def test_owned_words_with_who_may_own_them() -> None:
    """ "Her" is sure enough to own, and what is not, or is no owner at all, is left out."""
    rows = told(mention("her ex-husband", 2, "nominal"), mention("her", 1, "pronoun"))
    owned = [row for row in rows if row["owned"]]
    assert [(row["owned"], row["owners"], row["cluster"], row["tie"]) for row in owned] == [
        ("her ex-husband", [1], 2, "(former spouse)")
    ]
    unsure = told(mention("her ex-husband", 2, "nominal"), mention("her", 1, "pronoun", 0.5))
    assert [row["owners"] for row in unsure if row["owned"]] == [[]]
    assert not [row for row in told(mention("Bo Tarn", 3, "name")) if row["owned"]]


def test_titles_stand_for_posts() -> None:
    """A title that is no post is read as nothing."""
    assert list(posts_of(["the baker"], ["Sen.", "Dr."])) == [
        ("the baker", "the baker"), ("senator", "Sen."), ("", "Dr.")
    ]  # fmt: skip
