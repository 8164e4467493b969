/// How far a cell has come with the meeting that was due in a month or a quarter; what needs somebody first.
public enum MeetingProgress: Int, Hashable, Sendable, CaseIterable {
  /// The time is over and no meeting was held.
  case missed
  /// Held, and its minutes do not have both signatures.
  case unsigned
  /// The time is not over yet.
  case awaited
  /// Its minutes are filed; the cell has not scored it.
  case unscored
  /// The cell has scored it, nobody above.
  case scored
  /// Scored from above too.
  case confirmed
  /// The cell was not there from the first day.
  case notDue

  /// As it stands in addresses and lists.
  public var code: String {
    switch self {
    case .missed: "missed"
    case .unsigned: "unsigned"
    case .awaited: "awaited"
    case .unscored: "unscored"
    case .scored: "scored"
    case .confirmed: "confirmed"
    case .notDue: "notDue"
    }
  }

  public init?(code: String) {
    guard let found = MeetingProgress.allCases.first(where: { $0.code == code }) else { return nil }
    self = found
  }
}
