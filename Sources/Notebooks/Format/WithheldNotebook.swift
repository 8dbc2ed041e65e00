/// A notebook without what is hidden: taken out of its words, and never out of what makes it a notebook, such as the keys of its
/// front matter and the words behind its fences.
extension Notebook {
  /// Returns the text of a notebook without what is hidden.
  ///
  /// - Parameter redacted: takes what is hidden out of words.
  public static func withheld(_ source: String, by redacted: (String) -> String) -> String {
    var text = NotebookText(source)
    let headEnd = FrontMatterReader.end(of: text) ?? -1
    var fence: CodeFence?
    // Words over several lines are looked at together: a name may stand at the end of one and the beginning of the next.
    var run: [Int] = []
    func close() {
      let before = run.map { text.lines[$0].content }
      let together = redacted(before.joined(separator: "\n")).split(separator: "\n", omittingEmptySubsequences: false)
      let after = together.count == run.count ? together.map(String.init) : before.map(redacted)
      for (index, line) in zip(run, after) { text.lines[index].content = line }
      run = []
    }
    for index in text.lines.indices {
      let line = text.lines[index].content
      if index <= headEnd {
        text.lines[index].content = frontMatter(line, redacted)
      } else if let open = fence {
        if open.isClosed(by: line) {
          close()
          fence = nil
        } else {
          run.append(index)
        }
      } else if let opened = CodeFence(opening: line) {
        close()
        fence = opened
        text.lines[index].content = mark(line, redacted)
      } else if line.hasPrefix("<!-- output") {
        close()
        text.lines[index].content = mark(line, redacted)
      } else {
        run.append(index)
      }
    }
    close()
    return NotebookText.joined(text.lines)
  }

  /// Returns the notebook without what is hidden.
  ///
  /// - Parameter redacted: takes what is hidden out of words.
  /// - Throws: `notebook.fence` where the file cannot be read.
  public func withheld(by redacted: (String) -> String) throws -> Notebook {
    let lines = NotebookText(Self.withheld(source, by: redacted)).lines
    if let whole = try? Notebook(NotebookText.joined(lines), path: path) { return whole }
    // A parameter whose value was hidden may be no value of its type any more; a page is read, and not run.
    return try Notebook(NotebookText.joined(lines[headLength...]), path: path)
  }

  /// Of a line of the front matter what stands behind its key; which type or language it is, is nobody's.
  private static func frontMatter(_ line: String, _ redacted: (String) -> String) -> String {
    guard let colon = line.firstRange(of: ": ") else { return line.hasPrefix("---") ? line : redacted(line) }
    let key = line[..<colon.lowerBound].drop { $0 == " " || $0 == "-" }
    if ["type", "language", "seed", "requires"].contains(key) { return line }
    return line[..<colon.upperBound] + redacted(String(line[colon.upperBound...]))
  }

  /// Of the words behind a fence those that name files, and what a person called something.
  private static func mark(_ line: String, _ redacted: (String) -> String) -> String {
    line.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard let sign = word.firstIndex(of: "="), ["inputs", "reads", "writes"].contains(word[..<sign]) else {
        return String(word)
      }
      let isInputs = word[..<sign] == "inputs"
      let items = word[word.index(after: sign)...].split(separator: ",").map { item in
        isInputs || item.hasPrefix("$") || item.hasPrefix("file") || item.hasPrefix("results/")
          ? redacted(String(item)) : String(item)
      }
      return word[...sign] + items.joined(separator: ",")
    }.joined(separator: " ")
  }
}
