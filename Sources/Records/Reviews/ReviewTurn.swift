package import Basics
package import Rules

/// Whose turn it is on the way of a subject through a round.
extension ReviewLine {
  /// Whether all evaluators before one of them, as far as there are any, have passed theirs on.
  package func hasHeard(before place: Int) -> Bool {
    way.evaluations.prefix(place).allSatisfy { evaluation in
      evaluation.trouble != nil
        || said.contains { said in
          said.step == .evaluation && said.isPassed && said.body == evaluation.body
            && said.writer == evaluation.person
        }
    }
  }

  /// What a body, or its head alone, says next of the subject; `nil` where others come first, or nothing is left to
  /// say.
  package func turn(of body: ID<Unit>) -> ReviewTurn? {
    for (place, evaluation) in way.evaluations.enumerated()
    where evaluation.body == body && evaluation.trouble == nil {
      let step = way.step(at: place)
      let isSaid = said.contains {
        $0.step == step && $0.body == body && $0.writer == evaluation.person && $0.isPassed
      }
      if isSaid { continue }
      return hasHeard(before: place) ? ReviewTurn(step: step, writer: evaluation.person) : nil
    }
    return nil
  }

  /// Whether a body has not said all it is to say of the subject.
  package func waits(for body: ID<Unit>) -> Bool {
    // A head says theirs as a person.
    way.evaluations.enumerated().contains { place, evaluation in
      let step = way.step(at: place)
      return evaluation.body == body && evaluation.evaluator != .head
        && !said.contains { $0.step == step && $0.body == body && $0.isPassed }
    }
  }
}

/// What is said next of a subject, and the person who says it alone, where one does.
package struct ReviewTurn: Hashable, Sendable {
  package let step: ReviewStep
  package let writer: ID<Person>?

  package init(step: ReviewStep, writer: ID<Person>?) {
    self.step = step
    self.writer = writer
  }
}
