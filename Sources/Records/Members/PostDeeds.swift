package import Basics
package import Rules

/// Takes up a function in a body of a unit.
package struct HoldPost: Operation {
  package static let operation = "holdPost"
  package var person: ID<Person>
  package var unit: ID<Unit>
  /// A `KnownPost` by its code, or free text.
  package var post: String
  package var span: Span

  package init(person: ID<Person>, unit: ID<Unit>, post: String, span: Span) {
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
    try work.require(.holdPost, on: unit)
    try Written.text(post, .post, limit: 120).raise()
    try work.change(person) { life in
      let value = Post(unit, post)
      if life.posts.contains(where: { $0.value == value && $0.span.overlaps(span) }) {
        throw Refused(.post, .alreadyThere)
      }
      guard life.term(on: span.start) != nil else { throw Refused(.from, .notAMember(on: span.start)) }
      life.posts.append(Fact(value, span, cited: work.cited))
    }
    return person.number
  }
}

/// Leaves a function on a day.
package struct LeavePost: Operation {
  package static let operation = "leavePost"
  package var person: ID<Person>
  package var unit: ID<Unit>
  package var post: String
  /// The first day it is no longer held.
  package var day: CivilDate

  package init(person: ID<Person>, unit: ID<Unit>, post: String, day: CivilDate) {
    self.person = person
    self.unit = unit
    self.post = post
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("unit", unit.description), ("post", post), ("until", day.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.holdPost, on: unit)
    try work.change(person) { life in
      let value = Post(unit, post)
      let yesterday = day.adding(days: -1)
      guard let index = life.posts.firstIndex(where: { $0.value == value && $0.span.contains(yesterday) }),
        let span = life.posts[index].span.cut(at: day)
      else { throw Refused(.until, .noSuchRole) }
      if span == life.posts[index].span { throw Refused(.until, .nothingChanges) }
      life.posts[index].span = span
    }
    return person.number
  }
}
