/// Bytes of a file that should be text.
public enum TextBytes {
  /// Returns the bytes as UTF-8, without a byte order mark.
  ///
  /// - Parameters:
  ///   - bytes: as they stand in the file.
  ///   - encoding: UTF-8 where nothing is said; a byte order mark is believed above this.
  ///   - name: what errors call the text; `the file` where it is empty.
  /// - Throws: `file.empty`, `file.xlsx`, `file.encoding`, `file.nul`; with the line.
  public static func utf8(
    _ bytes: [UInt8], encoding: TextEncoding? = nil, name: String = ""
  ) throws -> [UInt8] {
    let decoded = try DelimitedEncoding.decode(bytes, as: encoding, DelimitedProblems(name: name))
    return decoded.start == 0 ? decoded.bytes : Array(decoded.bytes[decoded.start...])
  }
}
