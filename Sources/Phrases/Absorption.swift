package import Rules

/// Bringing in the record of another installation.
extension Phrase {
  static func absorption(_ obstacle: AbsorptionObstacle) -> Phrase {
    switch obstacle {
    case .sameInstallation(let number):
      Phrase(
        vi:
          "hai cơ sở dữ liệu cùng số cài đặt \(number), không phân biệt được mã nhận dạng; xuất danh sách ở bên kia (`chibo export`) rồi nhập (`chibo import`)",
        en:
          "both have the installation number \(number), so that their identities cannot be told apart; export the other's lists (`chibo export`) and import them (`chibo import`)"
      )
    case .alreadyHere(let numbers):
      Phrase(
        vi:
          "dữ liệu của cài đặt \(listed(numbers)) đã có ở đây; nếu lần tiếp nhận ấy đã bị hủy thì hủy mục hủy đó",
        en:
          "what installation \(listed(numbers)) made is here already; if the entry that brought it in was annulled, annul that annulment"
      )
    case .otherVersion:
      Phrase(
        vi: "cơ sở dữ liệu kia khác phiên bản; chạy `chibo migrate` với cả hai bằng cùng một bản chibo",
        en: "the other record is of another version; run `chibo migrate` on both with the same chibo"
      )
    case .notSound(let journal, let checks):
      Phrase(
        vi:
          "cơ sở dữ liệu kia có \(journal) chỗ sai trong nhật ký, \(checks) chỗ sai khi kiểm tra; chạy `chibo journal verify` và `chibo check` ở đó",
        en:
          "the other record has \(journal) faults in its journal and \(checks) in its checks; run `chibo journal verify` and `chibo check` there"
      )
    case .notOneRoot(let count):
      Phrase(
        vi: "ngày đó cơ sở dữ liệu kia có \(count) đơn vị cao nhất, phải có đúng một",
        en: "the other record has \(count) units at the top on that day, and must have one"
      )
    case .wrongPlace(let root, let under, let allowed): wrongPlace(root, under, allowed)
    case .planAwaits(let title):
      Phrase(
        vi:
          "phương án sắp xếp “\(title)” ở bên kia đang soạn theo mã sẽ đổi; ký hoặc bỏ ở đó, rồi soạn lại ở đây",
        en:
          "the plan of reorganisation “\(title)” is being written there with codes that would change; sign it or give it up there, and write it anew here"
      )
    case .otherMoved:
      Phrase(
        vi: "cơ sở dữ liệu kia vừa thay đổi; dừng máy chủ của nó rồi làm lại",
        en: "the other record changed meanwhile; stop its server and do it again"
      )
    }
  }

  private static func wrongPlace(_ root: UnitKind, _ under: UnitKind, _ allowed: [UnitKind]) -> Phrase {
    let (kind, above) = (unitKind(root.rawValue), unitKind(under.rawValue))
    guard let right = allowed.first.map({ unitKind($0.rawValue) }) else {
      return Phrase(vi: "\(kind) không trực thuộc đơn vị nào", en: "a \(kind) stands under no unit")
    }
    return Phrase(
      vi:
        "\(kind) không thể trực thuộc \(above); chọn --under là \(right) (thành lập nếu chưa có), việc hợp nhất làm sau bằng phương án `chibo reorganise`",
      en:
        "a \(kind) cannot stand under a \(above); let --under be a \(right) (found one if there is none), and merge them afterwards by a plan, `chibo reorganise`"
    )
  }

  private static func listed(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ", ")
  }

  package static func absorptionAdvice(_ advice: AbsorptionAdvice) -> Phrase {
    switch advice {
    case .accountsStayed(let accounts, let grants):
      Phrase(
        vi:
          "\(number(accounts)) tài khoản và \(number(grants)) quyền không chuyển sang; lập và cấp lại ở đây",
        en:
          "\(number(accounts)) accounts and \(number(grants)) rights stayed behind; make and grant them anew here"
      )
    case .alike(let count):
      Phrase(
        vi: "\(number(count)) cặp có thể là một người; cần người xem xét, không tự gộp",
        en: "\(number(count)) pairs may be one person each; somebody must look, nothing was merged"
      )
    case .identifiersStayed(let count):
      Phrase(
        vi: "\(number(count)) mã ở hệ thống khác đã là của người ở đây, không chuyển sang",
        en: "\(number(count)) identifiers are somebody's here already and stayed behind"
      )
    case .renamed(let units, let people):
      Phrase(
        vi:
          "\(number(units)) mã đơn vị và \(number(people)) mã đảng viên trùng, đã thêm mã nơi gốc phía trước",
        en:
          "\(number(units)) unit codes and \(number(people)) codes of people were taken and got the origin before them"
      )
    }
  }

  /// Why two people may be one.
  package static func alike(_ reason: String) -> Phrase {
    switch reason {
    case "code": Phrase(vi: "trùng mã đảng viên", en: "same code")
    case "card": Phrase(vi: "trùng số thẻ", en: "same card")
    case "identifier": Phrase(vi: "trùng mã ở hệ thống khác", en: "same identifier")
    case "birth": Phrase(vi: "trùng họ tên và ngày sinh", en: "same name and birth")
    default: Phrase(verbatim: reason)
    }
  }

  package static var absorptionBalanced: Phrase {
    Phrase(
      vi: "Cân đối: mọi đơn vị của hai bên giữ nguyên số đã có",
      en: "Balanced: every unit of both holds what it held"
    )
  }
  package static var absorptionNotBalanced: Phrase {
    Phrase(
      vi: "Không cân đối: không ghi gì",
      en: "Not balanced: nothing was written"
    )
  }
  package static var absorptionRenamed: Phrase { Phrase(vi: "Mã được đổi", en: "Codes that changed") }
  package static var absorptionAlike: Phrase { Phrase(vi: "Có thể là một người", en: "May be one person") }

  package static func absorbed(_ origin: String, rows: Int, entry: Int, _ head: String) -> Phrase {
    Phrase(
      vi:
        "Đã tiếp nhận \(origin): \(number(rows)) dòng, mục #\(entry). Nhật ký của nơi gốc giữ nguyên, mã đầu \(head).",
      en: "\(origin) came in: \(number(rows)) rows, entry #\(entry). Its journal is kept whole, head \(head)."
    )
  }
  package static func absorbedJournalHolds(_ origin: String, _ entries: Int, _ head: String) -> Phrase {
    Phrase(
      vi: "Nhật ký tiếp nhận của \(origin) nguyên vẹn: \(number(entries)) mục, mã đầu \(head).",
      en: "The journal of \(origin), brought in, holds: \(number(entries)) entries, head \(head)."
    )
  }
  package static func absorbedJournalBroken(_ entry: Int, _ origin: String, at: Int) -> Phrase {
    Phrase(
      vi: "nhật ký của \(origin), tiếp nhận ở mục \(entry), đã bị sửa từ mục \(at)",
      en: "the journal of \(origin), brought in by entry \(entry), was altered at its entry \(at)"
    )
  }
}
