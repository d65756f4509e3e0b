"""Small hand-written word lists for pairs made by rule: alike, wider, other, opposite."""


def _table(groups: str) -> dict[str, tuple[str, ...]]:
    """Each word with the others of its line."""
    found: dict[str, tuple[str, ...]] = {}
    for line in groups.strip().splitlines():
        words = line.split()
        found |= {word: tuple(w for w in words if w != word) for word in words}
    return found


ALIKE = _table("""
man guy
woman lady
child kid
children kids
boy lad
slicing cutting
talking speaking
couch sofa
jumping leaping
bike bicycle
picture photo
rock stone
small little
big large
racing running
dirty filthy
quickly fast
carrying holding
street road
jacket coat
cap hat
near by
speaking talking
sidewalk pavement
seated sitting
pulling dragging
teenager adolescent
cleaning washing
riding driving
frying cooking
""")

OTHER = _table("""
man woman boy girl
dog cat horse monkey
guitar flute piano violin drum trumpet
playing holding dropping cleaning
walking running dancing swimming sleeping
eating cooking buying
red blue green black white yellow
potato onion carrot tomato fish
car truck bus motorcycle train
beach park field street
talking singing laughing
jumping falling standing
shirt hat jacket dress
ball frisbee stick
slicing peeling washing
""")

OPPOSITE = _table("""
up down
inside outside
open closed
empty full
big small
large small
old young
crowded empty
wet dry
clean dirty
standing sitting
sleeping awake
opening closing
entering leaving
adding removing
left right
indoors outdoors
fast slowly
lifting lowering
pushing pulling
winning losing
""")

WIDER = {
    "man": ("person", "adult"),
    "woman": ("person", "adult"),
    "boy": ("child", "person"),
    "girl": ("child", "person"),
    "dog": ("animal",),
    "cat": ("animal",),
    "horse": ("animal",),
    "guitar": ("instrument",),
    "piano": ("instrument",),
    "flute": ("instrument",),
    "potato": ("vegetable",),
    "onion": ("vegetable",),
    "car": ("vehicle",),
    "truck": ("vehicle",),
    "bus": ("vehicle",),
    "jogging": ("running",),
    "sprinting": ("running",),
    "slicing": ("cutting",),
    "chopping": ("cutting",),
    "frying": ("cooking",),
    "soccer": ("sports",),
    "basketball": ("sports",),
    "baseball": ("sports",),
    "beach": ("shore",),
    "shirt": ("garment",),
    "two": ("some",),
    "three": ("some",),
    "four": ("several", "some"),
}

PARTICIPLES = {
    "playing": "played", "cutting": "cut", "slicing": "sliced", "eating": "eaten",
    "riding": "ridden", "holding": "held", "carrying": "carried", "throwing": "thrown",
    "kicking": "kicked", "catching": "caught", "chasing": "chased", "pushing": "pushed",
    "pulling": "pulled", "washing": "washed", "cleaning": "cleaned", "reading": "read",
    "cooking": "cooked", "painting": "painted", "driving": "driven", "drinking": "drunk",
    "watching": "watched", "hugging": "hugged", "feeding": "fed", "using": "used",
    "selling": "sold", "making": "made", "wearing": "worn", "building": "built",
    "hitting": "hit", "lifting": "lifted", "petting": "petted", "climbing": "climbed",
    "taking": "taken", "peeling": "peeled", "mixing": "mixed", "fixing": "fixed",
}  # fmt: skip
