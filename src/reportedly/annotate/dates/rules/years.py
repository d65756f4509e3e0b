"""Years, decades and centuries: "in 2011", "the late 1990s", "the '80s", "the 20th century"."""

from reportedly.annotate.dates.numbers import WORDS, number_of, ordinal_of
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.vocabulary import compiled
from reportedly.number_words import TENS

#: Words after a number that make it a count and no year.
_COUNTED = (
    r"(?! (?:people|men|women|troops|soldiers|dollars|miles|feet|square|votes|points|pounds|"
    r"percent|per cent|per|km|kilometers|kilometres|meters|metres|jobs|workers|employees|"
    r"members|units|copies|times|tons|tonnes|barrels|homes|calories|acres|delegates|students|"
    r"refugees|hours|years|days|words|shares|cases|million|billion|megawatts)\b)"
)
#: A year before one of these is that of a model: "her 2003 Toyota".
_MODEL = (
    r"(?-i:(?! (?:Acura|Audi|BMW|Bentley|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Ferrari|Fiat"
    r"|Ford|GMC|Harley|Honda|Hyundai|Infiniti|Jaguar|Jeep|Kia|Lexus|Lincoln|Mazda|Mercedes"
    r"|Mercury|Mitsubishi|Nissan|Oldsmobile|Peugeot|Plymouth|Pontiac|Porsche|Renault|Saab|Saturn"
    r"|Subaru|Suzuki|Tesla|Toyota|Volkswagen|Volvo|Yamaha)\b))"
)
_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip
_HALF = r"(?:first|second|last|latter) half"
_PART = (
    rf"(?:(?:the )?(?:beginning|start|middle|end|close|turn|{_HALF}) of (?:the )?"
    r"|(?:the )?(?:rest|remainder) of "
    r"|(?:the )?<EARLY>(?: in)?[ -])"
)


def _year(match: Match, context: Context) -> Meaning:
    return Meaning("DATE", match["year"])


def _decade(match: Match, context: Context) -> Meaning:
    return Meaning("DATE", match["decade"][:3])


def _short_decade(match: Match, context: Context) -> Meaning:
    tens = int(match["tens"][0])
    return Meaning("DATE", f"{'20' if tens < 2 else '19'}{tens}")


def _spelt_decade(match: Match, context: Context) -> Meaning:
    return Meaning("DATE", f"19{_DECADES[match['decade'].lower()]}")


def _century(match: Match, context: Context) -> Meaning | None:
    number = ordinal_of(match["ordinal"])
    return Meaning("DATE", f"{number - 1:02d}") if 0 < number <= 30 else None


#: "Nineteen ninety-seven", as broadcasts are written down.
SPELT_YEAR = (
    rf"(?P<century>nineteen|eighteen)[ -](?P<rest>(?:{'|'.join(TENS)})(?:[ -]{WORDS})?)"
    r"(?! (?:years|people|dollars|percent)\b)"
)
_TENS_IN_DECADES = {
    "twent": 2, "thirt": 3, "fort": 4, "fift": 5, "sixt": 6, "sevent": 7, "eight": 8, "ninet": 9,
}  # fmt: skip


def spelt_year(match: Match) -> str:
    """The year that `SPELT_YEAR` has matched, in digits."""
    century = {"nineteen": 1900, "eighteen": 1800}[match["century"].lower()]
    return str(century + int(number_of(match["rest"]) or 0))


RULES = (
    Rule(
        "year",
        compiled(
            rf"(?:{_PART}|(?:fiscal|the year|fiscal year|calendar year) )?(?P<year><YEAR>)"
            + r"(?: (?:fiscal|financial|calendar|tax) year\b)?"
            # "2001-2005" are two years, "1992-93" is one season, "1990-221" a number.
            + r"(?!\d|-(?!(?:1[5-9]|20)\d\d(?!\w))\d|/\d{3}|[-'][a-z])"
            + _COUNTED
            + _MODEL
        ),
        _year,
    ),
    Rule(
        "spelt year",
        compiled(SPELT_YEAR),
        lambda match, _: Meaning("DATE", spelt_year(match)),
    ),
    Rule(
        "decade in words",
        compiled(rf"(?:{_PART}|the )?nineteen[ -](?P<tens>{'|'.join(_TENS_IN_DECADES)})ies"),
        lambda match, _: Meaning("DATE", f"19{_TENS_IN_DECADES[match['tens'].lower()]}"),
        needs=needed(r"nineteen"),
    ),
    Rule(
        "year two thousand",
        compiled(r"(?:the year |(?:(?<=\bin\s)|(?<=\bby\s)|(?<=since\s)))two thousand(?! <UNIT>)"),
        lambda match, _: Meaning("DATE", "2000"),
        needs=needed(r"two\s+thousand"),
    ),
    Rule(
        "short year",
        compiled(
            r"(?:(?<=\bin\s)|(?<=\bof\s)|(?<=since\s)|(?<=\bby\s)|(?<=until\s)|(?<=from\s))"
            r"'(?P<tens>[2-9]\d|0\d|1\d)(?!\d|s\b|'s| And\b)"
        ),
        lambda match, _: Meaning("DATE", ("20" if match["tens"] < "20" else "19") + match["tens"]),
        needs=needed(r"'\d\d"),
    ),
    Rule(
        "decade",
        compiled(rf"(?:{_PART}|the )?(?P<decade><YEAR>(?<=0))'?s"),
        _decade,
        needs=needed(r"\d0'?s"),
    ),
    Rule(
        "short decade",
        compiled(rf"(?:{_PART}|the )?'(?P<tens>[2-9]0)'?s"),
        _short_decade,
        needs=needed(r"'\d0"),
    ),
    Rule(
        "spelt decade",
        compiled(rf"(?:{_PART}|the )(?P<decade>{'|'.join(_DECADES)})"),
        _spelt_decade,
        needs=needed(r"twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"),
    ),
    Rule(
        "century",
        compiled(rf"(?:{_PART}|the )?(?P<ordinal><ORDINAL>)[ -]century"),
        _century,
        needs=needed(r"centur"),
    ),
)
