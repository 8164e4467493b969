import Basics
import Rules
import Storage

/// Works out `ancestry` and `roll` again from what they follow from, and says where they differ.
struct DerivedRecount {
  let db: any Connection

  func ancestryFaults() throws -> [IntegrityFault] {
    let store = UnitStore(db: db)
    let ids: [ID<Unit>] = try db.rows(
      """
      SELECT DISTINCT k.unit FROM unit_kind k WHERE \(known("k"))
      UNION SELECT DISTINCT a.unit FROM ancestry a WHERE \(known("a"))
      """
    ) { try $0[0] }
    var lives: [ID<Unit>: UnitLife] = [:]
    for id in ids { lives[id] = try store.life(id) }
    let lineages = Lineages(
      existence: { lives[$0]?.existence },
      parents: { lives[$0]?.parents.map { Dated($0.value, $0.span) } ?? [] }
    )
    var faults: [IntegrityFault] = []
    for id in ids.sorted() {
      let wanted = Set(lineages.ancestors(of: id))
      let found = try store.ancestry(of: id).map(\.1)
      if found.count == wanted.count, Set(found) == wanted { continue }
      let first = wanted.symmetricDifference(found).map(\.span.start).min()
      faults.append(
        IntegrityFault(
          check: .ancestry,
          subject: lives[id]?.code ?? "\(id)",
          detail: first?.description ?? ""
        )
      )
    }
    return faults
  }

  func rollFaults() throws -> [IntegrityFault] {
    let batch = LifeBatch(db: db)
    let people = try db.cursor("SELECT o.id FROM person o ORDER BY o.id")
    var faults: [IntegrityFault] = []
    var few: [ID<Person>] = []
    func recount() throws {
      let recorded = try batch.stays(of: few)
      faults += try batch.lives(of: few).compactMap { fault($0, (recorded[$0.person] ?? []).map(\.1)) }
      few = []
    }
    while let row = try people.next() {
      few.append(try row[0])
      if few.count == LifeBatch.size { try recount() }
    }
    try recount()
    return faults
  }

  private func fault(_ life: Life, _ found: [RollSpan]) -> IntegrityFault? {
    var wanted = life.rollSpans()
    for index in wanted.indices { wanted[index].name = VietnameseName.sortKey(wanted[index].name) }
    let missing = wanted.filter { !found.contains($0) } + found.filter { !wanted.contains($0) }
    let first = missing.map(\.span.start).min()
    if first == nil, found.count == wanted.count { return nil }
    return IntegrityFault(check: .roll, subject: life.code, detail: first?.description ?? "")
  }

  func nameFaults() throws -> [IntegrityFault] {
    let names = try db.cursor(
      """
      SELECT p.person, o.code, p.name FROM particulars p JOIN person o ON o.id = p.person
      WHERE \(known("p")) ORDER BY p.person
      """
    )
    var faults: [IntegrityFault] = []
    while let row = try names.next() {
      let person: ID<Person> = try row[0]
      let code: String = try row[1]
      let name: String = try row[2]
      for word in VietnameseName.nameWords(name) {
        let isThere = try db.exists("SELECT 1 FROM name_word WHERE word = \(word) AND person = \(person)")
        if !isThere { faults.append(IntegrityFault(check: .findable, subject: code, detail: word)) }
      }
    }
    return faults
  }
}
