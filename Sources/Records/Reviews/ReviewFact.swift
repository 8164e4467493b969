package import Rules
import Storage

/// One fact of reviews, whichever table keeps it.
///
/// The journal tells that something was said and in which step; what was said of somebody is read in the round, by
/// those who may.
package enum ReviewFact: Hashable, Sendable {
  case round(ReviewRound)
  case mark(ReviewSubject, ReviewStep)
  case sent(ReviewsSent)
  case statement(ReviewSubject, String)
  case matter(ReviewSubject, ReviewMatter.Kind)
  case steering(ReviewSteering)
  case listing(ReviewListing)
}

extension ToldTable {
  /// The tables of reviews, each told of the unit that says it.
  static let ofReviews: [ToldTable] = [
    told(.reviewRound, ReviewRound.columns, ReviewRound.width) { .round(try ReviewRound($0, from: 4)) },
    told(.reviewMark, ReviewMark.columns, ReviewMark.width) {
      let mark = try ReviewMark($0, from: 4)
      return .mark(mark.subject, mark.step)
    },
    told(.reviewSent, ReviewsSent.columns, ReviewsSent.width) { .sent(try ReviewsSent($0, from: 4)) },
    told(.reviewStatement, ReviewStatement.columns, ReviewStatement.width) {
      let statement = try ReviewStatement($0, from: 4)
      return .statement(statement.subject, statement.name)
    },
    told(.reviewMatter, ReviewMatter.columns, ReviewMatter.width) {
      let matter = try ReviewMatter($0, from: 4)
      return .matter(matter.subject, matter.kind)
    },
    told(.reviewSteering, ReviewSteering.columns, ReviewSteering.width) {
      .steering(try ReviewSteering($0, from: 4))
    },
    told(.reviewListing, ReviewListing.columns, ReviewListing.width) {
      .listing(try ReviewListing($0, from: 4))
    },
  ]

  private static func told(
    _ table: JournaledTable,
    _ values: SQL,
    _ width: Int,
    _ value: @escaping @Sendable (Row) throws -> ReviewFact
  ) -> ToldTable {
    ToldTable(table: table, owner: .unit, values: values, width: width) { .review(try value($0)) }
  }
}
