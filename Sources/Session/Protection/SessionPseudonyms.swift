import WorkbenchKit

/// Makes pseudonyms with the key of the workspace at hand: `p-` and ten signs, fifty bits of a keyed digest.
///
/// Among a hundred thousand values two meet by chance in one workspace out of two hundred thousand; where they do within
/// a session, the later one gets ten signs more.
final class SessionPseudonyms: Pseudonyms {
  /// Digits and letters that are not taken for one another (Crockford's base 32).
  private static let signs = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private let vault: any Vault
  private let lineage: () -> String
  private var givenTo: [String: [UInt8]] = [:]

  init(vault: any Vault, lineage: @escaping () -> String) {
    self.vault = vault
    self.lineage = lineage
  }

  var areLasting: Bool { vault.isLasting(lineage()) }

  func pseudonym(of text: String) -> String {
    let digest = vault.digest(Array("pseudonym:\(text)".utf8), of: lineage())
    return name(digest)
  }

  /// The name for a digest; a longer one where another digest has the short one already.
  func name(_ digest: [UInt8]) -> String {
    let short = Self.text(digest, signs: 10)
    if let other = givenTo[short], other != digest { return Self.text(digest, signs: 20) }
    givenTo[short] = digest
    return short
  }

  private static func text(_ digest: [UInt8], signs count: Int) -> String {
    var text: [UInt8] = Array("p-".utf8)
    for sign in 0..<count {
      var five = 0
      for bit in (sign * 5)..<(sign * 5 + 5) { five = five << 1 | Int(digest[bit / 8] >> (7 - bit % 8) & 1) }
      text.append(signs[five])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
