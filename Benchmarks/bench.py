"""Prints what Chibo's speed is, as ratios to other tools on the same machine in the same run.

  .venv/bin/python Benchmarks/bench.py [--chibo PATH] [--sizes 131548,1315480] [--quick]

A ratio means something on any machine; a time only on this one. Nothing else should run meanwhile.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from json import loads
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE / "Tests/Python"))

from engines import measure_engines  # noqa: E402
from meeting_pages import meeting_paths  # noqa: E402
from plans import measure_plans  # noqa: E402
from rivals import LISTS, Columns, shell_import  # noqa: E402
from serving import DESK, Server, Visitor, environment, key, listens, serve  # noqa: E402
from told import Table, megabytes, micro, rate, seconds  # noqa: E402

DAY = "2025-09-30"
# As many visitors at once, for so long, on one thread of the machine.
LOAD = ("-t1", "-c32", "-d5s", "--timeout", "30s")


# Runs a command from a process that is itself small: what a process weighed before it became another counts.
SCALE = """
import os, sys, time
begun = time.perf_counter()
process = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
status, usage = os.wait4(process, 0)[1:]
with open(sys.argv[1], "w") as told:
  print(os.waitstatus_to_exitcode(status), time.perf_counter() - begun, usage.ru_maxrss / 1024, file=told)
"""


@dataclass
class Command:
  """The command, timed and weighed."""

  binary: Path
  # The size at which the engines are set beside each other.
  first: int = 0

  def run(self, *arguments) -> tuple[float, float, str]:
    """Seconds, megabytes at most, and what was said."""
    words = [str(argument) for argument in arguments]
    with tempfile.NamedTemporaryFile("r") as told:
      scale = [sys.executable, "-S", "-E", "-c", SCALE, told.name, str(self.binary), *words]
      done = subprocess.run(
        scale, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(), check=True
      )
      code, taken, memory = told.read().split()
    if code != "0":
      sys.exit(f"chibo {' '.join(words)} ended with {code}")
    return float(taken), float(memory), done.stdout.decode()


def measure_lists(command: Command, record: Path, folder: Path, size: int, table: Table) -> None:
  """Export and import, against the shell's import of the same rows."""
  lists, book = folder / "lists", folder / "book"
  csv_time, csv_memory, _ = command.run("export", lists, "--database", record)
  book_time, book_memory, _ = command.run("export", book, "--format", "xlsx", "--database", record)
  rows = sum((lists / f"{name}.csv").read_bytes().count(b"\n") - 1 for name in LISTS)
  theirs, ours, memory = [], [], 0.0
  for _ in range(3):
    theirs.append(shell_import(lists, folder / "shell.sqlite"))
    imported = folder / "imported.sqlite"
    imported.unlink(missing_ok=True)
    taken, memory, _ = command.run("import", lists, "--database", imported)
    ours.append(taken)
  shell, own = statistics.median(theirs), statistics.median(ours)
  table.head(f"{size:,} members, {rows:,} rows: lists, against the sqlite3 shell with four indexes")
  table.line("import, checked, indexed, journaled", seconds(own), seconds(shell), own / shell, 10)
  table.note("export csv", seconds(csv_time))
  table.note("export xlsx", seconds(book_time))
  for what, value in (("import", memory), ("export csv", csv_memory), ("export xlsx", book_memory)):
    table.note(f"memory of {what}", megabytes(value))
    table.keep(f"memory of {what}", size, value)


@dataclass
class Branch:
  """A unit that figures and pages are asked of."""
  code: str
  number: int
  members: int


