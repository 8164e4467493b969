"""What befalls a member, and the ways out, walked as those who go it do: a thumb on a phone, the keyboard at a desk."""

import pytest

from walks import TODAY, ago, cited, open_province, rows


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("ways-out")) as province:
    yield province


def _left(province, since: str) -> dict[str, int]:
  """Who left the cell since a day, by the ledger."""
  ledger = province.record.ledger(province.cell, since, ago(-1))
  came, went = sum(ledger["in"].values()), sum(ledger["out"].values())
  assert ledger["opening"] + came - went == ledger["closing"]
  return ledger["out"]


def test_a_member_is_excused_by_the_cell_and_another_suspended_by_decision(province):
  one, two = province.next_member(), province.next_member()
  with province.walk("secretary", province.cell) as secretary:
    secretary.follow("Danh sách đảng viên")
    secretary.follow(f"/people/{one.key}")
    secretary.do("exempt", extent="full", ground="age", asked=ago(20), **{"from": ago(10)})
    assert "tuổi cao" in secretary.said
    secretary.go(f"/units/{province.unit(province.cell)}/roll?state=exempt")
    assert one.name in secretary.said and two.name not in secretary.said
  with province.walk("desk") as officer:
    officer.go(f"/people/{two.key}")
    officer.do("suspend", cited(ago(12)), body="SG", **{"from": ago(10)})
    officer.go(f"/units/{province.unit(province.cell)}/roll?state=suspended")
    assert two.name in officer.said and one.name not in officer.said
  assert {one.code, two.code} <= province.on_roll(province.cell)


def test_who_asks_to_leave_leaves_by_decision(province):
  member = province.next_member()
  before = _left(province, ago(30))
  with province.walk("secretary", province.cell) as secretary:
    secretary.go(f"/people/{member.key}")
    secretary.do("openLeaving", reason="left", occurred=ago(26), note="Xin ra vì sức khỏe", day=ago(25))
    secretary.do("voteLeaving", day=ago(20), agreed="10", officials="12")
    secretary.go("/")
    assert member.name in secretary.said
  with province.walk("desk") as officer:
    officer.go(f"/units/{province.unit(province.cell)}/cases")
    officer.follow(f"/people/{member.key}")
    officer.do("decideLeaving", cited(ago(8)), left=ago(5))
  assert _left(province, ago(30))["left"] == before["left"] + 1
  assert member.code not in province.on_roll(province.cell)


def test_a_member_is_deleted_for_a_ground_after_warnings_a_hearing_and_a_vote(province):
  member = province.next_member()
  before = _left(province, ago(30))
  with province.walk("secretary", province.cell) as secretary:
    secretary.go(f"/people/{member.key}")
    secretary.do("warn", ground="deletion.dues", note="Ba tháng chưa đóng", day=ago(90))
    secretary.do("warn", ground="deletion.dues", note="Nhắc lần nữa", day=ago(60))
    assert "Nhắc nhở lần 2" in secretary.said
    secretary.do("openLeaving", reason="deleted", ground="deletion.dues", day=ago(40))
    secretary.do("hearLeaving", day=ago(35), hearing="Đi làm xa")
    secretary.do("voteLeaving", day=ago(30), agreed="12", officials="12")
    # The cell proposes; it is not for the secretary to decide.
    assert secretary.page.locator("a[href*='decideLeaving']").count() == 0
  with province.walk("desk") as officer:
    officer.go(f"/people/{member.key}")
    officer.do("decideLeaving", cited(ago(8)), left=ago(5))
    assert "Xét kết nạp lại sớm nhất" in officer.said
  assert _left(province, ago(30))["deleted"] == before["deleted"] + 1
  assert member.code not in province.on_roll(province.cell)


def test_who_died_is_no_longer_on_the_roll_from_the_day_after(province):
  member = province.next_member()
  before = _left(province, ago(30))
  with province.walk("secretary", province.cell) as secretary:
    secretary.go(f"/people/{member.key}")
    secretary.do("openLeaving", reason="died", occurred=ago(6), day=ago(4))
  with province.walk("desk") as officer:
    officer.go(f"/people/{member.key}")
    officer.choose("decideLeaving")
    assert officer.page.locator("[name=left]").input_value() == ago(5)
    officer.fill(**cited(ago(2)))
    for button in ("preview", "record"):
      officer.press(officer.page.locator(f"main button[value={button}]").inner_text())
    officer.sent()
  assert _left(province, ago(30))["died"] == before["died"] + 1
  assert member.code in province.on_roll(province.cell, ago(6))
  assert member.code not in province.on_roll(province.cell, ago(5))


