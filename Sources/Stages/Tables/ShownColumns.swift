import WorkbenchKit

extension Table {
  /// Returns the table with these columns on every screen: what a line asks for by name is shown, also where a screen would leave it out.
  func showing(_ indices: some Sequence<Int>) -> Table {
    var copy = self
    for index in indices where columns[index].isDetail { copy.set(columns[index].asDetail(false)) }
    return copy
  }
}
