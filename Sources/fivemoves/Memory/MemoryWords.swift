internal import Canvas

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
  var words: String {
    let left = max(bytes, 0).asMemory
    return switch setter {
    case .kiosk: "this kiosk leaves it \(left)"
    case .shell: "the limit set with ulimit leaves it \(left)"
    case .group: "the limit of this container or service leaves it \(left)"
    case .machine: "this machine has \(left) free"
    }
  }
}

extension MemoryLimit {
  /// The same where there is hardly room.
  var briefWords: String {
    let left = max(bytes, 0).asMemory
    return switch setter {
    case .kiosk: "this kiosk leaves \(left)"
    case .shell: "ulimit leaves \(left)"
    case .group: "this container leaves \(left)"
    case .machine: "this machine has \(left)"
    }
  }
}
