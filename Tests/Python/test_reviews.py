"""A yearly review, walked as those who go it do: the desk opens it, the member, the cell and the committee speak."""

import pytest

from walks import ago, open_province


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("reviews")) as province:
    yield province


def test_a_member_is_reviewed_from_their_own_words_to_a_decision_with_its_reason(province):
  member = province.next_member()
  cell = province.unit(province.cell)
  year = ago(0)[:4]
  with province.walk("desk") as officer:
    officer.go(f"/units/{province.unit('SG')}/reviews")
    officer.follow("Mở đợt kiểm điểm")
    officer.send("Mở đợt kiểm điểm", title=f"Kiểm điểm năm {year}", publishBy=f"{year}-12-31")
    assert "Ai đánh giá ai" in officer.said
    place = officer.page.url.split("?")[0].removeprefix(province.server.address)
    one = f"{place.split('/units/')[0]}/person/{member.key}"
  with province.walk("secretary", province.cell) as secretary:
    secretary.go(f"/units/{cell}/tasks/new")
    task = {"text": "Trồng cây đầu xuân", "measure": "quantity", "counted": "cây", "target": "10"}
    secretary.send("Giao nhiệm vụ", **task, person=member.code, **{"from": f"{year}-01-02", "due": f"{year}-12-31"})
    task = secretary.page.url.split("?")[0].removeprefix(province.server.address)
  with province.walk("member", province.cell, member.code) as own:
    own.go(f"{task}/progress")
    own.send("Báo kết quả", quantity="14", day=ago(0), note="Đủ và hơn")
    own.go("/")
    own.follow("Bản kiểm điểm của tôi")
    own.send("Ghi và chuyển", rating="good", general="28", results="62", text="Tôi tự nhận hoàn thành tốt")
    assert "Tôi tự nhận hoàn thành tốt" in own.said
  with province.walk("secretary", province.cell) as secretary:
    secretary.go(f"/units/{cell}/reviews")
    secretary.follow(f"Kiểm điểm năm {year}")
    secretary.go(one)
    form = secretary.page.locator("form:has([name=step][value=evaluation])")
    for name, value in {"general": "28", "results": "63", "agreed": "5", "votes": "5"}.items():
      form.locator(f"[name={name}]").fill(value)
    form.locator("[name=rating]").select_option("excellent")
    with secretary.page.expect_navigation():
      form.locator("button").first.click()
    secretary.sent()
    assert "5/5 đồng ý" in secretary.said
  with province.walk("member", province.cell, member.code) as own:
    own.go(one)
    # What others say is nothing to read before it is published.
    assert "5/5 đồng ý" not in own.said
  with province.walk("desk") as officer:
    officer.go(one)
    form = officer.page.locator("form:has([name=step][value=decision])")
    form.locator("[name=rating]").select_option("good")
    with officer.page.expect_navigation():
      form.locator("button").first.click()
    assert "phải nêu lý do" in officer.said
    officer.one.complaints.clear()
    form.locator("[name=reason]").fill("Tập thể chi bộ chỉ hoàn thành tốt")
    with officer.page.expect_navigation():
      form.locator("button").first.click()
    officer.sent()
    officer.look()
    assert "Tập thể chi bộ chỉ hoàn thành tốt" in officer.said and "đã xác minh" in officer.said
