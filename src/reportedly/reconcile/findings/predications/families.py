"""Families of words for one deed: "hurl", "throw"; "offer", "bid", "table a bid".

A line is the verbs, base forms, the first of which names the family; behind a bar the nouns that
name the deed; behind a second bar idioms, of which the first word is any form of a verb and the
rest stands as it is (`THE` for an article or possessive that may be missing); two lines may be of
one family.  A verb that is in no
line is a family of its own.
"""

import functools
import re
from typing import NamedTuple

from reportedly.content_words import stem
from reportedly.reconcile.findings.frames.verbs import BASES, VerbForm, forms

_LINES = """
throw hurl fling chuck lob toss
pay | | shell out
pay | | cough up
pay | | fork out
pay | | foot THE bill
pay | | pick up THE tab
pay fund bankroll finance sponsor subsidise subsidize | payment payments payoff | pick up THE bill
offer bid | offer offers bid bids | table THE bid; lodge THE bid; put in THE bid
storm flounce stomp | | walk out; walk off
steal pinch swipe pocket embezzle siphon filch | theft embezzlement
copy plagiarise plagiarize lift crib | plagiarism
dine | | have lunch
dine sup | dinner supper lunch meal | share THE dinner; share THE meal; have dinner; have supper
meet | meeting meetings talks encounter | hold talks; sit down with
fight | | trade punches
fight brawl scuffle | fight brawl punch-up fistfight scuffle bust-up | come to blows; trade blows
punch hit strike slap thump | punch slap blow
sack fire dismiss axe drop ditch dump oust | sacking dismissal | show THE door; give THE boot
resign quit | resignation | step down; stand down
threaten | threat threats ultimatum
promise pledge vow guarantee | promise pledge guarantee assurance
apologise apologize | apology | say sorry
ban bar exclude | ban exclusion
arrest detain | arrest | take into custody
cancel scrap axe abandon | cancellation | call off; pull the plug
sell auction | sale auction
buy purchase acquire | purchase acquisition
borrow | loan loans | take out THE loan
lend | loan loans
marry wed | wedding marriage | tie the knot; get married
engage | engagement | get engaged; pop the question
separate | | live under separate roofs
separate | | live apart
separate | | go their separate ways
separate split part divorce | split separation divorce break-up breakup | split up; break up
kiss snog smooch | kiss kisses clinch
cheat stray | affair affairs fling infidelity | have THE affair; have THE fling
date romance | romance relationship | hook up
leak | leak leaks
hide conceal withhold suppress | cover-up concealment | cover up; hush up; keep quiet
bribe | bribe bribes backhander backhanders kickback kickbacks
fake forge fabricate falsify doctor | forgery fabrication
bully intimidate harass | bullying harassment intimidation
mock insult ridicule | insult insults
shout yell scream swear | rant tirade
faint collapse | collapse | pass out; black out
drink | bender | get drunk
fail flunk | failure
cheat dope | doping cheating
refuse decline snub reject spurn | refusal snub rejection | turn down; say no
demand insist | demand demands
order instruct command | order orders instruction
warn caution alert | warning warnings
admit confess own | admission confession
lie mislead deceive | lie lies deception
move relocate | move relocation
ask request beg | request
evict eject | eviction | turf out; kick out; throw out
spy bug eavesdrop | | listen in
inspect check | inspection inspections
demolish bulldoze flatten raze | demolition | pull down; tear down; knock down
close shut | closure | shut down
delay postpone | delay postponement | put off; put back
recruit hire appoint | appointment
transfer | transfer
injure hurt wound | injury injuries
sue | lawsuit writ | take to court
settle | settlement
invite | invitation invite
visit | visit visits
rewrite edit alter tamper | alteration
record tape film | recording
mime lip-sync | playback | mime along
gamble bet wager | bet bets
sign | signing | put pen to paper
fix rig | | stitch up
leave exit depart | departure exit | walk away
return | return comeback
""".strip().splitlines()


#: "Need" is no past.
FEWEST_LETTERS = 5


class Word(NamedTuple):
    """What a word can be."""

    family: str
    form: frozenset[VerbForm]
    """empty for a noun"""
    rest: re.Pattern[str] | None
    """what must follow, of an idiom"""


def _compiled(rest: str) -> re.Pattern[str]:
    article = r"(?:(?:the|a|an|his|her|their|its|any|whole)\s+)*(?:[\w£$€.,-]+\s+)?"
    pattern = r"\s+" + rest.replace("THE ", article).replace(" ", r"\s+")
    return re.compile(pattern + r"\b", re.IGNORECASE)


@functools.lru_cache(maxsize=1)
def _table() -> dict[str, tuple[Word, ...]]:
    found: dict[str, list[Word]] = {}
    for line in _LINES:
        verbs, nouns, idioms = (part.strip() for part in (line + "||").split("|")[:3])
        family = verbs.split()[0]
        for verb in verbs.split():
            for word, form in forms(verb).items():
                found.setdefault(word, []).append(Word(family, form, None))
        for noun in nouns.split():
            found.setdefault(noun, []).append(Word(family, frozenset(), None))
        for idiom in filter(None, map(str.strip, idioms.split(";"))):
            verb, _, rest = idiom.partition(" ")
            for word, form in forms(verb).items():
                found.setdefault(word, []).append(Word(family, form, _compiled(rest)))
    # Idioms say more than their verbs.
    return {w: tuple(sorted(e, key=lambda x: x.rest is None)) for w, e in found.items()}


@functools.lru_cache(maxsize=1 << 14)
def readings(word: str) -> tuple[Word, ...]:
    """What a word in small letters can be: of the table, or a past form of any other verb."""
    if known := _table().get(word):
        return known
    if word in BASES:
        return (Word(stem(BASES[word]), frozenset(("past", "participle")), None),)
    if word.endswith("ed") and len(word) >= FEWEST_LETTERS:
        return (Word(stem(word), frozenset(("past", "participle")), None),)
    return ()
