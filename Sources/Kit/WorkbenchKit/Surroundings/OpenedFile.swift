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
  ///   - asking: is called now and then with the part that is done; what it throws ends the work.
  /// - Throws: what reading the text throws; what the guard throws.
  public func delimitedText(
    marks: GivenMarks = GivenMarks(), encoding: TextEncoding? = nil, protection: some CellGuard,
    asking: (_ part: Double) throws -> Void = { _ in }
  ) throws -> DelimitedText {
    guard let sourced else {
      return try DelimitedText(
        bytes: file.bytes, options: .init(marks: marks, encoding: encoding, name: name), protection: protection,
        asking: asking)
    }
    let decimal = DelimitedWriting.typedMark(in: sourced.table)
    return try DelimitedText(
      bytes: DelimitedWriting.bytes(of: sourced.table, decimal: decimal),
      options: .init(
        delimiter: DelimitedWriting.separator, marks: GivenMarks(decimal: decimal, thousands: .nothing), name: name),
      protection: protection, asking: asking)
  }
}

extension OpenedFile {
  /// Refuses rows of persons of whom only figures may come out, where they would be taken over.
  ///
  /// - Parameter path: as it was typed.
  /// - Throws: `privacy.rows`.
  func demandNotSealed(_ path: String, at place: Place?) throws {
    guard sourced?.table.persons?.isSealed == true else { return }
    throw Diagnostic(
      "privacy.rows",
      Text(
        nl: "de rijen van '\(path)' zijn personen: die worden hier niet overgenomen",
        en: "the rows of '\(path)' are persons: they are not taken over here"),
      wayOut: Text(
        nl: "tel ze met: read \(path) | group KOLOM", en: "count them with: read \(path) | group COLUMN"), place: place)
  }
}

