import Basics
import Markup
import Phrases
import Records
import Rules
import Storage

/// What is looked up while a form about an account is read.
struct AccountReader {
  let db: any Connection
  let today: CivilDate

  /// The unit somebody wrote, by its code or by words of its name.
  func unit(written text: String) throws -> Result<ID<Rules.Unit>, Refused> {
    let units = UnitStore(db: db)
    if let unit = try units.unit(code: text) ?? units.unit(code: text.uppercased()) { return .success(unit) }
    let now = AsOf(today)
    let tree = TreeStore(db: db)
    var found: [TreeUnit] = []
    for root in try tree.roots(now) { found += try tree.find(text, below: root, now, limit: 8) }
    let key = VietnameseName.searchKey(text)
    let exact = found.filter { VietnameseName.searchKey($0.name) == key }
    if let only = exact.count == 1 ? exact.first : found.count == 1 ? found.first : nil {
      return .success(only.unit)
    }
    if found.isEmpty { return .failure(Refused(.unit, .unknownUnit(text))) }
    let names = found.map { "\($0.name) (\($0.code))" }
    return .failure(Refused(.unit, .severalUnits(text, names)))
  }
}

/// A right about to be granted, as it was written in a form.
package struct GrantDraft: Sendable {
  package var role: String
  package var unit: String
  package var from: String
  package var until: String

  package init(role: String, unit: String, from: String, until: String) {
    self.role = role
    self.unit = unit
    self.from = from
    self.until = until
  }

  /// The right, or all that stands against what was written.
  func right(_ reader: AccountReader) throws -> Result<AddAccount.Right, Refused> {
    var objections: [Objection] = []
    let role = Role(rawValue: self.role)
    if role == nil {
      let known = Role.allCases.map { Phrase.accountRole($0.rawValue).text }
      objections.append(
        Objection(.role, self.role.isEmpty ? .blank : .unknownValue(self.role, allowed: known))
      )
    }
    var found: ID<Rules.Unit>?
    if unit.isEmpty {
      objections.append(Objection(.unit, .blank))
    } else {
      switch try reader.unit(written: unit) {
      case .success(let unit): found = unit
      case .failure(let refused): objections += refused.objections
      }
    }
    let start = CivilDate(from)
    if start == nil { objections.append(Objection(.from, from.isEmpty ? .blank : .notADay(from))) }
    let end = until.isEmpty ? nil : CivilDate(until)
    if end == nil, !until.isEmpty { objections.append(Objection(.until, .notADay(until))) }
    if let start, let end, end <= start {
      objections.append(Objection(.until, .endNotAfterStart(start: start, end: end)))
    }
    guard objections.isEmpty, let role, let found, let start, let span = Span(from: start, until: end) else {
      return .failure(Refused(objections))
    }
    return .success(AddAccount.Right(role, in: found, span))
  }

  /// The fields of the form; `mayBeNone` where granting nothing is an answer too.
  func fields(_ objections: [Objection], mayBeNone: Bool) -> [FormField] {
    let none = mayBeNone ? [FormField.Choice("", Phrase.noFirstRight.text)] : []
    let roles = Role.allCases.map {
      FormField.Choice($0.rawValue, Phrase.accountRole($0.rawValue).leading.text)
    }
    return [
      FormField(
        "role",
        Phrase.accountRoleTitle.text,
        kind: .choice(none + roles),
        value: role,
        error: objections.said(.role),
        isRequired: !mayBeNone
      ),
      FormField(
        "unit",
        Phrase.unitCodeOrName.text,
        kind: .lookup(Path("lookup", "units")),
        value: unit,
        error: objections.said(.unit),
        isRequired: !mayBeNone,
        autocomplete: "off"
      ),
      FormField(
        "from",
        Phrase.grantFrom.text,
        kind: .day,
        value: from,
        error: objections.said(.from),
        isRequired: !mayBeNone
      ),
      FormField(
        "until",
        Phrase.grantUntil.text,
        kind: .day,
        value: until,
        error: objections.said(.until),
        isRequired: false
      ),
    ]
  }
}
