import Rules

/// A deed that has a form: whom it is done to, which right it takes and what it asks for.
///
/// The raw value is its name in addresses: `/deeds/transfer?person=…`.
enum DeedKind: String, CaseIterable, Sendable {
  // To a person.
  case recognise, transfer, beginRole, endRole, holdPost, leavePost, endMembership, correct, change, readmit
  case recordIdentifier, endIdentifier, second, askComment, receiveComment
  case exempt, endExemption, suspend, endSuspension
  case warn, openLeaving, hearLeaving, voteLeaving, decideLeaving, closeLeaving
  case discipline, confirmDiscipline, withdrawDiscipline
  // In or to a unit.
  case admit, appoint, found, rename, reclassify, move, end, exemptResidence
  case disciplineUnit, confirmUnitDiscipline, withdrawUnitDiscipline
  // To an entry of the journal.
  case annul

  /// Whom or what a deed is done to.
  enum Target: Sendable {
    case person, unit, entry
  }

  var target: Target {
    switch self {
    case .recognise, .transfer, .beginRole, .endRole, .holdPost, .leavePost, .endMembership, .correct,
      .change, .readmit, .recordIdentifier, .endIdentifier, .exempt, .endExemption, .suspend,
      .endSuspension, .warn, .openLeaving, .hearLeaving, .voteLeaving, .decideLeaving, .closeLeaving,
      .discipline, .confirmDiscipline, .withdrawDiscipline, .second, .askComment, .receiveComment:
      .person
    case .admit, .appoint, .found, .rename, .reclassify, .move, .end, .exemptResidence, .disciplineUnit,
      .confirmUnitDiscipline, .withdrawUnitDiscipline:
      .unit
    case .annul: .entry
    }
  }

  /// Whether it can be done to several people at once, one entry each.
  var takesSeveral: Bool { self == .transfer || self == .recognise || self == .askComment }

  /// The right it takes on the target.
  var deed: Deed {
    switch self {
    case .recognise: .recognise
    case .transfer: .transfer
    case .beginRole, .endRole, .second, .exemptResidence: .affiliate
    case .askComment, .receiveComment: .keepContact
    case .holdPost, .leavePost, .appoint: .holdPost
    case .endMembership, .decideLeaving: .endMembership
    case .exempt, .endExemption: .exempt
    case .suspend, .endSuspension: .suspend
    case .warn, .openLeaving, .hearLeaving, .voteLeaving, .closeLeaving: .proposeLeaving
    case .discipline, .confirmDiscipline, .withdrawDiscipline: .discipline
    case .disciplineUnit, .confirmUnitDiscipline, .withdrawUnitDiscipline: .disciplineUnit
    case .correct, .change, .recordIdentifier, .endIdentifier: .correctParticulars
    case .readmit, .admit: .admit
    case .found: .foundUnit
    case .rename: .renameUnit
    case .reclassify: .changeUnit
    case .move: .moveUnit
    case .end: .endUnit
    case .annul: .annul
    }
  }

  /// Whether it carries out a decision.
  ///
  /// A correction, a tie other than the home and an annulment are entries all the same.
  var decision: DecisionNeed {
    switch self {
    case .annul, .warn, .openLeaving, .hearLeaving, .voteLeaving, .closeLeaving, .confirmDiscipline,
      .withdrawDiscipline, .confirmUnitDiscipline, .withdrawUnitDiscipline, .askComment, .receiveComment:
      .none
    case .correct, .change, .beginRole, .endRole, .endMembership, .recordIdentifier, .endIdentifier, .exempt,
      .endExemption, .endSuspension, .decideLeaving:
      .possible
    default: .required
    }
  }

  enum DecisionNeed: Sendable {
    case none, possible, required
  }

  /// The operation it is in the journal, by whose words it is called.
  var operation: String {
    switch self {
    case .correct, .change: "correctParticulars"
    case .readmit: "admit"
    case .appoint: "holdPost"
    case .found: "foundUnit"
    case .rename: "renameUnit"
    case .reclassify: "changeUnit"
    case .move: "moveUnit"
    case .end: "endUnit"
    case .endExemption, .endSuspension: "endState"
    case .warn: "warnMember"
    case .hearLeaving: "hearMember"
    case .voteLeaving: "voteOnLeaving"
    default: rawValue
    }
  }

  /// The form by which a deed of the journal is done again, for a correction; `nil` when it has none.
  ///
  /// `operation`: its name in the journal.
  /// `said`: what it said, by name.
  init?(correcting operation: String, said: [String: String]) {
    switch operation {
    case "admit": self = said["person"] == nil ? .admit : .readmit
    case "correctParticulars": self = said["from"] == nil ? .correct : .change
    case "foundUnit": self = .found
    case "renameUnit": self = .rename
    case "changeUnit": self = .reclassify
    case "moveUnit": self = .move
    case "endUnit": self = .end
    case "warnMember": self = .warn
    case "endState": self = said["state"] == "suspended" ? .endSuspension : .endExemption
    case "exempt", "suspend", "recognise", "transfer", "beginRole", "endRole", "holdPost", "leavePost",
      "endMembership", "second", "askComment", "receiveComment", "exemptResidence",
      "recordIdentifier", "endIdentifier":
      self.init(rawValue: operation)
    default: return nil
    }
  }
}

/// One thing a deed's form asks for.
struct DeedField: Sendable {
  enum Control: Sendable {
    case text, words, day, birth, unit, person
    /// A whole number.
    case number
    /// Units by code or name, several of them.
    case units
    case choice(Choices)
    /// Free text with known words offered.
    case suggested(Choices)
  }

