"""How a statement reached the reader: the article's own outlet, relays it names, the origin.

In: a telling with its speaker, addressee and parent's hops.  Out: hops, outermost first.
"""

import re

from reportedly.annotate.attribution.clauses import noun_phrase
from reportedly.annotate.parse.model import Token
from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.addressees import Addressee
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.cited import find_quoting
from reportedly.annotate.statements.hops import Hop
from reportedly.annotate.statements.kinds import kind_of_cluster, kind_of_word
from reportedly.annotate.statements.on_air import find_programmes, tells_more
from reportedly.annotate.statements.outlets import is_outlet, same_outlet, without_sort
from reportedly.annotate.statements.speakers import Speaker, is_of_a_body
from reportedly.annotate.statements.telling import Telling
from reportedly.model import Cluster, SourceKind
from reportedly.offsets import Span, overlaps, trim, words_of

_INNER_CAPITAL = re.compile(r"[A-Z][a-z]+[A-Z]\w+|\w+\.(?:com|org|net)")
#: Prepositions before the outlet in whose pages or on whose air something is said.
_IN_OUTLET = frozenset(("in", "on", "to", "with", "for"))
#: Those of whom a programme or paper follows: "told listeners of the podcast Early Call".
_AUDIENCES = frozenset(("listeners", "viewers", "readers"))


def chain_of(
    telling: Telling,
    speaker: Speaker,
    addressee: Addressee | None,
    cast: Cast,
    parent: tuple[Hop, ...],
    own_outlet: str | None,
) -> tuple[Hop, ...]:
    """All hops after the own outlet's: the parent's, the relays, and the origin if known."""
    hops = list(parent)
    for relay in _relays(telling, speaker, addressee, cast):
        known = {hop.name for hop in hops}
        if relay.name not in known and not same_outlet(relay.name, own_outlet):
            hops.append(relay)
    origin = _origin(telling, speaker, cast)
    # "This paper has learned": the first hop is all there is.
    if origin is not None and not (origin.cluster is None and origin.name == own_outlet):
        hops.append(origin)
    return tuple(hops)


def _origin(telling: Telling, speaker: Speaker, cast: Cast) -> Hop | None:
    """The source itself: by name, else in the article's words; none when nobody is named."""
    if speaker.kind == "unknown" or telling.source is None:
        return None
    name = speaker.name or _description(telling, cast)
    if name is None and speaker.kind == "anonymous":
        name = _all_that_is_said(telling)
    name = name or _shown(telling)
    return Hop(speaker.kind, name, telling.source, speaker.cluster)


#: Tells how an article came by a document, not what it is called.
_SEEN = re.compile(
    r"(?:(?:,| and),? (?:seen|obtained|reviewed|published|released|leaked)| (?:seen|obtained))"
    r" by .+$"
)

#: Where an aside begins.
_ASIDE = re.compile(r", |\s?[–—]\s?| -- ")


def _shown(telling: Telling) -> str:
    """The words of the source without asides: a name alone, else up to the first comma."""
    head, source = telling.head, telling.source
    if head is None or source is None:
        return ""
    words = words_of(telling.text, (source,))
    coordinated = any(telling.parse.tokens[i].dep == "conj" for i in telling.parse.children[head.i])
    if coordinated:
        return words
    if head.pos == "PROPN" and head.entity == "PERSON" and not is_of_a_body(telling, head):
        return _named_words(telling, head)
    return _SEEN.sub("", _ASIDE.split(words)[0].rstrip(","))


def _description(telling: Telling, cast: Cast) -> str | None:
    """For a pronoun or "who" the fullest words that the article has for whom it stands for."""
    head = telling.head
    if head is None or telling.source is None:
        return None
    if not telling.source[0] <= head.start < telling.source[1]:
        line = telling.parse.sentences[head.sentence]
        return words_of(telling.text, (noun_phrase(telling.parse, head, (line.start, head.end)),))
    cluster = cast.find_cluster(head) if head.pos == "PRON" else None
    if cluster is None:
        return None
    return cluster.name or _first_description(telling, cast.find_first_nominal(cluster))


def _first_description(telling: Telling, first: Span | None) -> str | None:
    """The words that bring somebody in, clauses that tell them apart included, asides not."""
    tokens = telling.parse.tokens_in(first) if first is not None else ()
    inside = {token.i for token in tokens}
    head = next((t for t in tokens if t.head not in inside or t.head == t.i), None)
    if first is None or head is None:
        return None
    below = [telling.parse.tokens[i] for i in telling.parse.subtree(head.i)]
    comma = next((t.start for t in below if t.text == "," and t.start >= head.end), None)
    told = [t.end for t in below if t.text[0].isalnum() and (comma is None or t.end <= comma)]
    return words_of(telling.text, ((first[0], max([first[1], *told])),))


