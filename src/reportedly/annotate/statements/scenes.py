"""Sentences that set a scene and report nothing: "On Late Light last night X sat down with Y".

In: a document and its cast.  Out: a `Setting` for each person who talks in such a scene, with its
channel, the programme as relay, and the other person as whom they talk to.
"""

import re
from collections.abc import Iterator, Sequence
from typing import cast as typed

from reportedly.annotate.attribution.clauses import child
from reportedly.annotate.parse.model import Parse, Sentence, Token
from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.addressees import Addressee
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.hops import Hop
from reportedly.annotate.statements.outlets import is_outlet
from reportedly.annotate.statements.programmes import SORT, names_place_or_day, without_time
from reportedly.annotate.statements.settings import Setting
from reportedly.annotate.statements.telling import lies_in
from reportedly.model import Channel, Cluster
from reportedly.offsets import Span

#: What one does where one is heard.
_HEARD = frozenset("appear address deliver give hold join speak sit talk testify".split())
#: The verbs of `_TOOK_TO`.
_TAKES_TO = frozenset("go head jump log take turn".split())
#: A title after "on", or of what one comes to: capitals, joined by small words.
_PROGRAMME = re.compile(
    r"\b(?:[Oo]n|episode of|(?P<seen>[Ss]tay(?:ed|ing)? up (?:late )?(?:for|to watch)"
    r"|[Tt]un(?:ed?|ing) in(?: to| for)|[Ss]witch(?:ed|ing)? on(?: to)?)|(?P<to>to)) "
    r"(?P<air>(?:telly|TV|television|radio)(?: show)?[’']?s? )?"
    rf"(?P<sort>(?:the|her|his|their|a) {SORT},? )?"
    r"(?:[A-Z][\w&-]*(?: [A-Z][\w&-]*)*[’']s )?[“\"'‘*_]{0,2}"
    r"(?P<title>(?:The )?[A-Z][\w’&-]*"
    r"(?: (?:(?:with|of|the|and|&|to|in|for|a) ){0,2}[A-Z][\w’&-]*)+)"
)
#: "Half of Late Light's viewers": what has viewers is on the air.
_VIEWED = re.compile(
    r"(?P<title>(?:The )?[A-Z][\w&-]*(?: (?:(?:with|of|the|and|&|to|in|for|a) ){0,2}[A-Z][\w&-]*)+)"
    r"[’'](?:s )?(?:viewers|listeners|studio audience|sofa|couch)\b"
)
#: "On Late with Bewley".
_HOSTS_OWN = re.compile(r"\bwith (?:[A-Z][\w’-]+ ?)+$")
#: What stands in a studio, and whoever is at home there.
_STUDIO = re.compile(
    r"\b(?:Channel (?:[A-Z]\w*|\d+)|TV|[Tt]elevision|[Tt]elly|presenter|sofa|couch|studio|chair"
    r"|desk|chat[- ]shows?|talk[- ]shows?|on (?:the )?air)\b"
)
#: What tells that somebody was a guest, beside a title after "on".
_GUEST = re.compile(
    r"^It was(?= on (?-i:[A-Z]))|\b(?:sat down|appear(?:s|ed|ance)|interview(?:s|ed)?|guests?"
    r"|chatted|spoke|viewers|listeners|watched (?:her|him|them)(?= on (?-i:[A-Z]))"
    r"|watch(?:ed)?(?= (?-i:[A-Z])[\w’-]+ (?-i:[A-Z]))"
    r"|said to (?-i:[A-Z])[\w’-]+(?: (?-i:[A-Z])[\w’-]+)? on(?= (?-i:[A-Z])))\b",
    re.IGNORECASE,
)
_NO_PROGRAMME = frozenset(("DATE", "TIME", "GPE", "LOC", "NORP"))
#: "They explained it to Ada Quill, the host of Late Light on Radio Marl".
_HOSTED = re.compile(
    r"\b(?:(?<!according )to|with|told|tells|(?:interviewed|questioned|asked|grilled) by) "
    r"(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)*), (?:the |who is the )?"
    r"(?:co-)?(?:host|presenter|anchor)s? of "
    r"[“\"'‘*_]{0,2}(?P<title>(?:The )?[A-Z][\w’&-]*"
    r"(?: (?:(?:with|of|the|and|&|to|in|for|a) ){0,2}[A-Z][\w’&-]*)*)"
)


