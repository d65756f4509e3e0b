"""Pronouns as candidates, with what each says of gender and number."""

from reportedly.annotate.coreference.candidate import Candidate, Kind
from reportedly.annotate.parse.model import Parse, Token

#: Pronoun → (kind, gender, number).
PRONOUNS: dict[str, tuple[Kind, str, str]] = {
    **dict.fromkeys(["he", "him", "his", "himself"], ("person", "m", "sg")),
    **dict.fromkeys(["she", "her", "hers", "herself"], ("person", "f", "sg")),
    **dict.fromkeys(["it", "its", "itself"], ("thing", "n", "sg")),
    **dict.fromkeys(["they", "them", "their", "theirs", "themselves"], ("unknown", "", "pl")),
    **dict.fromkeys(["i", "me", "my", "mine", "myself"], ("person", "", "sg")),
    **dict.fromkeys(["we", "us", "our", "ours", "ourselves"], ("group", "", "pl")),
    **dict.fromkeys(["you", "your", "yours", "yourself"], ("unknown", "", "")),
}
#: Apostrophes get lost: "hes", "shes", "theyre", "im" start with the pronoun.
LOST_APOSTROPHE = {"hes": 2, "shes": 3, "theyre": 4, "im": 1, "ive": 1, "weve": 2, "theyve": 4}
FIRST_SINGULAR = frozenset(["i", "me", "my", "mine", "myself"])
FIRST_PLURAL = frozenset(["we", "us", "our", "ours", "ourselves"])
SECOND = frozenset(["you", "your", "yours", "yourself"])
THIRD_PERSON = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves", "myself", "ourselves"])
#: "It is clear that …", "it seems", "it rains": nothing is meant.
_EMPTY_IT_VERBS = frozenset(
    "seem appear turn happen follow rain snow matter emerge remain take depend".split()
)


def find_pronouns(parse: Parse, quotation_of: list[int]) -> list[Candidate]:
    """All candidates of form pronoun; an "it" that means nothing is left out."""
    return [
        _pronoun(token, quotation_of[token.i])
        for token in parse.tokens
        if _surface(token) in PRONOUNS and not _means_nothing(parse, token)
    ]


def _surface(token: Token) -> str:
    word = token.lower
    if word in LOST_APOSTROPHE:
        return word[: LOST_APOSTROPHE[word]]
    if word == "us" and token.text == "US":
        return ""
    return word if word != "mine" or token.pos == "PRON" else ""


def _pronoun(token: Token, quotation: int) -> Candidate:
    word = _surface(token)
    kind, gender, number = PRONOUNS[word]
    span = (token.start, token.start + len(word))
    return Candidate(
        span=span,
        core=span,
        head=token.i,
        sentence=token.sentence,
        form="pronoun",
        kind=kind,
        text=word,
        gender=gender,
        number=number,
        definite=True,
        quotation=quotation,
    )


def _means_nothing(parse: Parse, token: Token) -> bool:
    if token.lower != "it":
        return False
    if token.dep == "expl":
        return True
    if token.dep not in ("nsubj", "nsubjpass"):
        return False
    verb = parse.tokens[token.head]
    below = {parse.tokens[child].dep for child in parse.children[verb.i]}
    if verb.lemma in _EMPTY_IT_VERBS and below & {"ccomp", "xcomp", "advcl"}:
        return True
    return (
        verb.lemma == "be"
        and bool(below & {"acomp", "attr"})
        and bool(below & {"ccomp", "xcomp", "advcl", "csubj"})
    )
