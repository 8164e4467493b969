import Basics

// What each kind of step does to the tree, and what stands in its way.
extension ReorganisedTree {
  /// Takes all steps of a plan, one after the other, and draws the balance of each.
  ///
  /// A step that cannot be taken is left out, and the next ones are held against what is there all the same: whoever
  /// mends a plan wants the whole list.
  public mutating func take(_ steps: [PlannedStep]) -> BalanceSheet {
    let before = holdings
    var balances: [StepBalance] = []
    for (index, step) in steps.enumerated() {
      var balance = StepBalance(step: step, before: Holdings(), after: Holdings(), blocking: [])
      balance.before = holdings(of: step.step.units + step.step.heirs)
      var tried = self
      let found = tried.take(step.step)
      balance.blocking = found.map { PlanFinding(step: index + 1, unit: $0.unit, $0.refusal) }
      // Of a step that leaves something unassigned: what it would keep.
      balance.after = tried.holdings(of: step.step.units + step.step.heirs)
      if found.isEmpty { self = tried }
      balances.append(balance)
    }
    return BalanceSheet(
      steps: balances,
      before: before,
      after: holdings,
      blocking: misplaced.map { PlanFinding(step: nil, unit: $0.unit, $0.refusal) },
      advisory: []
    )
  }

  /// Units under a parent of a kind they cannot stand under, as the steps leave them.
  private var misplaced: [Hindrance] {
    places.values.filter { changed($0) }.sorted { $0.code < $1.code }.flatMap { place in
      let parent = place.parent.flatMap { places[$0] }
      var found: [Hindrance] = []
      if !place.kind.parents.contains(parent?.kind) {
        found.append(Hindrance(place.code, .wrongParent(kind: place.kind, parent: parent?.kind)))
      }
      // Whose kind changed may not suit those below any more.
      if origin[place.code]?.kind != place.kind {
        for child in (below[place.code] ?? []).sorted() {
          guard let child = places[child], !changed(child), !child.kind.parents.contains(place.kind) else {
            continue
          }
          found.append(Hindrance(child.code, .wrongParent(kind: child.kind, parent: place.kind)))
        }
      }
      return found
    }
  }

  private func changed(_ place: Place) -> Bool {
    guard let before = origin[place.code] else { return true }
    return before.parent != place.parent || before.kind != place.kind
  }

  /// What hinders a step, at a unit.
  struct Hindrance {
    let unit: String
    let refusal: Refusal

    init(_ unit: String, _ refusal: Refusal) {
      self.unit = unit
      self.refusal = refusal
    }
  }

  private mutating func take(_ step: ReorganisationStep) -> [Hindrance] {
    let absent = (step.units + step.heirs).filter { code in
      if case .found(let founded, _, _, _, _) = step, founded == code { return false }
      return places[code] == nil
    }
    if !absent.isEmpty { return absent.map(missing) }
    return switch step {
    case .found(let code, let name, let kind, let sector, let parent):
      found(Place(code: code, id: nil, kind: kind, name: name, sector: sector, parent: parent))
    case .rename(let unit, let name): rename(unit, name)
    case .change(let unit, let kind, let sector): change(unit, kind, sector)
    case .move(let unit, let under): move(unit, under)
    case .merge(let units, let into, let name, let posts): merge(units, into, name, posts)
    case .split(let unit, let into, let units, let people, let posts): split(unit, into, units, people, posts)
    case .dissolve(let unit, let units, let people): dissolve(unit, units, people)
    }
  }

  private func missing(_ code: String) -> Hindrance {
    guard others[code] != nil || origin[code] != nil else { return Hindrance(code, .unknownUnit(code)) }
    // One that an earlier step ended has no days left to name.
    return Hindrance(code, .unitAbsent(unit: code, exists: others[code], needed: Span(open: day)))
  }

  private mutating func found(_ place: Place) -> [Hindrance] {
    if places[place.code] != nil || origin[place.code] != nil || others[place.code] != nil {
      return [Hindrance(place.code, .codeTaken(place.code))]
    }
    if let parent = place.parent, places[parent] == nil { return [missing(parent)] }
    places[place.code] = place
    put(place.code, under: place.parent)
    return []
  }

  private mutating func rename(_ unit: String, _ name: String) -> [Hindrance] {
    if places[unit]?.name == name { return [Hindrance(unit, .nothingChanges)] }
    places[unit]?.name = name
    return []
  }

  private mutating func change(_ unit: String, _ kind: UnitKind?, _ sector: Sector?) -> [Hindrance] {
    let before = places[unit]
    if let kind { places[unit]?.kind = kind }
    if let sector { places[unit]?.sector = sector }
    return places[unit] == before ? [Hindrance(unit, .nothingChanges)] : []
  }

  private mutating func move(_ unit: String, _ parent: String) -> [Hindrance] {
    guard places[parent] != nil else { return [missing(parent)] }
    if isBelow(parent, unit) { return [Hindrance(unit, .ownAncestor(parent))] }
    if places[unit]?.parent == parent { return [Hindrance(unit, .nothingChanges)] }
    put(unit, under: parent)
    return []
  }

