"""A real browser finds its way by the keyboard alone, without script too, and nothing bars anybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from browser import DESKTOP, PHONE, start, window, without_diacritics
from offices import open_offices
from serving import DESK
from sights import AT_HAND, KEEPING, PAGES

LOOKS = [(scheme, size) for scheme in ("light", "dark") for size in ("desktop", "phone")]
SIZES = {"desktop": DESKTOP, "phone": PHONE}


@pytest.fixture(scope="module")
def offices(binary, district, tmp_path_factory):
  with open_offices(binary, district, tmp_path_factory.mktemp("offices")) as offices:
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


def test_the_keyboard_alone_leads_everywhere(browser, offices):
  """Signs in, travels in time, finds somebody, opens their file and a figure, and never touches a mouse."""
  name, password = offices.accounts["inspector"]
  with window(browser) as one:
    one.sign_in(offices.server.address, name, password)
    page = one.page
    today = page.locator(".day summary").inner_text()

    page.keyboard.press("d")
    one.tab_to("31/12/2024", within="[data-day]")
    one.press("Enter")
    assert "on=2024-12-31" in page.url
    assert page.locator("body").get_attribute("data-time") == "past"
    assert page.locator(".day summary").inner_text() != today
    one.tab_to("", within="a.back")
    one.press("Enter")
    assert "on=" not in page.url

    page.keyboard.press("/")
    page.keyboard.type(without_diacritics(offices.member))
    one.press("Enter")
    assert offices.member in page.locator("main").inner_text()
    one.tab_to("/people/" + offices.places["member"], within="main")
    one.press("Enter")
    assert page.locator("h1").inner_text() == offices.member
    assert page.locator(".looks li").first.inner_text().startswith(name)

    page.keyboard.press("g")
    one.press("b")
    one.tab_to("figures/members.women", within="main")
    number = one.focused().split(" | ")[0]
    one.press("Enter")
    assert number in page.locator("main").inner_text()
    page.keyboard.press("j")
    one.press("Enter")
    assert "/people/" in page.url
    assert one.complaints == []


def test_rows_are_walked_and_keys_are_told(browser, offices, signed_in):
  with window(browser, storage_state=signed_in) as one:
    one.page.goto(f"{offices.server.address}/units/{offices.places['committee']}/roll")
    rows = one.page.locator("[data-rows] > *")
    one.page.keyboard.press("j")
    one.page.keyboard.press("j")
    assert "current" in rows.nth(1).get_attribute("class")
    one.page.keyboard.press("k")
    assert "current" in rows.nth(0).get_attribute("class")
    one.page.keyboard.press("?")
    assert one.page.locator("#keys").is_visible()
    one.page.keyboard.press("Escape")
    assert not one.page.locator("#keys").is_visible()
    # A key pressed while one writes is a letter.
    one.page.keyboard.press("/")
    one.page.keyboard.type("dj?")
    assert one.page.locator("[data-find]").input_value() == "dj?"
    assert one.complaints == []


def test_a_branch_opens_in_its_place_and_is_open_again_the_next_time(browser, offices, signed_in):
  """By the arrow keys alone: right opens, left closes; this device remembers what was open."""
  root = offices.places["root"]
  with window(browser, storage_state=signed_in) as one:
    page = one.page
    page.goto(f"{offices.server.address}/units/{root}")
    committee = page.locator("[data-tree] li:has(> .bough > .twig.closed)").first.get_attribute("data-unit")
    branch = f'[data-unit="{committee}"] > ul'
    assert page.locator(branch).count() == 0
    page.locator(f'[data-unit="{committee}"] > .bough > a.place').focus()
    page.keyboard.press("ArrowRight")
    page.locator(branch).wait_for()
    assert page.url.endswith(root)
    twig = page.locator(f'[data-unit="{committee}"] > .bough > .twig')
    assert twig.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(f"document.activeElement.closest('[data-unit=\"{committee}\"] > ul') !== null")
    assert Axe().run(page).response["violations"] == []
    page.reload()
    page.locator(branch).wait_for()
    page.locator(f'[data-unit="{committee}"] > .bough > a.place').focus()
    page.keyboard.press("ArrowLeft")
    assert not page.locator(branch).is_visible()
    assert twig.get_attribute("aria-expanded") == "false"
    page.reload()
    assert page.locator(branch).count() == 0
    assert one.complaints == []


def test_a_branch_opens_by_a_link_without_script(browser, offices, signed_in):
  root = offices.places["root"]
  with window(browser, storage_state=signed_in, java_script_enabled=False) as one:
    one.page.goto(f"{offices.server.address}/units/{root}?on=2025-03-31")
    committee = one.page.locator("[data-tree] li:has(> .bough > a.twig)").first.get_attribute("data-unit")
    one.page.locator(f'[data-unit="{committee}"] > .bough > a.twig').click()
    assert one.page.locator(f'[data-unit="{committee}"] > ul > li').count() > 0
    assert "on=2025-03-31" in one.page.url
    one.page.locator(f'[data-unit="{committee}"] > .bough > a.twig').click()
    assert one.page.locator(f'[data-unit="{committee}"] > ul').count() == 0


def test_a_click_does_the_same_without_script(browser, offices):
  name, password = offices.accounts["leader"]
  with window(browser, java_script_enabled=False) as one:
    page = one.page
    page.goto(offices.server.address)
    page.locator("[name=account]").fill(name)
    page.locator("[name=password]").fill(password)
    page.locator("form button").click()
    page.locator(".day summary").click()
    page.locator(".day a", has_text="31/12/2024").click()
    assert "on=2024-12-31" in page.url
    page.locator("a.back").click()
    page.locator("[name=q]").fill(without_diacritics(offices.stranger))
    page.locator("[name=q]").press("Enter")
    page.locator(f'main a[href="/people/{offices.places["stranger"]}"]').first.click()
    assert page.locator("h1").inner_text() == offices.stranger
    assert name in page.locator(".looks").inner_text()
    page.locator("a.brand").click()
    page.locator('main a[href*="figures/members.women"]').first.click()
    assert page.locator("main table").count() + page.locator("main ol").count() > 0
    page.locator(".viewer summary").click()
    page.locator(".viewer button", has_text="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator(".viewer summary").click()
    page.locator('form[action="/sign-out"] button').click()
    assert page.url.endswith("/sign-in?notice=out")
    assert one.complaints == []


@pytest.mark.parametrize("scheme, size", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_bars_anybody(browser, offices, signed_in, name, scheme, size):
  how = {"color_scheme": scheme, "viewport": SIZES[size]}
  if name != "door":
    how["storage_state"] = signed_in
  with window(browser, **how) as one:
    one.page.goto(offices.server.address + PAGES[name].format(**offices.places))
    found = Axe().run(one.page).response["violations"]
    firsts = [(each["id"], each["nodes"][0]) for each in found]
    assert [(rule, node["html"], node["failureSummary"]) for rule, node in firsts] == []
    over = one.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, "the page is wider than its window"
    assert [each for each in one.complaints if "404" not in each] == []


@pytest.fixture(scope="module")
def keeping(browser, offices):
  """What a browser keeps of somebody who keeps accounts."""
  with window(browser) as one:
    one.sign_in(offices.server.address, *offices.accounts["administrator"])
    return one.page.context.storage_state()


@pytest.mark.parametrize("scheme, size", LOOKS)
@pytest.mark.parametrize("name", KEEPING)
def test_nothing_bars_who_keeps_accounts(browser, offices, keeping, name, scheme, size):
  with window(browser, color_scheme=scheme, viewport=SIZES[size], storage_state=keeping) as one:
    one.page.goto(offices.server.address + KEEPING[name].format(**offices.places))
    found = Axe().run(one.page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    over = one.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, "the page is wider than its window"
    assert one.complaints == []


def test_keys_can_be_turned_off(browser, offices, signed_in):
  with window(browser, storage_state=signed_in) as one:
    page = one.page
    page.goto(offices.server.address + "/account")
    with page.expect_navigation():
      page.locator("[name=keys][value=off]").click()
    page.keyboard.press("?")
    page.keyboard.press("/")
    assert not page.locator("#keys").is_visible()
    assert page.evaluate("document.activeElement.name") != "q"
    with page.expect_navigation():
      page.locator("[name=keys][value=on]").click()
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()


def test_what_floats_bars_nobody_either(browser, offices, signed_in):
  with window(browser, storage_state=signed_in) as one:
    one.page.goto(f"{offices.server.address}/units/{offices.places['committee']}/roll")
    for opened in (".day summary", ".viewer summary"):
      one.page.locator(opened).click()
      found = Axe().run(one.page).response["violations"]
      assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    one.page.keyboard.press("Escape")
    one.page.keyboard.press("?")
    assert Axe().run(one.page).response["violations"] == []


@pytest.fixture(scope="module")
def at_hand(browser, offices):
  """What the browsers of a member and of a secretary keep."""
  states = {}
  for role in ("member", "secretary"):
    with window(browser) as one:
      one.sign_in(offices.server.address, *offices.accounts[role])
      states[role] = one.page.context.storage_state()
  return states


@pytest.mark.parametrize("scheme, size", LOOKS)
@pytest.mark.parametrize("name", AT_HAND)
def test_nothing_bars_members_and_secretaries(browser, offices, at_hand, name, scheme, size):
  role, path = AT_HAND[name]
  with window(browser, color_scheme=scheme, viewport=SIZES[size], storage_state=at_hand[role]) as one:
    one.page.goto(offices.server.address + path.format(**offices.places))
    found = Axe().run(one.page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    over = one.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, "the page is wider than its window"
    assert one.complaints == []
