/// A file that was opened: text as it stands, or a table that a source took out of it and that no guard has looked at yet.
public struct OpenedFile: Sendable {
  /// What was read; of something within another file its path and digest are those of the whole, with `!` and its name behind
  /// the path.
  public let file: ReadFile
  /// What a source took out of it; nil where it is text.
  public let sourced: SourcedTable?
  /// What has to be said about how it was opened.
  public let notices: [Notice]

  /// Makes one of a file that is text.
  public init(text file: ReadFile) { self.init(file: file, sourced: nil) }

  init(file: ReadFile, sourced: SourcedTable?, notices: [Notice] = []) {
    self.file = file
    self.sourced = sourced
    self.notices = sourced?.notices ?? notices
  }

  /// What a person reads of it: the name of the file, with the sheet or layer behind it.
  public var name: String { file.name }

  /// What a reader of text in columns reads: text as it stands, else the table written down, each number so that it is read
  /// again to the bit.
  public var text: ReadFile {
    guard let sourced else { return file }
    let bytes = DelimitedWriting.bytes(of: sourced.table, decimal: decimal)
    return ReadFile(path: file.path, bytes: bytes, sha256: file.sha256)
  }

  /// The signs within numbers: those of a table that was written down, else what is known of the text's.
  public func marks(of text: GivenMarks = GivenMarks()) -> GivenMarks {
    sourced == nil ? text : GivenMarks(decimal: decimal, thousands: ThousandsMark.nothing)
  }

  /// The mark of the numbers that were typed as texts, so that they and the others are read alike.
  private var decimal: DecimalMark { sourced.map { DelimitedWriting.typedMark(in: $0.table) } ?? .point }

  /// Returns the file as text in columns, behind the guard.
  ///
  /// - Parameters:
  ///   - marks: what is known of the signs within the numbers of a text.
  ///   - encoding: how the letters of a text are stored; nil is found out.
  ///   - protection: the guard.
  /// - Throws: what reading the text throws; what the guard throws.
  public func delimitedText(
    marks: GivenMarks = GivenMarks(), encoding: TextEncoding? = nil, protection: some CellGuard
  ) throws -> DelimitedText {
    guard let sourced else {
      return try DelimitedText(
        bytes: file.bytes, options: .init(marks: marks, encoding: encoding, name: name), protection: protection)
    }
    let decimal = DelimitedWriting.typedMark(in: sourced.table)
    return try DelimitedText(
      bytes: DelimitedWriting.bytes(of: sourced.table, decimal: decimal),
      options: .init(
        delimiter: DelimitedWriting.separator, marks: GivenMarks(decimal: decimal, thousands: .nothing), name: name),
      protection: protection)
  }
}

extension Context {
  /// Opens a file of any form that is known here, and notes it as an input.
  ///
  /// `FILE!NAME` is the sheet, layer or member of that name in the file; `SCHEME:REFERENCE` is what a linked source has.
  /// - Parameters:
  ///   - path: as it was typed.
  ///   - choice: which table of the file, and how it is taken.
  ///   - place: where it was typed.
  /// - Throws: `file.*`, what reading a file throws; `source.*`, what the source of such files throws; `argument.clash` where
  ///   the name stands behind the path and in the choice.
  public func open(_ path: String, _ choice: SourceChoice = SourceChoice(), at place: Place? = nil) throws -> OpenedFile
  {
    if let opened = try linked(path, at: place, { try $0.open($1, choice) }) {
      let digest = opened.sha256 ?? ""
      stagesDone = min(opened.stages, stages.count)
      workspace.note(InputFile(path: path, sha256: digest))
      return OpenedFile(file: ReadFile(path: path, bytes: [], sha256: digest), sourced: opened)
    }
    let (file, item) = try whole(path, at: place)
    do {
      var choice = choice
      if let item {
        if choice.item != nil { throw SourceProblem.namedTwice(item) }
        choice.item = item
      }
      return try open(file, choice, depth: 1)
    } catch let error as Diagnostic { throw error.at(place) }
  }