  private mutating func merge(
    _ units: [String],
    _ into: String,
    _ name: String?,
    _ posts: ReorganisationStep.Posts
  ) -> [Hindrance] {
    let ending = units.unique.filter { $0 != into }
    if ending.isEmpty { return [Hindrance(into, .nothingChanges)] }
    var found: [Hindrance] = []
    if case .keep(let kept) = posts { found += keep(kept, from: ending, in: [into]) }
    for unit in ending {
      if isBelow(into, unit) { return [Hindrance(unit, .ownAncestor(into))] }
      for child in below[unit] ?? [] { put(child, under: into) }
      sendRest(of: unit, to: into)
      found += pass(unit, posts)
      end(unit, heirs: [into])
    }
    if let name { places[into]?.name = name }
    return found
  }

  private mutating func split(
    _ unit: String,
    _ into: [String],
    _ units: Allotment,
    _ people: Allotment,
    _ posts: ReorganisationStep.Posts
  ) -> [Hindrance] {
    var found = (units.heirs + people.heirs).filter { !into.contains($0) }.map {
      Hindrance($0, .notAHeir($0))
    }
    found += allot(units, of: unit) + allot(people, from: unit)
    let stays = into.contains(unit)
    if case .keep(let kept) = posts { found += keep(kept, from: [unit], in: into) }
    if let rest = people.rest { sendRest(of: unit, to: rest) }
    if !stays {
      found += pass(unit, posts) + leftBehind(in: unit)
      end(unit, heirs: into)
    } else {
      for heir in into where heir != unit { succeed(unit, by: heir) }
    }
    return found
  }

  private mutating func dissolve(_ unit: String, _ units: Allotment, _ people: Allotment) -> [Hindrance] {
    var found = allot(units, of: unit) + allot(people, from: unit)
    if let rest = people.rest { sendRest(of: unit, to: rest) }
    found += pass(unit, .end) + leftBehind(in: unit)
    if (units.heirs + people.heirs).contains(unit) { found.append(Hindrance(unit, .notAHeir(unit))) }
    end(unit, heirs: (people.heirs + units.heirs).unique)
    return found
  }

  /// The units under one that is divided go where they are allotted.
  private mutating func allot(_ units: Allotment, of unit: String) -> [Hindrance] {
    var found: [Hindrance] = []
    var done: Set<String> = []
    for share in units.named {
      guard below[unit]?.contains(share.code) == true, done.insert(share.code).inserted else {
        found.append(Hindrance(share.code, .notDirectlyBelow(unit: share.code, parent: unit)))
        continue
      }
      if isBelow(share.unit, share.code) {
        found.append(Hindrance(share.code, .ownAncestor(share.unit)))
      } else {
        put(share.code, under: share.unit)
      }
    }
    guard let rest = units.rest else { return found }
    for child in below[unit] ?? [] where !done.contains(child) && child != rest {
      if isBelow(rest, child) {
        found.append(Hindrance(child, .ownAncestor(rest)))
      } else {
        put(child, under: rest)
      }
    }
    return found
  }

  /// The people named go where they are allotted.
  private mutating func allot(_ people: Allotment, from unit: String) -> [Hindrance] {
    var found: [Hindrance] = []
    var done: Set<String> = []
    for share in people.named {
      guard let person = named[share.code] else {
        found.append(Hindrance(unit, .unknownPerson(share.code)))
        continue
      }
      if !done.insert(share.code).inserted {
        found.append(Hindrance(unit, .allottedTwice(share.code)))
      } else if person.unit != unit {
        found.append(Hindrance(unit, .notAtHome(person: share.code, unit: unit)))
      } else {
        send(share.code, person, to: share.unit)
      }
    }
    return found
  }

  /// Passes a unit's functions on, or ends them.
  private mutating func pass(_ unit: String, _ posts: ReorganisationStep.Posts) -> [Hindrance] {
    guard case .pass(let heir) = posts else {
      sendPosts(of: unit, to: nil)
      return []
    }
    guard places[heir] != nil else { return [missing(heir)] }
    sendPosts(of: unit, to: heir)
    return KnownPost.single.compactMap { post in
      places[heir]?.posts[post.rawValue] ?? 0 > 1 ? Hindrance(heir, .twoHolders(post)) : nil
    }
  }

  /// What a unit that ends would leave without a place.
  private func leftBehind(in unit: String) -> [Hindrance] {
    guard let place = places[unit] else { return [] }
    let units = below[unit]?.count ?? 0
    return [
      units > 0 ? Refusal.stillHasUnits(units, on: day) : nil,
      place.members > 0 ? .stillHasMembers(place.members, on: day) : nil,
      place.openMatters > 0 ? .stillHasMatters(place.openMatters, on: day) : nil,
    ].compactMap { $0 }.map { Hindrance(unit, $0) }
  }
}

extension KnownPost {
  /// Those that one person holds at a time.
  public static let single: [KnownPost] = [.secretary, .inspectionHead]
}
