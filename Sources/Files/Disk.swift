import Glibc

/// The way to the disk for what has to last: files are made, renamed and removed by it, and somebody may watch.
public struct Disk: Sendable {
  public static let real = Disk()

  private let watch: DiskWatch?

  /// - Parameter watch: nil where nobody looks.
  public init(watch: DiskWatch? = nil) { self.watch = watch }

  /// Opens a file, never to be inherited by a child.
  ///
  /// - Throws: `SystemError`.
  public func open(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) -> OpenFile {
    let event: DiskEvent = flags & O_EXCL != 0 ? .made(path) : .opened(path)
    try watch?.ask(event)
    let file = try OpenFile.open(path, flags, mode: mode, watch: watch)
    if flags & O_EXCL != 0 { watch?.done(event) }
    return file
  }

  /// Gives a file another name, in place of what had it.
  ///
  /// - Throws: `SystemError`.
  public func rename(_ path: String, to name: String) throws(SystemError) {
    try watch?.ask(.renamed(path, to: name))
    guard Glibc.rename(path, name) == 0 else { throw .last }
    watch?.done(.renamed(path, to: name))
  }

  /// Takes a file away, if it is there and may be taken.
  public func remove(_ path: String) {
    do { try watch?.ask(.removed(path)) } catch { return }
    if unlink(path) == 0 { watch?.done(.removed(path)) }
  }

  /// Waits until the names in a folder are on disk; a file system that cannot do that is let pass.
  ///
  /// - Throws: `SystemError`.
  public func syncFolder(_ path: String) throws(SystemError) {
    try watch?.ask(.syncedFolder(path))
    let folder: OpenFile
    do { folder = try OpenFile.open(path, O_RDONLY | O_DIRECTORY) } catch  where error.number == EACCES { return }
    do { try folder.sync() } catch  where error.number == EINVAL || error.number == ENOTSUP {}
    watch?.done(.syncedFolder(path))
  }
}
