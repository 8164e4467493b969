package import Basics

/// What stands around every page: the header, the day shown, the foot, messages.
extension Phrase {
  package static var skipToContent: Phrase { Phrase(vi: "Đến nội dung chính", en: "Skip to content") }
  package static var modules: Phrase { Phrase(vi: "Phân hệ", en: "Modules") }
  package static var board: Phrase { Phrase(vi: "Tổng quan", en: "Board") }
  package static var units: Phrase { Phrase(vi: "Tổ chức", en: "Units") }
  package static var roll: Phrase { Phrase(vi: "Đảng viên", en: "Roll") }
  package static var journal: Phrase { Phrase(vi: "Nhật ký", en: "Journal") }
  package static var find: Phrase {
    Phrase(vi: "Tìm người, tổ chức, quyết định", en: "Find a person, unit or decision")
  }
  package static var dayShown: Phrase { Phrase(vi: "Ngày xem", en: "Day shown") }
  package static var dayEarlier: Phrase { Phrase(vi: "Lùi một ngày", en: "One day earlier") }
  package static var dayLater: Phrase { Phrase(vi: "Tới một ngày", en: "One day later") }
  package static var showAsItStood: Phrase {
    Phrase(vi: "Xem tổ chức tại ngày", en: "Show the organisation as it stood on")
  }
  package static var allMovesTogether: Phrase {
    Phrase(
      vi: "Cây tổ chức, danh sách, chức vụ và số liệu cùng đổi theo ngày.",
      en: "Tree, roll, posts and figures all change together."
    )
  }
  package static var showDay: Phrase { Phrase(vi: "Xem ngày này", en: "Show this day") }
  package static var today: Phrase { Phrase(vi: "hôm nay", en: "today") }
  package static var backToToday: Phrase { Phrase(vi: "Về hôm nay", en: "Back to today") }

  /// Before the day of today in the header.
  package static var asOf: Phrase { Phrase(vi: "Tại ngày", en: "As of") }

  package static func viewingPast(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Đang xem ngày \(day(date)) — chỉ đọc", en: "Viewing \(day(date)) — read only")
  }

  package static func plannedDay(_ date: CivilDate) -> Phrase {
    Phrase(
      vi: "Dự kiến ngày \(day(date)) — chưa có hiệu lực",
      en: "Planned for \(day(date)) — not yet in force"
    )
  }

  package static func knownAt(_ moment: String) -> Phrase {
    Phrase(vi: "Theo những gì đã ghi đến \(moment).", en: "As it was known at \(moment).")
  }
  package static var knownAtMeaning: Phrase {
    Phrase(
      vi: "Những gì ghi sau thời điểm đó không được tính.",
      en: "What was recorded after that moment is left out."
    )
  }
  package static var asKnownNow: Phrase { Phrase(vi: "Xem theo hiện nay", en: "Show what is known now") }

  package static func endOfYear(_ year: Int) -> Phrase {
    Phrase(vi: "Cuối năm \(year)", en: "End of \(year)")
  }
  package static func endOfQuarter(_ quarter: Int) -> Phrase {
    let roman = ["I", "II", "III", "IV"]
    let numeral = (1...4).contains(quarter) ? roman[quarter - 1] : "\(quarter)"
    return Phrase(vi: "Cuối quý \(numeral)", en: "End of quarter \(quarter)")
  }

  package static var language: Phrase { Phrase(vi: "Ngôn ngữ", en: "Language") }
  package static var appearance: Phrase { Phrase(vi: "Giao diện", en: "Appearance") }
  package static var themeSystem: Phrase { Phrase(vi: "Theo thiết bị", en: "As the device") }
  package static var themeLight: Phrase { Phrase(vi: "Sáng", en: "Light") }
  package static var themeDark: Phrase { Phrase(vi: "Tối", en: "Dark") }
  package static var signOut: Phrase { Phrase(vi: "Đăng xuất", en: "Sign out") }
  package static var yourAccount: Phrase { Phrase(vi: "Tài khoản của bạn", en: "Your account") }

  package static var print: Phrase { Phrase(vi: "In", en: "Print") }
  package static var export: Phrase { Phrase(vi: "Xuất", en: "Export") }
  package static var previousPage: Phrase { Phrase(vi: "Trang trước", en: "Previous page") }
  package static var nextPage: Phrase { Phrase(vi: "Trang sau", en: "Next page") }
  package static var pages: Phrase { Phrase(vi: "Các trang", en: "Pages") }
  package static var unknown: Phrase { Phrase(vi: "chưa rõ", en: "not known") }
  package static var none: Phrase { Phrase(vi: "không", en: "none") }
  package static var open: Phrase { Phrase(vi: "mở", en: "open") }
  package static var path: Phrase { Phrase(vi: "Đường dẫn tổ chức", en: "Path") }
  package static var note: Phrase { Phrase(vi: "Thông báo", en: "Note") }

  package static func range(_ first: Int, _ last: Int, of count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(first))–\(grouped(last)) trên \(grouped(count))",
      en: "\(grouped(first))–\(grouped(last)) of \(grouped(count))"
    )
  }

  /// The line that closes every printed page: whose page, which day, when printed, by whom.
  package static func printLine(
    _ title: String,
    on date: CivilDate,
    printed moment: String,
    by name: String
  ) -> Phrase {
    Phrase(
      vi: "\(title) · tại ngày \(day(date)) · in lúc \(moment) · người in: \(name)",
      en: "\(title) · as of \(day(date)) · printed \(moment) by \(name)"
    )
  }

  package static var oneRecord: Phrase {
    Phrase(
      vi: "Mỗi số liệu mở ra danh sách của nó. Mỗi thay đổi dẫn về quyết định của nó.",
      en: "Every figure opens to its list. Every change leads back to its decision."
    )
  }

  package static var keys: Phrase { Phrase(vi: "Phím tắt", en: "Keys") }
  package static var keyFind: Phrase { Phrase(vi: "tìm", en: "find") }
  package static var keyDay: Phrase { Phrase(vi: "đổi ngày xem", en: "change the day shown") }
  package static var keyGo: Phrase { Phrase(vi: "đến phân hệ", en: "go to a module") }
  package static var keyRows: Phrase { Phrase(vi: "dòng sau, dòng trước", en: "next, previous row") }
  package static var keyMark: Phrase { Phrase(vi: "đánh dấu dòng", en: "mark the row") }
  package static var keyHit: Phrase { Phrase(vi: "kết quả kế tiếp", en: "next match") }
  package static var keyOpen: Phrase { Phrase(vi: "mở", en: "open") }
  package static var keyFilter: Phrase { Phrase(vi: "thêm bộ lọc", en: "add a filter") }
  package static var keyClose: Phrase { Phrase(vi: "đóng", en: "close") }
  package static var keyAll: Phrase { Phrase(vi: "mọi phím tắt", en: "all keys") }
  package static var close: Phrase { Phrase(vi: "Đóng", en: "Close") }
  package static var keyMove: Phrase { Phrase(vi: "di chuyển", en: "move") }
}
