import TestSupport
import Testing
import WorkbenchKit

@Suite struct JSONReaderTests {
  private func error(_ text: String) -> Diagnostic? { error(Array(text.utf8)) }

  private func error(_ bytes: [UInt8]) -> Diagnostic? {
    do { _ = try JSONReader.parse(bytes) } catch { return error as? Diagnostic }
    return nil
  }

  /// Whether the bytes are JSON for who builds nothing of them.
  private func isPassed(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      do {
        _ = try reader.skip()
        try reader.end()
        return true
      } catch {
        return false
      }
    }
  }

  @Test func `the suite is whole`() {
    #expect(JSONCase.good.count == 95)
    #expect(JSONCase.bad.count == 188)
    #expect(JSONCase.taken.count + JSONCase.beyondDouble.count + JSONCase.refused.count == 35)
  }

  // MARK: The public test suite

  @Test(arguments: JSONCase.good)
  func `what every reader has to take is read and passed over`(_ item: JSONCase) {
    // Good JSON, and refused by a name of its own: of two values one would be lost.
    let isDoubled = item.name.hasPrefix("object_duplicated_key")
    #expect(error(item.bytes)?.code == (isDoubled ? "json.doubled" : nil))
    #expect(isPassed(item.bytes))
  }

  @Test(arguments: JSONCase.bad)
  func `what no reader may take is refused`(_ item: JSONCase) {
    #expect(error(item.bytes)?.code == "json.syntax")
    // Names and texts that are passed over are not decoded.
    let isEncoding = item.name.hasPrefix("object_lone_continuation")
    #expect(!isPassed(item.bytes) || isEncoding)
  }

  @Test(arguments: JSONCase.taken)
  func `a large whole number keeps its digits, and a byte order mark is passed over`(_ item: JSONCase) {
    #expect(error(item.bytes) == nil)
  }

  @Test(arguments: JSONCase.beyondDouble)
  func `a number that no double holds is refused, not made zero or endless`(_ item: JSONCase) {
    #expect(error(item.bytes)?.code == "json.number")
  }

  @Test(arguments: JSONCase.refused)
  func `a text that could not be kept as it is is refused`(_ item: JSONCase) {
    #expect(error(item.bytes)?.code == "json.syntax")
  }

  // MARK: Values

  @Test func `numbers keep their value`() throws {
    let numbers = try JSONReader.parse(
      "[0,-0,10,-1.5,1e3,1E-2,1.25e+1,9007199254740992,0.1,5e-324,1.7976931348623157e308,0e999999,0.000e-999999]")
    #expect(
      numbers.array?.compactMap(\.number)
        == [
          0, 0, 10, -1.5, 1000, 0.01, 12.5, 9_007_199_254_740_992, 0.1, .leastNonzeroMagnitude,
          .greatestFiniteMagnitude, 0, 0,
        ])
  }

  @Test func `a number is the double nearest to what is written, by whichever way it is read`() throws {
    var generator = SeededGenerator(6)
    for _ in 0..<4_000 {
      let digits = Int.random(in: 1...17, using: &generator)
      var text = (0..<digits).map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
      if text.first == "0", Bool.random(using: &generator) { text = "0" }
      let place = text.index(text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &generator))
      if Bool.random(using: &generator) { text.insert(".", at: place) }
      if Bool.random(using: &generator) { text = "-" + text }
      if Int.random(in: 0..<5, using: &generator) == 0 { text += "e\(Int.random(in: -9...9, using: &generator))" }
      let size = text.drop { $0 == "-" }
      let isNumber =
        size.first?.isNumber == true && size.firstIndex(of: ".") != text.index(before: text.endIndex)
        && !size.contains(".e") && !(size.first == "0" && size.dropFirst().first?.isNumber == true)
      let read = try? JSONReader.parse("[\(text)]").array?[0]
      guard isNumber else {
        #expect(read == nil, "\(text)")
        continue
      }
      // What a double would lose digits of stays as it is written.
      let number = try #require(Double(text))
      #expect(read == (NumberText.isBeyondWhole(text.utf8) ? .string(text) : .number(number)), "\(text)")
      if number == 0 { #expect(read?.number?.sign == number.sign) }
    }
  }

  @Test func `a whole number above 2^53 keeps its digits, and is no number where one is due`() throws {
    for digits in ["9007199254740993", "-9007199254740993", "123123123123123123123123123123", "10000000000000000000"] {
      #expect(try JSONReader.parse("[\(digits)]") == [.string(digits)])
      var bytes = Array(digits.utf8)[...]
      bytes.append(UInt8(ascii: " "))
      let error = Array(bytes).withUnsafeBufferPointer { buffer in
        var reader = JSONReader(buffer)
        return #expect(throws: Diagnostic.self) { try reader.number() }
      }
      #expect(error?.code == "json.number")
    }
    for digits in ["9007199254740992", "-9007199254740992", "123456789012345.5", "1e17", "9007199254740993.0"] {
      #expect(try JSONReader.parse(digits) == .number(Double(digits) ?? .nan))
    }
  }

  @Test(arguments: ["1e400", "-1e400", "1e-400", "-0.001e-99999999999999999999"])
  func `a number out of reach says so, with its place`(number: String) {
    let error = error("[1,\n \(number)]")
    #expect(error?.message.en == "the number \(number) is too large or too small to be kept (line 2, byte 2)")
  }

  @Test func `escapes and pairs of surrogates give the character that is meant`() throws {
    let text = try JSONReader.parse(#""\"\\\/\b\f\n\r\t\u00e9\uD834\uDD1E é""#).string
    #expect(text == "\"\\/\u{8}\u{C}\n\r\té\u{1D11E} é")
    let half = error(#"["\uD834 x"]"#)
    #expect(
      half?.message.en
        == "not valid JSON: half a character after \\u, without its other half (line 1, byte 5)")
  }

  // MARK: Names that stand twice

  @Test(arguments: [
    (#"{"a":1,"b":2,"a":1}"#, #""a" stands twice in an object (line 1, byte 14)"#),
    (
      #"[{"a":1},{"a":1},"# + "\n" + #" {"x":{"n":1,"m":2,"\u006e":3}}]"#,
      #""n" stands twice in an object (line 2, byte 20)"#
    ),
    (#"{"é":1,"\u00e9":2}"#, #""é" stands twice in an object (line 1, byte 9)"#),
    (#"{"":1,"":2}"#, #""" stands twice in an object (line 1, byte 7)"#),
  ])
  func `a name that stands twice is told, in whatever way it is read`(text: String, message: String) {
    #expect(error(text)?.message.en == message)
    #expect(walked(text)?.message.en == message)
    #expect(error(text)?.code == "json.doubled")
  }

  @Test(arguments: [10, 64, 65, 200])
  func `among many names the one that stands twice is found, and no other`(count: Int) {
    let members = (0..<count).map { "\"name \($0)\":\($0)" }
    #expect(walked("{" + members.joined(separator: ",") + "}") == nil)
    for index in [0, count / 2, count - 1] {
      let text = "{" + (members + [members[index]]).joined(separator: ",") + "}"
      #expect(walked(text)?.message.en.hasPrefix("\"name \(index)\" stands twice") == true)
    }
  }

  /// Reads member by member, as tables and workspaces are read.
  private func walked(_ text: String) -> Diagnostic? {
    func walk(_ reader: inout JSONReader) throws {
      switch reader.peek() {
      case UInt8(ascii: "{"): try reader.object { reader, _ in try walk(&reader) }
      case UInt8(ascii: "["): try reader.array { reader in try walk(&reader) }
      default: _ = try reader.value()
      }
    }
    return Array(text.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      do { try walk(&reader) } catch { return error as? Diagnostic }
      return nil
    }
  }

  @Test func `nesting is taken up to the limit and refused beyond it`() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(String(repeating: "[", count: depth).utf8) + Array(String(repeating: "]", count: depth).utf8)
    }
    #expect(error(nested(JSONReader.depthLimit)) == nil)
    #expect(isPassed(nested(JSONReader.depthLimit)))
    #expect(error(nested(JSONReader.depthLimit + 1))?.message.en.contains("nested deeper than 256 levels") == true)
    #expect(!isPassed(nested(JSONReader.depthLimit + 1)))
  }
}
