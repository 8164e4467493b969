/// Something an account may be allowed to do.
public enum Deed: String, Hashable, Sendable, CaseIterable {
  // Reading.
  case readUnits, readFigures, readRoll, readPerson, readJournal, exportLists
  // Units.
  case foundUnit, renameUnit, changeUnit, moveUnit, endUnit
  /// Plans of reorganisation, with the people they name.
  case readPlans
  // People.
  case admit, recognise, transfer, affiliate, endMembership, holdPost, correctParticulars
  // Transfers with two sides.
  case askTransfer, sendTransfer, receiveTransfer
  case exempt, suspend, proposeLeaving, readDiscipline, discipline
  /// Discipline of a unit, by a level above: reading what waits, and entering or confirming it.
  case readUnitMatter, disciplineUnit
  /// Contact of members with the organisation where they live.
  case keepContact
  // Dues and badges.
  case readDues, keepDues, awardBadge
  /// The work of a cell on its candidates and on members on probation.
  case keepCandidates
  /// Meetings of cells: reading of them; calling, holding and writing them down; scoring them from above;
  /// allowing a cell to meet online or by sub-groups.
  case readMeetings, keepMeetings, scoreMeetings, allowMeetingModes
  /// Resolutions and tasks: reading of them; entering, sending, answering them, giving tasks and telling of them.
  case readResolutions, keepResolutions
  /// Reviews: reading of them; saying a unit's word in them and sending them up; holding a round.
  case readReviews, keepReviews, holdReviews
  /// Models and working regulations: reading of them; a unit's own part in them; verifying and approving as the unit
  /// above; recognising, or not.
  case readModels, keepModels, verifyModels, recogniseModels
  /// Assigning members of a committee above to follow cells.
  case assignFollowers
  // The record itself.
  case importLists, fileDecisions, annul, grantRights, manageAccounts
}

/// What an account is to a unit and what stands below it.
public enum Role: String, Hashable, Sendable, CaseIterable {
  /// Keeps the installation: accounts and rights. Sees no person's file.
  case administrator
  /// Works on the roll and the tree at a committee's desk.
  case officer
  /// Leads a committee: sees everything, changes nothing.
  case leader
  /// Leads a cell: sees its roll and does the work of the cell.
  case secretary
  /// Sees their own record.
  case member
}

/// Where a unit stands to the one a role was granted for.
public enum Relation: String, Hashable, Sendable, CaseIterable {
  case own, below, elsewhere
}

/// Who may do what where.
///
/// Read it as a table; it is printed as one.
public enum Rights {
  /// Whether a role granted for a unit allows a deed on a unit standing so to it.
  public static func allows(_ role: Role, _ deed: Deed, on relation: Relation) -> Bool {
    guard relation != .elsewhere else { return false }
    switch role {
    case .administrator:
      return administrator.contains(deed)
    case .officer:
      // Their own unit's place in the tree is for the level above.
      return relation == .below ? officer.contains(deed) : officer.subtracting(ownUnitReserved).contains(deed)
    case .leader:
      // What waits about their own unit is for the level above.
      return leader.contains(deed) && (relation == .below || deed != .readUnitMatter)
    case .secretary:
      return secretary.contains(deed)
    case .member:
      return false
    }
  }

  /// The roles that allow a deed, with the relations in which they do.
  public static func relations(_ role: Role, _ deed: Deed) -> [Relation] {
    Relation.allCases.filter { allows(role, deed, on: $0) }
  }

  private static let administrator: Set<Deed> = [
    .readUnits, .readFigures, .readJournal, .grantRights, .manageAccounts,
  ]
  private static let officer: Set<Deed> = [
    .readUnits, .readFigures, .readRoll, .readPerson, .readJournal, .exportLists,
    .foundUnit, .renameUnit, .changeUnit, .moveUnit, .endUnit, .readPlans,
    .admit, .recognise, .transfer, .affiliate, .endMembership, .holdPost, .correctParticulars,
    .keepCandidates,
    .exempt, .suspend, .proposeLeaving, .readDiscipline, .discipline, .readUnitMatter, .disciplineUnit,
    .importLists, .fileDecisions, .annul,
    .askTransfer, .sendTransfer, .receiveTransfer, .keepContact,
    .readDues, .keepDues, .awardBadge,
    .readMeetings, .keepMeetings, .scoreMeetings, .allowMeetingModes,
    .readResolutions, .keepResolutions, .readReviews, .keepReviews, .holdReviews, .assignFollowers,
    .readModels, .keepModels, .verifyModels, .recogniseModels,
  ]
  private static let ownUnitReserved: Set<Deed> = [
    .changeUnit, .moveUnit, .endUnit, .renameUnit, .readUnitMatter, .disciplineUnit,
    .scoreMeetings, .allowMeetingModes, .assignFollowers,
  ]
  private static let leader: Set<Deed> = [
    .readUnits, .readFigures, .readRoll, .readPerson, .readJournal, .exportLists, .readDiscipline, .readPlans,
    .readUnitMatter, .readMeetings, .readResolutions, .readReviews, .readModels,
  ]
  private static let secretary: Set<Deed> = [
    .readUnits, .readFigures, .readRoll, .readPerson, .askTransfer, .sendTransfer, .receiveTransfer,
    // The work of the cell: it excuses its members, and proposes; it does not decide who leaves.
    .exempt, .proposeLeaving,
    .keepContact, .readDues, .keepDues, .keepCandidates, .readMeetings, .keepMeetings,
    .readResolutions, .keepResolutions, .readReviews, .keepReviews, .readModels, .keepModels,
  ]
}
