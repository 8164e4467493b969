package import Basics

/// Words of the forms by which deeds are done.
extension Phrase {
  /// What a deed's form is called, by its name in addresses.
  package static func deed(_ code: String) -> Phrase {
    switch code {
    case "recognise": Phrase(vi: "Công nhận chính thức", en: "Recognise as official")
    case "transfer": Phrase(vi: "Chuyển sinh hoạt đảng", en: "Transfer")
    case "beginRole": Phrase(vi: "Ghi nơi sinh hoạt khác", en: "Add another tie")
    case "endRole": Phrase(vi: "Thôi sinh hoạt nơi khác", en: "End a tie")
    case "askComment": Phrase(vi: "Xin nhận xét của nơi cư trú", en: "Ask for the residence comment")
    case "receiveComment": Phrase(vi: "Ghi đã có nhận xét của nơi cư trú", en: "Record the residence comment")
    case "exemptResidence": Phrase(vi: "Miễn giữ mối liên hệ nơi cư trú", en: "Exempt from residence contact")
    case "second": Phrase(vi: "Tăng cường, biệt phái", en: "Second to another unit")
    case "holdPost": Phrase(vi: "Giao giữ chức vụ", en: "Give a post")
    case "leavePost": Phrase(vi: "Thôi giữ chức vụ", en: "Lay down a post")
    case "endMembership": Phrase(vi: "Ra khỏi danh sách", en: "Take off the roll")
    case "correct": Phrase(vi: "Đính chính thông tin", en: "Correct particulars")
    case "change": Phrase(vi: "Ghi thay đổi thông tin", en: "Record a change of particulars")
    case "recordIdentifier": Phrase(vi: "Ghi mã ở hệ thống khác", en: "Record an identifier")
    case "endIdentifier": Phrase(vi: "Thôi dùng mã ở hệ thống khác", en: "End an identifier")
    case "readmit": Phrase(vi: "Kết nạp lại", en: "Admit again")
    case "admit": Phrase(vi: "Kết nạp đảng viên", en: "Admit a member")
    case "appoint": Phrase(vi: "Giao chức vụ trong cấp ủy", en: "Appoint to a post")
    case "found": Phrase(vi: "Thành lập đơn vị trực thuộc", en: "Found a unit below")
    case "rename": Phrase(vi: "Đổi tên đơn vị", en: "Rename the unit")
    case "reclassify": Phrase(vi: "Đổi loại hình, lĩnh vực", en: "Change kind or sector")
    case "move": Phrase(vi: "Chuyển cấp trên trực tiếp", en: "Move under another unit")
    case "end": Phrase(vi: "Kết thúc hoạt động", en: "End the unit")
    case "annul": Phrase(vi: "Hủy việc đã ghi", en: "Annul an entry")
    case "exempt": Phrase(vi: "Miễn công tác và sinh hoạt", en: "Exempt from activities")
    case "endExemption": Phrase(vi: "Thôi miễn sinh hoạt", en: "End the exemption")
    case "suspend": Phrase(vi: "Đình chỉ sinh hoạt", en: "Suspend")
    case "endSuspension": Phrase(vi: "Thôi đình chỉ sinh hoạt", en: "End the suspension")
    case "warn": Phrase(vi: "Nhắc nhở, giáo dục", en: "Warn")
    case "openLeaving": Phrase(vi: "Xem xét ra khỏi Đảng, xóa tên", en: "Consider leaving or deletion")
    case "hearLeaving": Phrase(vi: "Ghi ý kiến trình bày của đảng viên", en: "Take down the hearing")
    case "voteLeaving": Phrase(vi: "Ghi kết quả chi bộ biểu quyết", en: "Record the cell's vote")
    case "decideLeaving":
      Phrase(vi: "Thực hiện quyết định ra khỏi Đảng", en: "Carry out the decision on leaving")
    case "closeLeaving": Phrase(vi: "Khép lại, không ra khỏi Đảng", en: "Close without leaving")
    case "discipline": Phrase(vi: "Nhập quyết định kỷ luật", en: "Enter a discipline")
    case "confirmDiscipline": Phrase(vi: "Xác nhận kỷ luật", en: "Confirm a discipline")
    case "withdrawDiscipline": Phrase(vi: "Rút kỷ luật đã nhập", en: "Withdraw what was entered")
    case "disciplineUnit":
      Phrase(vi: "Nhập quyết định kỷ luật tổ chức đảng", en: "Enter a discipline of the unit")
    case "confirmUnitDiscipline":
      Phrase(vi: "Xác nhận kỷ luật tổ chức đảng", en: "Confirm a discipline of the unit")
    case "withdrawUnitDiscipline":
      Phrase(vi: "Rút kỷ luật tổ chức đã nhập", en: "Withdraw the discipline of the unit")
    case "candidateFile": candidateFile
    case "againCandidacy": candidateForm("again")
    case "correctEntry": Phrase(vi: "Đính chính việc đã ghi", en: "Correct an entry")
    default: operation(code)
    }
  }

