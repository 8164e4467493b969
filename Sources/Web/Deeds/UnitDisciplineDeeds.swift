import Basics
import Records
import Rules

// The deeds by which an organisation is disciplined: entered by one, confirmed by another, both of a level above.
extension DeedReading {
  /// What the form about a discipline of a unit asks for.
  mutating func discipline(ofUnit unit: ID<Unit>) throws -> (any Operation)? {
    let form = choice(.form, as: UnitDisciplineForm.self)
    let body = try self.unit(.body)
    let (violated, span) = (day(.violated, isRequired: false), span(.from, .until))
    let note = words(.note, isRequired: false)
    guard let form, let body, let span else { return nil }
    let discipline = UnitDiscipline(form, by: body, violated: violated, note: note)
    return EnterUnitDiscipline(unit: unit, discipline, span: span, under: nil)
  }
}

extension Visit {
  /// The matter that waits about the unit a form is about.
  func unitMatter(of target: DeedTarget) throws -> UnitDisciplineMatter? {
    guard case .unit(let unit) = target else { return nil }
    return try UnitDisciplineStore(db: db).matter(of: unit)?.value
  }

  /// The deeds of discipline that make sense for a unit as it stands today.
  func disciplineDeeds(for unit: ID<Unit>) throws -> [DeedKind] {
    guard let matter = try UnitDisciplineStore(db: db).matter(of: unit)?.value else {
      return [.disciplineUnit]
    }
    return matter.enteredBy == visitor.account
      ? [.withdrawUnitDiscipline] : [.confirmUnitDiscipline, .withdrawUnitDiscipline]
  }

  /// What a form about a discipline of a unit says beside it: what waits, and what was before.
  func describeUnitDiscipline(_ target: DeedTarget, in sheet: inout DeedSheet) throws {
    guard case .unit(let unit) = target else { return }
    switch sheet.kind {
    case .disciplineUnit, .confirmUnitDiscipline, .withdrawUnitDiscipline: break
    default: return
    }
    let store = UnitDisciplineStore(db: db)
    var facts: [Dated<FactValue>] = []
    if let matter = try store.matter(of: unit) { facts.append(Dated(.unitMatter(matter.value), matter.span)) }
    facts += try store.disciplines(of: unit).map { Dated(.unitDiscipline($0.value), $0.span) }
    let changes = facts.map { RecordChange(fact: ID(0), subject: .unit(unit), before: nil, after: $0) }
    let telling = try ChangeTelling(changes, db)
    sheet.facts = facts.map(telling.told) + sheet.facts
  }
}
