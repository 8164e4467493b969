package import Basics
package import Markup

/// From where a page looks at the record: the day it shows, and the moment whose knowledge it shows.
///
/// Every address on a page is made through it, so that moving on keeps the day.
///
///     Viewpoint(today: today, on: day).unit("01J8Q4M3T5V9K")   // /units/01J8Q4M3T5V9K?on=2024-12-31
package struct Viewpoint: Sendable {
  package let today: CivilDate
  /// The day shown.
  package let on: CivilDate
  /// The earlier knowledge shown, `nil` for all that is known now.
  package let known: Known?
  /// What of the record opens to the visitor; addresses of the rest are closed.
  package let opens: Opens
  /// What every address keeps: nothing at all when the page shows today as known now.
  package let kept: Query

  /// What a visitor may open, so that no page offers what would not be shown.
  package struct Opens: Hashable, Sendable {
    package var units: Bool
    /// Rolls, and the people behind figures.
    package var people: Bool
    /// Lists as files.
    package var files: Bool
    /// The journal's entries.
    package var journal: Bool
    /// What each member owes and paid.
    package var dues: Bool
    /// The deeds that are done on several members at once.
    package var transfers: Bool
    package var recognitions: Bool
    /// Plans of reorganisation.
    package var plans: Bool
    /// Meetings of cells.
    package var meetings: Bool
    /// Resolutions and tasks.
    package var resolutions: Bool
    /// Reviews.
    package var reviews: Bool
    /// Models and working regulations.
    package var models: Bool

    package init(
      units: Bool = true,
      people: Bool = true,
      files: Bool = true,
      journal: Bool = true,
      dues: Bool = true,
      transfers: Bool = true,
      recognitions: Bool = true,
      plans: Bool = true,
      meetings: Bool = true,
      resolutions: Bool = true,
      reviews: Bool = true,
      models: Bool = true
    ) {
      self.units = units
      self.people = people
      self.files = files
      self.journal = journal
      self.dues = dues
      self.transfers = transfers
      self.recognitions = recognitions
      self.plans = plans
      self.meetings = meetings
      self.resolutions = resolutions
      self.reviews = reviews
      self.models = models
    }
  }

  /// An earlier state of knowledge: the last journal entry that counts, and its moment.
  package struct Known: Sendable {
    package let sequence: Int
    package let moment: Moment

    package init(sequence: Int, moment: Moment) {
      self.sequence = sequence
      self.moment = moment
    }
  }

  /// Where the day shown lies.
  package enum Time: Sendable {
    case today
    case past
    case planned
  }

  package init(
    today: CivilDate,
    on: CivilDate? = nil,
    known: Known? = nil,
    opens: Opens = Opens()
  ) {
    self.opens = opens
    self.today = today
    self.on = on ?? today
    self.known = known
    kept = Query([
      "on": on.flatMap { $0 == today ? nil : $0.description },
      "known": known.map { String($0.sequence) },
    ])
  }

  package var time: Time {
    if on == today { return .today }
    return on < today ? .past : .planned
  }

  /// Whether it shows today as known now, the only view from which anything is written.
  package var isNow: Bool { kept.pairs.isEmpty }

  /// Whether one turns to a year from the one beside it: ten years lie in reach, others have their address.
  func turns(to year: Int) -> Bool { (today.year - 10...today.year).contains(year) }

  /// The same knowledge on another day.
  package func moved(to day: CivilDate) -> Viewpoint {
    Viewpoint(today: today, on: day, known: known, opens: opens)
  }
}

/// A moment in the organisation's own time, to the minute, as people read it.
package struct Moment: Hashable, Sendable {
  package let day: CivilDate
  package let hour: Int
  package let minute: Int

  package init(day: CivilDate, hour: Int, minute: Int) {
    self.day = day
    self.hour = hour
    self.minute = minute
  }
}
