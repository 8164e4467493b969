import Glibc
import Phrases
import RulebookFiles
import Rules

/// The rulebooks that come with the program: those in the folder here, else those beside it.
enum ShippedRulebooks {
  /// A rulebook by the path of its file or by its name, with the calendars that lie beside it.
  static func book(_ named: String) throws -> (book: Rulebook, calendar: WorkCalendar) {
    let isFile = access(named, F_OK) == 0
    guard isFile || !named.contains("/") && !named.hasSuffix(".yaml") else {
      throw RulebookFolder.Unreachable(path: named)
    }
    if !isFile {
      let folder = try load()
      guard let book = folder.library.book(named: named) else {
        throw RulebookFolder.Unreachable(path: named)
      }
      return (book, folder.library.calendar)
    }
    let name = named.split(separator: "/").last.map(String.init) ?? named
    let book = try RulebookFile.read(try RulebookFolder.text(of: named), name: name).get()
    let beside = named.lastIndex(of: "/").map { String(named[..<$0]) } ?? "."
    let calendar = (try? RulebookFolder.calendar(beside)) ?? (try? load().library.calendar)
    return (book, calendar ?? WorkCalendar())
  }

  /// All of them.
  static func load() throws -> RulebookFolder {
    try RulebookFolder.load(path())
  }

  /// The folder they lie in.
  static func path() throws(RulebookFolder.Unreachable) -> String {
    var candidates = ["Rulebooks"]
    var place = programFolder()
    for _ in 0..<4 {
      candidates.append(place + "/Rulebooks")
      place += "/.."
    }
    for candidate in candidates where access(candidate + "/calendar", F_OK) == 0 { return candidate }
    throw RulebookFolder.Unreachable(path: "Rulebooks")
  }
}

/// The rulebooks that pages show; none when there is no such folder.
func shippedRulebooks() throws -> RulebookFolder {
  do {
    return try ShippedRulebooks.load()
  } catch is RulebookFolder.Unreachable {
    return .none
  } catch let wrong as RulebookFaults {
    throw wrong.failure
  }
}
