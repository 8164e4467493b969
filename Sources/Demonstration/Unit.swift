import Basics

/// An organisation of the demonstration as it stands on the day the history has reached.
struct Unit: Sendable {
  let code: String
  var name: String
  let kind: PlannedUnit.Kind
  var sector: PlannedUnit.Sector
  /// The place of the unit above in the table, -1 for the province.
  var parent: Int32
  /// The day it was founded, or will be.
  var from: CivilDate
  var exists: Bool
  var children: [Int32] = []
  /// The people who are the majority where the unit is; Kinh in the plain and the towns.
  var people: Ethnicity = .kinh
  /// Whether it lies in a ward or a town.
  var urban = false
  /// For a unit that members have as their home: how many it should have.
  var weight = 0
  var size = 0
  /// The first of its members, each leading to the next; -1 when there is none.
  var first: Int32 = -1
  /// The posts in its leading body.
  var seats: [Int32] = []
  /// What stands behind the number of its decisions.
  var suffix = "ĐU"
  /// The last number given, and the year of it.
  var number = 0
  var numberYear = 0

  init(
    code: String,
    name: String,
    kind: PlannedUnit.Kind,
    sector: PlannedUnit.Sector,
    parent: Int32,
    from: CivilDate,
    exists: Bool
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.sector = sector
    self.parent = parent
    self.from = from
    self.exists = exists
  }

  /// Whether members have their home in it.
  var isHome: Bool { kind == .cell || kind == .baseCell }

  /// The functions its leading body has.
  var functions: [PlannedPost.Function] {
    switch kind {
    case .province:
      [.secretary, .deputySecretary, .inspectionHead, .standingMember, .standingMember, .standingMember]
    case .superiorCommittee:
      [
        .secretary, .deputySecretary, .inspectionHead, .standingMember, .standingMember, .committeeMember,
        .committeeMember, .committeeMember,
      ]
    case .baseCommittee: [.secretary, .deputySecretary, .committeeMember, .committeeMember, .committeeMember]
    case .sectionCommittee: [.secretary, .deputySecretary]
    case .baseCell, .cell:
      weight >= 18 ? [.secretary, .deputySecretary, .committeeMember] : [.secretary, .deputySecretary]
    }
  }
}

/// A deed on units that is settled before the history begins.
struct ScriptedDeed: Sendable {
  enum Deed: Sendable {
    /// The unit begins under a parent; a cell's first members come from the largest beside it.
    case found(unit: Int32, under: Int32)
    case rename(unit: Int32, name: String)
    case move(unit: Int32, under: Int32)
    case changeSector(unit: Int32, sector: PlannedUnit.Sector)
    /// All members go to another unit, and this one ends.
    case merge(unit: Int32, into: Int32)
    /// Emptied before, it ends; `into`: those in whose place it stood go on with what it was.
    case end(unit: Int32, into: [Int32])
  }

  var day: CivilDate
  var deed: Deed
  /// Deeds of one day with the same sheet are carried by one decision; 0 for a decision of its own.
  var sheet: Int32 = 0
}
