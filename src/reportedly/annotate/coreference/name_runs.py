"""Runs of tokens that may be names, and the name in each: title, article and possessive cut off."""

from itertools import pairwise

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.coreference.lexicon import (
    FEMALE_NOUNS,
    MALE_NOUNS,
    NOT_NAMES,
    ORGANISATION_TAILS,
    TITLES,
)
from reportedly.annotate.coreference.name import Name, printed_words
from reportedly.annotate.coreference.name_joins import after_outlet, is_title, joined
from reportedly.annotate.coreference.name_titles import whole_titles
from reportedly.annotate.coreference.shouted import (
    is_shouted,
    is_shouted_trade,
    stands_before_a_name,
)
from reportedly.annotate.parse.model import Parse, Sentence, Token
from reportedly.models.names import is_given_name
from reportedly.models.names.person import SUFFIXES

_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "WORK_OF_ART": "work",
    "EVENT": "thing",
    "PRODUCT": "thing",
    "LAW": "thing",
}
#: "Old Mr Doe": the name begins after these, whatever comes before.
_CALLED = frozenset(["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss"])
_PLURAL = frozenset(("NNPS", "NNS"))
#: "Dame Ann Doe": a work's title of at most this many words may be a titled person.
_TITLED_WORDS = 4
_DASHES = frozenset(["-", "–", "—", "―", "--"])
#: Marks that no name contains.
_CUTS = frozenset([":", ";", "|", "/", '"', "“", "”", "(", ")", "[", "]"])


def names_of_parse(parse: Parse, headlines: set[int]) -> list[Name]:
    """The parser's named entities and, but in headlines, its proper nouns outside of them."""
    return [
        name
        for first, last, kind in _runs(parse, headlines)
        if (name := _find_name(parse, first, last, kind)) is not None
    ]


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or token.text[:1].isdigit()


def _runs(parse: Parse, headlines: set[int]) -> list[tuple[int, int, Kind]]:
    """Runs of tokens that may be names: the parser's entities, then proper nouns outside them."""
    runs: list[tuple[int, int, Kind]] = []
    taken: set[int] = set()
    for first, last, label in _entities(parse):
        if label in _KINDS:
            for a, b in _pieces(parse, first, last):
                pieces = after_outlet(parse, a, b, _KINDS[label])
                taken.update(i for start, end, _ in pieces for i in range(start, end + 1))
                runs += pieces
        taken.update(range(first + _is_aged(parse, first), last + 1))
    for sentence in parse.sentences:
        if sentence.index not in headlines:
            runs += _proper_nouns(parse, sentence, taken)
    stations = {a for a, b, _ in runs if b > a and parse.tokens[a].text == "Radio"}
    runs = [run for run in runs if run[0] not in stations or run[1] > run[0]]
    return joined(parse, whole_titles(parse, sorted(runs)))


def _is_aged(parse: Parse, first: int) -> bool:
    """ "Hours later Dora, 40, posted": taken for a time, where the word does what is told."""
    name, *after = parse.tokens[first : first + 3]
    if name.entity not in ("DATE", "CARDINAL") or name.pos != "PROPN" or len(after) < 2:
        return False
    comma, years = after
    return name.dep in _SUBJECTS_OF and comma.text == "," and years.text.isdigit()


_SUBJECTS_OF = frozenset(("nsubj", "nsubjpass"))


def _pieces(parse: Parse, first: int, last: int) -> list[tuple[int, int]]:
    """A run cut at marks that no name contains."""
    cuts = [i for i in range(first, last + 1) if _cuts(parse, i)]
    edges = [first - 1, *cuts, last + 1]
    return [(a + 1, b - 1) for a, b in pairwise(edges) if a + 1 <= b - 1]


def _cuts(parse: Parse, i: int) -> bool:
    """ "Doe - Poe's friend": a dash with spaces on both sides ends a name too."""
    token = parse.tokens[i]
    if token.text in _CUTS:
        return True
    if token.text not in _DASHES or not 0 < i < len(parse.tokens) - 1:
        return False
    return parse.tokens[i - 1].end < token.start and token.end < parse.tokens[i + 1].start


def _entities(parse: Parse) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for token in parse.tokens:
        if not token.entity:
            continue
        last = found[-1] if found else None
        if last and not token.entity_starts and last[1] == token.i - 1 and last[2] == token.entity:
            found[-1] = (last[0], token.i, last[2])
        else:
            found.append((token.i, token.i, token.entity))
    return found


