import Storage

extension Migration {
  /// Transfers with two sides: what was asked for, and how far each has come.
  static let transfers = Migration(
    "0015 transfers",
    [
      """
      CREATE TABLE transfer (
        id          BIGINT PRIMARY KEY,
        recorded    BIGINT NOT NULL REFERENCES entry (seq),
        person      BIGINT NOT NULL REFERENCES person (id),
        source      BIGINT NOT NULL REFERENCES unit (id),
        target      BIGINT REFERENCES unit (id),
        outside     TEXT CHECK (outside <> ''),
        kind        TEXT NOT NULL,
        event       TEXT NOT NULL,
        happened_on DATE NOT NULL,
        until_on    DATE,
        asked_on    DATE NOT NULL,
        asker       TEXT NOT NULL,
        note        TEXT
      )
      """,
      "CREATE INDEX transfer_by_entry ON transfer (recorded, id)",
      "CREATE INDEX transfer_person ON transfer (person)",
      "CREATE INDEX transfer_source ON transfer (source)",
      "CREATE INDEX transfer_target ON transfer (target)",
    ]
      + Schema.dated(
        "transfer_step",
        """
        transfer BIGINT NOT NULL REFERENCES transfer (id), person BIGINT NOT NULL REFERENCES person (id),
        state TEXT NOT NULL, letter TEXT, sent_on DATE, presented_on DATE, reason TEXT, cited TEXT, line BIGINT
        """
      )
      + [
        "CREATE INDEX transfer_step_transfer ON transfer_step (transfer, start_on)",
        "CREATE INDEX transfer_step_person ON transfer_step (person, start_on)",
        """
        CREATE INDEX transfer_step_open ON transfer_step (state, transfer)
        WHERE superseded IS NULL AND end_on IS NULL
        """,
      ]
  )
}

/// What must be true of all transfers.
enum TransferChecks {
  static let queries: [SQL] = [
    // Two states of one transfer on one day.
    """
    SELECT p.code, CAST(b.start_on AS TEXT) FROM transfer_step a
    JOIN transfer_step b ON b.transfer = a.transfer AND b.id <> a.id
      AND (b.start_on > a.start_on OR b.start_on = a.start_on AND b.id > a.id)
      AND (a.end_on IS NULL OR a.end_on > b.start_on) AND \(known("b"))
    JOIN person p ON p.id = a.person
    WHERE \(known("a"))
    """,
    // Two that are not over.
    """
    SELECT p.code, 'transfer' FROM transfer_step t JOIN person p ON p.id = t.person
    WHERE \(known("t")) AND t.end_on IS NULL AND t.state IN ('asked', 'sent')
    GROUP BY p.code HAVING count(*) > 1
    """,
  ]
}
