import WorkbenchKit

/// One part of a factsheet: an answer cut down to a page, or plainly why it cannot be given.
struct SheetSection {
  let title: Text
  let told: Told

  init(_ title: Text, _ tell: () throws -> Told) throws {
    self.title = title
    do {
      told = try tell()
    } catch let problem as Diagnostic {
      told = Told(shown: [.notice(Notice(.caution, Self.words(problem)))])
    }
  }

  var shown: [Block] {
    told.shown.filter { if case .table(let table) = $0 { table.rowCount > 0 } else { true } }
  }

  /// What an error says, as a sentence: there is no place in a line to point at.
  private static func words(_ problem: Diagnostic) -> Text {
    guard let wayOut = problem.wayOut else { return problem.message }
    return Text(
      nl: "\(problem.message.nl); \(wayOut.nl)", en: "\(problem.message.en); \(wayOut.en)")
  }
}

extension Told {
  /// Returns the same with the words for an indicator in the titles of tables and maps, where its column would be named.
  func calling(_ stem: String, _ words: Text) -> Told {
    func called(_ title: Text) -> Text {
      let capital = Text(
        nl: words.nl.prefix(1).uppercased() + words.nl.dropFirst(),
        en: words.en.prefix(1).uppercased() + words.en.dropFirst())
      return Text(
        nl: title.nl.hasPrefix(stem) ? capital.nl + title.nl.dropFirst(stem.count) : title.nl,
        en: title.en.hasPrefix(stem) ? capital.en + title.en.dropFirst(stem.count) : title.en)
    }
    var copy = self
    copy.shown = shown.map { block in
      switch block {
      case .table(var table):
        table.title = table.title.map(called)
        return .table(table)
      case .map(let map):
        return .map(
          AreaMap(
            title: called(map.title), alternative: map.alternative, label: map.label, unit: map.unit,
            format: map.format, coordinates: map.coordinates, areas: map.areas, breaks: map.breaks, marked: map.marked))
      default: return block
      }
    }
    return copy
  }
}
