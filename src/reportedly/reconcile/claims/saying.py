"""Do words say something, or do they only name it?  A text in, yes or no out.

"The mill will be sold" says something that can be so or not; "the sale of the mill" names it.
No parse is at hand where tables meet, so that the commonest verbs are looked for, and what stands
after a pronoun; in doubt, words say something.
"""

import re

_AUXILIARIES = (
    "am is are was were be been being has have had do does did done will would shall should can"
    " could may might must ought cannot dont doesnt didnt wont wouldnt cant couldnt isnt arent"
    " wasnt werent hasnt havent hadnt shouldnt aint im ive theyre youre weve theyve hes shes thats"
)
#: Pasts that do not end in -ed, and are no nouns or adjectives more often.
_PASTS = (
    "became began bought brought broke built came caught chose drew drove fell felt flew forgot"
    " fought found gave got grew heard held hid kept knew laid lent lied lost made meant met paid"
    " quit ran rang rose said sang sat saw sent shook shot slept sold spoke spent stole stood stuck"
    " sued swam swore taught threw thought told took tore understood went withdrew woke won wore"
    " wrote"
)
#: Verbs of the present that stand after a noun in news.
_PRESENTS = (
    "agrees allows appears asks becomes begins believes belongs brings comes contains continues"
    " creates denies deserves exists fails feels follows gets gives goes happens helps holds"
    " includes intends keeps knows lacks leads lies lives loses loves makes means moves needs owes"
    " owns pays puts reads remains requires runs says seeks seems sells sends serves sings sits"
    " snores speaks stands starts stays stops suffers takes tells tends thinks threatens tries"
    " understands wants wins"
    # … and after several
    " agree believe deserve get go keep know make need seem think take want"
)
_SAYS = re.compile(
    r"\b(?:" + "|".join(f"{_AUXILIARIES} {_PASTS} {_PRESENTS}".split()) + r")\b"
    r"|n[’'`]t\b|[’'`](?:re|ve|ll|d|m)\b"
    r"|\b(?:he|she|it|that|there|what|who|here|where)[’'`]s\b"
    # "I think", "she sings", "they deny", "who follows"
    r"|\b(?:I|we|you|they|he|she|it|who|nobody|everybody|everyone|somebody)\s+(?:\w+ly\s+)?[a-z]{2,}"
    # "employs 40", "costs the town"
    r"|\b[a-z]{2,}(?<![suai])s\s+(?:the|an?|its|his|her|their|my|our|no|not|more|that|\d+)\b"
    # "it resigned", but for "the stolen and resold"
    r"|(?<!\bthe)(?<!\ba)(?<!\ban)(?<!\bof)(?<!\bby)(?<!\bas)(?<!\bits)(?<!\bhis)(?<!\bher)"
    r"\s[a-z]{2,}(?<!e)ed\b",
    re.IGNORECASE,
)
#: "To sell the mill": what somebody promised or wants.
_INFINITIVE = re.compile(r"[\W_]*(?:not\s+)?to\s+\W?[a-z]+", re.IGNORECASE)


def says_something(text: str) -> bool:
    """True for a clause or an infinitive, false for the name of a thing."""
    return _SAYS.search(text) is not None or _INFINITIVE.match(text) is not None
