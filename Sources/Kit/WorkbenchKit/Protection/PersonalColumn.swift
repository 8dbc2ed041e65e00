/// Counts what the cells of one column look like, and says what the column then holds.
///
/// A mark that nothing else is written like (an e-mail address, an IBAN, a mobile number) counts at once. Numbers that
/// something else can be as well count by their share, so that chance is excluded:
/// - BSN: of the numbers of nine digits at least three pass the eleven test, and 60 % of them; or ten, and a quarter;
///   or both of two. By chance one in eleven passes, so a column of other numbers is taken for this in fewer than one
///   case in a hundred. One is enough where the column is named after the number or after a person (`bsn`, `klant`).
///   Numbers of eight digits, which have lost a nought, count where the name says BSN, where those of nine are as many, or where
///   they pass so often themselves. In a column of an organisation's numbers (RSIN, KvK) none counts: a RSIN passes as well.
/// - Telephone: ten digits in a row that begin with a nought and are no mobile number: three and 60 % of the values, or
///   all of them, or one where the name says telephone; there nine digits without the nought are enough.
/// - Date of birth: one full date where the name says birth. Without such a name: at least three full dates, 60 % of the
///   values, most of them different and not all on the first of a month, none after 2020 and half of them before 1980; a name
///   that says of what else the days are (`bouwdatum`) excludes that. Days as a spreadsheet counts them (18334) need the name, and
///   to be most of the values. In a text a day counts behind a word that says birth.
/// A name that says how many or what share (`aantal_telefoons`) names nobody's number.
///
/// What is written with other spaces, dashes or signs than usual is read as if it were usual (`PlainCell`).
struct PersonalColumn {
  private let meaning: ColumnMeaning
  private let isOfRespondents: Bool
  /// Whether it holds what a person types: in a list such as `100,200,300` a comma parts numbers.
  private let isOfWords: Bool
  /// Cells that hold anything.
  var present = 0
  /// What a cell can be counted as.
  private enum Sign: Int, CaseIterable {
    case nine, ninePassed, eight, eightPassed, namedBSN, email, account
    case telephone, bareTelephone, shortTelephone
    case birth, serial
    /// A birth that stands in a text.
    case toldBirth
    case postcode, address
  }
  private var counts: [15 of Int] = .init(repeating: 0)
  /// The first thousand different numbers of eight digits: codes such as those of the CPV come back, persons' hardly.
  private var eights = FirstNumbers()
  private var days = DayTally()

  private subscript(sign: Sign) -> Int {
    get { counts[sign.rawValue] }
    set { counts[sign.rawValue] = newValue }
  }

  /// How many cells hold a postcode.
  var postcodes: Int { self[.postcode] }

  init(_ name: String, isOfRespondents: Bool, isOfWords: Bool = false) {
    self.init(ColumnMeaning(name), isOfRespondents: isOfRespondents, isOfWords: isOfWords)
  }

  init(_ meaning: ColumnMeaning, isOfRespondents: Bool, isOfWords: Bool = false) {
    self.meaning = meaning
    self.isOfWords = isOfWords
    self.isOfRespondents = isOfRespondents
  }

  /// The fewest signs that anything personal has; most cells of figures are shorter, and are only counted.
  static let shortest = 6

  /// Whether shorter cells are looked at as well: a spreadsheet counts days in five digits.
  var takesShort: Bool { meaning.isBirth }

  /// Looks at one cell.
  mutating func note(_ text: String) {
    var text = text
    text.withUTF8 { note($0) }
  }

  /// Looks at one cell.
  mutating func note(_ cell: UnsafeBufferPointer<UInt8>) {
    let start = cell.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? cell.count
    if cell.count - start >= Self.shortest || takesShort && cell.count > start {
      look(at: UnsafeBufferPointer(rebasing: cell[start...]))
    } else if cell.count > start {
      present += 1
    }
  }

  /// Looks at a cell of `shortest` signs or more, without padding before it.
  mutating func look(at padded: UnsafeBufferPointer<UInt8>) {
    present += 1
    var to = padded.count
    while to > 0, padded[to - 1] == 0x20 || padded[to - 1] == 0x09 { to -= 1 }
    if to < Self.shortest, !takesShort { return }
    let cell = UnsafeBufferPointer(rebasing: padded[..<to])
    if PlainCell.isDue(cell) {
      PlainCell.bytes(of: cell).withUnsafeBufferPointer { lookAtPlain($0) }
    } else {
      lookAtPlain(cell)
    }
  }

  /// Whether a cell is a short word, a code or a figure: of all that is personal only an e-mail address fits in.
  func holdsMailAtMost(_ length: Int, from first: UInt8) -> Bool {
    length < 12 && (first.isLetter || length < 8) && !meaning.isBirth && !isOfRespondents
  }

