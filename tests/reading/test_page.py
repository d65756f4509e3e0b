"""Pages: the article and nothing else, every word as printed, regions for what is not body."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import DocumentRejected


def test_paragraphs_that_open_with_a_quotation_are_kept(page, read, paragraphs):
    """The text is the headline and all paragraphs, an empty line between them."""
    assert read(page()).article.text == "\n\n".join(("A bridge at last", *paragraphs))


def test_the_headline_is_a_region(page, read, words_of):
    """The headline is in the text once, marked as title."""
    result = read(page())
    assert words_of(result, "title") == ["A bridge at last"]
    assert result.article.title == "A bridge at last"
    assert result.article.text.count("A bridge at last") == 1


def test_menus_scripts_and_footers_are_left_out(page, read):
    """Nothing that is not the article's becomes text."""
    extra = (
        "<aside class='related'><h2>More from Skell Courier</h2><ul><li><a href='/x'>Goose lost"
        "</a></li><li><a href='/y'>Goose found again</a></li></ul></aside>"
        "<div class='cookie'><p>We use cookies to improve your experience.</p></div>"
    )
    text = read(page(extra=extra)).article.text
    for words in ("never text", "Sport", "All rights", "More from", "Goose", "cookies"):
        assert words not in text


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display: none'>Hidden words stay hidden in every single case.</p>",
        "<p hidden>Hidden words stay hidden in every single case.</p>",
        "<!-- <p>Hidden words stay hidden in every single case.</p> -->",
        "<template><p>Hidden words stay hidden in every single case.</p></template>",
        "<noscript><p>Hidden words stay hidden in every single case.</p></noscript>",
        "<style>p:after{content:'Hidden words stay hidden'}</style>",
    ],
)
def test_what_nobody_sees_is_no_text(page, read, paragraphs, hidden):
    """Hidden elements, comments and styles in the middle of an article never become text."""
    shown = "".join(f"<p>{words}</p>" for words in paragraphs)
    body = shown.replace("</p><p>A second", f"</p>{hidden}<p>A second")
    assert "Hidden" not in read(page(body=body)).article.text


def test_no_words_are_smashed_together(page, read, paragraphs):
    """Inline tags join nothing and part nothing; a line break parts words."""
    first = (
        "Mayor <b>Odile</b> <i>Farrow</i>, of <a href='/t'>Tarnholt</a>'s <em>old</em> quay, spoke"
        "<br>and then sat down.<br/>Nobody <span>clap</span>ped at all."
    )
    body = f"<p>{first}</p>" + "".join(f"<p>{words}</p>" for words in paragraphs)
    text = read(page(body=body)).article.text
    assert (
        "Mayor Odile Farrow, of Tarnholt's old quay, spoke\nand then sat down.\nNobody clapped"
        in text
    )


def test_captions_lists_and_embedded_posts_are_kept_as_regions(page, read, words_of, paragraphs):
    """Captions, posts and lists are part of the text and marked as what they are."""
    one, two, three, four, five = (f"<p>{words}</p>" for words in paragraphs)
    body = (
        f"<figure><img src='a.jpg'><figcaption>Odile Farrow and her bucket on Monday. Picture: "
        f"Lys Varn</figcaption></figure>{one}{two}<ul><li>The west bank opens first, in May.</li>"
        f"<li>The east bank opens in September.</li></ul>{three}"
        "<blockquote class='twitter-tweet'><p>My geese were not asked either, for the record.</p>"
        f"— Berit Sallow (@beritsferry) June 4, 2018</blockquote>{four}{five}"
    )
    result = read(page(body=body))
    assert words_of(result, "caption") == [
        "Odile Farrow and her bucket on Monday. Picture: Lys Varn"
    ]
    assert words_of(result, "list") == [
        "The west bank opens first, in May.",
        "The east bank opens in September.",
    ]
    (post,) = words_of(result, "embedded_post")
    assert post.startswith("My geese") and post.endswith("June 4, 2018")


def test_block_quotations_stay_in_the_text(page, read, paragraphs):
    """A block quotation is body, whatever the page around it."""
    one, two, three, four, five = (f"<p>{words}</p>" for words in paragraphs)
    quoted = (
        "<blockquote><p>“The river was here before the council,” the letter says.</p></blockquote>"
    )
    assert (
        "river was here before"
        in read(page(body=one + two + quoted + three + four + five)).article.text
    )


def test_metadata_with_time_and_zone(page, read):
    """JSON-LD and meta give byline, outlet, address and both dates, with time and zone."""
    linked = {
        "@type": "NewsArticle",
        "headline": "A bridge at last",
        "datePublished": "2018-06-04T21:40:00+02:00",
        "dateModified": "2018-06-05T08:00:00+02:00",
        "author": [{"@type": "Person", "name": "Lys Varn"}, {"name": "Per Ode"}],
        "publisher": {"@type": "Organization", "name": "Skell Courier"},
    }
    head = (
        "<link rel='canonical' href='https://courier.example/2018/bridge'>"
        f"<script type='application/ld+json'>{json.dumps({'@graph': [linked]})}</script>"
    )
    article = read(page(head=head), url="https://archive.example/copy").article
    assert article.published == "2018-06-04T21:40:00+02:00"
    assert article.updated == "2018-06-05T08:00:00+02:00"
    assert article.published_from == "metadata"
    assert (article.byline, article.outlet) == ("Lys Varn and Per Ode", "Skell Courier")
    assert article.url == "https://courier.example/2018/bridge"
    assert article.lang == "en"


