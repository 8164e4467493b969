import Basics
import Phrases
import Records
import Rules

/// What was written in the form of a step, field by field: what cannot be read is told by its field, and the rest is
/// read all the same.
struct StepReading {
  private var form: StepForm
  private let units: PlanUnits
  private let isCode: (String) throws -> Bool

  init(_ form: StepForm, _ units: PlanUnits, _ isCode: @escaping (String) throws -> Bool) {
    self.form = form
    self.units = units
    self.isCode = isCode
  }

  /// The form, with the change it comes to when nothing in it is wrong.
  mutating func read(replacing old: PlannedStep?) -> StepForm {
    let steps = steps(replacing: old?.step)
    let decision = decision()
    if form.errors.isEmpty {
      form.edit = .put(steps.map { PlannedStep($0, under: decision) }, at: form.number)
    }
    return form
  }

  // MARK: Kinds of steps

  private mutating func steps(replacing old: ReorganisationStep?) -> [ReorganisationStep] {
    switch form.kind {
    case .found: found().map { [$0] } ?? []
    case .rename: both(unit("unit"), text("name")).map { [.rename(unit: $0, name: $1)] } ?? []
    case .move: both(unit("unit"), unit("parent")).map { [.move(unit: $0, under: $1)] } ?? []
    case .change: change()
    case .merge: merge(old)
    case .split: split(old)
    case .dissolve: dissolve(old)
    }
  }

  private func both<One, Other>(_ one: One?, _ other: Other?) -> (One, Other)? {
    guard let one, let other else { return nil }
    return (one, other)
  }

  private mutating func found() -> ReorganisationStep? {
    let code = newCode("code")
    let name = text("name")
    let kind = choice("kind", UnitKind.self)
    let sector = choice("sector", Sector.self, isRequired: false)
    let parent = unit("parent", isRequired: kind != .province && kind != .centre)
    guard let code, let name, let kind else { return nil }
    return .found(code: code, name: name, kind: kind, sector: sector, parent: parent)
  }

  private mutating func change() -> [ReorganisationStep] {
    let unit = unit("unit")
    let kind = choice("kind", UnitKind.self, isRequired: false)
    let sector = choice("sector", Sector.self, isRequired: false)
    if kind == nil, sector == nil { wrong("kind", .blank) }
    return unit.map { [.change(unit: $0, kind: kind, sector: sector)] } ?? []
  }

  private mutating func merge(_ old: ReorganisationStep?) -> [ReorganisationStep] {
    let merged = severalUnits()
    let name = text("name", isRequired: false)
    var before: [ReorganisationStep] = []
    let into: String?
    // Whoever wrote down a new unit means it.
    if form.value("mode") == "new" || form.value("successor").isEmpty && !form.value("code").isEmpty {
      into = newCode("code")
      let first = merged.first.flatMap { units.unit($0) }
      let kind = choice("kind", UnitKind.self, isRequired: false) ?? first?.kind
      let sector = choice("sector", Sector.self, isRequired: false) ?? first?.sector
      let parent = unit("parent", isRequired: false) ?? first?.parent
      if name == nil { wrong("name", .blank) }
      if kind == nil, !merged.isEmpty { wrong("kind", .blank) }
      if let into, let name, let kind {
        before = [.found(code: into, name: name, kind: kind, sector: sector, parent: parent)]
      }
    } else {
      into = unit("successor")
    }
    guard let into else { return [] }
    let ending = merged.filter { $0 != into }
    if ending.isEmpty, form.errors.isEmpty { form.errors["units.0"] = Phrase.oneMoreUnit.text }
    var posts = ReorganisationStep.Posts.end
    if case .merge(_, let heir, _, let kept) = old, heir == into { posts = kept }
    let title = before.isEmpty ? name : nil
    return before + [.merge(units: ending, into: into, name: title, posts: posts)]
  }

  private mutating func split(_ old: ReorganisationStep?) -> [ReorganisationStep] {
    let unit = unit("unit")
    var into = severalUnits(isRequired: false)
    var before: [ReorganisationStep] = []
    let own = unit.flatMap { units.unit($0) }
    for row in 0..<form.newRows {
      let (codeField, nameField) = ("new.\(row).code", "new.\(row).name")
      if form.value(codeField).isEmpty, form.value(nameField).isEmpty { continue }
      guard let (code, name) = both(newCode(codeField), text(nameField)) else { continue }
      into.append(code)
      if let own {
        before.append(
          .found(code: code, name: name, kind: own.kind, sector: own.sector, parent: own.parent)
        )
      }
    }
    guard let unit else { return [] }
    into.removeAll { $0 == unit }
    if !form.value("stays").isEmpty { into.append(unit) }
    if into.count < 2, form.errors.isEmpty { form.errors["units.0"] = Phrase.twoHeirs.text }
    var (below, people, posts) = (Allotment(), Allotment(), ReorganisationStep.Posts.end)
    if case .split(_, _, let oldUnits, let oldPeople, let oldPosts) = old {
      below = oldUnits.kept(for: into)
      people = oldPeople.kept(for: into)
      switch oldPosts {
      case .end: posts = .end
      case .pass(let heir): posts = into.contains(heir) ? oldPosts : .end
      case .keep(let kept):
        let left = kept.filter { into.contains($0.unit) }
        posts = left.isEmpty ? .end : .keep(left)
      }
    }
    return before + [.split(unit: unit, into: into, units: below, people: people, posts: posts)]
  }

