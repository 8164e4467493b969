import Basics
import Markup
import Phrases

/// A decision as a fact cites it, the small open square standing for its seal.
func decisionView(_ decision: DecisionLink, _ viewpoint: Viewpoint) -> HTML {
  """
  <span class="decision">\(number(of: decision, viewpoint))\(decision.signed.map(signedPart))\
  \(decision.issuer.map(issuerPart))</span>
  """
}

private func number(of decision: DecisionLink, _ viewpoint: Viewpoint) -> HTML {
  guard let key = decision.key else { return "<b><bdi>\(decision.number)</bdi></b>" }
  return """
    <a href="\(path: viewpoint.decision(key))"><bdi>\(decision.number)</bdi></a>
    """
}

private func signedPart(_ day: CivilDate) -> HTML { " · \(Phrase.day(day))" }
private func issuerPart(_ issuer: String) -> HTML { " · <bdi lang=\"vi\">\(issuer)</bdi>" }

/// By what a fact stands in the record: its decision, or the list and row it was taken over from.
func sourceView(_ source: Source, _ viewpoint: Viewpoint) -> HTML {
  switch source {
  case .decision(let decision): decisionView(decision, viewpoint)
  case .list(let name, let row): "<span class=\"source\">\(Phrase.takenOverFrom(name, row))</span>"
  }
}

func recordedView(_ recorded: Recorded) -> HTML {
  """
  <span class="recorded">\(Phrase.recorded(momentText(recorded.moment), by: recorded.account))</span>
  """
}
