import CXlsxWriter
import Glibc

/// Writes lists as the sheets of one spreadsheet book, row by row, in little memory.
///
/// The headings stay in sight and can be filtered by. Codes stay text, days are days the spreadsheet can
/// reckon with. The same rows and the same properties give the same bytes.
///
///     let book = try XLSXWriter(path: "province.xlsx", properties: properties)
///     try book.addSheet("members", columns: [XLSXColumn("person"), XLSXColumn("born", content: .day)])
///     try book.write([.text("P0001"), .day("1957-05-19")])
///     try book.close()
package final class XLSXWriter {
  /// What a cell holds.
  package enum Cell: Hashable, Sendable {
    /// Text, as it is.
    case text(String)
    /// A day written `yyyy-mm-dd`; what is no such day, or before 1900, stands as text.
    case day(String)
    /// A whole number; one of more digits than a spreadsheet keeps stands as text.
    case number(Int)
    /// Nothing.
    case empty
  }

  /// What a book says of itself.
  package struct Properties: Sendable {
    /// The title.
    package var title: String
    /// Who made it.
    package var author: String
    /// When it was made, in seconds since the beginning of 1970.
    package var created: Int

    /// The properties of a book.
    package init(title: String, author: String, created: Int) {
      self.title = title
      self.author = author
      self.created = created
    }
  }

  private let file: UnfinishedFile
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private let formats: XLSXFormats
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private var columns: [XLSXColumn] = []
  private var row: UInt32 = 0
  private var rowHasCells = false
  private var written: [WrittenRows] = []

  /// Begins a book without sheets.
  ///
  /// - Parameters:
  ///   - path: where the book will lie.
  ///   - properties: what it says of itself.
  ///   - dayFormat: how days are shown, in the way of spreadsheets.
  /// - Throws: a `SheetError` when the file cannot be made.
  package init(path: String, properties: Properties, dayFormat: String = "dd/mm/yyyy") throws {
    let file = UnfinishedFile(path: path)
    try file.begin()
    guard let book = Self.open(file) else { throw file.failure(line: nil) }
    self.file = file
    self.book = book
    formats = XLSXFormats(book, dayFormat: dayFormat)
    properties.set(on: book)
  }

  deinit {
    guard let book else { return }
    lxw_workbook_free(book)
    file.discard()
  }

  /// Begins a new sheet with its headings; the rows written from now on are on it.
  package func addSheet(_ name: String, columns: [XLSXColumn]) throws {
    guard let book else { throw error(.notOpen) }
    guard columns.count <= SheetLimits.columns else {
      throw error(.tooManyColumns(limit: SheetLimits.columns))
    }
    if let objection = columns.lazy.compactMap(\.objection).first { throw error(objection) }
    let isAllowed = name.withCString { workbook_validate_sheet_name(book, $0) == LXW_NO_ERROR }
    guard isAllowed, !name.isEmpty else { throw error(.wrongSheetName(name)) }
    endSheet()
    guard let sheet = name.withCString({ workbook_add_worksheet(book, $0) }) else {
      throw file.failure(line: nil)
    }
    self.sheet = sheet
    self.columns = columns
    written.append(WrittenRows())
    row = 0
    rowHasCells = false
    for (index, column) in columns.enumerated() {
      let index = UInt16(index)
      worksheet_set_column(sheet, index, index, column.width, formats.empty(column.content))
      column.offerChoices(on: sheet, at: index)
    }
    worksheet_freeze_panes(sheet, 1, 0)
    for (index, column) in columns.enumerated() {
      try put(column.heading, format: formats.heading, at: UInt16(index), on: sheet)
    }
    try endRow(on: sheet)
  }

  /// Writes one row on the sheet last added.
  package func write(_ cells: [Cell]) throws {
    guard book != nil, let sheet else { throw error(.notOpen) }
    guard row < UInt32(SheetLimits.rows) else { throw error(.tooManyRows(limit: SheetLimits.rows)) }
    guard cells.count <= SheetLimits.columns else {
      throw error(.tooManyColumns(limit: SheetLimits.columns))
    }
    for (index, cell) in cells.enumerated() {
      let column = UInt16(index)
      switch cell {
      case .empty:
        continue
      case .text(let text):
        try put(text, format: formats.text, at: column, on: sheet)
      case .day(let day):
        if let serial = SerialDay.serial(iso: day) {
          worksheet_write_number(sheet, row, column, Double(serial), formats.day)
          rowHasCells = true
        } else {
          try put(day, format: formats.text, at: column, on: sheet)
        }
      case .number(let number):
        if number.magnitude < 1_000_000_000_000_000 {
          worksheet_write_number(sheet, row, column, Double(number), formats.number)
          rowHasCells = true
        } else {
          try put(String(number), format: formats.text, at: column, on: sheet)
        }
      }
    }
    try endRow(on: sheet)
  }

  /// Completes the book, reads it through, and gives the file its name.
  ///
  /// Calling it again does nothing.
  package func close() throws {
    guard let book else { return }
    endSheet()
    self.book = nil
    sheet = nil
    do {
      errno = 0
      guard workbook_close(book) == LXW_NO_ERROR else {
        throw file.failure(errno == 0 ? EIO : errno, line: nil)
      }
      guard WrittenRows.stand(written, inBookAt: file.partPath, file: file.name) else {
        throw file.failure(EIO, line: nil)
      }
      try file.finish(line: nil)
    } catch {
      file.discard()
      throw error
    }
  }

  private func endRow(on sheet: UnsafeMutablePointer<lxw_worksheet>) throws {
    if rowHasCells { written[written.count - 1].count += 1 }
    rowHasCells = false
    row += 1
    if WrittenRows.failed(sheet) { throw file.failure(errno == 0 ? EIO : errno, line: Int(row)) }
  }

  private func endSheet() {
    guard let sheet, !columns.isEmpty else { return }
    worksheet_autofilter(sheet, 0, 0, max(row, 1) - 1, UInt16(columns.count - 1))
  }

  private func put(
    _ text: String,
    format: UnsafeMutablePointer<lxw_format>?,
    at column: UInt16,
    on sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws {
    guard !text.isEmpty else { return }
    let text = XLSXText.escaped(text)
    if let character = XLSXText.forbidden(in: text) { throw error(.controlCharacter(character)) }
    guard text.utf8.count <= SheetLimits.cellCharacters || text.utf16.count <= SheetLimits.cellCharacters
    else { throw error(.cellTooLong(limit: SheetLimits.cellCharacters)) }
    let code = text.withCString { worksheet_write_string(sheet, row, column, $0, format) }
    guard code == LXW_NO_ERROR else { throw file.failure(errno == 0 ? EIO : errno, line: Int(row) + 1) }
    rowHasCells = true
  }

  private func error(_ reason: SheetError.Reason) -> SheetError {
    SheetError(file: file.name, line: sheet == nil ? nil : Int(row) + 1, reason: reason)
  }

  /// Opens a book whose temporary files lie beside it, where there is room for it too.
  private static func open(_ file: UnfinishedFile) -> UnsafeMutablePointer<lxw_workbook>? {
    file.folder.withCString { folder in
      var options = lxw_workbook_options()
      options.constant_memory = 1
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return file.partPath.withCString { workbook_new_opt($0, &options) }
    }
  }
}

extension XLSXWriter.Properties {
  fileprivate func set(on book: UnsafeMutablePointer<lxw_workbook>) {
    title.withCString { title in
      author.withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        // A creation time of 0 would be taken for the time of writing.
        properties.created = created == 0 ? 1 : created
        workbook_set_properties(book, &properties)
      }
    }
  }
}