def test_the_day_of_capture_is_not_the_day_of_publication(page, read):
    """A page without a date that an archive fetched stays without a date."""
    article = read(page(), captured="2021-03-03T10:00:00+00:00").article
    assert article.published is None and article.published_from is None


def test_a_visible_date_is_marked_as_coming_from_the_text(page, read, paragraphs):
    """Without metadata the line under the headline dates the page."""
    body = "<p class='when'>Published 4 June 2018, 21:40 BST</p>" + "".join(
        f"<p>{words}</p>" for words in paragraphs
    )
    article = read(page(body=body)).article
    assert article.published == "2018-06-04T21:40:00+01:00"
    assert article.published_from == "text"


def test_universal_time_near_midnight_gives_way_to_the_day_that_readers_see(page, read):
    """02:10 in Greenwich is still yesterday in the page's own address: only that day is certain."""
    head = (
        "<meta property='article:published_time' content='2018-06-05T02:10:00Z'>"
        "<link rel='canonical' href='https://courier.example/2018/06/04/bridge'>"
    )
    assert read(page(head=head)).article.published == "2018-06-04"


@pytest.mark.parametrize("declared", ["", "<meta charset='utf-8'>"])
def test_windows_1252_without_or_with_a_wrong_declaration(page, read, declared):
    """Curly quotation marks and accents survive a page that lies about its charset."""
    text = read(page(head=declared, charset="cp1252")).article.text
    assert "“I have crossed that river in a bucket,” said" in text


def test_mojibake_is_mended_and_quotation_marks_are_not_straightened(page, read, paragraphs):
    """UTF-8 that was read as Windows-1252 and saved again is read as it was meant."""
    broken = "".join(f"<p>{words}</p>" for words in paragraphs).encode().decode("cp1252", "replace")
    broken = broken.replace("\ufffd", "\u009d")
    text = read(page(body=broken)).article.text
    assert "“We were not asked,” replied Berit Sallow" in text


def test_no_break_spaces_stay(page, read, paragraphs):
    """A no-break space is a character like others: kept."""
    body = "".join(f"<p>{words}</p>" for words in paragraphs).replace(
        "nine geese", "nine&nbsp;geese"
    )
    assert "nine\u00a0geese" in read(page(body=body)).article.text


def test_table_rows_stay_together(page, read, paragraphs):
    """The cells of a row stand in one line, apart from each other."""
    rows = "<table><tr><th>Bank</th><th>Opens</th></tr><tr><td>West</td><td>May</td></tr></table>"
    text = read(page(body="".join(f"<p>{words}</p>" for words in paragraphs) + rows)).article.text
    assert "WestMay" not in text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<ul><li><a href='/a'>News</a></li><li><a href='/b'>Sport</a></li></ul>", "no_text"),
        ("<img src='a.jpg'>", "no_text"),
        ("<div>" * 10_000 + "Deep words." + "</div>" * 10_000, "nested_too_deep"),
    ],
)
def test_pages_without_an_article_are_rejected(read, body, reason):
    """A menu, a picture and a page nested beyond reason each have their code."""
    with pytest.raises(DocumentRejected) as error:
        read(f"<html><body>{body}</body></html>")
    assert error.value.reason == reason


def test_three_hundred_levels_are_read(page, read, paragraphs):
    """Deep but honest nesting costs no word."""
    body = "<div>" * 300 + "".join(f"<p>{words}</p>" for words in paragraphs) + "</div>" * 300
    assert paragraphs[-1] in read(page(body=body)).article.text


def test_repeated_captions_and_credits_are_taken_once(page, read, words_of, paragraphs):
    """A gallery that repeats its caption gives it once, and a bare credit not at all."""
    credit = "<figure><figcaption>Skell Pictures</figcaption></figure>"
    caption = "<figcaption>Odile Farrow and her bucket on the west bank.</figcaption>"
    figures = f"<figure>{caption}</figure>" * 3 + credit
    first, *others = (f"<p>{words}</p>" for words in paragraphs)
    result = read(page(body=first + figures + "".join(others)))
    assert words_of(result, "caption") == ["Odile Farrow and her bucket on the west bank."]


def test_a_picture_at_the_foot_of_the_article_keeps_its_caption(page, read, words_of, paragraphs):
    """It stands among the paragraphs; one in a box after them is another article's."""
    shown = (
        "<figure><figcaption>Odile Farrow and her bucket on the west bank.</figcaption></figure>"
    )
    other = shown.replace("Odile Farrow", "Lys Varn")
    body = "".join(f"<p>{words}</p>" for words in paragraphs) + shown
    result = read(page(body=f"<article>{body}</article><div class='box'>{other}</div>"))
    assert words_of(result, "caption") == ["Odile Farrow and her bucket on the west bank."]


