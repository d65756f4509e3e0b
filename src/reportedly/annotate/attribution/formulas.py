"""Set phrases that report without a verb of saying: "if the owner is to be believed, …".

In: a scene.  Out: candidates, each the rest of a sentence or the quotation beside the phrase.  The
phrases are found by their words, so that a wrong parse loses none; only where sentences begin and
end is taken from it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.phrases import bounded
from reportedly.annotate.attribution.scene import Scene
from reportedly.model import Mode
from reportedly.offsets import Span, Spans

#: Words of a noun phrase that no clause or quotation interrupts.
_WHO = (
    r"(?P<source>(?:(?!\b(?:which|that|who)\b)[^\n,.;:!?“”\"«»()]"
    r"|(?<=\b[A-Z])\.|(?<=\bM[rs])\.){2,60}?)"
)
_OWNER = r"(?P<source>(?:[\w.]+ ){0,5}\w+(?:['’]s|s['’]|['’])|[Hh]er|[Hh]is|[Tt]heir|[Oo]ur|[Mm]y)"
_RUMOUR = r"(?:talk|claims?|rumou?rs?|whispers?|gossip|speculation|allegations?|suggestions?)"


@dataclass(frozen=True, slots=True)
class Formula:
    """A phrase and where what is said stands: `after` it, `before` it, or on `either` side.

    A text without any of the `parts` is not searched for the pattern, nor is one in which the
    `anchor`, a short piece of the pattern that is quickly looked for, does not stand: most texts.
    """

    name: str
    pattern: re.Pattern[str]
    side: str
    parts: tuple[str, ...]
    anchor: re.Pattern[str] | None = None

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """The places of the phrase, in order."""
        anchored = self.anchor is None or self.anchor.search(text)
        if anchored and any(part in text for part in self.parts):
            yield from self.pattern.finditer(text)


def _formula(name: str, side: str, pattern: str, *parts: str, anchor: str | None = None) -> Formula:
    quick = re.compile(anchor) if anchor is not None else None
    return Formula(name, re.compile(pattern), side, parts or ("",), quick)


FORMULAS = (
    _formula(
        "believed",
        "either",
        rf"\b[Ii]f {_WHO} (?:is|are|was|were) to be (?:believed|trusted)\b",
        "to be believed",
        "to be trusted",
    ),
    _formula("hear tell", "either", rf"\b[Tt]o hear {_WHO} tell it\b", "tell it"),
    _formula(
        "quoting",
        "after",
        rf"\b[Tt]o (?:quote|cite|paraphrase) {_WHO}(?=[,:])",
        "o quote ",
        "o cite ",
        "o paraphrase ",
    ),
    _formula(
        "phrase",
        "either",
        rf"\b(?:[Tt]o borrow|[Ii]n) {_OWNER} (?:own )?(?:phrase|words|telling|version|view|"
        r"account)\b(?=[,:.])",
    ),
    _formula(
        "put it",
        "either",
        rf"\b[Aa]s {_WHO} (?:once |later |memorably )?(?:puts?|phrase[sd]?|would have|would put|"
        r"tells?|told|has|had|have|sees?|saw) it\b"
        r"(?: (?:in|on|at|to|when|after|before|during)\b[^\n.,;:“”\"]{2,60})?(?=[,:.]|$)",
    ),
    _formula(
        "like to say",
        "either",
        rf"\b[Aa]s {_WHO} (?:likes?|liked|used) to (?:say|put it|joke)\b",
        "to say",
        "to put it",
        "to joke",
    ),
    _formula(
        "own account",
        "either",
        rf"\b[Bb]y {_OWNER} own (?:account|admission|telling|reckoning|estimate|description)\b",
        " own ",
    ),
    _formula(
        "all accounts", "either", r"\b[Bb]y (?:all|most|some|many|several) accounts\b", " accounts"
    ),
    _formula(
        "rumour has it",
        "after",
        r"\b(?:Rumou?rs?|[Ll]egend|Gossip|Word) (?:has|have|had) it(?: that)?\b",
        "Rumo",
        "rumo",
        "egend",
        "Gossip",
        "Word",
    ),
    _formula(
        "rumours run",
        "after",
        r"\b(?:[Rr]umou?rs|[Ww]hispers|[Cc]laims) (?:are|were|have been|had been) \w+ing(?: "
        r"\w+)?(?= that\b)",
        "umor",
        "umour",
        "hispers",
        "laims",
    ),
    _formula(
        "word is",
        "after",
        r"\b[Ww]ord(?: (?:around|in|on|from|at) [\w' -]{3,30}?)? (?:is|was)(?= that\b)",
        "ord ",
    ),
    _formula(
        "there is talk",
        "after",
        rf"\b[Tt]here (?:is|are|was|were|has been|have been) (?:\w+ ){{0,2}}{_RUMOUR}\b(?= (?:that|"
        r"of|about)\b)",
        "here ",
    ),
    _formula(
        "as far as",
        "either",
        rf"\b(?:[Aa]s|[Ss]o) far as {_WHO} (?:is|are|was|were) concerned\b",
        "far as",
    ),
    _formula(
        "has it",
        "before",
        rf"(?<=,) {_WHO} (?:has it|have it|hears|understands|has learned|can reveal)(?=[.\n]|$)",
        "has it",
        "have it",
        "hears",
        "understands",
        "has learned",
        "can reveal",
    ),
    _formula(
        "only comment",
        "before",
        rf"(?<=[”\"’']),? (?:was|is|came|ran) {_OWNER} (?:\w+ ){{0,2}}(?:comment|reply|answer|"
        r"response|verdict|reaction|retort|assessment|excuse|explanation|motto|message|line|joke|"
        r"advice)\b",
    ),
    _formula(
        "message was",
        "after",
        r"(?P<source>\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[A-Z]\w+['’]s) (?:message|answer|"
        r"reply|response|verdict|advice|motto|warning|conclusion)\b"
        r"(?: (?:from|of|to) [\w' -]{3,40}?)?) (?:was|is) (?:\w+ ){0,2}\w+:",
        "message",
        "answer",
        "reply",
        "response",
        "verdict",
        "advice",
        "motto",
        "warning",
        "conclusion",
    ),
    _formula(
        "took to",
        "after",
        r"(?P<source>\b(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he|[Hh]is|[Hh]er) [\w' -]{2,40}?"
        r"|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}))(?:, (?:aged )?\d{2},)?"
        r" (?:(?:has|have|had|then|later|also|since) )*(?:took|takes|taken|turned|turns) to"
        r" (?:(?:her|his|their) )?(?:\w+ )?(?:Instagram|Twitter|X|Facebook|TikTok|Threads|Snapchat"
        r"|Bluesky|YouTube|Mastodon|Weibo|[Ss]tories|[Ss]tory|social media|page|account|feed"
        r"|blog)\b"
        r"[^\n.:;“”\"]{0,60}:(?= ?[“\"])",
        " to ",
    ),
    _formula(
        "from a document",
        "after",
        r"\b[Ff]rom (?P<source>(?:the|his|her|their|its|a|an) (?:[\w'’-]+ ){0,3}(?:minutes|log|"
        r"logbook|diary|diaries|letters?|transcript|"
        r"report|memo|email|notebook|archive|press release|statement|indictment|ruling|"
        r"testimony)\b[^\n.,;:“”\"]{0,40}):",
    ),
    _formula(
        "party",
        "after",
        r"For (?:(?<=[.!?”\"] For )|(?<=\nFor )|(?<=^For ))"
        r"(?P<source>(?:(?:the|his|her|their) )?(?:defen[cs]e|"
        r"prosecution|opposition|unions?|"
        r"critics|supporters|opponents|sceptics|skeptics|lawyers|campaigners|residents|fans))(?=,)",
        "For ",
    ),
    _formula(
        "asked and answered",
        "after",
        r"(?:^|(?<=[.!?”\"] )|(?<=\n))"
        r"(?P<source>(?:The|His|Her|Their|My|Our|[A-Z]\w+['’]s) [^\n.,:;?!“”\"]{2,50})"
        r"\? ?(?=[“\"‘'])",
        *(f"?{space}{mark}" for space in ("", " ") for mark in "“\"‘'"),
    ),
    _formula(
        "signed",
        "before",
        r"(?<=[”\"’'])[ \u00a0]?[–—―-]{1,2}[ "
        r"\u00a0]?(?P<source>[A-Z][^\n“”\"()]{2,60}?)(?=\.?\s*(?:\n|\Z))",
    ),
    _formula(
        "says to tell",
        "after",
        r"(?P<source>\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z]\w+)) (?:(?:says?|said) to|(?:asked|told|wants|"
        r"wanted) (?:me|us) to) (?:tell (?:you|everybody|everyone|them)|let (?:you|them) know)"
        r"(?= that\b)",
        " to tell ",
        " to let ",
    ),
    _formula(
        "or so",
        "before",
        rf",? or so {_WHO} (?:say|says|said|claims?|claimed|believes?|goes)\b",
        "or so ",
    ),
    _formula(
        "was like",
        "after",
        r"(?P<source>\b(?:I|[Hh]e|[Ss]he|[Ww]e|[Tt]hey|[Yy]ou|[A-Z]\w+|[Mm]y \w+|[Hh](?:is|er) \w+|"
        r"[Tt]he \w+))"
        r"(?: was| were| is| are| am|['’](?:s|m|re))? (?:just |really )?(?:all|like|all like|goes|"
        r"go|went)[,:]? ?(?=[“\"‘'])",
        anchor=r"(?:all|like|go|goes|went)[,:]? ?[“\"‘']",
    ),
)


def find_formulas(scene: Scene) -> Iterator[Candidate]:
    """Candidates of all set phrases, phrase by phrase."""
    for formula in FORMULAS:
        for match in formula.found_in(scene.text):
            yield from _of_match(scene, formula, match)


def _of_match(scene: Scene, formula: Formula, match: re.Match[str]) -> Iterator[Candidate]:
    tokens = scene.parse.tokens_in(match.span())
    if not tokens:
        return
    sentence = scene.sentence_span(tokens[0])[0], scene.sentence_span(tokens[-1])[1]
    around = scene.quotation_at(match.start())
    if around is not None and match.end() <= around.inner[1]:
        sentence = max(sentence[0], around.inner[0]), min(sentence[1], around.inner[1])
    content = _said(scene, formula.side, match.span(), sentence)
    if formula.name == "signed":
        content = _signed(scene, content, match.start())
    source: Spans = (match.span("source"),) if match.groupdict().get("source") else ()
    if not content or (formula.name == "was like" and _mode(scene, content) != "direct"):
        return
    named = "named" if source else "unnamed"
    yield Candidate(
        content=content,
        cue=(_cue(match),),
        source=source,
        mode=_mode(scene, content),
        pattern="formula",
        evidence=(f"formula={named}",),
        words=f"the set phrase “{' '.join(match.group().split())}”",
    )


def _cue(match: re.Match[str]) -> Span:
    """The phrase without the source at one of its ends."""
    start, end = match.span()
    text = match.string
    if match.groupdict().get("source"):
        first, last = match.span("source")
        start = last if first - start <= 1 else start
        end = first if last == end else end
    while start < end and text[start] in " ,:":
        start += 1
    while end > start and text[end - 1] in " ,:":
        end -= 1
    return start, end


def _said(scene: Scene, side: str, phrase: Span, sentence: Span) -> Spans:
    """What is said, on the side where it stands; a whole quotation where one stands there."""
    before = bounded(scene, (sentence[0], phrase[0]))
    after = bounded(scene, (phrase[1], sentence[1]))
    first = side == "after" or (side == "either" and after[0] < after[1])
    if side == "either" and before[0] < before[1] and len(scene.tokens_between(*before)) > 1:
        first = False
    if not first:
        quotation = scene.quotation_at(max(before[0], before[1] - 1))
        apart = quotation is not None and quotation.end <= phrase[0]
        span = quotation.span if quotation is not None and apart else before
        return (span,) if span[0] < span[1] else ()
    quotation = scene.quotation_from(phrase[1])
    if quotation is not None and not scene.text[phrase[1] : quotation.start].strip(" ,:\u00a0\n"):
        return (quotation.span,)
    inside = scene.quotation_at(phrase[0]) is not None
    return (after if inside else scene.whole_quotations(after),) if after[0] < after[1] else ()


def _signed(scene: Scene, content: Spans, dash: int) -> Spans:
    """What is signed is all of a line that begins and ends in quotation marks."""
    line = scene.line_of(dash)[0]
    first = scene.next_quotation(line)
    begins = first is not None and not scene.text[line : first.start].strip()
    return ((first.start, content[0][1]),) if first and begins and content else content


def _mode(scene: Scene, content: Spans) -> Mode:
    quotation = scene.quotation_from(content[0][0])
    if quotation is not None and content == (quotation.span,):
        return "direct"
    return "mixed" if scene.has_quotation_in(content) else "indirect"