def _all_that_is_said(telling: Telling) -> str | None:
    """Of an unnamed source everything counts: "sources who have known the pair for years".

    What stands behind a comma ("…, who asked not to be named") only tells more about it.
    """
    head, source = telling.head, telling.source
    if head is None or source is None:
        return None
    cue = [start for start, _ in telling.attribution.cue if start >= source[1]]
    limit = min(cue, default=source[1])
    own = [telling.parse.tokens[i] for i in telling.parse.subtree(head.i)]
    told = [t for t in own if source[0] <= t.start and t.end <= limit and not telling.in_content(t)]
    coordinated = any(telling.parse.tokens[i].dep == "conj" for i in telling.parse.children[head.i])
    after = source[1] if coordinated else head.end
    comma = next((t.start for t in told if t.text == "," and t.start >= after), limit)
    if telling.cue_text == ":" and not coordinated:
        comma = source[1]  # where and to whom stands behind it: "A clerk, to the Lantern: …"
    told = [t for t in told if t.text[0].isalnum() and t.end <= comma]
    end = max([min(source[1], comma), *(token.end for token in told[-1:])])
    return words_of(telling.text, (trim(telling.text, (source[0], end)),))


def _relays(
    telling: Telling, speaker: Speaker, addressee: Addressee | None, cast: Cast
) -> list[Hop]:
    """Outlets told, outlets spoken on or written in, and whoever made a document public."""
    found: list[Hop] = []
    if addressee is not None and _is_outlet_word(telling, addressee, cast):
        found.append(_outlet_told(telling, addressee, cast))
    for token in telling.around:
        aside = tells_more(telling, token)
        audience = token.lower == "of" and telling.parse.tokens[token.i - 1].lower in _AUDIENCES
        if (audience or token.lower in _IN_OUTLET) and token.dep == "prep" and not aside:
            found += (_watched(telling, token) if audience else []) or (
                _outlet_after(telling, token, cast) or _watched(telling, token)
            )
        elif token.lemma.lower() in lexicon.MADE_PUBLIC and token.tag == "VBN":
            found += _publisher(telling, token, cast)
    quoting = find_quoting(telling)
    if quoting is not None and (relay := _outlet_quoting(telling, quoting, cast)) is not None:
        found.append(relay)
    for programme in find_programmes(telling, cast):
        found = [h for h in found if not _aired_by(telling, h)]
        whole = programme.span
        found = [h for h in found if h.span is None or whole is None or not overlaps(h.span, whole)]
        found.append(programme)
    unique: dict[str | None, Hop] = {hop.name: hop for hop in reversed(found)}
    return [hop for hop in reversed(unique.values()) if hop.name != speaker.name]


def _aired_by(telling: Telling, hop: Hop) -> bool:
    """ "On the programme Late Light, broadcast by Marl TV": one broadcast, and one hop."""
    return hop.span is not None and _AIRED_BY.search(telling.text, 0, hop.span[0]) is not None


_AIRED_BY = re.compile(r"\b(?:broadcast|aired|shown) (?:live )?(?:by|on) (?:the )?$")


def _outlet_quoting(telling: Telling, head: Token, cast: Cast) -> Hop | None:
    """The outlet with this head word that quotes the source."""
    cluster = cast.find_cluster(head)
    kind = kind_of_word(telling.parse, head, cluster)
    if kind not in ("outlet", "organisation"):
        return None
    name = cluster.name if cluster is not None else None
    shown = without_sort(name or _named_words(telling, head))
    return Hop("outlet", shown, head.span, cluster.cluster if cluster is not None else None)


def _outlet_told(telling: Telling, addressee: Addressee, cast: Cast) -> Hop:
    """The outlet that an addressee stands for; for "Marl TV's “Early Call”" its owner."""
    for at in telling.parse.children[addressee.head.i]:
        owner = telling.parse.tokens[at]
        cluster = cast.find_cluster(owner) if owner.dep == "poss" else None
        if cluster is not None and is_outlet(cluster.name):
            return Hop("outlet", cluster.name, owner.span, cluster.cluster)
    title = _find_title(telling, addressee.head) or _called(telling, addressee)
    return Hop("outlet", _owner(title), addressee.span, addressee.cluster)


