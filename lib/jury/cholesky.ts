/** Dense symmetric positive-definite systems, row by row in one array. Sizes of a jury: a few hundred. */
export class Cholesky {
  private readonly lower: Float64Array;

  /** `matrix` is size × size, row-major; only its lower triangle is read. */
  constructor(
    matrix: Float64Array,
    private readonly size: number,
  ) {
    const lower = Float64Array.from(matrix);
    for (let i = 0; i < size; i++)
      for (let j = 0; j <= i; j++) {
        let sum = lower[i * size + j]!;
        for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
        if (i > j) lower[i * size + j] = sum / lower[j * size + j]!;
        else if (sum > 0) lower[i * size + i] = Math.sqrt(sum);
        else throw new RangeError('The matrix is not positive definite');
      }
    this.lower = lower;
  }

  /** Solves A x = b. */
  solve(right: Float64Array): Float64Array {
    return this.backward(this.forward(right));
  }

  private forward(right: Float64Array): Float64Array {
    const { lower, size } = this;
    const x = Float64Array.from(right);
    for (let i = 0; i < size; i++) {
      let sum = x[i]!;
      for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * x[k]!;
      x[i] = sum / lower[i * size + i]!;
    }
    return x;
  }

  /** Solves Lᵀ x = b: turns independent normal draws into draws of variance A⁻¹. */
  backward(right: Float64Array): Float64Array {
    const { lower, size } = this;
    const x = Float64Array.from(right);
    for (let i = size - 1; i >= 0; i--) {
      x[i]! /= lower[i * size + i]!;
      for (let k = 0; k < i; k++) x[k]! -= lower[i * size + k]! * x[i]!;
    }
    return x;
  }

  /** A⁻¹ = L⁻ᵀ L⁻¹, through the inverse of the triangle. */
  inverse(): Float64Array {
    const { lower, size } = this;
    const triangle = new Float64Array(size * size);
    for (let j = 0; j < size; j++) {
      triangle[j * size + j] = 1 / lower[j * size + j]!;
      for (let i = j + 1; i < size; i++) {
        let sum = 0;
        for (let k = j; k < i; k++) sum -= lower[i * size + k]! * triangle[k * size + j]!;
        triangle[i * size + j] = sum / lower[i * size + i]!;
      }
    }
    const inverse = new Float64Array(size * size);
    for (let k = 0; k < size; k++)
      for (let i = 0; i <= k; i++) {
        const left = triangle[k * size + i]!;
        if (left === 0) continue;
        for (let j = 0; j <= i; j++) inverse[i * size + j]! += left * triangle[k * size + j]!;
      }
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) inverse[j * size + i] = inverse[i * size + j]!;
    return inverse;
  }
}
