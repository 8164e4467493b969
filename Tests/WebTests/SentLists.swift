import HTTPTypes

/// Lists as a browser sends them with a form.
struct SentLists {
  var files: [(name: String, text: String)]

  /// A cell with two members: all of it sound.
  static let sound = SentLists(files: [
    (
      "units.csv",
      "code,name,kind,sector,parent,from\nC9,Chi bộ thôn Mới,cell,residential,B1,2020-01-01\n"
    ),
    (
      "members (2).csv",
      """
      person,name,born,sex,admitted,official
      M901,Hoàng Thị Mây,3/1980,F,2021-05-19,2022-05-19
      M902,Lò Văn Pản,1985,M,2022-02-03,2023-02-03

      """
    ),
    ("affiliations.csv", "person,unit,role,from\nM901,C9,home,2021-05-19\nM902,C9,home,2022-02-03\n"),
  ])

  /// One of three members with no such day, and so not to be brought in.
  static let mixed = SentLists(files: [
    sound.files[0],
    (
      "members.csv",
      """
      person,name,born,sex,admitted,official
      M901,Hoàng Thị Mây,3/1980,F,2021-05-19,2022-05-19
      M902,Lò Văn Pản,1985,M,2022-02-31,2023-02-03
      M903,Vừ A Páo,1990,M,2022-02-03,2023-02-03

      """
    ),
    (
      "affiliations.csv",
      "person,unit,role,from\nM901,C9,home,2021-05-19\nM902,C9,home,2022-02-03\nM903,C9,home,2022-02-03\n"
    ),
  ])

  private static let boundary = "----ChiboLists"

  func body(_ token: String) -> String {
    var body = "--\(SentLists.boundary)\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n"
    for (name, text) in files {
      body +=
        "--\(SentLists.boundary)\r\nContent-Disposition: form-data; name=\"lists\"; filename=\"\(name)\"\r\n"
        + "Content-Type: text/csv\r\n\r\n\(text)\r\n"
    }
    return body + "--\(SentLists.boundary)--\r\n"
  }

  static let type = "multipart/form-data; boundary=\(boundary)"
}

extension Browser {
  /// Hands lists in by the form of the page.
  mutating func handIn(_ lists: SentLists) async throws -> Page {
    let token = try await get("/import").hidden("token") ?? ""
    return try await send(.post, "/import", lists.body(token), [.contentType: SentLists.type])
  }

  /// Sends a form of a page that holds nothing but a button.
  mutating func press(_ action: String, on page: String, _ more: String = "") async throws -> Page {
    let token = try await get(page).hidden("token") ?? ""
    return try await send(
      .post,
      action,
      "token=\(token)\(more)",
      [.contentType: "application/x-www-form-urlencoded"]
    )
  }
}
