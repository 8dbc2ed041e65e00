import Files
import WorkbenchKit

/// What a person has chosen for every prompt, whatever the workspace: it stands under the folder for state and is no step.
final class PersonSettings {
  /// Under which a setting stands in the file.
  private static let file = "settings.json"

  /// What can be chosen.
  static let all = [
    Setting(
      "hints", .choice([Candidate("on"), Candidate("off")]), fallback: .text("on"),
      about: Text(nl: "zeg na een antwoord wat mensen dan vragen", en: "say after an answer what people ask next")),
    Setting(
      "rows", .integer(0...1000), fallback: .missing,
      about: Text(
        nl: "hoeveel regels een antwoord aan de prompt inneemt", en: "how many lines an answer at the prompt takes")),
  ]

  static func holds(_ name: String) -> Bool { all.contains { $0.name == name } }

  private let path: String?
  private var values: [String: JSON]

  /// - Parameter folder: the person's folder for state; nil where nothing is to be kept.
  init(in folder: String?) {
    path = folder.map { "\($0)/\(Self.file)" }
    values = path.flatMap { try? DiskFiles().bytes(of: $0) }.flatMap { try? JSONReader.parse($0).object } ?? [:]
  }

  /// What holds of a setting; its fallback where nothing was chosen.
  func value(_ setting: Setting) -> Value { values[setting.name]?.string.map(Value.text) ?? setting.fallback }

  /// Whether a line after an answer says what people ask next.
  var givesHints: Bool { values["hints"]?.string != "off" }

  /// How many lines an answer at the prompt may take, 0 where it has no bound; nil for the height of the screen.
  var rows: Int? { values["rows"]?.string.flatMap { Int($0) } }

  /// Chooses a value, or with an empty one what holds by itself.
  ///
  /// - Throws: `file.unwritable`, `file.diskfull`.
  func choose(_ value: Value?, for setting: Setting) throws {
    values[setting.name] = value.map { .string($0.plain) }
    guard let path, let slash = path.lastIndex(of: "/"), StateFolder.make(String(path[..<slash])) else { return }
    try AtomicFile.write(Array(JSON.object(values).canonical.utf8), to: path, mode: .own)
  }
}
