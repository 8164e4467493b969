"""A cell followed from above, walked as those who go it do: the desk assigns, the cell meets, the follower notes."""

import pytest

from walks import ago, cited, open_province


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("following")) as province:
    yield province


def test_a_follower_comes_to_a_meeting_leaves_a_note_and_what_was_found_is_mended(province):
  follower = province.next_member()
  cell = province.unit(province.other)
  with province.walk("desk") as officer:
    officer.go(f"/people/{follower.key}")
    officer.do("holdPost", cited(ago(300)), post="Cấp ủy viên", unit="SG", **{"from": ago(300)})
    officer.go(f"/units/{cell}/followers")
    officer.follow("Phân công theo dõi")
    officer.send("Phân công theo dõi", unit=province.other, person=follower.code, **{"from": ago(90)})
    assert follower.name in officer.said
    for page in ("board", "meetings/cells", "programmes", "visits"):
      officer.go(f"/units/{province.unit('SG')}/{page}")
  with province.walk("secretary", province.other) as secretary:
    secretary.go(f"/units/{cell}/meetings")
    secretary.follow("Triệu tập sinh hoạt")
    secretary.send("Triệu tập sinh hoạt", place="Nhà văn hóa bản")
    assert follower.name in secretary.said
    secretary.send("Khai mạc", time="19:30")
  with province.walk("member", province.cell, follower.code) as own:
    own.go(f"/people/{follower.key}")
    own.follow("Tôi theo dõi")
    own.follow("/meetings/")
    own.follow("Ghi nhận buổi sinh hoạt")
    own.send("Ghi nhận buổi sinh hoạt", text="Chuẩn bị kỹ, đúng trình tự")
    own.follow("Thêm việc cần khắc phục")
    own.send("Thêm việc cần khắc phục", text="Bổ sung sổ biên bản", due=ago(-20))
    meeting = own.page.url.split("?")[0].removeprefix(province.server.address)
  with province.walk("secretary", province.other) as secretary:
    secretary.go(meeting)
    assert "Chuẩn bị kỹ" in secretary.said
    secretary.follow("Ghi đã khắc phục")
    secretary.send("Ghi đã khắc phục", day=ago(0), note="Đã bổ sung")
    assert "Đã bổ sung" in secretary.said
