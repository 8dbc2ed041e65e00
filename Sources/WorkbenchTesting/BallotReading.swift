import Session
@_spi(Host) import WorkbenchKit

/// Ballots on the commands of a plugin, in tests.
extension Workbench {
  /// Makes a ballot, fills a form in for each role, and takes them all as one step, as `ballot new` and `ballot take` do.
  ///
  ///     try bench.ballot("dots", "carers vote", ["gemeente": ["3", "", "1"]])
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - words: the command, and what is settled of it.
  ///   - answers: by role what it fills in, in the order of the questions.
  /// - Returns: who answered, and where the roles differ.
  /// - Throws: the `Diagnostic` of either line.
  @discardableResult public func ballot(
    _ name: String, _ words: String, _ answers: [String: [String]]
  ) throws -> Output {
    let words = words.split(separator: " ").map(String.init)
    let request = BallotRequest(name: name, words: words, roles: [], total: nil)
    let made = try step { try session.makeBallot(request, in: $0) }
    let files = try answers.sorted { $0.key < $1.key }.map { role, answers in
      let form = made.form(for: role, as: .csv, .nl)
      file("\(name)-\(role).csv", bytes: try Self.filled(form, answers))
      return (path: "\(name)-\(role).csv", place: Place?.none)
    }
    return try step { context in
      let intake = try session.takeBallots(files, replaces: false, in: context)
      return Output(intake.ballot.shown(context.language) + intake.notices.map(Block.notice))
    }
  }

  /// The questions of a ballot in one language.
  public func questions(of name: String, _ language: Language = .nl) throws -> [String] {
    let handle = WorkspaceHandle(session.workspace.parts, owner: nil)
    return try handle.ballot(name)?.questionTable(language).column("question")?.texts?.compactMap(\.self) ?? []
  }

  private static func filled(_ form: [UInt8], _ answers: [String]) throws -> [UInt8] {
    let text = try DelimitedText(bytes: form)
    var lines = WrittenCell.line(text.header, delimiter: text.delimiter)
    for row in 0..<text.rowCount {
      var cells = text.header.indices.map { text.cell(row: row, column: $0) }
      // The first line is that of the role.
      if row > 0, row <= answers.count { cells[2] = answers[row - 1] }
      lines += WrittenCell.line(cells, delimiter: text.delimiter)
    }
    return Array(lines.utf8)
  }

  /// Does something that makes one step of all that it writes.
  private func step<Result>(_ body: (Context) throws -> Result) throws -> Result {
    let context = session.looking()
    let result = try body(context)
    try session.apply(.step(.init(line: "test", time: ""), changes: context.workspace.changes))
    return result
  }
}
