import Storage

/// What a column of the record refers to.
package enum Identity: String, CaseIterable, Sendable {
  case unit, person, membership, decision, account
}

/// One table of the record as the journal sees it: which rows it holds, what they refer to.
package struct JournaledTable: Sendable {
  package let name: StaticString
  /// The columns after the system's own, in the order of the schema.
  package let columns: [StaticString]
  /// Which of them refer to which identity.
  package let references: [(column: StaticString, identity: Identity)]
  /// Whether rows have days and versions; identities have neither.
  package let isDated: Bool
  /// Whether its rows follow from others and are worked out, never entered.
  package let isDerived: Bool

  /// The system's columns of a dated table.
  package static let system: [StaticString] = ["id", "start_on", "end_on", "recorded", "superseded", "restores"]

  /// All columns that never change once written: what a digest is made of.
  var lasting: [StaticString] {
    isDated ? ["id", "start_on", "end_on", "recorded", "restores"] + columns : ["id", "recorded"] + columns
  }

  private static func identity(
    _ name: StaticString,
    _ columns: [StaticString],
    _ references: [(column: StaticString, identity: Identity)] = []
  ) -> JournaledTable {
    JournaledTable(name: name, columns: columns, references: references, isDated: false, isDerived: false)
  }

  private static func dated(
    _ name: StaticString,
    _ columns: [StaticString],
    _ references: [(column: StaticString, identity: Identity)],
    isDerived: Bool = false
  ) -> JournaledTable {
    JournaledTable(name: name, columns: columns, references: references, isDated: true, isDerived: isDerived)
  }

  static let unit = identity("unit", ["code"])
  static let person = identity("person", ["code"])
  static let membership = identity("membership", ["person"], [("person", .person)])
  static let decision = identity(
    "decision",
    ["number", "signed_on", "issuer", "signer", "basis"],
    [("issuer", .unit)]
  )
  static let account = identity("account", ["name", "display_name", "person"], [("person", .person)])

  static let unitKind = dated("unit_kind", ["unit", "kind", "cited", "line"], [("unit", .unit)])
  static let unitName = dated(
    "unit_name",
    ["unit", "name", "sort_key", "search_key", "cited", "line"],
    [("unit", .unit)]
  )
  static let unitSector = dated("unit_sector", ["unit", "sector", "cited", "line"], [("unit", .unit)])
  static let unitParent = dated(
    "unit_parent",
    ["unit", "parent", "cited", "line"],
    [("unit", .unit), ("parent", .unit)]
  )
  static let lineage = dated("lineage", ["unit", "successor"], [("unit", .unit), ("successor", .unit)])
  static let particulars = dated(
    "particulars",
    ["person", "name", "sort_key", "search_key", "born", "sex", "ethnicity", "card", "cited", "line"],
    [("person", .person)]
  )
  static let term = dated(
    "membership_term",
    ["membership", "person", "decided_on", "official_on", "reason", "cited", "line"],
    [("membership", .membership), ("person", .person)]
  )
  static let affiliation = dated(
    "affiliation",
    ["person", "unit", "role", "cited", "line"],
    [("person", .person), ("unit", .unit)]
  )
  static let post = dated(
    "post",
    ["person", "unit", "post", "cited", "line"],
    [("person", .person), ("unit", .unit)]
  )
  static let grant = dated(
    "access_grant",
    ["account", "role", "unit"],
    [("account", .account), ("unit", .unit)]
  )
  static let ancestry = dated(
    "ancestry",
    ["unit", "ancestor", "depth"],
    [("unit", .unit), ("ancestor", .unit)],
    isDerived: true
  )
  static let roll = dated(
    "roll",
    [
      "person", "unit", "membership", "admitted_on", "official_on", "sex", "born", "ethnicity", "sort_key",
      "arrival", "reason",
    ],
    [("person", .person), ("unit", .unit), ("membership", .membership)],
    isDerived: true
  )

  /// Every table of the record. Their order is the order of digests and never changes; new ones come last.
  package static let all: [JournaledTable] = [
    unit, person, membership, decision, account, unitKind, unitName, unitSector, unitParent, lineage,
    particulars, term, affiliation, post, grant, ancestry, roll,
  ]

  /// Its number in `all`.
  var number: Int {
    JournaledTable.all.firstIndex { $0.name.description == name.description } ?? -1
  }
}

extension Identity {
  var table: JournaledTable {
    switch self {
    case .unit: .unit
    case .person: .person
    case .membership: .membership
    case .decision: .decision
    case .account: .account
    }
  }
}
