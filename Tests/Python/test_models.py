"""A cell grades itself by a model, its committee verifies and recognises; the board and the register tell of it."""

import pytest

from walks import ago, open_province


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("models")) as province:
    yield province


def test_a_cell_grades_itself_and_is_recognised_by_those_above(province):
  cell = province.unit(province.cell)
  year = ago(0)[:4]
  with province.walk("secretary", province.cell) as secretary:
    secretary.go(f"/units/{cell}/models")
    secretary.press(f"Bắt đầu tự chấm: Chi bộ bốn tốt, {year}")
    place = secretary.page.url.split("?")[0].removeprefix(province.server.address)
    form = secretary.page.locator("form:has([name='level.members'])")
    for name in ("politicalTasks", "meetings", "solidarity"):
      form.locator(f"[name='level.{name}']").select_option("2")
    with secretary.page.expect_navigation():
      form.locator("button[value=send]").click()
    assert "còn 1 tiêu chí" in secretary.said.lower()
    secretary.one.complaints.clear()
    form = secretary.page.locator("form:has([name='level.members'])")
    # What was chosen is still there.
    assert form.locator("[name='level.meetings']").input_value() == "2"
    form.locator("[name='level.members']").select_option("3")
    form.locator("[name='note.members']").fill("Hai đảng viên được khen thưởng")
    with secretary.page.expect_navigation():
      form.locator("button[value=send]").click()
    secretary.sent()
    secretary.look()
    assert "Chờ thẩm định" in secretary.said
    assert secretary.page.locator("[name='level.members']").count() == 0
  with province.walk("desk") as officer:
    officer.go(place)
    form = officer.page.locator("form:has([name='level.members'])")
    for name in ("politicalTasks", "meetings", "solidarity", "members"):
      form.locator(f"[name='level.{name}']").select_option("2")
    with officer.page.expect_navigation():
      form.locator("button[value=verify]").click()
    officer.sent()
    officer.look()
    form = officer.page.locator("form:has([name=signer])")
    form.locator("[name=signer]").fill("Lò Văn Chính")
    with officer.page.expect_navigation():
      form.locator("button[value=recognise]").click()
    assert "phải nêu lý do" in officer.said
    officer.one.complaints.clear()
    form = officer.page.locator("form:has([name=signer])")
    assert form.locator("[name=signer]").input_value() == "Lò Văn Chính"
    form.locator("[name=reason]").fill("Sổ sinh hoạt giấy đã được kiểm tra")
    with officer.page.expect_navigation():
      form.locator("button[value=recognise]").click()
    officer.sent()
    officer.look()
    assert "Được công nhận" in officer.said and "Sổ sinh hoạt giấy đã được kiểm tra" in officer.said
    officer.go(f"/units/{province.unit('SG')}/models?year={year}&model=four-good-cell&state=recognised")
    assert "Lò Văn Chính" in officer.said


def test_a_cell_enters_its_working_regulation_and_the_committee_approves_it(province):
  cell = province.unit(province.cell)
  with province.walk("secretary", province.cell) as secretary:
    secretary.go(f"/units/{cell}/working-regulations")
    secretary.page.locator("main summary").filter(has_text="Ghi quy chế").click()
    form = secretary.page.locator("form:has([name=from])")
    form.locator("[name=number]").fill("1-QC/CB")
    with secretary.page.expect_navigation():
      form.locator("button[value=enter]").click()
    secretary.sent()
    secretary.look()
    assert "1-QC/CB" in secretary.said and "chưa phê duyệt" in secretary.said.lower()
    assert secretary.page.locator("button[value=approve]").count() == 0
  with province.walk("desk") as officer:
    officer.go(f"/units/{cell}/working-regulations")
    officer.page.locator("main summary").filter(has_text="Phê duyệt quy chế").click()
    with officer.page.expect_navigation():
      officer.page.locator("button[value=approve]").click()
    officer.sent()
    officer.go(f"/units/{province.unit('SG')}/working-regulations?state=current")
    assert "1-QC/CB" in officer.said
    officer.go(f"/units/{province.unit('SG')}/working-regulations?state=missing")
    assert "Chưa ghi quy chế làm việc nào" in officer.said
