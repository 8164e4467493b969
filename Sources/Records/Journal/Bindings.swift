package import Basics
package import Rules
package import Storage

extension CivilDate: Bindable, Readable {
  package var sqlValue: SQLValue { .day(description) }
  package static var sqlNull: SQLValue { .day(nil) }

  package static func read(_ row: Row, _ column: Int) throws -> CivilDate {
    if row.source.isNull(column) { throw StorageError.unexpectedNull(column: column) }
    guard let day = row.source.withText(column, { CivilDate(iso: $0) }) else {
      throw StorageError.unreadable(row.source.text(column))
    }
    return day
  }
}

extension LooseDate: Bindable, Readable {
  package var sqlValue: SQLValue { .text(description) }
  package static var sqlNull: SQLValue { .text(nil) }

  package static func read(_ row: Row, _ column: Int) throws -> LooseDate {
    let text = try String.read(row, column)
    guard let date = LooseDate(text) else { throw StorageError.unreadable(text) }
    return date
  }
}

extension ID: Bindable, Readable {
  package var sqlValue: SQLValue { .integer(number) }
  package static var sqlNull: SQLValue { .integer(nil) }

  package static func read(_ row: Row, _ column: Int) throws -> ID {
    ID(try Int64.read(row, column))
  }
}

/// The codes of our vocabularies stand in the record as their text.
package protocol Coded: RawRepresentable<String>, Bindable, Readable {}

extension Coded {
  package var sqlValue: SQLValue { .text(rawValue) }
  package static var sqlNull: SQLValue { .text(nil) }

  package static func read(_ row: Row, _ column: Int) throws -> Self {
    let text = try String.read(row, column)
    guard let value = Self(rawValue: text) else { throw StorageError.unreadable(text) }
    return value
  }
}

extension UnitKind: Coded {}
extension Sector: Coded {}
extension Sex: Coded {}
extension LeavingReason: Coded {}
extension AffiliationRole: Coded {}
extension Arrival: Coded {}
extension Role: Coded {}
extension StateKind: Coded {}
extension ExemptionExtent: Coded {}
extension ExemptionGround: Coded {}
extension LeavingCase.Outcome: Coded {}
extension DisciplineForm: Coded {}
extension UnitDisciplineForm: Coded {}
extension ErrorReport.Topic: Coded {}
extension ErrorReport.State: Coded {}
extension JobKind: Coded {}
extension JobState: Coded {}
extension ResidenceComment.State: Coded {}
extension TransferKind: Coded {}
extension TransferEvent: Coded {}
extension TransferAsker: Coded {}
extension TransferState: Coded {}
