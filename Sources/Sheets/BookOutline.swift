/// What a book says of itself first: its sheets, and from which year it counts days.
final class BookOutline: XMLListener {
  /// A sheet, and the id by which its part is found.
  struct Sheet {
    let name: String
    let id: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var from1904 = false

  override func open(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "sheet", var title = attributes["name"], let id = attributes[prefixed: "id"] {
      sheets.append(Sheet(name: title.withUTF8 { SheetText.clean($0).text }, id: id))
    } else if name == "workbookPr" {
      from1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true"
    }
  }
}
