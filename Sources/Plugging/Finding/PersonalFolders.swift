import Glibc

/// The folders in which this person's settings, state, cache and data of the program are kept, by the XDG Base
/// Directory Specification 0.8: a value that is empty or no absolute path counts as absent.
///
/// A folder is nil where neither its variable nor HOME says where it is.
public struct PersonalFolders: Sendable, Hashable {
  public var data: String?
  public var config: String?
  public var state: String?
  public var cache: String?

  public init(data: String?, config: String?, state: String?, cache: String?) {
    self.data = data
    self.config = config
    self.state = state
    self.cache = cache
  }

  public init(environment: (String) -> String?) {
    let home = environment("HOME").flatMap(Self.absolute)
    func folder(_ variable: String, _ usual: String) -> String? {
      let base = environment(variable).flatMap(Self.absolute) ?? home.map { "\($0)/\(usual)" }
      return base.map { "\($0)/leerkring" }
    }
    data = folder("XDG_DATA_HOME", ".local/share")
    config = folder("XDG_CONFIG_HOME", ".config")
    state = folder("XDG_STATE_HOME", ".local/state")
    cache = folder("XDG_CACHE_HOME", ".cache")
  }

  private static func absolute(_ path: String) -> String? { path.hasPrefix("/") ? path : nil }
}

/// Returns what the process's environment says, or nil.
public func environmentVariable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
