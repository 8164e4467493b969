import Foundation
import SQLiteStorage
import Storage

/// A folder of one test's own, gone with it.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "chibo-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    _ = chmod(path, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: file(name), atomically: false, encoding: .utf8)
    return file(name)
  }

  func database(_ name: String = "record.sqlite") throws -> SQLiteDatabase {
    try SQLiteDatabase(path: file(name), create: true)
  }

  /// Whether a file of this name is there.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }
}

/// What a piece of work is refused with by the engine; `nil` when it is done.
func storageError(_ body: () async throws -> Void) async throws -> StorageError? {
  do {
    try await body()
    return nil
  } catch let error as StorageError {
    return error
  }
}
