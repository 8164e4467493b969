"""A full disk, a tampered backup, a folder that may not be written: a clear sentence, and nothing lost."""

import shutil
import socket
import sqlite3
import subprocess
from pathlib import Path

import pytest

from conftest import Record
from faults import SmallDisk, small_disk, without_rights
from lists import COLUMNS
from serving import environment, listens
from worlds import hill_cells

# Room left on the disk, in KiB: none, too little to begin, too little to finish.
ROOMS = (0, 40, 300, 1500)


@pytest.fixture(scope="module")
def lists(district) -> Path:
  return district.export("lists")


@pytest.fixture
def disk(chibo):
  with small_disk(chibo, 64) as disk:
    yield disk


def on_disk(disk: SmallDisk, record: Path | None = None) -> Record:
  """A record on the small disk: one that is there already, or a place for one."""
  if record:
    shutil.copy(record, disk.outside / "province.sqlite")
  return Record(disk.chibo, disk.path / "province.sqlite")


def says_once(answer, *words) -> None:
  """One sentence, with what it is about, after at most a line about what was begun."""
  lines = [line for line in answer.err.strip().splitlines() if not line.endswith("…")]
  assert len(lines) == 1 and not answer.out, answer.said
  for word in words:
    assert word in lines[0], answer.said


def texts(folder: Path) -> dict[str, bytes]:
  return {name: (folder / f"{name}.csv").read_bytes() for name in COLUMNS}


@pytest.mark.parametrize("room", ROOMS)
def test_a_new_record_that_finds_no_room_leaves_nothing_behind(disk, lists, room):
  record = on_disk(disk)
  disk.leave(room)
  says_once(record("import", lists, code=2), "full")
  assert disk.names() == set()
  disk.make_room()
  record("import", lists)
  record("check")
  record("journal", "verify")


@pytest.mark.parametrize("room", ROOMS)
def test_an_import_that_finds_no_room_leaves_the_record_as_it_was(disk, hills, lists, room):
  record = on_disk(disk, hills.path)
  before = texts(hills.export("before"))
  disk.leave(room)
  more = hill_cells()
  for number in range(3000):
    more.member(f"M{number}", f"Lò Văn Số {number}", "2019-01-01")
    more.affiliation(f"M{number}", "C2", "2019-01-01")
  folder = more.write(hills.path.parent / "more")
  says_once(record("import", folder, code=2), "full")
  disk.make_room()
  record("check")
  record("journal", "verify")
  record("export", hills.path.parent / "after")
  assert texts(hills.path.parent / "after") == before
  record("import", folder)
  assert record.figures("QN", "2020-01-14")["members.total"] == 3004


@pytest.mark.parametrize("room", ROOMS[:1])
def test_an_account_that_finds_no_room_is_not_there(disk, hills, room):
  record = on_disk(disk, hills.path)
  disk.leave(room)
  says_once(record("account", "add", "thu", code=2), "full")
  disk.make_room()
  record("journal", "verify")
  record("account", "add", "thu")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("room", ROOMS[:2])
def test_an_export_that_finds_no_room_leaves_no_half_list(disk, district, form, room):
  disk.leave(room)
  record = Record(disk.chibo, district.path)
  answer = record("export", disk.path / "lists", "--format", form, code=2)
  left = disk.outside / "lists"
  assert not left.exists() or not list(left.iterdir())
  says_once(answer, "full")
  disk.make_room()
  record("export", disk.path / "lists", "--format", form)


def test_lists_that_were_there_survive_an_export_that_finds_no_room(disk, hills, district):
  Record(disk.chibo, hills.path)("export", disk.path / "lists")
  before = texts(disk.outside / "lists")
  disk.leave(40)
  answer = Record(disk.chibo, district.path)("export", disk.path / "lists", code=2)
  assert texts(disk.outside / "lists") == before
  says_once(answer, "full")


@pytest.mark.parametrize("room", ROOMS)
def test_a_backup_that_finds_no_room_leaves_no_half_backup(disk, district, room):
  record = Record(disk.chibo, district.path)
  disk.leave(room)
  says_once(record("backup", disk.path / "kept.backup", code=2), "full")
  assert disk.names() == set()
  disk.make_room()
  record("backup", disk.path / "kept.backup")
  Record(disk.chibo, disk.path / "restored.sqlite")("restore", disk.path / "kept.backup")


@pytest.mark.parametrize("room", ROOMS)
def test_a_restoring_that_finds_no_room_leaves_no_half_record(disk, district, chibo, room):
  backup = chibo.folder / "kept.backup"
  district("backup", backup)
  disk.leave(room)
  restored = on_disk(disk)
  says_once(restored("restore", backup, code=2), "full")
  assert disk.names() == set()
  disk.make_room()
  restored("restore", backup)
  assert disk.names() == {restored.path.name}


@pytest.mark.parametrize("room", ROOMS)
def test_a_demonstration_that_finds_no_room_leaves_nothing_behind(disk, room):
  disk.leave(room)
  demo = ("demo", "--no-serve", "--people", 3000, "--until", "2025-12-31")
  record = on_disk(disk)
  says_once(record(*demo, code=2), "full")
  assert disk.names() == set()
  disk.make_room()
  record(*demo)
  assert disk.names() == {record.path.name}


