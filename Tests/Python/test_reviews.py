"""A yearly review, walked as those who go it do: the desk opens it, the member, the cell and the committee speak."""

import re

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


def desk_of(officer, province):
  """The address of the desk of the province's newest round."""
  officer.go(f"/units/{province.unit('SG')}/reviews")
  return officer.page.locator("main table a[href^='/reviews/']").first.get_attribute("href").split("?")[0]


def test_classes_scores_and_who_steers_stand_beside_the_round(province):
  """Goes on with the round of the walk before: a member of the cell stands decided in it."""
  with province.walk("desk") as officer:
    round = desk_of(officer, province).split("/units/")[0]
  for role, unit in (("desk", "SG"), ("secretary", province.cell)):
    place = f"{round}/units/{province.unit(unit)}"
    with province.walk(role, unit) as reader:
      for part in ("", "/classes", "/scores", "/scores?by=class", "/similar", "/steering"):
        # Each page is looked at for what would bar somebody.
        reader.go(place + part)
      if role == "secretary":
        reader.go(f"{place}/classes?rating=excellent")
        assert "đề nghị" in reader.said
        reader.go(place)
        number = reader.page.locator("main table a.figure").first
        count = number.inner_text()
        with reader.page.expect_navigation():
          number.click()
        rows = reader.page.locator("main tbody[data-rows] tr").count()
        assert rows == int(count), "the list is not what the number counts"


def test_whoever_steers_is_assigned_and_says_that_they_were_there(province):
  with province.walk("desk") as officer:
    officer.go(desk_of(officer, province))
    officer.follow("/steering")
    assert "Chưa phân công ai chỉ đạo" in officer.said
    form = officer.page.locator("form:has(button[value=assign])")
    form.locator("[name=unit]").select_option(index=1)
    form.locator("[name=person]").select_option(index=1)
    form.locator("[name=ground]").fill("Phân công số 5 của ban thường vụ")
    with officer.page.expect_navigation():
      form.locator("button[value=assign]").click()
    officer.sent()
    officer.look()
    assert "đã dự 0/1" in officer.said
    officer.page.locator("main table summary").first.click()
    session = officer.page.locator("form:has(button[value=attend])")
    session.locator("[name=day]").fill(ago(-3))
    session.locator("[name=text]").fill("Gợi ý kiểm điểm sâu ba việc")
    with officer.page.expect_navigation():
      session.locator("button").click()
    # The day lies ahead: it is said by the field, and the words are kept.
    assert session.locator(".error").count() == 1
    assert session.locator("[name=text]").input_value() == "Gợi ý kiểm điểm sâu ba việc"
    officer.one.complaints.clear()
    session.locator("[name=day]").fill(ago(0))
    with officer.page.expect_navigation():
      session.locator("button").click()
    officer.sent()
    officer.look()
    assert "đã dự 1/1" in officer.said
    officer.follow("/people/")
    # What they steered in other reviews stands there besides.
    assert "Phân công số 5 của ban thường vụ" in officer.said
    attended, assigned = map(int, re.search(r"đã dự (\d+)/(\d+)", officer.said).groups())
    assert 1 <= attended <= assigned
