package import Basics

/// What a page says by itself while one works on it: the network, what was typed and not recorded, the keys.
extension Phrase {
  package static var networkGone: Phrase {
    Phrase(
      vi: "Mất kết nối mạng. Nội dung đang nhập vẫn còn trên trang này; chưa có gì được gửi đi.",
      en: "The network is gone. What you typed stays on this page; nothing is being sent."
    )
  }
  package static var networkHeld: Phrase {
    Phrase(
      vi: "Chưa gửi: không có mạng. Nội dung được giữ nguyên; khi có mạng, bấm lại nút.",
      en: "Not sent: there is no network. What you typed is kept; press the button again when it is back."
    )
  }
  package static var networkBack: Phrase {
    Phrase(vi: "Đã có mạng trở lại. Có thể gửi tiếp.", en: "The network is back. You can send again.")
  }
  package static var draftKept: Phrase {
    Phrase(
      vi: "Nội dung nhập dở lần trước đã được điền lại. Chưa ghi vào hồ sơ.",
      en: "What you had typed before is filled in again. It is not recorded yet."
    )
  }
  package static var draftDiscard: Phrase {
    Phrase(vi: "Bỏ nội dung nhập dở", en: "Discard what was typed")
  }

  package static var keyDayStep: Phrase { Phrase(vi: "lùi, tới một ngày", en: "one day back, forth") }
  package static var keyMarkRange: Phrase {
    Phrase(vi: "đánh dấu đến dòng này", en: "mark up to this row")
  }
  package static var keyExport: Phrase { Phrase(vi: "xuất danh sách", en: "export the list") }
  package static var keyWhy: Phrase { Phrase(vi: "số này tính thế nào", en: "what the figure counts") }
  package static var keysOnThisPage: Phrase {
    Phrase(
      vi: "Những phím dùng được trên trang này. Phím không có tác dụng khi đang nhập.",
      en: "The keys of this page. They do nothing while you type."
    )
  }
  package static var keysWhere: Phrase {
    Phrase(
      vi: "Bật hoặc tắt phím tắt trong “Tài khoản của bạn”.",
      en: "Turn keys on or off under “Your account”."
    )
  }
  package static var keysAreOff: Phrase {
    Phrase(vi: "Phím tắt đang tắt.", en: "Keys are turned off.")
  }

  package static var loadAgain: Phrase { Phrase(vi: "Tải lại trang này", en: "Load this page again") }
}

/// What stands on paper alone.
extension Phrase {
  package static var partyOnPaper: Phrase {
    Phrase(vi: "ĐẢNG CỘNG SẢN VIỆT NAM", en: "COMMUNIST PARTY OF VIET NAM")
  }
  package static func dayOnPaper(_ date: CivilDate) -> Phrase {
    let (year, month, number) = date.parts
    return Phrase(vi: "ngày \(number) tháng \(month) năm \(year)", en: "\(day(date))")
  }
  package static var drawnUpBy: Phrase { Phrase(vi: "Người lập danh sách", en: "Drawn up by") }
  package static var forTheCommittee: Phrase { Phrase(vi: "T/M cấp ủy", en: "For the committee") }
  package static var signAndName: Phrase { Phrase(vi: "(ký, ghi rõ họ tên)", en: "(signature, full name)") }
  package static var signSealAndName: Phrase {
    Phrase(vi: "(ký, đóng dấu, ghi rõ họ tên)", en: "(signature, seal, full name)")
  }

  /// The way to a roll with all its rows, to be printed whole.
  package static func allRows(_ count: Int) -> Phrase {
    Phrase(vi: "Hiện cả \(grouped(count)) dòng để in", en: "Show all \(grouped(count)) rows to print")
  }
  package static var ownFile: Phrase { Phrase(vi: "Hồ sơ của tôi", en: "My file") }
}
