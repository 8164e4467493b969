import CSodium
import Storage

/// A BLAKE2b-256 digest of values, each framed by its kind and length so that no two sequences of
/// values give the same bytes.
final class Digest {
  static let size = 32

  /// The library's state: a block of memory aligned as it asks.
  private let memory: UnsafeMutableRawPointer
  private var state: OpaquePointer { OpaquePointer(memory) }

  init() {
    memory = .allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)
    crypto_generichash_init(OpaquePointer(memory), nil, 0, Digest.size)
  }

  deinit { memory.deallocate() }

  /// What has been added and not yet been digested: many small pieces are digested in one go.
  private var pending: [UInt8] = []

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    pending.append(contentsOf: bytes)
    if pending.count >= 16_384 { flush() }
  }

  private func flush() {
    crypto_generichash_update(state, pending, UInt64(pending.count))
    pending.removeAll(keepingCapacity: true)
  }

  func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      frame(2, bytes.count)
      add(bytes)
    }
  }

  func add(_ bytes: [UInt8]) {
    frame(3, bytes.count)
    bytes.withUnsafeBufferPointer { add($0) }
  }

  func add(_ number: Int64?) {
    guard let number else { return frame(0, 0) }
    frame(1, Int(truncatingIfNeeded: number))
  }

  /// Adds what stands in a column, whatever its type.
  func add(_ row: Row, _ column: Int) {
    let source = row.source
    switch source.type(column) {
    case .null: frame(0, 0)
    case .integer: add(source.integer(column))
    case .text:
      source.withText(column) { bytes in
        frame(2, bytes.count)
        add(bytes)
      }
    case .bytes: add(source.bytes(column))
    }
  }

  /// Adds a value as it will stand in its column.
  func add(_ value: SQLValue) {
    switch value {
    case .integer(let number): add(number)
    case .text(.some(let text)), .day(.some(let text)): add(text)
    case .bytes(.some(let bytes)): add(bytes)
    case .text(nil), .day(nil), .bytes(nil): frame(0, 0)
    }
  }

  func finish() -> [UInt8] {
    flush()
    var out = [UInt8](repeating: 0, count: Digest.size)
    crypto_generichash_final(state, &out, out.count)
    return out
  }

  private func frame(_ kind: UInt8, _ number: Int) {
    let bits = UInt64(bitPattern: Int64(number)).littleEndian
    pending.append(kind)
    withUnsafeBytes(of: bits) { pending.append(contentsOf: $0) }
  }

  static func of(_ text: String) -> [UInt8] {
    let digest = Digest()
    digest.add(text)
    return digest.finish()
  }
}

extension [UInt8] {
  /// The bytes in hexadecimal.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: count * 2) { buffer in
      for (index, byte) in enumerated() {
        buffer[index * 2] = digits[Int(byte >> 4)]
        buffer[index * 2 + 1] = digits[Int(byte & 15)]
      }
      return count * 2
    }
  }
}
