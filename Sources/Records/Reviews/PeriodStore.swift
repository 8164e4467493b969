import Basics
import Rules
import Storage

/// Reads how the subjects of a yearly round were rated in the shorter rounds of that year, wherever they were then: two
/// questions, however many there are.
struct PeriodStore {
  let sheet: ReviewSheet
  let reviewed: ReviewSheet.Reviewed

  private struct Key: Hashable {
    let subject: ReviewSubject
    let round: ID<FactMark>
  }

  /// Of other rounds than a yearly one there are none.
  func ratings() throws -> [ReviewSubject: [PeriodRatings.Rating]] {
    let round = sheet.round
    guard round.term == .year else { return [:] }
    let knowledge = sheet.asOf.knowledge
    let terms = SQL.join(ReviewTerm.withinYear.map { "\($0)" as SQL }, ", ")
    var rounds: [ID<FactMark>: (term: ReviewTerm, days: Span)] = [:]
    var marks: [Key: [ReviewMark]] = [:]
    for set in [
      "t.person IN (\(reviewed.people))" as SQL, "t.subject IN (\(reviewed.units))",
    ] {
      try sheet.db.each(
        """
        SELECT r.term, r.begins, r.ends, \(ReviewMark.columns) FROM review_mark t
        JOIN review_round r ON r.round = t.round AND \(known("r", knowledge))
        WHERE \(set) AND \(known("t", knowledge)) AND t.passed = 1 AND r.frozen IS NOT NULL
          AND r.term IN (\(terms)) AND r.begins >= \(round.days.start)
          AND r.ends <= \(round.last.adding(days: 1))
        ORDER BY t.start_on, t.id
        """
      ) { row in
        guard let days = Span(from: try row[1], until: try row[2] as CivilDate) else {
          throw StorageError.unreadable("span")
        }
        let mark = try ReviewMark(row, from: 3)
        rounds[mark.round] = (try row[0], days)
        marks[Key(subject: mark.subject, round: mark.round), default: []].append(mark)
      }
    }
    var ratings: [ReviewSubject: [PeriodRatings.Rating]] = [:]
    for (key, marks) in marks {
      guard let rating = marks.decision?.rating, let of = rounds[key.round] else { continue }
      ratings[key.subject, default: []].append(
        PeriodRatings.Rating(
          round: key.round,
          term: of.term,
          days: of.days,
          rating: rating,
          points: marks.points
        )
      )
    }
    return ratings
  }
}
