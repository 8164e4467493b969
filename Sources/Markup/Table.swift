/// A table of the record: its columns, and each row written straight into the page.
///
///     Table(caption: "Units below", columns: [Column("Name"), Column("Members", .number)], rows: units) {
///       unit, row in
///       row.markup("<tr><td>")
///       …
///     }
package struct Table<Row> {
  package var caption: String
  package var columns: [Column]
  package var rows: [Row]
  package var isDense: Bool
  /// The sums under the double rule, as a row.
  package var foot: HTML?
  package var write: (Row, inout HTML.Writer) -> Void

  package init(
    caption: String,
    columns: [Column],
    rows: [Row],
    isDense: Bool = false,
    foot: HTML? = nil,
    write: @escaping (Row, inout HTML.Writer) -> Void
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.isDense = isDense
    self.foot = foot
    self.write = write
  }

  package var html: HTML {
    HTML(reserving: 1024 + rows.count * 1024) { page in
      page.markup("<div class=\"scroll\" tabindex=\"0\" role=\"group\"")
      page.attribute("aria-label", caption)
      page.markup("><table class=\"table")
      if isDense { page.markup(" dense") }
      page.markup("\"><caption class=\"unseen\">")
      page.text(caption)
      page.markup("</caption><thead><tr>")
      for column in columns { column.write(into: &page) }
      page.markup("</tr></thead><tbody data-rows>\n")
      for row in rows { write(row, &page) }
      page.markup("</tbody>")
      if let foot {
        page.markup("<tfoot>")
        page.piece(foot)
        page.markup("</tfoot>")
      }
      page.markup("</table></div>")
    }
  }
}

/// A column's head: its name, on which side its values stand, and the link that sorts by it.
package struct Column: Sendable {
  package enum Side: Sendable {
    case start
    case number
  }

  /// Which way the rows run by this column now.
  package enum Order: Sendable {
    case unsorted
    case ascending
    case descending
  }

  package var title: String
  package var side: Side
  package var sort: Path?
  package var order: Order

  package init(_ title: String, _ side: Side = .start, sort: Path? = nil, order: Order = .unsorted) {
    self.title = title
    self.side = side
    self.sort = sort
    self.order = order
  }

  func write(into page: inout HTML.Writer) {
    page.markup("<th scope=\"col\"")
    if side == .number { page.markup(" class=\"num\"") }
    switch order {
    case .unsorted: break
    case .ascending: page.markup(" aria-sort=\"ascending\"")
    case .descending: page.markup(" aria-sort=\"descending\"")
    }
    page.markup(">")
    if let sort {
      page.markup("<a class=\"sort\" href=\"")
      page.path(sort)
      page.markup("\">")
      page.text(title)
      page.markup("</a>")
    } else {
      page.text(title)
    }
    page.markup("</th>")
  }
}
