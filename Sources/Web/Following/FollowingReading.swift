import Basics
import Markup
import Records
import Rules

/// Who follows a unit and the cells below it, and how many of their meetings they came to.
struct FollowersPage: Sendable {
  /// By what the counts run.
  enum Way: String, CaseIterable, Sendable {
    case follower, cell
  }

  /// What was counted of one follower or one cell.
  struct Row: Sendable {
    var key: String
    var name: String
    var counts: [VisitState: Int] = [:]

    func count(_ figure: VisitFigure) -> Int { figure.states.reduce(0) { $0 + (counts[$1] ?? 0) } }
  }

  var unit: UnitLink
  var path: [UnitLink]
  var isCell: Bool
  var period: Period
  var way: Way
  var rows: [Row]
  /// All of them together.
  var total: Row
  var lines: [FollowingLine]
  var count: Int
  var mayAssign: Bool
  var takesFiles: Bool
  var firstSerial: Int
  var previous: String?
  var next: String?
  var items: [VisitItemLine]
}

/// The meetings that followers were to come to.
struct VisitsPage: Sendable {
  var unit: UnitLink
  var path: [UnitLink]
  var period: Period
  var figure: VisitFigure
  var rows: [VisitLine]
  var count: Int
  var firstSerial: Int
  var previous: String?
  var next: String?
}

/// The cells somebody follows: when they meet next, which notes are owed, what is open.
struct FollowingPage: Sendable {
  var person: PersonLink
  var isOwn: Bool
  var lines: [FollowingLine]
  var coming: [MeetingLine]
  var period: Period
  var total: FollowersPage.Row
  var figure: VisitFigure
  var visits: [VisitLine]
  var count: Int
  var items: [VisitItemLine]
  var firstSerial: Int
  var previous: String?
  var next: String?
}

extension Visit {
  /// Whether the visitor follows a unit today.
  func follows(_ unit: ID<Unit>) throws -> Bool {
    try visitor.person.map { try FollowingStore(db: db).follows($0, unit, AsOf(today)) } ?? false
  }

  /// What a list of visits was asked for.
  func visitQuestion(_ scope: VisitQuestion.Scope) throws -> VisitQuestion {
    func named<Noun>(_ name: String) throws -> ID<Noun>? {
      guard let text = asked.value(name) else { return nil }
      guard let id = ID<Noun>(text) else { throw PageFault.value(name: name, text) }
      return id
    }
    return VisitQuestion(
      scope,
      try period() ?? yearSoFar,
      asOf,
      follower: try named("follower"),
      unit: try named("cell"),
      try choice("of") ?? .assigned
    )
  }

  func followersPage(_ key: String) throws -> FollowersPage {
    let unit = try unit(key)
    try require(.readMeetings, on: unit)
    let path = try standing(of: unit)
    let isCell = path.last?.kind.isCell ?? false
    var question = try visitQuestion(.below(unit))
    question.figure = .assigned
    let way = try choice("by") ?? FollowersPage.Way.follower
    let counts = try kept(.visits(question)) { try VisitStore(db: db).counts(question) }
    let store = FollowingStore(db: db)
    let lines = try store.lines(below: unit, asOf)
    let stretch = try Stretch(lines.count, asked)
    var rows: [String: FollowersPage.Row] = [:]
    // Whoever follows and had no meeting to come to yet stands there with nothing.
    for line in lines {
      let (key, name) =
        way == .follower
        ? (line.following.follower.description, line.followerName)
        : (line.following.unit.description, line.unitName)
      rows[key] = FollowersPage.Row(key: key, name: name)
    }
    var total = FollowersPage.Row(key: "", name: "")
    for count in counts {
      let (key, name) =
        way == .follower
        ? (count.follower.description, count.followerName) : (count.unit.description, count.unitName)
      rows[key, default: FollowersPage.Row(key: key, name: name)].counts[count.state, default: 0] +=
        count.count
      total.counts[count.state, default: 0] += count.count
    }
    return FollowersPage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      isCell: isCell,
      period: question.period,
      way: way,
      rows: rows.values.sorted {
        (VietnameseName.sortKey($0.name), $0.key) < (VietnameseName.sortKey($1.name), $1.key)
      },
      total: total,
      lines: Array(lines[stretch.range]),
      count: lines.count,
      mayAssign: try viewpoint.isNow && mayAssign(below: unit),
      takesFiles: try allows(.exportLists, on: unit),
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next,
      items: isCell ? try store.items(.unit(unit), asOf) : []
    )
  }

  /// Whether the visitor may assign followers to a unit, or to cells below it.
  func mayAssign(below unit: ID<Unit>) throws -> Bool {
    try Reach(db: db, today: today).roles(of: visitor.account, on: unit).contains { found in
      Rights.allows(found.role, .assignFollowers, on: .below)
    }
  }

  func visitsPage(_ key: String) throws -> VisitsPage {
    let unit = try unit(key)
    try require(.readMeetings, on: unit)
    let path = try standing(of: unit)
    let question = try visitQuestion(.below(unit))
    let store = VisitStore(db: db)
    let count = try kept(.visitCount(question)) { try store.count(question) }
    let stretch = try Stretch(count, asked)
    return VisitsPage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      period: question.period,
      figure: question.figure,
      rows: try store.lines(question, from: stretch.range.lowerBound, limit: stretch.range.count),
      count: count,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  /// The cells of a follower: their own to see, and to those who read the meetings where they are at home.
  func followingPage(_ key: String) throws -> FollowingPage {
    guard let person = ID<Person>(key), let life = try LifeStore(db: db).life(person) else {
      throw PageFault.absent
    }
    if visitor.person != person {
      guard let home = try Reach(db: db, today: today).unit(of: person) else { throw PageFault.absent }
      try require(.readMeetings, on: home)
    }
    let question = try visitQuestion(.person(person))
    var all = question
    all.figure = .assigned
    let store = VisitStore(db: db)
    var total = FollowersPage.Row(key: key, name: "")
    for count in try store.counts(all) { total.counts[count.state, default: 0] += count.count }
    let count = total.count(question.figure)
    let stretch = try Stretch(count, asked)
    let following = FollowingStore(db: db)
    return FollowingPage(
      person: PersonLink(key, life.particulars.last?.value.name ?? ""),
      isOwn: visitor.person == person,
      lines: try following.lines(by: person, asOf),
      coming: try MeetingLists(db: db).coming(followedBy: person, from: today, limit: 20),
      period: question.period,
      total: total,
      figure: question.figure,
      visits: try store.lines(question, from: stretch.range.lowerBound, limit: stretch.range.count),
      count: count,
      items: try following.items(.person(person), asOf).filter { $0.item.closing == nil },
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  /// How many cells a member follows, and of how many meetings they owe a note; `nil` for who follows none.
  func ownFollowing(_ person: ID<Person>) throws -> (cells: Int, owed: Int)? {
    let lines = try FollowingStore(db: db).lines(by: person, asOf)
    if lines.isEmpty { return nil }
    let question = VisitQuestion(.person(person), yearSoFar, asOf, .noNote)
    return (Set(lines.map(\.following.unit)).count, try VisitStore(db: db).count(question))
  }
}
