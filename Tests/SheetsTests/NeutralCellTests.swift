import Sheets
import Testing

@Suite("Neutral cells")
struct NeutralCellTests {
  @Test(
    "a cell that a spreadsheet would take for a formula gets an apostrophe",
    arguments: [
      ("=1+1", "'=1+1"), ("+84 91", "'+84 91"), ("-", "'-"), ("@a", "'@a"), ("'=1", "''=1"), ("''-", "'''-"),
    ]
  )
  func written(cell: String, expected: String) {
    #expect(NeutralCell.written(cell) == expected)
  }

  @Test(
    "any other cell is written as it is",
    arguments: ["", "'", "''", "'tis", "Nguyễn Văn An", "1-2", "a=b", " =1", "'a=1", "\u{FF1D}1"]
  )
  func untouched(cell: String) {
    #expect(NeutralCell.written(cell) == cell)
    #expect(NeutralCell.read(cell) == cell)
  }

  @Test("every cell comes back as it was, whatever apostrophes and signs it begins with")
  func reversible() {
    let signs = ["", "'", "=", "+", "-", "@", "a", " ", "đ"]
    for first in signs {
      for second in signs {
        for third in signs {
          let cell = first + second + third
          #expect(NeutralCell.read(NeutralCell.written(cell)) == cell)
        }
      }
    }
  }

  @Test("no cell that is written begins as a formula does")
  func safe() {
    for cell in ["=", "+1", "-1", "@", "'=", "''+"] {
      #expect(NeutralCell.written(cell).hasPrefix("'"))
    }
  }
}
