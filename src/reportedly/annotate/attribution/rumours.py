"""Rumours that somebody sparks, faces or answers: nobody says whose they are.

In: a scene and a candidate.  Out: the candidate without a source where its cue says no more than
that there is a rumour.  "She sparked rumours that she was pregnant" tells what is rumoured, and not
that she says so; "she confirmed rumours", "she shut down rumours" do tell what she says.
"""

import dataclasses
import re

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.scene import Scene
from reportedly.offsets import trim

#: A pattern for nouns of what is said by people whom nobody names.
RUMOUR = (
    r"(?:rumou?rs?|rumblings|speculation|gossip|chatter|talk|whispers|reports?|claims?|allegations?"
    r"|accusations?|suggestions?|notions?|ideas?|theor(?:y|ies)|stor(?:y|ies)|fears?)"
)
#: What one pours on an idea, before "on" or "over".
COLD_WATER = r"(?:pour|throw|threw|splash)\w* (?:\w+ )?cold water (?:\w+ )?"
#: What is done to a rumour or about it by one who need not be of its opinion.
_BEFORE = (
    r"(?:acknowledg(?:es?|ed|ing)|address(?:es|ed|ing)?|batt(?:les?|led|ling)"
    r"|brav(?:es?|ed|ing)|confront(?:s|ed|ing)?|dodg(?:es?|ed|ing)|fac(?:es?|ed|ing)"
    r"|fe(?:ed|eds|d|eding)|fir(?:es?|ed|ing) up|fuel(?:s|led|ed|ling|ing)?"
    r"|endur(?:es?|ed|ing)|fend(?:s|ed|ing)? off"
    r"|ignit(?:es?|ed|ing)|ignor(?:es?|ed|ing)|prompt(?:s|ed|ing)?|reignit(?:es?|ed|ing)"
    r"|(?:set|sets|setting|kick|kicks|kicked|kicking) off|sidestep(?:s|ped|ping)?"
    r"|spark(?:s|ed|ing)?|start(?:s|ed|ing)?|stir(?:s|red|ring)?(?: up)?|stok(?:es?|ed|ing)"
    r"|swerv(?:es?|ed|ing)|tackl(?:es?|ed|ing)|trigger(?:s|ed|ing)?"
    r"|(?:respond|react|repl|speak|spoke|spoken|comment|add|subject|joke|laugh)\w*"
    r" (?:out )?(?:about|at|on|to)"
    r"|(?:set|sets|setting|put|puts|putting) the record straight (?:about|on|over)"
    r"|weigh(?:s|ed|ing)? in on)"
)
_ANSWERED = re.compile(
    rf"\b{_BEFORE} (?:[\w’'-]+ ){{0,4}}?(?P<noun>{RUMOUR})\b(?: (?:of|about))?", re.IGNORECASE
)


def with_rumour_alone(scene: Scene, candidate: Candidate) -> Candidate:
    """The candidate with nobody as its source, and the rumour as its cue."""
    if not candidate.cue or not candidate.source or candidate.mode == "direct":
        return candidate
    begin, (start, end) = candidate.cue[0][0], candidate.content[0]
    if not begin < start or len(candidate.content) != 1:
        return candidate
    found = _ANSWERED.search(scene.text, max(begin - _BACK_CHARS, scene.line_of(begin)[0]), end)
    if (
        found is None
        or not found.start() <= begin < found.end()
        or found.start("noun") > start + _IN
    ):
        return candidate
    if found.end() > start:
        start = trim(scene.text, (found.end(), end))[0]
    if start >= end:
        return candidate
    return dataclasses.replace(
        candidate,
        cue=((found.start("noun"), found.end()),),
        content=((start, end),),
        source=(),
        words=f"nobody is named for “{found['noun']}”",
    )


#: A cue may be the noun alone: "set the record straight on rumours".
_BACK_CHARS = 60
#: "The persistent rumours that …" may be content from its first word on.
_IN = 30