extension Context {
  /// Opens a file of any form that is known here, and notes it as an input.
  ///
  /// `FILE!NAME` is the sheet, layer or member of that name in the file, `FILE!MEMBER!NAME` that of a member;
  /// `SCHEME:REFERENCE` is what a linked source has.
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
    let (file, items) = try whole(path, at: place)
    do { return try open(file, items[...], choice, depth: 1) } catch let error as Diagnostic { throw error.at(place) }
  }

  /// Opens a file as `open` does, for a reader of text in columns: see `OpenedFile.delimitedText`.
  public func openText(
    _ path: String, _ choice: SourceChoice = SourceChoice(), at place: Place? = nil
  ) throws -> OpenedFile {
    var choice = choice
    choice.isReadAsText = true
    let opened = try open(path, choice, at: place)
    try opened.demandNotSealed(path, at: place)
    return opened
  }

  /// Opens a large file that is text, whose bytes stay where they are.
  ///
  /// - Returns: the file, and the bytes with which it begins; nil of any other.
  /// - Throws: `file.*`, what reading its first bytes throws.
  func storedText(_ path: String, at place: Place?) throws -> (file: any StoredBytes, beginning: [UInt8])? {
    if let colon = path.firstIndex(of: ":"), try links(String(path[..<colon])) != nil { return nil }
    guard let stored = try files.stored(path, at: place) else { return nil }
    let beginning = try TextSource(stored).bytes(0..<min(4_096, stored.count))
    return try source(ReadFile(path: path, bytes: beginning, sha256: "")) == nil ? (stored, beginning) : nil
  }

  /// Returns what a file holds; empty where it is text, of which there is one table only.
  ///
  /// - Parameters:
  ///   - path: as it was typed.
  ///   - place: where it was typed.
  /// - Throws: `file.*`, what reading a file throws; `source.*`, what the source of such files throws.
  public func contents(of path: String, at place: Place? = nil) throws -> [SourceItem] {
    if let items = try linked(path, at: place, { try $0.contents(of: $1) }) { return items }
    let (file, items) = try whole(path, at: place)
    do { return try contents(of: file, items[...]) } catch let error as Diagnostic { throw error.at(place) }
  }

  private func contents(
    of file: ReadFile, _ items: ArraySlice<String>, in archive: Archive? = nil
  ) throws -> [SourceItem] {
    guard let source = try source(file) else {
      if let item = items.first { throw SourceProblem.holdsOne(file.name, item) }
      return []
    }
    let target = target(file, in: archive)
    guard !items.isEmpty else { return try source.contents(of: target) }
    // Of an archive within the archive, or a workbook within it.
    let (content, rest) = try content(of: target, source, items, SourceChoice())
    guard case .file(let inner) = content else {
      let name = items.joined(separator: "!")
      return try source.contents(of: target).filter { $0.name == name }
    }
    return try contents(of: inner, rest, in: (source, target))
  }

  /// Returns what a linked source would be asked, without a row of the answer; nil where the path is no link.
  ///
  /// - Throws: what the source throws; what reading a file throws.
  public func plan(_ path: String, _ choice: SourceChoice, at place: Place? = nil) throws -> SourcePlan? {
    if let plan = try linked(path, at: place, { try $0.plan($1, choice) }) { return plan }
    // Of a file that is not there nothing is planned.
    _ = try whole(path, at: place)
    return nil
  }

  /// How many files may stand within one another.
  private static var deepest: Int { 3 }

  private func open(
    _ file: ReadFile, _ items: ArraySlice<String>, _ choice: SourceChoice, depth: Int, in archive: Archive? = nil
  ) throws -> OpenedFile {
    guard let source = try source(file) else {
      if let item = items.first ?? choice.item { throw SourceProblem.holdsOne(file.name, item) }
      if !choice.asksNothing { throw SourceProblem.isText(file.name) }
      return OpenedFile(file: file, sourced: nil)
    }
    let target = target(file, in: archive)
    let (content, rest) = try content(of: target, source, items, choice)
    switch content {
    case .table(let table):
      if let item = items.first, choice.item != nil { throw SourceProblem.namedTwice(item) }
      let named = items.isEmpty ? choice.item : items.joined(separator: "!")
      let path = named.map { "\(file.path)!\($0)" } ?? file.path
      return OpenedFile(file: ReadFile(path: path, bytes: [], sha256: file.sha256), sourced: table)
    case .text(let notices): return OpenedFile(file: file, sourced: nil, notices: notices)
    case .file(let inner):
      guard depth < Self.deepest else { throw SourceProblem.tooDeep(file.name) }
      var asked = choice
      // It named the member, or names something in it.
      if items.isEmpty { asked.item = nil }
      return try open(inner, rest, asked, depth: depth + 1, in: (source, target))
    }
  }

  /// What a file gives for the names behind it: a member by the first, in which the others are sought, else what has all of them for its
  /// name, with the marks between.
  private func content(
    of target: SourceTarget, _ source: any TableSource, _ items: ArraySlice<String>, _ choice: SourceChoice
  ) throws -> (SourceContent, rest: ArraySlice<String>) {
    var asked = choice
    if let first = items.first, items.count > 1 {
      asked.item = first
      if case .file(let inner)? = try? source.open(target, asked) { return (.file(inner), items.dropFirst()) }
      try checkInterrupt()
    }
    if !items.isEmpty { asked.item = items.joined(separator: "!") }
    return (try source.open(target, asked), [])
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

  /// The file that is meant, and what of it, the outermost first: a file may have a `!` in its own name.
  private func whole(_ path: String, at place: Place?) throws -> (ReadFile, items: [String]) {
    var (rest, items) = (path, [String]())
    while true {
      do { return (try fileOrFolder(rest, at: place), items.filter { !$0.isEmpty }) } catch let error as Diagnostic {
        guard error.code == "file.missing", let mark = rest.lastIndex(of: "!"), mark > rest.startIndex else {
          throw error
        }
        items.insert(String(rest[rest.index(after: mark)...]), at: 0)
        rest = String(rest[..<mark])
      }
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
      file: file, beside: { try self.sibling(of: file, $0, in: archive)?.bytes },
      tableBeside: { ending, choice in
        guard let sibling = try self.sibling(of: file, ending, in: archive), let source = try self.source(sibling),
          case .table(let table) = try source.open(self.target(sibling, in: archive), choice)
        else { return nil }
        return table
      },
      checkInterrupt: checkInterrupt)
  }

  /// The file of the same name with another ending, in small letters or in capitals; nil where there is none.
  ///
  /// - Throws: why one that is there cannot be read: told as missing, it would be sought where it lies already.
  private func sibling(of file: ReadFile, _ ending: String, in archive: Archive?) throws -> ReadFile? {
    let stem = file.path.lastIndex(of: ".").map { String(file.path[..<$0]) } ?? file.path
    for ending in [ending, ending.uppercased()] {
      do {
        if let found = try sibling("\(stem).\(ending)", in: archive) { return found }
      } catch let error as Diagnostic where Self.missing.contains(error.code) {}
    }
    return nil
  }

  /// The codes by which files, archives and sources of other plugins say that something is not there.
  private static var missing: Set<String> { ["file.missing", "source.member", "source.item"] }

  /// No file on a disk has a name of more bytes, so that to look for one is an error of its own (`NAME_MAX`).
  private static var longestName: Int { 255 }

  private func sibling(_ path: String, in archive: Archive?) throws -> ReadFile? {
    guard let archive else {
      guard path.utf8.reversed().prefix(while: { $0 != UInt8(ascii: "/") }).count <= Self.longestName else {
        return nil
      }
      return try read(path)
    }
    // What stands in another has the path of the whole before it, and a mark.
    let whole = archive.whole.file.path + "!"
    guard path.hasPrefix(whole) else { return nil }
    let item = String(decoding: path.utf8.dropFirst(whole.utf8.count), as: UTF8.self)
    guard case .file(let found) = try archive.source.open(archive.whole, SourceChoice(item: item)) else { return nil }
    return found
  }
}
