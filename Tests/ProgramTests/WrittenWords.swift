/// The words of a file in their order, with their lines, whatever breaks a sentence up: ends of lines, quotes, `+`.
///
/// Code and comments are read along with what is said: a sequence of Dutch words is nothing else by accident.
struct WrittenWords {
  private(set) var words: [(text: String, line: Int)] = []

  init(_ text: String) {
    var line = 1
    var word: [UInt8] = []
    for byte in text.utf8 {
      if Self.isLetter(byte) {
        word.append((65...90).contains(byte) ? byte + 32 : byte)
        continue
      }
      if !word.isEmpty {
        words.append((String(decoding: word, as: UTF8.self), line))
        word.removeAll(keepingCapacity: true)
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
    }
    if !word.isEmpty { words.append((String(decoding: word, as: UTF8.self), line)) }
  }

  /// The lines on which a sequence of words begins.
  func lines(with wanted: WrittenWords) -> [Int] {
    guard let first = wanted.words.first?.text else { return [] }
    let count = wanted.words.count
    return words.indices.filter { index in
      words[index].text == first && words[index...].prefix(count).elementsEqual(wanted.words) { $0.text == $1.text }
    }
    .map { words[$0].line }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte >= 128
  }
}
