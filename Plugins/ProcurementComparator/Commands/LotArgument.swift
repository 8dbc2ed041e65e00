import WorkbenchKit

/// `--lot`: for what the bids are.
struct LotArgument: ArgumentGroup {
  let lot = Argument(
    flag: "lot", .name, about: Text(nl: "alleen dit perceel", en: "this lot only"),
    candidates: { context in
      let table = (try? context.workspace.table(BidSheet.table)) ?? nil
      return Set((table?.column("lot")?.texts ?? []).compactMap { $0 }).sorted().map { Candidate($0) }
    })
}

extension Given<LotArgument> {
  /// Returns the bids contest by contest, or those for the one that is asked for.
  ///
  /// - Throws: `lot.unknown`.
  func parts(of sheet: BidSheet) throws -> [BidSheet] {
    guard let lot = self.lot else { return sheet.contests.map(sheet.bids(for:)) }
    let meant = sheet.contests.filter { $0.lot == lot || $0.process == lot }
    guard meant.isEmpty else { return meant.map(sheet.bids(for:)) }
    let known = sheet.contests.compactMap(\.lot)
    throw Diagnostic(
      "lot.unknown",
      Text(nl: "er zijn geen biedingen op perceel '\(lot)'", en: "there are no bids for lot '\(lot)'"),
      wayOut: known.isEmpty
        ? Text(nl: "deze biedingen kennen geen percelen", en: "these bids know no lots")
        : Text(nl: "er is: \(Text.list(known, atMost: 12).nl)", en: "there is: \(Text.list(known, atMost: 12).en)"),
      suggestion: NearestWord.best(lot, among: known), place: place(of: \.lot))
  }
}
