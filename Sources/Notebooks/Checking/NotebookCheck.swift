import WorkbenchKit

/// What a run gave, laid beside what stands in the notebook.
public struct NotebookCheck: Sendable {
  private let notebook: Notebook
  private let results: [CellResult]

  /// - Parameter results: of the cells that were run, in order; the last may have failed.
  public init(_ notebook: Notebook, _ results: [CellResult]) {
    self.notebook = notebook
    self.results = results
  }

  /// The cells that give something else than what stands under them; one that was not run gives nothing.
  public var differing: [Cell] {
    notebook.cells.filter { cell in
      guard let result = results.first(where: { $0.number == cell.number }) else { return true }
      return result.error != nil || !Self.suits(cell.output, result.output)
    }
  }

  static func suits(_ expected: CellOutput?, _ actual: CellOutput) -> Bool {
    let expected = expected ?? CellOutput()
    return expected.mark.state == nil && OutputComparison.matches(expected.body, actual.body)
      && expected.pictures.map(\.path) == actual.pictures.map(\.path)
  }

  /// The outputs that a run leaves under the cells, by number.
  ///
  /// What suits stays as it was written, wildcards and digits alike. Cells behind one that failed keep what they had, and are marked as
  /// not run.
  /// - Parameter shown: the numbers of the cells whose output may change; nil for all.
  public func outputs(shown: Set<Int>? = nil) -> [Int: CellOutput?] {
    var outputs: [Int: CellOutput?] = [:]
    var hasFailed = false
    for cell in notebook.cells {
      let result = results.first { $0.number == cell.number }
      if let result, shown?.contains(cell.number) != false {
        var output = result.output
        if let old = cell.output, Self.suits(old, output) {
          (output.body, output.line, output.pictures) = (old.body, old.line, old.pictures)
        }
        outputs[cell.number] = output == cell.output ? cell.output : output
      } else if result == nil, hasFailed {
        var output = cell.output ?? CellOutput()
        output.mark.state = .notRun
        outputs[cell.number] = output
      }
      if result?.error != nil { hasFailed = true }
    }
    return outputs
  }

  /// The difference as `diff -u` gives it, each piece with its cell; empty where there is none.
  public func difference(_ language: Language) -> String {
    var outputs: [Int: CellOutput?] = [:]
    for cell in notebook.cells {
      guard let result = results.first(where: { $0.number == cell.number }) else { continue }
      let expected = cell.output ?? CellOutput()
      guard !Self.suits(cell.output, result.output) else { continue }
      var output = expected
      // What stands behind `output` is no difference that a person has to see.
      output.mark.state = result.output.mark.state
      output.body = OutputAlignment(expected.body, result.output.body).reconciled(expected.body, result.output.body)
      output.pictures = result.output.pictures
      outputs[cell.number] = output
    }
    let old = notebook.text.lines.map(\.content)
    let new = notebook.lines(with: outputs).map(\.content)
    let run = Text(nl: "nu uitgevoerd", en: "run now")(language)
    let word = Text(nl: "cel", en: "cell")(language)
    let line = Text(nl: "regel", en: "line")(language)
    return UnifiedDiff(old, new).text(from: notebook.path, to: "\(notebook.path) (\(run))") { number in
      notebook.cells.last { $0.line <= number }.map { "\(word) \($0.number), \(line) \($0.line)" } ?? ""
    }
  }
}
