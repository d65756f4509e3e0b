"""Nothing but the page's own address is ever connected to: no build, export, page asks the net."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from reportedly.sample import pile

#: Every Python process that starts with it writes down whom it wants to reach, and is refused.
WATCH = """
import sys

def watched(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        place = arguments[0]
    elif event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        place = arguments[1][0] if isinstance(arguments[1], tuple) else None
    else:
        return
    if isinstance(place, bytes):
        place = place.decode()
    if place in (None, "", "127.0.0.1", "::1", "localhost", "0.0.0.0"):
        return
    with open(r"{told}", "a") as file:
        file.write(f"{{event}} {{place}}\\n")
    raise OSError("no way out")

sys.addaudithook(watched)
"""
PROGRAM = [sys.executable, "-c", "from reportedly.show.cli import main; main()"]


@pytest.fixture()
def told(tmp_path: Path) -> Path:
    """Where the watch writes down what was tried."""
    return tmp_path / "tried.txt"


@pytest.fixture()
def watched(tmp_path: Path, told: Path) -> dict[str, str]:
    """The environment in which every process is watched."""
    folder = tmp_path / "watch"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(WATCH.format(told=told))
    return dict(os.environ, PYTHONPATH=os.pathsep.join([str(folder), *filter(None, sys.path)]))


def test_the_watch_sees_and_refuses(watched: dict[str, str], told: Path) -> None:
    """Or the tests below could not fail."""
    asks = "import urllib.request; urllib.request.urlopen('http://a.example/')"
    asked = subprocess.run(
        [sys.executable, "-c", asks], env=watched, capture_output=True, check=False
    )
    assert asked.returncode == 1
    assert "a.example" in told.read_text()


def test_nothing_is_asked_of_the_net(watched: dict[str, str], told: Path, tmp_path: Path) -> None:
    """Build with a worker, reconcile, export, verify, doctor; then the page, as it is served."""
    chronicle, links = tmp_path / "c.chronicle", tmp_path / "links.jsonl"
    text = "“It stays,” Ada Quill told the Post. See https://b.example/x and www.c.example.\n"
    row = {"text": text, "url": "https://a.example/1", "html": "<img src='http://d.example/'>"}
    links.write_text(json.dumps(row))
    for command in (
        ["build", str(pile() / "packet"), str(links), "--to", str(chronicle), "--workers", "1"],
        ["export", str(chronicle), "--to", str(tmp_path / "tables")],
        ["verify", str(chronicle)],
        ["doctor"],
    ):
        done = subprocess.run([*PROGRAM, *command], env=watched, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
    with subprocess.Popen(
        [*PROGRAM, "serve", str(chronicle), "--port", "0"],
        env=dict(watched, PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as served:
        try:
            assert served.stdout is not None
            line = next(line for line in served.stdout if "http://" in line)
            address = "http://" + line.partition("http://")[2].split()[0].rstrip("/.")
            assert _first_answer(address + "/") == 200
            for page in ("/statements", "/people", "/timeline", "/findings"):
                assert _ask(address + page) in (200, 404)  # whatever the pages are called
        finally:
            served.terminate()
    assert not told.exists(), told.read_text()


def _first_answer(address: str) -> int:
    """The address is told a moment before it answers."""
    for _ in range(300):
        try:
            return _ask(address)
        except urllib.error.URLError:
            time.sleep(0.2)
    return _ask(address)


def _ask(address: str) -> int:
    directly = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with directly.open(address, timeout=60) as page:
            page.read()
            return int(page.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_a_machine_without_a_network(tmp_path: Path) -> None:
    """In a network namespace of its own, with native code and all: the build ends as ever."""
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    try:
        subprocess.run([*alone, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this system does not let go of the network")
    command = [*alone, *PROGRAM, "build", str(pile() / "packet"), "--workers", "1", "--to"]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(filter(None, sys.path)))
    done = subprocess.run(
        [*command, str(tmp_path / "c.chronicle")], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