  private mutating func lookAtPlain(_ cell: UnsafeBufferPointer<UInt8>) {
    guard !cell.isEmpty else { return }
    if holdsMailAtMost(cell.count, from: cell[0]) {
      if cell.contains(UInt8(ascii: "@")), MailAddress.stands(in: cell) { self[.email] += 1 }
      return
    }
    let signs = CellSigns(cell)
    if signs.ats > 0, MailAddress.stands(in: cell) { self[.email] += 1 }
    if isOfRespondents, signs.digits >= 4, signs.letters >= 2 { notePostcode(cell, signs) }
    if meaning.isBirth, signs.digits >= 3, WrittenDate(cell, freely: true) != nil {
      self[.birth] += 1
      return
    }
    if meaning.isBirth, Self.isSerialDay(cell, signs) {
      self[.serial] += 1
      return
    }
    if signs.letters >= 3, signs.digits >= 4, BirthWords.stands(in: cell) { self[.toldBirth] += 1 }
    // `1-4-1951`: six digits and two marks.
    if signs.digits < 8, signs.digits < 6 || max(signs.dashes, signs.slashes, signs.dots) != 2 { return }
    if signs.letters == 0, noteNumber(cell, signs) { return }
    if signs.letters == 1 || signs.letters == 3, let (number, digits) = signs.writtenNumber(of: cell) {
      count(number, digits: digits)
      return
    }
    if signs.digits > 8 { noteText(cell, signs) }
  }

  /// Returns whether the whole cell is something that was counted.
  private mutating func noteNumber(_ cell: UnsafeBufferPointer<UInt8>, _ signs: CellSigns) -> Bool {
    if !isOfWords || signs.commas == 0, let (number, digits) = signs.plainNumber(of: cell) {
      count(number, digits: digits)
      if digits == 9, signs.digits == 9 { self[.shortTelephone] += 1 }
      return true
    }
    switch TelephoneNumber.likeness(of: cell, signs) {
    case .certain:
      self[.telephone] += 1
      return true
    case .bare:
      self[.bareTelephone] += 1
      return true
    case .withoutNought, nil: break
    }
    if let date = WrittenDate(cell, freely: false) {
      days.add(date)
      return true
    }
    return false
  }

  /// A day as a spreadsheet counts it, from 1913 to 2025.
  private static func isSerialDay(_ cell: UnsafeBufferPointer<UInt8>, _ signs: CellSigns) -> Bool {
    guard signs.isNumeric, signs.spaces + signs.dashes + signs.slashes + signs.dialling == 0, signs.dots <= 1 else {
      return false
    }
    let whole = cell.prefix { $0.isDigit }.reduce(0) { $0 < 100_000 ? $0 * 10 + Int($1 - 48) : $0 }
    let rest = cell.drop { $0.isDigit }.dropFirst()
    return (5_000...46_000).contains(whole) && rest.allSatisfy { $0 == 48 }
  }

  private mutating func noteText(_ cell: UnsafeBufferPointer<UInt8>, _ signs: CellSigns) {
    let isAccount = signs.letters >= 2 && BankAccount.stands(in: cell)
    if isAccount { self[.account] += 1 }
    // The groups of an account look like the area code and the rest of a number.
    if !isAccount, TelephoneNumber.stands(in: cell, saysTelephone: meaning.isTelephone) { self[.telephone] += 1 }
    if let date = WrittenDate(cell, freely: false) { days.add(date) }
    let saysBSN = Self.saysBSN(cell)
    var index = 0
    while index < cell.count {
      guard cell[index].isDigit else {
        index += 1
        continue
      }
      let (number, digits, end) = Self.number(at: index, in: cell, isNamed: saysBSN)
      let isApart =
        (index == 0 || !cell[index - 1].isAlphanumeric && cell[index - 1] != UInt8(ascii: "."))
        && (end == cell.count || !cell[end].isAlphanumeric)
      index = end
      guard digits == 9, isApart else { continue }
      if ElevenTest.passes(number), saysBSN { self[.namedBSN] += 1 } else { count(number, digits: 9) }
    }
  }

  /// The number that begins at a digit, with what may part its groups: `123.456.782`, and `1234 56 782` where the text says BSN.
  /// Where the groups together are no nine digits it is the first group alone.
  private static func number(
    at start: Int, in cell: UnsafeBufferPointer<UInt8>, isNamed: Bool
  ) -> (number: UInt64, digits: Int, end: Int) {
    var (number, digits, groups) = (UInt64(0), 0, 0)
    var index = start
    var first: (number: UInt64, digits: Int, end: Int)?
    while true {
      while index < cell.count, cell[index].isDigit {
        if digits < 10 { number = number * 10 + UInt64(cell[index] - 48) }
        (index, digits) = (index + 1, digits + 1)
      }
      groups += 1
      if first == nil { first = (number, digits, index) }
      guard digits < 9, index + 1 < cell.count, (isNamed ? " .-," : ".-").utf8.contains(cell[index]),
        cell[index + 1].isDigit
      else { break }
      index += 1
    }
    let isParted = digits == 9 && groups >= 3 && (index == cell.count || !cell[index].isAlphanumeric)
    return isParted ? (number, digits, index) : first ?? (number, digits, index)
  }

