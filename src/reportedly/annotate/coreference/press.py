"""`Press`: who publishes and who wrote a text: names that it often mentions, of a known kind."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.annotate.coreference.candidate import Kind

#: Last words of outlets' names that mean no outlet when they stand alone.
_COMMON_ENDS = frozenset("news online press radio tv times.com agency".split())
#: What weeklies leave out of their names; "Harbour" is not the Harbour Courier.
PERIODICALS = frozenset("weekly monthly magazine".split())
#: Letters of a last word that names an outlet by itself.
_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Press:
    """Outlet and author of an article as its metadata give them; both may be empty."""

    outlet: str = ""
    author: str = ""

    def kinds(self) -> dict[str, Kind]:
        """Name → kind of the outlet with its short forms ("the Bugle"), and of the author."""
        words = self.outlet.split()
        if words[:1] == ["The"]:
            words = words[1:]
        forms = {" ".join(words)}
        if len(words) == 2 and words[-1].lower() in PERIODICALS:
            forms.add(words[0])  # "told Tattle", of Tattle Weekly
        while len(words) > 2 and (words[-1].lower() in _COMMON_ENDS or words[-1][0].isdigit()):
            words = words[:-1]
            forms.add(" ".join(words))
        last = words[-1] if words else ""
        if len(last) >= _LETTERS and last[0].isupper() and last.lower() not in _COMMON_ENDS:
            forms.add(last)
        found: dict[str, Kind] = dict.fromkeys(sorted(forms - {""}), "organisation")
        for name in (self.author, self.author.upper()):
            if " " in name and " and " not in name.lower() and "," not in name:
                found.setdefault(name, "person")
        return found

    def wrote(self, names: Iterable[str]) -> bool:
        """True when one of the names is the author's, in whatever case it is printed."""
        author = self.author.lower()
        return bool(author) and any(name.lower() == author for name in names)


#: Nothing known.
NO_PRESS = Press()
