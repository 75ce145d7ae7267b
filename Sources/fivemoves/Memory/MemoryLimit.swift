internal import Platform

/// How much memory this process can still take, and what sets that limit.
struct MemoryLimit: Equatable {
  enum Setter {
    case kiosk
    /// `ulimit -v` or `-d` of a shell.
    case shell
    /// The limit of a container or a service.
    case group
    case machine
  }

  let setter: Setter
  let bytes: Int

  /// The lowest of all that are known here.
  static func lowest(inKiosk: Bool) -> MemoryLimit? {
    let shell: Setter = inKiosk ? .kiosk : .shell
    let own = [
      left(of: RLIMIT_DATA, "VmData:").map { MemoryLimit(setter: shell, bytes: $0) },
      left(of: RLIMIT_AS, "VmSize:").map { MemoryLimit(setter: .shell, bytes: $0) },
    ]
    let shared = [
      ControlGroup.left.map { MemoryLimit(setter: .group, bytes: $0) },
      machine.map { MemoryLimit(setter: .machine, bytes: $0) },
    ]
    return (own + shared).compactMap { $0 }.min { $0.bytes < $1.bytes }
  }

  /// What the system could give without pushing others out.
  private static var machine: Int? {
    SystemFile("/proc/meminfo").bytes(of: "MemAvailable:") ?? all
  }

  /// All that there is, where nobody tells what is free.
  private static var all: Int? {
    let pages = Int(sysconf(CInt(_SC_PHYS_PAGES)))
    return pages > 0 ? pages * Int(sysconf(CInt(_SC_PAGESIZE))) : nil
  }

  #if canImport(Glibc)
    private static func left(of resource: __rlimit_resource, _ field: String) -> Int? {
      var bounds = rlimit()
      guard getrlimit(__rlimit_resource_t(resource.rawValue), &bounds) == 0,
        bounds.rlim_cur < rlim_t(Int.max)
      else { return nil }
      return Int(bounds.rlim_cur) - (SystemFile("/proc/self/status").bytes(of: field) ?? 0)
    }
  #else
    private static func left(of resource: CInt, _ field: String) -> Int? {
      var bounds = rlimit()
      guard getrlimit(resource, &bounds) == 0, bounds.rlim_cur < rlim_t(Int.max) else { return nil }
      return Int(bounds.rlim_cur)
    }
  #endif
}
