"""The same work on both engines, side by side."""

from __future__ import annotations

import sys
from json import loads
from pathlib import Path

from clusters import running

# A server as one would keep it: what is acknowledged is on its disk.
AS_KEPT = {
  "fsync": "on",
  "full_page_writes": "on",
  "synchronous_commit": "on",
  "shared_buffers": "1GB",
  "max_wal_size": "8GB",
  "work_mem": "32MB",
}


def line(what: str, file: str, server: str, ratio: float) -> None:
  print(f"{what:46}{file:>14}{server:>14}{ratio:>8.2f}×", flush=True)


def measure_engines(command, record: Path, folder: Path, units: dict, day: str, pages) -> None:
  """Import, figures, ledger and pages of one record, on a file and on a server.

  `pages` gives how many requests a second are answered for each unit, of a record at an address.
  """
  lists = folder / "lists"
  codes = ",".join(unit.code for unit in units.values())
  with running(**AS_KEPT) as cluster:
    address = cluster.url("measured")
    moved, _, _ = command.run("move", "--from", record, "--to", address)
    back, _, _ = command.run("move", "--from", address, "--to", folder / "back.sqlite")
    (folder / "back.sqlite").unlink()
    imported = folder / "imported.sqlite"
    imported.unlink(missing_ok=True)
    on_file, file_memory, _ = command.run("import", lists, "--database", imported)
    on_server, server_memory, _ = command.run("import", lists, "--database", cluster.url("imported"))
    asked = ("bench", "--units", codes, "--on", day, "--times", 20)
    file = loads(command.run(*asked, "--database", record)[2])
    server = loads(command.run(*asked, "--database", address)[2])
    file_pages, server_pages = pages(record), pages(address)
  print(f"\nBoth engines{'':34}{'file':>14}{'server':>14}{'ratio':>9}")
  line("import of all lists", f"{on_file:.2f} s", f"{on_server:.2f} s", on_server / on_file)
  line("memory of import", f"{file_memory:,.0f} MB", f"{server_memory:,.0f} MB", server_memory / file_memory)
  line("moved, and proved: to the server, to a file", f"{back:.2f} s", f"{moved:.2f} s", moved / back)
  for name, unit in units.items():
    ours, theirs = file[unit.code], server[unit.code]
    if ours["members"] != theirs["members"]:
      sys.exit(f"{unit.code} has {ours['members']} members in the file, {theirs['members']} on the server")
    for what in ("figures", "ledger"):
      values = ours[what], theirs[what]
      line(f"{what} of a {name}", *(f"{value:,.0f} µs" for value in values), values[1] / values[0])
  for name in units:
    values = file_pages[name], server_pages[name]
    line(f"roll of a {name}", *(f"{value:,.0f}/s" for value in values), values[0] / values[1])
