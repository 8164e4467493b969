import Basics
import Records
import Rules

/// What a fact of models or working regulations says, for the list of changes.
func modelTold(_ fact: ModelFact, _ span: Span) -> FactTold {
  func told(_ what: String, _ value: String, _ details: [(field: String, value: String?)] = []) -> FactTold {
    let said = details.compactMap { detail in
      detail.value.flatMap { $0.isEmpty ? nil : FactTold.Detail(detail.field, $0) }
    }
    return FactTold(what, value, details: said, span: span)
  }
  switch fact {
  case .assessment(let assessment):
    return told(
      "modelAssessment",
      "",
      [
        ("model", assessment.book), ("year", String(assessment.year)),
        ("modelState", ModelAssessment.state(of: assessment).rawValue),
        ("signer", assessment.decision?.signer), ("reason", assessment.decision?.reason),
        ("back", assessment.back),
      ]
    )
  case .mark(let mark):
    let articles = mark.articles.map(String.init).joined(separator: ", ")
    return told(
      "modelMark",
      mark.item,
      [("modelStep", mark.step.rawValue), ("articles", articles), ("note", mark.note)]
    )
  case .regulation(let kept):
    let regulation = kept.regulation
    return told(
      "workingRegulation",
      regulation.number,
      [
        ("edition", regulation.edition), ("adopted", regulation.adopted.description),
        ("approved", regulation.approval?.day.description),
      ]
    )
  }
}
