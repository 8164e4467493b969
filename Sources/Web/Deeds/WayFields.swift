import Rules

// What the forms of a member's way ask for, and those of discipline of an organisation.
extension DeedKind {
  var stateFields: [DeedField] {
    switch self {
    case .exempt:
      [
        DeedField(.extent, .choice(.exemptionExtents)), DeedField(.ground, .choice(.exemptionGrounds)),
        DeedField(.asked, .day, isRequired: false), DeedField(.from, .day), DeedKind.until,
      ]
    case .suspend: [DeedField(.body, .unit), DeedField(.from, .day), DeedKind.until]
    default: [DeedField(.until, .day)]
    }
  }

  var leavingFields: [DeedField] {
    let ground = DeedField(.ground, .choice(.deletionGrounds), isRequired: false)
    return switch self {
    case .warn: [ground, DeedField(.note, .words), DeedField(.day, .day)]
    case .openLeaving:
      [
        DeedField(.reason, .choice(.waysOut)), ground, DeedField(.occurred, .day, isRequired: false),
        DeedField(.note, .words, isRequired: false), DeedField(.day, .day),
      ]
    case .hearLeaving: [DeedField(.day, .day), DeedField(.hearing, .words, isRequired: false)]
    case .voteLeaving:
      [DeedField(.day, .day), DeedField(.agreed, .number), DeedField(.officials, .number)]
    case .decideLeaving: [DeedField(.left, .day)]
    default: [DeedField(.reason, .words), DeedField(.day, .day)]
    }
  }

  var disciplineFields: [DeedField] {
    switch self {
    case .discipline:
      [
        DeedField(.form, .choice(.disciplineForms)), DeedField(.body, .unit),
        DeedField(.violated, .day, isRequired: false),
        DeedField(.post, .choice(.ownPosts), isRequired: false),
        DeedField(.from, .day), DeedKind.until, DeedField(.agreed, .number, isRequired: false),
        DeedField(.officials, .number, isRequired: false), DeedField(.above, .number, isRequired: false),
        DeedField(.aboveAll, .number, isRequired: false), DeedField(.note, .words, isRequired: false),
      ]
    case .disciplineUnit:
      [
        DeedField(.form, .choice(.unitDisciplineForms)), DeedField(.body, .unit),
        DeedField(.violated, .day, isRequired: false), DeedField(.from, .day), DeedKind.until,
        DeedField(.note, .words, isRequired: false),
      ]
    case .withdrawDiscipline, .withdrawUnitDiscipline: [DeedField(.reason, .words)]
    default: []
    }
  }
}
