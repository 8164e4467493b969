"""A resolution on its way down, walked as those who go it do: the desk, a secretary and a member on their phones."""

import pytest

from walks import ago, open_province


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("resolutions")) as province:
    yield province


def test_a_resolution_goes_down_is_studied_and_becomes_a_task_that_a_member_tells_of(province):
  member = province.next_member()
  cell = province.unit(province.cell)
  with province.walk("desk") as officer:
    officer.go(f"/units/{province.unit('SG')}/resolutions")
    officer.follow("Nhập nghị quyết")
    officer.send("Nhập nghị quyết", title="Trồng lại rừng sau bão số 3", number="14-NQ/TU", day=ago(30))
    place = officer.page.url.split("?")[0].removeprefix(province.server.address)
    officer.follow("Gửi xuống cấp dưới")
    officer.send("Gửi xuống cấp dưới", scope="units", units=province.cell, day=ago(28))
    assert "Chưa hồi âm" in officer.said and "28 ngày" in officer.said
  with province.walk("secretary", province.cell) as secretary:
    secretary.follow(f"/units/{cell}/resolutions")
    secretary.follow("Trồng lại rừng")
    secretary.follow("/studied")
    secretary.send("Ghi đã học tập", day=ago(20), place="Sinh hoạt chi bộ", members="18", all="20")
    assert "18/20 đảng viên" in secretary.said
    key = place.rsplit("/", 1)[1]
    secretary.go(f"/units/{cell}/tasks/new?resolution={key}")
    task = {"text": "Đẩy mạnh trồng rừng", "measure": "evidence", "counted": "Báo cáo", "person": member.code}
    secretary.fill(**task, **{"from": ago(19), "due": ago(-60)})
    # A browser says so of the answer; it is what is to be seen.
    secretary.press("Giao nhiệm vụ")
    assert "“đẩy mạnh”" in secretary.said
    secretary.one.complaints.clear()
    secretary.send("Giao nhiệm vụ", measure="quantity", counted="ha", target="10")
    task = secretary.page.url.split("?")[0].removeprefix(province.server.address)
  with province.walk("member", province.cell, member.code) as own:
    own.follow("Việc của tôi")
    own.follow("Đẩy mạnh trồng rừng")
    own.follow("Báo kết quả")
    own.send("Báo kết quả", quantity="12,5", day=ago(1), note="Nghiệm thu cùng kiểm lâm")
    assert "Vượt mức" in own.said
  with province.walk("desk") as officer:
    officer.go(place)
    assert "100%" in officer.said and "Đã cụ thể hóa" in officer.said
    officer.go(task)
    assert "Nghiệm thu cùng kiểm lâm" in officer.said