  /// Opens a file as `open` does, for a reader of text in columns: see `OpenedFile.delimitedText`.
  public func openText(
    _ path: String, _ choice: SourceChoice = SourceChoice(), at place: Place? = nil
  ) throws -> OpenedFile {
    var choice = choice
    choice.isReadAsText = true
    return try open(path, choice, at: place)
  }

  /// Returns what a file holds; empty where it is text, of which there is one table only.
  ///
  /// - Parameters:
  ///   - path: as it was typed.
  ///   - place: where it was typed.
  /// - Throws: `file.*`, what reading a file throws; `source.*`, what the source of such files throws.
  public func contents(of path: String, at place: Place? = nil) throws -> [SourceItem] {
    if let items = try linked(path, at: place, { try $0.contents(of: $1) }) { return items }
    let (file, item) = try whole(path, at: place)
    do {
      guard let source = try source(file) else {
        if let item { throw SourceProblem.holdsOne(file.name, item) }
        return []
      }
      guard let item else { return try source.contents(of: target(file)) }
      // Of an archive within the archive, or a workbook within it.
      guard case .file(let inner) = try source.open(target(file), SourceChoice(item: item)) else {
        return try source.contents(of: target(file)).filter { $0.name == item }
      }
      return try self.source(inner)?.contents(of: target(inner, in: (source, target(file)))) ?? []
    } catch let error as Diagnostic { throw error.at(place) }
  }

  /// How many files may stand within one another.
  private static var deepest: Int { 3 }

  private func open(
    _ file: ReadFile, _ choice: SourceChoice, depth: Int, in archive: Archive? = nil
  ) throws -> OpenedFile {
    guard let source = try source(file) else {
      if let item = choice.item { throw SourceProblem.holdsOne(file.name, item) }
      if !choice.asksNothing { throw SourceProblem.isText(file.name) }
      return OpenedFile(file: file, sourced: nil)
    }
    let target = target(file, in: archive)
    switch try source.open(target, choice) {
    case .table(let table):
      let path = choice.item.map { "\(file.path)!\($0)" } ?? file.path
      return OpenedFile(file: ReadFile(path: path, bytes: [], sha256: file.sha256), sourced: table)
    case .text(let notices): return OpenedFile(file: file, sourced: nil, notices: notices)
    case .file(let inner):
      guard depth < Self.deepest else { throw SourceProblem.tooDeep(file.name) }
      var rest = choice
      rest.item = nil
      return try open(inner, rest, depth: depth + 1, in: (source, target))
    }
  }

  /// Asks a linked source, which sees the workspace as its plugin does; nil where the path is no link.
  private func linked<Answer>(
    _ path: String, at place: Place?, _ ask: (any LinkedSource, LinkTarget) throws -> Answer
  ) throws -> Answer? {
    guard let colon = path.firstIndex(of: ":"), let link = try links(String(path[..<colon])) else { return nil }
    let owner = workspace.owner
    workspace.owner = link.owner
    defer { workspace.owner = owner }
    do {
      let target = LinkTarget(
        reference: String(path[path.index(after: colon)...]), workspace: workspace, stages: stages,
        read: { try self.read($0, at: place) }, checkInterrupt: checkInterrupt)
      return try ask(link.source, target)
    } catch let error as Diagnostic { throw error.at(place) }
  }

  /// The file that is meant, and what of it: a file may have a `!` in its own name.
  private func whole(_ path: String, at place: Place?) throws -> (ReadFile, item: String?) {
    do { return (try fileOrFolder(path, at: place), nil) } catch let error as Diagnostic {
      guard error.code == "file.missing", let mark = path.lastIndex(of: "!"), mark > path.startIndex else {
        throw error
      }
      let item = String(path[path.index(after: mark)...])
      return (try fileOrFolder(String(path[..<mark]), at: place), item.isEmpty ? nil : item)
    }
  }

