import Glibc

/// The rows of one sheet of a book, put together cell by cell as its XML goes by.
///
/// A sheet leaves out what is empty: cells are placed by their references, and a row is filled up to the
/// width of the first one, the headings.
final class SheetRows: XMLListener {
  /// How a cell holds its value.
  private enum Kind {
    case number
    case shared
    case text
    case inline
    case truth
    case error
    case day
  }

  private let strings: SharedStrings?
  private let showsDay: [Bool]
  private let from1904: Bool
  /// The rows finished and not yet taken.
  var finished: [SheetRow] = []
  /// The number of the row last begun.
  private(set) var number = 0
  private var width = 0
  // A million cells pass through these; no two accesses of them can overlap.
  @exclusivity(unchecked) private var cells: [String] = []
  @exclusivity(unchecked) private var problem: SheetProblem?
  @exclusivity(unchecked) private var column = -1
  @exclusivity(unchecked) private var kind = Kind.number
  @exclusivity(unchecked) private var style = 0
  @exclusivity(unchecked) private var value: [UInt8] = []
  @exclusivity(unchecked) private var isInRows = false
  @exclusivity(unchecked) private var isInInline = false
  @exclusivity(unchecked) private var isInValue = false
  private var phoneticDepth = 0

  init(strings: SharedStrings?, showsDay: [Bool], from1904: Bool) {
    self.strings = strings
    self.showsDay = showsDay
    self.from1904 = from1904
  }

  override func open(_ name: XMLName, _ attributes: XMLAttributes) {
    guard isInRows else {
      if name == "sheetData" { isInRows = true }
      return
    }
    switch name.letter {
    case UInt8(ascii: "c"): beginCell(attributes)
    case UInt8(ascii: "v"): isInValue = kind != .inline
    case UInt8(ascii: "t"): isInValue = isInInline && phoneticDepth == 0
    case 0:
      if name == "row" {
        beginRow(attributes)
      } else if name == "is" {
        isInInline = kind == .inline
      } else if name == "rPh" {
        phoneticDepth += 1
      }
    default: break
    }
  }

  override func close(_ name: XMLName) {
    guard isInRows else { return }
    switch name.letter {
    case UInt8(ascii: "c"): endCell()
    case UInt8(ascii: "v"), UInt8(ascii: "t"): isInValue = false
    case 0:
      if name == "row" {
        endRow()
      } else if name == "is" {
        isInInline = false
      } else if name == "rPh" {
        phoneticDepth -= 1
      } else if name == "sheetData" {
        isInRows = false
      }
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInValue else { return }
    guard value.count + bytes.count <= SheetLimits.cellBytes else {
      failure = failure ?? .rowTooLong(limit: SheetLimits.cellBytes)
      return
    }
    value.append(contentsOf: bytes)
  }

  private func beginRow(_ attributes: XMLAttributes) {
    var given: Int?
    attributes.each { name, value in
      if name[0] == 0x72, name[1] == 0 { given = Int(String(cString: value)) ?? 0 }
    }
    let next = given ?? number + 1
    guard next > number else { return fail() }
    guard next <= SheetLimits.rows else {
      failure = failure ?? .tooManyRows(limit: SheetLimits.rows)
      return
    }
    number = next
    column = -1
    problem = nil
    cells = []
    cells.reserveCapacity(width)
  }

  private func endRow() {
    guard failure == nil, problem != nil || cells.contains(where: { !$0.isEmpty }) else { return }
    if width == 0 { width = cells.count }
    while cells.count < width { cells.append("") }
    finished.append(SheetRow(line: number, cells: cells, problem: problem))
  }

  private func beginCell(_ attributes: XMLAttributes) {
    var next = column + 1
    kind = .number
    style = 0
    value.removeAll(keepingCapacity: true)
    attributes.each { name, value in
      guard name[1] == 0 else { return }
      switch UInt8(bitPattern: name[0]) {
      case UInt8(ascii: "r"): next = Self.column(of: value) ?? -1
      case UInt8(ascii: "s"): style = Int(atol(value))
      case UInt8(ascii: "t"): kind = Self.kind(value)
      default: break
      }
    }
    guard next > column else { return fail() }
    column = next
    if column >= SheetLimits.columns {
      failure = failure ?? .tooManyColumns(limit: SheetLimits.columns)
    }
  }

  private func endCell() {
    guard failure == nil, column >= 0 else { return }
    let shown = value.withUnsafeBufferPointer { text(of: $0) }
    guard !shown.isEmpty else { return }
    while cells.count < column { cells.append("") }
    cells.append(shown)
  }

  /// The cell as people see it; noting what is wrong with it.
  private func text(of value: UnsafeBufferPointer<UInt8>) -> String {
    switch kind {
    case .number where value.isEmpty:
      return ""
    case .number where showsDay.indices.contains(style) && showsDay[style]:
      let written = String(decoding: value, as: UTF8.self)
      let whole = NumberText.isPlain(value) ? Int(written).map { Double($0) } : nil
      let day = (whole ?? Double(written)).flatMap { SerialDay.iso($0, from1904: from1904) }
      if day == nil { note(.noSuchDay(written)) }
      return day ?? written
    case .number where NumberText.isPlain(value):
      return String(decoding: value, as: UTF8.self)
    case .number:
      return NumberText.plain(SheetText.clean(value).text)
    case .shared:
      guard let index = Int(String(decoding: value, as: UTF8.self)), let shared = strings?.text(at: index)
      else {
        if !value.isEmpty { fail() }
        return ""
      }
      if let control = shared.control { note(.controlCharacter(control)) }
      return shared.text
    case .text, .inline:
      let (text, control) = SheetText.clean(value)
      if let control { note(.controlCharacter(control)) }
      return text
    case .truth:
      return value.isEmpty ? "" : value.first == UInt8(ascii: "0") ? "FALSE" : "TRUE"
    case .error:
      let written = SheetText.clean(value).text
      note(.failedFormula(written))
      return written
    case .day:
      let written = SheetText.clean(value).text
      let day = String(decoding: written.utf8.prefix(10), as: UTF8.self)
      if !written.isEmpty, SerialDay.serial(iso: day) == nil { note(.noSuchDay(written)) }
      return day
    }
  }

  private func note(_ reason: SheetProblem.Reason) {
    if problem == nil { problem = SheetProblem(column: column, reason: reason) }
  }

  private static func kind(_ name: UnsafePointer<CChar>) -> Kind {
    switch (UInt8(bitPattern: name[0]), name[0] == 0 ? 0 : UInt8(bitPattern: name[1])) {
    case (UInt8(ascii: "s"), 0): .shared
    case (UInt8(ascii: "s"), _): .text
    case (UInt8(ascii: "i"), _): .inline
    case (UInt8(ascii: "b"), _): .truth
    case (UInt8(ascii: "e"), _): .error
    case (UInt8(ascii: "d"), _): .day
    default: .number
    }
  }

  /// The column of a reference such as `AB12`, counted from 0; `nil` when it is none.
  static func column(of reference: UnsafePointer<CChar>) -> Int? {
    var column = 0
    var index = 0
    while index < 8 {
      let byte = UInt8(bitPattern: reference[index])
      guard let letter = letterNumber(byte) else {
        return index > 0 && byte >= 0x31 && byte <= 0x39 ? column - 1 : nil
      }
      column = column * 26 + letter
      index += 1
    }
    return nil
  }

  private static func letterNumber(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x41...0x5A: Int(byte) - 0x40
    case 0x61...0x7A: Int(byte) - 0x60
    default: nil
    }
  }
}
