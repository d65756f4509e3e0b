"""Where somebody lives: "who lives in Chicago", "Ann Doe, of Springfield,", "a resident of …"."""

from collections.abc import Iterator

from reportedly.annotate.facts.places import find_place
from reportedly.annotate.facts.setting import Found, Setting

_LIVES = (
    r"(?:,\s+\d{1,3},)?,?\s+(?:(?:who\s+)?(?:was\s+born\s+in\s+[A-Z][\w' -]{1,40}?\s+and\s+)?"
    r"(?:now\s+|still\s+)?(?:lives|resides)\s+"
    r"(?:in\s+an?\s+(?:[a-z-]+\s+){1,3})?(?:in|at|near)"
    r"|(?:who\s+)?has\s+(?:since\s+|now\s+)?moved\s+to"
    r"|(?:is\s+)?a(?:\s+longtime|\s+lifelong)?\s+resident\s+of)\s+"
)
#: "Has sold four million records and lives in a flat in Lisbon".
_ALSO_LIVES = (
    r"(?:,\s+(?:now\s+)?\d{1,3},)?\s[^.;:\n,]{3,70}\s+and\s+(?:now\s+|still\s+)?lives\s+"
    r"(?:in\s+an?\s+(?:[a-z-]+\s+){1,3})?(?:in|near)\s+"
)
_OF = r",\s+(?:\d{1,3},\s+)?of\s+"


def find_residences(setting: Setting) -> Iterator[Found]:
    """Places where named persons live now."""
    for person in setting.people.places:
        end = person.span[1]
        place = find_place(setting, (end, end + 120), _LIVES)
        if place is None and person.form != "nominal":
            place = find_place(setting, (end, end + 160), _ALSO_LIVES)
            # Somebody else may be the one who lives there.
            if place and setting.people.names_in((end, place[0])):
                place = None
        if place is None and person.form == "name":
            place = find_place(setting, (end, end + 60), _OF)
            if place and setting.view[place[1] : place[1] + 1] not in (",", "."):
                place = None
        if place:
            span = (person.span[0], place[1])
            yield Found(person, "residence", setting.words(place), span, 0.93 * person.confidence)
