"""Which mention the words of a source name."""

from reportedly.annotate.coreference.lookup import find_mention
from reportedly.model import Form, Mention


def mention(text: str, words: str, cluster: int, form: Form = "name") -> Mention:
    start = text.index(words)
    return Mention(
        article_id="a1",
        span=(start, start + len(words)),
        text=words,
        form=form,
        confidence=0.9,
        cluster=cluster,
    )


TEXT = "Vell's lawyer, Orla Fenwick, who lives in Mardle, said the HHT report was wrong."
MENTIONS = [
    mention(TEXT, "Vell's lawyer, Orla Fenwick, who lives in Mardle", 0, "nominal"),
    mention(TEXT, "Vell's", 1),
    mention(TEXT, "Orla Fenwick, who lives in Mardle", 0),
    mention(TEXT, "Mardle", 2),
    mention(TEXT, "the HHT report", 3, "nominal"),
    mention(TEXT, "HHT", 4),
]


def found(words: str) -> int | None:
    start = TEXT.index(words)
    chosen = find_mention(MENTIONS, (start, start + len(words)))
    return None if chosen is None else chosen.cluster


def test_the_head_of_the_words_decides() -> None:
    """A genitive before the head or a place after it is not who speaks."""
    assert found("Vell's lawyer, Orla Fenwick, who lives in Mardle") == 0
    assert found("Vell's lawyer") == 0
    assert found("Orla Fenwick") == 0
    assert found("Vell's") == 1
    assert found("the HHT") == 4


def test_words_that_name_nobody() -> None:
    """None rather than a guess."""
    assert found("wrong") is None
