/// The texts of a column, one for each row; nil where one is missing.
///
/// They stand as bytes, short ones in their places and longer ones behind each other: no text is counted or freed on its own, and a row
/// that is taken elsewhere copies sixteen bytes. A `String` is made where somebody asks for one.
public struct Texts: Sendable {
  /// Where the text of a row is: its length, or less than nought for none, and behind that its bytes, or four of them and where in the
  /// heap it stands.
  struct Place: BitwiseCopyable, Sendable {
    /// How many bytes a place itself holds.
    static let room = 12
    static let missing = Place(first: UInt64(UInt32.max), rest: 0)

    fileprivate(set) var first: UInt64
    fileprivate(set) var rest: UInt64

    var count: Int { Int(Int32(truncatingIfNeeded: first)) }
    var isInHeap: Bool { count > Self.room }
  }

  private var places: [Place]
  /// The bytes of longer texts; of texts that were replaced too.
  private var heap: [UInt8]

  /// Makes texts without any row.
  public init() { (places, heap) = ([], []) }

  init(places: [Place], heap: [UInt8]) { (self.places, self.heap) = (places, heap) }

  /// Puts a text behind those that are there.
  ///
  /// - Parameter bytes: UTF-8; nil for a row without a text.
  @_spi(Host) public mutating func append(utf8 bytes: UnsafeBufferPointer<UInt8>?) {
    places.append(bytes.map { Self.place(of: $0, in: &heap) } ?? .missing)
  }

  /// Returns the place of a text, whose bytes are put into the heap where they are many.
  @inline(__always)
  static func place(of bytes: UnsafeBufferPointer<UInt8>, in heap: inout [UInt8]) -> Place {
    let count = UInt64(UInt32(truncatingIfNeeded: bytes.count))
    if bytes.count > Place.room {
      heap.append(contentsOf: bytes)
      return Place(first: count, rest: UInt64(heap.count - bytes.count))
    }
    let (head, tail) = words(of: UnsafeRawBufferPointer(bytes))
    return Place(first: count | head << 32, rest: tail)
  }

  /// The first four bytes of a few, and those behind, noughts behind the end.
  @inline(__always)
  private static func words(of bytes: UnsafeRawBufferPointer) -> (head: UInt64, tail: UInt64) {
    let count = bytes.count
    if count >= 4 {
      let head = UInt64(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
      // The last bytes are loaded from the end on, and those of them that are in the head are shifted out.
      if count >= 8 {
        let last = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
        return (head, last >> UInt64(8 * (12 - count)))
      }
      let last = UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
      return (head, last >> UInt64(8 * (8 - count)))
    }
    var head: UInt64 = 0
    for place in 0..<count { head |= UInt64(bytes[place]) << UInt64(8 * place) }
    return (head, 0)
  }

  /// Gives the bytes of all texts to a loop that needs no `String` of them.
  @_spi(Host) public func withBytes<Outcome, Failure: Error>(
    _ body: (TextBytesOfRows) throws(Failure) -> Outcome
  ) throws(Failure) -> Outcome {
    try places.withUnsafeBufferPointer { places throws(Failure) in
      try heap.withUnsafeBufferPointer { heap throws(Failure) in try body(TextBytesOfRows(places, heap)) }
    }
  }

  /// The same with room for so many rows.
  func withRoom(for count: Int) -> Texts {
    if places.capacity >= count { return self }
    var roomy = Texts()
    roomy.places.reserveCapacity(count)
    roomy += self
    return roomy
  }

  /// Whether a row has no text.
  public func isMissing(_ row: Int) -> Bool { places[row].count < 0 }

  /// How many bytes the longer texts have, which stand in no place of a row.
  var byteCount: Int { heap.count }

  /// Whether no row has a text.
  public var areMissing: Bool { places.allSatisfy { $0.count < 0 } }

  /// Returns the texts of these rows, in this order.
  @_spi(Host) public func rows(_ rows: [Int]) -> Texts { gathered(rows) { places[$0] } }

  /// Returns the texts of these rows, in this order; nil gives a row without a text.
  func rows(_ rows: [Int?]) -> Texts { gathered(rows) { $0.map { places[$0] } ?? .missing } }

  private func gathered<Row>(_ rows: [Row], _ place: (Row) -> Place) -> Texts {
    let gathered = Cores.taken(rows, place)
    // A few rows of many do not hold the bytes of all.
    let texts = Texts(places: gathered, heap: heap)
    if heap.isEmpty { return texts }
    return gathered.reduce(0) { $0 + ($1.isInHeap ? $1.count : 0) } < heap.count / 4 ? texts.compact() : texts
  }

  private func compact() -> Texts {
    withBytes { bytes in
      var texts = Texts()
      texts.places.reserveCapacity(places.count)
      for row in places.indices { texts.append(utf8: bytes[row]) }
      return texts
    }
  }

  /// Returns the texts in the rows that they are said to be of, and none in others.
  ///
  /// - Parameters:
  ///   - rows: of each text its row; nil where they are the first.
  ///   - count: how many rows there are.
  func spread(_ rows: [Int32]?, _ count: Int) -> Texts {
    if rows == nil, places.count == count { return self }
    var spread = [Place](repeating: .missing, count: count)
    for (index, place) in places.enumerated() { spread[rows.map { Int($0[index]) } ?? index] = place }
    return Texts(places: spread, heap: heap)
  }

  /// Puts the texts of pieces of rows behind each other, on all cores.
  ///
  /// - Parameters:
  ///   - places: of all rows, those of a piece by its own heap; changed where they stand.
  ///   - heaps: by piece.
  ///   - rows: of each piece.
  init(joining places: consuming [Place], heaps: [[UInt8]], rows: [Range<Int>]) {
    var starts: [UInt64] = []
    var total: UInt64 = 0
    for heap in heaps {
      starts.append(total)
      total += UInt64(heap.count)
    }
    if total > 0 {
      places.withUnsafeMutableBufferPointer { places in
        _ = Cores.map(rows.count) { piece in
          if heaps[piece].isEmpty { return }
          for row in rows[piece] where places[row].isInHeap { places[row].rest += starts[piece] }
        }
      }
    }
    self.init(places: places, heap: Cores.joined(heaps))
  }
}

/// The bytes of texts, for as long as somebody holds them.
@_spi(Host) public struct TextBytesOfRows {
  private let places: UnsafeBufferPointer<Texts.Place>
  private let heap: UnsafeBufferPointer<UInt8>

