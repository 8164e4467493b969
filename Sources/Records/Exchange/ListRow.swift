import Basics
import Rules
import Storage

/// One row of a list, understood cell by cell.
struct ListRow {
  let kind: ListKind
  let line: Int
  /// The cells in the order of the kind's columns; empty where the list has none.
  var cells: [String]

  init(kind: ListKind, line: Int, cells: [String]) {
    self.kind = kind
    self.line = line
    self.cells = cells
  }

  subscript(_ field: Field) -> String {
    guard let index = ListRow.index(of: field, in: kind) else { return "" }
    return cells[index]
  }

  static func index(of field: Field, in kind: ListKind) -> Int? {
    switch kind {
    case .units: units(field)
    case .members: members(field)
    case .affiliations, .posts: ties(field)
    case .meetings: meetings(field)
    case .attendance: attendance(field)
    }
  }

  // Asked for every cell of every row: switches, in the order of the columns of each kind.

  private static func units(_ field: Field) -> Int? {
    switch field {
    case .code: 0
    case .name: 1
    case .kind: 2
    case .sector: 3
    case .parent: 4
    case .from: 5
    case .until: 6
    case .decision: 7
    default: nil
    }
  }

  private static func members(_ field: Field) -> Int? {
    switch field {
    case .person: 0
    case .name: 1
    case .born: 2
    case .sex: 3
    case .ethnicity: 4
    case .decided: 5
    case .admitted: 6
    case .official: 7
    case .left: 8
    case .reason: 9
    case .card: 10
    case .decision: 11
    default: nil
    }
  }

  private static func ties(_ field: Field) -> Int? {
    switch field {
    case .person: 0
    case .unit: 1
    case .role, .post: 2
    case .from: 3
    case .until: 4
    case .decision: 5
    default: nil
    }
  }

  private static func meetings(_ field: Field) -> Int? {
    switch field {
    case .unit: 0
    case .day: 1
    case .kind: 2
    case .begins: 3
    case .closed: 4
    case .mode: 5
    case .place: 6
    case .theme: 7
    case .chair: 8
    case .taker: 9
    case .prepares: 10
    case .others: 11
    case .text: 12
    case .signed: 13
    case .own: 14
    case .superior: 15
    default: nil
    }
  }

  private static func attendance(_ field: Field) -> Int? {
    switch field {
    case .unit: 0
    case .day: 1
    case .kind: 2
    case .person: 3
    case .mark: 4
    case .reason: 5
    default: nil
    }
  }

  private static let columns = ListKind.allCases.map(\.columns)

  /// What cannot be read in it; and the cells in the record's own words.
  mutating func understand() -> [Objection] {
    var objections: [Objection] = []
    for (index, column) in ListRow.columns[kind.number].enumerated() {
      let cell = cells[index]
      if cell.isEmpty {
        if column.isRequired { objections.append(Objection(column.field, .blank)) }
        continue
      }
      // Minutes have several lines: they are looked at by themselves.
      if !ListRow.isSimple(cell), column.field != .text {
        let wrong = Written.text(cell, column.field, limit: 1000)
        if !wrong.isEmpty {
          objections += wrong
          continue
        }
      }
      if let refusal = understand(column.field, cell, index) {
        objections.append(Objection(column.field, refusal))
      }
    }
    objections += contradictions()
    return objections
  }

  /// Whether a cell is short and without control characters: nearly all of them.
  private static func isSimple(_ cell: String) -> Bool {
    cell.utf8.count <= 300 && cell.utf8.allSatisfy { $0 >= 32 && $0 != 127 }
      && cell.utf8.contains { $0 != 32 }
  }

  private mutating func understand(_ field: Field, _ cell: String, _ index: Int) -> Refusal? {
    if kind == .meetings || kind == .attendance { return understandOfMeeting(field, cell, index) }
    switch field {
    case .from, .until, .decided, .admitted, .official, .left:
      if CivilDate(cell) != nil { return nil }
      guard let day = CivilDate(list: cell) else { return .notADay(cell) }
      cells[index] = day.description
    case .born:
      guard let born = LooseDate(list: cell) else { return .notABirthDate(cell) }
      cells[index] = born.description
    case .kind:
      guard let kind = Vocabulary.kind(cell) else { return .unknownValue(cell, allowed: UnitKind.codes) }
      cells[index] = kind.rawValue
    case .sector:
      guard let sector = Vocabulary.sector(cell) else { return .unknownValue(cell, allowed: Sector.codes) }
      cells[index] = sector.rawValue
    case .sex:
      guard let sex = Vocabulary.sex(cell) else { return .unknownValue(cell, allowed: Sex.codes) }
      cells[index] = sex.rawValue
    case .role:
      guard let role = Vocabulary.role(cell) else {
        return .unknownValue(cell, allowed: AffiliationRole.codes)
      }
      cells[index] = role.rawValue
    case .reason:
      guard let reason = Vocabulary.reason(cell) else {
        return .unknownValue(cell, allowed: LeavingReason.codes)
      }
      cells[index] = reason.rawValue
    case .post:
      cells[index] = Vocabulary.post(cell)
    default:
      break
    }
    return nil
  }

  /// Days of one row that contradict each other.
  private func contradictions() -> [Objection] {
    let (from, until): (Field, Field) = kind == .members ? (.admitted, .left) : (.from, .until)
    guard let start = CivilDate(self[from]), let end = CivilDate(self[until]), end <= start else { return [] }
    return [Objection(until, .endNotAfterStart(start: start, end: end))]
  }

  // MARK: As facts

  func text(_ field: Field) -> String? {
    let cell = self[field]
    return cell.isEmpty ? nil : cell
  }

  func day(_ field: Field) -> CivilDate? { CivilDate(self[field]) }

  /// The days of the row's fact.
  var span: Span? {
    let (from, until): (Field, Field) = kind == .members ? (.admitted, .left) : (.from, .until)
    guard let start = day(from) else { return nil }
    return Span(from: start, until: day(until))
  }

  var particulars: Particulars {
    Particulars(
      name: self[.name],
      born: LooseDate(self[.born]),
      sex: Sex(rawValue: self[.sex]),
      ethnicity: text(.ethnicity),
      card: text(.card)
    )
  }

  var term: Term {
    Term(decided: day(.decided), official: day(.official), reason: LeavingReason(rawValue: self[.reason]))
  }

  func fact<Value>(_ value: Value, _ span: Span) -> Fact<Value> {
    Fact(value, span, cited: text(.decision), line: line)
  }
}

extension CaseIterable where Self: RawRepresentable<String> {
  /// The codes a list may use.
  static var codes: [String] { allCases.map(\.rawValue) }
}
