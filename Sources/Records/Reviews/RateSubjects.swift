package import Basics
package import Rules
import Storage

/// Says what one body has to say of many subjects, as its meeting went through them: all of it or nothing.
///
/// They are said in the order given: a body that proposes and then decides of the same subject may say both. What is
/// said as it stands already is left as it is; one word said twice is refused.
package struct RateSubjects: Operation {
  package static let operation = "rateSubjects"

  /// What is said of one of them.
  package struct Line: Hashable, Sendable {
    package var mark: ReviewMark
    /// Whether the class is to be the one that the rules give.
    package var takesRule: Bool

    package init(_ mark: ReviewMark, takesRule: Bool = false) {
      self.mark = mark
      self.takesRule = takesRule
    }
  }

  package var round: ID<FactMark>
  package var body: ID<Unit>
  package var lines: [Line]

  package init(_ round: ID<FactMark>, by body: ID<Unit>, _ lines: [Line]) {
    self.round = round
    self.body = body
    self.lines = lines
  }

  package var said: [(name: String, value: String?)] {
    [
      ("round", round.description), ("unit", body.description),
      ("subjects", lines.map { RateSubjects.said($0) }.joined(separator: ", ")),
    ]
  }

  private static func said(_ line: Line) -> String {
    let mark = line.mark
    let points = mark.points.map { "\($0.general)+\($0.results)" } ?? ""
    let vote = mark.vote.map { "\($0.agreed)/\($0.voters)" } ?? ""
    let rating = line.takesRule ? "rule" : mark.rating?.rawValue ?? ""
    return [mark.subject.told, mark.step.rawValue, rating, points, vote, mark.reason ?? "", mark.text ?? ""]
      .joined(separator: " ")
  }

  package func perform(_ work: Work) throws -> Int64? {
    var saying = try MarkSaying(round, work)
    try saying.demandKeeper(of: body)
    let known = Dictionary(
      try saying.sheet.lines(.evaluated(by: body)).map { ($0.subject, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var objections: [Objection] = []
    var ready: [(ReviewMark, ReviewLine)] = []
    // What this deed itself says of somebody comes before what it says of them next; whoever is refused a word is
    // told that alone.
    var heard: [ReviewSubject: [ReviewMark]] = [:]
    var refused: Set<ReviewSubject> = []
    for line in lines {
      guard line.mark.round == round, line.mark.body == body, let subject = known[line.mark.subject] else {
        throw Refused(nil, .notInRound)
      }
      if refused.contains(subject.subject) { continue }
      do {
        let before = heard[subject.subject] ?? []
        let now = before.reduce(subject) { $0.saying($1, on: work.today) }
        let new = try saying.ready(line.mark, now, takesRule: line.takesRule)
        if before.contains(where: { $0.isTwin(of: new) }) { throw Refused(nil, .alreadyThere) }
        heard[subject.subject, default: []].append(new)
        let isThere = subject.marks.last { $0.mark.isTwin(of: new) }?.mark == new
        if !isThere { ready.append((new, subject)) }
      } catch let refusal as Refused {
        refused.insert(subject.subject)
        objections += refusal.objections.map { objection in
          Objection(objection.field, .ofSubject(subject.subject, name: subject.name, objection.refusal))
        }
      }
    }
    try objections.raise()
    if ready.isEmpty { throw Refused(nil, .nothingChanges) }
    for (mark, line) in ready { try saying.keep(mark, line) }
    return round.number
  }
}
