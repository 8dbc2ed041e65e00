extension Notice {
  /// A remark that is good to know.
  public static func info(nl: String, en: String) -> Notice { Notice(.info, Text(nl: nl, en: en)) }
  /// A remark that bears on how far a figure can be relied on.
  public static func caution(nl: String, en: String) -> Notice { Notice(.caution, Text(nl: nl, en: en)) }
  /// A remark that something is wrong.
  public static func warning(nl: String, en: String) -> Notice { Notice(.warning, Text(nl: nl, en: en)) }
}

extension Block {
  /// A remark that is good to know.
  public static func info(nl: String, en: String) -> Block { .notice(.info(nl: nl, en: en)) }
  /// A remark that bears on how far a figure can be relied on.
  public static func caution(nl: String, en: String) -> Block { .notice(.caution(nl: nl, en: en)) }
  /// A remark that something is wrong.
  public static func warning(nl: String, en: String) -> Block { .notice(.warning(nl: nl, en: en)) }
}
