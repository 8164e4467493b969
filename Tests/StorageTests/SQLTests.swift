import Storage
import Testing

@Suite("SQL")
struct SQLTests {
  @Test("values stay apart from the text, numbered in order")
  func valuesApart() {
    let name = "'; DROP TABLE person; --"
    let grown: SQL = "born < \("1990")"
    let sql: SQL = "SELECT 1 FROM person WHERE name = \(name) AND \(grown) AND id = \(7)"
    let (text, values) = sql.rendered { "$\($0)" }
    #expect(text == "SELECT 1 FROM person WHERE name = $1 AND born < $2 AND id = $3")
    #expect(values == [.text(name), .text("1990"), .integer(7)])
  }

  /// No text made while the program runs can be SQL, because neither kind of literal takes one.
  ///
  /// `SQL(stringLiteral:)` takes a `StaticString`, and so does every literal piece of an interpolation:
  /// `let text = "DELETE"; let sql: SQL = text` and `SQL(text)` do not compile. That the type is what it
  /// is can be said here; that the other does not compile cannot be run.
  @Test("its literals are static: a text made while the program runs is a value, never SQL")
  func staticOnly() {
    #expect(SQL.StringLiteralType.self == StaticString.self)
    let made = ["DELETE", "FROM", "person"].joined(separator: " ")
    #expect(("\(made)" as SQL).rendered { _ in "?" }.text == "?")
  }

  @Test("names of tables and columns become text")
  func names() {
    let sql: SQL = "SELECT \(names: ["a", "b"]) FROM \(name: "thing")"
    #expect(sql.rendered { _ in "?" }.text == "SELECT a, b FROM thing")
  }

  @Test("fragments are joined with their values in order")
  func joined() {
    let sql = SQL.join(["a = \(1)", "b = \(2)"], " AND ") + " AND c = \(3)"
    let (text, values) = sql.rendered { "?\($0)" }
    #expect(text == "a = ?1 AND b = ?2 AND c = ?3")
    #expect(values == [.integer(1), .integer(2), .integer(3)])
  }
}
