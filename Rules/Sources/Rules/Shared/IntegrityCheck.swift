/// Something that must be true of the whole record at any time; `chibo check` looks for where it is not.
public enum IntegrityCheck: String, Hashable, Sendable, CaseIterable {
  /// A fact has one version that is what we know, not two.
  case oneVersion
  /// Whatever a fact refers to is there.
  case reference
  /// From its founding to its end a unit has exactly one kind on every day.
  case oneKind
  /// And exactly one name.
  case oneName
  /// Every unit stands, on each of its days, under a unit of a kind that may be above it.
  case rightParent
  /// A unit stands under one unit at a time.
  case oneParent
  /// The ancestors recorded are those that follow from the parents.
  case ancestry
  /// A person's memberships do not overlap.
  case oneMembership
  /// A person has exactly one set of particulars on each day as a member.
  case oneParticulars
  /// Recognition lies between admission and leaving.
  case recognition
  /// Nobody is at home in two units on one day.
  case oneHome
  /// From the first home to leaving there is a home on every day.
  case noGap
  /// A home lies within a membership.
  case homeInMembership
  /// So does any other tie, and a post.
  case tieInMembership
  /// So does an exemption or a suspension, one of a kind at a time.
  case stateInMembership
  /// Nobody has two open ways out, or two disciplines waiting to be confirmed.
  case oneOpenCase
  /// A way out that was gone to its end, and an expulsion, ended a membership on their day.
  case leavingDone
  /// A discipline was entered by one account and confirmed by another.
  case twoPeople
  /// A discipline of a unit began while the unit was there and was decided by another; one waits at a time.
  case unitDiscipline
  /// An identifier in another system is one person's at a time.
  case oneIdentifier
  /// A transfer is in one state at a time, and a person has one that is not over.
  case oneTransfer
  /// Nobody paid dues twice for one month, nor has two bases of dues on one day.
  case oneDues
  /// Nobody was awarded one badge twice.
  case oneBadge
  /// Nobody is a candidate and a member on one day, and whoever was admitted from a candidacy is a member.
  case candidateOrMember
  /// Every step is of a candidacy that is known.
  case stepOfCandidacy
  /// The journal of another installation that was brought in holds from its first entry to its last.
  case absorbedJournal
  /// A unit exists on all days on which somebody belongs to it or holds a post in it.
  case unitThere
  /// The roll recorded is the one that follows from lives.
  case roll
  /// Everybody can be found by every word of their name.
  case findable
}
