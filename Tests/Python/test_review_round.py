"""A whole round of review, opened, rated in lists from the cells up, published and read, of a half-year in which cells
were merged and members moved; counted again from the record afterwards."""

import sqlite3

import pytest

from serving import key
from walks import open_province


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("round")) as province:
    yield province


def asked(path, question, *values):
  with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as record:
    return record.execute(question, values).fetchall()


def rate_in_lists(desk, place: str) -> None:
  """Says a word on everybody whose turn it is, until nobody is left whom this body can speak of."""
  for _ in range(6):
    desk.go(f"{place}/list")
    rows = desk.page.locator(".rating-list > ol > li")
    if rows.count() == 0:
      return
    # What whoever came before proposed stands; where nobody has spoken, the points decide by the rules.
    for index in range(rows.count()):
      row = rows.nth(index)
      rating = row.locator("select")
      if rating.locator("option[value=proposed]").count():
        rating.select_option("proposed")
        row.locator("[name^=reason-]").fill("Như đề nghị của cấp dưới")
      else:
        row.locator("[name^=general-]").fill("26")
        row.locator("[name^=results-]").fill("58")
        rating.select_option("rule")
    with desk.page.expect_navigation():
      desk.page.locator(".rating-list button.primary").click()
    refused = desk.page.locator(".rating-list > ol > li.wrong")
    if refused.count() == 0:
      continue
    # Nothing was saved; what was typed stands there, and the rules leave these to people.
    desk.one.complaints.clear()
    assert "Chưa lưu" in desk.said
    for index in range(refused.count()):
      refused.nth(index).locator("select").select_option("completed")
      refused.nth(index).locator("[name^=reason-]").fill("Tập thể xem xét")
    with desk.page.expect_navigation():
      desk.page.locator(".rating-list button.primary").click()
    assert desk.page.locator(".rating-list > ol > li.wrong").count() == 0, desk.said[:2000]
  raise AssertionError(f"{place} is never done")


def go_up(desk, round_path: str, place: str, seen: list[str]) -> None:
  desk.go(place)
  below = desk.page.locator(f"main details ul.found a[href*='{round_path}/units/']")
  places = [each.get_attribute("href").split("?")[0] for each in below.all()]
  for each in places:
    if each not in seen and each != place:
      seen.append(each)
      go_up(desk, round_path, each, seen)
  rate_in_lists(desk, place)
  desk.go(place)
  send = desk.page.locator("button[name=step][value=send]")
  if send.count() and not desk.page.locator("button[name=step][value=publish]").count():
    with desk.page.expect_navigation():
      send.click()
    desk.sent()


def test_a_round_goes_from_the_cells_up_and_everybody_is_decided_about_once(province):
  record = province.record.path
  # An organisation of the base whose members had tasks in the half-year, and to which some of them came in it.
  base = asked(record, "SELECT unit FROM review_round WHERE term = 'quarter' AND frozen IS NOT NULL")[0][0]
  moved = asked(
    record,
    """
    SELECT DISTINCT r.person FROM roll r JOIN ancestry a ON a.unit = r.unit AND a.ancestor = ? AND a.superseded IS NULL
      AND a.start_on <= '2025-12-01' AND (a.end_on IS NULL OR a.end_on > '2025-12-01')
    WHERE r.superseded IS NULL AND r.start_on > '2025-06-30' AND r.start_on <= '2025-12-01'
      AND (r.end_on IS NULL OR r.end_on > '2025-12-01')
    """,
    base,
  )
  assert moved, "nobody moved or was merged in the half-year"
  with province.walk("desk") as desk:
    desk.go(f"/units/{key(base)}/reviews")
    desk.follow("Mở đợt kiểm điểm")
    desk.page.locator("main [name=term]").select_option("halfYear")
    for name, value in {"from": "2025-07-01", "until": "2025-12-31", "day": "2025-12-01"}.items():
      desk.page.locator(f"main [name={name}]").fill(value)
    desk.page.locator("main [name=title]").fill("Sáu tháng cuối năm 2025")
    for name in ("selfBy", "evaluateBy", "decideBy", "publishBy"):
      desk.page.locator(f"main [name={name}]").fill("")
    with desk.page.expect_navigation():
      desk.page.locator("main form button.primary").click()
    desk.sent()
    place = desk.page.url.split("?")[0].removeprefix(province.server.address)
    round_path = place.split("/units/")[0]
    go_up(desk, round_path, place, [place])
    desk.go(place)
    with desk.page.expect_navigation():
      desk.page.locator("button[name=step][value=publish]").click()
    desk.sent()
    desk.look()
    assert "Đã công bố" in desk.said
    desk.go(f"{place}/results")
    assert "Mã kiểm tra kết quả" in desk.said
  round_number = asked(record, "SELECT round FROM review_round WHERE term = 'halfYear' AND frozen IS NOT NULL")[0][0]
  decided = asked(
    record,
    """
    SELECT about, coalesce(person, subject), count(*) FROM review_mark
    WHERE round = ? AND step = 'decision' AND passed = 1 AND superseded IS NULL GROUP BY 1, 2
    """,
    round_number,
  )
  assert decided and all(count == 1 for _, _, count in decided), "somebody was decided about twice"
  # Counted plainly: members without a post, at home below, with a task due in the half-year.
  tasked = {
    person
    for (person,) in asked(
      record,
      """
      SELECT DISTINCT t.answerer FROM task t WHERE t.superseded IS NULL AND t.answerer IS NOT NULL
        AND t.due >= '2025-07-01' AND t.due <= '2025-12-31' AND t.start_on <= t.due
      """,
    )
  }
  at_home = {
    person
    for (person,) in asked(
      record,
      """
      SELECT r.person FROM roll r JOIN ancestry a ON a.unit = r.unit AND a.ancestor = ? AND a.superseded IS NULL
        AND a.start_on <= '2025-12-01' AND (a.end_on IS NULL OR a.end_on > '2025-12-01')
      WHERE r.superseded IS NULL AND r.start_on <= '2025-12-01' AND (r.end_on IS NULL OR r.end_on > '2025-12-01')
        AND NOT EXISTS (SELECT 1 FROM post p WHERE p.person = r.person AND p.superseded IS NULL
          AND p.start_on <= '2025-12-01' AND (p.end_on IS NULL OR p.end_on > '2025-12-01'))
      """,
      base,
    )
  }
  people = {whose for about, whose, _ in decided if about == "person"}
  assert at_home & tasked <= people, "somebody was left out"
  assert {person for (person,) in moved} & at_home & tasked <= people
