"""Words that can name the same event: 'died', 'was killed', 'was found dead'."""

import functools
from collections.abc import Iterable

from reportedly.content_words import stem

#: One line a family, by dictionary form.  A verb in two lines would join them: it is kept in one.
_LINES = """
die kill perish murder drown
marry wed
divorce split separate part
bear birth
win triumph defeat beat elect
lose concede
resign quit
leave depart exit
join hire recruit
appoint name nominate
dismiss fire sack oust
buy purchase acquire
sell auction offload
open inaugurate unveil
close shut shutter
arrest detain
charge indict
sue
convict sentence jail imprison
release free
attack assault bomb shell
shoot gun
crash collide
hit strike
sign ink
vote approve pass back endorse
reject veto
meet
visit travel fly arrive
perform sing play
publish print issue
file submit lodge
launch start kick
end finish conclude
cancel scrap postpone
hold stage host
explode blast
burn destroy gut raze
injure wound hurt
"""

_FAMILY = {
    stem(word): line.split()[0] for line in _LINES.strip().splitlines() for word in line.split()
}
#: Families and verbs so common that they say little about which event is meant.
VAGUE = frozenset(
    "visit meet hold hit start launch end publish join leave lose win pay put set bring send turn "
    "move show take give make get run play hear work call receive".split()
)


@functools.lru_cache(maxsize=1 << 16)
def family(lemma: str) -> str:
    """The name of the family of a verb; of one in no family, its stem."""
    key = stem(lemma.lower())
    return _FAMILY.get(key, key)


#: Families of what happens to somebody or something once.
ONCE = frozenset(family(verb) for verb in "die bear marry divorce open close resign found".split())


def words_of_families(families: Iterable[str]) -> frozenset[str]:
    """The stems of all words of some families."""
    own = frozenset(families)
    return own | {key for key, name in _FAMILY.items() if name in own}
