"""From the spans of a window to its attributions: contents join their cue, the cue its source.

In: spans, word vectors and quotation states. Out: drafts, one for each cue that has a content.
"""

from collections.abc import Sequence

from reportedly.annotate.attribution.neural.calibration import Draft
from reportedly.annotate.attribution.neural.decoding import Part, WordSpan
from reportedly.annotate.attribution.neural.linking import Link, LinkScorer, WindowView
from reportedly.annotate.encoding.quotation_marks import QuoteState
from reportedly.annotate.encoding.words import IntArray


def draft_attributions(
    spans: Sequence[WordSpan],
    view: WindowView,
    quotes: IntArray,
    scorers: tuple[LinkScorer, LinkScorer],
    biases: tuple[float, float],
) -> list[Draft]:
    """Drafts in the order of their contents.

    `quotes` is the quotation state of each word. `scorers` and `biases` are those of content to
    cue and of cue to source. A content without a cue is dropped: nothing says that it was said.
    """
    sources, cues, contents = ([s for s in spans if s.part is p] for p in Part)
    if not contents or not cues:
        return []
    joined: dict[WordSpan, list[tuple[WordSpan, Link]]] = {}
    links = scorers[0].links(view, contents, cues, biases[0])
    for content, link in zip(contents, links, strict=True):
        if link.parent is not None:
            joined.setdefault(link.parent, []).append((content, link))
    reporting = sorted(joined)
    to_source = scorers[1].links(view, reporting, sources, biases[1])
    drafts = [
        Draft(
            contents=tuple(content for content, _ in joined[cue]),
            cue=cue,
            source=source.parent,
            to_cue=min(link.probability for _, link in joined[cue]),
            to_source=source.probability,
            direct=_starts_in_quotation(joined[cue][0][0], quotes),
        )
        for cue, source in zip(reporting, to_source, strict=True)
    ]
    return sorted(drafts, key=lambda draft: draft.contents[0])


def _starts_in_quotation(content: WordSpan, quotes: IntArray) -> bool:
    return int(quotes[content.start]) in _QUOTED


_QUOTED = frozenset(
    int(state) for state in (QuoteState.INSIDE, QuoteState.OPENING, QuoteState.INSIDE_SINGLE)
)
