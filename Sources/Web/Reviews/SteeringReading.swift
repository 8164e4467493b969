import Basics
import Markup
import Records
import Rules

/// Who steers the reviews of the units below a body in a round, and which sessions they attended.
struct SteeringPage: Sendable {
  let round: ReviewRound
  let key: String
  let unit: UnitLink
  let path: [UnitLink]
  let lines: [SteeringLine]
  /// Units below whose review may be steered, and those of the body's standing committee.
  let units: [UnitLink]
  let people: [PersonLink]
  let mayAssign: Bool
  let mayKeep: Bool
  let request: String
  var values: [String: String] = [:]
  var objections: [Objection] = []
}

/// The reviews one person steers.
struct OwnSteering: Sendable {
  let person: PersonLink
  let isOwn: Bool
  let lines: [SteeringLine]
  let request: String
  var values: [String: String] = [:]
  var objections: [Objection] = []
}

extension [SteeringLine] {
  /// How many units are steered in all, and at how many of them whoever steers was.
  var tally: (attended: Int, assigned: Int) { (count { $0.attended > 0 }, count) }
}

extension Visit {
  func steeringPage(_ key: String, _ unitKey: String) throws -> SteeringPage {
    let round = try reviewRound(key)
    let unit = try unit(unitKey)
    let path = try standing(of: unit, on: round.counted)
    try require(.readReviews, on: unit)
    let deeds = try deeds(on: unit)
    let store = SteeringStore(db: db)
    let mayAssign = viewpoint.isNow && round.frozen == nil && deeds.contains(.holdReviews)
    return SteeringPage(
      round: round,
      key: key,
      unit: path.last?.link ?? UnitLink(unitKey, ""),
      path: crumbs(path),
      lines: try store.lines(in: round, below: unit, asOf),
      units: mayAssign
        ? try reviewSheet(round).unitsBelow(unit).map { UnitLink($0.unit.description, $0.name) } : [],
      people: mayAssign
        ? try store.standingCommittee(of: unit, asOf).map { PersonLink($0.person.description, $0.name) } : [],
      mayAssign: mayAssign,
      mayKeep: viewpoint.isNow && deeds.contains(.keepReviews),
      request: AccountForm.newRequest()
    )
  }

  func steeringPage(by key: String) throws -> OwnSteering {
    guard let person = ID<Person>(key) else { throw PageFault.absent }
    let isOwn = visitor.person == person
    if !isOwn {
      guard let unit = try Reach(db: db, today: today).unit(of: person) else { throw PageFault.absent }
      try require(.readPerson, on: unit)
    }
    return OwnSteering(
      person: PersonLink(key, try people([person])[person] ?? ""),
      isOwn: isOwn,
      lines: try SteeringStore(db: db).lines(by: person, asOf),
      request: AccountForm.newRequest()
    )
  }

  /// What a member's own page tells of the reviews they steer; `nil` where they steer none.
  func ownSteering(_ person: ID<Person>) throws -> (assigned: Int, attended: Int)? {
    let lines = try SteeringStore(db: db).lines(by: person, asOf)
    return lines.isEmpty ? nil : (lines.count, lines.tally.attended)
  }
}
