import Basics
import Markup
import Phrases
import Records
import Rules

/// The people, or the units, of one unit that is divided or dissolved, on the way to being allotted.
struct PlanShares: Sendable {
  enum What: String, Sendable {
    case people, units
  }

  /// Somebody, or a unit, and where they go.
  struct Row: Sendable {
    let code: String
    let name: String
    /// What there is to know of it beside the name.
    let about: String
    var age: Int?
    var kind: UnitKind?
    var sector: Sector?
    var members = 0
    var heir: String?
    var isMarked = false
    var isShown = true
  }

  /// No more rows stand in one table.
  static let most = 400

  let writing: PlanWriting
  let number: Int
  let what: What
  /// The unit of whose people or units it is about.
  let unit: String
  /// Whether other units can be added to those to which they go.
  let isOpenEnded: Bool
  var heirs: [String]
  var rows: [Row]
  /// Where all that is not named goes.
  var rest: String?
  var values: [String: String] = [:]
  var errors: [String: String] = [:]
  var candidates: [String: [DeedSheet.Candidate]] = [:]
  var objections: [Objection] = []
  /// Whether something was allotted that is not kept yet.
  var isChanged = false
  var edit: PlanEdit?
  let request = AccountForm.newRequest()

  func value(_ name: String) -> String { values[name] ?? "" }
  var action: Path { .planStep(writing.key, number, what.rawValue) }
  var isPeople: Bool { what == .people }

  /// The rows as the table shows them: those not allotted first.
  var shown: [Row] {
    rows.filter { $0.isShown && $0.heir == nil } + rows.filter { $0.isShown && $0.heir != nil }
  }
  var notAllotted: Int { rows.count { $0.heir == nil } }

  /// What is written into the plan: a list for each heir but the one that gets all the others.
  var allotment: Allotment {
    let named = heirs.flatMap { heir in
      heir == rest ? [] : rows.filter { $0.heir == heir }.map { Allotment.Share($0.code, to: heir) }
    }
    return Allotment(named: named, rest: rest)
  }
}

extension Visit {
  /// Who or what a step of a plan allots, as it is on the plan's day after the steps before it.
  func shares(_ writing: PlanWriting, _ number: Int, _ what: PlanShares.What) throws -> PlanShares {
    guard writing.plan.steps.indices.contains(number - 1) else { throw PageFault.absent }
    let step = writing.plan.steps[number - 1].step
    let (unit, heirs, allotment, isOpenEnded): (String, [String], Allotment, Bool)
    switch step {
    case .split(let split, let into, let units, let people, _):
      (unit, heirs, allotment, isOpenEnded) = (split, into, what == .people ? people : units, false)
    case .dissolve(let ended, let units, let people):
      (unit, heirs, isOpenEnded) = (ended, (people.heirs + units.heirs).distinct, true)
      allotment = what == .people ? people : units
    default: throw PageFault.absent
    }
    let store = ReorganisationStore(db: db)
    var tree = try store.tree(on: writing.plan.effective, for: writing.plan.steps)
    _ = tree.take(Array(writing.plan.steps.prefix(number - 1)))
    let chosen = Dictionary(allotment.named.map { ($0.code, $0.unit) }) { first, _ in first }
    var rows = what == .people ? try people(of: unit, in: tree) : units(of: unit, in: tree)
    for index in rows.indices { rows[index].heir = chosen[rows[index].code] }
    return PlanShares(
      writing: writing,
      number: number,
      what: what,
      unit: unit,
      isOpenEnded: isOpenEnded,
      heirs: heirs,
      rows: rows,
      rest: allotment.rest
    )
  }

  private func people(of unit: String, in tree: ReorganisedTree) throws -> [PlanShares.Row] {
    var sources = tree.whereabouts.filter { $0.value.people == unit && $0.key != unit }.map(\.key)
    if tree.origin[unit] != nil, tree.whereabouts[unit].map({ $0.people == unit }) ?? true {
      sources.append(unit)
    }
    let origins = sources.sorted().compactMap { tree.origin[$0]?.id }
    for origin in origins { try require(.readRoll, on: origin) }
    let day = tree.day
    let found = try AllotmentStore(db: db).people(in: origins, on: day)
    return found.filter { tree.named[$0.code].map { $0.unit == unit } ?? true }.map { person in
      let standing: Phrase =
        !person.isMember
        ? .seeksAdmission
        : Phrase.memberStanding(isOfficial: person.official.map { $0 <= day } ?? false)
      return PlanShares.Row(
        code: person.code,
        name: person.name,
        about: [person.born.map { String($0.year) }, standing.text].compactMap(\.self).joined(
          separator: " · "
        ),
        age: person.born.map { day.year - $0.year }
      )
    }
  }

  private func units(of unit: String, in tree: ReorganisedTree) -> [PlanShares.Row] {
    let below = tree.places.values.filter { $0.parent == unit }
    let key = Dictionary(below.map { ($0.code, VietnameseName.searchKey($0.name)) }) { one, _ in one }
    return below.sorted { (key[$0.code] ?? "", $0.code) < (key[$1.code] ?? "", $1.code) }.map { place in
      let members = tree.holdings(of: [place.code]).members
      let about = [
        Phrase.unitKindShort(place.kind.rawValue), place.sector.map { Phrase.sector($0.rawValue) },
        Phrase.memberCount(members),
      ].compactMap { $0?.text }
      return PlanShares.Row(
        code: place.code,
        name: place.name,
        about: about.joined(separator: " · "),
        kind: place.kind,
        sector: place.sector,
        members: members
      )
    }
  }
}

extension [String] {
  /// Each once, in order.
  var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
