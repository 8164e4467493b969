import Basics
import Notation
import Rules

/// Reads one rule of a rulebook: whom it judges, what can come of it, clause by clause.
struct RuleReader {
  let part: Part
  let book: Rulebook

  func read() -> Rule? {
    part.allow("rule", "title", "subjects", "outcomes", "otherwise", "clauses", "bands")
    guard let name = part.required("rule")?.text, let title = part.required("title")?.wording,
      let subjectPart = part.required("subjects"), let outcomePart = part.required("outcomes")
    else { return nil }
    let subjects = subjectPart.texts
    var outcomes: [Outcome] = []
    for (name, part) in outcomePart.members {
      part.allow("vi", "en")
      if let title = part.wording { outcomes.append(Outcome(name: name, title: title)) }
    }
    var rule = Rule(
      name: name,
      title: title,
      subjects: subjects == ["any"] ? [] : subjects,
      outcomes: outcomes
    )
    if let otherwise = part["otherwise"], let name = otherwise.text {
      rule.otherwise = place(of: name, rule, otherwise)
    }
    if part["clauses"] == nil, part["bands"] == nil { part.fault(.missing("clauses")) }
    var clauses: [Clause] = []
    for item in part["clauses"]?.items ?? [] {
      if let clause = clause(item, rule) { clauses.append(clause) }
    }
    for item in part["bands"]?.items ?? [] { clauses += bands(item, rule) }
    var seen: Set<String> = []
    for clause in clauses where !seen.insert(clause.name).inserted {
      part.faults.add(clause.line, .repeatedName(clause.name))
    }
    rule.clauses = clauses
    return rule
  }

  private func place(of outcome: String, _ rule: Rule, _ part: Part) -> Int? {
    guard let place = rule.outcomes.firstIndex(where: { $0.name == outcome }) else {
      part.fault(.unknownOutcome(outcome))
      return nil
    }
    return place
  }

  private func clause(_ item: Part, _ rule: Rule) -> Clause? {
    item.allow(
      "clause",
      "precondition",
      "ground",
      "level",
      "number",
      "vi",
      "en",
      "require",
      "confidence",
      "sources",
      "subjects",
      "from",
      "until",
      "optional",
      "gives"
    )
    let name = item.required("clause")?.text
    let number = item.required("number")?.text
    let text = item.wording
    let confidence = item.required("confidence")?.value(Confidence.self)
    let required = item.required("require")
    let span = item.span(within: book.span)
    guard let name, let number, let text, let confidence, let required, let span,
      let words = required.text, let part = effect(item, rule)
    else { return nil }
    let condition: Condition
    do throws(RulebookFault.Reason) {
      condition = try ExpressionReader.condition(words, book.places)
    } catch {
      required.fault(error)
      return nil
    }
    return Clause(
      name: name,
      number: number,
      text: text,
      confidence: confidence,
      sources: item["sources"]?.texts ?? [],
      span: span,
      subjects: item["subjects"]?.texts ?? [],
      part: part,
      condition: condition,
      required: words,
      isOptional: item["optional"]?.isYes ?? false,
      gives: gifts(item),
      line: item.line
    )
  }

  private func effect(_ item: Part, _ rule: Rule) -> Clause.Part? {
    let said = [item["precondition"], item["ground"], item["level"]].compactMap { $0 }
    guard said.count == 1 else {
      item.fault(.missing("precondition, ground, level"))
      return nil
    }
    if let part = item["precondition"] {
      if !part.isYes { part.fault(.unknownValue("no", allowed: ["yes"])) }
      return .precondition
    }
    if let part = item["ground"], let name = part.text {
      return place(of: name, rule, part).map { .ground($0) }
    }
    if let part = item["level"], let name = part.text {
      return place(of: name, rule, part).map { .level($0) }
    }
    return nil
  }

  private func gifts(_ item: Part) -> [Clause.Gift] {
    guard let gives = item["gives"] else { return [] }
    return gives.members.compactMap { name, part in
      guard let fact = book.places[name] else {
        part.fault(.unknownFact(name))
        return nil
      }
      guard let text = part.text else { return nil }
      do throws(RulebookFault.Reason) {
        return Clause.Gift(fact: fact, amount: try ExpressionReader.expression(text, book.places))
      } catch {
        part.fault(error)
        return nil
      }
    }
  }

  // MARK: Bands

  /// A number's whole range cut into stretches, each with what comes of it: no gap, no overlap.
  private func bands(_ item: Part, _ rule: Rule) -> [Clause] {
    item.allow("of", "number", "confidence", "sources", "rows", "vi", "en")
    guard let fact = item.required("of"), let factName = fact.text,
      let number = item.required("number")?.text,
      let confidence = item.required("confidence")?.value(Confidence.self),
      let rows = item.required("rows"), let text = item.wording
    else { return [] }
    guard let place = book.places[factName] else {
      fact.fault(.unknownFact(factName))
      return []
    }
    var clauses: [Clause] = []
    var reached: Quantity? = .zero
    for row in rows.items {
      row.allow("from", "until", "outcome", "gives", "vi", "en")
      guard let outcomePart = row.required("outcome"), let outcomeName = outcomePart.text,
        let outcome = self.place(of: outcomeName, rule, outcomePart)
      else { continue }
      let from = row["from"]?.number ?? .zero
      let until = row["until"]?.number
      if let until, until <= from { row.fault(.endsBeforeItBegins) }
      if let reached {
        if from > reached { row.fault(.gap(reached, from)) }
        if from < reached { row.fault(.overlap(from, reached)) }
      } else {
        row.fault(.overlap(from, .largest))
      }
      reached = until
      var tests: [Condition] = [.compare(.fact(place), .atLeast, .number(from))]
      var words = ["\(factName) >= \(from)"]
      if from == .zero, until != nil {
        tests = []
        words = []
      }
      if let until {
        tests.append(.compare(.fact(place), .less, .number(until)))
        words.append("\(factName) < \(until)")
      }
      clauses.append(
        Clause(
          name: "\(factName).\(outcomeName)",
          number: number,
          text: row["vi"] == nil ? text : row.wording ?? text,
          confidence: confidence,
          sources: item["sources"]?.texts ?? [],
          span: book.span,
          subjects: [],
          part: .level(outcome),
          condition: tests.count == 1 ? tests[0] : .all(tests),
          required: words.joined(separator: " and "),
          isOptional: false,
          gives: gifts(row),
          line: row.line
        )
      )
    }
    if let reached { item.fault(.gap(reached, .largest)) }
    return clauses
  }
}