def find_scenes(text: str, parse: Parse, cast: Cast, quoted: list[Span]) -> list[Setting]:
    """The settings of all such sentences outside quotation marks, in order."""
    found: list[Setting] = []
    for sentence in parse.sentences:
        if not lies_in((sentence.start, sentence.start + 1), quoted):
            found += _of_sentence(text, parse, sentence, cast)
    return found


def _of_sentence(text: str, parse: Parse, sentence: Sentence, cast: Cast) -> Iterator[Setting]:
    words = text[sentence.start : sentence.end]
    hosted = _HOSTED.search(words)
    relay = _find_programme(words, parse, sentence) if hosted is None else _hop(hosted, sentence)
    channel: Channel | None = "broadcast" if relay is not None else _find_channel(words)
    if channel is None:
        return
    guests, host = _guests(parse, sentence, cast) if relay is not None else ((), None)
    if hosted is not None:
        guests, host = _hosted(parse, sentence, cast, sentence.start + hosted.end("name"))
        if host is None:
            return
    if guests and relay is not None:
        for _, cluster in guests:
            yield _setting(sentence, cluster, channel, relay, host)
        return
    people = _on_title(parse, relay, cast) if relay is not None else []
    verbs = _TAKES_TO if channel == "post" else _HEARD
    people = people or _people(parse, sentence, cast, verbs, on_air=relay is not None)
    if relay is not None and not people and _GUEST.search(words):
        people = _only_person(parse, sentence, cast)
    if relay is not None and not people and _is_seen(words):
        people = _named_after(text, parse, sentence, cast)
    for at, (_, cluster) in enumerate(people):
        other = people[1 - at] if len(people) == _TWO and relay is not None else None
        yield _setting(sentence, cluster, channel, relay, other)


def _setting(
    sentence: Sentence,
    cluster: Cluster,
    channel: Channel,
    relay: Hop | None,
    other: tuple[Token, Cluster] | None,
) -> Setting:
    return Setting(
        start=sentence.start,
        end=sentence.end,
        cluster=cluster.cluster,
        quoted=True,
        dated_anew=False,
        channel=channel,
        relays=(relay,) if relay is not None else (),
        addressee=_addressee(*other) if other is not None else None,
    )


_TWO = 2
_Person = tuple[Token, Cluster]


def _guests(parse: Parse, sentence: Sentence, cast: Cast) -> tuple[list[_Person], _Person | None]:
    """ "Ada Quill and Bo Tarn were the guests of Cy Marl": who they are, and whose."""
    guest = next((t for t in parse.sentence_tokens(sentence) if t.lower in _GUESTS), None)
    if guest is None or guest.dep != "attr":
        return [], None
    hosts = [
        child(parse, i, {"pobj"}) for i in parse.children[guest.i] if parse.tokens[i].lower == "of"
    ]
    subject = child(parse, guest.head, {"nsubj"})
    named: list[Token] = []
    while subject is not None and subject not in named:
        # "The singer Ada Quill": parsers hang the name on the noun.
        named += [name] if (name := child(parse, subject.i, {"appos"})) else []
        named.append(subject)
        subject = child(parse, subject.i, {"conj"})
    each = (person for token in named if (person := _person(token, cast)) is not None)
    people = list({cluster.cluster: (token, cluster) for token, cluster in each}.values())
    return people, next((p for t in hosts if t and (p := _person(t, cast)) is not None), None)


_GUESTS = frozenset(("guest", "guests"))


def _hosted(
    parse: Parse, sentence: Sentence, cast: Cast, named_before: int
) -> tuple[list[_Person], _Person | None]:
    """ "They explained it to Cy Marl, the host of Late Light": who they are, and he."""
    tokens = parse.sentence_tokens(sentence)
    before = [t for t in tokens if t.end <= named_before]
    host = _person(before[-1], cast) if before else None
    guests: dict[int, _Person] = {}
    for token in tokens:
        if token.dep in ("nsubj", "conj") and token.pos in ("PROPN", "PRON"):
            for person in _persons(token, cast):
                guests.setdefault(person[1].cluster, person)
    if host is None or host[1].cluster in guests:
        return [], None
    return list(guests.values()), host


