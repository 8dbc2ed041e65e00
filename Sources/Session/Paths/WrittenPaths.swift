import Language
@_spi(Host) import WorkbenchKit

/// Paths as a workspace keeps them: seen from its own folder where the file lies in or under that, else the bare name, which the
/// digest beside it tells apart. So a workspace can be moved with its files, and whose folder it was stands nowhere in it.
public struct WrittenPaths {
  /// By a path as it was given the one that is kept, where that is another.
  private let forms: [String: String]
  /// Folders in which files lie, by their absolute paths.
  private let folders: [String: String]

  /// - Parameter home: the workspace's folder; nil leaves all as it is.
  init(_ touched: TouchedFiles, from home: String?) { self.init(places: touched.places, from: home) }

  /// - Parameters:
  ///   - places: by each path that was given where the file is.
  ///   - home: the workspace's folder, without links; nil leaves all as it is.
  init(places: [String: String], from home: String?) {
    guard let home else {
      (forms, folders) = ([:], [:])
      return
    }
    var forms: [String: String] = [:]
    var folders: [String: String] = [:]
    for (given, place) in places {
      let kept = Self.kept(place, from: home)
      if kept != given { forms[given] = kept }
      if kept != given || given.hasPrefix("/") { Self.note(foldersOf: place, from: home, in: &folders) }
    }
    (self.forms, self.folders) = (forms, folders)
  }

  /// - Parameter forms: by each path the one to put in its place.
  public init(forms: [String: String]) { (self.forms, folders) = (forms, [:]) }

  /// Whether all stays as it is.
  var isEmpty: Bool { forms.isEmpty }

  /// A path as it is kept.
  static func kept(_ place: String, from home: String) -> String {
    let beginning = home.hasSuffix("/") ? home : home + "/"
    if place.hasPrefix(beginning) { return String(place.dropFirst(beginning.count)) }
    return place.split(separator: "/").last.map(String.init) ?? place
  }

  private static func note(foldersOf place: String, from home: String, in folders: inout [String: String]) {
    var parts = place.split(separator: "/").dropLast()
    let beginning = home.hasSuffix("/") ? home : home + "/"
    while !parts.isEmpty {
      let folder = "/" + parts.joined(separator: "/")
      folders[folder] = folder.hasPrefix(beginning) ? String(folder.dropFirst(beginning.count)) : "."
      parts = parts.dropLast()
    }
  }

  // MARK: Steps

  func record(_ record: Step.Record) -> Step.Record {
    guard !isEmpty else { return record }
    var copy = record
    copy.line = line(record.line)
    copy.inputs = record.inputs.map(input)
    copy.needs = record.needs.map { needed in
      var kept = needed
      kept.line = line(needed.line)
      return kept
    }
    return copy
  }

  private func input(_ input: InputFile) -> InputFile {
    var copy = input
    copy.path = text(input.path)
    return copy
  }

  func changes(_ changes: [PartName: Part?]) throws -> [PartName: Part?] {
    guard !isEmpty else { return changes }
    var copy = changes
    for case (let name, let part?) in changes { copy[name] = try self.part(part, in: name.section) }
    return copy
  }

  /// A part with its paths as they are kept; the same one where none stands in it.
  func part(_ part: Part, in section: PartName.Section) throws -> Part {
    let bytes = part.canonical()
    guard forms.keys.contains(where: { ByteSearch.holds(bytes, JSON.string($0).canonical.utf8.dropFirst().dropLast()) })
    else { return part }
    if section == .tables {
      let table = try TableCodec.decode(Array(json(try JSONReader.parse(bytes)).canonical.utf8))
      return Part(canonical: TableCodec.encode(table, beside: part.seal.map { (Part.sealKey, $0) }))
    }
    var json = try part.json()
    if section == .results, case .object(var members) = json {
      members["command"] = members["command"]?.string.map { .string(line($0)) } ?? members["command"]
      json = .object(members)
    }
    return Part(self.json(json))
  }

  // MARK: Texts

  private func json(_ json: JSON) -> JSON {
    switch json {
    case .string(let string): return .string(text(string))
    case .array(let elements): return .array(elements.map(self.json))
    case .object(let members):
      var kept: [String: JSON] = [:]
      for (key, value) in members.sorted(by: { $0.key < $1.key }) {
        let name = text(key)
        // Two files of one name stay two.
        kept[members[name] == nil && kept[name] == nil ? name : key] = self.json(value)
      }
      return .object(kept)
    case .null, .bool, .number: return json
    }
  }

  /// A text that is a path, or that speaks of one.
  func text(_ text: String) -> String {
    if let kept = path(text), text.contains(where: { $0 == "/" || $0 == "." }) { return kept }
    guard text.utf8.contains(UInt8(ascii: "/")) else { return text }
    // The longest first: one path may be the beginning of another.
    return forms.filter { $0.key.contains("/") && text.contains($0.key) }.sorted {
      $0.key.utf8.count > $1.key.utf8.count
    }
    .reduce(text) { Self.replacing($1.key, by: $1.value, in: $0) }
  }

  /// A path, with what stands in the file behind `!`; nil where it stays.
  private func path(_ text: String) -> String? {
    if let kept = forms[text] ?? folders[text] { return kept }
    guard let mark = text.firstIndex(of: "!"), let kept = forms[String(text[..<mark])] else { return nil }
    return kept + text[mark...]
  }

  private static func replacing(_ path: String, by other: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: path) {
      let before = found.lowerBound == text.startIndex ? nil : text[text.index(before: found.lowerBound)]
      let after = found.upperBound == text.endIndex ? nil : text[found.upperBound]
      let isWhole = before.map(isBoundary) ?? true && after.map(isBoundary) ?? true
      result += rest[..<found.lowerBound] + (isWhole ? other : path)
      rest = rest[found.upperBound...]
    }
    return result + rest
  }

  private static func isBoundary(_ character: Character) -> Bool {
    !(character.isLetter || character.isNumber || "/_-~".contains(character))
  }

  // MARK: Lines

  /// A line with the paths among its words as they are kept; the rest of it stays to the letter.
  public func line(_ text: String) -> String {
    guard !isEmpty else { return text }
    var lexer = Lexer(SourceLine(text, source: ""))
    guard let tokens = try? lexer.tokens() else { return text }
    var bytes = Array(text.utf8)
    for case .word(let word) in tokens.reversed() {
      guard let literal = word.literal, let typed = typed(literal, isQuoted: word.isQuoted) else { continue }
      bytes.replaceSubrange(word.range, with: typed.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a path is one of the words of a line, or stands in one behind `=`, before `!` or between commas.
  public static func names(_ path: String, in line: String) -> Bool {
    line.contains(path) && WrittenPaths(forms: [path: path + "\u{1}"]).line(line) != line
  }

  /// A word as it is typed with its paths as they are kept; nil where none stands in it.
  private func typed(_ literal: String, isQuoted: Bool) -> String? {
    if let kept = path(literal) { return isQuoted ? Self.inQuotes(kept) : TypedWord.quoted(kept) }
    if let sign = literal.firstIndex(of: "="), let kept = path(String(literal[literal.index(after: sign)...])) {
      return literal[...sign] + TypedWord.quoted(kept)
    }
    guard !isQuoted, literal.contains(",") else { return nil }
    let items = literal.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let kept = items.map { path($0) ?? $0 }
    return kept == items ? nil : kept.map(TypedWord.quoted).joined(separator: ",")
  }

  /// What stood in quotes is a text still.
  private static func inQuotes(_ text: String) -> String {
    text.contains("'") ? "\"\(TypedWord.escaped(text))\"" : "'\(text)'"
  }
}
