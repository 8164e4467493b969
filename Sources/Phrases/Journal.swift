/// Words about the journal: everything ever done, in order, chained.
extension Phrase {
  package static var journalTitle: Phrase { Phrase(vi: "Nhật ký hồ sơ", en: "Journal") }
  package static var journalMeaning: Phrase {
    Phrase(
      vi: "Mọi việc đã làm trong hồ sơ, theo thứ tự; mỗi dòng nối với dòng trước bằng mã băm.",
      en: "Everything done to the record, in order; each line is chained to the one before."
    )
  }
  package static var sequence: Phrase { Phrase(vi: "Số", en: "No.") }
  package static var momentTitle: Phrase { Phrase(vi: "Thời điểm", en: "Moment") }
  package static var account: Phrase { Phrase(vi: "Tài khoản", en: "Account") }
  package static var operationTitle: Phrase { Phrase(vi: "Việc", en: "Operation") }
  package static var hash: Phrase { Phrase(vi: "Mã băm", en: "Hash") }
  package static func chainHolds(_ count: Int, _ moment: String) -> Phrase {
    Phrase(
      vi: "Chuỗi liền mạch: \(grouped(count)) dòng đã kiểm, \(moment)",
      en: "The chain holds: \(plural(count, "entry", "entries")) verified, \(moment)"
    )
  }
  package static func chainBreaks(_ sequence: Int) -> Phrase {
    Phrase(
      vi: "Chuỗi đứt tại dòng \(grouped(sequence)). Nội dung từ đó trở đi không còn được bảo chứng.",
      en: "The chain breaks at entry \(grouped(sequence)). What follows is no longer vouched for."
    )
  }
  package static var chainUnchecked: Phrase {
    Phrase(vi: "Chuỗi chưa được kiểm từ khi máy chủ khởi động.", en: "The chain was not verified since start.")
  }
  package static var journalEmpty: Phrase { Phrase(vi: "Nhật ký còn trống.", en: "The journal is empty.") }
  package static var journalEmptyMeaning: Phrase {
    Phrase(
      vi: "Dòng đầu tiên sẽ xuất hiện khi danh sách đầu tiên được nhập.",
      en: "Its first line appears when the first list is brought in."
    )
  }

  /// What an entry did, by its operation's code; any other text passes as it is.
  package static func operation(_ code: String) -> Phrase {
    switch code {
    case "import": Phrase(vi: "Nhập danh sách", en: "List brought in")
    case "export": Phrase(vi: "Xuất danh sách", en: "List exported")
    case "admit": Phrase(vi: "Kết nạp", en: "Admission")
    case "recognise": Phrase(vi: "Công nhận chính thức", en: "Official recognition")
    case "transfer": Phrase(vi: "Chuyển sinh hoạt đảng", en: "Transfer of activities")
    case "leave": Phrase(vi: "Ra khỏi danh sách", en: "Leaving the roll")
    case "appoint": Phrase(vi: "Bổ nhiệm", en: "Appointment")
    case "found": Phrase(vi: "Thành lập đơn vị", en: "Unit founded")
    case "merge": Phrase(vi: "Sáp nhập", en: "Merger")
    case "split": Phrase(vi: "Chia tách", en: "Split")
    case "move": Phrase(vi: "Chuyển trực thuộc", en: "Unit moved")
    case "rename": Phrase(vi: "Đổi tên", en: "Unit renamed")
    case "change": Phrase(vi: "Đổi loại hình", en: "Unit changed")
    case "dissolve": Phrase(vi: "Giải thể", en: "Dissolution")
    case "correct": Phrase(vi: "Đính chính", en: "Correction")
    case "annul": Phrase(vi: "Hủy một việc đã ghi", en: "Annulment")
    case "grant": Phrase(vi: "Cấp quyền", en: "Grant given")
    case "account": Phrase(vi: "Lập tài khoản", en: "Account made")
    default: Phrase(verbatim: code)
    }
  }
}
