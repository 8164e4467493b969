package import Basics
import Markup
import Phrases
import Records
package import Rules

/// What waits in a unit; of a cell, with whom and what it is about.
package struct Duties: Sendable {
  /// One person for whom something is to be done.
  package struct Duty: Sendable {
    package var person: PersonLink
    /// The step that comes next for a candidate; `nil` for somebody due for recognition.
    package var next: String?
    /// Since when it waits, or by when it must be considered.
    package var day: CivilDate
    package var isLate = false

    package init(person: PersonLink, next: String?, day: CivilDate, isLate: Bool = false) {
      self.person = person
      self.next = next
      self.day = day
      self.isLate = isLate
    }
  }

  package var candidates: Int
  package var due: Int
  package var late: Int
  /// Those of a cell that wait longest; none at a desk.
  package var first: [Duty]
  /// The transfers that wait for this very cell.
  var transfers: [TransferTold] = []
  /// How many transfers are under way from a cell and to it; `nil` at a desk.
  package var moving: Int?
  /// How many members of a cell have not paid for the last month that is over.
  package var unpaid: (month: Month, count: Int)?
  /// The ways out of a cell that are open; `nil` at a desk.
  var cases: [Waiting<LeavingCase>]?
  /// The resolutions of a superior on which the unit is silent and of which it was reminded.
  var reminders: [(key: String, title: String, reminder: Reminder)] = []

  package init(candidates: Int, due: Int, late: Int, first: [Duty]) {
    self.candidates = candidates
    self.due = due
    self.late = late
    self.first = first
  }
}

extension Visit {
  /// What waits in a unit on the day shown; `nil` where its people are not the visitor's to see.
  func duties(of unit: ID<Unit>) throws -> Duties? {
    guard try allows(.readRoll, on: unit) else { return nil }
    let count = try kept(.candidateCount(unit, asOf)) { try CandidateList(db: db).count(in: unit, asOf) }
    let states = try probationCounts(of: unit)
    // Whoever leads a cell is told whom it is about; at a desk the lists are one step away.
    let isCell = try standing(of: unit).last?.kind.isCell ?? false
    let isAtHand = isCell || standing.places.first?.role == .secretary
    var duties = Duties(
      candidates: count,
      due: states["onTime"] ?? 0,
      late: states["late"] ?? 0,
      first: isAtHand ? try firstDuties(in: unit) : []
    )
    if isCell { try tellCell(unit, &duties) }
    if try allows(.readResolutions, on: unit) { duties.reminders = try reminders(of: unit) }
    return duties
  }

  /// Of what the unit was reminded and nothing has been heard since.
  private func reminders(of unit: ID<Unit>) throws -> [(key: String, title: String, reminder: Reminder)] {
    guard try !ResolutionStore(db: db).reminders(.sentTo(unit), asOf.knowledge).isEmpty else { return [] }
    return try registerRows(unit).compactMap { row in
      guard let reminder = row.reminder, row.answer?.step(on: asOf.day) == .silent else { return nil }
      return (row.key, row.line.resolution.title, reminder)
    }
  }

  /// What waits in a cell besides: transfers that wait for it, dues of last month, ways out.
  private func tellCell(_ unit: ID<Unit>, _ duties: inout Duties) throws {
    let lists = TransferLists(db: db)
    let coming = try lists.page(TransferQuestion(unit, .coming, isPending: true, asOf), 0..<50)
    let leaving = try lists.page(TransferQuestion(unit, .leaving, isPending: true, asOf), 0..<50)
    let waiting =
      coming.filter { $0.step.state == .sent && $0.request.target == unit }
      + leaving.filter { $0.step.state == .asked && $0.request.source == unit }
    duties.moving = coming.count + leaving.count
    let library = try regulations(for: unit)
    if !waiting.isEmpty { duties.transfers = try told(Array(waiting.prefix(5)), library) }
    if try allows(.readDues, on: unit) {
      let month = Month(of: asOf.day).previous
      let sums = try duesSums(unit, month, DuesRule(library, for: month))
      duties.unpaid = (month, sums[.open])
    }
    if viewpoint.time == .today, try allows(.readPerson, on: unit) {
      duties.cases = try LeavingLists(db: db).openCases(below: unit, today: today)
    }
  }

