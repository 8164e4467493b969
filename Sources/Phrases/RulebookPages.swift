package import Rules

/// Words of the pages about regulations.
extension Phrase {
  package init(_ words: Wording) {
    self.init(vi: words.vi, en: words.en)
  }

  package static var notJudgedYet: Phrase { Phrase(vi: "Chưa xét", en: "Not judged yet") }
  package static var notJudgedYetMeaning: Phrase {
    Phrase(
      vi: "Nhập những số đã biết rồi bấm Xét. Số để trống là chưa biết, và kết quả sẽ nói còn thiếu số nào.",
      en: "Enter the numbers that are known, then judge. An empty one is unknown; the verdict names it."
    )
  }
  package static var rulebooks: Phrase { Phrase(vi: "Quy định", en: "Rulebooks") }
  package static var rulebooksMeaning: Phrase {
    Phrase(
      vi: """
        Các quy định, hướng dẫn được ghi thành từng điều khoản để xét và nói rõ lý do. Hệ thống chỉ nêu kết quả xét; \
        người có thẩm quyền quyết định.
        """,
      en: """
        Regulations and guidance, clause by clause, so that results can be judged with their reasons. The rules \
        propose; people decide.
        """
    )
  }
  package static var inForceThatDay: Phrase { Phrase(vi: "Đang có hiệu lực", en: "In force") }
  package static var otherVersions: Phrase { Phrase(vi: "Phiên bản khác", en: "Other versions") }
  package static var noRulebook: Phrase {
    Phrase(vi: "Không có quy định nào có hiệu lực ngày này", en: "No rulebook is in force on this day")
  }
  package static var noRulebookMeaning: Phrase {
    Phrase(
      vi: "Chọn một ngày khác, hoặc kiểm tra thư mục Rulebooks cạnh chương trình.",
      en: "Choose another day, or look at the folder Rulebooks beside the program."
    )
  }
  package static var rulebook: Phrase { Phrase(vi: "Quy định", en: "Rulebook") }
  package static var daysInForce: Phrase { Phrase(vi: "Hiệu lực", en: "In force") }
  package static var documents: Phrase { Phrase(vi: "Văn bản", en: "Documents") }
  package static var clauses: Phrase { Phrase(vi: "Điều khoản", en: "Clauses") }
  package static var clause: Phrase { Phrase(vi: "Điều khoản", en: "Clause") }
  package static var asks: Phrase { Phrase(vi: "Yêu cầu", en: "Asks") }
  package static var seen: Phrase { Phrase(vi: "Thực tế", en: "Observed") }
  package static var result: Phrase { Phrase(vi: "Kết quả", en: "Result") }
  package static var outcome: Phrase { Phrase(vi: "Mức", en: "Outcome") }
  package static var confidence: Phrase { Phrase(vi: "Độ tin cậy", en: "Confidence") }
  package static var sources: Phrase { Phrase(vi: "Nguồn", en: "Sources") }
  package static var notVerified: Phrase { Phrase(vi: "Chưa xác minh", en: "Not verified") }
  package static var changedSince: Phrase { Phrase(vi: "Thay đổi", en: "Changed") }
  package static func changes(_ count: Int, _ name: String) -> Phrase {
    Phrase(
      vi: "\(count) thay đổi so với \(name)",
      en: "\(count) \(count == 1 ? "change" : "changes") against \(name)"
    )
  }
  package static func changesAgainst(_ name: String) -> Phrase {
    Phrase(vi: "Thay đổi so với \(name)", en: "Changes against \(name)")
  }
  package static var firstVersion: Phrase {
    Phrase(vi: "phiên bản đầu tiên ở đây", en: "the first version here")
  }
  package static var judgeByHand: Phrase { Phrase(vi: "Xét thử", en: "Try it out") }
  package static var judgeByHandMeaning: Phrase {
    Phrase(
      vi: "Nhập số liệu bất kỳ để xem quy định xét thế nào. Không ghi gì vào hồ sơ.",
      en: "Enter any facts to see what the rulebook says. Nothing is recorded."
    )
  }
  package static var judgeVerb: Phrase { Phrase(vi: "Xét", en: "Judge") }
  package static var subjectJudged: Phrase { Phrase(vi: "Đối tượng", en: "Subject") }
  package static var unitJudged: Phrase { Phrase(vi: "Số liệu của đơn vị", en: "Figures of the unit") }
  package static func resultOfRules(_ outcome: String) -> Phrase {
    Phrase(vi: "Kết quả xét: \(outcome)", en: "Result of the rules: \(outcome)")
  }
  package static var undetermined: Phrase {
    Phrase(vi: "Chưa xác định: người có thẩm quyền xem xét", en: "Undetermined: to be decided by hand")
  }
  package static func missingFacts(_ names: String) -> Phrase {
    Phrase(vi: "Còn thiếu: \(names)", en: "Missing: \(names)")
  }
  package static var missingCalendar: Phrase {
    Phrase(vi: "lịch ngày làm việc của năm", en: "the calendar of the year")
  }
  package static var proposalOnly: Phrase {
    Phrase(
      vi: "Đây là đề xuất theo quy tắc, không phải quyết định.",
      en: "This is a proposal of the rules, not a decision."
    )
  }
  package static var metWord: Phrase { Phrase(vi: "đạt", en: "met") }
  package static var notMetWord: Phrase { Phrase(vi: "không đạt", en: "not met") }
  package static var groundMet: Phrase { Phrase(vi: "có căn cứ", en: "ground present") }
  package static var groundNotMet: Phrase { Phrase(vi: "không có", en: "absent") }
  package static var notShown: Phrase { Phrase(vi: "thiếu số liệu", en: "not shown") }
  package static var precondition: Phrase { Phrase(vi: "Điều kiện để xét", en: "Precondition") }
  package static var anyGround: Phrase { Phrase(vi: "một căn cứ là đủ", en: "one ground is enough") }
  package static var caps: Phrase { Phrase(vi: "Giới hạn tỷ lệ", en: "Caps") }
  package static var openPlaces: Phrase {
    Phrase(vi: "Chỗ chưa có văn bản", en: "Places whose text is not known")
  }
  package static var openPlace: Phrase { Phrase(vi: "để ngỏ", en: "open") }
  package static var factsRead: Phrase { Phrase(vi: "Số liệu được dùng", en: "Facts it reads") }
  package static var factName: Phrase { Phrase(vi: "Mã", en: "Name") }
  package static var workedOut: Phrase { Phrase(vi: "Tính ra", en: "Worked out") }
  package static var fromTheRecord: Phrase { Phrase(vi: "từ hồ sơ", en: "from the record") }
  package static var unreadableFact: Phrase {
    Phrase(
      vi: "Viết một số, hoặc một ngày như 2026-03-10.",
      en: "Write a number, or a day such as 2026-03-10."
    )
  }
  package static var yesOrNo: Phrase { Phrase(vi: "1 là có, 0 là không", en: "1 is yes, 0 is no") }
  package static func notInForceThen(_ span: String) -> Phrase {
    Phrase(
      vi: "Quy định này không có hiệu lực ngày đang xem. Hiệu lực: \(span).",
      en: "This rulebook is not in force on the day shown. Its days: \(span)."
    )
  }

