import Basics
import Markup
import Records
import Rules

/// Whom or what a deed is done to, by identity.
enum DeedTarget: Hashable, Sendable {
  case people([ID<Person>])
  case unit(ID<Unit>)
  case entry(Int64)
}

/// A deed's form as it stands: what is asked, what was written, what was wrong with it, and, once it can be
/// carried out, what would change.
struct DeedSheet: Sendable {
  /// One unit, person or decision that a text can mean.
  struct Candidate: Hashable, Sendable {
    /// What stands in the field when it is chosen.
    var value: String
    var name: String
    /// The kind of a unit.
    var kind: String?
    /// Where it stands: the unit of a person, the issuer of a decision.
    var place: String?
  }

  /// One of the person's own ties or posts.
  struct OwnFact: Hashable, Sendable {
    /// `CODE@UNIT`, as the form sends it.
    var value: String
    var fact: FactTold
  }

  /// The deed by its name in addresses, and the operation it is in the journal.
  var kind: DeedKind
  var subjects: [SubjectTold]
  /// The units above the subject.
  var path: [UnitLink]
  /// What is so now, or will be, of the one subject.
  var facts: [FactTold]
  var values: [Field: String]
  var kindsBelow: [String]
  /// The grounds of a deletion by the regulations of the day.
  var grounds: [String] = []
  var ownFacts: [Field: [OwnFact]]
  var candidates: [Field: [Candidate]]
  var objections: [Objection]
  /// What others changed of the subject since the form was opened.
  var meanwhile: [ChangeTold]
  /// What would change, once the deed can be carried out.
  var preview: Preview?
  /// The entry of the journal that this deed corrects.
  var corrects: Int64?
  /// Whether a correction answers what the member reported.
  var answersReport = false
  /// What the entry to be annulled changed, or who stands on it.
  var annulled: AnnulledEntry?
  /// The last entry of the journal when the form was opened.
  var seen: Int64
  /// The token of the deed: sent twice, it is done once.
  var request: String

  /// The entry an annulment takes back.
  struct AnnulledEntry: Sendable {
    var sequence: Int
    var operation: String
    var moment: Moment
    var account: String
    var decision: DecisionLink?
  }

  /// What a deed would do, found out by doing it and taking it back.
  struct Preview: Sendable {
    var day: CivilDate?
    var changes: [ChangeTold]
    /// Headcounts it changes, before and after, on the day.
    var counts: [Count]
    /// What a rulebook would object to; it warns and never refuses.
    var advice: [Advice]
    /// People in the record who may be the one to be admitted.
    var duplicates: [ProbableDuplicate]
    var decision: DecisionLink?
    /// Whether the decision is on file already.
    var isFiled: Bool
  }

  /// The members of a unit on a day, before and after.
  struct Count: Hashable, Sendable {
    var unit: UnitLink
    var day: CivilDate
    var before: Int
    var after: Int
  }

  func objection(to field: Field) -> Refusal? { objections.first { $0.field == field }?.refusal }
}
