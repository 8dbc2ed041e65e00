import Session
import WorkbenchKit

/// Finds what a person calls an assumption among the lines that a result hangs on.
struct AssumptionSearch {
  private struct Found {
    let now: Value
    let place: Assumption.Place
    let party: String?
    let start: Int
    let line: String
  }

  private let lines: ResultLines
  private let pieces: [LinePieces]
  private let showsRoles: Bool
  private let setting: (String) -> Value?

  /// - Parameters:
  ///   - showsRoles: whether it may be seen what each role said.
  ///   - setting: what a setting is now; nil for what is none.
  init(_ lines: ResultLines, showsRoles: Bool, setting: @escaping (String) -> Value?) {
    self.lines = lines
    self.showsRoles = showsRoles
    self.setting = setting
    pieces = lines.entries.map { LinePieces($0.line) }
  }

  /// All that can be varied, as it would be typed, with what it is now.
  var known: [(name: String, now: Value)] {
    var (seen, found) = (Set<String>(), [(name: String, now: Value)]())
    let add = { (name: String, now: Value) in if seen.insert(name).inserted { found.append((name, now)) } }
    for (index, line) in pieces.enumerated() where lines.isInvolved[index] && (showsRoles || line.party == nil) {
      if let binding = line.binding { add(binding.name, binding.value) }
      for piece in line.pieces where piece.value.number != nil { add(piece.name, piece.value) }
    }
    return found
  }

  /// - Parameters:
  ///   - name: a name of `let`, a flag, a key or a setting; `WORD:NAME` for that of the line with this word.
  ///   - range: as it was typed.
  ///   - party: who says so, where the person told.
  /// - Throws: `hinges.unknown`, `hinges.several`, `hinges.range`, `hinges.unit`.
  func assumption(_ name: String, _ range: String, party: String?) throws -> Assumption {
    let colon = name.firstIndex(of: ":")
    let word = colon.map { String(name[..<$0]) }
    let own = colon.map { String(name[name.index(after: $0)...]) } ?? name
    var found = bindings(own, word) + pieces(own, word)
    if found.isEmpty, word == nil, let now = setting(own) {
      found = [Found(now: now, place: .setting(own), party: nil, start: 0, line: "set \(own)")]
    }
    guard let one = found.first else { throw unknown(name) }
    guard found.allSatisfy({ showsRoles || $0.party == nil }) else { throw Self.hidden(name) }
    guard found.count == 1 else { throw several(name, own, found.map(\.line)) }
    let spread = try AssumptionSpread(typed: range, of: name, now: one.now)
    return Assumption(
      name: name, party: party ?? one.party, now: one.now, spread: spread, place: one.place, start: one.start)
  }

  private func bindings(_ name: String, _ word: String?) -> [Found] {
    guard word == nil else { return [] }
    let given = pieces.indices.filter { lines.isInvolved[$0] && pieces[$0].binding?.name == name }
    return Set(given.map { lines.entries[$0].line }).sorted().compactMap { line in
      let same = given.filter { lines.entries[$0].line == line }
      guard let first = same.first, let binding = pieces[first].binding,
        // It bears on nothing before it is taken up: what stands between is not run again.
        let start = lines.entries.indices.first(where: {
          $0 > first && LinePieces.uses(name, in: lines.entries[$0].line)
        })
      else { return nil }
      return Found(
        now: binding.value, place: .name(name, lines: Set(same)), party: nil, start: start, line: line)
    }
  }

  private func pieces(_ name: String, _ word: String?) -> [Found] {
    let key = name.hasPrefix("--") ? String(name.dropFirst(2)) : name
    return pieces.indices.flatMap { index -> [Found] in
      let line = pieces[index]
      guard lines.isInvolved[index], word.map(line.words.contains) ?? true else { return [] }
      return line.pieces.filter { $0.name == key }.map {
        Found(
          now: $0.value, place: .piece(line: index, $0.range), party: line.party, start: index,
          line: lines.entries[index].line)
      }
    }
  }

  /// What a role said would be told by what it is now.
  static func hidden(_ name: String) -> Diagnostic {
    Diagnostic(
      "hinges.hidden",
      Text(
        nl: "'\(name)' is wat een rol zei, en dat is hier verborgen",
        en: "'\(name)' is what a role said, which is hidden here"),
      wayOut: Text(
        nl: "de kring toont het weer met: set kring.show-roles on",
        en: "the circle shows it again with: set kring.show-roles on"))
  }

  private func unknown(_ name: String) -> Diagnostic {
    let names = known.map(\.name)
    return Diagnostic(
      "hinges.unknown",
      Text(
        nl: "deze uitkomst hangt aan geen '\(name)'", en: "this result hangs on no '\(name)'"),
      wayOut: names.isEmpty
        ? Text(
          nl: "geef een getal een naam met 'let', en gebruik het als $NAAM",
          en: "give a number a name with 'let', and use it as $NAME")
        : Text(
          nl: "er is: \(Text.list(names, atMost: 12).nl)", en: "there is: \(Text.list(names, atMost: 12).en)"),
      suggestion: NearestWord.best(name, among: names))
  }

  private func several(_ name: String, _ own: String, _ lines: [String]) -> Diagnostic {
    let listed = Text.quoted(lines, atMost: 3)
    return Diagnostic(
      "hinges.several",
      Text(
        nl: "'\(name)' staat op meer dan één regel: \(listed.nl)",
        en: "'\(name)' stands in more than one line: \(listed.en)"),
      wayOut: Text(
        nl: "zet er een woord voor dat alleen op die ene regel staat: WOORD:\(own)",
        en: "put a word before it that stands in that one line only: WORD:\(own)"))
  }
}
