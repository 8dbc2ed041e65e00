/// How large a file of tables may be, and each part of it: what goes beyond is refused before it takes time or memory.
struct SourceLimits: Sendable {
  /// Bytes that all parts together may unpack to.
  var unpacked = 1 << 30
  /// From so many unpacked bytes on a part may not be packed tighter than `ratio`.
  var bombFrom = 64 << 20
  /// Unpacked bytes to one packed byte.
  var ratio = 200
  /// Parts of a package.
  var parts = 10_000
  /// Bytes of UTF-8 in a cell: 32,767 characters.
  var cell = 131_068
  /// Columns of a sheet, XFD being the last.
  var columns = 16_384
  /// Rows of a sheet.
  var rows = 1_048_576
  /// Rows times columns of what is kept of a sheet.
  var cells = 64_000_000
  /// Elements within each other.
  var depth = 200
  /// Bytes of a single tag with its attributes.
  var tag = 1 << 20

  /// Those of the spreadsheet programs themselves, and of a machine of everyday.
  static let standard = SourceLimits()
}
