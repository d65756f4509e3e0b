"""The filter keeps the order of documents and gives what the contract names."""

from reportedly.annotate.dates import dates_filter


def test_the_contract() -> None:
    records = [
        {"doc": "b", "text": "It sank yesterday.", "dct": "2018-06-21"},
        {"doc": "a", "text": "It sank yesterday.", "dct": None},
        {"doc": "c", "text": "", "dct": "2018-06"},
    ]
    assert list(dates_filter(records)) == [
        {
            "doc": "b",
            "timexes": [{"start": 8, "end": 17, "type": "DATE", "value": "2018-06-20"}],
            "published": ["2018-06-21", "2018-06-21"],
        },
        {
            "doc": "a",
            "timexes": [{"start": 8, "end": 17, "type": "DATE", "value": "XXXX-XX-XX"}],
            "published": [None, None],
        },
        {"doc": "c", "timexes": [], "published": ["2018-06-01", "2018-06-30"]},
    ]