def branches(record: Path) -> dict[str, Branch]:
  """The province, the committee in the middle of its kind by size, and a cell of at most fifty members."""
  question = """
    SELECT u.code, u.id, k.kind, count(*) FROM unit u
    JOIN unit_kind k ON k.unit = u.id AND k.superseded IS NULL
      AND k.start_on <= ?1 AND (k.end_on IS NULL OR k.end_on > ?1)
    JOIN ancestry a ON a.ancestor = u.id AND a.superseded IS NULL
      AND a.start_on <= ?1 AND (a.end_on IS NULL OR a.end_on > ?1)
    JOIN roll r ON r.unit = a.unit AND r.superseded IS NULL
      AND r.start_on <= ?1 AND (r.end_on IS NULL OR r.end_on > ?1)
    GROUP BY u.id ORDER BY count(*), u.code
  """
  with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as database:
    rows = database.execute(question, (DAY,)).fetchall()
  committees = [row for row in rows if row[2] == "superiorCommittee"]
  cells = [row for row in rows if row[2] in ("cell", "baseCell") and row[3] <= 50]
  found = {"cell": cells[-1], "committee": committees[len(committees) // 2], "province": rows[-1]}
  return {name: Branch(row[0], row[1], row[3]) for name, row in found.items()}


def measure_figures(
  command: Command, record: Path, units: dict[str, Branch], size: int, table: Table
) -> None:
  """The figures of a province and of a committee, against DuckDB over the same rows."""
  codes = ",".join(unit.code for unit in units.values())
  said = command.run("bench", "--units", codes, "--on", DAY, "--times", 20, "--database", record)[2]
  ours = loads(said)
  columns = Columns(record)
  table.head(f"{size:,} members: figures as of a day, against DuckDB in memory")
  for name, most in (("province", 2.0), ("committee", 0.5)):
    unit = units[name]
    members, theirs = columns.figures(unit.number, DAY)
    if not members == unit.members == ours[unit.code]["members"]:
      sys.exit(f"{unit.code} has {ours[unit.code]['members']} members for us, {members} for DuckDB")
    own = ours[unit.code]["figures"]
    table.line(f"figures of a {name} of {members:,}", micro(own), micro(theirs), own / theirs, most)
    table.keep(f"figures of a {name}", size, own)
  table.note("ledger of the province, of a year", micro(ours[units["province"].code]["ledger"]))


def requests(server: Server, path: str, cookie: str = "") -> float:
  """How many requests a second are answered, all of them well."""
  header = ["-H", f"Cookie: {cookie}"] if cookie else []
  command = ["wrk", *LOAD, *header, server.address + path]
  said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
  if "Non-2xx" in said:
    sys.exit(f"{path} was not always answered well:\n{said}")
  # One that is not answered in time at all is as slow as can be told.
  return max(float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1)), 0.1)


def desk(server: Server, units: dict[str, Branch]) -> tuple[Visitor, dict[str, str]]:
  """Somebody who has signed in, and where they find the roll of each unit."""
  visitor = Visitor(server)
  visitor.sign_in(*DESK)
  return visitor, {name: f"/units/{key(unit.number)}/roll?on={DAY}" for name, unit in units.items()}


def rates(server: Server, visitor: Visitor, paths: dict[str, str]) -> dict[str, float]:
  """How many requests a second each page answers; the slowest last, for what it leaves to do."""
  return {name: requests(server, path, visitor.cookie) for name, path in paths.items()}


def measure_pages(binary: Path, record: Path, units: dict[str, Branch], size: int, table: Table) -> None:
  """The roll of a cell, a committee and the province, against a bare text of the same server."""
  with serve(binary, record) as server:
    Visitor(server).get("/healthz")
    idle = int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{server.process.pid}/status").read_text()).group(1))
    visitor, paths = desk(server, units)
    first = {}
    for name, path in paths.items():
      begun = time.perf_counter()
      if visitor.get(path).status != 200:
        sys.exit(f"{path} is not there")
      first[name] = time.perf_counter() - begun
    bare = requests(server, "/healthz")
    served = rates(server, visitor, paths)
    numbers = {name: unit.number for name, unit in units.items()}
    meetings = rates(server, visitor, meeting_paths(record, numbers))
  table.head(f"{size:,} members: pages of fifty rows, signed in, against a bare text of the same server")
  cell = served["cell"]
  table.line(f"roll of a cell of {units['cell'].members}", rate(cell), rate(bare), bare / cell, 12)
  table.head("… the larger ones, against the page of the cell")
  for name in ("committee", "province"):
    title = f"roll of a {name} of {units[name].members:,}"
    table.line(title, rate(served[name]), rate(cell), cell / served[name], 3)
  table.head("… a year of meetings, against the page of the cell")
  for title, value in meetings.items():
    # A hundred committees by twelve months, each of which opens: three times the bytes of a roll.
    table.line(title, rate(value), rate(cell), cell / value, 6 if "province" in title else 3)
  for name, value in served.items():
    table.keep(f"page of a {name}", size, 1 / value)
    table.note(f"the first time, of a {name}", f"{first[name] * 1000:,.0f} ms")
  table.note("memory of an idle server", megabytes(idle / 1024))
  table.keep("memory of an idle server", size, idle / 1024)


