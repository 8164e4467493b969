package import Basics
import RulebookFiles
package import Rules
import Storage

/// Puts an office's own version of a regulation in force, on the days the version itself names.
///
/// It is done under a decision and for the unit and what stands below it. An earlier own version of the same
/// regulation ends where this one begins; one of the same name is replaced.
package struct PutRulebookInForce: Operation {
  package static let operation = "putRulebookInForce"
  package var unit: ID<Unit>
  package var text: String

  package init(unit: ID<Unit>, text: String) {
    self.unit = unit
    self.text = text
  }

  package var said: [(name: String, value: String?)] {
    [("unit", unit.description), ("text", text)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.fileDecisions, on: unit)
    guard work.decision != nil else { throw Refused(.number, .blank) }
    guard try UnitStore(db: work.db).existence(unit).existence?.contains(work.today) == true else {
      throw Refused(.unit, .unknownUnit(unit.description))
    }
    let book: Rulebook
    do {
      book = try RulebookFile.read(text, name: "rulebook").get()
    } catch {
      guard let fault = error.faults.first else { throw Refused(.value, .blank) }
      throw Refused(.value, .unsoundRulebook(fault))
    }
    let old = try OwnRulebookStore(db: work.db).versions(of: book.family, unit)
    let own = OwnRulebook(unit: unit, family: book.family, name: book.name, body: text)
    if old.contains(where: { $0.value == own && $0.span == book.span }) {
      throw Refused(.value, .nothingChanges)
    }
    var new: [Fact<OwnRulebook>] = []
    for var fact in old where fact.value.name != book.name {
      if fact.span.overlaps(book.span) {
        guard fact.span.start < book.span.start, let cut = fact.span.cut(at: book.span.start) else {
          throw Refused(.value, .alreadyThere)
        }
        fact.span = cut
      }
      new.append(fact)
    }
    var fact = old.first { $0.value.name == book.name } ?? Fact(own, book.span, cited: work.cited)
    fact.value = own
    fact.span = book.span
    new.append(fact)
    try work.save(.rulebookVersion, from: old, to: new) { fact in
      [
        fact.value.unit.sqlValue, fact.value.family.sqlValue, fact.value.name.sqlValue,
        fact.value.body.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
      ]
    }
    return unit.number
  }
}
