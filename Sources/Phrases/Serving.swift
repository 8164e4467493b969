/// What is said when a request cannot be answered as it was asked.
extension Phrase {
  package static func unreadableDay(_ value: String) -> Phrase {
    Phrase(
      vi: "“\(value)” không phải là một ngày. Ngày viết như 2025-09-30.",
      en: "“\(value)” is not a day. Days are written 2025-09-30."
    )
  }
  package static func unreadableKnowledge(_ value: String) -> Phrase {
    Phrase(
      vi: "“\(value)” không phải là một dòng nhật ký hay một thời điểm đã qua.",
      en: "“\(value)” is neither an entry of the journal nor a moment that has passed."
    )
  }
  package static func unreadablePeriod(_ from: String, _ until: String) -> Phrase {
    Phrase(
      vi: "Kỳ “\(from)” đến “\(until)” không đọc được: ngày sau phải muộn hơn ngày trước.",
      en: "The period “\(from)” to “\(until)” cannot be read: the second day must be later than the first."
    )
  }
  package static func unreadableValue(_ name: String, _ value: String) -> Phrase {
    Phrase(
      vi: "Giá trị “\(value)” của “\(name)” không có trong danh mục.",
      en: "“\(value)” is no value of “\(name)”."
    )
  }
  package static var formIsKept: Phrase {
    Phrase(
      vi:
        "Chưa ghi gì. Điều bạn viết còn nguyên trên trang này: đăng nhập lại ở thẻ mới, rồi quay lại đây gửi.",
      en:
        "Nothing was recorded. What you wrote is kept on this page: sign in again in a new tab, then send it from here."
    )
  }
  package static var fileIsNotKept: Phrase {
    Phrase(vi: "Tệp kèm theo phải chọn lại.", en: "The file has to be chosen again.")
  }
  package static var signInBeside: Phrase {
    Phrase(vi: "Đăng nhập ở thẻ mới", en: "Sign in in a new tab")
  }
  package static var sendAgain: Phrase { Phrase(vi: "Gửi lại điều đã viết", en: "Send it again") }
  package static var formIsFromBefore: Phrase {
    Phrase(
      vi: "Biểu mẫu này mở từ lần đăng nhập trước. Điều bạn viết còn nguyên; gửi lại để tiếp tục.",
      en: "This form is from an earlier sign-in. What you wrote is kept; send it again to go on."
    )
  }
  package static var recordAway: Phrase {
    Phrase(vi: "Tạm thời không kết nối được với hồ sơ.", en: "The record cannot be reached just now.")
  }
  package static var recordAwayMeaning: Phrase {
    Phrase(
      vi: "Máy chủ dữ liệu đang được thay hoặc khởi động lại. Chờ nửa phút rồi tải lại trang.",
      en: "Its server is being replaced or restarted. Wait half a minute and load the page again."
    )
  }
  package static var formWaitsForRecord: Phrase {
    Phrase(
      vi: "Chưa ghi gì. Điều bạn viết còn nguyên trên trang này; chờ nửa phút rồi gửi lại.",
      en: "Nothing was recorded. What you wrote is kept on this page; wait half a minute and send it again."
    )
  }
  package static var formIsUncertain: Phrase {
    Phrase(
      vi:
        "Mất kết nối đúng lúc đang ghi nên chưa biết đã ghi hay chưa. Cứ gửi lại: nếu đã ghi rồi thì không ghi thêm.",
      en:
        "The connection was lost while recording, so it is not known whether it was. Send it again: what is "
        + "recorded already is not recorded twice."
    )
  }
  package static var busyNow: Phrase {
    Phrase(vi: "Hồ sơ đang bận.", en: "The record is busy.")
  }
  package static var busyNowMeaning: Phrase {
    Phrase(
      vi: "Có một việc lớn đang được ghi. Chờ vài giây rồi tải lại trang.",
      en: "Something large is being written. Wait a few seconds and load the page again."
    )
  }
  package static var formWaits: Phrase {
    Phrase(
      vi:
        "Có một việc lớn đang được ghi. Chưa ghi gì của bạn; điều bạn viết còn nguyên. Chờ ít giây rồi gửi lại.",
      en:
        "Something large is being written. Nothing of yours was recorded, and what you wrote is kept. Wait a few seconds, then send it again."
    )
  }
  package static var doorWaits: Phrase {
    Phrase(
      vi: "Có một việc lớn đang được ghi. Chờ ít giây rồi thử lại.",
      en: "Something large is being written. Wait a few seconds and try again."
    )
  }
  package static var foreignForm: Phrase {
    Phrase(
      vi: "Biểu mẫu này không gửi từ trang của Chibo.",
      en: "This form was not sent from a page of Chibo."
    )
  }
  package static var tooLarge: Phrase {
    Phrase(vi: "Nội dung gửi lên quá lớn.", en: "What was sent is too large.")
  }
  package static func filesUpTo(megabytes: Int) -> Phrase {
    Phrase(
      vi: megabytes == 0
        ? "Biểu mẫu này không nhận tệp."
        : "Các tệp gửi kèm không quá \(grouped(megabytes)) MiB. Không có gì được lưu.",
      en: megabytes == 0
        ? "This form takes no files."
        : "Files sent along may be \(grouped(megabytes)) MiB together. Nothing was kept."
    )
  }
  package static var brokenForm: Phrase {
    Phrase(vi: "Nội dung gửi lên không đọc được.", en: "What was sent cannot be read.")
  }
  package static var brokenFormMeaning: Phrase {
    Phrase(
      vi: "Có thể đường truyền bị ngắt giữa chừng. Không có gì được lưu. Mở lại trang và gửi lại.",
      en: "The connection may have been cut. Nothing was kept. Open the page again and send it once more."
    )
  }
  /// The role of an account in words, by its code.
  package static func accountRole(_ code: String) -> Phrase {
    switch code {
    case "administrator": Phrase(vi: "người quản trị", en: "administrator")
    case "officer": Phrase(vi: "cán bộ tổ chức", en: "organisation officer")
    case "leader": Phrase(vi: "lãnh đạo cấp ủy", en: "committee leader")
    case "secretary": Phrase(vi: "bí thư chi bộ", en: "cell secretary")
    case "member": Phrase(vi: "đảng viên", en: "member")
    default: Phrase(verbatim: code)
    }
  }
  package static func listTaken(_ unit: String, _ count: Int) -> Phrase {
    Phrase(
      vi: "Xuất danh sách \(unit), \(grouped(count)) người",
      en: "Exported the list of \(unit), \(plural(count, "person", "people"))"
    )
  }
  package static var memberCode: Phrase { Phrase(vi: "Mã đảng viên", en: "Member number") }
  package static func cannotListen(_ host: String, _ port: Int, _ reason: String) -> Phrase {
    Phrase(
      vi: "Không mở được \(host), cổng \(port): \(reason).",
      en: "Cannot listen at \(host), port \(port): \(reason)."
    )
  }
}
