"""Meetings held before they were kept here come in by two lists; the demonstration's year of them, counted again."""

import contextlib
import re
import sqlite3

import pytest

from serving import DESK, Visitor, key, serve

YEAR = 2025
TODAY = "superseded IS NULL AND start_on <= '2025-12-31' AND (end_on IS NULL OR end_on > '2025-12-31')"
PRESENT = ("present", "late", "left")
MEETINGS = "unit,day,kind,begins,closed,chair,taker,others,text,signed\n"


@contextlib.contextmanager
def opened(record):
  with contextlib.closing(sqlite3.connect(f"file:{record.path}?mode=ro", uri=True)) as database:
    yield database


def books(tmp_path, meetings: str, attendance: str = ""):
  folder = tmp_path / "books"
  folder.mkdir(exist_ok=True)
  (folder / "meetings.csv").write_text(MEETINGS + meetings)
  (folder / "attendance.csv").write_text("unit,day,person,mark,reason\n" + attendance)
  return folder


SOUND = 'C2,2020-03-05,regular,19:30,21:00,P5,P1,present,"Đọc nghị quyết.\nKết luận: sửa đường.",yes\n'


def test_meetings_taken_over_are_counted_as_if_they_had_been_held_here(hills, tmp_path):
  folder = books(tmp_path, SOUND, "C2,2020-03-05,P4,vắng có lý do,Ốm\n")
  told = hills("import-meetings", folder, "--format", "json").json
  assert (told["read"], told["accepted"], told["refused"]) == (2, 2, [])
  with opened(hills) as database:
    assert database.execute("SELECT obliged, present, unexcused, stage FROM meeting").fetchall() == [
      (3, 2, 0, "closed")
    ]
    assert len(database.execute("SELECT hash FROM minutes WHERE hash IS NOT NULL").fetchall()) == 1
  hills("check")
  assert hills("journal", "verify", "--format", "json").json["faults"] == []
  # Once more it is there already.
  again = hills("import-meetings", folder, "--format", "json", code=1).json
  first = again["refused"][0]
  assert (first["file"], first["row"], first["column"]) == ("meetings.csv", 2, "day")


@pytest.mark.parametrize(
  "row, column",
  [
    ("C9,2020-03-05,regular,19:30,,,,,,\n", "unit"),
    ("A,2020-03-05,regular,19:30,,,,,,\n", "unit"),
    ("C3,2020-01-05,regular,19:30,,,,,,\n", "unit"),
    ("C2,2999-01-05,regular,19:30,,,,,,\n", "day"),
    ("C2,2020-02-30,regular,19:30,,,,,,\n", "day"),
    ("C2,2020-03-05,thematic,19:30,,,,,,\n", "theme"),
    ("C2,2020-03-05,weekly,19:30,,,,,,\n", "kind"),
    ("C2,2020-03-05,regular,noon,,,,,,\n", "begins"),
    ("C2,2020-03-05,regular,19:30,,P2,,,,\n", "chair"),
    ("C2,2020-03-05,regular,19:30,,P1,,,Chữ,yes\n", "taker"),
    ("C2,2020-03-05,regular,19:30,,,,absent,,\n", "others"),
  ],
)
def test_a_meeting_that_cannot_have_been_is_refused_and_nothing_is_written(hills, tmp_path, row, column):
  folder = books(tmp_path, "C1,2020-03-06,regular,19:30,,,,present,,\n" + row)
  told = hills("import-meetings", folder, "--format", "json", code=1).json
  assert [(refused["file"], refused["row"], refused["column"]) for refused in told["refused"]] == [
    ("meetings.csv", 3, column)
  ]
  assert all(refused["reason"] for refused in told["refused"])
  with opened(hills) as database:
    assert database.execute("SELECT count(*) FROM meeting").fetchone() == (0,)
  told = hills("import-meetings", folder, "--accept-valid", "--refused-to", tmp_path / "mend", code=1)
  assert row.strip().split(",")[0] in (tmp_path / "mend" / "meetings.csv").read_text()
  with opened(hills) as database:
    assert database.execute("SELECT count(*) FROM meeting").fetchone() == (1,)


def test_the_numbers_of_every_meeting_are_those_of_its_marks(district):
  with opened(district) as database:
    marks: dict[int, list[str]] = {}
    for meeting, mark in database.execute("SELECT meeting, mark FROM attendance WHERE superseded IS NULL"):
      marks.setdefault(meeting, []).append(mark)
    meetings = database.execute(
      "SELECT id, obliged, present, unexcused FROM meeting WHERE stage = 'closed' AND kind <> 'preparation'"
      " AND superseded IS NULL"
    ).fetchall()
  assert len(meetings) > 1200
  for meeting, obliged, present, unexcused in meetings:
    made = marks[meeting]
    assert (obliged, present, unexcused) == (
      len(made),
      sum(mark in PRESENT for mark in made),
      made.count("absent"),
    )
  share = sum(row[2] for row in meetings) / sum(row[1] for row in meetings)
  assert 0.90 <= share <= 0.95


def test_the_board_of_the_province_is_a_plain_count_of_its_meetings(district):
  with opened(district) as database:
    root = database.execute("SELECT id FROM unit WHERE code = 'SG'").fetchone()[0]
    above: dict[int, set[int]] = {}
    for unit, ancestor in database.execute(f"SELECT unit, ancestor FROM ancestry WHERE {TODAY}"):
      above.setdefault(unit, set()).add(ancestor)
    kinds = dict(database.execute(f"SELECT unit, kind FROM unit_kind WHERE {TODAY}"))
    begun = "SELECT unit, min(start_on) FROM unit_kind WHERE superseded IS NULL GROUP BY unit"
    since = dict(database.execute(begun))
    held = set(
      database.execute(
        "SELECT unit, substr(start_on, 1, 7) FROM meeting WHERE stage = 'closed'"
        " AND kind IN ('regular', 'combined') AND superseded IS NULL"
      )
    )
    parents = dict(database.execute(f"SELECT unit, parent FROM unit_parent WHERE {TODAY}"))
  branches = [unit for unit, parent in parents.items() if parent == root]
  cells = [unit for unit, kind in kinds.items() if kind in ("cell", "baseCell") and root in above[unit]]
  with serve(district.chibo.binary, district.path) as server:
    visitor = Visitor(server)
    visitor.sign_in(*DESK)
    board = visitor.get(f"/units/{key(root)}/meetings?year={YEAR}&on=2025-12-31").text
  for branch in branches:
    own = [cell for cell in cells if branch in above[cell]]
    for month in range(1, 12):
      name = f"{YEAR}-{month:02}"
      due = [cell for cell in own if since[cell] <= f"{name}-01"]
      met = sum((cell, name) in held for cell in due)
      row = re.search(rf"/units/{key(branch)}\b.*?</tr>", board, re.S).group(0)
      assert f">{met}/{len(due)}</a>" in row, (branch, name, met, len(due))
