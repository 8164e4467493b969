import Basics
package import Rules

/// Writes a plan as the text it can be read from again.
package enum PlanWriter {
  package static func text(_ plan: ReorganisationPlan) -> String {
    var lines = ["effective: \(plan.effective)"]
    if let decision = plan.decision { lines.append("decision: \(text(decision))") }
    lines.append(plan.steps.isEmpty ? "steps: []" : "steps:")
    for planned in plan.steps {
      let members = members(of: planned.step).map { "\($0.name): \($0.value)" }
      lines.append("  - \(planned.step.name): {\(members.joined(separator: ", "))}")
      if let decision = planned.decision, decision != plan.decision {
        lines.append("    decision: \(text(decision))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ decision: PlannedDecision) -> String {
    var members = ["number: \(quoted(decision.number))", "signed: \(decision.signed)"]
    if let issuer = decision.issuer { members.append("issuer: \(quoted(issuer))") }
    if let signer = decision.signer { members.append("signer: \(quoted(signer))") }
    if let basis = decision.basis { members.append("basis: \(quoted(basis))") }
    return "{\(members.joined(separator: ", "))}"
  }

  private static func members(of step: ReorganisationStep) -> [(name: String, value: String)] {
    switch step {
    case .found(let code, let name, let kind, let sector, let parent):
      [("code", quoted(code)), ("name", quoted(name)), ("kind", kind.rawValue)]
        + (sector.map { [("sector", $0.rawValue)] } ?? []) + (parent.map { [("parent", quoted($0))] } ?? [])
    case .rename(let unit, let name): [("unit", quoted(unit)), ("name", quoted(name))]
    case .change(let unit, let kind, let sector):
      [("unit", quoted(unit))] + (kind.map { [("kind", $0.rawValue)] } ?? [])
        + (sector.map { [("sector", $0.rawValue)] } ?? [])
    case .move(let unit, let under): [("unit", quoted(unit)), ("under", quoted(under))]
    case .merge(let units, let into, let name, let posts):
      [("units", list(units)), ("into", quoted(into))] + (name.map { [("name", quoted($0))] } ?? [])
        + text(posts)
    case .split(let unit, let into, let units, let people, let posts):
      [("unit", quoted(unit)), ("into", list(into))] + text(units, "units") + text(people, "people")
        + text(posts)
    case .dissolve(let unit, let units, let people):
      [("unit", quoted(unit))] + text(units, "units") + text(people, "people")
    }
  }

  private static func text(_ posts: ReorganisationStep.Posts) -> [(name: String, value: String)] {
    switch posts {
    case .end: []
    case .pass(let unit): [("posts", quoted(unit))]
    case .keep(let kept):
      [
        (
          "posts",
          said(kept.map(\.unit)) { unit in
            said(kept.filter { $0.unit == unit }.map(\.post)) { post in
              list(kept.filter { $0.unit == unit && $0.post == post }.map(\.person))
            }
          }
        )
      ]
    }
  }

  /// Names with their values, each name once.
  private static func said(_ names: [String], _ value: (String) -> String) -> String {
    var seen: Set<String> = []
    let members = names.filter { seen.insert($0).inserted }.map { "\(quoted($0)): \(value($0))" }
    return "{\(members.joined(separator: ", "))}"
  }

  private static func text(_ allotment: Allotment, _ name: String) -> [(name: String, value: String)] {
    var shares: [String] = []
    for unit in allotment.heirs where unit != allotment.rest {
      shares.append("\(quoted(unit)): \(list(allotment.named.filter { $0.unit == unit }.map(\.code)))")
    }
    if let rest = allotment.rest { shares.append("\(quoted(rest)): rest") }
    return shares.isEmpty ? [] : [(name, "{\(shares.joined(separator: ", "))}")]
  }

  private static func list(_ codes: [String]) -> String { "[\(codes.map(quoted).joined(separator: ", "))]" }

  private static func quoted(_ text: String) -> String { Said.quoted(text) }
}
