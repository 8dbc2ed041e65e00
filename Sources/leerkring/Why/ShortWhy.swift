import Rendering
import Session
import WorkbenchKit

/// Where a result comes from, as it is taken in at once: what was typed, what is in the figure, assumptions, sources.
struct ShortWhy {
  private let result: RunResult
  private let derived: DerivedCell?
  private let chain: StepChain
  /// What was typed to ask.
  private let line: String

  private static let mostInputs = 3
  private static let mostColumns = 3
  private static let mostSources = 6
  /// More sources than these stand there by their titles alone.
  private static let mostWhole = 2

  init(_ result: RunResult, _ derived: DerivedCell?, _ chain: StepChain, _ line: String) {
    self.result = result
    self.derived = derived
    self.chain = chain
    self.line = line
  }

  /// At most nine.
  ///
  /// - Parameters:
  ///   - row: as it was asked for; nil for none.
  ///   - column: as it was asked for; nil for none.
  func facts(_ language: Language, row: String?, column: String?) -> Facts {
    var facts = Facts()
    func add(_ name: String, _ text: String, _ label: Text) { facts.add(name, .text(text), label: label) }
    add("command", result.line, Text(nl: "getypt", en: "typed"))
    if let derived {
      let (value, factors) = derived.words(language)
      add("value", value, Text(nl: "uitkomst", en: "result"))
      for (index, factor) in factors.prefix(Self.mostInputs).enumerated() {
        add("input_\(index + 1)", factor.words, factor.label)
      }
    } else {
      if let told = value(row: row, column: column, language) { add("value", told, Text(nl: "uitkomst", en: "result")) }
      for (index, input) in inputs(language).enumerated() { add("input_\(index + 1)", input.words, input.label) }
    }
    if let assumed = Self.listed(result.provenance.assumptions.map { $0(language) }, atMost: 2, language) {
      add("assumption", assumed, Text(nl: "aangenomen", en: "assumed"))
    }
    let sources = result.provenance.sources
    let titles = sources.map { sources.count > Self.mostWhole ? Self.title($0) : Self.words($0) }
    if let sources = Self.listed(titles, atMost: Self.mostSources, language) {
      add("sources", sources, Text(nl: "bronnen", en: "sources"))
    }
    add("full", "\(line) --full", Text(nl: "hele keten", en: "whole chain"))
    return facts
  }

  /// The cell that is asked for, where it was not noted how it was worked out; without a question how to ask for one.
  private func value(row: String?, column: String?, _ language: Language) -> String? {
    guard let table = result.output.table else { return nil }
    let derivations = result.provenance.derivations
    guard row != nil || column != nil else {
      guard table.rowCount > 1, DerivedCell(table, row: 0, column: nil, among: derivations) != nil else { return nil }
      return Text(
        nl: "\(table.rowCount) rijen; van één: \(line) --row RIJ",
        en: "\(table.rowCount) rows; of one: \(line) --row ROW")(
          language)
    }
    let unknown = Text(nl: "hoe berekend, is niet opgetekend", en: "how it was worked out was not noted")(language)
    guard let column, let shown = table.column(column), let row = try? table.row(row) else { return unknown }
    // What a figure was worked out of came out of a file as it is.
    if let words = DerivedCell(table, row: row, column: nil, among: derivations)?.factor(column, language) {
      return words
    }
    let cell = NumberMarks(language).value(shown[row], format: shown.format)
    return "\(shown.withheld[row] ?? cell); \(unknown)"
  }

  // MARK: What is in it

  private typealias Entry = (label: Text, words: String)

  /// The files that the commands noted, each with what was taken out of it; of a command that noted none the steps that it read.
  ///
  /// A step without files is what the circle itself put in, and is in the figure all the same.
  private func inputs(_ language: Language) -> [Entry] {
    let files = result.provenance.inputs
    let steps = chain.direct.filter { files.isEmpty || $0.record.inputs.isEmpty }
    var entries: [Entry] = files.map { (Text(nl: "bestand", en: "file"), Self.words($0, language)) }
    entries += steps.map { step in
      (Text(nl: "stap \(step.number)", en: "step \(step.number)"), Self.words(step, language))
    }
    if entries.isEmpty {
      return [
        (
          Text(nl: "invoer", en: "input"),
          Text(nl: "alleen wat in de opdracht staat", en: "only what stands in the command")(language)
        )
      ]
    }
    guard entries.count > Self.mostInputs + 1 else { return entries }
    let left = entries.count - Self.mostInputs
    return Array(entries.prefix(Self.mostInputs)) + [
      (
        Text(nl: "en verder", en: "and"),
        Text(nl: "nog \(left), in de hele keten", en: "\(left) more, in the whole chain")(language)
      )
    ]
  }

  private static func words(_ step: Step, _ language: Language) -> String {
    let files = step.record.inputs.map { words($0, language) }
    guard let listed = listed(files, atMost: 2, language), !files.isEmpty else { return step.record.line }
    return "\(step.record.line) ← \(listed)"
  }

  private static func words(_ input: InputFile, _ language: Language) -> String {
    let name = input.path.split(separator: "/").last.map(String.init) ?? input.path
    let remarks = [input.year.map(String.init), input.evidence?.label(language)].compactMap { $0 }
    let columns = listed(input.columns, atMost: mostColumns, by: ", ", language)
    // Of a line that is cut the year stays.
    return name + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))") + (columns.map { ": \($0)" } ?? "")
  }

  private static func words(_ source: Source) -> String {
    let more = [source.publisher, source.date].filter { !$0.isEmpty && !source.title.contains($0) }
    return ([source.title] + more).joined(separator: ", ")
  }

  private static func title(_ source: Source) -> String { DisplayWidth.truncated(source.title, to: 44) }

  /// The first of them and how many there are more; nil where there are none.
  private static func listed(_ texts: [String], atMost most: Int, by mark: String = "; ", _ language: Language)
    -> String?
  {
    guard !texts.isEmpty else { return nil }
    let left = texts.count - most
    // One more takes no more room than to say so.
    guard left > 1 else { return texts.joined(separator: mark) }
    let more = Text(nl: " en nog \(left)", en: " and \(left) more")
    return texts.prefix(most).joined(separator: mark) + more(language)
  }
}
