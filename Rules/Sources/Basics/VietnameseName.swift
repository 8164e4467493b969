/// How Vietnamese names are put in order and found.
///
/// A register keeps people by given name (the last word), then family name, then the middle ones, word
/// by word: first by the letters a ă â b c d đ e ê …, then by tone in the order ngang, huyền, hỏi, ngã,
/// sắc, nặng. So every *Hà* stands together, which sorting by Unicode or by CLDR does not do. A search
/// ignores all marks: `dang` finds *Đặng*.
///
///     VietnameseName.sortKey("Lò Thị Hạnh")    // ASCII; compares as bytes, the same in every engine
///     VietnameseName.searchKey("Đặng Thùy")    // "dang thuy"
public enum VietnameseName {
  /// A key in ASCII whose byte order is the register's order of the names.
  public static func sortKey(_ name: String) -> String {
    let words = words(of: name)
    guard let given = words.last else { return "" }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count * 2 + 8)
    appendWord(given, to: &bytes)
    for word in words.dropLast() { appendWord(word, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A key in ASCII for names that are read from the front, as those of units are.
  public static func plainSortKey(_ name: String) -> String {
    var bytes: [UInt8] = []
    for word in words(of: name) { appendWord(word, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The name without marks, in small letters, with single spaces: what a search compares.
  public static func searchKey(_ text: String) -> String {
    if let quick = quickSearchKey(text) { return quick }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for letter in text {
      if letter == " " || letter.isWhitespace {
        if let last = bytes.last, last != 32 { bytes.append(32) }
      } else if let known = table[letter] {
        bytes.append(known.folded)
      } else {
        bytes.append(contentsOf: plain(letter).utf8)
      }
    }
    if bytes.last == 32 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words one looks for, as a search compares them: without marks and without the signs within them.
  ///
  ///     VietnameseName.searchWords("H'Ngun Niê")    // ["hngun", "nie"]
  public static func searchWords(_ text: String) -> [String] {
    searchKey(text).utf8.split(separator: 32).compactMap { word in
      let letters = pieces(of: word).joined()
      return letters.isEmpty ? nil : letters
    }
  }

  /// The words a name is found by: those of ``searchWords(_:)``, and what stands behind a sign in one.
  ///
  ///     VietnameseName.nameWords("H'Ngun Niê")      // ["hngun", "ngun", "nie"]
  public static func nameWords(_ name: String) -> [String] {
    searchKey(name).utf8.split(separator: 32).flatMap { word in
      let pieces = pieces(of: word)
      return pieces.indices.map { pieces[$0...].joined() }
    }
  }

  /// The runs of letters and digits in a word: nearly always the one that is the whole of it.
  private static func pieces(of word: Substring.UTF8View) -> [Substring] {
    let isWhole = word.allSatisfy { byte in
      (97...122).contains(byte) || (48...57).contains(byte)
    }
    if isWhole { return [Substring(word)] }
    return Substring(word).split { letter in
      !letter.isLetter && !letter.isNumber
    }
  }

  /// The words between spaces, found by bytes: a space is never part of another letter.
  private static func words(of name: String) -> [Substring] {
    name.utf8.split(separator: 32).map { Substring($0) }
  }

  /// The given name: the last word.
  public static func given(_ name: String) -> Substring {
    name.split(separator: " ").last ?? Substring(name)
  }

  /// All before the given name: family and middle names.
  public static func beforeGiven(_ name: String) -> Substring {
    let given = given(name)
    return name[..<given.startIndex]
  }

  /// A word as its letters, a low mark, and its tone: letters decide before tones, within the word.
  private static func appendWord(_ word: Substring, to bytes: inout [UInt8]) {
    if appendQuickly(word, to: &bytes) { return }
    var tone: UInt8 = 0
    for letter in word {
      if let known = table[letter] {
        bytes.append(known.rank)
        if known.tone > 0 { tone = known.tone }
      } else if let value = letter.asciiValue {
        // Digits keep their order before the letters, other signs before the digits.
        bytes.append(letter.isNumber ? 40 + (value - 48) : 39)
      } else {
        for scalar in plain(letter).utf8 { bytes.append(scalar < 127 && scalar > 32 ? scalar : 126) }
      }
    }
    bytes.append(33)
    bytes.append(48 + tone)
    bytes.append(32)
  }

  /// The same, one scalar at a time, for words in composed letters that are all in the table: nearly all.
  private static func appendQuickly(_ word: Substring, to bytes: inout [UInt8]) -> Bool {
    let start = bytes.count
    var tone: UInt8 = 0
    for scalar in word.unicodeScalars {
      guard scalar.value < scalars.count, let letter = scalars[Int(scalar.value)] else {
        bytes.removeLast(bytes.count - start)
        return false
      }
      bytes.append(letter.rank)
      if letter.tone > 0 { tone = letter.tone }
    }
    bytes.append(33)
    bytes.append(48 + tone)
    bytes.append(32)
    return true
  }

  private static func quickSearchKey(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar == " " {
        if let last = bytes.last, last != 32 { bytes.append(32) }
      } else if scalar.value < scalars.count, let letter = scalars[Int(scalar.value)] {
        bytes.append(letter.folded)
      } else {
        return nil
      }
    }
    if bytes.last == 32 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The letters that are one scalar, by its number.
  private static let scalars: [Letter?] = {
    var scalars: [Letter?] = Array(repeating: nil, count: 0x1f00)
    for (letter, entry) in table {
      if letter.unicodeScalars.count == 1, let scalar = letter.unicodeScalars.first, scalar.value < 0x1f00 {
        scalars[Int(scalar.value)] = entry
      }
    }
    return scalars
  }()

  /// A letter that Vietnamese does not have: small, with the marks that stand on it taken off.
  private static func plain(_ letter: Character) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in letter.lowercased().unicodeScalars where !(0x300...0x36f).contains(scalar.value) {
      scalars.append(scalar)
    }
    return String(scalars)
  }

  private struct Letter {
    /// Its place in the alphabet, as a printable byte.
    let rank: UInt8
    /// 0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
    let tone: UInt8
    /// The letter without any mark.
    let folded: UInt8
  }

  /// Every letter with every tone, small and capital.
  ///
  /// `Character` compares by canonical equivalence, so composed and decomposed spellings are the same key.
  private static let table: [Character: Letter] = {
    let rows: [(toned: String, folded: Character)] = [
      ("aàảãáạ", "a"), ("ăằẳẵắặ", "a"), ("âầẩẫấậ", "a"), ("b", "b"), ("c", "c"), ("d", "d"), ("đ", "d"),
      ("eèẻẽéẹ", "e"), ("êềểễếệ", "e"), ("f", "f"), ("g", "g"), ("h", "h"), ("iìỉĩíị", "i"), ("j", "j"),
      ("k", "k"), ("l", "l"), ("m", "m"), ("n", "n"), ("oòỏõóọ", "o"), ("ôồổỗốộ", "o"), ("ơờởỡớợ", "o"),
      ("p", "p"), ("q", "q"), ("r", "r"), ("s", "s"), ("t", "t"), ("uùủũúụ", "u"), ("ưừửữứự", "u"),
      ("v", "v"), ("w", "w"), ("x", "x"), ("yỳỷỹýỵ", "y"), ("z", "z"),
    ]
    var table: [Character: Letter] = [:]
    for (index, row) in rows.enumerated() {
      for (tone, letter) in row.toned.enumerated() {
        let entry = Letter(
          rank: UInt8(65 + index),
          tone: UInt8(tone),
          folded: row.folded.asciiValue ?? 0
        )
        table[letter] = entry
        for capital in letter.uppercased() { table[capital] = entry }
      }
    }
    // Letters of other languages of the country and of neighbours stand with the letter they are built on.
    for (foreign, base) in zip("ñçčŏĕŭĭƀäöüåëïǎ" as String, "nccoeuibaouaeia" as String) {
      table[foreign] = table[base]
      for capital in foreign.uppercased() { table[capital] = table[base] }
    }
    return table
  }()
}
