"""Who speaks in "“…,” he said": whoever spoke last, unless the text has gone on to another."""

import pytest

from reportedly.annotate import attribution, coreference, dates, statements
from reportedly.annotate.document import Document
from reportedly.model import Article, Statement
from reportedly.rows import Rows


def _statements(text: str) -> list[Statement]:
    document = Document(Article(article_id="a1", path="x", text=text, sha256=""))
    rows = Rows()
    for stage in (attribution, coreference, dates, statements):
        rows = rows.merged(stage.annotate(document, rows))
    return list(rows.of(Statement))


def _speaker(text: str, words: str) -> str | None:
    return next(r.speaker for r in _statements(text) if words in r.content_text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Jonas Vell lost his seat on Monday. Jonas Vell thanked his wife and his sons.\n\n"
            "Bo Tarn, an adviser to Mr. Vell, said on Tuesday that the party would not mislead "
            "voters about his chances. “We will be open,” he said.",
            "Bo Tarn",
        ),
        (
            "His brother, the surgeon Jonas Vell, said that Bo Tarn used to sail across the bay "
            "at night. “We will be asked to pay for the boat,” he said.",
            "Jonas Vell",
        ),
        (
            "The town knows Bo Tarn well. Jonas Vell put it to him that he had lost the boat. “We "
            "will be asked to pay for it,” he said.",
            "Bo Tarn",
        ),
        (
            "Bo Tarn said that the harbour was safe.\n\nJonas Vell disagreed. “We will be open "
            "about the risk,” he said.",
            "Jonas Vell",
        ),
    ],
)
def test_the_last_speaker_goes_on(text: str, speaker: str) -> None:
    """Those only spoken of do not, however often; somebody else who acts in between does."""
    assert _speaker(text, "We will be") == speaker


def test_who_was_just_brought_in_goes_on() -> None:
    """The only one of the sentence before, though another has spoken above."""
    text = (
        "Bo Tarn's agent, Mary Moss, told the Lantern that the report was nonsense. She said: “Bo "
        "is sailing.”\n\nThe paper also rang Councillor Ada Quill, who lost to Mr Tarn last year. "
        "She declined to comment on anybody's boat."
    )
    assert _speaker(text, "to comment on") == "Ada Quill"


@pytest.mark.parametrize(
    "question",
    [
        "Jonas Vell was asked whether he would sail again.",
        "Jonas Vell was asked by reporters if the boat was his.",
        "“Is it your boat?” Jonas Vell was asked.",
    ],
)
@pytest.mark.parametrize("answer", ["“It is no boat of mine,” he said.", "He said it was no boat."])
def test_who_is_asked_answers_and_says_nothing_by_it(question: str, answer: str) -> None:
    """The question is nobody's that is named, is put to him, and he speaks next."""
    text = f"Bo Tarn said that the harbour was safe.\n\n{question} {answer}"
    assert _speaker(text, "no boat") == "Jonas Vell"
    asked = next(r for r in _statements(text) if r.cue and "asked" in text[slice(*r.cue[0])])
    assert "Jonas" not in asked.content_text
    assert asked.speaker is None
    assert asked.addressee == "Jonas Vell"


def test_nobody_speaks_of_himself_as_he() -> None:
    """The speaker is found before those whom his words mean."""
    text = (
        "Bo Tarn repeated his charge in an interview with Radio Marle on Thursday.\n\n"
        "“I meant exactly that. He is the founder of the club,” he said. “He gets the prize.”"
    )
    assert _speaker(text, "I meant exactly") == "Bo Tarn"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Walter Moss was buried on Monday. Walter Moss kept the lighthouse, and he said little "
            "in his life. They liked him for it.\n\nHis grandson Peter, 10, read a poem. “He told "
            "me to be brief,” he told the mourners.",
            "Peter",
        ),
        (
            "The mill will stay open, Dame Mary Stone, its owner, told the Gazette.\n\n"
            "Anna Quill with her looms in May. “He told me to be brief,” she said.",
            "Anna Quill",
        ),
    ],
)
def test_whoever_was_just_named_speaks(text: str, speaker: str) -> None:
    """A relative who acts, and whom a caption shows, before those who are named more often."""
    assert _speaker(text, "told me to be brief") == speaker


def test_whoever_asked_not_to_be_named_is_nobody_of_the_text() -> None:
    """Nor is she when she is spoken of again."""
    text = (
        "Anna Quill told the council that her looms were safe.\n\n“Three of them caught fire,” the "
        "former weaver, who asked not to be named, tells Velvet. According to the same weaver, "
        "nobody rang the fire brigade."
    )
    assert _speaker(text, "caught fire") is None
    assert _speaker(text, "fire brigade") is None


def test_whoever_has_just_asked_does_not_answer() -> None:
    """Where somebody else can; who asks in marks may go on."""
    asked = "Ms Quill asked what the bridge would cost. “It will cost nothing,” she said."
    assert _speaker(f"Ida Lorne opened the meeting. {asked}", "nothing") == "Ida Lorne"
    assert _speaker(asked, "nothing") == "Quill"
    quoted = "“What will it cost?” Ms Quill asked. “I only want to know,” she said."
    assert _speaker(f"Ida Lorne opened the meeting. {quoted}", "want to know") == "Quill"


def test_what_a_programme_is_called_is_nobody() -> None:
    text = (
        "On a television programme that I think was called Plain Speaking, a mayor was asked about "
        "it. “I would not take a penny,” she said."
    )
    assert _speaker(text, "a penny") is None
