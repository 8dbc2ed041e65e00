import WorkbenchKit

/// A file that steps rest on: itself, where it may travel, else its digest only.
public struct CrateInput: Sendable {
  /// Why a file stays where it is.
  public enum Stay: String, Sendable, CaseIterable {
    /// No open licence is known of it, and nobody asked for it.
    case unlicensed
    /// Its rows are persons.
    case persons
    /// Something in it is hidden.
    case hidden
    /// It is no table, so that it cannot be looked through for persons.
    case unchecked
    /// It was not found with the bytes that were read.
    case missing

    /// What a person reads.
    public var words: Text {
      switch self {
      case .unlicensed: Text(nl: "geen open licentie bekend", en: "no open licence known")
      case .persons: Text(nl: "elke rij is een persoon", en: "each row is a person")
      case .hidden: Text(nl: "er staat iets in wat afgeschermd is", en: "something in it is hidden")
      case .unchecked: Text(nl: "niet na te kijken op personen", en: "cannot be looked through for persons")
      case .missing: Text(nl: "niet gevonden zoals het gelezen werd", en: "not found as it was read")
      }
    }
  }

  /// What becomes of it.
  public enum Way: Sendable {
    case travels([UInt8])
    case stays(Stay)
  }

  /// The bare name.
  public let name: String
  public let sha256: String
  public let licence: String?
  public let way: Way

  /// Makes an input.
  public init(name: String, sha256: String, licence: String?, way: Way) {
    (self.name, self.sha256, self.licence, self.way) = (name, sha256, licence, way)
  }

  /// Its bytes where it travels.
  public var bytes: [UInt8]? { if case .travels(let bytes) = way { bytes } else { nil } }
}
