"""The command keeps its manners: exit codes, JSON that is only JSON, and sentences a person can act on."""

import pytest

from worlds import hill_cells

# A verb of every kind that asks a database, complete but for the database.
ASKING = {
  "figures": ["figures", "--unit", "QN"],
  "ledger": ["ledger", "--unit", "QN", "--from", "2020-01-01", "--until", "2021-01-01"],
  "roll": ["roll", "--unit", "QN"],
  "export": ["export", "out"],
  "check": ["check"],
  "journal": ["journal", "verify"],
  "migrate": ["migrate"],
  "serve": ["serve", "--port", "0"],
  "backup": ["backup", "out.backup"],
}
# Every verb of the contract, called in a way that cannot be meant.
VERBS = (
  "init import export move figures ledger roll reorganise absorb judge cap rulebook check journal account"
  " backup restore migrate serve demo bench"
).split()


def offered(chibo, verb: str) -> None:
  """Skips, visibly, what the command does not offer yet."""
  if verb not in chibo("--help").said.split():
    pytest.skip(f"`chibo {verb}` is not offered yet")


@pytest.mark.parametrize("verb", VERBS)
def test_an_option_that_no_verb_has_is_wrong_usage(chibo, verb):
  offered(chibo, verb)
  answer = chibo(verb, "--no-such-option", code=64)
  assert answer.err.strip() and not answer.out.strip()


def test_a_verb_that_is_none_is_wrong_usage(chibo):
  chibo("embellish", code=64)


@pytest.mark.parametrize(
  "arguments",
  [
    ["figures"],
    ["figures", "--unit", "QN", "--on", "2020-02-30"],
    ["figures", "--unit", "QN", "--on", "tomorrow"],
    ["ledger", "--unit", "QN", "--from", "2020-01-01"],
    ["ledger", "--unit", "QN", "--until", "2020-01-01"],
    ["roll", "--on", "2020-01-01"],
    ["figures", "--unit", "QN", "--format", "poem"],
  ],
  ids=" ".join,
)
def test_a_question_that_is_not_whole_is_wrong_usage(hills, arguments):
  answer = hills(*arguments, code=64)
  assert answer.err.strip() and not answer.out.strip()


@pytest.mark.parametrize("verb", ASKING)
def test_a_database_that_is_not_there_is_said_and_not_made(chibo, tmp_path, verb):
  offered(chibo, verb)
  missing = tmp_path / "nowhere.sqlite"
  answer = chibo(*ASKING[verb], "--database", missing, code=2)
  assert "nowhere.sqlite" in answer.err
  assert not missing.exists()


def test_a_folder_that_is_not_there_is_said(record):
  answer = record("import", "no-such-folder", code=2)
  assert "no-such-folder" in answer.err


def test_a_file_that_is_no_database_is_said_and_left_alone(chibo, tmp_path):
  path = tmp_path / "letter.sqlite"
  path.write_text("Dear all, this is a letter and no database. " * 200)
  before = path.read_bytes()
  answer = chibo("figures", "--unit", "QN", "--database", path, code=2)
  assert "letter.sqlite" in answer.err
  assert path.read_bytes() == before


def test_a_workbook_that_is_none_is_said(record, tmp_path):
  path = tmp_path / "book.xlsx"
  path.write_bytes(b"PK\x03\x04 but nothing after it")
  answer = record("import", path, code=(1, 2))
  assert "book.xlsx" in answer.said


@pytest.mark.parametrize("verb", ["figures", "roll"])
def test_a_unit_not_founded_that_day_is_refused_with_the_days_it_existed(hills, verb):
  answer = hills(verb, "--unit", "C3", "--on", "2020-02-14", code=1)
  assert "existed from" in answer.said and "2020-02-15" in answer.said


def test_a_unit_that_has_ended_is_refused_with_the_days_it_existed(record):
  lists = hill_cells()
  lists.unit("X1", "Chi bộ cũ", "cell", "A", start="2016-01-01", until="2018-01-01")
  record.take_in(lists)
  record("figures", "--unit", "X1", "--on", "2017-12-31")
  answer = record("figures", "--unit", "X1", "--on", "2018-01-01", code=1)
  assert "existed from" in answer.said and "2016-01-01" in answer.said and "2018-01-01" in answer.said


@pytest.mark.parametrize(
  "arguments",
  [
    ["figures", "--unit", "ZZ", "--on", "2020-01-01"],
    ["roll", "--unit", "ZZ", "--on", "2020-01-01"],
    ["ledger", "--unit", "ZZ", "--from", "2020-01-01", "--until", "2021-01-01"],
  ],
  ids=" ".join,
)
def test_a_unit_nobody_knows_is_refused_by_its_code(hills, arguments):
  assert "ZZ" in hills(*arguments, code=1).said


@pytest.mark.parametrize(
  "arguments, code",
  [
    (["figures", "--unit", "QN", "--on", "2020-02-15"], 0),
    (["figures", "--unit", "C3", "--on", "2020-02-14"], 1),
    (["figures", "--unit", "ZZ", "--on", "2020-02-15"], 1),
    (["ledger", "--unit", "A", "--from", "2020-01-01", "--until", "2021-01-01"], 0),
    (["roll", "--unit", "A", "--on", "2020-01-01"], 0),
    (["import", "province-lists"], 0),
    (["import", "province-lists", "--dry-run"], 0),
  ],
  ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_json_is_all_there_is_on_standard_output(hills, arguments, code):
  answer = hills(*arguments, "--format", "json", code=code)
  assert answer.json is not None


def test_a_refused_import_answers_in_json_too(record):
  lists = hill_cells()
  lists.members[0]["sex"] = "W"
  answer = record.take_in(lists, code=1)
  assert set(answer.json) >= {"read", "accepted", "refused", "warnings"}


def test_a_table_for_people_is_the_default(hills):
  answer = hills("ledger", "--unit", "A", "--from", "2020-01-01", "--until", "2021-01-01")
  assert not answer.out.lstrip().startswith("{")
  assert "4" in answer.out


@pytest.mark.parametrize("verb", [["check"], ["journal", "verify"]], ids=" ".join)
def test_a_record_that_nobody_tampered_with_passes(hills, verb):
  hills(*verb)


def test_a_journal_line_changed_by_hand_is_found(hills):
  import sqlite3

  with sqlite3.connect(hills.path) as database:
    columns = {row[1] for row in database.execute("PRAGMA table_info(entry)")}
    assert {"seq", "moment"} <= columns
    database.execute("UPDATE entry SET moment = moment + 1 WHERE seq = (SELECT min(seq) FROM entry)")
  hills("journal", "verify", code=1)


def test_what_was_not_yet_known_is_not_answered(hills):
  """Asked as known before the first entry, the record knows no unit."""
  hills("figures", "--unit", "QN", "--on", "2020-02-15", "--known-at", "1999-01-01T00:00:00Z", code=1)


def test_an_earlier_knowledge_stays_what_it_was(hills):
  import sqlite3

  with sqlite3.connect(f"file:{hills.path}?mode=ro", uri=True) as database:
    known = database.execute("SELECT max(seq) FROM entry").fetchone()[0]
  lists = hill_cells()
  lists.member("X1", "Ngô Văn Ý", "2020-01-01")
  lists.affiliation("X1", "C2", "2020-01-01")
  hills.take_in(lists)
  on = ["--unit", "QN", "--on", "2020-02-15", "--format", "json"]
  assert hills("figures", *on).json["figures"]["members.total"] == 6
  assert hills("figures", *on, "--known-at", f"#{known}").json["figures"]["members.total"] == 5
