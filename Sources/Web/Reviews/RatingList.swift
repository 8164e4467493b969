import Basics
import Markup
import Records
import Rules
import Storage

/// What a body has to say next of all it evaluates, in one list: as its meeting goes through them.
struct RatingList: Sendable {
  struct Row: Sendable {
    let line: ReviewLine
    let posts: [ReviewPost]
    let step: ReviewStep
    /// The head who evaluates alone: it is entered as they handed it in.
    let writer: (key: String, name: String)?
    /// What was said last by whoever came before, the subject's own word among them.
    let proposed: ReviewMark?
    let proposer: String?

    var key: String { "\(line.subject.word)-\(line.subject.key)" }
  }

  let round: ReviewRound
  let key: String
  let unit: UnitLink
  let path: [UnitLink]
  let rows: [Row]
  /// How many have their turn, with those on other pages.
  let all: Int
  /// Those who wait for somebody who comes before.
  let later: Int
  let unassigned: Int
  let firstSerial: Int
  let previous: String?
  let next: String?
  let request: String
  let fill: ListedRating?
  var objections: [Objection] = []
  var values: [String: String] = [:]

  /// Whether any of them is put to a vote.
  var votes: Bool { rows.contains { $0.step == .evaluation && $0.writer == nil } }

  /// What was typed for a subject.
  func value(_ field: Field, _ row: Row) -> String { values["\(field.rawValue)-\(row.key)"] ?? "" }

  /// The class its row begins with: the reader asked for all of them to begin with one.
  func rating(_ row: Row) -> String {
    if let typed = values["\(Field.rating.rawValue)-\(row.key)"] { return typed }
    switch fill {
    case .proposed: return row.proposed?.rating == nil ? "" : ListedRating.proposed.rawValue
    // Where they give none yet, it waits for the points.
    case .rule: return row.line.byRule == nil ? "" : ListedRating.rule.rawValue
    case nil: return ""
    }
  }

  /// A proposal that is not what the rules give brings its reason along.
  func reason(_ row: Row) -> String {
    values["\(Field.reason.rawValue)-\(row.key)"] ?? (fill == .proposed ? row.proposed?.reason ?? "" : "")
  }

  /// What stands against the word on one subject.
  func refusals(_ row: Row) -> [Objection] {
    objections.compactMap { objection in
      guard case .ofSubject(row.line.subject, _, let refusal) = objection.refusal else { return nil }
      return Objection(objection.field, refusal)
    }
  }
}

/// What the list's form takes for a class, beside the classes themselves.
enum ListedRating: String {
  /// The class proposed by whoever came before.
  case proposed
  /// The class the rules give with the points said.
  case rule
}

extension Visit {
  func ratingList(_ key: String, _ unitKey: String) throws -> RatingList {
    let round = try reviewRound(key)
    let unit = try unit(unitKey)
    let path = try standing(of: unit, on: round.counted)
    try require(.keepReviews, on: unit)
    if round.frozen != nil || !viewpoint.isNow { throw PageFault.absent }
    let lines = try reviewSheet(round).lines(.evaluated(by: unit))
    let reader = try reviewReader(Set(lines.flatMap { $0.marks.map(\.mark.body) }))
    var (turns, later, unassigned): ([(line: ReviewLine, turn: ReviewTurn)], Int, Int) = ([], 0, 0)
    let own = try ReviewStore(db: db).own(of: visitor.person, in: round)
    for line in lines where !own.hold(line.subject, ratedBy: unit) {
      if line.facts.assigned == 0 {
        unassigned += 1
      } else if let turn = line.turn(of: unit) {
        turns.append((line.keeping { reader.mayRead($0, isPublished: false) }, turn))
      } else if line.waits(for: unit) {
        later += 1
      }
    }
    let start = min(asked.value("after").flatMap { Int(digits: $0) } ?? 0, max(turns.count - 1, 0))
    let shown = turns.dropFirst(start).prefix(Visit.reviewRows)
    let names = try names(of: shown.flatMap { $0.line.said.map(\.body) + $0.line.posts.map(\.unit) })
    let heads = try people(shown.compactMap(\.turn.writer))
    return RatingList(
      round: round,
      key: key,
      unit: path.last?.link ?? UnitLink(unitKey, ""),
      path: crumbs(path),
      rows: shown.map { line, turn in
        let proposed = line.said.last { $0.rating != nil && $0.isPassed }
        return RatingList.Row(
          line: line,
          posts: ReviewPost.all(of: line, names),
          step: turn.step,
          writer: turn.writer.map { (key: $0.description, name: heads[$0] ?? "") },
          proposed: proposed,
          proposer: proposed.flatMap { $0.step == .selfReview ? nil : names[$0.body] }
        )
      },
      all: turns.count,
      later: later,
      unassigned: unassigned,
      firstSerial: start + 1,
      previous: start > 0 ? String(max(start - Visit.reviewRows, 0)) : nil,
      next: start + Visit.reviewRows < turns.count ? String(start + Visit.reviewRows) : nil,
      request: AccountForm.newRequest(),
      fill: asked.value("fill").flatMap { ListedRating(rawValue: $0) }
    )
  }
}

