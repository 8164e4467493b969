package import Basics

/// Minutes and invitations: what stands on the paper, and how they are written and signed.
extension Phrase {
  package static func minutesOf(_ kind: String, _ on: CivilDate) -> Phrase {
    Phrase(
      vi: "Biên bản \(kind.lowercasedFirst) ngày \(day(on))",
      en: "Minutes, \(kind.lowercasedFirst), \(day(on))"
    )
  }
  package static var minutesOnPaper: Phrase { Phrase(vi: "BIÊN BẢN", en: "MINUTES") }
  package static var minutesNotWritten: Phrase {
    Phrase(
      vi: "Chưa ghi biên bản. Bên cạnh là nội dung ghép từ chương trình, ghi chép và biểu quyết.",
      en: "Not written yet. Beside it stands what the agenda, the notes and the votes make."
    )
  }
  package static var writeMinutes: Phrase { Phrase(vi: "Ghi biên bản", en: "Write the minutes") }
  package static var minutesText: Phrase { Phrase(vi: "Nội dung biên bản", en: "Text") }
  package static var minutesHint: Phrase {
    Phrase(
      vi: "Dòng bắt đầu bằng “1. ” là đầu mục. Sửa được cho đến khi có người ký.",
      en: "A line that begins with “1. ” is a heading. It can be changed until somebody signs."
    )
  }
  package static var keepMinutes: Phrase { Phrase(vi: "Lưu biên bản", en: "Keep the minutes") }
  package static var signMinutes: Phrase { Phrase(vi: "Ký biên bản", en: "Sign the minutes") }
  package static var signMinutesMeaning: Phrase {
    Phrase(
      vi: "Đủ chữ ký thư ký và chủ trì thì biên bản không sửa được nữa.",
      en: "With the signatures of the minute-taker and the chair the text no longer changes."
    )
  }
  package static func signAs(_ signer: String) -> Phrase {
    signer == "taker"
      ? Phrase(vi: "Ký với tư cách thư ký", en: "Sign as the minute-taker")
      : Phrase(vi: "Ký với tư cách chủ trì", en: "Sign as the chair")
  }
  package static func enterSignature(_ signer: String) -> Phrase {
    signer == "taker"
      ? Phrase(vi: "Ghi: thư ký đã ký bản giấy", en: "Enter: the minute-taker signed the paper")
      : Phrase(vi: "Ghi: chủ trì đã ký bản giấy", en: "Enter: the chair signed the paper")
  }
  package static var signedHere: Phrase { Phrase(vi: "(đã ký trên hệ thống)", en: "(signed here)") }
  package static var signedOnPaper: Phrase { Phrase(vi: "(đã ký bản giấy)", en: "(signed on paper)") }
  package static var minutesTakerSign: Phrase { Phrase(vi: "THƯ KÝ", en: "MINUTE-TAKER") }
  package static var minutesChairSign: Phrase { Phrase(vi: "CHỦ TRÌ", en: "CHAIR") }
  package static var minutesCode: Phrase {
    Phrase(
      vi: "Mã đối chiếu bản giấy với bản đã ký",
      en: "Code to hold the paper against the signed record"
    )
  }
  package static var addToMinutes: Phrase { Phrase(vi: "Ghi thêm đính chính", en: "Add a correction") }
  package static var addToMinutesLabel: Phrase {
    Phrase(
      vi: "Đính chính, ghi dưới biên bản đã ký",
      en: "The correction, which stands below the signed text"
    )
  }
  package static func minutesAddendumOn(_ moment: String) -> Phrase {
    Phrase(vi: "Đính chính, \(moment)", en: "Added \(moment)")
  }
  package static var invitation: Phrase { Phrase(vi: "Giấy mời", en: "Invitation") }
  package static var invitationOnPaper: Phrase { Phrase(vi: "GIẤY MỜI", en: "INVITATION") }
  package static var invitationTo: Phrase {
    Phrase(
      vi: "Kính mời các đồng chí đảng viên và đại biểu cấp trên theo dõi chi bộ về dự đầy đủ, đúng giờ.",
      en: "Members, and the one who follows the cell for the committee above, are asked to come, and in time."
    )
  }
  package static var addToCalendar: Phrase { Phrase(vi: "Thêm vào lịch", en: "Add to a calendar") }
}
