public import Basics

/// Where somebody was during a meeting.
public enum AttendanceMark: String, Hashable, Sendable, CaseIterable {
  case present
  /// Came after it had begun.
  case late
  /// Went before its end.
  case left
  /// Away with a reason the cell accepts.
  case excused
  /// Away without one.
  case absent

  /// Whether they count as having taken part.
  public var isPresent: Bool { self == .present || self == .late || self == .left }
}

/// A mark at a roll call, with the reason for being away.
public struct Attendance: Hashable, Sendable {
  public var person: ID<Person>
  public var mark: AttendanceMark
  public var reason: String?

  public init(_ person: ID<Person>, _ mark: AttendanceMark, reason: String? = nil) {
    self.person = person
    self.mark = mark
    self.reason = reason
  }
}

/// Why somebody is called at the roll call of a cell, or is not expected.
public enum Attending: String, Hashable, Sendable, CaseIterable {
  /// At home in the cell: obliged to come.
  case home
  /// Transferred to it for a time: obliged to come.
  case temporary
  /// Lent to it: welcome.
  case guest
  /// Of a committee above, and assigned to follow the cell: invited.
  case follower
  /// At home in it and transferred elsewhere for a time.
  case away
  /// Excused from meetings.
  case exempt
  /// Kept from the activities by a decision.
  case suspended

  /// Whether attendance is counted of them.
  ///
  /// Whom it is counted of is not said by the guidance: the roll less those exempt, away and suspended, plus
  /// those here for a time.
  public var isObliged: Bool { self == .home || self == .temporary }
  /// Whether they are welcome and not counted.
  public var isGuest: Bool { self == .guest || self == .follower }
}

/// Somebody on the list of a roll call.
public struct Attendee: Hashable, Sendable {
  public let person: ID<Person>
  public let attending: Attending
  /// Whether they vote: official members who are obliged.
  public let isOfficial: Bool

  public init(_ person: ID<Person>, _ attending: Attending, isOfficial: Bool) {
    self.person = person
    self.attending = attending
    self.isOfficial = isOfficial
  }
}

/// A roll call in numbers.
public struct RollCall: Hashable, Sendable {
  /// How many there are on the list, by why.
  public let listed: [Attending: Int]
  public let obliged: Int
  /// Of those obliged, who took part.
  public let present: Int
  public let excused: Int
  /// Away without a reason.
  public let unexcused: Int
  /// Obliged, and not called yet.
  public let uncalled: Int
  /// Of those who took part, official members who are obliged: they vote.
  public let voters: Int
  /// Others who took part.
  public let guests: Int

  public init(_ list: [Attendee], _ marks: [ID<Person>: AttendanceMark]) {
    var counts: [Attending: Int] = [:]
    var (present, excused, unexcused, uncalled, voters, guests) = (0, 0, 0, 0, 0, 0)
    for attendee in list {
      counts[attendee.attending, default: 0] += 1
      let mark = marks[attendee.person]
      guard attendee.attending.isObliged else {
        if mark?.isPresent == true { guests += 1 }
        continue
      }
      switch mark {
      case nil: uncalled += 1
      case .excused: excused += 1
      case .absent: unexcused += 1
      case .present, .late, .left:
        present += 1
        if attendee.isOfficial { voters += 1 }
      }
    }
    listed = counts
    obliged = (counts[.home] ?? 0) + (counts[.temporary] ?? 0)
    (self.present, self.excused, self.unexcused) = (present, excused, unexcused)
    (self.uncalled, self.voters, self.guests) = (uncalled, voters, guests)
  }

  public var turnout: Turnout { Turnout(obliged: obliged, present: present, unexcused: unexcused) }

  /// What the judge of a meeting reads of it.
  public var facts: [String: Quantity] {
    [
      "attendance.obliged": Quantity(obliged), "attendance.present": Quantity(present),
      "attendance.unexcused": Quantity(unexcused),
    ]
  }
}
