"""Words that tell kinds of sources, channels and addressees apart, as data."""

import re
from collections.abc import Sequence

from reportedly.annotate.parse.model import Token
from reportedly.calendar import names


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Nouns for something that is read, seen or heard and cannot be asked.
DOCUMENTS = _words(
    """
    abstract account advertisement affidavit agenda agreement analysis application archive article
    assessment audit autopsy bill book briefing brochure caption certificate charge chart
    clip column
    complaint contract convention correspondence data database declaration deposition diary
    disclosure document dossier draft editorial email entry essay estimate evidence excerpt
    figure file filing finding footage form graphic image indictment invitation investigation
    invoice law lawsuit leaflet letter log manifest manual map memo memoir memorandum
    message minute motion note notice obituary order pamphlet paper paperwork passage petition
    photo photograph picture placard plan platform poll post poster print profile prospectus
    publication receipt record recording registry regulation release report request research return
    result review rule guideline ruling schedule screenshot script sign statistic statement statute
    story study subpoena
    suit summary survey tape testament testimony text transcript treaty tweet verdict video warrant
    will writing
    """
)
#: Last words of the names of laws and treaties.
LAWS = _words("accord accords act agreement charter constitution convention pact protocol treaty")
#: Nouns for works of art that speak.
WORKS = _words(
    "album ballad chorus film lyric lyrics movie musical novel opera play poem song verse"
)
#: Nouns for persons whom an article does not want to name.
UNNAMED = _words(
    """
    acquaintance adviser advisor agent aide assistant associate attendee bystander caller classmate
    colleague confidant confidante contact employee eyewitness friend guest insider informant
    intimate neighbor neighbour observer official onlooker operative pal relative rep
    representative source spokesman spokesperson spokeswoman staffer stranger whistleblower witness
    """
)
#: Who speaks for somebody else: "a lawyer for Quill".
REPRESENTATIVES = _words(
    """
    adviser advisor agent aide attorney barrister counsel lawyer manager publicist rep
    representative solicitor spokesman spokesperson spokeswoman
    """
)
UNNAMED_WORDS = _words("somebody someone one another")
#: Nouns for bodies that speak with one voice.
BODIES = _words(
    """
    administration agency alliance assembly association authority bank board body bureau business
    cabinet camp campaign charity chamber church city club coalition college commission committee
    company conference congress congregation corporation council country county court delegation
    department embassy establishment firm foundation fund government group hospital house industry
    institute institution label jury legislature management ministry movement nation office
    opposition organisation organization panel parish parliament party police prosecution publisher
    school senate service society staff state studio team think-tank trust tribunal union
    university white-house
    """
)
#: Nouns that stand for an outlet: "told the weekly".
OUTLET_NOUNS = _words(
    """
    blog broadcaster channel daily glossy journal mag magazine monthly network news newspaper
    newswire outlet paper podcast programme program publication show station tabloid website
    weekly wire
    """
)
#: Nouns for plans as often as for broadcasts, and what makes them broadcasts.
PLANS = _words("program programme")
AIR_WORDS = _words("radio tv television telly news morning breakfast talk chat current affairs")
#: What an article calls its own outlet, or those who ask for it, after "this" or "our".
OUR_OWN = OUTLET_NOUNS | {"reporter", "correspondent", "interviewer"}
#: Its people, after "our" alone: "this man" may be anybody, "our man" in a report is the outlet's.
OUR_PEOPLE = _words("man woman photographer writer")
#: "The MP": what somebody is, in letters.
POSTS_IN_LETTERS = _words("mp mep msp pm vp dj gp qc kc ceo cfo coo cto")
#: Pronouns and determiners for several people.
MANY = _words("they them we us some many others most few several everyone everybody all both you")
SINGULAR = _words("i he she him her me his my myself himself herself")

