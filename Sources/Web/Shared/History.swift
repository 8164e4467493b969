import Basics
import Records
import Rules

/// All versions of one fact that were written, the last of them what is known.
struct FactHistory<Value: Hashable & Sendable> {
  let versions: [Version<Value>]
  /// What is known of it.
  let current: Version<Value>

  /// The facts that are known, each with how it came to be so; those annulled or replaced are left out.
  static func facts(_ versions: [Version<Value>]) -> [FactHistory] {
    let groups = Dictionary(grouping: versions) { $0.fact.id ?? ID(0) }
    return groups.values.compactMap { group in
      let ordered = group.sorted { $0.by.entry < $1.by.entry }
      guard let current = ordered.last(where: { $0.superseded == nil }) else { return nil }
      return FactHistory(versions: ordered, current: current)
    }.sorted {
      ($0.current.fact.span.start, $0.current.by.entry) < ($1.current.fact.span.start, $1.current.by.entry)
    }
  }

  var value: Value { current.fact.value }
  var span: Span { current.fact.span }

  /// The version that first said so.
  func first(where says: (Fact<Value>) -> Bool) -> Version<Value> {
    versions.first { says($0.fact) } ?? current
  }

  var began: Version<Value> { first { $0.span.start == span.start } }
  var ended: Version<Value> { first { $0.span.end == span.end } }
}

/// The lists facts are taken over from.
enum ListName: String {
  case units = "units.csv"
  case members = "members.csv"
  case affiliations = "affiliations.csv"
  case posts = "posts.csv"
}

extension Version {
  /// By what it stands in the record.
  func source(_ list: ListName) -> Source? {
    if let decision = by.decision { return .decision(decision.link) }
    if let line = by.line { return .list(name: list.rawValue, row: line) }
    guard let cited = fact.cited else { return nil }
    return .decision(DecisionLink(key: nil, number: cited, signed: nil, issuer: nil))
  }

  func recorded(_ visit: Visit) -> Recorded { Recorded(visit.time(by.moment), by: by.account) }

  /// What it says happened on a day.
  func event(
    _ day: CivilDate,
    _ code: String,
    _ value: String,
    place: String? = nil,
    _ list: ListName,
    _ visit: Visit,
    corrects: String? = nil
  ) -> LifeEvent {
    LifeEvent(
      day: day,
      code: code,
      value: value,
      place: place,
      source: source(list),
      recorded: recorded(visit),
      corrects: corrects,
      isPlanned: day > visit.today,
      entry: Int(by.entry)
    )
  }
}

extension [LifeEvent] {
  /// Newest first; of one day, what was told last comes first.
  var newestFirst: [LifeEvent] {
    enumerated().sorted { one, other in
      one.element.day == other.element.day ? one.offset > other.offset : one.element.day > other.element.day
    }.map(\.element)
  }
}
