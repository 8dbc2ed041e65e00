/// Says how the numbers of a table were read: what was taken off, what parted thousands, what remains in doubt.
struct NumberNotices {
  let names: [String]
  let evidence: [NumberEvidence]
  let decision: MarkDecision
  /// Returns a cell as it stands.
  let cell: (_ row: Int, _ column: Int) -> String
  /// Whether the line takes `--decimal` and `--thousands`.
  var hasFlags = true
  /// Columns of which the signs are kept, so that nothing was taken off them.
  var signed: Set<Int> = []

  /// - Parameter columns: those that are numbers in what comes of it.
  func notices(of columns: [Int]) -> [Notice] {
    var notices: [Notice] = []
    let taken = taken(columns)
    if !taken.isEmpty {
      notices.append(Notice(.info, Text(nl: "getallen: ", en: "numbers: ") + .joined(taken, by: "; ")))
    }
    if let contradiction = contradiction(columns) { notices.append(contradiction) }
    for mark in DecimalMark.allCases {
      let open = decision.doubtful.filter { columns.contains($0) && evidence[$0].doubts(of: mark) > 0 }
      if let first = open.first { notices.append(doubt(mark, first, others: open.count - 1)) }
    }
    notices += columns.compactMap(partly)
    notices += beyondDouble(columns)
    return notices
  }

  // MARK: What was taken off

  private func taken(_ columns: [Int]) -> [Text] {
    var parts = ThousandsMark.allCases.compactMap { thousands($0, columns) }
    let signs: [(NumberEvidence.Sign, Text)] = [
      (.euro, Text(nl: "€ is weggelaten", en: "€ was taken off")),
      (.percent, Text(nl: "% is weggelaten", en: "% was taken off")),
      (.provisional, Text(nl: "* (voorlopig cijfer) is weggelaten", en: "* (provisional figure) was taken off")),
    ]
    for (sign, words) in signs {
      let having = columns.filter { evidence[$0][sign] > 0 && !signed.contains($0) }
      if !having.isEmpty { parts.append(words + within(having)) }
    }
    return parts
  }

  private func thousands(_ mark: ThousandsMark, _ columns: [Int]) -> Text? {
    let sign: NumberEvidence.Sign
    var doubt: DecimalMark?
    switch mark {
    case .comma: (sign, doubt) = (.commaThousands, .comma)
    case .point: (sign, doubt) = (.pointThousands, .point)
    case .space: sign = .blank
    case .apostrophe: sign = .apostrophe
    case .nothing: return nil
    }
    // Where a mark is not the one before decimals, three digits behind it are a group.
    let having = columns.filter { column in
      let reads = decision.marks[column]
      guard let byte = mark.byte, reads.partThousands(byte) else { return false }
      return evidence[column][sign] > 0
        || doubt.map { evidence[column].doubts(of: $0) > 0 } == true
    }.filter { !decision.doubtful.contains($0) }
    guard let first = having.first else { return nil }
    let row =
      evidence[first][sign] > 0
      ? evidence[first].row(of: sign) : evidence[first].row(of: doubt == .comma ? .commaDoubt : .pointDoubt)
    let shown = cell(row, first)
    return Text(
      nl: "\(Self.name(mark).nl) scheidt duizendtallen ('\(shown)')",
      en: "\(Self.name(mark).en) parts thousands ('\(shown)')") + within(having)
  }

  private func within(_ columns: [Int]) -> Text {
    Text(nl: " in ", en: " in ") + .quoted(columns.map { names[$0] }, atMost: 3)
  }

  private static func name(_ mark: ThousandsMark) -> Text {
    switch mark {
    case .comma: Text(nl: "de komma", en: "the comma")
    case .point: Text(nl: "de punt", en: "the point")
    case .space: Text(nl: "een spatie", en: "a space")
    case .apostrophe: Text(nl: "de apostrof", en: "the apostrophe")
    case .nothing: .verbatim("")
    }
  }

  /// A percent sign that only some cells have may mean that the others are shares of one.
  private func partly(_ column: Int) -> Notice? {
    let (having, all) = (evidence[column][.percent], evidence[column].shaped)
    guard having > 0, having < all, !signed.contains(column) else { return nil }
    return .caution(
      nl: "in '\(names[column])' heeft een deel van de getallen een % (\(having) van \(all)); ze staan nu door elkaar",
      en: "in '\(names[column])' some of the numbers have a % (\(having) of \(all)); they now stand together")
  }

  // MARK: What remains in doubt

