"""Reporting as newspapers of other kinds print it, made out of plain sentences of the corpus.

In: an article and a random generator. Out: the article with a few of its "X said Y" sentences
turned into captions, colons, "per X", "as X put it" or talk, and annotated accordingly. The corpus
has few of these; its contents and sources stay real.
"""

import random
import re
from dataclasses import replace
from itertools import pairwise

from training.encoder.articles import GoldArticle, GoldAttribution, Span
from training.encoder.variations import apply_edits, moved_offsets

# {S} source, {C} content, and between < and > the cue.
_DIRECT = (
    "{S}<:> {C}",
    "{S} <admitted:> {C}",
    "{S} <was blunt:> {C}",
    "{S} <did not mince words:> {C}",
    "{S} <had this to say:> {C}",
    "{S} <put it this way:> {C}",
    "{S} <wrote in a caption under the photo:> {C}",
    "In a caption under the photo, {S} <writes:> {C}",
    "{S} <sings in the second verse:> {C}",
    "{C}, <as> {S} <put it> in a later interview.",
    "{C}, {S} <shot back>.",
    "{C}, {S} <goes on>.",
    "And {S} <was like>, {C}",
    "And {S} <goes>, {C}",
    "{S} <— > {C}",
)
_INDIRECT = (
    "<Per> {N}, {C}.",
    "{C}, <per> {N}.",
    "{C}, <in the words of> {N}.",
    "<By the account of> {N}, {C}.",
    "{C}, {S} <writes in a post>.",
    "{C}, {S} <goes on>.",
    "{C}, {S} <tells us>.",
    "{S} <lets it be known that> {C}.",
)
_PLAIN_CUE = re.compile(
    r"(?i)(?:has |have |also |had )?(?:said|says|say|added|wrote|noted|tweeted|explained|argued"
    r"|continued|declared|told \w+|said in a statement|recalled|acknowledged)"
)
_PRONOUN = re.compile(r"(?i)(?:he|she|they|it|who|which|that|i|we|you)\Z")
_BETWEEN = re.compile(r"[\s,]*\Z")
_STARTS = re.compile(r"(?:\A|\n|[.!?][”\"]?\s)\Z")
_ENDS = re.compile(r"\.?(?=\s|\Z)")
_SOURCE_CHARS = 80


# Share of the plain attributions that are put in another form, one in seventy of all.
SHARE = 0.15


def rephrased(article: GoldArticle, epoch: int, share: float = SHARE) -> GoldArticle:
    """The article as it is read in one epoch, the same in every run."""
    return rephrase(article, random.Random(f"{article.doc} {epoch}"), share)


def rephrase(article: GoldArticle, rng: random.Random, share: float) -> GoldArticle:
    """The article with about `share` of its plain attributions in another form."""
    sentences: dict[Span, GoldAttribution] = {}
    for attribution in article.attributions:
        span = _find_sentence(article, attribution)
        if span and rng.random() < share:
            sentences[span] = attribution
    made = {span: _write(article.text, attribution, rng) for span, attribution in sentences.items()}
    edits = [(*span, text) for span, (text, _) in made.items()]
    others = [a for a in article.attributions if a not in sentences.values()]
    changed = apply_edits(replace(article, attributions=tuple(others)), edits)
    moved = moved_offsets(article.text, edits)
    new = [_shift(parts, moved[span[0]]) for span, (_, parts) in made.items()]
    together = sorted((*changed.attributions, *new), key=lambda a: a.content)
    return replace(changed, attributions=tuple(together))


def _find_sentence(article: GoldArticle, attribution: GoldAttribution) -> Span | None:
    """The sentence that is this attribution and nothing else."""
    parts = (attribution.source, attribution.cue, attribution.content)
    if any(len(part) != 1 for part in parts):
        return None
    spans = sorted(part[0] for part in parts)
    start, end = spans[0][0], spans[-1][1]
    text = article.text
    gaps = [text[a[1] : b[0]] for a, b in pairwise(spans)]
    stop = _ENDS.match(text, end)
    plain = _PLAIN_CUE.fullmatch(text[slice(*attribution.cue[0])])
    short = attribution.source[0][1] - attribution.source[0][0] <= _SOURCE_CHARS
    if not (stop and plain and short and all(_BETWEEN.match(gap) for gap in gaps)):
        return None
    if not _STARTS.search(text[max(0, start - 3) : start]):
        return None
    shared = sum(
        a < stop.end() and start < b
        for other in article.attributions
        for part in (other.source, other.cue, other.content)
        for a, b in part
    )
    return (start, stop.end()) if shared == len(parts) else None


def _write(
    text: str, attribution: GoldAttribution, rng: random.Random
) -> tuple[str, GoldAttribution]:
    """A new sentence, and the attribution in it with offsets from its start."""
    content = text[slice(*attribution.content[0])]
    source = text[slice(*attribution.source[0])]
    direct = content[0] in "“\"'‘"
    form = rng.choice(_DIRECT if direct else _INDIRECT)
    if "{N}" in form and _PRONOUN.match(source):
        form = "{S} <lets it be known that> {C}."
    if direct:
        content = content if form.startswith("{C}") else re.sub(r",(?=\W?\Z)", ".", content)
    else:
        content = re.sub(r"\Athat ", "", content).rstrip(".,")
    if form.startswith("{C}"):
        content = content[0].upper() + content[1:]
    if form.startswith("{S}"):
        source = source[0].upper() + source[1:]
    return _fill(form, source, content)


def _fill(form: str, source: str, content: str) -> tuple[str, GoldAttribution]:
    made = ""
    spans: dict[str, list[Span]] = {"S": [], "U": [], "C": []}
    for piece in re.findall(r"\{[SNC]\}|<[^>]*>|[^{<]+", form):
        kind = {"{S}": "S", "{N}": "S", "{C}": "C"}.get(piece, "U" if piece[0] == "<" else "")
        words = {"S": source, "C": content, "U": piece[1:-1]}.get(kind, piece)
        if kind:
            spans[kind].append((len(made), len(made) + len(words.rstrip())))
        made += words
    cue = (spans["U"][0][0], spans["U"][-1][1]) if len(spans["U"]) == 1 else spans["U"][-1]
    return made, GoldAttribution(tuple(spans["S"]), (cue,), tuple(spans["C"]))


def _shift(attribution: GoldAttribution, by: int) -> GoldAttribution:
    parts = (attribution.source, attribution.cue, attribution.content)
    return GoldAttribution(*(tuple((a + by, b + by) for a, b in part) for part in parts))
