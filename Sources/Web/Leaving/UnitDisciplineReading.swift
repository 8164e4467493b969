package import Basics
import Markup
import Records
package import Rules

/// What a unit's page says of its discipline, to those who may read of it.
package struct UnitDisciplineTold: Sendable {
  /// A matter that waits, and who entered it.
  package struct Pending: Sendable {
    package var matter: UnitDisciplineMatter
    package var unit: UnitLink
    package var enteredBy: String
    /// Whether the reader is who entered it.
    package var isOwnEntry: Bool
  }

  /// The newest first.
  package var lines: [MemberWay.Line<UnitDiscipline>]
  /// Told to a level above alone.
  package var pending: Pending?
  /// The day shown, and the first day on which the unit is not there.
  package var day: CivilDate
  package var end: CivilDate?
}

extension Visit {
  /// The discipline of a unit on the day shown; `nil` when there is none, or it is not the reader's to see.
  func discipline(of unit: ID<Unit>, _ existence: Span) throws -> UnitDisciplineTold? {
    guard try allows(.readDiscipline, on: unit) else { return nil }
    let timeline = Timeline(db: db)
    let facts = FactHistory.facts(try timeline.disciplines(of: unit, asOf.knowledge))
      .filter { $0.span.start <= asOf.day }
    let isShown = try viewpoint.isNow && allows(.readUnitMatter, on: unit)
    let matter = isShown ? try UnitDisciplineStore(db: db).matter(of: unit) : nil
    if facts.isEmpty, matter == nil { return nil }
    let bodies = facts.map(\.value.body) + (matter.map { [$0.value.discipline.body] } ?? [])
    let names = try NameStore(db: db).names(of: Array(Set(bodies)).sorted(), asOf.knowledge)
    func link(_ unit: ID<Unit>, _ day: CivilDate) -> UnitLink {
      UnitLink(unit.description, names[unit]?.value(around: day) ?? "")
    }
    return UnitDisciplineTold(
      lines: facts.reversed().map { fact in
        MemberWay.Line(
          fact.value,
          fact.span,
          unit: link(fact.value.body, fact.span.start),
          source: fact.began.source(.units)
        )
      },
      pending: try matter.map { fact in
        UnitDisciplineTold.Pending(
          matter: fact.value,
          unit: link(fact.value.discipline.body, fact.span.start),
          enteredBy: try fact.value.enteredBy.flatMap { try AccountStore(db: db).displayName($0) } ?? "–",
          isOwnEntry: fact.value.enteredBy == visitor.account
        )
      },
      day: asOf.day,
      end: existence.end
    )
  }
}
