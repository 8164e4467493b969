"""Pictures of every page, for eyes: on a desk and on a phone, by day and by night, turned round, and on paper.

`make pictures` serves a small demonstration and leaves the pictures in `pictures/`, which is not kept. With names of
pages after it, only those. What there is to see stands in sights.py.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from browser import DESKTOP, PHONE, start
from conftest import HOUSE, Chibo
from serving import DESK, Server, key, serve
from sights import MORE, PAGES, PRINTED, TURNED

SIZES = {"desktop": DESKTOP, "phone": PHONE}
PASSWORD = DESK[1]
PACK = Path(__file__).parent / "packs" / "ar.csv"
TODAY = "end_on IS NULL AND superseded IS NULL"


def places(database: Path) -> dict[str, str]:
  """The keys of what is looked at: the province, its first committee, a cell, its secretary, somebody elsewhere."""
  with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as record:

    def one(question: str, *values) -> str:
      return key(record.execute(question, values).fetchone()[0])

    own = record.execute(f"SELECT unit FROM access_grant WHERE role = 'secretary' AND {TODAY}").fetchone()[0]
    below = f"SELECT unit FROM ancestry WHERE depth = ? AND ancestor = (SELECT id FROM unit WHERE code = 'SG') AND {TODAY}"
    return {
      "root": one("SELECT id FROM unit WHERE code = 'SG'"),
      "committee": one(f"{below} ORDER BY unit", 1),
      "cell": key(own),
      "own": key(own),
      "member": one("SELECT person FROM account WHERE name = 'bithu'"),
      "stranger": one(f"SELECT person FROM roll WHERE unit <> ? AND {TODAY} ORDER BY sort_key", own),
    }


@contextlib.contextmanager
def window(browser: Browser, server: Server, account: str | None, **how) -> Iterator[Page]:
  """A window in which an account has signed in."""
  context = browser.new_context(locale="vi-VN", **how)
  try:
    page = context.new_page()
    if account:
      page.goto(server.address + "/sign-in")
      page.fill("[name=account]", account)
      page.fill("[name=password]", PASSWORD)
      with page.expect_navigation():
        page.keyboard.press("Enter")
    yield page
  finally:
    context.close()


def on_paper(page: Page, file: Path) -> None:
  """The page as a printer gives it, a picture for each sheet."""
  import pypdfium2

  sheets = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
  for number, sheet in enumerate(sheets):
    if number < 4:
      sheet.render(scale=1.5).to_pil().save(file.with_name(f"{file.stem}-{number + 1}.png"))


def take(browser: Browser, server: Server, keys: dict[str, str], folder: Path, wanted: list[str]) -> int:
  """Takes the pictures; gives how many pages were wider than their window."""
  sights = {name: (DESK[0] if name != "door" else None, path) for name, path in PAGES.items()} | MORE
  too_wide = 0
  for account in dict.fromkeys(account for account, _ in sights.values()):
    own = {
      name: path for name, (who, path) in sights.items() if who == account and (not wanted or name in wanted)
    }
    for size, viewport in SIZES.items():
      for scheme in ("light", "dark") if own else ():
        with window(browser, server, account, viewport=viewport, color_scheme=scheme) as page:
          for name, path in own.items():
            page.goto(server.address + path.format(**keys))
            page.screenshot(path=folder / f"{name}-{size}-{scheme}.png", full_page=True)
            over = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
            if page.evaluate(over):
              too_wide += 1
              print(f"{name} is wider than the {size}")
            if size == "desktop" and scheme == "light" and name in PRINTED:
              on_paper(page, folder / f"{name}-print.png")
  turned = [name for name in TURNED if not wanted or name in wanted]
  for size, viewport in SIZES.items():
    with window(browser, server, DESK[0], viewport=viewport) as page:
      page.click(".viewer summary")
      with page.expect_navigation():
        page.click(".viewer button[value=ar]")
      for name in turned:
        page.goto(server.address + PAGES[name].format(**keys))
        page.screenshot(path=folder / f"{name}-{size}-rtl.png", full_page=True)
  return too_wide


def main() -> int:
  parser = argparse.ArgumentParser(description="Pictures of every page.")
  parser.add_argument("pages", nargs="*", help="names of sights.py; all without")
  parser.add_argument("--chibo", default=str(HOUSE / ".build/release/chibo"))
  parser.add_argument("--people", type=int, default=3000)
  parser.add_argument("--to", type=Path, default=HOUSE / "pictures")
  asked = parser.parse_args()
  asked.to.mkdir(exist_ok=True)
  with tempfile.TemporaryDirectory() as folder:
    database = Path(folder) / "demonstration.sqlite"
    binary = Path(asked.chibo).resolve()
    chibo = Chibo(binary, Path(folder))
    chibo("demo", "--no-serve", "--people", asked.people, "--database", database)
    with serve(binary, database, "--language-pack", str(PACK)) as server:
      with sync_playwright() as playwright:
        browser = start(playwright)
        too_wide = take(browser, server, places(database), asked.to, asked.pages)
        browser.close()
  print(f"{len(list(asked.to.glob('*.png')))} pictures in {asked.to}")
  return 1 if too_wide else 0


if __name__ == "__main__":
  raise SystemExit(main())
