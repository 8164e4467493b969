"""The demonstration served, with an account for each role: who they are, where, and what there is to see."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import Chibo, Record
from lists import Lists
from serving import DESK, Server, Visitor, account_key, listens, person_key, serve, unit_key

ROOT = "SG"


@dataclass
class Offices:
  """A served province of three thousand members, and who comes to it."""

  server: Server
  record: Record
  # The name and the password of each role.
  accounts: dict[str, tuple[str, str]]
  # The keys, in addresses, of what a role is for, and of what is elsewhere.
  places: dict[str, str]
  # The member with an account, and a member elsewhere, as they are called.
  member: str
  stranger: str

  def visitor(self, role: str) -> Visitor:
    """Somebody of a role, signed in."""
    visitor = Visitor(self.server)
    assert visitor.sign_in(*self.accounts[role]).status == 303
    return visitor


def _rows(record: Record, unit: str) -> list[dict[str, str]]:
  roll = record("roll", "--unit", unit, "--format", "csv").out
  return list(csv.DictReader(io.StringIO(roll.removeprefix("\ufeff"))))


@contextlib.contextmanager
def open_offices(binary: Path, district: Record, folder: Path, *options: str) -> Iterator[Offices]:
  """Gives each role an account and serves the province to them; `options` are those of `serve`."""
  if not listens(binary):
    pytest.skip("`chibo serve` does not listen yet")
  record = Record(Chibo(binary, folder), Path(shutil.copy(district.path, folder / "province.sqlite")))
  units = {row["code"]: row for row in Lists.read(record.export("lists")).units if row["until"] == ""}
  committees = [code for code, row in units.items() if row["parent"] == ROOT]
  first, second = committees[:2]
  cells = [code for code, row in units.items() if row["kind"] == "cell"]
  roll = {row["unit"]: row for row in reversed(_rows(record, first))}
  cell = next(code for code in cells if code in roll)
  member, other = roll[cell], _rows(record, second)[0]
  grants = {
    "officer": ("officer", ROOT, ()),
    "leader": ("leader", ROOT, ()),
    "inspector": ("leader", ROOT, ()),
    "administrator": ("administrator", ROOT, ()),
    "committee": ("officer", first, ()),
    "secretary": ("secretary", cell, ()),
    "member": ("member", cell, ("--person", member["person"])),
  }
  accounts = {"desk": DESK}
  for name, (role, unit, more) in grants.items():
    said = record("account", "add", name, "--role", role, "--unit", unit, *more).out
    accounts[name] = (name, re.search(r"^The password of \w+: (\S+)$", said, re.MULTILINE).group(1))
  places = {
    "root": unit_key(record.path, ROOT),
    "committee": unit_key(record.path, first),
    "cell": unit_key(record.path, cell),
    "elsewhere": unit_key(record.path, second),
    "member": person_key(record.path, member["person"]),
    "stranger": person_key(record.path, other["person"]),
    "account": account_key(record.path, "secretary"),
  }
  with serve(binary, record.path, *options) as server:
    yield Offices(server, record, accounts, places, member["name"], other["name"])
