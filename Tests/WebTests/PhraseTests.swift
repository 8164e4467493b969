import Basics
import Phrases
import Testing

@Suite("Phrases")
struct PhraseTests {
  private func both(_ phrase: () -> Phrase) -> [String] {
    Language.allCases.map { language in Language.$current.withValue(language) { phrase().text } }
  }

  @Test(
    "thousands are marked as each language marks them",
    arguments: [
      (0, "0", "0"), (999, "999", "999"), (1_000, "1.000", "1,000"), (131_548, "131.548", "131,548"),
      (5_400_000, "5.400.000", "5,400,000"), (-1_200, "−1.200", "−1,200"),
    ]
  )
  func numbers(number: Int, vi: String, en: String) {
    #expect(both { .number(number) } == [vi, en])
  }

  @Test("a day reads 20/11/2026 and 20 Nov 2026")
  func days() {
    #expect(both { .day(Sample.day("2026-11-20")) } == ["20/11/2026", "20 Nov 2026"])
    #expect(both { .day(Sample.day("2026-02-03")) } == ["03/02/2026", "3 Feb 2026"])
  }

  @Test("a birth date says only as much as is known")
  func births() {
    #expect(both { .birth(LooseDate(Sample.day("1984-03-12"))) } == ["12/03/1984", "12 Mar 1984"])
    #expect(LooseDate("1955-03").map { month in both { .birth(month) } } == ["03/1955", "Mar 1955"])
    #expect(LooseDate("1958").map { year in both { .birth(year) } } == ["1958", "1958"])
  }

  @Test("a span is told by its last day, though it is kept by the first day after")
  func spans() {
    let ended = Sample.span("1996-02-03", "2025-07-01")
    #expect(both { .span(ended) } == ["03/02/1996 – 30/06/2025", "3 Feb 1996 – 30 Jun 2025"])
    #expect(both { .span(Sample.span("1996-02-03")) } == ["từ 03/02/1996", "from 3 Feb 1996"])
  }

  @Test(
    "a share is rounded to the nearest tenth of a percent",
    arguments: [(1, 3, "33,3%"), (2, 3, "66,7%"), (52_619, 131_548, "40,0%"), (0, 5, "0,0%"), (1, 0, "–")]
  )
  func shares(part: Int, whole: Int, expected: String) {
    #expect(both { .percent(part, of: whole) }.first == expected)
  }

  private static let codes: [(String, @Sendable (String) -> Phrase, [String])] = [
    (
      "kinds", { .unitKind($0) },
      [
        "centre", "province", "superiorCommittee", "baseCommittee", "baseCell", "sectionCommittee", "cell",
        "subgroup",
      ]
    ),
    (
      "sectors", { .sector($0) },
      [
        "residential", "agency", "school", "health", "enterprise", "cooperative", "armedForces",
        "borderGuard",
        "police", "other",
      ]
    ),
    ("roles", { .role($0) }, ["home", "temporary", "host", "residence"]),
    ("reasons", { .reason($0) }, ["died", "left", "deleted", "expelled", "transferred"]),
    (
      "posts", { .post($0) },
      [
        "secretary", "deputySecretary", "standingMember", "committeeMember", "inspectionHead",
        "inspectionMember",
      ]
    ),
    (
      "movements", { .movement($0) },
      [
        "takenOver", "admitted", "transferredIn", "readmitted", "reorganisedIn", "transferredOut", "died",
        "left",
        "deleted", "expelled", "reorganisedOut",
      ]
    ),
    (
      "operations", { .operation($0) },
      [
        "import", "export", "admit", "recognise", "transfer", "endMembership", "beginRole", "endRole",
        "holdPost", "leavePost", "foundUnit", "renameUnit", "moveUnit", "changeUnit", "endUnit", "merge",
        "split", "dissolve", "correctParticulars", "annul", "addAccount", "lockAccount", "resetPassword",
        "grantRights", "withdrawRights", "transferMembers", "askTransfer", "sendTransfer", "receiveTransfer",
        "returnTransfer", "withdrawTransfer", "second", "askComment", "receiveComment", "exemptResidence",
      ]
    ),
    (
      "figures", { .figure($0) },
      [
        "units.superiorCommittees", "units.baseCommittees", "units.baseCells", "units.baseOrganisations",
        "units.cells", "units.subgroups", "members.total", "members.official", "members.probationary",
        "members.women", "members.admitted", "members.left", "members.exempt", "members.suspended",
        "members.seconded", "members.inContact", "guests.seconded", "units.hosts",
      ]
    ),
  ]

  @Test("every code of the lists and figures is a term in both languages", arguments: codes.indices)
  func codesHaveTerms(index: Int) {
    let (name, phrase, codes) = PhraseTests.codes[index]
    for code in codes {
      let texts = both { phrase(code) }
      #expect(Set(texts).count == 2, "\(name): \(code) is the same in both languages")
      #expect(texts.first != code, "\(name): \(code) shows its code")
    }
    let unlike = Set(codes.map { phrase($0).text })
    #expect(unlike.count == codes.count, "two \(name) are called alike")
  }

  @Test("each line of the ledger has a definition of its own in both languages")
  func definitions() {
    let lines = PhraseTests.codes.first { $0.0 == "movements" }?.2 ?? []
    let definitions = lines.map { line in both { .definition("ledger." + line) } }
    #expect(Set(definitions).count == 11)
    #expect(definitions.allSatisfy { Set($0).count == 2 })
  }

  @Test(
    "bands of age are told by their years, the last one open",
    arguments: [("18-30", "18–30"), ("61+", "61 and over")]
  )
  func ages(code: String, english: String) {
    #expect(both { .ageBand(code) }.last == english)
  }

  @Test("what is free text in the record is shown as it was written")
  func freeText() {
    #expect(both { .post("Tổ trưởng tổ đảng") } == ["Tổ trưởng tổ đảng", "Tổ trưởng tổ đảng"])
  }

  @Test("the terms are the glossary's")
  func glossary() {
    #expect(both { .unitKind("baseCell") } == ["chi bộ cơ sở", "grassroots cell"])
    #expect(both { .reason("deleted") } == ["xóa tên", "deletion from the roll"])
    #expect(both { .role("residence") } == ["giữ mối liên hệ nơi cư trú", "residence contact"])
    #expect(both { .unitCount(1, "cell") } == ["1 chi bộ", "1 cell"])
  }

  @Test("a phrase at the beginning of a line begins with a large letter, đ too")
  func leading() {
    #expect(both { Phrase.unitKind("baseCommittee").leading } == ["Đảng bộ cơ sở", "Grassroots committee"])
  }
}
