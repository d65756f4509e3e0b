"""One Spark on this machine for all tests of the cluster engine; they skip where there is none."""

import contextlib
import importlib.util
import shutil
import warnings
from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="session")
def spark_installed() -> None:
    """Skips where PySpark or Java is missing."""
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("PySpark is not installed: pip install -r requirements-spark.lock")
    if shutil.which("java") is None:
        pytest.skip("there is no `java` here, which Spark needs")


@pytest.fixture(scope="module")
def spark(spark_installed: None) -> Iterator[Any]:
    """A session with two workers that a module's tests share.

    It ends with the module: a build with a session of its own refuses to begin beside it.
    """
    from reportedly.engine.spark.session import spark_session

    light = {
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    }
    with warnings.catch_warnings(), spark_session("local[2]", light) as session:
        yield session


@pytest.fixture()
def shared_session(spark: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets `build` use the shared session in the place of one of its own."""
    from reportedly.engine.spark import build

    @contextlib.contextmanager
    def lent(master: str, settings: object = None) -> Iterator[Any]:
        yield spark

    monkeypatch.setattr(build, "spark_session", lent)
    return spark