def served(binary: Path, place: Path | str, units: dict[str, Branch]) -> dict[str, float]:
  """How many pages of the roll of each unit a second a record at a place gives."""
  with serve(binary, place) as server:
    return rates(server, *desk(server, units))


def compare_sizes(sizes: list[int], table: Table) -> None:
  """What must stay as it is when the roll grows."""
  small, large = sizes[0], sizes[-1]
  table.head(f"{large:,} members against {small:,}: what must not grow")
  for what, values in table.measured.items():
    # The figures of a whole province count its whole roll.
    if len(values) > 1 and not what.startswith("figures"):
      ours, theirs = values[large], values[small]
      text = megabytes if what.startswith("memory") else (lambda value: rate(1 / value))
      table.line(what, text(ours), text(theirs), ours / theirs, 1.5)


def main() -> None:
  parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
  parser.add_argument("--chibo", type=Path, default=HOUSE / ".build/release/chibo")
  parser.add_argument("--sizes", default="131548,1315480", help="members, with commas, the smallest first")
  parser.add_argument("--quick", action="store_true", help="the first size alone")
  parser.add_argument("--folder", type=Path, help="where records are kept from run to run; else nowhere")
  asked = parser.parse_args()
  binary = asked.chibo.resolve()
  sizes = [int(size) for size in asked.sizes.split(",")][: 1 if asked.quick else None]
  table = Table()
  with tempfile.TemporaryDirectory(prefix="chibo-bench-") as name:
    folder = asked.folder or Path(name)
    for size in sizes:
      measure(Command(binary, sizes[0]), folder / str(size), size, table)
  measure_judge(Command(binary, sizes[0]), table)
  if len(sizes) > 1:
    compare_sizes(sizes, table)
  print(f"\n{table.failed} not met" if table.failed else "\nAll met.")
  sys.exit(1 if table.failed else 0)


def measure_judge(command: Command, table: Table) -> None:
  """The judge of rulebooks beside the same conditions written by hand in Swift, on one core."""
  said = loads(command.run("bench-judge")[2])
  ours, theirs = said["verdictsPerSecond"], said["byHandPerSecond"]
  table.head("Rulebooks")
  table.line("verdicts a second", f"{ours:,}", f"{theirs:,}", theirs / ours, 5)
  table.note(f"load the {said['books']} shipped rulebooks", seconds(said["loadMicroseconds"] / 1e6))


def measure_reviews(command: Command, record: Path, size: int, table: Table) -> None:
  """Everybody and every unit of the province judged for a year, beside reading them with nobody judged."""
  _, weight, said = command.run("bench-review", "--database", record, "--unit", "SG", "--on", "2025-12-31")
  answer = loads(said)
  judging, reading = answer["judgeMicroseconds"] / 1e6, answer["readMicroseconds"] / 1e6
  table.head(f"Reviews: {answer['judged']:,} members, units and collectives judged")
  table.line("the whole province, and its digest", seconds(judging), seconds(reading), judging / reading, 3)
  table.note("a subject", micro(judging * 1e6 / answer["subjects"]))
  table.note("memory of the command", megabytes(weight))
  table.keep("memory: a province judged", size, weight)


def measure(command: Command, folder: Path, size: int, table: Table) -> None:
  """All measures of one size."""
  folder.mkdir(parents=True, exist_ok=True)
  record = folder / "demonstration.sqlite"
  if not record.exists():
    print(f"Making a province of {size:,} members …", file=sys.stderr, flush=True)
    command.run("demo", "--no-serve", "--people", size, "--until", "2025-12-31", "--database", record)
  units = branches(record)
  measure_lists(command, record, folder, size, table)
  measure_figures(command, record, units, size, table)
  measure_reviews(command, record, size, table)
  measure_plans(command, record, folder, size, table)
  if listens(command.binary):
    measure_pages(command.binary, record, units, size, table)
    if size == command.first:
      measure_engines(command, record, folder, units, DAY, lambda place: served(command.binary, place, units))
  else:
    print("\nPages are not measured: this binary does not serve any.", file=sys.stderr)


if __name__ == "__main__":
  main()
