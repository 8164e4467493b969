"""Every page is sound HTML, leads only to pages that are there, and shows each role what is theirs to see."""

import re

import pytest

from markup import faults, links
from offices import Offices, open_offices
from serving import Visitor, hidden

# Before the districts were dissolved; today; a day of which only plans are known.
DAYS = {"past": "2025-03-31", "today": None, "future": "2027-06-30"}
# So many pages of a kind are looked at, and so many pages in all, for a day and a language.
OF_A_KIND, PAGES = 2, 150


@pytest.fixture(scope="module")
def offices(binary, district, tmp_path_factory):
  with open_offices(binary, district, tmp_path_factory.mktemp("offices")) as offices:
    yield offices


@pytest.fixture
def desk(offices) -> Visitor:
  return offices.visitor("desk")


def kind(path: str) -> str:
  """What sort of page an address is of: the address without whose it is, when, and how far on."""
  place, _, query = path.partition("?")
  names = sorted({pair.split("=")[0] for pair in query.split("&")} - {"on", ""})
  return re.sub(r"/[0-9A-Z]{13}|/\d+", "/…", place) + "?" + "&".join(names)


WHOLE = (
  '<!doctype html><html lang="vi" dir="ltr"><head><title>T</title></head>'
  "<body><main><h1>H</h1>{}</main></body></html>"
)


@pytest.mark.parametrize(
  "planted",
  [
    "<p>one<div>two</p>",
    "<p id=a></p><p id=a></p>",
    "<p class=one class=two>",
    "<input name=q>",
    "<label>Q</label><input name=q>",
    '<p style="color: red">',
    '<p onclick="go()">',
    "<script>go()</script>",
    "<style>p { color: red }</style>",
    '<a href="#nowhere">there</a>',
    '<a href="https://example.org">there</a>',
    '<a href="/there"><svg></svg></a>',
    '<section aria-labelledby="nowhere"></section>',
    "<h1>Another</h1>",
    "<button></button>",
    '<img src="/mark.svg">',
  ],
)
def test_what_is_wrong_with_a_page_is_found(planted):
  assert faults(WHOLE.format("<p>&amp;</p>")) == []
  assert faults(WHOLE.format(planted)) != []


def is_sound(page) -> None:
  assert page.status == 200, page.path
  assert page.headers["X-Content-Type-Options"] == "nosniff", page.path
  if "text/html" not in page.headers["Content-Type"]:
    return
  policy = page.headers["Content-Security-Policy"]
  assert "default-src 'self'" in policy and "unsafe" not in policy, page.path
  assert "no-store" in page.headers["Cache-Control"], page.path
  assert faults(page.text) == [], page.path


def crawl(visitor: Visitor, start: str) -> dict[str, int]:
  """Looks at pages, nearest first, a few of each kind; gives how many of each it saw."""
  seen, waiting, kinds = {start}, [start], {}
  while waiting and sum(kinds.values()) < PAGES:
    path = waiting.pop(0)
    if kinds.get(kind(path), 0) >= OF_A_KIND:
      continue
    kinds[kind(path)] = kinds.get(kind(path), 0) + 1
    page = visitor.get(path)
    if page.status == 303:
      page = visitor.get(page.leads_to)
    is_sound(page)
    if "text/html" in page.headers["Content-Type"]:
      new = [link for link in links(page.text) if link not in seen]
      seen.update(new)
      waiting += new
  return kinds


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("day", DAYS)
def test_every_page_that_can_be_reached_is_sound(offices, language, day):
  visitor = offices.visitor("desk")
  token = hidden(visitor.get("/").text, "token")
  assert visitor.post("/settings", {"language": language, "token": token}).status == 303
  start = "/" + (f"?on={DAYS[day]}" if DAYS[day] else "")
  assert f'lang="{language}"' in visitor.get(start).text
  kinds = crawl(visitor, start)
  for expected in ("/units/…?", "/units/…/roll?", "/people/…?", "/journal?", "/journal/…?"):
    assert expected in kinds, f"{expected} was not reached: {sorted(kinds)}"
  assert any(name.startswith("/units/…/ledger") for name in kinds)
  assert sum("/figures/members." in name for name in kinds) >= 4


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_door_is_sound_in_both_languages(offices, language):
  page = Visitor(offices.server).get(f"/sign-in?language={language}")
  is_sound(page)
  assert f'<html lang="{language}"' in page.text


