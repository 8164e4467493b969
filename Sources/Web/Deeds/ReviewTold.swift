import Basics
import Records
import Rules

/// What a fact of a review says, for the list of changes: never what was said of somebody.
func reviewTold(_ fact: ReviewFact, _ span: Span) -> FactTold {
  func told(_ what: String, _ value: String, _ details: [(field: String, value: String?)] = []) -> FactTold {
    let said = details.compactMap { detail in
      detail.value.flatMap { $0.isEmpty ? nil : FactTold.Detail(detail.field, $0) }
    }
    return FactTold(what, value, details: said, span: span)
  }
  switch fact {
  case .round(let round):
    return told(
      "reviewRound",
      round.title,
      [
        ("reviewTerm", round.term.rawValue), ("counted", round.counted.description),
        ("selfBy", round.deadlines.selfReview?.description),
        ("evaluateBy", round.deadlines.evaluation?.description),
        ("decideBy", round.deadlines.decision?.description),
        ("publishBy", round.deadlines.publication?.description),
        ("percent", round.cap?.percent.description), ("capBase", round.cap?.base.rawValue),
      ]
    )
  case .mark(_, let step): return told("reviewMark", "", [("reviewStep", step.rawValue)])
  case .sent(let sent): return told("reviewSent", "", [("back", sent.back)])
  case .statement: return told("reviewStatement", "")
  case .steering(let steering): return told("reviewSteering", "", [("ground", steering.ground)])
  case .listing(let listing): return told("reviewListing", "", [("audience", listing.audience.rawValue)])
  case .matter(_, let kind): return told("reviewMatter", "", [("raisedKind", kind.rawValue)])
  }
}
