"""Which verbs tell of something that happens on a day, and which prepositions date them.

The lists are closed and meant to be read: a verb in none of them is taken to tell of an event.
"""

import re

#: States, habits, opinions and speech: true over time, or reported as statements elsewhere.
NOT_EVENTIVE = frozenset(
    # being and having
    "be have seem appear remain stay lie consist contain include involve belong own possess lack "
    "depend exist equal cost weigh measure concern matter relate refer represent reflect resemble "
    "constitute comprise stand sit live reside dwell hang keep continue last persist "
    # mind
    "know think believe want wish hope like love hate prefer fear feel understand remember forget "
    "mean need doubt suppose imagine consider regard expect assume see hear look watch sound taste "
    "smell notice recognize recognise realize realise find regret enjoy mind care worry agree "
    "disagree intend plan aim try seek tend deserve trust suspect wonder learn "
    # speech, reported as statements
    "say tell ask add note claim argue explain insist suggest state write report reply respond "
    "answer comment remark describe call speak talk mention admit acknowledge concede deny confirm "
    "declare reveal disclose stress warn predict promise vow pledge quote cite joke quip "
    "recall tweet post read blog echo observe point indicate show demonstrate prove imply "
    "according allege assert maintain contend complain urge criticize criticise praise defend "
    # too empty to name an event
    "do make get let seem use become happen occur cause help begin start come allow enable need "
    "follow precede lead mean apply range account amount total average".split()
)

#: Empty verbs whose object says what happened: they date an event only with such an object.
LIGHT_OBJECTS: dict[str, frozenset[str]] = {
    "make": frozenset(
        "appearance debut announcement visit speech decision statement deal final public flight "
        "landing donation delivery official".split()
    ),
    "become": frozenset("president chairman chairwoman director chief head mother father".split()),
    "give": frozenset("birth speech concert interview evidence testimony".split()),
    "take": frozenset("office oath stage part over place".split()),
    "hold": frozenset(
        "rally meeting press news conference election vote funeral concert review hearing debate "
        "trial ceremony summit talk".split()
    ),
    "begin": frozenset("flight service production work construction trial talk".split()),
    "get": frozenset("married engaged divorced".split()),
    "sit": frozenset("down".split()),
}

#: Where somebody speaks: "told the paper in an interview on Monday" is an event, "said on Monday"
#: is not.
OCCASIONS = frozenset(
    "interview speech statement conference rally debate hearing broadcast address testimony "
    "sermon lecture toast ceremony edition episode programme program show podcast television "
    "radio".split()
)
#: Who is told is the occasion: "told the podcast Hearsay on Friday".
TOLD_OCCASIONS = frozenset("podcast programme program show".split())
SPEAKING = frozenset("say tell speak announce declare promise vow pledge".split())

#: What lasts, and began on the day after `since`: "has run the ferry since May 2010".
LASTING = frozenset("live own run lead chair head manage edit".split())

#: Prepositions after which a date says when the thing happened; `by`, `until`, `since` do not.
DATING_PREPOSITIONS = frozenset("on in at during".split())

#: Auxiliaries that put the main verb into a scheduled future.
FUTURE_AUXILIARIES = frozenset("will shall 'll ’ll".split())
#: "is expected to open", "is due to appear": the verb after them is scheduled.
SCHEDULING = frozenset("expect schedule slate set due plan".split())
#: Told in so many words, these are news of their own, even where they report what is said.
ANNOUNCING = frozenset("announce unveil launch introduce".split())
#: Modals that leave open whether it happens at all.
OPEN_AUXILIARIES = frozenset("would could should may might can must 'd ’d ought".split())
#: Adverbs that say that it may not be so.
HEDGES = frozenset("probably perhaps maybe possibly likely presumably supposedly".split())
#: Expressions whose day depends on the story told so far, not on the article's.
POINTING_BACK = re.compile(
    r"\b(?:same|that|those|following|overnight|earlier|later|before|after|next\s+(?:day|morning|"
    r"night))\b(?!\s+(?:this|in)\b)",
    re.IGNORECASE,
)
#: A time of day without a day.
HOUR_ALONE = re.compile(
    r"(?:at\s+|about\s+|around\s+)*[\d:.]+\s*(?:[ap]\.?m\.?|o.clock)?\W*(?:[A-Z]{2,4})?"
    r"|(?:at\s+)?(?:noon|midnight|dawn|dusk)",
    re.IGNORECASE,
)
#: Words of time that are written with a capital only at the start of a sentence or in a title.
NEVER_CAPITAL = re.compile(r"(?:This|Today|Tonight|Last|Next|Yesterday|Tomorrow)\b")
#: Conjunctions under which nothing is said to have happened.
CONDITIONAL_MARKS = frozenset("if unless whether lest".split())
