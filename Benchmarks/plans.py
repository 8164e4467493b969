"""Plans of reorganisation over a whole province: how long they hold the record up, and what they weigh."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from contextlib import closing
from json import loads
from pathlib import Path

DAY = "2027-01-15"
COMMUNES = 102


def standing(units: Path) -> dict[str, dict[str, str]]:
  """The units of an exported list that stand on the day, by code."""
  with units.open(encoding="utf-8-sig", newline="") as lines:
    rows = [row for row in csv.DictReader(lines) if row["from"] <= DAY and (not row["until"] or row["until"] > DAY)]
  return {row["code"]: row for row in rows}


def two_levels(units: dict[str, dict[str, str]]) -> str:
  """Every district ended, a hundred and two communes in their place, every base organisation moved under one."""
  root = next(code for code, row in units.items() if row["kind"] == "province")
  steps = [
    f'  - found: {{code: MOI{number}, name: "Đảng bộ xã {number}", kind: superiorCommittee, parent: {root}}}'
    for number in range(COMMUNES)
  ]
  bases = [code for code, row in units.items() if row["kind"] in ("baseCommittee", "baseCell")]
  for place, code in enumerate(bases):
    steps.append(f"  - move: {{unit: {code}, under: MOI{place * COMMUNES // len(bases)}}}")
  for code, row in units.items():
    if row["kind"] == "superiorCommittee":
      # Whoever belongs to a district itself goes to the first commune.
      steps.append(f"  - merge: {{units: [{code}], into: MOI0}}")
  return f"effective: {DAY}\nsteps:\n" + "\n".join(steps) + "\n"


def halved(units: dict[str, dict[str, str]]) -> str:
  """Every second cell of a committee merged into the one before it: half of all members change their home."""
  cells: dict[str, list[str]] = {}
  for code, row in units.items():
    if row["kind"] == "cell":
      cells.setdefault(row["parent"], []).append(code)
  steps = [
    f"  - merge: {{units: [{end}], into: {heir}}}"
    for few in cells.values()
    for heir, end in zip(few[::2], few[1::2])
  ]
  return f"effective: {DAY}\nsteps:\n" + "\n".join(steps) + "\n"


def measure_plans(command, record: Path, folder: Path, size: int, table) -> None:
  """Two plans over all members, each on a copy of the record."""
  lists = folder / "lists"
  if not lists.exists():
    command.run("export", lists, "--database", record)
  units = standing(lists / "units.csv")
  table.head(f"{size:,} members: plans of reorganisation")
  for name, text in (("all districts ended, 102 communes", two_levels(units)), ("every second cell merged", halved(units))):
    copy, plan = folder / "reorganised.sqlite", folder / "plan.yaml"
    shutil.copy(record, copy)
    plan.write_text(text, encoding="utf-8")
    taken, memory, said = command.run("reorganise", plan, "--database", copy, "--format", "json")
    told = loads(said)
    if not told["balanced"] or told["total"]["before"]["members"] != told["total"]["after"]["members"]:
      raise SystemExit(f"{name}: not balanced")
    with closing(sqlite3.connect(copy)) as database:
      moved = database.execute(
        "SELECT count(*) FROM affiliation WHERE recorded = (SELECT max(seq) FROM entry) AND superseded IS NULL"
      ).fetchone()[0]
    table.note(f"{name}", f"{taken:.2f} s")
    table.note(f"… {len(told['steps']):,} steps, ties written", f"{moved:,}")
    table.note(f"memory of {name}", f"{memory:,.0f} MB")
    table.keep(f"memory of {name}", size, memory)
    copy.unlink()
