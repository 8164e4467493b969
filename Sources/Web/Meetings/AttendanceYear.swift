import Basics
import Records
import Rules

/// Who took part in the meetings of a year: of a cell person by person, of a committee unit by unit.
struct AttendanceYear: Sendable {
  /// A meeting that was held, and whether enough came for it to decide.
  struct Held: Sendable {
    let key: String
    let day: CivilDate
    let kind: MeetingKind
    let turnout: Turnout?
    /// `nil` where nobody was counted, or no rule says.
    let hasQuorum: Bool?
  }

  /// A mark at a meeting, and whether it counts.
  struct Mark: Sendable {
    let meeting: String
    let day: CivilDate
    let kind: MeetingKind
    let mark: AttendanceMark
    let isObliged: Bool
  }

  /// So many were obliged, so many came; how many were away for a reason and without one.
  struct Sums: Sendable {
    var obliged = 0
    var present = 0
    /// Of those present, who came late and who left early.
    var late = 0
    var left = 0
    var excused = 0
    var absent = 0

    mutating func add(_ mark: AttendanceMark) {
      obliged += 1
      switch mark {
      case .present: present += 1
      case .late: (present, late) = (present + 1, late + 1)
      case .left: (present, left) = (present + 1, left + 1)
      case .excused: excused += 1
      case .absent: absent += 1
      }
    }
  }

  struct Person: Sendable {
    let person: PersonLink
    let code: String
    var marks: [Mark] = []
    /// Of the meetings they were obliged to come to.
    var sums = Sums()
  }

  /// A unit directly below, with all meetings below it counted.
  struct Row: Sendable {
    let unit: UnitLink
    var meetings = 0
    var obliged = 0
    var present = 0
    var unexcused = 0
    var withoutQuorum = 0

    mutating func add(_ other: Row) {
      meetings += other.meetings
      obliged += other.obliged
      present += other.present
      unexcused += other.unexcused
      withoutQuorum += other.withoutQuorum
    }
  }

  let unit: UnitLink
  let path: [UnitLink]
  let year: Int
  let isCell: Bool
  var held: [Held] = []
  var people: [Person] = []
  var rows: [Row] = []
  /// All of it together.
  var sum: Row
  let takesFiles: Bool
  /// How sure it is that so many are enough; `nil` where no rule says.
  var quorum: Clause?
}

/// The meetings one person was called at in a year.
struct PersonAttendance: Sendable {
  struct Line: Sendable {
    let mark: AttendanceYear.Mark
    let unit: UnitLink
  }

  let person: PersonLink
  let isOwn: Bool
  let year: Int
  var lines: [Line]
  var sums: AttendanceYear.Sums
}

extension Visit {
  /// The year an address names, up to the day shown.
  private func attendancePeriod() throws -> (year: Int, period: Period?) {
    let year = try askedYear()
    guard let whole = Period(year: year) else { return (year, nil) }
    return (year, Period(from: whole.from, until: min(whole.until, asOf.day.adding(days: 1))))
  }

  func attendanceYear(_ key: String) throws -> AttendanceYear {
    let unit = try unit(key)
    try require(.readMeetings, on: unit)
    let path = try standing(of: unit)
    let (year, period) = try attendancePeriod()
    let link = path.last?.link ?? UnitLink(key, "")
    let isCell = path.last?.kind == .cell || path.last?.kind == .baseCell
    let rule = try regulations(for: unit).judge("meeting", of: "quorum", on: period?.last ?? asOf.day)?.rule
    var model = AttendanceYear(
      unit: link,
      path: crumbs(path),
      year: year,
      isCell: isCell,
      sum: AttendanceYear.Row(unit: link),
      takesFiles: try allows(.exportLists, on: unit),
      quorum: rule?.clauses.first
    )
    guard let period else { return model }
    if isCell {
      try tell(unit, period, &model)
    } else {
      model.rows = try kept(.attendance(unit, period, asOf)) { try attendanceRows(unit, period) }
      for row in model.rows { model.sum.add(row) }
    }
    return model
  }

  /// The meetings of a cell and everybody who was called at one of them: three questions.
  private func tell(_ unit: ID<Unit>, _ period: Period, _ model: inout AttendanceYear) throws {
    let store = AttendanceStore(db: db)
    let judged = Quorums(try regulations(for: unit))
    for meeting in try store.held(by: unit, period, asOf.knowledge) {
      let turnout = meeting.turnout
      let hasQuorum = turnout.flatMap { judged.isReached($0.obliged, $0.present, on: meeting.day) }
      model.held.append(
        AttendanceYear.Held(
          key: meeting.id.description,
          day: meeting.day,
          kind: meeting.kind,
          turnout: turnout,
          hasQuorum: hasQuorum
        )
      )
      model.sum.meetings += 1
      model.sum.obliged += turnout?.obliged ?? 0
      model.sum.present += turnout?.present ?? 0
      model.sum.unexcused += turnout?.unexcused ?? 0
      if hasQuorum == false { model.sum.withoutQuorum += 1 }
    }
    let lines = Dictionary(
      grouping: try store.marks(of: unit, period, asOf.knowledge),
      by: \.person
    )
    let names = try store.names(of: Set(lines.keys), on: period.last, asOf.knowledge)
    let people = names.map { person, code, name in
      var row = AttendanceYear.Person(person: PersonLink(person.description, name), code: code)
      for line in lines[person] ?? [] {
        row.marks.append(AttendanceYear.Mark(line))
        if line.isObliged { row.sums.add(line.mark) }
      }
      return row
    }
    // Guests stand below those of the cell.
    model.people = people.filter { $0.sums.obliged > 0 } + people.filter { $0.sums.obliged == 0 }
  }

