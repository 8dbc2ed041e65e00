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
  private var nine = 0
  private var ninePassed = 0
  private var eight = 0
  private var eightPassed = 0
  /// The first thousand different numbers of eight digits: codes such as those of the CPV come back, persons' hardly.
  private var eights = FirstNumbers()
  private var namedBSN = 0
  private var emails = 0
  private var accounts = 0
  private var telephones = 0
  private var bareTelephones = 0
  private var shortTelephones = 0
  private var births = 0
  private var serials = 0
  /// Births that stand in a text.
  private var toldBirths = 0
  private var dates: [WrittenDate] = []
  private(set) var postcodes = 0
  private var addresses = 0

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
      if cell.contains(UInt8(ascii: "@")), MailAddress.stands(in: cell) { emails += 1 }
      return
    }
    let signs = CellSigns(cell)
    if signs.ats > 0, MailAddress.stands(in: cell) { emails += 1 }
    if isOfRespondents, signs.digits >= 4, signs.letters >= 2 { notePostcode(cell, signs) }
    if meaning.isBirth, signs.digits >= 3, WrittenDate(cell, freely: true) != nil {
      births += 1
      return
    }
    if meaning.isBirth, Self.isSerialDay(cell, signs) {
      serials += 1
      return
    }
    if signs.letters >= 3, signs.digits >= 4, BirthWords.stands(in: cell) { toldBirths += 1 }
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
      if digits == 9, signs.digits == 9 { shortTelephones += 1 }
      return true
    }
    switch TelephoneNumber.likeness(of: cell, signs) {
    case .certain:
      telephones += 1
      return true
    case .bare:
      bareTelephones += 1
      return true
    case .withoutNought, nil: break
    }
    if let date = WrittenDate(cell, freely: false) {
      dates.append(date)
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
    if isAccount { accounts += 1 }
    // The groups of an account look like the area code and the rest of a number.
    if !isAccount, TelephoneNumber.stands(in: cell, saysTelephone: meaning.isTelephone) { telephones += 1 }
    if let date = WrittenDate(cell, freely: false) { dates.append(date) }
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
      if ElevenTest.passes(number), saysBSN { namedBSN += 1 } else { count(number, digits: 9) }
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
      nine += 1
      if passes { ninePassed += 1 }
    } else {
      eight += 1
      if passes { eightPassed += 1 }
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
      postcodes += 1
      if signs.digits > 4 { addresses += 1 }
      return
    }
  }

  /// Takes in what was counted of the cells below.
  mutating func add(_ below: PersonalColumn) {
    present += below.present
    nine += below.nine
    ninePassed += below.ninePassed
    eight += below.eight
    eightPassed += below.eightPassed
    for number in below.eights.numbers { eights.add(number) }
    namedBSN += below.namedBSN
    emails += below.emails
    accounts += below.accounts
    telephones += below.telephones
    bareTelephones += below.bareTelephones
    shortTelephones += below.shortTelephones
    births += below.births
    serials += below.serials
    toldBirths += below.toldBirths
    dates += below.dates
    postcodes += below.postcodes
    addresses += below.addresses
  }

  // MARK: What it comes to

  /// Whether the column holds numbers of houses, by its name.
  var isHouseNumber: Bool { meaning.isHouseNumber }
  /// Whether the column holds postcodes: most of its values, or some where its name says so.
  var isPostcode: Bool { postcodes > 0 && (meaning.isPostcode || postcodes * 5 >= present * 3) }

  /// What the column holds, each with the count of its cells.
  var kinds: [(kind: PersonalKind, count: Int)] {
    var kinds: [(PersonalKind, Int)] = []
    let numbers = namedBSN + passedNumbers
    if numbers > 0 { kinds.append((.bsn, numbers)) }
    if emails > 0 { kinds.append((.email, emails)) }
    if telephoneCount > 0 { kinds.append((.telephone, telephoneCount)) }
    if accounts > 0 { kinds.append((.iban, accounts)) }
    let isOfSerials = serials * 5 >= present * 3
    let named = births + (isOfSerials || births > 0 ? serials : 0) + toldBirths
    let birthCount = named > 0 ? named : looksLikeBirths ? dates.count : 0
    if birthCount > 0 { kinds.append((.birthDate, birthCount)) }
    if addresses > 0 { kinds.append((.address, addresses)) }
    return kinds
  }

  private var passedNumbers: Int {
    if meaning.isOfOrganisation, !meaning.isPerson { return 0 }
    let withEight = meaning.isBSN || nine > 0 && nine >= eight || hasLostNoughts
    let all = nine + (withEight ? eight : 0)
    let passed = ninePassed + (withEight ? eightPassed : 0)
    return Self.isMoreThanChance(passed, of: all) || meaning.isBSN || meaning.isPerson && ninePassed * 2 > nine
      ? passed : 0
  }

  /// Whether the numbers of eight digits pass so often that they had a nought before them.
  private var hasLostNoughts: Bool {
    eights.numbers.count * 4 >= min(eight, FirstNumbers.most)
      && Self.isMoreThanChance(eights.numbers.count(where: ElevenTest.passes), of: eights.numbers.count)
  }

  private static func isMoreThanChance(_ passed: Int, of all: Int) -> Bool {
    passed >= 3 && passed * 5 >= all * 3 || passed >= 10 && passed * 4 >= all || passed == 2 && all == 2
  }

  private var telephoneCount: Int {
    if meaning.isTelephone { return telephones + bareTelephones + shortTelephones }
    let isMost = bareTelephones >= 3 && bareTelephones * 5 >= present * 3 || bareTelephones == present
    return telephones + (isMost ? bareTelephones : 0)
  }

  private var looksLikeBirths: Bool {
    guard !meaning.isOfThings, dates.count >= 3, dates.count * 5 >= present * 3 else { return false }
    let years = dates.map(\.year).sorted()
    guard years[years.count - 1] <= 2020, years[years.count / 2] < 1980 else { return false }
    return dates.contains { $0.day != 1 } && Set(dates).count * 5 >= dates.count * 3
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
