import CZip
import Glibc

/// A book made by hand, part by part, as the spreadsheet programs make them in their different ways.
struct BookFixture {
  var parts: [(name: String, text: String)]

  /// A book with the sheet `members`.
  ///
  /// - Parameters:
  ///   - rows: what stands between `<sheetData>` and `</sheetData>`.
  ///   - strings: the `<si>` elements of the shared texts.
  ///   - styles: what stands in `<styleSheet>`.
  ///   - bookProperties: what stands before `<sheets>`.
  init(rows: String, strings: String = "", styles: String = "", bookProperties: String = "") {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = [
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(package)">\
        <Relationship Id="rId1" Type="\(relation)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """
      ),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(main)" xmlns:r="\(relation)">\(bookProperties)<sheets>\
        <sheet name="members" sheetId="1" r:id="rId7"/></sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns="\(package)">\
        <Relationship Id="rId7" Type="\(relation)/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="rId8" Type="\(relation)/sharedStrings" Target="sharedStrings.xml"/>\
        <Relationship Id="rId9" Type="\(relation)/styles" Target="styles.xml"/></Relationships>
        """
      ),
      ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"),
      ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"),
      ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"),
    ]
  }

  /// Changes one part, keeping its name or giving another.
  mutating func change(_ name: String, to other: String? = nil, _ change: (String) -> String) {
    for index in parts.indices where parts[index].name == name {
      parts[index] = (other ?? name, change(parts[index].text))
    }
  }

  /// Packs the parts into a file and says where it lies.
  func write(to path: String, password: String? = nil) throws -> String {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw NotPacked() }
    for (name, text) in parts {
      let bytes = Array(text.utf8)
      guard let copy = malloc(max(bytes.count, 1)) else { throw NotPacked() }
      UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
      let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1)
      let index = zip_file_add(archive, name, source, 0)
      guard index >= 0 else { throw NotPacked() }
      if let password {
        zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password)
      }
    }
    guard zip_close(archive) == 0 else { throw NotPacked() }
    return path
  }

  /// The archive could not be packed.
  struct NotPacked: Error {}
}
