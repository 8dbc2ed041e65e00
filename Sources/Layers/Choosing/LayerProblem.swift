import WorkbenchKit

/// Why a layer cannot be read, whatever the form of its file.
public enum LayerProblem {
  /// - Parameters:
  ///   - file: as it was typed.
  ///   - layer: nil for the file as a whole.
  public static func large(_ file: String, _ layer: String?) -> Diagnostic {
    Diagnostic(
      "source.large",
      layer.map {
        Text(
          nl: "laag '\($0)' van '\(file)' is te groot om in te lezen",
          en: "layer '\($0)' of '\(file)' is too large to be read")
      } ?? Text(nl: "'\(file)' is te groot om in te lezen", en: "'\(file)' is too large to be read"),
      wayOut: Text(
        nl: "bewaar in QGIS alleen de rijen en kolommen die u nodig hebt",
        en: "save only the rows and columns that you need, in QGIS"))
  }

  /// - Parameter file: as it was typed.
  public static func sheetFlags(_ file: String) -> Diagnostic {
    Diagnostic(
      "source.flags",
      Text(
        nl: "'\(file)' bestaat uit lagen: de vlaggen voor werkbladen en databases betekenen daar niets",
        en: "'\(file)' consists of layers: the flags for sheets and databases mean nothing there"),
      wayOut: Text(
        nl:
          "laat --query, --header, --header-rows, --range, --hidden, --formulas en --percent weg; --layer en --text mogen wel",
        en:
          "leave --query, --header, --header-rows, --range, --hidden, --formulas and --percent out; --layer and --text may stay"
      ))
  }

  public static func damaged(_ file: String) -> Diagnostic {
    Diagnostic(
      "source.damaged",
      Text(
        nl: "'\(file)' is beschadigd of niet helemaal binnengekomen", en: "'\(file)' is damaged or did not arrive whole"
      ),
      wayOut: Text(
        nl: "haal het bestand opnieuw op, of bewaar het opnieuw in QGIS",
        en: "fetch the file again, or save it again in QGIS"))
  }
}
