package import Basics
package import Rules
import Storage

/// One thing a decision opened or closed in the record.
package struct DecisionChange: Hashable, Sendable {
  /// Whose it is.
  package enum Subject: Hashable, Sendable {
    case person(ID<Person>)
    case unit(ID<Unit>)
  }

  /// What happened.
  package enum Event: Hashable, Sendable {
    case admitted
    case recognised
    case left(LeavingReason?)
    case began(Affiliation)
    case ended(Affiliation)
    case postBegan(Post)
    case postEnded(Post)
    case named(String)
    case founded(UnitKind)
    case became(UnitKind)
    case dissolved
    case under(ID<Unit>)
    case worksIn(Sector)
  }

  package let subject: Subject
  package let day: CivilDate
  package let event: Event
  package let entry: Int64
}

extension DecisionStore {
  static let columns: SQL = "d.id, d.number, d.signed_on, d.issuer, d.signer, d.basis"

  /// One decision; `nil` when it is not filed.
  package func decision(_ id: ID<Decision>) throws -> FiledDecision? {
    try db.first(
      """
      SELECT \(DecisionStore.columns), (SELECT n.name FROM unit_name n WHERE n.unit = d.issuer AND \(known("n"))
        ORDER BY n.start_on DESC LIMIT 1)
      FROM decision d WHERE d.id = \(id)
      """,
      DecisionStore.filed
    )
  }

  /// Decisions whose number has these words, the newest first: `12 qd` finds 12-QĐ/TU.
  ///
  /// The index leads to the digits a number begins with; a search without any must begin as the number does.
  package func find(_ search: String, limit: Int = 20) throws -> [FiledDecision] {
    let words = search.split(separator: " ").flatMap { VietnameseName.nameWords(String($0)) }
    let digits = words.first { $0.utf8.first.map { (48...57).contains($0) } ?? false }
    let begin = digits.map { String($0.prefix(while: \.isNumber)) } ?? search
    guard !begin.isEmpty else { return [] }
    let wanted = VietnameseName.searchWords(search)
    var found: [FiledDecision] = []
    let rows = try db.cursor(
      """
      SELECT \(DecisionStore.columns), (SELECT n.name FROM unit_name n WHERE n.unit = d.issuer AND \(known("n"))
        ORDER BY n.start_on DESC LIMIT 1)
      FROM decision d WHERE d.number >= \(begin) AND d.number < \(begin + "\u{10ffff}")
      ORDER BY d.signed_on DESC, d.id LIMIT 2000
      """
    )
    while found.count < limit, let row = try rows.next() {
      let decision = try DecisionStore.filed(row)
      let own = VietnameseName.nameWords(decision.text.number)
      if wanted.allSatisfy({ word in own.contains { $0.hasPrefix(word) } }) { found.append(decision) }
    }
    return found
  }

  static func filed(_ row: Row) throws -> FiledDecision {
    let text = DecisionText(
      number: try row[1],
      signed: try row[2],
      issuer: try row[3],
      signer: try row[4],
      basis: try row[5]
    )
    return FiledDecision(id: try row[0], text: text, issuerName: try row[6])
  }