  init(_ places: UnsafeBufferPointer<Texts.Place>, _ heap: UnsafeBufferPointer<UInt8>) {
    self.places = places
    self.heap = heap
  }

  /// How many rows there are.
  public var count: Int { places.count }

  /// The UTF-8 of a row; nil where it has no text.
  public subscript(row: Int) -> UnsafeBufferPointer<UInt8>? {
    @inline(__always)
    get {
      let count = places[row].count
      if count < 0 { return nil }
      if count > Texts.Place.room {
        return UnsafeBufferPointer(rebasing: heap[Int(places[row].rest)..<Int(places[row].rest) + count])
      }
      let start = places.baseAddress.map { UnsafeRawPointer($0 + row) + 4 }
      return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
    }
  }

  /// What the rows have in their places, sixteen bytes each: those that have the same there have the same text, or none of them has one.
  ///
  /// The first four bytes are the length, less than nought where there is no text. Up to twelve bytes stand behind it, with noughts
  /// behind their end.
  public var marks: UnsafeRawBufferPointer { UnsafeRawBufferPointer(places) }

  /// Whether two rows have the same bytes, or neither has a text.
  public func areSame(_ row: Int, _ other: Int) -> Bool {
    let (one, two) = (places[row], places[other])
    if one.first != two.first { return false }
    // Short ones stand in their places, and none has anything behind its end.
    if !one.isInHeap { return one.rest == two.rest }
    return self[row]?.elementsEqual(self[other] ?? UnsafeBufferPointer(start: nil, count: 0)) ?? false
  }
}

extension Texts: RandomAccessCollection, RangeReplaceableCollection, MutableCollection, ExpressibleByArrayLiteral {
  /// Of the first row.
  public var startIndex: Int { 0 }
  /// How many rows there are.
  public var endIndex: Int { places.count }

  /// Makes texts of an array that is written out.
  public init(arrayLiteral elements: String?...) { self.init(elements) }

  /// The text of a row; nil where it has none.
  public subscript(row: Int) -> String? {
    get {
      let place = places[row]
      if place.count < 0 { return nil }
      if place.isInHeap {
        let start = Int(place.rest)
        return heap[start..<start + place.count].withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      }
      return withUnsafeBytes(of: place) { String(decoding: $0[4..<4 + place.count], as: UTF8.self) }
    }
    set { places[row] = place(of: newValue) }
  }

  private mutating func place(of text: String?) -> Place {
    guard var text else { return .missing }
    return text.withUTF8 { Self.place(of: $0, in: &heap) }
  }

  /// Puts a text behind those that are there; nil for a row without one.
  public mutating func append(_ text: String?) { places.append(place(of: text)) }

  /// Makes room for so many rows.
  public mutating func reserveCapacity(_ count: Int) { places.reserveCapacity(count) }

  /// Puts other texts in the place of those of some rows.
  public mutating func replaceSubrange(_ rows: Range<Int>, with texts: some Collection<String?>) {
    places.replaceSubrange(rows, with: texts.map { place(of: $0) })
  }

  /// Puts texts behind those that are there.
  public mutating func append(contentsOf texts: Texts) {
    let start = UInt64(heap.count)
    if start == 0 || texts.heap.isEmpty {
      places += texts.places
    } else {
      places += texts.places.lazy.map { place in
        place.isInHeap ? Place(first: place.first, rest: place.rest + start) : place
      }
    }
    heap += texts.heap
  }

  /// Puts texts behind those that are there.
  public static func += (texts: inout Texts, more: Texts) { texts.append(contentsOf: more) }

  /// Texts behind each other.
  public static func + (texts: Texts, more: Texts) -> Texts {
    var joined = texts
    joined.append(contentsOf: more)
    return joined
  }
}

extension Texts: Hashable {
  /// Whether the texts are equal as a `String` is to another.
  public static func == (one: Texts, other: Texts) -> Bool {
    guard one.count == other.count else { return false }
    return one.withBytes { bytes in
      other.withBytes { others in
        one.indices.allSatisfy { row in
          switch (bytes[row], others[row]) {
          case (nil, nil): true
          case (let text?, let compared?):
            // One letter may stand as several signs.
            text.elementsEqual(compared)
              || String(decoding: text, as: UTF8.self) == String(decoding: compared, as: UTF8.self)
          default: false
          }
        }
      }
    }
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for text in self { hasher.combine(text) }
  }
}
