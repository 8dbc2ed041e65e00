import TestSupport
import Testing
import WorkbenchKit

/// A folder with a workspace in which a ballot is made, its forms are filled in as people do, and taken back.
struct BallotRoom {
  let folder = TemporaryFolder()
  var language = "nl"

  /// Types lines, each in a process of its own kind of day: the workspace holds what stays.
  @discardableResult func run(_ lines: String...) -> ChildProcess {
    Leerkring.run(
      ["--json", "--lang", language, "--workspace", "w.json"] + lines.flatMap { ["-c", $0] }, folder: folder.path)
  }

  /// The rows of the first table that the last of some lines gives.
  func rows(_ lines: String...) throws -> [[String: JSON]] {
    let run = Leerkring.run(
      ["--json", "--lang", language, "--workspace", "w.json"] + lines.flatMap { ["-c", $0] }, folder: folder.path)
    let last = try #require(run.output.split(separator: "\n").last, "\(run.errors)")
    return try JSONReader.parse(String(last)).rows
  }

  /// The code of the error that a line gives; nil where it gives none.
  func error(_ line: String) -> String? { run(line).errorObject?["code"]?.string }

  /// The cells of a form, its header first.
  func cells(_ file: String) -> [[String]] {
    let text = (folder.text(file) ?? "").replacing("\u{FEFF}", with: "")
    let sign: Character = text.prefix { $0 != "\n" }.contains(";") ? ";" : ","
    return text.split(separator: "\n").map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == sign, !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }

  /// Fills a form in and saves it under another name, as Dutch Excel writes it.
  ///
  /// - Parameters:
  ///   - answers: in the order of the questions; what is left out stays empty.
  ///   - change: what a person does to the cells besides.
  func fill(
    _ form: String, as file: String, role: String? = nil, _ answers: [String], end: String = "\r\n", sign: String = ";",
    mark: String = "\u{FEFF}", change: (inout [[String]]) -> Void = { _ in }
  ) {
    var cells = cells(form)
    let column = cells[0].firstIndex { ["antwoord", "answer"].contains($0) } ?? 2
    if let role { cells[1][column] = role }
    for (index, answer) in answers.enumerated() { cells[index + 2][column] = answer }
    change(&cells)
    let lines = cells.map { row in
      row.map { $0.contains(sign) || $0.contains("\"") ? "\"\($0)\"" : $0 }.joined(separator: sign) + end
    }
    folder.write(mark + lines.joined(), to: file)
  }
}
