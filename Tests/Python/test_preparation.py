"""A meeting prepared on phones: what is due is put on its agenda, a member reads and says something beforehand."""

import pytest

from walks import ago, open_province


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("preparation")) as province:
    yield province


def _paper(folder):
  paper = folder / "bao-cao.pdf"
  paper.write_bytes(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
  return paper


def test_a_meeting_is_prepared_by_the_secretary_and_read_beforehand_by_a_member(province, tmp_path):
  unit, member = province.unit(province.cell), province.next_member()
  with province.walk("member", province.cell, member.code) as walk:
    walk.go(f"/units/{unit}/themes")
    walk.send("Đề xuất", kind="theme", title="Giữ rừng đầu nguồn", why="Mùa khô đến sớm")
    assert member.name in walk.said
  with province.walk("secretary", province.cell) as walk:
    walk.go(f"/units/{unit}/tasks/new")
    walk.send(
      "Giao nhiệm vụ",
      text="Thu gom rác thải 2 đợt",
      measure="quantity",
      target="2",
      counted="đợt",
      due=ago(-3),
      **{"from": ago(20)},
    )
    walk.go(f"/units/{unit}/meetings/new")
    boxes = walk.page.locator("main [name=matter]")
    assert boxes.count() > 0 and all(boxes.nth(place).is_checked() for place in range(boxes.count()))
    walk.send("Triệu tập sinh hoạt", kind="combined", fromList=1)
    address = walk.page.url.split("?")[0].removeprefix(walk.address)
    assert "Giữ rừng đầu nguồn" in walk.said and "Thu gom rác thải 2 đợt" in walk.said
    assert walk.page.locator("main [name=matter]").count() == 0
    walk.page.locator("summary", has_text="Gửi tài liệu").click()
    walk.page.locator("#paper-title").fill("Báo cáo tháng")
    walk.page.locator("main input[type=file]").set_input_files(_paper(tmp_path))
    with walk.page.expect_navigation():
      walk.page.locator("form[action$='/papers'] button").click()
    walk.sent()
  with province.walk("member", province.cell, member.code) as walk:
    walk.go(address)
    assert "Việc mở tài liệu được ghi lại" in walk.said
    with walk.page.expect_download() as download:
      walk.page.locator("main a", has_text="Báo cáo tháng").click()
    assert download.value.path().stat().st_size > 0
    walk.send("Gửi ý kiến", about=1, text="Đề nghị nêu rõ số hộ tham gia")
    walk.send("Gửi ý kiến", about=2, text="Viết nhầm")
    with walk.page.expect_navigation():
      walk.page.locator("main li", has_text="Viết nhầm").locator("button").click()
    walk.sent()
    assert "nêu rõ số hộ" in walk.said and "Viết nhầm" not in walk.said
  with province.walk("secretary", province.cell) as walk:
    walk.go(address)
    assert "nêu rõ số hộ" in walk.said and "Viết nhầm" not in walk.said
    walk.follow("/readers")
    row = walk.page.locator("tr", has_text=member.name)
    assert "Có" in row.inner_text() or "sau giờ họp" in row.inner_text()
    walk.go(address)
    walk.send("Khai mạc", time="19:30")
    item = walk.page.locator(".items > li", has_text="Thu gom rác thải 2 đợt")
    item.locator("summary").first.click()
    with walk.page.expect_navigation():
      item.locator("button[value=kept]").click()
    walk.sent()
    walk.look()
    assert "Để lại lần sau" in item.inner_text()
    item.locator(".matter a").click()
    walk.page.locator("h2", has_text="Đưa ra sinh hoạt").wait_for()
    walk.look()
