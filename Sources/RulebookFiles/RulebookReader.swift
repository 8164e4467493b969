import Basics
import Notation
package import Rules

/// Everything that is wrong in files of rulebooks: file, line and why, every one.
package struct RulebookFaults: Error {
  package let faults: [RulebookFault]

  package init(faults: [RulebookFault]) {
    self.faults = faults
  }
}

/// Reads a regulation from its file.
///
///     switch RulebookFile.read(text, name: "review-2025.yaml") {
///     case .success(let book): …
///     case .failure(let wrong): … // wrong.faults
///     }
package enum RulebookFile {
  /// Reads a rulebook, and checks everything that can be known from it alone.
  package static func read(_ text: String, name file: String) -> Result<Rulebook, RulebookFaults> {
    let faults = FaultList(file)
    let book = Part.read(text, faults).flatMap { RulebookReader(whole: $0).read() }
    guard let book else { return .failure(RulebookFaults(faults: faults.faults)) }
    let all = (faults.faults + book.faults(in: file)).sorted { $0.line < $1.line }
    return all.isEmpty ? .success(book) : .failure(RulebookFaults(faults: all))
  }

  /// Checks a file that is a rulebook, or the calendar of a year.
  /// - Returns: The rulebook; nothing for a calendar.
  package static func check(_ text: String, name file: String) -> Result<Rulebook?, RulebookFaults> {
    let isCalendar = text.split(separator: "\n").contains { $0.hasPrefix("calendar:") }
    if isCalendar { return CalendarFile.read(text, name: file).map { _ in nil } }
    return read(text, name: file).map { $0 }
  }
}

/// The parts of a rulebook's file that stand above its clauses.
struct RulebookReader {
  let whole: Part

