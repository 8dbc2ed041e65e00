import WorkbenchKit

/// The column of a file that holds the codes of its areas, judged by its values; its name only says where to look first.
struct AreaCodeColumn {
  /// Names under which files give their codes, the likeliest first.
  static let names = [
    "Codering", "gwb_code_10", "gwb_code", "Regiocode", "WijkenEnBuurten", "RegioS", "gwb_code_8", "Regioaanduiding",
    "gebiedscode", "gebiedcode", "gm_code", "wk_code", "bu_code", "statcode", "gemeentecode", "wijkcode", "buurtcode",
    "gebied", "area", "code", "regio",
  ]

  let column: Int
  let codes: [String?]

  /// - Parameter isAny: whether every column is looked at; else those that are named for it.
  /// - Returns: nil where no column holds a code.
  init?(_ text: DelimitedText, anyColumn isAny: Bool) {
    let header = text.header
    let stems = StemmedNames(header)
    // A name may stand on several columns, such as a code beside its words.
    var named: Set<Int> = []
    var places = Self.names.flatMap(stems.places).filter { named.insert($0).inserted }
    if isAny { places += header.indices.filter { !named.contains($0) } }
    let levels = { () -> [AreaLevel?]? in
      stems.index(of: ["SoortRegio", "recs"]).map { column in
        text.texts(column: column).map { $0.flatMap(AreaLevel.init(word:)) }
      }
    }
    var best: (column: Int, whole: Int, codes: [String?])?
    for place in places {
      let codes = Self.codes(text.texts(column: place), levels, named: header[place], isFor: named.contains(place))
      let whole = codes.count { $0.map(AreaCode.isWhole) ?? false }
      let some = codes.count { $0 != nil }
      guard some > 0 else { continue }
      if best.map({ whole > $0.whole }) ?? true { best = (place, whole, codes) }
      if whole == codes.count { break }
    }
    guard let best else { return nil }
    column = best.column
    codes = best.codes
  }

  /// Codes with their prefix; where the column has none, by the level that the row, the column's name or the length tells.
  ///
  /// - Parameters:
  ///   - levels: reads the level of each row, where the file has them.
  ///   - isFor: whether the column is called as those of codes are: under any other name, four digits are a year or a number.
  private static func codes(
    _ words: [String?], _ levels: () -> [AreaLevel?]?, named name: String, isFor: Bool
  ) -> [String?] {
    let prefixed = words.map { $0.flatMap { AreaCode.reading($0) } }
    if prefixed.contains(where: { $0 != nil }) { return prefixed }
    let named = level(named: name)
    let levels = isFor ? levels() : nil
    return words.indices.map { row in
      guard let word = words[row]?.trimmedOfPadding else { return nil }
      if let level = levels?[row] ?? named { return AreaCode.reading(word, as: level) }
      guard isFor else { return nil }
      let level = [AreaLevel.gemeente, .wijk, .buurt].first { $0.codeLength == word.utf8.count }
      return word.first?.isNumber == true ? level.flatMap { AreaCode.reading(word, as: $0) } : nil
    }
  }

  private static func level(named name: String) -> AreaLevel? {
    let name = Stem.of(name).lowercased()
    if name.hasPrefix("gemeente") || name.hasPrefix("gm") { return .gemeente }
    if name.hasPrefix("wijkc") || name.hasPrefix("wk") { return .wijk }
    if name.hasPrefix("buurt") || name.hasPrefix("bu_") { return .buurt }
    return nil
  }
}
