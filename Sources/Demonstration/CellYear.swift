package import Basics

/// A meeting of a cell of the fictional province, as its papers tell of it.
package struct HeldMeeting: Hashable, Sendable {
  /// The raw value is the word of the lists.
  package enum Kind: String, Sendable {
    case regular, thematic, extraordinary, preparation
  }

  package let kind: Kind
  package private(set) var day: CivilDate
  /// When it began and ended, in minutes since midnight.
  package let begins: Int
  package let closed: Int
  package let place: String
  package var theme: String?
  /// The day of the meeting that a committee's prepares.
  package var prepares: CivilDate?
  /// What the minutes say; `nil` where they were not handed in.
  package var text: String?
  package var isSigned = false
  /// How the cell, and the committee above, scored it: `met`, or what was not.
  package var own: String?
  package var superior: String?
  /// What was discussed and concluded, for an agenda that is told point by point.
  package var work = ""
  package var conclusion = ""
  fileprivate let key: UInt64
  /// How many in a thousand stay away.
  fileprivate let away: Int
  fileprivate let reasons: [String]

  /// The same on another day.
  package func moved(to day: CivilDate) -> HeldMeeting {
    var moved = self
    moved.day = day
    return moved
  }

  /// What is to be marked of somebody, by a number of theirs: `nil` for the many who are there.
  package func mark(of number: UInt64) -> (mark: String, reason: String?)? {
    let lot = SplitMix.mark(key, number)
    if Int(lot % 1000) >= away { return nil }
    let kind = Int(lot / 1000 % 100)
    if kind < 10 { return ("late", nil) }
    if kind < 15 { return ("left", "Về sớm, có báo cáo") }
    if kind < 21 { return ("absent", nil) }
    return ("excused", reasons[Int(lot / 100_000) % reasons.count])
  }
}

/// The last twelve months of a cell of the fictional province: which meetings it held, and how.
///
/// It follows from the cell's code and the seed; a month has the same meetings whenever the history ends, but for the
/// minutes of the last weeks, which may still be waited for.
package struct CellYear: Sendable {
  private let words: MeetingWords
  private let cell: UInt64
  private let members: Int
  private let until: CivilDate

  /// `members`: how many there are, of whom a committee is chosen where they are many enough; `until`: the day from
  /// which one looks back.
  package init(
    _ code: String,
    _ sector: PlannedUnit.Sector?,
    members: Int,
    seed: UInt64,
    until: CivilDate
  ) {
    words = MeetingWords(sector ?? .residential)
    var number = seed
    for byte in code.utf8 { number = SplitMix.mark(number, UInt64(byte)) }
    cell = number
    self.members = members
    self.until = until
  }

  /// In order of day.
  package var meetings: [HeldMeeting] {
    let (year, month, _) = until.parts
    guard let this = CivilDate(year: year, month: month, day: 1) else { return [] }
    let months = (0..<12).map { this.adding(months: $0 - 11) }
    return months.flatMap { self.month($0) }.filter { $0.day <= until }.sorted { $0.day < $1.day }
  }

  /// The meetings of a month, given by its first day.
  package func month(_ first: CivilDate) -> [HeldMeeting] {
    let month = first.parts.month
    var lot = SplitMix(seed: SplitMix.mark(cell, UInt64(first.number)))
    var held: [HeldMeeting] = []
    let day = first.adding(days: 2 + Int(cell % 6) + lot.below(3))
    let isMissed = lot.below(1000) < 22
    if !isMissed {
      // A cell of some size has a committee, which agrees the content before.
      if members >= 9, lot.chance(88) {
        var before = meeting(.preparation, day.adding(days: -2), &lot)
        before.prepares = day
        held.append(before)
      }
      held.append(meeting(.regular, day, &lot))
    }
    if month % 3 == 2, !lot.chance(6) {
      var themed = meeting(.thematic, day.adding(days: 9 + lot.below(6)), &lot)
      let theme = words.themes[Int(cell / 7 % 97 + UInt64(month / 3)) % words.themes.count]
      // Once a year it is a meeting of the programme whose works are registered.
      let isOfProgramme = (cell / 5 + UInt64(month / 3)) % 4 == 0
      themed.theme = isOfProgramme ? MeetingWords.programme(theme) : theme
      held.append(themed)
    }
    if lot.below(1000) < 8 {
      held.append(meeting(.extraordinary, day.adding(days: 17), &lot))
    }
    return held
  }

  private func meeting(_ kind: HeldMeeting.Kind, _ day: CivilDate, _ lot: inout SplitMix) -> HeldMeeting {
    let usual = words.begins[Int(cell / 11 % 97) % words.begins.count]
    let begins = kind == .preparation ? max(usual - 90, 7 * 60) : usual
    let long = kind == .preparation ? 40 + lot.below(4) * 5 : 85 + lot.below(9) * 5
    let work = words.work[lot.below(words.work.count)]
    let conclusion = words.conclusions[lot.below(words.conclusions.count)]
    let (inTime, signed, own, superior) = (lot.below(1000), lot.below(1000), lot.below(1000), lot.below(1000))
    var held = HeldMeeting(
      kind: kind,
      day: day,
      begins: begins,
      closed: begins + long,
      place: words.places[Int(cell / 13 % 97) % words.places.count],
      work: work,
      conclusion: conclusion,
      key: SplitMix.mark(cell ^ UInt64(day.number), UInt64(kind.rawValue.utf8.count)),
      away: 45 + Int(cell / 17 % 70) + lot.below(30),
      reasons: words.reasons
    )
    guard kind != .preparation else { return held }
    // Of the last three weeks a quarter are still waited for; of earlier ones a few never came.
    if inTime >= (day.days(until: until) < 21 ? 250 : 25) {
      held.text = """
        Chi bộ đánh giá kết quả lãnh đạo trong tháng, trọng tâm là \(work).
        Các ý kiến thảo luận tập trung vào việc làm được, việc còn chậm và nguyên nhân.
        Kết luận: \(conclusion).
        """
      held.isSigned = signed >= 30
    }
    if own < 720 { held.own = own < 60 ? "conclusions.carriedOut" : "met" }
    if superior < 260 {
      let both = "order.kept conclusions.carriedOut"
      held.superior = superior < 18 ? both : superior < 50 ? "order.kept" : "met"
    }
    return held
  }
}
