package import Basics
import Records
package import Rules

/// What stands on a member's own page besides their record: where each particular comes from, their
/// dues, their tasks and the cells they follow.
package struct OwnPage: Sendable {
  /// Of each particular, by its code, by what it stands in the record.
  package var sources: [String: Source]
  package var dues: OwnDues?
  /// How many tasks they answer for and have still to do, and how many of those are late.
  package var tasks: (open: Int, late: Int)?
  /// The last round in which they are reviewed, and whether its results are published.
  package var review: (round: String, title: String, isPublished: Bool)?
  /// How many cells they follow, and of how many meetings they owe a note.
  package var following: (cells: Int, owed: Int)?
  /// To how many meetings of the year so far they were obliged to come, and to how many they came.
  var attendance: (present: Int, obliged: Int)?
  /// How many reviews of units they steer, and at how many of them they were.
  var steering: (assigned: Int, attended: Int)?
  /// The published results that are listed to them: of which unit, in which round.
  var results: (round: String, unit: String)?
  /// The meetings of their cell that are called.
  var meetings: [MeetingLine] = []
  /// The cell they take part in, where they may propose something.
  var cell: ID<Unit>?

  package init(
    sources: [String: Source] = [:],
    dues: OwnDues? = nil,
    tasks: (open: Int, late: Int)? = nil,
    review: (round: String, title: String, isPublished: Bool)? = nil,
    following: (cells: Int, owed: Int)? = nil
  ) {
    self.sources = sources
    self.dues = dues
    self.tasks = tasks
    self.review = review
    self.following = following
  }
}

/// A member's dues in short: what is owed a month and why, what was received last, and what is still open.
package struct OwnDues: Sendable {
  package var month: Month
  package var reckoning: DuesReckoning
  /// The last month for which something was received.
  package var last: (month: Month, amount: Int, day: CivilDate)?
  /// The months of the year that are over, without dues and without a good reason.
  package var unpaid: [Month]

  package init(
    month: Month,
    reckoning: DuesReckoning,
    last: (month: Month, amount: Int, day: CivilDate)? = nil,
    unpaid: [Month] = []
  ) {
    self.month = month
    self.reckoning = reckoning
    self.last = last
    self.unpaid = unpaid
  }
}
