package import Rules

/// Regulations as data: what is wrong in a file, and what the judge needs.
extension Phrase {
  /// A fault of a rulebook with its place: `review-2025.yaml:12: …`.
  package static func rulebookFault(_ fault: RulebookFault) -> Phrase {
    Phrase(
      verbatim:
        "\(fault.file):\(fault.line)\(fault.column.map { " “\($0)”" } ?? ""): \(rulebookFault(fault.reason))"
    )
  }

  package static func rulebookFault(_ reason: RulebookFault.Reason) -> Phrase {
    switch reason {
    case .notYAML(let problem): Phrase(vi: "không đọc được YAML: \(problem)", en: "not YAML: \(problem)")
    case .missing(let name): Phrase(vi: "thiếu \(name)", en: "\(name) is missing")
    case .unknownKey(let name): Phrase(vi: "không có mục \(name)", en: "nothing is called \(name) here")
    case .expected(let form): Phrase(vi: "phải viết dạng \(form)", en: "it must be written as \(form)")
    case .blank: Phrase(vi: "để trống", en: "nothing is written")
    case .tooLong(let limit): Phrase(vi: "dài quá \(limit) byte", en: "longer than \(limit) bytes")
    case .notADay(let text): Phrase(vi: "không có ngày \(text)", en: "there is no day \(text)")
    case .endsBeforeItBegins: Phrase(vi: "kết thúc trước khi bắt đầu", en: "it ends before it begins")
    case .unknownValue(let text, let allowed):
      Phrase(
        vi: "không nhận \(text); nhận: \(allowed.joined(separator: ", "))",
        en: "\(text) is not taken; taken are: \(allowed.joined(separator: ", "))"
      )
    case .repeatedName(let name): Phrase(vi: "\(name) có hai lần", en: "\(name) is there twice")
    case .unknownFact(let name):
      Phrase(vi: "không có số liệu \(name)", en: "there is no figure \(name)")
    case .unreadable(let text): Phrase(vi: "không hiểu \(text)", en: "\(text) cannot be read here")
    case .noComparison:
      Phrase(
        vi: "không so sánh gì: cần >=, >, <=, <, = hoặc !=",
        en: "nothing is compared: it needs >=, >, <=, <, = or !="
      )
    case .unfinished: Phrase(vi: "viết dở dang", en: "it breaks off")
    case .notANumber(let text): Phrase(vi: "\(text) không phải là số", en: "\(text) is not a number")
    case .tooFine(let text):
      Phrase(vi: "\(text) có quá bốn chữ số thập phân", en: "\(text) has more than four decimals")
    case .shareOfNothing(let text):
      Phrase(vi: "\(text)% của cái gì: viết \(text)% of …", en: "\(text)% of what: write \(text)% of …")
    case .derivedFromLater(let name):
      Phrase(
        vi: "tính từ \(name), mục này đứng sau hoặc là chính nó",
        en: "worked out from \(name), which comes later or is itself"
      )
    case .unknownOutcome(let name): Phrase(vi: "không có mức \(name)", en: "there is no outcome \(name)")
    case .unknownSubject(let name):
      Phrase(vi: "không có đối tượng \(name)", en: "there is no subject \(name)")
    case .emptyOutcome(let name):
      Phrase(vi: "không điều khoản nào dẫn tới mức \(name)", en: "no clause leads to the outcome \(name)")
    case .contradiction(let name):
      Phrase(vi: "các điều kiện về \(name) mâu thuẫn nhau", en: "what is asked of \(name) contradicts itself")
    case .levelsCrossed(let higher, let lower):
      Phrase(vi: "mức \(higher) đòi hỏi thấp hơn mức \(lower)", en: "\(higher) asks less than \(lower)")
    case .gap(let from, let to):
      Phrase(
        vi: "chưa quy định từ \(from) đến \(limit(to))",
        en: "nothing is said from \(from) to \(limit(to))"
      )
    case .overlap(let from, let to):
      Phrase(
        vi: "quy định hai lần từ \(from) đến \(limit(to))",
        en: "said twice from \(from) to \(limit(to))"
      )
    case .boundOutOfReach(let name, let bound):
      Phrase(
        vi: "\(name) không thể phân định ở \(bound)",
        en: "\(name) cannot be told apart at \(bound): always so, or never"
      )
    case .outsideItsDays(let span):
      Phrase(vi: "ngoài thời hạn hiệu lực \(span)", en: "outside the days in force, \(span)")
    case .overlapsVersion(let name, let span):
      Phrase(vi: "cùng hiệu lực với \(name): \(span)", en: "in force together with \(name): \(span)")
    case .verifiedWithoutSource:
      Phrase(vi: "ghi đã xác minh mà không có nguồn", en: "marked as verified, without a source")
    case .openAndNotMarked:
      Phrase(vi: "để ngỏ mà không ghi NF", en: "left open, and not marked NF")
    case .optionalLevel:
      Phrase(vi: "điều kiện của một mức không thể tùy chọn", en: "a condition of a level cannot be optional")
    case .nothingAsked: Phrase(vi: "không hỏi số liệu nào", en: "it asks for no figure")
    case .wrongCap: Phrase(vi: "tỷ lệ phải trên 0 và đến 100", en: "the share must be over 0 and up to 100")
    case .outsideYear(let day, let year):
      Phrase(vi: "ngày \(day) không thuộc năm \(year)", en: "\(day) is not a day of \(year)")
    case .differentName(let name):
      Phrase(vi: "tên tệp khác tên \(name)", en: "the file is not named \(name)")
    }
  }

  private static func limit(_ quantity: Quantity) -> Phrase {
    quantity == .largest ? Phrase(vi: "hết", en: "the end") : Phrase(verbatim: "\(quantity)")
  }

  /// Why a rulebook does not judge what it was given.
  package static func obstacle(_ obstacle: Judge.Obstacle) -> Phrase {
    switch obstacle {
    case .unknownSubject(let name, let known):
      Phrase(
        vi: "không xét đối tượng \(name); xét: \(known.joined(separator: ", "))",
        en: "\(name) is not judged by it; judged are: \(known.joined(separator: ", "))"
      )
    case .notInForce(let day, let span):
      Phrase(
        vi: "ngày \(day) chưa hoặc không còn hiệu lực (\(span))",
        en: "not in force on \(day): its days are \(span)"
      )
    }
  }

  package static func notAFact(_ name: String, _ sort: FactSort) -> Phrase {
    sort == .day
      ? Phrase(
        vi: "\(name) phải là ngày, dạng \"2026-03-10\"",
        en: "\(name) must be a day, as \"2026-03-10\""
      )
      : Phrase(vi: "\(name) phải là số", en: "\(name) must be a number")
  }

  package static func factOutOfReach(_ name: String, _ value: String) -> Phrase {
    Phrase(vi: "\(name) không thể là \(value)", en: "\(name) can hardly be \(value)")
  }

  package static func notJSON(_ file: String, _ line: Int) -> Phrase {
    Phrase(vi: "\(file):\(line): không phải JSON", en: "\(file):\(line): not JSON")
  }

  package static func rulebooksSound(_ count: Int) -> Phrase {
    Phrase(vi: "\(count) tệp, không có lỗi", en: "\(count) \(count == 1 ? "file" : "files"), no fault")
  }

  package static var noChange: Phrase { Phrase(vi: "không có thay đổi", en: "no change") }
}
