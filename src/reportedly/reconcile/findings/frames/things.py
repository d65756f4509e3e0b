"""The table of frames, of things: sold, closed, opened, paid for.  How its lines are read says
`table`."""

from reportedly.reconcile.findings.frames.days import DAY
from reportedly.reconcile.findings.frames.matter import Matter

_CHARGES = r"(?:tax\w*|fares?|fees?|rents?|prices?|tolls?|rates?|charges|duty|duties|tuition)"
_COLLAPSE = r"[^.;\n]{0,80}\b(?:collaps|f[ea]ll|fail|called off|halt)"
#: Not for snow, repairs or a week: what is closed so opens again.
_LASTING = (
    r"(?![^.;\n]{0,60}?\b(?:(?:because of|due to|owing to|amid|by) (?:[\w-]+ ){0,2}?"
    r"(?:snow|storms?|weather|floods?|flooding|ice|heat\w*|strikes?|fog|winds?|power|outbreak"
    r"|illness|flu|funerals?|holidays?|security|bomb|repairs|refurbishment)\b"
    r"|for (?:the (?:day|week|weekend|night|winter|summer|season|holidays?)"
    r"|(?:an?|one|two|three|four|five|six|several|\d+) (?:[a-z]+ )?(?:hour|day|week|month)s?"
    r"|repairs?|refurbishment|renovation)\b|temporarily\b))"
)
_CLOSED = rf"(?! (?:to|with|up|off|friends?|ally|allies|ties)\b)(?! (?:in|at|on)\b(?!{DAY}))"
_BUILDINGS = (
    r"(?:school|mill|factory|pub|church|chapel|shop|store|cinema|theatre|hotel|brewery|station|museum"
    r"|library|hospital|bank|pit|mine|plant|works|college|swimming pool|pool|prison|barracks|inn)"
)

