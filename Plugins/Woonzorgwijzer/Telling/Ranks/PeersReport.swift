import WorkbenchKit

/// Peers by chosen traits as they are shown, with all that is needed to contest them.
struct PeersReport {
  let found: TraitPeers
  let subjects: [MapSubject]
  /// What each trait is called, on a line and in words.
  let names: [String]
  let labels: [Text]
  let level: AreaLevel
  let language: Language

  var blocks: [Block] {
    var blocks: [Block] = [.paragraph(sentence), .table(table), .notice(Notice(.caution, how))]
    var seen: Set<Notice> = []
    for case .notice(let notice) in subjects.flatMap(\.notices) where seen.insert(notice).inserted {
      blocks.append(.notice(notice))
    }
    var sources: [Source] = []
    for source in subjects.flatMap(\.sources) where !sources.contains(source) { sources.append(source) }
    return blocks + Demo.notice(for: [found.area] + found.peers.map(\.area)) + [.sources(sources)]
  }

  /// "Op Berflo Es Noord lijken het meest: A (0,21), B (0,25), C (0,30)."
  private var sentence: Text {
    let list = Text.joined(
      found.peers.prefix(3).map { peer in
        let distance = Text.number(peer.distance, decimals: 2)
        return Text(nl: "\(peer.area.name) (\(distance.nl))", en: "\(peer.area.name) (\(distance.en))")
      })
    return Text(
      nl: "Op \(found.area.name) lijken het meest: \(list.nl).", en: "Most like \(found.area.name) are: \(list.en).")
  }

  private var how: Text {
    let traits = Text.joined(found.used.map { labels[$0] })
    let places = level.counted(found.candidates)
    var words = Text(
      nl:
        "De afstand is in standaardafwijkingen van \(places.nl): de wortel uit het gemiddelde kwadraat over \(traits.nl), elk even zwaar. Andere kenmerken geven andere vergelijkbare gebieden.",
      en:
        "The distance is in standard deviations of \(places.en): the root of the mean square over \(traits.en), each alike. Other traits give other peers."
    )
    let lacking = names.indices.filter { !found.used.contains($0) }.map { labels[$0] }
    if !lacking.isEmpty {
      let list = Text.joined(lacking)
      words =
        words
        + Text(
          nl: " Niet meegeteld, want van \(found.area.name) onbekend of overal gelijk: \(list.nl).",
          en: " Not counted, as not known of \(found.area.name) or alike everywhere: \(list.en).")
    }
    if found.incomplete > 0 {
      words =
        words
        + Text(
          nl: " Zonder alle kenmerken en niet vergeleken: \(found.incomplete).",
          en: " Without all traits and not compared: \(found.incomplete).")
    }
    return words
  }

  /// Of shares of one's own how many people they are.
  private var people: [Column] {
    let rows = [0] + found.peers.map { $0.index + 1 }
    let counts = zip(names, subjects).compactMap { name, subject -> Column? in
      guard var column = subject.people?.rows(rows) else { return nil }
      column.name = "n_\(name)"
      // Of which ages they are stands nowhere else in the row.
      let age = subject.indicator?.age ?? AgeRange.all.label
      column.label = Text(nl: "personen, \(age)", en: "persons, \(age)")
      return column.asDetail()
    }
    return counts.isEmpty ? [] : counts + [.texts("method", rows.map { _ in "count" }).asDetail()]
  }

  private var table: Table {
    let rows = [found.area] + found.peers.map(\.area)
    let traits = names.indices.map { trait -> Column in
      let values = [found.own[trait]] + found.peers.map { $0.values[trait] }
      let subject = subjects[trait]
      let label = labels[trait]
      let isBare = subject.unit == .share
      return .numbers(
        names[trait], values, label: isBare ? Text(nl: "\(label.nl) %", en: "\(label.en) %") : label,
        unit: subject.unit == .persons ? nil : subject.unit, format: subject.format)
    }
    let most = found.peers.map { peer in
      peer.furthest.map { one -> String in
        let apart = Text.number(one.apart, decimals: 1)(language)
        return "\(labels[one.trait](language)) (\(one.apart > 0 ? "+" : "")\(apart))"
      }
    }
    return Table(
      title: Text(
        nl: "Gebieden die het meest op \(found.area.name) lijken", en: "Areas most like \(found.area.name)"),
      columns: [
        .texts("area", rows.map(\.code), label: Text(nl: "gebied", en: "area")).asDetail(),
        .texts("name", rows.map(\.name), label: Text(nl: "naam", en: "name")),
        .texts("municipality", rows.map(\.municipality), label: Text(nl: "gemeente", en: "municipality")).asDetail(
          Set(rows.map(\.municipality)).count < 2 || level == .gemeente),
        .numbers(
          "distance", [0] + found.peers.map(\.distance), label: Text(nl: "afstand", en: "distance"),
          format: .decimals(2)),
        .texts("furthest", [nil] + most, label: Text(nl: "verschilt het meest in", en: "differs most in"))
          .asDetail(found.used.count < 2),
      ] + traits + people + Column.nesting(of: rows))
  }
}
