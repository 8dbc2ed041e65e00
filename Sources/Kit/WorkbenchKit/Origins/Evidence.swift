/// What kind of knowledge a number is.
public enum Evidence: String, Sendable, Codable, CaseIterable {
  /// Counted or registered.
  case measured
  /// Estimated by a model.
  case modelled
  /// Taken for granted by whoever made the result; said wherever it shows.
  case assumed
  /// Invented, to show how a thing works.
  case illustrative

  /// What a person reads.
  public var label: Text {
    switch self {
    case .measured: Text(nl: "gemeten", en: "measured")
    case .modelled: Text(nl: "gemodelleerd", en: "modelled")
    case .assumed: Text(nl: "aangenomen", en: "assumed")
    case .illustrative: Text(nl: "verzonnen ter illustratie", en: "invented for illustration")
    }
  }
}
