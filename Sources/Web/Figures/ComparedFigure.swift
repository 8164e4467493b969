package import Basics

/// A figure on two days beside each other, and who made the difference.
package struct ComparedFigure: Sendable {
  /// One of the two lists: those counted on one of the days only.
  package struct List: Sendable {
    package var count: Int
    package var rows: [Row]
    package var firstSerial: Int
    package var previous: String?
    package var next: String?

    package init(count: Int, rows: [Row], firstSerial: Int = 1, previous: String? = nil, next: String? = nil)
    {
      self.count = count
      self.rows = rows
      self.firstSerial = firstSerial
      self.previous = previous
      self.next = next
    }
  }

  /// A person, a unit, a task or a resolution counted on one of the days only, and why.
  package struct Row: Sendable {
    /// `nil` where the figure counts units.
    package var person: PersonLink?
    /// The home of the person; the unit itself where the figure counts units.
    package var unit: UnitLink
    /// The code of the reason, as `Phrase.apartReason` tells it; `nil` when it is not known.
    package var reason: String?
    package var day: CivilDate?
    /// Whether their file and their cell open to the reader.
    package var opens = true
    /// The task or the resolution, where the figure counts such.
    package var work: CountedWork?

    package init(person: PersonLink?, unit: UnitLink, reason: String?, day: CivilDate?) {
      self.person = person
      self.unit = unit
      self.reason = reason
      self.day = day
    }
  }

  /// The two lists by their names in the address.
  package enum Side: String, Sendable {
    case came, went
  }

  package var code: String
  package var unit: UnitLink
  package var path: [UnitLink]
  /// The earlier and the later of the two days.
  package var days: (then: CivilDate, later: CivilDate)
  /// The one of the two days that is not the day shown.
  package var against: CivilDate
  package var counts: (then: Int, later: Int)
  /// The one of the two days on which the unit did not exist.
  package var absentOn: CivilDate?
  package var came: List
  package var went: List
  /// The one list the page was opened to; `nil` for both.
  package var side: Side?

  package init(
    code: String,
    unit: UnitLink,
    path: [UnitLink],
    days: (then: CivilDate, later: CivilDate),
    against: CivilDate,
    counts: (then: Int, later: Int),
    absentOn: CivilDate? = nil,
    came: List,
    went: List,
    side: Side? = nil
  ) {
    self.code = code
    self.unit = unit
    self.path = path
    self.days = days
    self.against = against
    self.counts = counts
    self.absentOn = absentOn
    self.came = came
    self.went = went
    self.side = side
  }
}
