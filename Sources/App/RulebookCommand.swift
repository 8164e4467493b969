import ArgumentParser
import Basics
import Phrases
import RulebookFiles
import Rules

struct RulebookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rulebook",
    abstract: "Checks rulebooks, and compares versions.",
    subcommands: [Check.self, Difference.self]
  )

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Says of each file what is wrong in it, with the line and why."
    )

    @OptionGroup var speech: LanguageOptions
    @Argument(help: "Files of rulebooks or calendars.") var files: [String]
    @Option(help: "table or json.") var format: Format = .table

    func run() async throws {
      try speech.speaking {
        var faults: [RulebookFault] = []
        var books: [Rulebook] = []
        for path in files {
          switch RulebookFile.check(try RulebookFolder.text(of: path), name: path) {
          case .success(let book): if let book { books.append(book) }
          case .failure(let found): faults += found.faults
          }
        }
        for overlap in RulebookLibrary(books).overlaps {
          let file = files.first { $0.hasSuffix(overlap.book.name + ".yaml") } ?? overlap.book.name
          faults.append(
            RulebookFault(
              file: file,
              line: overlap.book.line,
              .overlapsVersion(overlap.other.name, overlap.days)
            )
          )
        }
        guard faults.isEmpty else {
          let failure = RulebookFaults(faults: faults).failure
          throw Failure(code: failure.code, failure.lines, json: format == .json ? failure.json : nil)
        }
        switch format {
        case .json: Console.print(JSON.object([("faults", .list([]))]).text)
        case .csv, .table: Console.print(Phrase.rulebooksSound(files.count).text)
        }
      }
    }
  }

  struct Difference: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Says what the second version changed against the first, clause by clause."
    )

    @OptionGroup var speech: LanguageOptions
    @Argument(help: "The earlier version: a file, or the name of a shipped one.") var before: String
    @Argument(help: "The later version.") var after: String
    @Option(help: "table, csv or json.") var format: Format = .table

    func run() async throws {
      try speech.speaking {
        let earlier = try ShippedRulebooks.book(before).book
        let later = try ShippedRulebooks.book(after).book
        let changes = later.changes(since: earlier)
        switch format {
        case .json:
          Console.print(
            JSON.object([
              ("before", .text(earlier.name)), ("after", .text(later.name)),
              ("changes", .list(changes.map(\.json))),
            ]).text
          )
        case .csv:
          Console.print("kind,rule,clause,field,before,after")
          for change in changes {
            let cells = [
              change.kind.rawValue, change.rule, change.clause, change.field, change.before, change.after,
            ]
            Console.print(
              cells.map { "\"" + ($0 ?? "").replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
            )
          }
        case .table:
          if changes.isEmpty { Console.print(Phrase.noChange.text) }
          for change in changes {
            let place = [change.rule, change.clause, change.field].compactMap { $0 }.joined(separator: " ")
            switch change.kind {
            case .added: Console.print("+ \(place): \(change.after ?? "")")
            case .removed: Console.print("- \(place): \(change.before ?? "")")
            case .changed: Console.print("~ \(place): \(change.before ?? "") → \(change.after ?? "")")
            }
          }
        }
      }
    }
  }
}

extension RulebookChange {
  fileprivate var json: JSON {
    .object([
      ("kind", .text(kind.rawValue)), ("rule", .text(rule)), ("clause", .text(clause)),
      ("field", .text(field)),
      ("before", .text(before)), ("after", .text(after)),
    ])
  }
}
