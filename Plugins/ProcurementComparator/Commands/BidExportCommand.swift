import WorkbenchKit

/// `bid export`: gives the bids out again.
struct BidExportCommand: Command {
  struct Arguments: Sendable {
    let file = Argument(
      optional: "file", .newFile, about: Text(nl: "waarheen; anders op het scherm", en: "where to; else on the screen"))
    let form = Argument(flag: "as", .choice(Form.self), about: Text(nl: "vorm", en: "form"))
  }

  static let arguments = Arguments()

  /// How bids are written down.
  enum Form: String, ArgumentChoice {
    case csv, json

    static let usual = Form.csv
  }

  var signature: Signature {
    Signature(
      "bid export",
      aliases: ["bid uitvoeren"],
      summary: Text(nl: "schrijf de biedingen als CSV of JSON", en: "give the bids out as CSV or JSON"),
      details: Text(
        nl: "JSON houdt ook de regels van 'bid new' bij; 'bid import' leest beide vormen terug.",
        en: "JSON carries the rules of 'bid new' too; 'bid import' reads both forms back."),
      examples: [
        .init("bid export --as json", Text(nl: "op het scherm", en: "on the screen")),
        .init(
          "bid export --as xml", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
          failsWith: "argument.choice"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try BidSheet(context.workspace, at: given.place)
    let path = given.file
    let asJSON = given.form.map { $0 == .json } ?? (path?.lowercased().hasSuffix(".json") == true)
    let text =
      asJSON
      ? Self.json(sheet, try Tender(context.workspace))
      : Self.csv(sheet, QualityScale(try Tender(context.workspace).scale))
    guard let path else { return Output([.text(text)]) }
    try context.files.write(Array(text.utf8), to: path, at: given.place(of: \.file))
    return Output([
      .paragraph(
        BidSheet.counted(sheet.count) + Text(nl: " geschreven naar \(path)", en: " written to \(path)"))
    ])
  }

  private static func json(_ sheet: BidSheet, _ tender: Tender) -> String {
    let bids = sheet.bidders.indices.map { bid -> JSON in
      var members: [String: JSON] = ["bidder": .string(sheet.bidders[bid])]
      members["price"] = sheet.prices[bid].isNaN ? .null : .number(sheet.prices[bid])
      for (name, word) in sheet.words(of: bid) { members[name] = .string(word) }
      for (name, values) in zip(sheet.criteria, sheet.scores) {
        members[name] = values[bid].isNaN ? .null : .number(values[bid])
      }
      return .object(members)
    }
    return JSON.object(["bids": .array(bids), "tender": tender.json]).canonical + "\n"
  }

  /// - Parameter scale: by whose words quality is written, so that it is read back by the same scale.
  private static func csv(_ sheet: BidSheet, _ scale: QualityScale) -> String {
    func quality(_ share: Double) -> String {
      if scale.isEmpty || share.isNaN { return cell(share) }
      return scale.word(for: share) ?? "\(NumberText.shortest(share * 100))%"
    }
    func cell(_ number: Double) -> String { number.isNaN ? "" : NumberText.shortest(number) }
    // A lot, a status or a currency is a column where some bid has one.
    let words = sheet.bidders.indices.map { sheet.words(of: $0) }
    let known = BidSheet.wordColumns.filter { name in words.contains { $0[name] != nil } }
    return WrittenCell.line(["bidder", "price"] + known + sheet.criteria)
      + sheet.bidders.indices.map { bid in
        WrittenCell.line(
          [sheet.bidders[bid], cell(sheet.prices[bid])] + known.map { words[bid][$0] ?? "" }
            + sheet.scores.map { quality($0[bid]) })
      }.joined()
  }
}
