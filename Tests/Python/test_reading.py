"""Lists come as offices keep them: every way of writing that the contract names is read the same."""

import json
import unicodedata
from pathlib import Path

import pytest

from lists import COLUMNS, VIETNAMESE, Lists, csv_text, write_book
from worlds import hill_cells

# Values in Vietnamese for the little organisation.
TERMS = {
  "province": "đảng bộ tỉnh",
  "baseCommittee": "đảng bộ cơ sở",
  "cell": "chi bộ trực thuộc đảng ủy cơ sở",
  "home": "sinh hoạt chính thức",
  "host": "tham gia sinh hoạt",
  "residence": "giữ mối liên hệ nơi cư trú",
  "secretary": "bí thư",
  "deputySecretary": "phó bí thư",
  "M": "nam",
  "F": "nữ",
}


def day_of_lists(text: str) -> str:
  """`30/9/2025` for `2025-09-30`."""
  year, month, day = text.split("-")
  return f"{int(day)}/{int(month)}/{year}"


def plain(folder: Path, **how) -> Path:
  return hill_cells().write(folder, **how)


def with_headings(folder: Path, change) -> Path:
  lists = hill_cells()
  folder.mkdir()
  for name in COLUMNS:
    text = csv_text(name, getattr(lists, name), headings=[change(heading) for heading in VIETNAMESE[name]])
    (folder / f"{name}.csv").write_text(text)
  return folder


def with_terms(folder: Path, change=str) -> Path:
  lists = hill_cells()
  for name in COLUMNS:
    for row in getattr(lists, name):
      for column in ("kind", "role", "post", "sex"):
        if row.get(column) in TERMS:
          row[column] = change(TERMS[row[column]])
  return lists.write(folder)


def decomposed(folder: Path) -> Path:
  hill_cells().write(folder)
  for path in folder.iterdir():
    path.write_text(unicodedata.normalize("NFD", path.read_text()))
  return folder


def births_of_lists(folder: Path) -> Path:
  lists = hill_cells()
  for row in lists.members:
    if len(row["born"]) == 7:
      row["born"] = f"{int(row['born'][5:])}/{row['born'][:4]}"
    elif len(row["born"]) == 10:
      row["born"] = day_of_lists(row["born"])
  return lists.write(folder, day=day_of_lists)


