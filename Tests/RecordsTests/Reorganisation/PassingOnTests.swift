import Records
import TestWorld
import Testing

@Suite("What a unit that ends leaves behind")
struct PassingOnTests {
  @Test("every column of the record that refers to a unit says what becomes of it when the unit ends")
  func declared() {
    let referring = JournaledTable.all.flatMap { table in
      table.references.filter { $0.identity == .unit }.map { "\(table.name).\($0.column)" }
    }
    let declared = PassingOn.all.map { "\($0.table.name).\($0.column)" }
    #expect(Set(referring) == Set(declared), "\(Set(referring).symmetricDifference(declared).sorted())")
    #expect(declared.count == Set(declared).count)
  }
}
