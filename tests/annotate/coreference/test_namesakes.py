"""Mother and daughter with one surname, friends who keep their names, names of papers and shows."""

from reportedly.annotate.attribution import annotate as attribute
from reportedly.annotate.coreference import annotate
from reportedly.annotate.document import Document
from reportedly.model import Article, Cluster, Mention
from reportedly.rows import Rows


def _named(text: str) -> dict[str, str | None]:
    """Words of each mention → the name that their cluster has; of equal words the last."""
    document = Document(Article(article_id="a1", path="x", text=text, sha256=""))
    rows = annotate(document, attribute(document, Rows()))
    names = {cluster.cluster: cluster.name for cluster in rows.of(Cluster)}
    return {mention.text: names[mention.cluster] for mention in rows.of(Mention)}


def test_a_title_leads_to_the_one_who_was_given_it() -> None:
    """Judge Lorne is the mother, whom the article calls a judge, the daughter its topic."""
    found = _named(
        "Ida Lorne, the cook, was on television. Ms Lorne lives in Marl with her mother, Petra "
        "Lorne, 70, a retired judge.\n\n“Ida could not boil an egg,” Judge Lorne told the Courier."
    )
    assert found["Judge Lorne"] == "Petra Lorne"
    assert found["Ms Lorne"] == "Ida Lorne"


def test_no_child_is_called_mr() -> None:
    """Mr Tarn is not Bo Tarn, who is twelve."""
    found = _named(
        "“She fined me for lying,” said Bo Tarn, 12, at the funeral. The town was there.\n\n"
        "“She never forgot,” Mr Tarn said."
    )
    assert found["Mr Tarn"] != "Bo Tarn"


def test_the_last_name_alone_is_whom_the_article_is_about() -> None:
    """A name that only tells whose mother somebody was does not make the last name unclear."""
    found = _named(
        "Petra Lorne, the judge and mother of the cook Ida Lorne, died on Thursday.\n\n"
        "Lorne sat at the Marl court for 22 years. “She taught me,” her daughter told the Courier."
    )
    assert found["Lorne"] == "Petra Lorne"
    assert found["her daughter"] == "Ida Lorne"


def test_a_friend_is_not_the_one_whose_friend_it_is() -> None:
    """The friend speaks three times and is never the singer named just before."""
    found = _named(
        "“They do not eat together,” says a close friend of the singer. The friend, who has known "
        "Ada Quill since school, asked not to be named.\n\nAccording to the same friend, Bo Tarn "
        "left in May. “Ada is glad,” the friend insists."
    )
    assert found["the same friend"] is None
    assert found["the friend"] is None


def test_nobody_is_the_judge_beside_one_who_has_the_title() -> None:
    """ "The retired judge" far from Judge Lorne is nobody else who was named just before."""
    found = _named(
        "They buried Judge Lorne yesterday. The town came. It rained. The band played. People sang."
        " Nobody left.\n\n“I was fined,” said Ada Quill from the lectern. “I paid.”\n\n"
        "The retired judge had lent the couple the money."
    )
    assert found.get("The retired judge") in (None, "Lorne")


def test_papers_and_shows_are_no_people() -> None:
    """What is called a magazine, or keeps its capital article in a sentence, is no person."""
    rows = _kinds(
        "Bo Tarn has moved out, according to the magazine Satin. A friend told Satin so. "
        "Ada Quill once told The Long Table that she was happy."
    )
    assert rows["Satin"] == "organisation"
    assert rows["Long Table"] != "person"


def _kinds(text: str) -> dict[str, str]:
    document = Document(Article(article_id="a1", path="x", text=text, sha256=""))
    rows = annotate(document, attribute(document, Rows()))
    return {name: cluster.kind for cluster in rows.of(Cluster) for name in cluster.names}


def test_who_was_described_first_is_named_as_the_next_to_speak() -> None:
    """A full name that comes unexplained belongs to the office that spoke in the lead."""
    found = _named(
        "Tarn Hotels has withdrawn its offer for the pier, its chief executive said on Monday.\n\n"
        "“The drains decided it,” Bo Fenwick told the council."
    )
    assert found["its chief executive"] == "Bo Fenwick"


def test_who_was_asked_answers() -> None:
    """Between the one who spoke last and "she replied" somebody asks another woman."""
    found = _named(
        "“I would not,” Ada Quill told the host, Bo Tarn. Ms Quill, 41, lives in Marl.\n\n"
        "“She could not boil an egg,” said her mother, Petra Lorne.\n\n"
        "Tarn asked Quill whether fame had changed her. “It has changed my shoes,” she replied."
    )
    assert found["she"] == "Ada Quill"


