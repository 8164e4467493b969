import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import RulebookFiles
import Rules

/// Badges of years in the Party: who reaches one on a day of award, the list for the ceremony, and what was awarded.
struct BadgePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/badges", use: show)
    routes.post("/units/:unit/badges", use: award)
    routes.files(of: "badges", use: BadgeExport(reception: reception).answer)
  }

  /// `GET /units/:unit/badges?award=2026-11-07&badge=40&after=50`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.badgePage(key, try visit.day("award"))
    } _: { model, frame in
      badgeView(model, in: frame)
    }
  }

  /// `POST /units/:unit/badges` with `award`, the decision, and of each person awarded `person`, `years-KEY` and
  /// `number-KEY`.
  @Sendable func award(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.sent(request) { form in
      guard let unit = ID<Unit>(key), let day = CivilDate(form.text("award")) else {
        return try await reception.fault(request, .absent)
      }
      var draft = BadgePage.Draft()
      draft.ticked = Set(form.all("person"))
      for pair in form.pairs { draft.values[pair.name] = pair.value }
      do {
        let decision = try decision(form, unit)
        let lines = form.all("person").compactMap { key -> AwardBadges.Line? in
          guard let person = ID<Person>(key), let years = Int(digits: form.text("years-\(key)")) else {
            return nil
          }
          let number = form.text("number-\(key)")
          return AwardBadges.Line(
            person: person,
            award: BadgeAward(years: years, number: number.isEmpty ? nil : number)
          )
        }
        let errand = Errand(
          AwardBadges(day: day, lines: lines),
          by: .account(form.visitor.account),
          under: decision,
          request: form.request
        )
        let receipt = try await reception.office.carryOut(errand)
        return Answer.see(Path.badges(key).with("award", day.description).after(receipt))
      } catch let refused as Refused {
        draft.objections = refused.objections
      }
      let kept = draft
      return try await reception.page(answering: request, at: .badges(key), .units, .unprocessableContent) {
        visit in
        var model = try visit.badgePage(key, day)
        model.draft = kept
        return model
      } _: { model, frame in
        badgeView(model, in: frame)
      }
    }
  }

  private func decision(_ form: AccountForm, _ unit: ID<Unit>) throws -> DecisionText {
    let number = form.text("number")
    if number.isEmpty { throw Refused(.number, .blank) }
    let signed = form.text("signed")
    guard let day = CivilDate(list: signed) else {
      throw Refused(.signed, signed.isEmpty ? .blank : .notADay(signed))
    }
    let signer = form.text("signer")
    return DecisionText(number: number, signed: day, issuer: unit, signer: signer.isEmpty ? nil : signer)
  }
}

/// What a question about badges reads: the unit, the rule of the day of award, and as of which day.
struct BadgeQuestion {
  /// How many days of award lie ahead: those of three years.
  static let ahead = 12

  let unit: ID<Unit>
  let path: [TreeUnit]
  let library: RulebookLibrary
  let upcoming: [CivilDate]
  let day: CivilDate
  let rule: BadgeRule?
  let badge: Int?
  /// The day whose roll is read: the one shown, or the award when it was before.
  let asOf: AsOf

  init(_ key: String, _ award: CivilDate?, _ visit: Visit) throws {
    unit = try visit.unit(key)
    try visit.require(.readRoll, on: unit)
    path = try visit.standing(of: unit)
    library = try visit.regulations(for: unit)
    upcoming = BadgeRule.awards(library, from: visit.asOf.day, count: BadgeQuestion.ahead)
    day = award ?? upcoming.first ?? visit.asOf.day
    rule = BadgeRule(library, on: day)
    badge = visit.asked.value("badge").flatMap { Int(digits: $0) }
    asOf = AsOf(min(day, visit.asOf.day), visit.asOf.knowledge)
  }

  /// Of all who reach a badge, those who reach the one asked for.
  func asked(_ all: [BadgeCandidate]) -> [BadgeCandidate] {
    badge.map { badge in all.filter { $0.badge.years == badge } } ?? all
  }
}

