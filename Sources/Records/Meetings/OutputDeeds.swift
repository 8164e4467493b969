package import Basics
package import Rules
import Storage

/// Registers something a thematic meeting made, where a programme asks for it.
package struct RegisterOutput: Operation {
  package static let operation = "registerOutput"
  package var meeting: ID<FactMark>
  package var output: MeetingOutput

  package init(_ meeting: ID<FactMark>, _ output: MeetingOutput) {
    self.meeting = meeting
    self.output = output
  }

  package var said: [(name: String, value: String?)] {
    [
      ("meeting", meeting.description), ("kind", output.kind), ("title", output.title),
      ("link", output.link),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.meeting(meeting, in: [.open, .closed])
    let (value, day) = (held.value, held.span.start)
    let library = try work.regulations(for: value.unit)
    let programme = library.version(of: OutputProgramme.family, on: day).map(OutputProgramme.init)
    guard let programme, programme.asks(value.kind, theme: value.theme) else {
      throw Refused(nil, .noOutputsAsked)
    }
    var objections = Written.text(output.title, .title, limit: 300) + output.objections()
    if !programme.kinds.contains(output.kind) {
      objections.append(Objection(.kind, .unknownValue(output.kind, allowed: programme.kinds)))
    }
    try objections.raise()
    let known = try MeetingStore(db: work.db).outputs(of: meeting)
    if known.contains(where: { $0.value == output }) { throw Refused(.title, .alreadyThere) }
    // One more than the rule takes is refused by its clause; that there are still too few is only told.
    let judge = library.judge(OutputProgramme.family, of: OutputProgramme.family, on: day)
    func broken(_ count: Int) -> [Clause] {
      let findings = judge?.verdict(OutputProgramme.facts(count)).findings ?? []
      return findings.filter { $0.truth == .notMet }.map(\.clause)
    }
    let before = broken(known.count)
    if let clause = broken(known.count + 1).first(where: { !before.contains($0) }) {
      throw Refused(nil, .againstClause(number: clause.number, clause.text))
    }
    let id: ID<FactMark> = work.draw()
    try work.write(.meetingOutput, id, held.span, [meeting.sqlValue, value.unit.sqlValue] + output.row)
    return id.number
  }
}

/// Takes back something that was registered of a meeting.
package struct WithdrawOutput: Operation {
  package static let operation = "withdrawOutput"
  package var meeting: ID<FactMark>
  package var output: ID<FactMark>

  package init(_ meeting: ID<FactMark>, _ output: ID<FactMark>) {
    self.meeting = meeting
    self.output = output
  }

  package var said: [(name: String, value: String?)] {
    [("meeting", meeting.description), ("output", output.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    _ = try work.meeting(meeting, in: [.open, .closed])
    guard try MeetingStore(db: work.db).outputs(of: meeting).contains(where: { $0.id == output }) else {
      throw Refused(nil, .noSuchStep)
    }
    try work.supersede(.meetingOutput, output)
    return output.number
  }
}

extension MeetingStore {
  /// What a meeting made, the first registered first.
  package func outputs(
    of meeting: ID<FactMark>,
    _ knowledge: Knowledge = .now
  ) throws -> [Fact<MeetingOutput>] {
    try facts(meeting, "meeting_output", MeetingOutput.columns, knowledge) {
      try MeetingOutput($0, from: 3)
    }
  }
}
