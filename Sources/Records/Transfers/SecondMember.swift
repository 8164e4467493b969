package import Basics
package import Rules

/// Lends a member to a unit that is not their home.
///
/// They take part in its meetings, hold a post there if one is named, and stay counted at home.
package struct SecondMember: Operation {
  package static let operation = "second"
  package var person: ID<Person>
  /// The unit they take part in.
  package var unit: ID<Unit>
  /// A `KnownPost` by its code, or free text.
  package var post: String?
  package var span: Span

  package init(person: ID<Person>, to unit: ID<Unit>, post: String? = nil, span: Span) {
    self.person = person
    self.unit = unit
    self.post = post
    self.span = span
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("unit", unit.description), ("post", post),
      ("from", span.start.description), ("until", span.end?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.affiliate, on: unit)
    if let post {
      try work.require(.holdPost, on: unit)
      try Written.text(post, .post, limit: 120).raise()
    }
    try work.change(person) { life in
      guard let home = life.home(on: span.start) else { throw Refused(.from, .notAMember(on: span.start)) }
      if home.value.unit == unit { throw Refused(.unit, .alreadyThere) }
      let tie = Affiliation(unit, .host)
      if life.affiliations.contains(where: { $0.value == tie && $0.span.overlaps(span) }) {
        throw Refused(.unit, .alreadyThere)
      }
      life.affiliations.append(Fact(tie, span, cited: work.cited))
      guard let post else { return }
      let held = Post(unit, post)
      if life.posts.contains(where: { $0.value == held && $0.span.overlaps(span) }) {
        throw Refused(.post, .alreadyThere)
      }
      life.posts.append(Fact(held, span, cited: work.cited))
    }
    return person.number
  }
}
