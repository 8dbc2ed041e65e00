import WorkbenchKit

/// Which area each feature is of, judged by what the properties hold over the whole file and not by their names alone.
struct FeatureCodes {
  /// The property that holds the codes; nil where none does.
  let property: String?
  let codes: [String?]

  private static let known = [
    "statcode", "statcode_derived", "buurtcode", "bu_code", "wijkcode", "wk_code", "gemeentecode", "gm_code",
    "gwb_code", "gwb_code_10", "cbscode", "code",
  ]

  /// How well a property serves: most features with a whole code, most different codes, a name that is known for it.
  private struct Merit: Comparable {
    let whole: Int
    let distinct: Int
    let isKnown: Bool

    static func < (one: Merit, other: Merit) -> Bool {
      (one.whole, one.distinct, one.isKnown ? 1 : 0) < (other.whole, other.distinct, other.isKnown ? 1 : 0)
    }
  }

  init(_ properties: FeatureProperties) {
    var best: (merit: Merit, property: String, codes: [String?])?
    for property in properties.all {
      let codes = Self.whole(property)
      let whole = codes.count { $0 != nil }
      guard whole > 0 else { continue }
      let merit = Merit(
        whole: whole, distinct: Set(codes.compactMap { $0 }).count, isKnown: Self.known.contains(property.key))
      if best.map({ $0.merit < merit }) ?? true { best = (merit, property.key, codes) }
    }
    if let best {
      self.property = best.property
      codes = best.codes
    } else if let (name, found) = Self.withoutPrefix(properties) ?? Self.unusual(properties) {
      property = name
      codes = found
    } else {
      property = nil
      codes = []
    }
  }

  private static func whole(_ property: FeatureProperties.Property) -> [String?] {
    property.values.map { value in
      guard case .text(let text) = value, let code = AreaCode.reading(text), AreaCode.isWhole(code) else { return nil }
      return code
    }
  }

  /// Codes whose prefix is the name of the property: `gemeentecode` 164 or 0164; a `buurtcode` 0601 within `gemeentecode` 0758.
  private static func withoutPrefix(_ properties: FeatureProperties) -> (String, [String?])? {
    let levels: [(AreaLevel, [String])] = [
      (.buurt, ["buurtc", "bu_code", "bu_c"]), (.wijk, ["wijkc", "wk_code", "wk_c"]),
      (.gemeente, ["gemeentec", "gm_code", "gm_c"]),
    ]
    let municipality = properties.all.first { property in
      levels[2].1.contains { property.key.hasPrefix($0) }
    }
    for (level, starts) in levels {
      for property in properties.all where starts.contains(where: { property.key.hasPrefix($0) }) {
        let codes = property.values.indices.map { row -> String? in
          guard let word = property.values[row].word?.trimmedOfPadding else { return nil }
          if let code = AreaCode.reading(word, as: level) { return code }
          guard level != .gemeente, let within = municipality?.values[row].word,
            let outer = AreaCode.reading(within, as: .gemeente)
          else { return nil }
          return AreaCode.reading(outer.dropFirst(2) + word, as: level)
        }
        if codes.contains(where: { $0 != nil }) { return (property.key, codes) }
      }
    }
    return nil
  }

  /// Codes with another number of signs than Statistics Netherlands uses, under a name that is known for them.
  private static func unusual(_ properties: FeatureProperties) -> (String, [String?])? {
    for name in known {
      guard let property = properties[name] else { continue }
      let codes = property.values.map { $0.word.flatMap(AreaCode.clean) }
      if codes.contains(where: { $0 != nil }) { return (name, codes) }
    }
    return nil
  }
}

/// The names that features give their areas: that of their own level, never that of the area around it.
enum FeatureNames {
  private static let general = ["statnaam", "naam", "name"]
  private static let own: [AreaLevel: [String]] = [
    .buurt: ["buurtnaam", "bu_naam", "buurt"], .wijk: ["wijknaam", "wk_naam", "wijk"],
    .gemeente: ["gemeentenaam", "gm_naam", "gemeente"], .land: ["landnaam"],
  ]

  static func name(of row: Int, _ level: AreaLevel?, in properties: FeatureProperties) -> String? {
    properties.word(["statnaam"] + (level.flatMap { own[$0] } ?? []) + general, row)
  }

  /// The municipality that a smaller area lies in, by its name.
  static func municipality(of row: Int, in properties: FeatureProperties) -> String? {
    properties.word(["gemeentenaam", "gm_naam", "gemeente"], row)
  }
}

/// Which features are water: CBS gives an area's land and its water apart.
enum FeatureWater {
  private static let names = ["water", "h2o"]
  private static let wet: Set<String> = ["ja", "j", "yes", "y", "true", "1", "b", "water"]
  private static let dry: Set<String> = ["nee", "n", "no", "false", "0", "land"]

  /// One a feature. A property with another word in it, such as hectares of water, tells nothing.
  static func flags(_ properties: FeatureProperties) -> [Bool]? {
    for name in names {
      guard let property = properties[name] else { continue }
      let words = property.values.map { $0.word?.trimmedOfPadding.lowercased() }
      guard words.allSatisfy({ word in word.map { wet.contains($0) || dry.contains($0) } ?? true }) else { continue }
      return words.map { word in word.map(wet.contains) ?? false }
    }
    return nil
  }
}