def _proper_nouns(parse: Parse, sentence: Sentence, taken: set[int]) -> list[tuple[int, int, Kind]]:
    found: list[tuple[int, int, Kind]] = []
    for token in parse.sentence_tokens(sentence):
        if _is_number_in_name(parse, sentence, token):
            found.append((token.i, token.i, "unknown"))
            continue
        if token.i in taken or token.pos != "PROPN" or not token.text[:1].isupper():
            continue
        if found and found[-1][1] == token.i - 1:
            found[-1] = (found[-1][0], token.i, "unknown")
        else:
            found.append((token.i, token.i, "unknown"))
    return found


def _is_number_in_name(parse: Parse, sentence: Sentence, token: Token) -> bool:
    """ "Zero Tide": a written number with a capital before a proper noun in the singular."""
    after = parse.tokens[token.i + 1] if token.i + 1 < sentence.last else token
    written = token.entity == "CARDINAL" and token.text.istitle()
    alone = token.entity_starts and after.entity == "" and after.tag == "NNP"
    opens = token.i == sentence.first and token.lower == "one"
    return written and alone and token.head == after.i and not opens


def _find_name(parse: Parse, first: int, last: int, kind: Kind) -> Name | None:
    """The name in a run of tokens, without article, title, possessive; None if nothing is left."""
    tokens = parse.tokens
    end = len(tokens) - 1
    if kind == "person" and (at := _foreign(parse, first, last)) is not None:
        last = at
    if kind == "person":
        first = _after_opening(parse, first, last)
    if kind == "work" and last - first < _TITLED_WORDS and is_title(tokens[first]):
        kind = "person"
    title = ""
    first = next((i for i in range(first + 1, last) if tokens[i].text in _CALLED), first)
    while first <= last:
        token = tokens[first]
        bare = token.lower.rstrip(".")
        if bare in TITLES and (first < last or kind == "person") and kind != "work":
            title = f"{title} {token.text}".strip()
        elif _capital(token) and token.pos not in ("DET", "PUNCT"):
            break
        first += 1
    while last >= first and (
        (kind == "person" and last > first and tokens[last].text.isdigit())
        or tokens[last].tag == "POS"
        or tokens[last].pos == "PUNCT"
        or not (_capital(tokens[last]) or _is_tail(parse, first, last))
    ):
        last -= 1
    if kind in ("organisation", "unknown", "work", "place"):
        last = _before_post(parse, first, last)
    if first > last:
        return None
    if kind == "person" and first == last and tokens[last].tag in _PLURAL and not title:
        kind = "group"  # "Birchers say"
    if kind in ("person", "unknown") and not title:
        title = _title_before(parse, first)
    words = printed_words(parse, first, last)
    if _is_no_name(tokens[first], words, kind) or _begins_a_word(parse, first, last):
        return None
    if first == last and (is_shouted(parse, first) or _is_exclaimed(parse, first)):
        return None
    # A body's letters may stand there, too: "UNESCO envoy Bo Poe".
    single = kind == "person" and first == last and not title
    if single and (is_shouted_trade(parse, first) or _is_a_sentence(parse, first)):
        return None
    if title.lower().rstrip(".") in ("st", "saint") and tokens[min(last + 1, end)].tag == "POS":
        return Name(first, last, words, "place", title)
    return Name(first, last, words, "person" if title and kind != "place" else kind, title)


def _is_exclaimed(parse: Parse, at: int) -> bool:
    """ "Hooray!" alone, or "Hooray! she said"; "Hooray! reported" may be the magazine of that name.

    Who is called out to is found by the name that the text has elsewhere.
    """
    token, *after = parse.tokens[at : at + 3]
    before = parse.tokens[at - 1] if at else token
    opens = at == parse.sentences[token.sentence].first or before.text in _OPENING_QUOTES
    if not opens or not after or after[0].text != "!" or is_given_name(token.text):
        return False
    follows = after[1].text if len(after) > 1 else "”"
    # Where the word stands within a sentence, too, it is a title: "Alone, Hooray! can tell".
    firsts = {sentence.first for sentence in parse.sentences}
    within = (t for t in parse.tokens if t.text == token.text and t.i not in firsts)
    if any(parse.tokens[t.i - 1].text not in _OPENING_QUOTES for t in within):
        return False
    return follows[0] in "\"”’'" or follows[0].isupper() or follows in _SUBJECTS