#: Names of outlets: words that hardly anything else has in its name, and agencies by their letters.
OUTLET_NAME = re.compile(
    r"\b(?:Times|Post|Journal|News|Tribune|Herald|Courier|Gazette|Chronicle|Observer|Guardian|"
    r"Telegraph|Globe|Mirror|Examiner|Inquirer|Sentinel|Dispatch|Bulletin|Weekly|Daily|Magazine|"
    r"Press|Newspaper|TV|Television|Radio|FM|Broadcasting|Broadcaster|Network|Podcast|Today|Show|"
    r"Evening Standard|Sun|Independent|Register|Record|Ledger|Argus|Echo|Advertiser|Messenger|"
    r"CNN|BBC|NBC|MSNBC|CNBC|CBS|ABC|NPR|PBS|AFP|CBC|ITV|MTV|HBO|TMZ|GQ|WSJ|AP|UPI|Reuters|"
    r"Bloomberg|Politico|POLITICO|BuzzFeed|HuffPost|HuffPo|Breitbart|Vox|Slate|Salon|Axios|Vogue|"
    r"Newsweek|Esquire|Vanity Fair|Rolling Stone|Der Spiegel|Le Monde|Gawker|Mashable|PolitiFact|"
    r"Fox|Atlantic|New Yorker|Economist|Hill|Intercept|WikiLeaks|Politifact)\b",
)

