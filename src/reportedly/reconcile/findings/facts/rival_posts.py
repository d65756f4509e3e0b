"""One person as the first and as the second in one post within weeks: "the deputy leader of the
council", "the leader of the council"; or in two posts that nobody holds at once, chairman and
treasurer of one trust.

In: facts of one person.  Out: at most one conflict.  Where an article says that the post has
changed hands, the later telling overtakes the earlier one; see `promotions`.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from reportedly.content_words import content_stems
from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.life_dates import as_of_interval
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence

_SECOND = re.compile(r"(?:deputy|vice|assistant|associate|joint)[ -](?=[a-z])", re.IGNORECASE)
_HELD = re.compile(r"(?P<post>[\w -]+?)\s+(?:of|at|for)\s+(?P<body>.+)", re.IGNORECASE)
#: Posts of one body of which nobody holds two.
_APART = frozenset(
    "chair treasurer secretary captain mayor headmaster headmistress headteacher".split()
)
_CHAIR = re.compile(r"chair(?:man|woman|person)\Z", re.IGNORECASE)
#: Words by which an article tells that somebody came to a post, or left it.
_CHANGE = re.compile(
    r"\b(?:appoint\w*|promot\w*|succe\w+|step(?:s|ped|ping)?\s+(?:up|down|aside)|resign\w*|quit|elected"
    r"|(?:take|took|taking|takes)\s+over|becom\w+|became|named|replac\w+|acting|interim|stand(?:s|ing)?\s+in"
    r"|former|new|will\s+be|next)\b",
    re.IGNORECASE,
)
#: Later, the second may have become the first without a word.
WITHIN_DAYS = 31
PRIOR = 0.65


def find_rival_posts(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one, of the first two tellings that cannot both be right."""
    roles = [fact for fact in facts if fact.attribute == "role"]
    roles.sort(key=lambda fact: (pile.day(fact.article_id), fact.fact_id))
    for one, other in combinations(roles, 2):
        if are_rivals(one, other, pile):
            said = [f"{f.value} ({pile.place(f.article_id)})" for f in (one, other)]
            yield make_finding(
                "conflict",
                f"{subject}: {said[0]}; {said[1]}. Nobody is both, and neither article tells of a "
                "change.",
                (fact_evidence(one), fact_evidence(other)),
                PRIOR * certainty(one, other),
                about=(one.subject_id,),
                naming=(subject, "role"),
            )
            return


def are_rivals(one: Fact, other: Fact, pile: Pile) -> bool:
    """True for the second and the first in one post of one body, told within weeks by articles that
    say nothing of a change."""
    seconds = [_SECOND.match(fact.value) is not None for fact in (one, other)]
    if all(seconds) or one.article_id == other.article_id:
        return False
    held = [_HELD.fullmatch(_SECOND.sub("", fact.value, count=1)) for fact in (one, other)]
    if held[0] is None or held[1] is None:
        return False
    posts = [_CHAIR.sub("chair", found["post"].casefold()) for found in held if found]
    if (
        posts[0] != posts[1]
        if any(seconds)
        else posts[0] == posts[1] or not _APART.issuperset(posts)
    ):
        return False
    bodies = [content_stems(found["body"]) for found in held if found]
    if not bodies[0] or not bodies[1] or not (bodies[0] <= bodies[1] or bodies[1] <= bodies[0]):
        return False
    days = [as_of_interval(fact) for fact in (one, other)]
    width = [day.width_days for day in days]
    if None in width or max(w or 0 for w in width) > WITHIN_DAYS:
        return False
    ends = [day for each in days for day in (each.earliest, each.latest) if day]
    if (max(ends) - min(ends)).days > WITHIN_DAYS:
        return False
    post = held[0]["post"].split()[-1].casefold()
    return not any(_tells_of_change(pile.articles[f.article_id].text, post) for f in (one, other))


def _tells_of_change(text: str, post: str) -> bool:
    """True where a sentence that names the post says that somebody comes to it or leaves it."""
    sentences = re.split(r"(?<=[.!?])\s+|\n", text)
    return any(post in told.casefold() and _CHANGE.search(told) for told in sentences)
