/// What keeps the record of another installation from being brought into this one.
public enum AbsorptionObstacle: Hashable, Sendable {
  /// Both have the same number: their identities could not be told apart.
  case sameInstallation(Int)
  /// What installations with these numbers made is here already.
  case alreadyHere([Int])
  /// Its tables are of another version.
  case otherVersion
  /// Its journal, or what must be true of it, does not hold: so many faults.
  case notSound(journal: Int, checks: Int)
  /// On the day it has so many units at the top, not one.
  case notOneRoot(Int)
  /// Its top unit cannot stand there, only under one of these kinds.
  case wrongPlace(root: UnitKind, under: UnitKind, allowed: [UnitKind])
  /// A plan in the making names units by codes that would change.
  case planAwaits(String)
  /// Somebody wrote in it meanwhile.
  case otherMoved
}

/// Something to see to after another record came in: it does not stand in the way.
public enum AbsorptionAdvice: Hashable, Sendable {
  /// So many accounts and rights stayed behind.
  case accountsStayed(Int, grants: Int)
  /// So many pairs may be one person.
  case alike(Int)
  /// So many identifiers are somebody else's here, and stayed behind.
  case identifiersStayed(Int)
  /// So many unit codes and codes of people got the origin before them.
  case renamed(units: Int, people: Int)
}
