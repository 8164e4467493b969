package import Basics

/// A named number about a unit, on a day or over a period.
///
/// It is defined once, as the rows it counts, so that it always opens: the number is the size of the very
/// list it shows.
package enum FigureName: String, CaseIterable, Hashable, Sendable {
  case superiorCommittees = "units.superiorCommittees"
  case baseCommittees = "units.baseCommittees"
  case baseCells = "units.baseCells"
  /// Grassroots organisations: committees and cells of the base together.
  case baseOrganisations = "units.baseOrganisations"
  case cells = "units.cells"
  case subgroups = "units.subgroups"
  /// Of the units below, those in which somebody from elsewhere takes part.
  case hosts = "units.hosts"

  case total = "members.total"
  case official = "members.official"
  case probationary = "members.probationary"
  case women = "members.women"
  /// Of the members, those excused from work and meetings.
  case exempt = "members.exempt"
  /// Of the members, those kept from the activities by a decision.
  case suspended = "members.suspended"
  /// Of the members, those lent to another unit.
  case seconded = "members.seconded"
  /// Of the members, those in contact with the organisation where they live.
  case inContact = "members.inContact"
  /// People lent to the unit or one below it, wherever their home is: no roll counts them for that.
  case guests = "guests.seconded"

  /// People whose admission lies in the period.
  case admitted = "members.admitted"
  /// People whose leaving lies in the period.
  case left = "members.left"

  /// Tasks due in a period, of the unit and those below it, as they stand on the day: a review reads the same.
  case tasksAssigned = "tasks.assigned"
  case tasksDone = "tasks.done"
  case tasksOnTime = "tasks.onTime"
  case tasksBeyond = "tasks.beyond"
  case tasksLate = "tasks.late"
  /// Of those, the tasks that are still to be done and not late yet.
  case tasksDue = "tasks.due"
  /// Resolutions from above sent to the unit and those below it by the day: a unit and a resolution are one.
  case resolutionsSent = "resolutions.sent"
  /// Of those, the ones of which something was heard.
  case resolutionsReceived = "resolutions.received"
  case resolutionsStudied = "resolutions.studied"
  /// Of those, the ones under which the unit has a resolution or a task of its own.
  case resolutionsConcrete = "resolutions.concrete"

  /// Whether it counts units; the others count people, tasks or resolutions.
  package var countsUnits: Bool { rawValue.hasPrefix("units.") }

  /// Whether it counts members by their state; an official form does not ask for it.
  package var countsStates: Bool { self == .exempt || self == .suspended }

  /// Whether it counts by another tie than the home; an official form does not ask for it.
  package var countsTies: Bool {
    switch self {
    case .hosts, .seconded, .inContact, .guests: true
    default: false
    }
  }

  /// Whether it counts tasks or resolutions; an official form does not ask for it.
  package var countsWork: Bool { countsTasks || countsResolutions }
  package var countsTasks: Bool { rawValue.hasPrefix("tasks.") }
  package var countsResolutions: Bool { rawValue.hasPrefix("resolutions.") }

  /// Whether it needs a period; the others need a day.
  package var needsPeriod: Bool { self == .admitted || self == .left }
}

/// The days a question is about: one day, or those from one until another.
package struct Period: Hashable, Sendable {
  package let from: CivilDate
  /// The first day after it.
  package let until: CivilDate

  /// - Returns: `nil` unless `until` is after `from`.
  package init?(from: CivilDate, until: CivilDate) {
    guard from < until else { return nil }
    self.from = from
    self.until = until
  }

  /// The last day of it.
  package var last: CivilDate { until.adding(days: -1) }
}
