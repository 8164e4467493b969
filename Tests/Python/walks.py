"""People of the fictional province on their way: members and secretaries with a thumb, officers by the keyboard."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from browser import DESKTOP, PHONE, Window, start, window
from conftest import Chibo, Record
from lists import Lists
from serving import DESK, Server, person_key, serve, unit_key

ROOT = "SG"
# The organisation's own day.
TODAY = (datetime.now(timezone.utc) + timedelta(hours=7)).date()
DECISION = {"number": "18-QĐ/TU", "issuer": ROOT, "signer": "Lò Văn Chính"}

# What of a page reaches beyond its window.
WIDEST = """() => [...document.querySelectorAll("body *")]
  .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((each) => each.outerHTML.slice(0, 160)).slice(0, 5)"""


def ago(days: int) -> str:
  """The day so many days before today; after it, when negative."""
  return (TODAY - timedelta(days=days)).isoformat()


@dataclass
class Member:
  """A member as the roll names them."""

  code: str
  name: str
  key: str


@dataclass
class Province:
  """A served province, those who sign in to it, and two cells whose members have never been of concern."""

  record: Record
  server: Server
  browser: Browser
  # The code of a cell, and of one under another committee.
  cell: str
  other: str
  members: list[Member]
  passwords: dict[str, str] = field(default_factory=dict)
  states: dict[str, dict] = field(default_factory=dict)

  def unit(self, code: str) -> str:
    return unit_key(self.record.path, code)

  def next_member(self) -> Member:
    """An official member of the cell whom no other walk is about."""
    return self.members.pop()

  def on_roll(self, cell: str, on: str | None = None) -> set[str]:
    """The codes of those at home in a cell on a day."""
    return {row["person"] for row in rows(self.record, cell, on)}

  def _account(self, role: str, unit: str, person: str) -> str:
    name = f"{role}.{person or unit}".lower()
    if name not in self.passwords:
      whose = ("--person", person) if person else ()
      said = self.record("account", "add", name, "--role", role, "--unit", unit, *whose).out
      self.passwords[name] = re.search(r"^The password of \S+: (\S+)$", said, re.MULTILINE).group(1)
    return name

  @contextlib.contextmanager
  def walk(self, role: str, unit: str = ROOT, person: str = "") -> Iterator[Walk]:
    """Somebody of a role signs in as they do, and walks until nothing more is to be done."""
    account, password = (DESK if role == "desk" else (self._account(role, unit, person), ""))
    is_at_desk = role in ("desk", "officer")
    how = {"viewport": DESKTOP if is_at_desk else PHONE, "locale": "en-US"}
    if account in self.states:
      how["storage_state"] = self.states[account]
    with window(self.browser, **how) as one:
      walk = Walk(self.server.address, one, "keyboard" if is_at_desk else "touch")
      if account in self.states:
        walk.go("/")
      elif is_at_desk:
        one.sign_in(self.server.address, account, password or self.passwords[account])
      else:
        one.page.goto(self.server.address)
        one.page.locator("[name=account]").fill(account)
        one.page.locator("[name=password]").fill(self.passwords[account])
        one.page.locator("form button").click()
      self.states[account] = one.page.context.storage_state()
      yield walk
      assert one.complaints == [], one.complaints


@dataclass
class Walk:
  """One person's way from page to page; each page is looked at for what would bar somebody."""

  address: str
  one: Window
  hand: str

  @property
  def page(self):
    return self.one.page

  @property
  def said(self) -> str:
    return self.page.locator("main").inner_text()

  def look(self) -> None:
    """Holds the page to what nobody may be barred by."""
    found = [(each["id"], each["nodes"][0]["html"]) for each in Axe().run(self.page).response["violations"]]
    assert found == [], self.page.url
    over = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, (f"{self.page.url} is wider than its window", self.page.evaluate(WIDEST))

  def go(self, path: str) -> None:
    self.page.goto(self.address + path)
    self.look()

  def _enter(self, control, words: str) -> None:
    """Presses a link or a button that leads to another page."""
    if self.hand == "keyboard":
      self.one.tab_to(words, within="main")
      self.one.press("Enter")
    else:
      with self.page.expect_navigation():
        control.click()
    self.look()

  def follow(self, words: str) -> None:
    """Follows a link by its words, or by a part of its address when that begins with a slash."""
    by_address = words.startswith("/")
    links = self.page.locator(f"main a[href*='{words}']" if by_address else "main a")
    self._enter((links if by_address else links.filter(has_text=words)).first, words)

  def press(self, words: str) -> None:
    self._enter(self.page.locator("main button:visible").filter(has_text=words).first, words)

  def fill(self, **values: str | int) -> None:
    for name, value in values.items():
      fields = self.page.locator(f"main [name='{name}']:not([type=hidden])")
      self.one.fill(fields.first, name, value, self.hand, "main form")
      if self.hand == "touch" and fields.first.get_attribute("data-lookup"):
        fields.first.press("Escape")

  def mark(self, value: str) -> None:
    """Ticks the box of this value."""
    box = self.page.locator(f"main [type=checkbox][value='{value}']")
    if self.hand == "keyboard":
      box.focus()
      self.page.keyboard.press("Space")
    else:
      box.check()

  def sent(self) -> None:
    """What was sent last was taken."""
    errors = self.page.locator("main .error, main .message.refused").all_inner_texts()
    assert not errors, (self.page.url, errors)
    assert "done=" in self.page.url, (self.page.url, self.said)

  def send(self, words: str, **values: str | int) -> None:
    """Fills a form in and sends it."""
    self.fill(**values)
    self.press(words)
    self.sent()

  def choose(self, deed: str) -> None:
    """Takes a deed from what is offered on the page, from the menu where it stands in one."""
    address = f"/deeds/{deed}?"
    link = self.page.locator(f"main a[href*='{address}']").first
    menu = self.page.locator("main details").filter(has=self.page.locator(f"a[href*='{address}']"))
    if not link.is_visible():
      if self.hand == "keyboard":
        self.one.tab_to(menu.first.locator("summary").inner_text(), within="main summary")
        self.page.keyboard.press("Enter")
      else:
        menu.first.locator("summary").click()
    self._enter(link, address)

  def do(self, deed: str, cited: dict[str, str] | None = None, **values: str | int) -> None:
    """Does a deed from the page where it is offered: its form, what would change, and recorded."""
    self.choose(deed)
    self.fill(**(values | (cited or {})))
    for button in ("preview", "record"):
      words = self.page.locator(f"main button[value={button}]").inner_text()
      self.press(words)
      errors = self.page.locator("main .error, main .message.refused").all_inner_texts()
      assert not errors, (deed, errors)
    self.sent()


