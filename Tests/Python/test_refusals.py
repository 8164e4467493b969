"""What cannot be true or cannot be read is refused: one planted case for every clause of the contract."""

import pytest

from lists import COLUMNS, Lists, csv_text, write_book
from reference import Reference, day
from refused_cases import PLANTED
from worlds import hill_cells


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.clause)
def test_it_refuses(record, planted):
  lists = hill_cells()
  planted.plant(lists)
  answer = record.take_in(lists, code=1)
  found = refusals(answer)
  places = {(f"{name}.csv", row_of(lists, name, number)) for name, number in planted.at}
  shown = [refusal for refusal in found if (refusal["file"], refusal["row"]) in places]
  assert shown, f"refused elsewhere than in {places}: {found}"
  if planted.columns:
    assert {refusal["column"] for refusal in shown} & set(planted.columns), found
  nothing_is_written(record)


def test_a_unit_is_refused_as_its_own_ancestor_in_every_row_of_the_circle(record):
  lists = hill_cells()
  lists.unit("X1", "Đảng bộ bộ phận 1", "sectionCommittee", "X2")
  lists.unit("X2", "Đảng bộ bộ phận 2", "sectionCommittee", "X1")
  found = refusals(record.take_in(lists, code=1))
  circle = {row_of(lists, "units", -1), row_of(lists, "units", -2)}
  assert circle & {refusal["row"] for refusal in found if refusal["file"] == "units.csv"}
  nothing_is_written(record)


@pytest.mark.parametrize("fields", ["P1,C1,home,2020-01-01,,,,", "P1,C1,home"], ids=["too many", "too few"])
def test_a_row_with_too_many_or_too_few_fields_is_refused(record, tmp_path, fields):
  folder = hill_cells().write(tmp_path / "lists")
  path = folder / "affiliations.csv"
  path.write_text(path.read_text() + fields + "\n")
  found = refusals(record.take_in(folder, code=1))
  assert [("affiliations.csv", row_of(hill_cells(), "affiliations", -1) + 1)] == [
    (refusal["file"], refusal["row"]) for refusal in found
  ]
  nothing_is_written(record)


@pytest.mark.parametrize(
  "name, column", [("units", "kind"), ("members", "admitted"), ("affiliations", "role"), ("posts", "post")]
)
def test_a_list_without_a_column_it_cannot_do_without_is_refused(record, tmp_path, name, column):
  lists = hill_cells()
  folder = lists.write(tmp_path / "lists")
  kept = [other for other in COLUMNS[name] if other != column]
  lines = [",".join(kept)] + [",".join(row[other] for other in kept) for row in getattr(lists, name)]
  (folder / f"{name}.csv").write_text("\n".join(lines) + "\n")
  found = refusals(record.take_in(folder, code=1))
  assert [refusal for refusal in found if refusal["file"] == f"{name}.csv" and refusal["column"] == column], (
    found
  )
  nothing_is_written(record)


def test_a_letter_that_is_not_utf_8_is_refused(record, tmp_path):
  folder = hill_cells().write(tmp_path / "lists")
  path = folder / "members.csv"
  path.write_bytes(path.read_bytes().replace("Nguyễn".encode(), b"Nguy\xffn"))
  found = refusals(record.take_in(folder, code=1))
  assert [refusal for refusal in found if refusal["file"] == "members.csv"], found
  nothing_is_written(record)


def test_all_that_is_wrong_is_said_at_once(record):
  lists = hill_cells()
  lists.members[0]["sex"] = "W"
  lists.affiliations[2]["role"] = "guest"
  lists.posts[0]["from"] = "2019-02-29"
  found = refusals(record.take_in(lists, code=1))
  assert {"members.csv", "affiliations.csv", "posts.csv"} <= {refusal["file"] for refusal in found}


def test_a_refused_workbook_names_its_sheet(record, tmp_path):
  lists = hill_cells()
  lists.members[1]["sex"] = "W"
  found = refusals(record.take_in(write_book(lists, tmp_path / "book.xlsx"), code=1))
  assert ("book.xlsx#members", 3, "sex") in {
    (refusal["file"], refusal["row"], refusal["column"]) for refusal in found
  }