#: Channel patterns, looked for in the words around a content, in this order.
CHANNELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (channel, re.compile(pattern, re.IGNORECASE))
    for channel, pattern in (
        (
            "press_release",
            r"\b(?:in|through|via) (?:[\w,]+ ){0,4}(?:statements?|communiqu[eé])\b|"
            r"\b(?:press|news) release\b|\bstatement (?:issued|released)\b",
        ),
        (
            "post",
            r"\b(?:re)?tweet(?:s|ed|ing)?\b|\b(?:on|to|via) (?:\w+ )?(?:twitter|facebook|instagram|"
            r"snapchat|tumblr|reddit|tiktok|youtube|linkedin|social media|x)\b|"
            r"\b(?:facebook|instagram|blog|social media|twitter) (?:\w+ )?(?:post|message|"
            r"page|story|account|caption|user)\b|\bin (?:an?|the|her|his|their) (?:\w+ )?"
            r"(?:blog ?post|post|tweet|caption)\b|\bposted\b|\bhashtag\b|"
            r"\b(?:the|its|his|her|their) caption (?:was|is|reads?|ran|said|says|went)\b|"
            r"\b(?:shar|upload)(?:es?|s|ed|ing) (?:an?|the|this|these|some|several|her|his|their)"
            r" (?:[\w'’-]+ ){0,4}?(?:photos?|photographs?|pictures?|pics?|snaps?|selfies?|images?"
            r"|clips?|videos?|reels?)\b|"
            r"\b(?:wrote|writes) (?:under|beneath|below|underneath) (?:it|them|(?:a|the|his|her"
            r"|their) (?:\w+ )?(?:photo(?:graph)?|picture|selfie|snap|image|video))\b",
        ),
        (
            "song",
            r"\b(?:sings?|sang|sung|singing|raps?|rapped)\b|\b(?:in|on) (?:\w+ ){0,3}"
            r"(?:song|single|track|lyrics?|album|ballad|verse|chorus)\b",
        ),
        ("speech", r"\btestif(?:y|ied|ies|ying)\b"),
        (
            "interview",
            r"\binterview\b|\binterviews? with\b|\b(?:in|during|through|to|for|gave|"
            r"gives|give|giving|after) (?:[\w'’-]+ ){0,4}?interviews\b|"
            r"\btold an interviewer\b|\bsat down with\b|\bsit-down with\b",
        ),
        (
            "broadcast",
            r"\bon (?:\w+(?: ?[’']s)? ){0,3}(?:cnn|msnbc|cnbc|fox news|fox|nbc|cbs|abc|bbc|npr|pbs|"
            r"c-span|radio|television|tv|the air|air|live|podcast)\b|\b(?:radio|talk|television|tv|"
            r"morning|breakfast|drive ?-? ?time|evening|late-night|chat|news) (?:show|program|"
            r"programme|broadcast)\b|\bpodcast\b|"
            r"\b(?:told|tells|on) (?:radio|telly|television|tv) ?[’']s\b|"
            r"\bbroadcast(?!ers?\b|ing\b| (?:set|studio|network|license|licence|van))\b|"
            r"\b(?:radio|television|tv) (?:ad|advert|spot|commercial)s?\b|"
            r"(?-i:\b(?:Morning Joe|Meet the Press|Face the Nation|This Week|"
            r"State of the Union(?! address)|Fox & Friends|Good Morning)\b)|"
            r"\btold (?:\w+ )?(?:listeners|viewers)\b|"
            # "told Channel Nine ’s The Long Table"
            r"(?-i:\b(?:told|tells|on) (?=[^.,;|]{0,40}\b(?:Radio|TV|Television|FM|Channel)\b)"
            r"(?:[A-Z\d][\w&.]* ?){1,4}[’']s [“\"]?[A-Z])|"
            r"\b(?:programme|program|show|podcast) ?[’']s (?:host|presenter|anchor)\b|"
            r"(?-i:\b(?:told|tells) (?:the )?(?:\w+ )?(?:host|presenter|newsreader) [A-Z])|"
            r"\bon (?:his|her|the|their) (?:\w+ )?(?:show|program|"
            r"programme)\b",
        ),
        (
            "speech",
            r"\b(?:at|in|during|after|from|before|to|of) (?:[\w'’.-]+ ){0,5}?(?:speech|rally|"
            # "a town hall" is a meeting, "the town hall" mostly a house
            r"rallies|debate|(?<!the )town hall|(?:news|press) conference|sermon|eulogy|toast|"
            r"remarks(?! (?:translated|published)\b)|"
            r"hearing|briefing|keynote|lecture|fundraiser|convention|breakfast|event|luncheon|"
            r"(?:press|conference) call|gaggle|ceremony|address|appearance)\b|"
            r"\bState of the Union address\b|"
            r"\baddress(?:es|ed|ing)? (?:the|a|an|to|supporters|reporters)\b|"
            r"\btold (?:the |a |an )?(?:[\w'’-]+ ){0,2}(?:crowd|audience|rally|"
            r"gathering|supporters|delegates|lawmakers|congregation|mourners|benches|chamber|assembly|council|parade|"
            r"parliament|court|jury|meeting|hearing|conference|inquiry)\b|"
            r"(?:\btold|, to) (?:a|an|the) (?:[\w-]+ ){0,2}(?:lunch|luncheon|dinner|banquet|"
            r"reception)\b|"
            r"\btestimony\b|\b(?:speech|remarks)\b(?! (?:translated|published)\b)",
        ),
        (
            "message",
            r"\be-?mail(?:ed|ing)\b|"
            r"\b(?:in|by|via|through|over|from|a|an|her|his|their|the|one|sent|sends|send|sending|"
            r"wrote|write|writes|writing) (?:[\w'’-]+ ){0,4}?"
            r"(?:e-?mails?|letters?|postcards?)\b(?! (?:account|chains?|controvers\w+|inquir\w+"
            r"|investigations?|issues?|matter|probe|practices|saga|scandal|servers?|system|use))|"
            r"\b(?:answer|repl|respond|wr)\w+ (?:\w+ ){0,2}by (?:mail|post|text|letter)\b|"
            r"\bin an? (?:\w+ )?text\b|"
            r"\b(?:text(?:ed|s| messages?|ing)|memo to|voicemail|"
            r"whatsapp|telegram|direct message|in an? (?:\w+ )?(?:message|note) to)\b",
        ),
        (
            "document",
            r"\b(?:in|according to|from) (?:an?|the|its|his|her|their|one|another|court|that|"
            r"this) (?:[\w-]+ ){0,3}(?:reports?|catalogue|catalog|foreword|preface|afterword|"
            r"brochure|pamphlet|leaflet|memo|memoir|book|essay|op-ed|column|"
            r"editorial|article|filings?|lawsuit|complaint|documents?|papers?|study|ruling|opinion|affidavit|diary|"
            r"manifesto|petition|poll|survey|brief|blog|piece|review|story|analysis)\b",
        ),
        (
            "conversation",
            r"\b(?:conversation|phone call|by (?:tele)?phone|privately|in private|"
            r"over (?:dinner|lunch|coffee|drinks)|overheard|"
            r"told (?:(?:his|her|their|a|my) )?(?:\w+ )?(?:friends|pals|guests|neighbou?rs)|"
            r"told (?:his|her|their|a|my) (?:\w+ )?(?:friend|mother|father|sister|"
            r"brother|son|daughter|wife|husband|colleagues?|aides?|pal|neighbou?r)|"
            r"(?:we|I) (?:rang|phoned|telephoned)|heard to say)\b",
        ),
    )
)

