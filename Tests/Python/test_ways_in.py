"""A member's way in and about, walked as those who go it do: a thumb on a phone, the keyboard at a desk."""

import pytest

from serving import person_key
from walks import TODAY, ago, cited, open_province, rows


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("ways-in")) as province:
    yield province


# What is written at each step to an admission, in no order: the pages say what comes next.
STEPS = {
  "course": {"day": ago(320), "number": "15/GCN"},
  "helper": {"day": ago(300)},
  "application": {"day": ago(200)},
  "cv": {"day": ago(199)},
  "check": {"subject": "own", "body": "Công an xã", "day": ago(190), "answered": ago(160)},
  "massOpinion": {"body": "Đoàn thanh niên", "day": ago(150)},
  "residenceOpinion": {"day": ago(149)},
  "cellVote": {"day": ago(70), "officials": "20", "present": "20", "votes": "20"},
  "committeeVote": {"day": ago(60), "officials": "15", "votes": "14"},
  "decision": {"day": ago(30), "number": "31-QĐ/HU"},
}


def _go_on(walk, helper) -> list[str]:
  """Does what the page says comes next, as long as it is the walker's to do."""
  done = []
  while walk.page.locator("[aria-labelledby=next] a.button").count():
    link = walk.page.locator("[aria-labelledby=next] a.button").first
    step = link.get_attribute("href").split("?")[0].rsplit("/", 1)[1]
    assert step not in done, walk.said
    done.append(step)
    if step == "ceremony":
      return done
    walk.follow(f"/steps/{step}")
    values = STEPS[step] | ({"person": helper} if step == "helper" else {})
    walk.send(walk.page.locator("form.narrow button.primary").inner_text(), **values)
  return done


def test_a_candidate_is_led_from_the_introduction_to_the_ceremony(province):
  one, two = province.next_member(), province.next_member()
  with province.walk("secretary", province.cell) as secretary:
    secretary.follow("Quần chúng ưu tú")
    secretary.follow("Thêm quần chúng ưu tú")
    secretary.send(
      "Thêm quần chúng ưu tú", name="Cầm Thị Mới", born="4/5/1999", sex="F", source="cooperative",
      schooling="lowerSecondary", introducer=one.code, secondIntroducer=two.code, **{"from": ago(330)},
    )
    key = secretary.page.url.split("?")[0].rsplit("/", 1)[1]
    done = _go_on(secretary, one.code)
    assert done[-1] == "cellVote", done
    # What is left is the committee's, and the secretary's own page says so.
    secretary.go("/")
    assert "Cầm Thị Mới" in secretary.said
  with province.walk("desk") as officer:
    officer.go(f"/candidates/{key}")
    assert _go_on(officer, one.code) == ["committeeVote", "decision", "ceremony"]
    officer.follow("/ceremony")
    officer.send(officer.page.locator("form.narrow button.primary").inner_text(), admitted=ago(10))
    assert "Đảng viên dự bị" in officer.said and "31-QĐ/HU" in officer.said
  names = {row["name"]: row for row in rows(province.record, province.cell)}
  assert names["Cầm Thị Mới"]["admitted"] == ago(10)
  ledger = province.record.ledger(province.cell, ago(15), ago(-1))
  assert ledger["in"]["admitted"] == 1


def test_a_member_on_probation_is_recognised_from_the_day_the_year_was_over(province):
  due = next(
    row for row in rows(province.record, "SG")
    if not row["official"] and row["admitted"] < f"{TODAY.year - 1}-{TODAY:%m-%d}"
  )
  with province.walk("secretary", due["unit"]) as secretary:
    secretary.follow("Đảng viên dự bị")
    vote = secretary.page.locator("main a[href*='recognition-vote']").first
    if not vote.count():
      secretary.follow(due["name"].rsplit(" ", 1)[1])
    secretary.follow("/recognition-vote")
    secretary.send(
      secretary.page.locator("form.narrow button.primary").inner_text(), day=ago(5), officials="12", votes="12"
    )
  with province.walk("desk") as officer:
    officer.go(f"/people/{person_key(province.record.path, due['person'])}")
    officer.choose("recognise")
    proposed = officer.page.locator("[name=official]").input_value()
    assert proposed == f"{int(due['admitted'][:4]) + 1}{due['admitted'][4:]}"
    officer.fill(**cited(ago(2)))
    officer.press(officer.page.locator("button[value=preview]").inner_text())
    officer.press(officer.page.locator("button[value=record]").inner_text())
    officer.sent()
  found = {row["person"]: row for row in rows(province.record, due["unit"])}
  assert found[due["person"]]["official"] == proposed


def _ask(walk, unit: str, **more) -> None:
  walk.send(
    "Gửi đề nghị", unit=unit, **({"kind": "official", "event": "newJob", "happened": ago(20), "day": ago(10)} | more)
  )


