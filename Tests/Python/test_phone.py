"""The pages a secretary uses on a phone: light enough for a slow network, a thumb's taps all acknowledged."""

import contextlib
from urllib.parse import parse_qsl

import pytest

from browser import PHONE, window
from walks import open_province

# What one page may send, its style and its script with it.
LIMIT = 60 * 1024
TAPS = 30


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("phone")) as province:
    yield province


def _open_meeting(walk, **values) -> str:
  """Calls a meeting for today and opens it; its address without that of the server."""
  walk.go("/")
  walk.page.locator("nav.modules a", has_text="Sinh hoạt").click()
  walk.page.locator("main a", has_text="Triệu tập sinh hoạt").wait_for()
  walk.follow("Triệu tập sinh hoạt")
  chosen = walk.page.locator("select[name=chair] option").evaluate_all("all => all.map((each) => each.value)")
  walk.send("Triệu tập sinh hoạt", place="Nhà văn hóa bản", chair=chosen[1], taker=chosen[2], **values)
  walk.send("Khai mạc", time="19:30")
  return walk.page.url.split("?")[0].removeprefix(walk.address)


def _sent(page) -> None:
  page.locator("[data-sending]", has_text="Đã ghi hết vào hồ sơ").wait_for()


@contextlib.contextmanager
def _fresh_phone(province, walk):
  """A phone that has nothing of the site yet and is signed in, and what it was sent, in bytes by address."""
  state = walk.page.context.storage_state()
  state["origins"] = []
  with window(province.browser, viewport=PHONE, storage_state=state, service_workers="block") as one:
    client = one.page.context.new_cdp_session(one.page)
    client.send("Network.enable")
    addresses, sizes = {}, {}
    client.on("Network.requestWillBeSent", lambda said: addresses.update({said["requestId"]: said["request"]["url"]}))

    def finished(said):
      sizes[addresses[said["requestId"]]] = said["encodedDataLength"]

    client.on("Network.loadingFinished", finished)
    yield one.page, sizes


def test_every_page_a_secretary_opens_on_a_phone_is_lighter_than_sixty_kilobytes(province):
  with province.walk("secretary", province.cell) as walk:
    meeting = _open_meeting(walk, kind="combined", theme="Chi bộ 35: giữ rừng")
    cell = f"/units/{province.unit(province.cell)}"
    pages = ["/", f"{cell}/meetings", meeting, f"{meeting}/minutes", f"{meeting}/named-vote", f"{cell}/outputs"]
    for path in pages:
      with _fresh_phone(province, walk) as (page, sizes):
        assert page.goto(walk.address + path, wait_until="networkidle").ok, path
        total = round(sum(sizes.values()))
        assert len(sizes) >= 3 and any(each.endswith("chibo.css") for each in sizes), (path, sizes)
        assert total < LIMIT, (path, total, sizes)


def test_a_roll_call_of_thirty_is_thirty_taps_each_acknowledged_once(province):
  with province.walk("secretary", province.cell) as walk:
    address = _open_meeting(walk, kind="regular")
    page = walk.page
    rows = page.locator(".call")
    assert rows.count() >= TAPS
    posts = []
    page.on("request", lambda each: posts.append(each.post_data) if each.url.endswith("/roll") else None)
    for place in range(TAPS):
      rows.nth(place).locator("input[value=present]").click()
    _sent(page)
    marks = [name for post in posts for name, _ in parse_qsl(post) if name.startswith("m-")]
    # No tap needs more than its one request, and none is sent twice.
    assert len(marks) == len(set(marks)) == TAPS and 1 <= len(posts) <= TAPS
    page.goto(walk.address + address)
    checked = page.locator(".call input:checked").evaluate_all("all => all.map((each) => each.value)")
    assert checked == ["present"] * TAPS


def test_a_vote_by_name_and_an_output_are_recorded_with_a_thumb(province):
  with province.walk("secretary", province.other) as walk:
    address = _open_meeting(walk, kind="thematic", theme="Chi bộ 35: giữ rừng đầu nguồn")
    rows = walk.page.locator(".call")
    for place in range(rows.count()):
      rows.nth(place).locator("input[value=present]").click()
    _sent(walk.page)
    walk.go(address)
    walk.follow("Ghi biểu quyết theo tên")
    voters = walk.page.locator("fieldset.call")
    assert voters.count() > 2
    names = voters.locator(".called").all_inner_texts()
    for place in range(voters.count()):
      voters.nth(place).locator(f"input[value={'against' if place == 1 else 'agreed'}]").click()
    walk.send("Ghi biểu quyết theo tên", title="Nghị quyết chuyên đề")
    assert f"Không tán thành: {names[1]}" in walk.said
    form = walk.page.locator("form[action$='/outputs']")
    walk.page.locator("summary", has_text="Đăng ký sản phẩm").click()
    form.locator("[name=kind]").select_option("podcast")
    form.locator("[name=title]").fill("Chuyện bản")
    with walk.page.expect_navigation():
      form.locator("button").click()
    walk.sent()
    walk.look()
    assert "Chuyện bản" in walk.said and "Chưa đủ" not in walk.said
    walk.go(f"{address}/minutes")
    assert "Không tán thành" in walk.page.locator("textarea#text").input_value()


def test_an_office_sends_its_wording_of_minutes_as_a_file_and_the_next_draft_is_made_by_it(province):
  with province.walk("secretary", province.cell) as walk:
    meeting = _open_meeting(walk, kind="extraordinary")
  with province.walk("officer") as walk:
    page = walk.page
    walk.go(f"/units/{province.unit('SG')}/minutes-template")
    wrong = {"name": "mau.txt", "mimeType": "text/plain", "buffer": "Họp\n{{#noi_dung}}{{so}}".encode()}
    page.locator("[name=scan]").set_input_files(wrong)
    with page.expect_navigation():
      page.locator("button[value=preview]").click()
    page.locator(".error", has_text="òng 2: phần “noi_dung” chưa có {{/noi_dung}}").wait_for()
    walk.one.complaints.clear()
    text = "Buổi {{loai}} của {{chi_bo}}.\n{{#noi_dung}}\n{{so}}. {{tieu_de}}\n{{/noi_dung}}\n"
    page.locator("[name=scan]").set_input_files(wrong | {"buffer": text.encode()})
    with page.expect_navigation():
      page.locator("button[value=record]").click()
    walk.sent()
    walk.look()
    assert page.locator("textarea#text").input_value().strip() == text.strip()
  with province.walk("secretary", province.cell) as walk:
    walk.go(f"{meeting}/minutes")
    draft = walk.page.locator("textarea#text").input_value()
    assert draft.startswith("Buổi Sinh hoạt bất thường của Chi bộ") and "\n1. " in draft
