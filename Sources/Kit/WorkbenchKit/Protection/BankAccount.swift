/// Recognises an International Bank Account Number (ISO 13616): a country of the register, its length, and 1 modulo 97.
enum BankAccount {
  /// Lengths from the IBAN register of SWIFT, for the countries of SEPA and some around it.
  private static let lengths: [String: Int] = [
    "AD": 24, "AL": 28, "AT": 20, "BA": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18,
    "EE": 20, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "HR": 21,
    "HU": 28, "IE": 22, "IL": 23, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MD": 24,
    "ME": 22, "MK": 19, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "RS": 22, "SE": 24, "SI": 19,
    "SK": 24, "SM": 27, "TR": 26, "UA": 29, "XK": 20,
  ]

  /// Whether an account stands anywhere in a cell, with or without spaces in it.
  static func stands(in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count >= 15 else { return false }
    for index in 0...(cell.count - 15) where index == 0 || !cell[index - 1].isAlphanumeric {
      guard cell[index].isLetter, cell[index + 1].isLetter, cell[index + 2].isDigit, cell[index + 3].isDigit else {
        continue
      }
      if begins(at: index, in: cell) { return true }
    }
    return false
  }

  private static func begins(at start: Int, in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let country = String(decoding: [cell[start] & 0xDF, cell[start + 1] & 0xDF], as: UTF8.self)
    guard let length = lengths[country] else { return false }
    var signs: [UInt8] = []
    var index = start
    while index < cell.count, signs.count < length {
      if cell[index].isAlphanumeric { signs.append(cell[index]) } else if cell[index] != 0x20 { break }
      index += 1
    }
    guard signs.count == length, index == cell.count || !cell[index].isAlphanumeric else { return false }
    var remainder = 0
    for sign in signs[4...] + signs[..<4] {
      remainder =
        sign.isDigit ? (remainder * 10 + Int(sign - 48)) % 97 : (remainder * 100 + Int(sign | 32) - 87) % 97
    }
    return remainder == 1
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 48 < 10 }
  /// Of ASCII.
  var isLetter: Bool { (self | 32) &- 97 < 26 }
  var isAlphanumeric: Bool { isDigit || isLetter }
}
