package import Basics
package import Rules

/// Plans of reorganisation: what stands in their way, what is to be seen to.
extension Phrase {
  static func reorganisation(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .stillHasMatters(let count, let on):
      Phrase(
        vi: "ngày \(day(on)) vẫn còn \(count) việc chưa xong, chưa giao cho ai",
        en: "\(count) open matters would be left with nobody on \(on)"
      )
    case .notAHeir(let unit):
      Phrase(vi: "\(unit) không thuộc các đơn vị tiếp nhận", en: "\(unit) is not one of those that take over")
    case .notDirectlyBelow(let unit, let parent):
      Phrase(vi: "\(unit) không trực thuộc \(parent)", en: "\(unit) does not stand directly under \(parent)")
    case .notAtHome(let person, let unit):
      Phrase(vi: "\(person) không sinh hoạt tại \(unit)", en: "\(person) does not belong to \(unit)")
    case .allottedTwice(let code): Phrase(vi: "\(code) được chia hai lần", en: "\(code) is allotted twice")
    case .twoHolders(let post):
      Phrase(
        vi: "sẽ có hai người giữ chức \(self.post(post.rawValue))",
        en: "two people would hold the post of \(self.post(post.rawValue))"
      )
    case .notAHolder(let person, let post):
      Phrase(
        vi: "\(person) không giữ chức \(self.post(post)) tại các đơn vị này",
        en: "\(person) does not hold the post of \(self.post(post)) in these units"
      )
    case .planNotOpen(let state):
      Phrase(vi: "phương án \(planState(state.rawValue))", en: "the plan is \(planState(state.rawValue))")
    case .ofUnit(let unit, let refusal):
      Phrase(vi: "\(unit): \(self.refusal(refusal))", en: "\(unit): \(self.refusal(refusal))")
    case .absorption(let obstacle): absorption(obstacle)
    default: meeting(refusal)
    }
  }

  package static func planAdvice(_ matter: PlanAdvice.Matter) -> Phrase {
    switch matter {
    case .rule(let objection): advice(.rule(objection))
    case .noSecretary: Phrase(vi: "chưa có bí thư", en: "there is no secretary yet")
    case .rightsEnd(let count):
      Phrase(
        vi: "quyền của \(count) tài khoản gắn với đơn vị này hết tác dụng; cần cấp lại cho đơn vị tiếp nhận",
        en: "the rights of \(count) accounts were for this unit; grant them anew for those that take over"
      )
    }
  }

  package static var plan: Phrase { Phrase(vi: "phương án", en: "plan") }
  package static var plansOfReorganisation: Phrase {
    Phrase(vi: "Phương án sắp xếp", en: "Plans of reorganisation")
  }
  package static var reorganisationsMeaning: Phrase {
    Phrase(
      vi:
        "Sáp nhập, chia tách, chuyển, thành lập, giải thể: soạn, đối chiếu với dữ liệu hiện tại, người thứ hai ký.",
      en:
        "Mergers, divisions, moves, new units and ends: written down, held against the record, signed by a second person."
    )
  }
  package static var noPlansYet: Phrase { Phrase(vi: "Chưa có phương án nào", en: "No plan yet") }
  package static var newPlan: Phrase { Phrase(vi: "Phương án mới", en: "New plan") }
  package static var planTitle: Phrase { Phrase(vi: "Tên phương án", en: "Title") }
  package static var planText: Phrase { Phrase(vi: "Nội dung phương án", en: "The plan") }
  package static var planTextHint: Phrase {
    Phrase(
      vi:
        "Mỗi việc một dòng; đơn vị và đảng viên ghi bằng mã. Các việc: merge, split, found, move, rename, change, dissolve.",
      en:
        "A line for each step; units and members by their codes. Steps: merge, split, found, move, rename, change, dissolve."
    )
  }
  package static var checkPlan: Phrase { Phrase(vi: "Đối chiếu", en: "Check") }
  package static var keepPlan: Phrase { Phrase(vi: "Lưu phương án", en: "Keep the plan") }
  package static var submitPlan: Phrase { Phrase(vi: "Trình ký", en: "Hand in for signing") }
  package static var signPlan: Phrase { Phrase(vi: "Ký và thực hiện", en: "Sign and carry out") }
  package static var returnPlan: Phrase { Phrase(vi: "Trả lại để sửa", en: "Send back") }
  package static var giveUpPlan: Phrase { Phrase(vi: "Bỏ phương án", en: "Give the plan up") }
  package static var planWhy: Phrase {
    Phrase(vi: "Lý do trả lại hoặc bỏ", en: "Why it is sent back or given up")
  }
  package static var secondPersonSigns: Phrase {
    Phrase(
      vi: "Người trình không tự ký; chờ người thứ hai có quyền.",
      en: "Whoever handed it in does not sign it; it waits for a second person with the right."
    )
  }
  package static var balanceSheet: Phrase { Phrase(vi: "Bảng cân đối", en: "Balance sheet") }
  package static var planStepTitle: Phrase { Phrase(vi: "Việc", en: "Step") }
  package static var planHeirs: Phrase { Phrase(vi: "Tiếp nhận", en: "Takes over") }
  package static var planUnits: Phrase { Phrase(vi: "Đơn vị", en: "Units") }
  package static var planMembers: Phrase { Phrase(vi: "Đảng viên", en: "Members") }
  package static var planPosts: Phrase { Phrase(vi: "Chức vụ", en: "Posts") }
  package static var planMatters: Phrase { Phrase(vi: "Việc chưa xong", en: "Open matters") }
  package static var planVersions: Phrase { Phrase(vi: "Các lần sửa", en: "Versions") }
  package static var planStateTitle: Phrase { Phrase(vi: "Tình trạng", en: "State") }
  package static var planEffective: Phrase { Phrase(vi: "Có hiệu lực từ", en: "In force from") }
  package static var planChanged: Phrase { Phrase(vi: "Sửa lần cuối", en: "Last changed") }

  package static func planStep(_ number: Int) -> Phrase {
    Phrase(vi: "Việc \(number):", en: "Step \(number):")
  }

  package static func planStepName(_ name: String) -> Phrase {
    switch name {
    case "found": Phrase(vi: "Thành lập", en: "Found")
    case "rename": Phrase(vi: "Đổi tên", en: "Rename")
    case "change": Phrase(vi: "Đổi loại hình", en: "Change")
    case "move": Phrase(vi: "Chuyển trực thuộc", en: "Move")
    case "merge": Phrase(vi: "Sáp nhập", en: "Merge")
    case "split": Phrase(vi: "Chia tách", en: "Divide")
    case "dissolve": Phrase(vi: "Giải thể", en: "Dissolve")
    default: Phrase(verbatim: name)
    }
  }

  package static func planState(_ code: String) -> Phrase {
    switch code {
    case "draft": Phrase(vi: "đang soạn", en: "being written")
    case "submitted": Phrase(vi: "đã trình, chờ ký", en: "handed in, to be signed")
    case "carriedOut": Phrase(vi: "đã ký và thực hiện", en: "signed and carried out")
    case "withdrawn": Phrase(vi: "đã bỏ", en: "given up")
    default: Phrase(verbatim: code)
    }
  }

  package static func planStateSentence(_ code: String) -> Phrase {
    Phrase(vi: "Phương án \(planState(code))", en: "This plan is \(planState(code))")
  }

  /// A plan to begin with: the form, and nothing that would happen.
  package static func planTemplate(_ day: CivilDate) -> String {
    """
    effective: \(day)
    decision: {number: "", signed: \(day), issuer: ""}
    steps:
      - merge: {units: [], into: ""}

    """
  }

  package static var planCarriedOut: Phrase {
    Phrase(vi: "Đã thực hiện phương án", en: "The plan is carried out")
  }
  package static var planUndone: Phrase { Phrase(vi: "Đã hủy bỏ phương án", en: "The plan is undone") }
  package static var planBalanced: Phrase {
    Phrase(
      vi: "Cân đối: không sót ai, không sót việc",
      en: "Balanced: nobody and nothing is lost"
    )
  }
  package static var planNotBalanced: Phrase { Phrase(vi: "Không cân đối", en: "Not balanced") }
  package static var planBlocking: Phrase { Phrase(vi: "Phải xử lý trước", en: "Stands in the way") }
  package static var planAdvisory: Phrase { Phrase(vi: "Cần lưu ý", en: "To be seen to") }
  package static var planTotal: Phrase { Phrase(vi: "Toàn bộ", en: "All units") }
}