#: Verbs that say by themselves how something was uttered.
BY_VERB = {
    "caption": "post",
    "chant": None,
    "croon": "song",
    "email": "message",
    "phone": "conversation",
    "post": "post",
    "rap": "song",
    "retweet": "post",
    "sing": "song",
    "testify": "speech",
    "text": "message",
    "tweet": "post",
    "whisper": "conversation",
}
#: Cues of what somebody thinks, wants or does, which is not said on an occasion.
UNUTTERED = _words(
    """
    aim allow anticipate assume aware believe care choose chronicle confident consider convinced
    decide deem depict determine doubt dream enjoy envision expect favor favour fear feel
    forget hate hear hope ignore imagine intend know learn like love monitor mull need notice oppose
    picket plan prefer prepare read realise realize recognise recognize regret remember resent see
    seek seize study support suspect think trust try understand view want watch weigh worried
    worry
    """
)
#: What follows "people" when they are a source that the article does not name.
UNNAMED_PEOPLE = _words("close familiar know knowledge privy briefed aware acquainted near")
#: Verbs whose object is whom one speaks to.
ADDRESSING = _words(
    """
    address advise ask assure beg beseech brief caution challenge command convince counsel email
    encourage exhort implore inform instruct lecture message notify order persuade promise question
    reassure remind tell text thank urge warn press
    """
)
#: Verbs whose "to" names whom one speaks to.
SAID_TO = _words(
    """
    admit announce appeal complain confess confide dedicate disclose explain hint insist joke lie
    mention offer quip recommend remark repeat report respond reply reveal say send speak suggest
    sing talk vow whisper write
    """
)
#: Verbs whose "before" names who is to decide.
SAID_BEFORE = _words("appear argue challenge contest plead say speak testify")
#: Objects of "tell" and "ask" that are not persons.
TOLD_THINGS = _words(
    "answer anecdote call charge claim criticism detail joke lie name permission query question "
    "report request story tale thing truth way"
)
#: Words after which a relay is named: "emails published by X".
MADE_PUBLIC = _words(
    "air broadcast disclose hack leak obtain post publish quote release report reveal review see "
    "share unearth cite circulate"
)
DENYING = _words(
    "deny refuse reject dispute refute decline dismiss rebut disavow disclaim repudiate"
)
ASKING = _words("ask inquire enquire query wonder question")
HEDGING = re.compile(
    r"\b(?:(?-i:may)|might|could|perhaps|possibly|probably|maybe|allegedly|apparently|seems?|seemed|"
    r"appears?|appeared|suspects?|suspected|suggests?|suggested|likely|unlikely|reportedly|"
    r"supposedly|rumou?red|i think|i guess|not sure|unclear)\b",
    re.IGNORECASE,
)

#: Words of the calendar: with one of them capitals make no title.
WEEKDAYS = frozenset(day.lower() for day in names.WEEKDAYS)
_CALENDAR = (
    WEEKDAYS | {month.lower() for month in names.MONTHS} | _words("easter christmas thanksgiving")
)
#: What a day ends with: "Sunday Morning" may be one, "Sunday Supper" is none.
_DAYS = _CALENDAR | _words("afternoon day eve evening morning night week weekend")
#: Times of a day, which have a capital as titles only.
_OF_THE_DAY = _words(
    """
    breakfast brunch dawn daybreak dusk lunchtime midday midnight midmorning nightfall noon sundown
    sunrise sunset sunup teatime today tonight twilight
    """
)


def is_title(tokens: Sequence[Token]) -> bool:
    """ "Late Light", "Sunday Supper", "Daybreak": capitals that are read as a time and name no
    day."""
    timed = {token.entity for token in tokens} <= {"TIME", "DATE"}
    capital = all(token.text[:1].isupper() for token in tokens)
    dated = {t.lower for t in tokens} & _CALENDAR
    alone = len(tokens) == 1 and tokens[0].lower in _OF_THE_DAY
    whole = (alone or len(tokens) > 1) and capital
    whole = whole and not (dated and tokens[-1].lower in _DAYS)
    return whole and (timed or is_named_after_day(tokens))


def is_named_after_day(tokens: Sequence[Token]) -> bool:
    """ "Sunday Front" in "on Sunday Front": what begins with a day, ends in capitals that are no
    day, and is what the preposition is about ("On Sunday Hull won" is not)."""
    if len(tokens) != _TWO or tokens[0].lower not in WEEKDAYS or tokens[1].lower in _DAYS:
        return False
    kinds = {token.entity for token in tokens}
    return kinds <= _NAMELESS and tokens[1].text[:1].isupper() and tokens[1].dep == "pobj"


_TWO = 2
_NAMELESS = frozenset(("", "DATE", "TIME", "ORG", "WORK_OF_ART"))
