package import Basics
package import Rules
import Storage

/// Lets an account do a role's deeds in a unit and below, on the days of a span.
package struct GrantRights: Operation {
  package static let operation = "grantRights"
  package var account: ID<Account>
  package var role: Role
  package var unit: ID<Unit>
  package var span: Span

  package init(account: ID<Account>, role: Role, unit: ID<Unit>, span: Span) {
    self.account = account
    self.role = role
    self.unit = unit
    self.span = span
  }

  package var said: [(name: String, value: String?)] {
    [
      ("account", account.description), ("role", role.rawValue), ("unit", unit.description),
      ("from", span.start.description), ("until", span.end?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.give(AddAccount.Right(role, in: unit, span), to: account).number
  }
}

extension Work {
  /// Writes a right down for an account.
  func give(_ right: AddAccount.Right, to account: ID<Account>) throws -> ID<FactMark> {
    let (role, unit, span) = (right.role, right.unit, right.span)
    try require(.grantRights, on: unit)
    guard try db.exists("SELECT 1 FROM account WHERE id = \(account)") else {
      throw Refused(.account, .unknownAccount(account.description))
    }
    guard try UnitStore(db: db).life(unit)?.existence != nil else {
      throw Refused(.unit, .unknownUnit(unit.description))
    }
    let again = try db.exists(
      """
      SELECT 1 FROM access_grant g
      WHERE g.account = \(account) AND g.role = \(role) AND g.unit = \(unit) AND \(asOf("g", AsOf(span.start)))
      """
    )
    if again { throw Refused(.role, .alreadyThere) }
    let id: ID<FactMark> = draw()
    try write(.grant, id, span, [account.sqlValue, role.sqlValue, unit.sqlValue])
    // A role that must have a second factor is not held by a session that began without one.
    let factors = SecondFactorStore(db: db)
    if try factors.required().contains(role), try factors.factor(of: account) == nil {
      try db.execute("DELETE FROM sign_in WHERE account = \(account)")
    }
    return id
  }
}

/// Ends a grant on a day.
package struct WithdrawRights: Operation {
  package static let operation = "withdrawRights"
  package var grant: ID<FactMark>
  /// The first day it is no longer in force.
  package var day: CivilDate

  package init(grant: ID<FactMark>, day: CivilDate) {
    self.grant = grant
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("grant", grant.description), ("until", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let found = try work.db.first(
      """
      SELECT g.start_on, g.end_on, g.account, g.role, g.unit FROM access_grant g
      WHERE g.id = \(grant) AND \(known("g"))
      """
    ) { row in
      (
        start: try row[0] as CivilDate, end: try row[1] as CivilDate?, account: try row[2] as ID<Account>,
        role: try row[3] as Role, unit: try row[4] as ID<Unit>
      )
    }
    guard let found else { throw Refused(.entry, .noSuchRole) }
    try work.require(.grantRights, on: found.unit)
    if let end = found.end, end <= day { throw Refused(.until, .nothingChanges) }
    try work.supersede(.grant, grant)
    if let span = Span(from: found.start, until: day) {
      let values = [found.account.sqlValue, found.role.sqlValue, found.unit.sqlValue]
      try work.write(.grant, grant, span, values)
    }
    return grant.number
  }
}
