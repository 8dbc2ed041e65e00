/// The guard of words that a person types: what they hold of a person does not come in.
public enum FreeWords {
  /// The longest text that is taken, in bytes.
  public static let limit = 4_000

  /// Returns what of a person stands in words: a number, an address, an account; nil where nothing does.
  public static func finding(in words: String) -> PersonalKind? {
    var trimmed = words
    guard trimmed.withUTF8(mayHold) else { return nil }
    trimmed = words.trimmedOfPadding
    guard trimmed.utf8.count >= PersonalColumn.shortest else { return nil }
    // A number among words is taken for what it can be, as in a column of such numbers.
    let pieces = trimmed.utf8.split { separators.contains($0) }.map { String(Substring($0)) }
    var numbers = PersonalColumn(.ofNumbers, isOfRespondents: false, isOfWords: true)
    numbers.note(trimmed)
    if pieces.count > 1 { for piece in pieces { numbers.note(piece) } }
    if let kind = numbers.kinds.first?.kind { return kind }
    if trimmed.utf8.holds("geb") || trimmed.utf8.holds("born") {
      var births = PersonalColumn(.ofBirths, isOfRespondents: false, isOfWords: true)
      for piece in pieces { births.note(piece) }
      if let kind = births.kinds.first?.kind { return kind }
    }
    return holdsAddress(trimmed) ? .address : nil
  }

  private static let separators = Array(" ,;:()[]\"'".utf8)

  /// Whether words can hold anything: three digits at least, or an at sign in one of its forms. Most words end here.
  private static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    for byte in bytes {
      switch byte {
      case 48...57:
        digits += 1
        if digits == 3 { return true }
      // 0xEF begins the signs of full width.
      case UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"), 0xEF:
        return true
      default: break
      }
    }
    return false
  }

  /// A postcode in capitals, and a house number besides; small letters would make one of "2024 en 2025".
  private static func holdsAddress(_ words: String) -> Bool {
    let signs = Array(words.utf8)
    for start in signs.indices where start == 0 || !signs[start - 1].isAlphanumeric {
      guard start + 6 <= signs.count, signs[start] != 48, signs[start..<start + 4].allSatisfy(\.isDigit) else {
        continue
      }
      let letters = signs[start + 4] == 0x20 ? start + 5 : start + 4
      guard letters + 2 <= signs.count, signs[letters..<letters + 2].allSatisfy({ (65...90).contains($0) }),
        letters + 2 == signs.count || !signs[letters + 2].isAlphanumeric
      else { continue }
      let others = signs[..<start] + signs[(letters + 2)...]
      if others.contains(where: \.isDigit) { return true }
    }
    return false
  }

  /// Checks words before they are kept or shown.
  ///
  /// - Parameters:
  ///   - words: what a person typed.
  ///   - place: where it stands.
  ///   - limit: how many bytes they may take.
  /// - Throws: `personal.found`, which names what was found and never the words; `text.toolong`.
  public static func demandNone(in words: String, at place: Place? = nil, limit: Int = FreeWords.limit) throws {
    guard words.utf8.count <= limit else {
      throw Diagnostic(
        "text.toolong",
        Text(
          nl: "een tekst van \(words.utf8.count) tekens is te lang",
          en: "a text of \(words.utf8.count) characters is too long"),
        wayOut: Text(nl: "houd het onder de \(limit)", en: "keep it below \(limit)"), place: place)
    }
    guard let kind = finding(in: words) else { return }
    throw Diagnostic(
      "personal.found",
      Text(
        nl: "in deze tekst staat \(kind.one.nl); er is niets bewaard",
        en: "this text holds \(kind.one.en); nothing was kept"),
      wayOut: Text(
        nl: "laat het weg, en noem een rol of een organisatie in plaats van een persoon",
        en: "leave it out, and name a role or an organisation instead of a person"),
      place: place?.withoutText)
  }
}

extension Place {
  /// The place without the line that it points into.
  var withoutText: Place {
    var copy = self
    copy.text = ""
    return copy
  }
}
