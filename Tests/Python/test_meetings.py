"""A cell's meeting on the secretary's phone: held from beginning to end, and with the network gone in the middle."""

import contextlib
import random

import pypdfium2
import pytest

from browser import PHONE
from walks import open_province

SEEDS = (200, 10_000)
# Those that once showed a difference: somebody else marked the same while an answer was lost.
SHOWN = (1433, 2413, 5173, 6205, 7951)


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("meetings")) as province:
    yield province


def _open_meeting(walk, **values) -> str:
  """Calls a meeting for today and opens it; its address."""
  walk.go("/")
  walk.page.locator("nav.modules a", has_text="Sinh hoạt").click()
  walk.look()
  walk.follow("Triệu tập sinh hoạt")
  chosen = walk.page.locator("select[name=chair] option").evaluate_all("all => all.map((each) => each.value)")
  walk.send("Triệu tập sinh hoạt", place="Nhà văn hóa bản", chair=chosen[1], taker=chosen[2], **values)
  walk.send("Khai mạc", time="19:30")
  return walk.page.url.split("?")[0]


def _marks(page) -> list[str]:
  return page.locator(".call input:checked").evaluate_all("all => all.map((each) => each.value)")


def _sent(page) -> None:
  page.locator("[data-sending]", has_text="Đã ghi hết vào hồ sơ").wait_for()


def test_a_meeting_is_held_written_down_and_signed_on_a_phone(province):
  with province.walk("secretary", province.cell) as walk:
    _open_meeting(walk, kind="combined", theme="Hiến đất làm đường vào trường")
    rows = walk.page.locator(".call")
    for place in range(rows.count()):
      mark = {1: "excused", 3: "absent"}.get(place, "present")
      rows.nth(place).locator(f"input[value={mark}]").check()
    _sent(walk.page)
    walk.page.reload()
    marks = _marks(walk.page)
    assert marks[1] == "excused" and marks[3] == "absent" and marks.count("present") == len(marks) - 2
    walk.page.locator(".items [data-current] textarea").fill("Bí thư nêu lý do.")
    walk.press("Xong, sang mục sau")
    form = walk.page.locator("form[action$='/votes']")
    walk.page.locator("summary", has_text="Ghi biểu quyết").click()
    form.locator("[name=title]").fill("Nghị quyết tháng")
    form.locator("[name=agreed]").fill(form.locator("[name=present]").input_value())
    with walk.page.expect_navigation():
      form.locator("button").click()
    walk.sent()
    walk.send("Bế mạc", time="21:40")
    assert "130 phút" in walk.said
    walk.follow("Biên bản")
    walk.press("Lưu biên bản")
    walk.press("Ghi: thư ký đã ký bản giấy")
    walk.press("Ghi: chủ trì đã ký bản giấy")
    assert "Nghị quyết tháng" in walk.said and walk.page.locator("svg.qr").count() == 1
    assert walk.page.locator("textarea#text").count() == 0


def test_minutes_print_on_one_white_page_with_nothing_around_them(province, tmp_path):
  with province.walk("secretary", province.cell) as walk:
    address = _open_meeting(walk, kind="extraordinary")
    rows = walk.page.locator(".call")
    for place in range(rows.count()):
      rows.nth(place).locator("input[value=present]").check()
    _sent(walk.page)
    walk.page.reload()
    walk.send("Bế mạc", time="20:30")
    walk.go(address.removeprefix(walk.address) + "/minutes")
    walk.press("Lưu biên bản")
    paper = tmp_path / "minutes.pdf"
    paper.write_bytes(walk.page.pdf(format="A4"))
  document = pypdfium2.PdfDocument(paper)
  text = "".join(page.get_textpage().get_text_range() for page in document)
  assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text and "BIÊN BẢN" in text
  assert "Lưu biên bản" not in text and "Khai mạc\n" not in text
  assert len(document) <= 2


def test_a_roll_call_goes_on_without_a_network_and_arrives_once(province):
  with province.walk("secretary", province.other) as walk:
    address = _open_meeting(walk, kind="regular")
    page = walk.page
    rows = page.locator(".call")
    rows.nth(0).locator("input[value=present]").check()
    _sent(page)
    page.context.set_offline(True)
    for place in range(1, rows.count()):
      rows.nth(place).locator("input[value=present]").check()
    rows.nth(2).locator("input[value=absent]").check()
    waiting = page.locator("[data-sending].waiting")
    waiting.wait_for()
    assert str(rows.count() - 1) in waiting.inner_text()
    # The phone is put away and taken up again: what was tapped is still there, on a page that was kept.
    page.goto(address)
    assert _marks(page).count("present") == rows.count() - 1
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    _sent(page)
    page.reload()
    marks = _marks(page)
    assert len(marks) == rows.count() and marks[2] == "absent"
    # Without the network the browser complained, as it should.
    walk.one.complaints.clear()


