package import Basics
package import Rules

/// Words of a member's own page.
extension Phrase {
  package static var yourMatters: Phrase { Phrase(vi: "Việc của tôi", en: "What concerns me") }
  package static var yourRecord: Phrase { Phrase(vi: "Hồ sơ của tôi", en: "My record") }
  package static var yourPlaces: Phrase { Phrase(vi: "Nơi sinh hoạt và chức vụ", en: "Cells and posts") }
  package static var noTransferUnderWay: Phrase {
    Phrase(vi: "Không có hồ sơ đang chờ; xem lại hoặc đề nghị chuyển", en: "None under way; look back or ask")
  }
  package static var nothingUnpaid: Phrase {
    Phrase(vi: "Năm nay không có tháng nào còn thiếu", en: "No month of this year is open")
  }
  package static func unpaidFor(_ months: String) -> Phrase {
    Phrase(vi: "Chưa đóng tháng \(months)", en: "Unpaid for \(months)")
  }
  package static func reportsWaiting(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) nội dung đang chờ trả lời",
      en: plural(count, "report waits for an answer", "reports wait for an answer")
    )
  }
  package static var isWrong: Phrase { Phrase(vi: "Báo sai", en: "Wrong?") }
  package static func isWrongNamed(_ name: Phrase) -> Phrase {
    Phrase(vi: "Báo sai: \(name)", en: "Wrong? Report \(name)")
  }
  /// A line that came into the record with a list.
  package static func byList(_ list: String, _ row: Int) -> Phrase {
    let (vi, en) =
      switch list {
      case "members.csv": ("danh sách đảng viên", "list of members")
      case "affiliations.csv": ("danh sách nơi sinh hoạt", "list of cells and their members")
      case "posts.csv": ("danh sách chức vụ", "list of posts")
      default: (list, list)
      }
    return Phrase(
      vi: "Theo \(vi), dòng \(grouped(row))",
      en: "By the \(en), line \(grouped(row))"
    )
  }
  package static var lastPaid: Phrase { Phrase(vi: "Lần đóng gần nhất", en: "Last received") }
  package static func paidForMonth(_ amount: Int, _ month: Month, _ date: CivilDate) -> Phrase {
    Phrase(
      vi: "\(dong(amount)) cho tháng \(monthName(month)), nhận ngày \(day(date))",
      en: "\(dong(amount)) for \(monthName(month)), received \(day(date))"
    )
  }
  package static var stillOpen: Phrase { Phrase(vi: "Còn thiếu", en: "Still open") }
  package static var duesMonthByMonth: Phrase {
    Phrase(vi: "Từng tháng và kê khai", en: "Month by month, and declare")
  }
}
