import Basics
import Demonstration
import Records
import Rules
import Storage

/// What bodies of the fictional province say in a round on one day, by the deeds with which they say it.
final class DemonstrationRatings {
  let db: any Connection
  let day: CivilDate
  private let desk: Desk
  private let actor: Actor
  private let seed: UInt64
  private let regulations: RulebookLibrary
  /// How many deeds were done.
  private(set) var count = 0

  init(
    db: any Connection,
    desk: Desk,
    actor: Actor,
    day: CivilDate,
    seed: UInt64,
    regulations: RulebookLibrary
  ) {
    self.db = db
    self.desk = desk
    self.actor = actor
    self.day = day
    self.seed = seed
    self.regulations = regulations
  }

  /// Whether a regulation of the day says how anybody is reviewed.
  var hasRegulation: Bool { regulations.version(of: "review", on: day) != nil }

  @discardableResult
  func carryOut(_ operation: any Operation) throws -> Int64? {
    count += 1
    return try desk.carryOut(Errand(operation, by: actor)).result
  }

  /// Of a task that ended with its unit nothing is told any more.
  func tell(_ task: ID<FactMark>, _ progress: TaskProgress, on day: CivilDate) throws {
    do { try carryOut(TellProgress(task, progress, on: day)) } catch is Refused { count -= 1 }
  }

  private func sheet(_ key: ID<FactMark>) throws -> ReviewSheet? {
    try ReviewStore(db: db).round(key).map { ReviewSheet(db: db, $0.value, by: regulations) }
  }

  // MARK: A round

  /// Everybody of a cell, or all but some, has handed in their own review.
  func reviewThemselves(in round: ID<FactMark>, at cell: ID<Rules.Unit>, but missing: Int = 0) throws {
    guard let sheet = try sheet(round) else { return }
    let lines = try sheet.lines(.evaluated(by: cell)).filter { line in
      line.facts.assigned > 0 && line.unit == cell && line.subject.person != nil
    }.dropLast(missing)
    let own = lines.map { line -> RateSubjects.Line in
      let points = points(of: line)
      var mark = ReviewMark(round: round, subject: line.subject, step: .selfReview, body: cell)
      mark.points = points
      mark.rating = given(line, points, sheet)
      mark.text = "Thực hiện nghiêm sự phân công của chi bộ; còn ít ý kiến góp ý trong sinh hoạt."
      return RateSubjects.Line(mark)
    }
    if !own.isEmpty { try carryOut(RateSubjects(round, by: cell, own)) }
  }

  /// Every body of a round says its word, those below first, and sends what it said up.
  func rate(_ round: ID<FactMark>) throws {
    guard let sheet = try sheet(round) else { return }
    var waiting: [ID<Rules.Unit>] = []
    try goUp(from: sheet.round.unit, sheet, &waiting)
    // Who holds posts in two branches is heard in both; whoever waited for the other goes on then.
    for body in waiting {
      if try say(body, sheet), body != sheet.round.unit { try carryOut(SendReviews(round, of: body)) }
    }
  }

  private func goUp(
    from body: ID<Rules.Unit>,
    _ sheet: ReviewSheet,
    _ waiting: inout [ID<Rules.Unit>]
  ) throws {
    for below in try sheet.unitsBelow(body) { try goUp(from: below.unit, sheet, &waiting) }
    guard try say(body, sheet) else { return }
    do {
      if body == sheet.round.unit {
        if !waiting.isEmpty { waiting.append(body) }
      } else {
        try carryOut(SendReviews(sheet.round.key, of: body))
      }
    } catch is Refused {
      count -= 1
      waiting.append(body)
    }
  }

  /// Says all that a body can say now in one list, as its meeting went through it; gives whether it has anybody before
  /// it.
  private func say(_ body: ID<Rules.Unit>, _ sheet: ReviewSheet) throws -> Bool {
    let desk = try sheet.desk(of: body)
    var (lines, said) = (desk.lines, [ReviewMark]())
    var isDone = false
    while !isDone {
      isDone = true
      for index in lines.indices {
        let line = lines[index]
        guard line.facts.assigned > 0, let turn = line.turn(of: body) else { continue }
        let mark = mark(of: line, turn, by: body, sheet)
        said.append(mark)
        lines[index] = line.saying(mark, on: day)
        isDone = false
      }
    }
    if let cap = sheet.round.cap {
      let desk = ReviewDesk(of: body, lines, in: desk.tree)
      for mark in lowered(under: cap, desk, sheet) {
        // Whom it decided about before is said again.
        let place = said.firstIndex { $0.subject == mark.subject && $0.step == mark.step }
        if let place { said[place] = mark } else { said.append(mark) }
      }
    }
    if !said.isEmpty {
      try carryOut(RateSubjects(sheet.round.key, by: body, said.map { RateSubjects.Line($0) }))
    }
    return !lines.isEmpty
  }

  /// Of those a body decided about, the ones with the fewest points become good until the cap is kept.
  private func lowered(
    under cap: ReviewRound.ChosenCap,
    _ desk: ReviewDesk,
    _ sheet: ReviewSheet
  ) -> [ReviewMark] {
    let groups = desk.groups
    var lowered: [ReviewMark] = []
    for (group, standing) in desk.standings(under: cap) where standing.capped.over > 0 {
      let decided = (groups[group]?[.excellent] ?? []).compactMap { line in
        line.said.last { $0.step == .decision && $0.body == desk.body }.map { (line.said.score ?? .zero, $0) }
      }
      let lowest = decided.sorted { one, other in
        one.0 == other.0 ? one.1.subject.order < other.1.subject.order : one.0 < other.0
      }
      for (_, mark) in lowest.prefix(standing.toMoveDown) {
        var lower = mark
        lower.rating = .good
        lower.reason = "Để không vượt tỷ lệ xuất sắc; điểm thấp hơn các trường hợp còn lại"
        lowered.append(lower)
      }
    }
    // In one order each time.
    return lowered.sorted { $0.subject.order < $1.subject.order }
  }

