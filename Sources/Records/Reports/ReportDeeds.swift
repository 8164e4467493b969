package import Basics
package import Rules
import Storage

/// Reports an error in one's own record: only the person themselves can, and it becomes an officer's task.
package struct ReportError: Operation {
  package static let operation = "reportError"
  package var person: ID<Person>
  package var topic: ErrorReport.Topic
  /// What is right.
  package var right: String
  package var note: String?

  package init(person: ID<Person>, _ topic: ErrorReport.Topic, right: String, note: String? = nil) {
    self.person = person
    self.topic = topic
    self.right = right
    self.note = note
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("topic", topic.rawValue), ("right", right), ("note", note),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    if let account = work.account {
      let isOwn = try work.db.exists("SELECT 1 FROM account WHERE id = \(account) AND person = \(person)")
      if !isOwn { throw Refused(nil, .notYourOwn) }
    }
    var objections = Written.text(right, .right, limit: 300)
    if let note { objections += Written.text(note, .note, limit: 500) }
    try objections.raise()
    let reports = try ErrorReportStore(db: work.db).reports(of: person)
    if let open = reports.first(where: { $0.value.topic == topic && $0.value.state == .open }) {
      throw Refused(.topic, .stillOpen(since: open.span.start))
    }
    let report = ErrorReport(topic, right: right, note: note)
    try work.save(.errorReport, from: reports, to: reports + [Fact(report, Span(open: work.today))]) {
      ErrorReportStore.row(person, $0)
    }
    return person.number
  }
}

/// Answers a report: the member was right, or it stays as it is, for a reason.
package struct AnswerReport: Operation {
  package static let operation = "answerReport"
  package var report: ID<FactMark>
  package var isRight: Bool
  package var answer: String?

  package init(_ report: ID<FactMark>, isRight: Bool, answer: String? = nil) {
    self.report = report
    self.isRight = isRight
    self.answer = answer
  }

  package var said: [(name: String, value: String?)] {
    [
      ("report", report.description),
      ("state", (isRight ? ErrorReport.State.accepted : .declined).rawValue), ("answer", answer),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    guard let found = try ErrorReportStore(db: work.db).report(report) else {
      throw Refused(nil, .noneOpen)
    }
    try work.require(.correctParticulars, on: found.person)
    if let answer { try Written.text(answer, .answer, limit: 500).raise() }
    if !isRight, answer == nil { throw Refused(.answer, .blank) }
    if found.report.value.state != .open { throw Refused(nil, .noneOpen) }
    var new = found.report
    new.value.state = isRight ? .accepted : .declined
    new.value.answer = answer
    try work.save(.errorReport, from: [found.report], to: [new]) {
      ErrorReportStore.row(found.person, $0)
    }
    return found.person.number
  }
}
