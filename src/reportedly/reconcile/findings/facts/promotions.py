"""Posts of one body that nobody holds at once: finance director in one article, later its chief
executive.  The later post overtakes the earlier one."""

import re
from collections.abc import Iterator

from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.life_dates import as_of_interval
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence

#: A post that leaves room for no other in the same body, and the body.
_POST = re.compile(
    r"(?P<post>(?:deputy\s+|acting\s+|interim\s+)?(?:chief\s+executive(?:\s+officer)?|ceo"
    r"|chief\s+\w+\s+officer|cfo|coo|finance\s+director|managing\s+director|headmaster"
    r"|headmistress|headteacher|mayor|captain|coach|treasurer|secretary|leader))"
    r"\s+(?:of|at|for)\s+(?P<body>.+)",
    re.IGNORECASE,
)
_SAME = {"ceo": "chief executive", "chief executive officer": "chief executive",
         "cfo": "chief financial officer", "coo": "chief operating officer"}  # fmt: skip
PRIOR = 0.7


def find_promotions(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one row for each pair of posts."""
    held = []
    for fact in facts:
        matched = _POST.fullmatch(fact.value) if fact.attribute == "role" else None
        if matched:
            post = " ".join(matched["post"].lower().split())
            body = re.sub(r"^the\s+", "", matched["body"].casefold())
            held.append((_SAME.get(post, post), body, fact))
    held.sort(key=lambda h: (pile.day(h[2].article_id), h[2].fact_id))
    told: set[tuple[str, str, str]] = set()
    for number, (post, body, then) in enumerate(held):
        for later_post, later_body, since in held[number + 1 :]:
            key = (body, *sorted((post, later_post)))
            if post == later_post or body != later_body or key in told:
                continue
            first, last = as_of_interval(then).latest, as_of_interval(since).earliest
            if first and last and first < last:
                told.add((key[0], key[1], key[2]))
                yield _finding(subject, then, since, pile)


def _finding(subject: str, then: Fact, since: Fact, pile: Pile) -> Finding:
    said = [f"{fact.value} ({pile.place(fact.article_id)})" for fact in (then, since)]
    return make_finding(
        "overtaken",
        f"{subject}: {said[0]}. Later: {said[1]}.",
        (fact_evidence(then), fact_evidence(since)),
        PRIOR * (then.confidence * since.confidence) ** 0.5,
        about=(then.subject_id,),
        naming=(subject, "role"),
    )
