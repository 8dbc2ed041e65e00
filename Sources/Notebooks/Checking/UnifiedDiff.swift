/// The difference between two texts in the form that `diff -u` gives and `patch` takes.
struct UnifiedDiff {
  private struct Edit {
    /// A line of the old text, else of the new one.
    let sign: Character
    let line: String
    let old: Int
    let new: Int
  }

  private static let context = 3
  private let edits: [Edit]

  init(_ old: [String], _ new: [String]) {
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [Edit] = []
    var (here, there) = (0, 0)
    while here < old.count || there < new.count {
      if removed.contains(here), here < old.count {
        edits.append(Edit(sign: "-", line: old[here], old: here, new: there))
        here += 1
      } else if inserted.contains(there), there < new.count {
        edits.append(Edit(sign: "+", line: new[there], old: here, new: there))
        there += 1
      } else {
        edits.append(Edit(sign: " ", line: here < old.count ? old[here] : "", old: here, new: there))
        here += 1
        there += 1
      }
    }
    self.edits = edits
  }

  /// Returns the difference, or an empty text where there is none.
  ///
  /// - Parameter heading: what stands behind the places of a piece, by the number of the old line, from 1, at which the
  ///   first change in it is.
  func text(from oldName: String, to newName: String, heading: (Int) -> String) -> String {
    var result = ""
    var index = 0
    while let first = edits[index...].firstIndex(where: { $0.sign != " " }) {
      var last = first
      // Changes with few lines between them stand in one piece.
      while let next = edits[(last + 1)...].firstIndex(where: { $0.sign != " " }), next - last <= 2 * Self.context + 1 {
        last = next
      }
      let start = max(first - Self.context, 0)
      let end = min(last + Self.context + 1, edits.count)
      result += piece(edits[start..<end], heading(edits[first].old + 1))
      index = end
    }
    return result.isEmpty ? "" : "--- \(oldName)\n+++ \(newName)\n" + result
  }

  private func piece(_ edits: ArraySlice<Edit>, _ heading: String) -> String {
    let olds = edits.count { $0.sign != "+" }
    let news = edits.count { $0.sign != "-" }
    let (old, new) = (edits.first?.old ?? 0, edits.first?.new ?? 0)
    // An empty side is counted from the line before it.
    let from = "-\(olds == 0 ? old : old + 1),\(olds)"
    let to = "+\(news == 0 ? new : new + 1),\(news)"
    return "@@ \(from) \(to) @@\(heading.isEmpty ? "" : " " + heading)\n"
      + edits.map { "\($0.sign)\($0.line)\n" }.joined()
  }
}
