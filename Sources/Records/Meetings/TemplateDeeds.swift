package import Basics
package import Rules
package import Storage

/// A template of minutes in force: whose it is, and its text.
package struct OfficeTemplate: Hashable, Sendable {
  package var unit: ID<Unit>
  package var text: String
}

/// Puts an office's own wording of minutes in force from a day on, for the unit and what stands below it.
///
/// An earlier one ends there. Without a text the unit goes back to the wording of the unit above, or the shipped one.
/// Minutes that are written stay as they are.
package struct PutTemplateInForce: Operation {
  package static let operation = "putTemplateInForce"
  package var unit: ID<Unit>
  package var text: String?
  package var from: CivilDate

  package init(unit: ID<Unit>, text: String?, from: CivilDate) {
    self.unit = unit
    self.text = text
    self.from = from
  }

  package var said: [(name: String, value: String?)] {
    [("unit", unit.description), ("from", from.description), ("text", text)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.fileDecisions, on: unit)
    let (code, existence) = try UnitStore(db: work.db).existence(unit)
    guard existence?.contains(from) == true else {
      throw Refused(.from, .unitAbsent(unit: code, exists: existence, needed: Span(open: from)))
    }
    if let text {
      if text.allSatisfy(\.isWhitespace) { throw Refused(.text, .blank) }
      if text.count > MinutesTemplate.limit { throw Refused(.text, .tooLong(limit: MinutesTemplate.limit)) }
      do {
        _ = try MinutesTemplate(text)
      } catch {
        throw Refused(.text, .unsoundTemplate(line: error.line, error.fault))
      }
    }
    let old = try TemplateStore(db: work.db).versions(of: unit)
    if let later = old.first(where: { $0.span.start > from }) {
      throw Refused(.from, .beforeDay(later.span.start))
    }
    var new: [Fact<OfficeTemplate>] = []
    for var fact in old where fact.span.start < from {
      if fact.span.contains(from), let cut = fact.span.cut(at: from) { fact.span = cut }
      new.append(fact)
    }
    if let text {
      let own = OfficeTemplate(unit: unit, text: text)
      let same = old.first { $0.span.contains(from) }
      if same?.value == own { throw Refused(.text, .nothingChanges) }
      new.append(Fact(own, Span(open: from), id: old.first { $0.span.start == from }?.id))
    } else if new == old {
      throw Refused(nil, .nothingChanges)
    }
    try work.save(.minutesTemplate, from: old, to: new) { [unit.sqlValue, $0.value.text.sqlValue] }
    return unit.number
  }
}

/// Reads how offices word minutes.
package struct TemplateStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The template that holds for a unit on a day: its own, else that of the nearest unit above that has one.
  package func inForce(for unit: ID<Unit>, _ asOf: AsOf) throws -> OfficeTemplate? {
    try db.first(
      """
      SELECT v.unit, v.body FROM minutes_template v
      JOIN ancestry a ON a.ancestor = v.unit AND a.unit = \(unit) AND \(Records.asOf("a", asOf))
      WHERE \(Records.asOf("v", asOf)) ORDER BY a.depth, v.id
      """
    ) { row in OfficeTemplate(unit: try row[0], text: try row[1]) }
  }

  /// A unit's own versions, in order of day.
  package func versions(of unit: ID<Unit>) throws -> [Fact<OfficeTemplate>] {
    try db.rows(
      """
      SELECT v.id, v.start_on, v.end_on, v.body FROM minutes_template v
      WHERE v.unit = \(unit) AND \(known("v")) ORDER BY v.start_on, v.id
      """
    ) { row in try MeetingStore.fact(row) { OfficeTemplate(unit: unit, text: try $0[3]) } }
  }
}
