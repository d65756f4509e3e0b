"""The SQL schema of a chronicle: the model's tables as they are declared, and the store's own.

The store's own tables: `kept` holds what each stage gave for each article, so that nothing is
computed twice; `captures` the pages that articles were read from; `read_inputs` says which inputs
were read whole; `worked_out` what reconciling need not work out again; `found_groups` holds who is
who as the machine alone found it; `former_names` keeps old group identifiers resolvable;
`tombstones` keep forgotten things from coming back; `meta` and `runs`.
"""

import typing

from reportedly import schema
from reportedly.model import CHRONICLE, Row

#: Raised by one whenever the file's layout changes; `migrations` knows the way from each.
SCHEMA_VERSION = 2

#: SQLite's header field that says whose file it is: "RPTD" in ASCII.
APPLICATION_ID = 0x52505444

_OWN = """
create table meta (key text primary key, value text not null) without rowid;
create table read_inputs (
    path text primary key, sha256 text not null, fingerprint text not null
) without rowid;
create table kept (
    article_id text not null, stage text not null, fingerprint text not null,
    payload blob not null, primary key (article_id, stage)
);
create table captures (article_id text primary key, payload blob not null);
create table found_groups (kind text primary key, payload blob not null);
create table worked_out (key text primary key, payload blob not null);
create table former_names (
    old_id text primary key, new_id text not null
) without rowid;
create table tombstones (
    kind text not null, name text not null, primary key (kind, name)
) without rowid;
create table runs (
    run integer primary key, started text not null, finished text, program text not null,
    summary text
);
"""

#: What the pages look up by; everything else is found by primary key or by scanning.
INDEXES: dict[str, tuple[str, ...]] = {
    "articles": ("story_id", "copy_group", "outlet", "published"),
    "statements": (
        "article_id",
        "speaker_id",
        "addressee_id",
        "utterance_id",
        "claim_id",
        "parent_id",
    ),
    "chain": ("entity_id",),
    "mentions": ("entity_id",),
    "variants": ("statement_id",),
    "utterances": ("speaker_id",),
    "events": ("story_id", "earliest"),
    "facts": ("subject_id", "article_id"),
    "findings": ("kind",),
    "inputs": ("article_id",),
}

#: What keeps the pages fast on a large pile: lists that are shown in an order are stored in it, and
#: counts over all statements are read from the index alone.  `pages.SORT_DAY` is the first of them;
#: the second spares whoever wants an article's day or outlet the way past its text.
_PAGE_INDEXES = """
create index articles_day on articles (
    coalesce(published, published_earliest, published_latest, '9999'), article_id);
create index articles_line on articles (
    article_id, outlet, published, published_earliest, published_latest);
create index statements_speaker_article on statements (speaker_id, article_id);
create index statements_article_kind on statements (article_id, source_kind, mode);
create index statements_kind on statements (source_kind);
create index statements_mode on statements (mode);
create index statements_channel on statements (channel) where channel is not null;
create index utterances_travelled on utterances (
    n_outlets desc, n_statements desc, utterance_id) where n_statements > 1;
create index claims_repeated on claims (
    n_independent desc, n_outlets desc, claim_id) where n_statements > 1;
"""

#: Accents are folded, so "Zoe" finds "Zoë".
_TOKENIZER = 'tokenize = "unicode61 remove_diacritics 2"'

_SEARCH = f"""
create virtual table statement_words using fts5(
    statement_id unindexed, content_text, source_text, speaker, {_TOKENIZER});
create virtual table article_words using fts5(
    article_id unindexed, title, text, {_TOKENIZER});
"""


def sql_type(hint: typing.Any) -> str:
    """The SQLite type of a column; everything that is no scalar is kept as JSON text."""
    base, _ = schema.optional_of(hint)
    return {int: "integer", float: "real"}.get(base, "text")


def is_json(hint: typing.Any) -> bool:
    """True for columns that are kept as JSON text: spans, lists and nested rows."""
    base, _ = schema.optional_of(hint)
    return not (base in (str, int, float, bool) or typing.get_origin(base) is typing.Literal)


def create_table(kind: type[Row]) -> str:
    """The `create table` statement of one table of the model."""
    columns = []
    for name, hint in schema.hints(kind).items():
        nullable = "" if schema.optional_of(hint)[1] else " not null"
        columns.append(f'"{name}" {sql_type(hint)}{nullable}')
    key = ", ".join(f'"{name}"' for name in kind.key)
    return f'create table "{kind.table}" ({", ".join(columns)}, primary key ({key}));'


def create_all() -> str:
    """The whole schema as one script."""
    tables = [create_table(kind) for kind in CHRONICLE]
    indexes = [
        f'create index "{table}_{column}" on "{table}" ("{column}");'
        for table, columns in INDEXES.items()
        for column in columns
    ]
    return "\n".join([*tables, *indexes, _PAGE_INDEXES, _OWN, _SEARCH])