def test_two_phones_that_say_otherwise_are_shown_both(province):
  with province.walk("secretary", province.cell) as walk:
    address = _open_meeting(walk, kind="extraordinary")
    page = walk.page
    other = page.context.new_page()
    other.goto(address)
    page.locator(".call").nth(0).locator("input[value=present]").click()
    _sent(page)
    # The other had seen nothing, and says otherwise.
    other.locator(".call").nth(0).locator("input[value=absent]").click()
    conflict = other.locator(".call .conflict:visible")
    conflict.wait_for()
    assert "Có mặt" in conflict.inner_text() and "Vắng" in conflict.inner_text()
    conflict.locator("button").click()
    _sent(other)
    page.reload()
    assert _marks(page)[0] == "absent"


# A phone and a server under a schedule of taps, cuts and answers that come late or never; the server does as ours
# does: a batch of a known name is taken once, and a mark made over another than the present one is left out.
SCHEDULE = """async ({steps, people}) => {
  const q = await import('/queue.js');
  const server = { marks: {}, arrived: {}, names: new Set() };
  const take = (batch) => {
    if (!server.names.has(batch.name)) {
      server.names.add(batch.name);
      for (const [person, tap] of Object.entries(batch.taps)) {
        const now = server.marks[person] ?? '';
        if (now === tap.saw || now === tap.mark) { server.marks[person] = tap.mark; server.arrived[person] = tap.mark; }
      }
    }
    return { ...server.marks };
  };
  let state = q.empty();
  let names = 0;
  // A mark has arrived too when somebody else said the same before it came and the phone heard that.
  const hear = (batch, known) => {
    for (const [person, tap] of Object.entries(batch.taps)) {
      if (known[person] === tap.mark) server.arrived[person] = tap.mark;
    }
    state = q.answered(state, known);
  };
  const intended = {};
  const keep = () => { state = JSON.parse(JSON.stringify(state)); };
  for (const [what, person, mark] of steps) {
    if (what === 'tap') { state = q.tap(state, people[person], mark); intended[people[person]] = mark; }
    if (what === 'other') server.marks[people[person]] = mark;
    if (what === 'lost' || what === 'unheard' || what === 'heard') {
      state = q.next(state, `b${names}`);
      if (!state.batch) continue;
      names += 1;
      if (what === 'lost') { keep(); continue; }
      const known = take(state.batch);
      if (what === 'heard') hear(state.batch, known);
    }
    // The phone is put away and taken up again.
    if (what === 'sleep') keep();
  }
  for (let turn = 0; turn < 4; turn += 1) {
    state = q.next(state, `b${names}`);
    names += 1;
    if (state.batch) hear(state.batch, take(state.batch));
  }
  return { intended, marks: server.marks, arrived: server.arrived, conflicts: state.conflicts, left: q.count(state) };
}"""


def _schedule(seed: int, others: bool) -> list[tuple]:
  numbers = random.Random(seed)
  marks = ["present", "late", "left", "excused", "absent"]
  ways = ["tap"] * 5 + ["lost", "unheard", "heard", "heard", "sleep"] + (["other"] if others else [])
  return [(numbers.choice(ways), numbers.randrange(6), numbers.choice(marks)) for _ in range(numbers.randrange(3, 60))]


def test_nothing_tapped_is_lost_or_doubled_however_the_network_is_cut(province, soak):
  people = [f"p{number}" for number in range(6)]
  with contextlib.closing(province.browser.new_page(viewport=PHONE)) as page:
    page.goto(province.server.address)
    for seed in range(SEEDS[1]) if soak else (*range(SEEDS[0]), *SHOWN):
      alone = page.evaluate(SCHEDULE, {"steps": _schedule(seed, False), "people": people})
      assert alone["left"] == 0 and alone["conflicts"] == {}, seed
      assert alone["marks"] == alone["intended"], seed
      # Where others mark too, each last tap has arrived, or is shown beside what they said.
      shared = page.evaluate(SCHEDULE, {"steps": _schedule(seed, True), "people": people})
      assert shared["left"] == 0, seed
      for person, mark in shared["intended"].items():
        told = shared["conflicts"].get(person)
        assert shared["arrived"].get(person) == mark or told and told["mine"] == mark, (seed, person)
