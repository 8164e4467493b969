package import Basics
package import Rules
import Storage

/// Receives the dues of a month in a cell: all who paid, in one go; who is set right, too.
///
/// A month is owed in the unit that was the home on its first day. Whoever's amount stays as it was recorded
/// keeps the day on which it was received. Amounts are a share of an income: the
/// journal says who kept the sheet, and not how much anybody paid.
package struct ReceiveDues: Operation {
  package static let operation = "receiveDues"

  /// What one member paid; no amount takes a payment back that was recorded by mistake.
  package struct Line: Hashable, Sendable {
    package var person: ID<Person>
    package var amount: Int?
    package var channel: DuesChannel
    /// The day it was received.
    package var day: CivilDate

    package init(person: ID<Person>, amount: Int?, channel: DuesChannel = .cash, day: CivilDate) {
      self.person = person
      self.amount = amount
      self.channel = channel
      self.day = day
    }
  }

  package var unit: ID<Unit>
  package var month: Month
  package var lines: [Line]

  package init(unit: ID<Unit>, month: Month, lines: [Line]) {
    self.unit = unit
    self.month = month
    self.lines = lines
  }

  package var said: [(name: String, value: String?)] {
    [
      ("unit", unit.description), ("month", month.description), ("people", String(lines.count)),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepDues, on: unit)
    let sheet = try DuesStore(db: work.db).sheet(of: unit, month, .now)
    let onSheet = Dictionary(sheet.map { ($0.person, $0) }) { first, _ in first }
    var objections: [Objection] = []
    var changes: [ID<Person>: (old: Fact<DuesPayment>?, new: Fact<DuesPayment>?)] = [:]
    for line in lines {
      guard let member = onSheet[line.person] else {
        objections.append(Objection(.person, .notOnSheet(name: line.person.description)))
        continue
      }
      if let amount = line.amount, amount < 1 {
        objections.append(Objection(.amount, .notAnAmount(String(amount))))
      }
      if line.day > work.today { objections.append(Objection(.day, .dayAhead(line.day))) }
      let old = member.payment
      if let old, old.value.amount == line.amount { continue }
      let new = line.amount.map { amount in
        let paid = DuesPayment(unit: unit, amount: amount, paid: line.day, channel: line.channel)
        return Fact(paid, month.span, id: old?.id, cited: old?.cited)
      }
      changes[line.person] = (old, new)
    }
    try objections.raise()
    // A tick taken away from somebody who had paid nothing says nothing.
    guard changes.values.contains(where: { $0.old != $0.new }) else { throw Refused(nil, .nothingChanges) }
    for person in changes.keys.sorted() {
      guard let (old, new) = changes[person] else { continue }
      try work.save(.duesPayment, from: old.map { [$0] } ?? [], to: new.map { [$0] } ?? []) { fact in
        [
          person.sqlValue, fact.value.unit.sqlValue, fact.value.amount.sqlValue, fact.value.paid.sqlValue,
          fact.value.channel.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
        ]
      }
    }
    return unit.number
  }
}

/// Passes on what a unit owes the level above of the dues of a month; the same again sets it right.
///
/// No text was found of the share that is kept: the treasurer enters what was passed on.
package struct PassDuesOn: Operation {
  package static let operation = "passDuesOn"
  package var unit: ID<Unit>
  package var month: Month
  package var passed: DuesPassed

  package init(unit: ID<Unit>, month: Month, passed: DuesPassed) {
    self.unit = unit
    self.month = month
    self.passed = passed
  }

  package var said: [(name: String, value: String?)] {
    [
      ("unit", unit.description), ("month", month.description), ("amount", String(passed.amount)),
      ("day", passed.day.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepDues, on: unit)
    guard try UnitStore(db: work.db).existence(unit).existence?.contains(month.start) == true else {
      throw Refused(.unit, .unknownUnit(unit.description))
    }
    if passed.amount < 0 { throw Refused(.amount, .notAnAmount(String(passed.amount))) }
    if passed.day > work.today { throw Refused(.day, .dayAhead(passed.day)) }
    let old = try DuesStore(db: work.db).passed(by: unit, andBelow: month, .now)[unit]
    if old?.value == passed { throw Refused(nil, .nothingChanges) }
    let new = Fact(passed, month.span, id: old?.id, cited: work.cited)
    try work.save(.duesPassed, from: old.map { [$0] } ?? [], to: [new]) { fact in
      [
        unit.sqlValue, fact.value.amount.sqlValue, fact.value.day.sqlValue, fact.cited.sqlValue,
        fact.line.sqlValue,
      ]
    }
    return unit.number
  }
}
