import Files
import Notebooks
import WorkbenchKit

/// What the commands on notebooks have in common.
enum NotebookParameters {
  static let file = Parameter.argument(
    "file", .file(existing: true), about: Text(nl: "het notitieboek", en: "the notebook"))
  static let values = Parameter.flag(
    "param", .pair, short: "p", repeated: true,
    about: Text(nl: "geef een parameter zijn waarde: naam=waarde", en: "give a parameter its value: name=value"))
  static let workspace = Parameter.flag(
    "workspace", .file(existing: false), short: "w",
    about: Text(
      nl: "voer uit in deze werkruimte in plaats van in een nieuwe", en: "run in this workspace instead of a new one"))
  static let allowWrite = Parameter.flag(
    "allow-write", .file(existing: true), repeated: true,
    about: Text(nl: "ook in deze map mag worden geschreven", en: "this folder may be written in too"))

  static let running = [values, workspace, allowWrite]

  /// The parameters of the notebook that is named among the words, each as it is begun.
  static func candidates(for parameter: Parameter, after words: [String]) -> [Candidate] {
    guard parameter.name == "param", let path = words.first(where: { $0.hasSuffix(".md") }),
      let bytes = try? DiskFiles().bytes(of: path),
      let notebook = try? Notebook(String(decoding: bytes, as: UTF8.self), path: path)
    else { return [] }
    return notebook.head.parameters.map { Candidate($0.name + "=", $0.about.map(Text.verbatim)) }
  }

  static let missing = Signature.Example(
    "notebook run nergens.md", Text(nl: "een bestand dat er niet is", en: "a file that is not there"),
    failsWith: "file.missing")
}
