import WorkbenchKit

/// Finds the layer that is meant.
public struct LayerChoice {
  /// The file as it was typed.
  private let file: String
  private let layers: [GeoLayer]

  /// - Parameters:
  ///   - layers: those with areas, points or figures, in the order of the file.
  ///   - file: as it was typed.
  public init(among layers: [GeoLayer], of file: String) {
    self.layers = layers
    self.file = file
  }

  /// Returns where in the list the layer stands.
  ///
  /// - Parameters:
  ///   - wanted: its name, in capitals or not, or its number, counted from 1; nil for the only one.
  ///   - counted: the same layers with their rows, for the error that lists them.
  /// - Throws: `source.layer` where there is none, several could be meant, or that one is not there.
  public func index(of wanted: String?, counted: () throws -> [GeoLayer]) throws -> Int {
    guard !layers.isEmpty else { throw noLayers }
    if let wanted {
      if let exact = layers.firstIndex(where: { $0.name == wanted }) { return exact }
      if let number = Int(wanted), 1...layers.count ~= number { return number - 1 }
      let folded = layers.indices.filter { layers[$0].name.lowercased() == wanted.lowercased() }
      if folded.count == 1 { return folded[0] }
    } else if layers.count == 1 {
      return 0
    }
    throw choose(wanted, among: try counted())
  }

  /// Refuses what somebody asked of a sheet or a database: a layer would be read whole without a word of it.
  ///
  /// - Parameters:
  ///   - choice: of which the name of a layer, and columns of texts, are for layers too; what the command itself adds is for
  ///     whatever form there is.
  ///   - file: as it was typed.
  /// - Throws: `source.flags`.
  public static func demandNoSheet(_ choice: SourceChoice, of file: String) throws {
    var rest = choice
    rest.item = nil
    rest.textColumns = []
    rest.decimal = nil
    rest.usesHundred = false
    rest.isReadAsText = false
    guard rest == SourceChoice() else { throw LayerProblem.sheetFlags(file) }
  }

  private var noLayers: Diagnostic {
    Diagnostic(
      "source.layer",
      Text(
        nl: "'\(file)' heeft geen laag met gebieden, punten of cijfers",
        en: "'\(file)' has no layer with areas, points or figures"),
      wayOut: Text(
        nl: "controleer in QGIS wat er in het bestand staat", en: "look in QGIS at what the file holds"))
  }

  /// Which layer is meant; every one of them as it can be typed.
  private func choose(_ wanted: String?, among layers: [GeoLayer]) -> Diagnostic {
    let names = Text.quoted(layers.map(\.name))
    return Diagnostic(
      "source.layer",
      wanted.map {
        Text(nl: "'\(file)' heeft geen laag '\($0)'", en: "'\(file)' has no layer '\($0)'")
      }
        ?? Text(
          nl: "'\(file)' heeft meer dan één laag: \(names.nl)", en: "'\(file)' has more than one layer: \(names.en)"),
      wayOut: Text(nl: "zet de naam van de laag achter het bestand", en: "put the name of the layer behind the file"),
      suggestion: wanted.flatMap { NearestWord.best($0, among: layers.map(\.name)) },
      candidates: layers.map { Candidate(TypedWord.quoted("\(file)!\($0.name)"), about($0)) })
  }

  private func about(_ layer: GeoLayer) -> Text {
    var parts: [Text] = []
    if let rows = layer.rows { parts.append(.counted(rows, Text(nl: "rij", en: "row"), Text(nl: "rijen", en: "rows"))) }
    parts.append(
      .counted(
        layer.columns.count, Text(nl: "kolom", en: "column"), Text(nl: "kolommen", en: "columns")))
    if layer.geometry == nil { parts.append(Text(nl: "zonder kaart", en: "without a map")) }
    return .joined(parts)
  }
}
