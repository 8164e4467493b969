import Basics
package import Rules

/// The steps of a plan of reorganisation, in sentences and in forms.
extension Phrase {
  /// A step as one sentence; `name`: what a unit is called, by its code.
  package static func planSentence(_ step: ReorganisationStep, _ name: (String) -> String) -> Phrase {
    func all(_ codes: [String]) -> String { several(codes.map(name)).text }
    switch step {
    case .found(_, let title, let kind, _, let parent):
      let what = unitKindShort(kind.rawValue)
      let above = parent.map(name)
      return Phrase(
        vi: "Thành lập \(title) (\(what))\(above.map { ", trực thuộc \($0)" } ?? "")",
        en: "Found \(title) (\(what))\(above.map { ", under \($0)" } ?? "")"
      )
    case .rename(let unit, let title):
      return Phrase(vi: "Đổi tên \(name(unit)) thành \(title)", en: "Rename \(name(unit)) to \(title)")
    case .change(let unit, let kind, let sector):
      let what = [kind.map { unitKind($0.rawValue).text }, sector.map { self.sector($0.rawValue).text }]
        .compactMap(\.self).joined(separator: ", ")
      return Phrase(vi: "Chuyển \(name(unit)) thành \(what)", en: "Make \(name(unit)) a \(what)")
    case .move(let unit, let under):
      return Phrase(
        vi: "Chuyển \(name(unit)) về trực thuộc \(name(under))",
        en: "Move \(name(unit)) under \(name(under))"
      )
    case .merge(let units, let into, let title, _):
      let ending = all(units.filter { $0 != into })
      return Phrase(
        vi: "Sáp nhập \(ending) vào \(name(into))\(title.map { ", lấy tên \($0)" } ?? "")",
        en: "Merge \(ending) into \(name(into))\(title.map { ", called \($0)" } ?? "")"
      )
    case .split(let unit, let into, _, _, _):
      let heirs = all(into.filter { $0 != unit })
      return into.contains(unit)
        ? Phrase(vi: "Tách \(heirs) từ \(name(unit))", en: "Take \(heirs) out of \(name(unit))")
        : Phrase(vi: "Chia \(name(unit)) thành \(heirs)", en: "Divide \(name(unit)) into \(heirs)")
    case .dissolve(let unit, _, let people):
      let rest = people.rest.map(name)
      return Phrase(
        vi: "Giải thể \(name(unit))\(rest.map { ", đảng viên về \($0)" } ?? "")",
        en: "Dissolve \(name(unit))\(rest.map { ", members to \($0)" } ?? "")"
      )
    }
  }

  /// Names in a row; of many, the first ones and how many more.
  private static func several(_ names: [String]) -> Phrase {
    guard names.count > 5 else { return Phrase(verbatim: names.joined(separator: ", ")) }
    let first = names.prefix(4).joined(separator: ", ")
    return Phrase(
      vi: "\(first) và \(names.count - 4) đơn vị khác",
      en: "\(first) and \(names.count - 4) others"
    )
  }