def _called(telling: Telling, addressee: Addressee) -> str:
    """Its name without its sort: Early in "the podcast Early" and in "Early magazine"."""
    name = addressee.name
    if addressee.head.lower in lexicon.OUTLET_NOUNS and name.lower().endswith(addressee.head.lower):
        behind = _NAME_BEHIND.match(telling.text, addressee.head.end)
        if behind is not None and name.split()[0].lower() in ("the", "a", addressee.head.lower):
            return behind["name"]
    return without_sort(name)


#: "The podcast Early", "the magazine EARLY!".
_NAME_BEHIND = re.compile(r",? [“\"‘]?(?P<name>(?:The )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)*!?)")


def _is_outlet_word(telling: Telling, addressee: Addressee, cast: Cast) -> bool:
    head, name = addressee.head, addressee.name
    cluster = cast.find_cluster(head)
    if cluster is not None and cluster.name is not None and kind_of_cluster(cluster) == "outlet":
        return True
    # "The presenter on Marl Television's last show" is a person.
    if (is_outlet(name) and " on " not in name) or head.lemma.lower() in lexicon.OUTLET_NOUNS:
        return True
    if head.entity == "WORK_OF_ART":
        return True  # "told “Early Call”": a programme
    first = telling.parse.tokens_in(addressee.span)[:1]
    before = telling.parse.tokens[first[0].i - 1] if first and first[0].i else None
    if before is not None and before.lower in lexicon.OUTLET_NOUNS:
        return True
    if head.pos == "PROPN" and telling.parse.tokens[head.i - 1].lower in lexicon.OUTLET_NOUNS:
        return True  # "told the Danish weekly Havet"
    if (
        first
        and first[0].text == "The"
        and head.pos == "PROPN"
        and first[0].i > _start(telling, head)
    ):
        return True  # "told The Lantern": only titles keep their capital article in a sentence
    # "told InsideView": a capital inside one word is how young outlets write themselves.
    return _INNER_CAPITAL.fullmatch(name) is not None


def _start(telling: Telling, head: Token) -> int:
    return telling.parse.sentences[head.sentence].first


def _outlet_after(telling: Telling, token: Token, cast: Cast) -> list[Hop]:
    for at in telling.parse.children[token.i]:
        object_ = telling.parse.tokens[at]
        head = _broadcast_of(telling, object_)
        if object_.dep != "pobj" or telling.in_content(head) or _in_source(telling, head):
            continue
        cluster = cast.find_cluster(head)
        name = cluster.name if cluster is not None else None
        called = cluster is not None and name is not None and _is_called_outlet(cluster, token)
        watched = token.lower == "of" and (cluster is None or cluster.kind not in _NOT_WATCHED)
        on_air = watched or _is_programme(telling, token, head, cluster)
        titled = head.entity == "WORK_OF_ART" and head.text[0].isupper()
        if (head.pos == "PROPN" or titled) and (called or is_outlet(name or head.text) or on_air):
            title = _find_title(telling, head) if on_air else None
            shown = title or _owner(name or _named_words(telling, head))
            number = cluster.cluster if cluster is not None else None
            return [Hop("outlet", shown, head.span, number)]
    return []


#: "Viewers of Late Chapter": a title of several words that no parser knows for one.
_WATCHED = re.compile(
    r"of (?P<title>(?:The )?[A-Z][\w’'&-]*"
    r"(?: (?:(?:with|of|the|and|&|to|in|for|a) ){0,2}[A-Z][\w&-]*)+)"
)


def _watched(telling: Telling, of: Token) -> list[Hop]:
    found = _WATCHED.match(telling.text, of.start) if of.lower == "of" else None
    if found is None or telling.in_content(of):
        return []
    kinds = {token.entity for token in telling.parse.tokens_in(found.span("title"))}
    title = found.span("title")
    return [] if kinds & _PEOPLE_AND_PLACES else [Hop("outlet", found["title"], title, None)]


_PEOPLE_AND_PLACES = frozenset(("PERSON", "GPE", "LOC", "NORP"))
#: Whoever has viewers and listeners is no person, and no town.
_NOT_WATCHED = ("person", "place", "group")
#: What a programme goes out as: "Sunday's edition of Late Light".
_BROADCASTS = frozenset("edition episode instalment installment".split())


def _broadcast_of(telling: Telling, head: Token) -> Token:
    """Late Light in "on Sunday's edition of Late Light" and in "of the podcast Late Light"; else
    the word itself."""
    tokens, children = telling.parse.tokens, telling.parse.children
    if head.lemma in lexicon.OUTLET_NOUNS:
        named = (tokens[i] for i in children[head.i] if tokens[i].dep == "appos")
        return next((t for t in named if t.pos == "PROPN"), head)
    if head.lemma not in _BROADCASTS:
        return head
    links = (i for i in children[head.i] if tokens[i].lower == "of")
    return next((tokens[i] for at in links for i in children[at] if tokens[i].dep == "pobj"), head)


