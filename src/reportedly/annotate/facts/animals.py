"""Names of animals: "Bess the labrador is a mother of six" tells of no person.

In: a text and where a name stands in it.  Out: whether the words beside the name make it an
animal's.
"""

import re

from reportedly.offsets import Span

_SORTS = (
    r"(?:dogs?|puppy|pups?|pooch|hound|mutt|bitch|collie|labrador|lab|retriever|spaniel|terrier|poodle"
    r"|labradoodle|cockapoo|cavapoo|bulldog|pug|beagle|dachshund|whippet|greyhound|lurcher|alsatian"
    r"|german\s+shepherd|sheepdog|corgi|dalmatian|chihuahua|setter|pointer|pomeranian|mastiff"
    r"|cats?|kitten|moggy|tomcat|tabby|siamese|horse|pony|foal|mare|stallion|gelding|filly|colt"
    r"|racehorse|donkey|mule|cow|bull|calf|heifer|pig|sow|piglet|hog|goat|sheep|ewe|lamb|alpaca|llama"
    r"|hen|chicken|cockerel|rooster|duck|goose|swan|parrot|budgie|budgerigar|canary|owl|falcon|eagle"
    r"|raven|pigeon|penguin|rabbit|bunny|hamster|gerbil|guinea\s+pig|ferret|hedgehog|tortoise|turtle"
    r"|snake|python|lizard|iguana|gecko|goldfish|elephant|giraffe|lion|lioness|tiger|tigress|panda"
    r"|bear|gorilla|chimpanzee|chimp|orangutan|monkey|rhino|hippo|otter|seal|dolphin|whale|shark"
    r"|fox|badger|deer|stag|wolf|camel|kangaroo|koala)"
)
#: "A black", "the family's one-eyed": what stands between the article and the sort.
_BETWEEN = r"(?:[A-Za-z][a-z]*(?:[-'’][a-z]+)*,?\s+){0,3}"
_WHOSE = (
    r"(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Ii]ts|[A-Z]\w+(?:\s+[A-Z]\w+)?['’]s"
    r"|the\s+(?:family|couple)(?:['’]s)?)"
)
#: Behind "Bess": ", a black labrador,"; "the dog walker" walks them, and "the Lion of Marl" is a
#: nickname.
_BEHIND = re.compile(
    rf",?\s+(?:the|an?|{_WHOSE})\s+{_BETWEEN}{_SORTS}(?=[,.;:!?)\n]|\s+(?!of\b)(?:and|that|which|who"
    r"|whose|from|with|in|at|on|is|was|has|had|got|can|will|did|does|[a-z]+(?:s|ed))\b|\s+[-–—]\s)"
)
#: Before "Bess": "her dog ", "a labrador called ", "the labrador ".
_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|{_WHOSE}|pet|rescue|and)\s+{_BETWEEN}{_SORTS}(?:,?\s+(?:called|named))?\s+\Z"
)
#: "Her dog, " before "Bess,": of "she lost her dog, Tom said" a verb follows.
_BEFORE_COMMA = re.compile(rf"\b{_WHOSE}\s+{_BETWEEN}{_SORTS},\s+\Z")
_CLOSES = re.compile(r"[,.;)]")
#: The words before a name in which its sort stands.
_BEFORE_CHARS = 80


def is_animal(text: str, name: Span) -> bool:
    """True where the words beside the name say what animal it is."""
    if _BEHIND.match(text, name[1]):
        return True
    before = text[max(0, name[0] - _BEFORE_CHARS) : name[0]]
    if _BEFORE.search(before):
        return True
    return bool(_CLOSES.match(text, name[1]) and _BEFORE_COMMA.search(before))


def is_animals_name(text: str, name: str) -> bool:
    """True where the text says so at one of the places where `name` stands."""
    places = re.finditer(rf"\b{re.escape(name)}\b", text)
    return any(is_animal(text, place.span()) for place in places)
