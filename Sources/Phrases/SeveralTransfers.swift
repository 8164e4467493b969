package import Basics

/// Words of transferring several members at once.
extension Phrase {
  package static var transferSeveral: Phrase {
    Phrase(vi: "Chuyển nhiều người cùng lúc", en: "Transfer several at once")
  }
  package static var transferSeveralMeaning: Phrase {
    Phrase(
      vi:
        "Chọn nơi đến cho từng người; để trống là không chuyển. Tất cả cùng một ngày, một quyết định, hoặc không ai.",
      en: "Choose where each goes; left empty, they stay. All on one day under one decision, or none."
    )
  }
  package static var sameForAll: Phrase { Phrase(vi: "Nơi đến chung", en: "Where all marked go") }
  package static var sameForAllHint: Phrase {
    Phrase(
      vi: "Cho những người được đánh dấu mà không ghi nơi đến riêng",
      en: "For those marked who have no place of their own"
    )
  }
  package static func goesTo(_ name: String) -> Phrase {
    Phrase(vi: "Nơi đến của \(name)", en: "Where \(name) goes")
  }
  package static func markToGo(_ name: String) -> Phrase {
    Phrase(vi: "Đánh dấu \(name)", en: "Mark \(name)")
  }
  package static var marked: Phrase { Phrase(vi: "Chuyển", en: "Goes") }
  package static func recordTransferOf(_ count: Int, _ date: CivilDate) -> Phrase {
    Phrase(
      vi: "Ghi: chuyển \(people(count)) từ \(day(date))",
      en: "Record: transfer \(people(count)) from \(day(date))"
    )
  }
  package static var cannotGo: Phrase { Phrase(vi: "Vướng mắc", en: "In the way") }
  package static func refusedPeople(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(people(count)) chưa chuyển được, nên chưa ghi gì cả.",
      en: "\(people(count)) cannot be transferred, so nothing is recorded."
    )
  }
  package static func tooManyForOneForm(_ limit: Int) -> Phrase {
    Phrase(
      vi: "Chỉ hiện \(grouped(limit)) người đầu danh sách; chuyển theo từng chi bộ.",
      en: "Only the first \(grouped(limit)) are shown; transfer cell by cell."
    )
  }
}
