"""Interviews printed as questions and answers: who answers is told once, above, or in each line.

In: a scene.  Out: candidates, one for each answer, and where names stand before the lines one for
each question; nothing where fewer than three questions stand on lines of their own.
"""

import re
from collections import Counter
from collections.abc import Iterator

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.colons import LABELS
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.labels import find_asking
from reportedly.offsets import Span, trim

#: A line of its own that asks: marked as bold or as a question, or short and with a question mark.
_QUESTION = re.compile(
    r"^[ \t\u00a0]*(?:\*\*.+\*\*|__.+__|Q[.:] .+|[^“\"'\n]{8,250}\?)[ \t\u00a0]*$"
)
#: Who is asked, by what stands before the name, where the parser knows nobody of that name.
_INTRODUCED = re.compile(
    r"\b(?:with|to|from|asks?|meets?|interviews?|questions\b[^\n]{0,30} for)\s(?:the\s)?"
    r"(?:[a-z][\w-]*\s){0,3}"
    r"(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,2})"
)
#: `Q: … A: …` on one line or two.
_QUESTION_AND_ANSWER = re.compile(
    r"(?:^|[ \t\u00a0])Q[.:][ \t\u00a0]*(?P<asked>[^\n]+?)(?:\n\s*|[ \t\u00a0])"
    r"(?P<source>A)[.:][ \t\u00a0]*(?P<said>[^\n]+?)(?=[ \t\u00a0]Q[.:]|\s*$)",
    re.MULTILINE,
)
#: `Courier: Do you sing?`, with the name of who asks or answers.
_NAMED_LINE = re.compile(
    r"^[ \t\u00a0]*(?:[*_]{1,2})?(?P<source>[A-Z][\w.’'&-]*(?: [A-Z&][\w.’'&-]*){0,4})(?P<colon>:)"
    r"(?:[*_]{1,2})?[ \t\u00a0]+(?P<said>\S[^\n]*)",
    re.MULTILINE,
)
#: Lines with its name that make somebody one of the two who talk.
_LEAST_LINES = 2
#: What stands before the name of who wrote it.
_SIGNED = (
    "by", "interview by", "interviewed by", "words by", "words", "text by", "story by", "report by"
)  # fmt: skip
#: Fewer than this are the writer's own rhetorical questions.
LEAST_QUESTIONS = 3
#: An answer rarely has more paragraphs; what follows is the writer again.
MOST_PARAGRAPHS = 2


def find_answers(scene: Scene) -> Iterator[Candidate]:
    """Candidates of all answers, in order."""
    named = list(_named_lines(scene))
    if named:
        yield from named
        return
    marked = list(_QUESTION_AND_ANSWER.finditer(scene.text))
    person = _find_person(scene, marked[0].start()) if marked else None
    for match in marked:
        yield _candidate((match.span("said"),), person or match.span("source"))
    lines = [line for line in scene.lines if scene.text[slice(*line)].strip()]
    asked = [bool(_QUESTION.match(scene.text[slice(*line)])) for line in lines]
    if sum(asked) < LEAST_QUESTIONS or marked:
        return
    first = lines[asked.index(True)]
    person = _find_person(scene, first[0])
    if person is None:
        return
    for at, is_question in enumerate(asked):
        if not is_question or at + 1 == len(lines) or asked[at + 1]:
            continue
        end = at + 1
        while end + 1 < len(lines) and not asked[end + 1] and end - at < MOST_PARAGRAPHS:
            end += 1
        answer = _answer(scene, lines[at + 1 : end + 1], closed=any(asked[end + 1 :]))
        if answer:
            yield _candidate(answer, person)


def _named_lines(scene: Scene) -> Iterator[Candidate]:
    """Questions and answers with the names of the two who talk: one of them asks."""
    lines = [m for m in _NAMED_LINE.finditer(scene.text) if not _is_label(m["source"])]
    count = Counter(match["source"] for match in lines)
    both = {name for name in count if count[name] >= _LEAST_LINES}
    talk = [(m["source"], m["said"]) for m in lines if m["source"] in both]
    asking = find_asking(talk, LEAST_QUESTIONS)
    if asking is None:
        return
    for match in lines:
        if match["source"] in both:
            said = trim(scene.text, match.span("said"))
            asks = match["source"] == asking
            words = "a question in an interview" if asks else "an answer below a question"
            yield Candidate(
                content=(said,),
                cue=(match.span("colon"),),
                source=(match.span("source"),),
                mode="direct",
                pattern="interview",
                evidence=("interview",),
                words=f"{words}, behind a name",
            )


def _is_label(name: str) -> bool:
    return name in ("Q", "A") or name.lower().strip(".") in LABELS


def _answer(scene: Scene, lines: list[Span], *, closed: bool) -> tuple[Span, ...]:
    """The paragraphs of one answer; after the last question only the first is sure."""
    kept = lines if closed else lines[:1]
    spans = (trim(scene.text, line) for line in kept)
    return tuple(span for span in spans if scene.text[span[0]] not in "*_#—–")


def _find_person(scene: Scene, before: int) -> Span | None:
    """The person named most often before the first question; the fullest form of the name."""
    named = (s for s, kind in scene.parse.names() if kind == "PERSON" and s[1] <= before)
    spans = [span for span in named if not _is_signature(scene, span)]
    if not spans:
        introduced = _INTRODUCED.search(scene.text, 0, before)
        return introduced.span("name") if introduced is not None else None
    last: Counter[str] = Counter()
    for start, end in spans:  # headlines are printed in capitals: less sure to be names
        last[scene.text[start:end].split()[-1]] += 1 if start < scene.headline_end else 2
    name = min(last, key=lambda word: (-last[word], word))
    full = [s for s in spans if scene.text[slice(*s)].split()[-1] == name]
    return min(full, key=lambda s: (s[0] - s[1], s))


def _is_signature(scene: Scene, span: Span) -> bool:
    """True for "By Ada Quill" on a line of its own: who asks, not who answers.

    "Interview by Ada Quill, 3 May" is one too.
    """
    start, end = scene.line_of(span[0])
    before = scene.text[start : span[0]].strip(" *_").lower()
    alone = scene.text[span[1] : end].strip(" *_")[:1] in ("", ",", "|", ";")
    return alone and before in _SIGNED


def _candidate(answer: tuple[Span, ...], person: Span) -> Candidate:
    return Candidate(
        content=answer,
        cue=(),
        source=(person,),
        mode="direct",
        pattern="interview",
        evidence=("interview",),
        words="an answer below a question in an interview",
    )
