import Markup

// Following cells.
extension Viewpoint {
  /// Who follows a unit and the cells below it.
  func followers(_ unit: String, _ query: Query = Query()) -> Path {
    opens.meetings ? Path("units", unit, "followers").keeping(query).keeping(kept) : .closed
  }

  /// The meetings that followers were to come to, narrowed by a query.
  func visits(_ unit: String, _ query: Query = Query()) -> Path {
    opens.meetings ? Path("units", unit, "visits").keeping(query).keeping(kept) : .closed
  }

  /// The same as a file.
  func visitsFile(_ unit: String, _ format: String, _ query: Query) -> Path {
    opens.files && opens.meetings
      ? Path("units", unit, "visits." + format).keeping(query).keeping(kept) : .closed
  }

  /// The cells one person follows.
  func following(ofPerson key: String, _ query: Query = Query()) -> Path {
    Path("people", key, "following").keeping(query).keeping(kept)
  }
}

extension Path {
  static func assignFollower(_ unit: String) -> Path { Path("units", unit, "followers", "new") }
  static func endFollowing(_ following: String) -> Path { Path("followings", following, "end") }
  static func closeVisitItem(_ item: String) -> Path { Path("visit-items", item, "close") }
}
