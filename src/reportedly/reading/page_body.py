"""Which blocks of a page are the article: trafilatura's choice, mapped back to the page.

trafilatura finds the article better than anything measured beside it, but loses captions, embedded
posts and now and then a paragraph.  So its text only says *which* blocks are the article; the words
come from the page, and what stands between chosen blocks and belongs to them is taken too.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reportedly.model import RegionKind
from reportedly.reading import lines
from reportedly.reading.page_blocks import Block, key_of
from reportedly.reading.page_tree import Element

Chosen = tuple[Block, RegionKind]
Signature = tuple[str, str, Element | None]

#: A part of a line this short may stand anywhere by chance; longer ones are found words.
_CHANCE_CHARS = 12
#: Share of the article's letters that must lie in one element for it to be the article's own.
_CONTAINER_SHARE = 0.85
#: A block is the article's when so much of it was chosen.
_BLOCK_SHARE = 0.6
#: A block of which more than this is links is a list of other articles.
_LINK_SHARE = 0.5
#: A picture with so many chosen paragraphs as siblings is the article's, even at its end.
_PARAGRAPHS_BESIDE = 3
#: Fewest words of a caption; below are credits and labels ("Getty Images", "File photo").
_CAPTION_WORDS = 6
#: Shortest text, in characters, that a page without any help from trafilatura may have.
_LEAST_CHARS = 200
_EMBED = re.compile(
    r"twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|fb-video|bluesky-embed"
    r"|mastodon-embed|reddit-(?:card|embed)|threads-post|embed(?:ded)?-(?:tweet|post|twitter)",
    re.IGNORECASE,
)
_CAPTION_CLASS = re.compile(
    r"(?:^|[\s_-])(?:wp-)?captions?(?:[\s_-]|$)|caption-text|imageCaption", re.I
)
_ASIDE_CLASS = re.compile(
    r"related|recirc|newsletter|sign-?up|subscribe|promo|social|share|sharing|comment|respond"
    r"|sidebar|cookie|consent|gdpr|advert|\bads?\b|most-(?:read|viewed|popular)|read-?more|outbrain"
    r"|taboola|author-?bio|breadcrumb|tags\b|paywall|pull-?quote|inline-?links?|mced|more-from",
    re.IGNORECASE,
)
_ASIDE_TAGS = frozenset({"aside", "nav", "footer", "form", "menu"})
#: What a paper puts right in the article itself, often beside its body.  A note that does not say
#: "this" may be of another article.
_PUT_RIGHT = re.compile(
    r"\W*(?:(?:corrections?|clarifications?|editor['’]s note|amendment)\b[^.:]{0,40}[.:]\s*)?"
    r"(?:on [^.,]{3,30},? )?"
    r"(?P<earlier>(?:an?|the) (?:earlier|previous|original|first) version of )?"
    r"this (?:article|story|report|piece|page|post|column|interview|obituary|review|headline)\b"
    r"(?(earlier)|[^.]{0,60}?\b(?:amended|corrected|clarified|misstated|misspel(?:led|t)"
    r"|misidentified|incorrectly|wrongly|mistakenly|gave the wrong|originally)\b)",
    re.IGNORECASE,
)
_OPENING_MARK = ("“", "‘", '"', "'", "«", "„", "—", "–", "-")


def choose(blocks: Sequence[Block], extracted: str | None, headline: int | None) -> list[Chosen]:
    """The article's blocks with what each is; `extracted` is trafilatura's text.

    `headline` is the index of the block that holds it.  Empty when the page has no article.
    """
    taken = _matched(blocks, extracted or "")
    if sum(len(blocks[index].key) for index in taken) < 25:
        taken = _densest(blocks)
    if not taken:
        return []
    siblings = Counter(signature(blocks[index].owner.getparent()) for index in taken)
    last = max(taken)
    first = min(taken) if headline is None or headline > min(taken) else headline
    chosen: list[Chosen] = []
    seen: set[str] = set()
    for index in range(first, len(blocks)):
        block, kind = blocks[index], kind_of(blocks[index])
        between = index < last
        fits = index in taken or (
            block.key not in seen and _belongs(block, kind, siblings, between)
        )
        if index != headline and fits:
            seen.add(block.key)
            chosen.append((block, kind))
    return list(_without_furniture(chosen))


def _matched(blocks: Sequence[Block], extracted: str) -> set[int]:
    """Indices of the blocks that `extracted` holds, each of its words used once."""
    keys = [key for line in extracted.split("\n") if (key := key_of(line))]
    joined = "".join(keys)
    likely = [i for i, b in enumerate(blocks) if len(b.key) > _CHANCE_CHARS and b.key in joined]
    container = _container(blocks, likely)
    inside = [i for i, b in enumerate(blocks) if container is None or _within(b.owner, container)]
    outside = sorted(set(range(len(blocks))) - set(inside))
    remaining, taken = Counter(keys), set()
    for index in (*inside, *outside):
        if remaining[blocks[index].key] > 0:
            remaining[blocks[index].key] -= 1
            taken.add(index)
    left = "\n".join(key for key in keys if remaining[key] > 0)
    for index in (*inside, *outside):
        if index not in taken and (rest := _used(blocks[index].key, left)) is not None:
            left = rest
            taken.add(index)
    return taken


def _used(key: str, left: str) -> str | None:
    """`left` without the words of `key`; None when they are not in it."""
    if len(key) <= _CHANCE_CHARS:
        return None
    at = left.find(key)
    if at >= 0:
        return left[:at] + "\n" + left[at + len(key) :]
    parts = [part for part in _lines(left) if len(part) > _CHANCE_CHARS and part in key]
    if sum(map(len, parts)) < _BLOCK_SHARE * len(key):
        return None
    for part in parts:
        left = left.replace(part, "\n", 1)
    return left


@functools.lru_cache(maxsize=1)
def _lines(left: str) -> list[str]:
    """The lines of `left`, split once for all blocks that are not in it."""
    return left.split("\n")


def _container(blocks: Sequence[Block], likely: Iterable[int]) -> Element | None:
    """The smallest element that holds most of the likely blocks."""
    weights: Counter[Element] = Counter()
    total = 0
    for index in likely:
        size = len(blocks[index].key)
        total += size
        for element in _around(blocks[index].owner):
            weights[element] += size
    holding = [element for element, size in weights.items() if size >= _CONTAINER_SHARE * total]
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _around(element: Element) -> Iterator[Element]:
    yield element
    yield from element.iterancestors()


def _within(element: Element, container: Element) -> bool:
    return any(around is container for around in _around(element))


def kind_of(block: Block) -> RegionKind:
    """What the block is, by the elements around it."""
    for element in _around(block.owner):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag == "figcaption" or (element is block.owner and _CAPTION_CLASS.search(names)):
            return "caption"
        if element.tag in ("blockquote", "div", "figure") and _EMBED.search(names):
            return "embedded_post"
        if element.tag == "li":
            return "list"
    return "caption" if lines.is_caption(block.text) else "body"


def signature(element: Element | None) -> tuple[str, str, Element | None]:
    """What makes parts of one article alike: their tag and class; without a class, themselves."""
    if element is None:
        return "", "", None
    name = element.get("class") or ""
    return str(element.tag), name, None if name else element


def _belongs(block: Block, kind: RegionKind, siblings: Counter[Signature], between: bool) -> bool:
    """True for a block that was not chosen and is part of the article all the same.

    `between` says that chosen ones come after it; `siblings` counts the chosen ones by parent.
    """
    if lines.is_furniture(block.text) or block.link_share >= _LINK_SHARE:
        return False
    if _PUT_RIGHT.match(block.text):
        return True
    if _is_aside(block.owner):
        return False
    if kind in ("embedded_post", "caption"):
        words = len(block.text.split()) >= (_CAPTION_WORDS if kind == "caption" else 2)
        placed = between or (kind == "caption" and _is_beside(block, siblings))
        return placed and words and len(block.key) > _CHANCE_CHARS
    alike = siblings[signature(block.owner.getparent())]
    speech = block.text.startswith(_OPENING_MARK)
    if block.owner.tag not in ("p", "blockquote") or not (speech or len(block.text) > 40):
        return False
    return alike >= (2 if between else 4)


def _is_beside(block: Block, siblings: Counter[Signature]) -> bool:
    """True for what is under a picture that stands among the article's paragraphs."""
    figure = next((e for e in _around(block.owner) if e.tag == "figure"), None)
    if figure is None:
        return False
    parent = figure.getparent()
    return parent is not None and siblings[signature(parent)] >= _PARAGRAPHS_BESIDE


