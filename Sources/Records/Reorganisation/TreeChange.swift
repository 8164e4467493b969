import Basics
import Rules
import Storage

/// Writes what the steps of a plan make of the record: units first, then people, then what is open.
struct TreeChange {
  private let tree: ReorganisedTree
  private let work: Work
  private let units: UnitStore
  /// The units that began by the steps.
  private var founded: [String: ID<Unit>] = [:]
  /// The units that ended, or something of which went elsewhere.
  private let givers: [ReorganisedTree.Place]

  init(_ tree: ReorganisedTree, _ work: Work) {
    self.tree = tree
    self.work = work
    units = UnitStore(db: work.db)
    let heard = Set(tree.lineage.map(\.unit)).union(tree.whereabouts.keys)
    givers = heard.compactMap { tree.origin[$0] }.sorted { $0.code < $1.code }
  }

  /// A unit by its code, also one that the steps founded.
  func id(_ code: String) -> ID<Unit>? { tree.origin[code]?.id ?? founded[code] }

  private var day: CivilDate { tree.day }

  /// The units that changed, began or ended, and those that took something over.
  var touched: [ID<Unit>] {
    let changed = tree.places.values.filter { tree.origin[$0.code].map($0.differs) ?? true }.map(\.code)
    let heirs = tree.lineage.map(\.heir)
    return Set((changed + heirs + givers.map(\.code)).compactMap(id)).sorted()
  }

  // MARK: Rights

  /// Refuses a plan of which something is beyond the reach of whoever carries it out.
  func demandRights() throws {
    for place in tree.places.values.sorted(by: { $0.code < $1.code }) {
      guard let before = tree.origin[place.code], let unit = before.id else {
        try demandFounding(under: place.parent)
        continue
      }
      if before.name != place.name { try work.require(.renameUnit, on: unit) }
      if before.kind != place.kind || before.sector != place.sector {
        try work.require(.changeUnit, on: unit)
      }
      if before.parent != place.parent {
        try work.require(.moveUnit, on: unit)
        try demandFounding(under: place.parent)
      }
    }
    for giver in givers {
      guard let unit = giver.id else { continue }
      if tree.places[giver.code] == nil { try work.require(.endUnit, on: unit) }
      try work.require(.transfer, on: unit)
    }
    for heir in Set(tree.lineage.map(\.heir)).sorted() {
      if let unit = tree.origin[heir]?.id { try work.require(.transfer, on: unit) }
    }
  }

  private func demandFounding(under parent: String?) throws {
    guard let parent else { return try work.requireEverywhere(.foundUnit) }
    // Under a unit of the same plan it needs no more than that unit did.
    if let unit = tree.origin[parent]?.id { try work.require(.foundUnit, on: unit) }
  }

  // MARK: Units

  mutating func writeUnits() throws {
    var reshaped: [ID<Unit>] = []
    for place in tree.places.values.sorted(by: { $0.code < $1.code }) where tree.origin[place.code] == nil {
      founded[place.code] = try units.begin(place.code, work)
    }
    for place in tree.places.values.sorted(by: { $0.code < $1.code }) {
      guard let unit = id(place.code) else { continue }
      guard let before = tree.origin[place.code] else {
        try write(unit) { life in
          let span = Span(open: day)
          life.kinds = [Fact(place.kind, span, cited: work.cited)]
          life.names = [Fact(place.name, span, cited: work.cited)]
          life.sectors = place.sector.map { [Fact($0, span, cited: work.cited)] } ?? []
          life.parents = place.parent.flatMap(id).map { [Fact($0, span, cited: work.cited)] } ?? []
        }
        reshaped.append(unit)
        continue
      }
      guard before.differs(place) else { continue }
      try write(unit) { life in
        if before.name != place.name { _ = life.names.set(place.name, from: day, cited: work.cited) }
        if before.kind != place.kind { _ = life.kinds.set(place.kind, from: day, cited: work.cited) }
        if let sector = place.sector, before.sector != sector {
          life.sectors.put(sector, from: day, within: life.existence, cited: work.cited)
        }
        if let parent = place.parent.flatMap(id), before.parent != place.parent {
          life.parents.put(parent, from: day, within: life.existence, cited: work.cited)
        }
      }
      if before.parent != place.parent { reshaped.append(unit) }
    }
    for giver in givers where tree.places[giver.code] == nil {
      guard let unit = giver.id else { continue }
      do {
        try write(unit) { try $0.end(on: day) }
      } catch let refused as Refused {
        throw Refused(refused.objections.map { Objection(.day, .ofUnit(giver.code, $0.refusal)) })
      }
      reshaped.append(unit)
    }
    try units.refreshAncestry(of: reshaped, work)
  }

  private func write(_ unit: ID<Unit>, _ body: (inout UnitLife) throws -> Void) throws {
    guard let old = try units.life(unit) else { return }
    var new = old
    try body(&new)
    try units.writeFacts(new, from: old, work)
  }

  func writeLineage() throws {
    for giver in givers {
      guard let unit = giver.id else { continue }
      for heir in tree.standingHeirs(of: giver.code) {
        guard let heir = id(heir) else { continue }
        try work.write(.lineage, work.draw(), Span(open: day), [unit.sqlValue, heir.sqlValue])
      }
    }
  }

  // MARK: What units held

