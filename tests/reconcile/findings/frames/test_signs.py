"""What words say of matters, and how they are meant where they stand."""

import pytest

from reportedly.reconcile.findings.frames import signs_in


@pytest.mark.parametrize(
    ("text", "matter", "side", "voice", "negated"),
    [
        ("They will never separate", "union", "changes", "foretold", True),
        ("They will never split, says a cousin", "union", "changes", "foretold", True),
        ("Ada and Tom won’t split.", "union", "changes", "foretold", True),
        ("They will never part, like salt and sea.", "union", "changes", "foretold", True),
        ("Ada and Tom are rock-solid", "union", "lasts", "told", False),
        ("their divorce was made final", "union", "changes", "told", False),
        ("They are to divorce", "union", "changes", "arranged", False),
        ("She has spoken about her divorce", "union", "changes", "told", False),
        ("He opened up about his departure", "post", "changes", "told", False),
        ("They are getting married next May", "engagement", "foresees", "told", False),
        ("She has split from her fiancé", "engagement", "fails", "told", False),
        ("They are together and happy", "union", "lasts", "told", False),
        ("The mill has axed 90 jobs", "jobs", "changes", "told", False),
        ("She is back on stage in Marl", "comeback", "changes", "told", False),
        ("He is still in his post", "post", "fails", "told", False),
        ("We are not getting divorced", "union", "changes", "present", True),
        ("She ruled out a move", "post", "lasts", "told", False),
        ("The board sacked him", "post", "changes", "told", False),
        ("It had been due to open in May", "launch", "late", "told", False),
        ("Last June they went their separate ways", "union", "changes", "told", False),
        ("On 3 May she resigned", "post", "changes", "told", False),
        ("She has no plans to resign", "post", "changes", "foretold", True),
        ("Hell never resign", "post", "changes", "foretold", True),
        ("Theyll have to carry me out of the office", "post", "lasts", "foretold", False),
        ("She would still be in charge in May", "post", "lasts", "foretold", False),
        ("He will see out his career at Skelby", "post", "lasts", "foretold", False),
        ("We will not be selling our home", "ownership", "changes", "foretold", True),
        ("I will be playing when I am forty", "career", "lasts", "foretold", False),
        ("She has put away her racket", "career", "changes", "told", False),
        ("She will be back on a court by Christmas", "comeback", "changes", "foretold", False),
        ("She has not played a match since", "comeback", "fails", "told", False),
        ("I will never manage another club", "another club", "changes", "foretold", True),
        ("He is now the manager of Gale United", "another club", "changes", "told", False),
        ("He has refused to resign", "post", "changes", "foretold", True),
        ("He was forced to resign", "post", "changes", "told", False),
        ("Im not resigning", "post", "changes", "present", True),
        ("I am not going anywhere", "post", "changes", "present", True),
        ("I shall serve every hour of my term", "post", "lasts", "foretold", False),
        ("In May 2015 the brewery sold the mill", "ownership", "changes", "told", False),
        ("The mill is not for sale", "ownership", "changes", "present", True),
        ("after its sale to Orr Hotels", "ownership", "changes", "told", False),
        ("The mill belongs to Orr Hotels now", "ownership", "changes", "told", False),
        ("The sale of the mill to the brewery collapsed", "deal", "fails", "told", False),
        ("He expects the sale to be completed by May", "deal", "foresees", "told", False),
        ("We are not going to close the baths", "opening", "changes", "foretold", True),
        ("Nobody will shut the baths", "opening", "changes", "foretold", True),
        ("We will keep the baths open", "opening", "lasts", "foretold", False),
        ("The former Moll Mill is a hotel", "opening", "changes", "told", False),
        ("The pier has yet to open", "launch", "changes", "told", True),
        ("The plan, which has never seen the light of day", "launch", "changes", "told", True),
        ("The pier opened two years late", "launch", "late", "told", False),
        ("I have no plans to retire", "career", "changes", "foretold", True),
        ("She gave her farewell recital", "career", "changes", "told", False),
        ("I shall not be running for parliament", "standing", "changes", "foretold", True),
        ("Moll was selected as candidate", "standing", "changes", "told", False),
        ("He would sue the paper", "lawsuit", "changes", "foretold", False),
        ("He quietly abandoned his case", "lawsuit", "fails", "told", False),
        ("There have been no talks with Orr", "talks", "changes", "present", True),
        ("We are not in talks with Orr", "talks", "changes", "present", True),
        ("After nine weeks of talks with Orr", "talks", "changes", "told", False),
        ("They were knocked out of the cup", "contest", "fails", "told", False),
        ("The plumbers are waiting for their money", "payment", "fails", "present", False),
        ("Not one job will be lost", "jobs", "changes", "present", True),
    ],
)
def test_words_for_a_matter(text: str, matter: str, side: str, voice: str, negated: bool) -> None:
    """Whatever the words, the matter, the side and the way in which they are meant are known."""
    found = {(s.matter.name, s.side, s.voice, s.negated) for s in signs_in(text)}
    assert (matter, side, voice, negated) in found


@pytest.mark.parametrize(
    "text",
    [
        "If he loses, he will resign",
        "She would have resigned",
        "She may resign",
        "They asked whether she resigned",
        "There was never any question of a sale",
        "a 4-3 split.",
        "They split the bill",
        "She will part it.",
        "The school was closed on Friday because of heavy snow",
        "The baths are shut for two weeks",
        "They are engaged in talks about a hedge",
        "the paid leave",
        "They won’t.",
        "The sale is what he wants.",
        "a retired plumber",
        "They will keep the baths shut on Mondays",
    ],
)
def test_thoughts_tell_nothing(text: str) -> None:
    """Conditions, wishes and other meanings of the words are no signs."""
    assert not list(signs_in(text))


def test_negation_does_not_reach_over_a_clause() -> None:
    """What another clause negates is not negated here."""
    (sign,) = signs_in("He did not smile, but she resigned")
    assert (sign.voice, sign.negated) == ("told", False)


@pytest.mark.parametrize(
    "text",
    [
        "She was never sacked and never resigned",
        "She was not sacked and has never resigned",
        "She neither sacked nor fired him",
    ],
)
def test_verbs_that_are_joined_are_denied_one_by_one(text: str) -> None:
    """Two denials of two verbs are no double negation."""
    assert [sign.negated for sign in signs_in(text)] == [True, True]


def test_negation_before_a_quotation_is_not_in_it() -> None:
    """What stands before speech does not negate what is said in it."""
    text = "He could not deny “she resigned”"
    (sign,) = signs_in(text, starts=lambda _: text.index("she"))
    assert not sign.negated