  /// The meetings of each unit directly below, by name.
  private func attendanceRows(_ unit: ID<Unit>, _ period: Period) throws -> [AttendanceYear.Row] {
    let store = AttendanceStore(db: db)
    let judged = Quorums(try regulations(for: unit))
    var rows: [ID<Unit>: AttendanceYear.Row] = [:]
    for (days, judge) in judged.stretches(of: period) {
      var reached: [[Int]: Bool] = [:]
      for count in try store.counts(below: unit, days, asOf) {
        let pair = [count.obliged, count.present]
        let isReached = reached[pair] ?? judge.map { Quorums.isReached(count.obliged, count.present, $0) }
        reached[pair] = isReached
        var row = rows[count.branch] ?? AttendanceYear.Row(unit: UnitLink(count.branch.description, ""))
        row.meetings += count.meetings
        row.obliged += count.meetings * count.obliged
        row.present += count.meetings * count.present
        row.unexcused += count.unexcused
        if count.obliged > 0, isReached == false { row.withoutQuorum += count.meetings }
        rows[count.branch] = row
      }
    }
    let names = try NameStore(db: db).names(of: Array(rows.keys), asOf.knowledge)
    return rows.map { branch, row in
      var named = AttendanceYear.Row(
        unit: UnitLink(branch.description, names[branch]?.value(around: asOf.day) ?? "")
      )
      named.add(row)
      return named
    }.sorted {
      (VietnameseName.sortKey($0.unit.name), $0.unit.key)
        < (VietnameseName.sortKey($1.unit.name), $1.unit.key)
    }
  }

  /// The meetings of a year at which somebody was called: their own to see, and to those who read the meetings of
  /// their cell, each of whose looks is written down.
  func personAttendance(_ key: String) throws -> PersonAttendance {
    guard let person = ID<Person>(key), let life = try LifeStore(db: db).life(person) else {
      throw PageFault.absent
    }
    let isOwn = visitor.person == person
    if !isOwn {
      guard let home = try Reach(db: db, today: today).unit(of: person) else { throw PageFault.absent }
      try require(.readMeetings, on: home)
      try ReadingStore(db: db).log(try reader(of: home), opened: person, at: moment)
    }
    let (year, period) = try attendancePeriod()
    let lines = try period.map { try AttendanceStore(db: db).marks(of: person, $0, asOf.knowledge) } ?? []
    let units = Set(lines.map(\.unit))
    // Of meetings elsewhere only those who read them there are told.
    let open = try isOwn ? units : units.filter { try allows(.readMeetings, on: $0) }
    let names = try NameStore(db: db).names(of: Array(units), asOf.knowledge)
    var model = PersonAttendance(
      person: PersonLink(key, life.particulars.last?.value.name ?? ""),
      isOwn: isOwn,
      year: year,
      lines: [],
      sums: AttendanceYear.Sums()
    )
    for line in lines where open.contains(line.unit) {
      let name = names[line.unit]?.value(around: line.day) ?? ""
      let unit = UnitLink(line.unit.description, name)
      model.lines.append(
        PersonAttendance.Line(mark: AttendanceYear.Mark(line), unit: unit)
      )
      if line.isObliged { model.sums.add(line.mark) }
    }
    return model
  }

  /// How many meetings of the year so far a member was obliged to come to, and to how many they came.
  func ownAttendance(_ person: ID<Person>) throws -> (present: Int, obliged: Int)? {
    let marks = try AttendanceStore(db: db).marks(of: person, yearSoFar, asOf.knowledge)
      .filter(\.isObliged)
    return marks.isEmpty ? nil : (marks.count(where: \.mark.isPresent), marks.count)
  }
}

extension AttendanceYear.Mark {
  fileprivate init(_ line: AttendanceLine) {
    self.init(
      meeting: line.meeting.description,
      day: line.day,
      kind: line.kind,
      mark: line.mark,
      isObliged: line.isObliged
    )
  }
}

/// Whether enough came, by the rule in force on the day of each meeting.
private struct Quorums {
  private let library: RulebookLibrary

  init(_ library: RulebookLibrary) {
    self.library = library
  }

  static func isReached(_ obliged: Int, _ present: Int, _ judge: Judge) -> Bool {
    let facts = ["attendance.obliged": Quantity(obliged), "attendance.present": Quantity(present)]
    return judge.verdict(facts).outcomeName == "met"
  }

  func isReached(_ obliged: Int, _ present: Int, on day: CivilDate) -> Bool? {
    guard obliged > 0 else { return nil }
    return library.judge("meeting", of: "quorum", on: day).map { Quorums.isReached(obliged, present, $0) }
  }

  /// The stretches of a period in which one version of the rule was in force.
  func stretches(of period: Period) -> [(days: Period, judge: Judge?)] {
    var found: [(days: Period, judge: Judge?)] = []
    var (start, day) = (period.from, period.from)
    var name = library.version(of: "meeting", on: start)?.name
    while day < period.until {
      day = day.adding(days: 1)
      let next = day < period.until ? library.version(of: "meeting", on: day)?.name : nil
      if day < period.until, next == name { continue }
      if let days = Period(from: start, until: day) {
        found.append((days, library.judge("meeting", of: "quorum", on: start)))
      }
      (start, name) = (day, next)
    }
    return found
  }
}
