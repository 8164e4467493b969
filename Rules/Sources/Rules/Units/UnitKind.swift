/// The level a unit has in the organisation.
public enum UnitKind: String, Hashable, Sendable, CaseIterable {
  case centre
  case province
  /// The level directly above the grassroots: districts and towns until June 2025, communes, wards and
  /// special zones since.
  case superiorCommittee
  case baseCommittee
  case baseCell
  case sectionCommittee
  case cell
  case subgroup

  /// The kinds a unit of this kind may stand under; `nil` among them means: under none.
  public var parents: [UnitKind?] {
    switch self {
    case .centre: [nil]
    case .province: [.centre, nil]
    case .superiorCommittee: [.province]
    case .baseCommittee, .baseCell: [.superiorCommittee, .province]
    case .sectionCommittee: [.baseCommittee]
    case .cell: [.baseCommittee, .sectionCommittee]
    case .subgroup: [.cell, .baseCell]
    }
  }

  /// The kinds that can stand directly under a unit of this kind.
  public var children: [UnitKind] {
    UnitKind.allCases.filter { $0.parents.contains(self) }
  }
}

/// The part of society a unit works in.
public enum Sector: String, Hashable, Sendable, CaseIterable {
  case residential, agency, school, health, enterprise, cooperative, armedForces, borderGuard, police, other
}
