import Layers
import WorkbenchKit

/// What has to be said of how a layer came, besides what its columns and places ask for.
struct MapRemarks {
  let notices: [Notice]

  init(_ file: MapFile, _ layer: ToldLayer, _ rows: RowReader, warnings: Int) {
    var notices: [Notice] = []
    if let geometry = layer.layer.geometry {
      if layer.isChanged {
        let number = geometry.epsg.map { " (EPSG:\($0))" } ?? ""
        let name = geometry.systemName
        notices.append(
          Notice(
            .info,
            Text(
              nl: "de coördinaten waren van '\(name)'\(number) en zijn omgerekend naar graden (EPSG:4326)",
              en: "the coordinates were of '\(name)'\(number) and were converted to degrees (EPSG:4326)")))
      } else if layer.outgoing == nil, file.form != .shapefile {
        notices.append(
          Notice(
            .caution,
            Text(
              nl: "het bestand noemt geen coördinatenstelsel", en: "the file names no coordinate reference system")))
      }
    }
    if layer.morePlaces > 0 {
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "elke rij heeft meer dan één plaats op de kaart; alleen de eerste is gelezen",
            en: "each row has more than one place on the map; only the first was read")))
    }
    if rows.unreadableTexts > 0 {
      notices.append(
        Notice(
          .caution,
          .counted(
            rows.unreadableTexts,
            Text(
              nl: "tekst heeft tekens die niet te lezen zijn; daar staat nu �",
              en: "text has letters that cannot be read; � stands there now"),
            Text(
              nl: "teksten hebben tekens die niet te lezen zijn; daar staat nu �",
              en: "texts have letters that cannot be read; � stands there now"))))
    }
    if warnings > 0 {
      notices.append(
        Notice(
          .caution,
          Text(nl: "GDAL gaf bij het lezen ", en: "GDAL gave ")
            + .counted(
              warnings, Text(nl: "waarschuwing", en: "warning"), Text(nl: "waarschuwingen", en: "warnings"))
            + Text(
              nl: "; vergelijk de uitkomst met het bestand in QGIS",
              en: " while reading; compare the outcome with the file in QGIS")))
    }
    self.notices = notices
  }

  /// What is said of columns with lists.
  static func lists(_ names: [String]) -> [Notice] {
    guard !names.isEmpty else { return [] }
    return [
      Notice(
        .caution,
        .plural(names.count, Text(nl: "kolom ", en: "column "), Text(nl: "kolommen ", en: "columns "))
          + .quoted(names)
          + .plural(
            names.count,
            Text(
              nl: " heeft meer waarden in één cel en is weggelaten",
              en: " has several values in one cell and was left out"),
            Text(
              nl: " hebben meer waarden in één cel en zijn weggelaten",
              en: " have several values in one cell and were left out")))
    ]
  }
}