def test_given_name_and_last_name_are_parts_of_one_name() -> None:
    """After "Ada" the text may go on with "Ms Quill": both stand in "Ada Quill"."""
    found = _named(
        "Ada Quill and Bo Tarn are to part.\n\n“Ada and Bo remain friends,” their lawyers said."
        "\n\nMs Quill, 44, and Mr Tarn, 53, married in 2003."
    )
    assert (found["Ms Quill"], found["Mr Tarn"]) == ("Ada Quill", "Bo Tarn")


def test_ms_and_mrs_of_one_name_are_two() -> None:
    """The paper calls the singer Ms Lorne, so Mrs Lorne is her mother."""
    found = _named(
        "Ida Lorne, the singer, was on television. “I was nervous,” Ms Lorne said.\n\nHer mother, "
        "Petra Lorne, watched at home. “She was always loud,” Mrs Lorne told the Courier."
    )
    assert found["Ms Lorne"] == "Ida Lorne"
    assert found["Mrs Lorne"] == "Petra Lorne"


def test_ms_and_mrs_are_one_where_only_one_has_the_name() -> None:
    """Another paper's way to write is no other person."""
    found = _named(
        "Ida Lorne sang on Monday. Ms Lorne was nervous.\n\n“I was,” Mrs Lorne told the Courier."
    )
    assert found["Ms Lorne"] == found["Mrs Lorne"] == "Ida Lorne"


def test_the_prime_minister_is_not_a_minister() -> None:
    """An office with a rank before it is another office."""
    found = _named(
        "The fisheries minister Bo Tarn is to leave his wife.\n\nA spokesman said that the prime "
        "minister was told. The minister went home."
    )
    assert found["the prime minister"] is None
    assert found["The minister"] == "Bo Tarn"


def test_somebody_named_in_passing_is_not_described_next() -> None:
    """Whoever stands at the till is not the mother of two who speaks in the next paragraph."""
    found = _named(
        "The shop was full, according to Jo at the till.\n\n“I was told to come early,” said the "
        "mother of two, 44, from her chair."
    )
    assert found["the mother of two, 44"] is None


def test_the_bare_last_name_is_of_whom_the_article_is_about_beside_relatives() -> None:
    """Papers give relatives their full names each time; one named to tell whose son is no such."""
    found = _named(
        "Honora Quill, the former champion, has put away her bow, her club said on Tuesday.\n\n"
        "Eda Quill, her manager and sister, said that there would be no tour.\n\n"
        "Bram Quill, 67, who coached his daughter, took another view.\n\n"
        "Born in Tarn in 1982, Quill won four titles."
    )
    assert found["Quill"] == "Honora Quill"
    found = _named(
        "Ada Quill’s son Bo Quill opened a bakery in Tarn on Monday. His aunt Eda Quill came. "
        "Quill said that it smelt."
    )
    assert found["Quill"] not in ("Ada Quill", "Eda Quill")


def test_a_paper_is_called_by_the_name_before_its_noun() -> None:
    """Neither is it the station that is named last, nor another magazine."""
    found = _named(
        "Satin magazine quoted an insider as saying that the mill was cold.\n\n"
        "Ada Quill told Fern Sound that she had not read the magazine."
    )
    assert found["Satin magazine"] == found["the magazine"] == "Satin"


def test_the_last_name_alone_is_nobodys_who_gets_it_later() -> None:
    """Ada is called Quill only in the note at the end; the book's author is Quill before."""
    text = (
        "Osric Quill's memoir came out on Thursday.\n\nThe first half is about the author's mother,"
        " Ada, who kept bees for forty years. Her hives are drawn on each page.\n\n"
        "“I was stung on the first morning,” Quill writes.\n\n"
        "An earlier version said that Ada Quill died in 2014. She died in 2015."
    )
    found = _named(text)
    assert found["Quill"] == found["the author's"] == "Osric Quill"
    assert found["Her"] == "Ada Quill"


def test_himself_tells_more_than_how_an_unknown_name_ends() -> None:
    """The carrier is the subject, but the one met is the name before."""
    found = _named("Kwabena Quill brought in the biscuits himself. He told me that they were old.")
    assert found["himself"] == found["He"] == "Kwabena Quill"
    found = _named("Ada Lorne met Kwabena Quill himself on Monday. She left early.")
    assert (found["himself"], found["She"]) == ("Kwabena Quill", "Ada Lorne")


