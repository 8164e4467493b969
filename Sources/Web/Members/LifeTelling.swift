import Basics
import Records
import Rules

/// Tells a person's life as a page shows it: what holds on the day shown, and everything that happened.
struct LifeTelling {
  private let life: Life
  private let visit: Visit
  private let names: [ID<Unit>: [Dated<String>]]
  private let particulars: ParticularsTelling
  /// The badges they were awarded.
  let badges: [FactHistory<BadgeAward>]

  init(_ life: Life, _ visit: Visit) throws {
    self.life = life
    self.visit = visit
    let units = Set(life.affiliations.map(\.value.unit) + life.posts.map(\.value.unit))
    names = try NameStore(db: visit.db).names(of: units.sorted(), visit.asOf.knowledge)
    particulars = try ParticularsTelling(life.person, visit)
    badges = FactHistory.facts(try Timeline(db: visit.db).badges(life.person, visit.asOf.knowledge))
  }

  /// By what each particular of the day stands.
  var sources: [String: Source] { particulars.sources }

  func file(looksInYear: Int) throws -> PersonFile {
    let day = visit.asOf.day
    let known =
      life.particulars.first { $0.span.contains(day) } ?? life.particulars[life.particulars.count - 1]
    let term = life.term(on: day)
    // On a day outside every membership the last one before tells when it was.
    let shown = term ?? life.terms.last { $0.span.start <= day } ?? life.terms.first
    return PersonFile(
      person: PersonLink(life.person.description, known.value.name),
      path: try path(on: day),
      standing: standing(term, on: day),
      particulars: PersonFile.Particulars(
        card: known.value.card,
        born: known.value.born,
        sex: known.value.sex?.rawValue ?? "",
        ethnicity: known.value.ethnicity,
        admitted: shown?.span.start,
        official: shown?.value.official,
        traces: particulars.traces
      ),
      membershipAge: term.map { age($0.span.start, day) },
      life: drawn,
      timeline: try timeline(),
      looks: [],
      looksInYear: looksInYear
    )
  }

  private func standing(_ term: Fact<Term>?, on day: CivilDate) -> String {
    guard let term else { return life.terms.isEmpty ? "candidate" : "left" }
    return term.value.official.map { $0 <= day } ?? false ? "official" : "probationary"
  }

  private func age(_ from: CivilDate, _ day: CivilDate) -> (years: Int, months: Int) {
    let (start, now) = (from.parts, day.parts)
    let months = (now.year - start.year) * 12 + now.month - start.month - (now.day < start.day ? 1 : 0)
    return (months / 12, months % 12)
  }

  /// The units above the home of the day; for the person themselves just the home, if it is not theirs to open.
  private func path(on day: CivilDate) throws -> [UnitLink] {
    guard let home = life.home(on: day)?.value.unit, try visit.allows(.readUnits, on: home) else { return [] }
    return visit.crumbs(try visit.standing(of: home))
  }

  private func name(_ unit: ID<Unit>, on day: CivilDate) -> String { names[unit]?.value(around: day) ?? "" }

  private func link(_ unit: ID<Unit>, on day: CivilDate) -> UnitLink {
    UnitLink(unit.description, name(unit, on: day))
  }

  /// The dated facts as the chart draws them; what holds on the day shown by the names of that day.
  private var drawn: PersonFile.Life {
    let today = visit.asOf.day
    func named(_ unit: ID<Unit>, _ span: Span) -> UnitLink {
      link(unit, on: span.contains(today) ? today : span.start)
    }
    var states: [Dated<String>] = []
    for term in life.terms {
      guard let official = term.value.official, term.span.contains(official) else {
        states.append(Dated("probationary", term.span))
        continue
      }
      if let before = term.span.cut(at: official) { states.append(Dated("probationary", before)) }
      if let after = Span(from: official, until: term.span.end) { states.append(Dated("official", after)) }
    }
    var homes: [Dated<UnitLink>] = []
    var others: [Dated<(role: String, unit: UnitLink)>] = []
    for fact in life.affiliations {
      let unit = named(fact.value.unit, fact.span)
      if fact.value.role == .home {
        homes.append(Dated(unit, fact.span))
      } else {
        others.append(Dated((fact.value.role.rawValue, unit), fact.span))
      }
    }
    return PersonFile.Life(
      states: states,
      homes: homes,
      others: others,
      posts: life.posts.map { Dated(($0.value.post, named($0.value.unit, $0.span)), $0.span) }
    )
  }

