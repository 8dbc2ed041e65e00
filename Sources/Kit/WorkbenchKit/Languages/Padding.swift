extension String {
  /// The text without spaces, no-break spaces and tabs before and after it.
  public var trimmedOfPadding: String {
    // Most texts have none, as their first and their last byte tell.
    guard let start = utf8.first, let end = utf8.last else { return self }
    let begins = start == 0x20 || start == 0x09 || start == 0xC2
    guard begins || end == 0x20 || end == 0x09 || end == 0xA0 else { return self }
    let isPadding: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    guard first.map(isPadding) == true || last.map(isPadding) == true else { return self }
    var rest = self[...].drop(while: isPadding)
    while rest.last.map(isPadding) == true { rest.removeLast() }
    return String(rest)
  }
}
