"""The words that name kin and posts, and small numbers in words, as pieces of patterns."""

import re

from reportedly.annotate.dates import numbers
from reportedly.calendar.names import WEEKDAY

HUSBAND = r"(?:husband|wife|spouse|hubby|missus)"
PARTNER = r"(?:partner|girlfriend|boyfriend|beau|other\s+half|fianc[eé]e?)"
SIBLING = r"(?:(?:twin |half-?|step-?|big |little |elder |older |younger )?(?:brother|sister))"
#: Of one person.
SHE = frozenset({"she", "her", "hers", "herself"})
HE = frozenset({"he", "him", "his", "himself"})
#: How two wed, beside "married".
KNOT = r"(?:tied\s+the\s+knot|exchanged\s+(?:wedding\s+)?vows)"
#: "Elm Road, ": a street and the blank behind its comma, before the town.
STREET = (
    r"(?:[A-Z][\w']+\s+){1,3}"
    r"(?:Road|Street|Lane|Avenue|Close|Drive|Crescent|Terrace|Grove|Gardens|Row),\s+"
)
CHILD = r"(?:son|daughter|child)"
PARENT = r"(?:mother|father|mum|mom|dad|parent)"
CHILDREN = r"(?:children|kids|kiddies|nippers|little\s+ones|bairns|sprogs)"
#: How old or dear children are said to be, behind their number.
SMALL = r"(?:(?:young|adult|grown(?:-up)?|small|little|tiny|teenage|beautiful|gorgeous)\s+)?"
#: Words before "husband", "wife", "partner" that end the tie, or say that it is not yet one.
PAST_TIE = r"(?:ex[- ]|former |first |second |third |one-?time |then-? ?|estranged |late |future )"

#: What a paper puts before a name: "Mr. Doe", "Dame Ann Doe".
TITLE = r"(?:(?:Mr|Mrs|Ms|Mx|Miss|Dr|Sir|Dame|Lord|Lady|Professor)\.?\s+)"

#: What is said of somebody between commas, before the verb: "the retired judge, ", "who sang, ".
APPOSITION = r"(?:,\s+(?:an?|the|who|once|now|formerly|his|her|their)\b[^.;:\n]{1,90}?(?=,))?"

#: Who else may have the children, between their subject and the verb.
SPOUSE = r"(?:\s+and\s+(?:his|her)\s+(?:\w+\s+|ex-)?(?:husband|wife|partner)(?:,[^,.;\n]{1,40},)?)?"
#: "… and Tom Roe married in July 2003 and have": two are the subject of both verbs.
MARRIED_AND = r"(?P<wed>\s+(?:were\s+|got\s+)?(?:married|wed)\b[^.;,\n]{0,40}?\s+and)?"

#: How people wed, before the verb.
QUIETLY = r"(?:(?:secretly|quietly|recently|finally|later)\s+)?"
#: What a divorce becomes in the end.
FINAL = r"(?:final|finali[sz]ed|granted|completed|absolute)"

#: What follows the comma behind somebody's age: "who", or a verb.  Behind a score or a share of
#: votes the next name follows.
ACTS = (
    r"(?:who|whose|also|now|then|once|[a-z]+(?:s|ed)|will|would|can|could|may|might|must|did|beat|became"
    r"|began|bit|blew|bought|broke|brought|built|came|caught|chose|cut|drank|drew|drove|fell|fled|felt|fought|found|gave"
    r"|got|grew|had|held|hid|hit|kept|knew|laid|led|left|lent|lit|lost|made|met|paid|put|quit|ran|rode|rose|sang|sat|saw"
    r"|sent|shook|shut|slept|sold|spent|split|spoke|stole|stood|swam|swore|taught|thought|threw|told|took|tore|wed|went|woke"
    r"|won|wore|wound|wrote)"
)

#: A day of the last weeks, whenever it was written.
LATELY = re.compile(
    rf"\s+(?i:(?:on|last|this)\s+{WEEKDAY}|yesterday|today|tonight"
    r"|(?:last|this|earlier\s+this)\s+(?:week|month)|at\s+the\s+weekend|(?:a\s+few|two|three)\s+(?:days|weeks)\s+ago)\b"
)
#: A count of children or years: 1 to 3 digits, or words.
COUNT = rf"(?:\d{{1,3}}|{numbers.WORDS})"

#: Nouns that name a post or an occupation.  They end a role ("campaign manager") or are followed
#: by "of …" ("director of the hall").
_POSTS = """
accountant activist actor actress adviser advisor aide ambassador analyst anchor archbishop
architect artist assistant astronaut attorney author banker baroness barrister bishop blogger boss
boxer broadcaster broker builder businessman businesswoman candidate captain cardinal cellist ceo
cfo chair chairman chairperson chairwoman chancellor chef chief churchwarden clerk co-chair
co-chairman co-founder co-host co-owner coach columnist comedian commander commentator commissioner
composer comptroller conductor congressman congresswoman conservationist constable consultant
contractor coo coordinator coroner correspondent councillor councilman councilwoman counsel
counselor cricketer critic curator dancer dean delegate dentist deputy designer detective developer
diplomat director doctor driver drummer economist editor editor-in-chief educator employee engineer
entrepreneur envoy executive expert farmer filmmaker financier firefighter fisherman footballer
founder fundraiser general goalkeeper golfer governor guitarist harbourmaster head headmaster
alderman headmistress provost
headteacher historian host inspector instructor investigator investor jockey journalist judge
justice keeper king landlord lawmaker lawyer leader lecturer lender librarian lieutenant lobbyist
magistrate major manager marshal mathematician mayor mechanic mep midfielder minister model
moderator monk mp musician naturalist negotiator neurologist neurosurgeon nominee novelist nun nurse
officer official operator organiser organizer owner painter parliamentarian partner pastor patriarch
patron pediatrician philanthropist philosopher photographer physician physicist pianist pilot
planner player poet policeman pollster pope postman premier presenter president priest prince
princess principal producer professor programmer prosecutor psychiatrist psychologist publicist
publisher queen rabbi ranger rapper realtor receptionist rector referee registrar reporter
representative researcher retiree salesman scholar scientist screenwriter sculptor secretary
secretary-general senator sergeant sheriff singer skipper soldier solicitor songwriter speaker
specialist spokesman spokesperson spokeswoman statistician steward strategist striker student
superintendent supervisor surgeon surveyor teacher technician therapist trainer translator treasurer
trustee undersecretary veteran vicar vice-president violinist volunteer warden winner worker writer
""".split()
POSTS = frozenset(_POSTS)

#: Nobody has been older.
OLDEST_YEARS = 122
#: "One" after a name is mostly a pronoun ("Ann Doe, one of …").
_TOO_SHORT = frozenset({"one", "a", "an"})
_AGE_WORD = re.compile(rf"{numbers.WORDS}\Z", re.IGNORECASE)


def count_of(text: str) -> int | None:
    """The value of a whole number as `COUNT` matches it; None for anything else."""
    if not text[:1].isdigit() and not _AGE_WORD.match(text):
        return None
    value = numbers.number_of(text)
    return None if value is None or value.denominator != 1 else int(value)


def count_or_one(text: str) -> int | None:
    """As `count_of`; "a" and "an" are one."""
    return 1 if text.lower() in ("a", "an") else count_of(text)


def age_of(text: str | None) -> str | None:
    """The years that words give somebody, in digits; None for what no age can be."""
    if not text or text.lower() in _TOO_SHORT:
        return None
    years = count_of(text)
    return str(years) if years is not None and 0 < years <= OLDEST_YEARS else None
