// The part of jStat that the benchmarks use; the package brings no types.
declare module 'jstat' {
  const jStat: {
    /** Where random numbers come from: uniform from 0 to below 1. */
    setRandom(random: () => number): void
    lognormal: { sample(mu: number, sigma: number): number }
    gamma: { sample(shape: number, scale: number): number; inv(chance: number, shape: number, scale: number): number }
  }
  export default jStat
}
