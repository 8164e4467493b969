package import Basics
package import Markup
package import Records
package import Rules

/// Every address of the site, in one place. All of them keep the day shown, but for those of deeds.
extension Viewpoint {
  package var board: Path { Path().keeping(kept) }
  package var find: Path { Path("find") }
  package var accounts: Path { Path.accounts.keeping(kept) }
  package func account(_ key: String) -> Path { Path.account(key).keeping(kept) }
  package var myAccount: Path { Path.myAccount().keeping(kept) }
  package var rights: Path { Path.rights.keeping(kept) }
  package var journal: Path { Path("journal").keeping(kept) }
  package var decisions: Path { Path("decisions").keeping(kept) }
  package var plans: Path { Path("plans").keeping(kept) }
  package var rulebooks: Path { Path("rulebooks").keeping(kept) }
  package func rulebook(_ name: String) -> Path { Path("rulebooks", name).keeping(kept) }
  package func judging(_ name: String) -> Path { Path("rulebooks", name, "judge").keeping(kept) }

  package func unit(_ key: String) -> Path {
    opens.units ? Path("units", key).keeping(kept) : .closed
  }

  package func roll(_ key: String, _ query: Query = Query()) -> Path {
    opens.people ? Path("units", key, "roll").keeping(query).keeping(kept) : .closed
  }

  /// The roll as a file, `csv` or `xlsx`, with the same filters.
  package func rollFile(_ key: String, _ format: String, _ query: Query = Query()) -> Path {
    Path("units", key, "roll." + format).keeping(query).keeping(kept)
  }

  package func person(_ key: String) -> Path {
    Path("people", key).keeping(kept)
  }

  /// Everybody who looked at a person, from one reading back.
  package func looks(at key: String, before: String? = nil) -> Path {
    Path("people", key, "looks").with("before", before).keeping(kept)
  }

  /// Whom a roll with these filters holds, for marking them all.
  package func markable(_ unit: String, _ query: Query) -> Path {
    Path("units", unit, "roll", "people").keeping(query).keeping(kept)
  }

  /// A deed on the members marked on a roll, whose form follows.
  package func deed(_ name: String) -> Path { Path("deeds", name) }

  /// The filters the visitor keeps for rolls, as seen from a unit.
  package func savedFilters(_ unit: String) -> Path { Path("units", unit, "filters").keeping(kept) }

  package func decision(_ key: String) -> Path {
    Path("decisions", key).keeping(kept)
  }

  package func entry(_ sequence: Int) -> Path {
    opens.journal ? Path("journal", String(sequence)).keeping(kept) : .closed
  }

  /// A figure of a unit on the day shown.
  package func figure(_ code: String, of unit: String) -> Path {
    guard opens(code) else { return .closed }
    return Path("units", unit, "figures", code).keeping(kept)
  }

  /// Whether a figure opens: to units for those who see the tree, to people for those who see the roll.
  private func opens(_ code: String) -> Bool {
    if code.hasPrefix("tasks.") || code.hasPrefix("resolutions.") { return opens.resolutions }
    return code.hasPrefix("units.") ? opens.units : opens.people
  }

  /// A figure of a unit on another day.
  package func figure(_ code: String, of unit: String, on day: CivilDate) -> Path {
    moved(to: day).figure(code, of: unit)
  }

  /// A figure of a unit over a period.
  package func figure(_ code: String, of unit: String, from: CivilDate, until: CivilDate) -> Path {
    guard opens(code) else { return .closed }
    return Path("units", unit, "figures", code)
      .with("from", from.description)
      .with("until", until.description)
      .keeping(kept)
  }

  /// A figure as a file, `csv` or `xlsx`.
  package func figureFile(_ page: FigurePage, _ format: String) -> Path {
    let path = Path("units", page.unit.key, "figures", page.code + "." + format)
    switch page.time {
    case .day: return path.keeping(kept)
    case .period(let from, let until):
      return path.with("from", from.description).with("until", until.description).keeping(kept)
    }
  }

  /// The ledger of a unit and of each unit directly below it.
  package func ledger(_ unit: String, from: CivilDate, until: CivilDate) -> Path {
    Path("units", unit, "ledger")
      .with("from", from.description)
      .with("until", until.description)
      .keeping(kept)
  }
}

