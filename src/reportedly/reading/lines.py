"""What a line of a news text is by its own words: furniture, credit, byline, dateline.

The same patterns serve plain text, where the lines are marked in `regions`, and pages.  They ask
for the whole line, so that a sentence about cookies or photographs in an article stays in it.
"""

import re

from reportedly.reading.dates import MONTH

_NETWORK = r"(?:twitter|facebook|instagram|whatsapp|linkedin|telegram|youtube|tiktok|bluesky)"
_SHARE = rf"(?:share|tweet|pin(?:terest)?|e-?mail|print|save|copy link|reddit|messenger|{_NETWORK})"
#: Whole lines that belong to the page and not to the article.
_FURNITURE = re.compile(
    rf"""(?:
    advertis(?:ement|ing)s?|sponsored(?:\ content)?|promoted(?:\ content)?|paid\ content
    |{_SHARE}(?:(?:\s|[|,·/&+]|\bon\b|\bvia\b|\bthis\b|\barticle\b
    |\bstory\b)+{_SHARE})*(?:\ this(?:\ \w+)?)?
    |(?:we|this\ (?:web)?site|our\ (?:web)?sites?)\ uses?\ cookies\b.{{0,400}}
    |by\ (?:continuing|using|clicking|browsing|closing)\b.{{0,200}}\b(?:cookies?|terms
    |privacy)\b.{{0,200}}
    |(?:accept|reject|manage|allow)(?:\ all)?(?:\ my)?(?:\ (?:cookies|choices|preferences))?
    |cookies?\ (?:policy|notice|settings|preferences)|privacy\ (?:policy|notice)
    |terms\ (?:of\ use|and\ conditions)
    |(?:click|tap|go)\ here\ (?:to|for)\ .{{0,120}}
    |(?:please\ )?(?:sign\ up|subscribe|register)\b.{{0,160}}\b(?:newsletters?|inbox|alerts?
    |updates|edition|free|today|now|here|channel)\b.{{0,60}}
    |(?:subscribe|sign\ up|sign\ in|log\ in|login|register|menu|search|home|close
    |skip\ to\ (?:main\ )?content|back\ to\ top)(?:\ (?:now|today|here))?
    |get\ (?:the|our|all|more)\b.{{0,120}}\b(?:inbox|newsletters?|app)\b.{{0,40}}
    |enter\ your\ e-?mail\b.{{0,80}}
    |(?:please\ )?(?:follow|like|find|join)\ (?:us|me|@?\w+(?:\ \w+)?)\ on\ (?:{_NETWORK}
    |x)\b.{{0,80}}
    |(?:read|see|watch|also\ read|see\ also|read\ also|read\ next|don['’]?t\ miss|related
    |recommended|more)(?:\ (?:more|also|next|now|here))?\s*:.{{1,160}}
    |(?:©|\(c\)|copyright\b).{{0,160}}|(?:.{{0,60}}\b)?all\ rights\ reserved\b.{{0,80}}
    |(?:leave|post|add|write)\ a\ (?:reply|comment)\b.{{0,40}}|(?:view|show|hide|see
    |load)\ (?:all\ )?(?:\d+\ )?comments?.{{0,20}}
    |(?:\d+|no)\ (?:comments?|replies|shares?)|comments\ (?:are|have\ been)\ (?:closed
    |disabled)\b.{{0,60}}
    |join\ the\ (?:conversation|discussion|debate)\b.{{0,60}}|have\ your\ say\b.{{0,80}}
    |(?:what\ do\ you\ think|tell\ us\ what\ you\ think)\b.{{0,60}}\bcomments?\b.{{0,40}}
    |your\ e-?mail\ address\ will\ not\ be\ published\b.{{0,80}}
    |required\ fields\ are\ marked\b.{{0,20}}
    |the\ post\ .{{1,200}}\ appeared\ first\ on\ .{{1,80}}
    |you\ (?:get|got|receive|received|are\ receiving|are\ getting)\ this\ (?:e-?mail|letter
    |newsletter|message|bulletin)\b.{{0,200}}
    |(?:having\ trouble\b.{{0,60}}|can(?:no|['’])?t\ (?:see|read|view)\ this\b.{{0,60}})?
    (?:view|read|open|see)\ (?:it|(?:this|the)\ (?:e-?mail|newsletter|message))?\ ?(?:in|on)
    \ (?:your|a|the)?\ ?(?:web\ ?)?browser\b.{{0,40}}
    |(?:to\ )?unsubscribe\b.{{0,120}}|(?:manage|update|change)\ (?:your|my)\ (?:e-?mail\ )?
    (?:preferences|subscriptions?|settings)\b.{{0,80}}
    |for\ immediate\ release|[-*~\s]*ends?[-*~\s]*|\#{{2,5}}
    |continue\ reading\b.{{0,80}}|(?:read|view)\ the\ (?:full|original)\ (?:story|article
    |post)\b.{{0,60}}
    |story\ continues\ below.{{0,40}}|(?:article\ )?continues\ (?:after
    |below)\ (?:this\ )?(?:advert\w*|promotion).{{0,20}}
    |(?:tags?|categor(?:y|ies)|filed\ under|topics|posted\ in|tagged)\s*:.{{0,160}}
    |read\ the\ (?:rest|whole)\b.{{0,40}}\b(?:at|on|in|here)\b.{{0,80}}
    |(?:feedback|questions?|tips?)\?.{{0,80}}\b(?:e-?mail|write\ to|contact)\b.{{0,80}}
    |(?:e-?mail|contact|reach|write\ to)\b[^.]{{0,80}}\S+@\S+\.\w+\b.{{0,40}}|{_NETWORK}:\ ?@\w+
    |(?:</?\w[^<>]{{0,200}}>\s*)+
    |\d+\ (?:min(?:ute)?s?)\ read|reading\ time:?.{{0,20}}
    )[.!\s»›→…]*""",
    re.IGNORECASE | re.VERBOSE,
)
#: Headings of lists of other articles.
_SECTION = re.compile(
    r"""(?:more\ (?:from|on|in|stories|news|articles|about|like\ this)\b.{0,60}
    |related(?:\ (?:articles?|stories|story|posts?|news|topics?|content|headlines?|links?
    |coverage|reading|videos?))?
    |most\ (?:read|viewed|popular|shared|commented|recent)\b.{0,30}|trending(?:\ (?:now|stories
    |topics))?
    |recommended(?:\ (?:for\ you|stories|articles|reading))?|you\ (?:may
    |might)(?:\ also)?\ (?:like|enjoy).{0,20}
    |(?:also|elsewhere)\ (?:on|in)\ .{1,40}|popular(?:\ (?:posts|stories|now|articles))?
    |(?:latest|top|recent|other)\ (?:news|stories|headlines|posts|articles|comments|videos)\b.{0,20}
    |read\ (?:more|next|also)|see\ also|don['’]?t\ miss|what\ to\ read\ next|up\ next|next\ article
    |editor(?:'s|’s|s['’]?)?\ (?:picks?|choice)|today['’]s\ (?:top|headlines)\b.{0,20}
    |in\ other\ news
    |share\ this(?:\ \w+)?|around\ the\ web|from\ (?:the|our)\ (?:web|archives?
    |partners?))\s*[:»›]?""",
    re.IGNORECASE | re.VERBOSE,
)
#: Headings after which readers speak, not the article.
_COMMENTS = re.compile(
    r"(?:(?:leave|post|add|write) a (?:reply|comment)\b.{0,40}"
    r"|(?:\d+ |reader )?comments?(?: \(\d+\))?"
    r"|\d+ (?:thoughts?|responses?|replies) (?:on|to) .{1,160}"
    r"|join the (?:conversation|discussion))[:.]?",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"\s[>»›]\s")