  /// How many on probation are due, late, or neither yet: the rule is asked once for each day of a ceremony.
  private func probationCounts(of unit: ID<Unit>) throws -> [String: Int] {
    try kept(.probationCounts(unit, asOf)) {
      let ceremonies = try ProbationStore(db: db).ceremonies(of: unit, asOf)
      guard !ceremonies.isEmpty,
        let judge = try regulations(for: unit).judge("charter", of: "probation", on: asOf.day)
      else { return [:] }
      var states: [String: Int] = [:]
      for (ceremony, count) in ceremonies {
        let outcome = Probation(since: ceremony, considered: asOf.day, by: judge)?.outcome
        states[outcome ?? "", default: 0] += count
      }
      return states
    }
  }

  /// Those due for recognition and those who wait longest, five of each.
  private func firstDuties(in unit: ID<Unit>) throws -> [Duties.Duty] {
    let waiting = try probation(of: unit).filter { $0.state == "late" || $0.state == "onTime" }
    var first = waiting.prefix(5).map { row in
      Duties.Duty(
        person: row.person,
        next: nil,
        day: row.latest ?? row.ceremony,
        isLate: row.state == "late"
      )
    }
    let lines = try candidates(of: unit).sorted { $0.progress.waitingSince < $1.progress.waitingSince }
    first += lines.prefix(5).compactMap { line in
      line.nextCode.map { code in
        Duties.Duty(
          person: PersonLink(line.candidacy.person.description, line.particulars.name),
          next: code,
          day: line.progress.waitingSince
        )
      }
    }
    return first
  }
}

/// What waits, as the board says it: the people where they are few, the counts where they are many.
func dutiesView(_ duties: Duties, _ unit: UnitLink, _ frame: Frame) -> HTML? {
  let viewpoint = frame.viewpoint
  let named =
    duties.first.count + duties.transfers.count + (duties.unpaid?.count ?? 0) + (duties.cases?.count ?? 0)
    + duties.reminders.count
  guard named + duties.candidates + duties.due + duties.late > 0 else {
    // A desk has its lists; a cell is told that nothing waits.
    return duties.moving == nil ? nil : dutiesPanel("<p class=\"inside\">\(Phrase.nothingNeedsYou)</p>")
  }
  let late = Query().with("state", "late")
  let line: HTML = """
    <p class="balance"><span>\(Phrase.candidates) \
    \(figureLink(duties.candidates, viewpoint.candidates(unit.key)))</span>\
    <span>\(Phrase.dueForRecognition) \
    \(figureLink(duties.due, viewpoint.probation(unit.key, Query().with("state", "onTime"))))</span>\
    \(duties.late == 0 ? nil : lateView(duties.late, viewpoint.probation(unit.key, late)))</p>
    """
  guard named > 0 else {
    return "<section class=\"group\" aria-label=\"\(Phrase.needsYou)\">\(line)</section>"
  }
  return dutiesPanel(
    """
    <ol class="duties">\(duties.reminders.prefix(5), { reminderDuty($0.key, $0.title, $0.reminder, viewpoint) })\
    \(duties.transfers, { transferDuty($0, viewpoint) })\
    \(duties.first, { dutyView($0, viewpoint) })\
    \((duties.cases ?? []).prefix(5), { caseDuty($0, viewpoint) })\
    \(duties.unpaid.flatMap { duesDuty($0.month, $0.count, unit, viewpoint) })</ol>
    \(duties.moving == nil ? "<div class=\"inside\">\(line)</div>" : nil)
    """
  )
}

private func dutiesPanel(_ content: HTML) -> HTML {
  """
  <section class="panel" aria-labelledby="duties"><header><h2 id="duties">\(Phrase.needsYou)</h2></header>
  \(content)</section>
  """
}