@pytest.mark.parametrize("form", ["reprimand", "expulsion"])
def test_a_discipline_is_entered_by_one_and_confirmed_by_another(province, form):
  member = province.next_member()
  before = _left(province, ago(30))
  with province.walk("desk") as one:
    one.go(f"/people/{member.key}")
    votes = {"agreed": "12", "officials": "12", "above": "9", "aboveAll": "9"} if form == "expulsion" else {}
    matter = {"form": form, "body": "SG", "violated": ago(200), "note": "Vi phạm", "from": ago(7)}
    one.do("discipline", cited(ago(9)), **(matter | votes))
    assert "Chờ xác nhận" in one.said
    assert one.page.locator("a[href*='confirmDiscipline']").count() == 0
  assert member.code in province.on_roll(province.cell)
  with province.walk("secretary", province.cell) as secretary:
    secretary.go(f"/people/{member.key}")
    assert "Vi phạm" not in secretary.said
  with province.walk("officer", "SG") as other:
    other.go(f"/units/{province.unit(province.cell)}/cases")
    other.follow(f"/people/{member.key}")
    other.do("confirmDiscipline")
    assert "18-QĐ/TU" in other.said
  is_gone = member.code not in province.on_roll(province.cell)
  assert is_gone == (form == "expulsion")
  assert _left(province, ago(30))["expelled"] == before["expelled"] + is_gone


def test_dues_are_declared_by_the_member_received_by_the_cell_and_passed_on(province):
  member = province.next_member()
  month = (TODAY.replace(day=1)).isoformat()[:7]
  with province.walk("member", province.cell, member.code) as own:
    own.follow("Từng tháng và kê khai")
    own.send("Kê khai", category="insured", income="8000000", month=month)
    assert "80.000 đồng" in own.said
  with province.walk("secretary", province.cell) as secretary:
    secretary.follow("/dues")
    if month not in secretary.page.url:
      secretary.go(f"/units/{province.unit(province.cell)}/dues?month={month}")
    amount = f"amount-{member.key}"
    assert secretary.page.locator(f"[name='{amount}']").input_value() == "80000"
    secretary.page.locator("main [name=paid]:checked").evaluate_all("(all) => all.forEach((each) => each.click())")
    secretary.mark(member.key)
    secretary.send("Ghi thu", **{amount: "80.000"})
    secretary.send("Ghi số đã nộp", passed="40.000")
    assert "40.000 đồng" in secretary.said
  with province.walk("member", province.cell, member.code) as own:
    assert "80.000 đồng cho tháng" in own.said


def test_a_badge_is_awarded_and_the_list_for_the_ceremony_taken_away(province):
  with province.walk("desk") as officer:
    officer.go(f"/units/{province.unit('SG')}/badges")
    row = officer.page.locator("main tbody tr:has([type=checkbox])").first
    key = row.locator("[type=checkbox]").get_attribute("value")
    name = row.locator("th bdi").inner_text()
    officer.mark(key)
    officer.send("Ghi trao huy hiệu", **{f"number-{key}": "H-77", "number": "5-QĐ/TU", "signed": ago(3)})
    assert "H-77" in officer.said
    link = officer.page.locator("main a[href*='badges.csv']").first
    with officer.page.expect_download() as taken:
      link.press("Enter")
    assert name in taken.value.path().read_text()
    officer.go(f"/people/{key}")
    assert "huy hiệu" in officer.said.lower() and "H-77" in officer.said


def test_an_error_is_reported_by_the_member_and_answered_by_the_officer(province):
  member = province.next_member()
  with province.walk("member", province.cell, member.code) as own:
    own.follow("/report?topic=card")
    assert own.page.locator("main [name=topic]").input_value() == "card"
    own.send("Gửi báo cáo", right="12345678", note="Theo thẻ đang giữ")
    assert "1 nội dung đang chờ trả lời" in own.said
  with province.walk("desk") as officer:
    officer.go(f"/units/{province.unit('SG')}/cases")
    row = officer.page.locator(f"main tr:has(a[href*='/people/{member.key}'])")
    officer.follow(row.locator("a[href*='/reports/']").get_attribute("href"))
    officer.follow("Đính chính hồ sơ")
    assert officer.page.locator("main [name=card]").input_value() == "12345678"
    for button in ("preview", "record"):
      officer.press(officer.page.locator(f"main button[value={button}]").inner_text())
    officer.sent()
  with province.walk("member", province.cell, member.code) as own:
    assert "Đã đính chính" in own.said and "12345678" in own.said
  cards = {row["person"]: row["card"] for row in rows(province.record, province.cell)}
  assert cards[member.code] == "12345678"
  assert province.record("check").code == 0
  assert province.record("journal", "verify").code == 0
