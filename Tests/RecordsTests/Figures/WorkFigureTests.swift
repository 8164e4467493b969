import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Figures of tasks and resolutions")
struct WorkFigureTests {
  /// A task as it was given and what was told of it, to be counted by hand.
  private struct Told {
    let cell: String
    let due: CivilDate
    let target: Int
    var said: [(day: CivilDate, count: Int)] = []
  }

  /// What becomes of the tasks of a year, day by day and one by one.
  private static func plain(_ tasks: [Told], on day: CivilDate) -> [FigureName: Int] {
    var counts: [FigureName: Int] = [:]
    for figure in FigureName.allCases where figure.countsTasks { counts[figure] = 0 }
    for task in tasks where task.due >= day.startOfYear && task.due < day.startOfYear.adding(months: 12) {
      counts[.tasksAssigned, default: 0] += 1
      let heard = task.said.filter { $0.day <= day }.sorted { $0.day < $1.day }
      guard let last = heard.last, last.count >= task.target else {
        counts[task.due < day ? .tasksLate : .tasksDue, default: 0] += 1
        continue
      }
      var reached = last.day
      for word in heard.reversed() {
        if word.count < task.target { break }
        reached = word.day
      }
      counts[.tasksDone, default: 0] += 1
      counts[reached <= task.due ? .tasksOnTime : .tasksLate, default: 0] += 1
      if reached <= task.due, last.count > task.target { counts[.tasksBeyond, default: 0] += 1 }
    }
    return counts
  }

  @Test(
    "on every day the figures of tasks are a plain recount, for a cell and all above it",
    arguments: 1...3
  )
  func tasks(seed: Int) async throws {
    let world = try await World.small()
    var random = SeededNumbers(seed: seed)
    var tasks: [Told] = []
    for number in 0..<20 {
      let cell = ["C1", "C2", "C3"][random.below(3)]
      let due = CivilDate("2024-11-01").adding(days: random.below(400))
      var told = Told(cell: cell, due: due, target: 1 + random.below(4))
      let key = try await world.assign(
        "Việc \(number)",
        to: cell,
        from: "2024-10-01",
        due: due,
        .quantity(Quantity(told.target), of: "buổi")
      )
      for _ in 0..<random.below(4) {
        let day = CivilDate("2024-10-02").adding(days: random.below(395))
        if told.said.contains(where: { $0.day == day }) { continue }
        told.said.append((day, random.below(told.target + 3)))
        try await world.tell(key, told.said[told.said.count - 1].count, on: day)
      }
      tasks.append(told)
    }
    let places = [
      "QN": ["C1", "C2", "C3"], "HL": ["C1", "C2", "C3"], "B1": ["C1", "C2"], "C3": ["C3"], "DH": [],
    ]
    for day in [CivilDate("2024-12-31"), "2025-03-31", "2025-11-03"] {
      for (code, cells) in places {
        let expected = Self.plain(tasks.filter { cells.contains($0.cell) }, on: day)
        try await world.read { db throws in
          let store = FigureStore(db: db)
          let unit = world.unit(code)
          let all = try store.figures(of: unit, AsOf(day), work: true)
          for figure in FigureName.allCases where figure.countsTasks {
            #expect(all[figure] == expected[figure], "\(figure) of \(code) on \(day)")
            let opened = try WorkFigureStore(db: db).counted(figure, unit, AsOf(day), nil)
            #expect(opened.count == expected[figure])
            let below = try store.countsBelow(figure, unit, AsOf(day), nil)
            let own = opened.count { $0.unit == unit }
            #expect(below.values.reduce(0, +) + own == opened.count)
          }
        }
      }
    }
    // A review of a cell reads what the figure of the cell counts.
    try await world.read { db throws in
      let year = WorkFigureStore.period(around: "2025-11-03")
      for cell in ["C1", "C2", "C3"] {
        let unit = world.unit(cell)
        let read = try TaskStore(db: db).figures(.own(unit), year, AsOf("2025-11-03"))
        let figures = try WorkFigureStore(db: db).figures(unit, AsOf("2025-11-03"), year)
        for figure in TaskFigure.allCases {
          let name = try #require(FigureName(rawValue: figure.rawValue))
          #expect(read[figure] == figures[name])
        }
      }
    }
  }

  @Test("what came to a figure between two days and what went from it is the difference of what they count")
  func compared() async throws {
    let world = try await World.small()
    let done = try await world.assign("Hiến đất", to: "C1", due: "2025-06-30")
    let late = try await world.assign("Sửa cầu", to: "C2", due: "2025-05-31")
    try await world.tell(done, 1, on: "2025-06-20", note: "Biên bản bàn giao")
    let unit = world.unit("HL")
    let (tasks, overdue) = try await world.read { db in
      let store = WorkFigureStore(db: db)
      return (
        try store.apart(.tasksDone, unit, from: AsOf("2025-06-01"), to: "2025-07-01"),
        try store.apart(.tasksDue, unit, from: AsOf("2025-05-01"), to: "2025-07-01")
      )
    }
    #expect(tasks.then == 0 && tasks.later == 1 && tasks.came.map(\.key) == [done] && tasks.went.isEmpty)
    #expect(overdue.then == 2 && overdue.later == 0 && Set(overdue.went.map(\.key)) == [done, late])
  }

  @Test("a resolution counts once for each unit it was sent to, as far as that unit has come with it")
  func resolutions() async throws {
    let world = try await World.small()
    let key = try await world.resolve("Du lịch cộng đồng", by: "HL", on: "2025-02-03")
    try await world.carryOut(SendResolution(key, to: .cells, on: "2025-02-05"))
    let sent = try await world.read { db in
      try WorkFigureStore(db: db).figures(world.unit("HL"), AsOf("2025-02-28"), nil)
    }
    // C1, C2, C3 and the cell of the school.
    #expect(sent[.resolutionsSent] == 4 && sent[.resolutionsReceived] == 0)
    try await world.carryOut(AnswerResolution(key, of: world.unit("C1"), .received("2025-03-01")))
    let study = ResolutionSent.Study(day: "2025-03-10", place: "Nhà văn hóa", members: 2, all: 2)
    try await world.carryOut(AnswerResolution(key, of: world.unit("C2"), .studied(study)))
    try await world.assign("Mở điểm lưu trú", to: "C3", under: key, from: "2025-04-01")
    func figures(_ unit: String, _ day: CivilDate) async throws -> [Int?] {
      let found = try await world.read { db in
        try WorkFigureStore(db: db).figures(world.unit(unit), AsOf(day), nil)
      }
      return [
        found[.resolutionsSent], found[.resolutionsReceived], found[.resolutionsStudied],
        found[.resolutionsConcrete],
      ]
    }
    #expect(try await figures("HL", "2025-11-03") == [4, 3, 1, 1])
    #expect(try await figures("HL", "2025-03-05") == [4, 1, 0, 0])
    #expect(try await figures("B1", "2025-11-03") == [2, 2, 1, 0])
    #expect(try await figures("C3", "2025-11-03") == [1, 1, 0, 1])
    #expect(try await figures("HL", "2025-02-04") == [0, 0, 0, 0])
  }
}