extension Visit {
  /// Everybody who reaches a badge on the day of award, whichever badge is asked for.
  func badgeCandidates(_ question: BadgeQuestion) throws -> [BadgeCandidate] {
    guard let rule = question.rule else { return [] }
    let members = try counts(of: question.unit).total
    return try kept(.badges(question.unit, question.asOf, question.day)) {
      try BadgeStore(db: db).candidates(of: question.unit, rule, question.asOf, members: members)
    }
  }

  fileprivate func badgePage(_ key: String, _ award: CivilDate?) throws -> BadgePage {
    let question = try BadgeQuestion(key, award, self)
    let unit = question.unit
    let rules = question.upcoming.compactMap { BadgeRule(question.library, on: $0) }
    let members = try counts(of: unit).total
    let ahead = try kept(.badgeCounts(unit, asOf)) {
      try BadgeStore(db: db).counts(of: unit, rules, asOf, members: members)
    }
    let all = try badgeCandidates(question)
    let candidates = question.asked(all)
    let stretch = try Stretch(candidates.count, asked)
    let counts = Dictionary(grouping: all, by: \.badge.years).mapValues(\.count)
    return BadgePage(
      unit: question.path.last?.link ?? UnitLink(key, ""),
      path: crumbs(question.path),
      day: question.day,
      hasRule: question.rule != nil,
      start: question.rule?.start?.confidence,
      kinds: question.rule?.badges.filter { counts[$0.years] ?? 0 > 0 }.map { badge in
        BadgePage.Kind(
          years: badge.years,
          count: counts[badge.years] ?? 0,
          money: badge.money,
          confidence: badge.moneyConfidence
        )
      } ?? [],
      badge: question.badge,
      count: candidates.count,
      rows: candidates[stretch.range].map { BadgePage.Row($0) },
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next,
      upcoming: question.upcoming.map { day in
        (
          day,
          Dictionary(ahead.filter { $0.day == day }.map { ($0.badge.years, $0.count) }) { one, _ in one }
        )
      },
      mayAward: try viewpoint.isNow && allows(.awardBadge, on: unit),
      request: AccountForm.newRequest()
    )
  }

  /// How long somebody has been in the Party on the day shown, by the rule of that day.
  func seniority(of life: Life, _ awards: [FactHistory<BadgeAward>]) throws -> Seniority? {
    guard let term = life.term(on: asOf.day) else { return nil }
    let home = life.home(on: asOf.day)?.value.unit
    let library = try home.map { try regulations(for: $0) } ?? rulebooks.library
    let rule = BadgeRule(library, on: asOf.day)
    let isOfficial = term.value.official.map { $0 <= asOf.day } ?? false
    let decided = term.value.decided
    let age = PartyAgeRule(library, on: asOf.day)
    let suspended = decided.map { PartyAgeRule.days(life.suspensions, from: $0, until: asOf.day) } ?? 0
    let start = decided.map { age?.start($0, life.suspensions, on: asOf.day) ?? $0 }
    let next = start.flatMap { start in
      rule?.next(after: start).flatMap { badge in
        let reached = start.adding(months: 12 * badge.years)
        return BadgeRule.awards(library, from: reached, count: 1).first.map { (badge.years, $0) }
      }
    }
    return Seniority(
      decided: decided,
      isOfficial: isOfficial,
      years: isOfficial ? start.map { asOf.day.years(since: $0) } : nil,
      next: isOfficial ? next : nil,
      awards: awards.map { ($0.value.years, $0.span.start, $0.value.number) },
      confidence: rule?.start?.confidence,
      suspension: suspended == 0
        ? nil
        : Seniority.Suspension(
          days: suspended,
          leftOut: age?.leftOut(of: suspended) ?? 0,
          clause: age?.clause.map { MemberWay.ClauseTold($0) }
        )
    )
  }
}

extension BadgePage.Row {
  fileprivate init(_ candidate: BadgeCandidate) {
    self.init(
      person: PersonLink(candidate.person.description, candidate.name),
      born: candidate.born,
      cell: UnitLink(candidate.unit.description, candidate.unitName),
      decided: candidate.decided,
      years: candidate.badge.years,
      money: candidate.badge.money,
      wasReadmitted: candidate.wasReadmitted,
      awarded: candidate.award.map { ($0.span.start, $0.value.number) }
    )
  }
}
