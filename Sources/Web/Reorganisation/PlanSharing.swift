import Basics
import Markup
import Phrases
import Records
import Rules

/// What of an allotment can be done at once: by rule, by a list of codes, to the rows that are marked.
extension PlanShares {
  /// A way to allot many rows at once.
  enum Rule: String, CaseIterable, Sendable {
    case even, turn, members, kind, sector, older, younger, all

    /// Whether the rows go to one unit, which has to be chosen.
    var hasOneHeir: Bool { [.all, .older, .younger, .kind, .sector].contains(self) }
  }

  /// The rules that say something of these rows.
  var rules: [Rule] {
    Rule.allCases.filter { rule in
      switch rule {
      case .all, .even, .turn: true
      case .older, .younger: rows.contains { $0.age != nil }
      case .members: what == .units
      case .kind: Set(rows.compactMap(\.kind)).count > 1
      case .sector: Set(rows.compactMap(\.sector)).count > 1
      }
    }
  }

  /// Takes what was sent, and does what was pressed.
  mutating func take(_ form: AccountForm, _ units: PlanUnits) {
    values = [:]
    var chosen: [String: String] = [:]
    var marked: Set<String> = []
    for pair in form.pairs {
      if pair.name.hasPrefix("to.") {
        chosen[String(pair.name.dropFirst(3))] = pair.value
      } else if pair.name == "mark" {
        marked.insert(pair.value)
      } else if pair.name == "heirs" {
        if isOpenEnded, units.unit(pair.value) != nil || heirs.contains(pair.value) {
          heirs.append(pair.value)
        }
      } else if values[pair.name] == nil {
        values[pair.name] = pair.value.clean
      }
    }
    heirs = heirs.distinct
    for index in rows.indices {
      let own = rows[index].code
      if let heir = chosen[own] { rows[index].heir = heirs.contains(heir) ? heir : nil }
      rows[index].isMarked = marked.contains(own)
    }
    rest = heirs.contains(value("rest")) ? value("rest") : nil
    let pick = value("pick").split(separator: ":", maxSplits: 1).map(String.init)
    if pick.count == 2 {
      values[pick[0]] = pick[1]
      if pick[0] == "newHeir" { addHeir(units) }
    }
    show()
    switch form.text("do") {
    case "marked": allotMarked()
    case "rule": allotByRule()
    case "list": allotByList()
    case "heir": addHeir(units)
    case "filter": break
    default: if pick.isEmpty { keep() }
    }
  }

  /// Shows the rows that the filter finds.
  private mutating func show() {
    let words = VietnameseName.searchWords(value("filter"))
    guard !words.isEmpty else { return }
    for index in rows.indices {
      let own = VietnameseName.nameWords(VietnameseName.searchKey(rows[index].name))
      let code = VietnameseName.searchWords(rows[index].code).joined()
      rows[index].isShown = words.allSatisfy { word in
        own.contains { $0.hasPrefix(word) } || code.hasPrefix(word)
      }
    }
  }

  private mutating func heir(_ field: String) -> String? {
    if heirs.contains(value(field)) { return value(field) }
    errors[field] = Phrase.needsPlace.text
    return nil
  }

  private mutating func allotMarked() {
    guard let heir = heir("markHeir") else { return }
    for index in rows.indices where rows[index].isMarked && rows[index].isShown {
      rows[index].heir = heir
      rows[index].isMarked = false
    }
    isChanged = true
  }

  private mutating func allotByList() {
    guard let heir = heir("listHeir") else { return }
    let codes = value("codes").split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
    var unknown: [String] = []
    for code in codes {
      let index = rows.firstIndex { $0.code.lowercased() == code.lowercased() }
      if let index { rows[index].heir = heir } else { unknown.append(code) }
    }
    isChanged = unknown.count < codes.count
    if codes.isEmpty { errors["codes"] = Phrase.refusal(.blank).leading.text + "." }
    if !unknown.isEmpty { errors["codes"] = Phrase.unknownCodes(unknown.joined(separator: ", ")).text + "." }
    values["codes"] = unknown.joined(separator: "\n")
  }

  private mutating func allotByRule() {
    guard let rule = Rule(rawValue: value("rule")), !heirs.isEmpty else {
      errors["rule"] = Phrase.refusal(.blank).leading.text + "."
      return
    }
    let heir = rule.hasOneHeir ? heir("ruleHeir") : nil
    if rule.hasOneHeir, heir == nil { return }
    let isOnlyNew = !value("onlyNew").isEmpty
    let scope = rows.indices.filter { rows[$0].isShown && !(isOnlyNew && rows[$0].heir != nil) }
    switch rule {
    case .all: for index in scope { rows[index].heir = heir }
    case .even:
      for (place, index) in scope.enumerated() { rows[index].heir = heirs[place * heirs.count / scope.count] }
    case .turn: for (place, index) in scope.enumerated() { rows[index].heir = heirs[place % heirs.count] }
    case .older, .younger:
      guard let bound = Int(digits: value("age")), bound > 0, bound < 130 else {
        errors["age"] = Phrase.refusal(.blank).leading.text + "."
        return
      }
      for index in scope {
        guard let age = rows[index].age, (age >= bound) == (rule == .older) else { continue }
        rows[index].heir = heir
      }
    case .kind:
      for index in scope where rows[index].kind?.rawValue == value("kind") { rows[index].heir = heir }
    case .sector:
      for index in scope where rows[index].sector?.rawValue == value("sector") { rows[index].heir = heir }
    case .members:
      // The largest first, each to who has the fewest so far.
      var sums = heirs.map { heir in rows.filter { $0.heir == heir }.map(\.members).reduce(0, +) }
      if !isOnlyNew { sums = heirs.map { _ in 0 } }
      for index in scope.sorted(by: { (rows[$1].members, $0) < (rows[$0].members, $1) }) {
        let least = sums.indices.min { (sums[$0], $0) < (sums[$1], $1) } ?? 0
        rows[index].heir = heirs[least]
        sums[least] += rows[index].members
      }
    }
    isChanged = true
  }

  private mutating func addHeir(_ units: PlanUnits) {
    let text = value("newHeir")
    let found = units.named(text).filter { $0.code != unit }
    if found.count == 1 {
      heirs = (heirs + [found[0].code]).distinct
      values["newHeir"] = ""
    } else if found.isEmpty {
      errors["newHeir"] = Phrase.refusal(text.isEmpty ? .blank : .unknownUnit(text)).leading.text + "."
    } else {
      errors["newHeir"] = Phrase.refusal(.several(text, found.count)).leading.text + "."
      candidates["newHeir"] = units.candidates(found)
    }
  }

  /// The change of the plan.
  private mutating func keep() {
    guard writing.plan.steps.indices.contains(number - 1) else { return }
    var planned = writing.plan.steps[number - 1]
    switch planned.step {
    case .split(let unit, let into, let units, let people, let posts):
      planned.step = .split(
        unit: unit,
        into: into,
        units: isPeople ? units : allotment,
        people: isPeople ? allotment : people,
        posts: posts
      )
    case .dissolve(let unit, let units, let people):
      planned.step = .dissolve(
        unit: unit,
        units: isPeople ? units : allotment,
        people: isPeople ? allotment : people
      )
    default: return
    }
    edit = .put([planned], at: number)
  }
}
