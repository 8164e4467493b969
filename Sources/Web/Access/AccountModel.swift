package import Basics
import Records
package import Rules

/// A page of the accounts there are.
package struct AccountsPage: Sendable {
  package struct Line: Sendable {
    package var key: String
    package var name: String
    package var displayName: String
    package var isLocked: Bool
    package var hasSecondFactor: Bool
    package var lastSignIn: Moment?
    package var grants: [GrantRow]
  }

  /// What was asked, as it was written.
  package struct Asked: Sendable {
    package var search = ""
    package var role = ""
    package var unit = ""
    package var state = ""

    package var isNarrow: Bool { !(search + role + unit + state).isEmpty }
  }

  package var count: Int
  package var asked: Asked
  package var unitProblem: Refusal?
  package var lines: [Line]
  package var previous: String?
  package var next: String?
  /// The roles that must have a second factor.
  package var required: Set<Role>
  package var request: String
}

/// A right as the pages show it.
package struct GrantRow: Sendable {
  package enum Time: Sendable {
    case past, now, planned
  }

  package var key: String
  package var role: Role
  package var unit: UnitLink
  package var span: Span
  package var time: Time
}

/// A sign-in that is open.
package struct SessionRow: Sendable {
  package var began: Moment
  package var ends: Moment
  package var language: String
  package var isThisDevice: Bool
}

/// An account opened.
package struct AccountPage: Sendable {
  package var key: String
  package var name: String
  package var displayName: String
  package var member: (code: String, name: String)?
  package var isLocked: Bool
  package var isOwn: Bool
  package var lastSignIn: Moment?
  package var passwordSince: Moment
  package var factor: (since: Moment, codesLeft: Int)?
  /// The role for which it must have a second factor.
  package var mustHaveFactor: Role?
  package var grants: [GrantRow]
  package var sessions: [SessionRow]
  package var failures: (count: Int, last: Moment)?
  package var request: String
  package var objections: [Objection] = []
}

extension GrantRow {
  init(_ grant: Grant, today: CivilDate) {
    self.init(
      key: grant.id.description,
      role: grant.role,
      unit: UnitLink(grant.unit.description, grant.unitName),
      span: grant.span,
      time: grant.span.contains(today) ? .now : grant.span.start > today ? .planned : .past
    )
  }
}

extension Visit {
  /// Stops as if nothing were there unless accounts are this visitor's to keep.
  func requireKeeper() throws {
    guard standing.keepsAccounts else { throw PageFault.absent }
  }

  /// An account as its page shows it.
  func accountPage(_ key: String, _ objections: [Objection] = []) throws -> AccountPage {
    guard let account = ID<Account>(key) else { throw PageFault.absent }
    return try accountPage(account, objections)
  }

  func accountPage(_ account: ID<Account>, _ objections: [Objection] = []) throws -> AccountPage {
    guard let file = try AccountStore(db: db).file(account, at: moment, today: today) else {
      throw PageFault.absent
    }
    let here = asked.cookies.session.map(Passwords.kept)
    return AccountPage(
      key: account.description,
      name: file.name,
      displayName: file.displayName,
      member: file.member,
      isLocked: file.isLocked,
      isOwn: visitor.account == account,
      lastSignIn: file.lastSignIn.map(time),
      passwordSince: time(file.passwordSince),
      factor: file.factor.map { (time($0.since), $0.codesLeft) },
      mustHaveFactor: file.mustHaveFactor,
      grants: file.grants.map { GrantRow($0, today: today) },
      sessions: file.sessions.map { session in
        SessionRow(
          began: time(session.began),
          ends: time(session.expires),
          language: session.language,
          isThisDevice: session.mark == here
        )
      },
      failures: file.failures.map { ($0.count, time($0.last)) },
      request: AccountForm.newRequest(),
      objections: objections
    )
  }
}
