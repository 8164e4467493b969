import Basics
import Rules

/// How the cells of the two lists of meetings are understood.
extension ListRow {
  /// What a list says where somebody means all who are not named in it.
  static let allPresent = AttendanceMark.present.rawValue
  /// What a list says where a scorer found nothing wrong.
  static let allMet = "met"
  /// What a list can say of the quality of a meeting: all that is asked of a scorer of every cell.
  static let criteria = MeetingScore.criteria.filter { $0 != "meeting.smallCell" }

  /// Puts a cell into the record's own words; why it cannot be, where it cannot.
  mutating func understandOfMeeting(_ field: Field, _ cell: String, _ index: Int) -> Refusal? {
    switch field {
    case .day, .prepares:
      guard let day = CivilDate(list: cell) else { return .notADay(cell) }
      cells[index] = day.description
    case .begins, .closed:
      guard let time = TimeOfDay(cell) else { return .unknownValue(cell, allowed: ["19:30"]) }
      cells[index] = time.description
    case .kind:
      guard let kind = Vocabulary.meetingKind(cell) else {
        return .unknownValue(cell, allowed: MeetingKind.codes)
      }
      cells[index] = kind.rawValue
    case .mode:
      guard let mode = Vocabulary.mode(cell) else { return .unknownValue(cell, allowed: MeetingMode.codes) }
      cells[index] = mode.rawValue
    case .mark:
      guard let mark = Vocabulary.mark(cell) else {
        return .unknownValue(cell, allowed: AttendanceMark.codes)
      }
      cells[index] = mark.rawValue
    case .others:
      guard Vocabulary.mark(cell) == .present else {
        return .unknownValue(cell, allowed: [ListRow.allPresent])
      }
      cells[index] = ListRow.allPresent
    case .signed:
      guard let isSigned = Vocabulary.isYes(cell) else { return .unknownValue(cell, allowed: ["yes", "no"]) }
      cells[index] = isSigned ? "yes" : ""
    case .own, .superior: return understandScores(cell, index)
    case .text:
      if cell.count > WriteMinutes.limit { return .tooLong(limit: WriteMinutes.limit) }
      let isControlled = cell.unicodeScalars.contains { ($0.value < 32 && $0 != "\n") || $0.value == 127 }
      return isControlled ? .controlCharacter : nil
    default: break
    }
    return nil
  }

  /// `met`, or the criteria that are not: `order.kept; principles.kept`.
  private mutating func understandScores(_ cell: String, _ index: Int) -> Refusal? {
    if Vocabulary.isMet(cell) {
      cells[index] = ListRow.allMet
      return nil
    }
    let missed = cell.split { $0 == ";" || $0 == "," || $0 == " " }.map(String.init)
    if let wrong = missed.first(where: { !ListRow.criteria.contains($0) }) {
      return .unknownValue(wrong, allowed: [ListRow.allMet] + ListRow.criteria)
    }
    cells[index] = missed.joined(separator: " ")
    return nil
  }

  /// The scores that stand in a cell.
  func scores(_ field: Field, by scorer: MeetingScorer) -> [MeetingScore] {
    guard let cell = text(field) else { return [] }
    let missed = cell == ListRow.allMet ? [] : cell.split(separator: " ").map(String.init)
    return ListRow.criteria.map { MeetingScore(scorer, $0, isMet: !missed.contains($0)) }
  }

  func time(_ field: Field) -> TimeOfDay? { TimeOfDay(self[field]) }
}
