"""The server says where it is, answers there, and goes when it is asked to."""

import signal
import urllib.error
import urllib.request


def get(address: str) -> tuple[int, str]:
  try:
    with urllib.request.urlopen(address) as answer:
      return answer.status, answer.read().decode()
  except urllib.error.HTTPError as error:
    return error.code, error.read().decode()


def test_the_first_page_is_answered(server):
  status, page = get(server.address + "/")
  assert status == 200
  assert "<html" in page and "lang=" in page


def test_a_page_that_is_not_there_is_answered_as_such(server):
  status, page = get(server.address + "/no/such/page")
  assert status in (401, 403, 404) or "<form" in page


def test_the_server_ends_cleanly_when_asked(server):
  server.process.send_signal(signal.SIGTERM)
  assert server.process.wait() == 0
