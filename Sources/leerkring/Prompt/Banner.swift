import Rendering
import Session
import WorkbenchKit

/// The line with which a prompt begins.
struct Banner {
  let version: String
  /// The workspace's file, or what stands for it.
  let workspace: Text
  let modules: Int

  /// Returns the banner, broken where it is too wide only between its parts.
  func lines(_ language: Language, columns: Int) -> [String] {
    let modules = Text.counted(modules, .verbatim("module"), .verbatim("modules"))
    let keys = Text(
      nl: "'help' voor hulp, Tab vult aan, 'undo' maakt ongedaan",
      en: "'help' for help, Tab completes, 'undo' takes back")
    let parts = ["leerkring \(version)", Sanitizer.line(workspace(language)), modules(language), keys(language)]
    var lines: [String] = []
    for part in parts {
      if let last = lines.last, DisplayWidth.of(last) + 3 + DisplayWidth.of(part) < columns {
        lines[lines.count - 1] = "\(last) · \(part)"
      } else {
        lines += DisplayWidth.wrapped(part, to: columns - 1)
      }
    }
    return lines
  }

  /// What the banner says of the workspace.
  static func workspace(_ session: Session, _ file: OpenWorkspace, isNew: Bool) -> Text {
    if let path = file.path {
      if session.isReadOnly { return Text(nl: "\(path) (alleen-lezen)", en: "\(path) (read-only)") }
      return isNew ? Text(nl: "\(path) (nieuw)", en: "\(path) (new)") : .verbatim(path)
    }
    guard file.isScratch, !file.isEmpty else { return Text(nl: "klad", en: "scratch") }
    return Text(nl: "klad hersteld, ", en: "scratch restored, ") + .steps(session.workspace.log.done.count)
  }
}
