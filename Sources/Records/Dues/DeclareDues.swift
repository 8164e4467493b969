package import Basics
package import Rules
import Storage

/// Records on what a member's dues stand, from a month on: declared by the member, or by the secretary for them.
///
/// The journal says the kind and not the income.
package struct DeclareDues: Operation {
  package static let operation = "declareDues"
  package var person: ID<Person>
  package var basis: DuesBasis
  package var from: Month

  package init(person: ID<Person>, basis: DuesBasis, from: Month) {
    self.person = person
    self.basis = basis
    self.from = from
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("category", basis.category.rawValue),
      ("region", basis.region.map { String($0) }), ("ground", basis.ground), ("month", from.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    // Nobody excuses themselves.
    let isOwn = try work.isOwn(person) && basis.category != .exempt
    if !isOwn { try work.require(.keepDues, on: person) }
    try basis.objections.raise()
    if let ground = basis.ground { try Written.text(ground, .ground).raise() }
    try work.demandMember(person, from)
    let old = try DuesStore(db: work.db).bases(of: person)
    if old.contains(where: { $0.value == basis && $0.span.contains(from.start) }) {
      throw Refused(.category, .nothingChanges)
    }
    var new = old
    if new.set(basis, from: from.start, cited: work.cited) == nil {
      let later = old.map(\.span.start).filter { $0 > from.start }.min()
      guard let span = Span(from: from.start, until: later) else { throw Refused(.month, .nothingChanges) }
      new.append(Fact(basis, span, cited: work.cited))
    }
    try work.save(.duesBasis, from: old, to: new) { fact in
      [
        person.sqlValue, fact.value.category.sqlValue, fact.value.income.sqlValue, fact.value.region.sqlValue,
        fact.value.ground.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
      ]
    }
    return person.number
  }
}

/// Records that a member had a good reason for not paying in a month; an empty one takes it back.
///
/// A named person finds so; no rule does.
package struct ExcuseUnpaidDues: Operation {
  package static let operation = "excuseUnpaidDues"
  package var person: ID<Person>
  package var month: Month
  package var reason: String

  package init(person: ID<Person>, month: Month, reason: String) {
    self.person = person
    self.month = month
    self.reason = reason
  }

  package var said: [(name: String, value: String?)] {
    [("person", person.description), ("month", month.description), ("reason", reason)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepDues, on: person)
    if try work.isOwn(person) { throw Refused(nil, .notAllowed(.keepDues)) }
    if !reason.isEmpty { try Written.text(reason, .reason).raise() }
    try work.demandMember(person, month)
    let old = try DuesStore(db: work.db).reasons(of: person).filter { $0.span.start == month.start }
    if old.first?.value ?? "" == reason { throw Refused(.reason, .nothingChanges) }
    let new = reason.isEmpty ? [] : [Fact(reason, month.span, id: old.first?.id, cited: work.cited)]
    try work.save(.duesReason, from: old, to: new) { fact in
      [person.sqlValue, fact.value.sqlValue, fact.cited.sqlValue, fact.line.sqlValue]
    }
    return person.number
  }
}

extension Work {
  /// Whether whoever acts is the person themselves.
  func isOwn(_ person: ID<Person>) throws -> Bool {
    guard let account else { return false }
    return try db.exists("SELECT 1 FROM account WHERE id = \(account) AND person = \(person)")
  }

  /// Refuses a month on whose first day somebody had no home here.
  func demandMember(_ person: ID<Person>, _ month: Month) throws {
    let isHere = try db.exists(
      "SELECT 1 FROM roll r WHERE r.person = \(person) AND \(asOf("r", AsOf(month.start)))"
    )
    if !isHere { throw Refused(.month, .notAMember(on: month.start)) }
  }
}
