"""What every black-box test starts from: the release binary, a database of its own, a server."""

from __future__ import annotations

import itertools
import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from clusters import Cluster, running
from lists import Lists
from serving import environment, serve
from worlds import hill_cells

HOUSE = Path(__file__).resolve().parents[2]
NUMBERS = itertools.count(1)
# Files that take minutes each, the longest first: begun first, so that nobody waits for them at the end.
LONG = ["test_province", "test_browser", "test_pages", "test_deeds", "test_shell", "test_faults", "test_histories"]


def pytest_addoption(parser):
  parser.addoption(
    "--chibo", default=str(HOUSE / ".build/release/chibo"), help="the binary to test, else the release build"
  )
  parser.addoption(
    "--soak", action="store_true", help="the long random tests: many more seeds, days and units"
  )


def pytest_generate_tests(metafunc):
  """A test that takes a `seed` runs for a few of them, and for hundreds with --soak."""
  if "seed" in metafunc.fixturenames:
    few, many = metafunc.module.SEEDS
    once_failed = getattr(metafunc.module, "ONCE_FAILED", [])
    seeds = range(many) if metafunc.config.getoption("--soak") else range(few)
    metafunc.parametrize("seed", sorted({*once_failed, *seeds}))


def pytest_collection_modifyitems(items):
  items.sort(key=lambda item: LONG.index(item.module.__name__) if item.module.__name__ in LONG else len(LONG))


@pytest.fixture(scope="session")
def soak(request) -> bool:
  return request.config.getoption("--soak")


@dataclass
class Answer:
  """What a command answered."""

  command: list[str]
  code: int
  out: str
  err: str

  @property
  def json(self):
    """Standard output, which is JSON and nothing else."""
    try:
      return json.loads(self.out)
    except ValueError as error:
      raise AssertionError(f"{self} did not answer in JSON: {error}\n{self.out[:2000]}") from error

  @property
  def said(self) -> str:
    """All that a person at the console reads."""
    return self.out + self.err

  def __str__(self) -> str:
    return "`" + " ".join(self.command) + "`"


class Chibo:
  """The command, run in a folder of its own."""

  def __init__(self, binary: Path, folder: Path):
    self.binary = binary
    self.folder = folder

  def __call__(self, *arguments, code: int | tuple[int, ...] = 0) -> Answer:
    """Runs a verb, and holds it to its exit code and to saying no more than a person can read."""
    command = [str(argument) for argument in arguments]
    done = subprocess.run([self.binary, *command], capture_output=True, cwd=self.folder, env=environment())
    answer = Answer(["chibo", *command], done.returncode, done.stdout.decode(), done.stderr.decode())
    expected = code if isinstance(code, tuple) else (code,)
    assert answer.code in expected, (
      f"{answer} ended with {answer.code}, not {expected}:\n{answer.said[:3000]}"
    )
    for trace in ("Fatal error", "Stack dump", "Thread 0 crashed", "GRDB.", "SQLITE_"):
      assert trace not in answer.said, f"{answer} showed its insides:\n{answer.said[:3000]}"
    return answer


class Record:
  """One database, asked from outside."""

  def __init__(self, chibo: Chibo, path: Path):
    self.chibo = chibo
    self.path = path

  def __call__(self, verb: str, *arguments, code: int | tuple[int, ...] = 0) -> Answer:
    return self.chibo(verb, *arguments, "--database", self.path, code=code)

  def take_in(self, lists: Lists | Path, *options, code: int = 0, **how) -> Answer:
    """Imports lists, or a folder or workbook that is there already."""
    source = lists
    if isinstance(lists, Lists):
      source = lists.write(self.path.parent / f"{self.path.stem}-lists", **how)
    return self("import", source, *options, "--format", "json", code=code)

  def figures(self, unit: str, on, start=None, until=None) -> dict[str, int]:
    period = ["--from", start, "--until", until] if start else []
    return self("figures", "--unit", unit, "--on", on, *period, "--format", "json").json["figures"]

  def ledger(self, unit: str, start, until) -> dict:
    return self("ledger", "--unit", unit, "--from", start, "--until", until, "--format", "json").json

  def export(self, name: str, *options) -> Path:
    folder = self.chibo.folder / name
    self("export", folder, *options)
    return folder


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
  """A PostgreSQL cluster on this machine, until the last test."""
  with running() as cluster:
    yield cluster


@pytest.fixture
def postgres(cluster) -> Iterator[str]:
  """The address of an empty database on a PostgreSQL server, dropped when the test ends."""
  with cluster.database(f"test{next(NUMBERS)}") as address:
    yield address


@pytest.fixture(scope="session")
def binary(request) -> Path:
  path = Path(request.config.getoption("--chibo")).resolve()
  if not path.exists():
    pytest.fail(f"{path} is not there: `make build` makes it.", pytrace=False)
  return path


@pytest.fixture
def chibo(binary, tmp_path) -> Chibo:
  return Chibo(binary, tmp_path)


def demonstration(binary: Path, folder: Path, people: int) -> Record:
  """The fictional province up to the end of 2025, with so many members; only to be read."""
  record = Record(Chibo(binary, folder), folder / "demonstration.sqlite")
  record("demo", "--no-serve", "--people", people, "--until", "2025-12-31")
  return record


@pytest.fixture(scope="session")
def province(binary, tmp_path_factory) -> Record:
  """The fictional province in full size. It takes a minute to make: made once, and only read."""
  return demonstration(binary, tmp_path_factory.mktemp("province"), 131_548)


@pytest.fixture(scope="session")
def district(binary, tmp_path_factory) -> Record:
  """The fictional province with three thousand members; only to be read."""
  return demonstration(binary, tmp_path_factory.mktemp("district"), 3000)


@pytest.fixture
def record(chibo, tmp_path) -> Record:
  """A database that is not there yet; the first import makes it."""
  return Record(chibo, tmp_path / "province.sqlite")


@pytest.fixture
def another(chibo, tmp_path) -> Record:
  """A second database, to bring into it what the first one gave."""
  return Record(chibo, tmp_path / "another.sqlite")


@pytest.fixture
def hills(record) -> Record:
  """A database with the little organisation of worlds.py in it."""
  record.take_in(hill_cells())
  return record


@pytest.fixture
def server(chibo, hills):
  """Serves the little organisation on a free port of this machine until the test ends."""
  with serve(chibo.binary, hills.path) as server:
    yield server
