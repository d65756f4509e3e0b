"""The table of frames, of persons: what they are, do, leave and promise.  How its lines are read
says `table`."""

from reportedly.reconcile.findings.frames.days import NEXT_VOTE
from reportedly.reconcile.findings.frames.matter import Matter

_OFFICES = (
    r"(?:post|job|office|role|position|seat|chair|club|band|board|party|government|cabinet|council"
    r"|company|firm|show|programme|paper|team|orchestra|choir|captaincy)"
)
#: Left in an hour or a week.
_STOPS = r"(?:on (?:a|foot)|hospital|court|station|airport|prison|jail|harbour|hotel)"
_STAGES = (
    r"(?:stage|screen|ring|pitch|stadium|touchline|politics|music|football|public life|office)"
)
#: What one signs oneself, and stays.
_PAPERS = r"(?:contract|deal|extension|petition|letter|papers)"
_HOUSE = rf"(?:THENAME|(?:this|the) {_OFFICES}\b)"
_ARTS = "sing/play/perform/act/write/paint/tour/dance/box/fight/record/compose/direct/read"
_ARTING = r"(?:singing|playing|performing|acting|writing|painting|touring|dancing|boxing|going)"
_ARTED = r"(?:played|sung|performed|acted|written|painted|toured|danced|boxed|raced|rowed)"
_GROUNDS = (
    r"(?:courts?|pitch|stage|track|ice|field|water|saddle|ring|screen|road|set|studio|team|squad"
    r"|dugout|training)"
)
_RACE = r"(?:race|contest|election|campaign|running|leadership|nomination)"
_SEATS = (
    r"(?:parliament|president|office|mayor|governor|congress|senate|chancellor|prime minister"
    r"|re-?election|the (?:senate|white house|presidency|leadership|seat|nomination|council|house))"
)
_ELECTED = r"(?:mayor|member of parliament|MP|president|councillor|governor|senator)"
_CANDIDATE = r"(?:[\w-]+ ){0,2}candidate\b"
_PUBLISHED = r"(?=[^.;\n]{0,60}\b(?:was|is|were|has been|have been) published\b)"
_CASE = r"(?:case|suit|lawsuit|claim|legal action|action|appeal|complaint|proceedings|writ)"
_EVENT = r"(?:concert|recital|gig|album|match|game|race|fight|bout)"
_A = r"(?:a |an |any |the |his |her |their |my )"
_MEMOIR = r"(?:[\w-]+ )?(?:memoirs?|autobiograph(?:y|ies)|life story)\b"
_FARE_WELL = r"(?:concert|tour|show|gig|performance|match|game|album|season|appearance|recital)"

