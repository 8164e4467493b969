/// Words about the journal: everything ever done, in order, chained.
extension Phrase {
  package static var journalTitle: Phrase { Phrase(vi: "Nhật ký hồ sơ", en: "Journal") }
  package static var journalMeaning: Phrase {
    Phrase(
      vi: "Mọi việc đã làm trong hồ sơ, theo thứ tự; mỗi dòng nối với dòng trước bằng mã băm.",
      en: "Everything done to the record, in order; each line is chained to the one before."
    )
  }
  package static var sequence: Phrase { Phrase(vi: "Số", en: "No.") }
  package static var momentTitle: Phrase { Phrase(vi: "Thời điểm", en: "Moment") }
  package static var account: Phrase { Phrase(vi: "Tài khoản", en: "Account") }
  package static var operationTitle: Phrase { Phrase(vi: "Việc", en: "Operation") }
  package static var hash: Phrase { Phrase(vi: "Mã băm", en: "Hash") }
  package static func chainHolds(_ count: Int, _ moment: String) -> Phrase {
    Phrase(
      vi: "Chuỗi liền mạch: \(grouped(count)) dòng đã kiểm, \(moment)",
      en: "The chain holds: \(plural(count, "entry", "entries")) verified, \(moment)"
    )
  }
  package static func chainBreaks(_ sequence: Int) -> Phrase {
    Phrase(
      vi: "Chuỗi đứt tại dòng \(grouped(sequence)). Nội dung từ đó trở đi không còn được bảo chứng.",
      en: "The chain breaks at entry \(grouped(sequence)). What follows is no longer vouched for."
    )
  }
  package static func entryTitle(_ sequence: Int) -> Phrase {
    Phrase(vi: "Dòng nhật ký \(grouped(sequence))", en: "Journal entry \(grouped(sequence))")
  }
  package static var hashBefore: Phrase { Phrase(vi: "Mã băm dòng trước", en: "Hash before") }
  package static var whatItSaid: Phrase { Phrase(vi: "Nội dung", en: "What it said") }
  package static var annuls: Phrase { Phrase(vi: "Hủy dòng", en: "Annuls") }
  package static var annulledBy: Phrase { Phrase(vi: "Bị hủy bởi dòng", en: "Annulled by") }
  /// The name of what an entry said.
  package static func said(_ name: String) -> Phrase {
    switch name {
    case "entry": sequence
    case "why": Phrase(vi: "Lý do", en: "Why")
    case "account": account
    case "grant": Phrase(vi: "Quyền", en: "Right")
    case "successors": deedField("", "successor")
    case "file": Phrase(vi: "Tệp", en: "File")
    case "decision": decision
    default: deedField("", name)
    }
  }
  package static var nothingChanged: Phrase {
    Phrase(
      vi: "Không có thay đổi nào trong phạm vi xem được.",
      en: "It changed nothing that is yours to see."
    )
  }
  package static var narrowJournal: Phrase { Phrase(vi: "Lọc nhật ký", en: "Narrow the journal") }
  package static var notAnnulled: Phrase { Phrase(vi: "chưa bị hủy", en: "not annulled") }
  package static var seeAsKnown: Phrase {
    Phrase(vi: "Xem hồ sơ như đã biết:", en: "See the record as known:")
  }
  package static var asKnownAfter: Phrase { Phrase(vi: "sau mục này", en: "after this entry") }
  package static var asKnownBefore: Phrase { Phrase(vi: "ngay trước mục này", en: "just before it") }
  package static var sealed: Phrase {
    Phrase(
      vi: "Nội dung của dòng này đã được niêm phong. Mã băm vẫn bảo chứng cho nó.",
      en: "What this entry said is sealed. Its hash vouches for it all the same."
    )
  }
  package static var chainUnchecked: Phrase {
    Phrase(vi: "Chuỗi chưa được kiểm lần nào.", en: "The chain has never been verified.")
  }
  package static var journalEmpty: Phrase { Phrase(vi: "Nhật ký còn trống.", en: "The journal is empty.") }
  package static var journalEmptyMeaning: Phrase {
    Phrase(
      vi: "Dòng đầu tiên sẽ xuất hiện khi danh sách đầu tiên được nhập.",
      en: "Its first line appears when the first list is brought in."
    )
  }

