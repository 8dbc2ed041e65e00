import Files

/// Where plugins are looked for, in this order; of two that take the same word the one found first has it.
public struct SearchPath: Sendable, Hashable {
  /// One place, and what is known of it beforehand.
  public struct Place: Sendable, Hashable {
    public var folder: String
    /// Whether somebody named the very folder, so that finding nothing in it is an error.
    public var isNamed: Bool

    public init(_ folder: String, isNamed: Bool = false) {
      self.folder = folder
      self.isNamed = isNamed
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
      places = listed.split(separator: ":").map { Place(String($0), isNamed: true) }
    } else {
      if let programFolder {
        places += [programFolder, "\(programFolder)/plugins", "\(programFolder)/../lib/leerkring/plugins"]
          .map { Place($0) }
      }
      if let data = personal.data { places.append(Place("\(data)/plugins")) }
    }
    places += options.map { Place($0, isNamed: true) }
  }

  /// The folder of the running program's own file, with symbolic links followed.
  public static func runningProgramFolder() -> String? {
    FilePaths.resolved("/proc/self/exe").map(FilePath.folder(of:))
  }
}