_NAVIGATION = re.compile(r"\s*[|»›·•]\s*|\s+[/>]\s+")
_CAPTION = re.compile(
    r"(?P<mark>(?:file |library )?(?:photo(?:graph)?s?|pictures?|images?|pics?|foto|bild)"
    r"|(?:(?:photo|image|picture) )?"
    r"(?:caption|credits?|courtesy|source))\s*(?:[:–—]|\bby\b|\bcourtesy\b)\s*(?P<rest>.+)",
    re.IGNORECASE,
)
_CREDIT_TAIL = re.compile(
    r"\(?(?:AP|AFP|EPA|Reuters|PA|Getty(?: Images)?|Shutterstock)(?:/[\w .]+)?(?: Photo)?\)?", re.I
)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|Von|Par|WORDS(?: BY)?|Words(?=:)|(?:EXCLUSIVE|Exclusive)(?::? by| BY)"
    r"|(?:Words|Written|Story|Report|Interview|Review|Compiled)(?: [a-z ]{1,50})? by)"
    rf"\s*:?\s+(?P<name>{_NAME}"
    rf"(?:,?\s+(?:{_NAME}|and|und|et|&|de|da|di|van|von|der|den|la|le|du|al|bin)){{0,9}})"
    r"(?P<rest>\s*[,|–—·(/-].{0,100}|\. (?:Pictures?|Photo(?:graph)?s?|Images?)\b.{0,80})?"
)
#: What writers are called behind their names.
_POSTS = frozenset(
    "chief columnist contributor correspondent critic editor producer reporter writer".split()
)
_CREDITS = re.compile(
    r"(?:(?:Contributing|Additional reporting|Reporting|Editing|With reporting)\b:?(?: by)?"
    r"|Translated (?:from \w+ )?by)\s+[A-ZÀ-Þ].{2,250}"
    r"|[A-ZÀ-Þ].{2,200}\bcontributed (?:reporting|to this (?:report|story|article|post))\b.{0,80}"
)
_POSTER = re.compile(
    rf"^(?:Posted|Published|Written|Filed|Submitted)\b[^.]{{0,60}}?\bby\s+(?P<name>{_NAME}(?:\s+{_NAME}){{0,3}})"
)
_PLACE = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+(?:[ ,]+[A-ZÀ-ÖØ-Þ][\w.'’-]*){0,5}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?"
_AGENCY = r"\([A-Z][\w&./’' -]{1,40}\)"
_DASH = r"\s*(?:—|–|--?)\s+"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:,?\s+{_DAY})?(?:,?\s+{_AGENCY})?{_DASH}"
    rf"|{_NAME}(?:[ ,]+{_NAME}){{0,3}},?\s+(?:{_DAY}(?:,?\s+{_AGENCY})?|{_AGENCY}){_DASH}"
    rf"|{_AGENCY}{_DASH})"
)
_DATE_LABEL = re.compile(
    r"(?P<label>(?:first |originally )?(?:published|posted|date|created|updated|modified|last"
    r" (?:updated|modified|edited))|veröffentlicht|publié|publicado|aktualisiert|mis à jour)"
    r"(?:\s+(?:on|at|am|le|el|online))?\s*[:|-]?\s+(?=\S)",
    re.IGNORECASE,
)
_PAPER = rf"(?:The\s+)?{_NAME}(?:\s+(?:{_NAME}|&|and|of|the|on|in|for|\d+(?:\.\d)?)){{0,6}}"
#: A name that says of itself that it is the publisher's: in a copyright line, or over a headline
#: with what mastheads have beside the name.
_OUTLET = re.compile(
    r"(?:(?:©|\([cC]\)|[Cc]opyright)(?:\s*©)?\s*(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?[\s,]*"
    rf"(?P<owner>{_PAPER}?)(?:\s+(?:Ltd|Inc|LLC|plc|GmbH|Limited|Newspapers Ltd))?[.,]?"
    r"(?:\s+All [Rr]ights [Rr]eserved.*)?"
    rf"|[*_]{{0,2}}(?P<masthead>The\s+{_PAPER})[*_]{{0,2}}\s*"
    r"(?:[.,|—–-]\s*(?:[^.]*\b(?:since|established|est|founded|[Ee]very|[Dd]aily|[Ww]eekly"
    r"|[Mm]onthly|[Ee]dition|[Vv]ol|[Ii]ssue|\d{4})\b.*)|\|\s*[A-Z][\w &]{2,30}))"
)
_CLAIM = re.compile(r"(?:19|20)\d\d|rights", re.IGNORECASE)
_RIGHTS = re.compile(r"All\b|Rights\b|Copyright\b|Press Association", re.IGNORECASE)
#: Words that may stand beside a date in a line that is otherwise only a date.
_DATE_ONLY_REST = re.compile(
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat|sun)"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche|at|on|the|of|de|del|le|um|uhr|st|nd|rd|th|[ap]\.?m|[ap]"
    rf"|GMT|UTC|BST|CES?T|[ECMP][SD]?T|Z|T|{MONTH})(?![^\W\d])|\d+|[\W_])*",
    re.IGNORECASE,
)
#: Longest line, in characters, that is looked at for furniture: cookie notices are the longest.
_LONGEST_LINE = 600
#: Longest line that can be a headline or a link to another article, in characters.
_HEADLINE_CHARS = 160


