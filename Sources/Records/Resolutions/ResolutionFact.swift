package import Rules
import Storage

/// One fact of resolutions and tasks, whichever table keeps it.
package enum ResolutionFact: Hashable, Sendable {
  case resolution(Resolution)
  case sent(ResolutionSent)
  case task(AssignedTask)
  case progress(TaskProgress)
  /// A unit was reminded that it is silent, with what was said.
  case reminder(String?)
}

extension ToldTable {
  /// The tables of resolutions and tasks, each told of the unit that answers for it.
  static let ofResolutions: [ToldTable] = [
    told(.resolution, Resolution.columns, Resolution.width) { .resolution(try Resolution($0, from: 4)) },
    told(.resolutionSent, ResolutionSent.columns, ResolutionSent.width) {
      .sent(try ResolutionSent($0, from: 4))
    },
    told(.task, AssignedTask.columns, AssignedTask.width) { .task(try AssignedTask($0, from: 4)) },
    told(.taskProgress, "t.quantity, t.note", 2) { .progress(TaskProgress(try $0[4], note: try $0[5])) },
    told(.resolutionReminder, "t.note", 1) { .reminder(try $0[4]) },
  ]

  private static func told(
    _ table: JournaledTable,
    _ values: SQL,
    _ width: Int,
    _ value: @escaping @Sendable (Row) throws -> ResolutionFact
  ) -> ToldTable {
    ToldTable(table: table, owner: .unit, values: values, width: width) { .resolution(try value($0)) }
  }
}
