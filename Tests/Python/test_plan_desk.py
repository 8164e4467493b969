"""A plan of reorganisation at the desk: looked at, handed over, signed by a second hand, and undone."""

import pytest

from walks import ago, open_province, rows


@pytest.fixture(scope="module")
def province(binary, district, tmp_path_factory):
  with open_province(binary, district, tmp_path_factory.mktemp("plan-desk")) as province:
    yield province


NUMBER = "118-QĐ/ĐU"


def _kept(walk, province, title: str, steps: str) -> str:
  """Writes a plan down and hands it in; its address."""
  walk.go(f"/units/{province.unit('SG')}/reorganisations/new")
  body = f'effective: {ago(-1)}\ndecision: {{number: "{NUMBER}", signed: {ago(5)}, issuer: SG}}\nsteps:\n{steps}'
  walk.page.locator("[name=title]").fill(title)
  walk.page.locator("main details").filter(has=walk.page.locator("[name=body]")).locator("summary").click()
  walk.page.locator("[name=body]").evaluate("(field, text) => { field.value = text }", body)
  for step in ("save", "submit"):
    with walk.page.expect_navigation():
      walk.page.locator(f"button[value={step}]").first.click()
    walk.look()
  return "/reorganisations/" + walk.page.url.split("?")[0].rsplit("/", 1)[1]


def test_a_plan_is_looked_at_handed_over_signed_and_undone(province):
  members = len(rows(province.record, province.cell))
  guests = len(rows(province.record, province.other))
  with province.walk("desk") as writer:
    steps = f"  - merge: {{units: [{province.cell}], into: {province.other}}}\n"
    plan = _kept(writer, province, "Nhập hai chi bộ", steps)
    # The band is as wide as the list behind it.
    links = writer.page.locator("main svg.flows a[href*='from=']")
    assert links.count() >= 2
    writer.go(f"{plan}/people?from={province.cell}&to={province.other}")
    assert f"{members}" in writer.page.locator("main .aside").first.inner_text()
    writer.go(plan + "/handover")
    writer.press("Lập sổ bàn giao")
    assert f"{members} hồ sơ đảng viên" in writer.said
    writer.send("Thêm mục bàn giao", note="2 sổ nghị quyết, con dấu", source=province.cell, outside=province.other)
    assert "2 sổ nghị quyết, con dấu" in writer.said
    with writer.page.expect_navigation():
      writer.page.locator("main button[value=given]").first.click()
    writer.look()
    assert "đã giao" in writer.said

  with province.walk("officer") as signer:
    signer.go(plan)
    signer.fill(number="1-XX")
    signer.page.locator("main button[value=sign]").focus()
    with signer.page.expect_navigation():
      signer.page.keyboard.press("Enter")
    # Refused: the page says so by the field, and nothing was written.
    assert NUMBER in signer.page.locator("main .error").inner_text()
    signer.one.complaints.clear()
    assert len(rows(province.record, province.cell, ago(-1))) == members
    signer.fill(number=NUMBER)
    with signer.page.expect_navigation():
      signer.page.locator("main button[value=sign]").click()
    signer.sent()
    signer.look()
    assert len(rows(province.record, province.other, ago(-1))) == members + guests
    signer.go(plan + "/handover")
    with signer.page.expect_navigation():
      signer.page.locator("main button[value=received]").first.click()
    signer.look()
    assert "đã nhận 1 trên" in signer.said
    signer.go(f"/units/{province.unit(province.other)}/lineage?on={ago(-1)}")
    assert str(members + guests) in signer.said

  with province.walk("desk") as writer:
    writer.go(plan)
    writer.page.locator("main summary").filter(has_text="Hủy toàn bộ việc thực hiện").click()
    writer.fill(why="Nhầm hai chi bộ", number=NUMBER)
    with writer.page.expect_navigation():
      writer.page.locator("main button[value=undo]").click()
    writer.sent()
    writer.look()
    assert "Nhầm hai chi bộ" in writer.said
  assert len(rows(province.record, province.cell, ago(-1))) == members
  province.record("check")
  province.record("journal", "verify")
