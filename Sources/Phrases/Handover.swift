package import Basics
package import Rules

/// The handover ledger of a plan of reorganisation.
extension Phrase {
  package static var handoverLedger: Phrase { Phrase(vi: "Sổ bàn giao", en: "Handover ledger") }
  package static var handoverMeaning: Phrase {
    Phrase(
      vi: "Mỗi mục do bên giao ký đã giao, rồi một người khác bên nhận ký đã nhận.",
      en: "The giver signs each item as given; then somebody else signs it as received."
    )
  }
  package static var handoverItem: Phrase { Phrase(vi: "Nội dung", en: "What") }
  package static var handoverItemHint: Phrase {
    Phrase(
      vi: "Ví dụ: 4 sổ nghị quyết, con dấu, quỹ đảng phí 3.420.000 đồng",
      en: "Such as 4 minute books, a seal, dues of 3,420,000 ₫"
    )
  }
  package static var handoverGiver: Phrase { Phrase(vi: "Bên giao", en: "Giver") }
  package static var handoverReceiver: Phrase { Phrase(vi: "Bên nhận", en: "Receiver") }
  package static var handoverUnitHint: Phrase {
    Phrase(
      vi: "Mã đơn vị, kể cả đơn vị mà phương án thành lập",
      en: "Code of the unit, also of one the plan founds"
    )
  }
  package static var handoverAnswers: Phrase { Phrase(vi: "Chịu trách nhiệm", en: "Answers for it") }
  package static var handoverAssign: Phrase { Phrase(vi: "Giao trách nhiệm", en: "Assign") }
  package static var handoverSign: Phrase { Phrase(vi: "Ký", en: "Signing") }
  package static var noHandover: Phrase {
    Phrase(vi: "Chưa lập sổ bàn giao.", en: "No ledger was drawn up yet.")
  }
  package static var noHandoverMeaning: Phrase {
    Phrase(
      vi:
        "Lập sổ từ phương án: hồ sơ đảng viên, quần chúng ưu tú, việc chưa xong; rồi thêm sổ sách, con dấu, quỹ.",
      en: "Draw it up from the plan: files, candidates, open matters; then add books, seals, money."
    )
  }
  package static var drawUpHandover: Phrase { Phrase(vi: "Lập sổ bàn giao", en: "Draw up the ledger") }
  package static var drawUpMeaning: Phrase {
    Phrase(
      vi: "Lấy từ phương án những gì chuyển giữa các đơn vị. Lập lại chỉ thêm mục còn thiếu.",
      en: "Takes from the plan whatever passes between units. Drawn up again, only what is missing is added."
    )
  }
  package static var openHandover: Phrase { Phrase(vi: "Mở sổ bàn giao", en: "Open the ledger") }
  package static var addHandover: Phrase { Phrase(vi: "Thêm mục bàn giao", en: "Add an item") }

  package static func handoverCounts(_ received: Int, _ all: Int) -> Phrase {
    Phrase(
      vi: "đã nhận \(grouped(received)) trên \(grouped(all)) mục",
      en: "\(grouped(received)) of \(grouped(all)) received"
    )
  }

  /// What is handed over, in words.
  package static func handoverWhat(_ item: HandoverItem) -> Phrase {
    let count = item.count ?? 0
    return switch item.kind {
    case .files:
      Phrase(vi: "\(grouped(count)) hồ sơ đảng viên", en: plural(count, "member file", "member files"))
    case .candidates:
      Phrase(vi: "\(grouped(count)) hồ sơ quần chúng ưu tú", en: plural(count, "candidate", "candidates"))
    case .transfers:
      Phrase(
        vi: "\(grouped(count)) hồ sơ chuyển sinh hoạt chưa xong",
        en: plural(count, "transfer under way", "transfers under way")
      )
    case .cases: Phrase(vi: "\(grouped(count)) việc kỷ luật chờ xác nhận", en: plural(count, "case", "cases"))
    case .assessments:
      Phrase(
        vi: "\(grouped(count)) hồ sơ chấm điểm mô hình chưa kết luận",
        en: plural(count, "open model assessment", "open model assessments")
      )
    case .other: Phrase(verbatim: item.what ?? "")
    }
  }

  /// What kind of thing it is; whatever was written by hand passes as it is.
  package static func handoverKind(_ code: String) -> Phrase {
    switch code {
    case "files": Phrase(vi: "hồ sơ đảng viên", en: "member files")
    case "candidates": Phrase(vi: "hồ sơ quần chúng ưu tú", en: "candidates")
    case "transfers": Phrase(vi: "hồ sơ chuyển sinh hoạt chưa xong", en: "transfers under way")
    case "cases": Phrase(vi: "việc kỷ luật chờ xác nhận", en: "cases")
    case "assessments":
      Phrase(vi: "hồ sơ chấm điểm mô hình chưa kết luận", en: "open model assessments")
    default: Phrase(verbatim: code)
    }
  }

  package static func handoverState(_ code: String) -> Phrase {
    switch code {
    case "given": Phrase(vi: "đã giao", en: "given")
    case "received": Phrase(vi: "đã nhận", en: "received")
    default: Phrase(vi: "chưa giao", en: "not given yet")
    }
  }

  package static func handoverSignAs(_ code: String) -> Phrase {
    code == "given"
      ? Phrase(vi: "Ký đã giao", en: "Sign as given") : Phrase(vi: "Ký đã nhận", en: "Sign as received")
  }

  package static func handoverGiven(_ date: CivilDate, _ name: String) -> Phrase {
    Phrase(vi: "đã giao \(day(date)), \(name)", en: "given \(day(date)), \(name)")
  }

  package static func handoverReceived(_ date: CivilDate, _ name: String) -> Phrase {
    Phrase(vi: "đã nhận \(day(date)), \(name)", en: "received \(day(date)), \(name)")
  }

  package static func handoverWaits(_ days: Int) -> Phrase {
    Phrase(
      vi: "quá \(grouped(days)) ngày từ khi có hiệu lực",
      en: "\(plural(days, "day", "days")) since it took effect"
    )
  }
}
