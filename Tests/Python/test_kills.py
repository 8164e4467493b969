"""A command killed at any moment leaves every acknowledged thing there, and nothing half done."""

import contextlib
import http.client
import random
import re
import shutil
import sqlite3
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import Chibo, Record
from faults import clerks, cut_short
from lists import COLUMNS, Lists
from serving import DESK, Visitor, key, listens, serve

# Six kinds of work are killed: with --soak a thousand times in all.
SEEDS = (4, 170)


@dataclass
class Work:
  """What is done again and again, what it leaves when it is let be, and how long it takes then."""

  # The lists of half of the people, a record with those, and the lists of everybody.
  half: Path
  half_record: Path
  whole: Path
  seconds: dict[str, float]
  # The head of the journal of a small demonstration that was let be.
  head: str


@pytest.fixture(scope="module")
def work(binary, district, tmp_path_factory) -> Work:
  folder = tmp_path_factory.mktemp("work")
  whole = district.export("whole")
  everybody = Lists.read(whole)
  some = {row["person"] for row in everybody.members[::2]}
  half = everybody.copy()
  for name in ("members", "affiliations", "posts"):
    setattr(half, name, [row for row in getattr(half, name) if row["person"] in some])
  half.write(folder / "half")
  record = Record(Chibo(binary, folder), folder / "half.sqlite")
  record("import", folder / "half")
  seconds = {}

  def timed(name: str, record: Record, *command):
    begun = time.monotonic()
    record(*command)
    seconds[name] = time.monotonic() - begun

  timed("new", Record(record.chibo, folder / "new.sqlite"), "import", whole)
  filled = Record(record.chibo, Path(shutil.copy(record.path, folder / "filled.sqlite")))
  timed("filled", filled, "import", whole)
  (folder / "demo").mkdir()
  demo = Record(record.chibo, folder / "demo" / "province.sqlite")
  timed("demo", demo, *DEMO)
  timed("backup", filled, "backup", folder / "whole.backup")
  return Work(folder / "half", record.path, whole, seconds, head(demo))


DEMO = ("demo", "--no-serve", "--people", 400, "--until", "2025-12-31")


def moment(seed: int, seconds: float) -> float:
  """A moment of a piece of work, or a little after it."""
  return random.Random(seed).uniform(0, seconds * 1.1)


def head(record: Record) -> str:
  return record("journal", "verify", "--format", "json").json["head"]


def is_sound(record: Record) -> None:
  record("check")
  record("journal", "verify")


def gives(record: Record, source: Path, name: str) -> bool:
  """Whether the lists the record gives back are those of the folder, to the byte."""
  folder = record.export(name)
  names = [f"{kind}.csv" for kind in COLUMNS]
  return all((folder / each).read_bytes() == (source / each).read_bytes() for each in names)


def test_an_import_that_begins_a_record_is_there_whole_or_not_at_all(record, work, seed):
  import_all = ("import", work.whole, "--database", record.path)
  answer = cut_short(record.chibo, *import_all, after=moment(seed, work.seconds["new"]))
  assert record.path.exists() or answer.code != 0
  if record.path.exists():
    is_sound(record)
    assert gives(record, work.whole, "found")
  # What was left lying about harms nothing: the same again takes everything over, once.
  record("import", work.whole)
  is_sound(record)
  assert gives(record, work.whole, "again")
  assert not list(record.path.parent.glob("*.part*"))


def test_an_import_into_a_record_with_people_is_there_whole_or_not_at_all(record, work, seed):
  shutil.copy(work.half_record, record.path)
  before = record.export("before")
  import_all = ("import", work.whole, "--database", record.path)
  answer = cut_short(record.chibo, *import_all, after=moment(seed, work.seconds["filled"]))
  is_sound(record)
  if answer.code == 0:
    assert gives(record, work.whole, "found")
  else:
    assert gives(record, before, "found") or gives(record, work.whole, "found")
  record("import", work.whole)
  is_sound(record)
  assert gives(record, work.whole, "again")


def test_every_account_that_somebody_was_told_of_is_there(record, work, seed):
  shutil.copy(work.half_record, record.path)
  told = clerks(record.chibo, "abc", record.path, after=moment(seed, 1.5))
  acknowledged = set(re.findall(r"^The password of (\w+): .+\n", told, re.MULTILINE))
  is_sound(record)
  with sqlite3.connect(record.path) as database:
    # Whoever works at the console is an account too, without a password.
    named = "SELECT name FROM account WHERE name NOT LIKE 'console:%'"
    accounts = {row[0] for row in database.execute(named)}
    able = {row[0] for row in database.execute("SELECT name FROM account JOIN credential ON account = id")}
  assert acknowledged <= accounts
  assert able == accounts
  record("account", "add", "next")


def test_a_demonstration_is_there_whole_or_not_at_all(record, work, seed):
  answer = cut_short(
    record.chibo, *DEMO, "--database", record.path, after=moment(seed, work.seconds["demo"])
  )
  assert record.path.exists() or answer.code != 0
  if record.path.exists():
    assert head(record) == work.head
  record(*DEMO)
  is_sound(record)
  assert head(record) == work.head
  assert {path.name for path in record.path.parent.iterdir()} == {record.path.name}


def test_a_backup_is_there_whole_or_not_at_all(record, another, work, seed):
  shutil.copy(work.half_record, record.path)
  backup = record.path.parent / "kept.backup"
  answer = cut_short(
    record.chibo, "backup", backup, "--database", record.path, after=moment(seed, work.seconds["backup"])
  )
  assert backup.exists() or answer.code != 0
  if not backup.exists():
    record("backup", backup)
  another("restore", backup)
  assert gives(another, record.export("kept"), "restored")
  is_sound(record)


def test_every_look_that_was_answered_is_written_down(district, work, seed, tmp_path):
  """The server is killed while somebody opens one file after another; each shown was written down first."""
  record = Record(district.chibo, Path(shutil.copy(district.path, tmp_path / "served.sqlite")))
  if not listens(record.chibo.binary):
    pytest.skip("`chibo serve` does not listen yet")
  with sqlite3.connect(record.path) as database:
    people = [row[0] for row in database.execute("SELECT id FROM person ORDER BY id")]
  random.Random(seed).shuffle(people)
  shown = set()
  with serve(record.chibo.binary, record.path) as server:
    visitor = Visitor(server)
    visitor.sign_in(*DESK)
    killing = threading.Timer(moment(seed, 1), server.process.kill)
    killing.start()
    with contextlib.suppress(OSError, http.client.HTTPException):
      for person in people:
        if visitor.get(f"/people/{key(person)}").status == 200:
          shown.add(person)
    killing.join()
  is_sound(record)
  with sqlite3.connect(record.path) as database:
    written = {row[0] for row in database.execute("SELECT person FROM reading WHERE person IS NOT NULL")}
  # The one asked for last may have been written down and never shown.
  assert shown <= written and len(written - shown) <= 1
