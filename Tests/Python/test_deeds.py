"""An officer does every deed in a real browser: by the keyboard at the desk, with a thumb, without script."""

import itertools
from datetime import datetime, timedelta, timezone

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from browser import DESKTOP, PHONE, start, window
from lists import Lists
from offices import open_offices
from serving import DESK, unit_key

# The organisation's own day, and one to come.
TODAY = (datetime.now(timezone.utc) + timedelta(hours=7)).date()
DAYS = {"past": TODAY - timedelta(days=30), "day": TODAY, "later": TODAY + timedelta(days=10), "eve": TODAY + timedelta(days=9)}
DECISION = {"number": "18-QĐ/TU", "signed": "{day}", "issuer": "SG", "signer": "Lò Văn Chính"}

# Each deed in an order in which each can follow the one before: the deed, whom it is done to, what is
# written, and what the page that follows says.
JOURNEY = [
  ("found", "unit", {"code": "MOI-1", "name": "Chi bộ bản Mới", "kind": "cell", "day": "{past}"}, "Chi bộ bản Mới"),
  ("rename", "new", {"name": "Chi bộ bản Mới Lớn", "day": "{day}"}, "Chi bộ bản Mới Lớn"),
  ("reclassify", "new", {"kind": "cell", "sector": "school", "day": "{day}"}, "trường học"),
  ("move", "new", {"parent": "{other}", "day": "{day}"}, "Chuyển về trực thuộc"),
  ("admit", "new", {"name": "Cầm Thị Thử", "born": "5/2001", "sex": "F", "admitted": "{day}"}, "Cầm Thị Thử"),
  ("correct", "person", {"name": "Cầm Thị Thử Nghiệm", "born": "5/2001", "sex": "F"}, "trước ghi: Cầm Thị Thử"),
  ("change", "person", {"name": "Cầm Thị Nghiệm", "born": "5/2001", "sex": "F", "from": "{day}"}, "Cầm Thị Nghiệm"),
  ("beginRole", "person", {"role": "residence", "unit": "{cell}", "from": "{day}"}, "Giữ mối liên hệ nơi cư trú"),
  ("endRole", "person", {"role": 1, "until": "{later}"}, "Thôi sinh hoạt tại"),
  ("holdPost", "person", {"post": "Bí thư", "unit": "MOI-1", "from": "{day}"}, "Giữ chức"),
  ("leavePost", "person", {"post": 1, "until": "{later}"}, "Thôi giữ chức"),
  ("transfer", "person", {"unit": "{cell}", "day": "{later}"}, "Chuyển sinh hoạt đảng về"),
  # On another day than the rule's only with a reason.
  ("recognise", "person", {"official": "{later}", "reason": "Tỉnh ủy kết luận"}, "Công nhận đảng viên chính thức"),
  ("appoint", "new", {"person": "Cầm Thị Nghiệm", "post": "Phó bí thư", "from": "{day}", "until": "{eve}"}, "Phó bí thư"),
  ("endMembership", "other", {"reason": "died", "left": "{day}"}, "Ra khỏi danh sách"),
  ("readmit", "left", {"unit": "{cell}", "admitted": "{day}"}, "Kết nạp"),
  ("end", "new", {"successor": "{cell}", "day": "{later}"}, "Sáp nhập vào"),
]


@pytest.fixture(scope="module")
def browser():
  with sync_playwright() as playwright:
    browser = start(playwright)
    yield browser
    browser.close()


@pytest.fixture
def offices(binary, district, tmp_path):
  with open_offices(binary, district, tmp_path) as offices:
    yield offices


def _codes(offices):
  """Two organisations of the base that have cells, and a cell of the first."""
  units = {row["code"]: row for row in Lists.read(offices.record.export("again")).units if row["until"] == ""}
  cells = [row for row in units.values() if row["kind"] == "cell"]
  parent = cells[0]["parent"]
  other = next(row["parent"] for row in cells if row["parent"] != parent)
  return {"parent": parent, "other": other, "cell": cells[0]["code"]} | {
    name: day.isoformat() for name, day in DAYS.items()
  }


