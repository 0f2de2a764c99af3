// How many tests passed and failed, from the JSON reports of the test runners.

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @param {unknown} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const { numPassedTests: passed, numFailedTests: failed } =
    /** @type {{ numPassedTests: number, numFailedTests: number }} */ (report);
  return { passed, failed };
}

/**
 * A test that passed only when repeated counts as failed: it says nothing reliable.
 * @param {unknown} report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const { stats } =
    /** @type {{ stats: { expected: number, unexpected: number, flaky: number } }} */ (report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
