"""Words that say what kind of thing a noun names, in lower case and the singular.

Plain data.  A word is listed when it nearly always means that kind in a news text.
"""

#: Nouns for women, men, and people of either sex.
FEMALE_NOUNS = frozenset(
    """woman girl lady wife mother mom mum daughter sister aunt niece grandmother grandma
    granddaughter actress queen princess duchess countess widow girlfriend bride fiancée
    waitress hostess congresswoman businesswoman chairwoman spokeswoman policewoman saleswoman
    councilwoman assemblywoman stepmother stepdaughter stepsister godmother goddaughter madam nun
    alderwoman sportswoman comedienne songstress diva godmother matriarch first_lady mama
    noblewoman gentlewoman maid governess mistress granny mummy mommy
    starlet missus wifey gran""".split()
)
MALE_NOUNS = frozenset(
    """man boy gentleman husband father dad daughterless son brother uncle nephew grandfather
    grandpa grandson king prince duke count widower boyfriend groom fiancé heir waiter host
    congressman businessman chairman spokesman policeman salesman councilman assemblyman stepfather
    stepson stepbrother godfather godson sir monk priest alderman sportsman fisherman fireman guy
    bloke lad patriarch cameraman gunman nobleman lord baron earl frontman craftsman grandad
    granddad daddy hubby ex-hubby""".split()
) - {"daughterless"}
PERSON_NOUNS = (
    frozenset(
        """person individual human child kid baby toddler teenager teen adult youth infant parent
    sibling twin cousin spouse partner ex ex-wife ex-husband ex-partner ex-girlfriend ex-boyfriend
    fiance grandchild grandparent stepchild neighbor neighbour friend colleague roommate
    acquaintance lover stranger
    candidate nominee frontrunner front-runner politician senator representative lawmaker
    legislator president vice-president premier chancellor minister secretary governor mayor
    ambassador diplomat envoy delegate official officer aide adviser advisor strategist
    campaigner activist lobbyist consultant pollster operative surrogate spokesperson
    supporter proponent detractor backer skeptic sceptic petitioner respondent claimant applicant
    critic opponent rival ally foe voter elector citizen resident native immigrant
    refugee migrant foreigner
    lawyer attorney prosecutor judge justice juror defendant plaintiff suspect convict prisoner
    inmate witness victim survivor accuser complainant detective investigator sheriff deputy
    sergeant lieutenant captain colonel general admiral commander soldier marine sailor veteran
    pilot astronaut cop agent spy hacker thief murderer killer attacker assailant terrorist
    shooter bomber militant rebel insurgent
    doctor physician surgeon nurse dentist psychiatrist psychologist therapist patient scientist
    researcher professor lecturer teacher tutor student pupil graduate scholar academic expert
    specialist analyst economist historian philosopher sociologist biologist chemist physicist
    mathematician engineer architect designer programmer developer inventor statistician
    businessperson executive ceo chief cfo coo cto mp mep msp pm vp dj gp qc kc chairperson chair
    director manager boss owner co-owner founder co-founder entrepreneur investor shareholder
    financier banker broker trader
    employer employee worker staffer assistant intern clerk accountant economist developer
    magnate mogul tycoon billionaire millionaire philanthropist donor publisher heiress landlord
    tenant builder contractor farmer rancher driver mechanic plumber electrician carpenter
    fisher sailor cook chef baker butcher bartender janitor guard bodyguard
    journalist reporter correspondent columnist editor writer author novelist poet playwright
    blogger critic reviewer commentator pundit anchor presenter broadcaster moderator interviewer
    interviewee photographer biographer translator narrator
    artist painter sculptor musician singer songwriter singer-songwriter rapper composer
    conductor pianist guitarist drummer bassist violinist cellist trumpeter saxophonist soprano
    tenor baritone performer dancer actor star superstar celebrity comedian filmmaker producer
    screenwriter model musician vocalist choreographer impresario illustrator
    athlete player coach trainer footballer golfer boxer cyclist runner swimmer skater referee
    goalkeeper quarterback pitcher striker midfielder defender batsman bowler champion winner
    loser teammate fan mate nanny captain rookie newcomer
    bishop pastor reverend rabbi imam pope cardinal archbishop preacher saint clergyman
    guest visitor tourist passenger customer client buyer seller user reader viewer listener
    member leader head hero heroine insider source whistleblower pioneer predecessor successor
    incumbent informant confidant confidante namesake newlywed centenarian octogenarian
    septuagenarian nonagenarian sexagenarian pensioner retiree democrat republican conservative
    liberal socialist communist feminist nationalist populist independent tory
    american briton englishman englishwoman frenchman irishman german italian spaniard russian
    mexican canadian australian texan californian londoner
    scion protégé protege maverick politico servant slave chap fellow bachelor mum-of-two
    mother-of-two father-of-two mother-of-three father-of-three mum-of-three vicar headmaster
    principal dean provost chancellor curator librarian archivist
    rep publicist bookkeeper organist trustee treasurer caretaker warden harbourmaster skipper
    beekeeper auctioneer notary solicitor barrister councillor councilor commissioner
    ombudsman watchdog landlady landlord postmaster conductor keeper
    associate classmate relative eyewitness bystander onlooker passer-by attendee tipster caller
    intimate informer partygoer churchgoer shopkeeper grocer florist jeweller hairdresser barber
    stylist housekeeper butler chauffeur babysitter gardener cleaner receptionist bouncer steward
    stewardess firefighter paramedic medic coroner bailiff lifeguard trooper magistrate mediator
    negotiator auditor inspector burglar robber kidnapper hijacker smuggler addict heckler protester
    demonstrator organiser organizer volunteer canvasser spectator shopper commuter motorist
    pedestrian hiker climber diver surfer follower admirer parishioner deacon instructor
    documentarian archaeologist geologist astronomer botanist zoologist ecologist climatologist
    meteorologist epidemiologist virologist pathologist cardiologist neurologist neurosurgeon
    oncologist midwife
    pharmacist vet veterinarian optician linguist anthropologist criminologist theologian
    ghostwriter cartoonist copywriter showrunner
    prof boffin pal chum crooner hitmaker bigwig exec rocker supermodel popstar hunk heartthrob
    newsreader newscaster influencer vlogger youtuber podcaster socialite restaurateur hotelier
    winger cricketer wrestler sprinter gymnast jockey tradie bricklayer dramatist starlet""".split()
    )
    | FEMALE_NOUNS
    | MALE_NOUNS
)

