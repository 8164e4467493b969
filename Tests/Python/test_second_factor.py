"""Two-step sign-in, against an authenticator that is not ours."""

import re

import pytest

from authenticator import code, step_now
from offices import open_offices
from serving import Visitor, hidden


@pytest.fixture(scope="module")
def offices(binary, district, tmp_path_factory):
  with open_offices(binary, district, tmp_path_factory.mktemp("offices")) as offices:
    yield offices


def enrol(visitor: Visitor) -> tuple[str, list[str]]:
  """Turns it on, as the page tells one to; gives the secret and the recovery codes."""
  page = visitor.get("/account/second-factor").text
  secret = hidden(page, "secret")
  form = {name: hidden(page, name) for name in ("token", "request", "secret")}
  done = visitor.post("/account/second-factor", form | {"code": code(secret, step_now())})
  assert done.status == 200
  return secret, re.findall(r"<li><code>([^<]+)</code>", done.text)


def second_step(offices, role: str, said: str) -> tuple[Visitor, int]:
  """Signs in with the password and then with a code."""
  visitor = Visitor(offices.server)
  turned = visitor.sign_in(*offices.accounts[role])
  assert turned.leads_to.startswith("/sign-in/second")
  form = {"token": hidden(visitor.get("/sign-in/second").text, "token"), "code": said}
  return visitor, visitor.post("/sign-in/second", form).status


def test_the_authenticator_here_is_that_of_the_standard():
  secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
  known = {59: "94287082", 1111111109: "07081804", 1234567890: "89005924", 20000000000: "65353130"}
  assert {moment: code(secret, moment // 30, 8) for moment in known} == known


def test_another_authenticator_opens_the_door_and_each_code_once(offices):
  secret, recovery = enrol(offices.visitor("leader"))
  assert len(set(recovery)) == 10
  # The code it was set up with is used; the next one is taken early.
  later = code(secret, step_now() + 1)
  visitor, status = second_step(offices, "leader", later)
  assert status == 303
  assert visitor.get("/account").status == 200
  assert second_step(offices, "leader", later)[1] == 401
  assert second_step(offices, "leader", recovery[0])[1] == 303
  assert second_step(offices, "leader", recovery[0])[1] == 401


def test_neither_secret_nor_code_leaves_with_the_lists_or_the_journal(offices):
  secret, recovery = enrol(offices.visitor("inspector"))
  journal = offices.record("journal", "show", "--format", "json").out
  assert "enrolSecondFactor" in journal
  assert secret not in journal and recovery[0] not in journal
  folder = offices.record.export("without-secrets")
  for file in folder.iterdir():
    text = file.read_bytes().decode(errors="replace")
    assert secret not in text and recovery[0] not in text


def test_the_console_takes_it_away_from_who_lost_the_phone(offices):
  enrol(offices.visitor("committee"))
  assert Visitor(offices.server).sign_in(*offices.accounts["committee"]).leads_to.startswith("/sign-in/second")
  offices.record("account", "remove-second-factor", "committee")
  assert Visitor(offices.server).sign_in(*offices.accounts["committee"]).leads_to == "/"
