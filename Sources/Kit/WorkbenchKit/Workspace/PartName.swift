/// The name of a part of the workspace: a section, and within it a name; `documents/woonzorgwijzer/need`.
public struct PartName: Sendable, Hashable, Comparable {
  /// What parts of the workspace there are.
  public enum Section: String, Sendable, CaseIterable, Comparable {
    /// `title` and `language`.
    case about
    /// A plugin's own JSON, in pieces.
    case documents
    /// Results that were kept.
    case results
    /// The schema version of a plugin's documents.
    case schemas
    case settings
    /// Bulk data in columns; a plugin offers it to others by its name.
    case tables

    /// Compares by name.
    public static func < (left: Section, right: Section) -> Bool { left.rawValue < right.rawValue }
  }

  /// Where in the workspace it stands.
  public let section: Section
  /// For documents `plugin/piece`.
  public let name: String

  /// Makes a name.
  public init(_ section: Section, _ name: String) {
    self.section = section
    self.name = name
  }

  /// Reads `section/name`.
  public init?(_ text: String) {
    guard let slash = text.firstIndex(of: "/"), let section = Section(rawValue: String(text[..<slash])) else {
      return nil
    }
    self.init(section, String(text[text.index(after: slash)...]))
  }

  /// `section/name`.
  public var text: String { "\(section.rawValue)/\(name)" }

  /// Compares by section, then by name.
  public static func < (left: PartName, right: PartName) -> Bool {
    (left.section, left.name) < (right.section, right.name)
  }
}
