package import Rules

/// Words about who may do what where.
extension Phrase {
  package static var rightsTitle: Phrase { Phrase(vi: "Ai được làm gì", en: "Who may do what") }
  package static var rightsMeaning: Phrase {
    Phrase(
      vi: """
        Vai trò được cấp cho một đơn vị, có hiệu lực trong thời gian được cấp, tại đơn vị đó và các đơn vị \
        bên dưới. Đơn vị đã kết thúc thì theo đơn vị kế thừa. Ngoài phạm vi đó không được làm gì.
        """,
      en: """
        A role is granted for a unit and counts on the days of the grant, for that unit and for what stands \
        below it. A unit that has ended is where its successors are. Nothing is allowed anywhere else.
        """
    )
  }
  package static var rightsDeed: Phrase { Phrase(vi: "Việc", en: "Deed") }
  package static var yourRole: Phrase { Phrase(vi: "vai trò của bạn", en: "your role") }
  package static var ownAndBelow: Phrase {
    Phrase(vi: "đơn vị mình và bên dưới", en: "own unit and below")
  }
  package static var belowOnly: Phrase { Phrase(vi: "chỉ đơn vị bên dưới", en: "below only") }
  package static var ownOnly: Phrase { Phrase(vi: "chỉ đơn vị mình", en: "own unit only") }
  package static var mayNot: Phrase { Phrase(vi: "không", en: "no") }
  package static var ownFileOnly: Phrase {
    Phrase(
      vi: "Đảng viên chỉ xem được hồ sơ của chính mình và biết ai đã mở hồ sơ đó.",
      en: "A member sees their own file only, and who opened it."
    )
  }
  package static func mayDo(_ role: String, _ unit: String) -> Phrase {
    Phrase(vi: "Là \(role) của \(unit), người này được", en: "As \(role) for \(unit), this person may")
  }
  package static func youMayDo(_ role: String, _ unit: String) -> Phrase {
    Phrase(vi: "Là \(role) của \(unit), bạn được làm gì", en: "What you may do as \(role) for \(unit)")
  }
  package static var mayDoNothing: Phrase {
    Phrase(
      vi: "chỉ xem hồ sơ của chính mình, nếu tài khoản thuộc về một đảng viên",
      en: "see only their own file, when the account belongs to a member"
    )
  }

  /// Where a role's deeds reach, in words.
  package static func reach(_ relations: [Relation]) -> Phrase {
    switch (relations.contains(.own), relations.contains(.below)) {
    case (true, true): ownAndBelow
    case (false, true): belowOnly
    case (true, false): ownOnly
    case (false, false): mayNot
    }
  }

