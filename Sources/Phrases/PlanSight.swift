package import Basics
package import Rules

/// A plan of reorganisation as a picture and a sheet: where members go, what each unit holds, what follows.
extension Phrase {
  package static func whereMembersGo(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) đảng viên chuyển đi đâu",
      en: "Where \(plural(count, "member", "members")) go"
    )
  }
  package static var bandsOpen: Phrase {
    Phrase(
      vi: "bấm vào dải để xem danh sách",
      en: "each band opens the names"
    )
  }
  package static func planFlow(_ members: Int, _ from: Int, _ to: Int) -> Phrase {
    Phrase(
      vi:
        "\(grouped(members)) đảng viên chuyển từ \(from) nơi sang \(to) nơi; bảng bên dưới ghi cùng số liệu",
      en:
        "\(plural(members, "member", "members")) go from \(from) places to \(to); the table below says the same"
    )
  }
  package static func planBand(_ members: Int, _ from: String, _ to: String) -> Phrase {
    Phrase(
      vi: "\(grouped(members)) đảng viên từ \(from) sang \(to)",
      en: "\(plural(members, "member", "members")) from \(from) to \(to)"
    )
  }
  package static var planNobodyMoves: Phrase {
    Phrase(
      vi: "Không đảng viên nào đổi nơi sinh hoạt.",
      en: "No member comes to belong elsewhere."
    )
  }
  package static var planNobodyMovesMeaning: Phrase {
    Phrase(
      vi: "Phương án chỉ đổi tên, loại hình hoặc thành lập đơn vị chưa có người.",
      en: "The plan renames or changes units, or founds some that hold nobody yet."
    )
  }
  package static func members(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) đảng viên", en: plural(count, "member", "members"))
  }
  package static func planUnitsWith(_ units: Int, _ members: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(units)) đơn vị, \(grouped(members)) đảng viên",
      en: "\(plural(units, "unit", "units")), \(plural(members, "member", "members"))"
    )
  }
  package static func planOtherUnits(_ units: Int) -> Phrase {
    Phrase(vi: "\(grouped(units)) đơn vị khác", en: "\(grouped(units)) others")
  }
  package static var planNowhere: Phrase { Phrase(vi: "Chưa phân công", en: "Not assigned yet") }
  package static var planPostEnds: Phrase { Phrase(vi: "Thôi giữ chức", en: "Ends") }
  package static var planFrom: Phrase { Phrase(vi: "Từ đơn vị", en: "From") }
  package static var planTo: Phrase { Phrase(vi: "Sang đơn vị", en: "To") }
  package static var planPost: Phrase { Phrase(vi: "Chức vụ", en: "Post") }
  package static var officialMembers: Phrase { Phrase(vi: "Chính thức", en: "Official") }
  package static var probationaryMembers: Phrase { Phrase(vi: "Dự bị", en: "Probationary") }
  package static var planTransfers: Phrase { Phrase(vi: "Đang chuyển", en: "Transfers") }
  package static var planCases: Phrase { Phrase(vi: "Kỷ luật chờ", en: "Cases") }
  package static var planAssessments: Phrase { Phrase(vi: "Mô hình đang chấm", en: "Models") }

  /// What becomes of a unit, beside its name.
  package static func planMark(_ mark: PlanOutlook.Mark, isAfter: Bool) -> Phrase {
    switch mark {
    case .ends: Phrase(vi: "kết thúc", en: "ends")
    case .begins: Phrase(vi: "mới", en: "new")
    case .stays: Phrase(verbatim: "")
    }
  }
  package static func planWithin(_ name: String) -> Phrase {
    Phrase(vi: "Chỉ xem phần của \(name).", en: "Only what is under \(name).")
  }
  package static var planWhole: Phrase { Phrase(vi: "Xem toàn bộ", en: "See all of it") }

  package static func planBalancesOn(_ day: CivilDate) -> Phrase {
    Phrase(vi: "Cân đối ngày \(self.day(day))", en: "Balances on \(self.day(day))")
  }
  package static func planBeforeUntil(_ day: CivilDate) -> Phrase {
    Phrase(
      vi: "Trước: đến hết ngày \(self.day(day.adding(days: -1)))",
      en: "Before: until \(self.day(day.adding(days: -1)))"
    )
  }
  package static func planAfterFrom(_ day: CivilDate) -> Phrase {
    Phrase(vi: "Sau: từ ngày \(self.day(day))", en: "After: from \(self.day(day))")
  }
  package static var beforeEqualsAfter: Phrase { Phrase(vi: "Trước = sau", en: "Before = after") }

  // MARK: Behind a number

  package static func passingKind(_ code: String) -> Phrase {
    switch code {
    case "official": Phrase(vi: "Đảng viên chính thức", en: "Official members")
    case "probationary": Phrase(vi: "Đảng viên dự bị", en: "Probationary members")
    case "candidates": candidates
    case "transfers": Phrase(vi: "Hồ sơ chuyển sinh hoạt chưa xong", en: "Transfers under way")
    case "cases": Phrase(vi: "Kỷ luật chờ xác nhận", en: "Discipline not yet confirmed")
    case "assessments":
      Phrase(vi: "Hồ sơ chấm điểm mô hình chưa kết luận", en: "Model assessments not decided")
    case "posts": Phrase(vi: "Chức vụ đang giữ", en: "Posts held")
    default: Phrase(vi: "Đảng viên", en: "Members")
    }
  }
  package static func planPeople(_ from: String?, _ to: String?, on date: CivilDate) -> Phrase {
    let (start, end) = (from ?? "", to ?? "")
    return switch (from, to) {
    case (nil, nil): Phrase(vi: "Theo phương án, ngày \(day(date))", en: "By the plan, on \(day(date))")
    case (_, nil): Phrase(vi: "Từ \(start), ngày \(day(date))", en: "From \(start), on \(day(date))")
    case (nil, _): Phrase(vi: "Về \(end), ngày \(day(date))", en: "To \(end), on \(day(date))")
    default:
      Phrase(vi: "Từ \(start) sang \(end), ngày \(day(date))", en: "From \(start) to \(end), on \(day(date))")
    }
  }
  package static var planNobodyHere: Phrase { Phrase(vi: "Không có ai.", en: "Nobody.") }
  package static var planNobodyHereMeaning: Phrase {
    Phrase(
      vi: "Phương án không chuyển ai theo hướng này, hoặc đơn vị ngoài phạm vi của bạn.",
      en: "The plan sends nobody this way, or the units are out of your reach."
    )
  }
  package static func planHidden(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) người thuộc đơn vị ngoài phạm vi của bạn, không hiện tên.",
      en: "\(grouped(count)) belong to units out of your reach and are not named."
    )
  }

  // MARK: What stands in the way

  package static var planConflicts: Phrase { Phrase(vi: "Vướng mắc", en: "Conflicts") }
  package static func planConflictCount(_ blocking: Int, _ advisory: Int) -> Phrase {
    Phrase(
      vi: "\(blocking) phải xử lý, \(advisory) cần lưu ý",
      en: "\(blocking) blocking, \(advisory) advisory"
    )
  }
  package static func planBlocked(_ count: Int) -> Phrase {
    Phrase(
      vi: "Phải xử lý trước: \(count) vướng mắc",
      en: "\(plural(count, "conflict stands", "conflicts stand")) in the way"
    )
  }
  package static var planBlocks: Phrase { Phrase(vi: "Phải xử lý trước khi ký", en: "Blocks signing") }
  package static var planAdvises: Phrase { Phrase(vi: "Cần lưu ý", en: "To be seen to") }
  package static func planMoreAdvice(_ count: Int) -> Phrase {
    Phrase(vi: "Xem thêm \(grouped(count)) điểm cần lưu ý", en: "\(grouped(count)) more to be seen to")
  }

  /// What to do about what stands in the way.
  package static func planRemedy(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .unknownUnit:
      Phrase(
        vi: "Sửa mã đơn vị, hoặc thêm bước thành lập đơn vị này lên trước.",
        en: "Correct the code, or found the unit in an earlier step."
      )
    case .unitAbsent:
      Phrase(
        vi: "Chọn đơn vị còn hoạt động trong ngày có hiệu lực, hoặc đổi ngày.",
        en: "Name a unit that is there on the day, or change the day."
      )
    case .unknownPerson, .notAtHome, .allottedTwice:
      Phrase(
        vi: "Đối chiếu lại danh sách người được phân công của bước này.",
        en: "Check the people this step names."
      )
    case .notAHeir, .notDirectlyBelow:
      Phrase(
        vi: "Sửa phần phân chia: chỉ nêu đơn vị tiếp nhận và đơn vị trực thuộc của bước này.",
        en: "Correct the shares: name those that take over and units directly below."
      )
    case .codeTaken: Phrase(vi: "Đặt mã khác cho đơn vị mới.", en: "Give the new unit another code.")
    case .wrongParent:
      Phrase(
        vi: "Chuyển về cấp trên đúng loại, hoặc đổi loại hình trong phương án.",
        en: "Put it under a unit of the right kind, or change its kind in the plan."
      )
    case .ownAncestor:
      Phrase(vi: "Chọn cấp trên không nằm dưới chính đơn vị này.", en: "Choose a unit that is not below it.")
    case .stillHasUnits:
      Phrase(
        vi: "Phân công các đơn vị trực thuộc cho đơn vị tiếp nhận.",
        en: "Allot the units below it to those that take over."
      )
    case .stillHasMembers:
      Phrase(
        vi: "Phân công những đảng viên còn lại cho đơn vị tiếp nhận.",
        en: "Allot the members that are left to those that take over."
      )
    case .stillHasMatters:
      Phrase(
        vi: "Phân công người còn lại để việc đi theo người, hoặc giải quyết xong trước.",
        en: "Allot who is left so that matters go with them, or settle these first."
      )
    case .twoHolders:
      Phrase(
        vi: "Ghi rõ ai giữ chức, người kia thôi; hoặc để chức vụ kết thúc.",
        en: "Say who keeps the post and who leaves it, or let it end."
      )
    case .nothingChanges: Phrase(vi: "Bỏ bước này.", en: "Take this step out.")
    default: Phrase(vi: "Sửa bước này rồi đối chiếu lại.", en: "Correct the step and check again.")
    }
  }
  package static var planRuleRemedy: Phrase {
    Phrase(
      vi: "Cân nhắc trước khi ký; ghi căn cứ nếu giữ nguyên.",
      en: "Weigh it before signing; say on what basis when it stays."
    )
  }
  package static var planSecretaryRemedy: Phrase {
    Phrase(
      vi: "Chỉ định bí thư ngay khi phương án có hiệu lực.",
      en: "Appoint a secretary as soon as the plan is in force."
    )
  }
  package static var planRightsRemedy: Phrase {
    Phrase(
      vi: "Cấp lại quyền cho đơn vị tiếp nhận sau khi ký.",
      en: "Grant rights for those that take over, after signing."
    )
  }
}
