package import Basics
package import Rules
import Yams

/// A part of a file of ours, a rulebook or a plan: a node of YAML, read as text and typed by us.
///
/// What is wrong is noted with its line, and reading goes on: whoever mends a file wants the whole list.
package struct Part {
  let node: Node
  package let line: Int
  package let faults: FaultList

  init(_ node: Node, _ faults: FaultList, line: Int = 1) {
    self.node = node
    self.line = node.mark?.line ?? line
    self.faults = faults
  }

  /// Reads a file's text.
  /// - Returns: `nil`, with the fault noted, when it is not YAML, or says nothing.
  package static func read(_ text: String, _ faults: FaultList) -> Part? {
    guard text.utf8.count <= 400_000 else {
      faults.add(1, .tooLong(400_000))
      return nil
    }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        faults.add(1, .blank)
        return nil
      }
      return Part(node, faults)
    } catch let error as YamlError {
      faults.add(error)
    } catch {
      faults.add(1, .notYAML("\(error)"))
    }
    return nil
  }

  package func fault(_ reason: RulebookFault.Reason) {
    faults.add(line, reason)
  }

  // MARK: Of a mapping

  /// The parts by their names, in the order of the file.
  package var members: [(name: String, part: Part)] {
    guard let mapping = node.mapping else {
      if !isEmpty { fault(.expected("name: value")) }
      return []
    }
    return mapping.map { key, value in
      (key.string ?? "", Part(value, faults, line: key.mark?.line ?? line).at(key.mark?.line))
    }
  }

  /// The same part, counted to its key's line.
  private func at(_ line: Int?) -> Part {
    guard let line, node.scalar != nil else { return self }
    return Part(scalar: self, line: line)
  }

  private init(scalar part: Part, line: Int) {
    node = part.node
    self.line = line
    faults = part.faults
  }

  package subscript(name: String) -> Part? {
    guard let node = node.mapping?[name] else { return nil }
    let part = Part(node, faults, line: line)
    return part.isEmpty ? nil : part
  }

  /// Notes every name that means nothing here.
  package func allow(_ names: String...) {
    guard node.mapping != nil else {
      fault(.expected("name: value"))
      return
    }
    for (name, part) in members where !names.contains(name) { part.fault(.unknownKey(name)) }
  }

  // MARK: Of a list

  /// The parts of a list, of one line or of many.
  package var items: [Part] {
    guard let sequence = node.sequence else {
      fault(.expected("- …"))
      return []
    }
    return sequence.map { Part($0, faults, line: line) }
  }

  // MARK: Of a value

  /// Whether nothing stands behind the name.
  package var isEmpty: Bool { node.scalar?.string.isEmpty == true && node.scalar?.style == .plain }

  /// Whether it is a value, and neither a list nor names with values.
  package var isValue: Bool { node.scalar != nil }

  /// Whether it is names with values.
  package var isMapping: Bool { node.mapping != nil }

  /// What is written, as it is written.
  package var text: String? {
    guard let text = node.scalar?.string else {
      fault(.expected("text"))
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      fault(.blank)
      return nil
    }
    guard text.utf8.count <= 2000 else {
      fault(.tooLong(2000))
      return nil
    }
    return text
  }

  package var day: CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(text) else {
      fault(.notADay(text))
      return nil
    }
    return day
  }

  package var isYes: Bool {
    switch text {
    case "yes", "true": return true
    case "no", "false", nil: return false
    case .some(let text):
      fault(.unknownValue(text, allowed: ["yes", "no"]))
      return false
    }
  }

  package var number: Quantity? {
    guard let text else { return nil }
    guard let number = Quantity(text) else {
      fault(.notANumber(text))
      return nil
    }
    return number
  }

  /// One of a list of values.
  package func value<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> Value?
  where Value.RawValue == String {
    guard let text else { return nil }
    guard let value = Value(rawValue: text) else {
      fault(.unknownValue(text, allowed: Value.allCases.map(\.rawValue)))
      return nil
    }
    return value
  }

  package var texts: [String] {
    node.scalar == nil ? items.compactMap(\.text) : text.map { [$0] } ?? []
  }

  // MARK: What must be there

  package func required(_ name: String) -> Part? {
    guard let part = self[name] else {
      fault(.missing(name))
      return nil
    }
    return part
  }

  /// The words of a part, in both languages.
  package var wording: Wording? {
    guard let vi = required("vi")?.text, let en = required("en")?.text else { return nil }
    return Wording(vi: vi, en: en)
  }

  /// The days from `from` until `until`; where one is not said, those of the whole.
  package func span(within whole: Span?) -> Span? {
    let start = self["from"].flatMap(\.day) ?? whole?.start
    let end = self["until"].flatMap(\.day) ?? whole?.end
    guard let start else {
      fault(.missing("from"))
      return nil
    }
    guard let span = Span(from: start, until: end) else {
      (self["until"] ?? self["from"] ?? self).fault(.endsBeforeItBegins)
      return nil
    }
    return span
  }
}

/// What is wrong in a file, in the order in which it was found.
package final class FaultList {
  let file: String
  package private(set) var faults: [RulebookFault] = []

  package init(_ file: String) {
    self.file = file
  }

  package func add(_ line: Int, _ reason: RulebookFault.Reason) {
    let fault = RulebookFault(file: file, line: line, reason)
    if !faults.contains(fault) { faults.append(fault) }
  }

  /// What the reader of YAML said.
  func add(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      add(mark.line, .notYAML(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      add(context.mark.line, .repeatedName(keys.map(\.description).joined(separator: ", ")))
    default: add(1, .notYAML("\(error)"))
    }
  }
}
