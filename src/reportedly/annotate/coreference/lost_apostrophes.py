"""Names whose possessive lost its apostrophe: "Ada Quills second album", "Quill?s sister".

In: names as they stand, with what the text has elsewhere.  Out: the same names, of which some end
one or two characters sooner.  Family names that end in -s stay whole.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.coreference.name import Name
from reportedly.annotate.parse.model import Parse, Token

#: What programs leave of an apostrophe that they cannot read: "Quill?s", "Quill`s".
_BROKEN = re.compile(r"(?<=[^\W\d_])[?\ufffd`´ʼ′\x92][sS]\Z")
#: Family names in -s after a consonant or e, as long lists of British and American ones have them;
#: whoever writes "Nell Brooks third film" may mean Brooks.
_IN_S = frozenset(
    """abrahams adams addams addis akers albers ames anders andrews armes atkins ayers baines
    bains banks barnes barrows bates bayes beals beers bellows bemis bennetts berks biggs
    billings birks bloggs bonds bowers bowles boyes bridges briggs brinks brooks broughs burks
    burns burrows butts byers cairnes cairns carruthers chalmers chambers charles childers
    childs christians christmas clements coates coats coles collins combs connors coombes
    coombs cousins cowles cribbins cripps crooks cross cummings cummins curtis daniels davids
    davies davis dawes deans dickens dickins dobbs dodds downes downs dubbins dukes edmonds
    edmunds edwards eggers elkins ellis elms emmons ennis evans evers fawkes fields fiennes
    figgis flanders flowers forbes fowkes fowlds fowles franks fries furness gaines gates
    gayles geddes gettings gibbons gibbs giddens giddings giles gillies goggins graves greaves
    greggs griffiths grimes groves harkins harkness harms harries harris hastings hawes hawkes
    hawkins hayes haynes hays heaps hedges helms hendricks henriques hicks higgins higgs hills
    hinds hitchens hobbs hodges hodgkins hoggs holdings hollands hollings hollins hollis
    holmes hooks hopkins hoskins howells huggins hughes humphreys humphries hutchings hutchins
    ings isaacs jacobs jacques james jannings jefferies jeffers jeffreys jeffries jenkins
    jennings jervis johns jones judkins julius kearns keats keynes kings kirks knights knowles
    lambs landis larkins lawes laws lees leggs lewis lloyds lockes lowes lows lucas lyles
    lyons maddocks magnus mains mallows manners marks masters mathers mathews mathis matthews
    mayes mays mcadams mccombs mcgillis mcinnes mcmanus meadows means mears meyers michaels
    miles mills moggs moores morris morrows moss mullins munns myers nicholas nicholls nichols
    nickells nobbs norris oakes oates olds otis owens owings pages parkes parks parsons paynes
    peebles peers perkins perks peters petts phelps philips phillips pickens pickles pipkins
    pitts platts plummers potts powers prentis purkis purves quarles raikes raines rains ramos
    rawlings rawlins reddings reeds reeves reynolds rhodes richards riches ricketts riggs
    rivers robbins roberts robins rodgers rogers rollins rolls roots ross rowlands rowles
    ruggles sanders sands saunders scoggins sears sellers shields shores simmonds simmons
    simms simons sims skeggs smithers snipes soames sparkes sparks spears speeds spiers
    squires staples steers stephens stevens stiggins stiles stoakes stocks stokes storrs
    stubbs styles suggs swales symonds symons teals thomas tibbetts tibbs todds tolles toms
    towers towns travers travis trotts tubbs tucks tullis twiggs vickers vines waites wales
    wallis walls walters warnes waters watkins watkis watts weeks weems wells wicks wiggins
    wiles wilkes wilkins wilks williams willis wills winks winters withers womacks woods wrens
    yates yeats youngs""".split()
)
#: Endings of further ones: Watkins, Hastings, Sanders, Fairbanks, Richards, Angelis, Stratos, Voss.
_ENDS_AS_FAMILY = re.compile(
    r"(?:[kbgpt]ins|ings|ders|banks|brooks|fields|grounds|stones|ards|ways|wells|hughes|sons"
    r"|[aious]s)\Z",
    re.IGNORECASE,
)
#: What belongs to one person, so that its name stands as a possessive before it: who is near to
#: somebody, and what happens to a couple.
_BELONGING = frozenset(
    """agent album attorney aunt baby bandmate bodyguard boyfriend brother career child children
    cousin dad daughter divorce engagement ex ex-boyfriend ex-girlfriend ex-husband ex-wife
    father fiance fiancé fiancee fiancée flat funeral girlfriend gran grandad granddaughter
    grandfather grandmother grandson home house hubby husband kids lawyer mam mansion marriage
    missus mistress mom mother mum nanny neighbour nephew niece parents partner publicist rep
    sibling siblings sister solicitor son spokesman spokesperson spokeswoman stepdaughter
    stepfather stepmother stepson twins uncle wedding widow widower wife""".split()
)
#: No compound has these inside: behind them something of somebody's is named.
_OF_HIS = frozenset(
    """debut eldest elder ex first former fourth latest new old own previous second third third-born
    youngest younger""".split()
)
#: "Ada Quills millionaire second husband": at most so many words stand before what is owned.
_WORDS_BEFORE = 3


def without_broken_mark(name: Name) -> Name:
    """ "Quill?s" is Quill: the mark before the s is what a program made of an apostrophe."""
    broken = _BROKEN.search(name.words[-1])
    if broken is None or name.cut:
        return name
    bare = name.words[-1][: broken.start()]
    return replace(name, words=(*name.words[:-1], bare), cut=len(broken[0]))


def with_apostrophes(
    names: Sequence[Name], known: Mapping[str, Kind], parse: Parse, headlines: Collection[int]
) -> list[Name]:
    """The names, without the s of a lost apostrophe.

    Args:
        known: what the text's names name.
        headlines: numbers of sentences that are headlines, where small words are left out.
    """
    people = [name for name, kind in known.items() if kind == "person"]
    parts = {word.lower() for name in people for word in (name.split()[0], name.split()[-1])}
    owners = {
        name.text
        for name in names
        if parse.tokens[name.first].sentence not in headlines and _must_own(name, parse)
    }
    shouted = {text.upper() for text in owners}
    return [
        _bare(name)
        if name.text in owners | shouted or _is_known(name, known, parts, parse)
        else name
        for name in names
    ]


def _bare(name: Name) -> Name:
    return replace(name, words=(*name.words[:-1], name.words[-1][:-1]), kind="person", cut=1)


def _is_known(name: Name, known: Mapping[str, Kind], parts: Collection[str], parse: Parse) -> bool:
    """ "Mr Does words", "Tom Does son": where the text has Doe, too, and nobody called Does."""
    if name.cut or not name.text.endswith("s"):
        return False
    stem, last = name.text[:-1], parse.tokens[name.last]
    if len(name.words) > 1:
        family = name.words[-1][:-1].lower()
        alone = known.get(name.words[-1][:-1]) == "person" and family in parts
        return known.get(stem) == "person" or (
            name.kind == "person"
            and alone
            and _owned(parse, name.last) is not None
            and not _stands_whole(name, parse)
        )
    if stem.lower() not in parts or _before(parse, name.first) == "the":
        return False  # "the Does divorce" is the family's
    owns = last.dep in ("compound", "poss") and parse.tokens[last.head].pos == "NOUN"
    return name.title != "" or owns


def _must_own(name: Name, parse: Parse) -> bool:
    """ "Ada Quills hubby", "Ada Quills third album": no name of a person stands so before a noun in
    the singular, but as the one whose it is."""
    family = name.words[-1]
    if name.kind != "person" or len(name.words) == 1 or name.cut or not family.endswith("s"):
        return False
    if family.lower() in _IN_S or _ENDS_AS_FAMILY.search(family) or _stands_whole(name, parse):
        return False
    if parse.tokens[name.last].text != family:
        return False
    return _owned(parse, name.last) is not None


def _stands_whole(name: Name, parse: Parse) -> bool:
    """True where the last word, with its s, stands without something that is owned, too."""
    return any(
        token.text == name.words[-1] and token.i != name.last and _owned(parse, token.i) is None
        for token in parse.tokens
    )


def _owned(parse: Parse, last: int) -> Token | None:
    """What belongs to the person whose name ends with token `last`; None if that is no owner.

    "The Doe album", "a Doe album" and "Doe album, new film" name no owner.
    """
    name = parse.tokens[last]
    first = last
    while first and parse.tokens[first - 1].text[:1].isupper() and _near(parse, first):
        first -= 1
    if _before(parse, first) in _DETERMINERS:
        return None
    telling = False
    for token in parse.tokens[last + 1 : last + 2 + _WORDS_BEFORE]:
        if token.sentence != name.sentence or not token.text[:1].islower():
            return None
        if token.lower in _BELONGING:
            return token
        if token.pos == "NOUN" and telling and token.i > last + 1:
            return token
        telling = telling or token.lower in _OF_HIS
        if token.pos not in ("ADJ", "NOUN", "PROPN", "NUM", "ADV") and token.tag != "VBN":
            return None
    return None


def _near(parse: Parse, at: int) -> bool:
    """True where the token before `at` stands in the same sentence."""
    return parse.tokens[at - 1].sentence == parse.tokens[at].sentence


def _before(parse: Parse, first: int) -> str:
    return parse.tokens[first - 1].lower if first and _near(parse, first) else ""


_DETERMINERS = frozenset("the a an this that his her their our my your".split())
