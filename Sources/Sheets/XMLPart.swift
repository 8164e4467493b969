import CExpat
import Glibc

/// Listens to one part of a book as its XML goes by; each kind of part has its own listener.
class XMLListener {
  /// Why the part is not to be read on.
  var failure: SheetError.Reason?
  /// The name of the part.
  fileprivate(set) var part = ""

  /// Finds the part damaged.
  func fail() {
    failure = failure ?? .damagedPart(part)
  }

  func open(_ name: XMLName, _ attributes: XMLAttributes) {}
  func close(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The name of an element, without the prefix of its namespace.
struct XMLName {
  private let local: UnsafePointer<CChar>

  fileprivate init(_ name: UnsafePointer<CChar>) {
    var local = name
    var index = name
    while index.pointee != 0 {
      if index.pointee == 0x3A { local = index + 1 }
      index += 1
    }
    self.local = local
  }

  /// The one letter of a name of one letter, or 0.
  var letter: UInt8 {
    local[0] != 0 && local[1] == 0 ? UInt8(bitPattern: local[0]) : 0
  }

  static func == (name: XMLName, other: StaticString) -> Bool {
    strcmp(name.local, UnsafeRawPointer(other.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }
}

/// The attributes of an element.
struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  fileprivate init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    self.pairs = pairs
  }

  /// Calls `body` with the full name and the value of each attribute.
  @inline(__always)
  func each(_ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Void) {
    guard var pair = pairs else { return }
    while let name = pair[0], let value = pair[1] {
      body(name, value)
      pair += 2
    }
  }

  /// The value of the attribute with this name, whatever its prefix.
  subscript(name: StaticString) -> String? {
    var found: String?
    each { if XMLName($0) == name { found = String(cString: $1) } }
    return found
  }

  /// The value of the attribute of this name that has a prefix, as relationships have.
  subscript(prefixed name: StaticString) -> String? {
    var found: String?
    each { if XMLName($0) == name, strchr($0, 0x3A) != nil { found = String(cString: $1) } }
    return found
  }
}

/// One part of a book being parsed, block by block, so that a part of any size takes the memory of a block.
///
/// No document type is accepted: books have none, and with it go entities, own or from elsewhere.
final class XMLPart {
  private let part: ZipPart
  private let parser: XML_Parser
  private let listener: XMLListener
  private var isOver = false
  private static let block: Int32 = 64 << 10

  init(_ part: ZipPart, listener: XMLListener) throws {
    guard let parser = XML_ParserCreate(nil) else { throw part.error(.damagedPart(part.name)) }
    self.part = part
    self.parser = parser
    self.listener = listener
    listener.part = part.name
    XML_SetUserData(parser, Unmanaged.passUnretained(listener).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name else { return }
        listening(data) { $0.open(XMLName(name), XMLAttributes(attributes)) }
      },
      { data, name in
        guard let name else { return }
        listening(data) { $0.close(XMLName(name)) }
      }
    )
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let text else { return }
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(count)).assumingMemoryBound(to: UInt8.self)
      listening(data) { $0.text(bytes) }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      listening(data) { $0.fail() }
    }
  }

  deinit {
    XML_ParserFree(parser)
  }

  /// Parses the next block; the listener hears what is in it.
  ///
  /// - Returns: whether there may be more to parse.
  func parseBlock() throws -> Bool {
    guard !isOver else { return false }
    guard let buffer = XML_GetBuffer(parser, Self.block) else {
      isOver = true
      throw part.error(.damagedPart(part.name))
    }
    do {
      let count = try part.read(into: buffer, capacity: Int(Self.block))
      let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
      if let failure = listener.failure { throw part.error(failure) }
      guard status == XML_STATUS_OK else { throw part.error(.damagedPart(part.name)) }
      isOver = count == 0
      return !isOver
    } catch {
      isOver = true
      throw error
    }
  }

  /// Parses a small part to its end.
  static func parse(_ part: ZipPart, listener: XMLListener) throws {
    let parsed = try XMLPart(part, listener: listener)
    while try parsed.parseBlock() {}
  }
}

/// Lets the listener that a parser was given hear something, without the cost of holding it.
@inline(__always)
private func listening(_ data: UnsafeMutableRawPointer?, _ body: (XMLListener) -> Void) {
  guard let data else { return }
  Unmanaged<XMLListener>.fromOpaque(data)._withUnsafeGuaranteedRef(body)
}
