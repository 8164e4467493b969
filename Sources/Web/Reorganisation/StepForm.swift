import Basics
import Markup
import Phrases
import Records
import Rules

/// The form of one step of a plan: what is written in it, what is wrong with that, and the change it comes to.
struct StepForm: Sendable {
  /// What a step can be.
  enum Kind: String, CaseIterable, Sendable {
    case merge, split, found, move, rename, change, dissolve
  }

  let writing: PlanWriting
  let kind: Kind
  /// The step's number; `nil` for a new one.
  let number: Int?
  var values: [String: String]
  /// So many units can be named, one in a field.
  var rows: Int
  /// So many new units can be written down.
  var newRows = 2
  var errors: [String: String] = [:]
  var candidates: [String: [DeedSheet.Candidate]] = [:]
  var objections: [Objection] = []
  var edit: PlanEdit?
  let request: String

  func value(_ name: String) -> String { values[name] ?? "" }

  /// Where it is sent.
  var action: Path {
    number.map { .planStep(writing.key, $0) } ?? Path.newPlanStep(writing.key).with("kind", kind.rawValue)
  }
}

extension Visit {
  /// The form of a step as it is, or as it was sent.
  func stepForm(
    _ writing: PlanWriting,
    kind text: String?,
    number: Int?,
    _ form: AccountForm? = nil
  ) throws -> StepForm {
    var old: PlannedStep?
    if let number {
      guard writing.plan.steps.indices.contains(number - 1) else { throw PageFault.absent }
      old = writing.plan.steps[number - 1]
    }
    guard let kind = StepForm.Kind(rawValue: old?.step.name ?? text ?? "") else { throw PageFault.absent }
    var model = StepForm(
      writing: writing,
      kind: kind,
      number: number,
      values: [:],
      rows: 0,
      request: AccountForm.newRequest()
    )
    guard let form else {
      if let old { model.fill(old) }
      model.rows = max(model.values.keys.count { $0.hasPrefix("units.") } + 1, 3)
      return model
    }
    for pair in form.pairs where model.values[pair.name] == nil { model.values[pair.name] = pair.value.clean }
    model.rows = min(max(Int(digits: model.value("rows")) ?? 3, 1), 200)
    model.newRows = min(max(Int(digits: model.value("newRows")) ?? 2, 1), 50)
    if let pick = form.pairs.first(where: { $0.name == "pick" })?.value.split(separator: ":", maxSplits: 1),
      pick.count == 2
    {
      model.values[String(pick[0])] = String(pick[1])
      return model
    }
    switch form.text("do") {
    case "rows": model.rows += 5
    case "newRows": model.newRows += 3
    default:
      var reading = StepReading(model, try units(for: writing), try knownCodes)
      model = reading.read(replacing: old)
    }
    return model
  }

  /// Whether a code is that of some unit, also beyond the office that prepares the plan.
  private var knownCodes: (String) throws -> Bool {
    get throws {
      let store = UnitStore(db: db)
      return { try store.unit(code: $0) != nil }
    }
  }
}

extension StepForm {
  /// Writes a step into the fields.
  mutating func fill(_ planned: PlannedStep) {
    switch planned.step {
    case .found(let code, let name, let kind, let sector, let parent):
      values = [
        "code": code, "name": name, "kind": kind.rawValue, "sector": sector?.rawValue ?? "",
        "parent": parent ?? "",
      ]
    case .rename(let unit, let name): values = ["unit": unit, "name": name]
    case .change(let unit, let kind, let sector):
      values = ["unit": unit, "kind": kind?.rawValue ?? "", "sector": sector?.rawValue ?? ""]
    case .move(let unit, let under): values = ["unit": unit, "parent": under]
    case .merge(let units, let into, let name, _):
      values = ["mode": "standing", "successor": into, "name": name ?? ""]
      for (index, unit) in units.enumerated() { values["units.\(index)"] = unit }
    case .split(let unit, let into, _, _, _):
      values = ["unit": unit, "stays": into.contains(unit) ? "yes" : ""]
      for (index, heir) in into.filter({ $0 != unit }).enumerated() { values["units.\(index)"] = heir }
    case .dissolve(let unit, let units, let people):
      values = ["unit": unit, "people": people.rest ?? "", "below": units.rest ?? ""]
    }
    guard let decision = planned.decision, decision != writing.plan.decision else { return }
    values["own"] = "yes"
    values.merge(decision.fields) { one, _ in one }
  }
}

extension PlannedDecision {
  /// The decision field by field.
  var fields: [String: String] {
    [
      "number": number, "signed": signed.description, "issuer": issuer ?? "", "signer": signer ?? "",
      "basis": basis ?? "",
    ]
  }
}

extension String {
  /// Without the blanks around it.
  var clean: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Several codes, apart by commas, semicolons or lines.
  var codes: [String] {
    split { $0 == "," || $0 == ";" || $0.isNewline }.map { String($0).clean }.filter { !$0.isEmpty }
  }
}
