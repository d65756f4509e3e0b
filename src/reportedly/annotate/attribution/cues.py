"""Words that report, as data: for places where position and not syntax has to tell.

The verbs here are those that stand beside quotations; how likely each verb reports in each
syntactic frame is learned (see `confidence`).
"""

#: Dictionary forms of verbs that introduce or follow a quotation.
QUOTING_VERBS = frozenset(
    """
    accuse acknowledge add address admit advise affirm agree allege announce answer argue ask
    assert assure author be begin beg blare blast blog boast brag bristle bemoan caption cast
    caution challenge chant characterise characterize chide chime claim clarify close comment
    complain concede conclude confess confide confirm continue contend counsel counter crack
    criticise criticize croon crow cry declare decry deadpan defend demand deny describe detail
    discuss dish dismiss echo elaborate email emphasise emphasize enthuse exclaim explain express
    fire fret fume gasp go grumble gush hail headline hint hit implore inform insist instruct
    interject intone introduce invoke joke jest kid label lament laugh lecture lie list maintain
    mention message mock moan mumble murmur muse mutter nod note object observe offer opine order
    pen phrase plead pledge point ponder post praise predict press proclaim promise pronounce
    protest put question quip quote rail rap rant read reason reassure recall recite reckon recount
    refer reflect reiterate relate relay remark remember remind repeat reply report respond retort
    reveal retweet rhapsodise riff say scoff scold scream scrawl share shoot shout shrug sigh sing
    slam snap sneer snipe speak speculate spell spill spit sputter stammer state stress suggest sum
    surmise swear tack talk taunt tease tell term testify text thank think thunder title tout tweet
    urge utter vent volunteer vow wail warn whisper wonder worry write yell
    """.split()
)
#: Nouns that stand for something said or written, before a quotation or a clause.
QUOTING_NOUNS = frozenset(
    """
    announcement answer article assertion blog book caption chant claim column comment complaint
    confession diary editorial email entry essay headline hashtag interview letter line lyric
    lyrics memo memoir message motto note op-ed opinion password passage phrase piece placard poem
    post question quote quip release remark reply report response retort review sentence sign slogan
    song speech statement story tagline testimony text title transcript tweet verse voicemail vow
    warning word words
    """.split()
)
#: Expressions that name a source and leave what it said to the rest of the sentence.
ACCORDING_TO = (
    r"according to",
    r"in the words of",
    r"in the view of",
    r"in the opinion of",
    r"in the eyes of",
    r"as reported by",
    r"as told by",
    r"citing",
    r"per",
    r"via",
)
"""Lower-case patterns; `per` and `via` only count before a name."""
