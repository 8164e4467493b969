import Basics
import RulebookFiles
import Rules
import TestWorld
import Testing

/// What the shipped charter says of lives and units that a list brings in.
@Suite("What a list is held against")
struct AdviceTests {
  private func judges() throws -> Judges { Judges(try Shipped.folder.get().library) }

  /// Somebody with one membership and a home.
  private func life(born: String, admitted: CivilDate, official: CivilDate? = nil) -> Life {
    var life = Life(person: ID(1), code: "A1")
    life.particulars = [Fact(Particulars(name: "Đỗ Thị Ân", born: LooseDate(born)), .always)]
    life.terms = [Fact(Term(official: official), Span(open: admitted))]
    life.affiliations = [Fact(Affiliation(ID(2), .home), Span(open: admitted))]
    return life
  }

  private func clauses(_ life: Life) throws -> [String] {
    let judges = try judges()
    return life.advice(judges).compactMap { advice in
      if case .rule(let objection) = advice.advice { objection.clause.name } else { nil }
    }
  }

  @Test("admission is from 18, and up to the end of the month in which somebody is 60")
  func age() throws {
    #expect(try clauses(life(born: "2008-05-11", admitted: "2026-05-10")) == ["admission.age"])
    #expect(try clauses(life(born: "2008-05-10", admitted: "2026-05-10")).isEmpty)
    #expect(try clauses(life(born: "1966-04-11", admitted: "2026-05-10")).isEmpty)
    #expect(try clauses(life(born: "1966-04-10", admitted: "2026-05-10")) == ["admission.age"])
  }

  @Test("somebody whose birth is known by its year is objected to only when every day of it is out of bounds")
  func looseBirth() throws {
    #expect(try clauses(life(born: "2008", admitted: "2026-05-10")).isEmpty)
    #expect(try clauses(life(born: "2009", admitted: "2026-05-10")) == ["admission.age"])
  }

  @Test("recognition is as of the exact end of twelve months, the end of February too")
  func recognition() throws {
    #expect(try clauses(life(born: "1990", admitted: "2025-03-10", official: "2026-03-10")).isEmpty)
    #expect(
      try clauses(life(born: "1990", admitted: "2025-03-10", official: "2026-03-11")) == ["recognition.exact"]
    )
    #expect(try clauses(life(born: "1990", admitted: "2024-02-29", official: "2025-02-28")).isEmpty)
  }

  @Test("each admission is held against the text in force on its day, on the first and the last day too")
  func versions() throws {
    for (day, number, confidence) in [
      ("2011-01-18", "Các văn bản trước năm 2011", Confidence.unverified),
      ("2011-01-19", "Điều lệ Đảng, Điều 1", .unverified),
      ("2025-01-19", "29-QĐ/TW, 24-QĐ/TW: tuổi", .unverified),
      ("2025-01-20", "232-QĐ/TW: tuổi", .verified), ("2025-07-01", "232-QĐ/TW: tuổi", .verified),
    ] {
      let admitted = try #require(CivilDate(day))
      let objections = try judges().objections(
        "admission",
        on: admitted,
        [
          [
            "admission.born": Quantity(admitted.adding(months: -200)),
            "admission.considered": Quantity(admitted),
          ]
        ]
      )
      #expect(objections.map(\.clause.number) == [number])
      #expect(objections.map(\.clause.confidence) == [confidence])
      #expect(objections.first?.seen.map(\.text) == ["16"])
    }
    #expect(try judges().judge("charter", of: "admission", on: "1930-02-02") == nil)
  }

  @Test(
    "a cell of two officials is too small, a base cell of thirty too large, a base committee of 29 too small"
  )
  func sizes() throws {
    func names(_ kind: UnitKind, _ members: Int, _ officials: Int) throws -> [String] {
      try judges().objections(to: kind, members: members, officials: officials, on: "2025-11-03").map(
        \.clause.name
      )
    }
    #expect(try names(.cell, 4, 2) == ["members.official.tooFew"])
    #expect(try names(.cell, 4, 3).isEmpty)
    #expect(try names(.baseCell, 30, 28) == ["members.total.baseCommittee"])
    #expect(try names(.baseCell, 29, 28).isEmpty)
    #expect(try names(.baseCommittee, 29, 28) == ["members.total.baseCell"])
    #expect(try names(.baseCommittee, 30, 1).isEmpty)
  }

  @Test("a judge kept for its days says the same as one made for each day")
  func keptJudges() throws {
    let library = try Shipped.folder.get().library
    let judges = Judges(library)
    var day: CivilDate = "2010-12-01"
    while day < "2028-03-01" {
      let made = library.judge("charter", of: "admission", on: day)
      let kept = judges.judge("charter", of: "admission", on: day)
      let facts = [
        "admission.born": Quantity(day.adding(months: -300)), "admission.considered": Quantity(day),
        "admission.lowerSecondary": Quantity(1), "admission.exception": Quantity(0),
        "admission.officials": Quantity(9), "admission.votes": Quantity(6),
      ]
      #expect(kept?.book.name == made?.book.name)
      #expect(kept?.verdict(facts).findings == made?.verdict(facts).findings)
      day = day.adding(days: 13)
    }
  }
}
