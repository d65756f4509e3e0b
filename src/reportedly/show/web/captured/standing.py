"""Where spans of an article stand in the flow of its page."""

import bisect
import dataclasses
from collections.abc import Iterable, Iterator

from reportedly.model import Span
from reportedly.reading.page_flow import Run
from reportedly.show.web.highlighting import Layer


class Standing:
    """The map from an article's text to the flow of its page; what does not hold is left out."""

    def __init__(self, text: str, flow: str, runs: Iterable[Run]) -> None:
        self._text, self._flow = text, flow
        self._runs = [run for run in runs if _holds(run, text, flow)]
        self._starts = [run.start for run in self._runs]

    @property
    def n_mapped(self) -> int:
        """Characters of the text that stand in the page."""
        return sum(run.length for run in self._runs)

    def places(self, span: Span) -> list[Span]:
        """Where the words under `span` stand; blanks that reading changed part nothing."""
        found: list[tuple[Span, int]] = []
        for place, end in self._pieces(span):
            last = found[-1] if found else None
            if last and self._only_blanks(last, place, end):
                found[-1] = ((last[0][0], place[1]), end)
            else:
                found.append((place, end))
        return [place for place, _ in found]

    def _pieces(self, span: Span) -> Iterator[tuple[Span, int]]:
        """(place in the flow, its end in the text) of each run under `span`."""
        for run in self._runs[max(0, bisect.bisect_right(self._starts, span[0]) - 1) :]:
            if run.start >= span[1]:
                return
            start, end = max(span[0], run.start), min(span[1], run.start + run.length)
            if start < end:
                moved = run.flow - run.start
                yield (start + moved, end + moved), end

    def _only_blanks(self, last: tuple[Span, int], place: Span, end: int) -> bool:
        (_, flow_end), text_end = last
        start = end - (place[1] - place[0])
        between = self._flow[flow_end : place[0]]
        return flow_end <= place[0] and not (between + self._text[text_end:start]).strip()

    def layers(self, layers: Iterable[Layer]) -> list[Layer]:
        """`layers` of the text as layers of the flow; only a layer's first piece has its name."""
        found = []
        for layer in layers:
            for index, place in enumerate(self.places(layer.span)):
                named = {} if index == 0 else {"anchor": None, "number": None}
                found.append(dataclasses.replace(layer, span=place, **named))  # type: ignore[arg-type]
        return found


def _holds(run: Run, text: str, flow: str) -> bool:
    words = text[run.start : run.start + run.length]
    return len(words) == run.length and flow[run.flow : run.flow + run.length] == words