/// A resolution of a superior of which the unit was reminded.
private func reminderDuty(
  _ key: String,
  _ title: String,
  _ reminder: Reminder,
  _ viewpoint: Viewpoint
) -> HTML {
  """
  <li><a href="\(path: viewpoint.resolution(key))"><b><bdi lang="vi">\(title)</bdi></b> \
  <span>\(Phrase.remindedOf)</span> <small>\(Phrase.remindedOn(reminder.day))\
  \(reminder.note.map { ": \($0)" as HTML })</small></a></li>
  """
}

/// A transfer that waits for this cell, and by when.
private func transferDuty(_ told: TransferTold, _ viewpoint: Viewpoint) -> HTML {
  let isLeaving = told.step.state == .asked
  let term = told.terms.first { $0.part == (isLeaving ? .asking : .presenting) }
  let other = isLeaving ? told.whereTo.name : told.source.name
  return """
    <li><a href="\(path: viewpoint.transfer(told.key))"><b><bdi lang="vi">\(told.person.name)</bdi></b> \
    <span>\(isLeaving ? Phrase.lettersToSend : .transfersToReceive)</span> \
    <small><bdi lang="vi">\(other)</bdi>, \(Phrase.waitsSince(told.since, told.days))</small>\
    \(term.map { "<small>\(isLeaving ? Phrase.askingTerm : .presentingTerm): \(termView($0))</small>" as HTML })</a></li>
    """
}

/// A way out that is open, and what it waits for.
private func caseDuty(_ waiting: Waiting<LeavingCase>, _ viewpoint: Viewpoint) -> HTML {
  let leaving = waiting.fact.value
  return """
    <li><a href="\(path: viewpoint.person(waiting.person.description))"><b><bdi lang="vi">\(waiting.name)</bdi></b> \
    <span>\(Phrase.reason(leaving.reason.rawValue).leading)</span> \
    <small>\(leaving.waitsFor.map { "\(Phrase.waitsForTitle): \(Phrase.waitsFor($0)). " as HTML })\
    \(Phrase.openedOn) \(Phrase.day(waiting.fact.span.start))</small></a></li>
    """
}

private func duesDuty(_ month: Month, _ count: Int, _ unit: UnitLink, _ viewpoint: Viewpoint) -> HTML? {
  guard count > 0 else { return nil }
  return """
    <li><a href="\(path: viewpoint.dues(unit.key, month.description))"><b>\(Phrase.duesTitle)</b> \
    <span>\(Phrase.unpaidMembers(count, month))</span></a></li>
    """
}

private func lateView(_ count: Int, _ path: Path) -> HTML {
  "<span class=\"state bad\"><span>\(Phrase.lateForRecognition) \(figureLink(count, path))</span></span>"
}

private func dutyView(_ duty: Duties.Duty, _ viewpoint: Viewpoint) -> HTML {
  let name: HTML = "<b><bdi lang=\"vi\">\(duty.person.name)</bdi></b>"
  guard let next = duty.next else {
    let state: HTML = duty.isLate ? "<span class=\"state bad\">\(Phrase.probationState("late"))</span>" : ""
    return """
      <li><a href="\(path: viewpoint.person(duty.person.key))">\(name) <span>\(Phrase.dueForRecognition)</span> \
      <small>\(Phrase.probationLatest) \(Phrase.day(duty.day))</small>\(state)</a></li>
      """
  }
  return """
    <li><a href="\(path: viewpoint.candidate(duty.person.key))">\(name) \
    <span>\(nextWords(next == "ceremony" ? nil : next, hasRule: true))</span> \
    <small>\(isAbove(next) ? Phrase.waitingAboveSince : .waitingSince) \(Phrase.day(duty.day)), \
    \(Phrase.waitingFor(duty.day.days(until: viewpoint.on)))</small></a></li>
    """
}

/// Whether a step to an admission is for the committee to record, and not for the cell.
func isAbove(_ step: String) -> Bool {
  step == "ceremony" || CandidateStep.Kind(rawValue: step)?.isOfCommittee ?? false
}