/// Reads the list's form: what is said of each subject that something was written for.
struct RatingListForm {
  let form: AccountForm
  let round: ID<FactMark>
  let body: ID<Unit>

  func deed() throws(Refused) -> RateSubjects {
    var objections: [Objection] = []
    let voters = form.text(Field.votes.rawValue)
    if !voters.isEmpty, Int(digits: voters) == nil {
      objections.append(Objection(.votes, .notAnAmount(voters)))
    }
    var lines: [RateSubjects.Line] = []
    for key in form.all("subject") {
      let words = key.split(separator: "-", maxSplits: 1).map(String.init)
      guard words.count == 2, let subject = ReviewSubject(words[0], words[1]) else { continue }
      do throws(Refused) {
        if let line = try line(key, subject, Int(digits: voters)) { lines.append(line) }
      } catch {
        objections += error.objections.map {
          Objection($0.field, .ofSubject(subject, name: "", $0.refusal))
        }
      }
    }
    try objections.raise()
    if lines.isEmpty { throw Refused(nil, .nothingChanges) }
    return RateSubjects(round, by: body, lines)
  }

  private func text(_ field: String, _ key: String) -> String? {
    let text = form.text("\(field)-\(key)")
    return text.isEmpty ? nil : text
  }

  /// `nil` where nothing was written.
  private func line(
    _ key: String,
    _ subject: ReviewSubject,
    _ voters: Int?
  ) throws(Refused) -> RateSubjects.Line? {
    var objections: [Objection] = []
    func number(_ field: Field) -> Quantity? {
      guard let text = text(field.rawValue, key)?.replacing(",", with: ".") else { return nil }
      guard let number = Quantity(text), number >= .zero else {
        objections.append(Objection(field, .notAnAmount(text)))
        return nil
      }
      return number
    }
    let (general, results) = (number(.general), number(.results))
    if (general == nil) != (results == nil), objections.isEmpty {
      objections.append(Objection(general == nil ? .general : .results, .blank))
    }
    let agreed = text(Field.agreed.rawValue, key)
    let count = agreed.flatMap { Int(digits: $0) }
    if let agreed, count == nil { objections.append(Objection(.agreed, .notAnAmount(agreed))) }
    if count != nil, voters == nil { objections.append(Objection(.agreed, .votersMissing)) }
    guard let said = text(Field.rating.rawValue, key) else {
      if general != nil || results != nil || count != nil { objections.append(Objection(.rating, .blank)) }
      try objections.raise()
      return nil
    }
    guard let step = ReviewStep(rawValue: text("step", key) ?? "") else { return nil }
    let listed = ListedRating(rawValue: said)
    let word = listed == .proposed ? text("proposed", key) ?? "" : said
    var mark = ReviewMark(round: round, subject: subject, step: step, body: body)
    mark.writer = text("writer", key).flatMap { ID<Person>($0) }
    mark.rating = ReviewClass(rawValue: word)
    mark.reason = text(Field.reason.rawValue, key)
    if mark.rating == nil, listed != .rule {
      let allowed = ReviewClass.allCases.map(\.rawValue)
      objections.append(Objection(.rating, .unknownValue(word, allowed: allowed)))
    }
    try objections.raise()
    if let general, let results { mark.points = .init(general: general, results: results) }
    if let count, let voters, step == .evaluation, mark.writer == nil { mark.vote = .init(count, of: voters) }
    return RateSubjects.Line(mark, takesRule: listed == .rule)
  }
}
