"""A round of review walked in the browser: from the units at the bottom up to the one that publishes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page

from walks import Walk

# Writes a word on everybody of a list: what whoever came before proposed stands; where nobody has spoken, points are
# given, more to every so many-th, and the rules decide by them.
WORDS = """(most) => document.querySelectorAll(".rating-list > ol > li").forEach((row, place) => {
  const rating = row.querySelector("select");
  const write = (name, words) => { row.querySelector(`[name^=${name}-]`).value = words; };
  if (rating.querySelector("option[value=proposed]")) {
    rating.value = "proposed";
    write("reason", "Như đề nghị của cấp dưới");
  } else {
    const isBest = most > 0 && place % most === 0;
    write("general", isBest ? "29" : "26");
    write("results", isBest ? "63" : "58");
    rating.value = "rule";
  }
})"""


@dataclass
class RoundWalk:
  """One round on its way up.

  `best`: of so many in a list, one is given the points of the highest class; 0: nobody is.
  """

  desk: Walk
  best: int = 0
  place: str = ""
  seen: list[str] = field(default_factory=list)
  # How often a unit could not send its reviews because more were rated highest than the cap allows.
  capped: int = 0

  @property
  def page(self) -> Page:
    return self.desk.page

  def open(self, unit: str, title: str, days: tuple[str, str], counted: str, **more: str) -> None:
    """Opens the round of a half-year; only in this page and the last is everything looked at that could bar somebody."""
    self.desk.go(f"/units/{unit}/reviews")
    self.desk.follow("Mở đợt kiểm điểm")
    self.page.locator("main [name=term]").select_option("halfYear")
    written = {"title": title, "from": days[0], "until": days[1], "day": counted, **more}
    for name in ("selfBy", "evaluateBy", "decideBy", "publishBy"):
      written.setdefault(name, "")
    base = written.pop("base", None)
    for name, value in written.items():
      self.page.locator(f"main [name={name}]").fill(value)
    if base:
      self.page.locator("main [name=base]").select_option(base)
    self._press("main form button.primary")
    self.desk.sent()
    self.place = self.page.url.split("?")[0].removeprefix(self.desk.address)
    self.seen.append(self.place)

  def _press(self, button: str) -> None:
    with self.page.expect_navigation():
      self.page.locator(button).click()

  def _go(self, path: str) -> None:
    self.page.goto(self.desk.address + path)

  def rate(self, place: str) -> None:
    """Says a word on everybody whose turn it is, until nobody is left whom this body can speak of."""
    for _ in range(100):
      self._go(f"{place}/list")
      if self.page.locator(".rating-list > ol > li").count() == 0:
        return
      self.page.evaluate(WORDS, self.best)
      self._press(".rating-list button.primary")
      refused = self.page.locator(".rating-list > ol > li.wrong")
      if refused.count() == 0:
        continue
      # Nothing was saved; what was typed stands there, and the rules leave these to people.
      self.desk.one.complaints.clear()
      assert "Chưa lưu" in self.desk.said
      for index in range(refused.count()):
        refused.nth(index).locator("select").select_option("completed")
        refused.nth(index).locator("[name^=reason-]").fill("Tập thể xem xét")
      self._press(".rating-list button.primary")
      assert self.page.locator(".rating-list > ol > li.wrong").count() == 0, self.desk.said[:2000]
    raise AssertionError(f"{place} is never done")

  def below(self, place: str) -> list[str]:
    """Every unit below, each once, whatever is above it after it."""
    self._go(place)
    links = self.page.locator(f"main details ul.found a[href*='{self.place.split('/units/')[0]}/units/']")
    found = []
    for each in [link.get_attribute("href").split("?")[0] for link in links.all()]:
      if each not in self.seen:
        self.seen.append(each)
        found += [*self.below(each), each]
    return found

  def up(self) -> None:
    """From the bottom up every unit says its word and sends it on.

    Who has a post in two branches is spoken of in both: whoever waits for the other branch is come back to.
    """
    waiting = [*self.below(self.place), self.place]
    for _ in range(4):
      waiting = [place for place in waiting if not self.done(place)]

  def done(self, place: str) -> bool:
    self.rate(place)
    self._go(place)
    if place == self.place or not self.page.locator("button[name=step][value=send]").count():
      return False
    self._finish(place, "send")
    return True

  def publish(self) -> None:
    self._go(self.place)
    self._finish(self.place, "publish")
    self.desk.look()

  def _finish(self, place: str, step: str) -> None:
    """Sends or publishes; while the cap forbids it, somebody with the fewest points is looked at again."""
    for _ in range(200):
      self._press(f"button[name=step][value={step}]")
      if "done=" in self.page.url:
        return
      # The refusal is an answer the browser complains of.
      self.desk.one.complaints.clear()
      lowest = self.page.locator("main .stack li a[href*='/reviews/']:not([href*='group='])").first
      assert lowest.count(), (place, self.desk.said[:2000])
      self.capped += 1
      lowest.click()
      form = self.page.locator("form:has([name=step][value=decision])")
      form.locator("[name=rating]").select_option("good")
      form.locator("[name=reason]").fill("Điều chỉnh theo tỷ lệ quy định")
      with self.page.expect_navigation():
        form.locator(".actions button").first.click()
      self.desk.sent()
      self._go(place)
    raise AssertionError(f"{place} stays over its cap")

