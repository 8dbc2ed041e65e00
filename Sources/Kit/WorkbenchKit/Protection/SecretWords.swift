/// Finding a password in what somebody typed: `password=…`, or an address with one before the `@`.
public enum SecretWords {
  /// Whether words hold one.
  public static func isIn(_ words: String) -> Bool {
    let folded = words.lowercased().filter { !$0.isWhitespace }
    if ["password=", "passwd=", "pwd=", "wachtwoord="].contains(where: folded.contains) { return true }
    var rest = folded[...]
    while let mark = rest.firstRange(of: "://") {
      rest = rest[mark.upperBound...]
      // Up to the end of the host: what stands before the last @ is a role, and a password behind a colon.
      let address = rest.prefix { $0 != "/" && $0 != "?" }
      if let at = address.lastIndex(of: "@"), address[..<at].contains(":") { return true }
    }
    return false
  }
}
