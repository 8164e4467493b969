/// A strict reading of a page: what browsers forgive, this does not.
///
/// Tags are balanced and attributes quoted; ids are unique, and what refers to one finds it; each control
/// has a label; no script, style or handler stands in the page; each address is of this site.
struct PageChecker {
  private(set) var faults: [String] = []
  /// Every address in the page, as written.
  private(set) var addresses: [String] = []
  private var ids: Set<String> = []
  private var references: [(kind: String, id: String)] = []
  private var open: [String] = []
  private var controls: [(tag: String, id: String?)] = []
  private var labelled: Set<String> = []

  private static let void: Set<String> = [
    "area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]

  init(_ page: String) {
    var rest = Substring(page)
    while let start = rest.firstIndex(of: "<") {
      checkText(rest[..<start])
      rest = rest[start...].dropFirst()
      guard let end = PageChecker.tagEnd(rest) else {
        faults.append("a tag is not closed: <\(rest.prefix(30))")
        return
      }
      read(rest[..<end])
      rest = rest[end...].dropFirst()
    }
    checkText(rest)
    if !open.isEmpty { faults.append("left open: \(open)") }
    for (kind, id) in references where !ids.contains(id) { faults.append("\(kind) finds no id \(id)") }
    for control in controls where control.id.map({ !labelled.contains($0) }) ?? true {
      faults.append("<\(control.tag)> has no label, id \(control.id ?? "none")")
    }
  }

  private static func tagEnd(_ text: Substring) -> Substring.Index? {
    var isQuoted = false
    for index in text.indices {
      let sign = text[index]
      if sign == "\"" { isQuoted.toggle() }
      if sign == ">", !isQuoted { return index }
    }
    return nil
  }

  private mutating func checkText(_ text: Substring) {
    if text.contains(">") { faults.append("a stray > in \(text.prefix(40))") }
    for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let entities = ["amp;", "lt;", "gt;", "quot;", "#39;"]
      if !entities.contains(where: { piece.hasPrefix($0) }) {
        faults.append("a bare & in \(text.prefix(40))")
      }
    }
  }

  private mutating func read(_ tag: Substring) {
    if tag.hasPrefix("!doctype") { return }
    if tag.hasPrefix("/") {
      let name = String(tag.dropFirst())
      if open.last == name {
        open.removeLast()
      } else {
        faults.append("</\(name)> closes \(open.last ?? "nothing")")
      }
      return
    }
    let isClosed = tag.hasSuffix("/")
    let body = isClosed ? tag.dropLast() : tag
    let name = String(body.prefix { $0.isLetter || $0.isNumber })
    if name.isEmpty { faults.append("not a tag: <\(tag.prefix(20))>") }
    let attributes = attributes(body.dropFirst(name.count), of: name)
    check(name, attributes)
    if !isClosed, !PageChecker.void.contains(name) { open.append(name) }
  }

  private mutating func attributes(_ text: Substring, of name: String) -> [String: String] {
    var found: [String: String] = [:]
    var rest = text.drop { $0.isWhitespace }
    while !rest.isEmpty {
      let key = String(rest.prefix { $0 != "=" && !$0.isWhitespace })
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.first == "=" {
        rest = rest.dropFirst()
        guard rest.first == "\"" else {
          faults.append("<\(name) \(key)> is not quoted")
          return found
        }
        value = String(rest.dropFirst().prefix { $0 != "\"" })
        rest = rest.dropFirst(value.count + 2)
        if let next = rest.first, !next.isWhitespace { faults.append("<\(name)> runs together after \(key)") }
      }
      if found.updateValue(value, forKey: key) != nil { faults.append("<\(name)> has \(key) twice") }
      if value.contains("<") { faults.append("<\(name) \(key)> holds a bare <") }
      rest = rest.drop { $0.isWhitespace }
    }
    return found
  }

  private mutating func check(_ name: String, _ attributes: [String: String]) {
    if let id = attributes["id"], !ids.insert(id).inserted { faults.append("id \(id) is there twice") }
    for key in ["aria-labelledby", "aria-describedby", "for"] {
      for id in (attributes[key] ?? "").split(separator: " ") { references.append((key, String(id))) }
    }
    if name == "label", let id = attributes["for"] { labelled.insert(id) }
    for key in attributes.keys where key == "style" || key.hasPrefix("on") {
      faults.append("<\(name)> carries \(key)")
    }
    if name == "style" || name == "script" && attributes["src"] == nil { faults.append("inline <\(name)>") }
    if name == "img", attributes["alt"] == nil { faults.append("<img> without alt") }
    for key in ["href", "src", "action", "formaction"] {
      guard let address = attributes[key] else { continue }
      addresses.append(address)
      let isOfSite = address.hasPrefix("/") && !address.hasPrefix("//") || address.hasPrefix("#")
      if !isOfSite { faults.append("\(key) leads elsewhere: \(address)") }
    }
    let isControl = ["input", "select", "textarea"].contains(name) && attributes["type"] != "hidden"
    if isControl, attributes["aria-label"] == nil { controls.append((name, attributes["id"])) }
    if name == "svg", attributes["aria-hidden"] == nil, attributes["aria-label"] == nil {
      faults.append("<svg> says nothing and is not hidden")
    }
    if name == "form", attributes["method"] == "post", attributes["action"] == nil {
      faults.append("a form posts to nowhere")
    }
  }
}
