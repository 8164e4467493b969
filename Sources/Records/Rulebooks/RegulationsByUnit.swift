import Basics
import Rules
import Storage

/// The judges of many units, for whoever goes through the whole record.
///
/// Where no office has a version of its own, and among units that share theirs, there is one set of judges.
final class RegulationsByUnit {
  private let work: Work
  private let hasOwn: Bool
  private var versions: [ID<Unit>: [OwnRulebook]] = [:]
  private var judges: [[OwnRulebook]: Judges] = [:]

  init(_ work: Work) throws {
    self.work = work
    hasOwn = try OwnRulebookStore(db: work.db).hasAny()
  }

  func judges(for unit: ID<Unit>) throws -> Judges {
    var own: [OwnRulebook] = []
    if hasOwn {
      if versions[unit] == nil {
        versions[unit] = try OwnRulebookStore(db: work.db).holding(for: unit, AsOf(work.today))
      }
      own = versions[unit] ?? []
    }
    if let made = judges[own] { return made }
    let made = Judges(try work.regulations(for: unit))
    judges[own] = made
    return made
  }
}
