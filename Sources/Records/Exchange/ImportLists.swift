import Basics
import Rules
package import Storage
import Synchronization

/// Takes over the lists an office has: its units, its people, where they belong, the posts they hold.
///
/// One entry of the journal, whatever the size. Nothing is written when anything is refused, unless what is
/// sound is to be taken without the rest.
package final class ImportLists: Operation, Sendable {
  package static let operation = "import"

  package let source: ListSource
  package let acceptsValid: Bool
  package let isDryRun: Bool
  private let scratch: any Scratchpad

  package init(
    _ source: ListSource,
    acceptsValid: Bool = false,
    isDryRun: Bool = false,
    scratch: any Scratchpad
  ) {
    self.source = source
    self.acceptsValid = acceptsValid
    self.isDryRun = isDryRun
    self.scratch = scratch
  }

  package var said: [(name: String, value: String?)] {
    [
      ("source", source.name),
      ("valid", acceptsValid ? "yes" : nil),
    ]
  }

  /// Does it as one deed of `actor`.
  ///
  /// `request`: a token; a repeat changes nothing.
  package func run(_ office: Office, as actor: Actor, request: String? = nil) async throws -> ImportReport {
    do {
      let receipt = try await office.carryOut(Errand(self, by: actor, request: request))
      var report = self.report.withLock { $0 }
      report.entry = receipt.entry
      return report
    } catch let stopped as Stopped {
      return stopped.report
    }
  }

  /// Carries the report out of the transaction.
  private let report = Mutex(ImportReport())

  package func perform(_ work: Work) throws -> Int64? {
    try work.requireEverywhere(.importLists)
    let report = try scratch.use { stage in
      try ImportRun(work: work, stage: StagedLists(stage), acceptsValid: acceptsValid).run(source)
    }
    if isDryRun || (!report.refused.isEmpty && !acceptsValid) || report.new == 0 {
      throw Stopped(report: report)
    }
    self.report.withLock { $0 = report }
    return nil
  }

  /// Ends the transaction with nothing written; what was found is told all the same.
  private struct Stopped: Error {
    let report: ImportReport
  }
}