def all_quoted(folder: Path) -> Path:
  hill_cells().write(folder)
  for path in folder.iterdir():
    lines = path.read_text().splitlines()
    path.write_text("\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in lines) + "\n")
  return folder


def without_last_line_end(folder: Path) -> Path:
  hill_cells().write(folder)
  for path in folder.iterdir():
    path.write_text(path.read_text().rstrip("\n"))
  return folder


def short_rows_filled(folder: Path) -> Path:
  """Lists with the columns they cannot do without, and `until`, `left` and `parent`, and no others."""
  lists = hill_cells()
  needed = {
    "units": ["code", "name", "kind", "from", "until", "parent"],
    "members": ["person", "name", "admitted", "official", "left", "reason", "sex", "born"],
    "affiliations": ["person", "unit", "role", "from", "until"],
    "posts": ["person", "unit", "post", "from", "until"],
  }
  folder.mkdir()
  for name, columns in needed.items():
    lines = [",".join(columns)] + [
      ",".join(row[column] for column in columns) for row in getattr(lists, name)
    ]
    (folder / f"{name}.csv").write_text("\n".join(lines) + "\n")
  return folder


def book(folder: Path) -> Path:
  return write_book(hill_cells(), folder.with_suffix(".xlsx"))


def book_with_texts(folder: Path) -> Path:
  """A workbook whose days are texts, as an export from elsewhere often has them."""
  import openpyxl

  lists = hill_cells()
  workbook = openpyxl.Workbook()
  workbook.remove(workbook.active)
  for name, columns in COLUMNS.items():
    sheet = workbook.create_sheet(name)
    sheet.append(VIETNAMESE[name])
    for row in getattr(lists, name):
      sheet.append([row[column] for column in columns])
  path = folder.with_suffix(".xlsx")
  workbook.save(path)
  return path


WRITINGS = {
  "semicolons": lambda folder: plain(folder, delimiter=";"),
  "tabs": lambda folder: plain(folder, delimiter="\t"),
  "a byte order mark": lambda folder: plain(folder, bom=True),
  "line ends of Windows": lambda folder: plain(folder, newline="\r\n"),
  "a mark, semicolons and line ends of Windows, as Excel saves them": lambda folder: plain(
    folder, bom=True, delimiter=";", newline="\r\n"
  ),
  "days as 30/9/2025": lambda folder: plain(folder, day=day_of_lists),
  "days and births as 30/9/2025 and 5/1957": births_of_lists,
  "Vietnamese headings": lambda folder: with_headings(folder, str),
  "Vietnamese headings in capitals": lambda folder: with_headings(folder, str.capitalize),
  "Vietnamese headings in decomposed letters": lambda folder: with_headings(
    folder, lambda heading: unicodedata.normalize("NFD", heading)
  ),
  "columns in another order": lambda folder: plain(folder, order=lambda columns: columns[::-1]),
  "Vietnamese terms": with_terms,
  "Vietnamese terms with a capital": lambda folder: with_terms(folder, str.capitalize),
  "decomposed letters": decomposed,
  "every cell quoted": all_quoted,
  "no line end at the end": without_last_line_end,
  "only the columns that are needed": short_rows_filled,
  "a workbook with real days": book,
  "a workbook with Vietnamese headings and days as texts": book_with_texts,
}


@pytest.mark.parametrize("write", WRITINGS.values(), ids=WRITINGS.keys())
def test_lists_are_read_the_same_however_they_are_written(hills, another, tmp_path, write):
  answer = another.take_in(write(tmp_path / "written")).json
  assert (answer["read"], answer["accepted"], answer["refused"]) == (
    hill_cells().rows(),
    hill_cells().rows(),
    [],
  )
  assert asked(another) == asked(hills)


def test_an_unknown_column_is_named_and_ignored(hills, another, tmp_path):
  folder = plain(tmp_path / "written", more=["chiều cao"])
  answer = another.take_in(folder)
  assert "chiều cao" in answer.err + json.dumps(answer.json, ensure_ascii=False)
  assert answer.json["refused"] == []
  assert asked(another) == asked(hills)


def test_several_rows_of_one_unit_may_come_in_any_order(hills, another):
  lists = hill_cells()
  for name in COLUMNS:
    getattr(lists, name).reverse()
  another.take_in(lists)
  assert asked(another) == asked(hills)


def test_codes_that_look_like_numbers_or_like_yes_and_no_stay_as_they_are(record, tmp_path):
  lists = Lists()
  lists.unit("NO", "Đảng bộ tỉnh", "province")
  lists.unit("007", "Chi bộ cơ sở", "baseCell", "NO")
  lists.member("0001", "Y Vân", "2019-01-01", card="0012.3400")
  lists.affiliation("0001", "007", "2019-01-01")
  record.take_in(write_book(lists, tmp_path / "codes.xlsx"))
  assert record.figures("NO", "2020-01-01")["units.baseCells"] == 1
  assert record.figures("007", "2020-01-01")["members.total"] == 1
  assert Lists.read(record.export("out")).members[0]["card"] == "0012.3400"


def test_equal_spans_that_touch_are_one(hills, another):
  lists = hill_cells()
  row = lists.units[5]
  lists.units[5:6] = [row | {"until": "2018-01-01"}, row | {"from": "2018-01-01"}]
  another.take_in(lists)
  assert Lists.read(another.export("out")) == Lists.read(hills.export("out-of-the-first"))


def asked(record) -> list:
  """Answers that differ when anything of the little organisation was misread."""
  days = ["2018-06-01", "2020-01-14", "2020-01-15", "2020-02-29", "2020-03-01", "2020-04-10", "2021-07-01"]
  answers = [record.figures("QN", on, "2018-01-01", "2022-01-01") for on in days]
  answers += [record.figures(unit, "2020-03-01") for unit in ("A", "B", "C1", "C2", "C3")]
  answers += [record.ledger(unit, "2018-01-01", "2022-01-01") for unit in ("QN", "A", "B")]
  return answers