ORGANISATION_NOUNS = frozenset(
    """organization organisation company firm corporation business conglomerate startup bank
    agency bureau department ministry office commission committee council board panel tribunal
    court senate congress parliament legislature house administration government cabinet
    campaign party union association federation foundation charity trust institute institution
    university college school academy hospital clinic church newspaper paper magazine weekly
    daily tabloid journal outlet network broadcaster station channel publisher publication
    website site blog studio label airline airliner manufacturer retailer supermarket chain
    carmaker brewery club team squad band orchestra choir army navy force police military
    militia group league society coalition alliance consortium cooperative authority
    regulator watchdog think-tank nonprofit ngo lobby task-force delegation syndicate
    subsidiary fund brokerage insurer startup museum theatre theater gallery""".split()
)
#: Common nouns for bodies that only places have: "the Marl legislature".
ASSEMBLIES = frozenset(["legislature", "parliament", "delegation"])
#: Common nouns that with a name before them name a body: "the Doe administration".
ORGANISATION_TAILS = ASSEMBLIES | frozenset(
    ["administration", "campaign", "government", "police", "foundation", "department"]
)
#: Capitalised words that end the names of bodies even when a person's name comes before.
BODY_WORDS = ORGANISATION_TAILS | frozenset(
    """university college school institute committee commission council court agency bureau
    association federation society union party times post herald tribune gazette journal courier
    news radio magazine group inc corp ltd llc plc company bank fund trust center centre hall
    hospital museum theatre theater ministry office house authority service estates properties
    holdings partners pictures press records studios stores regatta ball festival
    championship""".split()
)
#: Bodies of one word that parsers take for persons or places.
WELL_KNOWN = frozenset(
    """twitter facebook google youtube instagram whatsapp tiktok snapchat linkedin reddit amazon
    netflix wikipedia wikileaks reuters bloomberg politico breitbart politifact buzzfeed vox slate
    quinnipiac gallup pentagon kremlin interpol congress parliament senate nato uber airbnb tesla
    boeing airbus toyota microsoft intel nokia sony disney spotify isis hamas hezbollah""".split()
)
#: The outlets among them: "the paper" can only be one of these.
OUTLET_NOUNS = frozenset(
    """newspaper paper magazine weekly daily tabloid journal outlet network broadcaster station
    channel publication website site blog programme program show podcast""".split()
)
#: What each partner of a firm is: "the solicitors Doe and Poe".
FIRMS = frozenset(
    """accountant agent architect auctioneer bookmaker brewer broker builder jeweller publisher
    solicitor stockbroker surveyor undertaker valuer vintner""".split()
)
#: How sports clubs' names end, and no others.
CLUB_ENDS = frozenset(
    "afc albion athletic athletico fc hotspur rangers rovers united wanderers".split()
)
#: Last words of newspapers' names, by which they are called: "the Times".
OUTLET_ENDS = frozenset(
    """times post journal courier herald tribune gazette mail sun mirror star guardian telegraph
    observer chronicle examiner globe standard independent sentinel dispatch inquirer packet
    ledger bulletin echo argus mercury register""".split()
)
PLACE_NOUNS = frozenset(
    """country nation state city town village county province region district island continent
    republic kingdom capital neighborhood neighbourhood suburb borough municipality territory
    river lake ocean sea mountain valley desert forest beach coast street road avenue square
    airport port harbour harbor park""".split()
)
WORK_NOUNS = frozenset(
    """book novel album song single film movie documentary series show programme program
    podcast memoir autobiography biography play opera musical article report essay column
    editorial op-ed interview poem painting sculpture letter email memo study survey poll""".split()
)
#: Plural-like nouns for people taken together.
GROUP_NOUNS = frozenset(
    """couple pair duo trio family crowd audience public people folk folks press media staff crew
    team band group jury police community population electorate generation majority minority
    gang mob faction troop""".split()
)

