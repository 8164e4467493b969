public import Basics

/// A term that the regulation sets to a transfer, and how it stands on a day.
public struct TransferTerm: Hashable, Sendable {
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// From the event to the asking.
    case asking
    /// From the letter to its being handed in.
    case presenting
  }

  public enum Standing: String, Hashable, Sendable {
    /// Done within the term.
    case inTime
    /// Not done yet, and the term still runs.
    case due
    /// Done after the term, or not done when it had run out.
    case late
  }

  public let part: Part
  /// The last day of the term; `nil` when no rule or no calendar says so.
  public var last: CivilDate?
  public var standing: Standing?
  /// The clause that sets it; `nil` when no rule is known for that day.
  public var clause: Clause?
  /// The year whose calendar of working days is not known, when that is what is missing.
  public var unknownYear: Int?
}

extension RulebookLibrary {
  /// The terms of a transfer that have begun, as they stand on a day.
  public func terms(of request: TransferRequest, _ step: TransferStep, on day: CivilDate) -> [TransferTerm] {
    guard request.kind == .official else { return [] }
    var terms = [
      term(
        .asking,
        from: request.happened,
        done: request.asked,
        ["transfer.event": Quantity(request.happened), "transfer.submitted": Quantity(request.asked)],
        on: day
      )
    ]
    guard let sent = step.sent, step.presented != nil || step.state == .sent else { return terms }
    let presented = Quantity(step.presented ?? day)
    let facts = ["transfer.letter": Quantity(sent), "transfer.presented": presented]
    terms.append(term(.presenting, from: sent, done: step.presented, facts, on: day))
    return terms
  }

  private func term(
    _ part: TransferTerm.Part,
    from start: CivilDate,
    done: CivilDate?,
    _ facts: [String: Quantity],
    on day: CivilDate
  ) -> TransferTerm {
    var term = TransferTerm(part: part)
    guard let judge = judge("charter", of: "transfer", on: start) else { return term }
    let (clause, limit) =
      part == .asking
      ? ("transfer.submit", "transfer.submitBy") : ("transfer.present", "transfer.presentBy")
    let verdict = judge.verdict(facts)
    guard let finding = verdict.findings.first(where: { $0.clause.name == clause }) else { return term }
    term.clause = finding.clause
    term.last = verdict.values.first { $0.fact.name == limit }?.amount.day
    switch finding.truth {
    case .met: term.standing = done == nil ? .due : .inTime
    case .notMet: term.standing = .late
    case .unknown: term.unknownYear = (start.year...9999).first { !calendar.years.contains($0) }
    }
    return term
  }

  /// What the regulation says of a transfer for a time; `nil` when no rule is known for the day it begins.
  public func window(from: CivilDate, until: CivilDate, isStudy: Bool) -> Verdict? {
    judge("charter", of: "temporaryTransfer", on: from)?.verdict([
      "temporary.from": Quantity(from), "temporary.until": Quantity(until),
      "temporary.study": Quantity(isStudy ? 1 : 0),
    ])
  }
}

extension Verdict {
  /// What came out, in words.
  public var outcomeTitle: Wording? { outcome.map { judge.rule.outcomes[$0].title } }
}
