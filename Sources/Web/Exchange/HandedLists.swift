import Records
import Rules
import Sheets
import Storage

/// The lists somebody handed in, laid out on this machine's disk as an import reads them.
struct HandedLists: Sendable {
  /// The part of a job that holds them.
  static let part = "list"

  private let folder: LooseFolder
  let source: ListSource

  /// The files of a job, taken out of the record.
  /// - Throws: `Gone` when they have been swept, `ListSourceError` when no list is in them.
  init(_ job: Job, _ database: any Database) async throws {
    let folder = try LooseFolder()
    let names = try await database.read { db in
      let files = try JobStore(db: db).files(of: job.id).filter { $0.part == HandedLists.part }
      let store = FileStore(db: db)
      for file in files { try store.put(file.hash, as: HandedLists.place(file.name), in: folder) }
      return files.map(\.name)
    }
    guard let first = names.first else { throw Gone() }
    let isBook = HandedLists.isBook(first)
    let path = isBook ? folder.path + "/" + HandedLists.place(first) : folder.path
    source = try ListSource(path: path, name: names.joined(separator: ", "))
    self.folder = folder
  }

  /// The files were kept for their time and are no longer there.
  struct Gone: Error {}

  /// Which list a file is, by its name; browsers put a number behind a name they have seen before.
  static func kind(of name: String) -> ListKind? {
    let name = name.lowercased()
    guard name.hasSuffix(".csv") else { return nil }
    return ListKind.ofOrganisation.first { name.hasPrefix($0.rawValue) }
  }

  static func isBook(_ name: String) -> Bool { name.lowercased().hasSuffix(".xlsx") }

  private static func place(_ name: String) -> String {
    kind(of: name).map { $0.rawValue + ".csv" } ?? name.replacing("/", with: "-")
  }
}

extension FileStore {
  fileprivate func put(_ hash: FileHash, as name: String, in folder: LooseFolder) throws {
    try folder.put(hash, as: name, from: self)
  }
}
