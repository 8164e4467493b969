import Storage

extension Migration {
  /// What passes from whom to whom by a plan, and who signed for it.
  static let handover = Migration(
    "0025 handover",
    Schema.dated(
      "handover",
      """
      unit BIGINT NOT NULL REFERENCES unit (id), plan BIGINT NOT NULL, kind TEXT NOT NULL, what TEXT,
      number BIGINT, giver TEXT NOT NULL, receiver TEXT NOT NULL, answerable TEXT,
      given_on DATE, given_by BIGINT REFERENCES account (id),
      received_on DATE, received_by BIGINT REFERENCES account (id)
      """
    ) + [
      "CREATE INDEX handover_plan ON handover (plan, id)",
      "CREATE INDEX handover_unit ON handover (unit, start_on)",
    ]
  )
}

extension JournaledTable {
  static let handover = dated(
    52,
    "handover",
    [
      "unit", "plan", "kind", "what", "number", "giver", "receiver", "answerable", "given_on", "given_by",
      "received_on", "received_by",
    ],
    [("unit", .unit), ("given_by", .account), ("received_by", .account)]
  )
}
