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
  /// The last entry of the journal on which what is to be taken was judged; `nil` for whichever it is.
  package let standsOn: Int64?
  private let scratch: any Scratchpad
  private let watch: ImportWatch

  package init(
    _ source: ListSource,
    acceptsValid: Bool = false,
    isDryRun: Bool = false,
    standsOn: Int64? = nil,
    watch: ImportWatch = ImportWatch(),
    scratch: any Scratchpad
  ) {
    self.source = source
    self.acceptsValid = acceptsValid
    self.isDryRun = isDryRun
    self.standsOn = standsOn
    self.watch = watch
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
      report.wasRepeated = receipt.wasRepeated
      return report
    } catch let stopped as Stopped {
      return stopped.report
    }
  }

  /// Carries the report out of the transaction.
  private let report = Mutex(ImportReport())

  package func perform(_ work: Work) throws -> Int64? {
    try watch.begin(work.db)
    try work.requireEverywhere(.importLists)
    if let standsOn, standsOn != work.entry - 1 { throw RecordMoved(last: work.entry - 1) }
    let report = try scratch.use { stage in
      let stage = try StagedLists(stage)
      return try ImportRun(work: work, stage: stage, acceptsValid: acceptsValid, watch: watch).run(source)
    }
    if isDryRun || (!report.refused.isEmpty && !acceptsValid) || report.new == 0 {
      throw Stopped(report: report.standing(on: work.entry - 1))
    }
    self.report.withLock { $0 = report }
    return nil
  }

  /// Ends the transaction with nothing written; what was found is told all the same.
  private struct Stopped: Error {
    let report: ImportReport
  }
}

/// The record has changed since what was to be written was judged.
package struct RecordMoved: Error {
  /// The last entry of the journal now.
  package let last: Int64
}
