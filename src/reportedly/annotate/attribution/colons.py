"""Speakers set off by a colon at the start of a line: transcripts, interviews, press releases.

In: a scene.  Out: candidates: `ANN LEE: We will not go.`, `Lee: "We will not go."`
"""

import re
from collections.abc import Iterator

from reportedly.annotate.attribution import evidence
from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.scene import Scene
from reportedly.model import Mode

#: One to five capitalised words, a title or an initial among them, then a colon.
_SPEAKER = re.compile(
    r"^[ \t\u00a0\"“]*(?P<name>[A-Z][\w.’'-]*(?:"
    r"[ \u00a0](?:[A-Z][\w.’'-]*|of|the|de|van|von)){0,5})"
    r"(?: ?\([^)\n]{1,40}\))?(?P<colon>:)[ \t\u00a0]+(?P<said>\S[^\n]*)",
    re.MULTILINE,
)
#: What stands before a colon without speaking.
LABELS = frozenset(
    """
    analysis background breaking caption contact contributing correction disclaimer disclosure
    editor's editors exclusive example fact full image keywords more next note opinion photo photos
    poll ps read related report reporting review rated source sources spoiler subject summary tags
    tip topics transcript update updated via video views warning watch week
    """.split()
)


#: `Sources close to the talks: a deal is days away`: who speaks is told without a name.
_UNNAMED = re.compile(
    r"^[ \t\u00a0]*(?P<source>(?:[\w-]+ ){0,2}(?:[Ss]ources?|[Oo]fficials?|[Pp]olice|[Ee]xperts?|"
    r"[Ss]cientists?|[Ii]nsiders?|[Ww]itness(?:es)?|[Rr]esidents|[Ll]awyers?|[Pp]rosecutors?|"
    r"[Ss]pokes(?:man|woman|person|people)|[Cc]ritics|[Dd]octors?|[Uu]nions?|[Mm]inist(?:er|ry)|"
    r"[Rr]eports?|[Ss]tudy|[Pp]oll|[Ss]urvey|[Aa]nalysts?|[Rr]esearchers?)"
    r"(?: (?:for|of|at|in|on|from|with|close|near|familiar)\b[^\n.,:;“”\"]{2,60})?)"
    r"(?P<colon>:)[ \t\u00a0]+(?P<said>[^\n]*\w[^\n]*)",
    re.MULTILINE,
)


def _is_kicker(scene: Scene, match: re.Match[str], named: bool) -> bool:
    """True for `LOVE ON THE LOOM: Inside a quiet marriage`: capitals over a story, no speaker."""
    several = " " in match["name"].strip()
    in_headline = match.end("colon") <= scene.headline_end
    return in_headline and several and match["name"].isupper() and not named


def find_colons(scene: Scene) -> Iterator[Candidate]:
    """Candidates of all lines that begin with a name and a colon, in order."""
    for match in _UNNAMED.finditer(scene.text):
        end = match.start("said") + len(match["said"].rstrip())
        quotation = scene.quotation_at(match.start("said"))
        yield Candidate(
            content=((match.start("said"), end),),
            cue=(match.span("colon"),),
            source=(match.span("source"),),
            mode="direct" if quotation and quotation.end >= end - 1 else "indirect",
            pattern="colon",
            evidence=("label",),
            words=f"“{match['source']}” and a colon at the start of the line",
        )
    for match in _SPEAKER.finditer(scene.text):
        name, said = match.span("name"), match.span("said")
        words = match.group("name").lower().split()
        tokens = scene.parse.tokens_in(name)
        if not tokens or words[0].strip(".") in LABELS or words[-1] in LABELS:
            continue
        end = said[0] + len(scene.text[said[0] : said[1]].rstrip())
        quotation = scene.quotation_at(said[0])
        mode: Mode = "direct" if quotation and quotation.end >= end - 1 else "indirect"
        shape = "upper" if match.group("name").isupper() else "title"
        content = ((said[0], end),)
        named = any(token.entity in ("PERSON", "ORG", "GPE", "NORP") for token in tokens)
        if _is_kicker(scene, match, named) and mode == "indirect":
            continue
        yield Candidate(
            content=content,
            cue=(match.span("colon"),),
            source=(name,),
            mode=mode,
            pattern="colon",
            evidence=(
                f"colon={shape}",
                f"colon name={named}",
                f"colon words={min(len(words), 4)}",
                f"colon mode={mode}",
                *(f"colon {item}" for item in evidence.of_content(scene, content)),
            ),
            words="a name and a colon at the start of the line",
        )
