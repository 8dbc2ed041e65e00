/// Reading and writing numbers in machine form; marks for people belong to the rendering.
public enum NumberText {
  /// Writes the fewest digits that read back to the same number; whole numbers without a point.
  public static func shortest(_ number: Double) -> String {
    if let whole = Int64(exactly: number), whole.magnitude <= 1 << 53 { return String(whole) }
    return number.description
  }

  /// Adds what `shortest` gives to bytes.
  ///
  /// - Parameters:
  ///   - number: what is written.
  ///   - bytes: get it at their end.
  ///   - point: the decimal mark.
  public static func append(shortest number: Double, to bytes: inout [UInt8], point: UInt8 = UInt8(ascii: ".")) {
    let isShort = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: mostShort) { room in
      guard let count = write(short: number, to: room, point: point) else { return false }
      bytes.append(contentsOf: room[..<count])
      return true
    }
    if isShort { return }
    for byte in shortest(number).utf8 { bytes.append(byte == UInt8(ascii: ".") ? point : byte) }
  }

  /// How many bytes `write(short:)` writes at most.
  public static let mostShort = 24

  /// Writes what `shortest` gives of a number below 10^11 with at most four places, as most numbers are.
  ///
  /// - Parameters:
  ///   - number: what is written.
  ///   - room: at least `mostShort` bytes; gets it at its beginning.
  ///   - point: the decimal mark.
  /// - Returns: how many bytes it took; nil, with nothing said of what the room holds, of any other number.
  public static func write(
    short number: Double, to room: UnsafeMutableBufferPointer<UInt8>, point: UInt8 = UInt8(ascii: ".")
  ) -> Int? {
    let size = number.magnitude
    guard size < 1e11 else { return nil }
    // The fewest places that read back are those of the shortest form too.
    var (places, power, digits) = (0, 1.0, UInt64(size))
    while Double(digits) / power != size {
      if places == 4 { return nil }
      (places, power) = (places + 1, power * 10)
      digits = UInt64(size * power + 0.5)
    }
    var count = number < 0 ? 1 : 0
    var most: UInt64 = 10
    var digitCount = 1
    while most <= digits { (most, digitCount) = (most * 10, digitCount + 1) }
    count += max(digitCount, places + 1) + (places > 0 ? 1 : 0)
    var (place, written) = (count, 0)
    while written <= places || digits > 0 {
      if places > 0, written == places {
        place -= 1
        room[place] = point
      }
      place -= 1
      room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits % 10)
      (digits, written) = (digits / 10, written + 1)
    }
    if number < 0 { room[0] = UInt8(ascii: "-") }
    return count
  }

  /// Writes a number with a fixed count of digits behind the point, rounded half away from zero as it prints.
  ///
  /// - Parameters:
  ///   - number: what is written.
  ///   - decimals: 0 through 15.
  ///   - point: the decimal mark.
  ///   - thousands: the mark between groups of three, or none.
  public static func fixed(_ number: Double, decimals: Int, point: String = ".", thousands: String = "") -> String {
    guard number.isFinite else { return number.isNaN ? "" : (number < 0 ? "-∞" : "∞") }
    let places = min(max(decimals, 0), 15)
    guard let rounded = digits(of: number, places: places) else { return shortest(number) }
    var digits = Array(String(rounded).utf8)
    while digits.count <= places { digits.insert(UInt8(ascii: "0"), at: 0) }
    let wholeDigits = digits.count - places
    var text = number < 0 && rounded > 0 ? "-" : ""
    for (index, digit) in digits[..<wholeDigits].enumerated() {
      if index > 0, (wholeDigits - index) % 3 == 0 { text += thousands }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    if places > 0 {
      text += point
      for digit in digits[wholeDigits...] { text.unicodeScalars.append(Unicode.Scalar(digit)) }
    }
    return text
  }

  /// Rounds a number as `fixed` writes it: half away from zero, as it prints.
  ///
  /// - Parameters:
  ///   - number: what is rounded; one that is not finite stays as it is.
  ///   - decimals: 0 through 15.
  public static func rounded(_ number: Double, decimals: Int) -> Double {
    guard number.isFinite else { return number }
    let places = min(max(decimals, 0), 15)
    guard let digits = digits(of: number, places: places) else { return number }
    // Both are exact as doubles, so that their quotient is the one nearest to what is written.
    let size = Double(digits) / powersOfTen[places]
    return number < 0 && digits > 0 ? -size : size
  }

  /// The digits of a finite number's size, so many of them behind the point; nil from 2^53 on, where every number is whole.
  private static func digits(of number: Double, places: Int) -> UInt64? {
    let scaled = number.magnitude * powersOfTen[places]
    guard scaled < 9_007_199_254_740_992 else { return nil }
    let whole = UInt64(scaled)
    let part = scaled - Double(whole)
    if part >= 0.5 { return whole + 1 }
    // 0.285 * 100 is 28.499999999999996: a tie in decimal notation is rounded as it was written. What is less than a quarter above a
    // whole number is never that near to one.
    return part < 0.25 ? whole : UInt64((scaled + scaled.ulp * 2).rounded(.toNearestOrAwayFromZero))
  }

  /// - Parameter places: 0 through 22.
  static func quotient(_ digits: UInt64, places: Int) -> Double { Double(digits) / powersOfTen[places] }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// Reads a number out of UTF-8 digits: optional sign, digits, at most one decimal mark, optional exponent.
  ///
  /// Exact: the result is the double nearest to the decimal notation.
  /// - Returns: nil where the bytes are not wholly a number, or one too large for a double.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>, point: UInt8 = UInt8(ascii: ".")) -> Double? {
    var index = 0
    let end = bytes.count
    guard end > 0 else { return nil }
    // Most numbers are short: digits, and perhaps some more behind a mark. So few of them are whole numbers of a double.
    var short: UInt64 = 0
    while index < min(end, 15), bytes[index] &- 48 < 10 {
      short = short &* 10 &+ UInt64(bytes[index] &- 48)
      index += 1
    }
    if index == end { return Double(short) }
    if index > 0, bytes[index] == point, end <= 16 {
      let mark = index
      index += 1
      while index < end, bytes[index] &- 48 < 10 {
        short = short &* 10 &+ UInt64(bytes[index] &- 48)
        index += 1
      }
      if index == end { return Double(short) / powersOfTen[end - mark - 1] }
    }
    index = 0
    var negative = false
    if bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
      negative = bytes[0] == UInt8(ascii: "-")
      index = 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var fraction = 0
    var sawPoint = false
    while index < end {
      let byte = bytes[index]
      if byte &- 48 < 10 {
        if digits < 18 { mantissa = mantissa &* 10 &+ UInt64(byte &- 48) } else { return slow(bytes, point: point) }
        if digits > 0 || byte != 48 { digits += 1 }
        if sawPoint { fraction += 1 }
      } else if byte == point, !sawPoint {
        sawPoint = true
      } else if byte | 32 == UInt8(ascii: "e") {
        return slow(bytes, point: point)
      } else {
        return nil
      }
      index += 1
    }
    let sawDigit = index - (sawPoint ? 1 : 0) - (bytes[0] == 45 || bytes[0] == 43 ? 1 : 0) > 0
    guard sawDigit else { return nil }
    guard mantissa < 1 << 53, fraction <= 22 else { return slow(bytes, point: point) }
    let magnitude = Double(mantissa) / powersOfTen[fraction]
    return negative ? -magnitude : magnitude
  }

  /// Reads a number out of a string in machine form.
  public static func parse(_ text: String, point: UInt8 = UInt8(ascii: ".")) -> Double? {
    var copy = text
    return copy.withUTF8 { parse($0, point: point) }
  }

  /// Returns whether digits are a whole number above 2^53, written without point and exponent: of such numbers a double keeps some
  /// only, so that two that differ could become one.
  public static func isBeyondWhole(_ bytes: some Sequence<UInt8>) -> Bool {
    var count = 0
    var most: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      if index == 0, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { continue }
      guard byte &- 48 < 10 else { return false }
      if count > 0 || byte != 48 { count += 1 }
      if count <= 17 { most = most * 10 + UInt64(byte &- 48) }
    }
    return count > 16 || most > 1 << 53
  }

  private static func slow(_ bytes: UnsafeBufferPointer<UInt8>, point: UInt8) -> Double? {
    var text = ""
    for byte in bytes {
      let allowed = byte &- 48 < 10 || byte == point || byte | 32 == UInt8(ascii: "e") || byte == 43 || byte == 45
      guard allowed else { return nil }
      text.unicodeScalars.append(Unicode.Scalar(byte == point ? UInt8(ascii: ".") : byte))
    }
    if text.first == "+" { text.removeFirst() }
    guard let number = Double(text), number.isFinite else { return nil }
    return number
  }
}
