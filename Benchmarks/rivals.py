"""The same work done by tools everybody knows: the sqlite3 shell takes over rows, DuckDB counts figures."""

from __future__ import annotations

import sqlite3
import statistics
import subprocess
import time
from pathlib import Path

import duckdb

LISTS = ("units", "members", "affiliations", "posts")
# One index for each list, by what is asked most.
INDEXES = (
  "CREATE INDEX units_by_code ON units (code)",
  "CREATE INDEX members_by_person ON members (person)",
  'CREATE INDEX affiliations_by_unit ON affiliations (unit, "from")',
  "CREATE INDEX posts_by_unit ON posts (unit, post)",
)
# What the shell's import leaves out: types, checks, history, journal.
ROLL = """
  SELECT r.person, r.unit, r.start_on, r.end_on, r.official_on, r.sex FROM roll r WHERE r.superseded IS NULL
"""
ANCESTRY = """
  SELECT a.unit, a.ancestor, a.depth, a.start_on, a.end_on FROM ancestry a WHERE a.superseded IS NULL
"""
KIND = "SELECT k.unit, k.kind, k.start_on, k.end_on FROM unit_kind k WHERE k.superseded IS NULL"
MEMBERS = """
  SELECT count(*), count(*) FILTER (r.official_on <= $day), count(*) FILTER (r.sex = 'F')
  FROM ancestry a JOIN roll r ON r.unit = a.unit
  WHERE a.ancestor = $unit AND a.start_on <= $day AND (a.end_on IS NULL OR a.end_on > $day)
    AND r.start_on <= $day AND (r.end_on IS NULL OR r.end_on > $day)
"""
UNITS = """
  SELECT k.kind, count(*) FROM ancestry a JOIN kind k ON k.unit = a.unit
  WHERE a.ancestor = $unit AND a.depth > 0
    AND a.start_on <= $day AND (a.end_on IS NULL OR a.end_on > $day)
    AND k.start_on <= $day AND (k.end_on IS NULL OR k.end_on > $day)
  GROUP BY k.kind
"""


def shell_import(lists: Path, database: Path) -> float:
  """Seconds in which the sqlite3 shell takes over the lists and indexes them."""
  database.unlink(missing_ok=True)
  script = [".mode csv"]
  script += [f'.import "{lists / name}.csv" {name}' for name in LISTS]
  script += [statement + ";" for statement in INDEXES]
  begun = time.perf_counter()
  subprocess.run(["sqlite3", database], input="\n".join(script), text=True, check=True)
  return time.perf_counter() - begun


class Columns:
  """The current rows of a record's roll and tree, in DuckDB's memory."""

  def __init__(self, record: Path):
    self.connection = duckdb.connect()
    source = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
    types = {"person": "BIGINT", "unit": "BIGINT", "ancestor": "BIGINT", "depth": "BIGINT"}
    for name, question in (("roll", ROLL), ("ancestry", ANCESTRY), ("kind", KIND)):
      cursor = source.execute(question)
      columns = [column[0] for column in cursor.description]
      typed = ", ".join(
        f"{column} {types.get(column, 'DATE' if column.endswith('_on') else 'VARCHAR')}" for column in columns
      )
      self.connection.execute(f"CREATE TABLE {name} ({typed})")
      path = record.with_suffix(f".{name}.csv")
      with open(path, "w") as file:
        for row in cursor:
          file.write(",".join("" if value is None else str(value) for value in row) + "\n")
      self.connection.execute(f"COPY {name} FROM '{path}' (HEADER false, NULLSTR '')")
      path.unlink()
    source.close()

  def figures(self, unit: int, day: str, times: int = 20) -> tuple[int, float]:
    """How many members a unit has, and the median of microseconds for all of its figures."""
    taken, count = [], 0
    question = {"unit": unit, "day": day}
    for _ in range(times):
      begun = time.perf_counter()
      count = self.connection.execute(MEMBERS, question).fetchall()[0][0]
      self.connection.execute(UNITS, question).fetchall()
      taken.append((time.perf_counter() - begun) * 1e6)
    return count, statistics.median(taken)