  private func doubt(_ mark: DecimalMark, _ column: Int, others: Int) -> Notice {
    let shown = cell(evidence[column].row(of: mark == .comma ? .commaDoubt : .pointDoubt), column)
    let sign = mark == .comma ? Text(nl: "komma", en: "comma") : Text(nl: "punt", en: "point")
    let isDecimal = decision.marks[column].decimal == mark
    let reading =
      isDecimal
      ? Text(nl: "decimalen", en: "decimals") : Text(nl: "duizendtallen", en: "thousands")
    let more =
      others > 0
      ? Text(
        nl: " en in nog \(others) \(others == 1 ? "kolom" : "kolommen")",
        en: " and in \(others) more \(others == 1 ? "column" : "columns")") : .verbatim("")
    let other = isDecimal ? "--thousands \(mark.rawValue)" : "--decimal \(mark.rawValue)"
    let same = isDecimal ? "--decimal \(mark.rawValue)" : "--thousands \(mark.rawValue)"
    let wayOut =
      hasFlags
      ? Text(nl: " (bevestig dat met \(same)), anders: \(other)", en: " (confirm it with \(same)), else: \(other)")
      : .verbatim("")
    return .caution(
      nl:
        "de \(sign.nl) in '\(names[column])' ('\(shown)')\(more.nl) kan duizendtallen of decimalen scheiden; gelezen als "
        + reading.nl + wayOut.nl,
      en: "the \(sign.en) in '\(names[column])' ('\(shown)')\(more.en) may part thousands or decimals; read as "
        + reading.en + wayOut.en)
  }

  private func contradiction(_ columns: [Int]) -> Notice? {
    guard let found = decision.contradiction, columns.contains(found.comma) || columns.contains(found.point) else {
      return nil
    }
    let (comma, point) = (example(.comma, found.comma), example(.point, found.point))
    return .caution(
      nl: "dit bestand schrijft getallen op twee manieren: '\(comma)' in '\(names[found.comma])' en '\(point)' in "
        + "'\(names[found.point])'; elke kolom is naar zichzelf gelezen"
        + (hasFlags ? " (--decimal legt één manier op)" : ""),
      en: "this file writes numbers in two ways: '\(comma)' in '\(names[found.comma])' and '\(point)' in "
        + "'\(names[found.point])'; each column was read by itself" + (hasFlags ? " (--decimal imposes one way)" : ""))
  }

  /// A cell that proves, or of which it is known, that this is the mark before decimals.
  private func example(_ mark: DecimalMark, _ column: Int) -> String {
    let signs: [NumberEvidence.Sign] =
      mark == .comma
      ? [.commaDecimal, .pointThousands, .pointDoubt, .commaDoubt]
      : [.pointDecimal, .commaThousands, .commaDoubt, .pointDoubt]
    return signs.first { evidence[column][$0] > 0 }.map { cell(evidence[column].row(of: $0), column) } ?? ""
  }

  /// Whole numbers that a double would round are kept as they are written, or are missing where the column is read as numbers all
  /// the same.
  private func beyondDouble(_ columns: [Int]) -> [Notice] {
    let long = names.indices.filter { evidence[$0].isNumeric && evidence[$0][.beyondDouble] > 0 }
    let (missing, kept) = (long.filter(columns.contains), long.filter { !columns.contains($0) })
    return (kept.isEmpty ? [] : [Self.long(kept.map { names[$0] })]) + missing.map(tooLong)
  }

  private func tooLong(_ column: Int) -> Notice {
    let shown = cell(evidence[column].row(of: .beyondDouble), column)
    return .caution(
      nl:
        "in '\(names[column])' telt '\(shown)' als ontbrekend: van een geheel getal boven 9.007.199.254.740.992 gaan cijfers verloren",
      en:
        "in '\(names[column])' '\(shown)' counts as missing: of a whole number above 9,007,199,254,740,992 digits are lost"
    )
  }

  static func long(_ columns: [String]) -> Notice {
    let listed = Text.quoted(columns)
    return .info(
      nl: "als tekst bewaard, want er staan gehele getallen in van meer dan 9.007.199.254.740.992: \(listed.nl)",
      en: "kept as text, because it holds whole numbers above 9,007,199,254,740,992: \(listed.en)")
  }
}

extension DelimitedText {
  /// Returns what has to be said about how the numbers of some columns were read.
  ///
  /// - Parameters:
  ///   - columns: those that are taken as numbers.
  ///   - signed: those of them of which the signs are kept.
  public func numberNotices(of columns: [Int], signed: Set<Int> = []) -> [Notice] {
    NumberNotices(
      names: header, evidence: evidence, decision: decision,
      cell: { row, column in String(cell(row: row, column: column).trimmedOfPadding.prefix(40)) }, signed: signed
    ).notices(of: columns)
  }
}
