package import Basics
package import Rules

/// What the pages of resolutions and tasks say.
extension Phrase {
  package static var resolutionsTitle: Phrase { Phrase(vi: "Nghị quyết", en: "Resolutions") }
  package static var tasksTitle: Phrase { Phrase(vi: "Nhiệm vụ", en: "Tasks") }
  package static var myTasks: Phrase { Phrase(vi: "Việc của tôi", en: "My tasks") }
  package static var registerOfResolutions: Phrase {
    Phrase(vi: "Sổ nghị quyết", en: "Register of resolutions")
  }
  package static func resolutionsSentence(_ day: CivilDate) -> Phrase {
    Phrase(
      vi: "Của đơn vị và của cấp trên, đến ngày \(Phrase.day(day)); chưa hồi âm đứng trước.",
      en: "The unit's own and those from above, by \(Phrase.day(day)); the silent ones first."
    )
  }
  package static func tasksSentence(_ day: CivilDate) -> Phrase {
    Phrase(
      vi: "Của đơn vị và các đơn vị bên dưới, đến ngày \(Phrase.day(day)).",
      en: "Of the unit and those below it, by \(Phrase.day(day))."
    )
  }
  package static var noResolutions: Phrase {
    Phrase(vi: "Chưa có nghị quyết nào.", en: "No resolutions yet.")
  }
  package static var noResolutionsMeaning: Phrase {
    Phrase(
      vi: "Nghị quyết của đơn vị và nghị quyết cấp trên gửi xuống sẽ hiện ở đây.",
      en: "The unit's own resolutions and those sent from above appear here."
    )
  }
  package static var resolutionTitle: Phrase { Phrase(vi: "Nghị quyết", en: "Resolution") }
  package static var resolutionFrom: Phrase { Phrase(vi: "Của", en: "From") }
  package static var ownResolution: Phrase { Phrase(vi: "Đơn vị ban hành", en: "The unit's own") }
  package static var resolutionStep: Phrase { Phrase(vi: "Triển khai", en: "Carried out") }
  package static var tasksPercent: Phrase { Phrase(vi: "Tiến độ", en: "Progress") }
  package static var notSentDown: Phrase { Phrase(vi: "chưa gửi xuống", en: "not sent down") }
  package static func silentOf(_ silent: Int, _ all: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(silent)) trong \(grouped(all)) đơn vị chưa hồi âm",
      en: "\(grouped(silent)) of \(grouped(all)) units silent"
    )
  }
  package static func silentDays(_ days: Int) -> Phrase {
    Phrase(vi: "\(grouped(days)) ngày chưa có tin mới", en: "\(grouped(days)) days without word")
  }
  package static func lagDays(_ days: Int) -> Phrase {
    Phrase(vi: "\(grouped(days)) ngày", en: plural(days, "day", "days"))
  }
  package static func wholePercent(_ percent: Int) -> Phrase { Phrase(verbatim: "\(percent)%") }
  package static func quantity(_ quantity: Quantity) -> Phrase {
    quantity.isWhole
      ? number(quantity.whole)
      : Phrase(vi: quantity.description.replacing(".", with: ","), en: quantity.description)
  }
  package static var sentToUnits: Phrase { Phrase(vi: "Đơn vị được gửi", en: "Sent to units") }
  package static var carriesOut: Phrase { Phrase(vi: "Thực hiện", en: "Carries out") }
  package static var resolutionCarriedOutBy: Phrase {
    Phrase(vi: "Được cụ thể hóa bằng", en: "Carried out by")
  }
  package static var passedAt: Phrase {
    Phrase(vi: "Thông qua tại buổi sinh hoạt", en: "Passed at the meeting of")
  }
  package static var resolutionBasis: Phrase { Phrase(vi: "Căn cứ", en: "Basis") }
  package static var resolutionBody: Phrase { Phrase(vi: "Nội dung", en: "What it says") }
  package static var remindShort: Phrase { Phrase(vi: "Nhắc", en: "Remind") }
  package static func remindedOn(_ on: CivilDate) -> Phrase {
    Phrase(vi: "Đã nhắc \(day(on))", en: "Reminded \(day(on))")
  }
  package static var remindedOf: Phrase {
    Phrase(vi: "Cấp trên nhắc thực hiện nghị quyết", en: "Reminded of a resolution")
  }
  package static var allUnitsAgain: Phrase { Phrase(vi: "xem mọi đơn vị", en: "all units") }
  package static var cascadeTitle: Phrase {
    Phrase(vi: "Triển khai ở các đơn vị", en: "Carried out unit by unit")
  }
  package static var studiedShare: Phrase { Phrase(vi: "Học tập, quán triệt", en: "Studied by") }
  package static func studiedBy(_ members: Int, _ all: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(members))/\(grouped(all)) đảng viên (\(percent(members, of: all)))",
      en: "\(grouped(members)) of \(grouped(all)) members (\(percent(members, of: all)))"
    )
  }
  package static var studyLag: Phrase {
    Phrase(vi: "Từ khi gửi đến khi học tập", en: "From sending to study")
  }
  package static var unitWord: Phrase { Phrase(vi: "Đơn vị", en: "Unit") }
  package static var recordCascade: Phrase { Phrase(vi: "Ghi", en: "Record") }
  package static var noTasks: Phrase { Phrase(vi: "Không có nhiệm vụ nào.", en: "No tasks.") }
  package static var noTasksUnder: Phrase {
    Phrase(
      vi: "Nghị quyết chưa được cụ thể hóa thành nhiệm vụ.",
      en: "The resolution has not been made into tasks yet."
    )
  }
  package static var noTasksMeaning: Phrase {
    Phrase(
      vi: "Nhiệm vụ giao cho đơn vị hoặc đảng viên sẽ hiện ở đây.",
      en: "Tasks given to the unit or to members appear here."
    )
  }
  package static func allTasks(_ count: Int) -> Phrase {
    Phrase(vi: "Xem cả \(grouped(count)) nhiệm vụ", en: "All \(grouped(count)) tasks")
  }
  package static var allTasksAgain: Phrase { Phrase(vi: "xem mọi nhiệm vụ", en: "all tasks") }
  package static var allOfThem: Phrase { Phrase(vi: "Tất cả", en: "All") }
  package static var taskStates: Phrase { Phrase(vi: "Lọc theo tình trạng", en: "By state") }
  package static func dueWithin(_ from: CivilDate, _ last: CivilDate) -> Phrase {
    Phrase(vi: "Đến hạn từ \(day(from)) đến \(day(last))", en: "Due from \(day(from)) to \(day(last))")
  }
  package static var taskTitle: Phrase { Phrase(vi: "Nhiệm vụ", en: "Task") }
  package static var taskWhat: Phrase { Phrase(vi: "Việc", en: "What") }
  package static var taskAnswers: Phrase { Phrase(vi: "Chịu trách nhiệm", en: "Who answers") }
  package static var taskUnit: Phrase { Phrase(vi: "Đơn vị chịu trách nhiệm", en: "Unit that answers") }
  package static var taskPerson: Phrase { Phrase(vi: "Đảng viên chịu trách nhiệm", en: "Member who answers") }
  package static var taskDue: Phrase { Phrase(vi: "Hạn", en: "Due") }
  package static var taskDays: Phrase { Phrase(vi: "Thời gian", en: "From and due") }
  package static var taskSoFar: Phrase { Phrase(vi: "Đến nay", en: "So far") }
  package static var taskStateTitle: Phrase { Phrase(vi: "Tình trạng", en: "State") }
  package static var taskMeasureTitle: Phrase { Phrase(vi: "Cách đo đếm", en: "How it is counted") }
  package static var taskWeight: Phrase { Phrase(vi: "Trọng số", en: "Weight") }
  package static var shownBy: Phrase { Phrase(vi: "Minh chứng", en: "Shown by") }
  package static var taskIsDone: Phrase { Phrase(vi: "đã xong", en: "done") }
  package static var taskIsNotDone: Phrase { Phrase(vi: "chưa xong", en: "not done") }
  package static func householdsOf(_ count: Int, _ all: Int) -> Phrase {
    Phrase(vi: "\(grouped(count))/\(grouped(all)) hộ", en: "\(grouped(count)) of \(grouped(all)) households")
  }
  package static func householdsTarget(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) hộ; chỉ ghi số hộ",
      en: "\(grouped(count)) households; only their number is kept"
    )
  }
  package static var underResolution: Phrase { Phrase(vi: "Theo nghị quyết", en: "Under the resolution") }
  package static var carriesOn: Phrase { Phrase(vi: "Chuyển từ", en: "Carried over from") }
  package static var goesOnAs: Phrase { Phrase(vi: "Chuyển thành", en: "Goes on as") }
  package static var earlierTask: Phrase { Phrase(vi: "nhiệm vụ kỳ trước", en: "the earlier task") }
  package static var laterTask: Phrase { Phrase(vi: "nhiệm vụ kỳ sau", en: "the later task") }
  package static var progressTold: Phrase { Phrase(vi: "Kết quả đã báo", en: "Progress told") }
  package static var nothingTold: Phrase { Phrase(vi: "Chưa báo kết quả lần nào.", en: "Nothing told yet.") }
  package static var nothingToldMeaning: Phrase {
    Phrase(
      vi: "Mỗi lần báo ghi số đạt được đến nay, kèm minh chứng.",
      en: "Each time it is told how much there is so far, with what shows it."
    )
  }
  package static func tasksOpen(_ open: Int, _ late: Int) -> Phrase {
    late == 0
      ? Phrase(vi: "\(grouped(open)) việc đang làm", en: "\(grouped(open)) to do")
      : Phrase(
        vi: "\(grouped(open)) việc đang làm, \(grouped(late)) việc quá hạn",
        en: "\(grouped(open)) to do, \(grouped(late)) late"
      )
  }

  // MARK: Forms

  package static func resolutionForm(_ form: String) -> Phrase {
    switch form {
    case "received": Phrase(vi: "Ghi đã nhận nghị quyết", en: "Record that it was received")
    case "studied": Phrase(vi: "Ghi đã học tập, quán triệt", en: "Record that it was studied")
    case "reported": Phrase(vi: "Báo cáo cấp trên", en: "Report to the level above")
    default: resolutionDeed(form)
    }
  }

  package static func resolutionLabel(_ form: String, _ field: String) -> Phrase {
    switch (form, field) {
    case ("assignFollower", _), ("endFollowing", _), ("leaveVisitNote", _), ("addVisitItem", _),
      ("closeVisitItem", _):
      followingLabel(form, field)
    case ("remindUnit", "note"): Phrase(vi: "Lời nhắc", en: "What is said")
    case (_, "kind"): Phrase(vi: "Loại văn bản", en: "Kind")
    case (_, "number"): Phrase(vi: "Số, ký hiệu", en: "Number")
    case (_, "title"): Phrase(vi: "Trích yếu", en: "Title")
    case ("enterResolution", "day"), ("changeResolution", "day"): Phrase(vi: "Ngày ban hành", en: "Day")
    case ("sendResolution", "day"): Phrase(vi: "Ngày gửi", en: "Day of sending")
    case ("tellProgress", "day"): Phrase(vi: "Tính đến ngày", en: "As of")
    case (_, "day"): Phrase(vi: "Ngày", en: "Day")
    case (_, "until"): Phrase(vi: "Hết hiệu lực từ ngày", en: "No longer in force from")
    case (_, "parent"): Phrase(vi: "Thực hiện nghị quyết", en: "Carries out")
    case (_, "meeting"): Phrase(vi: "Thông qua tại buổi sinh hoạt", en: "Passed at the meeting")
    case (_, "basis"): resolutionBasis
    case ("assignTasks", "text"): Phrase(vi: "Nhiệm vụ chung", en: "The task of all")
    case ("assignTask", "text"), ("changeTask", "text"):
      Phrase(vi: "Việc phải làm", en: "What is to be done")
    case (_, "text"): Phrase(vi: "Nội dung", en: "Text")
    case (_, "scope"): Phrase(vi: "Gửi đến", en: "Send to")
    case (_, "units"): Phrase(vi: "Các đơn vị được chọn", en: "Chosen units")
    case (_, "place"): Phrase(vi: "Hình thức, người quán triệt", en: "Where, and before whom")
    case (_, "members"): Phrase(vi: "Số đảng viên tham gia", en: "Members who took part")
    case (_, "all"): Phrase(vi: "Tổng số đảng viên", en: "Members in all")
    case (_, "unit"): taskUnit
    case (_, "measure"): taskMeasureTitle
    case (_, "target"): Phrase(vi: "Chỉ tiêu", en: "Target")
    case (_, "counted"): Phrase(vi: "Đơn vị tính, hoặc minh chứng", en: "Counted in, or what will show it")
    case (_, "from"): Phrase(vi: "Từ ngày", en: "From")
    case ("endTask", "due"): Phrase(vi: "Hạn mới", en: "New day it is due")
    case (_, "due"): Phrase(vi: "Hạn hoàn thành", en: "Due")
    case ("assignTasks", "person"): Phrase(vi: "Giao cho", en: "Given to")
    case (_, "person"): taskPerson
    case (_, "weight"): taskWeight
    case (_, "resolution"): underResolution
    case (_, "quantity"): Phrase(vi: "Kết quả đến nay", en: "How much there is so far")
    case (_, "note"): Phrase(vi: "Ghi chú, minh chứng", en: "Note, what shows it")
    case (_, "scan"): Phrase(vi: "Tệp minh chứng (PDF, ảnh)", en: "File that shows it (PDF, picture)")
    case (_, "event"): Phrase(vi: "Cách kết thúc", en: "How it ends")
    case (_, "reason"): Phrase(vi: "Lý do", en: "Reason")
    default: Phrase(verbatim: field)
    }
  }

  package static func resolutionHint(_ form: String, _ field: String) -> Phrase? {
    switch (form, field) {
    case ("leaveVisitNote", "text"), ("addVisitItem", "text"): visitNoteMeaning
    case ("assignFollower", "unit"), ("assignFollower", "person"): followingHint(field)
    case ("assignTasks", "text"):
      Phrase(
        vi: "Để trống khi ai cũng có việc riêng ghi dưới tên.",
        en: "Leave blank when everybody has one of their own below their name."
      )
    case (_, "units"):
      Phrase(vi: "Mã đơn vị, cách nhau bằng dấu phẩy; chỉ khi chọn đơn vị.", en: "Codes, apart by commas.")
    case (_, "target"):
      Phrase(
        vi: "Một con số, ví dụ 12 hoặc 2,5; để trống nếu chỉ có minh chứng.",
        en: "A number, such as 12."
      )
    case (_, "counted"):
      Phrase(
        vi: "Ví dụ km, buổi, ha; hoặc văn bản, biên bản sẽ có khi xong.",
        en: "Such as km or hectares; or the paper there will be when it is done."
      )
    case (_, "quantity"):
      Phrase(vi: "Lũy kế đến ngày này, không phải số tăng thêm.", en: "All so far, not what was added.")
    case (_, "weight"): Phrase(vi: "Từ 1 đến 100.", en: "From 1 to 100.")
    default: nil
    }
  }
}
