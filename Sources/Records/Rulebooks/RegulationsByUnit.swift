import Basics
import Rules
import Storage

/// The judges of many units, for whoever goes through the whole record.
///
/// Where no office has a version of its own, and among units that share theirs, there is one set of judges.
final class RegulationsByUnit {
  private let store: OwnRulebookStore
  private let shipped: RulebookLibrary
  private let today: CivilDate
  private let hasOwn: Bool
  private var versions: [ID<Unit>: [OwnRulebook]] = [:]
  private var judges: [[OwnRulebook]: Judges] = [:]

  init(_ db: any Connection, over shipped: RulebookLibrary, on today: CivilDate) throws {
    store = OwnRulebookStore(db: db)
    self.shipped = shipped
    self.today = today
    hasOwn = try store.hasAny()
  }

  convenience init(_ work: Work) throws {
    try self.init(work.db, over: work.shipped, on: work.today)
  }

  /// The regulations for a unit; without one, as they are shipped.
  func judges(for unit: ID<Unit>?) throws -> Judges {
    var own: [OwnRulebook] = []
    if hasOwn, let unit {
      if versions[unit] == nil { versions[unit] = try store.holding(for: unit, AsOf(today)) }
      own = versions[unit] ?? []
    }
    if let made = judges[own] { return made }
    let library = try unit.map { try store.library(over: shipped, for: $0, AsOf(today)) } ?? shipped
    let made = Judges(library)
    judges[own] = made
    return made
  }
}