  /// Where what a unit's people held goes when they are not named: the unit that has it in the end.
  private func heir(of giver: ReorganisedTree.Place) -> ID<Unit>? {
    if let people = tree.whereabouts[giver.code]?.people,
      people != giver.code || tree.places[giver.code] != nil
    {
      return id(people)
    }
    // Everybody was named: what is nobody's goes to the first that took over.
    return tree.standingHeirs(of: giver.code).first.flatMap(id)
  }

  /// Moves the homes, other ties and functions of everybody who had one in a unit that passes them on.
  func passOnPeople(_ moved: [ID<Person>: Sent], _ watch: ReorganiseWatch?) throws {
    var heirs: [ID<Unit>: Inheritance.Fate] = [:]
    var posts: [ID<Unit>: Inheritance.Fate] = [:]
    for giver in givers {
      guard let unit = giver.id else { continue }
      let hasEnded = tree.places[giver.code] == nil
      if let heir = heir(of: giver), heir != unit { heirs[unit] = .passes(to: heir) }
      let kept = tree.whereabouts[giver.code].map(\.posts) ?? giver.code
      if let heir = kept.flatMap({ tree.places[$0] == nil ? nil : id($0) }) {
        if heir != unit { posts[unit] = .passes(to: heir) }
      } else if hasEnded {
        posts[unit] = .ends
      }
    }
    let offices = Offices(tree)
    let people = try tied(to: Set(givers.compactMap(\.id) + offices.units).sorted())
    let store = LifeStore(db: work.db)
    let batch = LifeBatch(db: work.db)
    var existences = Existences(db: work.db)
    for few in people.chunks(of: LifeBatch.size) {
      try watch?.progress(few.startIndex, people.count)
      let recorded = try batch.stays(of: few)
      for old in try batch.lives(of: few) {
        var new = old
        let own = moved[old.person]
        let (kept, functions, seats) = (heirs, posts, offices.fates(of: old.code, id))
        let inheritance = Inheritance(
          on: day,
          home: { unit in own.flatMap { $0.from == unit ? $0.fate : nil } ?? kept[unit] ?? .stays },
          tie: { kept[$0] ?? .stays },
          post: { unit, post in
            let office = Offices.Held(unit: unit, post: post)
            return seats[office] ?? (offices.vacated.contains(office) ? .ends : functions[unit] ?? .stays)
          },
          cited: work.cited
        )
        do {
          try new.passOn(inheritance)
          guard new != old else { continue }
          try store.demandSound(new, &existences)
        } catch let refused as Refused {
          let name = new.particulars.last?.value.name ?? new.code
          throw Refused(
            refused.objections.map { Objection(.day, .ofPerson(new.person, name: name, $0.refusal)) }
          )
        }
        try store.saveTies(new, from: old, work)
        try store.refreshRoll(new, from: recorded[new.person] ?? [], work)
      }
    }
  }

  /// The people whom steps sent somewhere by name.
  func sent(_ before: [String: ReorganisedTree.Named]) throws -> [ID<Person>: Sent] {
    var sent: [ID<Person>: Sent] = [:]
    let store = LifeStore(db: work.db)
    for (code, place) in before {
      guard let person = try store.person(code: code), let from = id(place.unit),
        let to = tree.named[code].flatMap({ id($0.unit) })
      else { continue }
      sent[person] = Sent(from: from, fate: from == to ? .stays : .passes(to: to))
    }
    return sent
  }

  /// Where somebody was whom a step names, and what becomes of their home there.
  struct Sent: Sendable {
    let from: ID<Unit>
    let fate: Inheritance.Fate
  }

  /// Everybody with a tie to one of some units, or a function in it, that reaches beyond the day.
  private func tied(to units: [ID<Unit>]) throws -> [ID<Person>] {
    var people: Set<ID<Person>> = []
    for few in units.chunks(of: 200) {
      let list = SQL.join(few.map { "\($0)" }, ", ")
      try work.db.each(
        """
        SELECT t.person FROM affiliation t
        WHERE t.unit IN (\(list)) AND \(known("t")) AND (t.end_on IS NULL OR t.end_on > \(day))
        UNION SELECT h.person FROM post h
        WHERE h.unit IN (\(list)) AND \(known("h")) AND (h.end_on IS NULL OR h.end_on > \(day))
        """
      ) { row in people.insert(try row[0]) }
    }
    return people.sorted()
  }

  /// Passes on what is open in each unit, and whatever else is declared to go on.
  func passOnMatters(_ moved: [ID<Person>: Sent]) throws {
    for giver in givers {
      guard let unit = giver.id else { continue }
      let rest = heir(of: giver)
      let estate = PassingOn.Estate(day: day, unit: unit, hasEnded: tree.places[giver.code] == nil) {
        person in
        if let sent = person.flatMap({ moved[$0] }), sent.from == unit {
          if case .passes(let heir) = sent.fate { return heir }
          return nil
        }
        return rest == unit ? nil : rest
      }
      for passing in PassingOn.all { try passing.carryOut(estate, work) }
      try TransferStore(db: work.db).askAnew(estate, work)
    }
  }
}

extension ReorganisedTree.Place {
  /// Whether it is called, or is, or stands otherwise.
  func differs(_ other: ReorganisedTree.Place) -> Bool {
    name != other.name || kind != other.kind || sector != other.sector || parent != other.parent
  }
}
