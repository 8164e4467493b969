import Basics
package import Rules
import Storage

/// Says what a subject, an evaluator, an advising body or the deciding body has to say in its step.
///
/// What was said in the same step by the same one is replaced, while nothing was sent up.
package struct RateSubject: Operation {
  package static let operation = "rateSubject"
  package var mark: ReviewMark

  package init(_ mark: ReviewMark) {
    self.mark = mark
  }

  package var said: [(name: String, value: String?)] {
    [
      ("round", mark.round.description), ("person", mark.subject.person?.description),
      ("subject", mark.subject.unit?.description), ("step", mark.step.rawValue),
      ("unit", mark.body.description), ("writer", mark.writer?.description),
      ("rating", mark.rating?.rawValue), ("general", mark.points?.general.description),
      ("results", mark.points?.results.description),
      ("votes", mark.vote.map { "\($0.agreed)/\($0.voters)" }), ("text", mark.text),
      ("reason", mark.reason), ("passed", mark.isPassed ? "yes" : "no"),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let saying = try MarkSaying(mark.round, work)
    guard let line = try saying.sheet.line(mark.subject) else { throw Refused(nil, .notInRound) }
    try saying.demandUnpublished(mark)
    let new = try saying.ready(mark, line)
    if line.marks.last(where: { $0.mark.isTwin(of: mark) })?.mark == new { throw Refused(nil, .nothingChanges) }
    return try saying.keep(new, line).number
  }
}
