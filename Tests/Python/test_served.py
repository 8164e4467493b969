"""A record on a PostgreSQL server answers every verb as the same record in a file does."""

from __future__ import annotations

import pytest

from conftest import Record
from organisations import organisation
from reference import Reference, day
from worlds import HILL_LEDGERS, hill_cells


@pytest.fixture
def served(chibo, postgres) -> Record:
  """The little organisation on a server."""
  record = Record(chibo, postgres)
  record("import", hill_cells().write(chibo.folder / "hills"), "--format", "json")
  return record


def contents(folder) -> dict[str, bytes]:
  return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def exported(record: Record, chibo, name: str) -> dict[str, bytes]:
  folder = chibo.folder / name
  record("export", folder)
  return contents(folder)


def test_a_server_gives_the_figures_ledgers_and_rolls_of_a_file(served, hills, chibo):
  for unit, start, until, opening, came, went, closing in HILL_LEDGERS:
    ledger = served.ledger(unit, start, until)
    assert ledger == hills.ledger(unit, start, until)
    assert (ledger["opening"], ledger["closing"]) == (opening, closing)
  for unit in ("QN", "A", "B", "C1", "C2"):
    for on in ("2019-12-31", "2020-02-29", "2020-03-01", "2021-07-01"):
      assert served.figures(unit, on) == hills.figures(unit, on)
      asked = ("roll", "--unit", unit, "--on", on, "--format", "csv")
      assert served(*asked).out == hills(*asked).out
  assert exported(served, chibo, "one") == exported(hills, chibo, "two")


def test_the_same_seeded_lists_are_refused_and_taken_alike(chibo, postgres, record):
  lists = organisation(7, people=60).write(chibo.folder / "seeded")
  there = Record(chibo, postgres)
  answers = [
    each("import", lists, "--accept-valid", "--format", "json", code=(0, 1)).json for each in (record, there)
  ]
  assert answers[0] == answers[1]
  assert exported(record, chibo, "one") == exported(there, chibo, "two")
  for each in (record, there):
    assert each("check").code == 0
    assert each("journal", "verify").code == 0


def test_an_installation_moves_to_a_server_and_back_with_its_journal(chibo, cluster, hills, record):
  hills("account", "add", "ha", "--role", "officer", "--unit", "QN")
  head = hills("journal", "verify", "--format", "json").json
  with cluster.database("moved") as address:
    gone = chibo("move", "--from", hills.path, "--to", address, "--format", "json").json
    assert (gone["entries"], gone["head"]) == (head["entries"], head["head"])
    there = Record(chibo, address)
    assert there("journal", "verify", "--format", "json").json == head
    back = Record(chibo, chibo.folder / "back.sqlite")
    assert chibo("move", "--from", address, "--to", back.path, "--format", "json").json == gone
    assert back("journal", "verify", "--format", "json").json == head
    assert exported(back, chibo, "one") == exported(hills, chibo, "two")
    # Neither takes the place of what is there.
    for target in (address, back.path):
      assert "is there already" in chibo("move", "--from", hills.path, "--to", target, code=2).said


def test_a_server_is_backed_up_into_a_file_and_restored_from_it(chibo, cluster, served):
  backup = chibo.folder / "monday.backup"
  served("backup", backup)
  head = served("journal", "verify", "--format", "json").json
  for target in (chibo.folder / "restored.sqlite", None):
    if target:
      restored = Record(chibo, target)
      restored("restore", backup)
      assert restored("journal", "verify", "--format", "json").json == head
    else:
      with cluster.database("restored") as address:
        restored = Record(chibo, address)
        restored("restore", backup)
        assert restored("journal", "verify", "--format", "json").json == head
        assert "is there already" in restored("restore", backup, code=2).said


def test_a_database_that_is_not_there_is_made_by_import_and_named_by_every_other_verb(chibo, cluster):
  address = cluster.url("nowhere")
  record = Record(chibo, address)
  for verb in (("figures", "--unit", "QN"), ("check",), ("export", "out"), ("migrate",)):
    said = record(*verb, code=2).said
    assert "There is no record" in said and "nowhere" in said
  record("import", hill_cells().write(chibo.folder / "hills"))
  try:
    assert record.figures("QN", "2020-06-01")["members.total"] == 3
    assert "is there already" in record("init", code=2).said
  finally:
    cluster.sql("DROP DATABASE nowhere WITH (FORCE)")


def test_a_refused_import_leaves_the_server_as_it_was(chibo, cluster):
  lists = hill_cells()
  lists.affiliation("P1", "NONE", "2021-01-01")
  folder = lists.write(chibo.folder / "refused")
  with cluster.database("refused") as address:
    Record(chibo, address)("import", folder, "--format", "json", code=1)
    schemas = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'chibo%'"
    assert cluster.sql(schemas, "refused") == ""
    assert cluster.sql("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace", "refused") == "0"
  address = cluster.url("never")
  Record(chibo, address)("import", folder, "--format", "json", code=1)
  assert cluster.sql("SELECT count(*) FROM pg_database WHERE datname = 'never'") == "0"


def test_what_stands_in_the_way_is_said_with_server_database_and_what_to_do(chibo, cluster):
  def said(address: str, *verb: str) -> str:
    return chibo(*(verb or ("check",)), "--database", address, code=2).said

  gone = said("postgres://chibo:secret@127.0.0.1:1/province")
  assert "cannot be reached" in gone and "127.0.0.1" in gone and "province" in gone
  assert "secret" not in gone
  assert "cannot be read" in said("postgres://chibo@server/province?sslmod=require")
  with cluster.database("theirs") as address:
    cluster.sql("CREATE TABLE invoice (id int)", "theirs")
    assert "is not a record of Chibo" in said(address)
    assert "is there already" in said(address, "init")
    lists = hill_cells().write(chibo.folder / "hills")
    assert "is not a record of Chibo" in said(address, "import", str(lists))
    assert cluster.sql("SELECT count(*) FROM invoice", "theirs") == "0"
  cluster.sql("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
  try:
    assert "UTF8 is needed" in said(cluster.url("latin"), "init")
  finally:
    cluster.sql("DROP DATABASE latin")
  cluster.sql("CREATE ROLE visitor LOGIN")
  try:
    stranger = cluster.url("absent").replace("postgres://postgres@", "postgres://visitor@")
    refused = said(stranger, "init")
    assert "cannot be made" in refused and "CREATE DATABASE" in refused
  finally:
    cluster.sql("DROP ROLE visitor")


def test_counting_by_hand_gives_what_the_server_gives(chibo, postgres):
  lists = organisation(3, people=80)
  record = Record(chibo, postgres)
  record("import", lists.write(chibo.folder / "seeded"))
  reference = Reference(lists)
  for on in (day("2018-06-30"), day("2021-03-01"), day("2024-12-31")):
    for code in reference.codes:
      if reference.unit(code, on):
        assert record.figures(code, on) == reference.figures(code, on), f"{code} on {on}"
        start = on.replace(year=on.year - 1)
        assert record.ledger(code, start, on).items() >= reference.ledger(code, start, on).items(), code
