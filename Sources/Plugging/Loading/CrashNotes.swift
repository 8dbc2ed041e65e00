import CSystem
import Files
import Glibc
import WorkbenchKit

/// Notes of modules during whose loading the process died by a signal, one file a plugin.
///
/// The signal handler itself writes the note; a marker set before loading would blame a module for `kill -9` and for a
/// power cut. The note stays until the module's file changes or the person lets it try again.
struct CrashNotes {
  private let folder: String?

  /// - Parameter state: the person's state folder; nil notes nothing.
  init(state: String?) { folder = state.map { "\($0)/crashes" } }

  /// Carries work out, and has a note written if the process dies by a signal in it.
  func watching<Result>(_ name: String, _ module: String, _ work: () throws -> Result) rethrows -> Result {
    guard let folder, let identity = FileIdentity(path: module) else { return try work() }
    let beginning = """
      {"identity":\(JSON.string(identity.contents).canonical),"module":\(JSON.string(module).canonical),\
      "name":\(JSON.string(name).canonical),"signal":
      """
    let armed = crash_note_arm(path(name, folder), beginning, "}\n") == 0
    defer { if armed { crash_note_disarm() } }
    return try work()
  }

  /// Returns the signal by which this state of the module ended the process; a note of another state is removed.
  func signal(of name: String, _ module: String) -> Int32? {
    guard let folder else { return nil }
    let path = path(name, folder)
    guard FilePaths.isFile(path) else { return nil }
    if let bytes = try? PrivateFile.read(path), let note = try? JSONReader.parse(bytes),
      let signal = note["signal"]?.int.flatMap({ Int32(exactly: $0) })
    {
      // Another plugin of the same name elsewhere is not to blame, nor is its note to be lost.
      if note["module"]?.string != module { return nil }
      if note["identity"]?.string == FileIdentity(path: module)?.contents { return signal }
    }
    unlink(path)
    return nil
  }

  func forget(_ name: String) {
    if let folder { unlink(path(name, folder)) }
  }

  private func path(_ name: String, _ folder: String) -> String { "\(folder)/\(name).json" }
}
