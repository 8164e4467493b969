package import Basics

/// Words of contact with the organisation where members live.
extension Phrase {
  package static var residenceContact: Phrase { Phrase(vi: "Nơi cư trú", en: "Residence contact") }
  package static var residenceTopic: Phrase {
    Phrase(vi: "Giữ mối liên hệ nơi cư trú", en: "Contact where members live")
  }
  package static func residenceSentence(_ date: CivilDate) -> Phrase {
    Phrase(
      vi: "Ai giữ mối liên hệ với tổ chức đảng nơi cư trú, tại ngày \(day(date))",
      en: "Who keeps contact with the organisation where they live, on \(day(date))"
    )
  }
  package static func residenceGroup(_ code: String) -> Phrase {
    switch code {
    case "kept": Phrase(vi: "Đã giới thiệu, đang giữ liên hệ", en: "Introduced and keeping contact")
    case "none": Phrase(vi: "Chưa giới thiệu", en: "Not introduced")
    case "exempt": Phrase(vi: "Được miễn", en: "Exempt")
    case "commented": Phrase(vi: "Đã có nhận xét trong năm", en: "Comment of the year given")
    default: Phrase(verbatim: code)
    }
  }
  package static func residenceShare(_ kept: Int, _ of: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(kept)) trong \(grouped(of)) người phải giữ liên hệ",
      en: "\(grouped(kept)) of \(grouped(of)) who must keep it"
    )
  }
  package static func commentsOf(_ year: Int) -> Phrase {
    Phrase(vi: "Nhận xét năm \(year)", en: "Comment of \(year)")
  }
  package static func commentState(_ code: String) -> Phrase {
    switch code {
    case "asked": Phrase(vi: "đã xin nhận xét", en: "asked for")
    case "received": Phrase(vi: "đã có nhận xét", en: "given")
    default: Phrase(verbatim: code)
    }
  }
  package static var sinceDay: Phrase { Phrase(vi: "Từ ngày", en: "Since") }
  package static var notAskedYet: Phrase { Phrase(vi: "chưa xin", en: "not asked for") }
  package static var livesUnder: Phrase { Phrase(vi: "Tổ chức nơi cư trú", en: "Where they live") }
  package static var coverage: Phrase { Phrase(vi: "Tỷ lệ", en: "Coverage") }
  package static var exemptAsStated: Phrase { Phrase(vi: "Miễn theo", en: "Exempt by") }
  package static var nobodyInGroup: Phrase { Phrase(vi: "Không có ai", en: "There is nobody") }
  package static var nobodyInGroupMeaning: Phrase {
    Phrase(
      vi: "Việc giới thiệu về nơi cư trú được ghi ở hồ sơ của từng đảng viên.",
      en: "An introduction where they live is recorded in a member's file."
    )
  }
  package static var onlyThatGiven: Phrase {
    Phrase(
      vi: "Chỉ ghi đã có nhận xét, ngày và số văn bản; không ghi nội dung nhận xét.",
      en: "Only that a comment was given, its day and number are kept, never what it says."
    )
  }
}
