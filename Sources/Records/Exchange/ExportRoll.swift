package import Basics
package import Rules
package import Sheets
package import Storage

/// Gives a roll as rows: the columns of the list of members, and where each is at home.
package struct ExportRoll {
  package let db: any Connection
  package let question: RollQuestion

  package init(db: any Connection, question: RollQuestion) {
    self.db = db
    self.question = question
  }

  /// The columns in a book.
  package static var columns: [XLSXColumn] {
    ListKind.members.columns.map { BookListWriter.column($0, choices: []) } + [
      XLSXColumn("unit", width: 13), XLSXColumn("unitName", width: 34), XLSXColumn("role", width: 10),
    ]
  }

  /// Writes every line in the order of the register.
  /// - Returns: how many there are.
  package func run(_ write: ([ListCell]) throws -> Void) throws -> Int {
    var codes: [ID<Unit>: String] = [:]
    let units = UnitStore(db: db)
    var count = 0
    try RollStore(db: db).eachLine(question) { line in
      let unit = try codes[line.unit] ?? units.code(of: line.unit) ?? ""
      codes[line.unit] = unit
      count += 1
      try write([
        .text(line.code), .text(line.name), .text(line.born?.description), .text(line.sex?.rawValue),
        .text(line.ethnicity), .day(line.decided), .day(line.admitted), .day(line.official), .day(line.left),
        .text(line.reason?.rawValue), .text(line.card), .text(line.cited), .text(unit), .text(line.unitName),
        .text(AffiliationRole.home.rawValue),
      ])
    }
    return count
  }
}

extension Office {
  /// Takes a list of people away, written down as a reading in the same transaction.
  ///
  /// `body`: writes the list; gives the unit, the day and how many people it held.
  package func reading(
    as actor: Actor,
    _ body: @escaping @Sendable (any Connection) throws -> (unit: ID<Unit>, day: CivilDate, count: Int)
  ) async throws {
    let clock = clock
    let moment = clock.now()
    try await database.write { db in
      let taken = try body(db)
      guard let account = try actor.account(db) else { return }
      try ReadingStore(db: db).log(
        try Reader.of(account, reading: taken.unit, today: clock.day(of: moment), db),
        exported: taken.unit,
        on: taken.day,
        count: taken.count,
        at: moment
      )
    }
  }
}

extension Actor {
  /// The account behind it; `nil` for a console that has never done a deed.
  func account(_ db: any Connection) throws -> ID<Account>? {
    switch self {
    case .account(let account): account
    case .console(let user): try AccountStore(db: db).account(named: "console:\(user)")
    }
  }
}
