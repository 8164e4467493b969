package import Basics

// What `chibo demo` says while it makes the fictional province.

extension Phrase {
  package static var demoMaking: Phrase {
    Phrase(
      vi: "Đang lập tỉnh Sơn Giang (hư cấu) …",
      en: "Making the fictional province of Sơn Giang …"
    )
  }
  package static var demoWithoutRulebooks: Phrase {
    Phrase(
      vi: """
        Không tìm thấy thư mục Rulebooks (ở đây hoặc cạnh tệp chương trình): tỉnh được lập mà không có quy định nào, nên \
        không có kiểm điểm, xếp loại, mô hình và sản phẩm chuyên đề.
        """,
      en: """
        No folder Rulebooks was found, here or beside the program: the province is made without any regulation, and so \
        without reviews, models and outputs of meetings.
        """
    )
  }
  package static func demoProgress(_ day: CivilDate, _ events: Int) -> Phrase {
    Phrase(
      vi: "\(self.day(day)): đã ghi \(number(events)) việc",
      en: "\(self.day(day)): \(number(events)) deeds recorded"
    )
  }
  package static func demoMade(_ people: Int, _ events: Int, _ seconds: Int) -> Phrase {
    Phrase(
      vi: "\(number(people)) đảng viên, \(number(events)) việc, \(seconds) giây.",
      en: "\(number(people)) members, \(number(events)) deeds, \(seconds) seconds."
    )
  }
  package static var demoSignIns: Phrase {
    Phrase(vi: "Tài khoản thử (mọi người đều hư cấu):", en: "Sign-ins to try (all people are fictional):")
  }
}