def _is_aside(owner: Element) -> bool:
    for element in _around(owner):
        if element.tag in ("body", "html", "article", "main"):
            return False
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag in _ASIDE_TAGS or _ASIDE_CLASS.search(names):
            return True
    return False


def _densest(blocks: Sequence[Block]) -> set[int]:
    """Paragraphs that share a parent and make up an article, when nothing else found one."""
    by_parent: dict[Element, list[int]] = {}
    for index, block in enumerate(blocks):
        plain = block.link_share < _LINK_SHARE and not lines.is_furniture(block.text)
        sentence = len(block.text) > 60 and block.text.rstrip("\"'”’»)")[-1:] in (
            ".",
            "!",
            "?",
            "…",
        )
        if plain and sentence and not _is_aside(block.owner):
            by_parent.setdefault(block.owner.getparent(), []).append(index)
    best = max(
        by_parent.values(), key=lambda found: sum(len(blocks[i].text) for i in found), default=[]
    )
    return set(best) if sum(len(blocks[i].text) for i in best) >= _LEAST_CHARS else set()


def _without_furniture(chosen: Sequence[Chosen]) -> Iterator[Chosen]:
    """`chosen` without prompts and lists of other articles that were chosen wrongly."""
    end = len(chosen)
    while end and _is_link(chosen[end - 1][0]):
        end -= 1
    links = False
    for block, kind in chosen[:end]:
        if lines.opens_links(block.text):
            links = True
            continue
        if links and (block.link_share >= _LINK_SHARE or kind == "list"):
            continue
        links = False
        if not lines.is_furniture(block.text):
            yield block, kind


def _is_link(block: Block) -> bool:
    """True for the headline of another article."""
    return block.link_share > 0.8 and lines.is_headline_like(block.text)
