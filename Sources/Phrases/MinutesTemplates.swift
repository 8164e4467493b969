import Rules

/// How an office words minutes.
extension Phrase {
  package static var minutesTemplate: Phrase { Phrase(vi: "Mẫu biên bản", en: "Wording of minutes") }
  package static func minutesTemplateOf(_ unit: String) -> Phrase {
    Phrase(vi: "Mẫu biên bản của \(unit)", en: "How minutes are worded in \(unit)")
  }
  package static var templateMeaning: Phrase {
    Phrase(
      vi: "Bản nháp biên bản được lập từ mẫu có hiệu lực vào ngày họp. Biên bản đã lưu không đổi.",
      en:
        "A draft of minutes is made by the wording in force on the day. Minutes that are kept stay as they are."
    )
  }
  package static var templateText: Phrase { Phrase(vi: "Nội dung mẫu", en: "Text") }
  package static var templateFrom: Phrase { Phrase(vi: "Có hiệu lực từ ngày", en: "In force from") }
  package static var templateFile: Phrase { Phrase(vi: "Hoặc chọn tệp văn bản", en: "Or a text file") }
  package static var templateShipped: Phrase { Phrase(vi: "mẫu có sẵn", en: "the shipped wording") }
  package static func templateInForce(_ whose: String) -> Phrase {
    Phrase(vi: "Đang dùng: mẫu của \(whose)", en: "In use: that of \(whose)")
  }
  package static var templateInForceShipped: Phrase {
    Phrase(vi: "Đang dùng: mẫu có sẵn", en: "In use: the shipped wording")
  }
  package static var showShipped: Phrase { Phrase(vi: "Xem mẫu có sẵn", en: "See the shipped wording") }
  package static var templateVersions: Phrase { Phrase(vi: "Các lần ban hành", en: "Versions") }
  package static var previewTemplate: Phrase { Phrase(vi: "Xem thử", en: "Preview") }
  package static var previewMeeting: Phrase { Phrase(vi: "Xem thử với buổi", en: "Preview with") }
  package static var putTemplateInForce: Phrase { Phrase(vi: "Ban hành mẫu", en: "Put it in force") }
  package static var dropTemplate: Phrase {
    Phrase(vi: "Thôi dùng mẫu riêng", en: "Give up the own wording")
  }
  package static var templateNames: Phrase { Phrase(vi: "Tên dùng trong mẫu", en: "Names for a template") }
  package static var templateNamesHint: Phrase {
    Phrase(
      vi: "{{tên}} là một giá trị; {{#phần}} … {{/phần}} lặp lại với từng mục; {{! … }} là ghi chú.",
      en: "{{name}} is a value; {{#part}} … {{/part}} is repeated for each; {{! … }} is a remark."
    )
  }
  package static var templateName: Phrase { Phrase(vi: "Tên", en: "Name") }
  package static var templateNameMeaning: Phrase { Phrase(vi: "Là gì", en: "What it is") }
  package static func templateWithin(_ names: String) -> Phrase {
    Phrase(vi: "trong đó: \(names)", en: "with: \(names)")
  }

  /// What a name of a template stands for.
  package static func templateValue(_ name: String) -> Phrase {
    switch name {
    case "chi_bo": Phrase(vi: "Tên chi bộ", en: "The cell")
    case "cap_tren": Phrase(vi: "Đơn vị cấp trên trực tiếp", en: "The unit above it")
    case "loai": Phrase(vi: "Loại buổi sinh hoạt", en: "Kind of meeting")
    case "chuyen_de": Phrase(vi: "Chuyên đề", en: "Theme")
    case "ngay": Phrase(vi: "Ngày họp", en: "Day")
    case "khai_mac": Phrase(vi: "Giờ khai mạc", en: "When it opened")
    case "be_mac": Phrase(vi: "Giờ bế mạc", en: "When it closed")
    case "thoi_luong": Phrase(vi: "Thời lượng", en: "Duration")
    case "dia_diem": Phrase(vi: "Địa điểm", en: "Place")
    case "hinh_thuc": Phrase(vi: "Hình thức sinh hoạt", en: "How it was held")
    case "chu_tri": Phrase(vi: "Chủ trì", en: "Chair")
    case "thu_ky": Phrase(vi: "Thư ký", en: "Minute-taker")
    case "phai_du": Phrase(vi: "Số đảng viên phải dự", en: "How many were obliged to come")
    case "co_mat": Phrase(vi: "Số có mặt", en: "How many were present")
    case "vang_co_ly_do": Phrase(vi: "Số vắng có lý do", en: "How many were excused")
    case "vang_khong_ly_do": Phrase(vi: "Số vắng không lý do", en: "How many were absent")
    case "ty_le": Phrase(vi: "Tỷ lệ dự", en: "Attendance rate")
    case "noi_dung": Phrase(vi: "Từng mục của chương trình", en: "Each item of the agenda")
    case "bieu_quyet": Phrase(vi: "Biểu quyết của mục", en: "The votes of an item")
    case "bieu_quyet_khac": Phrase(vi: "Biểu quyết không thuộc mục nào", en: "Votes of no item")
    case "san_pham": Phrase(vi: "Sản phẩm chuyên đề", en: "Thematic outputs")
    case "dai_bieu": Phrase(vi: "Người tham dự", en: "Guests, by name")
    default: Phrase(verbatim: name)
    }
  }

  static func templateFault(_ fault: TemplateFault) -> Phrase {
    switch fault {
    case .notEnded(let name):
      Phrase(vi: "phần “\(name)” chưa có {{/\(name)}}", en: "the part “\(name)” has no {{/\(name)}}")
    case .notBegun(let name):
      Phrase(
        vi: "{{/\(name)}} không khớp với phần đang mở",
        en: "{{/\(name)}} does not end the part that is open"
      )
    case .unknownName(let name): Phrase(vi: "không có tên “\(name)”", en: "there is no name “\(name)”")
    case .unfinished: Phrase(vi: "dấu {{ chưa được đóng đúng", en: "a {{ is not closed as it should be")
    case .tooDeep(let limit):
      Phrase(
        vi: "phần lồng nhau quá \(limit) lớp",
        en: "parts stand within parts more than \(limit) deep"
      )
    case .notTaken(let sign):
      Phrase(vi: "không dùng được dấu “\(sign)” sau {{", en: "the sign “\(sign)” after {{ is not taken here")
    }
  }
}
