"""Numbers that articles give for the same thing."""

from typing import Any

import pytest

from reportedly.reconcile.findings.figures import DIGITS, only_figures

WHO = ("Bo Tarn", "Ida Lorne", "Marl Hotels")


def _articles(world: Any, *told: tuple[str | None, str]) -> None:
    for name in WHO:
        world.entity(name)
    for number, (day, words) in enumerate(told):
        names = "Bo Tarn and Ida Lorne are in talks with Marl Hotels."
        world.article(f"Outlet {number}", day, f"{names} {words}")


def test_a_price_that_another_paper_makes_higher(world: Any) -> None:
    """Within weeks, of the same people, with one price each."""
    _articles(
        world,
        ("2017-03-09", "They speak of a sale for £3.2 million."),
        ("2017-03-12", "It is sold for a cool £4.5 million."),
    )
    # Found through each whom both name; the stage keeps one of them.
    (found,) = {f.finding_id: f for f in world.findings()}.values()
    assert (found.kind, found.attribute) == ("conflict", "sale")
    assert "£3.2 million" in found.explanation
    assert "£4.5 million" in found.explanation


def test_rounded_and_later_numbers_do_not_conflict(world: Any) -> None:
    """About three is 3.2; a year later the price is another."""
    _articles(
        world,
        ("2017-03-09", "They speak of a sale for £3.2 million."),
        ("2017-03-12", "They speak of a sale for about £3 million."),
        ("2018-03-12", "It was sold for £4.5 million."),
    )
    assert world.findings() == []


def test_what_a_thing_was_to_cost_and_what_it_cost_are_one_sum(world: Any) -> None:
    """However long it took."""
    _articles(
        world,
        ("2017-03-09", "The road is now set to cost £84 million."),
        ("2020-03-12", "The road had cost £61 million."),
    )
    (found,) = {f.finding_id: f for f in world.findings()}.values()
    assert (found.kind, found.attribute) == ("overtaken", "cost")
    assert [e.article_id for e in found.evidence] == ["a0", "a1"]


@pytest.mark.parametrize(
    ("plan", "bill", "overtaken"),
    [
        ("The hall will now cost €3 million.", "In the end the hall cost €5 million.", True),
        ("The hall is going to cost €3 million.", "The final bill came to €5 million.", True),
        ("They have a budget of €3 million.", "It has cost €5 million.", True),
        (
            "The hall would cost 3 million pounds.",
            "It was to cost 3 million pounds. The final bill is 5 million.",
            True,
        ),
        ("The hall will cost €3 million.", "The hall has cost €3 million.", False),
        ("The hall will cost €3 million.", "It has cost €5 million, and the lift €2.", False),
        ("The hall will cost €3 million.", "The hall will have cost €5 million.", False),
        ("The hall will cost €3 million.", "A shed was built for €5 million.", False),
    ],
)
def test_a_sum_foretold_is_overtaken_by_the_one_paid(
    world: Any, plan: str, bill: str, overtaken: bool
) -> None:
    """Each article gives one sum of its own sort; what will have been paid is not paid."""
    _articles(world, ("2017-03-09", plan), ("2020-03-12", bill))
    found = {f.finding_id: f.kind for f in world.findings()}
    assert list(found.values()) == (["overtaken"] if overtaken else [])


@pytest.mark.parametrize(
    ("plan", "bill", "kinds"),
    [
        # Less than planned so far is no news, more is an overrun.
        ("The hall will cost €5 million.", "So far the hall has cost €3 million.", []),
        ("The hall will cost €3 million.", "So far the hall has cost €5 million.", ["overtaken"]),
        ("The hall has cost €3 million to date.", "The hall cost €5 million.", []),
        ("The bill for the hall is €3 million by now.", "The bill is €5 million.", []),
        ("The hall has cost €3 million.", "The hall cost €5 million.", ["conflict"]),
    ],
)
def test_what_was_spent_up_to_a_day_goes_on_growing(
    world: Any, plan: str, bill: str, kinds: list[str]
) -> None:
    """It contradicts no sum told on another day."""
    _articles(world, ("2017-03-09", plan), ("2017-03-12", bill))
    assert [f.kind for f in {f.finding_id: f for f in world.findings()}.values()] == kinds


def test_two_forecasts_years_apart_are_two(world: Any) -> None:
    _articles(
        world,
        ("2017-03-09", "The road is set to cost £84 million."),
        ("2020-03-12", "The road will cost £61 million."),
    )
    assert world.findings() == []


