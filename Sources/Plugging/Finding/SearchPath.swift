import Files
@_spi(Host) import WorkbenchKit

/// Where plugins are looked for, in this order; of two that take the same word the one found first has it.
public struct SearchPath: Sendable, Hashable {
  /// One place, and what is known of it beforehand.
  public struct Place: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      /// The folder of the program: of what lies there only the manifests of a build count.
      case program
      /// A folder that holds the folders of plugins, if it is there.
      case collection
      /// A plugin's folder, or one that holds such folders; finding nothing in it is an error.
      case named
    }

    public var folder: String
    public var kind: Kind

    public init(_ folder: String, _ kind: Kind) {
      self.folder = folder
      self.kind = kind
    }
  }

  public var places: [Place]

  public init(_ places: [Place]) { self.places = places }

  /// No plugins at all, for `--safe`.
  public static let none = SearchPath([])

  /// Makes the search path of a start.
  ///
  /// - Parameters:
  ///   - programFolder: the folder of the program's own file. In a build the modules lie there, each with its manifest
  ///     in `PACKAGE_NAMEKnowledge.resources`; packed plugins lie in `plugins` within it, and of an installed tree in
  ///     `../lib/leerkring/plugins`.
  ///   - listed: the value of LEERKRING_PLUGINS, a list parted by colons. Set, it stands in the place of what would be
  ///     looked through otherwise; empty, it leaves nothing but `options`.
  ///   - options: the values of `--plugin`.
  public init(programFolder: String?, personal: PersonalFolders, listed: String?, options: [String]) {
    places = []
    if let listed {
      places = listed.split(separator: ":").map { Place(String($0), .named) }
    } else {
      if let programFolder {
        places.append(Place(programFolder, .program))
        places.append(Place("\(programFolder)/plugins", .collection))
        places.append(Place("\(programFolder)/../lib/leerkring/plugins", .collection))
      }
      if let data = personal.data { places.append(Place("\(data)/plugins", .collection)) }
    }
    places += options.map { Place($0, .named) }
  }

  /// The running program's own file, with symbolic links followed.
  public static func runningProgram() -> String? { RealPath.of("/proc/self/exe") }

  /// The folder in which that file lies.
  public static func runningProgramFolder() -> String? { runningProgram().map(FilePath.folder(of:)) }
}
