"""Takes the words about a forgotten person or article out of the log of decisions."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path

from reportedly.decisions.model import Decision, Target
from reportedly.engine.build.redaction import SQUARE, blackened
from reportedly.store import decision_log

Change = Callable[[Decision], Decision | None]


def forget_in_log(chronicle: Path, *, articles: Collection[str], names: Collection[str]) -> int:
    """Removes what was decided on the articles and the person, and their names from all else.

    Returns how many entries were changed or removed.
    """
    if not decision_log.path_for(chronicle).is_file():
        return 0
    log = decision_log.open_log(chronicle)
    try:
        gone = {
            each.decision_id
            for each in decision_log.decisions(log)
            if _is_about(each, articles, names)
        }
        return decision_log.forget(log, _change(gone, articles, names))
    finally:
        log.close()


def _is_about(decision: Decision, articles: Collection[str], names: Collection[str]) -> bool:
    targets = [each for each in (decision.target, decision.other) if each is not None]
    if any(_is_person(each, names) or _lies_in(each, articles) for each in targets):
        return True
    return decision.action == "speaker" and _holds(decision.words, names)


def _is_person(target: Target, names: Collection[str]) -> bool:
    if target.kind != "person":
        return False
    return any(_is_name(words, names) for words in (target.label, *(p.name for p in target.places)))


def _is_name(words: str | None, names: Collection[str]) -> bool:
    """True for a full name: a surname alone may be that of somebody else."""
    whole = {name.casefold() for name in names if " " in name} or {n.casefold() for n in names}
    return words is not None and " ".join(words.split()).casefold() in whole


def _lies_in(target: Target, articles: Collection[str]) -> bool:
    """True when all its evidence lies in the articles."""
    places = [place.article_id for place in target.places if place.article_id]
    return bool(places) and all(place in articles for place in places)


def _holds(words: str | None, names: Collection[str]) -> bool:
    return words is not None and blackened(words, names) != words


def _change(gone: Collection[str], articles: Collection[str], names: Collection[str]) -> Change:
    def change(decision: Decision) -> Decision | None:
        if decision.decision_id in gone or decision.decision in gone:
            return None
        return replace(
            decision,
            target=_cleaned(decision.target, articles, names),
            other=_cleaned(decision.other, articles, names),
            words=_black(decision.words, names),
            replaced=_black(decision.replaced, names),
            refused=_black(decision.refused, names),
            moved=tuple(p for p in decision.moved if p.article_id not in articles),
        )

    return change


def _black(words: str | None, names: Iterable[str]) -> str | None:
    return words and blackened(words, names)


def _cleaned(
    target: Target | None, articles: Collection[str], names: Collection[str]
) -> Target | None:
    if target is None:
        return None
    kept = tuple(place for place in target.places if place.article_id not in articles)
    label = blackened(target.label, names)
    if len(kept) < len(target.places) and target.kind != "person":
        label = SQUARE * 3  # it may be words of the article
    named = tuple(replace(place, name=_black(place.name, names)) for place in kept)
    return replace(target, label=label, places=named)
