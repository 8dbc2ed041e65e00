import WorkbenchKit

/// `--need`, `--shortage` and `--area`: which of the figures of the Woonzorgwijzer are meant; `--need-margin`: how uncertain those
/// are that come without a margin.
struct NeedArguments: ArgumentGroup {
  let need: Argument<String?>
  let area: Argument<[String]>
  let shortage = Argument(
    toggle: "shortage",
    about: Text(
      nl: "alleen voor wie het er niet is (uit wzw.gaps)", en: "only those for whom it is not there (from wzw.gaps)"))
  let margin = Argument(
    flag: "need-margin", TypedShare.kind(of: "need-margin", within: 0...1),
    about: Text(
      nl: "marge van 95 % van de kring zelf, voor schattingen zonder: 10% naar beide kanten; 0 is vast",
      en: "the circle's own margin of 95 %, for estimates without one: 10% to both sides; 0 is fixed"))

  init(need: Text, area: Text) {
    self.need = Argument(flag: "need", .name, about: need, candidates: ClientNeed.subjects)
    self.area = Argument(flags: "area", .name, about: area)
  }
}

extension Given<NeedArguments> {
  /// The tables that may be meant.
  func offered(in context: Context) throws -> [NeedTable] {
    try NeedTable.offered(in: context.workspace, isShort: self.shortage, wanted: self.need)
  }

  /// Adds up the figures that are meant, where a need was asked for by one of the flags.
  ///
  /// - Throws: `estimates.*`, `area.unknown`.
  func asked(in context: Context) throws -> ClientNeed? {
    has(\.need) || has(\.area) || self.shortage || has(\.margin) ? try clients(in: context) : nil
  }

  /// Adds up the figures that are meant.
  ///
  /// - Throws: `estimates.*`, `area.unknown`.
  func clients(in context: Context) throws -> ClientNeed {
    try checking(\.need) {
      try ClientNeed(offered(in: context), subject: $0, areas: self.area, margin: self.margin)
    }
  }
}
