internal import Moves

extension Watch {
  /// The next parameter, or one further on; from the last one of a tensor to the next tensor.
  static func place(_ change: Int, from place: ParameterPlace, _ run: RunFacts) -> ParameterPlace {
    var next = ParameterPlace(tensor: place.tensor, element: place.element + change)
    while next.element < 0 {
      next.tensor = (next.tensor + run.tensors.count - 1) % run.tensors.count
      next.element += run.tensors[next.tensor].count
    }
    while next.element >= run.tensors[next.tensor].count {
      next.element -= run.tensors[next.tensor].count
      next.tensor = (next.tensor + 1) % run.tensors.count
    }
    return next
  }

  /// The first parameter of another tensor.
  static func tensor(_ change: Int, from place: ParameterPlace, _ run: RunFacts) -> ParameterPlace {
    let count = run.tensors.count
    return ParameterPlace(tensor: (place.tensor + change % count + count) % count, element: 0)
  }
}