THINGS: tuple[Matter, ...] = (
    Matter(
        name="ownership",
        whose="thing",
        changes=rf"""
            v sell(?! (?:\w+ )?(?:out|short)\b)
            v auction
            v buy
            v acquire
            v take over
            v change hands
            t for sale
            t on the market
            t under the hammer
            t belongs to
            t new owners?
            t new ownership
            v accept THE(?:\w+ )?(?:offer|bid) for
            v sign THE(?:\w+ )?(?:papers|contracts?|deeds) for
            v let go of
            v part with(?! (?:company|cash|money)\b)
            t gone(?= (?:for [£$€]|to [^.;\n]{{3,50}}\bfor [£$€]))
            t in talks to (?:sell|be sold)
            n sale/takeover(?= (?:of|to|by)\b)(?!{_COLLAPSE})
        """,
        lasts="""
            v keep hold of
            v hold on to
            v stay (?:independent|family-owned|a family (?:firm|business|company))
            v remain (?:independent|family-owned|a family (?:firm|business|company))
            v stay in (?:the|our|my|his|her|their) family
            v stay in (?:private|public|family|local) (?:hands|ownership)
            t carry us out(?= of\\b)
        """,
    ),
    Matter(
        name="deal",
        whose="parties",
        changes="",
        foresees=r"""
            t due/set/scheduled/expected to (?:be completed|be signed|close|go (?:ahead|through))
            v expect THE(?:sale|deal|takeover|merger) to (?:be (?:completed|signed)|close|go \w+)
            t will go ahead
            t agreed to (?:buy|sell)
        """,
        fails=r"""
            v withdraw from
            v pull out of
            v fall through
            t sale/deal/takeover/talks/merger/bid(?=[^.;\n]{0,60}? collapsed)
            p scrap/abandon/cancel
            p call off
            t has/have/had withdrawn
        """,
        comes=True,
    ),
    Matter(
        name="opening",
        whose="thing",
        changes=rf"""
            v close/shut (?:its|their|the) (?:doors?|gates?|shutters)\b ALONE
            v close{_CLOSED}{_LASTING}
            v shut{_LASTING}
            v shutter
            v demolish
            v pull down
            v tear down
            v knock down
            p turn into
            p convert into
            t former(?= (?:[\w’'-]+ ){{0,3}}{_BUILDINGS}\b)
            v print HIS last (?:issue|edition|number)
            v publish HIS last (?:issue|edition|number)
            t lights went out (?:in|at)
            n closure/demolition
        """,
        lasts=r"""
            v stay open
            v remain open
            v stay in print
            v keep [^.;\n]{0,40}?open\b
        """,
    ),
    Matter(
        name="launch",
        whose="thing",
        changes=r"""
            v open/reopen (?:its|their|the) (?:doors?|gates?)\b ALONE
            v open(?! (?:up|fire|to|with|about|the (?:door|debate|scoring|way))\b)
            v reopen
            v finish(?! HIS (?:career|days|playing days)\b)
            v complete
            v release
            v publish
            v deliver
            v launch
            v unveil
            v print
            v disclose
            v come out\b(?! (?:of|as|against|in favou?r|with|to|and|on top)\b)
            v make public
            v appear(?= (?:in|on|next|this)\b)
            v go on sale
            v hit the (?:shops|shelves|streets)
            v see the light of day
            v let in THEfirst ALONE
            t be in (?:cinemas|theatres|bookshops|the shops|shops)
            v welcome THEfirst ALONE
            t be open(?= (?:by|in|before|next)\b)
            t be (?:up and )?running(?= (?:by|in|before|next)\b)
            t ready(?=END| (?:by|in|for|on)\b)
            v carry THE(?:first )?(?:passengers|lorries|trains|trams|traffic|cars)\b ALONE
            v sail(?= (?:by|in|before|next|this)\b)
        """,
        fails=r"""
            t still no
            v drop THE(?:\w+ )?plans? (?:for|to)
            v abandon THE(?:\w+ )?plans? (?:for|to)
            p scrap/abandon/cancel/shelve/axe/mothball/withhold/suppress
            v keep (?:secret|under wraps)
        """,
        late=r"""
            t still (?:closed|shut|unfinished|unbuilt|empty)\b
            t still not (?:open|opened|finished|ready|left|begun)\b
            t remain/remains (?:closed|shut|unfinished|unbuilt|empty)\b
            t work on(?= [^.;\n]{3,60}? (?:has |was )?(?:stopped|halted|ceased|suspended)\b)

            t day/days/week/weeks/month/months/year/years(?: and a half)? (?:late|overdue)
            t day/days/week/weeks/month/months/year/years(?: and a half)? behind schedule
            t day/days/week/weeks/month/months/year/years(?: and a half)? later than p\w+
            t been (?:due|meant|supposed) to (?:open|be finished|be ready|appear|start)
            t been (?:expected|scheduled) to (?:open|be finished|be ready|appear|start)
            t half late
            t half behind schedule
            t behind schedule
            t overdue
            p delay/postpone(?! (?:by|for) (?:an hour|hours|[\w-]+ (?:minutes|hours))\b)
            p put (?:back|off)
            v miss THE(?:\w+ )?(?:deadline|date)
        """,
        comes=True,
    ),
    Matter(
        name="building",
        whose="thing",
        changes=r"""
            v build(?! (?:up|on|upon|bridges|trust|confidence|support|momentum)\b)
            v erect
            v construct
            v put up(?! (?:with|for|THEfight|resistance|prices|taxes|rents)\b)
            p install
            t work(?: (?:has|had))? (?:begun|began|started) on
            v break ground (?:on|for)
            v lay THE(?:first |foundation )(?:stone|brick)s? of
        """,
        lasts=r"""
            t be no(?! (?:more|need|question|other|further|longer|way|change|going back)\b)
        """,
        tied=True,
    ),
    Matter(
        name="search",
        whose="thing",
        changes="""
            v find(?! (?:that|it|himself|herself|themselves|out)\\b)
            v catch(?! up)
            v trace
            v solve
        """,
        fails="""
            v close THE(?:file|case|investigation) on
            v give up THE(?:search|hunt) for
            v call off THE(?:search|hunt) for
        """,
        tied=True,
        comes=True,
    ),
    Matter(
        name="entry",
        whose="thing",
        by_itself=True,
        changes="""
            v charge (?:for|THE(?:visitors|admission|entry|entrance))
            t must (?:now )?pay
            t have (?:now )?to pay
            t now have to pay
        """,
        lasts="v stay free",
    ),
    Matter(
        name="group",
        whose="thing",
        by_itself=True,
        changes="""
            v disband
            v break up(?! (?:the|a|an|big|with)\\b)
            v split up
            v go solo
        """,
        lasts="v stay together",
    ),
    Matter(
        name="recall",
        whose="thing",
        changes="p recall",
    ),
    Matter(
        name="talks",
        whose="thing",
        changes=r"""
            n talks/negotiations/discussions (?:with|between)\b
            v negotiate with
        """,
        tied=True,
    ),
    Matter(
        name="payment",
        whose="thing",
        changes=r"""
            v pay(?! (?:tribute|attention|homage|heed|the price|a visit|for)\b)
            v repay
            v reimburse
            v get (?:HIS) (?:money|wages)
        """,
        fails=r"""
            t unpaid(?=END| (?:bills?|wages|invoices?|suppliers?|workers|staff)\b)
            v wait for HIS (?:money|wages|pay|cheques?)
            v wait to be paid
            p owe
            t out of pocket
        """,
        tied=True,
        comes=True,
    ),
    Matter(
        name="jobs",
        whose="context",
        changes=r"""
            v lose (?:HIS |THE)(?:\w+ )?jobs?\b
            v cut/axe/shed/slash (?:[\w,]+ ){0,3}jobs\b
            v sack/fire/dismiss (?:[\w,]+ ){1,3}(?:workers|staff|employees)\b
            v lay off
            p make redundant
            v make (?:[\w,]+ ){1,4}redundant
            t job/jobs (?:loss(?:es)?|cuts)\b
            t job/jobs (?:is |are |will |would )?(?:go|for the chop)\b
            n redundancies/layoffs
            t job/jobs (?:\w+ ){0,2}(?:lost|cut|axed)\b
        """,
    ),
    Matter(
        name="charges",
        whose="thing",
        changes=rf"""
            v go up ALONE
            v rise ALONE
            v raise THE(?:\w+ )?(?={_CHARGES}\b)
            v increase THE(?:\w+ )?(?={_CHARGES}\b)
            v put up THE(?:\w+ )?(?={_CHARGES}\b)
        """,
        tied=True,
    ),
)