def is_furniture(line: str) -> bool:
    """True when the whole line is the page's: share buttons, cookie notices, prompts, menus."""
    if len(line) > _LONGEST_LINE:
        return False
    return bool(_FURNITURE.fullmatch(line)) or is_navigation(line) or is_credit(line)


def is_navigation(line: str) -> bool:
    """True for a row of a menu: short items between bars, no sentence."""
    items = [item for item in _NAVIGATION.split(line) if item]
    short = all(len(item.split()) <= 4 and item[-1] not in ".,;:" for item in items)
    trail = len(items) == 2 and line.isupper() and _TRAIL.search(line) is not None
    return (len(items) >= 3 and short) or trail


def opens_links(line: str) -> bool:
    """True for the heading of a list of other articles ("More from …", "Most read")."""
    return bool(_SECTION.fullmatch(line))


def opens_comments(line: str) -> bool:
    """True for the heading of the readers' comments ("Leave a reply", "12 comments")."""
    return bool(_COMMENTS.fullmatch(line))


def is_headline_like(line: str) -> bool:
    """True for a short line that is no sentence: a headline, a link, an item of a menu."""
    return len(line) <= _HEADLINE_CHARS and line.rstrip("\"'”’»)")[-1:] not in (".", ",", ";", ":")


def find_outlet(line: str) -> str | None:
    """The publisher's name in a copyright line or a masthead ("The … Packet. Daily since 1868")."""
    found = _OUTLET.fullmatch(line) if len(line) <= 200 else None
    if not found:
        return None
    name = found["owner"] or found["masthead"]
    # "© N. N." alone is the credit of a picture; publishers give a year or claim all rights.
    claimed = found["masthead"] or _CLAIM.search(line)
    return name.rstrip(" .,") if name and claimed and not _RIGHTS.match(name) else None


