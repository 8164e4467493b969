package import Basics
package import Rules
package import Storage

extension PlanState: Coded {}

/// A version of a plan's draft: what it said, who wrote it, when.
package struct DraftVersion: Hashable, Sendable {
  package let draft: PlanDraft
  package let entry: Int64
  package let moment: Int64
  package let editorName: String?
}

/// A plan in a list, with the office that prepares it.
package struct DraftLine: Hashable, Sendable {
  package let id: ID<FactMark>
  package let draft: PlanDraft
  package let unitName: String
  package let moment: Int64
}

/// Reads plans in the making and writes what changes in them.
package struct DraftStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  static let columns: SQL = "t.unit, t.title, t.effective_on, t.body, t.state, t.editor, t.why"
  static let width = 7

  static func draft(_ row: Row, from first: Int) throws -> PlanDraft {
    PlanDraft(
      unit: try row[first],
      title: try row[first + 1],
      effective: try row[first + 2],
      body: try row[first + 3],
      state: try row[first + 4],
      editor: try row[first + 5],
      why: try row[first + 6]
    )
  }

  static func row(_ draft: PlanDraft) -> [SQLValue] {
    [
      draft.unit.sqlValue, draft.title.sqlValue, draft.effective.sqlValue, draft.body.sqlValue,
      draft.state.sqlValue, draft.editor.sqlValue, draft.why.sqlValue,
    ]
  }

  /// A plan as it is now; `nil` when there is none.
  package func draft(_ id: ID<FactMark>) throws -> (fact: Fact<PlanDraft>, recorded: Int64)? {
    try db.first(
      """
      SELECT t.id, t.start_on, t.end_on, t.recorded, \(DraftStore.columns) FROM reorganisation_draft t
      WHERE t.id = \(id) AND \(known("t"))
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      return (fact: Fact(try DraftStore.draft(row, from: 4), span, id: try row[0]), recorded: try row[3])
    }
  }

  /// Every version of a plan, the newest first.
  package func versions(of id: ID<FactMark>) throws -> [DraftVersion] {
    // any knowledge: all versions are told
    try db.rows(
      """
      SELECT t.recorded, e.moment, c.display_name, \(DraftStore.columns) FROM reorganisation_draft t
      JOIN entry e ON e.seq = t.recorded LEFT JOIN account c ON c.id = e.account
      WHERE t.id = \(id) ORDER BY t.recorded DESC
      """
    ) { row in
      DraftVersion(
        draft: try DraftStore.draft(row, from: 3),
        entry: try row[0],
        moment: try row[1],
        editorName: try row[2]
      )
    }
  }

  /// The reorganisation that the signing of a plan carried out last; `nil` when none did.
  package func carriedOut(_ id: ID<FactMark>) throws -> (plan: ID<Reorganisation>, entries: [Int64])? {
    guard let signed = try versions(of: id).first(where: { $0.draft.state == .carriedOut }) else {
      return nil
    }
    let store = ReorganisationStore(db: db)
    guard let plan = try store.plan(of: signed.entry - 1) else { return nil }
    return (plan, try store.entries(of: plan))
  }

  /// The plan of an office that the entry after another one closed; `nil` when none is closed by it now.
  func closed(after entry: Int64) throws -> ID<FactMark>? {
    try db.value(
      """
      SELECT t.id FROM reorganisation_draft t
      WHERE \(known("t")) AND t.recorded = \(entry + 1) AND t.state = \(PlanState.carriedOut) LIMIT 1
      """
    )
  }

  /// Up to which entry the record was known when a plan was carried out.
  package func knowledgeBefore(_ id: ID<FactMark>) throws -> Knowledge? {
    try carriedOut(id)?.entries.last.map { .entry($0 - 1) }
  }

  /// The plans of a unit and of those below it, the newest first.
  package func drafts(below unit: ID<Unit>, on today: CivilDate, limit: Int) throws -> [DraftLine] {
    try db.rows(
      """
      SELECT t.id, n.name, e.moment, \(DraftStore.columns) FROM reorganisation_draft t
      JOIN ancestry a ON a.unit = t.unit AND a.ancestor = \(unit) AND \(asOf("a", AsOf(today)))
      JOIN unit_name n ON n.unit = t.unit AND \(asOf("n", AsOf(today)))
      JOIN entry e ON e.seq = t.recorded
      WHERE \(known("t")) ORDER BY t.recorded DESC, t.id LIMIT \(limit)
      """
    ) { row in
      DraftLine(
        id: try row[0],
        draft: try DraftStore.draft(row, from: 3),
        unitName: try row[1],
        moment: try row[2]
      )
    }
  }

  func save(_ id: ID<FactMark>, _ draft: PlanDraft, from day: CivilDate, isNew: Bool, _ work: Work) throws {
    if !isNew { try work.supersede(.reorganisationDraft, id) }
    try work.write(.reorganisationDraft, id, Span(open: day), DraftStore.row(draft))
  }
}