def test_boxes_under_the_mouse_and_labels_read_aloud_are_hidden(page, read, paragraphs):
    """What opens under the mouse, or is only read aloud, does not break a sentence."""
    first, *others = paragraphs
    box = "<span class='tooltip-content'>Tarnholt: a town on the Skell</span>"
    aloud = "<span class='sr-only'>Jump to the geese</span>"
    body = f"<p>{first.replace('Tarnholt', 'Tarnholt' + box, 1)}</p><p>{aloud}{others[0]}</p>"
    body += "".join(f"<p>{words}</p>" for words in others[1:])
    assert read(page(body=body)).article.text == "\n\n".join(("A bridge at last", *paragraphs))


def test_paragraphs_parted_by_line_breaks(read, paragraphs):
    """Old pages part their paragraphs by two line breaks; each is a paragraph."""
    body = "<h1>A bridge at last</h1>" + "<br><br>".join(paragraphs)
    text = read(f"<html><body><div>{body}</div></body></html>").article.text
    assert text == "\n\n".join(("A bridge at last", *paragraphs))


def test_tables_that_place_blocks_do_not_mix_them(read, paragraphs):
    """In pages laid out with a table the menu's cell stays apart from the article's."""
    menu = "<td><a href='/'>Home</a><br><a href='/n'>News</a></td>"
    cells = f"{menu}<td><p>{'<p>'.join(paragraphs)}</td>"
    text = read(f"<html><body><table><tr>{cells}</tr></table></body></html>").article.text
    assert "Home" not in text and paragraphs[0] in text


def test_pages_made_by_scripts_give_the_text_of_their_metadata(read, paragraphs):
    """A page that shows its article by script often states it for machines."""
    linked = {"@type": "NewsArticle", "headline": "A bridge", "articleBody": " ".join(paragraphs)}
    html = f"<html><head><script type='application/ld+json'>{json.dumps(linked)}</script></head>"
    article = read(html + "<body><div id='app'></div></body></html>").article
    assert article.text == "A bridge\n\n" + " ".join(paragraphs)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "<p>",
                    "</p>",
                    "<div class='caption'>",
                    "</div>",
                    "<br>",
                    "<h1>",
                    "</h1>",
                    "<li>",
                ),
                *("<table><tr><td>", "</td></tr></table>", "<blockquote class='twitter-tweet'>"),
                "Odile Farrow said on Monday that nine geese were enough for her. ",
                *("<figure>", "<!--", "&nbsp;", "<time datetime='2018-13-45T99:99'>", "“"),
                *("<script>", "</script>", "\x00", "&#0;"),
            ]
        ),
        max_size=40,
    )
)
def test_broken_markup_is_read_or_rejected(read, pieces):
    """Whatever the markup, there is an article with spans that hold, or a reject."""
    try:
        result = read("<html><body>" + "".join(pieces))
    except DocumentRejected:
        return
    text = result.article.text
    assert all(0 <= r.span[0] < r.span[1] <= len(text) for r in result.regions)
    assert "script" not in text


def test_entities_do_not_expand_without_end(page, read):
    """Entities that a page declares itself stay small."""
    declared = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>"
    result = read(declared.encode() + page().replace(b"<!doctype html>", b"") + b"<p>&b;&b;</p>")
    assert len(result.article.text) < 1000


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>“The bridge stays,” Ada Quill told the council.</p>", "Ada Quill told"),
        ("<article><h1>Ferry</h1><p>Ada Quill said: “It sank at noon.”</p></article>", "It sank"),
    ],
)
def test_one_sentence_that_quotes_is_an_article(body, words, read):
    """A short report is read; a notice of the same length is not (see above)."""
    assert words in read(f"<html><body>{body}</body></html>").article.text


@pytest.mark.parametrize(
    "body",
    ["<p>Please enable JavaScript to view this page.</p>", "<div>We use cookies. “OK”</div>"],
)
def test_one_sentence_of_a_notice_is_none(body, read):
    """Whatever is quoted on its button."""
    with pytest.raises(DocumentRejected, match="no_text"):
        read(f"<html><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("This article was amended on 3 May. An earlier version gave the price as £9m.", True),
        ("Correction: a previous version of this story named the wrong bridge.", True),
        ("• On 5 June this report was corrected to say that the goose was found.", True),
        ("Corrections: an article of 3 May wrongly said that the goose was lost.", False),
        ("This article is free to read for all who sign in to the Courier.", False),
    ],
)
def test_what_is_put_right_beside_the_body_is_part_of_the_article(page, read, note, kept):
    """A note on the article itself, behind the element of its body; not one on another article."""
    assert (note in read(page(extra=f"<p class='note'>{note}</p>")).article.text) == kept
