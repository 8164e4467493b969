import Basics
import Markup
import Records
import Rules

/// Members of one unit who are transferred at once: who goes where, under which decision, and what stands in the way.
struct SeveralTransfer: Sendable {
  /// No form holds more.
  static let most = 100

  struct Row: Sendable {
    var person: PersonLink
    var code: String
    var cell: UnitLink
    var isMarked: Bool
    /// What was written as their own place to go.
    var place: String
    /// Why they cannot go there.
    var refusals: [Refusal] = []
  }

  /// What would come of it.
  struct Preview: Sendable {
    struct Move: Sendable {
      var person: PersonLink
      var from: UnitLink
      var to: String
    }

    struct Count: Sendable {
      var unit: UnitLink
      var before: Int
      var after: Int
    }

    var moves: [Move]
    var counts: [Count]
    var day: CivilDate
    var number: String
  }

  var unit: UnitLink
  var path: [UnitLink]
  var rows: [Row]
  /// How many members the unit and those below it have.
  var total: Int
  var values: [Field: String]
  var objections: [Objection]
  var candidates: [Field: [DeedSheet.Candidate]]
  var preview: Preview?
  var request: String
}

/// What the form of a transfer of several comes to.
struct SeveralAsked: Sendable {
  var form: SeveralTransfer
  var deed: TransferMembers?
  var decision: DecisionText?
}

extension Visit {
  /// The form by which several members of a unit are transferred at once.
  func several(_ key: String, _ pairs: [Query.Pair]?) throws -> SeveralAsked {
    let unit = try unit(key)
    try require(.transfer, on: unit)
    let path = try standing(of: unit, on: today)
    let total = try FigureStore(db: db).memberFigures(of: unit, AsOf(today))[.total] ?? 0
    let slice = try RollStore(db: db).page(
      RollQuestion(unit: unit, asOf: AsOf(today)),
      members: total,
      limit: SeveralTransfer.most
    )
    var reading = DeedReading(self, pairs ?? [Query.Pair(name: Field.day.rawValue, value: today.description)])
    let written = pairs ?? []
    let marked = Set(written.filter { $0.name == Field.person.rawValue }.map(\.value))
    var moves: [TransferMembers.Move] = []
    let shared = pairs == nil ? nil : try reading.destination(.unit)
    var rows: [SeveralTransfer.Row] = []
    for line in slice.lines {
      let own = line.person.description
      let place = written.first { $0.name == "unit.\(own)" }?.value.trimmingBlanks ?? ""
      var row = SeveralTransfer.Row(
        person: PersonLink(own, line.name),
        code: line.code,
        cell: UnitLink(line.unit.description, line.unitName),
        isMarked: marked.contains(own) || !place.isEmpty,
        place: place
      )
      if row.isMarked, pairs != nil {
        if let target = try destination(of: &row) ?? (place.isEmpty ? shared : nil) {
          moves.append(TransferMembers.Move(line.person, to: target))
        } else if row.refusals.isEmpty {
          row.refusals = [.blank]
        }
      }
      rows.append(row)
    }
    var asked = SeveralAsked(
      form: SeveralTransfer(
        unit: path.last?.link ?? UnitLink(key, ""),
        path: Array(crumbs(path).dropLast()),
        rows: rows,
        total: total,
        values: reading.values,
        objections: [],
        candidates: reading.candidates,
        request: AccountForm.newRequest()
      )
    )
    guard pairs != nil else { return asked }
    let day = reading.day(.day)
    asked.decision = try reading.decision(.required)
    if !rows.contains(where: \.isMarked) { reading.object(nil, .nobodyChosen) }
    asked.form.values = reading.values
    asked.form.candidates = reading.candidates
    asked.form.objections = reading.objections
    let isWhole = rows.allSatisfy(\.refusals.isEmpty)
    if let day, isWhole, reading.objections.isEmpty { asked.deed = TransferMembers(moves, day: day) }
    return asked
  }

  /// The unit written for one member, by its code or its name.
  private func destination(of row: inout SeveralTransfer.Row) throws -> ID<Unit>? {
    if row.place.isEmpty { return nil }
    var reading = DeedReading(self, [Query.Pair(name: Field.unit.rawValue, value: row.place)])
    let unit = try reading.destination(.unit)
    row.refusals = reading.objections.map(\.refusal)
    row.place = reading.values[.unit] ?? row.place
    return unit
  }

  /// What a transfer of several would come to, seen in the record as it would be.
  func preview(
    _ deed: TransferMembers,
    _ asked: SeveralAsked,
    after before: Int64
  ) throws -> SeveralTransfer.Preview {
    var units: [ID<Unit>] = []
    for unit in [ID<Unit>(asked.form.unit.key)].compactMap(\.self) + deed.moves.map(\.unit)
    where !units.contains(unit) {
      units.append(unit)
    }
    for row in asked.form.rows where row.isMarked {
      if let cell = ID<Unit>(row.cell.key), !units.contains(cell) { units.append(cell) }
    }
    let names = try NameStore(db: db).names(of: units, .now)
    func link(_ unit: ID<Unit>) -> UnitLink {
      UnitLink(unit.description, names[unit]?.value(around: deed.day) ?? "")
    }
    let store = FigureRows(db: db)
    let then = try store.members(of: units, AsOf(deed.day, .entry(before)))
    let now = try store.members(of: units, AsOf(deed.day))
    let rows = Dictionary(asked.form.rows.map { ($0.person.key, $0) }) { one, _ in one }
    return SeveralTransfer.Preview(
      moves: deed.moves.compactMap { move in
        rows[move.person.description].map {
          SeveralTransfer.Preview.Move(person: $0.person, from: $0.cell, to: link(move.unit).name)
        }
      },
      counts: units.map { unit in
        SeveralTransfer.Preview.Count(unit: link(unit), before: then[unit] ?? 0, after: now[unit] ?? 0)
      },
      day: deed.day,
      number: asked.decision?.number ?? ""
    )
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
