import WorkbenchKit

/// A party of the sheet, or all together.
enum PartyOrTotal {
  static let candidates: @Sendable (Context) -> [Candidate] = { context in
    ((try? context.workspace.currentSheet)?.parties ?? []).map { Candidate($0.id) }
      + [Candidate("total", Text(nl: "allen samen", en: "all together"))]
  }

  /// Returns the party that is meant; nil for all together.
  ///
  /// - Throws: `party.unknown`.
  static func party(_ word: String?, _ sheet: Sheet) throws -> String? {
    guard let word, !["total", "totaal", "allen", "samen"].contains(word.foldedForLookup) else { return nil }
    return try Vocabulary<SheetParty>.party.one(word, among: sheet.parties).id
  }

  /// - Throws: `party.unknown`, `party.silent`.
  static func sum(_ word: String?, _ model: SheetModel) throws -> Int {
    guard let party = try party(word, model.sheet) else { return model.total }
    if let sum = model.sum(of: party) { return sum }
    throw Diagnostic(
      "party.silent",
      Text(
        nl: "'\(party)' betaalt en bespaart nog niets op dit blad",
        en: "'\(party)' pays and saves nothing on this sheet yet"),
      wayOut: Text(
        nl: "'arena invest' of 'arena effect … --share \(party)=…' geeft haar geld",
        en: "'arena invest' or 'arena effect … --share \(party)=…' gives it money"))
  }
}
