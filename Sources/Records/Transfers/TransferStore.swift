package import Basics
package import Rules
package import Storage

/// What a step of a transfer says, as the journal tells it.
package struct TransferFact: Hashable, Sendable {
  package var state: TransferState
  package var letter: String?
  package var kind: TransferKind
  package var source: ID<Unit>
  package var target: ID<Unit>?
  package var outside: String?
}

/// A transfer with its way so far, the oldest step first.
package struct KnownTransfer: Hashable, Sendable {
  package let id: ID<Transfer>
  package let request: TransferRequest
  package let steps: [Fact<TransferStep>]

  /// How it stands in the end, as far as that is known.
  package var last: Fact<TransferStep>? { steps.last }

  /// The step it stands at; refused when it waits for something else.
  func step(in state: TransferState) throws -> TransferStep {
    guard let step = last?.value, step.state == state else {
      throw Refused(nil, .transferNotWaiting(last?.value.state ?? .withdrawn))
    }
    return step
  }
}

/// Reads transfers and takes them a step further.
package struct TransferStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// A transfer; `nil` when there is none, or when all of it was annulled.
  package func transfer(_ id: ID<Transfer>, _ knowledge: Knowledge = .now) throws -> KnownTransfer? {
    let request = try db.first("SELECT \(TransferStore.request) FROM transfer x WHERE x.id = \(id)") { row in
      try TransferStore.request(row, at: 0)
    }
    guard let request else { return nil }
    let steps = try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, t.cited, t.line, \(TransferStore.step)
      FROM transfer_step t WHERE t.transfer = \(id) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      return Fact(
        try TransferStore.step(row, at: 5),
        span,
        id: try row[0],
        cited: try row[3],
        line: try row[4]
      )
    }
    return steps.isEmpty ? nil : KnownTransfer(id: id, request: request, steps: steps)
  }

  /// Those of a person that are not over, with the day each was asked for.
  package func pending(_ person: ID<Person>) throws -> [(id: ID<Transfer>, asked: CivilDate)] {
    try db.rows(
      """
      SELECT x.id, x.asked_on FROM transfer_step t JOIN transfer x ON x.id = t.transfer
      WHERE t.person = \(person) AND \(known("t")) AND t.end_on IS NULL AND t.state IN ('asked', 'sent')
      ORDER BY x.asked_on, x.id
      """
    ) { row in (id: try row[0], asked: try row[1]) }
  }

  /// Whose account it is.
  func person(of account: ID<Account>) throws -> ID<Person>? {
    try db.value("SELECT person FROM account WHERE id = \(account) AND person IS NOT NULL")
  }

  // MARK: Columns

  static let request: SQL = """
    x.person, x.source, x.target, x.outside, x.kind, x.event, x.happened_on, x.until_on, x.asked_on, x.asker, x.note
    """

  static func request(_ row: Row, at start: Int) throws -> TransferRequest {
    TransferRequest(
      person: try row[start],
      source: try row[start + 1],
      target: try row[start + 2],
      outside: try row[start + 3],
      kind: try row[start + 4],
      event: try row[start + 5],
      happened: try row[start + 6],
      until: try row[start + 7],
      asked: try row[start + 8],
      asker: try row[start + 9],
      note: try row[start + 10]
    )
  }

  static func row(_ request: TransferRequest) -> [SQLValue] {
    [
      request.person.sqlValue, request.source.sqlValue, request.target.sqlValue, request.outside.sqlValue,
      request.kind.sqlValue, request.event.sqlValue, request.happened.sqlValue, request.until.sqlValue,
      request.asked.sqlValue, request.asker.sqlValue, request.note.sqlValue,
    ]
  }

  static let step: SQL = "t.state, t.letter, t.sent_on, t.presented_on, t.reason"

  static func step(_ row: Row, at start: Int) throws -> TransferStep {
    TransferStep(
      try row[start],
      letter: try row[start + 1],
      sent: try row[start + 2],
      presented: try row[start + 3],
      reason: try row[start + 4]
    )
  }
}

extension TransferStore {
  /// Refuses what cannot be while a transfer of the person is not over.
  func demandNonePending(_ person: ID<Person>) throws {
    guard let first = try pending(person).first else { return }
    throw Refused(nil, .transferPending(since: first.asked))
  }

  /// Refuses two that are not over at once.
  func demandOnePending(_ person: ID<Person>) throws {
    let pending = try pending(person)
    if pending.count > 1 { throw Refused(nil, .transferPending(since: pending[0].asked)) }
  }

  /// Closes what was asked for and is not done when the membership ends on a day.
  func lapse(_ person: ID<Person>, on day: CivilDate, _ work: Work) throws {
    for open in try pending(person) {
      guard let transfer = try transfer(open.id), let last = transfer.last else { continue }
      var step = last.value
      step.state = .lapsed
      try advance(transfer, to: step, on: max(day, last.span.start), work)
    }
  }

  /// Takes a transfer a step further from a day on.
  func advance(
    _ transfer: KnownTransfer,
    to step: TransferStep,
    on day: CivilDate,
    _ work: Work
  ) throws {
    var steps = transfer.steps
    guard let last = steps.indices.last, steps[last].value.state.isPending else {
      throw Refused(nil, .transferNotWaiting(transfer.last?.value.state ?? .withdrawn))
    }
    if day < steps[last].span.start { throw Refused(.day, .beforeDay(steps[last].span.start)) }
    if let before = steps[last].span.cut(at: day) {
      steps[last].span = before
    } else {
      // On the very day of the step before: what that one left behind, this one carries on.
      steps.remove(at: last)
    }
    steps.append(Fact(step, Span(open: day), cited: work.cited))
    try save(transfer.id, transfer.request.person, from: transfer.steps, to: steps, work)
  }

  func save(
    _ transfer: ID<Transfer>,
    _ person: ID<Person>,
    from old: [Fact<TransferStep>],
    to new: [Fact<TransferStep>],
    _ work: Work
  ) throws {
    try work.save(.transferStep, from: old, to: new) { fact in
      let step = fact.value
      return [
        transfer.sqlValue, person.sqlValue, step.state.sqlValue, step.letter.sqlValue, step.sent.sqlValue,
        step.presented.sqlValue, step.reason.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
      ]
    }
  }
}
