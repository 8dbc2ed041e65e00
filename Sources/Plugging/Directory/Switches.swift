import WorkbenchKit

/// Which plugins the person switched off, kept in the settings folder.
struct Switches {
  private let path: String?
  private(set) var disabled: Set<String> = []

  /// - Parameter folder: the person's settings folder; nil keeps nothing.
  ///
  /// A file that cannot be read counts as empty: it must not keep the program from starting.
  init(folder: String?) {
    path = folder.map { "\($0)/plugins.json" }
    guard let path, let bytes = try? PrivateFile.read(path), let json = try? JSONReader.parse(bytes) else { return }
    disabled = Set((json["disabled"]?.array ?? []).compactMap(\.string))
  }

  /// Switches a plugin on or off, for later starts as well.
  ///
  /// - Throws: `file.unwritable`, `file.diskfull`, `plugin.homeless` where there is no folder to keep it in.
  mutating func set(_ name: String, enabled: Bool) throws {
    var changed = disabled
    if enabled { changed.remove(name) } else { changed.insert(name) }
    if changed == disabled { return }
    guard let path else {
      throw Diagnostic(
        "plugin.homeless",
        Text(
          nl: "er is geen map om dit in te onthouden: HOME en XDG_CONFIG_HOME zijn leeg",
          en: "there is no folder to remember this in: HOME and XDG_CONFIG_HOME are empty"))
    }
    let json = JSON.object(["disabled": .array(changed.sorted().map(JSON.string))])
    try PrivateFile.write(Array((json.canonical + "\n").utf8), to: path)
    disabled = changed
  }
}
