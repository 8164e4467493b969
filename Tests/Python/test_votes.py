"""Votes recorded on the secretary's phone: kept where the network is gone, sent again, and never doubled."""

import contextlib
import random

import pytest

from browser import PHONE
from walks import open_province

SEEDS = (200, 10_000)


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("votes")) as province:
    yield province


def _open_meeting(walk, **values) -> str:
  """Calls a meeting for today and opens it; its address."""
  walk.go("/")
  walk.page.locator("nav.modules a", has_text="Sinh hoạt").click()
  walk.page.locator("main a", has_text="Triệu tập sinh hoạt").wait_for()
  walk.follow("Triệu tập sinh hoạt")
  chosen = walk.page.locator("select[name=chair] option").evaluate_all("all => all.map((each) => each.value)")
  walk.send("Triệu tập sinh hoạt", place="Nhà văn hóa bản", chair=chosen[1], taker=chosen[2], **values)
  walk.send("Khai mạc", time="19:30")
  return walk.page.url.split("?")[0]


# How many votes this phone still holds.
WAITING = """() => Object.keys(localStorage).filter((each) => each.startsWith('votes '))
  .map((each) => JSON.parse(localStorage[each]).waiting.length).reduce((sum, each) => sum + each, 0)"""


def _sent(page) -> None:
  page.locator("[data-sending]", has_text="Đã ghi hết vào hồ sơ").wait_for()


def test_a_vote_by_name_is_kept_without_a_network_and_arrives_once(province):
  with province.walk("secretary", province.cell) as walk:
    address = _open_meeting(walk, kind="extraordinary")
    page = walk.page
    rows = page.locator(".call")
    for place in range(1, rows.count()):
      rows.nth(place).locator("input[value=present]").click()
    _sent(page)
    page.reload()
    page.wait_for_function("async () => Boolean(await caches.match(location.pathname + '/named-vote'))")
    page.context.set_offline(True)
    page.evaluate("dispatchEvent(new Event('offline'))")
    # Whoever came last is marked on this phone alone, and votes all the same.
    rows.nth(0).locator("input[value=present]").click()
    page.locator("[data-sending].waiting").wait_for()
    page.locator("a[data-named-vote]").click()
    # The roll call left behind has the same fields: only the address says that this is the vote.
    page.wait_for_url("**/named-vote")
    voters = page.locator("fieldset.call:not([hidden])")
    voters.nth(0).wait_for()
    for place in range(voters.count()):
      voters.nth(place).locator(f"input[value={'against' if place == 0 else 'agreed'}]").click()
    page.locator("[name=title]").fill("Vay vốn làm đường")
    page.locator("form.ballots button.primary").click()
    waiting = page.locator("[data-votes] .waiting")
    waiting.wait_for()
    assert "Vay vốn làm đường" in waiting.inner_text() and page.url.split("?")[0] == address
    # Put away and taken up again, it waits there still; the same button twice would be two votes, a reload is none.
    page.goto(address)
    page.locator("[data-votes] .waiting").wait_for()
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    page.locator("ul.votes li", has_text="Vay vốn làm đường").wait_for()
    page.goto(address)
    assert page.locator("ul.votes li", has_text="Vay vốn làm đường").count() == 1
    assert "Không tán thành" in page.locator("ul.votes").inner_text()
    assert page.locator("[data-votes]").is_hidden()
    # Without the network the browser complained, as it should.
    walk.one.complaints.clear()


def test_a_hand_vote_the_server_will_not_take_is_given_back_with_its_reason(province):
  with province.walk("secretary", province.other) as walk:
    _open_meeting(walk, kind="extraordinary")
    form = walk.page.locator("form[action$='/votes']")
    walk.page.locator("summary", has_text="Ghi biểu quyết").click()
    form.locator("[name=title]").fill("Chi hội phí")
    form.locator("[name=present]").fill("1")
    form.locator("[name=agreed]").fill("5")
    form.locator("button").click()
    note = form.locator("[data-vote-refused]:visible")
    note.wait_for()
    assert note.inner_text().strip() and form.locator("[name=title]").input_value() == "Chi hội phí"
    assert walk.page.evaluate(WAITING) == 0
    walk.one.complaints.clear()


# Votes recorded one after the other while requests and answers get lost; the server takes a name once, and will not
# take some of them at all.
VOTES = """async ({steps}) => {
  const b = await import('/ballots.js');
  const server = { votes: [], names: new Set() };
  const take = (vote) => {
    if (vote.fields === 'bad') return 422;
    if (!server.names.has(vote.name)) { server.names.add(vote.name); server.votes.push(vote.title); }
    return 200;
  };
  let state = b.none();
  const put = [];
  const bad = [];
  const hear = (vote, status) => {
    state = status === 200 ? b.answered(state, vote.name) : b.refused(state, vote.name, 'why');
  };
  for (const [what, kind] of steps) {
    if (what === 'vote') {
      const title = `v${put.length + bad.length}`;
      (kind === 'bad' ? bad : put).push(title);
      state = b.put(state, { name: `n${title}`, title, fields: kind });
    }
    const vote = b.next(state);
    if (vote && what === 'unheard') take(vote);
    if (vote && what === 'heard') hear(vote, take(vote));
    // An answer that comes a second time changes nothing.
    if (what === 'late' && server.votes.length) state = b.answered(state, `n${server.votes[0]}`);
    if (what === 'sleep' || what === 'lost') state = JSON.parse(JSON.stringify(state));
  }
  for (let vote = b.next(state); vote; vote = b.next(state)) hear(vote, take(vote));
  return { put, bad, votes: server.votes, back: state.refused.map((each) => each.title), left: state.waiting.length };
}"""


def _votes(seed: int) -> list[tuple]:
  numbers = random.Random(seed)
  ways = ["vote"] * 3 + ["lost", "unheard", "unheard", "heard", "heard", "late", "sleep"]
  kinds = ["good"] * 5 + ["bad"]
  return [(numbers.choice(ways), numbers.choice(kinds)) for _ in range(numbers.randrange(3, 50))]


def test_no_vote_is_lost_doubled_or_out_of_turn_however_the_network_is_cut(province, soak):
  with contextlib.closing(province.browser.new_page(viewport=PHONE)) as page:
    page.goto(province.server.address)
    for seed in range(SEEDS[1] if soak else SEEDS[0]):
      told = page.evaluate(VOTES, {"steps": _votes(seed)})
      assert told["left"] == 0 and told["votes"] == told["put"] and told["back"] == told["bad"], seed