def test_an_article_with_two_numbers_of_a_sort_gives_none() -> None:
    """Which of them the other article means is not known."""
    assert only_figures("a", "The mill has 40 employees. The inn has 60 employees.") == {}
    assert only_figures("a", "The mill has 40 employees.")["employees"].value == 40


def test_money_without_a_word_for_what_it_is_says_nothing() -> None:
    """Nor does a number with no sign of money."""
    told = only_figures("a", "He has £3.2 million. The bill is 15.4 million.")
    assert all(sort.startswith(DIGITS) for sort in told)


def test_sums_and_staff_in_other_words() -> None:
    """In words, in thousands by their nickname, and by who employs them."""
    prize = only_figures("a", "She told a top prize where to put its sixty grand. Beer is £4.")
    assert prize["prize £"].value == 60_000
    assert only_figures("a", "An award of forty thousand pounds.")["prize £"].value == 40_000
    assert only_figures("a", "The mill, which employs 35 people.")["employees"].value == 35
    assert only_figures("a", "A workforce of 1,200 went home.")["employees"].value == 1_200
    assert only_figures("a", "It will employ 35 tons of salt.") == {}


def test_what_one_is_to_pay(world: Any) -> None:
    """Two sums that the same man is to pay; what somebody else pays is another sum."""
    _articles(
        world,
        ("2017-03-09", "Bo Tarn will pay £3 million."),
        ("2017-03-12", "Bo Tarn is coughing up £5million for a new hall."),
    )
    (found,) = {f.finding_id: f for f in world.findings()}.values()
    assert (found.kind, found.attribute, found.subject) == ("conflict", "payment", "Bo Tarn")


def test_who_else_pays_pays_for_something_else(world: Any) -> None:
    """Many pay in one story, so that both sentences must name the one who does."""
    _articles(
        world,
        ("2017-03-09", "Bo Tarn will pay £3 million."),
        ("2017-03-12", "Ida Lorne is coughing up £5million for a new hall."),
    )
    assert world.findings() == []


def test_what_was_bought_in_one_year_has_one_price(world: Any) -> None:
    """Told when it was bought, and again years later; other things and years are others."""
    world.entity("Bo Tarn")
    for number, (day, words) in enumerate(
        (
            ("2014-03-09", "Bo Tarn has bought the mill for £1.9 million."),
            ("2018-06-12", "Bo Tarn snapped up the mill for £2.6m in 2014."),
            ("2019-06-12", "Bo Tarn bought the mill in 2016 for £5 million."),
            ("2020-06-12", "Bo Tarn bought the inn in 2014 for £7 million."),
        )
    ):
        world.article(f"Outlet {number}", day, words)
    (found,) = {f.finding_id: f for f in world.findings()}.values()
    assert (found.kind, found.attribute, found.subject) == ("conflict", "purchase", "Bo Tarn")
    assert {e.article_id for e in found.evidence} == {"a0", "a1"}


def test_a_purchase_without_a_year_is_of_no_year() -> None:
    """Only what "has" been bought was bought now."""
    bought = "He bought the mill for £2 million."
    assert "purchase 2014 £" not in only_figures("a", bought, 2014)
    assert "purchase 2014 £" in only_figures("a", bought.replace("He", "He has"), 2014)


def test_a_house_is_sold_once_in_a_year(world: Any) -> None:
    """A sale told two years later, "two years ago", is the sale of then."""
    _articles(
        world,
        ("2018-03-09", "Quill House has been sold for £3.2 million."),
        ("2020-05-12", "After the £2.3 million sale of Quill House two years ago they moved."),
    )
    (found,) = {f.finding_id: f for f in world.findings()}.values()
    assert (found.subject, found.attribute) == ("Quill House", "price")
    assert "£3.2 million" in found.explanation
    assert "£2.3 million" in found.explanation


def test_a_price_that_is_taken_back_is_no_price() -> None:
    """What a correction says was wrong conflicts with nothing."""
    text = "An earlier version said that they bought Quill House for £1.2 million."
    assert only_figures("a", text, 2019) == {}


def test_what_a_road_was_to_cost_and_what_it_cost(world: Any) -> None:
    """Years apart, where one tells what it is to cost and the other what it did."""
    for name in WHO:
        world.entity(name)
    names = "Bo Tarn and Ida Lorne are in talks with Marl Hotels."
    world.article(
        "Courier", "2017-03-09", f"{names} The road is set to cost £84 million.", story_id="y"
    )
    world.article("Herald", "2020-03-09", f"{names} The road had cost £61 million.", story_id="y")
    (found,) = {f.finding_id: f for f in world.findings()}.values()
    assert (found.kind, found.attribute) == ("overtaken", "cost")