  /// How many go where: people, or units.
  package static func planShare(_ count: Int, to unit: String, isPeople: Bool) -> Phrase {
    isPeople
      ? Phrase(vi: "\(count) người về \(unit)", en: "\(count) people to \(unit)")
      : Phrase(vi: "\(count) đơn vị về \(unit)", en: "\(count) units to \(unit)")
  }
  package static func planRest(to unit: String, isPeople: Bool) -> Phrase {
    isPeople
      ? Phrase(vi: "đảng viên còn lại về \(unit)", en: "all other members to \(unit)")
      : Phrase(vi: "đơn vị còn lại về \(unit)", en: "all other units to \(unit)")
  }
  package static func planPostKept(_ post: String, _ person: String, _ unit: String) -> Phrase {
    Phrase(
      vi: "\(self.post(post)) tại \(unit): \(person) giữ tiếp",
      en: "\(self.post(post)) of \(unit): held on by \(person)"
    )
  }
  package static func planUnder(_ number: String) -> Phrase {
    Phrase(vi: "theo Quyết định \(number)", en: "by decision \(number)")
  }
  package static func planFlow(_ before: Int, _ after: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(before)) → \(grouped(after)) đảng viên",
      en: "\(grouped(before)) → \(grouped(after)) members"
    )
  }

  package static var planSteps: Phrase { Phrase(vi: "Các việc của phương án", en: "Steps of the plan") }
  package static var addPlanStep: Phrase { Phrase(vi: "Thêm bước", en: "Add a step") }
  package static var noPlanSteps: Phrase {
    Phrase(vi: "Chưa có việc nào. Chọn một việc để thêm.", en: "No step yet. Choose one to add.")
  }
  package static func addPlanStep(_ name: String) -> Phrase { planStepName(name) }
  package static var editPlanStep: Phrase { Phrase(vi: "Sửa", en: "Edit") }
  package static var removePlanStep: Phrase { Phrase(vi: "Bỏ", en: "Remove") }
  package static var planStepUp: Phrase { Phrase(vi: "Lên", en: "Up") }
  package static var planStepDown: Phrase { Phrase(vi: "Xuống", en: "Down") }
  package static func ofPlanStep(_ deed: Phrase, _ number: Int) -> Phrase {
    Phrase(vi: "\(deed): việc \(number)", en: "\(deed): step \(number)")
  }
  package static var allotPeople: Phrase { Phrase(vi: "Phân đảng viên", en: "Allot members") }
  package static var allotUnits: Phrase { Phrase(vi: "Phân đơn vị", en: "Allot units") }
  package static var choosePosts: Phrase { Phrase(vi: "Chức vụ", en: "Posts") }
  package static var planParticulars: Phrase {
    Phrase(vi: "Ngày hiệu lực và quyết định", en: "Effective day and decision")
  }
  package static var editPlanParticulars: Phrase {
    Phrase(vi: "Sửa ngày, quyết định", en: "Edit day and decision")
  }
  package static var noPlanDecision: Phrase {
    Phrase(vi: "Chưa ghi quyết định", en: "No decision written yet")
  }
  package static var planYAML: Phrase {
    Phrase(vi: "Văn bản phương án (YAML)", en: "The plan as text (YAML)")
  }
  package static var planYAMLHint: Phrase {
    Phrase(
      vi:
        "Cùng một phương án, viết bằng chữ: dành cho người quen. Sửa bằng biểu mẫu thì văn bản được viết lại.",
      en: "The same plan, as text, for those who want it. Forms write it anew."
    )
  }
  package static var planFiles: Phrase { Phrase(vi: "Sổ Excel và tệp văn bản", en: "Workbook and text file") }
  package static var planFile: Phrase {
    Phrase(vi: "Tệp phương án (.xlsx, .yaml)", en: "Plan (.xlsx, .yaml)")
  }
  package static var planFileHint: Phrase {
    Phrase(
      vi:
        "Thay toàn bộ các việc bằng nội dung của tệp. Tệp có lỗi thì không lưu gì, lỗi được chỉ theo trang tính và dòng.",
      en:
        "Replaces all steps by those of the file. Of a file with faults nothing is kept; each is told by sheet and row."
    )
  }
  package static var handInPlanFile: Phrase {
    Phrase(vi: "Lấy phương án từ tệp", en: "Take the plan from the file")
  }
  package static var planTemplateBook: Phrase {
    Phrase(vi: "Sổ mẫu, có mã các đơn vị", en: "Empty workbook with the codes of the units")
  }
  package static func planAs(_ format: String) -> Phrase {
    Phrase(vi: "Tải phương án (.\(format))", en: "Download the plan (.\(format))")
  }
  package static func planFileFaults(_ file: String) -> Phrase {
    Phrase(vi: "Không đọc được \(file), chưa lưu gì", en: "\(file) cannot be read; nothing is kept")
  }
  package static func notAPlanFile(_ name: String) -> Phrase {
    Phrase(vi: "“\(name)” không phải .xlsx hay .yaml.", en: "“\(name)” is neither .xlsx nor .yaml.")
  }
  package static var planTextLong: Phrase {
    Phrase(
      vi: "Văn bản dài, không sửa trong ô được: tải về, sửa rồi gửi lại tệp.",
      en: "It is too long to be edited here: download it, edit it, and hand the file in."
    )
  }
  package static var sheetOfFile: Phrase { Phrase(vi: "Trang tính", en: "Sheet") }
  package static var rowOfFile: Phrase { Phrase(vi: "Dòng", en: "Row") }
  package static var columnOfFile: Phrase { Phrase(vi: "Cột", en: "Column") }
  package static var wrongInFile: Phrase { Phrase(vi: "Sai ở đâu", en: "What is wrong") }
  package static var beginPlan: Phrase { Phrase(vi: "Lập phương án", en: "Begin the plan") }
  package static var newPlanMeaning: Phrase {
    Phrase(
      vi:
        "Đặt tên, ngày hiệu lực và quyết định; sau đó thêm từng việc. Chưa có gì thay đổi cho đến khi người thứ hai ký.",
      en:
        "A title, the effective day and the decision; then step after step. Nothing changes until a second person signs."
    )
  }
  package static var backToPlan: Phrase { Phrase(vi: "Về phương án", en: "Back to the plan") }
}

