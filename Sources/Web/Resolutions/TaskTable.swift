import Basics
import Markup
import Phrases
import Records
import Rules

/// Tasks in a table, one below the other on a phone; each says which resolution it is of, but for the one named.
func taskTable(
  _ rows: [TaskLine],
  _ viewpoint: Viewpoint,
  namesUnit: Bool,
  under resolution: ID<FactMark>? = nil
) -> HTML {
  let table = Table(
    caption: Phrase.tasksTitle.text,
    columns: [
      Column(Phrase.taskWhat.text), Column(Phrase.taskAnswers.text), Column(Phrase.taskDue.text),
      Column(Phrase.taskSoFar.text), Column(Phrase.taskStateTitle.text),
    ],
    rows: rows,
    isDense: true
  ) { line, page in
    let task = line.task
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(viewpoint.task(task.key.description))
    page.markup("\"><bdi lang=\"vi\">")
    page.text(task.what)
    page.markup("</bdi></a>")
    if let title = line.resolutionTitle, task.resolution != resolution {
      page.piece("<span class=\"detail\" lang=\"vi\">\(title)</span>")
    }
    page.markup("</th>")
    let unit: HTML? = namesUnit ? "<bdi lang=\"vi\">\(line.unitName)</bdi>" : nil
    let person: HTML? = line.answererName.map {
      "<span class=\"detail\"><bdi lang=\"vi\">\($0)</bdi></span>"
    }
    page.cell(.taskAnswers, "\(unit ?? "<bdi lang=\"vi\">\(line.unitName)</bdi>")\(person)")
    page.cell(.taskDue, "<span class=\"whole\">\(Phrase.day(task.due))</span>")
    page.cell(.taskSoFar, "\(soFar(line))")
    page.cell(.taskStateTitle, taskStateView(line, viewpoint.on))
    page.markup("</tr>\n")
  }
  return "<div class=\"stacks\">\(table.html)</div>"
}

/// How much there is of how much.
func soFar(_ line: TaskLine) -> Phrase {
  let (quantity, target) = (line.standing.quantity, line.task.measure.target)
  switch line.task.measure {
  case .quantity(_, let unit):
    return Phrase(verbatim: "\(Phrase.quantity(quantity))/\(Phrase.quantity(target)) \(unit)")
  case .households: return .householdsOf(quantity.whole, target.whole)
  case .evidence: return quantity > .zero ? .taskIsDone : .taskIsNotDone
  }
}

/// How a task stands, and how many days late.
func taskStateView(_ line: TaskLine, _ day: CivilDate) -> HTML {
  let state = line.standing.state
  let words = Phrase.taskState(state.rawValue)
  let late: HTML? = line.standing.delay(of: line.task, on: day).map {
    "<span class=\"detail\">\(Phrase.daysLate($0))</span>"
  }
  switch state {
  case .late: return "<span class=\"state bad\">\(words)</span>\(late)"
  case .doneLate, .carriedOver, .givenUp: return "<span class=\"state watch\">\(words)</span>\(late)"
  default: return "\(words)"
  }
}
