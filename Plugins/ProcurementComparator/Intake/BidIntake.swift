import WorkbenchKit

/// Bids out of a table, a list of prices, JSON of `bid export`, OCDS, or notices of TED.
struct BidIntake {
  let context: Context
  let protection: Protection
  /// The signs within numbers, as far as they are known.
  let marks: GivenMarks
  let scale: QualityScale
  let fullMarks: FullMarks
  /// The column that the line says is the price.
  var price: String?
  /// Statuses that count on somebody's word, in small letters.
  var counts: Set<String> = []
  var terms = PriceListTerms()
  /// What quality is judged by, as the tender names it, in small letters: in a list of prices nothing else is a criterion.
  var criteria: Set<String> = ["kwaliteit", "quality"]

  struct Taken {
    var sheet = BidSheet()
    var awards: Table?
    var tender: Tender?
    /// How the prices of a list came about.
    var prices: Table?
    var blocks: [Block] = []
  }

  /// - Throws: `bid.*`, `pricelist.*`, `scale.unused`, and what reading a table throws.
  func take(_ reference: TableReference) throws -> Taken {
    do {
      if let release = try release(reference) { return release }
      var intake = TableIntake(protection: protection, marks: marks)
      intake.isWhole = { BidColumns.isWholePrice($0) }
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
      throw (error.code == "table.json" ? BidColumns.lacking([], in: reference.name) : error).at(reference.place)
    }
  }

  // MARK: Files that are more than a table

  /// Returns what OCDS, an eForms notice or a file of `bid export` holds; nil for anything else, which is a table.
  private func release(_ reference: TableReference) throws -> Taken? {
    guard !reference.name.hasPrefix("$"), try context.workspace.table(reference.name) == nil,
      let file = try? context.files.read(reference.name, at: reference.place)
    else { return nil }
    if let notice = try EFormsNotice.read(file.bytes, name: file.name) {
      return try taken(notice, from: file)
    }
    let documents = OCDSDocuments.parse(file.bytes)
    if let contents = try OCDSContents(documents, context: context)?.contents { return try taken(contents, from: file) }
    guard documents.count == 1, let json = documents.first, let items = json["bids"]?.array else { return nil }
    note(file)
    let names = Set(items.flatMap { ($0.object ?? [:]).keys }).sorted()
    let table = Table(columns: names.map { name in Column(name, values: items.map { OCDSValue.value($0[name]) }) })
    let isOurs = json["tender"]?.object != nil
    var taken = try bids(protection.admit(table, from: file.name), named: file.name, isOwn: isOurs)
    if let tender = json["tender"], tender.object != nil { taken.tender = try Tender(importing: tender) }
    taken.blocks += protection.notices.map(Block.notice)
    return taken
  }

  private func taken(_ contents: NoticeContents, from file: ReadFile) throws -> Taken {
    note(file)
    var taken = try bids(protection.admit(contents.bidTable, from: file.name), named: file.name, mayBeEmpty: true)
    taken.tender = contents.tender
    taken.awards = contents.awards.isEmpty ? nil : try protection.admit(contents.awardTable, from: file.name)
    taken.blocks = contents.blocks + taken.blocks + protection.notices.map(Block.notice)
    return taken
  }

  private func note(_ file: ReadFile) { context.workspace.note(InputFile(path: file.path, sha256: file.sha256)) }

  // MARK: A table of bids

  /// Whether a column is one of ours, beside which quality stands in shares already.
  private static func isOwn(_ bidder: Column) -> Bool { bidder.label == BidSheet.bidderLabel }

  /// - Parameter isOwn: whether it is what `bid export` wrote, with quality in shares.
  private func bids(
    _ given: Table, named name: String, mayBeEmpty: Bool = false, isOwn: Bool = false
  ) throws -> Taken {
    if given.rowCount == 0, mayBeEmpty { return Taken() }
    let (table, notices) = written(given)
    guard table.rowCount > 0 else {
      throw Diagnostic(
        "bid.empty", Text(nl: "'\(name)' heeft geen enkele bieding", en: "'\(name)' holds not a single bid"))
    }
    let columns = try BidColumns(table.columnNames, price: price, in: name)
    var taken = Taken()
    if let list = try PriceList(table, columns, terms: terms) {
      var qualities = QualityColumns(scale: scale, marks: fullMarks)
      let judged = list.ignored.filter { criteria.contains($0.lowercased()) }
      for name in judged { try qualities.read(Self.judgement(table.require(name), list), bidders: list.sheet.bidders) }
      if !judged.isEmpty { try qualities.finish() }
      taken = Taken(sheet: list.sheet, prices: list.table, blocks: list.notices.map(Block.notice))
      (taken.sheet.criteria, taken.sheet.scores) = (qualities.criteria, qualities.scores)
      let ignored = list.ignored.filter { !judged.contains($0) } + qualities.ignored
      taken.blocks += remarks(taken.sheet, repeats: 0, ignored: ignored) + qualities.notices.map(Block.notice)
    } else {
      guard let price = columns.price else { throw BidColumns.lacking(table.columnNames, in: name) }
      var sheet = BidSheet()
      sheet.particulars = (0..<table.rowCount).map { particulars(table, columns, row: $0) }
      let (names, repeats) = Self.distinct(table.columns[columns.bidder], sheet.particulars.map(\.contest))
      sheet.bidders = names
      sheet.prices = table.columns[price].numbers ?? names.map { _ in .nan }
      try BidSheet.demandNoneBelowNought(sheet.prices, names)
      let isOurs = isOwn || Self.isOwn(table.columns[columns.bidder])
      var qualities = QualityColumns(
        scale: isOurs ? QualityScale([:]) : scale, marks: isOurs ? FullMarks() : fullMarks)
      qualities.isOwn = isOurs
      for index in table.columns.indices where !columns.used.contains(index) {
        try qualities.read(table.columns[index], bidders: names)
      }
      try qualities.finish()
      (sheet.criteria, sheet.scores) = (qualities.criteria, qualities.scores)
      taken.sheet = sheet
      taken.blocks = remarks(sheet, repeats: repeats, ignored: qualities.ignored) + qualities.notices.map(Block.notice)
    }
    taken.blocks += notices.map(Block.notice)
    return taken
  }

