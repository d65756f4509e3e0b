"""Each stage's result for each article, `read` included: what a later build need not do again."""

from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.engine import annotating
from reportedly.engine.base import KILLED
from reportedly.engine.spark.annotating_step import KEPT
from reportedly.engine.spark.layout import place
from reportedly.engine.spark.parts import with_part

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def all_kept(session: "SparkSession", articles: "DataFrame", rounds: list[Path]) -> "DataFrame":
    """All results as one frame with the columns `KEPT`.

    Args:
        articles: `article_id` and `payload` as read.
        rounds: folders of Parquet that annotating left.
    """
    from pyspark.sql import functions as f

    read = articles.select(
        "article_id",
        f.lit("read").alias("stage"),
        f.lit(annotating.READ_FINGERPRINT).alias("fingerprint"),
        "payload",
        f.lit(None).cast("string").alias("error"),
    )
    annotated = [session.read.parquet(place(folder)).select(*KEPT) for folder in rounds]
    return reduce(lambda one, other: one.unionByName(other), annotated, read)


def write_kept(kept: "DataFrame", parts: int, folder: Path) -> None:
    """Writes the results into `folder/parts`, by part of the article."""
    dealt = with_part(kept, "article_id", parts).repartition(parts, "part")
    dealt = dealt.sortWithinPartitions("part", "article_id", "stage")
    dealt.write.partitionBy("part").parquet(place(folder / "parts"))


def failures(kept: "DataFrame", inputs: "DataFrame") -> "DataFrame":
    """A row of `rejects` for each stage that failed on an article, at the article's first place."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    order = (f.col("path").asc(), f.col("record").asc_nulls_first())
    nth = f.row_number().over(Window.partitionBy("article_id").orderBy(*order))
    first = inputs.withColumn("nth", nth).where("nth = 1")
    failed = kept.where("error is not null").join(first, "article_id")
    put_aside = f.col("fingerprint") == annotating.PUT_ASIDE
    without = f.when(put_aside, f.lit(annotating.WITHOUT_ROWS))
    detail = f.concat("error", without.otherwise(f.lit(annotating.WITHOUT_STAGE)))
    failed_stage = f.concat("stage", f.lit(annotating.FAILED))
    reason = f.when(put_aside, f.lit(KILLED)).otherwise(failed_stage)
    rejects = failed.select("path", "record", reason.alias("reason"), detail.alias("detail"))
    return rejects.distinct()
