import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Who has looked")
struct ReadingTests {
  private func readings(_ world: World, _ name: String) async throws -> [Reading] {
    let person = world.person(name)
    return try await world.read { try ReadingStore(db: $0).readings(of: person) }
  }

  @Test("opening a file is kept with its reader, once an hour")
  func opened() async throws {
    let world = try await World.small()
    let account = try await world.account("officer")
    let an = world.person("Nguyễn An")
    let moments: [Int64] = [10_000_000, 10_000_001, 13_599_999, 13_600_000, 13_600_001]
    for moment in moments {
      try await world.tamper { try ReadingStore(db: $0).log(account, opened: an, at: moment) }
    }
    let found = try await readings(world, "Nguyễn An")
    #expect(found.map(\.moment) == [13_600_000, 10_000_000])
    #expect(found.allSatisfy { $0.kind == .person && $0.reader == "Tài khoản officer" && $0.unitName == nil })
    #expect(try await readings(world, "Nguyễn Ân") == [])
  }

  @Test("another reader within the hour is another reading")
  func twoReaders() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    for name in ["one", "two"] {
      let account = try await world.account(name)
      try await world.tamper { try ReadingStore(db: $0).log(account, opened: an, at: 10_000_000) }
    }
    #expect(try await readings(world, "Nguyễn An").count == 2)
  }

  @Test("a list that was taken away is shown to everybody who was on it on its day, and to nobody else")
  func exported() async throws {
    let world = try await World.small()
    let account = try await world.account("officer")
    let unit = world.unit("B1")
    try await world.transfer(world.person("Lò Thị Hạnh"), to: world.unit("C4"), on: "2025-06-01")
    try await world.tamper { db in
      try ReadingStore(db: db).log(account, exported: unit, on: "2025-07-01", count: 4, at: 20_000_000)
    }
    for name in world.peopleByName.keys {
      let found = try await readings(world, name)
      let wasOn = ["Đặng Thùy Ước", "H'Ngun Niê", "Nguyễn An", "Nguyễn Ân"].contains(name)
      #expect(found.count == (wasOn ? 1 : 0), "\(name)")
      if wasOn { #expect(found.first?.unitName == "Đảng bộ xã Trường Sơn" && found.first?.count == 4) }
    }
  }

  @Test("the newest come first, files and lists together, and no more than asked for")
  func order() async throws {
    let world = try await World.small()
    let account = try await world.account("officer")
    let an = world.person("Nguyễn An")
    let cell = world.unit("C1")
    try await world.tamper { db in
      let store = ReadingStore(db: db)
      try store.log(account, opened: an, at: 10_000_000)
      try store.log(account, exported: cell, on: "2025-07-01", count: 3, at: 20_000_000)
      try store.log(account, opened: an, at: 30_000_000)
    }
    let found = try await readings(world, "Nguyễn An")
    #expect(found.map(\.kind) == [.person, .export, .person])
    let two = try await world.read { try ReadingStore(db: $0).readings(of: an, limit: 2) }
    #expect(two == Array(found.prefix(2)))
  }
}
