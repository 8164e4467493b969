import Mustache
package import Rules

/// How minutes are worded, as an office writes it: Mustache over what was recorded of a meeting.
///
///     try MinutesTemplate("{{#noi_dung}}\n{{so}}. {{tieu_de}}\n{{/noi_dung}}").text(of: values)
///
/// Of the notation there are places, parts and remarks; nothing else of it is taken, and every name is checked, so that
/// what is wrong is said when the template is written and not when a meeting is over.
package struct MinutesTemplate: Sendable {
  /// What is wrong, and in which line.
  package struct Unsound: Error, Hashable, Sendable {
    package let line: Int
    package let fault: TemplateFault

    package init(line: Int, fault: TemplateFault) {
      (self.line, self.fault) = (line, fault)
    }
  }

  private let template: Mustache.MustacheTemplate

  /// No template is longer, and none has parts within parts more deeply.
  package static let limit = 20_000
  static let depth = 3

  package init(_ text: String) throws(Unsound) {
    let text = text.replacing("\r\n", with: "\n")
    try MinutesTemplate.check(text)
    do {
      // Minutes are plain text: nothing in them is escaped.
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    } catch {
      throw Unsound(line: 1, fault: .unfinished)
    }
  }

  /// The minutes of a meeting, with no more than one empty line between two others.
  package func text(of values: MinutesValues) -> String {
    var lines: [Substring] = []
    for line in template.render(values.all).split(separator: "\n", omittingEmptySubsequences: false) {
      let isEmpty = line.allSatisfy(\.isWhitespace)
      if isEmpty, lines.last.map(\.isEmpty) ?? true { continue }
      lines.append(isEmpty ? "" : line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private static func check(_ text: String) throws(Unsound) {
    var open: [(name: String, line: Int)] = []
    var line = 1
    var rest = text[...]
    while let start = rest.firstRange(of: "{{") {
      line += rest[..<start.lowerBound].count { $0 == "\n" }
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: "}}") else { throw Unsound(line: line, fault: .unfinished) }
      let tag = rest[..<end.lowerBound]
      if tag.contains("{") || tag.contains("\n") && !tag.hasPrefix("!") {
        throw Unsound(line: line, fault: .unfinished)
      }
      try check(tag, &open, line)
      line += tag.count { $0 == "\n" }
      rest = rest[end.upperBound...]
    }
    if let last = open.last { throw Unsound(line: last.line, fault: .notEnded(last.name)) }
  }

  private static func check(
    _ tag: Substring,
    _ open: inout [(name: String, line: Int)],
    _ line: Int
  ) throws(Unsound) {
    guard let sign = tag.first else { throw Unsound(line: line, fault: .unfinished) }
    func trimmed(_ text: Substring) -> String {
      String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    switch sign {
    case "!": return
    case "#", "^":
      let name = trimmed(tag.dropFirst())
      try checkName(name, line)
      open.append((name, line))
      if open.count > depth { throw Unsound(line: line, fault: .tooDeep(limit: depth)) }
    case "/":
      let name = trimmed(tag.dropFirst())
      guard open.last?.name == name else { throw Unsound(line: line, fault: .notBegun(name)) }
      open.removeLast()
    case _ where sign.isLetter || sign == " " || sign == ".": try checkName(trimmed(tag), line)
    default: throw Unsound(line: line, fault: .notTaken(String(sign)))
    }
  }

  private static func checkName(_ name: String, _ line: Int) throws(Unsound) {
    if name != ".", !MinutesValues.names.contains(name) {
      throw Unsound(line: line, fault: .unknownName(name))
    }
  }
}

/// What a template can name of a meeting, as plain words.
package struct MinutesValues: Sendable {
  /// What stands by itself, by its name.
  package var facts: [String: String]
  package var items: [Item]
  /// Votes that belong to no item of the agenda.
  package var votes: [Vote]
  package var outputs: [MeetingOutput]
  package var guests: [String]

  package struct Item: Sendable {
    package var place: Int
    package var title: String
    package var note: String?
    package var votes: [Vote]

    package init(place: Int, title: String, note: String?, votes: [Vote]) {
      (self.place, self.title, self.note, self.votes) = (place, title, note, votes)
    }
  }

  package struct Vote: Sendable {
    /// The whole of it in a sentence.
    package var words: String
    package var facts: [String: String]

    package init(words: String, facts: [String: String]) {
      (self.words, self.facts) = (words, facts)
    }
  }

  package init(
    facts: [String: String],
    items: [Item],
    votes: [Vote],
    outputs: [MeetingOutput],
    guests: [String]
  ) {
    (self.facts, self.items, self.votes) = (facts, items, votes)
    (self.outputs, self.guests) = (outputs, guests)
  }

  /// The names of what stands by itself.
  package static let single = [
    "chi_bo", "cap_tren", "loai", "chuyen_de", "ngay", "khai_mac", "be_mac", "thoi_luong", "dia_diem",
    "hinh_thuc", "chu_tri", "thu_ky", "phai_du", "co_mat", "vang_co_ly_do", "vang_khong_ly_do", "ty_le",
  ]
  /// The names of parts, each with the names within it.
  package static let parts: [(part: String, within: [String])] = [
    ("noi_dung", ["so", "tieu_de", "ghi_chep", "bieu_quyet"]),
    ("bieu_quyet", ["loi", "de_xuat", "ket_qua", "tan_thanh", "khong_tan_thanh", "y_kien_khac"]),
    ("bieu_quyet_khac", ["loi", "de_xuat", "ket_qua", "tan_thanh", "khong_tan_thanh", "y_kien_khac"]),
    ("san_pham", ["loai_san_pham", "ten_san_pham", "duong_dan"]),
    ("dai_bieu", ["."]),
  ]
  static let names = Set(single + parts.flatMap { [$0.part] + $0.within })

  fileprivate var all: [String: Any] {
    var all: [String: Any] = facts
    all["noi_dung"] = items.map { item in
      var part: [String: Any] = [
        "so": item.place, "tieu_de": item.title, "bieu_quyet": item.votes.map(MinutesValues.told),
      ]
      part["ghi_chep"] = item.note
      return part
    }
    all["bieu_quyet_khac"] = votes.map(MinutesValues.told)
    all["san_pham"] = outputs.map { output in
      var part = ["loai_san_pham": output.kind, "ten_san_pham": output.title]
      part["duong_dan"] = output.link
      return part
    }
    all["dai_bieu"] = guests
    return all
  }

  private static func told(_ vote: Vote) -> [String: String] {
    vote.facts.merging(["loi": vote.words]) { $1 }
  }
}

extension MinutesTemplate {
  /// The wording that is shipped: the agenda in its order, each item with what was noted and voted.
  package static let shipped = """
    {{! Từng mục của chương trình, ghi chép và biểu quyết của mục đó. }}
    {{#noi_dung}}
    {{so}}. {{tieu_de}}
    {{#ghi_chep}}
    {{ghi_chep}}
    {{/ghi_chep}}
    {{#bieu_quyet}}
    {{loi}}
    {{/bieu_quyet}}

    {{/noi_dung}}
    {{! Biểu quyết không thuộc mục nào. }}
    {{#bieu_quyet_khac}}
    {{loi}}

    {{/bieu_quyet_khac}}
    {{#san_pham}}
    Sản phẩm chuyên đề – {{loai_san_pham}}: {{ten_san_pham}}{{#duong_dan}} ({{duong_dan}}){{/duong_dan}}.
    {{/san_pham}}

    """
}
