import WorkbenchKit

/// What has to be said about a layer that was read.
public struct LayerRemarks {
  private let kept: [ColumnBuffer]
  private let leftOut: [String]
  private let outlines: OutlineColumn?

  /// - Parameters:
  ///   - kept: the columns that are in the table.
  ///   - leftOut: the names of those that are not.
  ///   - outlines: the places; nil where there are none, or they were not asked for.
  public init(kept: [ColumnBuffer], leftOut: [String], outlines: OutlineColumn?) {
    self.kept = kept
    self.leftOut = leftOut
    self.outlines = outlines
  }

  /// The remarks, in the order in which they are told.
  public var notices: [Notice] { (outlines.map(ofPlaces) ?? []) + ofColumns }

  private static let row = Text(nl: "rij", en: "row")
  private static let rows = Text(nl: "rijen", en: "rows")

  private func ofPlaces(_ outlines: OutlineColumn) -> [Notice] {
    var notices: [Notice] = []
    func caution(_ count: Int, _ one: Text, _ many: Text) {
      if count > 0 {
        notices.append(Notice(.caution, .counted(count, Self.row, Self.rows) + .plural(count, one, many)))
      }
    }
    if outlines.arcs > 0 {
      notices.append(
        Notice(
          .info,
          Text(nl: "in ", en: "in ")
            + .counted(outlines.arcs, Text(nl: "omtrek", en: "outline"), Text(nl: "omtrekken", en: "outlines"))
            + Text(
              nl: " staan cirkelbogen; ze zijn omgezet in rechte stukjes van hoogstens één graad",
              en: " there are arcs of circles; they became straight pieces of at most one degree")))
    }
    if outlines.missing > 0 {
      let what =
        outlines.hasPoints && !outlines.hasPolygons
        ? Text(nl: "punt", en: "point") : Text(nl: "omtrek", en: "outline")
      notices.append(
        Notice(
          .info,
          .counted(outlines.missing, Self.row, Self.rows)
            + .plural(
              outlines.missing, Text(nl: " heeft geen \(what.nl)", en: " has no \(what.en)"),
              Text(nl: " hebben geen \(what.nl)", en: " have no \(what.en)"))))
    }
    if outlines.damaged > 0 {
      let more = outlines.damaged - outlines.firstDamaged.count
      let rows = outlines.firstDamaged.map(String.init).joined(separator: ", ")
      let which = more > 0 ? Text(nl: "\(rows) en nog \(more)", en: "\(rows) and \(more) more") : .verbatim(rows)
      caution(
        outlines.damaged,
        Text(
          nl: " heeft een omtrek of punt dat niet te lezen is en hier ontbreekt: rij \(which.nl)",
          en: " has an outline or point that cannot be read and is missing here: row \(which.en)"),
        Text(
          nl: " hebben een omtrek of punt dat niet te lezen is en hier ontbreekt: de rijen \(which.nl)",
          en: " have an outline or point that cannot be read and is missing here: rows \(which.en)"))
    }
    caution(
      outlines.others,
      Text(
        nl: " heeft lijnen of losse punten; die zijn niet gelezen",
        en: " has lines or single points; these were not read"),
      Text(
        nl: " hebben lijnen of losse punten; die zijn niet gelezen",
        en: " have lines or single points; these were not read"))
    caution(
      outlines.strangers,
      Text(
        nl: " noemt een ander coördinatenstelsel dan de laag; dat van de laag is aangehouden",
        en: " names another coordinate system than the layer; that of the layer was taken"),
      Text(
        nl: " noemen een ander coördinatenstelsel dan de laag; dat van de laag is aangehouden",
        en: " name another coordinate system than the layer; that of the layer was taken"))
    return notices
  }

  private var ofColumns: [Notice] {
    var notices: [Notice] = []
    func tell(_ level: Notice.Level, _ names: [String], _ words: Text) {
      guard !names.isEmpty else { return }
      notices.append(
        Notice(
          level,
          .plural(names.count, Text(nl: "kolom ", en: "column "), Text(nl: "kolommen ", en: "columns "))
            + .quoted(names) + .verbatim(" ") + words))
    }
    func names(_ isMeant: (ColumnBuffer) -> Bool) -> [String] { kept.filter(isMeant).map(\.name) }
    let beyond = names(\.isBeyondWhole)
    tell(
      .caution, beyond,
      .plural(
        beyond.count,
        Text(
          nl: "heeft getallen van meer dan 15 cijfers en is als tekst gelezen, zodat er geen cijfer wegvalt",
          en: "has numbers of more than 15 digits and was read as text, so that no digit is lost"),
        Text(
          nl: "hebben getallen van meer dan 15 cijfers en zijn als tekst gelezen, zodat er geen cijfer wegvalt",
          en: "have numbers of more than 15 digits and were read as text, so that no digit is lost")))
    let mixed = names(\.isMixed)
    tell(
      .caution, mixed,
      .plural(
        mixed.count,
        Text(
          nl: "heeft ook teksten tussen de getallen en is daarom als tekst gelezen",
          en: "has texts among its numbers and was therefore read as text"),
        Text(
          nl: "hebben ook teksten tussen de getallen en zijn daarom als tekst gelezen",
          en: "have texts among their numbers and were therefore read as text")))
    for (count, isMeant, one, many) in [
      (
        kept.reduce(0) { $0 + $1.infinite }, { (buffer: ColumnBuffer) in buffer.infinite > 0 },
        Text(nl: "oneindig grote waarde", en: "infinite value"),
        Text(nl: "oneindig grote waarden", en: "infinite values")
      ),
      (
        kept.reduce(0) { $0 + $1.binary }, { (buffer: ColumnBuffer) in buffer.binary > 0 },
        Text(nl: "waarde die geen getal of tekst is", en: "value that is neither a number nor a text"),
        Text(nl: "waarden die geen getal of tekst zijn", en: "values that are neither numbers nor texts")
      ),
    ] where count > 0 {
      notices.append(
        Notice(
          .caution,
          .counted(count, one, many) + Text(nl: " in ", en: " in ") + .quoted(names(isMeant))
            + .plural(count, Text(nl: " telt", en: " counts"), Text(nl: " tellen", en: " count"))
            + Text(nl: " als ontbrekend", en: " as missing")))
    }
    tell(
      .info, leftOut,
      .plural(
        leftOut.count,
        Text(
          nl: "bevat geen cijfers of tekst maar een afbeelding of vorm en is weggelaten",
          en: "holds no figures or text but a picture or a shape and was left out"),
        Text(
          nl: "bevatten geen cijfers of tekst maar een afbeelding of vorm en zijn weggelaten",
          en: "hold no figures or text but a picture or a shape and were left out")))
    return notices
  }
}
