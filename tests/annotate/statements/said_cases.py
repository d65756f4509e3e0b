"""Invented tellings, and the days on which their words can have been said.

Each case: when the article was published (None: undated), its text, the first words of what was
said, and the first and last day that the text allows.
"""

from typing import NamedTuple


class Case(NamedTuple):
    """One telling."""

    published: str | None
    text: str
    words: str
    earliest: str | None
    latest: str | None


#: A Thursday.
_DAY = "2018-06-21"


def _on(text: str, words: str, earliest: str | None, latest: str | None = _DAY) -> Case:
    return Case(_DAY, text, words, earliest, latest)


def _undated(text: str, words: str, earliest: str | None, latest: str | None) -> Case:
    return Case(None, text, words, earliest, latest)


CASES = (
    # a weekday beside the cue
    _on("“The ferry will sail,” Ada Quill said on Wednesday.", "The ferry", *2 * ["2018-06-20"]),
    _on("Ada Quill said on Tuesday that the ferry was safe.", "the ferry", *2 * ["2018-06-19"]),
    _on("The ferry is safe, Ada Quill said Monday.", "The ferry", *2 * ["2018-06-18"]),
    _on("On Monday, Ada Quill said the ferry was safe.", "the ferry", *2 * ["2018-06-18"]),
    _on("“It leaks,” Ada Quill said in a statement on Friday.", "It leaks", *2 * ["2018-06-15"]),
    _on("“It leaks,” Ada Quill, 46, said on Tuesday.", "It leaks", *2 * ["2018-06-19"]),
    _on("“It leaks,” Ada Quill tweeted on Sunday.", "It leaks", *2 * ["2018-06-17"]),
    _on("Ada Quill denied on Friday that the ferry leaked.", "the ferry", *2 * ["2018-06-15"]),
    _on("Ada Quill said late on Tuesday that the ferry leaked.", "the ferry", *2 * ["2018-06-19"]),
    _on(
        "Ada Quill told reporters at 10 a.m. on Wednesday that the ferry leaked.",
        "the ferry",
        *2 * ["2018-06-20"],
    ),
    _on(
        "Asked on Monday about the ferry, Ada Quill said that it leaked.",
        "it leaked",
        *2 * ["2018-06-18"],
    ),
    _on(
        "“It leaks,” said Ada Quill, speaking in Orland on Tuesday night.",
        "It leaks",
        *2 * ["2018-06-19"],
    ),
    _on(
        "Ada Quill said in an emailed statement Wednesday evening that the ferry leaked.",
        "the ferry",
        *2 * ["2018-06-20"],
    ),
    _on(
        "Ada Quill said on Monday the ferry leaked, but Ivo Venn said on Tuesday it was sound.",
        "the ferry leaked",
        *2 * ["2018-06-18"],
    ),
    _on(
        "Ada Quill said on Monday the ferry leaked, but Ivo Venn said on Tuesday it was sound.",
        "it was sound",
        *2 * ["2018-06-19"],
    ),
    # other days named
    _on("Ada Quill said yesterday that the ferry leaked.", "the ferry", *2 * ["2018-06-20"]),
    _on("Ada Quill said on 3 May 2016 that the ferry leaked.", "the ferry", *2 * ["2016-05-03"]),
    _on("Ada Quill said on June 4 that the ferry leaked.", "the ferry", *2 * ["2018-06-04"]),
    _on("Ada Quill said on Dec. 4 that the ferry leaked.", "the ferry", *2 * ["2017-12-04"]),
    _on(
        "In a letter dated 4 May 2018, Ada Quill wrote that the ferry leaked.",
        "the ferry",
        *2 * ["2018-05-04"],
    ),
    _on(
        "At a hearing on 12 May 2017, Ada Quill testified that the ferry leaked.",
        "the ferry",
        *2 * ["2017-05-12"],
    ),
    # weeks, months, years
    _on(
        "Ada Quill said last week that the ferry leaked.",
        "the ferry",
        "2018-06-11",
        "2018-06-17",
    ),
    _on("Ada Quill said this week that the ferry leaked.", "the ferry", "2018-06-18"),
    _on("Ada Quill said earlier this month that the ferry leaked.", "the ferry", "2018-06-01"),
    _on("Earlier in June, Ada Quill said that the ferry leaked.", "the ferry", "2018-06-01"),
    _on("Ada Quill said earlier this year that the ferry leaked.", "the ferry", "2018-01-01"),
    _on(
        "Ada Quill told the Courier last year that the ferry leaked.",
        "the ferry",
        "2017-01-01",
        "2017-12-31",
    ),
    _on(
        "In a March 2015 broadcast, Ada Quill said that the ferry leaked.",
        "the ferry",
        "2015-03-01",
        "2015-03-31",
    ),
    _on(
        "“It leaks,” Ada Quill said in an interview with Radio Gannet in April.",
        "It leaks",
        "2018-04-01",
        "2018-04-30",
    ),
    _on(
        "In 2014 Ada Quill told the council that the ferry leaked.",
        "the ferry",
        "2014-01-01",
        "2014-12-31",
    ),
    _on(
        "Ada Quill said three weeks ago that the ferry leaked.",
        "the ferry",
        "2018-05-28",
        "2018-06-03",
    ),
    _on(
        "Ada Quill said in the early 1990s that the ferry leaked.",
        "the ferry",
        "1990-01-01",
        "1999-12-31",
    ),
    _on(
        "It was in 2009 that Ada Quill first said the ferry leaked.",
        "the ferry",
        "2009-01-01",
        "2009-12-31",
    ),
    _on(
        "“It leaks,” Ada Quill said in June 2017, a year before it sank.",
        "It leaks",
        "2017-06-01",
        "2017-06-30",
    ),
    _on(
        "When the ferry sank in 2014, Ada Quill said that it was old.",
        "it was old",
        "2014-01-01",
        "2014-12-31",
    ),
    # books, letters, studies bear their own day
    _on(
        "In a 2012 memoir, Ada Quill wrote that the ferry leaked.",
        "the ferry",
        "2012-01-01",
        "2012-12-31",
    ),
    _on(
        "Ada Quill wrote in her 2012 memoir that the ferry leaked.",
        "the ferry",
        "2012-01-01",
        "2012-12-31",
    ),
    _on(
        "The ferry leaks, according to a 2016 report.",
        "The ferry leaks",
        "2016-01-01",
        "2016-12-31",
    ),
    _on(
        "A 2016 report found that the ferry leaks.",
        "the ferry leaks",
        "2016-01-01",
        "2016-12-31",
    ),
    _on(
        "According to a report published on Monday, the ferry leaks.",
        "the ferry leaks",
        *2 * ["2018-06-18"],
    ),
    # days that are told of something else
    _on("Ada Quill said that the ferry would sail on Saturday.", "the ferry", None),
    _on("Ada Quill said the ferry sank on Tuesday.", "the ferry", None),
    _on("Ada Quill, who was elected in 2016, said that the ferry leaked.", "the ferry", None),
    _on("The mayor, elected in 2016, said that the ferry leaked.", "the ferry", None),
    _on("Ada Quill, who joined the council in May, said that it leaked.", "it leaked", None),
    _on(
        "Ada Quill, the mayor, elected in 2016, said that the ferry leaked.",
        "the ferry",
        None,
    ),
    _on(
        "Ada Quill, who has led the council since 2011, said that the ferry leaked.",
        "the ferry",
        None,
    ),
    _on(
        "“We close in August,” Ada Quill said on Monday.",
        "We close",
        *2 * ["2018-06-18"],
    ),
    _on(
        "Ada Quill told a hearing on Tuesday that the ferry had sunk in March.",
        "the ferry",
        *2 * ["2018-06-19"],
    ),
    _on(
        "Ada Quill said on Tuesday, after the ferry had sunk on 3 May, that it was old.",
        "it was old",
        *2 * ["2018-06-19"],
    ),
    _on("Ada Quill said at the time that the ferry leaked.", "the ferry", None),
    _on("Ada Quill has said for years that the ferry leaks.", "the ferry", None),
    _on("Ada Quill has repeatedly said that the ferry leaks.", "the ferry", None),
    _on("Ada Quill will tell the council on Monday that the ferry leaks.", "the ferry", None),
    _on("They met in 1996 at a fair, and Ada Quill said that it leaked.", "it leaked", None),
    _on(
        "A nurse who came to Orland in 2013, Ada Quill said that the ferry leaked.",
        "the ferry",
        None,
    ),
    _on(
        "Ada Quill spoke in Orland on Tuesday and said that the ferry leaked.",
        "the ferry",
        *2 * ["2018-06-19"],
    ),
    _on(
        "In an interview that was aired on Sunday, Ada Quill said that the ferry leaked.",
        "the ferry",
        *2 * ["2018-06-17"],
    ),
    _on(
        "Ada Quill, who said on Monday that the ferry leaked, wept.",
        "the ferry",
        *2 * ["2018-06-18"],
    ),
    # a term instead of a day
    _on("Ada Quill has said since 2015 that the ferry leaks.", "the ferry", "2015-01-01"),
    _on(
        "Since the ferry sank in March, Ada Quill has said that it leaked.",
        "it leaked",
        "2018-03-01",
    ),
    _on(
        "Until Monday, Ada Quill had said that the ferry was sound.",
        "the ferry",
        None,
        "2018-06-18",
    ),
    # told from another day
    _on(
        "The ferry sank on 3 May 2018. Two days later, Ada Quill said that it was old.",
        "it was old",
        *2 * ["2018-05-05"],
    ),
    _on(
        "The ferry sank on 3 May 2018. The next day, Ada Quill said that it was old.",
        "it was old",
        *2 * ["2018-05-04"],
    ),
    _on(
        "The ferry sank on 3 May 2018. Ada Quill had said a day earlier that it was old.",
        "it was old",
        *2 * ["2018-05-02"],
    ),
    _on(
        "The ferry sank on 3 May 2018. That day, Ada Quill said that it was old.",
        "it was old",
        *2 * ["2018-05-03"],
    ),
    # the words go on
    _on(
        "“It leaks,” Ada Quill said on Wednesday. “Nobody mends it,” she added.",
        "Nobody mends",
        *2 * ["2018-06-20"],
    ),
    _on(
        "“It leaks,” Ada Quill said on Wednesday. “Nobody mends it.”",
        "Nobody mends",
        *2 * ["2018-06-20"],
    ),
    _on(
        "Ada Quill told the council on Tuesday that the ferry leaked. She said nobody mended it.",
        "nobody mended",
        *2 * ["2018-06-19"],
    ),
    _on(
        "In a March 2015 broadcast, Ada Quill spoke of the ferry. “It leaks,” she said.",
        "It leaks",
        "2015-03-01",
        "2015-03-31",
    ),
    _on(
        "“It leaks,” Ada Quill said on Wednesday. Ivo Venn said that nobody mended it.",
        "nobody mended",
        None,
    ),
    _on(
        "“It leaks,” Ada Quill said in 2012. “It never leaked,” she said on Monday.",
        "It never",
        *2 * ["2018-06-18"],
    ),
    # told by somebody who was told
    _on(
        "Ivo Venn said on Tuesday that Ada Quill had told him in March that the ferry leaked.",
        "the ferry leaked",
        "2018-03-01",
        "2018-03-31",
    ),
    _on(
        "Ivo Venn said on Tuesday that Ada Quill had told him in March that the ferry leaked.",
        "Ada Quill had told",
        *2 * ["2018-06-19"],
    ),
    # a retelling gives its own day, right or wrong
    Case(
        "2019-04-05",
        "In an April 2015 broadcast on Radio Gannet, Ada Quill said that the ferry leaked.",
        "the ferry",
        "2015-04-01",
        "2015-04-30",
    ),
    Case(
        "2019-04-05",
        "“It leaks,” Ada Quill told Radio Gannet on 11 May 2016, and again last month.",
        "It leaks",
        *2 * ["2016-05-11"],
    ),
    # undated articles
    _undated("“It leaks,” Ada Quill said on Wednesday.", "It leaks", None, None),
    _undated("“It leaks,” Ada Quill said last year.", "It leaks", None, None),
    _undated("“It leaks,” Ada Quill said on 3 May 2016.", "It leaks", *2 * ["2016-05-03"]),
    _undated(
        "In a March 2015 broadcast, Ada Quill said that the ferry leaked.",
        "the ferry",
        "2015-03-01",
        "2015-03-31",
    ),
    _undated("Ada Quill said that the ferry leaked.", "the ferry", None, None),
    # written after the rules
    _on(
        "The harbour was closed on Monday after a fire. “We heard a bang,” said Tom Roe, "
        "who lives nearby.",
        "We heard",
        None,
    ),
    _on(
        "Tom Roe, the mayor, told the Packet on Sunday he would not resign.\n\n“I stay,” he said.",
        "I stay",
        *2 * ["2018-06-17"],
    ),
    _on(
        "Tom Roe resigned on Monday. In a letter to the council he said that he was tired.",
        "he was tired",
        None,
    ),
    _on(
        "“I never met her,” Tom Roe told the inquiry in September 2016. He repeated on "
        "Monday that he had no memory of it.",
        "he had no memory",
        *2 * ["2018-06-18"],
    ),
    _on(
        "A spokesman for the harbour said on Wednesday night that the fire was out.",
        "the fire",
        *2 * ["2018-06-20"],
    ),
    _on(
        "The council voted on Tuesday to close the hall, a decision that Tom Roe called shameful.",
        "shameful",
        None,
    ),
    _on(
        "“It was dark,” Mr Roe said at the time. “Now it is light,” he said on Tuesday.",
        "It was dark",
        None,
    ),
    _on("Two days before the fire, Tom Roe warned that the wiring was old.", "the wiring", None),
    _on(
        "Tom Roe announced in January that he would leave the council in 2020.",
        "he would leave",
        "2018-01-01",
        "2018-01-31",
    ),
    _on(
        "In an interview broadcast on Radio Gannet on 4 March 2015, Tom Roe said that he "
        "was happy.",
        "he was happy",
        *2 * ["2015-03-04"],
    ),
    _on(
        "Tom Roe's lawyer said Friday that his client, arrested on 3 June, was innocent.",
        "his client",
        *2 * ["2018-06-15"],
    ),
    _on(
        "Tom Roe first claimed in 1999 that the bell was stolen.",
        "the bell",
        "1999-01-01",
        "1999-12-31",
    ),
    _on("According to Tom Roe, the bell was stolen in 1999.", "the bell", None),
    _on("The Packet reported on Tuesday that the bell was found.", "the bell", *2 * ["2018-06-19"]),
    _on(
        "Tom Roe wrote on his blog on 12 June: “The bell is mine.”",
        "The bell is mine",
        *2 * ["2018-06-12"],
    ),
    _on(
        "“The bell is mine,” Tom Roe wrote. On Tuesday the council answered that it was not.",
        "it was not",
        *2 * ["2018-06-19"],
    ),
    _on(
        "“The bell is mine,” Tom Roe wrote. On Tuesday the council answered that it was not.",
        "The bell is mine",
        None,
    ),
    _on(
        "Earlier on Wednesday, Ann Doe had told the court that she was afraid.",
        "she was afraid",
        *2 * ["2018-06-20"],
    ),
    _on(
        "Ann Doe told the court in her evidence last month that she was afraid.",
        "she was afraid",
        "2018-05-01",
        "2018-05-31",
    ),
    _on(
        "Ann Doe said in a video posted on Saturday that she was well.",
        "she was well",
        *2 * ["2018-06-16"],
    ),
    _on("Ann Doe said on Thursday morning that she was well.", "she was well", *2 * ["2018-06-21"]),
    _on(
        "Speaking outside court on 14 June, Ann Doe said: “I am free.”",
        "I am free",
        *2 * ["2018-06-14"],
    ),
    _on(
        "During the summer of 2013 Ann Doe often said that she was unhappy.",
        "she was unhappy",
        "2013-06-01",
        "2013-09-23",
    ),
    _on("Ann Doe, 44, has said she will run in 2020.", "she will run", None),
    _on(
        "The minister said in parliament on Tuesday, two weeks after the flood, that help "
        "was coming.",
        "help was coming",
        *2 * ["2018-06-19"],
    ),
    _undated(
        "Ann Doe said in an interview in October 2017 that she was well.",
        "she was well",
        "2017-10-01",
        "2017-10-31",
    ),
    Case(
        "2019-04-05",
        "Ann Doe told the Courier in May 2015 that she was well. She told the Packet in "
        "2018 that she was not.",
        "she was not",
        "2018-01-01",
        "2018-12-31",
    ),
    # a day on which something is or was still to come is not the day of the words
    _undated(
        "“It leaks,” Ada Quill said in a talk to be aired on 4 May 2017.", "It leaks", None, None
    ),
    _undated(
        "“It leaks,” Ada Quill said in a film that opens on 4 May 2017.", "It leaks", None, None
    ),
    _undated(
        "“It leaks,” Ada Quill said ahead of the inquiry, which opens on 4 May 2017.",
        "It leaks",
        None,
        None,
    ),
    _undated(
        "“It leaks,” said Ada Quill as her firm planned to sell on 4 May 2017.",
        "It leaks",
        None,
        None,
    ),
    _undated(
        "“It leaks,” Ada Quill said before the inquiry on 4 May 2017.",
        "It leaks",
        None,
        "2017-05-04",
    ),
    _undated("On 4 May 2017, Ada Quill said, the ferry will sail.", "On 4 May", None, None),
    _undated(
        "“It leaks,” Ada Quill said on 4 May 2017 ahead of a vote on 9 May 2017.",
        "It leaks",
        *2 * ["2017-05-04"],
    ),
    _on("Ahead of Tuesday’s vote, Ada Quill said the ferry was safe.", "the ferry", None),
)
