"""Who is described in one article and named in others, on invented rows."""

from dataclasses import dataclass, field, replace

import pyarrow as pa
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import (
    Article,
    Bearer,
    ChainHop,
    Cluster,
    Constraint,
    Entity,
    Fact,
    Happening,
    Mention,
    Place,
    Region,
    Row,
    SourceKind,
    Statement,
)
from reportedly.reconcile.entities import reconcile
from reportedly.reconcile.entities.described import marked
from reportedly.schema import rows_of, table_of


@dataclass
class Pile:
    """Rows of a pile; each cluster is a line of its article's text."""

    rows: dict[type[Row], list[Row]] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)

    def add(
        self,
        article: str,
        words: str,
        *,
        name: str | None = None,
        says: SourceKind | None = None,
        sure: float = 0.95,
        cluster: int | None = None,
    ) -> int:
        """One mention, by default of a new cluster; `says` makes it the source of a statement."""
        lines = self.texts.setdefault(article, [])
        start = sum(len(line) + 1 for line in lines)
        number = len(lines) if cluster is None else cluster
        lines.append(words)
        span = (start, start + len(words))
        if cluster is None:
            described = () if name else (words,)
            self._put(
                Cluster(
                    article_id=article,
                    cluster=number,
                    name=name,
                    names=(name,) if name else (),
                    nominals=described,
                    kind="person",
                    n_mentions=1,
                )
            )
        self._put(
            Mention(
                article_id=article,
                span=span,
                text=words,
                form="nominal" if name is None else "name",
                confidence=sure,
                cluster=number,
            )
        )
        if says:
            self._say(article, number, span, words, says)
        return number

    def fact(self, article: str, cluster: int, attribute: str, value: str) -> None:
        """One fact on a cluster, as of the day of all articles."""
        self._put(
            Fact(
                fact_id=f"f{article}{cluster}{attribute}",
                subject="",
                attribute=attribute,
                value=value,
                as_of_earliest="2019-03-05",
                as_of_latest="2019-03-05",
                article_id=article,
                span=(0, 1),
                confidence=0.9,
                subject_cluster=cluster,
            )
        )

    def _say(
        self, article: str, cluster: int, span: tuple[int, int], words: str, kind: SourceKind
    ) -> None:
        statement_id = f"s{article}{cluster}{span[0]}"
        self._put(
            Statement(
                statement_id=statement_id,
                article_id=article,
                content=((0, 1),),
                content_text="",
                source=(span,),
                source_text=words,
                mode="direct",
                source_kind=kind,
                confidence=0.9,
                reason="quoted",
                speaker_cluster=cluster,
            )
        )
        hop = ChainHop(statement_id=statement_id, hop=1, kind=kind, name=words, cluster=cluster)
        self._put(hop)

    def _put(self, row: Row) -> None:
        self.rows.setdefault(type(row), []).append(row)

    def tables(self, stories: dict[str, str] | None = None) -> dict[str, pa.Table]:
        """All tables; articles are of one story but for those that `stories` names."""
        articles = [
            Article(
                article_id=article,
                path=article,
                text="\n".join(lines),
                published="2019-03-05",
                story_id=(stories or {}).get(article, "y"),
                sha256="",
            )
            for article, lines in self.texts.items()
        ]
        kinds = (Region, Cluster, Mention, Statement, ChainHop, Fact, Happening, Constraint)
        tables = {kind.table: table_of(kind, self.rows.get(kind, ())) for kind in kinds}
        return {**tables, "articles": table_of(Article, articles)}


def reconciled(pile: Pile, **stories: str) -> dict[str, pa.Table]:
    return reconcile(pile.tables(stories), LaptopJoins())


def speakers(written: dict[str, pa.Table]) -> dict[str | None, str | None]:
    """Source → speaker of all statements."""
    return {row.source_text: row.speaker for row in rows_of(Statement, written["statements"])}


def aged(description: str, says: SourceKind | None = "person") -> Pile:
    """Ada Quill is 52 in one article, another describes somebody."""
    pile = Pile()
    pile.fact("a1", pile.add("a1", "Ada Quill", name="Ada Quill"), "age", "52")
    pile.add("a2", description, says=says)
    return pile


def test_an_age_leads_to_the_person_of_the_story() -> None:
    """Statement, chain and mention name her, say why, and are less sure than before."""
    written = reconciled(aged("the 52-year-old"))
    (statement,) = rows_of(Statement, written["statements"])
    (entity,) = rows_of(Entity, written["entities"])
    (hop,) = rows_of(ChainHop, written["chain"])
    mention = next(m for m in rows_of(Mention, written["mentions"]) if m.article_id == "a2")
    assert (statement.speaker, statement.speaker_id) == ("Ada Quill", entity.entity_id)
    assert "“the 52-year-old” is Ada Quill by another article: aged 52" in statement.reason
    assert statement.confidence < 0.9
    assert mention.entity_id == entity.entity_id
    assert mention.confidence < 0.75
    assert (hop.name, hop.entity_id) == ("Ada Quill", entity.entity_id)
    assert (entity.name, entity.aliases, entity.n_articles) == ("Ada Quill", (), 2)
    assert entity.reason is not None
    assert "“the 52-year-old”" in entity.reason


