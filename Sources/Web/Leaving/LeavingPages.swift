import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// Who left a unit over a period, by reason and ground, each with the decision.
struct LeavingPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/leavings", use: leavings)
  }

  /// `GET /units/:unit/leavings?from=…&until=…&reason=deleted&ground=deletion.dues&after=50`.
  @Sendable func leavings(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.leavingPage(key)
    } _: { model, frame in
      leavingsView(model, in: frame)
    }
  }
}

/// Who left over a period, by reason and ground, and those of one kind by name.
struct LeavingPage: Sendable {
  /// One reason, or one ground of deletion, and how many left so.
  struct Kind: Hashable, Sendable {
    let reason: LeavingReason
    let ground: String?
  }

  struct Row: Sendable {
    let person: PersonLink
    let unit: UnitLink
    let line: LeavingLine
    let decision: DecisionLink?
  }

  let unit: UnitLink
  let path: [UnitLink]
  let period: Period
  let kinds: [(kind: Kind, count: Int)]
  let total: Int
  let shown: Kind?
  /// Whether all of a reason are shown, whatever their ground.
  let isWholeReason: Bool
  let count: Int
  let rows: [Row]
  let firstSerial: Int
  let previous: String?
  let next: String?

  /// What a ground that was not stated is called in an address.
  static let unstated = "none"
}

extension Visit {
  fileprivate func leavingPage(_ key: String) throws -> LeavingPage {
    let unit = try unit(key)
    try require(.readRoll, on: unit)
    let period = try period() ?? yearSoFar
    let asOf = AsOf(period.last, asOf.knowledge)
    let path = try standing(of: unit, on: period.last)
    let lists = LeavingLists(db: db)
    let all = try kept(.leavings(unit, asOf, period)) { try lists.leavings(of: unit, asOf, period) }
    let kinds = Dictionary(grouping: all) { line in
      LeavingPage.Kind(reason: line.reason, ground: line.reason == .deleted ? line.ground : nil)
    }
    let (shown, isWholeReason) = try shownKind()
    let lines = all.filter { line in
      guard let shown else { return true }
      return line.reason == shown.reason && (isWholeReason || line.ground == shown.ground)
    }
    let stretch = try Stretch(lines.count, asked)
    let part = Array(lines[stretch.range])
    let names = NameStore(db: db)
    let particulars = try names.particulars(of: part.map(\.person), asOf.knowledge)
    let units = try names.names(of: Array(Set(part.map(\.unit))), asOf.knowledge)
    let decisions = try lists.decisions(Set(part.compactMap(\.decision)))
    return LeavingPage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      period: period,
      kinds: order(kinds.mapValues(\.count)),
      total: all.count,
      shown: shown,
      isWholeReason: isWholeReason,
      count: lines.count,
      rows: part.map { line in
        let eve = line.day.adding(days: -1)
        return LeavingPage.Row(
          person: PersonLink(
            line.person.description,
            particulars[line.person]?.value(around: eve)?.name ?? ""
          ),
          unit: UnitLink(line.unit.description, units[line.unit]?.value(around: eve) ?? ""),
          line: line,
          decision: line.decision.flatMap { decisions[$0]?.link }
        )
      },
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  /// The kind an address names: a reason, and of deletions a ground.
  private func shownKind() throws -> (LeavingPage.Kind?, Bool) {
    guard let reason = try choice("reason", LeavingReason.self) else { return (nil, true) }
    let ground = asked.value("ground")
    let kind = LeavingPage.Kind(reason: reason, ground: ground == LeavingPage.unstated ? nil : ground)
    return (kind, ground == nil)
  }

  private func order(_ counts: [LeavingPage.Kind: Int]) -> [(kind: LeavingPage.Kind, count: Int)] {
    let reasons = LeavingReason.allCases
    return counts.sorted { one, other in
      let places = (
        reasons.firstIndex(of: one.key.reason) ?? 0, reasons.firstIndex(of: other.key.reason) ?? 0
      )
      if places.0 != places.1 { return places.0 < places.1 }
      return (one.key.ground ?? "~") < (other.key.ground ?? "~")
    }.map { ($0.key, $0.value) }
  }
}
