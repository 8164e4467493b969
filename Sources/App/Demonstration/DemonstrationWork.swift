import Basics
import Records
import Rules
import Storage

/// All the work with members that is under way in the fictional province when its history ends, committee by committee.
struct DemonstrationWork {
  let database: any Database
  let officer: Actor
  let root: ID<Rules.Unit>
  let people: Int
  let seed: UInt64
  let day: CivilDate
  let clock: Clock
  let regulations: RulebookLibrary
  /// Where a newcomer looks around: what is under way there is told by itself.
  let looked: Looked?
  /// The cell of which every meeting was told on its day.
  let told: ID<Rules.Unit>?

  /// The cell of the sign-ins, and its secretary as a person and as an account.
  struct Looked: Sendable {
    let cell: ID<Rules.Unit>
    let leader: ID<Person>
    let secretary: Actor
  }

  /// Gives how many deeds it took.
  func fill() async throws -> Int {
    let (officer, root, day, people) = (officer, root, day, people)
    let committees = try await database.read { [day] db -> [DemonstrationCommittee] in
      let units = try FigureRows(db: db).units(.superiorCommittees, below: root, AsOf(day)).map(\.unit.unit)
      var (found, cells) = ([DemonstrationCommittee](), 0)
      for (place, unit) in units.enumerated() {
        let committee = try DemonstrationCommittee(unit, place: place, after: cells, on: day, db)
        cells += committee.cells.count
        found.append(committee)
      }
      return found
    }
    let (clock, regulations, spared) = (clock, regulations, looked?.cell)
    let begun = try await database.write { db in
      let desk = try Desk(db, clock, regulations)
      try db.expectBulk()
      let recruits = DemonstrationRecruits(db: db, desk: desk, officer: officer, day: day)
      let ties = DemonstrationTies(db: db, desk: desk, officer: officer, day: day)
      let matters = DemonstrationMatters(
        db: db,
        desk: desk,
        officer: officer,
        day: day,
        regulations: regulations,
        spared: spared
      )
      var (committees, count) = (committees, 0)
      if !committees.isEmpty { count += try ties.exempt(root) }
      for index in committees.indices {
        count += try recruits.fill(committees[index])
        count += try matters.fill(&committees[index])
        // Contact where people live is kept in one committee of ten.
        if index % 10 == 0 { count += try ties.introduce(committees[index]) }
        count += try ties.comment(committees[index])
      }
      return count + (try ties.lend(&committees, people: people, root))
    }
    let meetings = DemonstrationMeetings(
      database: database,
      seed: seed,
      until: day,
      clock: clock,
      regulations: regulations,
      told: told
    )
    let taken = try await meetings.fill(committees)
    let (seed, looked) = (seed, looked)
    return try await database.write { db in
      let desk = try Desk(db, clock, regulations)
      try db.expectBulk()
      let laid = DemonstrationResolutions(
        db: db,
        desk: desk,
        officer: officer,
        root: root,
        day: day,
        seed: seed
      )
      let own = committees.first { $0.cells.contains { $0.unit == looked?.cell } }
      let following = DemonstrationFollowing(
        db: db,
        desk: desk,
        officer: officer,
        root: root,
        day: day,
        seed: seed
      )
      let outputs = DemonstrationOutputs(
        db: db,
        desk: desk,
        actor: officer,
        seed: seed,
        regulations: regulations
      )
      let models = DemonstrationModels(
        db: db,
        desk: desk,
        officer: officer,
        root: root,
        day: day,
        seed: seed,
        regulations: regulations
      )
      let count =
        try begun + taken + laid.fill(committees) + following.fill(committees, own: own?.unit)
        + outputs.fill(below: root, on: day) + models.fill(committees)
      guard let looked else { return count }
      let now = DemonstrationCellNow(
        db: db,
        desk: desk,
        secretary: looked.secretary,
        cell: looked.cell,
        leader: looked.leader,
        day: day,
        seed: seed
      )
      let around = own?.cells.filter { $0.unit != looked.cell }.prefix(8) ?? []
      let raters = DemonstrationRatings(
        db: db,
        desk: desk,
        actor: officer,
        day: day,
        seed: seed,
        regulations: regulations
      )
      let review = DemonstrationReviewNow(raters: raters, cell: looked.cell, seed: seed)
      return try count + now.fill(Array(around), officer: officer) + review.fill()
    }
  }
}
