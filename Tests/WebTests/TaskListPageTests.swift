import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("Tasks of many at once, on pages")
struct TaskListPageTests {
  private static let common = [
    "text=Dự đủ buổi sinh hoạt", "measure=quantity", "target=12", "counted=buổi", "from=2025-11-03",
    "due=2025-12-20", "weight=1",
  ]

  /// Sends a form in which a field may stand several times.
  private static func send(
    _ browser: inout Browser,
    _ path: String,
    _ written: [String]
  ) async throws -> Browser.Page {
    let page = try await browser.get(path)
    let sent = page.tokens.map { "\($0.key)=\($0.value)" } + written
    let body = sent.map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return "\(parts[0])=\(Browser.encoded(String(parts[1])))"
    }
    .joined(separator: "&")
    return try await browser.send(
      .post,
      path,
      body,
      [.contentType: "application/x-www-form-urlencoded"]
    )
  }

  @Test("a secretary gives each of the members chosen the same task, and tells of all of them in one list")
  func givenAndTold() async throws {
    let site = try await Site.small()
    let world = site.world
    var browser = try await site.visitor(.secretary, in: "C1")
    let form = site.path("C1", "/tasks/members")
    let people = ["Nguyễn An", "Nguyễn Ân"].map { world.person($0) }
    let shown = try await browser.get(form)
    #expect(shown.status == 200)
    // Nobody has a task: all are chosen at first.
    let members = try await world.read {
      try TaskStore(db: $0).members(of: world.unit("C1"), AsOf(World.today)).map(\.person)
    }
    #expect(members.count >= 2 && Set(members).isSuperset(of: people))
    for member in members { #expect(shown.text.contains("value=\"\(member)\" checked")) }

    // Nobody chosen: said at the members; what was written stands there.
    let none = try await Self.send(&browser, form, Self.common)
    #expect(none.status == 422 && none.text.contains("Dự đủ buổi sinh hoạt"))
    // What is wrong with the task is said once, not for each of them.
    let vague = Self.common.map { $0.hasPrefix("due=") ? "due=2025-01-01" : $0 }
    let refused = try await Self.send(&browser, form, vague + people.map { "whom=\($0)" })
    #expect(refused.status == 422)
    #expect(refused.text.split(separator: "class=\"error\"").count == 2)
    #expect(try await Self.tasks(world).isEmpty)

    let given = try await Self.send(&browser, form, Self.common + people.map { "whom=\($0)" })
    #expect(given.status == 303, "\(given.text)")
    let tasks = try await Self.tasks(world)
    #expect(Set(tasks.compactMap(\.task.answerer)) == Set(people) && tasks.count == 2)
    // The next time only those are chosen who have none.
    let again = try await browser.get(form)
    for member in members {
      #expect(again.text.contains("value=\"\(member)\" checked") == !people.contains(member))
    }

    let list = site.path("C1", "/tasks/told")
    let keys = tasks.map(\.task.key.description)
    let wrong = try await Self.send(
      &browser,
      list,
      [
        "day=2025-11-03", "task=\(keys[0])", "quantity-\(keys[0])=hai", "task=\(keys[1])",
        "quantity-\(keys[1])=2",
      ]
    )
    #expect(wrong.status == 422 && wrong.text.contains("value=\"hai\""))
    #expect(try await Self.tasks(world).allSatisfy { $0.standing.quantity == .zero })
    let told = try await Self.send(
      &browser,
      list,
      [
        "day=2025-11-03", "task=\(keys[0])", "quantity-\(keys[0])=1,5", "task=\(keys[1])",
        "quantity-\(keys[1])=",
      ]
    )
    #expect(told.status == 303, "\(told.text)")
    let quantities = try await Self.tasks(world).map { ($0.task.key.description, $0.standing.quantity) }
    #expect(Dictionary(uniqueKeysWithValues: quantities)[keys[0]] == Quantity("1.5"))
    #expect(Dictionary(uniqueKeysWithValues: quantities)[keys[1]] == .zero)
  }

  @Test("who is written a task of their own gets it, the others what all get; faults are said by name")
  func ownTasks() async throws {
    let site = try await Site.small()
    let world = site.world
    var browser = try await site.visitor(.secretary, in: "C1")
    let form = site.path("C1", "/tasks/members")
    let (first, second) = (world.person("Nguyễn An"), world.person("Nguyễn Ân"))
    let chosen = ["whom=\(first)", "whom=\(second)"]
    let blank = Self.common.map { $0.hasPrefix("text=") ? "text=" : $0 }

    // Nothing for all, and one of the two has none of their own.
    let some = blank + chosen + ["own-\(first)=Phụ trách thu đảng phí"]
    let missing = try await Self.send(&browser, form, some)
    #expect(missing.status == 422 && missing.text.contains("value=\"Phụ trách thu đảng phí\""))
    let long = try await Self.send(
      &browser,
      form,
      Self.common + chosen + ["own-\(first)=\(String(repeating: "dài ", count: 100))"]
    )
    #expect(long.status == 422 && long.text.contains("Nguyễn An: "))
    #expect(try await Self.tasks(world).isEmpty)

    let own = ["own-\(first)=Phụ trách thu đảng phí", "own-\(second)=Giúp hai đảng viên dự bị"]
    #expect(try await Self.send(&browser, form, blank + chosen + own).status == 303)
    let mixed = try await Self.send(&browser, form, Self.common + chosen + [own[0]])
    #expect(mixed.status == 303, "\(mixed.text)")
    func given(_ person: ID<Person>) async throws -> [String] {
      try await Self.tasks(world).filter { $0.task.answerer == person }.map(\.task.what).sorted()
    }
    #expect(try await given(first) == ["Phụ trách thu đảng phí", "Phụ trách thu đảng phí"])
    #expect(try await given(second) == ["Dự đủ buổi sinh hoạt", "Giúp hai đảng viên dự bị"])
  }

  @Test("nobody gives or tells for a cell that is not theirs, nor gives a stranger a task of it")
  func rights() async throws {
    let site = try await Site.small()
    let world = site.world
    var member = try await site.visitor(.member, in: "C1")
    var other = try await site.visitor(.secretary, in: "C2")
    for path in ["/tasks/members", "/tasks/told"] {
      #expect(try await member.get(site.path("C1", path)).status != 200)
      #expect(try await other.get(site.path("C1", path)).status == 404)
    }
    var own = try await site.visitor(.secretary, in: "C1")
    let stranger = world.person("Lò Thị Hạnh")
    let people = [world.person("Nguyễn An"), stranger].map { "whom=\($0)" }
    let refused = try await Self.send(&own, site.path("C1", "/tasks/members"), Self.common + people)
    #expect(refused.status == 422 && refused.text.contains("Lò Thị Hạnh"))
    #expect(try await Self.tasks(world).isEmpty)
  }

  private static func tasks(_ world: World) async throws -> [TaskLine] {
    try await world.read {
      try TaskStore(db: $0).lines(TaskQuestion(.own(world.unit("C1")), AsOf(World.today)))
    }
  }
}
