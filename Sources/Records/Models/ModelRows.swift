package import Basics
package import Rules
import Storage

extension ModelStage: Coded {}
extension ModelStep: Coded {}
extension ModelOutcome: Coded {}

// The columns of each table of models: how they are read, and how a fact is written.

extension ModelAssessment {
  static let columns: SQL = """
    t.assessment, t.unit, t.subject, t.family, t.book, t.year, t.profile, t.stage, t.sent, t.verified, t.verifier,
    t.decider, t.recognised, t.by_model, t.signer, t.number, t.decided, t.reason, t.back
    """
  static let width = 19

  init(_ row: Row, from first: Int) throws {
    self.init(
      key: try row[first],
      of: try row[first + 1],
      family: try row[first + 3],
      book: try row[first + 4],
      year: try row[first + 5],
      profile: try row[first + 6],
      stage: try row[first + 7]
    )
    subject = try row[first + 2]
    sent = try row[first + 8]
    verified = try row[first + 9]
    verifier = try row[first + 10]
    let isRecognised: Int? = try row[first + 12]
    decision = try isRecognised.map { isRecognised in
      Decided(
        by: try row[first + 11],
        isRecognised == 1,
        byModel: try row[first + 13],
        signer: try row[first + 14],
        number: try row[first + 15],
        on: try row[first + 16],
        reason: try row[first + 17]
      )
    }
    back = try row[first + 18]
  }

  var row: [SQLValue] {
    let said: [SQLValue] = [
      key.sqlValue, unit.sqlValue, subject.sqlValue, family.sqlValue, book.sqlValue, year.sqlValue,
      profile.sqlValue, stage.sqlValue, sent.sqlValue, verified.sqlValue, verifier.sqlValue,
    ]
    let decided: [SQLValue] = [
      (decision?.unit).sqlValue, decision.map { $0.isRecognised ? 1 : 0 }.sqlValue,
      (decision?.byModel).sqlValue, (decision?.signer).sqlValue, (decision?.number).sqlValue,
      (decision?.day).sqlValue, (decision?.reason).sqlValue,
    ]
    return said + decided + [back.sqlValue]
  }
}

/// A mark as it stands in the record: of which assessment, and the unit whose word it is.
package struct SaidModelMark: Hashable, Sendable {
  package var assessment: ID<FactMark>
  package var unit: ID<Unit>
  package var mark: ModelMark

  static let columns: SQL = "t.assessment, t.unit, t.item, t.step, t.level, t.articles, t.note"
  static let width = 7

  init(assessment: ID<FactMark>, unit: ID<Unit>, mark: ModelMark) {
    self.assessment = assessment
    self.unit = unit
    self.mark = mark
  }

  init(_ row: Row, from first: Int) throws {
    let articles: String? = try row[first + 5]
    self.init(
      assessment: try row[first],
      unit: try row[first + 1],
      mark: ModelMark(
        try row[first + 2],
        try row[first + 3],
        level: try row[first + 4],
        articles: (articles ?? "").split(separator: ",").compactMap { Int($0) },
        note: try row[first + 6]
      )
    )
  }

  var row: [SQLValue] {
    let articles = mark.articles.isEmpty ? nil : mark.articles.map(String.init).joined(separator: ",")
    return [
      assessment.sqlValue, unit.sqlValue, mark.item.sqlValue, mark.step.sqlValue, mark.level.sqlValue,
      articles.sqlValue, mark.note.sqlValue,
    ]
  }
}

/// A working regulation with the file that holds its text.
package struct KeptRegulation: Hashable, Sendable {
  package var regulation: WorkingRegulation
  package var file: FileHash?
  package var name: String?

  static let columns: SQL = """
    t.regulation, t.unit, t.number, t.edition, t.adopted, t.approver, t.approved, t.approval, t.file, t.name
    """
  static let width = 10

  package init(_ regulation: WorkingRegulation, file: FileHash? = nil, name: String? = nil) {
    self.regulation = regulation
    self.file = file
    self.name = name
  }

  init(_ row: Row, from first: Int) throws {
    let approver: ID<Unit>? = try row[first + 5]
    self.init(
      WorkingRegulation(
        key: try row[first],
        of: try row[first + 1],
        number: try row[first + 2],
        edition: try row[first + 3],
        adopted: try row[first + 4],
        approval: try approver.map {
          WorkingRegulation.Approval(by: $0, on: try row[first + 6], number: try row[first + 7])
        }
      ),
      file: try row[first + 8],
      name: try row[first + 9]
    )
  }

  var row: [SQLValue] {
    [
      regulation.key.sqlValue, regulation.unit.sqlValue, regulation.number.sqlValue,
      regulation.edition.sqlValue, regulation.adopted.sqlValue, (regulation.approval?.unit).sqlValue,
      (regulation.approval?.day).sqlValue, (regulation.approval?.number).sqlValue, file.sqlValue,
      name.sqlValue,
    ]
  }
}
