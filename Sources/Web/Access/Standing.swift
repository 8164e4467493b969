import Basics
import Records
import Rules
import Storage

/// What a visitor is here today: their grants, the widest of them first, and where they begin.
struct Standing: Sendable {
  /// One role in one unit.
  struct Place: Sendable {
    let unit: ID<Unit>
    let name: String
    let role: Role
  }

  /// In the order of how much lies below.
  let places: [Place]
  /// The unit a member's own record is kept in, for those without another role.
  let home: UnitLink?
  let readsJournal: Bool
  /// Whether accounts are this visitor's to keep: those of the whole, or none.
  let keepsAccounts: Bool
  /// Whether they may bring in lists, which is for those whose unit is the whole.
  let importsLists: Bool

  /// The roles that see units and figures.
  var seeing: [Place] { places.filter { Rights.allows($0.role, .readUnits, on: .own) } }

  /// What the pages of the record open to: the most that any of the roles does.
  var opens: Viewpoint.Opens {
    func may(_ deed: Deed) -> Bool { places.contains { Rights.allows($0.role, deed, on: .own) } }
    return Viewpoint.Opens(
      units: may(.readUnits),
      people: may(.readRoll),
      files: may(.exportLists),
      journal: readsJournal,
      dues: may(.readDues),
      transfers: may(.transfer),
      recognitions: may(.recognise),
      plans: may(.readPlans),
      meetings: may(.readMeetings),
      resolutions: may(.readResolutions),
      reviews: may(.readReviews),
      models: may(.readModels)
    )
  }

  static func read(_ visitor: Visitor, _ db: any Connection, today: CivilDate) throws -> Standing {
    let grants = try AccountStore(db: db).grants(visitor.account, on: today)
    let tree = TreeStore(db: db)
    let roots = Set(try tree.roots(AsOf(today)))
    var places: [(place: Place, depth: Int)] = []
    for grant in grants {
      let depth = roots.contains(grant.unit) ? 0 : try tree.path(to: grant.unit, AsOf(today)).count
      places.append((Place(unit: grant.unit, name: grant.unitName, role: grant.role), depth == 0 ? 0 : depth))
    }
    places.sort { one, other in
      let sees = (
        Rights.allows(one.place.role, .readUnits, on: .own),
        Rights.allows(other.place.role, .readUnits, on: .own)
      )
      if sees.0 != sees.1 { return sees.0 }
      let reads = (
        Rights.allows(one.place.role, .readRoll, on: .own),
        Rights.allows(other.place.role, .readRoll, on: .own)
      )
      return one.depth == other.depth ? reads.0 && !reads.1 : one.depth < other.depth
    }
    let home = try visitor.person.flatMap { person in try Reach(db: db, today: today).unit(of: person) }
    func mayEverywhere(_ deed: Deed) -> Bool {
      places.contains { roots.contains($0.place.unit) && Rights.allows($0.place.role, deed, on: .own) }
    }
    return Standing(
      places: places.map(\.place),
      home: try home.map { UnitLink($0.description, try tree.lastName($0)) },
      // The journal tells of everything: it is for those whose unit is the whole.
      readsJournal: mayEverywhere(.readJournal),
      keepsAccounts: mayEverywhere(.manageAccounts),
      importsLists: mayEverywhere(.importLists)
    )
  }
}
