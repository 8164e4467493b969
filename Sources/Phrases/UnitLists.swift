package import Basics

/// Words about a unit's further pages: what it consists of, two trees, leading posts nobody holds.
extension Phrase {
  package static var unitPages: Phrase { Phrase(vi: "Các trang của đơn vị", en: "Pages of the unit") }
  package static var overview: Phrase { Phrase(vi: "Tổng hợp", en: "Overview") }
  package static var byKind: Phrase { Phrase(vi: "Loại hình, lĩnh vực", en: "Kinds and sectors") }
  package static var twoTrees: Phrase { Phrase(vi: "Hai cây tổ chức", en: "Two trees") }
  package static var vacantPosts: Phrase { Phrase(vi: "Khuyết bí thư", en: "Without a secretary") }

  package static var unitsByKind: Phrase {
    Phrase(vi: "Đơn vị bên dưới, theo loại và lĩnh vực", en: "Units below by kind and sector")
  }
  package static var membersBySector: Phrase {
    Phrase(vi: "Đảng viên theo lĩnh vực của nơi sinh hoạt", en: "Members by the sector of their home")
  }
  package static var membersBySectorMeaning: Phrase {
    Phrase(
      vi: "Mỗi đảng viên được đếm theo lĩnh vực của đơn vị mình sinh hoạt chính thức trong ngày này.",
      en: "Each member counts in the sector of the unit that is their home on the day."
    )
  }
  package static var sectorTitle: Phrase { Phrase(vi: "Lĩnh vực", en: "Sector") }
  package static var sectorUnrecorded: Phrase { Phrase(vi: "chưa ghi lĩnh vực", en: "no sector recorded") }
  package static var homesHere: Phrase { Phrase(vi: "Đảng viên tại đây", en: "Members here") }
  package static func unitsListed(_ what: String, _ unit: String, on date: CivilDate) -> Phrase {
    Phrase(vi: "\(what) của \(unit), ngày \(day(date))", en: "\(what) of \(unit) on \(day(date))")
  }
  package static var allUnitsBelow: Phrase { Phrase(vi: "Mọi đơn vị bên dưới", en: "All units below") }
  package static var homesListed: Phrase {
    Phrase(vi: "Đơn vị có đảng viên sinh hoạt", en: "Units that are a home")
  }
  package static var noUnitsOfKind: Phrase {
    Phrase(vi: "Không có đơn vị nào như vậy trong ngày này.", en: "There is no such unit on this day.")
  }
  package static var noUnitsOfKindMeaning: Phrase {
    Phrase(
      vi: "Loại và lĩnh vực của đơn vị đổi theo thời gian; ngày khác có thể có.",
      en: "Kinds and sectors change with time; another day may have some."
    )
  }
  package static var backToKinds: Phrase { Phrase(vi: "Về bảng loại hình", en: "Back to the table") }

  package static var vacanciesBelow: Phrase {
    Phrase(vi: "Đơn vị bên dưới không có bí thư", en: "Units below without a secretary")
  }
  package static func vacanciesSentence(_ unit: String, on date: CivilDate) -> Phrase {
    Phrase(
      vi: "Đơn vị không có bí thư thuộc \(unit), ngày \(day(date))",
      en: "Units of \(unit) without a secretary on \(day(date))"
    )
  }
  package static var vacanciesMeaning: Phrase {
    Phrase(
      vi: "Đơn vị bên dưới, trừ tổ đảng, mà trong ngày này không ai giữ chức bí thư.",
      en: "Units below, but for sub-groups, in which nobody is secretary on the day."
    )
  }
  package static var noVacancies: Phrase {
    Phrase(vi: "Đơn vị nào bên dưới cũng có bí thư.", en: "Every unit below has a secretary.")
  }
  package static var noVacanciesMeaning: Phrase {
    Phrase(
      vi: "Tính theo chức vụ đã ghi, trong ngày đang xem.",
      en: "By the posts recorded, on the day shown."
    )
  }
  package static var vacantDays: Phrase { Phrase(vi: "Số ngày", en: "Days") }
  package static var vacantSince: Phrase { Phrase(vi: "Khuyết từ", en: "Vacant since") }
  package static var lastHeldBy: Phrase { Phrase(vi: "Người giữ gần nhất", en: "Held last by") }
  package static var neverRecorded: Phrase { Phrase(vi: "chưa từng ghi", en: "never recorded") }
  package static func vacant(_ post: String, since date: CivilDate?) -> Phrase {
    let name = Phrase.post(post)
    guard let date else {
      return Phrase(vi: "Khuyết \(name), chưa từng ghi ai", en: "No \(name), none ever recorded")
    }
    return Phrase(vi: "Khuyết \(name) từ \(day(date))", en: "No \(name) since \(day(date))")
  }
  package static func heldLastBy(_ name: String) -> Phrase {
    Phrase(vi: "trước đó: \(name)", en: "before: \(name)")
  }