def is_credit(line: str) -> bool:
    """True for a photographer's credit alone ("Photo: N. N."), up to six words."""
    if _CREDIT_TAIL.fullmatch(line):
        return True
    found = _CAPTION.fullmatch(line)
    if not found or found["mark"].lower().endswith("caption"):
        return False
    return len(found["rest"].split()) <= 6 and not found["rest"].rstrip().endswith((".", "”", '"'))


def is_caption(line: str) -> bool:
    """True for a line that says of itself that it is under a picture ("Photo: …", "Caption: …")."""
    short = len(line) <= _LONGEST_LINE
    return short and bool(_CAPTION.fullmatch(line)) and not is_credit(line)


def find_byline(line: str) -> str | None:
    """The name in a line that is a byline ("By N. N., politics editor"); None for other lines."""
    found = _BYLINE.fullmatch(line) if len(line) <= _HEADLINE_CHARS else None
    if not found or len(line) > 160 or (line.endswith((".", ":")) and len(line) > 60):
        return None
    return _in_lower_case(_without_post(found["name"].rstrip(" ,.")))


def _without_post(name: str) -> str:
    """ "N. N., Political Editor": who wrote it, without what the paper calls them."""
    pieces = name.split(", ")
    kept = [p for p in pieces if p.split()[-1].lower().removesuffix("s") not in _POSTS]
    return ", ".join(kept) if kept[:1] == pieces[:1] else name


def is_credits(line: str) -> bool:
    """True for a line at the end that says who else wrote or translated the article."""
    return len(line) <= 300 and bool(_CREDITS.fullmatch(line))


def find_poster(line: str) -> str | None:
    """The name in a short line such as "Posted in Letters by N. N. | 3 comments"."""
    found = _POSTER.search(line) if len(line) <= _HEADLINE_CHARS else None
    return _in_lower_case(found["name"].rstrip(" ,.")) if found else None


def _in_lower_case(name: str) -> str:
    """A name that is all capitals, as some papers set bylines, the way it is written elsewhere."""
    # One word alone is an agency: AFP, PTI.
    capitals = name.replace(" and ", " ").isupper() and " " in name
    return name.title().replace(" And ", " and ") if capitals else name


def find_dateline(paragraph: str) -> int | None:
    """Where the dateline at the start of `paragraph` ends ("TOWN, June 3 (Agency) —")."""
    found = _DATELINE.match(paragraph)
    if not found or len(paragraph) - found.end() < 20:
        return None
    return len(found.group().rstrip())


def find_date_label(line: str) -> tuple[str, str] | None:
    """`published` or `updated`, and the rest of a line such as "Posted on 3 June 2018"."""
    found = _DATE_LABEL.match(line)
    if not found or len(line) > 140:
        return None
    label = found["label"].lower()
    changed = any(word in label for word in ("updated", "modified", "edited", "aktual", "jour"))
    return "updated" if changed else "published", line[found.end() :]


def is_date_alone(line: str) -> bool:
    """True for a short line in which nothing but a date and a time may stand."""
    return len(line) <= 60 and bool(_DATE_ONLY_REST.fullmatch(line)) and len(line.split()) <= 9
