/// Who goes where when a unit is divided or dissolved, and who holds which post on.
extension Phrase {
  package static func notAllotted(_ count: Int, isPeople: Bool) -> Phrase {
    isPeople
      ? Phrase(vi: "Chưa phân: \(grouped(count)) người", en: "Not allotted: \(grouped(count)) people")
      : Phrase(vi: "Chưa phân: \(grouped(count)) đơn vị", en: "Not allotted: \(grouped(count)) units")
  }
  package static func allottedTo(_ unit: String, _ count: Int) -> Phrase {
    Phrase(vi: "\(unit): \(grouped(count))", en: "\(unit): \(grouped(count))")
  }
  package static var notAllottedYet: Phrase { Phrase(vi: "chưa phân", en: "not yet") }
  package static var goesToUnit: Phrase { Phrase(vi: "Về đơn vị", en: "Goes to") }
  package static func goesToUnit(_ name: String) -> Phrase {
    Phrase(vi: "\(name) về đơn vị", en: "\(name) goes to")
  }
  package static func markToAllot(_ name: String) -> Phrase {
    Phrase(vi: "Đánh dấu \(name)", en: "Mark \(name)")
  }
  package static var allotMarked: Phrase {
    Phrase(vi: "Phân các dòng đã đánh dấu", en: "Allot the marked ones")
  }
  package static var allotByRule: Phrase { Phrase(vi: "Phân theo quy tắc", en: "Allot by rule") }
  package static var allotByList: Phrase {
    Phrase(vi: "Phân theo danh sách mã", en: "Allot by a list of codes")
  }
  package static var codesToAllot: Phrase {
    Phrase(vi: "Dán mã, cách nhau bằng dấu phẩy hoặc xuống dòng", en: "Codes, apart by commas or lines")
  }
  package static func unknownCodes(_ codes: String) -> Phrase {
    Phrase(vi: "Không có ở đây: \(codes)", en: "Not here: \(codes)")
  }
  package static var allotRule: Phrase { Phrase(vi: "Quy tắc", en: "Rule") }
  package static func allotRule(_ code: String) -> Phrase {
    switch code {
    case "all": Phrase(vi: "Tất cả các dòng đang thấy về một đơn vị", en: "All rows shown to one unit")
    case "even": Phrase(vi: "Chia đều, lần lượt theo thứ tự tên", en: "Evenly, by name")
    case "turn": Phrase(vi: "Chia đều, xen kẽ từng dòng", en: "Evenly, in turn")
    case "older": Phrase(vi: "Từ tuổi này trở lên về một đơn vị", en: "Of this age and over to one unit")
    case "younger": Phrase(vi: "Dưới tuổi này về một đơn vị", en: "Under this age to one unit")
    case "kind": Phrase(vi: "Cùng loại hình về một đơn vị", en: "Of one kind to one unit")
    case "sector": Phrase(vi: "Cùng lĩnh vực về một đơn vị", en: "Of one sector to one unit")
    case "members": Phrase(vi: "Chia đều theo số đảng viên", en: "Evenly by members")
    default: Phrase(verbatim: code)
    }
  }
  package static var ageBound: Phrase { Phrase(vi: "Tuổi", en: "Age") }
  package static var onlyNotAllotted: Phrase {
    Phrase(vi: "Chỉ những dòng chưa phân", en: "Only those not allotted yet")
  }
  package static var applyRule: Phrase { Phrase(vi: "Áp dụng quy tắc", en: "Apply the rule") }
  package static var applyList: Phrase { Phrase(vi: "Áp dụng danh sách", en: "Apply the list") }
  package static var filterRows: Phrase { Phrase(vi: "Tìm trong bảng", en: "Find in the table") }
  package static var filterRowsHint: Phrase {
    Phrase(
      vi: "Tên không cần dấu, hoặc mã. Quy tắc và đánh dấu chỉ áp dụng cho các dòng đang thấy.",
      en: "Name or code. Rules act on the rows shown."
    )
  }
  package static var applyFilter: Phrase { Phrase(vi: "Tìm", en: "Find") }
  package static func rowsHidden(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) dòng khác đang ẩn, vẫn được giữ",
      en: "\(grouped(count)) others are out of sight and kept"
    )
  }
  package static var restGoesTo: Phrase {
    Phrase(vi: "Tất cả còn lại về", en: "All others go to")
  }
  package static var restGoesToHint: Phrase {
    Phrase(
      vi: "Cả người đến sau và việc chưa xong của đơn vị",
      en: "Those who come later and the unit's open matters too"
    )
  }
  package static var nobodyRest: Phrase {
    Phrase(vi: "Không: ai cũng phải được phân", en: "Nowhere: everybody must be allotted")
  }
  package static var keepAllotment: Phrase { Phrase(vi: "Lưu phân bổ", en: "Keep the allotment") }
  package static var addHeir: Phrase { Phrase(vi: "Thêm nơi đến", en: "Add a place to go") }
  package static func tooManyToShow(_ count: Int) -> Phrase {
    Phrase(
      vi: "Bảng chỉ hiện \(grouped(count)) dòng đầu; dùng tìm, quy tắc hoặc danh sách mã cho số còn lại.",
      en: "Only the first \(grouped(count)) rows are shown; find, or use a rule or a list for the rest."
    )
  }
  package static var seeksAdmission: Phrase { Phrase(vi: "quần chúng ưu tú", en: "seeks admission") }
  package static var nobodyToAllot: Phrase {
    Phrase(vi: "Đơn vị này không có ai để phân vào ngày hiệu lực", en: "Nobody is to be allotted on that day")
  }
  package static var nothingToAllot: Phrase {
    Phrase(
      vi: "Đơn vị này không có đơn vị trực thuộc vào ngày hiệu lực",
      en: "No unit stands below it on that day"
    )
  }
  package static var noHeirYet: Phrase {
    Phrase(vi: "Chưa có nơi đến. Thêm đơn vị tiếp nhận trước.", en: "No place to go yet. Add one first.")
  }
  package static var allotmentChanged: Phrase {
    Phrase(vi: "Đã phân theo quy tắc, chưa lưu", en: "Allotted by the rule, not kept yet")
  }
  package static var markedColumn: Phrase { Phrase(vi: "Đánh dấu", en: "Mark") }

  // Posts.
  package static var postsOfStep: Phrase { Phrase(vi: "Ai giữ chức vụ nào", en: "Who holds which post on") }
  package static var postsOfStepMeaning: Phrase {
    Phrase(
      vi:
        "Chọn ai giữ tiếp; với chức vụ đã chọn người giữ, mọi người khác thôi chức vụ đó. Ở đơn vị kết thúc, ai không được chọn thì thôi chức vụ; ở đơn vị tiếp nhận, chức vụ không chọn ai thì như cũ.",
      en:
        "Choose who holds it on; of a post so chosen all others end. In units that end, whoever is not chosen leaves the post; in the unit that takes over, posts of which nobody is chosen stay as they are."
    )
  }
  package static var postEnds: Phrase { Phrase(vi: "Thôi", en: "Ends") }
  package static var postAsIs: Phrase { Phrase(vi: "Không chọn", en: "Not chosen") }
  package static func heldOnIn(_ unit: String) -> Phrase {
    Phrase(vi: "Giữ tại \(unit)", en: "Held on in \(unit)")
  }
  package static func postOf(_ post: String, _ name: String) -> Phrase {
    Phrase(vi: "\(post) của \(name)", en: "\(post) of \(name)")
  }
  package static var keepPosts: Phrase { Phrase(vi: "Lưu chức vụ", en: "Keep the posts") }
  package static var noPostsHeld: Phrase {
    Phrase(vi: "Không ai giữ chức vụ ở các đơn vị này", en: "Nobody holds a post in these units")
  }
  package static var twoChosen: Phrase {
    Phrase(vi: "Chức vụ này chỉ một người giữ.", en: "One person holds this post.")
  }
  package static var whatBecomesOfPost: Phrase {
    Phrase(vi: "Từ ngày hiệu lực", en: "From the effective day")
  }
}

/// What is told of a row beside its name.
extension Phrase {
  package static func memberStanding(isOfficial: Bool) -> Phrase {
    isOfficial ? Phrase(vi: "chính thức", en: "official") : Phrase(vi: "dự bị", en: "probationary")
  }
  package static func memberCount(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) đảng viên", en: plural(count, "member", "members"))
  }
}