  /// Where the answers of a choice come from.
  enum Choices: Sendable {
    case kindsBelow, kinds, sectors, sexes, ties, reasons, knownPosts, systems
    /// The ties, or posts, the person has.
    case ownTies, ownPosts, ownIdentifiers
    case exemptionExtents, exemptionGrounds, waysOut, disciplineForms, unitDisciplineForms
    /// The clauses of the regulations on which a deletion can rest.
    case deletionGrounds
  }

  let field: Field
  let control: Control
  let isRequired: Bool

  init(_ field: Field, _ control: Control, isRequired: Bool = true) {
    self.field = field
    self.control = control
    self.isRequired = isRequired
  }
}

extension DeedKind {
  /// What its form asks for, in order; the decision comes after.
  var fields: [DeedField] {
    switch self {
    case .recognise: [DeedField(.official, .day), DeedField(.reason, .text, isRequired: false)]
    case .transfer: [DeedField(.unit, .unit), DeedField(.day, .day)]
    case .beginRole:
      [DeedField(.role, .choice(.ties)), DeedField(.unit, .unit), DeedField(.from, .day), DeedKind.until]
    case .endRole: [DeedField(.role, .choice(.ownTies)), DeedField(.until, .day)]
    case .holdPost:
      [
        DeedField(.post, .suggested(.knownPosts)), DeedField(.unit, .unit), DeedField(.from, .day),
        DeedKind.until,
      ]
    case .askComment: [DeedField(.year, .text), DeedField(.day, .day)]
    case .receiveComment:
      [DeedField(.year, .text), DeedField(.day, .day), DeedField(.letter, .text, isRequired: false)]
    case .exemptResidence:
      [
        DeedField(.sector, .choice(.sectors), isRequired: false), DeedField(.reason, .text),
        DeedField(.from, .day),
        DeedKind.until,
      ]
    case .second:
      [
        DeedField(.unit, .unit), DeedField(.post, .suggested(.knownPosts), isRequired: false),
        DeedField(.from, .day), DeedKind.until,
      ]
    case .leavePost: [DeedField(.post, .choice(.ownPosts)), DeedField(.until, .day)]
    case .endMembership: [DeedField(.reason, .choice(.reasons)), DeedField(.left, .day)]
    case .recordIdentifier:
      [
        DeedField(.system, .suggested(.systems)), DeedField(.value, .text), DeedField(.from, .day),
        DeedKind.until,
      ]
    case .endIdentifier: [DeedField(.value, .choice(.ownIdentifiers)), DeedField(.until, .day)]
    case .correct: DeedKind.particulars
    case .change: DeedKind.particulars + [DeedField(.from, .day)]
    case .readmit: [DeedField(.unit, .unit)] + DeedKind.admission
    case .admit:
      DeedKind.particulars + DeedKind.admission + [DeedField(.code, .text, isRequired: false)]
    case .appoint:
      [
        DeedField(.person, .person), DeedField(.post, .suggested(.knownPosts)), DeedField(.from, .day),
        DeedKind.until,
      ]
    case .found:
      [
        DeedField(.code, .text), DeedField(.name, .text), DeedField(.kind, .choice(.kindsBelow)),
        DeedField(.sector, .choice(.sectors), isRequired: false), DeedField(.day, .day),
      ]
    case .rename: [DeedField(.name, .text), DeedField(.day, .day)]
    case .reclassify:
      [
        DeedField(.kind, .choice(.kinds)), DeedField(.sector, .choice(.sectors), isRequired: false),
        DeedField(.day, .day),
      ]
    case .move: [DeedField(.parent, .unit), DeedField(.day, .day)]
    case .end: [DeedField(.successor, .units, isRequired: false), DeedField(.day, .day)]
    case .annul: [DeedField(.reason, .words)]
    case .exempt, .endExemption, .suspend, .endSuspension: stateFields
    case .warn, .openLeaving, .hearLeaving, .voteLeaving, .decideLeaving, .closeLeaving: leavingFields
    case .discipline, .confirmDiscipline, .withdrawDiscipline, .disciplineUnit, .confirmUnitDiscipline,
      .withdrawUnitDiscipline:
      disciplineFields
    }
  }

  static let until = DeedField(.until, .day, isRequired: false)
  private static let particulars = [
    DeedField(.name, .text), DeedField(.born, .birth, isRequired: false),
    DeedField(.sex, .choice(.sexes), isRequired: false), DeedField(.ethnicity, .text, isRequired: false),
    DeedField(.card, .text, isRequired: false),
  ]
  private static let admission = [
    DeedField(.decided, .day, isRequired: false), DeedField(.admitted, .day),
    DeedField(.official, .day, isRequired: false), DeedField(.from, .day, isRequired: false),
  ]

  /// The field of the day from which the deed counts.
  var dayField: Field? {
    switch self {
    case .recognise: .official
    case .transfer, .found, .rename, .reclassify, .move, .end, .askComment, .receiveComment: .day
    case .beginRole, .holdPost, .second, .exemptResidence, .appoint, .change, .recordIdentifier, .exempt,
      .suspend, .discipline, .disciplineUnit:
      .from
    case .endRole, .leavePost, .endIdentifier, .endExemption, .endSuspension: .until
    case .endMembership, .decideLeaving: .left
    case .warn, .openLeaving, .hearLeaving, .voteLeaving, .closeLeaving: .day
    case .admit, .readmit: .admitted
    case .correct, .annul, .confirmDiscipline, .withdrawDiscipline, .confirmUnitDiscipline,
      .withdrawUnitDiscipline:
      nil
    }
  }
}