  /// What the entries that carried out a decision opened and closed, in order of day.
  package func changes(of decision: ID<Decision>) throws -> [DecisionChange] {
    var changes: [DecisionChange] = []
    try each(
      "membership_term",
      "t.official_on, t.reason",
      "o.official_on, o.reason",
      owner: "person",
      decision
    ) {
      row,
      piece in
      let official: CivilDate? = try row[7]
      let reason: LeavingReason? = try row[8]
      let subject = DecisionChange.Subject.person(ID(piece.owner))
      if piece.isNew { changes.append(piece.change(subject, piece.start, .admitted)) }
      if let official, try piece.isNew || row[9] as CivilDate? != official {
        changes.append(piece.change(subject, official, .recognised))
      }
      if let end = piece.ended { changes.append(piece.change(subject, end, .left(reason))) }
    }
    try each("affiliation", "t.unit, t.role", "o.unit, o.role", owner: "person", decision) { row, piece in
      let value = Affiliation(try row[7], try row[8])
      let subject = DecisionChange.Subject.person(ID(piece.owner))
      if piece.isNew { changes.append(piece.change(subject, piece.start, .began(value))) }
      if let end = piece.ended, value.role != .home {
        changes.append(piece.change(subject, end, .ended(value)))
      }
    }
    try each("post", "t.unit, t.post", "o.unit, o.post", owner: "person", decision) { row, piece in
      let value = Post(try row[7], try row[8])
      let subject = DecisionChange.Subject.person(ID(piece.owner))
      if piece.isNew { changes.append(piece.change(subject, piece.start, .postBegan(value))) }
      if let end = piece.ended { changes.append(piece.change(subject, end, .postEnded(value))) }
    }
    try each("unit_kind", "t.kind, NULL", "o.kind, NULL", owner: "unit", decision) { row, piece in
      let kind: UnitKind = try row[7]
      let subject = DecisionChange.Subject.unit(ID(piece.owner))
      if piece.isNew {
        let wasThere = try db.exists(
          """
          SELECT 1 FROM unit_kind k WHERE k.unit = \(piece.owner) AND \(known("k")) AND k.start_on < \(piece.start)
          """
        )
        changes.append(piece.change(subject, piece.start, wasThere ? .became(kind) : .founded(kind)))
      }
      if let end = piece.ended {
        let goesOn = try db.exists(
          "SELECT 1 FROM unit_kind k WHERE k.unit = \(piece.owner) AND \(known("k")) AND k.start_on >= \(end)"
        )
        if !goesOn { changes.append(piece.change(subject, end, .dissolved)) }
      }
    }
    try each("unit_name", "t.name, NULL", "o.name, NULL", owner: "unit", decision) { row, piece in
      if piece.isNew { changes.append(piece.change(.unit(ID(piece.owner)), piece.start, .named(try row[7]))) }
    }
    try each("unit_parent", "t.parent, NULL", "o.parent, NULL", owner: "unit", decision) { row, piece in
      if piece.isNew { changes.append(piece.change(.unit(ID(piece.owner)), piece.start, .under(try row[7]))) }
    }
    try each("unit_sector", "t.sector, NULL", "o.sector, NULL", owner: "unit", decision) { row, piece in
      if piece.isNew {
        changes.append(piece.change(.unit(ID(piece.owner)), piece.start, .worksIn(try row[7])))
      }
    }
    return changes.sorted { ($0.day, $0.entry) < ($1.day, $1.entry) }
  }

  private struct Piece {
    let owner: Int64
    let start: CivilDate
    let end: CivilDate?
    let entry: Int64
    /// Whether the fact was not there before this entry.
    let isNew: Bool
    let endBefore: CivilDate?

    /// The day this entry ended it on.
    var ended: CivilDate? { end != nil && (isNew || end != endBefore) ? end : nil }

    func change(
      _ subject: DecisionChange.Subject,
      _ day: CivilDate,
      _ event: DecisionChange.Event
    ) -> DecisionChange {
      DecisionChange(subject: subject, day: day, event: event, entry: entry)
    }
  }

  /// Every version that the entries of a decision wrote in one table, beside the one it replaced.
  private func each(
    _ table: StaticString,
    _ columns: SQL,
    _ before: SQL,
    owner: StaticString,
    _ decision: ID<Decision>,
    _ body: (Row, Piece) throws -> Void
  ) throws {
    // any knowledge: what a decision did stays told when it is later known otherwise.
    try db.each(
      """
      SELECT t.\(name: owner), t.start_on, t.end_on, t.recorded, o.id, o.start_on, o.end_on, \(columns), \(before)
      FROM entry e JOIN \(name: table) t ON t.recorded = e.seq
      LEFT JOIN \(name: table) o ON o.id = t.id AND o.superseded = t.recorded
      WHERE e.decision = \(decision) ORDER BY t.start_on, t.id LIMIT 2000
      """
    ) { row in
      let replaced: Int64? = try row[4]
      let piece = Piece(
        owner: try row[0],
        start: try row[1],
        end: try row[2],
        entry: try row[3],
        isNew: replaced == nil,
        endBefore: try row[6]
      )
      try body(row, piece)
    }
  }
}
