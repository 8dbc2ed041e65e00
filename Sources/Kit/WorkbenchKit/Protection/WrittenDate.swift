/// A day as it is written in tables.
struct WrittenDate: Hashable {
  let year: Int
  let month: Int
  let day: Int

  /// Reads `1950-03-12`, `12-3-1950`, `12/03/1950`, `12.03.1950`, also with a time behind it.
  ///
  /// - Parameter freely: whether `19500312`, `12-03-50` and `12 maart 1950` are dates as well.
  init?(_ cell: UnsafeBufferPointer<UInt8>, freely: Bool) {
    var numbers: [(value: Int, digits: Int)] = []
    var marks: [UInt8] = []
    var index = 0
    while index < cell.count, numbers.count < 3 {
      var value = 0
      var digits = 0
      let start = index
      while index < cell.count, cell[index].isDigit, digits < 9 {
        value = value * 10 + Int(cell[index] - 48)
        (index, digits) = (index + 1, digits + 1)
      }
      if digits == 0 {
        guard freely, numbers.count == 1, let month = Self.month(cell, &index) else { return nil }
        numbers.append((month, 2))
      } else {
        numbers.append((value, digits))
      }
      if numbers.count == 3 { break }
      guard index < cell.count else { break }
      let mark = cell[index]
      guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") || mark == 0x20 else {
        return nil
      }
      if mark == 0x20, !freely { return nil }
      marks.append(mark)
      while index < cell.count, cell[index] == mark || freely && cell[index] == 0x20 { index += 1 }
      if index == start { return nil }
    }
    // A time may follow, nothing else.
    guard index == cell.count || cell[index] == 0x20 || cell[index] == UInt8(ascii: "T") else { return nil }
    if numbers.count == 1, freely, numbers[0].digits == 8, index == cell.count {
      let whole = numbers[0].value
      self.init(whole / 10_000, whole / 100 % 100, whole % 100)
      return
    }
    guard numbers.count == 3, marks.count == 2, marks[0] == marks[1] || freely else { return nil }
    if numbers[0].digits == 4 {
      self.init(numbers[0].value, numbers[1].value, numbers[2].value)
    } else if numbers[2].digits == 4 {
      self.init(numbers[2].value, numbers[1].value, numbers[0].value)
    } else if freely, numbers[2].digits == 2 {
      self.init(1900 + numbers[2].value, numbers[1].value, numbers[0].value)
    } else {
      return nil
    }
  }

  private init?(_ year: Int, _ month: Int, _ day: Int) {
    // 3/12/1950 is written with the month first as well.
    let (month, day) = month > 12 && day <= 12 ? (day, month) : (month, day)
    guard (1850...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static let months = [
    "jan", "feb", "maart mrt mar", "apr", "mei may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec",
  ]

  /// The number of the month whose name begins at the index, which is moved behind it.
  private static func month(_ cell: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int? {
    var word: [UInt8] = []
    while index < cell.count, cell[index].isLetter {
      word.append(cell[index] | 32)
      index += 1
    }
    let name = String(decoding: word, as: UTF8.self)
    guard name.utf8.count >= 3 else { return nil }
    for (place, starts) in months.enumerated() {
      if starts.split(separator: " ").contains(where: { name.hasPrefix($0) }) { return place + 1 }
    }
    return nil
  }
}