@pytest.mark.parametrize("description", ["the 47-year-old", "a 52-year-old", "the insider"])
def test_other_descriptions_lead_to_nobody(description: str) -> None:
    """Another age, somebody brought in, a name kept back."""
    assert speakers(reconciled(aged(description))) == {description: None}


def test_anonymous_sources_stay_without_a_name() -> None:
    """Whatever fits."""
    written = reconciled(aged("the 52-year-old", says="anonymous"))
    assert speakers(written) == {"the 52-year-old": None}
    assert rows_of(Mention, written["mentions"])[1].entity_id is None


def test_another_story_says_nothing() -> None:
    """An age fits many people of a pile."""
    written = reconciled(aged("the 52-year-old"), a2="another")
    assert speakers(written) == {"the 52-year-old": None}


def test_two_who_fit_are_nobody() -> None:
    """In doubt no name."""
    pile = aged("the 52-year-old")
    pile.fact("a1", pile.add("a1", "Mira Dole", name="Mira Dole"), "age", "52")
    assert speakers(reconciled(pile)) == {"the 52-year-old": None}


def test_children_need_that_nobody_else_may_be_meant() -> None:
    """ "The mother of two" beside another woman of whom nothing is known."""
    pile = Pile()
    pile.fact("a1", pile.add("a1", "Ada Quill", name="Ada Quill"), "children", "2")
    pile.add("a2", "the mother of two", says="person")
    assert speakers(reconciled(pile)) == {"the mother of two": "Ada Quill"}
    pile.add("a2", "Mary Dole", name="Mary Dole")
    assert speakers(reconciled(pile)) == {"the mother of two": None}


def test_an_age_is_believed_before_a_count_of_children() -> None:
    """A paper that gives her three children instead of two still means her; one of another age
    does not."""
    pile = aged("the mother of three, 52")
    pile.fact("a1", 0, "children", "2")
    assert speakers(reconciled(pile)) == {"the mother of three, 52": "Ada Quill"}
    pile = aged("the mother of two, 43")
    pile.fact("a1", 0, "children", "2")
    assert speakers(reconciled(pile)) == {"the mother of two, 43": None}


def test_age_and_post_together_tell_two_of_one_age_apart() -> None:
    """The weaver is meant, and nobody else who is 52."""
    pile = aged("the weaver, 52")
    pile.fact("a1", 0, "role", "weaver")
    pile.fact("a1", pile.add("a1", "Mira Dole", name="Mira Dole"), "age", "52")
    assert speakers(reconciled(pile)) == {"the weaver, 52": "Ada Quill"}


@pytest.mark.parametrize("words", ["Her husband", "My husband"])
def test_ties_lead_from_the_owner(words: str) -> None:
    """ "Her husband" is whom another article gives as her husband, named there or not here.

    "My husband" is, where she speaks.
    """
    pile = Pile()
    pile.fact("a1", pile.add("a1", "Ada Quill", name="Ada Quill"), "spouse", "Bo Tarn")
    pile.add("a1", "Bo Tarn", name="Bo Tarn")
    owner = pile.add("a2", "Ada Quill", name="Ada Quill")
    pile.add("a2", words, says="person")
    mention = pile.rows[Mention][-1]
    assert isinstance(mention, Mention)
    start = mention.span[0]
    pile.rows[Mention].append(
        replace(
            mention,
            span=(start, start + words.index(" ")),
            text=words.split()[0],
            form="pronoun",
            cluster=owner,
        )
    )
    assert speakers(reconciled(pile)) == {words: "Bo Tarn"}


def guessed() -> Pile:
    """An article takes "the Wexcombe senator" for Mira Dole; another has Tobin Sallow so."""
    pile = Pile()
    sallow = pile.add("a1", "Tobin Sallow", name="Tobin Sallow")
    pile.add("a1", "the Wexcombe senator", cluster=sallow)
    pile.fact("a1", sallow, "role", "Wexcombe senator")
    dole = pile.add("a2", "Mira Dole", name="Mira Dole")
    pile.add("a2", "the Wexcombe senator", cluster=dole, sure=0.6, says="person")
    return pile


def test_a_guess_of_the_article_gives_way() -> None:
    """Where another article describes somebody else so; what she says elsewhere stays hers."""
    pile = guessed()
    pile.add("a2", "Dole", name="Mira Dole", cluster=0, says="person")
    written = reconciled(pile)
    assert speakers(written) == {"the Wexcombe senator": "Tobin Sallow", "Dole": "Mira Dole"}
    hops = {hop.name for hop in rows_of(ChainHop, written["chain"])}
    assert hops == {"Tobin Sallow", "Mira Dole"}


def test_a_guess_that_others_confirm_stays() -> None:
    """She is called so elsewhere, too."""
    pile = guessed()
    dole = pile.add("a3", "Mira Dole", name="Mira Dole")
    pile.fact("a3", dole, "role", "Wexcombe senator")
    assert speakers(reconciled(pile)) == {"the Wexcombe senator": "Mira Dole"}


