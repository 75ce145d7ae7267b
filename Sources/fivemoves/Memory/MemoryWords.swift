internal import Notation

extension Int {
  /// Bytes as a person tells them: "312 MB", "1.5 GB".
  var asMemory: String {
    let megabytes = Double(self) / 1e6
    return megabytes < 1000
      ? "\(Figure.fixed(megabytes, decimals: 0)) MB"
      : "\(Figure.fixed(megabytes / 1000, decimals: 1)) GB"
  }
}

extension MemoryLimit {
  /// What is left, and who says so.
  var words: String { "\(setter.words.long) \(left)\(setter == .machine ? " free" : "")" }

  /// The same where there is hardly room.
  var briefWords: String { "\(setter.words.brief) \(left)" }

  private var left: String { max(bytes, 0).asMemory }
}

extension MemoryLimit.Setter {
  fileprivate var words: (long: String, brief: String) {
    switch self {
    case .kiosk: ("this kiosk leaves it", "this kiosk leaves")
    case .shell: ("the limit set with ulimit leaves it", "ulimit leaves")
    case .group: ("the limit of this container or service leaves it", "this container leaves")
    case .machine: ("this machine has", "this machine has")
    }
  }
}
