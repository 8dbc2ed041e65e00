/// A password in a line that was typed: `--password`, `password=`, or an address with one before its `@`.
enum TypedSecret {
  /// Whether a line holds one, so that it is to be kept in no file.
  static func isIn(_ line: String) -> Bool {
    let folded = line.lowercased().filter { !$0.isWhitespace }
    if ["--password", "password=", "passwd=", "pwd=", "wachtwoord="].contains(where: folded.contains) { return true }
    var rest = folded[...]
    while let mark = rest.firstRange(of: "://") {
      rest = rest[mark.upperBound...]
      let address = rest.prefix { $0 != "/" && $0 != "?" }
      if let at = address.lastIndex(of: "@"), address[..<at].contains(":") { return true }
    }
    return false
  }
}
