import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

/// Who reads what was said in a round, tried on every page and file anybody finds: each thing said has words of its
/// own, and whoever may not read it meets them nowhere.
@Suite("Who reads what in a round")
struct ReviewSightTests {
  /// Something said, by words that stand nowhere else.
  enum Word: String, CaseIterable {
    /// What An says of himself, what his cell proposes of him, what the commune decides.
    case own = "Lời-tự-nhận"
    case cell = "Lời-chi-bộ-Một"
    case decision = "Lời-xã-quyết-định"
    /// What the head drafts about the deputy.
    case draft = "Lời-nháp-bí-thư"
    /// What the other cell proposes of its member.
    case other = "Lời-chi-bộ-Hai"
    /// What the district says of the secretary of the commune.
    case above = "Lời-huyện-nhận-xét"
    /// What the other commune decides of its member.
    case beside = "Lời-xã-bên"
  }

  private struct Ground {
    let site: Site
    let round: ID<FactMark>
    /// Whom each thing was said of, and by which units.
    let subjects: [ReviewSubject]
  }

  /// A round of the district.
  ///
  /// Ước is an ordinary member of C1, whose head is An and whose deputy is Ân; the secretary of
  /// the commune is at home in C2.
  private static func ground() async throws -> Ground {
    let site = try await Site.small()
    let world = site.world
    let (uoc, an, deputy) = (
      world.person("Đặng Thùy Ước"), world.person("Nguyễn An"), world.person("Nguyễn Ân")
    )
    let (chief, hanh, beside) = (
      world.person("H'Ngun Niê"), world.person("Lò Thị Hạnh"), world.person("Nguyễn Ấn")
    )
    try await world.seat(an, in: "C1", .secretary)
    try await world.seat(deputy, in: "C1", .deputySecretary)
    try await world.seat(chief, in: "B1", .secretary)
    for (person, cell) in [
      (uoc, "C1"), (an, "C1"), (deputy, "C1"), (chief, "C2"), (hanh, "C2"), (beside, "C3"),
    ] {
      try await world.work(of: person, in: cell)
    }
    let task = try await world.assign(
      "Phát triển đảng viên",
      to: "B1",
      from: "2025-10-01",
      due: "2025-10-31",
      .quantity(Quantity(2), of: "người")
    )
    try await world.tell(task, 2, on: "2025-10-20")
    let round = try await world.openRound(of: world.unit("HL"))
    func say(
      _ person: ID<Person>,
      _ step: ReviewStep,
      by body: String,
      _ word: Word?,
      writer: ID<Person>? = nil,
      isPassed: Bool = true
    ) async throws {
      var deed = world.mark(
        round,
        .person(person),
        step,
        by: body,
        .completed,
        points: 61,
        reason: word?.rawValue ?? "Chung",
        writer: writer,
        isPassed: isPassed
      )
      deed.mark.text = word?.rawValue
      guard let writer else {
        try await world.carryOut(deed)
        return
      }
      let account = try await world.account("writer.\(writer)", for: writer)
      try await world.carryOut(deed, by: .account(account))
    }
    try await say(uoc, .selfReview, by: "C1", .own, writer: uoc)
    try await say(uoc, .evaluation, by: "C1", .cell)
    try await say(uoc, .decision, by: "B1", .decision)
    try await say(deputy, .evaluation, by: "C1", nil)
    try await say(deputy, .evaluation, by: "C1", .draft, writer: an, isPassed: false)
    try await say(hanh, .evaluation, by: "C2", .other)
    try await say(chief, .evaluation, by: "C2", nil)
    try await say(chief, .appraisal, by: "HL", .above)
    try await say(beside, .evaluation, by: "C3", nil)
    try await say(beside, .decision, by: "B2", .beside)
    return Ground(
      site: site,
      round: round,
      subjects: [uoc, an, deputy, chief, hanh, beside].map(ReviewSubject.person)
    )
  }

  /// Somebody who reads: their role and place, and who they are, where they are a member of this organisation.
  struct Reader: CustomTestStringConvertible {
    let role: Role
    let place: String
    var person: String?
    let reads: Set<Word>

    var testDescription: String { "\(person ?? "") \(role) \(place)" }
  }

  private static let readers = [
    // The member: their own words, and nothing of anybody's before it is published.
    Reader(role: .member, place: "C1", person: "Đặng Thùy Ước", reads: [.own]),
    // The deputy keeps the cell's reviews, and sees nothing of what the head drafts about them.
    Reader(role: .secretary, place: "C1", person: "Nguyễn Ân", reads: [.own, .cell]),
    Reader(
      role: .officer,
      place: "QN",
      person: "Nguyễn Ân",
      reads: [.own, .cell, .decision, .other, .above, .beside]
    ),
    Reader(role: .secretary, place: "C1", person: "Nguyễn An", reads: [.own, .cell, .draft]),
    // One cell's secretary sees nothing of another's; nor one of the commune's own cells what it decided.
    Reader(role: .secretary, place: "C2", reads: [.other]),
    Reader(role: .secretary, place: "C3", reads: []),
    // The commune sees its cells, and nothing of the sheet above.
    Reader(role: .leader, place: "B1", reads: [.own, .cell, .decision, .other]),
    Reader(role: .officer, place: "B1", person: "H'Ngun Niê", reads: [.own, .cell, .decision, .other]),
    Reader(role: .officer, place: "B2", reads: [.beside]),
    Reader(role: .leader, place: "HL", reads: [.own, .cell, .decision, .other, .above, .beside]),
    Reader(role: .leader, place: "DH", reads: []),
    Reader(role: .administrator, place: "QN", reads: []),
  ]

