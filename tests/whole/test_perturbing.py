"""Large piles made of a small one for measuring."""

from benchmarks.scale.perturbing import DAYS_LATER, NEAR_COPY_EVERY, Copy, Vocabulary

TEXT = (
    "Mayor Ottilie Brandvik said on Monday that “the harbour bridge won't open before 2031”. "
    "Harald Stensrud doubted the 1,250 planned repairs and praised another garden instead."
)
CONTENT = [TEXT.index("the harbour"), TEXT.index("”")]
ROWS = {
    "articles": [{"article_id": "a" + "0" * 16, "text": TEXT, "published": "2030-05-06"}],
    "mentions": [{"article_id": "a" + "0" * 16, "span": [6, 22], "text": TEXT[6:22]}],
    "statements": [{"content": [CONTENT], "content_text": TEXT[slice(*CONTENT)], "source": []}],
}
WORDS = Vocabulary([TEXT, "Gudrun Aasland Solveig carried yellow lanterns through distant streets"])


def test_spans_of_a_perturbed_article_point_at_their_words() -> None:
    """Each word is exchanged for one of its length, so annotation holds; copies differ."""
    seen = set()
    for number in range(1, 30):
        rows = Copy(WORDS, number).rows(ROWS, TEXT)
        text = rows["articles"][0]["text"]
        assert [len(word) for word in text.split()] == [len(word) for word in TEXT.split()]
        assert rows["mentions"][0]["text"] == text[6:22]
        assert rows["statements"][0]["content_text"] == text[slice(*CONTENT)]
        assert rows["mentions"][0]["article_id"] == rows["articles"][0]["article_id"]
        seen.add((text, rows["articles"][0]["article_id"]))
    assert len(seen) == 29
    assert rows == Copy(WORDS, 29).rows(ROWS, TEXT)


def test_near_copies_differ_little_from_the_copy_before() -> None:
    """One copy in so many has nearly the words of the one before it, a few days later."""
    before, near = (
        Copy(WORDS, number).rows(ROWS, TEXT)["articles"][0]
        for number in (NEAR_COPY_EVERY - 1, NEAR_COPY_EVERY)
    )
    pairs = list(zip(before["text"].split(), near["text"].split(), strict=True))
    assert sum(one == other for one, other in pairs) > len(pairs) * 0.7
    days = (int(article["published"][-2:]) for article in (before, near))
    assert abs(next(days) - next(days)) == DAYS_LATER
