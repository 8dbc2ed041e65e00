extension String {
  /// The text without spaces, no-break spaces and tabs before and after it.
  public var trimmedOfPadding: String {
    let isPadding: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    guard first.map(isPadding) == true || last.map(isPadding) == true else { return self }
    var rest = self[...].drop(while: isPadding)
    while rest.last.map(isPadding) == true { rest.removeLast() }
    return String(rest)
  }
}