def rows(record: Record, unit: str, on: str | None = None) -> list[dict[str, str]]:
  """The roll of a unit as a list."""
  day = ("--on", on) if on else ()
  said = record("roll", "--unit", unit, *day, "--format", "csv").out
  return list(csv.DictReader(io.StringIO(said.removeprefix("\ufeff"))))


def cited(signed: str, **more: str) -> dict[str, str]:
  """A decision of the province, signed on a day."""
  return DECISION | {"signed": signed} | more


@contextlib.contextmanager
def open_province(binary: Path, district: Record, folder: Path) -> Iterator[Province]:
  """Serves a copy of the province, with a browser beside it."""
  record = Record(Chibo(binary, folder), Path(shutil.copy(district.path, folder / "province.sqlite")))
  units = {row["code"]: row for row in Lists.read(record.export("lists")).units if row["until"] == ""}
  committees = [code for code, row in units.items() if row["parent"] == ROOT]
  people: dict[str, list[dict[str, str]]] = {}
  cells = []
  for committee in committees[:2]:
    inside: dict[str, list[dict[str, str]]] = {}
    for row in rows(record, committee):
      if units[row["unit"]]["kind"] == "cell":
        inside.setdefault(row["unit"], []).append(row)
    # The largest whose roll is one page.
    cells.append(max((code for code in inside if len(inside[code]) <= 45), key=lambda code: len(inside[code])))
    people |= inside
  cell, other = cells
  members = [
    Member(row["person"], row["name"], person_key(record.path, row["person"]))
    for row in people[cell]
    if row["official"] and row["official"] < ago(400)
  ]
  with serve(binary, record.path) as server, sync_playwright() as playwright:
    browser = start(playwright)
    yield Province(record, server, browser, cell, other, members)
    browser.close()