def test_a_relative_named_before_an_apposition_has_the_relation_too() -> None:
    """Of "Her son Lambert, the film actor," his mother is who was buried."""
    found = _named(
        "Dorothea Quill was buried on Friday. Her son Lambert, the film actor, did not give a "
        "speech. He read a letter instead, the one his mother sent him that week."
    )
    assert found["his mother"] == "Dorothea Quill"


def test_an_mp_is_no_name() -> None:
    """Neither in a headline nor where she speaks; whom her words name is not she."""
    found = _named(
        "“It was Ada's recipe”: MP says sorry\n\nOn Tuesday Dulcie Quill stood up in the hall and "
        "gave it back.\n\n“It was Ada's recipe. I am sorry,” the MP told a meeting. She did not sit"
        " down until Ada Munn nodded.\n\nMrs Munn, who will be 84 on Saturday, wrote it in 1977, "
        "when she was the second baker. “I only wanted to be asked,” she told the Messenger."
    )
    assert found["the MP"] == found["She"] == "Dulcie Quill"
    assert found["she"] == "Ada Munn"


def test_a_house_is_called_by_whose_it_is() -> None:
    """At Quill's nobody is at Quill; "Quill's bread" is Quill's."""
    found = _named(
        "Dulcie Quill was the second baker at Quill’s. “Quill’s will never be sold,” she said. "
        "Nobody at the fair ate Quill’s bread."
    )
    assert found["Quill’s"] in ("Quill’s", "Dulcie Quill")
    found = _named("Dulcie Quill was the second baker at Quill’s. “Quill’s will never be sold.”")
    assert found["Quill’s"] == "Quill’s"


def test_a_relative_may_open_a_sentence() -> None:
    """ "Her grandfather, Osric Quill," is a relative as "his father" is."""
    found = _named(
        "Ada Quill, 47, will stand in May. Her grandfather, Osric Quill, opened it in 1934.\n\n"
        "Ms Quill is married to the vet Marcus Lorne."
    )
    assert found["Ms Quill"] == "Ada Quill"


def test_a_child_is_not_the_forebear_of_its_name() -> None:
    """The boy of eleven did not open the bakery in 1934."""
    found = _named(
        "Her grandfather, Osric Quill, opened the mill in 1934. Ada Quill has two sons, Ivo, 15,"
        " and Osric, 11, who is known as Os and was handing out leaflets."
    )
    assert found["Osric Quill"] == "Osric Quill"
    assert found["Osric, 11, who is known as Os and was handing out leaflets"] == "Osric"


def test_mrs_is_not_the_man_whose_wife_she_is() -> None:
    """Where the given name tells nothing, "his wife" after it does."""
    found = _named(
        "Corin Hale, 51, has lost his farm to the sea. “It went in the night,” said Mrs Hale. "
        "“I heard it,” said Mr Hale."
    )
    assert found["Mrs Hale"] != "Corin Hale"
    assert found["Mr Hale"] == "Corin Hale"


def test_a_grandson_with_a_short_name_is_not_his_grandfather() -> None:
    """He has a name of his own; a boy whose mother calls him by a short one has the long one."""
    found = _named(
        "Augustus Penn, 81, keeps bees. His grandson, Gus, helps him. “They sting,” said Gus."
    )
    assert found["Gus"] == "Gus"
    found = _named("Tom Speller, 9, was lost. Ann Speller said her son, Tommy, was glad.")
    assert found["Tommy"] == "Tom Speller"


def test_whoever_is_known_as_something_is_one() -> None:
    """The other name is told with the first."""
    found = _named(
        "Ephraim Orne, 81, builds boats. His grandson, Ephraim Orne Jr, known as Eph, helps. "
        "“He is strict,” said Eph."
    )
    assert found["Eph"] == "Ephraim Orne Jr"


def test_an_office_of_whom_only_pronouns_follow_is_read() -> None:
    """Where the next to speak is a pronoun alone, nobody is named, and the article is read."""
    found = _named(
        "The singer, who makes headlines, had checked into a clinic, her publicist confirmed.\n"
        "He did not say what Tarn was being treated for.\n“We ask for privacy,” he said."
    )
    assert found["her publicist"] is None
