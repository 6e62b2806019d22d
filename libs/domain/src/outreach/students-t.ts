/**
 * The quantile of Student's t with so many degrees of freedom, which need not be whole, for a two-sided interval with this confidence
 * in per cent: the t with P(|T| > t) = I(ν / (ν + t²); ν/2, ½) beyond it (Abramowitz and Stegun 1964, 26.7.1 and 26.5.27), by Newton's
 * method, which cannot miss on a convex function. Exact to nine digits; an expansion in 1/ν would not be for the few degrees that few
 * kelurahan leave.
 */
export function studentsT(freedom: number, confidence: number): number {
  const outside = 1 - confidence / 100;
  const beta = logBeta(freedom / 2, 0.5);
  const density = (t: number): number =>
    Math.exp(-beta - 0.5 * Math.log(freedom) - ((freedom + 1) / 2) * Math.log1p((t * t) / freedom));
  let t = 1;
  for (let step = 0; step < 100; step += 1) {
    const next = t + (incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) - outside) / (2 * density(t));
    if (Math.abs(next - t) < 1e-12 * t) break;
    t = next;
  }
  return t;
}

/** The regularised incomplete beta function by its continued fraction (Abramowitz and Stegun 26.5.8), evaluated as Lentz 1976 does. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges quickly below the mean only; above it the complement is taken.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  const least = 1e-300;
  const away = (value: number): number => (Math.abs(value) < least ? least : value);
  let [c, d] = [1, 1 / away(1 - ((a + b) * x) / (a + 1))];
  let fraction = d;
  for (let m = 1; m <= 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const term of [even, odd]) {
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-14) break;
  }
  return front * fraction;
}

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** Stirling's series (Abramowitz and Stegun 6.1.41) after the recurrence has brought the argument above ten. */
function logGamma(x: number): number {
  if (x < 10) return logGamma(x + 1) - Math.log(x);
  const square = x * x;
  const series = 1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series / x;
}
