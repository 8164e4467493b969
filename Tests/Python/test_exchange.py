"""What goes out comes back the same: exports, second imports, and cells that look like formulas."""

import csv
import io

import pytest

from lists import COLUMNS, Lists, read_book, write_book
from organisations import organisation
from reference import Reference, day
from worlds import hill_cells

SEEDS = (4, 60)
# Names that a spreadsheet would run, and names that look as if they had been kept from it already.
DANGEROUS = ["=SUM(A1:A9)", "+84 chi bộ", "-1", "@chi bộ", "'=1+1", "'chi bộ'", "''", "=", "-"]


def same_files(one, other) -> None:
  names = sorted(path.name for path in one.iterdir())
  assert names == sorted(path.name for path in other.iterdir())
  for name in names:
    assert (one / name).read_bytes() == (other / name).read_bytes(), name


def test_an_export_imported_into_an_empty_database_is_the_same_organisation(record, another, seed):
  lists = organisation(seed)
  record.take_in(lists)
  exported = record.export("exported")
  answer = another.take_in(exported).json
  assert answer["refused"] == []
  same_files(exported, another.export("exported-again"))
  ours, theirs = Reference(lists), Reference(Lists.read(exported))
  days = [day("2015-01-01"), day("2017-07-03"), day("2020-02-29"), day("2024-12-31")]
  for on in days:
    for unit in [code for code in ours.codes if ours.unit(code, on)]:
      assert theirs.figures(unit, on, days[0], on) == ours.figures(unit, on, days[0], on)
    unit = next(row["code"] for row in lists.units if row["kind"] == "province")
    assert another.figures(unit, on) == ours.figures(unit, on)


def test_an_exported_ledger_is_the_same_ledger(record, seed):
  lists = organisation(seed)
  record.take_in(lists)
  ours, theirs = Reference(lists), Reference(Lists.read(record.export("exported")))
  for unit in ours.codes[:5]:
    period = day("2016-05-01"), day("2023-02-01")
    assert theirs.ledger(unit, *period) == ours.ledger(unit, *period)


def test_every_column_that_came_in_goes_out(hills):
  lists = hill_cells()
  exported = Lists.read(hills.export("exported"))
  for name in COLUMNS:
    assert sorted(map(tuple_of, getattr(exported, name))) == sorted(map(tuple_of, getattr(lists, name)))


def tuple_of(row: dict) -> tuple:
  return tuple(sorted(row.items()))


def test_free_texts_come_back_to_the_letter(record, another):
  lists = hill_cells()
  lists.units[1]["decision"] = '01-QĐ/TU, "mới"; 30/9/2014'
  lists.members[0] |= {"decision": "12-QĐ/ĐU", "card": "00 012 345", "decided": "2018-05-20"}
  lists.members[1]["ethnicity"] = "Bru – Vân Kiều"
  lists.affiliations[1]["decision"] = "7; 8"
  lists.posts[0] |= {"post": "thủ quỹ, kiêm văn thư", "decision": "9-QĐ"}
  record.take_in(lists)
  exported = record.export("exported")
  found = Lists.read(exported)
  for name in COLUMNS:
    assert sorted(map(tuple_of, getattr(found, name))) == sorted(map(tuple_of, getattr(lists, name)))
  another.take_in(exported)
  same_files(exported, another.export("exported-again"))


@pytest.mark.parametrize("name", DANGEROUS)
def test_no_cell_of_an_export_is_a_formula_and_every_name_comes_back(record, another, tmp_path, name):
  lists = hill_cells()
  lists.unit("X1", name, "cell", "A")
  lists.member("X1", "Y Vân", "2019-01-01")
  lists.affiliation("X1", "X1", "2019-01-01")
  record.take_in(write_book(lists, tmp_path / "book.xlsx"))
  exported = record.export("exported")
  for path in exported.iterdir():
    for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")):
      assert not [cell for cell in row if cell.startswith(tuple("=+-@"))], f"{path.name}: {row}"
  another.take_in(exported)
  same_files(exported, another.export("exported-again"))
  for one in (record, another):
    assert name in texts(one("roll", "--unit", "X1", "--on", "2020-01-01", "--format", "json").json)


