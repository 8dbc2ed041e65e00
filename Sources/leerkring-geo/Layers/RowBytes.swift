import Glibc

/// The bytes of a row: of each column a letter and its value, then the place.
///
/// `0` nothing, `1` a whole number (8 bytes), `2` a number (8 bytes), `3` a text (its length in 4 bytes, and bytes), `4` something that is
/// not told. The place is a byte of marks (1: it had arcs, and they were straightened; 2: it could not be worked out), the length
/// in 4 bytes, and well-known binary; no bytes are no place.
struct RowBytes {
  let library: GDALLibrary
  let fields: [LayerField]
  /// Makes other coordinates; nil where they stay.
  let transformation: GDALLibrary.Handle?
  let hasPlaces: Bool
  private(set) var bytes: [UInt8] = []

  init(
    _ library: GDALLibrary, _ fields: [LayerField], hasPlaces: Bool, transformation: GDALLibrary.Handle?
  ) {
    self.library = library
    self.fields = fields
    self.hasPlaces = hasPlaces
    self.transformation = transformation
  }

  mutating func take(_ row: GDALLibrary.Handle) {
    bytes.removeAll(keepingCapacity: true)
    for field in fields {
      if library.hasValue(row, field.index) == 0 { bytes.append(0) } else { append(field, row) }
    }
    if hasPlaces { append(place: library.geometry(row)) }
  }

  private mutating func append(_ field: LayerField, _ row: GDALLibrary.Handle) {
    switch field.kind {
    case .boolean, .whole:
      bytes.append(1)
      bytes.append(little: library.whole(row, field.index))
    case .number:
      let value = library.number(row, field.index)
      bytes.append(2)
      let meant = field.isSingle && value.isFinite ? Double(Float(value).description) ?? value : value
      bytes.append(little: meant.bitPattern)
    case .text:
      guard let words = library.text(row, field.index) else { return bytes.append(0) }
      append(UnsafeRawBufferPointer(start: words, count: strlen(words)))
    case .day, .clock, .moment: append(moment: field, row)
    case .list, .bytes: bytes.append(4)
    }
  }

  private mutating func append(_ text: UnsafeRawBufferPointer) {
    bytes.append(3)
    bytes.append(little: UInt32(clamping: text.count))
    bytes.append(contentsOf: text)
  }

  // MARK: Days

  private mutating func append(moment field: LayerField, _ row: GDALLibrary.Handle) {
    var (year, month, day, hour, minute, zone) = (Int32(0), Int32(0), Int32(0), Int32(0), Int32(0), Int32(0))
    var second: Float = 0
    guard library.moment(row, field.index, &year, &month, &day, &hour, &minute, &second, &zone) != 0,
      field.kind == .clock || month > 0
    else { return bytes.append(0) }
    // The library keeps thousandths of a second, as a number of four bytes.
    let thousandths = Int((Double(second) * 1000).rounded())
    var clock = "\(two(hour)):\(two(minute)):\(two(Int32(thousandths / 1000)))"
    if thousandths % 1000 > 0 {
      clock += "." + String(String(1000 + thousandths % 1000).dropFirst())
    }
    let date = "\(String(String(10_000 + year).dropFirst()))-\(two(month))-\(two(day))"
    let text =
      switch field.kind {
      case .day: date
      case .clock: clock
      default: "\(date)T\(clock)\(self.zone(zone))"
      }
    Array(text.utf8).withUnsafeBytes { append($0) }
  }

  private func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : String(number) }

  /// 0 and 1 are no zone, 100 that of Greenwich, each number more a quarter of an hour to the east.
  private func zone(_ number: Int32) -> String {
    guard number > 1 else { return "" }
    if number == 100 { return "Z" }
    let quarters = abs(number - 100)
    return "\(number < 100 ? "-" : "+")\(two(quarters / 4)):\(two(quarters % 4 * 15))"
  }

  // MARK: Places

  private mutating func append(place: GDALLibrary.Handle?) {
    guard let place else { return appendNothing(marks: 0) }
    guard let transformation else { return append(binary: place, marks: 0) }
    // What runs along a circle here runs along none there.
    let hasArcs = library.hasArcs(place, 1) != 0
    guard let copy = library.straightened(place, 1, nil) else { return appendNothing(marks: 2) }
    defer { library.freeGeometry(copy) }
    guard Remarks.unheard({ library.transform(copy, transformation) }) == 0 else { return appendNothing(marks: 2) }
    append(binary: copy, marks: hasArcs ? 1 : 0)
  }

  private mutating func appendNothing(marks: UInt8) {
    bytes.append(marks)
    bytes.append(little: UInt32(0))
  }

  private mutating func append(binary place: GDALLibrary.Handle, marks: UInt8) {
    let size = Int(library.size(place))
    guard size > 0 else { return appendNothing(marks: 2) }
    let binary = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      // The smallest byte first.
      count = library.write(place, 1, buffer.baseAddress) == 0 ? size : 0
    }
    guard !binary.isEmpty else { return appendNothing(marks: 2) }
    bytes.append(marks)
    bytes.append(little: UInt32(clamping: size))
    bytes += binary
  }
}
