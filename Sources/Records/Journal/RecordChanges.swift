package import Basics
package import Rules
package import Storage

/// Whose fact it is.
package enum Subject: Hashable, Sendable {
  case person(ID<Person>)
  case unit(ID<Unit>)
  case account(ID<Account>)
}

/// What a fact says, whichever table keeps it.
package enum FactValue: Hashable, Sendable {
  case unitKind(UnitKind)
  case unitName(String)
  case unitSector(Sector)
  case unitParent(ID<Unit>)
  case successor(ID<Unit>)
  /// An own version of a regulation, by its name.
  case rulebook(String)
  case unitMatter(UnitDisciplineMatter)
  case unitDiscipline(UnitDiscipline)
  case particulars(Particulars)
  case term(Term)
  case affiliation(Affiliation)
  case post(Post)
  case identifier(Identifier)
  case transfer(TransferFact)
  case state(MemberState)
  case leavingCase(LeavingCase)
  case warning(CellWarning)
  case matter(DisciplineMatter)
  case discipline(Discipline)
  case errorReport(ErrorReport)
  case residenceComment(ResidenceComment)
  case residenceExemption(ResidenceExemption)
  /// A plan of reorganisation in the making.
  case plan(PlanDraft)
  /// Something that passes from one unit to another by a plan.
  case handover(HandoverItem)
  case duesBasis(DuesCategory)
  case duesPaid(ID<Unit>, amount: Int, on: CivilDate)
  case duesReason(String)
  case duesPassed(Int)
  case badge(BadgeAward)
  case candidacy(Candidacy)
  case candidateStep(CandidateStep)
  case recognitionVote(RecognitionVote)
  /// Something of a meeting of a cell.
  case meeting(MeetingFact)
  /// Something of a resolution or a task.
  case resolution(ResolutionFact)
  /// Something of a review.
  case review(ReviewFact)
  case model(ModelFact)
  case grant(Role, ID<Unit>)
}

extension FactValue {
  /// What only those are told who may do this: read of disciplines, or of those that wait about a unit.
  package var reading: Deed? {
    switch self {
    case .matter, .discipline, .unitDiscipline: .readDiscipline
    case .unitMatter: .readUnitMatter
    // What somebody said beforehand is for whoever keeps the meeting.
    case .meeting(.comment): .keepMeetings
    case .meeting: .readMeetings
    case .resolution: .readResolutions
    case .review: .readReviews
    default: nil
    }
  }
}

/// What is known of one fact before and after some entries: `nil` where it is not known at all.
package struct RecordChange: Hashable, Sendable {
  package let fact: ID<FactMark>
  package let subject: Subject
  package var before: Dated<FactValue>?
  package var after: Dated<FactValue>?

  package init(
    fact: ID<FactMark>,
    subject: Subject,
    before: Dated<FactValue>?,
    after: Dated<FactValue>?
  ) {
    self.fact = fact
    self.subject = subject
    self.before = before
    self.after = after
  }

  /// What only those are told who may do this.
  package var reading: Deed? { (after ?? before)?.value.reading }

  /// The first day on which it makes a difference.
  package var day: CivilDate {
    switch (before, after) {
    case (nil, let after?): return after.span.start
    case (let before?, nil): return before.span.start
    case (let before?, let after?):
      if before.span.start != after.span.start { return min(before.span.start, after.span.start) }
      if before.value != after.value { return after.span.start }
      return Span.earlier(before.span.end, after.span.end) ?? after.span.start
    case (nil, nil): return .earliest
    }
  }
}

/// What became known between two entries of the journal, fact by fact: of one entry, of a deed that is only
/// rehearsed, or of all that others did since a form was opened.
///
/// Derived tables are left out: they follow.
package struct RecordChanges {
  let db: any Connection
  /// The last entry of the earlier knowledge.
  let earlier: Int64
  /// The last entry of the later knowledge.
  let later: Int64

  /// `earlier` and `later`: the last entries of the two knowledges; the later is all there is when not given.
  package init(db: any Connection, after earlier: Int64, upTo later: Int64 = .max) {
    self.db = db
    self.earlier = earlier
    self.later = later
  }

  /// What one entry changed.
  package init(db: any Connection, of entry: Int64) {
    self.init(db: db, after: entry - 1, upTo: entry)
  }

  /// The changes, of one subject or of all, in order of what they are about; of each table no more than a limit.
  package func all(of subject: Subject? = nil, limit: Int = 500) throws -> [RecordChange] {
    var found: [RecordChange] = []
    for told in ToldTable.all where told.speaks(of: subject) {
      found += try changes(told, subject, limit: limit)
    }
    return found
  }

  /// The entries by which something of a subject changed, the oldest first.
  package func entries(of subject: Subject) throws -> [Int64] {
    var found: Set<Int64> = []
    for told in ToldTable.all where told.speaks(of: subject) {
      // any knowledge: who changed it meanwhile is told even when it was changed again.
      let seqs: [Int64] = try db.rows(
        """
        SELECT t.recorded FROM \(name: told.table.name) t
        WHERE \(told.column) = \(subject.number) AND t.recorded > \(earlier) AND t.recorded <= \(later)
        UNION SELECT t.superseded FROM \(name: told.table.name) t
        WHERE \(told.column) = \(subject.number) AND t.superseded > \(earlier) AND t.superseded <= \(later)
        """
      ) { try $0[0] }
      found.formUnion(seqs)
    }
    return found.sorted()
  }

  private func changes(_ told: ToldTable, _ subject: Subject?, limit: Int) throws -> [RecordChange] {
    let own: SQL = subject.map { "\(told.column) = \($0.number) AND " } ?? ""
    let columns: SQL = "t.id, \(told.column), t.start_on, t.end_on, \(told.values)"
    let table = told.table.name
    var order: [ID<FactMark>] = []
    var found: [ID<FactMark>: RecordChange] = [:]
    func take(_ row: Row, isAfter: Bool) throws {
      let id: ID<FactMark> = try row[0]
      guard let span = Span(from: try row[2], until: try row[3]) else {
        throw StorageError.unreadable("span")
      }
      let value = Dated(try told.value(row), span)
      if found[id] == nil {
        order.append(id)
        found[id] = RecordChange(fact: id, subject: told.subject(try row[1]), before: nil, after: nil)
      }
      if isAfter { found[id]?.after = value } else { found[id]?.before = value }
    }
    // any knowledge: two of them are held against each other.
    try db.each(
      """
      SELECT \(columns) FROM \(name: table) t
      WHERE \(own)t.superseded > \(earlier) AND t.superseded <= \(later) AND t.recorded <= \(earlier)
      ORDER BY t.start_on, t.id LIMIT \(limit)
      """
    ) { try take($0, isAfter: false) }
    // any knowledge: the later of the two.
    try db.each(
      """
      SELECT \(columns) FROM \(name: table) t
      WHERE \(own)t.recorded > \(earlier) AND t.recorded <= \(later)
        AND (t.superseded IS NULL OR t.superseded > \(later))
      ORDER BY t.start_on, t.id LIMIT \(limit)
      """
    ) { try take($0, isAfter: true) }
    return order.compactMap { found[$0] }.filter { $0.before != $0.after }
  }
}

extension Subject {
  var number: Int64 {
    switch self {
    case .person(let person): person.number
    case .unit(let unit): unit.number
    case .account(let account): account.number
    }
  }
}
