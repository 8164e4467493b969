import CXlsxWriter

/// How the cells of a written book look.
struct XLSXFormats {
  let heading: UnsafeMutablePointer<lxw_format>?
  let text: UnsafeMutablePointer<lxw_format>?
  let day: UnsafeMutablePointer<lxw_format>?
  let number: UnsafeMutablePointer<lxw_format>?

  init(_ book: UnsafeMutablePointer<lxw_workbook>, dayFormat: String) {
    heading = workbook_add_format(book)
    format_set_bold(heading)
    text = workbook_add_format(book)
    format_set_num_format(text, "@")
    day = workbook_add_format(book)
    format_set_num_format(day, dayFormat)
    number = workbook_add_format(book)
    format_set_num_format(number, "0")
  }

  /// How the empty cells of a column are kept for what will be typed there.
  func empty(_ content: XLSXColumn.Content) -> UnsafeMutablePointer<lxw_format>? {
    switch content {
    case .text: text
    case .day: day
    case .number: number
    }
  }
}

extension XLSXColumn {
  /// Lets only the choices be put into the column, from the first row under its heading to the last.
  func offerChoices(on sheet: UnsafeMutablePointer<lxw_worksheet>, at index: UInt16) {
    guard !choices.isEmpty else { return }
    // As a formula: the library's own list holds 255 bytes, where a sheet holds 255 characters.
    let list = choices.map { $0.replacing("\"", with: "\"\"") }.joined(separator: ",")
    "\"\(list)\"".withCString { formula in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = UnsafeMutablePointer(mutating: formula)
      worksheet_data_validation_range(sheet, 1, index, UInt32(SheetLimits.rows - 1), index, &validation)
    }
  }
}