// Transfers with two sides.
extension Viewpoint {
  /// Who leaves a unit, who comes, who is there for a time.
  package func transfers(_ unit: String, side: String? = nil, isOver: Bool = false) -> Path {
    guard opens.people else { return .closed }
    return Path("units", unit, "transfers").with("side", side).with("state", isOver ? "over" : nil).keeping(
      kept
    )
  }

  /// Who is lent to a unit, or from it.
  package func secondments(
    _ unit: String,
    _ side: SecondmentQuestion.Side = .host,
    kind: UnitKind? = nil,
    post: String? = nil
  ) -> Path {
    guard opens.people else { return .closed }
    return Path("units", unit, "secondments").with("side", side == .host ? nil : side.rawValue)
      .with("kind", kind?.rawValue).with("post", post).keeping(kept)
  }

  /// Who keeps contact where they live, and who does not.
  package func residence(_ unit: String, _ group: ResidenceQuestion.Group? = nil, year: Int? = nil) -> Path {
    guard opens.people else { return .closed }
    return Path("units", unit, "residence").with("show", group?.rawValue).with("year", year.map(String.init))
      .keeping(kept)
  }

  package func transfer(_ key: String) -> Path { Path("transfers", key).keeping(kept) }

  /// All transfers of one person.
  package func transfers(ofPerson key: String) -> Path { Path("people", key, "transfers").keeping(kept) }
}

// Two days, two trees, and units told apart by what they are.
extension Viewpoint {
  /// A figure of the day shown beside that of another day; with the ending of a file, as one.
  package func comparison(of code: String, _ unit: String, against day: CivilDate) -> Path {
    figure(code, of: unit).with("against", day.description)
  }

  /// A figure of a day beside that of the day shown, from the later day.
  package func comparison(
    of code: String,
    _ unit: String,
    on later: CivilDate,
    against day: CivilDate
  )
    -> Path
  {
    moved(to: later).comparison(of: code, unit, against: day)
  }

  /// The units directly below on the day shown and on another; with the ending of a file, as one.
  package func unitsCompared(_ key: String, against day: CivilDate, figure: String, file: String = "") -> Path
  {
    guard opens.units else { return .closed }
    return Path("units", key, "compare" + file).with("figure", figure).with("against", day.description)
      .keeping(kept)
  }

  /// The tree on the day shown beside that of another day.
  package func trees(_ key: String, against day: CivilDate? = nil, levels: Int? = nil) -> Path {
    guard opens.units else { return .closed }
    return Path("units", key, "trees").with("against", day?.description).with(
      "levels",
      levels.map(String.init)
    )
    .keeping(kept)
  }

  /// A unit beside those from which it took over.
  package func lineage(_ key: String) -> Path {
    opens.units ? Path("units", key, "lineage").keeping(kept) : .closed
  }

  /// The units below without a secretary.
  package func vacancies(_ key: String) -> Path {
    opens.units ? Path("units", key, "vacancies").keeping(kept) : .closed
  }

  /// The units below by kind and sector; asked for one of these, their list.
  package func kinds(_ key: String, _ query: Query = Query()) -> Path {
    opens.units ? Path("units", key, "kinds").keeping(query).keeping(kept) : .closed
  }

  /// What is open in a unit and below: ways out, disciplines, reports.
  package func cases(_ key: String) -> Path {
    opens.people ? Path("units", key, "cases").keeping(kept) : .closed
  }

  /// Who left a unit over a period; with a reason and a ground, those who left so.
  package func leavings(
    _ key: String,
    from: CivilDate,
    until: CivilDate,
    reason: String? = nil,
    ground: String? = nil
  ) -> Path {
    guard opens.people else { return .closed }
    return Path("units", key, "leavings").with("from", from.description).with("until", until.description)
      .with("reason", reason).with("ground", ground).keeping(kept)
  }

  /// The dues of a unit and below, of a month.
  package func dues(_ unit: String, _ month: String? = nil) -> Path {
    opens.units ? Path("units", unit, "dues").with("month", month).keeping(kept) : .closed
  }

  /// Whom a figure about the dues of a month counts.
  package func duesPeople(_ unit: String, _ figure: String, _ month: String) -> Path {
    guard opens.dues else { return .closed }
    return Path("units", unit, "dues", "people").with("of", figure).with("month", month).keeping(kept)
  }