  /// A judgement that stands on the lines of a list of prices, once for each bid.
  ///
  /// - Throws: `bid.quality` where the lines of one bid say different things.
  private static func judgement(_ column: Column, _ list: PriceList) throws -> Column {
    let places = try zip(list.rows, list.sheet.bidders).map { rows, bidder -> Int in
      let said = rows.filter { !column[$0].isMissing }
      guard let first = said.first else { return rows.first ?? 0 }
      if let other = said.first(where: { column[$0] != column[first] }) {
        throw Diagnostic(
          "bid.quality",
          Text(
            nl:
              "'\(column.name)' van '\(bidder)' is op één regel \(column[first].plain) en op een andere \(column[other].plain)",
            en:
              "'\(column.name)' of '\(bidder)' is \(column[first].plain) on one line and \(column[other].plain) on another"
          ),
          wayOut: Text(
            nl: "geef elke bieding één oordeel, op elke regel of alleen op de eerste",
            en: "give each bid one judgement, on every line or on the first one only"))
      }
      return first
    }
    return column.rows(places)
  }

  private func particulars(_ table: Table, _ columns: BidColumns, row: Int) -> BidSheet.Particulars {
    func text(_ index: Int?) -> String? {
      guard let index else { return nil }
      let value = table.columns[index][row]
      return value.isMissing || value.plain == "" ? nil : value.plain
    }
    var found = BidSheet.Particulars()
    found.contest = Contest(process: text(columns.process), lot: text(columns.lot))
    found.status = text(columns.status).map { counts.contains($0.lowercased()) ? BidStatus.valid.rawValue : $0 }
    found.currency = text(columns.currency).map { $0 == "€" ? ExchangeRate.euro : $0.uppercased() }
    return found
  }

  /// JSON and remembered tables may have numbers as texts, and publishers have a word for nothing.
  private func written(_ given: Table) -> (Table, [Notice]) {
    var table = given
    for column in given.columns {
      guard let texts = column.texts, texts.contains(OCDSValue.missing) else { continue }
      var copy = column
      copy.storage = .texts(texts.map { $0 == OCDSValue.missing ? nil : $0 })
      table.set(copy)
    }
    let names = table.columnNames
    let prices = names.indices.filter { BidColumns.isPrice(names[$0]) }
    let others = names.indices.filter { !BidColumns.isBidder(names[$0]) || BidColumns.isPrice(names[$0]) }
    let whole = prices.filter { BidColumns.isWholePrice(names[$0]) }
    return table.readingNumbers(of: others, marks: marks, whole: whole, partly: prices)
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
    blocks += standing(sheet)
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

  /// Who does not take part, and for how many contests there are bids.
  private func standing(_ sheet: BidSheet) -> [Block] {
    var blocks: [Block] = []
    let out = sheet.particulars.indices.filter { row in
      sheet.particulars[row].status.map { BidStatus(word: $0)?.counts != true } ?? false
    }
    if !out.isEmpty {
      func named(_ language: Language) -> [String] {
        out.map { row in
          let status = sheet.particulars[row].status ?? ""
          return "\(sheet.bidders[row]) (\(BidStatus(word: status)?.label(language) ?? status))"
        }
      }
      let who = Text(nl: Text.list(named(.nl), atMost: 6).nl, en: Text.list(named(.en), atMost: 6).en)
      blocks.append(
        .caution(nl: "tellen niet mee om hun status: \(who.nl)", en: "do not count by their status: \(who.en)"))
    }
    let contests = sheet.contests
    if contests.count > 1 {
      blocks.append(
        .info(
          nl: "biedingen op \(contests.count) percelen of procedures: elk krijgt een eigen rangorde",
          en: "bids for \(contests.count) lots or processes: each gets a ranking of its own"))
    }
    if contests.count > 1, contests.contains(where: { $0.lot == nil }), contests.contains(where: { $0.lot != nil }) {
      let count = sheet.particulars.count { $0.contest.lot == nil }
      blocks.append(
        .caution(
          nl: "zonder perceel, terwijl andere er een hebben: \(count)",
          en: "without a lot, where others have one: \(count)"))
    }
    return blocks
  }

  private static func distinct(_ column: Column, _ contests: [Contest]) -> (names: [String], changed: Int) {
    var seen: [Contest: [String: Int]] = [:]
    var changed = 0
    let names = (0..<column.count).map { row -> String in
      let value = column[row]
      let name = value.isMissing || value.plain == OCDSValue.missing ? "?" : value.plain
      let times = seen[contests[row], default: [:]][name, default: 0] + 1
      seen[contests[row], default: [:]][name] = times
      if name == "?" || times > 1 { changed += 1 }
      return name == "?" ? "bid \(row + 1)" : times > 1 ? "\(name) (\(times))" : name
    }
    return (names, changed)
  }
}
