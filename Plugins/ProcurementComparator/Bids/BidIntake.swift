import WorkbenchKit

/// Bids out of a table, JSON of `bid export`, an OCDS release, or award notices of TED.
struct BidIntake {
  let context: Context
  let protection: Protection
  /// The signs within numbers, as far as they are known.
  let marks: GivenMarks
  /// Words of a qualitative scale, in lower case, with their share of quality.
  let scale: [String: Double]
  /// Full marks: quality is given out of this many.
  let outOf: Double

  struct Taken {
    var sheet = BidSheet()
    var awards: Table?
    var tender: Tender?
    var blocks: [Block] = []
  }

  /// - Throws: `bid.columns`, `bid.price`, `bid.quality`, `bid.empty`, and what reading a table throws.
  func take(_ reference: TableReference) throws -> Taken {
    do {
      if let release = try release(reference) { return release }
      var intake = TableIntake(protection: protection, marks: marks)
      intake.isWhole = { Self.priceNames.contains($0.lowercased()) }
      let read = try reference.table(in: context, intake: intake)
      var taken: Taken
      if TEDAwards.isMeant(read.table.columnNames) {
        let amounts = ["value", "n_winners"].compactMap(read.table.index)
        let (table, notices) = read.table.readingNumbers(of: amounts, marks: marks, partly: amounts)
        let awards = try TEDAwards(table)
        taken = Taken(awards: awards.table, blocks: awards.blocks + notices.map(Block.notice))
      } else {
        taken = try bids(read.table, named: read.name)
      }
      taken.blocks += read.notices.map(Block.notice)
      return taken
    } catch let error as Diagnostic {
      throw (error.code == "table.json" ? columns([], named: reference.name) : error).at(reference.place)
    }
  }

  // MARK: JSON that is more than a table

  /// Returns what an OCDS release or a file of `bid export` holds; nil for anything else, which is a table.
  private func release(_ reference: TableReference) throws -> Taken? {
    guard !reference.name.hasPrefix("$"), try context.workspace.table(reference.name) == nil,
      let file = try? context.files.read(reference.name, at: reference.place), Self.beginsObject(file.bytes),
      let json = try? JSONReader.parse(file.bytes)
    else { return nil }
    if let release = OCDSRelease(json) {
      note(file)
      var taken = try bids(protection.admit(release.bidTable, from: file.name), named: file.name, mayBeEmpty: true)
      taken.tender = release.tender
      taken.awards = release.awards.rowCount > 0 ? try protection.admit(release.awards, from: file.name) : nil
      taken.blocks = release.blocks + taken.blocks + protection.notices.map(Block.notice)
      return taken
    }
    guard let items = json["bids"]?.array else { return nil }
    note(file)
    let names = Set(items.flatMap { ($0.object ?? [:]).keys }).sorted()
    let table = Table(columns: names.map { name in Column(name, values: items.map { OCDSRelease.value($0[name]) }) })
    var taken = try bids(protection.admit(table, from: file.name), named: file.name)
    if let tender = json["tender"], tender.object != nil { taken.tender = try Tender(importing: tender) }
    taken.blocks += protection.notices.map(Block.notice)
    return taken
  }

  private func note(_ file: ReadFile) { context.workspace.note(InputFile(path: file.path, sha256: file.sha256)) }

