"""A real browser, as people use it: with a keyboard alone, without script, on a phone, in the dark."""

from __future__ import annotations

import contextlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Playwright

CHROMIUM = "/usr/bin/chromium"
DESKTOP, PHONE = {"width": 1440, "height": 1000}, {"width": 390, "height": 844}
# More steps than any page has controls: who gets no further by then is lost.
STEPS = 400


def start(playwright: Playwright) -> Browser:
  return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@dataclass
class Window:
  """One window of a browser, and what it complained of."""

  page: Page
  complaints: list[str] = field(default_factory=list)

  def listen(self) -> None:
    def said(message):
      if message.type in ("error", "warning"):
        self.complaints.append(f"{message.text} at {message.location}")

    def answered(response):
      if response.status >= 400:
        self.complaints.append(f"{response.status} {response.url}")

    self.page.on("console", said)
    self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
    self.page.on("response", answered)

  def focused(self) -> str:
    """What has the focus: its words, its name, and where it leads."""
    return self.page.evaluate(
      "() => { const e = document.activeElement;"
      " return [e.innerText, e.getAttribute('aria-label'), e.name, e.getAttribute('href')].join(' | ') }"
    )

  def tab_to(self, words: str, within: str = "*") -> None:
    """Goes on with the Tab key until what has these words, in such an element, has the focus."""
    inside = f"() => document.activeElement.closest({within!r}) !== null"
    for _ in range(STEPS):
      self.page.keyboard.press("Tab")
      if words in self.focused() and self.page.evaluate(inside):
        return
    raise AssertionError(f"No Tab leads to “{words}” on {self.page.url}")

  def press(self, key: str) -> None:
    """Presses a key that leads to another page, and waits for that."""
    with self.page.expect_navigation():
      self.page.keyboard.press(key)

  def fill(self, field, name: str, value: str | int, hand: str, within: str) -> None:
    """Fills in one field by the keyboard alone, or as a thumb would; a number is the place in a list of choices."""
    if hand == "keyboard":
      self.tab_to(f" | {name} | ", within=within)
      kind = field.evaluate("each => each.type")
      if kind == "select-one":
        index = value if isinstance(value, int) else field.evaluate(
          "(each, value) => [...each.options].findIndex((option) => option.value === value)", value
        )
        now = field.evaluate("each => each.selectedIndex")
        for _ in range(abs(index - now)):
          self.page.keyboard.press("ArrowDown" if index > now else "ArrowUp")
      elif kind == "date":
        year, month, day = value.split("-")
        self.page.keyboard.type(f"{month}{day}{year}")
      else:
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(value)
        # The list of suggestions closes before the next key.
        self.page.keyboard.press("Escape")
    elif isinstance(value, int):
      field.select_option(index=value)
    elif field.evaluate("each => each.tagName") == "SELECT":
      field.select_option(value)
    else:
      field.fill(value)

  def sign_in(self, address: str, account: str, password: str) -> None:
    """Signs in by the keyboard."""
    self.page.goto(address)
    self.tab_to("account")
    self.page.keyboard.type(account)
    self.tab_to("password")
    self.page.keyboard.type(password)
    self.press("Enter")


@contextlib.contextmanager
def window(browser: Browser, **how) -> Iterator[Window]:
  """A window that nobody has used before; `how` is what playwright says of it."""
  context = browser.new_context(**({"viewport": DESKTOP, "locale": "vi-VN"} | how))
  try:
    opened = Window(context.new_page())
    opened.listen()
    yield opened
  finally:
    context.close()


def without_diacritics(name: str) -> str:
  """A name as one types it in a hurry."""
  letters = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
  return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
