import Basics
import Rules
import Storage

/// Takes the people of an import, one at a time: their rows are put together to a life and held against
/// the rules; a life that is sound is written whole.
struct ImportPeople {
  let run: ImportRun
  private let words: any Inserter
  /// Who seeks admission, and since when.
  private let candidates: [ID<Person>: CivilDate]

  init(run: ImportRun) throws {
    self.run = run
    words = try run.stage.wordInserter()
    candidates = run.isEmpty ? [:] : try CandidacyStore(db: run.work.db).allOpen()
  }

  func takeAll() throws {
    var done = 0
    try run.stage.eachPerson { code, rows in
      try take(code, rows)
      done += rows.count
      if done / ImportWatch.pace > (done - rows.count) / ImportWatch.pace {
        try run.watch.tell(.judging, done, run.report.read)
      }
    }
    let inserter = try run.work.db.inserter("name_word", ["word", "person"])
    var last: (String, Int64)?
    try run.stage.eachWord { word, person in
      if let last, last == (word, person) { return }
      last = (word, person)
      try inserter.insert([word.sqlValue, person.sqlValue])
    }
  }

  private func take(_ code: String, _ rows: [ListRow]) throws {
    if run.brokenPeople.contains(code) { return hang(rows) }
    let store = LifeStore(db: run.work.db)
    var old: Life?
    if !run.isEmpty, let person = try store.person(code: code) { old = try store.life(person) }
    if let life = old, life.particulars.isEmpty, life.terms.isEmpty { old = nil }
    if old == nil, rows.first?.kind != .members {
      for row in rows { refuse(row, .person, .unknownPerson(code)) }
      return
    }
    let sound = withoutRepeats(rows)
    if let old, let since = candidates[old.person], refuseCandidate(sound, old, since) { return }
    var draft = LifeDraft(run: run, code: code, old: old)
    let differences = draft.add(sound)
    for (row, objection) in differences { run.refuse(row.kind, row.line, objection) }
    if differences.contains(where: { $0.row.kind == .members }) {
      return hang(
        sound.filter { row in !differences.contains { $0.row.line == row.line && $0.row.kind == row.kind } }
      )
    }
    guard let life = settle(&draft) else { return }
    try advise(life)
    guard run.writes, draft.added > 0 else { return }
    for row in draft.newRows where !run.isRefused(row.kind, row.line) { try run.watch.found(row) }
    try write(life, old, store)
    run.report.new += draft.added
  }

  /// Refuses the rows by which a list would make a member of somebody who seeks admission; the rest hangs on them.
  ///
  /// A membership of long ago is not in the way of a candidacy, once it is recorded.
  /// - Returns: whether there were such rows.
  private func refuseCandidate(_ rows: [ListRow], _ old: Life, _ since: CivilDate) -> Bool {
    let candidacy = Span(open: since)
    func contradicts(_ row: ListRow) -> Bool {
      guard row.kind == .members, let span = row.span else { return false }
      if old.terms.contains(where: { $0.span.start == span.start }) { return false }
      return old.terms.isEmpty || span.overlaps(candidacy)
    }
    let wrong = rows.filter(contradicts)
    for row in wrong { refuse(row, .person, .codeOfCandidate(old.code, since: since)) }
    if !wrong.isEmpty { hang(rows.filter { !contradicts($0) }) }
    return !wrong.isEmpty
  }

  /// Refuses what cannot be true and leaves it out, until the rest can stand; `nil` when nobody is left.
  private func settle(_ draft: inout LifeDraft) -> Life? {
    for _ in 0..<64 {
      let life = draft.life
      let findings = life.findings { unit in
        guard let known = run.units[unit], !run.refusedUnits.contains(known.code) else {
          return (run.units[unit]?.code ?? unit.description, nil)
        }
        return (known.code, known.existence)
      }
      if findings.isEmpty { return life }
      for finding in findings { draft.refuse(finding) }
      let falls = findings.contains { finding in
        switch finding.place {
        case .term: true
        case .affiliation(let index):
          life.affiliations[index].value.role == .home && !finding.objection.refusal.leavesTheRestSound
        // Lists tell of no state: what they say contradicts a recorded one.
        case .state: true
        case .post: false
        }
      }
      if falls {
        draft.refuseAll()
        return nil
      }
      draft.leaveOut(Set(findings.map(\.place)))
    }
    return nil
  }

  private func write(_ life: Life, _ old: Life?, _ store: LifeStore) throws {
    guard old == nil else { return try store.save(life, from: old, run.work) }
    // A code whose facts were all annulled keeps its identity, and may keep words.
    let known = run.isEmpty ? nil : try store.person(code: life.code)
    let person = try store.writeNew(life, known: known, run.work)
    if known != nil { return try store.index(life, as: person) }
    for word in Set(life.particulars.flatMap { VietnameseName.nameWords($0.value.name) }) {
      try words.insert([word.sqlValue, person.sqlValue])
    }
  }

  private func withoutRepeats(_ rows: [ListRow]) -> [ListRow] {
    var kept: [ListRow] = []
    for row in rows {
      if let first = kept.first(where: { $0.kind == row.kind && $0.cells == row.cells }) {
        refuse(row, nil, .repeatedRow(line: first.line))
      } else {
        kept.append(row)
      }
    }
    return kept
  }

  private func advise(_ life: Life) throws {
    let home = life.affiliations.last { $0.value.role == .home } ?? life.affiliations.last
    for (term, advice) in life.advice(try run.regulations.judges(for: home?.value.unit)) {
      guard let line = life.terms[term].line else { continue }
      if advice == .noHome, life.terms[term].span.end != nil { continue }
      run.warn(run.place(.members, line, nil), advice)
    }
  }

  private func hang(_ rows: [ListRow]) {
    for row in rows { refuse(row, .person, .hangsOnRefusedRow) }
  }

  private func refuse(_ row: ListRow, _ field: Field?, _ refusal: Refusal) {
    run.refuse(row.kind, row.line, Objection(field, refusal))
  }
}

extension Refusal {
  /// Whether leaving out the one fact makes the others true again.
  fileprivate var leavesTheRestSound: Bool {
    if case .overlappingHomes = self { return true }
    return false
  }
}
