"""A plan of reorganisation written in forms by the keyboard alone, signed by a second person, and carried out."""

from __future__ import annotations

import pytest

from lists import Lists
from walks import ROOT, TODAY, ago, open_province, rows


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("plan-forms")) as province:
    yield province


def _siblings(province) -> tuple[str, str]:
  """Two more cells under the committee of the first, with members."""
  units = {row["code"]: row for row in Lists.read(province.record.export("cells")).units if row["until"] == ""}
  parent = units[province.cell]["parent"]
  cells = [
    code for code, row in units.items()
    if row["parent"] == parent and row["kind"] == "cell" and code != province.cell and rows(province.record, code)
  ]
  return cells[0], cells[1]


def test_two_cells_become_one_and_a_third_is_divided_by_forms_alone(province):
  ending, heir = _siblings(province)
  divided = province.cell
  day = ago(-20)
  before = {code: province.on_roll(code) for code in (ending, heir, divided)}
  with province.walk("desk") as officer:
    officer.go(f"/units/{province.unit(ROOT)}/reorganisations/new")
    officer.send(
      "Lập phương án", title="Sắp xếp chi bộ", day=day, number="40-QĐ/TU", signed=ago(1), issuer=ROOT
    )
    plan = officer.page.url.split("?")[0].removeprefix(officer.address)
    officer.follow("/steps/new?kind=merge")
    officer.send("Lưu việc này", **{"units.0": ending, "successor": heir})
    officer.follow("/steps/new?kind=split")
    officer.send(
      "Lưu việc này",
      **{"unit": divided, "new.0.code": "KM1", "new.0.name": "Chi bộ Mới Một", "new.1.code": "KM2",
         "new.1.name": "Chi bộ Mới Hai"},
    )
    # Those who seek admission there are to be allotted as well.
    assert "Chưa phân: " in officer.said and "Chưa phân: 0 người" not in officer.said
    officer.press("Áp dụng quy tắc")
    assert "Chưa phân: 0 người" in officer.said
    officer.fill(rest="KM2")
    officer.press("Lưu phân bổ")
    officer.sent()
    said = officer.said
    assert "Cân đối" in said, said
    assert "Sáp nhập" in said and "Chia" in said
    officer.press("Trình ký")
    officer.sent()
  with province.walk("officer", ROOT) as second:
    second.go(plan)
    second.fill(number="40-QĐ/TU")
    second.press("Ký, có hiệu lực từ")
    second.sent()
  assert province.on_roll(heir, day) == before[ending] | before[heir]
  one, two = province.on_roll("KM1", day), province.on_roll("KM2", day)
  assert one | two == before[divided] and not one & two
  assert abs(len(one) - len(two)) <= 6
  # Until the day nothing has changed.
  assert province.on_roll(divided, TODAY.isoformat()) == before[divided]


def test_a_draft_is_written_on_a_phone_as_well(province):
  with province.walk("officer", ROOT) as officer:
    officer.page.set_viewport_size({"width": 390, "height": 844})
    officer.go(f"/units/{province.unit(ROOT)}/reorganisations/new")
    officer.send("Lập phương án", title="Giải thể chi bộ", day=ago(-10))
    plan = officer.page.url.split("?")[0].removeprefix(officer.address)
    for kind in ("merge", "split", "found", "move", "rename", "change"):
      officer.go(f"{plan}/steps/new?kind={kind}")
    officer.go(plan)
    officer.follow("/steps/new?kind=dissolve")
    officer.send("Lưu việc này", unit=province.other, people=province.cell)
    officer.follow("/people")
    # Somewhere else besides.
    officer.fill(newHeir=ROOT)
    officer.press("Thêm nơi đến")
    officer.press("Lưu phân bổ")
    assert "đảng viên về" in officer.said
    officer.follow("/particulars")
    officer.go(f"{plan}/steps/1")
