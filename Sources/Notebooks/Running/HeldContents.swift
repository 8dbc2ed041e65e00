import Session
import WorkbenchKit

/// What names hold in a session, as digests that are the same on every machine and at every time: without when something was kept,
/// where files of plugins lie, and what is hidden.
struct HeldContents {
  private let session: Session
  private let surroundings: NotebookSurroundings
  private let dependencies: Dependencies

  init(_ session: Session, _ surroundings: NotebookSurroundings, _ dependencies: Dependencies) {
    self.session = session
    self.surroundings = surroundings
    self.dependencies = dependencies
  }

  /// Eight hexadecimal digits; `-` for a name that holds nothing any more.
  func digest(of name: String) -> String {
    if name.hasPrefix("file:") { return surroundings.inputDigest(String(name.dropFirst(5))).map(short) ?? "-" }
    if name.hasPrefix("@") {
      return session.aliases[String(name.dropFirst())].map { short($0.joined(separator: " ")) } ?? "-"
    }
    if name.hasPrefix("$") { return session.remembered[String(name.dropFirst())].map(digest) ?? "-" }
    guard let part = session.workspace.parts.first(where: { $0.key.text == name }) else { return "-" }
    return digest(part.value.part, in: part.key.section)
  }

  private func digest(_ remembered: Remembered) -> String {
    switch remembered {
    case .value(let value): short(session.redacted(value.plain))
    case .result(let result): short(blocks(of: result))
    }
  }

  private func blocks(of result: RunResult) -> String {
    let kept = try? KeptResult(name: "", time: "", result: result).json()
    return session.redacted(kept?["blocks"]?.canonical ?? "")
  }

  private func digest(_ part: Part, in section: PartName.Section) -> String {
    switch section {
    case .results: return short((try? part.json()["blocks"]?.canonical) ?? "")
    case .documents:
      let text = String(decoding: part.canonical(), as: UTF8.self)
      return short(surroundings.pluginData.reduce(text) { $0.replacing($1, with: "") })
    default: return short(String(decoding: part.canonical(), as: UTF8.self))
    }
  }

  private func short(_ text: String) -> String { String(dependencies.short(text).prefix(8)) }
}
