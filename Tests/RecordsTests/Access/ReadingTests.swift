import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Who has looked")
struct ReadingTests {
  private func reader(_ account: ID<Account>, _ world: World) async throws -> Reader {
    Reader(account, known: try await world.head())
  }

  private func readings(_ world: World, _ name: String) async throws -> [Reading] {
    let person = world.person(name)
    return try await world.read { try ReadingStore(db: $0).readings(of: person) }
  }

  @Test("opening a file is kept with its reader, once an hour")
  func opened() async throws {
    let world = try await World.small()
    let account = try await world.account("officer")
    let reader = try await reader(account, world)
    let an = world.person("Nguyễn An")
    let moments: [Int64] = [10_000_000, 10_000_001, 13_599_999, 13_600_000, 13_600_001]
    for moment in moments {
      try await world.tamper { try ReadingStore(db: $0).log(reader, opened: an, at: moment) }
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
      let reader = try await reader(account, world)
      try await world.tamper { try ReadingStore(db: $0).log(reader, opened: an, at: 10_000_000) }
    }
    #expect(try await readings(world, "Nguyễn An").count == 2)
  }

  @Test("a list that was taken away is shown to everybody who was on it on its day, and to nobody else")
  func exported() async throws {
    let world = try await World.small()
    let account = try await world.account("officer")
    let unit = world.unit("B1")
    try await world.transfer(world.person("Lò Thị Hạnh"), to: world.unit("C4"), on: "2025-06-01")
    let reader = try await reader(account, world)
    try await world.tamper { db in
      try ReadingStore(db: db).log(reader, exported: unit, on: "2025-07-01", count: 4, at: 20_000_000)
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
    let reader = try await reader(account, world)
    try await world.tamper { db in
      let store = ReadingStore(db: db)
      try store.log(reader, opened: an, at: 10_000_000)
      try store.log(reader, exported: cell, on: "2025-07-01", count: 3, at: 20_000_000)
      try store.log(reader, opened: an, at: 30_000_000)
    }
    let found = try await readings(world, "Nguyễn An")
    #expect(found.map(\.kind) == [.person, .export, .person])
    let two = try await world.read { try ReadingStore(db: $0).readings(of: an, limit: 2) }
    #expect(two == Array(found.prefix(2)))
  }

  @Test("a list is told of by what was known when it was taken, whatever was corrected since")
  func knownThen() async throws {
    let world = try await World.small()
    let account = try await world.account("officer")
    let (an, unit) = (world.person("Nguyễn An"), world.unit("B1"))
    let before = try await reader(account, world)
    // It turns out later that An had long moved away, and that somebody else had come.
    try await world.transfer(an, to: world.unit("C4"), on: "2025-01-01")
    try await world.transfer(world.person("Hồ Văn Ía"), to: world.unit("C1"), on: "2025-01-01")
    let after = try await reader(account, world)
    try await world.tamper { db in
      let store = ReadingStore(db: db)
      try store.log(before, exported: unit, on: "2025-07-01", count: 5, at: 10_000_000)
      try store.log(after, exported: unit, on: "2025-07-01", count: 5, at: 20_000_000)
    }
    #expect(try await readings(world, "Nguyễn An").map(\.moment) == [10_000_000])
    #expect(try await readings(world, "Hồ Văn Ía").map(\.moment) == [20_000_000])
    #expect(try await readings(world, "Nguyễn Ân").count == 2)
  }

  @Test("a reading says what the reader was at that moment, though the right was withdrawn since")
  func roleThen() async throws {
    let world = try await World.small()
    let account = try await world.account("officer")
    let (an, home) = (world.person("Nguyễn An"), world.unit("C1"))
    let grant = try await world.grant(.officer, in: world.unit("HL"), to: account)
    let reader = try await world.read { try Reader.of(account, reading: home, today: World.today, $0) }
    try await world.tamper { try ReadingStore(db: $0).log(reader, opened: an, at: 10_000_000) }
    try await world.carryOut(WithdrawRights(grant: grant, day: World.today))
    let found = try #require(try await readings(world, "Nguyễn An").first)
    #expect(found.role == .officer)
    #expect(found.readerUnit == "Đảng bộ huyện Hoàn Lĩnh")
  }

  @Test("of a list that does not hold the whole unit only those on it are told")
  func elsewhere() async throws {
    let world = try await World.small()
    let reader = try await reader(try await world.account("officer"), world)
    let (an, cell) = (world.person("Nguyễn An"), world.unit("C4"))
    try await world.tamper { db in
      let store = ReadingStore(db: db)
      try store.log(reader, exported: cell, on: "2025-07-01", count: 1, named: [an], at: 10_000_000)
    }
    #expect(try await readings(world, "Nguyễn An").map(\.unitName) == ["Chi bộ khu phố 4"])
    #expect(try await readings(world, "Nguyễn Ân") == [])
  }

  @Test("older readings follow page by page, each once")
  func pages() async throws {
    let world = try await World.small()
    let reader = try await reader(try await world.account("officer"), world)
    let an = world.person("Nguyễn An")
    try await world.tamper { db in
      for hour in 1...7 { try ReadingStore(db: db).log(reader, opened: an, at: Int64(hour) * 4_000_000) }
    }
    let moments = try await world.read { db in
      let store = ReadingStore(db: db)
      var moments: [Int64] = []
      var page = try store.readings(of: an, limit: 3)
      while let last = page.last, moments.count < 20 {
        moments += page.map(\.moment)
        page = try store.readings(of: an, before: last.id, limit: 3)
      }
      return moments
    }
    #expect(moments == (1...7).reversed().map { Int64($0) * 4_000_000 })
    #expect(try await world.read { try ReadingStore(db: $0).count(of: an, since: 20_000_000) } == 3)
  }
}
