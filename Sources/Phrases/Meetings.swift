import Rules

/// Meetings of cells: their kinds, how they are held, what is recorded of them.
extension Phrase {
  static func meeting(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .notACell:
      Phrase(vi: "chỉ chi bộ mới triệu tập sinh hoạt chi bộ", en: "only a cell holds cell meetings")
    case .modeNotAllowed(let mode):
      Phrase(
        vi: "chưa được cấp ủy cấp trên cho phép sinh hoạt \(meetingMode(mode.rawValue).text.lowercasedFirst)",
        en: "no committee above has allowed it: \(meetingMode(mode.rawValue).text.lowercasedFirst)"
      )
    case .meetingIs(let stage):
      Phrase(
        vi: "buổi sinh hoạt \(meetingStage(stage.rawValue).text.lowercasedFirst)",
        en: "the meeting is \(meetingStage(stage.rawValue).text.lowercasedFirst)"
      )
    case .noSuchMeeting(let day):
      Phrase(
        vi: "chi bộ không có buổi sinh hoạt nào ngày \(self.day(day))",
        en: "the cell has no meeting on \(self.day(day))"
      )
    case .notOnRollCall:
      Phrase(
        vi: "không có trong danh sách điểm danh của chi bộ ngày đó",
        en: "is not called at the meetings of this cell on that day"
      )
    case .stillToCall(let count):
      Phrase(vi: "còn \(count) đảng viên chưa điểm danh", en: "\(count) members have not been called yet")
    case .minutesSigned:
      Phrase(
        vi: "biên bản đã có chữ ký, không sửa được nữa; chỉ ghi thêm phần đính chính",
        en: "the minutes are signed and do not change; a correction is added below them"
      )
    case .minutesNotSigned:
      Phrase(vi: "biên bản chưa đủ hai chữ ký", en: "the minutes do not have both signatures yet")
    case .notOfCommitteeAbove:
      Phrase(
        vi: "người theo dõi phải giữ chức vụ trong cấp ủy cấp trên của chi bộ",
        en: "whoever follows a cell holds a post in a committee above it"
      )
    case .notItsFollower:
      Phrase(
        vi: "không được phân công theo dõi chi bộ vào ngày sinh hoạt",
        en: "was not assigned to follow the cell on the day of the meeting"
      )
    case .markedAway:
      Phrase(
        vi: "điểm danh ghi vắng mặt; sửa điểm danh trước",
        en: "the roll call says they were not there; put that right first"
      )
    default: outputRefusal(refusal)
    }
  }

  package static func meetingKind(_ kind: String) -> Phrase {
    switch kind {
    case "regular": Phrase(vi: "Sinh hoạt thường kỳ", en: "Regular meeting")
    case "thematic": Phrase(vi: "Sinh hoạt chuyên đề", en: "Thematic meeting")
    case "combined": Phrase(vi: "Thường kỳ kết hợp chuyên đề", en: "Regular and thematic meeting")
    case "extraordinary": Phrase(vi: "Sinh hoạt bất thường", en: "Extraordinary meeting")
    case "preparation": Phrase(vi: "Họp chi ủy", en: "Committee meeting")
    default: Phrase(verbatim: kind)
    }
  }

  package static func meetingMode(_ mode: String) -> Phrase {
    switch mode {
    case "inPerson": Phrase(vi: "Trực tiếp", en: "In person")
    case "online": Phrase(vi: "Trực tuyến", en: "Online")
    case "hybrid": Phrase(vi: "Trực tiếp kết hợp trực tuyến", en: "In person and online")
    case "bySubgroups": Phrase(vi: "Theo tổ đảng", en: "By sub-groups")
    default: Phrase(verbatim: mode)
    }
  }

  package static func meetingStage(_ stage: String) -> Phrase {
    switch stage {
    case "called": Phrase(vi: "Đã triệu tập", en: "Called")
    case "open": Phrase(vi: "Đang họp", en: "In session")
    case "closed": Phrase(vi: "Đã họp", en: "Held")
    case "cancelled": Phrase(vi: "Đã hủy", en: "Cancelled")
    default: Phrase(verbatim: stage)
    }
  }

  package static func attendanceMark(_ mark: String) -> Phrase {
    switch mark {
    case "present": Phrase(vi: "Có mặt", en: "Present")
    case "late": Phrase(vi: "Đến muộn", en: "Late")
    case "left": Phrase(vi: "Về sớm", en: "Left early")
    case "excused": Phrase(vi: "Vắng có lý do", en: "Excused")
    case "absent": Phrase(vi: "Vắng không lý do", en: "Absent")
    default: Phrase(verbatim: mark)
    }
  }

  /// The same on a button, where three stand beside each other.
  package static func attendanceButton(_ mark: String) -> Phrase {
    switch mark {
    case "excused": Phrase(vi: "Có lý do", en: "Excused")
    case "absent": Phrase(vi: "Vắng", en: "Absent")
    default: attendanceMark(mark)
    }
  }

  package static func attending(_ attending: String) -> Phrase {
    switch attending {
    case "home": Phrase(vi: "đảng viên của chi bộ", en: "member of the cell")
    case "temporary": Phrase(vi: "sinh hoạt tạm thời ở đây", en: "here for a time")
    case "guest": Phrase(vi: "tham gia sinh hoạt", en: "joins the meetings")
    case "follower": Phrase(vi: "cấp ủy cấp trên theo dõi", en: "follows the cell from above")
    case "away": Phrase(vi: "đang sinh hoạt tạm thời nơi khác", en: "elsewhere for a time")
    case "exempt": Phrase(vi: "được miễn sinh hoạt", en: "excused from meetings")
    case "suspended": Phrase(vi: "bị đình chỉ sinh hoạt", en: "suspended")
    default: Phrase(verbatim: attending)
    }
  }

  package static func voteManner(_ manner: String) -> Phrase {
    switch manner {
    case "hands": Phrase(vi: "Giơ tay", en: "Show of hands")
    case "named": Phrase(vi: "Biểu quyết ghi tên", en: "By name")
    case "secret": Phrase(vi: "Bỏ phiếu kín", en: "Secret ballot")
    default: Phrase(verbatim: manner)
    }
  }

  package static func meetingScorer(_ scorer: String) -> Phrase {
    scorer == "superior"
      ? Phrase(vi: "Cấp trên chấm", en: "Scored from above") : Phrase(vi: "Chi bộ tự chấm", en: "Own score")
  }

  package static func meetingCriterion(_ criterion: String) -> Phrase {
    switch criterion {
    case "order.kept":
      Phrase(vi: "Đúng thời gian, trình tự, đủ nội dung", en: "Right time and order, all content done")
    case "principles.kept":
      Phrase(vi: "Đúng nguyên tắc tổ chức và sinh hoạt đảng", en: "Principles of organisation observed")
    case "conclusions.carriedOut":
      Phrase(
        vi: "Kết luận, nghị quyết lần trước thực hiện tốt",
        en: "The last conclusions were carried out with good result"
      )
    case "meeting.smallCell":
      Phrase(
        vi: "Chi bộ ít đảng viên, cấp trên cho phép họp ngắn hơn",
        en: "A small cell, allowed a shorter meeting"
      )
    default: Phrase(verbatim: criterion)
    }
  }

  static func meetingFact(_ code: String) -> Phrase {
    switch code {
    case "meeting": Phrase(vi: "Buổi sinh hoạt", en: "Meeting")
    case "meetingItem": Phrase(vi: "Nội dung chương trình", en: "Item of the agenda")
    case "attendance": Phrase(vi: "Điểm danh", en: "Attendance")
    case "meetingVote": Phrase(vi: "Biểu quyết", en: "Vote")
    case "minutes": minutesTitle
    case "minutesAddendum": Phrase(vi: "Đính chính biên bản", en: "Added to the minutes")
    case "meetingScore": Phrase(vi: "Chấm điểm sinh hoạt", en: "Score of a meeting")
    case "meetingPaper": Phrase(vi: "Tài liệu sinh hoạt", en: "Paper of a meeting")
    case "meetingPermission": Phrase(vi: "Được phép sinh hoạt", en: "Allowed to meet")
    case "meetingOutput": Phrase(vi: "Sản phẩm chuyên đề", en: "Thematic output")
    case "meetingBallot": Phrase(vi: "Phiếu ghi tên", en: "Voice by name")
    case "minutesTemplate": minutesTemplate
    case "following": Phrase(vi: "Theo dõi chi bộ", en: "Follows the cell")
    case "visitNote": visitNote
    case "visitItem": Phrase(vi: "Việc cần khắc phục", en: "To be mended")
    default: preparationFact(code)
    }
  }

  static func meetingField(_ field: String) -> Phrase {
    switch field {
    case "meetingStage": Phrase(vi: "Tình trạng", en: "State")
    case "mode": Phrase(vi: "Hình thức sinh hoạt", en: "How it is held")
    case "begins": Phrase(vi: "Bắt đầu lúc", en: "Begins at")
    case "place": Phrase(vi: "Địa điểm", en: "Place")
    case "theme": Phrase(vi: "Chuyên đề", en: "Theme")
    case "chair": Phrase(vi: "Chủ trì", en: "Chair")
    case "taker": Phrase(vi: "Thư ký", en: "Minute-taker")
    case "opened": Phrase(vi: "Khai mạc", en: "Opened")
    case "closed": Phrase(vi: "Bế mạc", en: "Closed")
    case "mark": Phrase(vi: "Điểm danh", en: "Mark")
    case "manner": Phrase(vi: "Hình thức biểu quyết", en: "Manner")
    case "itemDone": Phrase(vi: "Đã xong", en: "Done")
    case "scorer": Phrase(vi: "Người chấm", en: "Scored by")
    case "scoreMet": Phrase(vi: "Đạt", en: "Met")
    case "meetingGround": Phrase(vi: "Căn cứ", en: "Ground")
    case "outputKind": outputKind
    case "link": outputLink
    case "ballot": Phrase(vi: "Ý kiến", en: "Voice")
    case "follower": Phrase(vi: "Người theo dõi", en: "Follower")
    case "following": Phrase(vi: "Phân công theo dõi", en: "Assignment")
    case "item": Phrase(vi: "Việc cần khắc phục", en: "To be mended")
    case "mended": Phrase(vi: "Khắc phục ngày", en: "Mended on")
    case "outcome": Phrase(vi: "Kết quả khắc phục", en: "What was done")
    default: preparationField(field)
    }
  }

  static func meetingDeed(_ code: String) -> Phrase {
    switch code {
    case "callMeeting": callMeeting
    case "changeMeeting": Phrase(vi: "Đổi lịch sinh hoạt", en: "Meeting changed")
    case "cancelMeeting": Phrase(vi: "Hủy buổi sinh hoạt", en: "Meeting cancelled")
    case "openMeeting": Phrase(vi: "Khai mạc sinh hoạt", en: "Meeting opened")
    case "closeMeeting": Phrase(vi: "Bế mạc sinh hoạt", en: "Meeting closed")
    case "reopenMeeting": Phrase(vi: "Mở lại buổi sinh hoạt", en: "Meeting opened again")
    case "callRoll": Phrase(vi: "Điểm danh", en: "Roll called")
    case "recordMeetingVote": Phrase(vi: "Ghi biểu quyết", en: "Vote recorded")
    case "putItem": Phrase(vi: "Ghi nội dung chương trình", en: "Item of an agenda written")
    case "dropItem": Phrase(vi: "Bỏ nội dung chương trình", en: "Item taken off an agenda")
    case "handOutPaper": Phrase(vi: "Gửi tài liệu sinh hoạt", en: "Paper handed out")
    case "writeMinutes": Phrase(vi: "Ghi biên bản", en: "Minutes written")
    case "signMinutes": Phrase(vi: "Ký biên bản", en: "Minutes signed")
    case "addToMinutes": Phrase(vi: "Đính chính biên bản", en: "Minutes added to")
    case "takeOverMeetings": Phrase(vi: "Nhập hồ sơ sinh hoạt cũ", en: "Past meetings taken over")
    case "scoreMeeting": Phrase(vi: "Chấm điểm sinh hoạt", en: "Meeting scored")
    case "registerOutput": registerOutput
    case "withdrawOutput": Phrase(vi: "Rút sản phẩm", en: "Output withdrawn")
    case "recordNamedVote": recordNamedVote
    case "putTemplateInForce": Phrase(vi: "Ban hành mẫu biên bản", en: "Wording of minutes put in force")
    case "endMeetingMode": Phrase(vi: "Thôi cho phép hình thức sinh hoạt", en: "Manner of meeting taken back")
    case "allowMeetingMode": Phrase(vi: "Cho phép hình thức sinh hoạt", en: "Manner of meeting allowed")
    default: preparationDeed(code)
    }
  }

  package static var callMeeting: Phrase { Phrase(vi: "Triệu tập sinh hoạt", en: "Call a meeting") }
  package static var minutesTitle: Phrase { Phrase(vi: "Biên bản", en: "Minutes") }
}