@pytest.mark.parametrize(
  "path, status",
  [
    ("/no/such/page", 404),
    ("/units/0000000000000", 404),
    ("/units/nonsense", 404),
    ("/people/0000000000000", 404),
    ("/journal/999999999", 404),
    ("/?on=2025-02-30", 400),
    ("/?on=yesterday", 400),
    ("/?known=999999999", 400),
    ("/units/{root}?on=1900-01-01", 404),
    ("/units/{root}/roll?after=nonsense", 400),
    ("/units/{root}/roll?state=nonsense", 400),
    ("/units/{root}/figures/members.nonsense", 404),
    ("/units/{root}/ledger?from=2025-12-31&until=2025-01-01", 400),
    ("/find?q=%3Cscript%3Ealert(1)%3C/script%3E", 200),
    ("/find?q=" + "x" * 3000, 200),
  ],
)
def test_what_cannot_be_shown_is_said_on_a_sound_page(offices, desk, path, status):
  page = desk.get(path.format(**offices.places))
  assert page.status == status
  assert faults(page.text) == []
  assert "<script>alert" not in page.text


ROLES = ("officer", "leader", "administrator", "committee", "secretary", "member")
# For whom a page is there, and so for whom it is not.
SIGHTS = {
  "/units/{root}": "officer leader administrator",
  "/units/{committee}": "officer leader administrator committee",
  "/units/{elsewhere}": "officer leader administrator",
  "/units/{cell}": "officer leader administrator committee secretary",
  "/units/{cell}/roll": "officer leader committee secretary",
  "/units/{cell}/roll.csv": "officer leader committee",
  "/units/{elsewhere}/roll": "officer leader",
  "/units/{elsewhere}/roll.xlsx": "officer leader",
  "/units/{cell}/figures/members.total": "officer leader committee secretary",
  "/units/{cell}/figures/members.total.csv": "officer leader committee",
  "/units/{committee}/figures/units.cells": "officer leader administrator committee",
  "/people/{member}": "officer leader committee secretary member",
  "/people/{stranger}": "officer leader",
  "/journal": "officer leader administrator",
}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_sees_what_is_theirs_and_nothing_else(offices, role):
  visitor = offices.visitor(role)
  for sight, roles in SIGHTS.items():
    page = visitor.get(sight.format(**offices.places))
    assert page.status == (200 if role in roles.split() else 404), sight
    if page.status == 404:
      assert offices.member not in page.text


@pytest.mark.parametrize("role", ROLES[:-1])
def test_each_role_begins_at_a_board_whose_links_are_all_theirs(offices, role):
  crawl(offices.visitor(role), "/")


def test_a_member_begins_at_their_own_file(offices):
  visitor = offices.visitor("member")
  first = visitor.get("/")
  assert first.status == 303 and offices.places["member"] in first.leads_to
  crawl(visitor, first.leads_to)


def test_nobody_sees_anything_without_signing_in(offices):
  for sight in ["/", "/find?q=a", *SIGHTS]:
    page = Visitor(offices.server).get(sight.format(**offices.places))
    assert page.status == 303 and page.leads_to.startswith("/sign-in"), sight


def test_a_member_is_told_who_opened_their_file(offices):
  member = offices.visitor("member")
  own = f"/people/{offices.places['member']}"
  assert ">inspector<" not in member.get(own).text
  offices.visitor("inspector").get(own)
  # Opened again within the hour it is the same reading.
  offices.visitor("inspector").get(own)
  assert member.get(own).text.count(">inspector<") == 1


def test_a_form_from_elsewhere_is_not_taken(offices, desk):
  token = hidden(desk.get("/").text, "token")
  form = {"theme": "dark", "token": token}
  assert desk.post("/settings", form, Origin="https://example.org").status == 403
  assert desk.post("/settings", form | {"token": "0" * 32}).status == 403
  assert desk.post("/settings", form, **{"Sec-Fetch-Site": "cross-site"}).status == 403
  assert desk.post("/settings", form).status == 303


def test_signing_out_ends_the_visit_and_not_only_the_cookie(offices, desk):
  kept = dict(desk.cookies)
  assert desk.post("/sign-out", {"token": hidden(desk.get("/").text, "token")}).status == 303
  assert Visitor(offices.server, kept).get("/").status == 303


def test_a_wrong_password_and_an_unknown_name_are_told_alike(offices):
  said = set()
  for name in ("leader", "nobody-of-this-name"):
    page = Visitor(offices.server).sign_in(name, "not the password")
    assert page.status == 401
    said.add(page.text.replace(name, "…").replace(hidden(page.text, "token"), "…"))
  assert len(said) == 1