def test_a_majority_is_counted_in_one_way(world: Any) -> None:
    """Told at length and in short, of one winner."""
    _articles(
        world,
        ("2017-03-09", "Bo Tarn was elected on Thursday with a majority of 1,412."),
        ("2017-03-12", "Bo Tarn scraped home by just 914 votes on Thursday."),
    )
    (found,) = {f.finding_id: f for f in world.findings()}.values()
    assert (found.kind, found.attribute, found.subject) == ("conflict", "majority", "Bo Tarn")


def test_another_winner_and_another_election_have_other_majorities(world: Any) -> None:
    """Nor is a majority of members one of votes."""
    _articles(
        world,
        ("2012-03-09", "Bo Tarn was elected on Thursday with a majority of 1,412."),
        ("2017-03-12", "Bo Tarn scraped home by just 914 votes on Thursday."),
        ("2017-03-13", "Ida Lorne won by 2,300 votes on Thursday."),
        ("2017-03-14", "Bo Tarn and Ida Lorne have a working majority of 380."),
    )
    assert world.findings() == []


def test_seats_of_a_hall_and_those_who_came() -> None:
    """By the words around the number; in a crowd of thousands nobody has counted."""
    told = only_figures("a", "The hall, with seats for 640, had a crowd of 512 on Friday.")
    assert (told["capacity"].value, told["attendance"].value) == (640, 512)
    assert only_figures("a", "The 460-seat house was full.")["capacity"].value == 460
    assert "attendance" not in only_figures("a", "It felt like a crowd of 50,000.")
    assert "capacity" not in only_figures("a", "The 100-seat Senate met.")


def test_a_petition_grows_until_it_is_handed_in(world: Any) -> None:
    """More names a week later are no conflict; fewer are."""
    _articles(
        world,
        ("2017-03-09", "Bo Tarn's petition has been signed by 3,400 people."),
        ("2017-03-12", "Bo Tarn's petition has 4,900 signatures."),
    )
    assert world.findings() == []
    _articles(world, ("2017-03-14", "Bo Tarn's petition has 2,700 signatures."))
    assert {f.attribute for f in world.findings()} == {"signatures"}


def test_a_fine_is_no_payment(world: Any) -> None:
    """Whoever "must pay a fine of" pays what the other paper says that he was fined."""
    _articles(
        world,
        ("2017-03-09", "Bo Tarn was fined £4,500 on Tuesday for selling cod."),
        ("2017-03-12", "Bo Tarn must pay a fine of £7,000 for selling cod."),
    )
    assert {f.attribute for f in world.findings()} == {"fine"}


def test_the_same_digits_in_another_order(world: Any) -> None:
    """A slip keeps the digits: no word for what the sum is has to be the same."""
    _articles(
        world,
        ("2017-03-09", "Bo Tarn joined Marl Hotels for £1.4 million."),
        ("2018-03-12", "There is no love lost between Ida Lorne and £4.1million Bo Tarn."),
    )
    (found,) = {f.finding_id: f for f in world.findings()}.values()
    assert (found.attribute, found.subject) == ("amount", "Bo Tarn")
    assert "have the same digits in another order" in found.explanation


def test_digits_of_other_people_and_sizes_are_no_slip(world: Any) -> None:
    """Nor are those of another currency, and few digits of a count."""
    _articles(
        world,
        ("2017-03-09", "Bo Tarn joined Marl Hotels for £1.4 million. 14 guests came."),
        ("2018-03-12", "Ida Lorne bought a car for £41,000 from Bo Tarn."),
        ("2018-03-13", "Bo Tarn got $4.1 million. 41 guests came."),
    )
    assert world.findings() == []


def test_jobs_that_one_thing_was_to_bring(world: Any) -> None:
    """The promise is the same, whenever it is told; of another thing it is another."""
    _articles(
        world,
        ("2013-03-09", "The new dock will create 300 jobs."),
        ("2016-03-12", "The dock, which was to bring 180 jobs to the town, is a hole."),
    )
    assert {f.attribute for f in world.findings()} == {"jobs"}


def test_jobs_of_another_thing(world: Any) -> None:
    _articles(
        world,
        ("2013-03-09", "The new dock will create 300 jobs."),
        ("2016-03-12", "The hotel is to bring 180 jobs to the town."),
    )
    assert world.findings() == []