def _persons(token: Token, cast: Cast) -> list[_Person]:
    """Whom a name or a pronoun means; of "they" those who are named together."""
    cluster = cast.find_cluster(token)
    if cluster is None:
        return []
    members = cast.members_of(cluster) if cluster.kind == "group" else (cluster,)
    return [(token, member) for member in members if member.kind == "person"]


def _person(token: Token, cast: Cast) -> _Person | None:
    cluster = cast.find_cluster(token)
    return (token, cluster) if cluster is not None and cluster.kind == "person" else None


def _find_programme(words: str, parse: Parse, sentence: Sentence) -> Hop | None:
    for match in _VIEWED.finditer(words):
        start, end = (sentence.start + at for at in match.span("title"))
        if not {t.entity for t in parse.tokens_in((start, end))} & {"PERSON", *_NO_PROGRAMME}:
            return Hop("outlet", match["title"], (start, end), None)
    heard: list[Hop] = []
    for match in _PROGRAMME.finditer(words):
        named = without_time(match["title"])
        start = sentence.start + match.start("title")
        title = parse.tokens_in((start, start + len(named)))
        kinds = set() if lexicon.is_title(title) else {token.entity for token in title}
        if _HOSTS_OWN.search(named):
            kinds.discard("TIME")  # "Late with Bo"
        if kinds & _NO_PROGRAMME or names_place_or_day(named):
            continue
        if _is_heard(match, words, title):
            heard.append(Hop("outlet", named, (start, start + len(named)), None))
    # "On Marl Television again: Bo had asked her on to Late Light".
    return min(heard, key=lambda hop: _STATION.search(hop.name or "") is not None, default=None)


_STATION = re.compile(r"\b(?:Television|TV|Radio|FM|Channel)\b")


def _is_heard(match: re.Match[str], words: str, title: Sequence[Token]) -> bool:
    """Does anything tell that the title is of a programme?"""
    if lexicon.is_named_after_day(title) or (
        not match["to"] and _HOSTS_OWN.search(without_time(match["title"]))
    ):
        return True
    person = any(token.entity == "PERSON" for token in title)
    if not person and _STUDIO.search(words[: match.start()] + " " + words[match.end() :]):
        return True
    if match["to"]:
        return False
    told = any(match[group] is not None for group in ("air", "sort", "seen"))
    return told or _GUEST.search(words) is not None or is_outlet(match["title"])


def _hop(title: re.Match[str], sentence: Sentence) -> Hop:
    start, end = (sentence.start + at for at in title.span("title"))
    return Hop("outlet", title.group("title"), (start, end), None)


def _find_channel(words: str) -> Channel | None:
    for channel, pattern in lexicon.CHANNELS:
        if channel in _SCENES and pattern.search(words):
            return typed(Channel, channel)
    if _TOOK_TO.search(words) is not None:
        return "post"
    return "speech" if _SPOKE.search(words) is not None else None


#: Speaks to all who are there.
_SPOKE = re.compile(
    r"\bspoke (?:briefly|for (?:[\w-]+ ){1,4}minutes?|"
    r"to (?:the|a) (?:\w+ )?(?:crowd|audience|meeting|rally|gathering))\b"
)


#: Channels that a sentence can set as a scene without reporting anything.
_SCENES = frozenset(("interview", "broadcast", "speech"))
#: Goes where one posts; what is said then is written there.
_TOOK_TO = re.compile(
    r"\b(?:took|takes|taken|taking|turned|turns|went|goes|headed|jumped|logged) "
    r"(?:straight |back )?(?:to|on to|onto|on) (?:(?:her|his|their) )?(?:own )?"
    r"(?:Facebook|Insta(?:gram)?|LinkedIn|Snapchat|Threads|TikTok|Twitter|X|YouTube|social media)\b"
)


