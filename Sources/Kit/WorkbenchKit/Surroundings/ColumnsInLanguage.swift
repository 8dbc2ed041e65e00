extension Column {
  /// Makes a column of texts in the language of the context.
  public static func texts(_ name: String, _ values: [Text?], label: Text? = nil, in context: Context) -> Column {
    .texts(name, values.map { $0?(context.language) }, label: label)
  }
}
