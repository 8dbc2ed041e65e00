import Files
import Session
import WorkbenchKit

/// Something that was given to a run beside files: a parameter, a setting, the seed.
public struct CrateValue: Sendable, Hashable {
  /// `parameter`, `setting` or `seed`.
  public let kind: String
  public let name: String
  public let value: String

  /// Makes a value.
  public init(kind: String, name: String, value: String) {
    (self.kind, self.name, self.value) = (kind, name, value)
  }

  /// How the crate refers to it: one for each value, also where two differ in signs only.
  var id: String {
    let digest = SHA256.hex(Array("\(name)\n\(value)".utf8)).prefix(12)
    return name.isEmpty ? "#\(kind)-\(digest)" : "#\(kind)-\(CrateFile.plain(name))-\(digest)"
  }
}

/// One line that was run: a step of a workspace, or a line of a cell.
public struct CrateRun: Sendable {
  /// Tells it apart in the crate; plain letters, digits and dashes.
  public let id: String
  /// As it was typed, without what is hidden.
  public let line: String
  /// Where it stands: step 3, or cell 2, line 1.
  public let place: Text
  /// ISO 8601, UTC; nil where no time was noted.
  public var time: String?
  /// Which plugins did it, with their versions; the program itself where there are none.
  public var tools: [Registration.Owner] = []
  public var inputs: [InputFile] = []
  public var given: [CrateValue] = []
  /// The runs on which it stands, by their ids.
  public var basis: [String] = []
  /// The lines that it hangs on and that are no runs themselves.
  public var needs: [String] = []
  /// The parts of the workspace that it changed.
  public var changed: [String] = []
  /// What it gave, as it may be seen.
  public var result: RunResult?

  /// Makes a run of which nothing more is known.
  public init(id: String, line: String, place: Text) {
    (self.id, self.line, self.place) = (id, line, place)
  }
}
