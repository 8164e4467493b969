import Basics
import Phrases
import RulebookFiles
import Rules

/// What the judge is asked: who, on which day, with which facts.
struct AskedFacts {
  let subject: String
  let day: CivilDate
  let facts: [String: Quantity]
  /// What is odd about the facts, and taken all the same.
  let notes: [String]

  /// Reads a file of facts, those the rulebook knows.
  ///
  /// A fact of which it says nothing is meant for another subject or another rulebook, and is passed over.
  static func read(_ path: String, _ book: Rulebook) throws -> AskedFacts {
    let bytes = Array(try text(path).utf8)
    let value: JSONValue
    do throws(JSONReader.Fault) {
      value = try JSONReader.read(bytes)
    } catch {
      throw Failure.refused(reasons: [Phrase.notJSON(path, error.line).text])
    }
    var reasons: [String] = []
    func refuse(_ field: String) {
      reasons.append(Phrase.rulebookFault(.missing(field)).text)
    }
    let subject = value["subject"]?.text
    if subject == nil { refuse("subject") }
    let day = value["on"]?.text.flatMap { CivilDate(list: $0) }
    if day == nil { refuse("on") }
    var facts: [String: Quantity] = [:]
    var notes: [String] = []
    if case .object(let members) = value["facts"] {
      for fact in book.facts {
        guard let stated = members[fact.name], stated != .null else { continue }
        guard let quantity = quantity(stated, fact.sort) else {
          reasons.append(Phrase.notAFact(fact.name, fact.sort).text)
          continue
        }
        if let bounds = fact.sort.bounds, !bounds.contains(quantity) {
          notes.append(Phrase.factOutOfReach(fact.name, "\(quantity)").text)
        }
        facts[fact.name] = quantity
      }
    } else {
      refuse("facts")
    }
    guard let subject, let day, reasons.isEmpty else { throw Failure.refused(reasons: reasons) }
    return AskedFacts(subject: subject, day: day, facts: facts, notes: notes)
  }

  private static func text(_ path: String) throws(Failure) -> String {
    do throws(RulebookFolder.Unreachable) {
      return try RulebookFolder.text(of: path)
    } catch {
      throw Failure.unreachable(Phrase.noSuchFile(path).text)
    }
  }

  private static func quantity(_ value: JSONValue, _ sort: FactSort) -> Quantity? {
    switch value {
    case .text(let text) where sort == .day: CivilDate(list: text).map { Quantity($0) }
    case .number(let text) where sort != .day: Quantity(text)
    case .flag(let flag) where sort == .yesNo || sort == .count: Quantity(flag ? 1 : 0)
    default: nil
    }
  }
}
