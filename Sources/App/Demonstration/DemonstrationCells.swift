import Basics
import Records
import Rules
import Storage

/// The cells of one committee of the fictional province when its history ends, with those who can be chosen for
/// something: read once, so that nobody is chosen twice.
struct DemonstrationCommittee {
  /// A cell, and its members in the order of the register.
  struct Cell {
    let unit: ID<Rules.Unit>
    let sector: Sector?
    /// Its place among all cells of the province, by which what happens in it is chosen.
    let place: Int
    let lines: [RollLine]
    /// Official members for two years, with neither post nor state: those of whom things are told.
    var free: [RollLine]
  }

  let unit: ID<Rules.Unit>
  let place: Int
  var cells: [Cell]

  /// `first`: how many cells the committees before it have.
  init(_ unit: ID<Rules.Unit>, place: Int, after first: Int, on day: CivilDate, _ db: any Connection) throws {
    self.unit = unit
    self.place = place
    let rows = FigureRows(db: db)
    let asOf = AsOf(day)
    let counted = try [FigureName.cells, .baseCells].flatMap { try rows.units($0, below: unit, asOf) }
    let early = day.adding(months: -24)
    cells = try counted.enumerated().map { number, counted in
      let question = RollQuestion(unit: counted.unit.unit, asOf: asOf)
      let lines = try RollStore(db: db).page(question, members: 50, limit: 60).lines
      let free = lines.filter { line in
        line.post == nil && line.state == nil && line.admitted < early
          && line.official.map { $0 < early } ?? false
      }
      return Cell(
        unit: counted.unit.unit,
        sector: counted.unit.sector,
        place: first + number,
        lines: lines,
        free: free
      )
    }
  }

  /// Takes somebody of a cell who was at home there on a day and on all days since, and stays.
  mutating func take(_ index: Int, since day: CivilDate, _ db: any Connection) throws -> ID<Person>? {
    while let line = cells[index].free.popLast() {
      guard let life = try LifeStore(db: db).life(line.person), let home = life.home(on: day) else {
        continue
      }
      if home.value.unit == cells[index].unit, home.span.end == nil, life.terms.last?.span.end == nil {
        return line.person
      }
    }
    return nil
  }

  /// How many official members a cell has.
  func officials(_ index: Int, on day: CivilDate) -> Int {
    cells[index].lines.count { line in line.official.map { $0 <= day } ?? false }
  }
}
