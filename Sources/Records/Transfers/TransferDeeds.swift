package import Basics
package import Rules
import Storage

/// Sends a member on with a letter of introduction: the step of the side they leave.
package struct SendTransfer: Operation {
  package static let operation = "sendTransfer"
  package var transfer: ID<Transfer>
  /// The number of the letter.
  package var letter: String
  /// The day of the letter.
  package var day: CivilDate

  package init(_ transfer: ID<Transfer>, letter: String, day: CivilDate) {
    self.transfer = transfer
    self.letter = letter
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("transfer", transfer.description), ("letter", letter), ("day", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let known = try work.transfer(transfer)
    try work.require(.sendTransfer, on: known.request.source)
    try (Written.text(letter, .letter, limit: 60) + work.ahead(day, .day)).raise()
    _ = try known.step(in: .asked)
    let step = TransferStep(.sent, letter: letter, sent: day)
    try TransferStore(db: work.db).advance(known, to: step, on: day, work)
    return transfer.number
  }
}

/// Receives a member who was sent on: the step of the side they come to, and the only one that changes the roll.
///
/// From the day on the home is here; for a transfer for a time they take part here and stay counted at home. Where
/// the way leads to an organisation outside this record, the side they left writes down that they arrived, and the
/// membership here ends.
package struct ReceiveTransfer: Operation {
  package static let operation = "receiveTransfer"
  package var transfer: ID<Transfer>
  /// The unit that takes them: the one asked for, or one below it.
  package var unit: ID<Unit>?
  /// The day on which the letter was handed in.
  package var presented: CivilDate
  /// The first day here.
  package var day: CivilDate

  package init(_ transfer: ID<Transfer>, in unit: ID<Unit>? = nil, presented: CivilDate, day: CivilDate) {
    self.transfer = transfer
    self.unit = unit
    self.presented = presented
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [
      ("transfer", transfer.description), ("unit", unit?.description), ("presented", presented.description),
      ("day", day.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let known = try work.transfer(transfer)
    let request = known.request
    let place = unit ?? request.target
    if let place {
      try work.require(.receiveTransfer, on: place)
    } else {
      try work.require(.sendTransfer, on: request.source)
    }
    var step = try known.step(in: .sent)
    guard let sent = step.sent else { throw Refused(nil, .transferNotWaiting(step.state)) }
    var objections = work.ahead(presented, .presented)
    if presented < sent { objections.append(Objection(.presented, .beforeDay(sent))) }
    if day < presented { objections.append(Objection(.day, .beforeDay(presented))) }
    if let unit, try !isBelow(unit, request.target, work) {
      objections.append(Objection(.unit, .unknownUnit(try UnitStore(db: work.db).code(of: unit) ?? "")))
    }
    try objections.raise()
    let letter = step.letter
    try work.change(request.person) { life in
      switch (request.kind, place) {
      case (.official, .some(let unit)):
        try life.moveHome(to: unit, on: day, cited: work.cited ?? letter)
      case (.official, nil): try EndMembership.end(&life, .transferred, on: day)
      case (.temporary, .some(let unit)): try takePart(&life, in: unit, until: request.until, work)
      case (.temporary, nil): break
      }
    }
    step.state = .received
    step.presented = presented
    try TransferStore(db: work.db).advance(known, to: step, on: day, work)
    return transfer.number
  }

  private func takePart(_ life: inout Life, in unit: ID<Unit>, until: CivilDate?, _ work: Work) throws {
    guard let span = Span(from: day, until: until) else {
      throw Refused(.day, .endNotAfterStart(start: day, end: until ?? day))
    }
    guard let home = life.home(on: day) else { throw Refused(.day, .notAMember(on: day)) }
    if home.value.unit == unit { throw Refused(.unit, .alreadyThere) }
    life.affiliations.append(Fact(Affiliation(unit, .temporary), span, cited: work.cited))
  }

  private func isBelow(_ unit: ID<Unit>, _ target: ID<Unit>?, _ work: Work) throws -> Bool {
    guard let target else { return false }
    return try work.db.exists(
      """
      SELECT 1 FROM ancestry a WHERE a.unit = \(unit) AND a.ancestor = \(target) AND \(asOf("a", AsOf(work.today)))
      """
    )
  }
}

/// Sends a letter back: the side they were to come to does not take them, and says why.
package struct ReturnTransfer: Operation {
  package static let operation = "returnTransfer"
  package var transfer: ID<Transfer>
  package var reason: String
  package var day: CivilDate

  package init(_ transfer: ID<Transfer>, reason: String, day: CivilDate) {
    self.transfer = transfer
    self.reason = reason
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("transfer", transfer.description), ("reason", reason), ("day", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let known = try work.transfer(transfer)
    if let target = known.request.target {
      try work.require(.receiveTransfer, on: target)
    } else {
      try work.require(.sendTransfer, on: known.request.source)
    }
    try (Written.text(reason, .reason, limit: 300) + work.ahead(day, .day)).raise()
    var step = try known.step(in: .sent)
    step.state = .returned
    step.reason = reason
    try TransferStore(db: work.db).advance(known, to: step, on: day, work)
    return transfer.number
  }
}

/// Gives a transfer up before it is done: the member themselves, the side they leave, or whoever asked for it.
package struct WithdrawTransfer: Operation {
  package static let operation = "withdrawTransfer"
  package var transfer: ID<Transfer>
  package var reason: String
  package var day: CivilDate

  package init(_ transfer: ID<Transfer>, reason: String, day: CivilDate) {
    self.transfer = transfer
    self.reason = reason
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("transfer", transfer.description), ("reason", reason), ("day", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let known = try work.transfer(transfer)
    try authorise(known.request, work)
    try (Written.text(reason, .reason, limit: 300) + work.ahead(day, .day)).raise()
    guard var step = known.last?.value else { throw Refused(nil, .transferNotWaiting(.withdrawn)) }
    step.state = .withdrawn
    step.reason = reason
    try TransferStore(db: work.db).advance(known, to: step, on: day, work)
    return transfer.number
  }

  private func authorise(_ request: TransferRequest, _ work: Work) throws {
    guard let account = work.account else { return }
    if try TransferStore(db: work.db).person(of: account) == request.person { return }
    let reach = Reach(db: work.db, today: work.today)
    if try reach.allows(account, .askTransfer, on: request.source) { return }
    if request.asker == .target, let target = request.target,
      try reach.allows(account, .askTransfer, on: target)
    {
      return
    }
    throw Refused(nil, .notAllowed(.askTransfer))
  }
}

extension Work {
  /// The transfer a deed names.
  func transfer(_ id: ID<Transfer>) throws -> KnownTransfer {
    guard let known = try TransferStore(db: db).transfer(id) else {
      throw Refused(nil, .transferNotWaiting(.withdrawn))
    }
    return known
  }

  /// What is wrong with a day on which something is said to have happened.
  func ahead(_ day: CivilDate, _ field: Field) -> [Objection] {
    day > today ? [Objection(field, .dayAhead(day))] : []
  }
}