  /// What an entry did, by its operation's code; any other text passes as it is.
  package static func operation(_ code: String) -> Phrase {
    switch code {
    case "import": Phrase(vi: "Nhập danh sách", en: "Lists brought in")
    case "export": Phrase(vi: "Xuất danh sách", en: "List exported")
    case "admit": Phrase(vi: "Kết nạp", en: "Admission")
    case "recognise": Phrase(vi: "Công nhận chính thức", en: "Official recognition")
    case "transfer": Phrase(vi: "Chuyển sinh hoạt đảng", en: "Transfer of activities")
    case "askTransfer": Phrase(vi: "Đề nghị chuyển sinh hoạt", en: "Transfer asked for")
    case "sendTransfer": Phrase(vi: "Giới thiệu chuyển đi", en: "Letter of introduction sent")
    case "receiveTransfer": Phrase(vi: "Tiếp nhận chuyển đến", en: "Member received")
    case "returnTransfer": Phrase(vi: "Trả lại giấy giới thiệu", en: "Letter returned")
    case "withdrawTransfer": Phrase(vi: "Rút đề nghị chuyển sinh hoạt", en: "Transfer given up")
    case "second": Phrase(vi: "Tăng cường, biệt phái", en: "Secondment")
    case "askComment": Phrase(vi: "Xin nhận xét của nơi cư trú", en: "Residence comment asked for")
    case "receiveComment": Phrase(vi: "Nhận xét của nơi cư trú", en: "Residence comment given")
    case "exemptResidence": Phrase(vi: "Miễn giữ mối liên hệ nơi cư trú", en: "Exempt from residence contact")
    case "transferMembers": Phrase(vi: "Chuyển sinh hoạt nhiều người", en: "Several members transferred")
    case "endMembership": Phrase(vi: "Ra khỏi danh sách", en: "Leaving the roll")
    case "beginRole": Phrase(vi: "Bắt đầu sinh hoạt nơi khác", en: "Affiliation begun")
    case "endRole": Phrase(vi: "Thôi sinh hoạt nơi khác", en: "Affiliation ended")
    case "holdPost": Phrase(vi: "Giao giữ chức vụ", en: "Post taken")
    case "leavePost": Phrase(vi: "Thôi giữ chức vụ", en: "Post laid down")
    case "foundUnit": Phrase(vi: "Thành lập đơn vị", en: "Unit founded")
    case "putRulebookInForce": Phrase(vi: "Ban hành quy định riêng", en: "Own rulebook put in force")
    case "receiveDues": Phrase(vi: "Thu đảng phí", en: "Dues received")
    case "passDuesOn": Phrase(vi: "Nộp đảng phí lên cấp trên", en: "Dues passed on")
    case "declareDues": Phrase(vi: "Kê khai căn cứ đóng đảng phí", en: "Basis of dues declared")
    case "excuseUnpaidDues": Phrase(vi: "Ghi lý do chưa đóng đảng phí", en: "Reason for unpaid dues")
    case "awardBadges": Phrase(vi: "Trao Huy hiệu Đảng", en: "Badges awarded")
    case "beginCandidacy": Phrase(vi: "Thêm quần chúng ưu tú", en: "Candidate taken up")
    case "changeCandidacy": Phrase(vi: "Bổ sung thông tin quần chúng ưu tú", en: "Candidacy completed")
    case "moveCandidacy":
      Phrase(vi: "Chuyển quần chúng ưu tú sang chi bộ khác", en: "Candidate taken on by another cell")
    case "recordCandidateStep": Phrase(vi: "Ghi bước kết nạp", en: "Step to an admission recorded")
    case "endCandidacy": Phrase(vi: "Thôi xem xét kết nạp", en: "Candidacy ended")
    case "admitCandidate": Phrase(vi: "Lễ kết nạp", en: "Candidate admitted")
    case "recordRecognitionVote":
      Phrase(vi: "Ghi biểu quyết công nhận chính thức", en: "Vote on recognition recorded")
    case "renameUnit": Phrase(vi: "Đổi tên đơn vị", en: "Unit renamed")
    case "moveUnit": Phrase(vi: "Chuyển đơn vị trực thuộc", en: "Unit moved")
    case "changeUnit": Phrase(vi: "Đổi loại hình đơn vị", en: "Unit changed")
    case "endUnit": Phrase(vi: "Kết thúc đơn vị", en: "Unit ended")
    case "callMeeting", "changeMeeting", "cancelMeeting", "openMeeting", "closeMeeting", "reopenMeeting",
      "callRoll", "recordMeetingVote", "putItem", "dropItem", "handOutPaper", "writeMinutes", "signMinutes",
      "addToMinutes", "scoreMeeting", "allowMeetingMode", "endMeetingMode", "registerOutput",
      "withdrawOutput",
      "recordNamedVote", "putTemplateInForce",
      "putMatters", "settleItem", "proposeTheme",
      "settleTheme", "commentBefore", "takeBackComment", "inviteGuest", "dropGuest",
      "takeOverMeetings":
      meetingDeed(code)
    case "enterResolution", "changeResolution", "sendResolution", "answerResolution", "assignTask",
      "assignTasks", "changeTask",
      "tellProgress", "tellTasks", "dropProgress", "endTask", "remindUnit",
      "assignFollower", "endFollowing", "leaveVisitNote", "addVisitItem", "closeVisitItem":
      resolutionDeed(code)
    case "openRound", "changeRound", "publishRound", "rateSubject", "rateSubjects", "stateForReview",
      "sendReviews", "sendReviewsBack", "raiseMatter", "answerMatter", "assignSteering", "endSteering",
      "listResults", "beginAssessment", "scoreModel", "verifyModel", "returnModel", "decideModel",
      "enterRegulation", "approveRegulation":
      reviewDeed(code)
    case "savePlan": Phrase(vi: "Soạn phương án sắp xếp", en: "Plan of reorganisation written")
    case "takePlanOn": Phrase(vi: "Chuyển bước phương án sắp xếp", en: "Plan of reorganisation taken on")
    case "closePlan": Phrase(vi: "Ký phương án sắp xếp", en: "Plan of reorganisation signed")
    case "reopenPlan":
      Phrase(vi: "Hủy việc thực hiện phương án sắp xếp", en: "Plan of reorganisation undone")
    case "drawUpHandover": Phrase(vi: "Lập sổ bàn giao", en: "Handover ledger drawn up")
    case "addHandover": Phrase(vi: "Thêm mục bàn giao", en: "Handover item added")
    case "answerForHandover": Phrase(vi: "Giao người chịu trách nhiệm bàn giao", en: "Handover answered for")
    case "signHandover": Phrase(vi: "Ký bàn giao", en: "Handover signed")
    case "reorganise": Phrase(vi: "Sắp xếp tổ chức", en: "Units reorganised")
    case "absorb": Phrase(vi: "Tiếp nhận dữ liệu nơi khác", en: "Record of another installation brought in")
    case "merge": Phrase(vi: "Sáp nhập", en: "Merger")
    case "split": Phrase(vi: "Chia tách", en: "Split")
    case "dissolve": Phrase(vi: "Giải thể", en: "Dissolution")
    case "correctParticulars": Phrase(vi: "Đính chính thông tin", en: "Particulars corrected")
    case "attachScan": Phrase(vi: "Thêm bản chụp quyết định", en: "Scan of a decision added")
    case "recordIdentifier": Phrase(vi: "Ghi mã ở hệ thống khác", en: "Identifier recorded")
    case "endIdentifier": Phrase(vi: "Thôi dùng mã ở hệ thống khác", en: "Identifier ended")
    case "exempt": Phrase(vi: "Miễn công tác và sinh hoạt", en: "Exemption")
    case "suspend": Phrase(vi: "Đình chỉ sinh hoạt", en: "Suspension")
    case "endState": Phrase(vi: "Thôi miễn hoặc đình chỉ", en: "Exemption or suspension ended")
    case "warnMember": Phrase(vi: "Nhắc nhở đảng viên", en: "Warning to a member")
    case "openLeaving": Phrase(vi: "Xem xét ra khỏi Đảng", en: "Way out opened")
    case "hearMember": Phrase(vi: "Nghe đảng viên trình bày", en: "Member heard")
    case "voteOnLeaving": Phrase(vi: "Chi bộ biểu quyết", en: "Cell's vote on leaving")
    case "decideLeaving": Phrase(vi: "Quyết định ra khỏi Đảng", en: "Leaving decided")
    case "closeLeaving": Phrase(vi: "Khép lại việc xem xét", en: "Way out closed")
    case "discipline": Phrase(vi: "Nhập kỷ luật", en: "Discipline entered")
    case "confirmDiscipline": Phrase(vi: "Xác nhận kỷ luật", en: "Discipline confirmed")
    case "withdrawDiscipline": Phrase(vi: "Rút kỷ luật đã nhập", en: "Discipline withdrawn")
    case "disciplineUnit": Phrase(vi: "Nhập kỷ luật tổ chức đảng", en: "Discipline of a unit entered")
    case "confirmUnitDiscipline":
      Phrase(vi: "Xác nhận kỷ luật tổ chức đảng", en: "Discipline of a unit confirmed")
    case "withdrawUnitDiscipline":
      Phrase(vi: "Rút kỷ luật tổ chức đã nhập", en: "Discipline of a unit withdrawn")
    case "reportError": Phrase(vi: "Đảng viên báo thông tin chưa đúng", en: "Error reported by the member")
    case "answerReport": Phrase(vi: "Trả lời báo cáo của đảng viên", en: "Report answered")
    case "annul": Phrase(vi: "Hủy một việc đã ghi", en: "Annulment")
    case "addAccount": Phrase(vi: "Lập tài khoản", en: "Account made")
    case "lockAccount": Phrase(vi: "Khóa tài khoản", en: "Account locked")
    case "resetPassword": Phrase(vi: "Cấp lại mật khẩu", en: "Password reset")
    case "unlockAccount": Phrase(vi: "Mở khóa tài khoản", en: "Account unlocked")
    case "signOutEverywhere": Phrase(vi: "Đăng xuất mọi nơi", en: "Signed out everywhere")
    case "enrolSecondFactor": Phrase(vi: "Bật xác thực hai bước", en: "Two-step sign-in turned on")
    case "removeSecondFactor": Phrase(vi: "Gỡ xác thực hai bước", en: "Two-step sign-in taken away")
    case "requireSecondFactor":
      Phrase(vi: "Quy định xác thực hai bước", en: "Roles that must have two-step sign-in")
    case "grantRights": Phrase(vi: "Cấp quyền", en: "Rights granted")
    case "withdrawRights": Phrase(vi: "Thu quyền", en: "Rights withdrawn")
    default: Phrase(verbatim: code)
    }
  }
}