def _people(
    parse: Parse, sentence: Sentence, cast: Cast, verbs: frozenset[str], *, on_air: bool
) -> list[tuple[Token, Cluster]]:
    """Who is heard in the sentence, and with whom: the subject and the object of "with"."""
    found: list[tuple[Token, Cluster]] = []
    for verb in parse.sentence_tokens(sentence):
        heard = verb.lemma.lower() in verbs
        heard = heard or (on_air and (verb.dep == "ROOT" or verb.lemma.lower() in _SAID))
        heard = heard or (on_air and _is_cleft(parse, verb))
        if verb.pos != "VERB" or not heard:
            continue
        subject = child(parse, verb.i, {"nsubj"})
        joined = (
            t for t in map(parse.tokens.__getitem__, parse.children[verb.i]) if t.lower in _WITH
        )
        objects = (child(parse, t.i, {"pobj"}) for t in joined)
        for token in (subject, *objects):
            cluster = cast.find_cluster(token)
            if token is not None and cluster is not None and cluster.kind == "person":
                found.append((token, cluster))
        if found or not on_air:
            break
    unique = {cluster.cluster: (token, cluster) for token, cluster in reversed(found)}
    return [unique[number] for number in dict.fromkeys(c.cluster for _, c in found)]


def _on_title(parse: Parse, relay: Hop, cast: Cast) -> list[_Person]:
    """Who is or does something on the title, where that hangs on a verb of its own: "when the
    mother of two curled up on Late Light"."""
    title = parse.tokens_in(relay.span) if relay.span is not None else ()
    verb = title[-1] if title else None
    for _ in range(_MOST_ABOVE):
        if verb is None or verb.pos in ("VERB", "AUX"):
            break
        verb = parse.tokens[verb.head]
    if verb is None or verb.pos not in ("VERB", "AUX") or verb.lemma in _WATCHING:
        return []
    subject = child(parse, verb.i, {"nsubj"})
    person = _person(subject, cast) if subject is not None else None
    if person is None or person[1].name is None:
        return []  # "the MP", whom a pronoun beside it may tell better
    joined = [t for t in map(parse.tokens.__getitem__, parse.children[verb.i]) if t.lower in _WITH]
    others = [child(parse, t.i, {"pobj"}) for t in joined]
    found = [person, *(_person(t, cast) for t in others if t is not None)]
    return [each for each in found if each is not None]


#: Up to the verb that a title hangs on by "on" stand hardly more words than these.
_MOST_ABOVE = 4
#: Who does so is at home.
_WATCHING = frozenset("ask hear invite see watch".split())


def _only_person(parse: Parse, sentence: Sentence, cast: Cast) -> list[tuple[Token, Cluster]]:
    """ "Half the town watched Ada Quill on Late Light": who else can have been on."""
    named: dict[int, tuple[Token, Cluster]] = {}
    for token in parse.sentence_tokens(sentence):
        cluster = cast.find_cluster(token) if token.pos in ("PROPN", "PRON") else None
        if cluster is not None and cluster.kind == "person" and cluster.name is not None:
            named.setdefault(cluster.cluster, (token, cluster))
    return list(named.values()) if len(named) == 1 else []


def _is_seen(words: str) -> bool:
    """ "Who stayed up for Late Light?": told by those who watched."""
    return any(match["seen"] is not None for match in _PROGRAMME.finditer(words))


def _named_after(text: str, parse: Parse, sentence: Sentence, cast: Cast) -> list[_Person]:
    """The guest and the host, whom the rest of the paragraph names; none of more than two."""
    named: dict[int, _Person] = {}
    for after in parse.sentences[sentence.index + 1 :]:
        if "\n" in text[sentence.end - 1 : after.start].rstrip(" "):
            break
        for token in parse.sentence_tokens(after):
            cluster = cast.find_cluster(token) if token.pos == "PROPN" else None
            if cluster is not None and cluster.kind == "person" and cluster.name is not None:
                named.setdefault(cluster.cluster, (token, cluster))
    return list(named.values()) if len(named) <= _TWO else []


def _is_cleft(parse: Parse, verb: Token) -> bool:
    """Did in "It was on Late Light that the mayor did it"."""
    above = parse.tokens[verb.head]
    subject = child(parse, above.i, {"nsubj"})
    if parse.tokens[min(above.i + 1, len(parse.tokens) - 1)].lower != "on":
        return False
    return above.lemma == "be" and above.dep == "ROOT" and getattr(subject, "lower", "") == "it"


_WITH = frozenset(("with", "to"))
_SAID = frozenset(("say", "tell"))


def _addressee(head: Token, cluster: Cluster) -> Addressee:
    return Addressee(cluster.name or head.text, cluster.cluster, head, head.span)