  /// Whose unpaid months of a year are for the cell to consider.
  package func unpaidDues(_ unit: String, _ year: Int) -> Path {
    opens.dues ? Path("units", unit, "dues", "unpaid").with("year", String(year)).keeping(kept) : .closed
  }

  /// A person's own dues, of a year.
  package func personDues(_ person: String, _ year: Int? = nil) -> Path {
    Path("people", person, "dues").with("year", year.map(String.init)).keeping(kept)
  }

  /// Who reaches which badge on a day of award.
  package func badges(_ unit: String, on award: String? = nil, badge: String? = nil) -> Path {
    guard opens.people else { return .closed }
    return Path("units", unit, "badges").with("award", award).with("badge", badge).keeping(kept)
  }

  /// The same as a file, `csv` or `xlsx`.
  package func badgesFile(_ unit: String, _ format: String, on award: String, badge: String?) -> Path {
    guard opens.files else { return .closed }
    return Path("units", unit, "badges." + format).with("award", award).with("badge", badge).keeping(kept)
  }

  /// The units directly below, as a piece of the tree.
  package func branch(_ key: String) -> Path {
    opens.units ? Path("units", key, "branch").keeping(kept) : .closed
  }
}

extension Path {
  /// The form of a deed on a person or a unit.
  static func deed(_ kind: DeedKind, _ target: String, _ key: String) -> Path {
    Path("deeds", kind.rawValue).with(target, key)
  }

  /// The form that takes an entry of the journal back.
  static func annul(_ entry: Int) -> Path { Path("deeds", DeedKind.annul.rawValue).with("entry", entry) }
  /// The form in which a transfer of a person is asked for, or in which a unit asks for somebody.
  package static func askTransfer(_ person: String) -> Path { Path("people", person, "transfers", "new") }
  package static func fetchMember(_ unit: String) -> Path { Path("units", unit, "transfers", "new") }
  /// The form of a step of a transfer.
  static func transfer(_ key: String, _ move: TransferMove) -> Path { Path("transfers", key, move.rawValue) }
  /// The form by which several members of a unit are transferred at once.
  package static func transferSeveral(_ unit: String) -> Path { Path("units", unit, "transfers", "several") }
  /// Where a member reports an error in their own record.
  package static func reportError(_ person: String) -> Path { Path("people", person, "report") }
  /// A report before the officer who answers it.
  package static func report(_ key: String) -> Path { Path("reports", key) }
  package static var signIn: Path { Path("sign-in") }
  package static var signOut: Path { Path("sign-out") }
  /// Where language and appearance are chosen: a deed, sent by POST.
  package static var settings: Path { Path("settings") }
  /// The second step at the door.
  package static var secondStep: Path { Path("sign-in", "second") }
  package static var accounts: Path { Path("accounts") }
  package static func account(_ key: String, _ deed: String = "") -> Path { Path("accounts", key, deed) }
  package static var rights: Path { Path("rights") }
  /// The form of an office's own version of a regulation.
  package static func ownVersion(_ name: String) -> Path { Path("rulebooks", name, "version") }
  package static func newPlan(_ unit: String) -> Path { Path("units", unit, "reorganisations", "new") }
  package static func rulebook(_ name: String) -> Path { Path("rulebooks", name) }
  package static func myAccount(_ deed: String...) -> Path { Path(segments: ["account"] + deed) }
  static func dues(_ unit: String) -> Path { Path("units", unit, "dues") }
  static func personDues(_ person: String) -> Path { Path("people", person, "dues") }
  static func badges(_ unit: String) -> Path { Path("units", unit, "badges") }
  /// Long work, which has no day.
  package static var jobs: Path { Path("jobs") }
  package static func job(_ key: String, _ rest: String...) -> Path {
    Path(segments: ["jobs", key] + rest)
  }
  package static var importLists: Path { Path("import") }
  package static func template(_ file: String) -> Path { Path("import", "templates", file) }
  package static var verifyJournal: Path { Path("journal", "verify") }
  static var stylesheet: Path { Path("chibo.css") }
  static var script: Path { Path("chibo.js") }
  static var mark: Path { Path("mark.svg") }
}
