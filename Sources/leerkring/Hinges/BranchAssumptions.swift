import Session
import WorkbenchKit

/// What two branches took otherwise on the way to a result, as assumptions of which each may be as here or as there.
enum BranchAssumptions {
  private static let mostLines = 2_000

  /// - Parameters:
  ///   - mine: the lines here, which are run.
  ///   - other: those of the other branch.
  ///   - names: of the two branches.
  /// - Throws: `hinges.branch` where nothing differs or where there is too much to compare.
  static func all(_ mine: ResultLines, _ other: ResultLines, names: (mine: String, other: String)) throws
    -> [Assumption]
  {
    let (here, there) = (involved(mine), involved(other))
    guard here.count <= mostLines, there.count <= mostLines else { throw tooLong() }
    let (left, right) = (here.map { mine.entries[$0].line }, there.map { other.entries[$0].line })
    var found: [Assumption] = []
    for (range, others) in differences(left, right) {
      // Line by line where there are as many, for then one stands in the place of one.
      let isEven = range.count == others.count
      for (range, others) in isEven ? zip(range, others).map({ ($0..<$0 + 1, $1..<$1 + 1) }) : [(range, others)] {
        // What is added comes before the line that follows, and never behind the one that keeps.
        let at = here[min(range.lowerBound, here.count - 1)]
        let place = Assumption.Place.lines(
          Set(range.map { here[$0] }), at: at, others: others.map { other.entries[there[$0]] })
        found.append(assumption(Array(left[range]), Array(right[others]), place, at))
      }
    }
    guard !found.isEmpty else {
      throw Diagnostic(
        "hinges.branch",
        Text(
          nl: "op weg naar deze uitkomst doen '\(names.mine)' en '\(names.other)' hetzelfde",
          en: "on the way to this result '\(names.mine)' and '\(names.other)' do the same"),
        wayOut: Text(nl: "noem een bereik met --over", en: "name a range with --over"))
    }
    return found
  }

  /// The lines that the result hangs on; of one that stands there again the last.
  private static func involved(_ lines: ResultLines) -> [Int] {
    var last: [String: Int] = [:]
    for (index, entry) in lines.entries.enumerated() where entry.origin == .needed { last[entry.line] = index }
    return lines.entries.indices.filter { index in
      let entry = lines.entries[index]
      return lines.isInvolved[index] && (entry.origin != .needed || last[entry.line] == index)
    }
  }

  private static func assumption(
    _ here: [String], _ others: [String], _ place: Assumption.Place, _ start: Int
  ) -> Assumption {
    let (mine, theirs) = (here.first.map(LinePieces.init), others.first.map { LinePieces($0) })
    let party = theirs?.party ?? mine?.party
    // One value that differs is what the assumption is called by, and shown as.
    if here.count == 1, others.count == 1, let mine, let theirs {
      if let one = mine.binding, let two = theirs.binding, one.name == two.name {
        return made(one.name, party, one.value, two.value, place, start)
      }
      let pairs = zip(mine.pieces, theirs.pieces).filter { $0.value != $1.value }
      if pairs.count == 1, let (one, two) = pairs.first, rest(here[0], one) == rest(others[0], two) {
        return made(one.name, party, one.value, two.value, place, start)
      }
    }
    let words = others.first ?? here.first ?? ""
    return made(
      words, party, .text(here.isEmpty ? "–" : here.joined(separator: "; ")),
      .text(others.isEmpty ? "–" : others.joined(separator: "; ")), place, start)
  }

  /// A line without one of its values.
  private static func rest(_ line: String, _ piece: LinePieces.Piece) -> [UInt8] {
    var bytes = Array(line.utf8)
    bytes.removeSubrange(piece.range)
    return bytes
  }

  private static func made(
    _ name: String, _ party: String?, _ mine: Value, _ theirs: Value, _ place: Assumption.Place, _ start: Int
  ) -> Assumption {
    Assumption(
      name: name, party: party, now: mine, spread: .values([mine, theirs], chances: [0.5, 0.5]), place: place,
      start: start)
  }

  /// The stretches in which two lists of lines differ, by their longest common subsequence.
  private static func differences(_ left: [String], _ right: [String]) -> [(Range<Int>, Range<Int>)] {
    var lengths = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in left.indices.reversed() {
      for j in right.indices.reversed() {
        lengths[i][j] = left[i] == right[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var (i, j, found) = (0, 0, [(Range<Int>, Range<Int>)]())
    var (first, second) = (0, 0)
    func close() {
      if first < i || second < j { found.append((first..<i, second..<j)) }
    }
    while i < left.count || j < right.count {
      if i < left.count, j < right.count, left[i] == right[j] {
        close()
        (i, j) = (i + 1, j + 1)
        (first, second) = (i, j)
      } else if j < right.count, i == left.count || lengths[i][j + 1] > lengths[i + 1][j] {
        j += 1
      } else {
        i += 1
      }
    }
    close()
    return found
  }

  private static func tooLong() -> Diagnostic {
    Diagnostic(
      "hinges.branch",
      Text(
        nl: "de takken hebben meer dan \(mostLines) regels om te vergelijken",
        en: "the branches have more than \(mostLines) lines to compare"),
      wayOut: Text(nl: "noem een bereik met --over", en: "name a range with --over"))
  }
}