  /// Every address that speaks of the round or of its people, whoever finds it: pages, files, entries of the journal.
  private static func addresses(_ ground: Ground) async throws -> [String] {
    let (world, round) = (ground.site.world, ground.round)
    var addresses: [String] = ["/"]
    for (_, unit) in world.unitsByCode.sorted(by: { $0.key < $1.key }) {
      let desk = "/reviews/\(round)/units/\(unit)"
      addresses += [
        "", "/list", "/list?fill=proposed", "/classes", "/classes?time=before", "/similar", "/scores",
      ]
      .map { desk + $0 }
      addresses += ["/steering", "/results"].map { desk + $0 }
      addresses += ["organisation", "collective"].map { "/reviews/\(round)/\($0)/\(unit)" }
      addresses += [
        "/units/\(unit)/reviews", "/units/\(unit)/reviews.csv?round=\(round)",
        "/units/\(unit)/review-results.csv?round=\(round)",
      ]
    }
    for subject in ground.subjects {
      let person = subject.person ?? ID(0)
      addresses += ["/reviews/\(round)/person/\(person)", "/people/\(person)", "/people/\(person)/steering"]
    }
    let entries = try await world.read { db in
      try db.rows("SELECT seq FROM entry WHERE operation = 'rateSubject' ORDER BY seq") { try $0[0] as Int64 }
    }
    return addresses + ["/journal"] + entries.map { "/journal/\($0)" }
  }

  /// The words a reader meets anywhere.
  private static func met(by reader: Reader, _ ground: Ground) async throws -> [Word: String] {
    let world = ground.site.world
    try await ground.site.account(
      "reader",
      [(reader.role, world.unit(reader.place))],
      person: reader.person.map(world.person)
    )
    var browser = try await ground.site.signedIn("reader")
    var met: [Word: String] = [:]
    for address in try await addresses(ground) {
      let page = try await browser.get(address)
      for word in Word.allCases where page.text.contains(word.rawValue) { met[word] = address }
    }
    return met
  }

  @Test(
    "before it is published each reads what reached them and no more, on no page and in no file",
    arguments: readers
  )
  func before(_ reader: Reader) async throws {
    let met = try await Self.met(by: reader, try await Self.ground())
    #expect(Set(met.keys) == reader.reads, "\(met.mapValues { $0 })")
  }

  @Test(
    "once it is published a member reads their own class and no other's",
    arguments: [
      ("Đặng Thùy Ước", Set([Word.own, .cell, .decision])), ("Lò Thị Hạnh", Set([.other])),
      ("Nguyễn Ấn", Set([.beside])),
      ("Nguyễn Ân", Set<Word>()),
    ]
  )
  func published(_ name: String, _ reads: Set<Word>) async throws {
    let ground = try await Self.ground()
    let (world, round) = (ground.site.world, ground.round)
    try await Self.publish(world, round)
    let reader = Reader(role: .member, place: "C1", person: name, reads: reads)
    #expect(Set(try await Self.met(by: reader, ground).keys) == reads)
  }

  @Test("the journal tells that something was pointed out and answered, and not in which words")
  func matters() async throws {
    let ground = try await Self.ground()
    let (site, world) = (ground.site, ground.site.world)
    let matter = ReviewMatter(
      key: ID(0),
      round: ground.round,
      subject: .person(world.person("Đặng Thùy Ước")),
      kind: .limitation,
      unit: world.unit("C1"),
      text: "Lời-hạn-chế-chỉ-ra"
    )
    let key = ID<FactMark>(try #require(try await world.carryOut(RaiseMatter(matter)).result))
    try await world.carryOut(AnswerMatter(key, "Lời-đã-khắc-phục", on: World.today))
    try await site.account("reader", [(.administrator, world.unit("QN")), (.leader, world.unit("DH"))])
    var browser = try await site.signedIn("reader")
    let entries = try await world.read { db in
      try db.rows("SELECT seq FROM entry WHERE operation IN ('raiseMatter', 'answerMatter')") {
        try $0[0] as Int64
      }
    }
    #expect(entries.count == 2)
    for address in ["/journal"] + entries.map({ "/journal/\($0)" }) {
      let page = try await browser.get(address)
      #expect(page.status == 200)
      #expect(!page.text.contains("Lời-hạn-chế") && !page.text.contains("Lời-đã-khắc"), "\(address)")
    }
  }

  /// Everybody else is rated, everything sent up, the round published.
  private static func publish(_ world: World, _ round: ID<FactMark>) async throws {
    for _ in 0..<6 {
      let units = try await world.read { db in
        try db.rows("SELECT unit FROM unit_kind WHERE superseded IS NULL ORDER BY unit") {
          try $0[0] as ID<Unit>
        }
      }
      for unit in units {
        let lines = try await world.sheet(round) { sheet in
          try sheet.lines(.evaluated(by: unit)).filter { $0.facts.assigned > 0 }
        }
        for line in lines {
          guard let turn = line.turn(of: unit) else { continue }
          var mark = ReviewMark(round: round, subject: line.subject, step: turn.step, body: unit)
          (mark.rating, mark.reason, mark.writer) = (.completed, "Chung", turn.writer)
          mark.points = .init(general: Quantity(20), results: Quantity(41))
          try await world.carryOut(RateSubject(mark))
        }
      }
    }
    for code in ["C1", "C2", "C3", "B1", "B2"] {
      _ = try await world.refusals(of: SendReviews(round, of: world.unit(code)))
    }
    try await world.carryOut(PublishRound(round))
  }
}
