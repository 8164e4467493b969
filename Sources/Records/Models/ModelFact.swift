package import Rules
import Storage

/// One fact of models or working regulations, whichever table keeps it.
package enum ModelFact: Hashable, Sendable {
  case assessment(ModelAssessment)
  case mark(ModelMark)
  case regulation(KeptRegulation)
}

extension ToldTable {
  /// The tables of models, each told of the unit that answers for it, or says it.
  static let ofModels: [ToldTable] = [
    told(.modelAssessment, ModelAssessment.columns, ModelAssessment.width) {
      .assessment(try ModelAssessment($0, from: 4))
    },
    told(.modelMark, SaidModelMark.columns, SaidModelMark.width) {
      .mark(try SaidModelMark($0, from: 4).mark)
    },
    told(.workingRegulation, KeptRegulation.columns, KeptRegulation.width) {
      .regulation(try KeptRegulation($0, from: 4))
    },
  ]

  private static func told(
    _ table: JournaledTable,
    _ values: SQL,
    _ width: Int,
    _ value: @escaping @Sendable (Row) throws -> ModelFact
  ) -> ToldTable {
    ToldTable(table: table, owner: .unit, values: values, width: width) { .model(try value($0)) }
  }
}
