"""The columns of a text, for the tests beside this file."""

from reportedly.annotate.coreference.candidates import Candidates, find_candidates
from reportedly.annotate.coreference.clusters import resolve_chains
from reportedly.annotate.coreference.neural.columns import Columns, columns_of
from reportedly.annotate.coreference.neural.further import find_phrases
from reportedly.annotate.parse.text import parse_text


def described(text: str) -> tuple[Candidates, Columns]:
    """Candidates and columns of `text`."""
    parse = parse_text(text)
    found = find_candidates(parse, text)
    ruled = resolve_chains(found)
    phrases = find_phrases(parse, found.found)
    return found, columns_of(phrases, found, ruled.chains, ruled.earlier)
