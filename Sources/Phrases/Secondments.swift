package import Basics

/// Words of secondments, and of members who take part in the meetings of another cell.
extension Phrase {
  package static var secondments: Phrase { Phrase(vi: "Tăng cường", en: "Secondments") }
  package static func secondmentsSentence(_ date: CivilDate) -> Phrase {
    Phrase(
      vi: "Đảng viên được tăng cường, tham gia sinh hoạt ở đơn vị khác, tại ngày \(day(date))",
      en: "Members lent to another unit and taking part in its meetings on \(day(date))"
    )
  }
  package static func secondmentSide(_ code: String) -> Phrase {
    switch code {
    case "host": Phrase(vi: "Đến tham gia ở đây", en: "Lent to units here")
    case "home": Phrase(vi: "Từ đây đi tham gia nơi khác", en: "At home here, lent elsewhere")
    default: Phrase(verbatim: code)
    }
  }
  package static func secondedPeople(_ people: Int, _ hosts: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(people)) người ở \(grouped(hosts)) đơn vị",
      en: "\(plural(people, "person", "people")) in \(plural(hosts, "unit", "units"))"
    )
  }
  package static var howMany: Phrase { Phrase(vi: "Số lượng", en: "How many") }
  package static var inAll: Phrase { Phrase(vi: "Tất cả", en: "In all") }
  package static var hostKind: Phrase { Phrase(vi: "Loại đơn vị tham gia", en: "Kind of unit") }
  package static var hostUnits: Phrase { Phrase(vi: "Số đơn vị", en: "Units") }
  package static var takesPartIn: Phrase { Phrase(vi: "Tham gia ở", en: "Takes part in") }
  package static var daysOfTie: Phrase { Phrase(vi: "Thời gian", en: "Days") }
  package static var showAll: Phrase { Phrase(vi: "xem tất cả", en: "show all") }
  package static var noSecondments: Phrase { Phrase(vi: "Không có ai", en: "There is nobody") }
  package static var noSecondmentsMeaning: Phrase {
    Phrase(
      vi: "Việc tăng cường được ghi ở hồ sơ của từng đảng viên, theo quyết định.",
      en: "A secondment is recorded in a member's file, under its decision."
    )
  }
}
