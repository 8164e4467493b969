import Basics
import Markup
import Records
import Rules

/// A form about a candidate, or about a vote on recognition: which one, whom it is about, what was written in it.
struct CandidateForm: Sendable {
  enum Kind: Hashable, Sendable {
    /// In a cell; of somebody who was a member before, or of somebody new.
    case begin
    case again
    case change, move, end, ceremony
    case step(CandidateStep.Kind)
    /// Of a member on probation.
    case vote

    /// By what its words are found.
    var code: String {
      switch self {
      case .begin: "begin"
      case .again: "again"
      case .change: "change"
      case .move: "move"
      case .end: "end"
      case .ceremony: "ceremony"
      case .step(let step): step.rawValue
      case .vote: "vote"
      }
    }
  }

  /// One thing it asks for.
  struct Asked: Sendable {
    enum Control: Sendable {
      case text, words, day, number, birth, unit, person
      case sexes, sources, schoolings, outcomes, checked, yesNo
    }

    var field: Field
    var control: Control
    var isRequired: Bool

    init(_ field: Field, _ control: Control, isRequired: Bool = true) {
      self.field = field
      self.control = control
      self.isRequired = isRequired
    }
  }

  var kind: Kind
  /// Who it is about, when it is somebody the record knows.
  var person: PersonLink?
  var unit: UnitLink
  var action: Path
  var back: Path
  var values: [Field: String]
  var candidates: [Field: [DeedSheet.Candidate]] = [:]
  var objections: [Objection] = []
  /// What the rule finds missing, beside the form of the ceremony.
  var missing: [Clause] = []
  var request: String

  init(
    kind: Kind,
    person: PersonLink?,
    unit: UnitLink,
    action: Path,
    back: Path,
    values: [Field: String],
    request: String
  ) {
    self.kind = kind
    self.person = person
    self.unit = unit
    self.action = action
    self.back = back
    self.values = values
    self.request = request
  }
}

extension CandidateForm.Kind {
  /// What the form asks for, in order.
  var fields: [CandidateForm.Asked] {
    typealias Asked = CandidateForm.Asked
    let about = [
      Asked(.source, .sources), Asked(.schooling, .schoolings, isRequired: false),
      Asked(.introducer, .person, isRequired: false), Asked(.secondIntroducer, .person, isRequired: false),
      Asked(.resolution, .text, isRequired: false),
    ]
    let vote = [
      Asked(.day, .day), Asked(.officials, .number), Asked(.present, .number, isRequired: false),
      Asked(.votes, .number),
    ]
    return switch self {
    case .begin:
      [
        Asked(.name, .text), Asked(.born, .birth, isRequired: false),
        Asked(.sex, .sexes, isRequired: false), Asked(.ethnicity, .text, isRequired: false),
        Asked(.code, .text, isRequired: false), Asked(.from, .day),
      ] + about
    case .again: [Asked(.from, .day)] + about + [Asked(.expunged, .yesNo, isRequired: false)]
    case .change: about + [Asked(.expunged, .yesNo, isRequired: false)]
    case .move: [Asked(.unit, .unit), Asked(.day, .day)]
    case .end:
      [Asked(.value, .outcomes), Asked(.day, .day), Asked(.reason, .words, isRequired: false)]
    case .ceremony: [Asked(.admitted, .day), Asked(.reason, .words, isRequired: false)]
    case .vote: vote
    case .step(let step):
      switch step {
      case .course: [Asked(.day, .day), Asked(.number, .text, isRequired: false)]
      case .helper: [Asked(.person, .person), Asked(.day, .day)]
      case .application, .cv: [Asked(.day, .day)]
      case .check:
        [
          Asked(.subject, .checked), Asked(.body, .text, isRequired: false), Asked(.day, .day),
          Asked(.answered, .day, isRequired: false),
        ]
      case .massOpinion: [Asked(.body, .text), Asked(.day, .day)]
      case .residenceOpinion: [Asked(.body, .text, isRequired: false), Asked(.day, .day)]
      case .cellVote, .committeeVote: vote + [Asked(.number, .text, isRequired: false)]
      case .decision: [Asked(.number, .text), Asked(.day, .day)]
      }
    }
  }
}
