"""Whom and what words about a matter are about: a sign in an article in, a `Theme` out.

Persons are known by entity.  Things are known by entity, by the names in their phrase, or by a
common noun beside somebody or something that both passages speak of: "the report", of the same
mayor.
"""

from dataclasses import replace

from reportedly.model import Statement
from reportedly.reconcile.findings.actors import actors, couple
from reportedly.reconcile.findings.frames import Sign
from reportedly.reconcile.findings.named_things import main_thing, theme_in, thing
from reportedly.reconcile.findings.phrases import object_span
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.sentences import paragraphs_around, sentence_at
from reportedly.reconcile.findings.theme import Theme

#: More of them beside a common noun are a list.
MOST_AROUND = 12


def theme_of(sign: Sign, article_id: str, statement: Statement | None, pile: Pile) -> Theme:
    """Whom or what a sign is about; an empty theme where that is not clear."""
    whose = sign.matter.whose
    if whose == "couple":
        return Theme(entities=frozenset(couple(sign, article_id, statement, pile)))
    if whose == "person":
        acting = actors(sign, article_id, statement, pile)
        around = _around(sign, article_id, statement, pile)
        text = pile.articles[article_id].text
        acted_on = theme_in(article_id, object_span(sign, text), around, pile)
        return replace(acted_on, entities=acting, around=around)
    around = _around(sign, article_id, statement, pile)
    if whose == "context":
        return Theme(entities=around, around=around)
    if whose == "parties":
        return Theme(entities=_parties(sign, article_id, pile), around=around)
    return thing(sign, article_id, statement, around, pile)


def _parties(sign: Sign, article_id: str, pile: Pile) -> frozenset[str]:
    """The bodies and things of the sentence that tells of a failure; of what is expected also those
    of the paragraphs before, where a buyer and what he buys are named."""
    text = pile.articles[article_id].text
    sentence = sentence_at(text, sign.span[0])
    span = sentence if sign.side == "fails" else paragraphs_around(text, sentence, after=0)
    named = pile.mentions.starting(article_id, span)
    own = {e for e in named if pile.is_of(e, ("organisation", "place", "work"))}
    return frozenset(own) or main_thing(article_id, pile)


def _around(sign: Sign, article_id: str, statement: Statement | None, pile: Pile) -> frozenset[str]:
    """Who and what the paragraphs around speak of, but for places."""
    text = pile.articles[article_id].text
    span = paragraphs_around(text, sentence_at(text, sign.span[0]), after=1)
    near = {e for e in pile.mentions.starting(article_id, span) if not pile.is_of(e, ("place",))}
    if statement and statement.speaker_id:
        near.add(statement.speaker_id)
    return frozenset(sorted(near)[:MOST_AROUND])
