package import Basics

/// Words about two days beside each other: what was then, what is later, who came and who went.
extension Phrase {
  package static var asTable: Phrase { Phrase(vi: "Bảng", en: "Table") }
  package static var asPicture: Phrase { Phrase(vi: "Hình", en: "Picture") }
  package static var compared: Phrase { Phrase(vi: "So sánh hai ngày", en: "Two days compared") }
  package static var compareWith: Phrase { Phrase(vi: "So với ngày", en: "Compare with") }
  package static var compare: Phrase { Phrase(vi: "So sánh", en: "Compare") }
  package static var waysToSee: Phrase { Phrase(vi: "Cách xem", en: "Ways to see it") }
  package static var difference: Phrase { Phrase(vi: "Chênh lệch", en: "Difference") }
  package static var cameBetween: Phrase { Phrase(vi: "Thêm vào", en: "Came") }
  package static var wentBetween: Phrase { Phrase(vi: "Ra khỏi", en: "Went") }
  package static var reason: Phrase { Phrase(vi: "Lý do", en: "Reason") }
  package static var reasonNotKnown: Phrase { Phrase(vi: "chưa rõ lý do", en: "reason not known") }
  package static var nobodyCame: Phrase {
    Phrase(vi: "Không có thêm giữa hai ngày.", en: "Nothing came between the two days.")
  }
  package static var nobodyWent: Phrase {
    Phrase(vi: "Không có ai, không có đơn vị nào ra khỏi số này.", en: "Nothing went between the two days.")
  }
  package static var apartMeaning: Phrase {
    Phrase(
      vi: "Ra rồi trở lại giữa hai ngày thì được đếm ở cả hai ngày, không có trong hai danh sách.",
      en: "Who went and came back between the two days is counted on both, and is in neither list."
    )
  }
  package static func openAll(_ count: Int) -> Phrase {
    Phrase(vi: "Mở cả \(grouped(count))", en: "Open all \(grouped(count))")
  }
  package static var backToBoth: Phrase { Phrase(vi: "Về cả hai danh sách", en: "Back to both lists") }
  package static func betweenDays(_ first: CivilDate, _ second: CivilDate) -> Phrase {
    Phrase(vi: "\(day(first)) và \(day(second))", en: "\(day(first)) and \(day(second))")
  }
  package static func comparedSentence(
    _ figure: String,
    _ unit: String,
    _ first: CivilDate,
    _ second: CivilDate
  ) -> Phrase {
    Phrase(
      vi: "\(figure) của \(unit), ngày \(day(first)) và ngày \(day(second))",
      en: "\(figure) of \(unit) on \(day(first)) and on \(day(second))"
    )
  }
  package static func notThereOn(_ date: CivilDate) -> Phrase {
    Phrase(
      vi: "Ngày \(day(date)) đơn vị này không tồn tại, nên số của ngày đó là không.",
      en: "On \(day(date)) this unit did not exist, so the figure of that day is zero."
    )
  }
  package static func then(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Ngày \(day(date))", en: "On \(day(date))")
  }

  /// Why something is counted on one of two days only, by its code.
  package static func apartReason(_ code: String) -> Phrase {
    switch code {
    case "official": Phrase(vi: "Công nhận chính thức", en: "Became official")
    case "founded": Phrase(vi: "Thành lập", en: "Founded")
    case "ended": Phrase(vi: "Kết thúc hoạt động", en: "Ended")
    case "becameKind": Phrase(vi: "Đổi loại đơn vị", en: "Became another kind")
    case "movedUnit": Phrase(vi: "Đổi đơn vị cấp trên", en: "Moved in the tree")
    default: movement(code)
    }
  }

  /// A difference with its sign: `+12`, `−3`, `0`.
  package static func signed(_ number: Int) -> Phrase {
    Phrase(verbatim: number > 0 ? "+" + grouped(number) : grouped(number))
  }

  package static var byUnitBelow: Phrase { Phrase(vi: "Theo đơn vị trực thuộc", en: "By unit below") }
  package static func byUnitSentence(_ figure: String, _ count: Int, _ most: String, _ number: Int) -> Phrase
  {
    Phrase(
      vi: "\(figure) của \(grouped(count)) đơn vị trực thuộc, nhiều nhất là \(most) với \(grouped(number))",
      en: "\(figure) of \(plural(count, "unit", "units")) below, most in \(most) with \(grouped(number))"
    )
  }
  package static var lastTwoYears: Phrase { Phrase(vi: "24 tháng gần đây", en: "The last 24 months") }
  package static func lineSentence(
    _ figure: String,
    _ first: CivilDate,
    _ from: Int,
    _ last: CivilDate,
    _ until: Int
  ) -> Phrase {
    Phrase(
      vi: "\(figure): \(grouped(from)) ngày \(day(first)), \(grouped(until)) ngày \(day(last))",
      en: "\(figure): \(grouped(from)) on \(day(first)), \(grouped(until)) on \(day(last))"
    )
  }
  package static var noPicture: Phrase {
    Phrase(vi: "Không có đơn vị trực thuộc nào để vẽ.", en: "There is no unit below to draw.")
  }
  package static var noPictureMeaning: Phrase {
    Phrase(
      vi: "Hình chia số này theo các đơn vị trực thuộc có số khác không.",
      en: "A picture divides the figure among the units directly below that have any."
    )
  }
  package static var unitsCompared: Phrase {
    Phrase(vi: "Đơn vị trực thuộc, hai ngày", en: "Units below on two days")
  }
  package static var notThenMark: Phrase { Phrase(vi: "chưa có", en: "not yet there") }
  package static var notLaterMark: Phrase { Phrase(vi: "không còn", en: "no longer there") }
  package static func showing(_ shown: Int, of count: Int) -> Phrase {
    Phrase(vi: "\(grouped(shown)) trên \(grouped(count))", en: "\(grouped(shown)) of \(grouped(count))")
  }
  package static func exportLists(_ format: String) -> Phrase {
    Phrase(vi: "Xuất \(format)", en: "Export \(format)")
  }
}