/// The fields of the form of a step.
extension Phrase {
  package static var unitsMerged: Phrase { Phrase(vi: "Các đơn vị sáp nhập", en: "Units that are merged") }
  package static var unitsMergedHint: Phrase {
    Phrase(
      vi: "Mỗi ô một đơn vị: mã, hoặc một phần tên không cần dấu. Cũng có thể dán nhiều mã vào một ô.",
      en: "A unit in each field: its code, or part of its name. Several codes may be pasted into one field."
    )
  }
  package static func unitNumber(_ number: Int) -> Phrase {
    Phrase(vi: "Đơn vị thứ \(number)", en: "Unit \(number)")
  }
  package static var moreRows: Phrase { Phrase(vi: "Thêm ô", en: "More fields") }
  package static var mergedInto: Phrase { Phrase(vi: "Sáp nhập vào", en: "Merged into") }
  package static var intoStanding: Phrase { Phrase(vi: "Một đơn vị đang có", en: "A unit there is") }
  package static var intoNew: Phrase { Phrase(vi: "Một đơn vị mới", en: "A new unit") }
  package static var unitTakingOver: Phrase { Phrase(vi: "Đơn vị tiếp nhận", en: "Unit that takes over") }
  package static var nameAfterwards: Phrase { Phrase(vi: "Tên sau sáp nhập", en: "Name afterwards") }
  package static var newUnitCode: Phrase { Phrase(vi: "Mã đơn vị mới", en: "Code of the new unit") }
  package static var newUnitName: Phrase { Phrase(vi: "Tên đơn vị mới", en: "Name of the new unit") }
  package static var asFirstUnit: Phrase {
    Phrase(vi: "Để trống: như đơn vị đầu tiên", en: "Blank: as the first unit")
  }
  package static var unitUnder: Phrase { Phrase(vi: "Trực thuộc", en: "Under") }
  package static var unitCode: Phrase { Phrase(vi: "Mã đơn vị", en: "Code") }
  package static var unitName: Phrase { Phrase(vi: "Tên đơn vị", en: "Name") }
  package static var unitKindField: Phrase { Phrase(vi: "Loại hình", en: "Kind") }
  package static var unitSectorField: Phrase { Phrase(vi: "Lĩnh vực", en: "Sector") }
  package static var unitDivided: Phrase { Phrase(vi: "Đơn vị được chia tách", en: "Unit that is divided") }
  package static var dividedInto: Phrase { Phrase(vi: "Chia thành", en: "Divided into") }
  package static var dividedIntoNew: Phrase {
    Phrase(vi: "Đơn vị mới, thành lập từ ngày này", en: "New units, founded on this day")
  }
  package static var dividedIntoNewHint: Phrase {
    Phrase(
      vi: "Cùng loại hình, lĩnh vực và cấp trên với đơn vị được chia.",
      en: "Of the same kind and sector, and under the same unit, as the one that is divided."
    )
  }
  package static var unitStays: Phrase {
    Phrase(vi: "Đơn vị được chia vẫn tiếp tục, chỉ bớt đi", en: "The unit itself goes on, with less")
  }
  package static var unitDissolved: Phrase { Phrase(vi: "Đơn vị giải thể", en: "Unit that is dissolved") }
  package static var membersGoTo: Phrase {
    Phrase(vi: "Đảng viên về (trừ người được phân riêng)", en: "Members go to (but for those allotted)")
  }
  package static var unitsGoTo: Phrase {
    Phrase(
      vi: "Đơn vị trực thuộc về (trừ đơn vị được phân riêng)",
      en: "Units below go to (but for those allotted)"
    )
  }
  package static var newName: Phrase { Phrase(vi: "Tên mới", en: "New name") }
  package static var unitPickHint: Phrase {
    Phrase(vi: "Mã, hoặc một phần tên, không cần dấu", en: "The code, or part of the name")
  }
  package static var ownDecision: Phrase {
    Phrase(vi: "Việc này theo một quyết định riêng", en: "This step has a decision of its own")
  }
  package static var keepPlanStep: Phrase { Phrase(vi: "Lưu việc này", en: "Keep this step") }
  package static var oneMoreUnit: Phrase {
    Phrase(
      vi: "Cần ít nhất một đơn vị khác đơn vị tiếp nhận.",
      en: "At least one unit besides the one that takes over."
    )
  }
  package static var twoHeirs: Phrase {
    Phrase(vi: "Cần ít nhất hai nơi đến.", en: "At least two places to go.")
  }
  package static var needsPlace: Phrase { Phrase(vi: "Chọn nơi đến.", en: "Choose where they go.") }

  // Another person kept a version meanwhile.
  package static func planKeptMeanwhile(_ name: String, _ moment: Phrase) -> Phrase {
    Phrase(
      vi: "\(name) đã lưu một bản khác lúc \(moment)",
      en: "\(name) kept another version at \(moment)"
    )
  }
  package static var planKeptMeanwhileMeaning: Phrase {
    Phrase(
      vi: "Phần của bạn chưa lưu và vẫn còn đây. Xem hai bản, rồi chọn.",
      en: "Yours is not kept yet, and is still here. Look at both, then choose."
    )
  }
  package static var theirPlan: Phrase { Phrase(vi: "Bản đã lưu", en: "The version that was kept") }
  package static var yourPlan: Phrase { Phrase(vi: "Bản của bạn", en: "Yours") }
  package static var onlyHere: Phrase { Phrase(vi: "chỉ ở bản này", en: "only here") }
  package static var keepBothPlans: Phrase {
    Phrase(vi: "Ghi phần của tôi vào bản đã lưu", en: "Put mine into the version kept")
  }
  package static var keepMyPlan: Phrase { Phrase(vi: "Thay bằng bản của tôi", en: "Keep mine instead") }
  package static var keepTheirPlan: Phrase {
    Phrase(vi: "Giữ bản đã lưu, bỏ phần của tôi", en: "Leave theirs, drop mine")
  }
}
