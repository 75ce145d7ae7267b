/// The control group that this process is in, with whatever limits of memory it is under.
enum ControlGroup {
  /// Bytes that may still be taken; nil where nothing limits them.
  static var left: Int? {
    folders.compactMap { folder in
      guard let most = SystemFile("\(folder)/memory.max").number else { return nil }
      return most - (SystemFile("\(folder)/memory.current").number ?? 0)
    }.min()
  }

  /// The folders of the group and of those around it, in version 2's one hierarchy.
  private static var folders: [String] {
    let line = SystemFile("/proc/self/cgroup").lines.first { $0.hasPrefix("0::/") }
    guard let line else { return [] }
    let names = line.dropFirst(4).split(separator: "/")
    return (0...names.count).map { (["/sys/fs/cgroup"] + names.prefix($0)).joined(separator: "/") }
  }
}
