import Basics
package import Markup
import Phrases
import Records
import Rules

/// The deeds a visitor may do to what a page shows, each a link to its form.
package struct DeedOffer: Hashable, Sendable {
  /// The deed by its name in addresses.
  package var deed: String
  package var path: Path

  package init(_ deed: String, _ path: Path) {
    self.deed = deed
    self.path = path
  }
}

extension Visit {
  /// Whether the page may offer deeds: not on a past day, and not on what was known earlier.
  private var offersDeeds: Bool { viewpoint.time != .past && viewpoint.known == nil }

  /// The deeds that make sense for a person as they stand today, and are the visitor's to do.
  func deeds(for life: Life) throws -> [DeedOffer] {
    guard offersDeeds, let unit = try Reach(db: db, today: today).unit(of: life.person) else { return [] }
    let may = try deeds(on: unit)
    let way = try wayDeeds(for: life)
    let term = life.term(on: today)
    let ties = life.affiliations.filter { $0.value.role != .home && ($0.span.end.map { $0 > today } ?? true) }
    let posts = life.posts.filter { $0.span.end.map { $0 > today } ?? true }
    let sensible: [(DeedKind, Bool)] =
      [
        (.recognise, term.map { $0.value.official == nil } ?? false), (.transfer, term != nil),
        (.holdPost, term != nil), (.leavePost, !posts.isEmpty), (.beginRole, term != nil),
        (.endRole, !ties.isEmpty), (.second, term != nil),
        (.askComment, ties.contains { $0.value.role == .residence }),
        (.receiveComment, ties.contains { $0.value.role == .residence }),
        (.correct, true), (.change, true), (.recordIdentifier, true),
        (.endIdentifier, try !IdentifierStore(db: db).identifiers(of: life.person).isEmpty),
        (
          .endMembership,
          (term.map { $0.span.end == nil } ?? false) && !way.contains { $0.0 == .closeLeaving }
        ),
        (.readmit, term == nil && !life.terms.isEmpty),
      ] + way.map { ($0.0, true) }
    let offers = sensible.filter { $0.1 && may.contains($0.0.deed) }.map {
      DeedOffer($0.0.rawValue, .deed($0.0, "person", life.person.description).keeping(planned))
    }
    return try offers + candidateOffers(for: life, in: unit, may)
  }

  /// The deeds for a unit as it stands today.
  func deeds(for unit: ID<Unit>, _ kind: UnitKind, _ existence: Span) throws -> [DeedOffer] {
    guard offersDeeds, existence.end.map({ $0 > today }) ?? true else { return [] }
    let may = try deeds(on: unit)
    let sensible: [(DeedKind, Bool)] =
      [
        (.admit, kind == .cell || kind == .baseCell), (.appoint, true), (.found, !kind.children.isEmpty),
        (.rename, true), (.reclassify, true), (.move, kind.parents != [nil]), (.end, existence.end == nil),
        (.exemptResidence, true),
      ] + (try disciplineDeeds(for: unit)).map { ($0, true) }
    let offers = sensible.filter { $0.1 && may.contains($0.0.deed) }.map {
      DeedOffer($0.0.rawValue, .deed($0.0, "unit", unit.description).keeping(planned))
    }
    guard kind == .cell || kind == .baseCell, may.contains(.keepCandidates) else { return offers }
    return offers + [DeedOffer(BeginCandidacy.operation, .beginCandidacy(unit.description))]
  }

  /// What can be done about an entry of the journal: to take it back, or to do it again rightly.
  func deeds(about line: JournalLine) throws -> [DeedOffer] {
    guard (try? requireAnnulling(line.seq)) != nil else { return [] }
    let annul = DeedOffer(DeedKind.annul.rawValue, .annul(Int(line.seq)))
    guard let text = line.said else { return [annul] }
    let said = Said(text).byName
    guard let kind = DeedKind(correcting: line.operation, said: said) else { return [annul] }
    let target: (name: String, key: String)? =
      switch kind {
      case .admit: said["unit"].map { ("unit", $0) }
      case .found: said["parent"].map { ("unit", $0) }
      default:
        kind.target == .person ? said["person"].map { ("person", $0) } : said["unit"].map { ("unit", $0) }
      }
    guard let target else { return [annul] }
    let path = Path.deed(kind, target.name, target.key).with("corrects", Int(line.seq))
    return [annul, DeedOffer("correctEntry", path)]
  }

  /// On a planned day a deed is offered for that day.
  private var planned: Query { viewpoint.time == .planned ? viewpoint.kept : Query() }
}

/// The menu of deeds at the head of a page; nothing when there are none.
func deedMenu(_ offers: [DeedOffer]) -> HTML? {
  guard !offers.isEmpty else { return nil }
  return """
    <details class="adder deeds"><summary class="button primary">\(Phrase.doSomething)</summary>
    <ul class="sheet">\(offers, { "<li><a href=\"\(path: $0.path)\">\(Phrase.deed($0.deed))</a></li>" })</ul></details>
    """
}
