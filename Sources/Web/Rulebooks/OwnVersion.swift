import Basics
import Records
import RulebookFiles
import Rules

/// An office's own version of a regulation in the making: its text, its decision, and what it would change.
struct OwnVersion: Sendable {
  let source: Rulebook
  let unitName: String
  var draft: Draft
  let request: String
  var faults: [RulebookFault] = []
  /// Whether the name is that of a shipped rulebook.
  var isNameTaken = false
  var preview: Preview?

  /// What the form holds.
  struct Draft: Sendable {
    var text: String
    var number = ""
    var signed = ""
    var signer = ""
    var basis = ""
    var subject = ""
    var facts = ""
    var objections: [Objection] = []

    init(text: String) {
      self.text = text
    }

    init(_ form: AccountForm) {
      text = form.exact("text").replacing("\r\n", with: "\n")
      number = form.text("number")
      signed = form.text("signed")
      signer = form.text("signer")
      basis = form.text("basis")
      subject = form.text("subject")
      facts = form.exact("facts").replacing("\r\n", with: "\n")
    }

    private var read: Result<Rulebook, RulebookFaults> { RulebookFile.read(text, name: "rulebook") }

    /// The version the text makes; none while something in it cannot stand.
    func book(_ folder: RulebookFolder) -> Rulebook? {
      guard let book = try? read.get(), folder.library.book(named: book.name) == nil else { return nil }
      return book
    }

    var faults: [RulebookFault] {
      if case .failure(let wrong) = read { wrong.faults } else { [] }
    }

    /// The decision, as far as it is written.
    func decision(issuer: ID<Unit>) throws -> DecisionText {
      if number.isEmpty { throw Refused(.number, .blank) }
      guard let day = CivilDate(list: signed) else {
        throw Refused(.signed, signed.isEmpty ? .blank : .notADay(signed))
      }
      return DecisionText(
        number: number,
        signed: day,
        issuer: issuer,
        signer: signer.isEmpty ? nil : signer,
        basis: basis.isEmpty ? nil : basis
      )
    }
  }

  /// A copy of a regulation under a name of its own, in force from a day on.
  static func copy(_ text: String, of name: String, _ day: CivilDate) -> String {
    var hasReplaces = false
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> String? in
      if line.hasPrefix("rulebook:") { return "rulebook: \(name)-rieng" }
      if line.hasPrefix("from:") { return "from: \(day)" }
      if line.hasPrefix("until:") { return nil }
      // A clause in force since before the copy is in force from its first day.
      let words = line.drop { $0 == " " }
      if words.hasPrefix("from: "), let start = CivilDate(words.dropFirst(6)), start < day { return nil }
      if line.hasPrefix("replaces:") {
        hasReplaces = true
        return "replaces: \(name)"
      }
      return String(line)
    }
    if !hasReplaces, let place = lines.firstIndex(where: { $0.hasPrefix("from:") }) {
      lines.insert("replaces: \(name)", at: place + 1)
    }
    return lines.joined(separator: "\n")
  }

  /// What would be otherwise.
  struct Preview: Sendable {
    /// A unit whose result would be another.
    struct Otherwise: Sendable {
      let unit: UnitLink
      let rule: Wording
      /// The result; none while it is undetermined.
      let before: Wording?
      let after: Wording?
    }

    let book: Rulebook
    let changes: [RulebookChange]
    private(set) var units: [Otherwise] = []
    private(set) var judged = 0
    /// What the facts entered come to, before and after.
    private(set) var facts: (before: Wording?, after: Wording?)?

    init(
      _ book: Rulebook,
      _ source: Rulebook,
      _ sizes: [UnitSize],
      _ draft: Draft,
      _ calendar: WorkCalendar,
      today: CivilDate
    ) {
      self.book = book
      changes = book.changes(since: source)
      func judge(_ version: Rulebook, _ subject: String) -> Judge? {
        // Each as if in force on its own last or first day: what is compared is what they say.
        let day = version.span.contains(today) ? today : version.span.start
        return try? Judge(version, subject: subject, on: day, calendar: calendar)
      }
      for subject in book.rules.flatMap(\.subjects) {
        guard let new = judge(book, subject), let old = judge(source, subject) else { continue }
        let names = Set(new.asked.map(\.name))
        guard !names.isEmpty, names.isSubset(of: ["members.official", "members.total"]) else { continue }
        // Rules about official members are about cells, those about all members about organisations of the base.
        let kinds: Set<UnitKind> =
          names.contains("members.total") ? [.baseCommittee, .baseCell] : [.baseCell, .cell]
        for size in sizes where kinds.contains(size.kind) {
          let facts = [
            "members.official": Quantity(size.official), "members.total": Quantity(size.members),
          ]
          judged += 1
          let (before, after) = (old.verdict(facts), new.verdict(facts))
          guard before.outcomeName != after.outcomeName else { continue }
          units.append(
            Otherwise(
              unit: UnitLink(size.unit.description, size.name),
              rule: new.rule.title,
              before: Self.words(before, old.rule),
              after: Self.words(after, new.rule)
            )
          )
        }
      }
      let subject = draft.subject.isEmpty ? book.rules.first?.subjects.first ?? "" : draft.subject
      if !draft.facts.isEmpty, let new = judge(book, subject), let old = judge(source, subject) {
        facts = (
          Self.words(old.verdict(Self.stated(draft.facts, source)), old.rule),
          Self.words(new.verdict(Self.stated(draft.facts, book)), new.rule)
        )
      }
    }

    private static func words(_ verdict: Verdict, _ rule: Rule) -> Wording? {
      verdict.outcome.map { rule.outcomes[$0].title }
    }

    /// Facts written a line each: `tasks.done = 40`.
    private static func stated(_ text: String, _ book: Rulebook) -> [String: Quantity] {
      var facts: [String: Quantity] = [:]
      for line in text.split(separator: "\n") {
        let halves = line.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
        guard halves.count == 2, let fact = book.facts.first(where: { $0.name == halves[0] }) else {
          continue
        }
        facts[fact.name] = Trial.quantity(halves[1], fact.sort)
      }
      return facts
    }
  }
}