  package static func confidence(_ confidence: Confidence) -> Phrase {
    switch confidence {
    case .verified: Phrase(vi: "đã xác minh", en: "verified")
    case .verifiedOld: Phrase(vi: "đã xác minh (văn bản cũ)", en: "verified (since replaced)")
    case .stated: Phrase(vi: "theo bài báo", en: "stated in an article")
    case .unverified: Phrase(vi: "chưa xác minh", en: "not verified")
    case .notFound: Phrase(vi: "chưa tìm thấy văn bản", en: "text not found")
    }
  }

  package static func changeKind(_ kind: RulebookChange.Kind) -> Phrase {
    switch kind {
    case .added: Phrase(vi: "thêm", en: "added")
    case .removed: Phrase(vi: "bỏ", en: "removed")
    case .changed: Phrase(vi: "sửa", en: "changed")
    }
  }

  package static func changeField(_ field: String) -> Phrase {
    switch field {
    case "days": Phrase(vi: "hiệu lực", en: "days in force")
    case "documents": Phrase(vi: "văn bản", en: "documents")
    case "outcomes": Phrase(vi: "các mức", en: "outcomes")
    case "required": Phrase(vi: "yêu cầu", en: "what is asked")
    case "clause": Phrase(vi: "điều khoản", en: "clause")
    case "confidence": Phrase(vi: "độ tin cậy", en: "confidence")
    case "subjects": Phrase(vi: "đối tượng", en: "subjects")
    case "cap": Phrase(vi: "giới hạn", en: "cap")
    default: Phrase(verbatim: field)
    }
  }

  /// Whom a review judges; rules with a subject of their own are called by their title.
  package static func reviewed(_ subject: String) -> Phrase? {
    switch subject {
    case "collective": Phrase(vi: "Tập thể lãnh đạo", en: "Leading collective")
    case "organisation": Phrase(vi: "Tổ chức đảng", en: "Organisation")
    case "leader": Phrase(vi: "Người đứng đầu, lãnh đạo", en: "Leader")
    case "individual": Phrase(vi: "Đảng viên không giữ chức vụ", en: "Member without a post")
    case "score": Phrase(vi: "Điểm của một trường hợp", en: "The points of one")
    case "group": Phrase(vi: "Nhóm được xếp loại cùng nhau", en: "A group rated together")
    default: nil
    }
  }

