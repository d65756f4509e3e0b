"""The user's gazetteer: both forms give the same entries, only wanted ones are kept."""

import json
from pathlib import Path

import pytest

from reportedly.errors import RunAborted
from reportedly.model import Known
from reportedly.reading.gazetteer import read_gazetteer

WANTED = Known(
    identifier="Q7",
    label="Maud Odell",
    aliases=("M. Odell", "Maud Vane"),
    description="ferry captain",
    birth_date="1975-02",
)


def test_csv(tmp_path: Path) -> None:
    """Aliases stand between strokes; entries of other names are passed over."""
    path = tmp_path / "known.csv"
    path.write_text(
        "id,label,aliases,description,birth_date\n"
        "Q7,Maud Odell,M. Odell|Maud Vane,ferry captain,1975-02\n"
        "Q8,Rufus Bane,,mayor,\n",
        encoding="utf-8-sig",
    )
    assert read_gazetteer(path, {"maud  vane"}) == [WANTED]


def test_wikidata_lines(tmp_path: Path) -> None:
    """Labels, aliases, descriptions and the date of birth, no more precise than it is."""
    entry = {
        "id": "Q7",
        "labels": {"en": {"language": "en", "value": "Maud Odell"}},
        "aliases": {"en": [{"value": "M. Odell"}, {"value": "Maud Vane"}]},
        "descriptions": {"en": {"value": "ferry captain"}},
        "claims": {
            "P569": [
                {
                    "mainsnak": {
                        "datavalue": {"value": {"time": "+1975-02-00T00:00:00Z", "precision": 10}}
                    }
                }
            ]
        },
    }
    path = tmp_path / "known.jsonl"
    path.write_text(f"[\n{json.dumps(entry)},\n" + '{"id": "Q8", "label": "Rufus Bane"}\n]\n')
    assert read_gazetteer(path, {"Maud Odell"}) == [WANTED]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("k.csv", "name,born\n", "line 1: no column id and label"),
        ("k.csv", "id,label\n,Maud\n", "line 2: no id or no label"),
        ("k.jsonl", '{"id": "Q1", "label": "A"}\n{"id"\n', "line 2: no JSON object"),
        ("k.jsonl", "[1]\n", "line 1: no JSON object; one entry a line"),
    ],
)
def test_errors_name_the_line(tmp_path: Path, name: str, text: str, words: str) -> None:
    """What is wrong, where, and what would be right."""
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(RunAborted, match=words):
        read_gazetteer(path, {"A"})
