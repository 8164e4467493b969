"""What stands around every page: finding as one types, keys, drafts, the network, the direction, the weight."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from browser import PHONE, start, window, without_diacritics
from conftest import HOUSE
from offices import open_offices
from serving import DESK
from sights import PAGES

PACK = HOUSE / "Tests/Python/packs/ar.csv"
# A page with its look and its script, as sent: what a phone in the hills waits for.
MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def offices(binary, district, tmp_path_factory):
  with open_offices(binary, district, tmp_path_factory.mktemp("offices"), "--language-pack", str(PACK)) as offices:
    yield offices


@pytest.fixture(scope="module")
def browser():
  with sync_playwright() as playwright:
    browser = start(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def signed_in(browser, offices):
  """What a browser keeps of somebody who signed in at the desk."""
  with window(browser) as one:
    one.sign_in(offices.server.address, *DESK)
    return one.page.context.storage_state()


@pytest.fixture
def desk(browser, offices, signed_in):
  """A window at the desk, on the board."""
  with window(browser, storage_state=signed_in) as one:
    one.page.goto(offices.server.address)
    yield one


def deed(offices) -> str:
  return offices.server.address + PAGES["deed"].format(**offices.places)


def test_what_would_be_found_is_told_while_one_types(desk, offices):
  page = desk.page
  page.keyboard.press("/")
  field = page.locator("[data-find]")
  assert field.get_attribute("role") == "combobox" and field.get_attribute("aria-expanded") == "false"
  page.keyboard.type(without_diacritics(offices.stranger))
  page.locator(".suggestions [role=option]").first.wait_for()
  assert field.get_attribute("aria-expanded") == "true"
  assert Axe().run(page).response["violations"] == []
  page.keyboard.press("ArrowDown")
  chosen = page.locator("#" + field.get_attribute("aria-activedescendant"))
  assert chosen.get_attribute("aria-selected") == "true"
  page.keyboard.press("Escape")
  assert not page.locator(".suggestions").is_visible()
  assert field.get_attribute("aria-expanded") == "false"
  assert field.input_value() == without_diacritics(offices.stranger)
  page.keyboard.press("ArrowDown")
  page.locator(".suggestions [role=option]").first.wait_for()
  while f"/people/{offices.places['stranger']}" not in chosen_address(page):
    page.keyboard.press("ArrowDown")
  desk.press("Enter")
  assert page.locator("h1").inner_text() == offices.stranger
  assert desk.complaints == []


def chosen_address(page) -> str:
  return page.evaluate("document.querySelector('.suggestions [aria-selected=true]')?.getAttribute('href') ?? ''")


def test_what_is_suggested_keeps_the_day(desk, offices):
  page = desk.page
  page.goto(offices.server.address + "/?on=2025-03-31")
  page.locator("[data-find]").press_sequentially(without_diacritics(offices.member))
  page.locator(".suggestions [role=option]").first.wait_for()
  addresses = page.locator(".suggestions a").evaluate_all("all => all.map(each => each.getAttribute('href'))")
  assert all("on=2025-03-31" in address for address in addresses)


@pytest.mark.parametrize("role, sees", [("officer", True), ("committee", False), ("secretary", False), ("member", False)])
def test_nobody_is_suggested_who_is_not_theirs_to_see(offices, role, sees):
  page = offices.visitor(role).get("/find?part=suggestions&q=" + without_diacritics(offices.stranger).replace(" ", "+"))
  assert page.status == 200
  assert (f"/people/{offices.places['stranger']}" in page.text) == sees


def test_a_member_finds_themselves(offices):
  path = "/find?part=suggestions&q=" + without_diacritics(offices.member).replace(" ", "+")
  assert f"/people/{offices.places['member']}" in offices.visitor("member").get(path).text


def test_keys_that_are_off_do_nothing_and_the_list_says_so(desk):
  page = desk.page
  page.keyboard.press("?")
  shown = page.locator("#keys [data-needs]:visible").count()
  assert shown > 5 and not page.locator(".keys-off").is_visible()
  page.keyboard.press("Escape")
  page.locator("#keys").wait_for(state="hidden")
  page.evaluate("document.body.dataset.keys = 'off'")
  for key in ("?", "d", "/"):
    page.keyboard.press(key)
  assert not page.locator("#keys").is_visible()
  assert page.evaluate("document.activeElement === document.body || document.activeElement.matches('[data-open-keys]')")
  page.locator("[data-open-keys]").click()
  assert page.locator(".keys-off").is_visible()
  assert page.locator("#keys [data-needs]:visible").count() == 0


def test_every_key_that_is_told_does_something(desk, offices):
  page = desk.page
  page.goto(f"{offices.server.address}/units/{offices.places['root']}/figures/members.women")
  desk.page.keyboard.press("w")
  assert page.evaluate("document.activeElement.id") == "definition"
  with page.expect_download() as download:
    page.keyboard.press("e")
  assert download.value.suggested_filename.endswith(".csv")
  desk.press("[")
  assert "on=" in page.url
  desk.press("]")
  assert "on=" not in page.url
  page.goto(f"{offices.server.address}/units/{offices.places['committee']}/roll")
  for key in ("j", "x", "j", "j", "Shift+X"):
    page.keyboard.press(key)
  assert page.locator("tr.marked").count() == 3


def test_a_draft_survives_a_reload_and_can_be_discarded(browser, offices, signed_in):
  with window(browser, storage_state=signed_in) as one:
    page = one.page
    page.goto(deed(offices))
    number = page.locator("form[data-draft] input[type=text]").first
    before = number.input_value()
    number.fill("typed and not recorded")
    page.reload()
    assert number.input_value() == "typed and not recorded"
    note = page.locator(".message.draft")
    assert note.is_visible()
    assert Axe().run(page).response["violations"] == []
    note.locator("button").click()
    assert number.input_value() == before and not note.is_visible()
    page.reload()
    assert number.input_value() == before and not note.is_visible()
    # Never what is secret.
    assert "token" not in page.evaluate("JSON.stringify(sessionStorage)")
    assert one.complaints == []


def test_a_draft_goes_when_its_deed_is_recorded(browser, offices, signed_in):
  with window(browser, storage_state=signed_in) as one:
    page = one.page
    page.goto(deed(offices))
    page.locator("form[data-draft] input[type=text]").first.fill("something")
    kept = "Object.keys(sessionStorage).filter(key => key.startsWith('draft /')).length"
    assert page.evaluate(kept) == 1
    request = page.locator("form[data-draft]").get_attribute("data-draft")
    # The page that follows a deed, as it says so.
    said = f'<div class="message done" role="status" data-recorded="{request}"><p>Đã ghi.</p></div>'
    page.route("**/done", lambda route: route.fulfill(
      body=f'<html><body>{said}<div data-network></div><script type="module" src="/drafts.js"></script>',
      content_type="text/html"))
    page.goto(offices.server.address + "/done")
    assert page.evaluate(kept) == 0


def test_without_a_network_nothing_typed_is_lost(browser, offices, signed_in):
  with window(browser, storage_state=signed_in) as one:
    page = one.page
    page.goto(deed(offices))
    field = page.locator("form[data-draft] input[type=text]").first
    field.fill("typed on the way")
    page.context.set_offline(True)
    line = page.locator("[data-network]")
    line.filter(has_text="Mất kết nối").wait_for()
    page.locator("form[data-draft] button.primary").click()
    assert "Chưa gửi" in line.inner_text()
    assert field.input_value() == "typed on the way"
    page.locator(".brand").click()
    assert page.url == deed(offices)
    page.context.set_offline(False)
    line.filter(has_text="Đã có mạng").wait_for()
    with page.expect_navigation():
      page.locator("form[data-draft] button.primary").click()
    assert page.locator("form[data-draft]").count() + page.locator("form[data-draft-of]").count() > 0


@pytest.fixture(scope="module")
def turned(browser, offices, signed_in):
  """What a browser keeps of somebody who reads Arabic."""
  with window(browser, storage_state=signed_in) as one:
    one.page.goto(offices.server.address)
    one.page.locator(".viewer summary").click()
    with one.page.expect_navigation():
      one.page.locator(".viewer button[value=ar]").click()
    state = one.page.context.storage_state()
  yield state
  with window(browser, storage_state=state) as one:
    one.page.goto(offices.server.address)
    one.page.locator(".viewer summary").click()
    with one.page.expect_navigation():
      one.page.locator(".viewer button[value=vi]").click()


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_run_from_right_to_left_too(browser, offices, turned, name, size):
  how = {"viewport": PHONE} if size == "phone" else {}
  with window(browser, storage_state=turned, **how) as one:
    page = one.page
    path = "/sign-in?language=ar" if name == "door" else PAGES[name].format(**offices.places)
    page.goto(offices.server.address + path)
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == ("ar", "rtl")
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, "the page is wider than its window"
    heading = page.locator("h1").bounding_box()
    assert heading["x"] + heading["width"] > (390 if size == "phone" else 1440) / 2


def test_words_the_pack_does_not_have_are_english(browser, offices, turned):
  with window(browser, storage_state=turned) as one:
    one.page.goto(offices.server.address)
    assert one.page.locator(".modules a").first.inner_text() == "لوحة الوضع"
    one.page.goto(offices.server.address + "/no/such/page")
    assert "There is no such page" in one.page.locator("h1").inner_text()


# A whole roll for the wall is as heavy as it is long.
@pytest.mark.parametrize("name", [name for name in PAGES if name != "roll-print"])
def test_no_page_is_heavy(browser, offices, signed_in, name):
  """As sent; with the look and the script of the site, which are fetched once, where one can begin there."""
  state = {} if name == "door" else {"storage_state": signed_in}
  with window(browser, **state) as one:
    sizes = {}
    devtools = one.page.context.new_cdp_session(one.page)
    devtools.send("Network.enable")
    asked = {}
    devtools.on("Network.responseReceived", lambda event: asked.update({event["requestId"]: event["response"]["url"]}))
    devtools.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    one.page.goto(offices.server.address + PAGES[name].format(**offices.places), wait_until="networkidle")
    told = {asked[each]: round(size) for each, size in sizes.items() if each in asked}
    if "?" in PAGES[name]:
      told = {url: size for url, size in told.items() if "?" in url}
    assert sum(told.values()) < MOST_BYTES, told
