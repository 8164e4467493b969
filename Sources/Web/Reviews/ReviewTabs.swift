import Basics
import Markup
import Phrases
import Rules

/// The ways to see what a body has to do with in a round.
enum ReviewTab: CaseIterable {
  case desk, classes, scores, steering, results
}

/// The ways side by side; a round that is not published has no results to list yet.
func reviewTabs(
  _ key: String,
  _ unit: String,
  _ round: ReviewRound,
  _ current: ReviewTab?,
  _ frame: Frame
) -> HTML {
  let viewpoint = frame.viewpoint
  let tabs = ReviewTab.allCases.compactMap { tab -> Tab? in
    switch tab {
    case .desk: Tab(.whoEvaluatesWhom, viewpoint.review(key, of: unit), isCurrent: tab == current)
    case .classes: Tab(.classesGiven, viewpoint.givenClasses(key, of: unit), isCurrent: tab == current)
    case .scores: Tab(.scoresTitle, viewpoint.scores(key, of: unit), isCurrent: tab == current)
    case .steering: Tab(.steeringTitle, viewpoint.steering(key, of: unit), isCurrent: tab == current)
    case .results:
      round.frozen == nil
        ? nil : Tab(.resultsTitle, viewpoint.results(key, of: unit), isCurrent: tab == current)
    }
  }
  return tabsView(.reviewsTitle, tabs)
}

// What stands beside a round's desk.
extension Viewpoint {
  /// Whom a body put in which class.
  func givenClasses(_ round: String, of unit: String) -> Path { beside(round, unit, "classes") }

  /// What the units like one gave.
  func unitsAlike(_ round: String, of unit: String) -> Path { beside(round, unit, "similar") }

  func scores(_ round: String, of unit: String) -> Path { beside(round, unit, "scores") }

  /// Who steers the reviews of the units below.
  func steering(_ round: String, of unit: String) -> Path { beside(round, unit, "steering") }

  private func beside(_ round: String, _ unit: String, _ what: String) -> Path {
    opens.reviews ? Path("reviews", round, "units", unit, what).keeping(kept) : .closed
  }

  /// The published results of a unit; members come here too.
  func results(_ round: String, of unit: String) -> Path { Path.results(round, of: unit).keeping(kept) }

  /// The results of a unit and all below it as a file.
  func resultsFile(_ unit: String, _ format: String, round: String) -> Path {
    opens.files && opens.reviews
      ? Path("units", unit, "review-results." + format).with("round", round).keeping(kept) : .closed
  }

  /// The reviews one person steers.
  func steering(byPerson key: String) -> Path { Path.steering(byPerson: key).keeping(kept) }
}

extension Path {
  static func results(_ round: String, of unit: String) -> Path {
    Path("reviews", round, "units", unit, "results")
  }
  static func steering(_ round: String, of unit: String) -> Path {
    Path("reviews", round, "units", unit, "steering")
  }
  static func steering(byPerson key: String) -> Path { Path("people", key, "steering") }
}