#: "The Long Table": a title that keeps its article, to its last capital.
_TITLE = re.compile(
    r"The [A-Z][\w’'&-]*(?: (?:(?:with|of|the|and|&|to|in|for|a) ){0,2}[A-Z][\w&-]*)*"
)


def _find_title(telling: Telling, head: Token) -> str | None:
    """The whole title, where its article has a capital; parsers take its last word for a verb."""
    line = telling.parse.sentences[head.sentence]
    for found in _TITLE.finditer(telling.text, line.start, line.end):
        if found.start() <= head.start < found.end() and found.start() > line.start:
            return found.group()
    return None


def _owner(name: str) -> str:
    """For "Channel Nine's “Early Call" the outlet, whose programme it is."""
    before = re.split(r"[’']s ", name, maxsplit=1)[0]
    return before if is_outlet(before) else name


def _is_programme(telling: Telling, on: Token, head: Token, cluster: Cluster | None) -> bool:
    """ "told the host on Late Night": a title after "on" that is no place, day, person or site."""
    if on.lower != "on" or not (_is_said_on(telling, on) or telling.cue_text == ":"):
        return False
    if head.lower in _PLATFORMS:
        return False
    named = telling.parse.tokens_in((_first_of_name(telling, head).start, head.end))
    if head.entity in _NO_PROGRAMMES and not lexicon.is_title(named):
        return False
    # Titles of two common words ("Late Light") look like buildings to the parser.
    return (
        cluster is None or cluster.kind in ("work", "organisation") or head.entity in _LIKE_TITLES
    )


def _is_called_outlet(cluster: Cluster, before: Token) -> bool:
    """What the article calls an outlet; after "on" what it calls a programme or a station."""
    aired = any(words.split()[-1:] in _AIRED for words in cluster.nominals)
    return kind_of_cluster(cluster) == "outlet" and (before.lower != "on" or aired)


_AIRED = (["podcast"], ["programme"], ["program"], ["show"], ["station"], ["channel"])


def _is_said_on(telling: Telling, on: Token) -> bool:
    """Does "on" belong to the verb, or to whoever is told right before it: "told Ada Quill on"?"""
    verb, tokens = telling.verb, telling.parse.tokens
    if verb is None or verb.lemma not in _ON_AIR:
        return False
    head = tokens[on.head]
    if head.i == on.i - 1 and head.dep in ("dobj", "pobj", "dative", "appos"):
        head = tokens[head.head]
        head = tokens[head.head] if head.pos == "ADP" else head
    return head == verb or (head.lower in _SPEAKING and tokens[head.head] == verb)


_SPEAKING = frozenset("appearing asked chatting interviewed speaking talking".split())
#: Types that the parser gives to titles of common words.
_LIKE_TITLES = frozenset(("FAC", "TIME", "DATE"))
#: What one does on a programme.
_ON_AIR = frozenset(
    """admit announce claim complain confess declare joke promise recall reveal say sing swear tell
    vow""".split()
)
_NO_PROGRAMMES = frozenset(
    ("DATE", "TIME", "GPE", "LOC", "NORP", "PERSON", "CARDINAL", "LAW", "EVENT")
)
#: Where one posts without anybody relaying it.
_PLATFORMS = frozenset(
    "facebook instagram linkedin reddit snapchat tiktok tumblr twitter x youtube".split()
)


def _publisher(telling: Telling, token: Token, cast: Cast) -> list[Hop]:
    """X in "emails published by X"."""
    parse = telling.parse
    if token.dep not in ("acl", "relcl", "amod"):
        return []
    for at in parse.children[token.i]:
        if parse.tokens[at].lower != "by":
            continue
        for inner in parse.children[at]:
            head = parse.tokens[inner]
            cluster = cast.find_cluster(head)
            if cluster is not None and cluster.name is not None:
                kind: SourceKind = "outlet" if is_outlet(cluster.name) else "organisation"
                kind = "person" if cluster.kind == "person" else kind
                return [Hop(kind, cluster.name, head.span, cluster.cluster)]
    return []


def _in_source(telling: Telling, token: Token) -> bool:
    span = telling.source
    return span is not None and span[0] <= token.start < span[1]


def _named_words(telling: Telling, head: Token) -> str:
    return words_of(telling.text, ((_first_of_name(telling, head).start, head.end),))


def _first_of_name(telling: Telling, head: Token) -> Token:
    first = head.i
    tokens = telling.parse.tokens
    while first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].head <= head.i:
        first -= 1
    return tokens[first]