@pytest.mark.parametrize(
    ("post", "speaker"),
    [("harbour minister", "Ada Quill"), ("deputy harbour minister", None), ("harbour guard", None)],
)
def test_a_post_must_be_of_the_same_rank(post: str, speaker: str | None) -> None:
    """A deputy is not the minister, and another noun another post."""
    pile = Pile()
    pile.fact("a1", pile.add("a1", "Ada Quill", name="Ada Quill"), "role", post)
    pile.add("a2", "the harbour minister", says="person")
    assert speakers(reconciled(pile)) == {"the harbour minister": speaker}


def test_one_article_of_another_story_is_too_little_for_an_age() -> None:
    """Though it names her and is of the same day: two such articles are enough."""
    pile = aged("the 52-year-old")
    pile.add("a2", "Ada Quill", name="Ada Quill")
    assert speakers(reconciled(pile, a2="another"))["the 52-year-old"] is None
    pile.fact("a3", pile.add("a3", "Ada Quill", name="Ada Quill"), "age", "52")
    assert speakers(reconciled(pile, a2="another"))["the 52-year-old"] == "Ada Quill"


def test_people_can_take_a_description_away() -> None:
    """What is split off is called by its own words, and the other keeps name and identifier."""
    pile = aged("the 52-year-old")
    (kept,) = rows_of(Entity, reconciled(pile)["entities"])
    split = Constraint(
        number=1,
        decision_id="d1",
        action="split",
        one=(Place(name="Ada Quill"),),
        other=(Place(article_id="a2", span=(0, 5)),),
        given="Cleo",
    )
    pile.rows[Constraint] = [split]
    written = reconciled(pile)
    names = {row.name: row.entity_id for row in rows_of(Entity, written["entities"])}
    assert names["Ada Quill"] == kept.entity_id
    assert set(names) == {"Ada Quill", "the 52-year-old"}


def test_bearers_say_who_is_only_described() -> None:
    """They have no names, and come after those that have."""
    bearers = rows_of(Bearer, reconciled(aged("the 52-year-old"))["bearers"])
    assert [(row.name, bool(row.names)) for row in bearers] == [
        ("Ada Quill", True),
        ("the 52-year-old", False),
    ]


def test_marking_twice_is_marking_once() -> None:
    """Rows that a decision touches are marked again when they are linked again."""
    written = reconciled(aged("the 52-year-old"))
    reasons = {
        (row.article_id, row.cluster): row.reasons[0]
        for row in rows_of(Bearer, written["bearers"])
        if not row.names
    }
    again = marked(written, reasons)
    assert again["statements"].equals(written["statements"])
    assert again["mentions"].equals(written["mentions"])


def test_order_of_articles_does_not_matter() -> None:
    """The same rows when the pile is read the other way round."""
    pile = guessed()
    pile.add("a3", "the Wexcombe senator", says="person")
    turned = Pile(
        {kind: list(reversed(rows)) for kind, rows in pile.rows.items()},
        dict(reversed(pile.texts.items())),
    )
    written, again = reconciled(pile), reconciled(turned)
    assert rows_of(Entity, written["entities"]) == rows_of(Entity, again["entities"])
    assert rows_of(Statement, written["statements"]) == rows_of(Statement, again["statements"])
    assert rows_of(Mention, written["mentions"]) == rows_of(Mention, again["mentions"])


def test_in_an_article_without_a_day_the_very_age_of_somebody_named_counts() -> None:
    """Two others give her that age; what cannot be compared speaks against nobody."""
    pile = aged("the 52-year-old")
    pile.fact("a3", pile.add("a3", "Ada Quill", name="Ada Quill"), "age", "52")
    pile.fact("a4", pile.add("a4", "Ada Quill", name="Ada Quill"), "age", "47")
    assert _speakers_of_undated(pile)["the 52-year-old"] is None
    pile.add("a2", "Ada Quill", name="Ada Quill")
    assert _speakers_of_undated(pile)["the 52-year-old"] == "Ada Quill"


def _speakers_of_undated(pile: Pile) -> dict[str | None, str | None]:
    """The speakers where `a2` has no day and is of another story."""
    tables = pile.tables({"a2": "another"})
    articles = rows_of(Article, tables["articles"])
    dated = (replace(a, published=None) if a.article_id == "a2" else a for a in articles)
    return speakers(reconcile({**tables, "articles": table_of(Article, dated)}, LaptopJoins()))


def test_a_guess_gives_way_to_whom_many_call_so() -> None:
    """ "The publisher", taken for the host named before: four articles have one publisher."""
    pile = Pile()
    for article in ("a1", "a3", "a4", "a5"):
        tarn = pile.add(article, "Bo Tarn", name="Bo Tarn")
        pile.fact(article, tarn, "role", "publisher")
    pile.add("a2", "Bo Tarn", name="Bo Tarn")
    host = pile.add("a2", "Lew Horne", name="Lew Horne")
    pile.add("a2", "the publisher", cluster=host, sure=0.6, says="person")
    assert speakers(reconciled(pile)) == {"the publisher": "Bo Tarn"}
