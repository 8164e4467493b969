import Basics
import Markup
import Phrases
import Records
import Rules

/// A plan in the making as its forms see it.
struct PlanWriting: Sendable {
  let key: String
  let id: ID<FactMark>
  /// The office that prepares it.
  let unit: ID<Unit>
  let path: [UnitLink]
  let title: String
  /// The plan as it was when the form was opened.
  let plan: ReorganisationPlan
  /// The entry of that version.
  let version: Int64
  /// The newest version, when somebody kept another one since.
  let later: Later?
  /// What the units it names are called.
  let names: [String: String]

  /// A version that somebody else kept while a form was open.
  struct Later: Sendable {
    let version: Int64
    let title: String
    let plan: ReorganisationPlan
    let editor: String
    let at: Moment
  }

  func name(_ code: String) -> String { names[code] ?? code }

  /// What a unit is called, with its code.
  func named(_ code: String) -> String { names[code].map { "\($0) (\(code))" } ?? code }
}

extension ReorganisationPlan {
  /// Every unit it names.
  var codes: [String] {
    steps.flatMap { planned -> [String] in
      var codes = planned.step.units + planned.step.heirs
      switch planned.step {
      case .found(_, _, _, _, let parent): codes += parent.map { [$0] } ?? []
      case .move(_, let under): codes.append(under)
      default: break
      }
      return codes
    }
  }

  /// The names it gives, as its steps go along.
  func named(over names: [String: String]) -> [String: String] {
    var names = names
    for planned in steps {
      if case .found(let code, let name, _, _, _) = planned.step { names[code] = names[code] ?? name }
    }
    return names
  }
}

extension Visit {
  /// A plan that the visitor may write; `version`: the entry of the one that a form was opened on.
  func writing(_ key: String, version: Int64? = nil) throws -> PlanWriting {
    let store = DraftStore(db: db)
    guard let id = ID<FactMark>(key), let found = try store.draft(id) else { throw PageFault.absent }
    let kept = found.fact.value
    try require(.foundUnit, on: kept.unit)
    guard viewpoint.isNow else { throw PageFault.absent }
    var plan = try PlanReader.sound(kept.body, isDraft: true)
    var title = kept.title
    var later: PlanWriting.Later?
    if let version, version != found.recorded {
      let versions = try store.versions(of: id)
      guard let base = versions.first(where: { $0.entry == version }) else { throw PageFault.absent }
      later = PlanWriting.Later(
        version: found.recorded,
        title: kept.title,
        plan: plan,
        editor: versions.first?.editorName ?? "",
        at: time(versions.first?.moment ?? moment)
      )
      plan = try PlanReader.sound(base.draft.body, isDraft: true)
      title = base.draft.title
    }
    let codes = plan.codes + (later?.plan.codes ?? [])
    var names = try AllotmentStore(db: db).names(of: codes, on: plan.effective)
    names = plan.named(over: later?.plan.named(over: names) ?? names)
    return PlanWriting(
      key: key,
      id: id,
      unit: kept.unit,
      path: crumbs(try standing(of: kept.unit, on: today)),
      title: title,
      plan: plan,
      version: version ?? found.recorded,
      later: later,
      names: names
    )
  }
}

extension Visit {
  /// Words that are made while the record is looked at are in the visitor's language.
  func speaking<Value>(_ body: (Visit) throws -> Value) rethrows -> Value {
    try Language.$current.withValue(Language(rawValue: visitor.language) ?? .vi) { try body(self) }
  }
}

extension AccountForm {
  /// The entry of the version of a plan that the form was opened on.
  var version: Int64? { Int(digits: text("version")).map(Int64.init) }
}