  private mutating func count(_ number: UInt64, digits: Int) {
    let passes = ElevenTest.passes(number)
    if digits == 9 {
      self[.nine] += 1
      if passes { self[.ninePassed] += 1 }
    } else {
      self[.eight] += 1
      if passes { self[.eightPassed] += 1 }
      // What ends in noughts is a code or an amount.
      if !number.isMultiple(of: 100) { eights.add(number) }
    }
  }

  private static func saysBSN(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.holds("bsn") || cell.holds("burgerservice") || cell.holds("sofi")
  }

  private mutating func notePostcode(_ cell: UnsafeBufferPointer<UInt8>, _ signs: CellSigns) {
    for index in cell.indices where index == 0 || !cell[index - 1].isAlphanumeric {
      guard index + 6 <= cell.count, cell[index] != 48, cell[index..<index + 4].allSatisfy(\.isDigit) else { continue }
      var after = index + 4
      if cell[after] == 0x20 { after += 1 }
      guard after + 2 <= cell.count, cell[after].isLetter, cell[after + 1].isLetter,
        after + 2 == cell.count || !cell[after + 2].isAlphanumeric
      else { continue }
      self[.postcode] += 1
      if signs.digits > 4 { self[.address] += 1 }
      return
    }
  }

  /// Takes in what was counted of the cells below.
  mutating func add(_ below: PersonalColumn) {
    present += below.present
    for sign in Sign.allCases { self[sign] += below[sign] }
    for number in below.eights.numbers { eights.add(number) }
    days.add(below.days)
  }

  // MARK: What it comes to

  /// Whether the column holds numbers of houses, by its name.
  var isHouseNumber: Bool { meaning.isHouseNumber }
  /// Whether the column holds postcodes: most of its values, or some where its name says so.
  var isPostcode: Bool { postcodes > 0 && (meaning.isPostcode || postcodes * 5 >= present * 3) }

  /// What the column holds, each with the count of its cells.
  var kinds: [(kind: PersonalKind, count: Int)] {
    var kinds: [(PersonalKind, Int)] = []
    let numbers = self[.namedBSN] + passedNumbers
    if numbers > 0 { kinds.append((.bsn, numbers)) }
    if self[.email] > 0 { kinds.append((.email, self[.email])) }
    if telephoneCount > 0 { kinds.append((.telephone, telephoneCount)) }
    if self[.account] > 0 { kinds.append((.iban, self[.account])) }
    let isOfSerials = self[.serial] * 5 >= present * 3
    let named = self[.birth] + (isOfSerials || self[.birth] > 0 ? self[.serial] : 0) + self[.toldBirth]
    let birthCount = named > 0 ? named : looksLikeBirths ? days.count : 0
    if birthCount > 0 { kinds.append((.birthDate, birthCount)) }
    if self[.address] > 0 { kinds.append((.address, self[.address])) }
    return kinds
  }

  private var passedNumbers: Int {
    if meaning.isOfOrganisation, !meaning.isPerson { return 0 }
    let withEight = meaning.isBSN || self[.nine] > 0 && self[.nine] >= self[.eight] || hasLostNoughts
    let all = self[.nine] + (withEight ? self[.eight] : 0)
    let passed = self[.ninePassed] + (withEight ? self[.eightPassed] : 0)
    return Self.isMoreThanChance(passed, of: all) || meaning.isBSN
      || meaning.isPerson && self[.ninePassed] * 2 > self[.nine]
      ? passed : 0
  }

  /// Whether the numbers of eight digits pass so often that they had a nought before them.
  private var hasLostNoughts: Bool {
    eights.numbers.count * 4 >= min(self[.eight], FirstNumbers.most)
      && Self.isMoreThanChance(eights.numbers.count(where: ElevenTest.passes), of: eights.numbers.count)
  }

  private static func isMoreThanChance(_ passed: Int, of all: Int) -> Bool {
    passed >= 3 && passed * 5 >= all * 3 || passed >= 10 && passed * 4 >= all || passed == 2 && all == 2
  }

  private var telephoneCount: Int {
    if meaning.isTelephone { return self[.telephone] + self[.bareTelephone] + self[.shortTelephone] }
    let isMost = self[.bareTelephone] >= 3 && self[.bareTelephone] * 5 >= present * 3 || self[.bareTelephone] == present
    return self[.telephone] + (isMost ? self[.bareTelephone] : 0)
  }

  private var looksLikeBirths: Bool {
    !meaning.isOfThings && days.count >= 3 && days.count * 5 >= present * 3 && days.areOldAndDifferent
  }
}

/// The first different numbers, in the order in which they came.
private struct FirstNumbers {
  static let most = 1_000

  private(set) var numbers: [UInt64] = []
  private var known: Set<UInt64> = []

  mutating func add(_ number: UInt64) {
    if numbers.count < Self.most, known.insert(number).inserted { numbers.append(number) }
  }
}
