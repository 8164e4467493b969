import Basics
import Markup
import Phrases
import Rules

// Pieces that the pages of transfers share.

/// A unit by name, opening where it is the reader's to see.
func placeView(_ place: PlaceTold, _ viewpoint: Viewpoint) -> HTML {
  if let key = place.key { return unitLink(UnitLink(key, place.name), viewpoint) }
  return "<bdi lang=\"vi\">\(place.name)</bdi>"
}

/// A person by name, opening where their file is the reader's to see.
func personView(_ person: PersonLink, opens: Bool, _ viewpoint: Viewpoint) -> HTML {
  opens ? personLink(person, viewpoint) : HTML(reserving: 96) { $0.name(person.name) }
}

/// What a transfer was asked for, with its day.
func occasionView(_ request: TransferRequest) -> HTML {
  "\(Phrase.transferEvent(request.event.rawValue).leading), <span class=\"whole\">\(Phrase.day(request.happened))</span>"
}

/// Where a transfer stands, and on whom it waits.
func waitingView(_ told: TransferTold) -> HTML {
  let request = told.request
  switch told.step.state {
  case .asked: return "\(Phrase.waitsOnUnit(told.source.name, toSend: true))"
  case .sent:
    if let outside = request.outside { return "\(Phrase.waitsOnArrival(outside))" }
    return "\(Phrase.waitsOnUnit(told.whereTo.name, toSend: false))"
  default: return "\(Phrase.transferState(told.step.state.rawValue).leading)"
  }
}

/// A term of a transfer: its last day and how it stands; what is not known says so.
func termView(_ term: TransferTerm) -> HTML {
  guard let clause = term.clause else { return "<span class=\"quiet\">\(Phrase.noRuleThatDay)</span>" }
  if let year = term.unknownYear { return "<span class=\"state ring\">\(Phrase.noCalendar(year))</span>" }
  let last: HTML? = term.last.map { "<span class=\"whole\">\(Phrase.day($0))</span> " }
  let mark: HTML? = clause.confidence.isVerified ? nil : " \(confidenceView(clause.confidence))"
  return "\(last)\(term.standing.map(standingView))\(mark)"
}

private func standingView(_ standing: TransferTerm.Standing) -> HTML {
  let words = Phrase.termStanding(standing.rawValue)
  return switch standing {
  case .inTime, .due: "<span class=\"quiet\">\(words)</span>"
  case .late: "<span class=\"state watch\">\(words)</span>"
  }
}

/// What the regulation says of a transfer for a time: that it is one, or by which clause it is not.
func windowView(_ verdict: Verdict?) -> HTML {
  guard let verdict else { return "<span class=\"quiet\">\(Phrase.noRuleThatDay)</span>" }
  let clauses = verdict.unmet
  let words = verdict.outcomeTitle.map { Phrase($0) } ?? .undetermined
  guard !clauses.isEmpty else { return "<span class=\"quiet\">\(words)</span>" }
  return """
    <span class="state watch">\(words)</span>\
    \(clauses, { "<span class=\"detail\">\(Phrase($0.text)) · § \($0.number)</span>" })
    """
}
