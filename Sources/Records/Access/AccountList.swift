package import Basics
package import Rules
import Storage

/// Which accounts are asked for.
package struct AccountQuestion: Hashable, Sendable {
  /// The states an account can be asked for by.
  package enum State: String, Hashable, Sendable, CaseIterable {
    case open, locked, secondFactor, neverSignedIn
  }

  package var search = ""
  package var role: Role?
  /// Accounts with a role in this unit or below it.
  package var unit: ID<Unit>?
  package var state: State?
  /// The accounts after this name, or those before it.
  package var after: String?
  package var before: String?

  package init() {}

  /// Whether anything but all accounts is asked for.
  package var isNarrow: Bool { !search.isEmpty || role != nil || unit != nil || state != nil }
}

/// An account as the list of them shows it.
package struct AccountLine: Hashable, Sendable {
  package let account: ID<Account>
  package let name: String
  package let displayName: String
  package let isLocked: Bool
  package let hasSecondFactor: Bool
  package let lastSignIn: Int64?
  /// What it may do today.
  package var grants: [Grant] = []
}

/// A page of accounts, in the order of their names.
package struct AccountSlice: Sendable {
  package let lines: [AccountLine]
  package let previous: String?
  package let next: String?
}

extension AccountStore {
  /// The accounts somebody can sign in to: those of the console are none.
  package func count() throws -> Int { try db.count("SELECT count(*) FROM credential") }

  /// A page of accounts with what each may do today.
  package func page(_ question: AccountQuestion, today: CivilDate, limit: Int) throws -> AccountSlice {
    let isBackwards = question.after == nil && question.before != nil
    var lines = try matching(question, today, isBackwards, limit + 1)
    let isMore = lines.count > limit
    if isMore { lines.removeLast() }
    if isBackwards { lines.reverse() }
    let granted = try grants(lines.map(\.account), on: today)
    for index in lines.indices { lines[index].grants = granted[lines[index].account] ?? [] }
    return AccountSlice(
      lines: lines,
      previous: (isBackwards ? isMore : question.after != nil) ? lines.first?.name : nil,
      next: (isBackwards || isMore) ? lines.last?.name : nil
    )
  }

  /// Names are read in order until enough have the words looked for: a search key of its own is not worth
  /// a table that only administrators read.
  private func matching(
    _ question: AccountQuestion,
    _ today: CivilDate,
    _ isBackwards: Bool,
    _ limit: Int
  ) throws -> [AccountLine] {
    let words = VietnameseName.searchWords(question.search)
    let order: SQL = isBackwards ? "ORDER BY a.name DESC" : "ORDER BY a.name"
    let found = try db.cursor(
      """
      SELECT a.id, a.name, a.display_name, c.locked, c.signed_in_at,
        (SELECT count(*) FROM second_factor f WHERE f.account = a.id)
      FROM account a JOIN credential c ON c.account = a.id
      WHERE \(AccountStore.condition(question, today)) \(order)
      """
    )
    var lines: [AccountLine] = []
    while lines.count < limit, let row = try found.next() {
      let line = AccountLine(
        account: try row[0],
        name: try row[1],
        displayName: try row[2],
        isLocked: try row[3] as Int == 1,
        hasSecondFactor: try row[5] as Int > 0,
        lastSignIn: try row[4]
      )
      let own = VietnameseName.searchKey(line.displayName + " " + line.name).split(separator: " ")
      if words.allSatisfy({ word in own.contains { $0.hasPrefix(word) } }) { lines.append(line) }
    }
    return lines
  }

  private static func condition(_ question: AccountQuestion, _ today: CivilDate) -> SQL {
    var all: [SQL] = ["1 = 1"]
    if let after = question.after {
      all.append("a.name > \(after)")
    } else if let before = question.before {
      all.append("a.name < \(before)")
    }
    switch question.state {
    case .open: all.append("c.locked = 0")
    case .locked: all.append("c.locked = 1")
    case .secondFactor: all.append("EXISTS (SELECT 1 FROM second_factor f WHERE f.account = a.id)")
    case .neverSignedIn: all.append("c.signed_in_at IS NULL")
    case nil: break
    }
    if question.role != nil || question.unit != nil {
      let role: SQL = question.role.map { "AND g.role = \($0)" } ?? ""
      let unit: SQL =
        question.unit.map { unit in
          """
          AND EXISTS (SELECT 1 FROM ancestry x WHERE x.unit = g.unit AND x.ancestor = \(unit)
            AND \(asOf("x", AsOf(today))))
          """
        } ?? ""
      all.append(
        """
        EXISTS (SELECT 1 FROM access_grant g
          WHERE g.account = a.id AND \(asOf("g", AsOf(today))) \(role) \(unit))
        """
      )
    }
    return SQL.join(all, " AND ")
  }

  /// What each of some accounts may do on a day.
  private func grants(_ accounts: [ID<Account>], on day: CivilDate) throws -> [ID<Account>: [Grant]] {
    guard !accounts.isEmpty else { return [:] }
    let list = SQL.join(accounts.map { "\($0)" }, ", ")
    var granted: [ID<Account>: [Grant]] = [:]
    try db.each(
      """
      SELECT \(AccountStore.grantColumns(day)), g.account
      FROM access_grant g WHERE g.account IN (\(list)) AND \(asOf("g", AsOf(day)))
      ORDER BY g.start_on, g.id
      """
    ) { row in granted[try row[6], default: []].append(try AccountStore.grant(row)) }
    return granted
  }
}
