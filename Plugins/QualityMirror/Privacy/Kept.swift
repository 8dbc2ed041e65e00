import WorkbenchKit

extension Facts {
  /// What an import tells: how many rows, and how many of them took the place of one that was there.
  static func taken(_ read: Int, replaced: Int, _ what: Text, _ counts: SmallCounts) -> Facts {
    var facts = Facts()
    func sign(_ count: Int, _ rest: Int) -> String? {
      counts.isSmall(count) ? counts.mark : counts.isSmall(rest) ? SmallCounts.complement : nil
    }
    facts.add(
      "read", Double(read), label: Text(nl: "\(what.nl) gelezen", en: "\(what.en) read"), format: .decimals(0),
      held: sign(read, 0))
    facts.add(
      "replaced", Double(replaced),
      label: Text(nl: "stonden er al; de laatste telt", en: "were there already; the last one counts"),
      format: .decimals(0), held: replaced == 0 ? nil : sign(replaced, read - replaced))
    return facts
  }
}

extension Array {
  /// Takes rows up: one with the same key takes the place of the earlier one.
  ///
  /// - Returns: how many did.
  mutating func take<Key: Hashable>(_ rows: [Element], by key: (Element) -> Key) -> Int {
    var places = Dictionary(enumerated().map { (key($1), $0) }, uniquingKeysWith: { _, last in last })
    var replaced = 0
    for row in rows {
      if let place = places[key(row)] {
        self[place] = row
        replaced += 1
      } else {
        places[key(row)] = count
        append(row)
      }
    }
    return replaced
  }
}