def _is_a_sentence(parse: Parse, at: int) -> bool:
    """ "Hurrah." as a whole sentence of a paragraph; who is named so is named elsewhere, too."""
    token = parse.tokens[at]
    sentence = parse.sentences[token.sentence]
    words = parse.sentence_tokens(sentence)
    alone = words[0] is token and [t.text for t in words[1:]] in (["."], ["!"], ["…"])
    beside = (s for s in parse.sentences[max(0, sentence.index - 1) : sentence.index + 2])
    within = any(s.paragraph == sentence.paragraph for s in beside if s is not sentence)
    once = sum(t.text == token.text for t in parse.tokens) == 1
    return alone and within and once and not is_given_name(token.text)


_SUBJECTS = frozenset("he i it she they we".split())
_OPENING_QUOTES = frozenset(('"', "“", "‘", "'"))


def _after_opening(parse: Parse, first: int, last: int) -> int:
    """ "FROSTY chemist Ada Moll": where an opening word in capitals and common nouns end."""
    tokens, at = parse.tokens, first + 1
    if first < last and is_shouted(parse, first) and not tokens[at].text.islower():
        return at
    if stands_before_a_name(parse, first, last):
        return at
    if first >= last or not tokens[first].text.isupper() or len(tokens[first].text) < _SHOUTED:
        return first
    while at <= last and tokens[at].text.islower():
        if tokens[at].pos not in ("NOUN", "ADJ") and len(tokens[at].text) <= _PARTICLE:
            return first
        at += 1
    return at if first + 1 < at <= last and _capital(tokens[at]) else first


#: Shorter words in capitals are initials; lower-case words up to this length may be of the name:
#: "van", "della".
_SHOUTED, _PARTICLE = 4, 5


def _begins_a_word(parse: Parse, first: int, last: int) -> bool:
    """ "Co" of "Co-op", "Ex" of "Ex-wife"; of "US-led" and "Doe-like" the first part is a name."""
    name, *after = parse.tokens[last : last + 3]
    if first != last or len(name.text) > _PREFIX_CHARS or name.text.isupper() or len(after) < 2:
        return False
    dash, rest = after
    joined = dash.text in _DASHES and name.end == dash.start and dash.end == rest.start
    return joined and rest.text[:1].islower()


#: Longer parts of a word before a dash may be names.
_PREFIX_CHARS = 3


def _before_post(parse: Parse, first: int, last: int) -> int:
    """White House in "White House Press Secretary": a body before somebody's post in it."""
    after = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else None
    if after is None or after.text not in _POSTS:
        return last
    end = last
    while end > first and parse.tokens[end].text in _POST_WORDS:
        end -= 1
    return end


#: Posts, and what stands before them without being part of the body's name.
_POSTS = frozenset(
    """Secretary Director Officer Chief Editor President Manager Counsel Adviser Advisor Chair
    Chairman Chairwoman Spokesman Spokeswoman""".split()
)
_POST_WORDS = frozenset(
    """Press Executive Research Communications Vice Deputy Assistant Associate Managing General
    Political Policy National Senior Chief Under Medical Financial Operating""".split()
)


def _is_tail(parse: Parse, first: int, last: int) -> bool:
    """A lower-case word that may end a name: "jr", what hangs on by a hyphen, "administration"."""
    token = parse.tokens[last]
    hangs = last - first >= 2 and parse.tokens[last - 1].text == "-"
    return token.lower in SUFFIXES | ORGANISATION_TAILS or hangs


def _foreign(parse: Parse, first: int, last: int) -> int | None:
    """The last token before something that no person's name contains (a comma, a verb)."""
    for i in range(first + 1, last + 1):
        token = parse.tokens[i]
        if token.text in (",", ":", ";", '"', "|", "/") or token.tag in ("VBD", "VBZ", "MD", "POS"):
            return i - 1
    return None


def _title_before(parse: Parse, first: int) -> str:
    if first == 0:
        return ""
    before = parse.tokens[first - 1]
    same = before.sentence == parse.tokens[first].sentence
    return before.text if same and _capital(before) and before.lower.rstrip(".") in TITLES else ""


#: What children call their elders: never a name of theirs that others use.
_KIN = frozenset("dad daddy grandad granddad grandma grandpa granny mom mommy mum mummy".split())


def _is_no_name(first: Token, words: tuple[str, ...], kind: Kind) -> bool:
    if len(words) == 1:
        word = words[0].lower().rstrip(".'’")
        if (
            word in NOT_NAMES
            or (word in TITLES and kind != "person")
            or len(word) < 2
            or word in _KIN
            or not any(c.isalpha() for c in word)
        ):
            return True
        if kind == "unknown" and (word in FEMALE_NOUNS or word in MALE_NOUNS):
            return True
    return not any(any(c.isalpha() for c in word) for word in words)