def test_a_dry_run_says_what_would_be_taken_and_writes_nothing(record):
  answer = record.take_in(hill_cells(), "--dry-run").json
  assert (answer["read"], answer["accepted"], answer["refused"]) == (
    hill_cells().rows(),
    hill_cells().rows(),
    [],
  )
  nothing_is_written(record)
  record.take_in(hill_cells())
  assert record.figures("QN", "2020-02-15")["members.total"] == 5


def test_a_dry_run_of_what_is_wrong_is_refused_too(record):
  lists = hill_cells()
  lists.members[0]["sex"] = "W"
  assert refusals(record.take_in(lists, "--dry-run", code=1))
  nothing_is_written(record)


def test_accepting_what_is_valid_leaves_out_a_person_and_all_that_hangs_on_them(record):
  lists = hill_cells()
  lists.members[1]["sex"] = "W"
  found = refusals(record.take_in(lists, "--accept-valid", code=1))
  shown = {(refusal["file"], refusal["row"]) for refusal in found}
  assert shown == {("members.csv", 3), ("affiliations.csv", 4), ("affiliations.csv", 9), ("posts.csv", 2)}
  for name in ("members", "affiliations", "posts"):
    setattr(lists, name, [row for row in getattr(lists, name) if row["person"] != "P2"])
  compare(record, lists, "QN", "2020-02-29")
  compare(record, lists, "C1", "2020-01-20")


def test_accepting_what_is_valid_leaves_out_a_unit_and_all_that_hangs_on_it(record):
  lists = hill_cells()
  lists.unit("X1", "Đảng bộ xã X", "club", "QN")
  lists.unit("X2", "Chi bộ X", "cell", "X1")
  lists.affiliation("P5", "X2", "2021-01-01", role="host")
  lists.post("P5", "X1", "secretary", "2021-01-01")
  answer = record.take_in(lists, "--accept-valid", code=1)
  shown = {(refusal["file"], refusal["row"]) for refusal in refusals(answer)}
  assert shown == {("units.csv", 9), ("units.csv", 10), ("affiliations.csv", 11), ("posts.csv", 4)}
  assert answer.json["accepted"] == lists.rows() - 4
  compare(record, hill_cells(), "QN", "2020-02-29")
  record("figures", "--unit", "X2", "--on", "2021-01-01", code=1)


def test_what_a_rulebook_would_object_to_is_taken_with_a_warning(record):
  lists = hill_cells()
  lists.member("X1", "Ngô Văn Ý", "2020-01-01", born="2010-01-01", official="2020-02-01")
  lists.affiliation("X1", "C2", "2020-01-01")
  answer = record.take_in(lists).json
  assert answer["refused"] == []
  assert answer["warnings"]
  assert (
    record.figures("C2", "2020-02-01")["members.total"]
    == Reference(lists).figures("C2", day("2020-02-01"))["members.total"]
  )


def test_a_membership_that_ended_before_any_home_is_known_is_taken(record):
  lists = hill_cells()
  lists.member("X1", "Ngô Văn Ý", "1980-01-01", left="1990-01-01", reason="left")
  record.take_in(lists)
  assert record.figures("QN", "2020-02-15")["members.total"] == 5


def refusals(answer) -> list[dict]:
  """The refused rows, each with its file, row, column and reason, and with a warning being none of them."""
  refused = answer.json["refused"]
  assert refused, f"{answer} ended with 1 and refused nothing"
  for refusal in refused:
    assert set(refusal) >= {"file", "row", "column", "reason"}, refusal
    assert isinstance(refusal["row"], int) and refusal["row"] >= 1, refusal
    assert refusal["reason"].strip(), refusal
  return refused


def row_of(lists: Lists, name: str, number: int) -> int:
  """The line of the list's file on which a row begins, the heading being line 1."""
  count = len(getattr(lists, name))
  before = getattr(lists, name)[: number % count]
  return len(csv_text(name, before).splitlines()) + 1


def nothing_is_written(record) -> None:
  """No database, or one that knows no unit."""
  record("figures", "--unit", "QN", "--on", "2020-02-15", code=(1, 2))
  if record.path.exists():
    record("figures", "--unit", "C1", "--on", "2020-02-15", code=1)


def compare(record, lists: Lists, unit: str, on: str) -> None:
  assert record.figures(unit, on) == Reference(lists).figures(unit, day(on))
