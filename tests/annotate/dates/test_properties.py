"""Whatever the words and the day, expressions lie in the text, in order, and mean real days."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.dates.recognise import find_expressions
from reportedly.calendar.timex import find_timex_interval

WORDS = (
    "on in by the last next this past early late mid every each a an one two 3 31 2,500 2½ "
    "half few several couple dozen of and or ago later earlier from now until Monday Friday's "
    "Sat. weekend May March Feb. SEPT 29 30th 1999 2016 '90s 1990s 20th century year years "
    "day week month quarter decade hours minute second night morning noon midnight 10:30 p.m. "
    "25 spring summer winter Christmas Easter Thanksgiving 9/11 2016-02-30 12/31/99 yesterday "
    "tomorrow today tonight first fourth half-year three-day week-long daily twice recently "
    "soon , . "
)
TIMES = st.sampled_from([*WORDS.split(), "\n", "\n\n", "\u00a0", "“", "”", "-"])
TEXTS = st.lists(TIMES, max_size=25).map(" ".join)
ANCHORS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max]))


@settings(max_examples=300, deadline=None)
@given(TEXTS, ANCHORS)
def test_expressions_are_anchored_and_sane(text: str, anchor: date | None) -> None:
    done = 0
    for found in find_expressions(text, anchor):
        assert done <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        assert found.value
        find_timex_interval(found.value)
        done = found.end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200), ANCHORS)
def test_a_day_is_found_between_any_texts(before: str, after: str, anchor: date | None) -> None:
    text = f"{before}\n\nIt began on 3 May 2016.\n\n{after}"
    found = list(find_expressions(text, anchor))
    assert ("3 May 2016", "2016-05-03") in [(text[f.start : f.end], f.value) for f in found]
    assert all(each.end <= len(text) for each in found)