class Journey:
  """One officer's way through all the deeds, whatever the hand."""

  def __init__(self, offices, one, hand):
    self.offices, self.one, self.hand = offices, one, hand
    self.page = one.page
    self.keys = {}

  def go(self, path):
    self.page.goto(self.offices.server.address + path)

  def fill(self, name, value):
    field = self.page.locator(f"form.deed [name={name}]:not([type=hidden])")
    self.one.fill(field, name, value, self.hand, "form.deed")

  def press(self, value):
    button = f"main button[value={value}]"
    if self.hand == "keyboard":
      self.one.tab_to(self.page.locator(button).inner_text(), within="main")
      self.one.press("Enter")
    else:
      with self.page.expect_navigation():
        self.page.locator(button).click()

  def deed(self, deed, target, values, cited, shows, check):
    name = "unit" if target in ("unit", "new") else "person"
    self.go(f"/deeds/{deed}?{name}={self.keys[target]}")
    check()
    for field, value in values.items():
      self.fill(field, value)
    if self.page.locator("[name=number]").count():
      for field, value in cited.items():
        self.fill(field, value)
    self.press("preview")
    assert self.page.locator("main .error").all_inner_texts() == [], (deed, self.page.url)
    assert self.page.locator("button[value=record]").count() == 1, deed
    check()
    self.press("record")
    assert "done=" in self.page.url, deed
    said = self.page.locator("main").inner_text()
    assert "Đã ghi" in said, deed
    assert shows.lower() in said.lower(), (deed, said)
    return self.page.url.split("?")[0].rsplit("/", 1)[1]


def _travel(offices, one, hand, check=lambda: None):
  codes = _codes(offices)
  journey = Journey(offices, one, hand)
  database = offices.record.path
  journey.keys = {"unit": unit_key(database, codes["parent"]), "other": offices.places["stranger"]}
  for deed, target, values, shows in JOURNEY:
    values = {
      name: value.format(**codes) if isinstance(value, str) else value for name, value in values.items()
    }
    cited = {name: value.format(**codes) for name, value in DECISION.items()}
    key = journey.deed(deed, target, values, cited, shows, check)
    if deed == "found":
      journey.keys["new"] = unit_key(database, "MOI-1")
    if deed == "admit":
      journey.keys["person"] = key
    if deed == "endMembership":
      journey.keys["left"] = key
  # What was just done is taken back from where it was told.
  journey.page.locator("a[href*='deeds/annul']").first.click()
  journey.fill("reason", "Ghi nhầm")
  journey.press("preview")
  journey.press("record")
  assert "Đã ghi" in journey.page.locator("main").inner_text()
  assert offices.record("check").code == 0
  assert offices.record("journal", "verify").code == 0


@pytest.mark.parametrize("hand, size", [("keyboard", DESKTOP), ("touch", PHONE), ("no script", DESKTOP)])
def test_every_deed_is_done_in_a_browser(browser, offices, hand, size):
  how = {"viewport": size, "java_script_enabled": hand != "no script", "locale": "en-US"}
  with window(browser, **how) as one:
    if hand == "keyboard":
      one.sign_in(offices.server.address, *DESK)
    else:
      one.page.goto(offices.server.address)
      one.page.locator("[name=account]").fill(DESK[0])
      one.page.locator("[name=password]").fill(DESK[1])
      one.page.locator("form button").click()
    _travel(offices, one, hand)
    assert one.complaints == []


@pytest.mark.parametrize("scheme, size", list(itertools.product(("light", "dark"), (DESKTOP, PHONE))))
def test_no_form_and_no_preview_bars_anybody(browser, offices, scheme, size):
  def check(page):
    found = [(each["id"], each["nodes"][0]["html"]) for each in Axe().run(page).response["violations"]]
    assert found == [], page.url
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, f"{page.url} is wider than its window"

  with window(browser, viewport=size, color_scheme=scheme, locale="en-US") as one:
    one.sign_in(offices.server.address, *DESK)
    _travel(offices, one, "touch", lambda: check(one.page))
    one.page.goto(f"{offices.server.address}/plans")
    check(one.page)