  private static func beginsObject(_ bytes: [UInt8]) -> Bool {
    bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "{")
  }

  // MARK: A table of bids

  private static let bidderNames = ["bidder", "bieder", "inschrijver", "aanbieder", "name", "naam"]
  private static let priceNames = ["price", "prijs", "bedrag", "amount"]

  private func bids(_ given: Table, named name: String, mayBeEmpty: Bool = false) throws -> Taken {
    let (table, notices) = written(given)
    var taken = Taken()
    if table.rowCount == 0 {
      if mayBeEmpty { return taken }
      throw Diagnostic(
        "bid.empty", Text(nl: "'\(name)' heeft geen enkele bieding", en: "'\(name)' holds not a single bid"))
    }
    let lowered = table.columnNames.map { $0.lowercased() }
    guard let bidder = lowered.firstIndex(where: { Self.bidderNames.contains($0) }),
      let price = lowered.firstIndex(where: { Self.priceNames.contains($0) })
    else {
      throw columns(table.columnNames, named: name)
    }
    var sheet = BidSheet()
    let (names, repeats) = Self.distinct(table.columns[bidder])
    sheet.bidders = names
    sheet.prices = table.columns[price].numbers ?? names.map { _ in .nan }
    if let row = sheet.prices.firstIndex(where: { $0 < 0 }) {
      throw Diagnostic(
        "bid.price",
        Text(
          nl: "de prijs van '\(names[row])' is negatief: \(NumberText.shortest(sheet.prices[row]))",
          en: "the price of '\(names[row])' is negative: \(NumberText.shortest(sheet.prices[row]))"))
    }
    var ignored: [String] = []
    for (index, column) in table.columns.enumerated() where index != bidder && index != price {
      guard let values = try quality(column, bidders: names) else {
        ignored.append(column.name)
        continue
      }
      sheet.criteria.append(["kwaliteit", "quality"].contains(lowered[index]) ? "quality" : column.name)
      sheet.scores.append(values)
    }
    taken.sheet = sheet
    taken.blocks = remarks(sheet, repeats: repeats, ignored: ignored) + notices.map(Block.notice)
    return taken
  }

  /// A column as shares of quality: numbers, or words of the scale; nil for one that is neither.
  private func quality(_ column: Column, bidders: [String]) throws -> [Double]? {
    if let numbers = column.numbers {
      if let row = numbers.firstIndex(where: { $0 < 0 || $0 / outOf > 1 + 1e-12 }) {
        throw outside(NumberText.shortest(numbers[row]), bidders[row], column.name)
      }
      return numbers.map { $0 / outOf }
    }
    guard let texts = column.texts else { return nil }
    // A column of other words than those of the scale is no criterion.
    guard texts.contains(where: { $0.map { scale[$0.lowercased()] != nil } == true }) else { return nil }
    return try zip(texts, bidders).map { text, bidder in
      guard let text else { return .nan }
      if let share = scale[text.lowercased()] { return share }
      throw outside(text, bidder, column.name)
    }
  }

  /// JSON and remembered tables may have numbers as texts, and publishers have a word for nothing.
  private func written(_ given: Table) -> (Table, [Notice]) {
    var table = given
    for column in given.columns {
      guard let texts = column.texts, texts.contains(OCDSRelease.missing) else { continue }
      var copy = column
      copy.storage = .texts(texts.map { $0 == OCDSRelease.missing ? nil : $0 })
      table.set(copy)
    }
    let lowered = table.columnNames.map { $0.lowercased() }
    let prices = lowered.indices.filter { Self.priceNames.contains(lowered[$0]) }
    let others = lowered.indices.filter { !Self.bidderNames.contains(lowered[$0]) }
    return table.readingNumbers(of: others, marks: marks, whole: prices, partly: prices)
  }

  private func outside(_ shown: String, _ bidder: String, _ column: String) -> Diagnostic {
    let words = scale.sorted { $0.value > $1.value }.map(\.key)
    return Diagnostic(
      "bid.quality",
      Text(
        nl: "'\(column)' van '\(bidder)' is \(shown), en dat is geen aandeel van 0 tot en met 1",
        en: "'\(column)' of '\(bidder)' is \(shown), which is no share of 0 through 1"),
      wayOut: words.isEmpty
        ? Text(
          nl: "zijn het punten, geef dan het maximum: --out-of 100",
          en: "if these are points, give the most: --out-of 100")
        : Text(
          nl: "de woorden van de schaal: \(Text.list(words, atMost: 9).nl)",
          en: "the words of the scale: \(Text.list(words, atMost: 9).en)"),
      suggestion: NearestWord.best(shown, among: words))
  }

  private func columns(_ names: [String], named name: String) -> Diagnostic {
    let found = Text.list(names, atMost: 8)
    return Diagnostic(
      "bid.columns",
      Text(
        nl: "'\(name)' heeft geen kolommen 'bidder' en 'price'", en: "'\(name)' has no columns 'bidder' and 'price'"),
      wayOut: Text(
        nl: "nodig: bidder,price,quality of een kolom per criterium\(names.isEmpty ? "" : "; er is: \(found.nl)")",
        en:
          "needed: bidder,price,quality or a column for each criterion\(names.isEmpty ? "" : "; there is: \(found.en)")"
      ))
  }

  private func remarks(_ sheet: BidSheet, repeats: Int, ignored: [String]) -> [Block] {
    var blocks: [Block] = []
    if repeats > 0 {
      blocks.append(
        .caution(
          nl: "namen die vaker voorkomen of ontbreken kregen een nummer: \(repeats)",
          en: "names that repeat or are missing got a number: \(repeats)"))
    }
    let lacking = sheet.prices.count { $0.isNaN }
    if lacking > 0 {
      blocks.append(
        .caution(
          nl: "zonder leesbare prijs: \(lacking); zij tellen niet mee waar prijs telt",
          en: "without a readable price: \(lacking); they do not count where price does"))
    }
    let open = sheet.bidders.indices.count { bid in sheet.scores.contains { $0[bid].isNaN } }
    if open > 0 || sheet.criteria.isEmpty {
      let number = sheet.criteria.isEmpty ? sheet.count : open
      blocks.append(.caution(nl: "zonder volledige kwaliteit: \(number)", en: "without complete quality: \(number)"))
    }
    if !ignored.isEmpty {
      let listed = Text.list(ignored)
      blocks.append(
        .info(nl: "geen criterium, dus weggelaten: \(listed.nl)", en: "no criterion, so left out: \(listed.en)"))
    }
    return blocks
  }

  private static func distinct(_ column: Column) -> (names: [String], changed: Int) {
    var seen: [String: Int] = [:]
    var changed = 0
    let names = (0..<column.count).map { row -> String in
      let value = column[row]
      let name = value.isMissing || value.plain == OCDSRelease.missing ? "?" : value.plain
      let times = seen[name, default: 0] + 1
      seen[name] = times
      if name == "?" || times > 1 { changed += 1 }
      return name == "?" ? "bid \(row + 1)" : times > 1 ? "\(name) (\(times))" : name
    }
    return (names, changed)
  }
}
