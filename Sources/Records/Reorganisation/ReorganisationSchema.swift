import Storage

extension Migration {
  /// Plans of reorganisation that were carried out, and which step of them each entry took.
  static let reorganisations = Migration(
    "0021 reorganisations",
    [
      """
      CREATE TABLE reorganisation (
        id           BIGINT PRIMARY KEY,
        recorded     BIGINT NOT NULL REFERENCES entry (seq),
        effective_on DATE NOT NULL,
        body         TEXT NOT NULL
      )
      """,
      "CREATE INDEX reorganisation_by_entry ON reorganisation (recorded, id)",
      """
      CREATE TABLE reorganisation_step (
        id             BIGINT PRIMARY KEY,
        recorded       BIGINT NOT NULL REFERENCES entry (seq),
        reorganisation BIGINT NOT NULL REFERENCES reorganisation (id),
        number         BIGINT NOT NULL,
        step           TEXT NOT NULL,
        unit           BIGINT NOT NULL REFERENCES unit (id)
      )
      """,
      "CREATE INDEX reorganisation_step_by_entry ON reorganisation_step (recorded, id)",
      "CREATE INDEX reorganisation_step_plan ON reorganisation_step (reorganisation, number)",
      "CREATE INDEX reorganisation_step_unit ON reorganisation_step (unit)",
    ]
  )

  /// Plans in the making.
  static let planDrafts = Migration(
    "0023 plans in the making",
    Schema.dated(
      "reorganisation_draft",
      """
      unit BIGINT NOT NULL REFERENCES unit (id), title TEXT NOT NULL CHECK (title <> ''),
      effective_on DATE NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
      editor BIGINT REFERENCES account (id), why TEXT
      """
    ) + ["CREATE INDEX reorganisation_draft_unit ON reorganisation_draft (unit, start_on)"]
  )
}

/// The tables of plans of reorganisation.
extension JournaledTable {
  static let reorganisation = identity(38, "reorganisation", ["effective_on", "body"])
  static let reorganisationStep = identity(
    39,
    "reorganisation_step",
    ["reorganisation", "number", "step", "unit"],
    [("reorganisation", .reorganisation), ("unit", .unit)]
  )
  static let reorganisationDraft = dated(
    42,
    "reorganisation_draft",
    ["unit", "title", "effective_on", "body", "state", "editor", "why"],
    [("unit", .unit), ("editor", .account)]
  )
}
