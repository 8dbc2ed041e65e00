import WorkbenchKit

/// What a plugin says about itself, in `manifest.json`; read at every start, before anything of the plugin is loaded.
public struct Manifest: Sendable, Hashable {
  /// The one version of the form that this program knows; Schema/manifest-1.schema.json describes it.
  public static let format = 1
  public static let fileName = "manifest.json"

  /// The kit that the plugin was built with.
  public struct Kit: Sendable, Hashable {
    public var version: String
    /// 32 hexadecimal digits.
    public var digest: String
    /// The whole fingerprint, with the compiler; demanded of a packed plugin.
    public var fingerprint: String?
  }

  /// A first word that the plugin's commands and stages begin with.
  public struct Noun: Sendable, Hashable {
    public var noun: String
    public var aliases: [String]
    public var summary: Text

    public var words: [String] { [noun] + aliases }
  }

  /// A document in the workspace, with the version of its schema.
  public struct Document: Sendable, Hashable {
    public var name: String
    /// 1 or higher.
    public var schema: Int
  }

  /// Files that the plugin takes tables out of.
  public struct Source: Sendable, Hashable {
    /// As the module registers it.
    public var name: String
    /// Ends of names without the point, in small letters.
    public var endings: [String]
    /// Words before a colon, where no files are meant.
    public var schemes: [String]
    /// The first bytes of such files, any of them, as hexadecimal digits; none where the ending alone tells.
    public var magic: [String]
    public var summary: Text
  }

  /// A form in which the plugin writes results, by `to FORM FILE`.
  public struct Sink: Sendable, Hashable {
    public var form: String
    public var summary: Text
  }

  /// What the module says it does; shown, not enforced.
  public enum Permission: String, Sendable, CaseIterable {
    case filesRead = "files.read"
    case filesWrite = "files.write"
    case network
    case processes

    public var label: Text {
      switch self {
      case .filesRead: Text(nl: "leest bestanden", en: "reads files")
      case .filesWrite: Text(nl: "schrijft bestanden", en: "writes files")
      case .network: Text(nl: "gebruikt het netwerk", en: "uses the network")
      case .processes: Text(nl: "start andere programma's", en: "starts other programs")
      }
    }
  }

  /// Lower-case letters, digits and hyphens; part of the names of the module's symbols.
  public var name: String
  /// Three numbers, such as `0.1.0`.
  public var version: String
  /// The module's file name, without a folder.
  public var module: String
  /// The name of the folder with the plugin's data, beside the manifest.
  public var data: String
  public var kit: Kit
  public var summary: Text
  public var nouns: [Noun]
  /// None in a manifest that does not name the member.
  public var sources: [Source] = []
  /// None in a manifest that does not name the member.
  public var sinks: [Sink] = []
  /// Libraries of the system that the plugin looks for when it runs: the names of their files up to the version. None in a
  /// manifest that does not name the member.
  public var libraries: [String] = []
  /// Programs of the machine that the plugin looks for when it runs, by name. None in a manifest that does not name the member.
  public var programs: [String] = []
  public var documents: [Document]
  public var permissions: [Permission]
  /// An SPDX identifier.
  public var licence: String
  /// SHA-256 of the module, 64 hexadecimal digits; demanded of a packed plugin.
  public var sha256: String?

  /// Every word that the plugin's commands and stages may begin with.
  public var words: [String] { nouns.flatMap(\.words) }

  /// The symbols by which the module is entered.
  public var fingerprintSymbol: String { "leerkring_\(Self.symbolName(name))_fingerprint" }
  public var entrySymbol: String { "leerkring_\(Self.symbolName(name))_entry" }

  /// A plugin's name as part of a symbol of C.
  static func symbolName(_ name: String) -> String { String(name.map { $0 == "-" ? "_" : $0 }) }
}