  package static var lastYear: Phrase { Phrase(vi: "12 tháng", en: "12 months") }
  package static var sinceYearAgo: Phrase { Phrase(vi: "So năm trước", en: "On a year ago") }
  package static func sparkSentence(_ from: Int, _ until: Int) -> Phrase {
    Phrase(
      vi: "12 tháng trước \(grouped(from)) đảng viên, nay \(grouped(until))",
      en: "\(grouped(from)) members a year ago, \(grouped(until)) now"
    )
  }

  package static func openUnitsOf(_ name: String) -> Phrase {
    Phrase(vi: "Các đơn vị của \(name)", en: "Units of \(name)")
  }
  package static var keyShow: Phrase { Phrase(vi: "mở nhánh", en: "open the branch") }
  package static var keyHide: Phrase { Phrase(vi: "đóng nhánh", en: "close the branch") }
  package static func treesSentence(_ unit: String, _ first: CivilDate, _ second: CivilDate) -> Phrase {
    Phrase(
      vi: "Tổ chức của \(unit), ngày \(day(first)) và ngày \(day(second))",
      en: "The tree of \(unit) on \(day(first)) and on \(day(second))"
    )
  }
  package static var levelsShown: Phrase { Phrase(vi: "Số cấp", en: "Levels") }
  package static func levels(_ count: Int) -> Phrase {
    Phrase(vi: "\(count) cấp bên dưới", en: plural(count, "level below", "levels below"))
  }
  package static func unitsInAll(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) đơn vị", en: plural(count, "unit", "units"))
  }
  package static func ofThemDiffer(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) khác nhau", en: plural(count, "differs", "differ"))
  }
  package static var compareWithToday: Phrase {
    Phrase(vi: "So với hôm nay", en: "Compare with today")
  }
  package static var sameOnBoth: Phrase {
    Phrase(vi: "Trong các cấp này, hai ngày giống nhau.", en: "To this depth both days are the same.")
  }
  package static func differing(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) đơn vị khác nhau giữa hai ngày, được đánh dấu bên dưới.",
      en: "\(plural(count, "unit differs", "units differ")) between the two days, marked below."
    )
  }

  /// How a unit in one of two trees differs in the other, by its code.
  package static var tookOverFrom: Phrase { Phrase(vi: "Kế tục từ", en: "Took over from") }
  package static func morePredecessors(_ count: Int) -> Phrase {
    Phrase(vi: "và \(grouped(count)) đơn vị khác", en: "and \(grouped(count)) more")
  }
  package static var lineageCompared: Phrase {
    Phrase(
      vi: "So sánh với các đơn vị tiền thân",
      en: "Compare with those it came from"
    )
  }
  package static var lineageMeaning: Phrase {
    Phrase(
      vi: "Số liệu ngày trước khi kế tục, cộng các đơn vị tiền thân, đặt cạnh số liệu của đơn vị này",
      en: "Figures of the day before it took over, those it came from together, beside its own"
    )
  }
  package static var noPredecessors: Phrase {
    Phrase(
      vi: "Đơn vị này không kế tục đơn vị nào.",
      en: "It took over from no other unit."
    )
  }
  package static var noPredecessorsMeaning: Phrase {
    Phrase(
      vi: "Trang này dành cho đơn vị hình thành hoặc nhận thêm từ sáp nhập, chia tách.",
      en: "This page is for units that came out of a merger or a division."
    )
  }
  package static var figureTitle: Phrase { Phrase(vi: "Chỉ tiêu", en: "Figure") }
  package static func lineageSum(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Cộng tiền thân, \(day(date))", en: "Together, \(day(date))")
  }
  package static func lineageOn(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Đơn vị này, \(day(date))", en: "This unit, \(day(date))")
  }
  package static var lineageShared: Phrase {
    Phrase(
      vi: "Có đơn vị tiền thân được chia cho nhiều nơi, nên tổng lớn hơn phần của riêng đơn vị này.",
      en: "Some of these were divided among several, so that together they are more than what came here."
    )
  }
  package static func lineageMore(_ count: Int) -> Phrase {
    Phrase(
      vi: "Còn \(grouped(count)) đơn vị tiền thân chưa cộng vào đây.",
      en: "\(grouped(count)) more it came from are not counted here."
    )
  }
  package static func treeMark(_ code: String, _ other: String) -> Phrase {
    switch code {
    case "ended": Phrase(vi: "sau đó kết thúc", en: "later ended")
    case "founded": Phrase(vi: "mới thành lập", en: "founded since")
    case "movedAway": Phrase(vi: "sau đó chuyển nơi khác", en: "later moved elsewhere")
    case "movedHere": Phrase(vi: "từ nơi khác chuyển về", en: "moved here since")
    case "renamed": Phrase(vi: "ngày kia tên: \(other)", en: "on the other day: \(other)")
    case "moved": Phrase(vi: "ngày kia thuộc \(other)", en: "on the other day under \(other)")
    case "kind":
      Phrase(vi: "ngày kia là \(unitKindShort(other))", en: "on the other day a \(unitKindShort(other))")
    default: Phrase(verbatim: other)
    }
  }
}
