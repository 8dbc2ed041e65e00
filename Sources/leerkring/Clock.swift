import Glibc

/// The time now, as the log of a workspace notes it.
enum Clock {
  /// ISO 8601, UTC, to the second; `SOURCE_DATE_EPOCH` holds it still.
  static func now() -> String {
    var seconds = time(nil)
    if let fixed = getenv("SOURCE_DATE_EPOCH"), let given = Int(String(cString: fixed)) { seconds = given }
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let length = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
