"""Pairs made by rule out of plain sentences ("A man is riding a horse").

In: sentences. Out: pairs that differ by one thing whose effect is known: a negation, a passive, a
wider or another word, a modifier more or less, exchanged roles. Nothing is assumed to be the same
scene: another thing done by another person is no contradiction here.
"""

import random
import re
from collections.abc import Callable, Iterator

from training.claims.pairs import Pair
from training.claims.words import ALIKE, OPPOSITE, OTHER, PARTICIPLES, WIDER

_PLAIN = re.compile(
    r"^(?P<det>An?|The|Some|Two|Three) (?P<subject>(?:[a-z]+ )?[a-z]+) (?P<be>is|are) "
    r"(?P<verb>[a-z]+ing)(?P<rest>(?: [a-z, ]+)?)\.?$"
)
_OBJECT = re.compile(r"^ (?P<object>(?:an?|the|some) (?:[a-z]+ )?[a-z]+)(?P<tail>(?: .*)?)$")
_LAST_PLACE = re.compile(
    r"^(.{8,}?) (?:in|on|at|near|by|behind|beside|with|through) (?:an?|the) \w+$"
)
_COLOURED = re.compile(r"\b(an?|the) (black|white|red|blue|green|yellow|brown|orange) ([a-z]+)\b")
_ADVERBS = ("happily", "again", "for a friend", "in the rain", "near a fence", "with great care")

Made = Iterator[tuple[str, str, str]]


def rule_pairs(sentences: list[str], rng: random.Random) -> list[Pair]:
    """Pairs of every rule that applies to some of the sentences."""
    plain = [(s.rstrip(".").strip(), m) for s in sentences if (m := _PLAIN.match(s.strip()))]
    found = []
    for sentence, match in plain:
        other = rng.choice(plain)
        made = [pair for rule in RULES for pair in rule(sentence, match, rng)]
        made += _unrelated(match, other)
        for a, b, label in made:
            found.append(Pair(_first_up(a), _first_up(b), label, same_scene=False))
    return sorted(set(found), key=lambda p: (p.a, p.b, p.label))


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def _negated(sentence: str, m: re.Match[str], rng: random.Random) -> Made:
    det, subject, be, verb, rest = m.group("det", "subject", "be", "verb", "rest")
    no = rng.choice((f"{be} not", f"{be}n't"))
    denied = f"{rng.choice((det, 'The' if be == 'is' else det))} {subject} {no} {verb}{rest}"
    none = f"There {be} no {subject} {verb}{rest}"
    negative = rng.choice((denied, none, denied, none, f"Nobody is {verb}{rest}"))
    pair = (sentence, negative) if rng.random() < 0.5 else (negative, sentence)
    yield (*pair, "contradiction")
    yield denied, none, "neutral" if det == "The" else "entailment"


def _there_is(sentence: str, m: re.Match[str], rng: random.Random) -> Made:
    det = m["det"].lower() if m["det"] != "The" else "a"
    there = f"There {m['be']} {det} {m['subject']} {m['verb']}{m['rest']}"
    who = f"{m['det']} {m['subject']} who {m['be']} {m['verb']}{m['rest']} is here"
    yield (*rng.choice(((sentence, there), (there, sentence), (who, sentence))), "entailment")
    det = {"A": "The", "An": "The", "The": "A"}.get(m["det"], m["det"])
    yield sentence, f"{det}{sentence[len(m['det']) :]}", "entailment"


def _passive(sentence: str, m: re.Match[str], rng: random.Random) -> Made:
    done, thing = PARTICIPLES.get(m["verb"]), _OBJECT.match(m["rest"])
    if not done or not thing:
        return
    doer = f"{m['det'].lower()} {m['subject']}"
    passive = f"{thing['object']} is being {done} by {doer}{thing['tail']}"
    yield (*rng.choice(((sentence, passive), (passive, sentence))), "entailment")
    turned = f"{thing['object']} is {m['verb']} {doer}{thing['tail']}"
    yield (*rng.choice(((sentence, turned), (turned, passive))), "neutral")
    yield sentence, passive.replace(" is being ", " is not being ", 1), "contradiction"


def _replaced(sentence: str, table: dict[str, tuple[str, ...]], rng: random.Random) -> str | None:
    words = sentence.split(" ")
    places = [i for i, word in enumerate(words) if word.lower() in table]
    if not places:
        return None
    place = rng.choice(places)
    words[place] = rng.choice(table[words[place].lower()])
    return re.sub(
        r"\b([Aa]) (?=[aeiou])", r"\1n ", re.sub(r"\b([Aa])n (?![aeiou])", r"\1 ", " ".join(words))
    )


def _another_word(sentence: str, m: re.Match[str], rng: random.Random) -> Made:
    for table, there, back in (
        (ALIKE, "entailment", "entailment"),
        (WIDER, "entailment", "neutral"),
        (OTHER, "neutral", "neutral"),
        (OTHER, "neutral", "neutral"),
        (OPPOSITE, "contradiction", "contradiction"),
    ):
        changed = _replaced(sentence, table, rng)
        if changed:
            yield sentence, changed, there
            if rng.random() < 0.5:
                yield changed, sentence, back


def _modified(sentence: str, m: re.Match[str], rng: random.Random) -> Made:
    shorter = _LAST_PLACE.match(sentence)
    if shorter:
        yield sentence, shorter[1], "entailment"
        yield shorter[1], sentence, "neutral"
    longer = f"{sentence} {rng.choice(_ADVERBS)}"
    yield rng.choice(((longer, sentence, "entailment"), (sentence, longer, "neutral")))
    coloured = _COLOURED.search(sentence)
    if coloured:
        plain = sentence.replace(coloured[0], f"{coloured[1]} {coloured[3]}")
        after = sentence.replace(coloured[0], f"{coloured[1]} {coloured[3]} which is {coloured[2]}")
        yield (*rng.choice(((sentence, after), (after, sentence), (after, plain))), "entailment")
        yield plain, sentence, "neutral"


def _unrelated(m: re.Match[str], other: tuple[str, re.Match[str]]) -> Made:
    _, o = other
    if o["verb"] == m["verb"] or o["rest"] == m["rest"]:
        return
    own = m.string.rstrip(".").strip()
    yield own, f"{m['det']} {m['subject']} {m['be']} {o['verb']}{o['rest']}", "neutral"
    yield own, f"{m['det']} {m['subject']} {m['be']} not {o['verb']}{o['rest']}", "neutral"
    if o["subject"] != m["subject"]:
        yield own, f"{o['det']} {o['subject']} {o['be']} {m['verb']}{m['rest']}", "neutral"


RULES: tuple[Callable[[str, re.Match[str], random.Random], Made], ...] = (
    _negated,
    _there_is,
    _passive,
    _another_word,
    _modified,
)