  // MARK: What happened

  private func timeline() throws -> [LifeEvent] {
    let timeline = Timeline(db: visit.db)
    let knowledge = visit.asOf.knowledge
    let homes = FactHistory.facts(try timeline.affiliations(life.person, knowledge))
    var events = terms(FactHistory.facts(try timeline.terms(life.person, knowledge)), homes)
    events += affiliations(homes)
    events += posts(FactHistory.facts(try timeline.posts(life.person, knowledge)))
    events += badges.map { fact in
      fact.began.event(fact.span.start, "badge", String(fact.value.years), .members, visit)
    }
    events += particulars.events
    events += try transfers(FactHistory.facts(try timeline.transfers(life.person, knowledge)))
    events += try visit.candidateEvents(of: life.person)
    return events.newestFirst
  }

  private func terms(_ terms: [FactHistory<Term>], _ homes: [FactHistory<Affiliation>]) -> [LifeEvent] {
    terms.flatMap { term -> [LifeEvent] in
      let start = term.span.start
      let home = homes.first { $0.value.role == .home && $0.span.start == start }?.value.unit
      var events = [
        term.began.event(start, "admitted", home.map { name($0, on: start) } ?? "", .members, visit)
      ]
      if let official = term.value.official {
        let said = term.first { $0.value.official == official }
        events.append(said.event(official, "official", "", .members, visit))
      }
      if let end = term.span.end {
        events.append(term.ended.event(end, "left", (term.value.reason ?? .left).rawValue, .members, visit))
      }
      return events
    }
  }

  private func affiliations(_ facts: [FactHistory<Affiliation>]) -> [LifeEvent] {
    var events: [LifeEvent] = []
    for fact in facts {
      let start = fact.span.start
      let unit = name(fact.value.unit, on: start)
      guard fact.value.role == .home else {
        events.append(fact.began.event(start, fact.value.role.rawValue, unit, .affiliations, visit))
        if let end = fact.span.end {
          events.append(fact.ended.event(end, "affiliationEnded", unit, .affiliations, visit))
        }
        continue
      }
      // The first home is told with the admission, or is where the person was taken over.
      if life.terms.contains(where: { $0.span.start == start }) { continue }
      let isFirst = !facts.contains { other in
        other.value.role == .home && other.span.start < start
          && life.terms.contains { $0.span.contains(start) && $0.span.contains(other.span.start) }
      }
      events.append(fact.began.event(start, isFirst ? "takenOver" : "home", unit, .affiliations, visit))
    }
    return events
  }

  /// The steps of transfers; being received is told by the home that follows.
  private func transfers(_ facts: [FactHistory<TransferFact>]) throws -> [LifeEvent] {
    let steps = facts.filter { $0.value.state != .received }
    guard !steps.isEmpty else { return [] }
    let targets = Set(steps.compactMap(\.value.target)).sorted()
    let names = try NameStore(db: visit.db).names(of: targets, visit.asOf.knowledge)
    return steps.map { step in
      let day = step.span.start
      let target = step.value.target.flatMap { names[$0]?.value(around: day) }
      let code = "transfer.\(step.value.state.rawValue)"
      return step.began.event(day, code, target ?? step.value.outside ?? "", .affiliations, visit)
    }
  }

  private func posts(_ facts: [FactHistory<Post>]) -> [LifeEvent] {
    facts.flatMap { fact -> [LifeEvent] in
      let place = name(fact.value.unit, on: fact.span.start)
      var events = [
        fact.began.event(fact.span.start, "postBegan", fact.value.post, place: place, .posts, visit)
      ]
      if let end = fact.span.end {
        events.append(fact.ended.event(end, "postEnded", fact.value.post, place: place, .posts, visit))
      }
      return events
    }
  }
}