#: Words before a name that are no part of it, without a full stop: (pronoun evidence or '').
TITLES: dict[str, str] = {
    **dict.fromkeys(["mrs", "ms", "miss", "madam", "madame", "lady", "dame", "mme"], "f"),
    **dict.fromkeys(["queen", "princess", "duchess", "sister", "aunt", "congresswoman"], "f"),
    **dict.fromkeys(["mr", "mister", "sir", "lord", "king", "prince", "duke", "father"], "m"),
    **dict.fromkeys(["congressman", "uncle", "brother", "monsieur", "herr", "pope"], "m"),
    # "Sis Petra", "Hubby Gideon": what tabloids put before a given name.
    **dict.fromkeys(["sis", "mum", "mam", "mom", "auntie", "aunty", "granny", "grandma"], "f"),
    **dict.fromkeys(["bro", "dad", "hubby", "grandad", "granddad", "grandpa"], "m"),
    **dict.fromkeys(
        """dr prof professor doctor rev reverend sen senator rep representative gov governor
        president vice-president chancellor premier minister secretary ambassador mayor judge
        justice sheriff deputy gen general col colonel lt lieutenant capt captain sgt sergeant
        maj major admiral adm commander cmdr officer detective bishop archbishop cardinal rabbi
        imam pastor speaker councilman councillor alderman attorney chairman chairwoman
        ex-president coach chef hon inspector superintendent constable baroness baron count
        countess saint st coun cllr ds dc di dci dsi pc wpc insp supt det canon""".split(),
        "",
    ),
}
#: Titles written out, so that "the senator" finds "Sen. Doe".
TITLE_NOUNS = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "capt": "captain",
    "sgt": "sergeant",
    "maj": "major",
    "adm": "admiral",
    "cmdr": "commander",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
}
#: Nouns for those who bear another title.
TITLE_SYNONYMS = {
    "congressman": "representative",
    "congresswoman": "representative",
    "congressperson": "representative",
}
#: Capitalised words that a name never ends with or consists of, though the parser thinks so.
NOT_NAMES = frozenset(
    """i we you he she it they the a an this that these those and or but mr mrs ms dr sen rep gov
    president secretary senator monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december today
    yesterday tomorrow yes no oh ok okay god tweet retweet photo image video advertisement
    breaking exclusive update read click share related more copyright reuters/ ap/ getty
    its hes shes theyre dont cant wont im ive weve youre thats whats didnt doesnt isnt wasnt
    easter christmas thanksgiving halloween ramadan hanukkah passover lent advent whitsun
    ceo cfo coo cto mp mps mep meps msp msps qc kc vp
    bst gmt est edt cst cdt mst mdt pst pdt cet cest utc
    department committee commission court office board party campaign council agency university
    company bank foundation super state great
    christian
    mother father mom dad grandma grandpa sir madam lol wow""".split()
)
