import Basics
import CLibPQ
import Storage

/// A row of a server's answer, read from its binary form; whoever holds the answer moves it.
final class PostgresRow: RowSource {
  private var result: OpaquePointer?
  private var place: Int32 = 0
  private var kinds: [TableShape.Kind] = []

  /// Moves to a row of an answer, whose columns' types are learned from the first.
  func stand(on result: OpaquePointer?, at place: Int32, of text: String) throws {
    self.result = result
    self.place = place
    guard kinds.isEmpty, let result else { return }
    for column in 0..<PQnfields(result) {
      let type = PQftype(result, column)
      guard let kind = PostgresType.kind(type) else {
        throw StorageError.unreadable("type \(type) of column \(column) of \(text)")
      }
      kinds.append(kind)
    }
  }

  var columnCount: Int { kinds.count }

  func isNull(_ column: Int) -> Bool { PQgetisnull(result, place, Int32(column)) == 1 }

  private func raw(_ column: Int) -> UnsafeRawBufferPointer {
    let count = Int(PQgetlength(result, place, Int32(column)))
    return UnsafeRawBufferPointer(start: PQgetvalue(result, place, Int32(column)), count: count)
  }

  /// A number of one, two, four or eight bytes, the highest first.
  func integer(_ column: Int) -> Int64 {
    let bytes = raw(column)
    var value: Int64 = bytes.count > 1 && (bytes.first ?? 0) > 127 ? -1 : 0
    for byte in bytes { value = value << 8 | Int64(byte) }
    return value
  }

  func text(_ column: Int) -> String {
    switch kinds[column] {
    case .day: isNull(column) ? "" : day(column).description
    case .integer: String(integer(column))
    case .text, .bytes: String(decoding: raw(column), as: UTF8.self)
    }
  }

  private func day(_ column: Int) -> CivilDate {
    CivilDate(served: Int32(truncatingIfNeeded: integer(column)))
  }

  func withText<Result>(
    _ column: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    if kinds[column] == .day {
      var day = text(column)
      return try day.withUTF8(body)
    }
    return try raw(column).withMemoryRebound(to: UInt8.self, body)
  }

  func bytes(_ column: Int) -> [UInt8] { Array(raw(column)) }

  func type(_ column: Int) -> ColumnType {
    if isNull(column) { return .null }
    return switch kinds[column] {
    case .integer: .integer
    case .text, .day: .text
    case .bytes: .bytes
    }
  }

  func value(_ column: Int) -> SQLValue {
    switch type(column) {
    case .integer: .integer(integer(column))
    case .text: .text(text(column))
    case .null: .text(nil)
    case .bytes: .bytes(bytes(column))
    }
  }
}
