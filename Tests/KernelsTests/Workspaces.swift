import Foundation
import Kernels

/// Whether this machine has AVX-512, and the wide tile may run.
let hasWideRegisters: Bool = {
  #if arch(x86_64)
    let processors = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    return processors?.contains(" avx512f ") == true
  #else
    return false
  #endif
}()

/// One for each kind of tile that this machine can work with.
var workspaces: [Workspace] {
  [Workspace(wide: false)] + (hasWideRegisters ? [Workspace(wide: true)] : [])
}
