import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Two officers at one moment, each on a server of their own")
struct RaceTests {
  /// What came of deeds begun at one moment: the entries of those done, the refusals of the others.
  private func race(_ deeds: [(World, Errand)]) async throws -> (done: [Receipt], refused: [Refusal]) {
    try await withThrowingTaskGroup(of: Result<Receipt, Refused>.self) { group in
      for (world, errand) in deeds {
        group.addTask {
          do {
            return .success(try await world.office.carryOut(errand))
          } catch let refused as Refused {
            return .failure(refused)
          }
        }
      }
      var done: [Receipt] = []
      var refused: [Refusal] = []
      for try await came in group {
        switch came {
        case .success(let receipt): done.append(receipt)
        case .failure(let no): refused += no.objections.map(\.refusal)
        }
      }
      return (done, refused)
    }
  }

  private func demandSound(_ world: World) async throws {
    #expect(try await world.journalFaults() == [])
    #expect(try await world.integrityFaults() == [])
  }

  @Test("the same member transferred from two forms goes where the first one said; the second is told of it")
  func transfer() async throws {
    for _ in 0..<4 {
      let shared = try await SharedRecord()
      let (one, two) = (shared.worlds[0], shared.worlds[1])
      let an = one.person("Nguyễn An")
      let seen = Seen([.person(an)], at: try await one.head())
      let errands = ["C3", "C4"].map { code in
        Errand(
          TransferMember(person: an, to: one.unit(code), day: "2024-01-01"),
          by: World.console,
          request: code,
          seen: seen
        )
      }
      let came = try await race([(one, errands[0]), (two, errands[1])])
      #expect(came.done.count == 1)
      #expect(came.refused == [.changedSince(entry: Int(came.done.first?.entry ?? 0))])
      try await demandSound(one)
    }
  }

  @Test("a form that reaches both servers is one deed, and both give the same answer")
  func sameForm() async throws {
    let shared = try await SharedRecord()
    let head = try await shared.worlds[0].head()
    let errand = Errand(
      AdmitMember(
        code: "N1",
        particulars: Particulars(name: "Đỗ Thị Ân"),
        unit: shared.worlds[0].unit("C1"),
        admitted: "2024-03-01"
      ),
      by: World.console,
      request: "a form"
    )
    let came = try await race((0..<6).map { (shared.worlds[$0 % 2], errand) })
    #expect(Set(came.done.map(\.entry)) == [head + 1])
    #expect(Set(came.done.map(\.result)).count == 1)
    #expect(came.done.count { !$0.wasRepeated } == 1)
    try await demandSound(shared.worlds[1])
  }

  @Test("a code given to two people at one moment is one person's; the other is refused by the field")
  func sameCode() async throws {
    let shared = try await SharedRecord()
    let errands = ["Đỗ Thị Ân", "Đỗ Thị Ấn"].map { name in
      Errand(
        AdmitMember(
          code: "N1",
          particulars: Particulars(name: name),
          unit: shared.worlds[0].unit("C1"),
          admitted: "2024-03-01"
        ),
        by: World.console
      )
    }
    let came = try await race([(shared.worlds[0], errands[0]), (shared.worlds[1], errands[1])])
    #expect(came.done.count == 1)
    #expect(came.refused.count == 1)
    try await demandSound(shared.worlds[0])
  }

  @Test(
    "a cell that ends while somebody joins it: one of the two is refused, and nobody stands in an ended cell"
  )
  func closing() async throws {
    for round in 0..<4 {
      let shared = try await SharedRecord()
      let (one, two) = (shared.worlds[0], shared.worlds[1])
      // Those of the cell have left it: it may end.
      try await one.transfer(one.person("Lò Thị Hạnh"), to: one.unit("C1"), on: "2025-01-01")
      try await one.transfer(one.person("H'Ngun Niê"), to: one.unit("C1"), on: "2025-01-01")
      let end = Errand(
        EndUnit(unit: one.unit("C2"), successors: [one.unit("C1")], day: "2025-06-01"),
        by: World.console
      )
      let join = Errand(
        TransferMember(person: two.person("Nguyễn Ấn"), to: two.unit("C2"), day: "2025-07-01"),
        by: World.console
      )
      let deeds = [(one, end), (two, join)]
      let came = try await race(round.isMultiple(of: 2) ? deeds : deeds.reversed())
      #expect(came.done.count == 1)
      #expect(!came.refused.isEmpty)
      try await demandSound(one)
    }
  }

  @Test("many deeds at once on two servers leave one sequence without a gap")
  func sequence() async throws {
    let shared = try await SharedRecord()
    let head = try await shared.worlds[0].head()
    let deeds = (0..<24).map { number in
      let world = shared.worlds[number % 2]
      return (
        world,
        Errand(
          AdmitMember(
            code: "N\(number)",
            particulars: Particulars(name: "Đỗ Văn \(number)"),
            unit: world.unit("C1"),
            admitted: "2024-03-01"
          ),
          by: World.console
        )
      )
    }
    let came = try await race(deeds)
    #expect(came.done.map(\.entry).sorted() == Array((head + 1)...(head + 24)))
    try await demandSound(shared.worlds[1])
  }
}
