import CZip
import Glibc

/// A book's file as what it is underneath: a zip archive of parts, each called by its path.
final class ZipArchive {
  let file: String
  fileprivate let handle: OpaquePointer
  private var indices: [String: UInt64] = [:]

  /// - Throws: a `SheetError` naming `file` when there is no readable archive at `path`.
  init(path: String, file: String) throws {
    self.file = file
    try BookKind.check(path: path, file: file)
    var code: Int32 = 0
    guard let handle = zip_open(path, ZIP_RDONLY, &code) else {
      throw SheetError(file: file, reason: code == ZIP_ER_OPEN ? .cannotOpen(errno: errno) : .notABook)
    }
    self.handle = handle
    let count = zip_get_num_entries(handle, 0)
    guard count <= SheetLimits.parts else { throw SheetError(file: file, reason: .notABook) }
    for index in 0..<UInt64(max(count, 0)) {
      guard let name = zip_get_name(handle, index, 0) else { continue }
      indices[Self.key(String(cString: name))] = index
    }
  }

  deinit {
    zip_discard(handle)
  }

  func holds(_ part: String) -> Bool {
    indices[Self.key(part)] != nil
  }

  /// Opens a part to be read once from its beginning.
  ///
  /// - Parameters:
  ///   - part: its path in the archive.
  ///   - limit: the bytes it may unpack to.
  /// - Returns: the part, not yet read.
  /// - Throws: a `SheetError` when it is not there, is locked, or would unpack to more.
  func open(_ part: String, limit: Int = SheetLimits.partBytes) throws -> ZipPart {
    guard let index = indices[Self.key(part)] else {
      throw SheetError(file: file, reason: .missingPart(part))
    }
    var stat = zip_stat_t()
    guard zip_stat_index(handle, index, 0, &stat) == 0 else {
      throw SheetError(file: file, reason: .damagedPart(part))
    }
    guard stat.encryption_method == ZIP_EM_NONE else { throw SheetError(file: file, reason: .lockedBook) }
    guard let handle = zip_fopen_index(handle, index, 0) else {
      throw SheetError(file: file, reason: .damagedPart(part))
    }
    let packed = Int(clamping: stat.comp_size)
    let unpacked = min(packed, SheetLimits.partBytes) * SheetLimits.unpacking
    let allowed = max(SheetLimits.smallPartBytes, unpacked)
    let part = ZipPart(archive: self, name: part, handle: handle, limit: min(limit, allowed))
    guard stat.size <= UInt64(part.limit) else { throw part.error(.swollenPart(part.name)) }
    return part
  }

  /// Parts are found whichever slash and whichever case the maker of the book used.
  private static func key(_ name: String) -> String {
    let path = name.split { $0 == "/" || $0 == "\\" }.joined(separator: "/")
    return path.lowercased()
  }
}

/// One part of a book, unpacked as it is read.
final class ZipPart {
  /// Kept so that the archive stays open while the part is read.
  private let archive: ZipArchive
  let name: String
  private let handle: OpaquePointer
  let limit: Int
  private var count = 0

  fileprivate init(archive: ZipArchive, name: String, handle: OpaquePointer, limit: Int) {
    self.archive = archive
    self.name = name
    self.handle = handle
    self.limit = limit
  }

  deinit {
    zip_fclose(handle)
  }

  /// Unpacks the next bytes into `buffer`.
  ///
  /// - Returns: how many there were; 0 at the end of the part.
  func read(into buffer: UnsafeMutableRawPointer, capacity: Int) throws -> Int {
    let read = Int(zip_fread(handle, buffer, UInt64(capacity)))
    guard read >= 0 else { throw error(.damagedPart(name)) }
    count += read
    guard count <= limit else { throw error(.swollenPart(name)) }
    return read
  }

  func error(_ reason: SheetError.Reason, line: Int? = nil) -> SheetError {
    SheetError(file: archive.file, line: line, reason: reason)
  }
}
