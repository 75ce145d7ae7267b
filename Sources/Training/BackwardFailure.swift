import Autograd

/// Why a loop's backward cannot be made, told where PyTorch would raise.
enum BackwardFailure: Error, Equatable {
  case noLoss
  case changedInPlace
  case tape(BackwardError)

  var description: String {
    switch self {
    case .noLoss:
      "There is no loss yet: no forward has been made, and PyTorch would not know the name loss."
    case .changedInPlace:
      "PyTorch raises an error here: step changed, in place, parameters that this backward needs."
    case .tape(.alreadyUsed):
      "PyTorch raises an error here: backward has been through this graph once, and freed it."
    case .tape(.notRecorded):
      "PyTorch raises an error here: this loss does not require grad, for no graph was recorded."
    case .tape(.notScalar):
      "PyTorch raises an error here: backward begins at a loss that is a single number."
    }
  }
}
