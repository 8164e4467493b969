import Basics
import Records
import Rules

/// One change to a plan in the making, as a form asks for it.
///
/// It is held apart from the plan it was made on, so that it can be carried over to a version that somebody else kept
/// meanwhile.
enum PlanEdit: Sendable {
  /// The plan written anew, as text.
  case text(String)
  case particulars(CivilDate, PlannedDecision?)
  /// A step, with the units that must be founded before it, in place of one by its number or at the end.
  case put([PlannedStep], at: Int?)
  case remove(Int)
  /// A step goes before the one above it.
  case raise(Int)

  /// The plan as the change leaves it.
  /// - Throws: `Refused` when a text cannot be read.
  func applied(to plan: ReorganisationPlan) throws(Refused) -> ReorganisationPlan {
    var plan = plan
    switch self {
    case .text(let body): return try PlanReader.sound(body, isDraft: true)
    case .particulars(let day, let decision):
      let old = plan.decision
      for index in plan.steps.indices where plan.steps[index].decision == old {
        plan.steps[index].decision = decision
      }
      plan.effective = day
      plan.decision = decision
    case .put(let steps, let number):
      if let number, plan.steps.indices.contains(number - 1) {
        plan.steps.replaceSubrange(number - 1..<number, with: steps)
      } else {
        plan.steps += steps
      }
    case .remove(let number):
      if plan.steps.indices.contains(number - 1) { plan.steps.remove(at: number - 1) }
    case .raise(let number):
      if number > 1, plan.steps.indices.contains(number - 1) { plan.steps.swapAt(number - 1, number - 2) }
    }
    return plan
  }

  /// The text that is kept: as it was typed, or written from the plan.
  func text(on plan: ReorganisationPlan) throws(Refused) -> String {
    if case .text(let body) = self { return body }
    return PlanWriter.text(try applied(to: plan))
  }

  /// Whether it means the same on a later version as on the one it was made on.
  func fits(_ later: ReorganisationPlan, madeOn base: ReorganisationPlan) -> Bool {
    func same(_ number: Int) -> Bool {
      base.steps.indices.contains(number - 1) && later.steps.indices.contains(number - 1)
        && base.steps[number - 1] == later.steps[number - 1]
    }
    return switch self {
    case .text: false
    case .particulars: base.effective == later.effective && base.decision == later.decision
    case .put(_, let number): number.map(same) ?? true
    case .remove(let number): same(number)
    case .raise(let number): same(number) && same(number - 1)
    }
  }
}
