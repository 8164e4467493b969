package import Basics

/// A unit as a page names it: the key in its address and its name on the day shown.
package struct UnitLink: Hashable, Sendable {
  package var key: String
  package var name: String

  package init(_ key: String, _ name: String) {
    self.key = key
    self.name = name
  }
}

/// A person as a page names them.
package struct PersonLink: Hashable, Sendable {
  package var key: String
  package var name: String

  package init(_ key: String, _ name: String) {
    self.key = key
    self.name = name
  }
}

/// A decision as a fact cites it: number, day signed, issuing unit.
///
/// Without a key it does not open.
package struct DecisionLink: Hashable, Sendable {
  package var key: String?
  package var number: String
  package var signed: CivilDate?
  package var issuer: String?

  package init(key: String?, number: String, signed: CivilDate?, issuer: String?) {
    self.key = key
    self.number = number
    self.signed = signed
    self.issuer = issuer
  }
}

/// By what a fact stands in the record: a decision, or the row of a list it was taken over from.
package enum Source: Hashable, Sendable {
  case decision(DecisionLink)
  case list(name: String, row: Int)
}

/// When a fact was written down, and by which account.
package struct Recorded: Hashable, Sendable {
  package var moment: Moment
  package var account: String

  package init(_ moment: Moment, by account: String) {
    self.moment = moment
    self.account = account
  }
}
