package import Basics

/// All that the record says of one person, on the day shown.
package struct PersonFile: Sendable {
  package var person: PersonLink
  /// The units above, down to the person's cell.
  package var path: [UnitLink]
  /// The state of membership, such as `official`.
  package var standing: String
  package var particulars: Particulars
  /// How long a member, in whole years and months; `nil` when not, or no longer.
  package var membershipAge: (years: Int, months: Int)?
  package var life: Life
  /// What happened, newest first.
  package var timeline: [LifeEvent]
  package var looks: [Look]
  /// How many opened the file in the last twelve months.
  package var looksInYear: Int
  /// What the reader may do to it.
  package var deeds: [DeedOffer] = []
  /// The address of the readings before those shown; `nil` when they are all.
  package var earlierLooks: String?
  /// What other systems call the person.
  package var identifiers: [IdentifierLine] = []
  /// The transfers under way.
  var transfers: [TransferTold] = []
  /// How long in the Party, and the badges.
  package var seniority: Seniority?
  /// Whether their dues are the reader's to see.
  package var opensDues = false
  /// Whether the reader is the person.
  package var isOwn = false
  /// States, ways out, disciplines, earlier memberships.
  package var way = MemberWay()
  /// What the person reported of the record, and who may see it: told to themselves.
  package var own: OwnRecord?

  /// What identifies and describes a person.
  package struct Particulars: Sendable {
    package var card: String?
    package var born: LooseDate?
    package var sex: String
    package var ethnicity: String?
    package var admitted: CivilDate?
    package var official: CivilDate?
    /// Further particulars, each with its name in words.
    package var others: [(name: String, value: String)]
    /// How each particular came to be so, by its code.
    package var traces: [String: ParticularTrace]

    package init(
      card: String?,
      born: LooseDate?,
      sex: String,
      ethnicity: String?,
      admitted: CivilDate?,
      official: CivilDate?,
      others: [(name: String, value: String)] = [],
      traces: [String: ParticularTrace] = [:]
    ) {
      self.traces = traces
      self.card = card
      self.born = born
      self.sex = sex
      self.ethnicity = ethnicity
      self.admitted = admitted
      self.official = official
      self.others = others
    }
  }

  /// The dated facts of a person by kind, as the life chart draws them.
  package struct Life: Sendable {
    /// States of membership by their codes.
    package var states: [Dated<String>]
    /// Home cells.
    package var homes: [Dated<UnitLink>]
    /// Affiliations other than home: the role's code and the unit.
    package var others: [Dated<(role: String, unit: UnitLink)>]
    /// Posts: the post's code and the unit.
    package var posts: [Dated<(post: String, unit: UnitLink)>]

    package init(
      states: [Dated<String>],
      homes: [Dated<UnitLink>],
      others: [Dated<(role: String, unit: UnitLink)>],
      posts: [Dated<(post: String, unit: UnitLink)>]
    ) {
      self.states = states
      self.homes = homes
      self.others = others
      self.posts = posts
    }
  }

  package init(
    person: PersonLink,
    path: [UnitLink],
    standing: String,
    particulars: Particulars,
    membershipAge: (years: Int, months: Int)?,
    life: Life,
    timeline: [LifeEvent],
    looks: [Look],
    looksInYear: Int
  ) {
    self.person = person
    self.path = path
    self.standing = standing
    self.particulars = particulars
    self.membershipAge = membershipAge
    self.life = life
    self.timeline = timeline
    self.looks = looks
    self.looksInYear = looksInYear
  }
}

/// How a particular came to be so: since when, what it was before, and what was corrected.
package struct ParticularTrace: Sendable {
  /// The day it changed to what it is; `nil` when it always was.
  package var since: CivilDate?
  /// What it was before, newest first, each until the day it changed.
  package var earlier: [(value: String, until: CivilDate)] = []
  /// What had been written wrongly, and the entry that said so.
  package var corrections: [(old: String, new: String, day: CivilDate, entry: Int)] = []

  package init() {}
}

/// What another system calls a person, and by what that stands in the record.
package struct IdentifierLine: Sendable {
  /// The system by its code, or as it was written.
  package var system: String
  package var value: String
  package var span: Span
  package var source: Source?

  package init(system: String, value: String, span: Span, source: Source?) {
    self.system = system
    self.value = value
    self.span = span
    self.source = source
  }
}

/// One thing that happened in a person's or a unit's life, and by what it stands in the record.
package struct LifeEvent: Sendable {
  package var day: CivilDate
  /// What kind of thing, such as `home` or `postBegan`.
  package var code: String
  /// Of what, or to where: a unit's name, a post, a reason.
  package var value: String
  /// The unit it was in, where the value is not the unit itself: the unit of a post.
  package var place: String?
  package var source: Source?
  package var recorded: Recorded?
  /// What stood in the record before, when this is a correction.
  package var corrects: String?
  package var isPlanned: Bool
  /// The entry of the journal that says so.
  package var entry: Int?

  package init(
    day: CivilDate,
    code: String,
    value: String,
    place: String? = nil,
    source: Source?,
    recorded: Recorded?,
    corrects: String? = nil,
    isPlanned: Bool = false,
    entry: Int? = nil
  ) {
    self.entry = entry
    self.day = day
    self.code = code
    self.value = value
    self.place = place
    self.source = source
    self.recorded = recorded
    self.corrects = corrects
    self.isPlanned = isPlanned
  }
}

/// One reading of a person's file: who, when, for what.
package struct Look: Sendable {
  package var who: String
  /// What the reader was at that moment, and where.
  package var role: String
  package var moment: Moment
  /// What for, when it was said.
  package var purpose: String?

  package init(who: String, role: String, moment: Moment, purpose: String?) {
    self.who = who
    self.role = role
    self.moment = moment
    self.purpose = purpose
  }
}