  /// The button that carries a deed out, with the day it counts from.
  package static func recordDeed(_ code: String, _ on: CivilDate?) -> Phrase {
    let verb = deed(code).text
    guard let on else {
      return Phrase(vi: "Ghi: \(verb.lowercasedFirst)", en: "Record: \(verb.lowercasedFirst)")
    }
    return Phrase(
      vi: "Ghi: \(verb.lowercasedFirst) từ \(day(on))",
      en: "Record: \(verb.lowercasedFirst) from \(day(on))"
    )
  }

  package static var deeds: Phrase { Phrase(vi: "Việc cần làm", en: "Deeds") }
  package static var doSomething: Phrase { Phrase(vi: "Ghi việc…", en: "Record…") }
  package static var seeWhatChanges: Phrase { Phrase(vi: "Xem trước thay đổi", en: "See what it changes") }
  package static var backToEditing: Phrase { Phrase(vi: "Sửa lại", en: "Change it") }
  package static var notDoing: Phrase { Phrase(vi: "Không ghi", en: "Leave it") }
  package static var whatWouldChange: Phrase { Phrase(vi: "Những gì sẽ thay đổi", en: "What will change") }
  package static var whatChanged: Phrase { Phrase(vi: "Những gì đã thay đổi", en: "What it changed") }
  package static var nothingWouldChange: Phrase {
    Phrase(vi: "Không có gì thay đổi.", en: "Nothing would change.")
  }
  package static var before: Phrase { Phrase(vi: "Trước", en: "Before") }
  package static var after: Phrase { Phrase(vi: "Sau", en: "After") }
  package static var notThere: Phrase { Phrase(vi: "chưa có", en: "not there") }
  package static var noLonger: Phrase { Phrase(vi: "không còn", en: "no longer") }
  package static var about: Phrase { Phrase(vi: "Nội dung", en: "What") }
  package static var asItIs: Phrase { Phrase(vi: "Hiện nay", en: "As it is") }
  package static var headcounts: Phrase { Phrase(vi: "Số đảng viên", en: "Headcounts") }
  package static var advised: Phrase { Phrase(vi: "Cần lưu ý", en: "To be noted") }
  package static var advisedMeaning: Phrase {
    Phrase(
      vi: "Quy định nhắc như sau. Việc vẫn ghi được; người ghi chịu trách nhiệm.",
      en: "The rules remark this. It can be recorded all the same; who records it answers for it."
    )
  }
  package static func countsFrom(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Có hiệu lực từ \(day(date)).", en: "It counts from \(day(date)).")
  }
  package static var dayIsPast: Phrase {
    Phrase(
      vi: "Ngày này đã qua: số liệu từ ngày đó đến nay sẽ đổi theo.",
      en: "That day has passed: figures from then on will change."
    )
  }
  package static var dayIsAhead: Phrase {
    Phrase(
      vi: "Ngày này chưa đến: đây là kế hoạch, rút lại được cho đến ngày đó.",
      en: "That day is still to come: this is a plan and can be withdrawn until then."
    )
  }
  package static var previewIsNotDone: Phrase {
    Phrase(vi: "Chưa ghi. Đọc lại rồi ghi.", en: "Not recorded yet. Read it, then record it.")
  }
  package static var decisionFiled: Phrase {
    Phrase(vi: "đã có trong hồ sơ", en: "on file already")
  }
  package static var decisionNew: Phrase {
    Phrase(vi: "sẽ được lưu vào hồ sơ", en: "will be filed")
  }
  package static var decisionCarriedOut: Phrase {
    Phrase(vi: "Quyết định làm căn cứ", en: "The decision it carries out")
  }
  package static var decisionHint: Phrase {
    Phrase(
      vi: "Chỉ cần số, nếu quyết định đã có trong hồ sơ.",
      en: "The number alone will do when the decision is on file."
    )
  }
  package static var scanHint: Phrase {
    Phrase(vi: "PDF, JPEG hoặc PNG, đến 20 MB", en: "PDF, JPEG or PNG, up to 20 MB")
  }
  package static func scanKept(_ name: String) -> Phrase {
    Phrase(
      vi: "Đã nhận: \(name). Chọn tệp khác nếu muốn thay.",
      en: "Received: \(name). Choose another to replace it."
    )
  }
  package static var scans: Phrase { Phrase(vi: "Bản chụp", en: "Scans") }
  package static var noScan: Phrase { Phrase(vi: "Chưa có bản chụp.", en: "There is no scan yet.") }
  package static var addScan: Phrase { Phrase(vi: "Thêm bản chụp", en: "Add a scan") }
  package static var changedMeanwhile: Phrase {
    Phrase(
      vi: "Người khác đã sửa hồ sơ này trong lúc bạn làm.",
      en: "Somebody else changed this while you were at it."
    )
  }
  package static var changedMeanwhileMeaning: Phrase {
    Phrase(
      vi: "Điều bạn viết còn nguyên. Đối chiếu hai bản rồi xem trước lại, hoặc thôi.",
      en: "What you wrote is kept. Compare the two, then preview again, or leave it."
    )
  }
  package static var theirChange: Phrase { Phrase(vi: "Người khác vừa ghi", en: "What they recorded") }
  package static var yourChange: Phrase { Phrase(vi: "Bạn đang ghi", en: "What you are recording") }
  package static var mendForm: Phrase {
    Phrase(vi: "Chưa ghi được. Sửa các chỗ dưới đây.", en: "Not recorded. Mend what is said below.")
  }
  package static var whichOne: Phrase { Phrase(vi: "Chọn một:", en: "Which one?") }
  package static var standOnIt: Phrase {
    Phrase(vi: "Các việc ghi sau dựa vào việc này:", en: "Later entries stand on it:")
  }
  package static var standOnItMeaning: Phrase {
    Phrase(
      vi: "Hủy các việc ấy trước, từ việc mới nhất.",
      en: "Annul those first, the newest first."
    )
  }
  package static func correcting(_ entry: Int) -> Phrase {
    Phrase(
      vi: "Đính chính mục nhật ký \(grouped(entry)): mục ấy bị hủy và việc được ghi lại, cùng một lúc.",
      en: "This corrects entry \(grouped(entry)): it is annulled and the deed recorded anew, in one go."
    )
  }
  package static func recordedAs(_ operation: String, _ entry: Int) -> Phrase {
    Phrase(
      vi: "Đã ghi: \(Phrase.operation(operation).text.lowercasedFirst), mục nhật ký \(grouped(entry)).",
      en: "Recorded: \(Phrase.operation(operation).text.lowercasedFirst), entry \(grouped(entry))."
    )
  }
  package static var annulThis: Phrase { Phrase(vi: "Hủy việc này…", en: "Annul it…") }
  package static var correctThis: Phrase { Phrase(vi: "Đính chính việc này…", en: "Correct it…") }
  package static var severalPeople: Phrase { Phrase(vi: "Những người được ghi", en: "For these people") }
  package static func people(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) người", en: plural(count, "person", "people"))
  }
  package static var optional: Phrase { Phrase(vi: "nếu có", en: "if any") }
  package static var choose: Phrase { Phrase(vi: "Chọn…", en: "Choose…") }
  package static var unchanged: Phrase { Phrase(vi: "giữ nguyên", en: "as it is") }
  package static var notStated: Phrase { Phrase(vi: "không ghi", en: "not stated") }

  /// What a fact is about, by its code.
  package static func fact(_ code: String) -> Phrase {
    switch code {
    case "home": Phrase(vi: "Sinh hoạt chính thức", en: "Home")
    case "temporary": Phrase(vi: "Sinh hoạt tạm thời", en: "Temporary tie")
    case "host": Phrase(vi: "Tham gia sinh hoạt", en: "Joins the meetings")
    case "residence": Phrase(vi: "Giữ mối liên hệ nơi cư trú", en: "Residence contact")
    case "post": Phrase(vi: "Chức vụ", en: "Post")
    case "term": Phrase(vi: "Là đảng viên", en: "Membership")
    case "particulars": Phrase(vi: "Thông tin cá nhân", en: "Particulars")
    case "name": Phrase(vi: "Tên gọi", en: "Name")
    case "kind": Phrase(vi: "Loại hình", en: "Kind")
    case "sector": Phrase(vi: "Lĩnh vực", en: "Sector")
    case "parent": Phrase(vi: "Cấp trên trực tiếp", en: "Unit above")
    case "successor": Phrase(vi: "Đơn vị kế tục", en: "Successor")
    case "rulebook": Phrase(vi: "Quy định riêng", en: "Own rulebook")
    case "plan": Phrase(vi: "Phương án sắp xếp", en: "Plan of reorganisation")
    case "handover": Phrase(vi: "Bàn giao", en: "Handover")
    case "transfer": Phrase(vi: "Chuyển sinh hoạt đảng", en: "Transfer")
    case "residenceComment": Phrase(vi: "Nhận xét của nơi cư trú", en: "Comment from where they live")
    case "residenceExemption":
      Phrase(vi: "Miễn giữ mối liên hệ nơi cư trú", en: "Exempt from residence contact")
    case "grant": Phrase(vi: "Quyền", en: "Right")
    case "identifier": Phrase(vi: "Mã ở hệ thống khác", en: "Identifier in another system")
    case "exempt": Phrase(vi: "Miễn công tác và sinh hoạt", en: "Exemption")
    case "suspended": Phrase(vi: "Đình chỉ sinh hoạt", en: "Suspension")
    case "leavingCase": Phrase(vi: "Xem xét ra khỏi Đảng", en: "Way out")
    case "warning": Phrase(vi: "Nhắc nhở", en: "Warning")
    case "matter": Phrase(vi: "Kỷ luật chờ xác nhận", en: "Discipline, waiting")
    case "discipline": disciplineTitle
    case "unitMatter": Phrase(vi: "Kỷ luật tổ chức chờ xác nhận", en: "Discipline of a unit, waiting")
    case "unitDiscipline": unitDisciplineTitle
    case "errorReport": Phrase(vi: "Báo thông tin chưa đúng", en: "Error reported")
    case "duesBasis": Phrase(vi: "Căn cứ đóng đảng phí", en: "Basis of dues")
    case "duesPaid": Phrase(vi: "Đảng phí", en: "Dues")
    case "duesReason": Phrase(vi: "Lý do chưa đóng đảng phí", en: "Reason for unpaid dues")
    case "duesPassed": Phrase(vi: "Đảng phí nộp lên", en: "Dues passed on")
    case "badge": Phrase(vi: "Huy hiệu Đảng", en: "Badge")
    case "candidacy": candidateWord
    case "candidateStep": Phrase(vi: "Bước kết nạp", en: "Step to the admission")
    case "recognitionVote": Phrase(vi: "Biểu quyết công nhận chính thức", en: "Vote on recognition")
    default: meetingFact(code)
    }
  }
}

extension String {
  /// With a small first letter, for the middle of a sentence.
  var lowercasedFirst: String { (first?.lowercased() ?? "") + dropFirst() }
}
