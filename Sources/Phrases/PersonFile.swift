package import Basics
package import Rules

/// Words about a person's file: how particulars came to be, identifiers of others, who looked, one's own file.
extension Phrase {
  package static func sinceDay(_ from: CivilDate) -> Phrase {
    Phrase(vi: "từ \(day(from))", en: "since \(day(from))")
  }
  package static func wasUntil(_ value: String, _ until: CivilDate) -> Phrase {
    Phrase(vi: "trước \(day(until)): \(value)", en: "until \(day(until)): \(value)")
  }
  package static func correctedOn(_ on: CivilDate) -> Phrase {
    Phrase(vi: "đính chính \(day(on))", en: "corrected \(day(on))")
  }
  package static var wasWritten: Phrase { Phrase(vi: "trước ghi:", en: "was recorded as:") }
  package static var nowWritten: Phrase { Phrase(vi: "nay ghi:", en: "now:") }
  package static func byEntry(_ entry: Int) -> Phrase {
    Phrase(vi: "dòng nhật ký \(grouped(entry))", en: "entry \(grouped(entry))")
  }
  package static var identifiers: Phrase {
    Phrase(vi: "Mã ở hệ thống khác", en: "Identifiers in other systems")
  }

  package static var earlierLooks: Phrase { Phrase(vi: "Các lượt xem trước đó", en: "Earlier readings") }
  package static var noEarlierLooks: Phrase { Phrase(vi: "Không còn lượt xem nào.", en: "No more readings.") }
  package static var ownLooksUnlogged: Phrase {
    Phrase(
      vi: "Tự mở hồ sơ của chính mình thì không ghi lại.",
      en: "Opening one's own file is not written down."
    )
  }

  // One's own file.
  package static var ownMistakes: Phrase {
    Phrase(
      vi: "Nếu có điều chưa đúng, báo ngay trên trang này; cấp ủy quản lý hồ sơ sẽ trả lời.",
      en: "If something is not right, report it on this page; the committee that keeps the record answers."
    )
  }

  // Probable duplicates.
  package static var duplicatesTitle: Phrase {
    Phrase(vi: "Có thể đã có trong hồ sơ", en: "Perhaps in the record already")
  }
  package static func duplicateGrade(_ grade: DuplicateGrade) -> Phrase {
    switch grade {
    case .certain: Phrase(vi: "gần như chắc chắn", en: "almost certain")
    case .likely: Phrase(vi: "nhiều khả năng", en: "likely")
    case .possible: Phrase(vi: "có thể", en: "possible")
    }
  }
  package static func duplicateReason(_ reason: DuplicateReason) -> Phrase {
    switch reason {
    case .identifier(let system):
      Phrase(vi: "cùng mã ở \(self.system(system))", en: "the same identifier: \(self.system(system))")
    case .card: Phrase(vi: "cùng số thẻ đảng viên", en: "the same card number")
    case .nameAndBirth:
      Phrase(vi: "cùng họ tên, ngày sinh không mâu thuẫn", en: "the same name, and dates of birth that agree")
    case .nearName:
      Phrase(
        vi: "cùng ngày sinh, họ tên khác một từ",
        en: "the same date of birth, one word of the name differs"
      )
    }
  }
  /// Said of somebody whom the asker may not see.
  package static func duplicateElsewhere(_ committee: String?) -> Phrase {
    Phrase(
      vi: "Có người trùng ở đơn vị ngoài phạm vi\(committee.map { ": hỏi \($0)" } ?? "").",
      en: "Somebody like this is outside your reach\(committee.map { ": ask \($0)" } ?? "")."
    )
  }
}
