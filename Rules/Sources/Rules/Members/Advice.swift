public import Basics

/// Something a rulebook would object to: shown, never refused.
public enum Advice: Hashable, Sendable {
  case rule(RuleObjection)
  case namesake(code: String)
  case noHome
  case unknownColumn(String)
}

/// A clause that is not met, with what was seen instead.
public struct RuleObjection: Hashable, Sendable {
  public let clause: Clause
  /// What was seen: each thing by its name, as people write it.
  public let seen: [Seen]

  public struct Seen: Hashable, Sendable {
    public let fact: RuleFact
    public let text: String
  }

  init(_ clause: Clause, _ verdict: Verdict) {
    self.clause = clause
    seen = verdict.seen(by: clause).map { Seen(fact: $0.fact, text: $0.text) }
  }
}

extension Judges {
  /// The clauses that are not met on a day, whichever way the facts are read: a birth known by its year is read
  /// as its first and as its last day.
  public func objections(
    _ subject: String,
    on day: CivilDate,
    _ readings: [[String: Quantity]]
  ) -> [RuleObjection] {
    guard let judge = judge("charter", of: subject, on: day), let first = readings.first else { return [] }
    let verdict = judge.verdict(first)
    guard !verdict.unmet.isEmpty else { return [] }
    let others = readings.dropFirst().map { judge.verdict($0).unmet }
    return verdict.unmet.filter { clause in others.allSatisfy { $0.contains(clause) } }
      .map { RuleObjection($0, verdict) }
  }

  /// What the charter says of the size and form of a unit on a day, when it says something else than what it is.
  public func objections(
    to kind: UnitKind,
    members: Int,
    officials: Int,
    on day: CivilDate
  ) -> [RuleObjection] {
    var found: [RuleObjection] = []
    if kind == .cell || kind == .baseCell,
      let verdict = judge("charter", of: "cellForm", on: day)?.verdict([
        "members.official": Quantity(officials)
      ]),
      verdict.outcomeName == "tooFew", let clause = verdict.deciding
    {
      found.append(RuleObjection(clause, verdict))
    }
    if kind == .baseCell || kind == .baseCommittee,
      let verdict = judge("charter", of: "baseUnitForm", on: day)?.verdict([
        "members.total": Quantity(members)
      ]),
      let form = verdict.outcomeName, form != kind.rawValue, let clause = verdict.deciding
    {
      found.append(RuleObjection(clause, verdict))
    }
    return found
  }
}

extension Life {
  /// What a rulebook would object to in this life, with the membership it is about.
  public func advice(_ judges: Judges) -> [(term: Int, advice: Advice)] {
    var found: [(term: Int, advice: Advice)] = []
    for (index, term) in terms.enumerated() {
      let admitted = term.span.start
      if let born = particulars.first?.value.born, born.latest < admitted {
        let readings = (born.earliest == born.latest ? [born.latest] : [born.latest, born.earliest]).map {
          born in
          ["admission.born": Quantity(born), "admission.considered": Quantity(admitted)]
        }
        found += judges.objections("admission", on: admitted, readings).map { (index, .rule($0)) }
      }
      if let official = term.value.official, official >= admitted {
        let facts = ["recognition.ceremony": Quantity(admitted), "recognition.official": Quantity(official)]
        found += judges.objections("recognition", on: official, [facts]).map { (index, .rule($0)) }
      }
      let hasHome = affiliations.contains { $0.value.role == .home && term.span.contains($0.span.start) }
      if !hasHome { found.append((index, .noHome)) }
    }
    return found
  }
}
