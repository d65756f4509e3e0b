"""Ten tasks as somebody new would try them: each within three clicks, as `docs/tasks.md` tells."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.chronicle import Chronicle
from reportedly.engine.forget import forget
from reportedly.model import Article, Entity, Fact, Reject, Statement, Utterance
from tests.browsing import serving

pytestmark = pytest.mark.browser


class Reader:
    """Somebody at the pages whose clicks are counted; typing and Enter are none."""

    def __init__(self, page: Any, home: str) -> None:
        self.page = page
        self.clicks = 0
        page.goto(home)

    def click(self, selector: str, text: str | re.Pattern[str] | None = None) -> None:
        """Clicks the first thing that `selector` finds, or the one with `text`."""
        found = self.page.locator(selector)
        (found.filter(has_text=text) if text is not None else found).first.click()
        self.page.wait_for_load_state()
        self.clicks += 1
        assert self.clicks <= 3, "more than three clicks"

    def search(self, words: str) -> None:
        """Types into the field at the top and presses Enter."""
        self.page.fill("#find", words)
        self.page.press("#find", "Enter")
        self.page.wait_for_load_state()

    def shown(self, selector: str = "main") -> str:
        """The words under `selector`."""
        return " ".join(self.page.locator(selector).first.inner_text().split())


@pytest.fixture(scope="module")
def chronicle(sample_chronicle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample, since a task corrects it."""
    copy = tmp_path_factory.mktemp("tasks") / "own.chronicle"
    shutil.copyfile(sample_chronicle, copy)
    return copy


@pytest.fixture(scope="module")
def home(chronicle: Path) -> Iterator[str]:
    """Its pages."""
    with serving(chronicle) as address:
        yield f"{address}/"


@pytest.fixture
def reader(chromium: Any, home: str) -> Iterator[Reader]:
    """At the overview, without script: every task can be done so."""
    context = chromium.new_context(java_script_enabled=False, accept_downloads=True)
    yield Reader(context.new_page(), home)
    context.close()


def rows(chronicle: Path, kind: type) -> list[Any]:
    with Chronicle.open(chronicle) as opened:
        return list(opened.rows(kind))


def test_who_first_reported_this_quotation(reader: Reader, chronicle: Path) -> None:
    """Overview, words that travelled: the first version says where and when."""
    reader.click("section[aria-labelledby=travelled] a.quote")
    name = reader.page.url.rpartition("/")[2]
    utterance = next(u for u in rows(chronicle, Utterance) if u.utterance_id == name)
    first = next(a for a in rows(chronicle, Article) if a.article_id == utterance.first_article_id)
    assert "earliest here" in reader.shown(".version")
    assert first.outlet in reader.shown(".version")


def test_did_she_say_the_same_in_2018(reader: Reader) -> None:
    """The search, her name under `Said by`, 2018 in both fields of the period."""
    reader.search("hall")
    reader.page.fill("#by", "Arkwell")
    reader.page.fill("#from", "2018")
    reader.page.fill("#to", "2018")
    reader.click(".filters button")
    assert "from=2018" in reader.page.url
    years = [t.get_attribute("datetime")[:4] for t in reader.page.locator(".said time").all()]
    assert set(years) <= {"2018"}
    assert re.search(r"\d+ statements?", reader.shown(".count"))


def test_which_outlets_rely_on_the_same_insider(reader: Reader) -> None:
    """Sources, what unnamed sources are called, and the outlets beside what is found."""
    reader.click("nav a", "Sources")
    name, outlets = reader.shown(".alike td"), reader.page.locator(".alike td ul").first
    assert outlets.locator("li").count() > 1
    reader.click(".alike a.name")
    assert name.split()[-1].lower() in reader.shown("section[aria-label=Statements]").lower()
    assert re.search("outlet", reader.shown(".facets"), re.IGNORECASE)


def test_correct_a_wrong_speaker(reader: Reader, chronicle: Path) -> None:
    """Search, details, `Somebody else said it`, a name: the page shows it at once."""
    everyone = [e for e in rows(chronicle, Entity) if e.kind == "person"]
    other = max(everyone, key=lambda e: (e.n_articles, e.entity_id))
    reader.search("walls")
    reader.click(".said a", "details")
    name = reader.page.url.rpartition("/")[2]
    before = next(s for s in rows(chronicle, Statement) if s.statement_id == name)
    reader.click("summary", "Somebody else said it")
    assert before.speaker != other.name
    reader.page.fill("#speaker", other.name)
    reader.click("button", "Correct the speaker")
    assert other.name in reader.shown("h1")


def test_what_was_overtaken_later(reader: Reader) -> None:
    """Findings, overtaken: both sides and their days."""
    reader.click("a", "Overtaken by later news")
    assert reader.page.locator(".finding").count() > 0
    assert reader.page.locator(".finding").first.locator(".side").count() >= 2


def test_how_old_somebody_is_said_to_be(reader: Reader, chronicle: Path) -> None:
    """The name on the overview, facts: every age and who gives it."""
    name = reader.shown("section[aria-labelledby=quoted] a.name")
    reader.click("section[aria-labelledby=quoted] a.name")
    reader.click("a", "Facts")
    ages = {f.value for f in rows(chronicle, Fact) if (f.subject, f.attribute) == (name, "age")}
    told = reader.shown("section[aria-labelledby=facts]")
    assert ages and all(age in told for age in ages)


def test_which_article_is_undated_and_why(reader: Reader, chronicle: Path) -> None:
    """Overview, without a date of their own; the article; about this article."""
    reader.click("a", re.compile("without a date of"))
    reader.click(".headline")
    reader.click("summary", "About this article")
    name = reader.page.url.rpartition("/")[2].split("?")[0]
    article = next(a for a in rows(chronicle, Article) if a.article_id == name)
    assert article.published_from not in ("metadata", "text")
    assert " ".join(article.published_reason.split()) in reader.shown(".facts")


def test_export_what_i_see(reader: Reader) -> None:
    """Search, as CSV: the same statements as on the page."""
    reader.search("saltworks")
    count = int(re.sub(r"\D", "", reader.shown(".count").split(" statement")[0]))
    with reader.page.expect_download() as download:
        reader.click("a", "as CSV")
    content = Path(download.value.path()).read_text("utf-8-sig")
    assert len(re.findall(r"(?m)^s[0-9a-f]{16},", content)) == count


def test_what_was_rejected_and_why(reader: Reader, chronicle: Path) -> None:
    """Overview, inputs not used."""
    reader.click(".figures a", "not used")
    for reject in rows(chronicle, Reject)[:5]:
        assert " ".join(reject.detail.split()) in reader.shown()


def test_forget_a_person(chronicle: Path, tmp_path: Path) -> None:
    """One command; the person, their statements and their name are gone from the pages."""
    own = tmp_path / "own.chronicle"
    shutil.copyfile(chronicle, own)
    everyone = [e for e in rows(own, Entity) if e.kind == "person" and " " in e.name]
    person = min(everyone, key=lambda e: (e.n_articles, e.entity_id))
    forget(own, person.entity_id)
    assert person.name not in {e.name for e in rows(own, Entity)}
    assert not any(person.name in a.text for a in rows(own, Article))
