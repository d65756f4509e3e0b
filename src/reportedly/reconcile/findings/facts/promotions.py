"""Posts that nobody holds at once: finance director in one article, later chief executive of the
same; deputy director, later director; councillor, later mayor.  The later post overtakes the
earlier one."""

import bisect
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.life_dates import as_of_interval
from reportedly.reconcile.findings.facts.rival_posts import are_rivals
from reportedly.reconcile.findings.making import certainty, make_finding
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
#: Who is the second in a post, and later has it.
_SECOND = re.compile(
    r"(?:deputy|vice|assistant|acting|interim)(?:[ -](?P<post>[a-z]+(?: [a-z]+)?))??"
    r"(?:\s+(?:of|at|for)\s+.+)?",
    re.IGNORECASE,
)
#: "Her deputy" is that of one of these.
_FIRST = frozenset(
    "chair chairman chairwoman director editor governor head headmaster leader manager mayor"
    " president principal chancellor treasurer".split()
)
#: Steps that are told of one person in other words: from the first to one of the second.
_STEPS = {
    "councillor": frozenset({"mayor", "lord mayor", "mp", "minister"}),
    "captain": frozenset(
        {"manager", "head coach", "coach", "assistant manager", "assistant coach"}
    ),
    "player": frozenset({"manager", "head coach", "coach", "assistant manager", "assistant coach"}),
    "curate": frozenset({"vicar", "rector", "dean", "bishop"}),
}
_HEAD = re.compile(r"(?P<post>[a-z][a-z -]*?)(?:\s+(?:of|at|for)\s+(?P<body>.+))?", re.IGNORECASE)
#: The post that somebody had: "former captain of Roe", "former Roe captain".
_FORMER = re.compile(rf"\bformer\b.*?\b({'|'.join((*sorted(_STEPS), 'deputy', 'assistant'))})\b")
PRIOR = 0.7


@dataclass(frozen=True, slots=True)
class _Held:
    """A telling of a post, its place in the order of tellings, and from when to when it is told."""

    number: int
    fact: Fact
    earliest: date | None
    latest: date | None


def find_promotions(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one row for each pair of posts."""
    matched = [
        (fact, found)
        for fact in facts
        if fact.attribute == "role" and (found := _POST.fullmatch(fact.value))
    ]
    matched.sort(key=lambda each: (pile.day(each[0].article_id), each[0].fact_id))
    bodies: dict[str, dict[str, list[_Held]]] = defaultdict(lambda: defaultdict(list))
    for number, (fact, found) in enumerate(matched):
        post = " ".join(found["post"].lower().split())
        body = re.sub(r"^the\s+", "", found["body"].casefold())
        told = as_of_interval(fact)
        held = _Held(number, fact, told.earliest, told.latest)
        bodies[body][_SAME.get(post, post)].append(held)
    pairs = [
        min(first, key=lambda pair: (pair[0].number, pair[1].number))
        for posts in bodies.values()
        for one, other in itertools.combinations(posts.values(), 2)
        if (first := [*_first_after(one, other), *_first_after(other, one)])
    ]
    for then, since in sorted(pairs, key=lambda pair: (pair[0].number, pair[1].number)):
        if not are_rivals(then.fact, since.fact, pile):
            yield _finding(subject, then.fact, since.fact, pile)


def _first_after(one: list[_Held], other: list[_Held]) -> Iterator[tuple[_Held, _Held]]:
    """The first telling of one post that some later telling of the other is wholly after, and the
    first of these."""
    days = [held.earliest or date.min for held in other]
    # Of each telling and all behind it the last day from which the other post is told.
    behind = [*itertools.accumulate(reversed(days), max)][::-1]
    for then in one:
        at = bisect.bisect(other, then.number, key=lambda held: held.number)
        if then.latest and at < len(other) and then.latest < behind[at]:
            yield (
                then,
                next(
                    held
                    for held, day in zip(other[at:], days[at:], strict=True)
                    if then.latest < day
                ),
            )
            return


def find_steps(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one row of a second who came first, or of a step that others take as well."""
    roles = [fact for fact in facts if fact.attribute == "role"]
    roles.sort(key=lambda fact: (pile.day(fact.article_id), fact.fact_id))
    left = {words[-1] for fact in roles if (words := _FORMER.findall(fact.value.casefold()))}
    by_post: dict[str, list[tuple[int, date]]] = defaultdict(list)
    for number, fact in enumerate(roles):
        held, from_then = _HEAD.fullmatch(fact.value), as_of_interval(fact).earliest
        if held is not None and from_then is not None:
            by_post[held["post"].casefold()].append((number, from_then))
    last = {post: max(day for _, day in told) for post, told in by_post.items()}
    for then in roles:
        # That the post was left is told as such, by `roles`.
        until = as_of_interval(then).latest
        if until is None or any(word in then.value.casefold() for word in left):
            continue
        # Only where some day is late enough the rows are looked at: of many posts none is.
        posts = [post for post in _next_posts(then.value) if post in last and until < last[post]]
        if posts:
            first = min(next(n for n, day in by_post[post] if until < day) for post in posts)
            if not are_rivals(then, roles[first], pile):
                yield _finding(subject, then, roles[first], pile)
                return


def _next_posts(then: str) -> frozenset[str]:
    """What the holder of a post may become."""
    if (second := _SECOND.fullmatch(then)) is not None:
        first = (second["post"] or "").casefold()
        return frozenset({first} if first else _FIRST)
    held = _HEAD.fullmatch(then)
    before = held["post"].casefold().split()[-1:] if held else []
    return frozenset(_STEPS.get(before[0], ()) if before else ())


def _finding(subject: str, then: Fact, since: Fact, pile: Pile) -> Finding:
    said = [f"{fact.value} ({pile.place(fact.article_id)})" for fact in (then, since)]
    return make_finding(
        "overtaken",
        f"{subject}: {said[0]}. Later: {said[1]}.",
        (fact_evidence(then), fact_evidence(since)),
        PRIOR * certainty(then, since),
        about=(then.subject_id,),
        naming=(subject, "role"),
    )