  /// A folder is read where its ending is one of which a source takes tables out of folders.
  private func fileOrFolder(_ path: String, at place: Place?) throws -> ReadFile {
    do { return try read(path, at: place) } catch let error as Diagnostic {
      guard error.code == "file.directory",
        try source(ReadFile(path: path, bytes: [], sha256: ""))?.readsFolders == true
      else { throw error }
      let folder = try files.readFolder(path, at: place)
      workspace.note(InputFile(path: folder.path, sha256: folder.sha256))
      return folder
    }
  }

  /// A file that stands in another: what took it out, and of which whole.
  private typealias Archive = (source: any TableSource, whole: SourceTarget)

  private func target(_ file: ReadFile, in archive: Archive? = nil) -> SourceTarget {
    SourceTarget(
      file: file, beside: { self.sibling(of: file, $0, in: archive)?.bytes },
      tableBeside: { ending, choice in
        guard let sibling = self.sibling(of: file, ending, in: archive), let source = try self.source(sibling),
          case .table(let table) = try source.open(self.target(sibling, in: archive), choice)
        else { return nil }
        return table
      },
      checkInterrupt: checkInterrupt)
  }

  /// The file of the same name with another ending, in small letters or in capitals.
  private func sibling(of file: ReadFile, _ ending: String, in archive: Archive?) -> ReadFile? {
    let stem = file.path.lastIndex(of: ".").map { String(file.path[..<$0]) } ?? file.path
    return [ending, ending.uppercased()].lazy.compactMap { ending -> ReadFile? in
      guard let archive else { return try? self.read("\(stem).\(ending)") }
      // What stands in another has the path of the whole before it, and a mark.
      let whole = archive.whole.file.path + "!"
      guard stem.hasPrefix(whole) else { return nil }
      let item = String(decoding: stem.utf8.dropFirst(whole.utf8.count), as: UTF8.self) + ".\(ending)"
      guard case .file(let found)? = try? archive.source.open(archive.whole, SourceChoice(item: item)) else {
        return nil
      }
      return found
    }.first
  }
}

/// What can be wrong with how a table of a file is asked for, whatever the file.
enum SourceProblem {
  static func holdsOne(_ file: String, _ item: String) -> Diagnostic {
    Diagnostic(
      "source.item",
      Text(
        nl: "'\(file)' is één tabel; er staat geen '\(item)' in",
        en: "'\(file)' is one table; there is no '\(item)' in it"),
      wayOut: Text(nl: "lees het zonder '\(item)'", en: "read it without '\(item)'"))
  }

  static func isText(_ file: String) -> Diagnostic {
    Diagnostic(
      "source.text",
      Text(
        nl: "'\(file)' is tekst in kolommen: de vlaggen voor werkbladen betekenen daar niets",
        en: "'\(file)' is text in columns: the flags for sheets mean nothing there"),
      wayOut: Text(
        nl: """
          laat --sheet, --layer, --query, --header, --header-rows, --range, --hidden, --text, --formulas en --percent weg
          """,
        en: """
          leave --sheet, --layer, --query, --header, --header-rows, --range, --hidden, --text, --formulas and --percent out
          """))
  }

  static func namedTwice(_ item: String) -> Diagnostic {
    Diagnostic(
      "argument.clash",
      Text(
        nl: "'\(item)' staat achter het bestand, en een vlag noemt ook een blad of laag",
        en: "'\(item)' stands behind the file, and a flag names a sheet or layer too"),
      wayOut: Text(nl: "geef een van de twee", en: "give one of the two"))
  }

  static func tooDeep(_ file: String) -> Diagnostic {
    Diagnostic(
      "source.nested",
      Text(
        nl: "in '\(file)' staat een bestand in een bestand in een bestand",
        en: "'\(file)' is a file in a file in a file"),
      wayOut: Text(nl: "pak het eerst uit", en: "unpack it first"))
  }
}