  private func mark(
    of line: ReviewLine,
    _ turn: ReviewTurn,
    by body: ID<Rules.Unit>,
    _ sheet: ReviewSheet
  ) -> ReviewMark {
    var mark = ReviewMark(
      round: sheet.round.key,
      subject: line.subject,
      step: turn.step,
      body: body,
      writer: turn.writer
    )
    let known = line.said.last { $0.points != nil }?.points
    let points = known ?? points(of: line)
    if known == nil { mark.points = points }
    let byRule = byRule(line, points, sheet)
    mark.rating = byRule ?? given(line, points, sheet)
    // Now and then a superior does not follow the figures, and says why.
    if turn.step == .decision, byRule == .good, lot(line, 96) % 40 == 7 {
      mark.rating = .completed
      mark.reason = "Còn để việc kéo dài sang quý sau, cấp ủy đã nhắc hai lần"
    }
    return mark
  }

  private func lot(_ line: ReviewLine, _ part: Int) -> Int {
    let key = line.subject.person?.number ?? line.subject.unit?.number ?? 0
    return TaskWords.lot(TaskWords.lot(String(key), seed), part)
  }

  /// The points follow what was done with the tasks.
  private func points(of line: ReviewLine) -> ReviewMark.Points {
    let tasks = line.facts.tasks
    let done = tasks.reduce(0) { $0 + ($1.key.isDone ? $1.value : 0) }
    let results =
      if done < line.facts.assigned { 34 } else if tasks[.beyond] ?? 0 > 0 { 64 } else { 52 }
    let general = 22 + lot(line, 97) % 8
    return .init(general: Quantity(general), results: Quantity(results + lot(line, 98) % 7))
  }

  private func byRule(_ line: ReviewLine, _ points: ReviewMark.Points, _ sheet: ReviewSheet) -> ReviewClass? {
    let facts = line.facts.facts(line.way.sort, score: points.score)
    let outcome = sheet.judge(line.way.sort)?.verdict(facts).outcomeName
    return outcome.flatMap(ReviewClass.init(rawValue:))
  }

  /// The class that goes with points, where the rules leave it to people.
  private func given(
    _ line: ReviewLine,
    _ points: ReviewMark.Points,
    _ sheet: ReviewSheet
  ) -> ReviewClass {
    if let rule = byRule(line, points, sheet) { return rule }
    return points.score >= Quantity(70) ? .good : points.score >= Quantity(50) ? .completed : .notCompleted
  }

  func publish(_ round: ID<FactMark>) throws { try carryOut(PublishRound(round)) }

  /// After publication: somebody of a cell objects; a remedy plan of the organisation with the fewest points.
  func object(to key: ID<FactMark>, at cell: ID<Rules.Unit>?) throws {
    guard let round = try ReviewStore(db: db).round(key)?.value else { return }
    let sheet = ReviewSheet(db: db, round, by: regulations)
    if let cell {
      let own = try sheet.lines(.evaluated(by: cell)).filter { $0.unit == cell && $0.subject.person != nil }
      if let line = own.first(where: { $0.rating == .completed }) {
        let text = "Đề nghị xem lại: phần việc được giao đã xong trước hạn, có biên bản nghiệm thu kèm theo."
        try raise(.objection, line.subject, of: cell, text, key)
      }
    }
    let units = try sheet.lines(.evaluated(by: round.unit)).filter { line in
      if case .organisation = line.subject { line.unit != round.unit && line.rating != nil } else { false }
    }
    let lowest = units.min { one, other in (one.said.score ?? .zero) < (other.said.score ?? .zero) }
    guard let lowest else { return }
    let suggestion = "Kiểm điểm làm rõ trách nhiệm của tập thể trong việc để chậm nhiệm vụ trọng tâm."
    try raise(.suggestion, lowest.subject, of: round.unit, suggestion, key, due: day.adding(days: 30))
    let plan = "Quý I: hoàn thành phần việc còn lại; phân công từng ủy viên phụ trách, báo cáo hằng tháng."
    try raise(.remedyPlan, lowest.subject, of: lowest.unit, plan, key, due: day.adding(days: 80))
  }

  private func raise(
    _ kind: ReviewMatter.Kind,
    _ subject: ReviewSubject,
    of unit: ID<Rules.Unit>,
    _ text: String,
    _ round: ID<FactMark>,
    due: CivilDate? = nil
  ) throws {
    let matter = ReviewMatter(
      key: ID(0),
      round: round,
      subject: subject,
      kind: kind,
      unit: unit,
      person: nil,
      text: text,
      due: due
    )
    try carryOut(RaiseMatter(matter))
  }
}

extension ReviewSubject {
  /// A lasting order among subjects.
  fileprivate var order: (Int64, Int64, Int) {
    let isCollective = if case .collective = self { true } else { false }
    return (person?.number ?? 0, unit?.number ?? 0, isCollective ? 1 : 0)
  }
}
