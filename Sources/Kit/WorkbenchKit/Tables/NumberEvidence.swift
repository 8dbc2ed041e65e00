/// What the cells of a column tell of the marks in its numbers.
struct NumberEvidence: Sendable {
  /// One thing that a cell can tell.
  enum Sign: Int, CaseIterable {
    case commaDecimal, pointDecimal, commaThousands, pointThousands, commaDoubt, pointDoubt, blank, apostrophe
    case percent, euro, provisional
    /// A whole number above 2^53.
    case beyondDouble
  }

  /// How many cells are not empty.
  private(set) var present = 0
  /// How many of these can be a number.
  private(set) var shaped = 0
  private var counts: [12 of Int] = .init(repeating: 0)
  private var rows: [12 of Int] = .init(repeating: 0)

  /// How many cells tell something.
  subscript(sign: Sign) -> Int { counts[sign.rawValue] }
  /// The first row whose cell tells something.
  func row(of sign: Sign) -> Int { rows[sign.rawValue] }

  /// Whether the column is one of numbers, so that its marks count.
  var isNumeric: Bool { shaped > 0 && shaped * 2 >= present }
  /// Whether nothing has to be said of its numbers.
  var isQuiet: Bool { Sign.allCases.allSatisfy { self[$0] == 0 || $0 == .commaDecimal || $0 == .pointDecimal } }
  /// Whether no cell can be a number, and some are something.
  var holdsWordsOnly: Bool { shaped == 0 && present > 0 }
  /// Whether each cell that is something can be a number.
  var holdsNumbersOnly: Bool { shaped == present }
  /// What the cells count where each of them says so.
  var unit: Unit? {
    guard shaped > 0, shaped == present else { return nil }
    if self[.percent] == shaped { return .percent }
    return self[.euro] == shaped ? .euro : nil
  }
  /// How many cells prove what is before decimals.
  func proofs(of mark: DecimalMark) -> Int {
    mark == .comma
      ? self[.commaDecimal] + self[.pointThousands] : self[.pointDecimal] + self[.commaThousands]
  }
  /// How many cells have three digits behind this as their only mark.
  func doubts(of mark: DecimalMark) -> Int { self[mark == .comma ? .commaDoubt : .pointDoubt] }

  /// - Parameter text: without padding.
  @inline(__always)
  mutating func look(at text: UnsafeBufferPointer<UInt8>, row: Int) {
    if text.isEmpty || text.count == 1 && text[0] == UInt8(ascii: ".") { return }
    present += 1
    // A name is known by its first letter.
    if text[0] | 0x20 >= UInt8(ascii: "a"), text[0] | 0x20 <= UInt8(ascii: "z"), text[0] | 0x20 != UInt8(ascii: "e") {
      if text.count < 4, text.elementsEqual("NA".utf8) || text.elementsEqual("NaN".utf8) { present -= 1 }
      return
    }
    // Most others are short whole numbers, of which there is nothing to tell.
    if text.count < 16, Self.isDigits(text) {
      shaped += 1
      return
    }
    if let mark = Self.simpleFraction(text) {
      shaped += 1
      note(mark == UInt8(ascii: ",") ? .commaDecimal : .pointDecimal, row)
      return
    }
    lookClosely(at: text, row)
  }

  /// Whether a text of 1 to 15 bytes is digits alone, four at a time and the last four once more.
  @inline(__always)
  private static func isDigits(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 4 else { return text.allSatisfy { $0 &- 48 < 10 } }
    let raw = UnsafeRawBufferPointer(text)
    var found: UInt32 = 0
    var index = 0
    while index + 4 <= raw.count {
      found |= Self.strange(raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
      index += 4
    }
    return found | Self.strange(raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self)) == 0
  }

  /// Nought where each of four bytes is a digit: the upper half of one is 3, and stays so when six is added.
  @inline(__always)
  private static func strange(_ four: UInt32) -> UInt32 {
    ((four & 0xF0F0_F0F0) ^ 0x3030_3030) | (((four &+ 0x0606_0606) & 0xF0F0_F0F0) ^ 0x3030_3030)
  }

  /// The mark of a number such as `44.7`: digits, and one or two behind the only mark, which can part no thousands then; nil for
  /// any other text.
  private static func simpleFraction(_ text: UnsafeBufferPointer<UInt8>) -> UInt8? {
    var mark: UInt8?
    var behind = 0
    for byte in text {
      if byte &- 48 < 10 {
        if mark != nil { behind += 1 }
      } else if mark == nil, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        mark = byte
      } else {
        return nil
      }
    }
    return behind == 1 || behind == 2 ? mark : nil
  }

  private mutating func lookClosely(at text: UnsafeBufferPointer<UInt8>, _ row: Int) {
    let told: (NumberShape, NumberSigns, isBeyond: Bool)? = BareNumber.read(text) { bare, signs in
      NumberShape(bare).map { ($0, signs, WrittenNumber.isBeyondDouble(bare)) }
    }
    guard let (shape, signs, isBeyond) = told else { return }
    shaped += 1
    switch shape {
    case .plain: break
    case .decimal(let mark): note(mark == .comma ? .commaDecimal : .pointDecimal, row)
    case .doubt(let mark): note(mark == .comma ? .commaDoubt : .pointDoubt, row)
    case .thousands(let mark): note(Self.grouping(mark), row)
    case .both(let mark, let decimal):
      note(Self.grouping(mark), row)
      note(decimal == .comma ? .commaDecimal : .pointDecimal, row)
    }
    if signs.contains(.percent) { note(.percent, row) }
    if signs.contains(.euro) { note(.euro, row) }
    if signs.contains(.provisional) { note(.provisional, row) }
    if isBeyond { note(.beyondDouble, row) }
  }

  private static func grouping(_ mark: UInt8) -> Sign {
    switch mark {
    case UInt8(ascii: ","): .commaThousands
    case UInt8(ascii: "."): .pointThousands
    case UInt8(ascii: "'"): .apostrophe
    default: .blank
    }
  }

  /// Takes in what the cells below tell.
  ///
  /// - Parameter firstRow: from which their rows are counted.
  mutating func add(_ other: NumberEvidence, firstRow: Int) {
    present += other.present
    shaped += other.shaped
    for sign in counts.indices where other.counts[sign] > 0 {
      if counts[sign] == 0 { rows[sign] = firstRow + other.rows[sign] }
      counts[sign] += other.counts[sign]
    }
  }

  private mutating func note(_ sign: Sign, _ row: Int) {
    if counts[sign.rawValue] == 0 { rows[sign.rawValue] = row }
    counts[sign.rawValue] += 1
  }
}