def test_a_name_like_a_formula_in_a_plain_list_is_taken_as_it_stands(record):
  lists = hill_cells()
  lists.units[5]["name"] = "-1 chi bộ"
  record.take_in(lists)
  assert "-1 chi bộ" in texts(record("roll", "--unit", "C2", "--on", "2020-03-01", "--format", "json").json)


def texts(value) -> list[str]:
  """Every text in a JSON answer."""
  if isinstance(value, dict):
    value = list(value.values())
  if isinstance(value, list):
    return [text for part in value for text in texts(part)]
  return [value] if isinstance(value, str) else []


def test_an_exported_workbook_has_the_four_sheets_and_comes_back_the_same(hills, another):
  folder = hills.export("exported", "--format", "xlsx")
  books = [folder] if folder.is_file() else sorted(folder.glob("*.xlsx"))
  assert len(books) == 1
  found, csv_lists = read_book(books[0]), Lists.read(hills.export("exported-lists"))
  for name in COLUMNS:
    assert getattr(found, name) == getattr(csv_lists, name), name
  another.take_in(books[0])
  same_files(hills.path.parent / "exported-lists", another.export("exported-again"))


def test_an_exported_workbook_holds_texts_where_a_spreadsheet_could_see_formulas(record):
  import openpyxl

  lists = hill_cells()
  lists.unit("X1", "=1+1", "cell", "A")
  record.take_in(lists)
  folder = record.export("exported", "--format", "xlsx")
  path = folder if folder.is_file() else next(iter(folder.glob("*.xlsx")))
  sheet = openpyxl.load_workbook(path)["units"]
  kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
  assert "f" not in kinds
  assert "=1+1" in {cell.value for row in sheet.iter_rows() for cell in row}


def test_importing_the_same_lists_again_adds_nothing(hills):
  before = hills.export("before")
  answer = hills.take_in(hill_cells()).json
  assert answer["refused"] == []
  assert answer.get("new", 0) == 0
  same_files(before, hills.export("after"))


def test_an_import_adds_the_new_facts_to_what_is_there(hills):
  lists = hill_cells()
  lists.unit("C4", "Chi bộ bản mới", "cell", "B", start="2022-01-01")
  lists.member("P6", "Cao Thị Quế", "2022-05-01", sex="F")
  lists.affiliation("P6", "C4", "2022-05-01")
  hills.take_in(lists)
  on = day("2022-06-01")
  assert hills.figures("QN", on) == Reference(lists).figures("QN", on)


@pytest.mark.parametrize(
  "name, number, column, value",
  [
    ("members", 0, "name", "Hồ Thị Hạ"),
    ("members", 1, "official", "2020-10-01"),
    ("members", 0, "born", "1990-05-05"),
    ("units", 5, "name", "Chi bộ nhà trường"),
  ],
)
def test_a_person_or_unit_that_is_there_otherwise_is_refused_with_the_difference(
  hills, name, number, column, value
):
  before = hills.export("before")
  lists = hill_cells()
  row = getattr(lists, name)[number]
  was = row[column]
  row[column] = value
  refused = hills.take_in(lists, code=1).json["refused"]
  shown = [refusal for refusal in refused if (refusal["file"], refusal["row"]) == (f"{name}.csv", number + 2)]
  assert shown, refused
  assert value in shown[0]["reason"] and was in shown[0]["reason"], shown
  same_files(before, hills.export("after"))


def test_an_empty_organisation_can_be_exported(record):
  """Headings only, in and out."""
  record.take_in(Lists())
  exported = Lists.read(record.export("exported"))
  assert exported.rows() == 0