def test_a_member_asks_for_a_transfer_and_is_sent_and_received(province):
  member = province.next_member()
  with province.walk("member", province.cell, member.code) as own:
    own.follow("Chuyển sinh hoạt đảng")
    own.follow("Đề nghị chuyển sinh hoạt")
    _ask(own, province.other)
    own.go("/")
    assert "cấp giấy giới thiệu" in own.said
  with province.walk("secretary", province.cell) as source:
    source.follow(member.name)
    source.follow("Cấp giấy giới thiệu")
    source.send("Cấp giấy giới thiệu", letter="7-GT", day=ago(5))
    assert member.code in province.on_roll(province.cell)
  with province.walk("secretary", province.other) as target:
    assert "Chuyển đến" in target.said
    target.follow(member.name)
    target.follow("Tiếp nhận")
    target.send("Tiếp nhận", presented=ago(3), day=ago(2))
  assert member.code in province.on_roll(province.cell, ago(3))
  assert member.code not in province.on_roll(province.cell)
  assert member.code in province.on_roll(province.other, ago(2))
  with province.walk("member", province.cell, member.code) as own:
    assert "Không có hồ sơ đang chờ" in own.said


def test_a_transfer_is_returned_and_the_member_stays(province):
  member = province.next_member()
  with province.walk("secretary", province.cell) as source:
    source.follow("Danh sách đảng viên")
    source.follow(f"/people/{member.key}")
    source.follow("Chuyển sinh hoạt")
    source.follow("Đề nghị chuyển sinh hoạt")
    _ask(source, province.other)
    source.follow("Cấp giấy giới thiệu")
    source.send("Cấp giấy giới thiệu", letter="8-GT", day=ago(5))
  with province.walk("secretary", province.other) as target:
    target.follow(member.name)
    target.follow("Trả lại giấy giới thiệu")
    target.send("Trả lại giấy giới thiệu", reason="Chưa chuyển công tác", day=ago(1))
  with province.walk("secretary", province.cell) as source:
    assert member.name not in source.said
    source.go(f"/people/{member.key}/transfers")
    assert "Đã trả lại" in source.said
  assert member.code in province.on_roll(province.cell)


def test_several_are_transferred_at_once_after_a_look_at_what_changes(province):
  some = [province.next_member(), province.next_member()]
  with province.walk("desk") as officer:
    officer.go(f"/units/{province.unit(province.cell)}/transfers")
    officer.follow("/transfers/several")
    for member in some:
      officer.mark(member.key)
    officer.fill(unit=province.other, day=ago(0), number="44-QĐ/TU", signed=ago(3))
    officer.press(officer.page.locator("button[value=preview]").inner_text())
    assert all(member.name in officer.said for member in some)
    assert all(member.code in province.on_roll(province.cell) for member in some)
    officer.press(officer.page.locator("button[value=record]").inner_text())
    officer.sent()
  assert {member.code for member in some} <= province.on_roll(province.other)
  assert {member.code for member in some}.isdisjoint(province.on_roll(province.cell))


def test_a_temporary_transfer_leaves_the_member_on_the_roll_of_home(province):
  member = province.next_member()
  with province.walk("secretary", province.cell) as source:
    source.go(f"/people/{member.key}/transfers")
    source.follow("Đề nghị chuyển sinh hoạt")
    _ask(source, province.other, kind="temporary", event="study", until=ago(-200))
    source.follow("Cấp giấy giới thiệu")
    source.send("Cấp giấy giới thiệu", letter="9-GT", day=ago(5))
  with province.walk("secretary", province.other) as target:
    target.follow(member.name)
    target.follow("Tiếp nhận")
    target.send("Tiếp nhận", presented=ago(3), day=ago(2))
    target.go(f"/units/{province.unit(province.other)}/transfers?side=temporary")
    assert member.name in target.said
  assert member.code in province.on_roll(province.cell)
  assert member.code not in province.on_roll(province.other)


def test_contact_where_a_member_lives_is_kept_with_a_comment_of_the_year(province):
  member = province.next_member()
  with province.walk("desk") as officer:
    officer.go(f"/people/{member.key}")
    officer.do("beginRole", role="residence", unit=province.other, **{"from": ago(300)})
  with province.walk("secretary", province.cell) as secretary:
    secretary.follow("Nơi cư trú")
    secretary.follow("Giữ mối liên hệ" if False else "1")
    secretary.follow(f"/people/{member.key}")
    secretary.do("askComment", year=str(TODAY.year), day=ago(20))
    secretary.do("receiveComment", year=str(TODAY.year), day=ago(5), letter="3-NX")
    secretary.go(f"/units/{province.unit(province.cell)}/residence?show=commented")
    assert member.name in secretary.said and "3-NX" in secretary.said
