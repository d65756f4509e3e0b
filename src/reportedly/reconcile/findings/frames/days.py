"""Words of the calendar in the table of frames: patterns for days and for elections."""

from reportedly.calendar.names import MONTH, WEEKDAY

#: "Closed on 30 June", "in May", "at Easter"; who closes on a rival, or in on him, does not shut.
DAY = (
    r" (?:(?:the )?\d{1,2}(?:st|nd|rd|th)?|(?:the )?(?:spring|summer|autumn|winter)"
    rf"|(?:early |late |mid-)?(?:{WEEKDAY}|{MONTH})"
    r"|(?:19|20)\d\d|Christmas|Easter|the end of|midnight|noon)\b"
)
#: What somebody stands in: "in May", "in 2021", "at the next election", "the June vote"; with its
#: capital a month is none of "may".
NEXT_VOTE = (
    rf"(?:(?-i:{MONTH}(?: 20\d\d)?|20\d\d)"
    r"(?![\w’'-]| (?!(?:for|as|and|but|against|to|with)\b)[a-z])"
    rf"|(?:the |(?-i:{MONTH})[’']s )?(?:[A-Za-z]+ ){{0,2}}(?:elections?|ballot|vote|polls?)\b)"
)
