"""The table of frames, of couples: engaged, married, parted.  `table` says how lines are read."""

from reportedly.reconcile.findings.frames.matter import Matter

_AT_END = r"(?=\W*(?:$|[.,;:!?”\"’']|(?:from|after|and|but|because|next|this|last|in|on)\b))"

COUPLES: tuple[Matter, ...] = (
    Matter(
        name="union",
        whose="couple",
        changes=rf"""
            v divorce
            v separate{_AT_END}
            v split up
            v split{_AT_END}
            v part{_AT_END}
            v break up(?! (?:the|a|an|big|with)\b)
            v go their separate ways
            v call time on (?:their|the) marriage
            v live apart
            v end their marriage
            n divorce/separation/split
            n break-up
            t ex-(?:husband|wife)
            t former (?:husband|wife)
            t estranged
            t end of their marriage
        """,
        lasts="""
            t happily married
            v stay (?:married|together)
            v remain (?:married|together)
            t still (?:married|together)
            t reconciled
            t inseparable
            t stronger than ever
            t together and happy
            t happy together
            t happy as ever
            t much (?:together|in love|a couple)
            t devoted to (?:each other|one another)
            t closer than ever
            t solid as (?:a )?rock
            t rock[ -]solid
            t madly in love
            t together for ?ever
            v see (?:it|this|things) through
            v work (?:it|this|things) out
            v weather (?:it|this|the storm)
        """,
    ),
    Matter(
        name="reunion",
        whose="couple",
        changes=r"""
            v live (?:together|under (?:one|the same) roof) again
            v move back in(?! (?:to|with HIS (?:parents|mother|father))\b)
            v get back together
            v share a (?:home|house|roof) again
            t back together
            t together again
        """,
    ),
    Matter(
        name="marriage",
        whose="person",
        changes="""
            v marry(?! (?:off|into)\\b)
            v remarry
            t wed
            t are/were/is (?:a couple|an item)
            t got/are/is (?:now )?engaged(?! (?:on|with|by|in (?!(?-i:[A-Z])))\\b)
            t announced their engagement
            t her/his (?:new )?fiancée?\\b(?=,? (?-i:[A-Z]))
            v tie the knot
            v walk down the aisle
            n husband/wife
            n remarriage
        """,
        lasts="""
            v stay single
            t just (?:good )?friends
        """,
        fails="v call off THE(?:wedding|marriage)",
        comes=True,
    ),
    Matter(
        name="engagement",
        whose="couple",
        changes="",
        foresees=r"""
            t are/is (?:now )?engaged(?! (?:in|on|with|by)\b)
            t will (?:marry|wed)
            t to wed
            t to (?:be|get) married
            t getting married (?=next|in|this|on)
            t tie the knot (?=next|in|this|on)
        """,
        fails=rf"""
            v split up
            v split{_AT_END}
            v separate{_AT_END}
            v part{_AT_END}
            v break up(?! (?:the|a|an|big|with)\b)
            v go their separate ways
            v call off THE(?:wedding|engagement)
            v break off THEengagement
            v end THEengagement
            p jilt
            t ex-fiancée?\b
            t former fiancée?\b
        """,
        comes=True,
    ),
)
