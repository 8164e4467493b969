import Basics
import Records
import Rules
import Sheets

extension ReviewSubjectPage: FormShownAgain {}
extension RatingList: FormShownAgain {}
extension SteeringPage: FormShownAgain {}
extension OwnSteering: FormShownAgain {}

extension Visit {
  /// The file of a unit in the round the address names, for whoever may take it away: its name says which list it is.
  func reviewFile(
    _ list: String,
    of key: String,
    _ write: (_ unit: ID<Rules.Unit>, _ round: ReviewRound, _ name: String) throws -> ExportFile.Finished
  ) throws -> TakenList {
    let unit = try unit(key)
    try require(.readReviews, on: unit)
    try require(.exportLists, on: unit)
    let round = try reviewRound(asked.value("round") ?? "")
    let code = try standing(of: unit, on: round.counted).last?.code ?? ""
    let name = "\(list)-\(code)-\(round.last)"
    return TakenList(try write(unit, round, name), name: name)
  }
}
