"""The four lists as contracts.md gives them: written for a test, and read back without the program."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

COLUMNS = {
  "units": ["code", "name", "kind", "sector", "parent", "from", "until", "decision"],
  "members": [
    "person",
    "name",
    "born",
    "sex",
    "ethnicity",
    "decided",
    "admitted",
    "official",
    "left",
    "reason",
    "card",
    "decision",
  ],
  "affiliations": ["person", "unit", "role", "from", "until", "decision"],
  "posts": ["person", "unit", "post", "from", "until", "decision"],
}
VIETNAMESE = {
  "units": ["mã", "tên", "loại", "lĩnh vực", "trực thuộc", "từ ngày", "đến ngày", "quyết định"],
  "members": [
    "mã đảng viên",
    "họ và tên",
    "ngày sinh",
    "giới tính",
    "dân tộc",
    "ngày quyết định",
    "ngày kết nạp",
    "ngày chính thức",
    "ngày ra khỏi đảng",
    "lý do",
    "số thẻ",
    "quyết định",
  ],
  "affiliations": ["mã đảng viên", "mã đơn vị", "vai trò", "từ ngày", "đến ngày", "quyết định"],
  "posts": ["mã đảng viên", "mã đơn vị", "chức vụ", "từ ngày", "đến ngày", "quyết định"],
}
DAYS = {"from", "until", "decided", "admitted", "official", "left"}

Row = dict[str, str]


@dataclass
class Lists:
  """The units, members, affiliations and posts of an organisation, a row a dictionary of texts."""

  units: list[Row] = field(default_factory=list)
  members: list[Row] = field(default_factory=list)
  affiliations: list[Row] = field(default_factory=list)
  posts: list[Row] = field(default_factory=list)

  def unit(self, code, name, kind, parent="", start="2015-01-01", until="", sector="", decision=""):
    self.units.append(
      {
        "code": code,
        "name": name,
        "kind": kind,
        "sector": sector,
        "parent": parent,
        "from": start,
        "until": until,
        "decision": decision,
      }
    )

  def member(self, person, name, admitted, **rest):
    row = dict.fromkeys(COLUMNS["members"], "")
    row |= {"person": person, "name": name, "admitted": admitted} | rest
    self.members.append(row)

  def affiliation(self, person, unit, start, until="", role="home", decision=""):
    self.affiliations.append(
      {"person": person, "unit": unit, "role": role, "from": start, "until": until, "decision": decision}
    )

  def post(self, person, unit, post, start, until="", decision=""):
    self.posts.append(
      {"person": person, "unit": unit, "post": post, "from": start, "until": until, "decision": decision}
    )

  def rows(self) -> int:
    return sum(len(getattr(self, name)) for name in COLUMNS)

  def copy(self) -> Lists:
    return Lists(**{name: [dict(row) for row in getattr(self, name)] for name in COLUMNS})

  def write(self, folder: Path, **how) -> Path:
    """Writes the lists as four CSV files; `how` as in `csv_text`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in COLUMNS:
      (folder / f"{name}.csv").write_bytes(csv_text(name, getattr(self, name), **how).encode())
    return folder

  @classmethod
  def read(cls, folder: Path) -> Lists:
    """Reads four CSV files with English headings, as the program exports them."""
    lists = cls()
    for name in COLUMNS:
      text = (folder / f"{name}.csv").read_text(encoding="utf-8-sig")
      setattr(lists, name, list(csv.DictReader(io.StringIO(text, newline=""))))
    return lists


def csv_text(
  name, rows, headings=None, order=None, delimiter=",", newline="\n", bom=False, day=None, more=()
):
  """One list as CSV.

  `headings` renames the columns, `order` permutes them, `day` rewrites every whole day, `more` are columns
  that no list has.
  """
  columns = list(COLUMNS[name])
  titles = dict(zip(columns, headings or columns))
  if order:
    columns = order(columns)
  out = io.StringIO(newline="")
  writer = csv.writer(out, delimiter=delimiter, lineterminator=newline)
  writer.writerow([titles[column] for column in columns] + list(more))
  for row in rows:
    cells = [
      day(row[column]) if day and column in DAYS and row[column] else row[column] for column in columns
    ]
    writer.writerow(cells + ["…"] * len(more))
  return ("\ufeff" if bom else "") + out.getvalue()


def write_book(lists: Lists, path: Path) -> Path:
  """The same lists as the four sheets of one workbook, days as real date cells."""
  import openpyxl

  book = openpyxl.Workbook()
  book.remove(book.active)
  for name, columns in COLUMNS.items():
    sheet = book.create_sheet(name)
    sheet.append(columns)
    for row in getattr(lists, name):
      sheet.append([_cell(column, row[column]) for column in columns])
      for cell in sheet[sheet.max_row]:
        # A text that begins with `=` is a text here, and no formula.
        cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
  book.save(path)
  return path


def _cell(column: str, text: str):
  if column in DAYS or (column == "born" and len(text) == 10):
    return datetime.fromisoformat(text) if text else None
  return text or None


def read_book(path: Path) -> Lists:
  """The four sheets of a workbook as lists, by openpyxl."""
  import openpyxl

  book = openpyxl.load_workbook(path, read_only=True)
  lists = Lists()
  for name in COLUMNS:
    rows = list(book[name].iter_rows(values_only=True))
    heads = [str(cell) for cell in rows[0] if cell is not None]
    setattr(lists, name, [{head: _text(cell) for head, cell in zip(heads, row)} for row in rows[1:]])
  return lists


def _text(cell) -> str:
  if cell is None:
    return ""
  if isinstance(cell, (datetime, date)):
    return cell.strftime("%Y-%m-%d")
  return str(cell)
