package import Basics
package import Rules
package import Storage

/// Something that waits for a cell and belongs on the agenda of its next meeting.
package struct DueMatter: Hashable, Sendable {
  /// What it is, with what its words are made of.
  package enum Content: Hashable, Sendable {
    case task(AssignedTask, isLate: Bool)
    /// A candidate with the step that comes next.
    case candidate(name: String, next: String)
    /// A member on probation, and the last day on which the cell considers in time.
    case recognition(name: String, latest: CivilDate?)
    case transfer(name: String, isLeaving: Bool)
    /// A resolution from above, and how far the cell has come with it.
    case resolution(title: String, number: String?, step: CascadeStep)
    case theme(title: String)
    /// A round of review, the step that comes next for the cell, of how many, and by when.
    case review(title: String, step: ReviewStep, count: Int, by: CivilDate?)
    case item(title: String)
  }

  package let matter: AgendaMatter
  package let content: Content
  /// The day of the meeting from which it is left.
  package var carried: CivilDate?
}

/// Finds what is due at a meeting of a cell: a constant number of questions.
package struct DueMatters {
  package let db: any Connection
  package let unit: ID<Unit>
  private let library: RulebookLibrary
  package let today: CivilDate
  private let regulations: (ID<Unit>) throws -> RulebookLibrary

  /// `regulations`: as they hold for a unit; asked for the cell, and for the units that hold its reviews.
  package init(
    db: any Connection,
    for unit: ID<Unit>,
    today: CivilDate,
    by regulations: @escaping (ID<Unit>) throws -> RulebookLibrary
  ) throws {
    self.db = db
    self.unit = unit
    self.today = today
    self.regulations = regulations
    library = try regulations(unit)
  }

  private var asOf: AsOf { AsOf(today) }

  /// What is due at a meeting of the cell on a day, what is left from the last one first.
  ///
  /// `meeting`: the one asked about, where it is called; what stands on its agenda is not named again.
  package func matters(on day: CivilDate, besides meeting: ID<FactMark>? = nil) throws -> [DueMatter] {
    let store = PreparationStore(db: db)
    let last = try store.last(of: unit, before: day)
    var left: [AgendaMatter: ItemMatter] = [:]
    var titles: [ID<FactMark>: String] = [:]
    if let last, let id = last.id {
      for fact in try store.matters(of: id) where fact.value.outcome != .closed {
        left[fact.value.matter] = fact.value
      }
      for item in try MeetingStore(db: db).items(of: id) {
        if let key = item.id { titles[key] = item.value.title }
      }
    }
    let kept = left.values.filter { $0.matter.kind == .item && $0.outcome == .kept }
      .sorted { $0.item < $1.item }
    var found = kept.compactMap { kept in
      titles[kept.item].map { DueMatter(matter: kept.matter, content: .item(title: $0)) }
    }
    found += try tasks(on: day, left)
    found += try resolutions()
    found += try reviews(on: day)
    found += try candidates() + recognitions() + transfers()
    found += try store.themes(of: unit, asOf)
      .filter { $0.theme.form == .matter && $0.theme.state == .proposed }.reversed()
      .map { line in
        DueMatter(
          matter: AgendaMatter(.theme, line.theme.key.number),
          content: .theme(title: line.theme.title)
        )
      }
    let there = Set(try meeting.map { try store.matters(of: $0).map(\.value.matter) } ?? [])
    found = found.filter { !there.contains($0.matter) }.map { due in
      var due = due
      if left[due.matter] != nil { due.carried = last?.span.start }
      return due
    }
    return found.filter { $0.carried != nil } + found.filter { $0.carried == nil }
  }

  /// The tasks of a cell that are late, due before the meeting after this one, or left from the last.
  ///
  /// A regular meeting is held each month: while the next is not called, it is thought at the end of the month after.
  private func tasks(on day: CivilDate, _ left: [AgendaMatter: ItemMatter]) throws -> [DueMatter] {
    let next = try PreparationStore(db: db).next(of: unit, after: day) ?? Month(of: day).next.next.start
    return try TaskStore(db: db).lines(TaskQuestion(.own(unit), asOf)).compactMap { line in
      let state = line.standing.state
      let matter = AgendaMatter(.task, line.task.key.number)
      guard state.isOpen, state == .late || line.task.due < next || left[matter] != nil else { return nil }
      return DueMatter(matter: matter, content: .task(line.task, isLate: state == .late))
    }
  }

  /// The rounds of review under way in which the cell's next step is due before the meeting after this one, or late;
  /// where the round says no day for it, from the day counted on.
  ///
  /// A round is judged by the regulations of the unit that holds it, on the cell's agenda as on its desk.
  private func reviews(on day: CivilDate) throws -> [DueMatter] {
    let next = try PreparationStore(db: db).next(of: unit, after: day) ?? Month(of: day).next.next.start
    let store = ReviewStore(db: db)
    return try store.openRounds(of: unit).compactMap { round in
      if round.counted >= next { return nil }
      if try store.sent(by: unit, in: round.key) != nil { return nil }
      let sheet = ReviewSheet(db: db, round, by: try regulations(round.unit))
      guard let due = try sheet.desk(of: unit).next else { return nil }
      let by = round.deadline(of: due.step)
      if let by, by >= next { return nil }
      return DueMatter(
        matter: AgendaMatter(.review, round.key.number),
        content: .review(title: round.title, step: due.step, count: due.count, by: by)
      )
    }
  }

  /// What came from above and was not received, or not studied yet.
  private func resolutions() throws -> [DueMatter] {
    let lines = try CascadeStore(db: db).lines(.sentTo(unit), tasks: [], links: [], asOf)
      .filter { $0.answer.study == nil && $0.answer.report == nil }
    if lines.isEmpty { return [] }
    let known = try ResolutionStore(db: db).received(by: unit, asOf)
    return lines.compactMap { line in
      known.first { $0.resolution.key == line.resolution }.map { found in
        DueMatter(
          matter: AgendaMatter(.resolution, line.resolution.number),
          content: .resolution(
            title: found.resolution.title,
            number: found.resolution.number,
            step: line.answer.step(on: today)
          )
        )
      }
    }
  }

  /// The candidates whose next step is the cell's.
  private func candidates() throws -> [DueMatter] {
    let judges = CandidateJudges(library, on: today)
    return try CandidateList(db: db).candidates(in: unit, asOf, by: judges).compactMap { line in
      guard let next = line.progress.next, next.step?.isOfCommittee != true else { return nil }
      return DueMatter(
        matter: AgendaMatter(.candidate, line.candidacy.person.number),
        content: .candidate(name: line.particulars.name, next: next.code)
      )
    }
  }

  /// The members on probation whom the cell is due to consider, and has not voted on.
  private func recognitions() throws -> [DueMatter] {
    guard let judge = library.judge("charter", of: "probation", on: today) else { return [] }
    let store = ProbationStore(db: db)
    let votes = try store.votes(in: unit, asOf)
    return try store.members(of: unit, asOf).compactMap { line in
      guard votes[line.person] == nil,
        let probation = Probation(since: line.ceremony, considered: today, by: judge),
        probation.outcome == "onTime" || probation.outcome == "late"
      else { return nil }
      return DueMatter(
        matter: AgendaMatter(.recognition, line.person.number),
        content: .recognition(name: line.name, latest: probation.latest)
      )
    }
  }

  /// The transfers that wait for a step of this very cell.
  private func transfers() throws -> [DueMatter] {
    let lists = TransferLists(db: db)
    let coming = try lists.page(TransferQuestion(unit, .coming, isPending: true, asOf), 0..<50)
      .filter { $0.step.state == .sent && $0.request.target == unit }
    let leaving = try lists.page(TransferQuestion(unit, .leaving, isPending: true, asOf), 0..<50)
      .filter { $0.step.state == .asked && $0.request.source == unit }
    func due(_ line: TransferLine, isLeaving: Bool) -> DueMatter {
      DueMatter(
        matter: AgendaMatter(.transfer, line.id.number),
        content: .transfer(name: line.name, isLeaving: isLeaving)
      )
    }
    return leaving.map { due($0, isLeaving: true) } + coming.map { due($0, isLeaving: false) }
  }
}
