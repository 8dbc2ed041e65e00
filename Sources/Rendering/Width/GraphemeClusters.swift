import CUtf8proc

/// The characters of a text as a person counts them, each with the columns that it takes on a terminal.
///
/// Boundaries and widths come from libutf8proc (UAX #29, UAX #11).
struct GraphemeClusters {
  struct Cluster {
    /// Where it begins and ends in the UTF-8 bytes.
    var start: Int
    var end: Int
    /// 0, 1 or 2.
    var width: Int
  }

  let bytes: [UInt8]
  let clusters: [Cluster]

  init(_ text: String) {
    bytes = Array(text.utf8)
    clusters = bytes.withUnsafeBufferPointer(Self.split)
  }

  var width: Int { clusters.reduce(0) { $0 + $1.width } }

  /// Returns the text of some of the clusters.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(decoding: bytes[clusters[first].start..<clusters[last].end], as: UTF8.self)
  }

  func isBlank(_ index: Int) -> Bool { bytes[clusters[index].start] == UInt8(ascii: " ") }

  private static func split(_ bytes: UnsafeBufferPointer<UInt8>) -> [Cluster] {
    guard let base = bytes.baseAddress else { return [] }
    var clusters: [Cluster] = []
    clusters.reserveCapacity(bytes.count)
    var state: utf8proc_int32_t = 0
    var previous: utf8proc_int32_t = -1
    var offset = 0
    while offset < bytes.count {
      var scalar: utf8proc_int32_t = -1
      let length = max(1, utf8proc_iterate(base + offset, bytes.count - offset, &scalar))
      let wide = width(of: scalar)
      if previous >= 0, !utf8proc_grapheme_break_stateful(previous, scalar, &state), var last = clusters.popLast() {
        last.end = offset + length
        // A flag is two indicators of one column each; the selector U+FE0F asks for the wide, coloured picture.
        let isFlag = regionalIndicators.contains(scalar) && regionalIndicators.contains(previous)
        last.width = isFlag || (scalar == 0xFE0F && last.width > 0) ? 2 : max(last.width, wide)
        clusters.append(last)
      } else {
        clusters.append(Cluster(start: offset, end: offset + length, width: wide))
      }
      previous = scalar
      offset += length
    }
    return clusters
  }

  private static let regionalIndicators: ClosedRange<utf8proc_int32_t> = 0x1F1E6...0x1F1FF

  private static func width(of scalar: utf8proc_int32_t) -> Int {
    let width = Int(utf8proc_charwidth(scalar))
    // Emoji that are younger than the library.
    if width == 1, 0x1F300...0x1FAFF ~= scalar, utf8proc_category(scalar) == UTF8PROC_CATEGORY_CN { return 2 }
    return width
  }
}
