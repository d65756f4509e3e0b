"""The work of annotating: articles with what is kept of them in, the missing stages' rows out."""

import time
from collections.abc import Iterable, Iterator, Mapping

import pyarrow as pa

from reportedly.annotate.document import Document
from reportedly.engine.base import Work
from reportedly.errors import RunAborted
from reportedly.model import Article, Region
from reportedly.payload import pack, unpack
from reportedly.pipeline import ARTICLE_STAGES, READ_VERSION
from reportedly.rows import Rows
from reportedly.stage import fingerprints

READ_FINGERPRINT = f"read {READ_VERSION}"
#: Of results that stand in for what could not be had this time.
PUT_ASIDE = "put aside"
#: The reason of the reject of an article on which a stage failed: the stage's name, and this.
FAILED = "_failed"
#: What the reject says behind the error: of a stage that failed, of an article put aside.
WITHOUT_STAGE = "; the article is kept without this stage's rows"
WITHOUT_ROWS = "; the article is kept without rows, and the next build tries again"

_STAGE_ROWS = pa.struct(
    [
        pa.field("stage", pa.string(), nullable=False),
        pa.field("fingerprint", pa.string(), nullable=False),
        pa.field("payload", pa.binary(), nullable=False),
    ]
)

ARTICLES = pa.schema(
    [
        pa.field("article_id", pa.string(), nullable=False),
        pa.field("kept", pa.list_(_STAGE_ROWS), nullable=False),
    ]
)

#: One row for each stage that ran; `error` where it could not, with empty rows as `payload`.
ANNOTATED = pa.schema(
    [
        pa.field("article_id", pa.string(), nullable=False),
        *_STAGE_ROWS,
        pa.field("error", pa.string()),
        pa.field("cpu_seconds", pa.float64(), nullable=False),
    ]
)

#: What is nobody's article's fault: no memory, a disk or an installation that is not sound.
_NOT_THE_ARTICLE = (MemoryError, OSError, ImportError, RunAborted)


def wanted_fingerprints() -> dict[str, str]:
    """Stage → the fingerprint that its kept result must have to be good still.

    Reading is none of them: what an earlier version read stays as it is until the input is given
    again, and is annotated by this version's stages meanwhile.
    """
    return fingerprints(ARTICLE_STAGES, [READ_FINGERPRINT])


def batch_of(articles: Mapping[str, Mapping[str, tuple[str, bytes]]]) -> pa.RecordBatch:
    """An Arrow batch out of article_id → stage → (fingerprint, payload)."""
    rows = [
        {
            "article_id": article_id,
            "kept": [
                {"stage": stage, "fingerprint": fingerprint, "payload": payload}
                for stage, (fingerprint, payload) in kept.items()
            ],
        }
        for article_id, kept in articles.items()
    ]
    return pa.RecordBatch.from_pylist(rows, schema=ARTICLES)


def annotate_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Runs on each article the stages whose results it lacks."""
    results = [row for values in batch.to_pylist() for row in _annotate(values)]
    return pa.RecordBatch.from_pylist(results, schema=ANNOTATED)


def _annotate(values: dict[str, object]) -> Iterator[dict[str, object]]:
    kept: Iterable[dict[str, object]] = values["kept"]  # type: ignore[assignment]
    found = {row["stage"]: (row["fingerprint"], row["payload"]) for row in kept}
    rows = unpack(found["read"][1])  # type: ignore[arg-type]
    document = Document(rows.of(Article)[0], rows.of(Region))
    for stage, fingerprint in wanted_fingerprints().items():
        error = None
        if found.get(stage, ("", b""))[0] == fingerprint:
            written = unpack(found[stage][1])  # type: ignore[arg-type]
        else:
            began = time.process_time()
            written, error = run_stage(stage, document, rows)
            yield {
                "article_id": values["article_id"],
                "stage": stage,
                "fingerprint": fingerprint,
                "payload": pack(written),
                "error": error,
                "cpu_seconds": time.process_time() - began,
            }
        rows = rows.merged(written)


_BY_NAME = {stage.name: stage for stage in ARTICLE_STAGES}


def run_stage(name: str, document: Document, rows: Rows) -> tuple[Rows, str | None]:
    """A stage's rows for one article; where it fails, no rows and what went wrong.

    Raises MemoryError, OSError, ImportError and RunAborted: they would be held against the article
    in every later build, though it is not their reason.
    """
    stage = _BY_NAME[name]
    try:
        written: Rows = stage.load()(document, rows)
    except _NOT_THE_ARTICLE:
        raise
    except Exception as error:  # the runner's boundary: one bad document never stops a run
        return Rows(dict.fromkeys(stage.writes, ())), f"{type(error).__name__}: {error}"[:500]
    return written, None


def annotate_document(document: Document, until: str | None = None) -> Rows:
    """All article stages on one document, to the stage `until`; errors are raised, not recorded."""
    rows = Rows({Article: [document.article], Region: document.regions})
    for stage in ARTICLE_STAGES:
        rows = rows.merged(stage.load()(document, rows))
        if stage.name == until:
            break
    return rows


def crashed(batch: pa.RecordBatch) -> pa.RecordBatch:
    """What stands for the results of an article that killed its worker: no rows, and the reason.

    They carry a fingerprint that no stage has, so that the next build tries again: the memory that
    was missing may be there then.
    """
    rows = [
        {
            "article_id": values["article_id"],
            "stage": stage.name,
            "fingerprint": PUT_ASIDE,
            "payload": pack(Rows(dict.fromkeys(stage.writes, ()))),
            "error": "annotating this article killed the worker twice, out of memory most likely",
            "cpu_seconds": 0.0,
        }
        for values in batch.to_pylist()
        for stage in ARTICLE_STAGES
    ]
    return pa.RecordBatch.from_pylist(rows, schema=ANNOTATED)


ANNOTATING = Work("annotate", annotate_batch, crashed)
