"""Reports of one affair are one story; another affair, however like, is another."""

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, Entity, Mention, Region, Story
from reportedly.reconcile.stories import reconcile
from reportedly.schema import rows_of, table_of

FERRY = [
    "Ferry aground off Skell. The night ferry Brannoc ran aground on a sandbank off Skell Island "
    "with 214 passengers, the harbour office in Marrow said. Captain Ilse Brandvold lost radar.",
    "Captain of stranded ferry questioned. Inspectors in Marrow questioned Ilse Brandvold, captain "
    "of the Brannoc, about the radar that failed before the ferry hit the sandbank off Skell.",
    "Islanders wait for milk. With the Brannoc still stuck on its sandbank, Skell has no ferry. "
    "Skell Lines offered refunds to the passengers; Captain Brandvold declined to comment.",
]
OTHER_FERRY = [
    "Ferry fire at Tarn quay. Smoke drove 90 passengers from the ferry Heron at Tarn on Sunday. "
    "Engineer Paulo Mestre put out the burning galley with a bucket chain of choirboys.",
    "Choirboys honoured. Tarn thanked the choirboys who helped engineer Paulo Mestre to put out "
    "the fire in the galley of the Heron; the ferry sails again on Monday.",
]


def build(
    texts: list[str], days: dict[int, str] | None = None
) -> tuple[list[str | None], list[Story]]:
    articles = [
        Article(
            article_id=f"a{at:02}", path=f"p{at}", text=text, sha256="", outlet=f"Outlet {at % 3}",
            title=text.partition(".")[0], published=(days or {}).get(at),
        )
        for at, text in enumerate(texts)
    ]  # fmt: skip
    done = reconcile(
        {
            "articles": table_of(Article, reversed(articles)),
            "regions": table_of(Region, []),
            "mentions": table_of(Mention, []),
            "entities": table_of(Entity, []),
        },
        LaptopJoins(),
    )
    return [a.story_id for a in rows_of(Article, done["articles"])], rows_of(Story, done["stories"])


def test_two_affairs_of_one_kind_are_two_stories() -> None:
    """What names and words the articles share decides, not what kind of event they report."""
    ids, stories = build([*FERRY, *OTHER_FERRY])
    assert len({*ids[:3]}) == 1
    assert len({*ids[3:]}) == 1
    assert ids[0] != ids[3]
    assert sorted(story.n_articles for story in stories) == [2, 3]


def test_every_article_has_a_story() -> None:
    """Also one that is alone, and one without words."""
    ids, stories = build([FERRY[0], OTHER_FERRY[0], ""])
    assert len(set(ids)) == 3 == len(stories)
    assert None not in ids


def test_label_days_and_counts_come_from_the_articles() -> None:
    """The label is one of the headlines; only days that are known are shown."""
    _, (story,) = build(FERRY, {0: "2019-03-04", 2: "2019-03-06T08:00:00+00:00"})
    assert story.label in {text.partition(".")[0] for text in FERRY}
    assert (story.first, story.last) == ("2019-03-04", "2019-03-06")
    assert (story.n_articles, story.n_outlets) == (3, 3)
    _, (undated,) = build(FERRY)
    assert (undated.first, undated.last) == (None, None)


def test_a_chain_does_not_pull_two_stories_together() -> None:
    """A roundup that shares half of its words with each of two stories joins one at most."""
    ids, _ = build([*FERRY, *OTHER_FERRY, FERRY[0] + " " + OTHER_FERRY[0]])
    assert ids[0] != ids[3]