  package static func factSort(_ sort: FactSort) -> Phrase {
    switch sort {
    case .count: Phrase(vi: "số lượng", en: "count")
    case .points: Phrase(vi: "điểm 0–100", en: "points 0–100")
    case .percent: Phrase(vi: "phần trăm", en: "per cent")
    case .yesNo: Phrase(vi: "có/không", en: "yes or no")
    case .grade: Phrase(vi: "mức 0–3", en: "grade 0–3")
    case .day: Phrase(vi: "ngày", en: "day")
    case .money: Phrase(vi: "đồng", en: "VND")
    case .minutes: Phrase(vi: "phút", en: "minutes")
    case .hours: Phrase(vi: "giờ", en: "hours")
    }
  }

  package static func whole(_ percent: String, _ of: String) -> Phrase {
    Phrase(vi: "\(percent)% \(of)", en: "\(percent)% of \(of)")
  }
  package static func monthsAfter(_ count: String, _ day: String) -> Phrase {
    Phrase(vi: "\(count) tháng sau \(day)", en: "\(count) months after \(day)")
  }
  package static func workingDaysAfter(_ count: String, _ day: String) -> Phrase {
    Phrase(vi: "\(count) ngày làm việc sau \(day)", en: "\(count) working days after \(day)")
  }
  package static func yearsBetween(_ from: String, _ until: String) -> Phrase {
    Phrase(vi: "số năm từ \(from) đến \(until)", en: "years from \(from) to \(until)")
  }
  package static var unitCodeHint: Phrase {
    Phrase(vi: "viết mã đơn vị", en: "write the unit's code")
  }
  package static var ownVersion: Phrase { Phrase(vi: "Phiên bản riêng", en: "Own version") }
  package static func ownVersionMeaning(_ unit: String) -> Phrase {
    Phrase(
      vi: """
        Sửa văn bản dưới đây, xem trước thay đổi, rồi ban hành theo quyết định. Áp dụng cho \(unit) và các đơn vị \
        bên dưới trong thời gian ghi ở from và until.
        """,
      en: """
        Change the text below, preview what would change, then put it in force by a decision. It holds for \(unit) \
        and what stands below it, on the days written at from and until.
        """
    )
  }
  package static var rulebookText: Phrase { Phrase(vi: "Nội dung", en: "Text") }
  package static var factsToTry: Phrase { Phrase(vi: "Số liệu để xét thử", en: "Facts to try") }
  package static var factsToTryHint: Phrase {
    Phrase(vi: "mỗi dòng một số liệu: tasks.done = 40", en: "one fact a line: tasks.done = 40")
  }
  package static var subjectHint: Phrase {
    Phrase(vi: "như collective, leader, cellForm", en: "such as collective, leader, cellForm")
  }
  package static var previewChanges: Phrase { Phrase(vi: "Xem trước", en: "Preview") }
  package static var putInForce: Phrase { Phrase(vi: "Ban hành", en: "Put in force") }
  package static var unitsOtherwise: Phrase {
    Phrase(
      vi: "Đơn vị có kết quả khác theo số liệu hồ sơ",
      en: "Units judged otherwise by the figures of the record"
    )
  }
  package static func unitsJudged(_ count: Int, of all: Int) -> Phrase {
    Phrase(vi: "\(count) trên \(all) lần xét", en: "\(count) of \(all) verdicts")
  }
  package static var noUnitOtherwise: Phrase {
    Phrase(vi: "Không đơn vị nào có kết quả khác.", en: "No unit is judged otherwise.")
  }
  package static var factsOtherwise: Phrase { Phrase(vi: "Số liệu đã nhập", en: "The facts entered") }
  package static var nameTaken: Phrase {
    Phrase(
      vi: "Tên này là của quy định có sẵn; đặt tên khác.",
      en: "A shipped rulebook bears this name; choose another."
    )
  }
  package static var decimalMark: Phrase { Phrase(vi: ",", en: ".") }
  package static func countOf(_ part: String, _ whole: String) -> Phrase {
    Phrase(vi: "\(part) của \(whole)", en: "\(part) of \(whole)")
  }
  package static func testsMet(_ met: Int, of all: Int) -> Phrase {
    Phrase(vi: "đạt \(met)/\(all)", en: "\(met) of \(all) met")
  }
  /// Grounds of which one is enough: how many there are, and of how many too little is known.
  package static func groundsMet(_ met: Int, unknown: Int) -> Phrase {
    let rest = unknown == 0 ? ("", "") : ("; \(unknown) thiếu số liệu", "; \(unknown) not shown")
    return met == 0
      ? Phrase(vi: "không có căn cứ" + rest.0, en: "no ground" + rest.1)
      : Phrase(vi: "\(met) căn cứ" + rest.0, en: "\(met) \(met == 1 ? "ground" : "grounds")" + rest.1)
  }
  package static func lacking(_ amount: String, _ what: String) -> Phrase {
    Phrase(vi: "Thêm \(amount) nữa là đạt: \(what)", en: "\(amount) more would meet it: \(what)")
  }
  package static var percentOf: Phrase { Phrase(vi: "% của ", en: "% of ") }
  package static var andWord: Phrase { Phrase(vi: "và", en: "and") }
  package static var orWord: Phrase { Phrase(vi: "hoặc", en: "or") }
}
