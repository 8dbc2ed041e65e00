/// Gives texts other names: the same text the same name within a workspace, and no way back without its key.
public protocol Pseudonyms: AnyObject {
  /// Returns a pseudonym such as `p-7f3a9c21xk`.
  ///
  /// - Throws: `personal.nokey` where there is no key and none can be made.
  func pseudonym(of text: String) throws -> String

  /// Whether a later run gives the same names; it does not where no workspace keeps the key.
  var areLasting: Bool { get }
}

/// For surroundings in which nothing may be given another name.
public final class NoPseudonyms: Pseudonyms {
  /// Makes the one value there is.
  public init() {}

  /// Never.
  public var areLasting: Bool { false }

  /// Refuses: there is no key.
  public func pseudonym(of text: String) throws -> String {
    throw Diagnostic(
      "personal.nokey",
      Text(nl: "hier is geen sleutel om mee te pseudonimiseren", en: "there is no key here to pseudonymise with"),
      wayOut: Text(nl: "laat de kolom weg met --drop", en: "leave the column out with --drop"))
  }
}
