import Files
import LineEditing
import Rendering
import Session
import WorkbenchKit

/// The text before a line: which workspace it is, which branch, and whether there is work that is not saved.
struct PromptLine {
  var workspace: String
  /// Nil on the main branch.
  var branch: String?
  var isUnsaved: Bool

  private static let longestName = 24

  init(_ session: Session, _ file: OpenWorkspace) {
    let language = session.language
    let title = (try? session.part(PartName(.about, "title"))?.json())?.string
    let name = title ?? file.path.map(Self.stem) ?? Text(nl: "klad", en: "scratch")(language)
    workspace = DisplayWidth.truncated(Sanitizer.line(session.redacted(name)), to: Self.longestName)
    let current = session.workspace.branch
    branch =
      current == BranchName.main
      ? nil : DisplayWidth.truncated(Sanitizer.line(session.redacted(current)), to: Self.longestName)
    isUnsaved = file.isUnkept || session.hasUnsavedSteps
  }

  func prompt(isColoured: Bool) -> LinePrompt {
    func style(_ sgr: String) -> String? { isColoured ? sgr : nil }
    var pieces = [LinePrompt.Piece(workspace, style: style("1"))]
    if let branch { pieces.append(.init(" (\(branch))", style: style("36"))) }
    if isUnsaved { pieces.append(.init("*", style: style("33"))) }
    return LinePrompt(pieces + [.init(" › ")])
  }

  /// What stands before the further lines of a statement, as wide as the prompt itself.
  var continuation: LinePrompt {
    let width = DisplayWidth.of(prompt(isColoured: false).visible)
    return LinePrompt([.init(DisplayWidth.padded("… ", to: width, at: .right))])
  }

  /// `berflo` of `map/berflo.json`.
  private static func stem(_ path: String) -> String {
    let name = FilePath.name(of: path)
    return name.hasSuffix(".json") && name.utf8.count > 5 ? String(name.dropLast(5)) : name
  }
}
