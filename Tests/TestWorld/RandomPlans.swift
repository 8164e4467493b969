package import Basics
import Records
package import Rules
import Storage

/// Draws plans of reorganisation for a world: most make sense, some are to be refused.
package struct RandomPlans {
  private var numbers: SeededNumbers
  private var founded = 0

  package init(seed: Int) {
    numbers = SeededNumbers(seed: seed)
  }

  /// What a plan can be about, on its day.
  package struct Sight: Sendable {
    package let tree: ReorganisedTree
    /// The members at home in each unit, by their codes.
    package let members: [String: [String]]
  }

  package static func sight(_ world: World, on day: CivilDate) async throws -> Sight {
    try await world.read { db in
      var members: [String: [String]] = [:]
      try db.each(
        """
        SELECT u.code, o.code FROM roll r JOIN unit u ON u.id = r.unit JOIN person o ON o.id = r.person
        WHERE \(asOf("r", AsOf(day))) ORDER BY o.code
        """
      ) { row in members[try row[0], default: []].append(try row[1]) }
      return Sight(tree: try ReorganisationStore(db: db).tree(on: day, for: []), members: members)
    }
  }

  package mutating func below(_ bound: Int) -> Int { numbers.below(bound) }

  /// A plan of one to four steps, under one decision or two.
  package mutating func next(_ sight: Sight, on day: CivilDate) -> ReorganisationPlan {
    let decisions = [
      PlannedDecision(number: "01-QĐ/TU", signed: day), PlannedDecision(number: "02-QĐ/TU", signed: day),
    ]
    var founded: [(code: String, kind: UnitKind)] = []
    var steps: [PlannedStep] = []
    for index in 0..<(1 + below(4)) {
      let decision = numbers.chance(70) ? decisions[0] : decisions[min(index, 1)]
      guard let step = step(sight, &founded) else { continue }
      steps.append(PlannedStep(step, under: decision))
    }
    return ReorganisationPlan(effective: day, steps: steps)
  }

  private mutating func step(
    _ sight: Sight,
    _ planned: inout [(code: String, kind: UnitKind)]
  ) -> ReorganisationStep? {
    let places = sight.tree.places.values.sorted { $0.code < $1.code }
    guard let place = pick(places.filter { $0.kind != .province }) else { return nil }
    let same =
      (places.filter { $0.kind == place.kind && $0.code != place.code }.map(\.code)
        + planned.filter { $0.kind == place.kind }.map(\.code))
    switch below(10) {
    case 0...1:
      let kind: UnitKind =
        numbers.chance(50) ? place.kind : pick([.cell, .baseCommittee, .superiorCommittee]) ?? .cell
      let parents = places.filter { kind.parents.contains($0.kind) }
      founded += 1
      let code = "N\(founded)"
      planned.append((code, kind))
      return .found(
        code: code,
        name: "Đơn vị mới \(founded)",
        kind: kind,
        sector: numbers.chance(30) ? .school : nil,
        parent: pick(parents)?.code
      )
    case 2: return .rename(unit: place.code, name: "Tên mới \(below(1000))")
    case 3: return .change(unit: place.code, kind: nil, sector: pick(Sector.allCases))
    case 4:
      let parents = places.filter { place.kind.parents.contains($0.kind) }
      return pick(parents).map { .move(unit: place.code, under: $0.code) }
    case 5...6:
      return pick(same).map { .merge(units: [place.code], into: $0, name: nil, posts: .end) }
    case 7...8:
      guard let one = pick(same) else { return nil }
      let other = numbers.chance(40) ? place.code : pick(same) ?? one
      return .split(
        unit: place.code,
        into: [one, other],
        units: shares(
          sight.tree.places.values.filter { $0.parent == place.code }.map(\.code).sorted(),
          one,
          other
        ),
        people: shares(sight.members[place.code] ?? [], one, other),
        posts: .end
      )
    default:
      return pick(same).map {
        .dissolve(unit: place.code, units: Allotment(rest: $0), people: Allotment(rest: $0))
      }
    }
  }

  /// Some to one by name, all the others to the other; now and then nothing for those.
  private mutating func shares(_ codes: [String], _ one: String, _ other: String) -> Allotment {
    let named = codes.filter { _ in numbers.chance(50) }.map { Allotment.Share($0, to: one) }
    return Allotment(named: named, rest: numbers.chance(10) ? nil : other)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.randomElement(using: &numbers)
  }
}