  func read() -> Rulebook? {
    whole.allow(
      "rulebook",
      "family",
      "title",
      "documents",
      "from",
      "until",
      "replaces",
      "scope",
      "facts",
      "rules",
      "caps",
      "agenda",
      "routes",
      "words",
      "model",
      "slots"
    )
    let name = whole.required("rulebook")?.text
    let family = whole.required("family")?.text
    let title = whole.required("title")?.wording
    let span = whole.span(within: nil)
    let documents = whole.required("documents")
    // A model may stand alone; whatever else a rulebook is, it has rules.
    let rules = whole["model"] == nil ? whole.required("rules") : whole["rules"]
    guard let name, let family, let title, let span else { return nil }
    if name.contains(where: { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "-") }) {
      whole["rulebook"]?.fault(.expected("a-z 0-9 -"))
    }
    var book = Rulebook(name: name, family: family, title: title, span: span)
    book.line = whole.line
    book.documents = documents?.items.compactMap(document) ?? []
    book.replaces = whole["replaces"]?.text
    if let scope = whole["scope"] { book.scope = read(scope: scope) }
    readFacts(into: &book)
    for part in rules?.items ?? [] {
      guard let rule = RuleReader(part: part, book: book).read() else { continue }
      if book.rules.contains(where: { $0.name == rule.name }) { part.fault(.repeatedName(rule.name)) }
      for subject in rule.subjects where book.rules.contains(where: { $0.subjects.contains(subject) }) {
        part.fault(.repeatedName(subject))
      }
      book.rules.append(rule)
    }
    book.caps = whole["caps"]?.items.compactMap(cap) ?? []
    for part in whole["agenda"]?.items ?? [] {
      guard let agenda = agendaPart(part) else { continue }
      if book.agenda.contains(where: { $0.name == agenda.name }) { part.fault(.repeatedName(agenda.name)) }
      book.agenda.append(agenda)
    }
    for part in whole["routes"]?.items ?? [] {
      guard let route = route(part) else { continue }
      if book.routes.contains(where: { $0.name == route.name }) { part.fault(.repeatedName(route.name)) }
      book.routes.append(route)
    }
    for part in whole["words"]?.items ?? [] {
      guard let list = wordList(part) else { continue }
      if book.words.contains(where: { $0.name == list.name }) { part.fault(.repeatedName(list.name)) }
      book.words.append(list)
    }
    book.model = whole["model"].flatMap { ModelReader(part: $0, book: book).read() }
    book.slots = whole["slots"]?.items.compactMap(slot) ?? []
    return book
  }

  private func document(_ part: Part) -> Rulebook.Document? {
    part.allow("number", "day", "source")
    guard let number = part.required("number")?.text else { return nil }
    return Rulebook.Document(number: number, day: part["day"]?.day, source: part["source"]?.text)
  }

  private func read(scope part: Part) -> Rulebook.Scope {
    part.allow("province", "kinds")
    var scope = Rulebook.Scope()
    scope.province = part["province"]?.text
    for kind in part["kinds"]?.items ?? [] {
      if let kind = kind.value(UnitKind.self) { scope.kinds.append(kind) }
    }
    return scope
  }

  private func readFacts(into book: inout Rulebook) {
    guard let facts = whole["model"] == nil ? whole.required("facts") : whole["facts"] else { return }
    for (name, part) in facts.members {
      part.allow("vi", "en", "sort", "derived")
      guard let title = part.wording, let sort = part.required("sort")?.value(FactSort.self) else { continue }
      if name.contains(where: { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == ".") }) {
        part.fault(.expected("a-z 0-9 ."))
      }
      var fact = RuleFact(name: name, title: title, sort: sort)
      if let derived = part["derived"] { fact.derived = read(derived: derived, book) }
      book.facts.append(fact)
    }
    // Reading YAML, a name that is there twice is refused before; so each stands once.
  }

  /// What a fact is worked out from: one expression, or one for each stretch of days.
  private func read(derived part: Part, _ book: Rulebook) -> [Dated<Expression>] {
    let places = book.places
    func expression(_ part: Part) -> Expression? {
      guard let text = part.text else { return nil }
      do throws(RulebookFault.Reason) {
        return try ExpressionReader.expression(text, places)
      } catch {
        if case .unknownFact(let name) = error, whole["facts"]?[name] != nil {
          part.fault(.derivedFromLater(name))
        } else {
          part.fault(error)
        }
        return nil
      }
    }
    if part.isValue {
      return expression(part).map { [Dated($0, book.span)] } ?? []
    }
    return part.items.compactMap { item in
      item.allow("from", "until", "is")
      guard let span = item.span(within: book.span), let text = item.required("is") else { return nil }
      return expression(text).map { Dated($0, span) }
    }
  }

  private func cap(_ part: Part) -> Cap? {
    part.allow("outcome", "percent", "base", "clause", "confidence", "vi", "en")
    guard let outcome = part.required("outcome")?.text, let percent = part.required("percent")?.number,
      let base = part.required("base")?.value(Cap.Base.self), let clause = part.required("clause")?.text,
      let confidence = part.required("confidence")?.value(Confidence.self), let text = part.wording
    else { return nil }
    guard percent > .zero, percent <= Quantity(100) else {
      part["percent"]?.fault(.wrongCap)
      return nil
    }
    return Cap(
      outcome: outcome,
      percent: percent,
      base: base,
      clause: clause,
      text: text,
      confidence: confidence
    )
  }

  private func slot(_ part: Part) -> Rulebook.Slot? {
    part.allow("slot", "confidence", "source", "vi", "en")
    guard let name = part.required("slot")?.text, let text = part.wording,
      let confidence = part.required("confidence")?.value(Confidence.self)
    else { return nil }
    return Rulebook.Slot(name: name, text: text, confidence: confidence, source: part["source"]?.text)
  }

  private func agendaPart(_ part: Part) -> Rulebook.AgendaPart? {
    part.allow("part", "kinds", "confidence", "source", "vi", "en")
    guard let name = part.required("part")?.text, let text = part.wording,
      let kinds = part.required("kinds")?.items.compactMap({ $0.value(MeetingKind.self) }), !kinds.isEmpty,
      let confidence = part.required("confidence")?.value(Confidence.self)
    else { return nil }
    return Rulebook.AgendaPart(
      name: name,
      text: text,
      kinds: kinds,
      confidence: confidence,
      source: part["source"]?.text
    )
  }

  private func route(_ part: Part) -> ReviewRoute? {
    part.allow("route", "of", "posts", "kinds", "evaluators", "number", "confidence", "source", "vi", "en")
    guard let name = part.required("route")?.text, let text = part.wording,
      let number = part.required("number")?.text,
      let sorts = part.required("of")?.items.compactMap({ $0.value(ReviewSort.self) }), !sorts.isEmpty,
      let evaluators = part.required("evaluators")?.items
        .compactMap({ $0.value(ReviewRoute.Evaluator.self) }), !evaluators.isEmpty,
      let confidence = part.required("confidence")?.value(Confidence.self)
    else { return nil }
    if confidence.isVerified, part["source"] == nil { part.fault(.verifiedWithoutSource) }
    return ReviewRoute(
      name: name,
      text: text,
      number: number,
      sorts: sorts,
      posts: part["posts"]?.items.compactMap(\.text) ?? [],
      kinds: part["kinds"]?.items.compactMap { $0.value(UnitKind.self) } ?? [],
      evaluators: evaluators,
      confidence: confidence,
      source: part["source"]?.text
    )
  }

  private func wordList(_ part: Part) -> Rulebook.WordList? {
    part.allow("list", "words", "confidence", "source", "vi", "en")
    guard let name = part.required("list")?.text, let text = part.wording,
      let words = part.required("words")?.items.compactMap(\.text), !words.isEmpty,
      let confidence = part.required("confidence")?.value(Confidence.self)
    else { return nil }
    return Rulebook.WordList(
      name: name,
      text: text,
      words: words,
      confidence: confidence,
      source: part["source"]?.text
    )
  }
}