PERSONS: tuple[Matter, ...] = (
    Matter(
        name="post",
        whose="person",
        changes=rf"""
            v resign(?! (?:himself|herself|themselves|to)\b)
            v step (?:down|aside)
            v stand (?:down|aside)
            v quit(?! (?:the race|smoking|drinking)\b)
            v walk (?:out(?! (?:to|with|for|into|onto|on stage)\b)|away from THE{_OFFICES}\b)
            v leave (?:THE(?:\w+ )?{_OFFICES}\b|town hall|THENAME(?! {_STOPS}\b))
            v leave(?=END)
            v go anywhere
            v hand (?:in|over|back) THE(?:chain|notice|keys|resignation|badge|seals?)\b
            v hand in THE\w+ chain
            v bow out
            v give up THE(?:\w+ship|mayoralty|premiership)\b
            p part company with
            p sign/unveil/poach(?! (?:[\w-]+ ){{0,4}}{_PAPERS}\b)
            v give up THE{_OFFICES}\b
            v relinquish THE{_OFFICES}\b
            v vacate THE{_OFFICES}\b
            v throw in THE(?:\w+ )?towel
            v announce HIS (?:resignation|departure)
            p drop
            p sack/fire/oust/dismiss/depose
            p remove (?:as|from)\b
            p force (?:out|from)\b
            p vote out
            t no longer THE(?:bishop|chair\w*|head|director|leader|manager|captain|coach|editor)\b
            t no longer THE(?:mayor|minister|president|chief|prime minister|governor)\b
            p replace
            p transfer to
            v complete THE(?:\w+ )?(?:move|switch|transfer) to
            v join NAME
            v sign for THENAME
            n resignation/departure/dismissal/sacking/ousting/ouster
        """,
        lasts=rf"""
            v stay(?=END| (?:on|put|here|too|at|as)\b| with THENAME| in (?:office|post|charge)\b)
            v remain (?:in|as) (?:office|post|charge|chair\w*|chief|head)
            v remain as (?:THE)(?:director|leader|manager|captain|coach|editor)
            v remain at THENAME
            v serve (?:out\b|(?:every|each)(?: \w+)? (?:day|hour|minute)|THE(?:full|whole|entire) )
            v see out THE(?:\w+ )?(?:contract|term|mandate)
            v finish THE(?:term|contract)
            w rule out THE(?:\w+ )?(?:move|transfer|departure|exit)\b
            t here to stay
            t going nowhere
            t be (?:still )?(?:in charge|here|at the helm)(?= (?:in|next|come|at|on|for)\b)
            t still be (?:in charge|here|at the helm|manager|captain|chairman|leader)
            t still in charge(?= (?:in|next|come|at|on)\b)
            v lead (?:us|this \w+|(?:the|our|my) \w+|THENAME) (?:into|through|to) {NEXT_VOTE}
            t carry me out(?= of\b)
            t unscrew/prise/wheel/drag/stretcher me (?:out|off|from|with)\b
            t elected to do a job and (?:[\w’']+ ){{0,3}}finish it
            v finish THEjob
            v finish/end HIS (?:career|days|playing days) (?:here\b|(?:at|with|in|for) {_HOUSE})
            v see out HIS (?:career|days|playing days) (?:here\b|(?:at|with|in|for) {_HOUSE})
        """,
        fails=r"""
            v change HIS mind
            v sign (?:THE)(?:new|another) contract
            v withdraw HIS resignation
            v begin THE(?:second|third|fourth|new|another) term
            t still (?:in charge|in office|at the helm|in HIS (?:post|job|seat))\b
            v stay on(?! (?:at|in|the) (?:home|bench|hospital))
        """,
        comes=True,
    ),
    Matter(
        name="appointment",
        whose="person",
        changes="""
            t be (?=(?:a|an)\\b)
            v become
            v work as
            v take over as
            p appoint/name/hire/unveil(?: as)?
        """,
    ),
    Matter(
        name="candidacy",
        whose="person",
        changes=rf"""
            v drop out
            v bow out
            v pull out of THE{_RACE}\b
            v withdraw from THE{_RACE}\b
            v quit THE{_RACE}\b
            v suspend THE(?:\w+ )?(?:campaign|bid|candidacy)
            v end THE(?:\w+ )?(?:campaign|bid|candidacy)
        """,
        lasts="""
            v stay in (?:(?:the|this) race|until)
            t in (?:it|this) to win
        """,
    ),
    Matter(
        name="standing",
        whose="person",
        changes=rf"""
            v run for {_SEATS}
            v run (?:again|in {NEXT_VOTE})
            v stand (?:for {_SEATS}|in the election|as (?:a |the )?\w* ?candidate|again)
            v stand for (?:a|another) (?:\w+ )?term
            v seek (?:re-?election|office|the nomination|(?:a|another) (?:second |third )?term)
            v enter (?:the race|politics)
            v stand (?:to win|(?:in|at) {NEXT_VOTE})
            v contest {NEXT_VOTE}
            v put/throw HIS (?:own )?(?:name forward|hat in(?:to)? the ring)
            v announce HIS (?:candidacy|bid)
            v become THE(?:[\w-]+ ){{0,2}}{_ELECTED}\b
            p lose (?:[\w’']+ ){{0,3}}to(?= [^.;\n]{{3,50}}\bvotes\b)
            p elect (?:as |to parliament|to the (?:council|senate)|THE{_ELECTED})
            p choose/select/pick/adopt(?= [^.;\n]{{3,40}} as (?:its|their|the) {_CANDIDATE})
            t on (?:a|the|any) ballot(?: papers?)?\b
            p select/choose/nominate/adopt (?:as|to be) (?:\w+ ){{0,3}}(?:candidate|nominee)
            t candidate (?:for|(?:in|at) {NEXT_VOTE})
            n candidacy
        """,
        lasts="w rule out THE(?:run|bid|candidacy)\\b",
    ),
    Matter(
        name="career",
        whose="person",
        changes=rf"""
            v retire(?! (?:to|hurt|for the|early for)\b)
            v hang up HIS
            v call it a day
            v bow out
            v take HIS (?:final|last) bow
            v give HIS (?:final|last|farewell) {_FARE_WELL}
            v play HIS (?:final|last|farewell) {_FARE_WELL}
            v stop {_ARTING}
            v give up (?:{_ARTING}|THE{_STAGES})
            t farewell {_FARE_WELL}
            t final curtain
            v put away HIS (?:rackets?|boots|gloves|bat|clubs|skates|oars?)
            v put away HIS (?:guitar|violin|baton|whistle|brushes|pen)
            v stop (?=at (?:the age of )?\d\d\b)
            n retirement
        """,
        lasts=rf"""
            v carry on(?! (?:with|from)\b)
            v keep (?:on )?{_ARTING}
            v go on {_ARTING}
            t be (?:still )?{_ARTING} (?:when|at|in|next)\b
            t still be {_ARTING}
        """,
        fails="""
            v change HIS mind
            v come back
            v sign (?:THE)(?:new|another) contract
        """,
        comes=True,
    ),
    Matter(
        name="comeback",
        whose="person",
        changes=rf"""
            v return to THE{_STAGES}
            v come out of retirement
            v make (?:a|his|her|their) comeback
            v reunite
            v {_ARTS} (?:together |live |in public |on stage |indoors |abroad )?again
            v give/play HIS first {_EVENT} (?:in|for) (?:[\w-]+ ){{1,3}}years
            t be/been/is/are/was/were back (?:on|in|at) THE(?:\w+ )?{_GROUNDS}\b
            v return to {_ARTING}\b
            n comeback/reunion
        """,
        fails=rf"""
            t not {_ARTED}(?: [\w’'-]+){{0,4}} since
            t never {_ARTED} again
        """,
        comes=True,
    ),
    Matter(
        name="memoir",
        whose="person",
        changes=rf"""
            v write (?:{_A}|more )?{_MEMOIR}
            v publish {_A}?{_MEMOIR}
            v launch {_A}?{_MEMOIR}
            v write (?:it|this|that|things|everything|it all|any of it|HIS life) down
            n memoir/memoirs/autobiography{_PUBLISHED}
        """,
    ),
    Matter(
        name="board",
        whose="person",
        changes=r"""
            v join THE(?:[\w-]+ ){0,2}board\b
            v take a (?:seat|place) on THE(?:[\w-]+ ){0,2}board\b
            v sit (?:on|in) (?:a|any|THE)(?:[\w-]+ ){0,2}board(?:room)?\b
            p appoint/elect to THE(?:[\w-]+ ){0,2}board\b
            t see me (?:in|on) (?:a|any|the|that|your) board(?:room)?\b
        """,
    ),
    Matter(
        name="another club",
        whose="person",
        changes="""
            v manage (?=(?:another|any other|some other|anyone else|again|elsewhere)\\b)
            v coach (?=(?:another|any other|some other|anyone else|again|elsewhere)\\b)
            v captain (?=(?:another|any other|some other)\\b)
            t now THE(?:manager|coach|head coach|captain|conductor) (?=of THENAME)
            t new (?:manager|coach|head coach|captain|conductor) (?=of THENAME)
            p appoint/name/hire/unveil(?: as)? (?=THE(?:new )?(?:manager|coach|conductor) of)
        """,
    ),
    Matter(
        name="life",
        whose="person",
        changes="""
            v die
            v pass away
            p kill(?! (?:us|me|it)\\b)
            t found dead
            n death
        """,
        lasts="""
            t full/speedy/complete recovery
            t is alive
            t expected to survive
            v survive(?=END)
        """,
    ),
    Matter(
        name="contest",
        whose="person",
        changes=r"""
            v win
            v beat
            v lift
            v retain
        """,
        fails=r"""
            p knock out of
            p eliminate from
            v crash out of
            v go out of
            v lose
            v miss out on
        """,
        tied=True,
        most_days=400,
        comes=True,
    ),
    Matter(
        name="lawsuit",
        whose="person",
        changes=r"""
            v sue
            v take (?:\w+ ){1,4}to court
            v take legal action
            v see (?:[\w’']+ ){1,4}in court
            v go to court
            v contest THE\w+(?: of(?: [\w’']+){1,3})? in court
            v fight THE\w+ in (?:court|the courts)
        """,
        fails=rf"""
            v drop THE(?:\w+ ){{0,2}}{_CASE}
            v abandon THE(?:\w+ ){{0,2}}{_CASE}
            v withdraw THE(?:\w+ ){{0,2}}{_CASE}
            v discontinue THE(?:\w+ ){{0,2}}{_CASE}
            v settle (?:out of court|THE(?:\w+ ){{0,2}}{_CASE}|with\b)
        """,
        comes=True,
    ),
    Matter(
        name="support",
        whose="person",
        changes=r"""
            v endorse
            v sign THE(?:coalition |joint )?(?:agreement|pact) with
            v vote for
            v form a coalition with
            v join forces with
        """,
    ),
    Matter(
        name="apology",
        whose="person",
        changes=r"""
            v apologise/apologize
            v say sorry
            n apology
        """,
        most_days=200,
    ),
)
