import Basics
import Records
import Rules

/// What a fact of a resolution or a task says, for the list of changes.
func resolutionTold(_ fact: ResolutionFact, _ span: Span, _ name: (ID<Person>?) -> String) -> FactTold {
  func told(
    _ what: String,
    _ value: String,
    _ details: [(field: String, value: String?)]
  ) -> FactTold {
    let said = details.compactMap { detail in
      detail.value.flatMap { $0.isEmpty ? nil : FactTold.Detail(detail.field, $0) }
    }
    return FactTold(what, value, details: said, span: span)
  }
  switch fact {
  case .resolution(let resolution):
    return told(
      "resolution",
      resolution.title,
      [
        ("resolutionKind", resolution.kind.rawValue), ("number", resolution.number),
        ("basis", resolution.basis), ("text", resolution.text),
      ]
    )
  case .sent(let sent):
    let study = sent.study
    return told(
      "resolutionSent",
      "",
      [
        ("received", sent.received?.description), ("studied", study?.day.description),
        ("place", study?.place), ("members", study.map { "\($0.members)/\($0.all)" }),
        ("reported", sent.report?.day.description), ("text", sent.report?.text),
      ]
    )
  case .task(let task):
    return told(
      "task",
      task.what,
      [
        ("answerer", name(task.answerer)), ("due", task.due.description),
        ("measure", task.measure.kind.rawValue), ("target", task.measure.target.description),
        ("counted", task.measure.counted), ("weight", String(task.weight)),
        ("ending", task.ending?.kind.rawValue), ("reason", task.ending?.reason),
      ]
    )
  case .reminder(let note): return told("resolutionReminder", note ?? "", [])
  case .progress(let progress):
    return told("taskProgress", progress.quantity.description, [("note", progress.note)])
  }
}
