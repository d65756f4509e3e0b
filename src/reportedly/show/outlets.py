"""How an article's outlet is called, and which article is meant where no outlet is known."""

from reportedly.model import Article
from reportedly.store.pages import ArticleLine

UNKNOWN = "outlet not known"


def outlet_of(article: Article | ArticleLine) -> str:
    """The outlet; without one the name of the file, so that one such article is not another's."""
    name = article.path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return article.outlet or (f"{UNKNOWN} ({name})" if name else UNKNOWN)
