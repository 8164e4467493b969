import Basics
import Records
import Rules

/// What a fact of a member's way says: a state, a way out, a warning, a discipline, a report.
func wayTold(_ value: FactValue, _ span: Span, _ link: (ID<Unit>) -> UnitLink) -> FactTold {
  func details(_ pairs: [(String, String?)]) -> [FactTold.Detail] {
    pairs.compactMap { name, value in value.map { FactTold.Detail(name, $0) } }
  }
  switch value {
  case .state(let state):
    let said = details([
      ("extent", state.extent?.rawValue), ("ground", state.ground?.rawValue),
      ("asked", state.asked?.description),
    ])
    return FactTold(state.kind.rawValue, unit: state.body.map(link), details: said, span: span)
  case .leavingCase(let leaving):
    let said = details([
      ("ground", leaving.ground), ("occurred", leaving.occurred?.description), ("note", leaving.note),
      ("heard", leaving.hearing?.day.description), ("hearing", leaving.hearing?.said),
      ("voted", leaving.vote?.day.description),
      ("vote", leaving.vote.map { "\($0.agreed)/\($0.officials)" }),
      ("ended", leaving.ending?.day.description), ("outcome", leaving.ending?.outcome.rawValue),
    ])
    return FactTold("leavingCase", leaving.reason.rawValue, details: said, span: span)
  case .warning(let warning):
    let said = details([("warned", String(warning.number)), ("ground", warning.ground)])
    return FactTold("warning", warning.note, details: said, span: span)
  case .matter(let matter):
    let said = details([("number", matter.decision.number), ("signed", matter.decision.signed.description)])
    return disciplineTold("matter", matter.discipline, said, span, link)
  case .discipline(let discipline): return disciplineTold("discipline", discipline, [], span, link)
  case .unitMatter(let matter):
    let said = details([("number", matter.decision.number), ("signed", matter.decision.signed.description)])
    return unitDisciplineTold("unitMatter", matter.discipline, said, span, link)
  case .unitDiscipline(let discipline):
    return unitDisciplineTold("unitDiscipline", discipline, [], span, link)
  case .errorReport(let report):
    let said = details([
      ("right", report.right), ("note", report.note), ("state", report.state.rawValue),
      ("answer", report.answer),
    ])
    return FactTold("errorReport", report.topic.rawValue, details: said, span: span)
  default: return FactTold("", span: span)
  }
}

private func unitDisciplineTold(
  _ what: String,
  _ discipline: UnitDiscipline,
  _ more: [FactTold.Detail],
  _ span: Span,
  _ link: (ID<Unit>) -> UnitLink
) -> FactTold {
  var details = more
  if let day = discipline.violated { details.append(FactTold.Detail("violated", day.description)) }
  if let note = discipline.note { details.append(FactTold.Detail("note", note)) }
  return FactTold(what, discipline.form.rawValue, unit: link(discipline.body), details: details, span: span)
}

private func disciplineTold(
  _ what: String,
  _ discipline: Discipline,
  _ more: [FactTold.Detail],
  _ span: Span,
  _ link: (ID<Unit>) -> UnitLink
) -> FactTold {
  var details = more
  if let day = discipline.violated { details.append(FactTold.Detail("violated", day.description)) }
  if let vote = discipline.vote {
    details.append(FactTold.Detail("vote", "\(vote.agreed)/\(vote.officials)"))
    if let above = vote.above, let all = vote.aboveAll {
      details.append(FactTold.Detail("above", "\(above)/\(all)"))
    }
  }
  if let note = discipline.note { details.append(FactTold.Detail("note", note)) }
  return FactTold(what, discipline.form.rawValue, unit: link(discipline.body), details: details, span: span)
}
