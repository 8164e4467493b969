package import Basics
package import Rules
import Storage

/// Draws up the handover ledger of a plan: a line for what passes from each unit to each that takes over.
///
/// Drawn up again, what was missing is added; nothing that was written is touched.
package struct DrawUpHandover: Operation {
  package static let operation = "drawUpHandover"
  package var plan: ID<FactMark>

  package init(_ plan: ID<FactMark>) {
    self.plan = plan
  }

  package var said: [(name: String, value: String?)] { [("plan", plan.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    let drafts = DraftStore(db: work.db)
    guard let found = try drafts.draft(plan) else {
      throw Refused(nil, .unknownValue(plan.description, allowed: []))
    }
    let draft = found.fact.value
    try work.require(.foundUnit, on: draft.unit)
    if draft.state == .withdrawn { throw Refused(nil, .planNotOpen(draft.state)) }
    let steps = try PlanReader.sound(draft.body)
    let knowledge = draft.state == .carriedOut ? try drafts.knowledgeBefore(plan) ?? .now : .now
    let outlook = try ReorganisationStore(db: work.db).outlook(of: steps, knowledge)
    let store = HandoverStore(db: work.db)
    let before = steps.effective.adding(days: -1)
    let secretaries = try store.secretaries(on: before, knowledge)
    let written = Set(
      try store.lines(of: plan, 0..<100_000).map {
        [$0.item.kind.rawValue, $0.item.giver, $0.item.receiver]
      }
    )
    var count: Int64 = 0
    for band in outlook.passedOn {
      guard let to = band.to, to != band.from else { continue }
      let counts: [(HandoverItem.Kind, Int)] = [
        (.files, band.amount.members), (.candidates, band.amount.candidates),
        (.transfers, band.amount.transfers), (.cases, band.amount.cases),
        (.assessments, band.amount.assessments),
      ]
      for (kind, number) in counts
      where number > 0 && !written.contains([kind.rawValue, band.from, to]) {
        let item = HandoverItem(
          unit: draft.unit,
          plan: plan,
          kind: kind,
          count: number,
          giver: band.from,
          receiver: to,
          answerable: secretaries[band.from]
        )
        try store.save(work.draw(), item, isNew: true, from: work.today, work)
        count += 1
      }
    }
    if count == 0 { throw Refused(nil, .nothingChanges) }
    return plan.number
  }
}

/// Adds a line by hand: minute books, a seal, money.
package struct AddHandover: Operation {
  package static let operation = "addHandover"
  package var plan: ID<FactMark>
  package var what: String
  package var giver: String
  package var receiver: String
  package var answerable: String

  package init(_ plan: ID<FactMark>, what: String, giver: String, receiver: String, answerable: String) {
    self.plan = plan
    self.what = what
    self.giver = giver
    self.receiver = receiver
    self.answerable = answerable
  }

  package var said: [(name: String, value: String?)] {
    [("plan", plan.description), ("what", what), ("source", giver), ("outside", receiver)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    guard let draft = try DraftStore(db: work.db).draft(plan)?.fact.value else {
      throw Refused(nil, .unknownValue(plan.description, allowed: []))
    }
    try work.require(.foundUnit, on: draft.unit)
    let steps = try PlanReader.sound(draft.body)
    var known = Set(steps.steps.flatMap { $0.step.units + $0.step.heirs })
    for code in [giver, receiver] where try UnitStore(db: work.db).unit(code: code) != nil {
      known.insert(code)
    }
    var wrong = Written.text(what, .note, limit: 200)
    wrong += [(giver, Field.source), (receiver, .outside)].compactMap { code, field in
      known.contains(code) ? nil : Objection(field, code.isEmpty ? .blank : .unknownUnit(code))
    }
    if giver == receiver, known.contains(giver) { wrong.append(Objection(.outside, .alreadyThere)) }
    try wrong.raise()
    let item = HandoverItem(
      unit: draft.unit,
      plan: plan,
      kind: .other,
      what: what,
      giver: giver,
      receiver: receiver,
      answerable: answerable.isEmpty ? nil : answerable
    )
    try HandoverStore(db: work.db).save(work.draw(), item, isNew: true, from: work.today, work)
    return plan.number
  }
}

/// Names who answers for a line.
package struct AnswerForHandover: Operation {
  package static let operation = "answerForHandover"
  package var item: ID<FactMark>
  package var answerable: String

  package init(_ item: ID<FactMark>, _ answerable: String) {
    self.item = item
    self.answerable = answerable
  }

  package var said: [(name: String, value: String?)] {
    [("item", item.description), ("answerable", answerable)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let store = HandoverStore(db: work.db)
    guard let fact = try store.fact(item) else {
      throw Refused(nil, .unknownValue(item.description, allowed: []))
    }
    try work.require(.foundUnit, on: fact.value.unit)
    try Written.text(answerable, .person, limit: 200).raise()
    if fact.value.answerable == answerable { throw Refused(nil, .nothingChanges) }
    var changed = fact.value
    changed.answerable = answerable
    try store.save(item, changed, isNew: false, from: fact.span.start, work)
    return item.number
  }
}

/// Signs for a line: the giver that it was given, then another person that it was received.
package struct SignHandover: Operation {
  package static let operation = "signHandover"
  package var item: ID<FactMark>
  /// `given` or `received`.
  package var state: HandoverItem.State

  package init(_ item: ID<FactMark>, _ state: HandoverItem.State) {
    self.item = item
    self.state = state
  }

  package var said: [(name: String, value: String?)] {
    [("item", item.description), ("state", state.rawValue)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let store = HandoverStore(db: work.db)
    guard let fact = try store.fact(item) else {
      throw Refused(nil, .unknownValue(item.description, allowed: []))
    }
    var signed = fact.value
    let units = UnitStore(db: work.db)
    let isGiven = state == .given
    // Of a unit that is only planned, the office that plans it signs.
    let side = try units.unit(code: isGiven ? signed.giver : signed.receiver) ?? signed.unit
    try work.require(isGiven ? .sendTransfer : .receiveTransfer, on: side)
    switch (signed.state, state) {
    case (.waiting, .given): signed.given = HandoverItem.Signature(work.account, work.today)
    case (.given, .received):
      if let account = work.account, account == signed.given?.account { throw Refused(nil, .ownEntry) }
      signed.received = HandoverItem.Signature(work.account, work.today)
    default: throw Refused(nil, .nothingChanges)
    }
    try store.save(item, signed, isNew: false, from: fact.span.start, work)
    return item.number
  }
}
