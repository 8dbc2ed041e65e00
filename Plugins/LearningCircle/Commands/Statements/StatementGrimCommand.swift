import Methods
import WorkbenchKit

/// `stelling grim TABLE`: which counts printed percentages can come from.
struct StatementGrimCommand: Command {
  struct Arguments: Sendable {
    let table = Argument(
      "table", .table, about: Text(nl: "kolommen share_percent en n", en: "columns share_percent and n"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "stelling grim",
    summary: Text(
      nl: "kijk na of een percentage bij een aantal kan horen", en: "check whether a percentage can go with a count"),
    details: Text(
      nl:
        "Van een kleine groep kan niet elk percentage: 54 % van 45 mensen bestaat niet. 'share_percent' zoals gedrukt, de decimalen tellen mee. "
        + "Een half kan naar boven of naar beneden zijn afgerond. laag en hoog zijn de grenzen van Wilson (95 %). Het is rekenen, en zegt niets over "
        + "wie er is gevraagd.",
      en:
        "Of a small group not every percentage is possible: 54% of 45 people does not exist. 'share_percent' as printed, its decimals count. A half "
        + "may have been rounded up or down. low and high are Wilson's limits (95%). It is arithmetic, and says nothing about who was asked."
    ),
    examples: [
      .init("stelling grim aandelen.csv", Text(nl: "een tabel", en: "a table")),
      .init(
        "stelling grim stellingen.csv", Text(nl: "zonder die kolommen", en: "without these columns"),
        failsWith: "column.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var intake = TableIntake(protection: given.guarding.guarding(in: context))
    intake.keepsWritten = { $0 == "share_percent" }
    let taken = try given.table.table(in: context, intake: intake)
    let table = try taken.demandRows(at: given.table.place)
    let shares = try table.require("share_percent", at: given.table.place)
    let sizes = try table.require("n", at: given.table.place)
    let rows = try (0..<table.rowCount).map { row in
      try PrintedShare(
        taken.written["share_percent"]?[row] ?? shares[row].plain, of: sizes[row], row: row + 1, at: given.table.place)
    }
    let found = rows.map { ShareConsistency(digits: $0.digits, decimals: $0.decimals, of: $0.size) }
    let words = zip(rows, found).map { row, counts -> Text in
      guard counts.isPossible else { return Text(nl: "onmogelijk", en: "impossible") }
      if counts.high - counts.low > 3 { return .verbatim("\(counts.low)–\(counts.high)") }
      let listed = counts.counts.map(String.init)
      return Text(nl: listed.joined(separator: " of "), en: listed.joined(separator: " or "))
    }
    func limit(_ pick: (Interval) -> Double, _ count: (ShareConsistency) -> Int) -> [Double] {
      zip(rows, found).map { row, counts in
        guard counts.isPossible else { return .nan }
        return pick(wilsonInterval(share: Double(count(counts)) / Double(row.size), count: Double(row.size)))
      }
    }
    let result = Table(
      title: Text(nl: "Welke aantallen erbij kunnen horen", en: "Which counts can go with it"),
      columns: [
        .numbers(
          "share", rows.map(\.share), label: Text(nl: "deel", en: "share"), unit: .share,
          format: .share(rows.map(\.decimals).max() ?? 0)),
        .numbers("n", rows.map { Double($0.size) }, label: .verbatim("n"), format: .plain),
        .texts("counts", words, label: Text(nl: "aantallen", en: "counts"), in: context),
        .numbers("low", limit(\.low, \.low), label: Text(nl: "laag", en: "low"), unit: .share, format: .share(1)),
        .numbers("high", limit(\.high, \.high), label: Text(nl: "hoog", en: "high"), unit: .share, format: .share(1)),
        Column("possible", .booleans(found.map(\.isPossible)), label: Text(nl: "mogelijk", en: "possible")).asDetail(),
      ])
    var facts = Facts()
    facts.add("possible", found.count(where: \.isPossible), label: Text(nl: "mogelijk", en: "possible"))
    facts.add("impossible", found.count { !$0.isPossible }, label: Text(nl: "onmogelijk", en: "impossible"))
    return Output(
      [.table(result), .facts(facts)] + taken.notices.map(Block.notice) + [
        try context.knowledge.sources([MeasureWords.consistency, MeasureWords.limits], in: context)
      ])
  }
}

/// A percentage as it was printed, and of how many it is a share.
private struct PrintedShare {
  let digits: Int
  let decimals: Int
  let size: Int

  var share: Double {
    var scale = 100.0
    for _ in 0..<decimals { scale *= 10 }
    return Double(digits) / scale
  }

  /// - Throws: `grim.share`, `grim.size`.
  init(_ words: String, of size: Value, row: Int, at place: Place?) throws {
    let bare = words.filter { !"% \u{A0}".contains($0) }.replacing(",", with: ".")
    let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1].count : 0
    guard parts.count <= 2, decimals <= 6, let number = NumberText.parse(bare), (0...100).contains(number),
      let digits = Int(bare.filter { $0 != "." })
    else {
      throw Diagnostic(
        "grim.share",
        Text(nl: "'\(words)' in rij \(row) is geen percentage", en: "'\(words)' in row \(row) is no percentage"),
        wayOut: Text(nl: "van 0 tot 100, zoals gedrukt: 54 of 54,3", en: "from 0 to 100, as printed: 54 or 54.3"),
        place: place)
    }
    guard let count = size.number.flatMap({ Int(exactly: $0) }), (1...1_000_000_000).contains(count) else {
      throw Diagnostic(
        "grim.size",
        Text(nl: "'\(size.plain)' in rij \(row) is geen aantal", en: "'\(size.plain)' in row \(row) is no count"),
        wayOut: Text(nl: "een geheel getal vanaf 1", en: "a whole number from 1"), place: place)
    }
    (self.digits, self.decimals, self.size) = (digits, decimals, count)
  }
}