def test_a_backup_made_while_lists_stream_in_restores_and_verifies(record, chibo, another):
  """Backups between and during five imports each hold some first part of what was taken over."""
  record.take_in(hill_cells())
  backups = []
  for number in range(5):
    more = hill_cells()
    for person in range(300):
      code = f"M{number}-{person}"
      more.member(code, f"Vừ A Số {person}", "2019-01-01")
      more.affiliation(code, "C2", "2019-01-01")
    folder = more.write(record.path.parent / f"more-{number}")
    process = subprocess.Popen(
      [chibo.binary, "import", folder, "--database", record.path],
      stdout=subprocess.DEVNULL,
      stderr=subprocess.DEVNULL,
      cwd=chibo.folder,
      env=environment(),
    )
    backups.append(chibo.folder / f"kept-{number}.backup")
    record("backup", backups[-1])
    assert process.wait() == 0
  for number, backup in enumerate(backups):
    restored = Record(chibo, chibo.folder / f"restored-{number}.sqlite")
    restored("restore", backup)
    members = restored.figures("QN", "2020-01-14")["members.total"]
    assert members in (4 + 300 * number, 4 + 300 * (number + 1))


@pytest.mark.parametrize(
  "change",
  [
    "UPDATE entry SET moment = moment + 1 WHERE seq = 1",
    "UPDATE payload SET body = body || ' ' WHERE entry = 1",
    "DELETE FROM affiliation WHERE id = (SELECT min(id) FROM affiliation)",
    "UPDATE affiliation SET start_on = '2014-01-01' WHERE id = (SELECT min(id) FROM affiliation)",
    "UPDATE roll SET sex = 'M' WHERE sex = 'F'",
  ],
)
def test_a_backup_that_somebody_changed_is_not_restored(hills, another, change):
  backup = hills.path.parent / "kept.backup"
  hills("backup", backup)
  with sqlite3.connect(backup) as database:
    assert database.execute(change).rowcount > 0
  another("restore", backup, code=1)
  assert not list(another.path.parent.glob(another.path.name + "*"))


def test_a_backup_cut_off_is_not_restored(hills, another):
  backup = hills.path.parent / "kept.backup"
  hills("backup", backup)
  backup.write_bytes(backup.read_bytes()[: backup.stat().st_size // 2])
  another("restore", backup, code=(1, 2))
  assert not list(another.path.parent.glob(another.path.name + "*"))


def test_nothing_is_restored_over_a_record_that_is_there(hills, another):
  backup = hills.path.parent / "kept.backup"
  hills("backup", backup)
  another.path.write_bytes(b"somebody's")
  answer = another("restore", backup, code=2)
  assert another.path.name in answer.err and another.path.read_bytes() == b"somebody's"


def test_a_restored_record_is_one_file(hills, another):
  hills("backup", hills.path.parent / "kept.backup")
  another("restore", hills.path.parent / "kept.backup")
  assert [path.name for path in another.path.parent.glob(another.path.name + "*")] == [another.path.name]


def writing(folder: Path, record: Path) -> list[list]:
  """Every verb that writes to a place, and that place."""
  return [
    ["import", folder / "lists", "--database", folder / "new.sqlite"],
    ["demo", "--no-serve", "--people", 200, "--database", folder / "new.sqlite"],
    ["init", "--database", folder / "new.sqlite"],
    ["export", folder / "out", "--database", record],
    ["backup", folder / "kept.backup", "--database", record],
    ["restore", record, "--database", folder / "new.sqlite"],
  ]


@pytest.mark.parametrize("verb", ["import", "demo", "init", "export", "backup", "restore"])
def test_a_folder_that_may_not_be_written_is_said(hills, verb):
  with without_rights(hills.chibo) as visitor:
    locked, own = visitor.folder / "locked", visitor.folder / "own"
    locked.mkdir()
    own.mkdir()
    hill_cells().write(locked / "lists")
    shutil.copy(hills.path, own / "province.sqlite")
    for path in (own, own / "province.sqlite"):
      path.chmod(0o777)
    locked.chmod(0o555)
    command = next(one for one in writing(locked, own / "province.sqlite") if one[0] == verb)
    says_once(visitor(*command, code=2), "locked")
    assert {path.name for path in locked.iterdir()} == {"lists"}
    locked.chmod(0o755)


@pytest.mark.parametrize("verb", ["import", "demo", "init", "export", "backup", "restore"])
def test_a_folder_that_is_not_there_is_said(hills, verb):
  folder = hills.path.parent / "nowhere" / "deeper"
  hill_cells().write(hills.path.parent / "lists")
  command = next(one for one in writing(folder, hills.path) if one[0] == verb)
  if verb == "import":
    command[1] = hills.path.parent / "lists"
  says_once(hills.chibo(*command, code=2), "nowhere")


def test_a_record_that_may_not_be_written_is_said(hills):
  with without_rights(hills.chibo) as visitor:
    path = visitor.folder / "province.sqlite"
    shutil.copy(hills.path, path)
    path.chmod(0o444)
    says_once(visitor("account", "add", "thu", "--database", path, code=2), "province.sqlite")


def test_a_port_that_is_taken_is_said(hills):
  if not listens(hills.chibo.binary):
    pytest.skip("`chibo serve` does not listen yet")
  with socket.create_server(("127.0.0.1", 0)) as taken:
    port = taken.getsockname()[1]
    says_once(hills("serve", "--port", port, code=2), str(port))
