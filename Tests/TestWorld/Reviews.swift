package import Basics
package import Records
import RulebookFiles
package import Rules

/// Reviews in few words.
extension World {
  @discardableResult
  package func openRound(
    of unit: ID<Unit>,
    _ term: ReviewTerm = .year,
    days: Span = .from("2025-01-01", until: "2026-01-01"),
    counted: CivilDate = "2025-10-31",
    cap: ReviewRound.ChosenCap? = ReviewRound.ChosenCap(Quantity(20), of: .good)
  ) async throws -> ID<FactMark> {
    let draft = RoundDraft(term, "Kiểm điểm năm 2025", days, counted: counted, cap: cap)
    return ID(try await carryOut(OpenRound(of: unit, draft)).result ?? 0)
  }

  /// Gives a member a task of the year and lets it be done.
  package func work(
    of person: ID<Person>,
    in unit: String,
    done quantity: Int = 4,
    of target: Int = 3
  ) async throws {
    let task = try await assign(
      "Dự sinh hoạt, giúp đỡ hộ nghèo",
      to: unit,
      by: person,
      from: "2025-10-01",
      due: "2025-10-31",
      .quantity(Quantity(target), of: "lần")
    )
    if quantity > 0 { try await tell(task, quantity, on: "2025-10-20") }
  }

  /// Lets a cell propose, and its base committee decide, the class of a member and of the cell.
  package func rate(
    _ person: ID<Person>,
    in cell: String,
    of base: String,
    _ round: ID<FactMark>,
    _ rating: ReviewClass,
    points: Int
  ) async throws {
    for subject in [ReviewSubject.person(person), .organisation(unit(cell))] {
      for (step, body) in [(ReviewStep.evaluation, cell), (.decision, base)] {
        try await carryOut(mark(round, subject, step, by: body, rating, points: points, reason: "Theo điểm"))
      }
    }
  }

  /// What one says of a subject in a step.
  package func mark(
    _ round: ID<FactMark>,
    _ subject: ReviewSubject,
    _ step: ReviewStep,
    by body: String,
    _ rating: ReviewClass?,
    points: Int? = nil,
    reason: String? = nil,
    writer: ID<Person>? = nil,
    isPassed: Bool = true
  ) -> RateSubject {
    RateSubject(
      ReviewMark(
        round: round,
        subject: subject,
        step: step,
        body: unit(body),
        writer: writer,
        rating: rating,
        points: points.map { .init(general: Quantity(min($0, 30)), results: Quantity(max($0 - 30, 0))) },
        text: "Đã thảo luận",
        reason: reason,
        isPassed: isPassed
      )
    )
  }

  package func sheet<Value: Sendable>(
    _ round: ID<FactMark>,
    _ knowledge: Knowledge = .now,
    _ body: @escaping @Sendable (ReviewSheet) throws -> Value
  ) async throws -> Value {
    let library = ShippedRules.folder.library
    return try await read { db in
      guard let round = try ReviewStore(db: db).round(round, knowledge)?.value else {
        preconditionFailure("no such round")
      }
      return try body(ReviewSheet(db: db, round, by: library, knowledge))
    }
  }
}
