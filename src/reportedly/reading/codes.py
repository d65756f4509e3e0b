"""The codes of `rejects.reason`: one table that the program raises from and the docs print."""

from reportedly.errors import DocumentRejected

#: Code, what it means, and what a user can do.
REJECT_CODES: dict[str, str] = {
    "binary": "not text: a picture, a PDF, a program; convert it to text or HTML first",
    "duplicate_id": "an identifier given twice with different text; both articles are kept",
    "empty": "no bytes, or nothing but white space",
    "forgotten": "an article that was removed with `reportedly forget`; it is not read again",
    "missing_file": "no such file or folder, or a pattern that matches nothing",
    "missing_text": "an article object or row without `text`, `body`, `content` or `html`",
    "nested_too_deep": "an archive, a page's element or a JSON list nested beyond the limit",
    "no_text": "a page without article text: a menu, a picture, a page made by scripts only",
    "not_json": "a line or file that is not JSON, or JSON that is not an object",
    "reader_failed": "an error of this program; please report it with the file",
    "too_large": "a record, page or unpacked archive beyond the limits",
    "truncated": "the input ends before it should; what could be read was read",
    "unreadable": "damaged, encrypted, or not permitted to be read",
    "worker_killed": "reading it killed the process twice, out of memory most likely; leave it out",
    "wrong_charset": "bytes that are no text in UTF-8, UTF-16 or Windows-1252",
}


def rejected(reason: str, detail: str) -> DocumentRejected:
    """The error for one document; raises KeyError for a code that is not in the table."""
    if reason not in REJECT_CODES:
        raise KeyError(reason)
    return DocumentRejected(reason, detail)