  private mutating func dissolve(_ old: ReorganisationStep?) -> [ReorganisationStep] {
    let unit = unit("unit")
    var (below, people) = (Allotment(), Allotment())
    if case .dissolve(_, let oldUnits, let oldPeople) = old { (below, people) = (oldUnits, oldPeople) }
    people.rest = self.unit("people", isRequired: false)
    below.rest = self.unit("below", isRequired: false)
    return unit.map { [.dissolve(unit: $0, units: below, people: people)] } ?? []
  }

  // MARK: Fields

  private mutating func wrong(_ name: String, _ refusal: Refusal) {
    if form.errors[name] == nil { form.errors[name] = Phrase.refusal(refusal).leading.text + "." }
  }

  private mutating func text(_ name: String, isRequired: Bool = true) -> String? {
    let text = form.value(name)
    if text.isEmpty {
      if isRequired { wrong(name, .blank) }
      return nil
    }
    if let objection = Written.text(text, .value, limit: 300).first {
      wrong(name, objection.refusal)
      return nil
    }
    return text
  }

  /// The code of a unit that is yet to be founded.
  private mutating func newCode(_ name: String) -> String? {
    guard let code = text(name) else { return nil }
    let isOwn =
      form.number.map { number in
        if case .found(code, _, _, _, _) = form.writing.plan.steps[number - 1].step { true } else { false }
      } ?? false
    if !isOwn, units.unit(code) != nil || (try? isCode(code)) == true {
      wrong(name, .codeTaken(code))
      return nil
    }
    return code
  }

  private mutating func choice<Code: RawRepresentable<String> & CaseIterable>(
    _ name: String,
    _ type: Code.Type,
    isRequired: Bool = true
  ) -> Code? {
    let text = form.value(name)
    if text.isEmpty {
      if isRequired { wrong(name, .blank) }
      return nil
    }
    guard let code = Code(rawValue: text) else {
      wrong(name, .unknownValue(text, allowed: Code.allCases.map(\.rawValue)))
      return nil
    }
    return code
  }

  /// The unit a field names, by its code or enough of its name.
  private mutating func unit(_ name: String, isRequired: Bool = true) -> String? {
    guard let text = text(name, isRequired: isRequired) else { return nil }
    let found = units.named(text)
    if found.count == 1 {
      form.values[name] = found[0].code
      return found[0].code
    }
    if found.isEmpty, (try? isCode(text)) == true { return text }
    if found.isEmpty {
      wrong(name, .unknownUnit(text))
    } else {
      form.candidates[name] = units.candidates(found)
      wrong(name, .several(text, found.count))
    }
    return nil
  }

  /// The units of the rows; in a row there may be several codes.
  private mutating func severalUnits(isRequired: Bool = true) -> [String] {
    var found: [String] = []
    var next = 0
    for row in 0..<form.rows {
      let name = "units.\(row)"
      let pieces = form.value(name).codes
      let codes = pieces.compactMap { units.unit($0)?.code }
      if pieces.count > 1, codes.count == pieces.count {
        found += codes
      } else if !pieces.isEmpty, let unit = unit(name) {
        found.append(unit)
      }
      next = row
    }
    if isRequired, found.isEmpty, form.errors.isEmpty { wrong("units.0", .blank) }
    var seen: Set<String> = []
    found = found.filter { seen.insert($0).inserted }
    // Codes pasted into one field stand one in each when the form comes back.
    if form.candidates.isEmpty, found.count > next {
      form.rows = min(found.count + 1, 200)
      for (row, code) in found.enumerated() { form.values["units.\(row)"] = code }
    }
    return found
  }

  /// The step's own decision, or that of the plan.
  private mutating func decision() -> PlannedDecision? {
    if form.value("own").isEmpty { return form.writing.plan.decision }
    let number = text("number")
    let signed = day("signed", isRequired: true)
    let issuer = unit("issuer", isRequired: false)
    guard let number, let signed else { return nil }
    return PlannedDecision(
      number: number,
      signed: signed,
      issuer: issuer,
      signer: text("signer", isRequired: false),
      basis: text("basis", isRequired: false)
    )
  }

  private mutating func day(_ name: String, isRequired: Bool) -> CivilDate? {
    guard let text = text(name, isRequired: isRequired) else { return nil }
    guard let day = CivilDate(text) ?? CivilDate(list: text) else {
      wrong(name, .notADay(text))
      return nil
    }
    return day
  }
}

extension Allotment {
  /// What of it goes to units that are still among the heirs.
  func kept(for heirs: [String]) -> Allotment {
    Allotment(
      named: named.filter { heirs.contains($0.unit) },
      rest: rest.flatMap { heirs.contains($0) ? $0 : nil }
    )
  }
}
