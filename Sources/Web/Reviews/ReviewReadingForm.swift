import Basics
import Records
import Rules

/// What a form on a subject's page asks for.
struct ReviewReadingForm {
  let form: AccountForm
  let round: ID<FactMark>
  let subject: ReviewSubject

  /// - Returns: `nil` for a form no page of ours would send.
  func deed() throws(Refused) -> (any Operation)? {
    switch form.text("step") {
    case "state": return try statement()
    case "matter":
      guard let kind = ReviewMatter.Kind(rawValue: form.text("kind")), let unit = ID<Unit>(form.text("unit"))
      else { return nil }
      return RaiseMatter(
        ReviewMatter(
          key: ID(0),
          round: round,
          subject: subject,
          kind: kind,
          unit: unit,
          person: form.visitor.person == subject.person ? form.visitor.person : nil,
          text: words("text") ?? "",
          due: try day("due", .due)
        )
      )
    case "answer":
      guard let matter = ID<FactMark>(form.text("matter")) else { return nil }
      guard let day = try day("day", .day) else { throw Refused(.day, .blank) }
      return AnswerMatter(matter, words("text") ?? "", on: day)
    default:
      guard let step = ReviewStep(rawValue: form.text("step")) else { return nil }
      return try mark(step)
    }
  }

  private func mark(_ step: ReviewStep) throws(Refused) -> (any Operation)? {
    guard let body = ID<Unit>(form.text("unit")) else { return nil }
    var objections: [Objection] = []
    func number(_ field: Field) -> Quantity? {
      let text = form.text(field.rawValue).replacing(",", with: ".")
      if text.isEmpty { return nil }
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
    func count(_ field: Field) -> Int? {
      let text = form.text(field.rawValue)
      if text.isEmpty { return nil }
      guard let number = Int(digits: text) else {
        objections.append(Objection(field, .notAnAmount(text)))
        return nil
      }
      return number
    }
    let (agreed, voters) = (count(.agreed), count(.votes))
    let rating = form.text(Field.rating.rawValue)
    if !rating.isEmpty, ReviewClass(rawValue: rating) == nil {
      objections.append(
        Objection(.rating, .unknownValue(rating, allowed: ReviewClass.allCases.map(\.rawValue)))
      )
    }
    try objections.raise()
    var mark = ReviewMark(round: round, subject: subject, step: step, body: body)
    mark.writer = ID<Person>(form.text("writer"))
    mark.rating = ReviewClass(rawValue: rating)
    if let general, let results { mark.points = .init(general: general, results: results) }
    if let agreed, let voters { mark.vote = .init(agreed, of: voters) }
    mark.text = words("text")
    mark.reason = words("reason")
    mark.isPassed = form.text("passed") != "no"
    return RateSubject(mark)
  }

  private func statement() throws(Refused) -> (any Operation)? {
    guard let unit = ID<Unit>(form.text("unit")) else { return nil }
    let text = form.text("quantity").replacing(",", with: ".")
    guard let quantity = Quantity(text) else {
      throw Refused(.quantity, text.isEmpty ? .blank : .notAnAmount(text))
    }
    return StateForReview(
      ReviewStatement(
        round: round,
        subject: subject,
        unit: unit,
        name: form.text("name"),
        quantity: quantity,
        note: words("note")
      )
    )
  }

  private func words(_ name: String) -> String? {
    let text = form.text(name).replacing("\r\n", with: "\n")
    return text.isEmpty ? nil : text
  }

  private func day(_ name: String, _ field: Field) throws(Refused) -> CivilDate? {
    let text = form.text(name)
    if text.isEmpty { return nil }
    guard let day = CivilDate(text) else { throw Refused(field, .notADay(text)) }
    return day
  }
}