  /// A deed, as one would say what somebody may do.
  package static func deed(_ deed: Deed) -> Phrase {
    switch deed {
    case .readUnits: Phrase(vi: "xem tổ chức", en: "see units")
    case .readFigures: Phrase(vi: "xem số liệu", en: "see figures")
    case .readRoll: Phrase(vi: "xem danh sách đảng viên", en: "see the roll")
    case .readPerson: Phrase(vi: "mở hồ sơ đảng viên", en: "open a person's file")
    case .readJournal: Phrase(vi: "xem nhật ký hồ sơ", en: "see the journal")
    case .exportLists: Phrase(vi: "xuất danh sách", en: "take lists away")
    case .foundUnit: Phrase(vi: "thành lập đơn vị", en: "found a unit")
    case .renameUnit: Phrase(vi: "đổi tên đơn vị", en: "rename a unit")
    case .changeUnit: Phrase(vi: "đổi loại hình đơn vị", en: "change a unit's kind")
    case .moveUnit: Phrase(vi: "chuyển đơn vị trực thuộc", en: "move a unit")
    case .endUnit: Phrase(vi: "kết thúc đơn vị", en: "end a unit")
    case .readPlans: Phrase(vi: "xem phương án sắp xếp", en: "read plans of reorganisation")
    case .admit: Phrase(vi: "kết nạp đảng viên", en: "admit a member")
    case .recognise: Phrase(vi: "công nhận đảng viên chính thức", en: "recognise a member as official")
    case .transfer: Phrase(vi: "chuyển sinh hoạt đảng", en: "transfer a member")
    case .affiliate: Phrase(vi: "ghi sinh hoạt nơi khác", en: "affiliate a member elsewhere")
    case .endMembership: Phrase(vi: "đưa ra khỏi danh sách", en: "take a member off the roll")
    case .holdPost: Phrase(vi: "ghi chức vụ", en: "record a post")
    case .correctParticulars: Phrase(vi: "đính chính thông tin", en: "correct particulars")
    case .askTransfer: Phrase(vi: "đề nghị chuyển sinh hoạt", en: "ask for a transfer")
    case .sendTransfer: Phrase(vi: "giới thiệu chuyển đi", en: "send a member on with a letter")
    case .receiveTransfer: Phrase(vi: "tiếp nhận người chuyển đến", en: "receive a member who comes")
    case .exempt: Phrase(vi: "miễn công tác và sinh hoạt", en: "exempt a member")
    case .suspend: Phrase(vi: "đình chỉ sinh hoạt", en: "suspend a member")
    case .proposeLeaving: Phrase(vi: "nhắc nhở, đề nghị ra khỏi Đảng", en: "warn, and propose leaving")
    case .readDiscipline: Phrase(vi: "xem kỷ luật", en: "read of disciplines")
    case .discipline: Phrase(vi: "nhập hoặc xác nhận kỷ luật", en: "enter or confirm a discipline")
    case .readUnitMatter:
      Phrase(vi: "xem kỷ luật tổ chức chờ xác nhận", en: "read of disciplines of units that wait")
    case .disciplineUnit:
      Phrase(vi: "nhập hoặc xác nhận kỷ luật tổ chức", en: "enter or confirm a discipline of a unit")
    case .keepContact: Phrase(vi: "ghi mối liên hệ nơi cư trú", en: "keep contact where members live")
    case .readDues: Phrase(vi: "xem đảng phí của từng đảng viên", en: "see each member's dues")
    case .keepDues: Phrase(vi: "thu, ghi và nộp đảng phí", en: "receive dues and pass them on")
    case .awardBadge: Phrase(vi: "ghi trao Huy hiệu Đảng", en: "record badges awarded")
    case .keepCandidates:
      Phrase(
        vi: "theo dõi quần chúng ưu tú và đảng viên dự bị",
        en: "work on candidates and members on probation"
      )
    case .readMeetings: Phrase(vi: "xem sinh hoạt chi bộ", en: "read of meetings")
    case .keepMeetings:
      Phrase(vi: "triệu tập, điều hành, ghi sinh hoạt", en: "call, hold and write down meetings")
    case .scoreMeetings: Phrase(vi: "chấm điểm sinh hoạt của cấp dưới", en: "score meetings from above")
    case .allowMeetingModes:
      Phrase(
        vi: "cho phép sinh hoạt trực tuyến, theo tổ đảng",
        en: "allow meetings online or by sub-groups"
      )
    case .readResolutions: Phrase(vi: "xem nghị quyết, nhiệm vụ", en: "read resolutions and tasks")
    case .keepResolutions:
      Phrase(
        vi: "ghi nghị quyết, giao và báo cáo nhiệm vụ",
        en: "keep resolutions, give tasks and tell of them"
      )
    case .readReviews: Phrase(vi: "xem kiểm điểm, xếp loại", en: "read of reviews")
    case .keepReviews:
      Phrase(vi: "đánh giá, xếp loại và gửi kết quả", en: "evaluate, rate and send reviews up")
    case .holdReviews: Phrase(vi: "mở và công bố đợt kiểm điểm", en: "open and publish rounds of review")
    case .readModels:
      Phrase(vi: "xem mô hình, quy chế làm việc", en: "read of models and working regulations")
    case .keepModels:
      Phrase(
        vi: "tự chấm mô hình, ghi quy chế làm việc",
        en: "grade a unit by a model and enter its working regulation"
      )
    case .verifyModels:
      Phrase(
        vi: "thẩm định kết quả tự chấm, phê duyệt quy chế của cấp dưới",
        en: "verify the grades and approve the regulations of units below"
      )
    case .recogniseModels: Phrase(vi: "công nhận mô hình", en: "recognise units by a model")
    case .assignFollowers:
      Phrase(vi: "phân công cấp ủy viên theo dõi chi bộ", en: "assign committee members to follow cells")
    case .importLists: Phrase(vi: "nhập danh sách", en: "bring lists in")
    case .fileDecisions: Phrase(vi: "lưu văn bản quyết định", en: "keep the paper of decisions")
    case .annul: Phrase(vi: "hủy một việc đã ghi", en: "annul an entry")
    case .grantRights: Phrase(vi: "cấp và thu quyền", en: "grant and withdraw rights")
    case .manageAccounts: Phrase(vi: "quản lý tài khoản", en: "manage accounts")
    }
  }
}