def test_what_tickets_cost(world: Any) -> None:
    """For one night, in two papers."""
    _articles(
        world,
        ("2017-03-09", "Tickets for Bo Tarn are £12."),
        ("2017-03-12", "Bo Tarn sang. Tickets were £20."),
    )
    assert {f.attribute for f in world.findings()} == {"tickets"}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Ida Lorne won 612 votes.", "Ida Lorne is leader with 621 votes, said Bo Tarn.", 1),
        ("Ida Lorne won 612 votes.", "Bo Tarn won 621 votes, Ida Lorne said.", 0),
        ("Ida Lorne sold 1,384 pies.", "Ida Lorne is said to have sold 1,348 pies.", 1),
        ("Ida Lorne sold about 1,384 pies.", "Ida Lorne sold 1,348 pies.", 0),
    ],
)
def test_digits_swapped_in_near_numbers(world: Any, one: str, other: str, found: int) -> None:
    """612 is no rounder than 621; but both must be told of the same person first."""
    _articles(world, ("2017-03-09", one), ("2017-03-10", other))
    told = {f.finding_id for f in world.findings() if "another order" in f.explanation}
    assert len(told) == found


@pytest.mark.parametrize(
    "told",
    [
        "The sale values its shares at £2.1 million.",
        "The sale puts a valuation of £2.1 million on it.",
        "With the sale come debts of £2.1 million.",
        "The buyer also takes on £2.1 million of debt in the sale.",
        "A £2.1 million deposit was paid before the sale.",
        "The sale brings another £2.1 million.",
        "He sold his shares worth £2.1 million.",
        "She sold it for £2.1 million a year.",
        "They bought it for £2.1 million less.",
    ],
)
def test_what_is_no_price_contradicts_none(world: Any, told: str) -> None:
    """Shares, debts, deposits and parts of a price are sums of their own."""
    _articles(world, ("2017-03-09", "It was sold for £3.2 million."), ("2017-03-12", told))
    assert world.findings() == []


@pytest.mark.parametrize(
    "told", ["It was sold in a deal worth £2.1 million.", "The sale was for £2.1 million in cash."]
)
def test_another_price_stays_one(world: Any, told: str) -> None:
    """The trap of the test above."""
    _articles(world, ("2017-03-09", "It was sold for £3.2 million."), ("2017-03-12", told))
    assert {f.attribute for f in world.findings()} == {"sale"}


@pytest.mark.parametrize(
    ("one", "other", "attributes"),
    [
        (
            "Quill House has been sold for £5.1 million.",
            "They flogged their love nest for £4.6million.",
            {"sale"},
        ),
        # Found as what it is, once.
        (
            "Quill House has been sold for £5.1 million.",
            "They have sold Quill House for £4.6 million.",
            {"price"},
        ),
        (
            "Quill House has been sold for £5.1 million.",
            "They have sold Marl Hall for £4.6 million.",
            set(),
        ),
        (
            "Quill House was sold for £5.1 million in 2004.",
            "They flogged their love nest for £4.6million.",
            set(),
        ),
    ],
)
def test_the_sale_of_a_house_that_another_does_not_name(
    world: Any, one: str, other: str, attributes: set[str]
) -> None:
    """Of these weeks and the same people; two houses are two, and a sale of old is another."""
    _articles(world, ("2017-03-09", one), ("2017-03-12", other))
    found = {f.finding_id: f.attribute for f in world.findings()}
    assert sorted(found.values()) == sorted(attributes)


@pytest.mark.parametrize(
    ("one", "other", "n_found"),
    [
        ("The company employs 640 people.", "The 460 workers at Marl Works know nothing.", 1),
        # Some of them, and those of others.
        ("The company employs 640 people.", "At Marl Works 460 workers went home.", 0),
        ("The company employs 640 people.", "At Marl Works the 460 workers who struck won.", 0),
        ("The company employs 640 people.", "The 460 workers know nothing.", 0),
    ],
)
def test_all_who_work_for_one_body(world: Any, one: str, other: str, n_found: int) -> None:
    """Two whom both articles name are enough where the words are of all and name the body."""
    world.entity("Bo Tarn")
    world.entity("Marl Works", "organisation")
    for day, words, lead in (
        ("2017-03-09", one, "Bo Tarn owns Marl Works."),
        ("2017-03-12", other, "Bo Tarn of Marl Works is away. He has a boat. It is red."),
    ):
        world.article(f"Outlet {day}", day, f"{lead} {words}", story_id="y1")
    found = {f.finding_id for f in world.findings()}
    assert len(found) == n_found
