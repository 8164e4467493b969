import Basics
import Markup
import Records
import RulebookFiles
import Rules

/// What the page of a plan shows of what it does: the picture, the sheet, what follows.
struct PlanSight: Sendable {
  /// `nil` for what is not kept: nothing opens then.
  let plan: String?
  let outlook: PlanOutlook
  let picture: PlanPicture
  /// Only what stands under this unit is shown.
  let focus: String?
  /// The lines of the sheet that are shown, those before first, and how many there are.
  let rows: ArraySlice<Row>
  let rowCount: Int
  let previous: String?
  let next: String?
  /// The numbers of its decisions, in order.
  let numbers: [String]
  /// Whether it took effect in the record.
  let isDone: Bool
  /// The pages of the units that it founded, once it took effect.
  let founded: [String: ID<Unit>]

  struct Row: Sendable {
    let line: PlanOutlook.Line
    let isAfter: Bool
  }

  init(
    _ outlook: PlanOutlook,
    of plan: ReorganisationPlan,
    key: String?,
    isDone: Bool,
    _ visit: Visit
  ) throws {
    self.plan = key
    self.outlook = outlook
    self.isDone = isDone
    let asked = visit.asked.value("in")
    let focus = asked.flatMap { code in outlook.names[code] == nil ? nil : code }
    self.focus = focus
    picture = PlanPicture(outlook, within: focus)
    let sides = [(outlook.before, false), (outlook.after, true)]
    let all = sides.flatMap { lines, isAfter in
      lines.filter { line in focus.map { line.stands(under: $0) } ?? true }
        .map { Row(line: $0, isAfter: isAfter) }
    }
    let stretch = try Stretch(all.count, visit.asked)
    rows = all[stretch.range]
    rowCount = all.count
    (previous, next) = (stretch.previous, stretch.next)
    var numbers: [String] = []
    for decision in plan.steps.compactMap(\.decision) where !numbers.contains(decision.number) {
      numbers.append(decision.number)
    }
    self.numbers = numbers
    let new = isDone ? outlook.after.filter { $0.mark == .begins }.map(\.code) : []
    founded = try UnitStore(db: visit.db).units(codes: Array(new.prefix(500)))
  }

  /// Whether nobody and nothing open is lost between the two sides.
  var isBalanced: Bool {
    let (before, after) = (outlook.totalBefore, outlook.totalAfter)
    return before.members == after.members && before.officials == after.officials
      && before.candidates == after.candidates && before.transfers == after.transfers
      && before.cases == after.cases && before.assessments == after.assessments
  }

  /// The page of a unit, where it has one by now.
  func link(_ code: String, _ unit: ID<Unit>?, _ name: String, isNew: Bool) -> UnitLink? {
    let id = isNew ? founded[code] : unit
    return id.map { UnitLink($0.description, name) }
  }

  /// The people behind a number: from some units, to some units.
  func people(_ kind: PassingKind, from: PlanPicture.Place.Extent?, to: PlanPicture.Place.Extent?) -> Path {
    guard let plan else { return .closed }
    var path = Path("reorganisations", plan, "people").with("of", kind == .members ? nil : kind.rawValue)
    for (name, extent) in [("from", from), ("to", to)] {
      switch extent {
      case .unit(let code): path = path.with(name, code)
      case .below(let code): path = path.with(name + "Below", code)
      case .others, .nowhere: return .closed
      case nil: break
      }
    }
    return path
  }
}

extension Visit {
  /// What a plan makes of the units it touches, by what was known at an entry.
  func outlook(_ plan: ReorganisationPlan, body: String, _ knowledge: Knowledge) throws -> PlanOutlook {
    try kept(.outlook(body, knowledge)) {
      try ReorganisationStore(db: db).outlook(of: plan, knowledge)
    }
  }

  /// Up to which entry the record was known when a plan of an office was carried out.
  func knowledgeBefore(_ draft: ID<FactMark>) throws -> Knowledge? {
    try DraftStore(db: db).knowledgeBefore(draft)
  }
}
