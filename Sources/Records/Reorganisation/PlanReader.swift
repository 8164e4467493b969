import Basics
import Notation
package import RulebookFiles
package import Rules

/// Reads a plan of reorganisation from a YAML text or from a workbook.
///
///     effective: 2020-02-01
///     decision: {number: "01-QĐ/HU", signed: 2020-01-20, issuer: BT}   # or one per step
///     steps:
///       - merge: {units: [HT], into: HL, name: "Hoàn Lão"}
package enum PlanReader {
  /// - Throws: `RulebookFaults`, with every line that cannot be understood.
  ///
  /// `isDraft`: a plan in the making may have no steps yet.
  package static func read(
    _ text: String,
    name file: String,
    isDraft: Bool = false
  ) throws(RulebookFaults) -> ReorganisationPlan {
    let list = FaultList(file)
    let plan = Part.read(text, list).flatMap { read($0, isDraft) }
    guard let plan, list.faults.isEmpty else { throw RulebookFaults(faults: list.faults) }
    return plan
  }

  /// The plan a text says; refused with the first thing that cannot be understood.
  package static func sound(_ text: String, isDraft: Bool = false) throws(Refused) -> ReorganisationPlan {
    do {
      return try read(text, name: "plan", isDraft: isDraft)
    } catch {
      throw Refused(.value, error.faults.first.map { .unsoundRulebook($0) } ?? .blank)
    }
  }

  private static func read(_ whole: Part, _ isDraft: Bool) -> ReorganisationPlan? {
    whole.allow("effective", "decision", "steps")
    let effective = whole.required("effective")?.day
    let common = whole["decision"].flatMap(decision)
    let steps = whole.required("steps")?.items.compactMap { step($0, common) } ?? []
    if steps.isEmpty, !isDraft { whole["steps"]?.fault(.blank) }
    return effective.map { ReorganisationPlan(effective: $0, under: common, steps: steps) }
  }

  private static func decision(_ part: Part) -> PlannedDecision? {
    part.allow("number", "signed", "issuer", "signer", "basis")
    guard let number = part.required("number")?.text, let signed = part.required("signed")?.day else {
      return nil
    }
    return PlannedDecision(
      number: number,
      signed: signed,
      issuer: part["issuer"]?.text,
      signer: part["signer"]?.text,
      basis: part["basis"]?.text
    )
  }

  /// A step is one name with what it says, and perhaps its own decision beside it.
  private static func step(_ part: Part, _ common: PlannedDecision?) -> PlannedStep? {
    let said = part.members
    guard let (name, body) = said.first(where: { $0.name != "decision" }) else {
      part.fault(.blank)
      return nil
    }
    for (other, extra) in said where other != "decision" && other != name { extra.fault(.unknownKey(other)) }
    body.allow(
      "unit",
      "units",
      "into",
      "under",
      "code",
      "name",
      "kind",
      "sector",
      "parent",
      "posts",
      "people",
      "decision"
    )
    var draft = StepDraft(step: name)
    draft.into = body["into"]?.texts ?? []
    draft.under = body["under"]?.text
    draft.code = body["code"]?.text
    draft.name = body["name"]?.text
    draft.kind = body["kind"]?.text
    draft.sector = body["sector"]?.text
    draft.parent = body["parent"]?.text
    if let posts = body["posts"] {
      if posts.isValue { draft.posts = posts.text } else { draft.kept = kept(posts) }
    }
    draft.peopleShares = body["people"].map(allotment) ?? Allotment()
    draft.units = body["unit"].flatMap(\.text).map { [$0] } ?? []
    // A merge lists its units; a division says where they go.
    if let units = body["units"] {
      if name == "merge" { draft.units += units.texts } else { draft.unitShares = allotment(units) }
    }
    let own = (part["decision"] ?? body["decision"]).flatMap(decision)
    do throws(RulebookFault.Reason) {
      return PlannedStep(try draft.understood(), under: own ?? common)
    } catch {
      body.fault(error)
      return nil
    }
  }

  /// `{secretary: P1, deputySecretary: [P2, P3]}`, or the same by the unit: `{KA: {secretary: P1}}`.
  private static func kept(_ part: Part) -> [StepDraft.Kept] {
    part.members.flatMap { name, who in
      who.isMapping
        ? who.members.flatMap { post, people in people.texts.map { StepDraft.Kept(post, $0, in: name) } }
        : who.texts.map { StepDraft.Kept(name, $0, in: nil) }
    }
  }

  /// `{KA: [C1, C2], KB: rest}`, or `{to: C8}`.
  private static func allotment(_ part: Part) -> Allotment {
    if part.isValue { return Allotment(rest: part.text) }
    var allotment = Allotment()
    for (unit, what) in part.members {
      if unit == "to" {
        allotment.rest = what.text
      } else if what.isValue, let word = what.text, StepDraft.restWords.contains(word) {
        if allotment.rest != nil { what.fault(.repeatedName(word)) }
        allotment.rest = unit
      } else {
        allotment.named += what.texts.map { Allotment.Share($0, to: unit) }
      }
    }
    return allotment
  }
}
