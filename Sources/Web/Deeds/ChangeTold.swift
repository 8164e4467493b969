package import Basics

/// Whom or what a change is about, as a page names it.
package enum SubjectTold: Hashable, Sendable {
  case person(PersonLink)
  case unit(UnitLink)
  case account(String)
}

/// What a fact says, ready to be put in words.
package struct FactTold: Hashable, Sendable {
  /// Which kind of fact: `home`, `host` …, `post`, `term`, `particulars`, `name`, `kind`, `sector`, `parent`,
  /// `successor`, `grant`.
  package var what: String
  /// Its code or text: a post, a kind, a name.
  package var value: String
  /// The unit it speaks of.
  package var unit: UnitLink?
  /// What more it says, by the names of fields.
  package var details: [Detail]
  package var span: Span

  package struct Detail: Hashable, Sendable {
    package var field: String
    package var value: String

    package init(_ field: String, _ value: String) {
      self.field = field
      self.value = value
    }
  }

  package init(
    _ what: String,
    _ value: String = "",
    unit: UnitLink? = nil,
    details: [Detail] = [],
    span: Span
  ) {
    self.what = what
    self.value = value
    self.unit = unit
    self.details = details
    self.span = span
  }
}

/// One fact before and after: what was known of it, and what is or would be.
package struct ChangeTold: Hashable, Sendable {
  package var subject: SubjectTold
  package var before: FactTold?
  package var after: FactTold?

  package init(subject: SubjectTold, before: FactTold?, after: FactTold?) {
    self.subject = subject
    self.before = before
    self.after = after
  }
}
