/// What the people of the demonstration are called.
///
/// A name is made from the person's running number, sex, people and year of birth whenever it is asked for,
/// always the same one, so that millions of them need no room.
struct PersonNames: Sendable {
  let seed: UInt64

  func name(of person: Int, sex: PlannedPerson.Sex, ethnicity: Ethnicity, bornIn year: Int) -> String {
    var random = SplitMix(seed: SplitMix.mark(seed, UInt64(person)))
    for _ in 0..<8 {
      let name = draw(sex, ethnicity, year, &random)
      if !ReservedNames.contains(name) { return name }
    }
    return sex == .female ? "Trần Thị Thêu" : "Trần Văn Sáng"
  }

  private func draw(
    _ sex: PlannedPerson.Sex,
    _ ethnicity: Ethnicity,
    _ year: Int,
    _ random: inout SplitMix
  ) -> String {
    let female = sex == .female
    switch ethnicity {
    case .kinh: return female ? woman(bornIn: year, &random) : man(bornIn: year, &random)
    case .thai: return ordinary(.thai, female, &random)
    case .muong: return ordinary(.muong, female, &random)
    case .tay: return ordinary(.tay, female, &random)
    case .nung: return ordinary(.nung, female, &random)
    case .hmong: return ordinary(.hmong, female, &random)
    case .dao: return ordinary(.dao, female, &random)
    case .khoMu: return ordinary(.khoMu, female, &random)
    case .hoa: return ordinary(.hoa, female, &random)
    case .ede:
      let family = pick(NameStock.ede.families, &random)
      if female { return "H'\(pick(NameStock.ede.womenGiven, &random)) \(family)" }
      return "Y \(pick(NameStock.ede.menGiven, &random)) \(family)"
    case .giaRai:
      let family = pick(NameStock.giaRai.families, &random)
      if female { return "\(family) H'\(pick(NameStock.giaRai.womenGiven, &random))" }
      return "\(family) \(pick(NameStock.giaRai.menGiven, &random))"
    case .coHo:
      if female { return "Ka \(pick(NameStock.coHo.womenGiven, &random))" }
      return "K'\(pick(NameStock.coHo.menGiven, &random))"
    }
  }

  /// Family, middle and given name, as most peoples say them.
  private func ordinary(_ stock: NameStock, _ female: Bool, _ random: inout SplitMix) -> String {
    let family = pick(stock.families, &random)
    let middle = pick(female ? stock.womenMiddle : stock.menMiddle, &random)
    // Half of the neighbours have taken up given names heard everywhere.
    let widespread = random.chance(45)
    let own = female ? stock.womenGiven : stock.menGiven
    let common = female ? KinhNames.womenGiven : KinhNames.menGiven
    return "\(family) \(middle) \(pick(widespread ? common : own, &random))"
  }

  private func man(bornIn year: Int, _ random: inout SplitMix) -> String {
    let family = family(&random)
    let young = year >= 1985 && random.chance(50)
    let given = pick(young ? KinhNames.youngMen : KinhNames.menGiven, &random)
    let form = random.below(100)
    if form < 4 { return "\(family) \(given)" }
    // Văn was every second man's middle name once, and is hardly given today.
    let plain = max(10, min(62, 62 - (year - 1950)))
    if form < 4 + plain { return "\(family) Văn \(given)" }
    let middle = pick(KinhNames.menMiddle, &random, besides: given)
    if year >= 1980, random.chance(14) {
      return "\(family) \(pick(KinhNames.menMiddle, &random, besides: middle)) \(middle) \(given)"
    }
    return "\(family) \(middle) \(given)"
  }

  private func woman(bornIn year: Int, _ random: inout SplitMix) -> String {
    let family = family(&random)
    let young = year >= 1985 && random.chance(55)
    let given = pick(young ? KinhNames.youngWomen : KinhNames.womenGiven, &random)
    let middle = pick(KinhNames.womenMiddle, &random, besides: given)
    let form = random.below(100)
    if form < 3 { return "\(family) \(given)" }
    let plain = max(22, min(82, 82 - (year - 1952) * 5 / 4))
    if form < 3 + plain { return "\(family) Thị \(given)" }
    if form < 3 + plain + (100 - plain) / 2 { return "\(family) Thị \(middle) \(given)" }
    if random.chance(9) {
      let second = self.family(&random)
      return second == family
        ? "\(family) \(middle) \(given)" : "\(family) \(second) Thị \(middle) \(given)"
    }
    return "\(family) \(middle) \(given)"
  }

  private func family(_ random: inout SplitMix) -> String {
    var place = random.below(PersonNames.weight)
    for family in KinhNames.families {
      place -= family.weight
      if place < 0 { return family.word }
    }
    return "Nguyễn"
  }

  private func pick(_ words: [String], _ random: inout SplitMix) -> String {
    words.isEmpty ? "" : words[random.below(words.count)]
  }

  private func pick(_ words: [String], _ random: inout SplitMix, besides other: String) -> String {
    let place = random.below(words.count)
    return words[place] == other ? words[(place + 1) % words.count] : words[place]
  }

  private static let weight = KinhNames.families.reduce(0) { $0 + $1.weight }
}
