import WorkbenchKit

/// Outlines of which the code names another place in their own year than in that of the key figures.
struct OutlineChanges {
  /// An outline that is of another place.
  struct Changed: Hashable {
    let code: String
    let name: String
    /// How that shows: `in 2014 'Dam'`.
    let how: Text
    /// Whether it is surely another place, and not the same one under another name.
    let isSure: Bool
  }

  private let atlas: Atlas
  private let takesSameCodes: Bool

  /// - Parameter sameCodes: whether outlines of other places are taken all the same.
  init(_ atlas: Atlas, sameCodes: Bool) {
    self.atlas = atlas
    takesSameCodes = sameCodes
  }

  /// Why an outline is not that of an area; nil where nothing speaks against it.
  ///
  /// Told by the key figures of its year where these are imported, else by its name. Of outlines whose file says no year another name
  /// alone is not enough to tell, but where another area of the municipality bears it now. Outlines of the key figures' own year
  /// are theirs.
  ///
  /// - Parameters:
  ///   - year: of the outline; nil where its file does not say.
  ///   - name: that it bears in its file.
  func change(_ place: Area.Place, year: Int?, name: String?) -> Changed? {
    guard year != place.year, let table = atlas.table(place.year), let level = AreaLevel(code: place.code) else {
      return nil
    }
    let own = table.names[place.row]
    if let year, atlas.changes.knows(year) {
      return atlas.changes.reason(place.code, from: year, to: place.year).map {
        Changed(code: place.code, name: own, how: $0.words(year), isSure: true)
      }
    }
    guard let name, name != place.code, own != place.code, !AreaNames.agree(name, own, level) else { return nil }
    let when = year.map { Text(nl: "in \($0)", en: "in \($0)") } ?? Text(nl: "op de kaart", en: "on the map")
    let municipality = AreaCode.municipality(of: place.code)
    let now = atlas.areas(named: PlaceName(name).key).first { area in
      area.level == level && area.code != place.code && AreaCode.municipality(of: area.code) == municipality
    }
    let moved = now.map { Text(nl: "; nu \($0.code)", en: "; now \($0.code)") } ?? .verbatim("")
    return Changed(
      code: place.code, name: own,
      how: Text(nl: "\(when.nl) '\(name)'\(moved.nl)", en: "\(when.en) '\(name)'\(moved.en)"),
      isSure: year != nil || now != nil)
  }

  /// Whether an outline of another place is left out.
  func leavesOut(_ changed: Changed?) -> Bool { changed?.isSure == true && !takesSameCodes }

  /// What is said of such outlines.
  func notice(_ changed: [Changed]) -> [Block] {
    let (sure, renamed) = (changed.filter(\.isSure), changed.filter { !$0.isSure })
    var blocks: [Block] = []
    if !sure.isEmpty {
      let list = Self.list(sure)
      let areas = Text.counted(
        sure.count, Text(nl: "code noemt", en: "code names"), Text(nl: "codes noemen", en: "codes name"))
      blocks.append(
        takesSameCodes
          ? .caution(
            nl: "grenzen toch genomen (--same-codes), al \(areas.nl) daar een ander gebied: \(list.nl)",
            en: "boundaries taken all the same (--same-codes), though \(areas.en) another area there: \(list.en)")
          : .caution(
            nl: "grenzen niet genomen, want \(areas.nl) daar een ander gebied: \(list.nl); --same-codes neemt ze toch",
            en:
              "boundaries not taken, as \(areas.en) another area there: \(list.en); --same-codes takes them all the same"
          ))
    }
    if !renamed.isEmpty {
      let list = Self.list(renamed)
      let areas = Text.counted(
        renamed.count, Text(nl: "gebied heet", en: "area is called"), Text(nl: "gebieden heten", en: "areas are called")
      )
      blocks.append(
        .caution(
          nl: "de grenzen zeggen niet van welk jaar zij zijn, en \(areas.nl) daar anders: \(list.nl)",
          en: "the boundaries do not say of which year they are, and \(areas.en) otherwise there: \(list.en)"))
    }
    return blocks
  }

  private static func list(_ changed: [Changed]) -> Text {
    let more = changed.count - 3
    return Text.joined(
      changed.prefix(3).map {
        Text(nl: "\($0.name) (\($0.code), \($0.how.nl))", en: "\($0.name) (\($0.code), \($0.how.en))")
      }, by: ", ") + (more > 0 ? Text(nl: " en nog \(more)", en: " and \(more) more") : .verbatim(""))
  }
}
