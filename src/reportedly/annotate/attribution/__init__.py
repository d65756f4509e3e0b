"""Attribution: who is said to have said what, as spans of source, cue and content.

In: a document with its regions.  Out: `Attribution` rows in the order of the text, statements
inside statements with the index of their parent.  Text without letters, or that is not English,
gives none.
"""

from typing import TYPE_CHECKING

from reportedly.rows import Rows

if TYPE_CHECKING:
    from reportedly.annotate.document import Document


def annotate(document: "Document", rows: Rows) -> Rows:
    """The attributions of one article; see `reportedly.annotate.attribution.rows`."""
    from reportedly.annotate.attribution.rows import attributions_of
    from reportedly.model import Attribution

    return Rows({Attribution: attributions_of(document)})
